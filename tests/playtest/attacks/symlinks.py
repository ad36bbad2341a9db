"""Reaches a file by links, mounts and another root."""
import ctypes
import os

libc = ctypes.CDLL(None)
for act in (lambda: os.symlink("@FOLDER@", "way"), lambda: os.link("@FOLDER@/secret.txt", "way"),
            lambda: os.chdir("@FOLDER@"), lambda: os.chroot("@FOLDER@"), lambda: os.symlink("/", "@FOLDER@/loot"),
            lambda: os.rename("@FOLDER@/secret.txt", "@FOLDER@/loot")):
    try:
        act()
        raise RuntimeError("LEAK a link or a change of folder")
    except OSError:
        pass
libc.unshare(0x10000000 | 0x20000)
libc.mount(b"@FOLDER@", b"/tmp", b"", 4096, 0)
for path in ("way/secret.txt", "way", "secret.txt", "/tmp/secret.txt", "../../..@FOLDER@/secret.txt"):
    try:
        with open(path) as file:
            raise RuntimeError("LEAK " + file.read())
    except OSError:
        pass
