"""Looks for secrets in the environment of all processes."""
import os

found = str(os.environ)
for who in ("self", "1", "2", str(os.getppid()), "@PID@"):
    try:
        with open(f"/proc/{who}/environ") as file:
            found += file.read()
    except OSError:
        pass
if "swordfish" in found:
    raise RuntimeError("LEAK " + found)
