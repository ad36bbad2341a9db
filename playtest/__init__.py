"""Playtest plays pygame scripts headlessly, in virtual time, and judges whether they are playable games."""

VERSION = "3"  # of the engine: part of every proof, to be raised when verdicts or frames may change

from playtest.console import Console, PlayerError, play  # noqa: E402
from playtest.endings import counters, outcome, score  # noqa: E402
from playtest.frames import Frame, Picture, Run, Text  # noqa: E402
from playtest.judge import CHECKS, Report, check  # noqa: E402

__all__ = [
    "CHECKS", "VERSION", "Console", "Frame", "Picture", "PlayerError", "Report", "Run", "Text", "check", "counters",
    "outcome", "play", "score",
]  # fmt: skip
