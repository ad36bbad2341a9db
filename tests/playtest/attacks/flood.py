"""Sends without an end and never reads."""
import os
import struct

head = struct.pack("<cc?HHd", b"f", b"o", False, 0, 0, 1.0)
first = struct.pack("<cc?HHd", b"f", b"b", False, 10, 10, 1.0)
frame = struct.pack("<cc?HHd", b"f", b"o", False, 10, 10, 1.0)
for descriptor in range(3, 64):
    try:
        os.write(descriptor, first)
        for _ in range(1000000):
            os.write(descriptor, frame)
    except OSError:
        pass
