"""Sends frames that no reader may stumble over."""
import os
import struct

nothing = float("nan")
messages = [b"f", b"f" * 60000, struct.pack("<cc?HHd", b"f", b"n", True, 65535, 65535, 1.0),
            struct.pack("<cc?HHd", b"f", b"n", False, 9, 9, nothing)]
head = struct.pack("<cc?HHd", b"f", b"n", True, 9, 9, 1.0)
messages += [head + text for text in (b"[" * 50000, b"1" * 50000, b"[[1,2,3,4,5]]", b'[["x",1e400,0,1,1]]', b"\xff\xfe",
                                      b'[["\\ud800",0,0,9,9]]', b'[["\\u0000",0,0,9,9]]', b'{"a":1}', b"[[]]")]
messages = messages[int("@TURN@") % len(messages):]
for descriptor in range(3, 64):
    try:
        os.write(descriptor, messages[0])
    except OSError:
        pass
