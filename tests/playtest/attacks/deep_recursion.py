"""Recurses until the stack is full."""
import sys

sys.setrecursionlimit(1 << 30)


class Deep:
    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __repr__(self):
        return repr([self])


try:
    repr(Deep())
finally:
    Deep().x
