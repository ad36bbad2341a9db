"""Sends frames of its own, as many as fit, without waiting for an answer; with texts that are nowhere."""
import json
import os
import struct

texts = json.dumps([["GAME OVER", 10, 10, 90, 16], ["SCORE 999999", 10, 40, 90, 16]]).encode()
for descriptor in range(3, 64):
    for number in range(3000):
        head = struct.pack("<cc?HHd", b"f", b"n", True, 100, 100, number * 16.7)
        try:
            os.write(descriptor, head + texts)
        except OSError:
            break
