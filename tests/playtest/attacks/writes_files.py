"""Writes files wherever it can."""
import os
import tempfile
from pathlib import Path

for folder in ("@FOLDER@", ".", "/", "/tmp", "/dev/shm", "/var/tmp", "/usr/lib", os.path.dirname(os.__file__)):
    for mode in ("w", "a", "x"):
        try:
            with open(f"{folder}/loot-@PID@", mode) as file:
                file.write("here I was")
            raise RuntimeError("LEAK a file in " + folder)
        except OSError:
            pass
    for act in (Path(folder, "loot-folder").mkdir, Path(folder, "secret.txt").unlink):
        try:
            act()
            raise RuntimeError("LEAK a change in " + folder)
        except OSError:
            pass
try:
    tempfile.mkdtemp()
    raise RuntimeError("LEAK a folder")
except OSError:
    pass
