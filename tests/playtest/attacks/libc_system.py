"""Starts programs past Python."""
import ctypes

libc = ctypes.CDLL(None)
libc.system(b"echo hello > @FOLDER@/loot")
libc.popen(b"echo hello > @FOLDER@/loot", b"r")
libc.execl(b"/bin/sh", b"sh", b"-c", b"echo hello > @FOLDER@/loot", None)
