"""Lets the kernel send the signal: F_SETOWN and F_SETSIG on a socket, and a raised limit."""
import fcntl
import os
import resource
import socket

one, other = socket.socketpair()
for pid in (os.getppid(), 1, int("@PID@")):
    for command, value in ((fcntl.F_SETOWN, pid), (10, 9), (fcntl.F_SETFL, os.O_ASYNC)):
        try:
            fcntl.fcntl(one, command, value)
        except OSError:
            pass
    other.send(b"x")
    for name in ("RLIMIT_CPU", "RLIMIT_NOFILE", "RLIMIT_AS"):
        try:
            resource.prlimit(pid, getattr(resource, name), (1, 1))
        except OSError:
            pass
