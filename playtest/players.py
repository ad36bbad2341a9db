"""Players: generator functions that get the first frame, yield inputs and receive the next frame.

Inputs are an iterable of key names held during the next frame ("LEFT", "a": pygame's K_ names without K_), of
("click", x, y), ("move", x, y) and "CLOSE" for the window's close button. ("note", value) goes into the run's notes
and not to the game. Everything here looks at frames alone.
"""

import functools
import random as chance
import runpy

import numpy

from playtest import endings

CALM = 60  # frames without any change of the counters, after which play may have stopped
PATIENCE = 300  # frames to wait for that calm
BLINK = 45  # frames that an end phrase may be away and come back
CURSOR = 0.03  # share of the picture that may follow the keys on an end screen
RETRY = 300  # frames until a false alarm is looked at again


def idle(frame):
    """Do nothing."""
    while True:
        frame = yield ()


def scripted(frame, inputs):
    """Give the inputs of a dict {frame number: inputs}, each until the next one, as Run.inputs has them."""
    now = ()
    while True:
        now = inputs.get(frame.number, now)
        frame = yield now


def random(frame, seed=0, keys=("LEFT", "RIGHT", "UP", "DOWN", "SPACE", "RETURN"), mouse=False):
    """Hold one or two random keys for a while, or click where something is drawn."""
    dice = chance.Random(f"player {seed}")
    while True:
        inputs, duration = [], dice.choice((2, 4, 8, 15, 25))
        if mouse and (not keys or dice.random() < 0.5):
            inputs, duration = [("click", *somewhere(frame, dice))], dice.choice((1, 3, 10))
        elif keys and dice.random() < 0.85:
            inputs = dice.sample(keys, min(len(keys), dice.choice((1, 1, 1, 2))))
        for _ in range(duration):
            frame = yield inputs
            inputs = [item for item in inputs if isinstance(item, str)]
        frame = yield ()


def somewhere(frame, dice):
    """Return a place where something is drawn: on a text, or where the picture is not background."""
    width, height = frame.size
    texts = [text for text in frame.texts if not endings.QUIT.search(text.text)]
    if texts and dice.random() < 0.25:
        x, y = dice.choice(texts).center
        if 0 <= x < width and 0 <= y < height:
            return x, y
    background = frame.pixel(0, 0)
    for _ in range(20):
        place = dice.randrange(width), dice.randrange(height)
        if frame.pixel(*place) != background:
            break
    return place


@functools.lru_cache(None)
def load(path):
    """Return the names that a Python file defines."""
    return runpy.run_path(path)


def from_file(frame, path, name, arguments=()):
    """Play as the generator function of that name in a Python file does."""
    return (yield from load(path)[name](frame, *arguments))


def press_each(frame, keys, mouse=False, rest=8):
    """Press one key after the other (or click) and let go for some frames, again and again."""
    dice = chance.Random("press each")
    while True:
        for key in [*keys, *(["click"] * 3 if mouse else [])]:
            inputs = [("click", *somewhere(frame, dice))] if key == "click" else [key]
            for _ in range(1 if key == "click" else 5):
                frame = yield inputs
            for _ in range(rest):
                frame = yield ()


def replay(frame, inputs, until, then):
    """Give recorded inputs ({frame: inputs}) up to a frame, and go on as another player."""
    now = ()
    while frame.number < until:
        now = inputs.get(frame.number, now)
        frame = yield now
    yield from then(frame)


def press(frame, keys, frames=3, wait=60, then=idle):
    """Press keys (or "CLOSE") for some frames, let go, wait, and go on as another player."""
    for _ in range(frames):
        frame = yield keys
        if "CLOSE" in keys:
            break
    for _ in range(wait):
        frame = yield ()
    yield from then(frame)


def tire(frame, inner, frames):
    """Play as another player for so many frames, and do nothing from then on."""
    play = inner(frame)
    inputs = next(play)
    for _ in range(frames):
        frame = yield inputs
        inputs = play.send(frame)
    yield from idle(frame)


def stop(frame):
    """Stop the run."""
    return
    yield


def through_ends(frame, inner, keys=(), mouse=False, known=(), then=None):
    """Play as `inner`, check each end state that turns up, note it, and press R for a new game.

    With `then` it goes on as that player after the first end.

    Notes ["end", {...}] (see `check_end`) and ["left", {"frame", "key"}] once the end texts are gone again.
    """
    known = set(known)
    play, look_again = None, 0
    while True:
        if frame.number <= endings.FIRST_FRAMES:
            known.update(endings.plain(text.text) for text in frame.texts)
        elif frame.number >= look_again and endings.end_texts(frame.texts, known):
            frame, end = yield from check_end(frame, keys, mouse, known)
            if end:
                frame = yield [("note", ["end", end])]
                if then:
                    yield from then(frame)
                    return
                if not end["left_by"]:
                    frame = yield from leave_end(frame, known)
            look_again = frame.number + RETRY
            continue
        if play is None:
            play = inner(frame)
            inputs = next(play)
        else:
            inputs = play.send(frame)
        if not endings.end_texts(frame.texts, known):
            look_again = 0
        frame = yield inputs


def check_end(frame, keys, mouse, known):
    """Find out whether play has stopped. Returns (last frame, None or what is known of the end).

    First nothing is pressed until the counters have been the same for CALM frames; then each key of the game is
    tried, and clicks if it uses the mouse. While the end text stands, no counter may change. `static` tells that
    the picture stood still, and that the keys changed no more of it than a cursor that still moves. Where it is
    false, the judge has to compare this with a run without the keys.
    """
    start, texts = frame.number, endings.end_texts(frame.texts, known)
    calm_since, seen_at, values, pictures = start, start, {}, []
    while frame.number - calm_since < CALM:
        now = endings.counters(frame.texts)
        if differ(values, now):
            calm_since = frame.number
        values.update(now)
        seen_at = frame.number if endings.end_texts(frame.texts, known) else seen_at
        if frame.number - start > PATIENCE or frame.number - seen_at > BLINK:
            return frame, None
        pictures.append(frame.hash)
        frame = yield ()
    end = {"frame": start, "texts": texts, "calm": frame.number, "left_by": None}
    static, picture = len(set(pictures[-CALM // 2 :])) == 1, frame.picture()
    same = {frame.hash}  # hashes of pictures that are as good as the first
    for inputs in trials(frame, keys, mouse):
        frame = yield inputs
        if static and frame.hash not in same:
            static = changed_share(picture, frame.picture()) <= CURSOR or not endings.end_texts(frame.texts, known)
            same.add(frame.hash)
        seen_at = frame.number if endings.end_texts(frame.texts, known) else seen_at
        if frame.number - seen_at > BLINK:
            end["left_by"] = inputs or "a key"
            break
        if frame.number == seen_at and differ(values, endings.counters(frame.texts)):
            return frame, None
    end.update(checked=seen_at, static=static)
    return frame, end


def changed_share(one, other):
    """Return the share of the bytes that differ between two pictures, 1 for pictures of different sizes."""
    if len(one) != len(other):
        return 1.0
    different = numpy.frombuffer(one, numpy.uint8) != numpy.frombuffer(other, numpy.uint8)
    return float(different.mean())


def differ(values, now):
    """Tell whether a counter shows another value than before."""
    return any(values.get(label, value) != value for label, value in now.items())


def trials(frame, keys, mouse):
    """Return the inputs, frame by frame, that try whether the game still answers."""
    dice = chance.Random("trials")
    inputs = []
    for key in keys:
        inputs += [[key]] * 4 + [[]] * 3
    for _ in range(3 if mouse else 0):
        inputs += [[("click", *somewhere(frame, dice))]] + [[]] * 6
    return inputs + [[]] * (BLINK + 5)


def leave_end(frame, known):
    """Press R, and if that does not help what else could start a new game. Returns the last frame."""
    tries = ["r", "RETURN", "SPACE", "y"]
    tries += [("click", *text.center) for text in frame.texts if is_button(text.text)]
    for key in tries:
        for _ in range(3):
            frame = yield [key]
        for _ in range(BLINK + 5):
            frame = yield ()
        if not endings.end_texts(frame.texts, known):
            frame = yield [("note", ["left", {"frame": frame.number, "key": key}])]
            return frame
    return frame


def is_button(string):
    """Tell whether a text may be a button for a new game."""
    return any(word in string.lower() for word in ("again", "restart", "new game"))
