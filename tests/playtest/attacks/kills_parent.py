"""Kills everybody it can name."""
import ctypes
import os
import signal

libc = ctypes.CDLL(None)
for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGSTOP, signal.SIGINT):
    for pid in (os.getppid(), 1, 2, int("@PID@"), int("@SERVER@"), -1):
        libc.kill(pid, int(number))
        libc.syscall(234, pid, pid, int(number))  # tgkill
        try:
            os.kill(pid, number)
        except OSError:
            pass
    try:
        signal.pidfd_send_signal(os.pidfd_open(os.getppid()), number)
    except OSError:
        pass
