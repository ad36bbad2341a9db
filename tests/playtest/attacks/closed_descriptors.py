"""Closes every descriptor, so that nobody hears of it, and goes on."""
import os

os.closerange(0, 4096)
while True:
    pass
