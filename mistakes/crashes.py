"""Mistakes that end in a traceback.

Each operator is a generator: it takes a Code and yields the places where it can be made, in the order of the text.
Whether the script really fails there, and soon, only running it can tell.
"""

import re

import libcst as cst
import libcst.matchers as m

CRASHES = {}  # name -> operator


def operator(function):
    CRASHES[function.__name__] = function
    return function


# --- names ------------------------------------------------------------------------------------


@operator
def lost_self(code):
    """`self.score` becomes `score`, which exists elsewhere."""
    for node in code.all(cst.Attribute):
        if m.matches(node, m.Attribute(value=m.Name("self"))) and not code.is_stored(node):
            yield code.mistake(node, node.attr.value)


@operator
def made_local(code):
    """`self.lives -= 1` becomes `lives -= 1`: a local name that has no value, as where `global` is missing."""
    for node in code.all(cst.AugAssign):
        if isinstance(node.target, cst.Attribute):
            yield code.mistake(node.target, node.target.attr.value)


RENAMED = ["{}_SIZE", "GAME_{}", "MAX_{}", "{}_VALUE", "DEFAULT_{}", "{}S"]


@operator
def renamed_constant(code):
    """A constant has another name in one place."""
    for number, node in enumerate(code.all(cst.Name)):
        if re.fullmatch(r"[A-Z][A-Z0-9_]+", node.value) and is_read(code, node):
            yield code.mistake(node, RENAMED[number % len(RENAMED)].format(node.value))


@operator
def renamed_variable(code):
    """A variable has another name in one place: `ball` for `balls`, `new_x` for `x`."""
    for number, node in enumerate(code.all(cst.Name)):
        local = code.function(node) != "<module>" and re.fullmatch(r"[a-z][a-z0-9_]+", node.value)
        if local and node.value not in ("self", "pygame", "random", "math", "sys", "range", "len") and is_read(code, node):
            if not isinstance(code.parent(node), cst.Call):
                name = node.value[:-1] if node.value.endswith("s") else node.value + "s"
                yield code.mistake(node, [name, "new_" + node.value, "current_" + node.value][number % 3])


def is_read(code, node):
    """Tell whether a name is used as a value, and not bound, imported, or part of an attribute or an argument."""
    parent = code.parent(node)
    if isinstance(parent, cst.Attribute):
        return parent.value is node
    if isinstance(parent, cst.Arg):
        return parent.value is node
    bound = (cst.Param, cst.FunctionDef, cst.ClassDef, cst.ImportAlias, cst.ImportFrom, cst.Decorator)
    return not isinstance(parent, bound) and not code.is_stored(node)


@operator
def missing_import(code):
    """An import is missing."""
    for node in code.all(cst.SimpleStatementLine):
        if isinstance(node.body[0], (cst.Import, cst.ImportFrom)) and "pygame" not in code.text(node):
            yield code.without_line(node)


@operator
def missing_attribute(code):
    """An attribute is never set up."""
    target = m.AssignTarget(target=m.Attribute(value=m.Name("self")))
    for node in code.all(cst.SimpleStatementLine):
        if m.matches(node, m.SimpleStatementLine(body=[m.Assign(targets=[target])])) and is_spare(code, node):
            yield code.without_line(node)


SURFACES = re.compile(r"\b(Font|Surface|set_mode|Clock|get_pressed|render)\(")


@operator
def missing_surface(code):
    """A font, a surface, a clock or the pressed keys are used and were never made."""
    for node in code.all(cst.SimpleStatementLine):
        if isinstance(node.body[0], cst.Assign) and SURFACES.search(code.text(node)) and is_spare(code, node):
            yield code.without_line(node)


@operator
def missing_variable(code):
    """A local variable is used before it has a value."""
    target = m.AssignTarget(target=m.Name() | m.Tuple())
    for node in code.all(cst.SimpleStatementLine):
        if m.matches(node, m.SimpleStatementLine(body=[m.Assign(targets=[target])])) and is_spare(code, node):
            if code.function(node) != "<module>" and not SURFACES.search(code.text(node)):
                yield code.without_line(node)


def is_spare(code, statement):
    """Tell whether a statement is one line and not all of its block."""
    return "\n" not in code.text(statement) and len(code.parent(statement).body) > 1


@operator
def used_too_early(code):
    """Two lines of the setup are in the wrong order: something is used before it exists."""
    for block in code.all(cst.IndentedBlock):
        for first, second in zip(block.body, block.body[1:]):
            both = all(isinstance(line, cst.SimpleStatementLine) and "\n" not in code.text(line) for line in (first, second))
            if both and isinstance(first.body[0], cst.Assign) and not second.leading_lines:
                target = code.text(first.body[0].targets[0].target)
                if re.search(rf"\b{re.escape(target)}\b", code.text(second)) or "self." in target and "self." in code.text(second):
                    between = code.data[code.span(first)[1] : code.span(second)[0]].decode()
                    if "#" not in between:
                        text = code.text(second) + between + code.text(first)
                        yield code.cut(code.span(first)[0], code.span(second)[1], first, text)


# --- pygame -----------------------------------------------------------------------------------

FUNCTIONS = {
    "draw.rect": "draw.rectangle", "draw.circle": "draw.disc", "draw.line": "draw.segment", "draw.polygon": "draw.poly",
    "draw.ellipse": "draw.oval", "draw.lines": "draw.polyline", "draw.arc": "draw.curve",
    "display.flip": "display.refresh", "display.set_mode": "display.set_size", "display.set_caption": "display.set_title",
    "event.get": "event.get_events", "key.get_pressed": "key.get_keys", "mouse.get_pos": "mouse.get_position",
    "time.Clock": "time.clock", "font.Font": "font.font", "Rect": "Rectangle", "Surface": "surface", "init": "initialize",
    "time.get_ticks": "time.get_time",
}  # fmt: skip


@operator
def unknown_function(code):
    """A pygame function that sounds right and does not exist."""
    for node in code.all(cst.Attribute):
        name = code.text(node).removeprefix("pygame.")
        if code.text(node).startswith("pygame.") and name in FUNCTIONS:
            yield code.mistake(node, "pygame." + FUNCTIONS[name])


CONSTANTS = {
    "K_LEFT": "K_ARROW_LEFT", "K_RIGHT": "K_ARROW_RIGHT", "K_UP": "KEY_UP", "K_DOWN": "KEY_DOWN", "K_RETURN": "K_ENTER",
    "K_SPACE": "K_SPACEBAR", "K_ESCAPE": "K_ESC", "K_r": "K_R", "K_q": "K_Q", "K_w": "K_W", "K_s": "K_S", "K_a": "K_A",
    "K_d": "K_D", "QUIT": "EXIT", "KEYDOWN": "KEY_PRESSED", "KEYUP": "KEY_RELEASED", "MOUSEBUTTONDOWN": "MOUSEDOWN",
    "MOUSEMOTION": "MOUSEMOVE", "SRCALPHA": "ALPHA", "K_x": "K_X", "K_z": "K_Z", "K_LSHIFT": "K_SHIFT",
}  # fmt: skip


@operator
def unknown_constant(code):
    """A pygame constant that does not exist."""
    for node in code.all(cst.Attribute):
        if m.matches(node, m.Attribute(value=m.Name("pygame"))) and node.attr.value in CONSTANTS:
            yield code.mistake(node.attr, CONSTANTS[node.attr.value])


METHODS = {
    "blit": "draw", "render": "render_text", "fill": "clear", "get_rect": "get_rectangle", "colliderect": "collides_with",
    "collidepoint": "contains_point", "inflate": "expand", "get_width": "width", "get_height": "height", "tick": "set_fps",
    "append": "add", "centerx": "center_x", "centery": "center_y", "topleft": "top_left", "midtop": "mid_top",
    "midbottom": "mid_bottom", "bottom": "bottom_y", "right": "right_x", "move": "translate", "appendleft": "prepend",
    "type": "event_type", "length": "magnitude_of", "add": "append", "update": "set", "items": "pairs",
}  # fmt: skip


@operator
def unknown_method(code):
    """A method or attribute that pygame's or Python's objects do not have."""
    for node in code.all(cst.Attribute):
        if node.attr.value in METHODS and not m.matches(node.value, m.Name("self") | m.Name("pygame")):
            yield code.mistake(node.attr, METHODS[node.attr.value])


@operator
def bad_color(code):
    """A colour has a value missing, or one above 255."""
    for number, node in enumerate(code.all(cst.Tuple)):
        parts = [element.value for element in node.elements]
        if len(parts) == 3 and all(isinstance(part, cst.Integer) and int(part.value) <= 255 for part in parts):
            if number % 2:
                yield code.cut(code.span(parts[1])[1], code.span(parts[2])[1], node)
            else:
                part = parts[number // 2 % 3]
                yield code.mistake(part, str(256 + int(part.value) // 8))


@operator
def swapped_arguments(code):
    """The first two arguments change places."""
    for node in code.all(cst.Call):
        called = code.text(node.func)
        if re.match(r"pygame\.(draw|font|Rect|transform)\b|.*\.(blit|render)$", called) and len(node.args) >= 2:
            one, two = node.args[:2]
            texts = [code.text(arg).rstrip(" ,") for arg in (one, two)]
            if not (one.keyword or two.keyword or one.star or two.star or texts[0] == texts[1]):
                start = code.span(one)[0]
                yield code.cut(start, code.span(two)[0] + len(texts[1].encode()), node, ", ".join(reversed(texts)))


@operator
def missing_argument(code):
    """The last argument of a call is missing."""
    for node in code.all(cst.Call):
        if len(node.args) >= 2 and not any(arg.star or arg.keyword for arg in node.args):
            start, stop = code.span(node.args[-1])
            yield code.cut(code.data.rfind(b",", 0, start), stop, node)


@operator
def float_for_int(code):
    """A division gives a float where an int is needed: `/` for `//`, `int(...)` left out, a font of half a pixel."""
    for node in code.all(cst.FloorDivide, cst.Call):
        call = code.around(node, cst.Call) if isinstance(node, cst.FloorDivide) else node
        if call and code.text(call.func).startswith("random."):
            continue  # releases of Python differ there
        if isinstance(node, cst.FloorDivide):
            start, stop = code.span(node)
            yield code.cut(start, stop, node, code.data[start:stop].decode().replace("//", "/"))
        elif m.matches(node, m.Call(func=m.Name("int"), args=[m.Arg()])):
            yield code.mistake(node, code.text(node.args[0].value))
        elif re.search(r"\bFont$|^range$", code.text(node.func)) and isinstance(node.args[-1].value, (cst.Integer, cst.Name)):
            yield code.mistake(node.args[-1].value, code.text(node.args[-1].value) + " / 2")


# --- types ------------------------------------------------------------------------------------


@operator
def text_plus_number(code):
    """A number is added to a text."""
    for node in code.all(cst.FormattedString):
        parts = node.parts
        if len(parts) == 2 and isinstance(parts[0], cst.FormattedStringText):
            value = parts[1]
            if isinstance(value, cst.FormattedStringExpression) and value.format_spec is None and value.conversion is None:
                yield code.mistake(node, f'"{parts[0].value}" + {code.text(value.expression)}')


PARTS = {
    "centerx": "center.x", "centery": "center.y", "left": "topleft.x", "top": "topleft.y", "width": "size.x",
    "height": "size.y", "right": "bottomright.x", "bottom": "bottomright.y",
}  # fmt: skip


@operator
def part_of_tuple(code):
    """A tuple is used as if its parts had names: `rect.center.x`, `cell.x`."""
    for node in code.all(cst.Attribute, cst.Subscript):
        if isinstance(node, cst.Attribute) and node.attr.value in PARTS and not m.matches(node.value, m.Name("self")):
            yield code.mistake(node.attr, PARTS[node.attr.value])
        if m.matches(node, m.Subscript(slice=[m.SubscriptElement(m.Index(m.Integer("0") | m.Integer("1")))])):
            yield code.mistake(node, code.text(node.value) + (".x" if node.slice[0].slice.value.value == "0" else ".y"))


@operator
def changed_tuple(code):
    """A tuple stands where a list is changed later."""
    for node in code.all(cst.List, cst.ListComp):
        parent = code.parent(node)
        if isinstance(parent, cst.Assign) and is_changed(code, code.text(parent.targets[0].target)):
            inner = code.text(node)[1:-1].rstrip(" ,\n")
            text = f"tuple({inner})" if isinstance(node, cst.ListComp) else f"({inner},)" if inner else "()"
            yield code.mistake(node, text)


def is_changed(code, name):
    """Tell whether the code changes a list of that name, or of an attribute's (bool)."""
    name = re.escape(name.rpartition(".")[2])
    changes = rf"\b{name}(\.(append|remove|pop|extend|insert|sort|clear)\(|(\[[^\]]*\])+ [-+*]?= )"
    return re.search(changes, code.data.decode()) is not None


@operator
def called_property(code):
    """A value is called like a method."""
    for node in code.all(cst.Attribute):
        called = isinstance(code.parent(node), (cst.Call, cst.Attribute, cst.ImportFrom, cst.ImportAlias, cst.Decorator))
        if not called and not code.is_stored(node) and not code.text(node).startswith("pygame."):
            yield code.mistake(node, code.text(node) + "()")


@operator
def missing_self_parameter(code):
    """A method has no `self`."""
    for node in code.all(cst.FunctionDef):
        params = node.params.params
        if params and params[0].name.value == "self":
            stop = code.span(params[1])[0] if len(params) > 1 else code.span(params[0])[1]
            yield code.cut(code.span(params[0])[0], stop, node)


# --- containers -------------------------------------------------------------------------------


@operator
def missing_key(code):
    """A dictionary is asked for a key that it does not have, or a list for a place behind its end."""
    for node in code.all(cst.Subscript):
        if len(node.slice) != 1 or not isinstance(node.slice[0].slice, cst.Index) or code.is_stored(node):
            continue
        index = node.slice[0].slice.value
        if isinstance(index, cst.SimpleString):
            word = index.raw_value
            yield code.mistake(index, f'"{word.capitalize() if word.islower() else word.lower()}"')
        elif isinstance(index, cst.Integer):
            yield code.mistake(index, str(int(index.value) + 1))
        elif isinstance(index, cst.Name):
            yield code.mistake(index, code.text(index) + " + 1")


@operator
def changed_while_looped(code):
    """A set, dictionary or deque changes while a loop runs over it."""
    for loop in code.all(cst.For):
        if m.matches(loop.iter, m.Call(func=m.Name("list") | m.Name("sorted") | m.Name("tuple"), args=[m.Arg()])):
            yield code.mistake(loop.iter, code.text(loop.iter.args[0].value))
        iterated = loop.iter
        if m.matches(iterated, m.Call(func=m.Attribute(attr=m.Name("items") | m.Name("keys") | m.Name("values")))):
            iterated = iterated.func.value
        if not isinstance(iterated, (cst.Name, cst.Attribute)):
            continue
        start, stop = code.span(loop.body)
        for node in code.all(cst.Subscript, cst.Attribute):
            if start <= code.span(node)[0] < stop and code.text(node.value) != code.text(iterated):
                is_set = isinstance(node, cst.Subscript) and code.is_stored(node)
                is_added = isinstance(node, cst.Attribute) and node.attr.value in ("add", "append", "update", "extend")
                if is_set or is_added and isinstance(code.parent(node), cst.Call):
                    yield code.mistake(node.value, code.text(iterated))


# --- syntax: the tokens are found by LibCST, what remains is no longer Python ------------------


@operator
def unclosed_bracket(code):
    """A closing bracket is missing."""
    for node in code.all(cst.Call, cst.List, cst.Dict, cst.Subscript):
        stop = code.span(node)[1]
        if not node.children or code.data[stop - 1 : stop] in b")]}":
            yield code.cut(stop - 1, stop, node)


@operator
def unclosed_quote(code):
    """The quote at a text's end is missing."""
    for node in code.all(cst.SimpleString, cst.FormattedString):
        start, stop = code.span(node)
        if code.data[stop - 3 : stop] != b'"""':
            yield code.cut(stop - 1, stop, node)


@operator
def missing_colon(code):
    """The colon at a block's head is missing."""
    for node in code.all(cst.IndentedBlock):
        head = code.parent(node)
        if isinstance(head, (cst.If, cst.For, cst.While, cst.FunctionDef, cst.ClassDef, cst.Else)):
            # A comment may follow, with a colon of its own.
            stop = first_line(code, node) + 1 - len(code.module.code_for_node(node.header).encode())
            yield code.cut(stop - 1, stop, node)


@operator
def wrong_indent(code):
    """One line stands four spaces too far to the right, or to the left."""
    for number, block in enumerate(code.all(cst.IndentedBlock)):
        for place, line in enumerate(block.body):
            if isinstance(line, cst.SimpleStatementLine) and "\n" not in code.text(line):
                start = code.span(line)[0]
                if number % 2 and place == 0:
                    yield code.cut(start - 4, start, line)
                elif not number % 2 and place > 0:
                    yield code.cut(start, start, line, "    ")


@operator
def return_outside_function(code):
    """The last line of a function, its `return`, stands outside of it."""
    for function in code.all(cst.FunctionDef):
        last = function.body.body[-1]
        if m.matches(last, m.SimpleStatementLine(body=[m.Return()])) and len(function.body.body) > 1:
            start = code.span(last)[0]
            if isinstance(code.parent(function), cst.Module) and "\n" not in code.text(last):
                yield code.cut(code.data.rfind(b"\n", 0, start) + 1, start, last)


def first_line(code, block):
    """Return where the line of a block's head ends (int)."""
    start = code.span(block.body[0])[0]
    lines = block.body[0].leading_lines if hasattr(block.body[0], "leading_lines") else ()
    for _ in range(len(lines) + 1):
        start = code.data.rfind(b"\n", 0, start)
    return start
