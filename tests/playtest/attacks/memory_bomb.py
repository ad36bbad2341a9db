"""Takes all memory."""
kept, size = [], 1 << 30
while size > 1 << 12:
    try:
        kept.append(bytearray(b"x") * size)
    except MemoryError:
        size //= 2
    if sum(map(len, kept)) > 3 << 30:
        raise RuntimeError("LEAK that much memory")
