"""The screen of the console: surfaces and fonts that remember which text was drawn where.

pygame's own surfaces cannot be watched, so scripts get subclasses. `Canvas` stands in for pygame.Surface and
carries the texts drawn on it from surface to surface; `Display` is the one that ends up in the window.

A text travels as a tuple (string, x, y, width, height, glyphs): the box of its letters on the surface that carries
it, and a few of its pixels, by which the display can tell later whether the letters are still to be seen.
"""

import ctypes
import weakref

import numpy
import pygame

RealSurface = pygame.Surface
real_blit, real_fill, real_copy = RealSurface.blit, RealSurface.fill, RealSurface.copy

CACHED_TEXTS = 400  # rendered texts kept by a font
KEPT_TEXTS = 400  # texts remembered by a canvas that nobody clears
SAMPLES = 24  # letter pixels looked at
MANY = 80  # texts at once, from which on nobody looks which of them lie across each other

# Plain surfaces made by pygame itself (pygame.transform) that show text: id -> (weak reference, texts)
_plain = {}


def texts_of(surface):
    """Return the texts on any surface as a sequence of tuples."""
    if type(surface) is not RealSurface:
        return surface.texts
    entry = _plain.get(id(surface))
    return entry[1] if entry else ()


def remember(surface, texts):
    """Note which texts a surface shows, also where it is a plain one."""
    if type(surface) is not RealSurface:
        surface.texts = texts
    elif texts:
        key = id(surface)
        _plain[key] = (weakref.ref(surface, lambda gone: _plain.pop(key, None)), texts)


def moved(texts, dx, dy, area=None):
    """Return texts as they lie after a blit to (dx, dy), without those outside the blitted area."""
    if area is not None:
        area = pygame.Rect(area)
        texts = [text for text in texts if area.colliderect(text[1:5])]
        dx, dy = dx - area.x, dy - area.y
    return [(text, x + dx, y + dy, width, height, glyphs) for text, x, y, width, height, glyphs in texts]


class CanvasType(type(RealSurface)):
    """Makes isinstance(anything, pygame.Surface) true for the plain surfaces too."""

    def __instancecheck__(cls, thing):
        return isinstance(thing, RealSurface) if cls is Canvas else type.__instancecheck__(cls, thing)


class Canvas(RealSurface, metaclass=CanvasType):
    """A surface that carries the texts drawn on it. With the first one it becomes a TextCanvas."""

    texts = ()
    parent = None  # for a subsurface: the canvas it is a part of, and where
    offset = (0, 0)

    def note(self, texts):
        """Take texts that have just been drawn here; a new one replaces those at its place."""
        if self.parent is not None:
            self.parent.note(moved(texts, *self.offset))
            return
        places = {text[1:3] for text in texts}
        self.texts = [text for text in self.texts[-KEPT_TEXTS:] if text[1:3] not in places] + list(texts)
        if type(self) is Canvas:
            self.__class__ = TextCanvas

    def blit(self, source, dest=(0, 0), area=None, special_flags=0):
        drawn = real_blit(self, source, dest, area, special_flags)
        if type(source) is RealSurface:
            texts = _plain and texts_of(source)
        else:
            texts = source.texts
        if texts:
            self.note(moved(texts, int(dest[0]), int(dest[1]), area))
        return drawn

    def blits(self, blit_sequence, doreturn=True):
        drawn = [self.blit(*item) for item in blit_sequence]
        return drawn if doreturn else None

    def fblits(self, blit_sequence, special_flags=0):
        for source, dest in blit_sequence:
            self.blit(source, dest, None, special_flags)

    def subsurface(self, *rect):
        part = RealSurface.subsurface(self, *rect)
        part.parent, part.offset = self, part.get_offset()
        if self.texts:
            x, y = part.offset
            part.texts = moved(self.texts, 0, 0, (x, y, *part.get_size()))
        return part


class TextCanvas(Canvas):
    """A canvas with texts on it. The methods that matter for them cost a little, so others do without."""

    def fill(self, color, rect=None, special_flags=0):
        if self.texts and not special_flags:
            self.forget(rect)
        return real_fill(self, color, rect, special_flags)

    def forget(self, rect):
        """Drop the texts that a filled rectangle (None: everything) covers."""
        covered = self.get_rect() if rect is None else pygame.Rect(rect)
        self.texts = [text for text in self.texts if not covered.contains(text[1:5])]

    def copy(self):
        return self.carry(real_copy(self))

    def convert(self, *how):
        return self.carry(RealSurface.convert(self, *how))

    def convert_alpha(self, *how):
        return self.carry(RealSurface.convert_alpha(self, *how))

    def carry(self, surface):
        """Give a surface with the same picture the same texts."""
        if self.texts:
            surface.texts = list(self.texts)
        return surface


class Glyphs:
    """Some pixels of a rendered text: (x, y, colour) of its letters, and (x, y) where there is nothing."""

    __slots__ = ("letters", "gaps")

    def __init__(self, surface, box):
        rgba = pygame.image.tobytes(RealSurface.subsurface(surface, box), "RGBA")  # what has the colour key: alpha 0
        colors = numpy.frombuffer(rgba, numpy.uint8).reshape(-1, 4)
        step = max(1, len(colors) // (SAMPLES * 8))
        alpha = colors[::step, 3]

        def sample(places):
            places = places[:: len(places) // SAMPLES + 1] * step
            return [(place % box.width, place // box.width, place) for place in places.tolist()]

        # Opaque pixels alone: the others are mixed with what lies behind.
        self.letters = [(x, y, tuple(rgba[4 * place : 4 * place + 4])) for x, y, place in sample(numpy.flatnonzero(alpha == 255))]
        self.gaps = [(x, y) for x, y, _ in sample(numpy.flatnonzero(alpha == 0))]


class Display(TextCanvas):
    """The surface in the window. `settle` tells which texts can be seen on it."""

    fresh = None  # texts drawn since the last frame; None for a copy or a part of the display

    def start(self):
        """Set up an empty screen; to be called once after the constructor."""
        self.fresh = []
        self.drawn = []  # the same of the frame before
        self.seen = {}  # text on the frame before -> checksum of its place, if it has no letters to look at
        self.shown = ()  # and as Text
        self.cleared = False
        self.box = self.get_rect()
        width, height = self.get_size()
        self.pixels = None
        if self.get_pitch() == width * 4 and self.get_bitsize() == 32:
            memory = (ctypes.c_uint32 * (width * height)).from_address(self._pixels_address)
            self.pixels = numpy.frombuffer(memory, numpy.uint32)
        return self

    def note(self, texts):
        if self.fresh is None:
            super().note(texts)
        else:
            self.fresh += texts

    def fill(self, color, rect=None, special_flags=0):
        if self.fresh is None:
            return super().fill(color, rect, special_flags)
        if rect is not None or special_flags:
            return real_fill(self, color, rect, special_flags)
        self.fresh.clear()
        self.cleared = True
        if self.pixels is None or self.get_clip() != self.box:
            return real_fill(self, color)
        # SDL writes past the caches, so that the hash would have to wait for the memory: it takes half as long so.
        # Unlike fill, map_rgb takes no names; a number is a pixel's value already.
        color = pygame.Color(color) if isinstance(color, str) else color
        value = color if isinstance(color, int) else self.map_rgb(color)
        if value:
            self.pixels.fill(value)
        else:
            ctypes.memset(self._pixels_address, 0, self.pixels.nbytes)
        return self.get_rect()

    def carry(self, surface):
        surface.texts = list(dict.fromkeys([*self.seen, *self.fresh])) if self.fresh is not None else self.texts
        return surface

    def settle(self, make_text):
        """Close a frame and return a tuple of its texts: those drawn, and older ones not yet painted over."""
        fresh, cleared = self.fresh, self.cleared
        self.fresh, self.cleared = [], False
        if fresh == self.drawn and (cleared or fresh and len(fresh) == len(self.seen)):
            return self.shown
        known, now = set(self.drawn), dict.fromkeys(fresh)
        seen = {}
        for text, checksum in self.seen.items():
            if not cleared and text not in now and self.has_stayed(text, checksum, fresh):
                seen[text] = checksum
        for text in now:
            if text in known and not self.is_crossed(text, fresh) or self.can_be_seen(text):
                seen[text] = None if cleared or text[5] else self.checksum(text)
        self.drawn, self.seen = fresh, seen
        self.shown = tuple(make_text(*text[:5], self.share_inside(text)) for text in seen)
        return self.shown

    def has_stayed(self, text, checksum, fresh):
        """Tell whether a text that was not drawn again is still there."""
        box = pygame.Rect(text[1:5])
        for other in fresh:
            part = box.clip(other[1:5])
            if 2 * part.width * part.height > box.width * box.height:
                return False  # written over: SCORE 10 has most of the letters of SCORE 0
        if text[5] and text[5].letters:
            return self.can_be_seen(text)
        return checksum is not None and checksum == self.checksum(text)

    def checksum(self, text):
        """Return a number for the pixels in a text's box."""
        box = pygame.Rect(text[1:5]).clip(self.box)
        return hash(pygame.image.tobytes(RealSurface.subsurface(self, box), "RGB")) if box else None

    def is_crossed(self, text, others):
        """Tell whether another text lies across, so that a panel may have been drawn in between."""
        _, x, y, width, height, _ = text
        if len(others) > MANY:
            return False
        for _, left, top, wide, high, _ in others:
            if left < x + width and x < left + wide and top < y + height and y < top + high:
                if (left, top, wide, high) != (x, y, width, height):
                    return True
        return False

    def share_inside(self, text):
        box = pygame.Rect(text[1:5])
        part = box.clip(self.box)
        return round(part.width * part.height / max(1, box.width * box.height), 3)

    def can_be_seen(self, text):
        """Tell whether the letters still stand out from the picture; outside the window there is no telling."""
        _, left, top, _, _, glyphs = text
        if not glyphs or not glyphs.letters:
            return True
        inside = self.box.collidepoint
        places = [(x + left, y + top, color) for x, y, color in glyphs.letters if inside(x + left, y + top)]
        if not places:
            return True
        there = sum(self.get_at((x, y))[:3] == color[:3] for x, y, color in places)
        if 2 * there < len(places):
            return False
        gaps = [(x + left, y + top) for x, y in glyphs.gaps if inside(x + left, y + top)]
        return not gaps or any(self.get_at(place)[:3] != places[0][2][:3] for place in gaps)


def as_canvas(surface, string):
    """Return a canvas with the picture of a rendered text, which carries the text."""
    flags = surface.get_flags() & pygame.SRCALPHA
    canvas = Canvas(surface.get_size(), flags, surface)
    key = surface.get_colorkey()
    if surface.get_bitsize() == 8:
        canvas.set_palette(surface.get_palette())
    # Copy the pixels as they are, transparent ones included.
    surface.set_colorkey(None)
    surface.set_alpha(None)
    real_blit(canvas, surface, (0, 0))
    canvas.set_colorkey(key)
    box = canvas.get_bounding_rect()
    canvas.__class__ = TextCanvas
    if string.strip() and box.width and box.height:
        canvas.texts = [(string, *box, Glyphs(canvas, box))]
    return canvas


def spell(text):
    """Return what was rendered as a string; pygame also takes bytes and None."""
    return text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text or "")


class Font(pygame.font.Font):
    """A font whose pictures carry their text. Equal texts are rendered once and copied."""

    def __init__(self, *args, **named):
        super().__init__(*args, **named)
        self.__dict__["known"] = {}

    def __setattr__(self, name, value):
        self.known.clear()  # bold, italic, ... make other pictures
        super().__setattr__(name, value)

    def render(self, text, *look, **named):
        if named:
            return as_canvas(super().render(text, *look, **named), spell(text))
        key = (text, *[part if isinstance(part, (int, str, tuple)) or part is None else tuple(part) for part in look])
        try:
            known = self.known.get(key)
        except TypeError:  # a list in a tuple; let pygame judge it
            return as_canvas(super().render(text, *look), spell(text))
        if known is None:
            if len(self.known) >= CACHED_TEXTS:
                self.known.clear()
            known = self.known[key] = as_canvas(super().render(text, *look), spell(text))
        picture = real_copy(known)
        picture.texts = known.texts
        return picture


def _restyle(name):
    def method(self, *args):
        self.known.clear()
        return getattr(super(Font, self), name)(*args)

    return method


for _name in dir(pygame.font.Font):
    if _name.startswith("set_"):
        setattr(Font, _name, _restyle(_name))


def sys_font(name, size, bold=False, italic=False, constructor=None):
    """Stand in for pygame.font.SysFont: the built-in font, since the fonts of machines differ."""
    if constructor:
        return constructor(None, size, bold, italic)
    font = Font(None, size)
    font.set_bold(bool(bold))
    font.set_italic(bool(italic))
    return font


def carrying(function, reshape):
    """Wrap a function of pygame.transform so that its result carries the source's texts."""

    def wrapped(surface, *args, **named):
        result = function(surface, *args, **named)
        texts = texts_of(surface)
        if texts and isinstance(result, RealSurface):
            texts = reshape(texts, surface.get_size(), result.get_size())
            if type(result) is not RealSurface:
                result.note(texts)
            else:
                remember(result, texts)
        return result

    wrapped.__name__ = function.__name__
    return wrapped


def scaled(texts, old, new):
    """Return texts as they lie on a picture of another size."""
    across, down = new[0] / max(1, old[0]), new[1] / max(1, old[1])
    return [
        (text, int(x * across), int(y * down), round(width * across), round(height * down), None)
        for text, x, y, width, height, _ in texts
    ]


def centered(texts, old, new):
    """Return texts as they lie, about, on a picture that was turned around its middle."""
    dx, dy = (new[0] - old[0]) // 2, (new[1] - old[1]) // 2
    return [(text, x + dx, y + dy, width, height, None) for text, x, y, width, height, _ in texts]


def install_freetype(freetype):
    """Replace the fonts of pygame.freetype."""

    class FreetypeFont(freetype.Font):
        def render(self, text, *look, **named):
            surface, rect = super().render(text, *look, **named)
            return as_canvas(surface, spell(text)), rect

        def render_to(self, surf, dest, text, *look, **named):
            rect = super().render_to(surf, dest, text, *look, **named)
            if type(surf) is not RealSurface and spell(text).strip():
                surf.note([(spell(text), *rect, None)])
            return rect

    freetype.Font = FreetypeFont
    freetype.SysFont = lambda name, size, *style, **named: FreetypeFont(None, size)
    freetype.get_fonts = lambda: []


def install(freetype):
    """Put canvases and fonts in the place of pygame's."""
    pygame.Surface = pygame.surface.Surface = pygame.surface.SurfaceType = pygame.SurfaceType = Canvas
    pygame.font.Font = pygame.font.FontType = pygame.sysfont.Font = Font
    pygame.font.SysFont = pygame.sysfont.SysFont = sys_font
    if hasattr(pygame, "Font"):  # pygame-ce
        pygame.Font, pygame.SysFont = Font, sys_font
    pygame.font.get_fonts = lambda: []
    pygame.font.match_font = lambda *name, **style: None
    for name in ("scale", "smoothscale", "scale2x", "scale_by", "smoothscale_by"):
        if hasattr(pygame.transform, name):
            setattr(pygame.transform, name, carrying(getattr(pygame.transform, name), scaled))
    for name in ("rotate", "rotozoom", "flip"):
        setattr(pygame.transform, name, carrying(getattr(pygame.transform, name), centered))
    if freetype:
        install_freetype(freetype)
