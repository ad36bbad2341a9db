"""Fills the disk, and memory that poses as a file."""
import ctypes
import mmap
import os

for folder in (".", "/tmp", "/dev/shm", "@FOLDER@"):
    try:
        with open(f"{folder}/loot", "wb") as file:
            for _ in range(64):
                file.write(bytes(1 << 20))
        raise RuntimeError("LEAK 64 MB in " + folder)
    except OSError:
        pass
try:
    os.write(os.memfd_create("loot"), bytes(1 << 20))
    raise RuntimeError("LEAK a file in memory")
except OSError:
    pass
