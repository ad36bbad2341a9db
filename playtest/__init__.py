"""Playtest plays pygame scripts headlessly, in virtual time, and judges whether they are playable games."""

import os

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # before anybody imports pygame: programs read the output

VERSION = "3"  # of the engine: part of every proof, to be raised when verdicts or frames may change

from playtest.console import Console, NoSandbox, PlayerError, play, strict_console  # noqa: E402
from playtest.endings import counters, outcome, score  # noqa: E402
from playtest.frames import Frame, Picture, Run, Text  # noqa: E402
from playtest.judge import CHECKS, Report, check  # noqa: E402
from playtest.pool import check_many  # noqa: E402
from playtest.reply import extract  # noqa: E402

__all__ = [
    "CHECKS", "VERSION", "Console", "Frame", "NoSandbox", "Picture", "PlayerError", "Report", "Run", "Text", "check",
    "check_many", "counters", "extract", "outcome", "play", "score", "strict_console",
]  # fmt: skip
