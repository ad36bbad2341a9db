"""A script as LibCST reads it, with the places where its parts stand in the text.

A mistake is a change of a few bytes, so all else stays byte for byte.
"""

import re
from dataclasses import dataclass

import libcst as cst
from libcst.metadata import ByteSpanPositionProvider, MetadataWrapper, ParentNodeProvider

# What a function's code is for, by the words in its name; the first that fits. The rest is "update".
REGIONS = {
    "draw": r"draw|paint|render|show|hud|write|label|text|say|blit",
    "input": r"event|input|key|press|steer|control|command|click|mouse|listen",
    "collision": r"collid|collision|hit|touch|crash|overlap|bounce|catch|caught|blocked|free|solid|fits|inside|can_",
    "score": r"score|point|gain|reward|award|count|clear|eat|win|won|lost|lose|level|wave|stage|over",
    "setup": r"__init__|__post_init__|reset|setup|start|new|make|build|create|spawn|place|load|lay|deal|<module>|main|run",
    "update": r"",
}


@dataclass(frozen=True)
class Mistake:
    """One place of a script and what shall stand there.

    Attributes:
        start, stop (int): the place, in bytes of the code.
        text (str): the new text.
        region (str): what the code there is for, one of REGIONS.
        line (int): the first line of the place, from 1.
    """

    start: int
    stop: int
    text: str
    region: str
    line: int

    def apply(self, code):
        """Return the broken code (str)."""
        data = code.encode()
        return (data[: self.start] + self.text.encode() + data[self.stop :]).decode()


def region_of(function):
    """Return what a function is for, one of REGIONS (str)."""
    return next(region for region, words in REGIONS.items() if re.search(words, function.lower()))


class Code:
    """A parsed script.

    Attributes:
        nodes (list[libcst.CSTNode]): all nodes, in the order of the text.

    Raises:
        libcst.ParserSyntaxError: the code is not Python.
    """

    def __init__(self, text):
        self.data = text.encode()
        wrapper = MetadataWrapper(cst.parse_module(text))
        self.module = wrapper.module
        self.spans = wrapper.resolve(ByteSpanPositionProvider)
        self.parents = wrapper.resolve(ParentNodeProvider)
        self.nodes = []
        stack = [self.module]
        while stack:
            node = stack.pop()
            self.nodes.append(node)
            stack.extend(reversed(node.children))

    def all(self, *kinds):
        """Return the nodes of some types, in the order of the text (list[libcst.CSTNode])."""
        return [node for node in self.nodes if isinstance(node, kinds)]

    def span(self, node):
        """Return where a node stands in the text: (start, stop), in bytes."""
        span = self.spans[node]
        return span.start, span.start + span.length

    def text(self, node):
        """Return a node as it is written (str)."""
        start, stop = self.span(node)
        return self.data[start:stop].decode()

    def parent(self, node):
        """Return the node that a node is part of, or None."""
        return self.parents.get(node)

    def around(self, node, *kinds):
        """Return the innermost node of some types that a node is part of, or None."""
        node = self.parent(node)
        while node is not None and not isinstance(node, kinds):
            node = self.parent(node)
        return node

    def function(self, node):
        """Return the name of the function that a node is part of, `<module>` outside of all (str)."""
        inside = node if isinstance(node, cst.FunctionDef) else self.around(node, cst.FunctionDef)
        return inside.name.value if inside else "<module>"

    def mistake(self, node, text):
        """Return the Mistake that puts a text in a node's place."""
        return self.cut(*self.span(node), node, text)

    def cut(self, start, stop, node, text=""):
        """Return the Mistake that puts a text in place of some bytes in or around a node."""
        return Mistake(start, stop, text, region_of(self.function(node)), self.data.count(b"\n", 0, start) + 1)

    def without_line(self, statement):
        """Return the Mistake that removes a simple statement's lines."""
        start, stop = self.span(statement)
        start = self.data.rfind(b"\n", 0, start) + 1
        stop = self.data.find(b"\n", stop) + 1
        return self.cut(start, stop, statement)

    def is_stored(self, node):
        """Tell whether an expression is assigned to (bool)."""
        parent = self.parent(node)
        while isinstance(parent, (cst.Element, cst.Tuple)):
            node, parent = parent, self.parent(parent)
        if isinstance(parent, (cst.AssignTarget, cst.AnnAssign, cst.AugAssign)):
            return parent.target is node
        return isinstance(parent, (cst.For, cst.CompFor)) and parent.target is node
