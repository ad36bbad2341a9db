"""Reads files that are none of its business."""
for path in ("@FOLDER@/secret.txt", "/etc/passwd", "/etc/shadow", "/proc/self/maps"):
    try:
        with open(path) as file:
            raise RuntimeError("LEAK " + file.read())
    except OSError:
        pass
