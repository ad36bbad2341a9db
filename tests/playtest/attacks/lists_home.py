"""Lists what it can find."""
import os

for folder in ("@FOLDER@", os.path.expanduser("~"), "/home", "/root", "/etc", "/var", "/tmp"):
    try:
        names = os.listdir(folder)
    except OSError:
        continue
    private = [name for name in names if "secret" in name or name in ("passwd", ".bashrc", ".profile", "log")]
    if private:
        raise RuntimeError(f"LEAK {folder}: {private}")
