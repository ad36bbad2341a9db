"""Listens for orders."""
import socket

try:
    server = socket.create_server(("127.0.0.1", 0))
except OSError:
    pass
else:
    raise RuntimeError("LEAK a port is open")
