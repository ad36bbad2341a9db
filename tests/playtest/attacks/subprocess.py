"""Starts programs."""
import os
import subprocess

for start in (subprocess.run, os.system, lambda line: os.execv("/bin/sh", ["sh", "-c", line]), os.popen):
    try:
        start("echo hello > @FOLDER@/loot") if start is not subprocess.run else start(["touch", "@FOLDER@/loot"])
    except OSError:
        pass
