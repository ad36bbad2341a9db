"""Leaves well, and comes back at the end."""
import atexit
import os
import sys
import threading


def last():
    try:
        open("@FOLDER@/loot", "w")
    except OSError:
        pass
    while True:
        pass


atexit.register(last)
threading.Thread(target=last).start()
sys.excepthook = sys.unraisablehook = lambda *args: last()
raise ValueError("the last word")
