"""What can be said of a script without running it."""

import ast
import re
import threading
import warnings

MODULES = {"random", "math", "sys", "collections", "dataclasses", "enum", "itertools", "heapq", "string", "pygame",
           "__future__"}  # fmt: skip
# Parts of pygame that reach for devices, for the clipboard, or for numpy, which nobody promised.
NO_PARTS = {"camera", "scrap", "midi", "examples", "tests", "docs", "surfarray", "sndarray", "pkgdata"}
NO_NAMES = {"eval", "exec", "compile", "open", "__import__", "__builtins__", "__loader__", "breakpoint"}
NO_ATTRIBUTES = {"modules", "_getframe", "__subclasses__", "__globals__", "__builtins__", "__import__"}
FILE_CALLS = {"image.load", "image.save", "mixer.Sound", "music.load", "image.load_extended", "image.save_extended",
              "image.load_basic", "mixer.music.load", "cursors.load_xbm"}  # fmt: skip
# Keys that do not belong into random play: they leave the game or start it anew.
NO_PLAY_KEYS = {"q", "r", "ESCAPE"}
MOUSE = re.compile(r"MOUSEBUTTON|MOUSEMOTION|mouse\s*\.\s*get_(pos|pressed|rel)|FINGER")

# CPython 3.11 counts the depth of a tree in one place for all threads, and fails when two of them parse at once.
PARSING = threading.Lock()


class Source:
    """A script's text and what stands in it.

    error: why it does not parse, or None. foreign: sentences on what makes it need more than pygame and the
    allowed modules. keys: names of the keys worth pressing in play. mouse: whether it uses the mouse.
    """

    def __init__(self, text):
        self.text, self.error, self.tree, self.foreign = text, None, None, []
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of invalid escapes and the like
                with PARSING:
                    self.tree = ast.parse(text)
                compile(text, "script", "exec")
            self.foreign = sorted(set(foreign(ast.walk(self.tree))))
        except SyntaxError as error:
            self.error = f"{type(error).__name__} in line {error.lineno}: {error.msg}"
        except (ValueError, RecursionError, MemoryError) as error:
            self.error = f"{type(error).__name__}: {error}"
        nodes = list(ast.walk(self.tree)) if self.error is None else []
        takes_strings = bool(re.search(r"key_code|\.unicode|key\.name", text))
        found = list(dict.fromkeys(keys_in(nodes, takes_strings)))
        self.keys = [key for key in found if key not in NO_PLAY_KEYS]
        self.mouse = bool(MOUSE.search(text))
        if not self.keys and not self.mouse:
            self.keys = ["SPACE", "LEFT", "RIGHT", "UP", "DOWN"]


def foreign(nodes):
    """Yield a sentence for each thing that a self-contained script does not have, with its line."""
    for node in nodes:
        where = f" (line {getattr(node, 'lineno', '?')})"
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from (what + where for what in foreign_imports(node))
        elif isinstance(node, ast.Name) and node.id in NO_NAMES:
            yield f"uses {node.id}" + where
        elif isinstance(node, ast.Attribute):
            if node.attr in NO_ATTRIBUTES:
                yield f"uses {node.attr}" + where
            elif node.attr in NO_PARTS and isinstance(node.value, ast.Name) and node.value.id in ("pygame", "pg"):
                yield f"uses pygame.{node.attr}" + where
        elif isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if any(name == call or name.endswith("." + call) for call in FILE_CALLS):
                if not any(keyword.arg in ("buffer", "array") for keyword in node.keywords):
                    yield f"calls {name}" + where
            elif re.search(r"(^|\.)Font$", name) and is_file_name(node):
                yield "loads a font file" + where


def is_file_name(call):
    first = call.args[0] if call.args else next((k.value for k in call.keywords if k.arg in ("name", "file")), None)
    return isinstance(first, ast.Constant) and isinstance(first.value, str)


def foreign_imports(node):
    """Yield what an import statement takes from outside the allowed modules."""
    if isinstance(node, ast.ImportFrom):
        if node.level:
            yield "imports a sibling module"
            return
        names = [f"{node.module}.{alias.name}" for alias in node.names]
    else:
        names = [alias.name for alias in node.names]
    for name in names:
        first, _, rest = name.partition(".")
        if first not in MODULES:
            yield f"imports {first}"
        elif first == "pygame" and rest.partition(".")[0] in NO_PARTS:
            yield f"imports {name}"
        elif first == "sys" and rest in NO_ATTRIBUTES:
            yield f"imports {name}"


def keys_in(nodes, takes_strings):
    """Yield the names of keys in the order of the nodes: K_ names, ranges of them, and names given as strings."""
    for node in nodes:
        if isinstance(node, ast.Attribute) and node.attr.startswith("K_"):
            yield node.attr[2:]
        elif isinstance(node, ast.Name) and node.id.startswith("K_"):
            yield node.id[2:]
        elif isinstance(node, ast.Compare):
            yield from key_range([key for part in ast.walk(node) for key in key_name(part)])
        elif takes_strings and isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from spelled_key(node.value)


def key_name(node):
    name = getattr(node, "attr", getattr(node, "id", ""))
    return [name[2:]] if name.startswith("K_") else []


def key_range(names):
    """Return the keys between two single characters, as in K_1 <= key <= K_6."""
    if len(names) == 2 and all(len(name) == 1 for name in names) and names[0].isdigit() == names[1].isdigit():
        return [chr(code) for code in range(min(map(ord, names)), max(map(ord, names)) + 1)]
    return []


def spelled_key(string):
    """Return the key meant by a string such as "space" or "a"."""
    names = {"space": "SPACE", "return": "RETURN", "enter": "RETURN", "left": "LEFT", "right": "RIGHT", "up": "UP",
             "down": "DOWN", "tab": "TAB", " ": "SPACE"}  # fmt: skip
    if string.lower() in names:
        return [names[string.lower()]]
    return [string.lower()] if len(string) == 1 and string.isascii() and string.isalnum() else []
