"""What players and the judge see of a game: frames, the texts on them, and the record of a whole run.

Nothing here knows how a game is run. A frame may come from the game's own process or from another one.
"""

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple


class Text(NamedTuple):
    """A text on the picture: the string, the box of its letters in pixels, the share of the box in the window."""

    text: str
    x: int
    y: int
    width: int
    height: int
    inside: float = 1.0

    @property
    def center(self):
        """Return the middle of the box as (x, y)."""
        return self.x + self.width // 2, self.y + self.height // 2


class Frame:
    """One picture that a game has shown.

    number: counts from 1. time: virtual milliseconds since the start. size: (width, height) of the window.
    texts: tuple of Text, in the order they were drawn. hash: 64 bit xxh3 of the pixels.
    """

    __slots__ = ("number", "time", "size", "texts", "hash", "_screen")

    def __init__(self, number, time, size, texts, hash, screen):
        self.number, self.time, self.size, self.texts, self.hash, self._screen = number, time, size, texts, hash, screen

    def picture(self):
        """Return the pixels as bytes, three (red, green, blue) for each, row by row from the top."""
        return self._screen.picture()

    def pixel(self, x, y):
        """Return the colour at a place inside the window as (red, green, blue)."""
        return self._screen.pixel(x, y)

    @property
    def live(self):
        """The script's globals and the local variables of its main(), or None if the game is out of reach."""
        return self._screen.live()


class Picture(NamedTuple):
    """A kept picture: RGB bytes and the virtual milliseconds at which it was shown."""

    width: int
    height: int
    rgb: bytes
    time: float


@dataclass
class Run:
    """The record of one run.

    ended: "frames" (the limit), "player" (the player stopped), "exit" (the game did, with `status`),
        "exception" (`error` holds the traceback) or "hung" (no frame for seconds; `error` says where).
    hashes: one number a frame. changes: [(frame, texts)] for each frame whose texts differ from the one before.
    inputs: {frame: inputs} that the player gave after that frame; only those that differ from the ones before.
    notes: [(frame, value)] that the player noted. warnings: sentences. pictures: {frame: Picture}.
    cpu: (seconds of CPU before the first frame, seconds from there on); for measurements, never for a verdict.
    """

    ended: str
    status: int | None = None
    error: str | None = None
    hashes: array = field(default_factory=lambda: array("Q"))
    changes: list = field(default_factory=list)
    inputs: dict = field(default_factory=dict)
    notes: list = field(default_factory=list)
    warnings: list = field(default_factory=list)
    size: tuple = (0, 0)
    pictures: dict = field(default_factory=dict)
    cpu: tuple = (0.0, 0.0)

    @property
    def frames(self):
        """The number of frames shown."""
        return len(self.hashes)

    def texts_at(self, number):
        """Return the texts on a frame, () before the first."""
        found = bisect_right(self.changes, number, key=lambda change: change[0])
        return self.changes[found - 1][1] if found else ()
