"""Are the texts that a locked-in game claims to have drawn on its picture? Strict mode believes none unseen.

Each claimed text is rendered here, in the built-in font, to the size of its box, and compared with the pixels there.
It counts if the picture has ink of that shape: if its brightness follows the letters, or if most of the letters'
pixels have one colour that few others in the box have.

What this detects: texts that are not there, of the background's colour, covered, moved, or plainly others. What it
cannot: a text of nearly the same shape (SCORE 10 for SCORE 18) and what fits into few pixels. A script gains nothing
by such a lie, since it could as well draw what it claims. Texts that were rotated, mirrored or drawn in a font of the
script's own do not have the expected shape and do not count, though fast mode knows them.
"""

from typing import NamedTuple

import numpy
import pygame

from playtest.cell import LONGEST, MOST_TEXTS
from playtest.endings import plain
from playtest.frames import Text

MOST_SHAPES = 2000  # kept
FARTHEST = 1 << 15  # pixels
WIDEST, TALLEST = 4096, 1024  # boxes looked at
LIKENESS = 0.5  # correlation of the picture with the letters
LETTERS, GAPS = 0.5, 0.25  # or: the share of the letters that has one colour, and at most so much of the gaps
SOLID, EMPTY = 0.8, 0.1  # coverage of a pixel from which on it is a letter, and up to which it is a gap
SAMPLES = 100  # pixels by which a text is known again on the next picture
REFERENCE = 64  # font size
NOWHERE = numpy.empty(0, numpy.intp)
# Bold, italic, and whether the box is that of the whole line, as that of a text with a background is.
LOOKS = [(False, False, False), (False, False, True), (True, False, False), (True, False, True), (False, True, False)]


def as_claims(parsed):
    """Return a tuple of (string, x, y, width, height) from what a game has sent. Raises ValueError."""
    if not isinstance(parsed, list) or len(parsed) > MOST_TEXTS:
        raise ValueError("no list of texts")
    for item in parsed:
        if not isinstance(item, list) or [type(part) for part in item] != [str, int, int, int, int]:
            raise ValueError("not a text")
        if max(map(abs, item[1:])) > FARTHEST or min(item[3:]) < 0:
            raise ValueError("no place for a text")
    return tuple(map(tuple, parsed))


class Shape(NamedTuple):
    """What a text's pixels should look like, each height x width: their coverage from 0 to 1, and masks."""

    cover: numpy.ndarray
    letters: numpy.ndarray
    gaps: numpy.ndarray


class Ink:
    """Renders texts and compares them with pictures; for all games of one console."""

    def __init__(self):
        pygame.font.init()
        self.fonts, self.shapes, self.sizes = {}, {}, {}

    def font(self, size, bold, italic):
        key = size, bold, italic
        if key not in self.fonts:
            font = self.fonts[key] = pygame.font.Font(None, size)
            font.set_bold(bold)
            font.set_italic(italic)
        return self.fonts[key]

    def shape(self, string, width, height, look):
        """Return the Shape that a text's pixels should have, or None."""
        key = string, width, height, look
        if key not in self.shapes:
            if len(self.shapes) >= MOST_SHAPES:
                self.shapes.clear()
            try:
                self.shapes[key] = self.render(string, width, height, *look)
            except (ValueError, UnicodeError, pygame.error):  # NUL bytes, halves of characters, no width
                self.shapes[key] = None
        return self.shapes[key]

    def render(self, string, width, height, bold, italic, is_line):
        key = plain(string), height, bold, italic, is_line
        if key not in self.sizes:  # SCORE 20 has that of SCORE 10
            if len(self.sizes) >= MOST_SHAPES:
                self.sizes.clear()
            self.sizes[key] = self.guess_size(string, width, height, bold, italic, is_line)
        surface = self.font(self.sizes[key], bold, italic).render(string, True, (255, 255, 255))
        box = surface.get_rect() if is_line else surface.get_bounding_rect()
        if not box:
            return None
        if box.size != (width, height):
            surface = pygame.transform.smoothscale(surface.subsurface(box), (width, height))
            box = surface.get_rect()
        rgba = numpy.frombuffer(pygame.image.tobytes(surface.subsurface(box), "RGBA"), numpy.uint8)
        cover = rgba.reshape(height, width, 4)[:, :, 3].astype(numpy.float32) / 255
        return Shape(cover, cover >= min(SOLID, cover.max()), cover <= EMPTY)

    def guess_size(self, string, width, height, bold, italic, is_line):
        """Return the font size in which a text has this height and, of those, best this width."""
        font = self.font(REFERENCE, bold, italic)
        tall = font.get_height()
        if not is_line:
            reaches = [metric for metric in font.metrics(string) if metric]
            tall = max(reach[3] for reach in reaches) - min(reach[2] for reach in reaches)
        size = min(200, max(8, round(REFERENCE * height / max(1, tall))))
        sizes = range(max(5, size - 2), size + 3)
        return min(sizes, key=lambda size: abs(self.font(size, bold, italic).size(string)[0] - width))

    def letters(self, claim, picture):
        """Return a mask of the letters in the visible part of a claimed text's box, or None if it is not there."""
        string, x, y, width, height = claim
        left, top = max(0, -x), max(0, -y)
        part = picture[y + top : y + height, x + left : x + width]
        if len(string) > LONGEST or width > WIDEST or height > TALLEST:
            return None
        for look in LOOKS:
            shape = self.shape(string, width, height, look)
            if shape is not None:
                if part.shape != shape.cover.shape:
                    high, wide = part.shape
                    shape = Shape(*(array[top : top + high, left : left + wide] for array in shape))
                if fits(shape, part):
                    return shape.letters
        return None


def fits(shape, part):
    """Tell whether pixels (uint32, as the window has them) look like a shape."""
    letters, gaps = part[shape.letters], part[shape.gaps]
    if len(letters) and len(gaps):
        color, count = letters[len(letters) // 2], numpy.count_nonzero
        if count(letters == color) >= LETTERS * len(letters) and count(gaps == color) <= GAPS * len(gaps):
            return True
    colors = numpy.ascontiguousarray(part).view(numpy.uint8).reshape(-1, 4)[:, :3].astype(numpy.float32)
    colors -= colors.mean(axis=0)
    cover = shape.cover.ravel() - shape.cover.mean()
    strength = cover @ cover * numpy.einsum("ij,ij->j", colors, colors)
    return bool(((cover @ colors) ** 2 > LIKENESS**2 * strength).any())


class Witness:
    """Follows the texts of one game: claims come in, and those that can be seen go out."""

    def __init__(self, ink):
        self.ink = ink
        self.texts, self.size = (), None
        self.known = {}  # claim -> (Text, or None if it cannot be seen; places that tell if that changes; pixels there)
        self.places, self.values = NOWHERE, b""

    def has_changed(self, pixels):
        """Tell whether pixels (flat) of the texts differ from those on the last picture."""
        return pixels.take(self.places).tobytes() != self.values

    def look(self, claims, pixels, size):
        """Take the claims for a new picture (flat, of a size) and return its texts (tuple of Text)."""
        if size != self.size:
            self.size, self.known = size, {}
        picture, known = pixels.reshape(size[1], size[0]), {}
        for claim in claims:
            entry = self.known.get(claim)
            if entry is None or pixels.take(entry[1]).tobytes() != entry[2]:
                entry = self.judge(claim, picture, pixels)
            known[claim] = entry
        self.known = known
        entries = known.values()
        self.places = numpy.concatenate([places for _, places, _ in entries]) if known else NOWHERE
        self.values = b"".join(values for _, _, values in entries)
        texts = tuple(text for text, _, _ in entries if text)
        if texts != self.texts:
            self.texts = texts
        return self.texts

    def judge(self, claim, picture, pixels):
        """Return what `known` holds of a claim."""
        height, width = picture.shape
        string, x, y, wide, high = claim
        left, top = max(0, x), max(0, y)
        seen_wide, seen_high = min(x + wide, width) - left, min(y + high, height) - top
        if seen_wide <= 0 or seen_high <= 0:
            return Text(*claim, 0.0), NOWHERE, b""  # there is nothing to be seen, and nothing to be gained
        letters = self.ink.letters(claim, picture)
        # What could uncover a text that cannot be seen is anywhere in the box.
        places = numpy.flatnonzero(letters) if letters is not None else numpy.arange(seen_wide * seen_high)
        rows, columns = numpy.divmod(places[:: len(places) // SAMPLES + 1], seen_wide)
        places = (rows + top) * width + columns + left
        text = Text(*claim, round(seen_wide * seen_high / (wide * high), 3)) if letters is not None else None
        return text, places, pixels.take(places).tobytes()
