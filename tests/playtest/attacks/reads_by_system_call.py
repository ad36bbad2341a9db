"""Reads a file past Python."""
import ctypes
import os

libc = ctypes.CDLL(None)
buffer = ctypes.create_string_buffer(100)
for number in (2, 257):  # open and openat on x86
    arguments = (b"@FOLDER@/secret.txt", 0) if number == 2 else (-100, b"@FOLDER@/secret.txt", 0)
    descriptor = libc.syscall(number, *arguments)
    if descriptor >= 0 and libc.read(descriptor, buffer, 99) > 0:
        raise RuntimeError("LEAK " + buffer.value.decode())
