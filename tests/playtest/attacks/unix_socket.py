"""Talks to a server on this machine through a Unix socket, by name and through a pair."""
import socket

for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
    try:
        caller = socket.socket(socket.AF_UNIX, kind)
        caller.connect("@FOLDER@/socket")
        caller.send(b"hello")
    except OSError:
        pass
try:
    socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)[0].sendto(b"hello", "@FOLDER@/socket")
except OSError:
    pass
