"""Mistakes that raise nothing: only somebody who plays notices.

Operators as in crashes.py, each with the checks of playtest and scripts/verify.py that it is aimed at. A place counts
only if the broken game fails one of these and still launches and survives.
"""

import re

import libcst as cst
import libcst.matchers as m

SILENT = {}  # name -> (operator, checks it is aimed at)


def aimed_at(*checks):
    def register(function):
        SILENT[function.__name__] = function, checks
        return function

    return register


def pygame_names(code, wanted):
    """Return the nodes of `wanted` in pygame.<wanted> (list[libcst.Name])."""
    return [
        node.attr
        for node in code.all(cst.Attribute)
        if m.matches(node, m.Attribute(value=m.Name("pygame"))) and node.attr.value in wanted
    ]


OTHER_KEYS = {"K_LEFT": "K_KP4", "K_RIGHT": "K_KP6", "K_UP": "K_KP8", "K_DOWN": "K_KP2", "K_SPACE": "K_KP0",
              "K_RETURN": "K_KP_ENTER", "K_a": "K_F1", "K_d": "K_F2", "K_w": "K_F3", "K_s": "K_F4"}  # fmt: skip


@aimed_at("responds", "scores", "fair", "wins")
def dead_key(code):
    """A key that steers does nothing: another one was asked for."""
    for node in pygame_names(code, OTHER_KEYS):
        yield code.mistake(node, OTHER_KEYS[node.value])


@aimed_at("restarts")
def dead_restart(code):
    """R does nothing."""
    for node in pygame_names(code, {"K_r"}):
        yield code.mistake(node, "K_F5")


@aimed_at("quits")
def dead_quit(code):
    """Q does nothing, but Esc does what it should."""
    for node in pygame_names(code, {"K_q"}):
        yield code.mistake(node, "K_ESCAPE")


@aimed_at("closes")
def deaf_window(code):
    """The window's close button is not listened to."""
    for node in pygame_names(code, {"QUIT"}):
        yield code.mistake(node, "WINDOWLEAVE")


@aimed_at("ends", "loses", "scores", "fair", "wins")
def no_collision(code):
    """Things no longer meet: one has to lie inside the other, or the function that tells always says no."""
    for node in code.all(cst.Attribute):
        if node.attr.value in ("colliderect", "collide_rect"):
            yield code.mistake(node.attr, "contains")
    for node in code.all(cst.Return):
        if re.search(r"hit|collid|touch|crash|overlap|blocked|meets", code.function(node)) and node.value:
            yield code.mistake(node.value, "False")


SCORES = re.compile(r"score|points|lines|coins|cleared|caught|kills|distance|eaten|found|gems|stars|home|saved|combo")


@aimed_at("scores")
def frozen_score(code):
    """The score is computed and not kept."""
    for node in code.all(cst.AugAssign):
        if isinstance(node.operator, cst.AddAssign) and SCORES.search(code.text(node.target)):
            start, stop = code.span(node.operator)
            yield code.cut(start, stop, node, code.data[start:stop].decode().replace("+=", "+"))


OVER = re.compile(r"over|lost|dead|alive|state|phase|mode|result|lives|end|message|crash|health|hull|won")


@aimed_at("ends", "loses")
def no_loss(code):
    """Nothing is lost: a life is not taken, the game is not over."""
    for node in code.all(cst.AugAssign):
        if isinstance(node.operator, cst.SubtractAssign) and re.search(r"lives|health|hull|hearts|energy|cities", code.text(node.target)):
            yield code.mistake(node.value, "0")
    for node in code.all(cst.Assign):
        stored = code.text(node.targets[0].target)
        if OVER.search(stored) and not re.search("setup", code.function(node)):
            if m.matches(node.value, m.Name("True")):
                yield code.mistake(node.value, "False")
            elif isinstance(node.value, (cst.SimpleString, cst.Name)) and isinstance(code.around(node, cst.If), cst.If):
                start, stop = code.span(node)
                yield code.cut(start, stop, node, "pass")


@aimed_at("restarts")
def kept_value(code):
    """R keeps something of the game before: a value is not set back."""
    for node in code.all(cst.SimpleStatementLine):
        if re.search(r"reset|restart|new_game|start", code.function(node)) and isinstance(node.body[0], cst.Assign):
            if "\n" not in code.text(node) and len(code.parent(node).body) > 1:
                yield code.without_line(node)


@aimed_at("responds", "ends", "loses", "scores", "fair", "wins")
def no_motion(code):
    """A new place is computed and not kept."""
    for node in code.all(cst.AugAssign):
        if re.search(r"(\b|\.|_)(x|y|dx|dy|vx|vy|left|right|top|bottom|centerx|centery|position|place|pos|angle|speed)$", code.text(node.target)):
            if isinstance(node.operator, (cst.AddAssign, cst.SubtractAssign)):
                start, stop = code.span(node.operator)
                yield code.cut(start, stop, node, code.data[start:stop].decode().replace("=", ""))


@aimed_at("scores", "fair", "wins", "ends")
def wrong_way(code):
    """Something moves the other way: a sign is wrong."""
    for node in code.all(cst.AugAssign):
        if isinstance(node.operator, (cst.AddAssign, cst.SubtractAssign)) and not SCORES.search(code.text(node.target)):
            start, stop = code.span(node.operator)
            yield code.cut(start, stop, node, code.data[start:stop].decode().translate(str.maketrans("+-", "-+")))


WRITES = re.compile(r"write|text|label|say|print_|put|caption|message|blit|hud|draw_line|line")


def text_calls(code):
    """Yield (call, integers) for the calls that may write a text, with the integers of three digits among the arguments."""
    for node in code.all(cst.Call):
        if WRITES.search(code.text(node.func).rpartition(".")[2]):
            start, stop = code.span(node)
            inside = [n for n in code.all(cst.Integer) if start <= code.span(n)[0] < stop and 20 <= int(n.value) < 1000]
            if inside and code.text(node.func) != "pygame.draw.line":
                yield node, inside


@aimed_at("readable", "ends")
def text_off_screen(code):
    """A text stands out of the window."""
    for _, integers in text_calls(code):
        yield code.mistake(integers[-1], integers[-1].value + "0")


@aimed_at("readable")
def text_over_text(code):
    """Two texts stand in the same place."""
    calls = list(text_calls(code))
    for (one, first), (other, second) in zip(calls, calls[1:]):
        same = code.text(one.func) == code.text(other.func) and code.function(one) == code.function(other)
        if same and first[-1].value != second[-1].value:
            yield code.mistake(second[-1], first[-1].value)


@aimed_at("wins")
def win_out_of_reach(code):
    """What it takes to win is too much."""
    for node in code.all(cst.Assign):
        name = code.text(node.targets[0].target)
        if re.fullmatch(r"(\w*_)?(GOAL|TARGET|WIN|WINNING|LAPS|WAVES|LEVELS|STAGES|ROUNDS)(_\w*)?", name):
            if isinstance(node.value, cst.Integer):
                yield code.mistake(node.value, node.value.value + "00")
