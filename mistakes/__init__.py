"""Mistakes that small models make in pygame scripts, put into good ones on purpose.

`code` reads a script with LibCST, `crashes` has the mistakes that end in a traceback, `silent` those that only a player
notices. Nothing here runs a game or knows the corpus: scripts/inject_bugs.py tries what is proposed here.
"""

from mistakes.code import REGIONS, Code, Mistake
from mistakes.crashes import CRASHES

__all__ = ["CRASHES", "REGIONS", "Code", "Mistake"]
