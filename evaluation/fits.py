"""Does a game fit what was asked for, as far as a machine can tell without a model of its own?

create: the game is compared with the dataset's games by its words (names in the code, docstring, caption and all other
texts, split into words) and its input devices (K_ keys, mouse). It fits if no other family is nearer than the one asked
for. What else the prompt asked for ("in the fog", "with a boss") is not looked at, nor what is really on the picture: a
snake whose names and texts speak of tetris would pass for tetris.

remix: the code differs from its source by more than comments, and at least half of the source's lines are still there.
Whether the wish came true is not looked at.

fix: the code differs from the broken script, by no more than a tenth of its lines (three at least).
"""

import ast
import functools
import math
import re
from collections import Counter
from difflib import SequenceMatcher

from playable_data import changed_lines
from playtest.source import Source

KEPT_SHARE = 0.5  # README: the most changed remix of the dataset keeps more
FIX_SHARE, FIX_LINES = 0.1, 3
WORD = re.compile(r"[A-Z]?[a-z]{3,}|[A-Z]{3,}")


class Families:
    """The families, each as a vector of word weights."""

    def __init__(self, games):
        """Take the reference games: dict[str, list[str]], the code of each by family."""
        found = {family: [features(code) for code in codes] for family, codes in games.items()}
        spread = Counter(word for sets in found.values() for word in set().union(*sets))
        self.weights = {word: math.log(len(found) / count) for word, count in spread.items() if count < len(found)}
        self.vectors = {family: self.vector(sets) for family, sets in found.items()}

    def vector(self, sets):
        """Return the vector of some games (dict[str, float]) of length 1: share of games with a word, by its weight."""
        counts = Counter(word for words in sets for word in words if word in self.weights)
        vector = {word: count / len(sets) * self.weights[word] for word, count in counts.items()}
        length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
        return {word: value / length for word, value in vector.items()}

    def nearest(self, code):
        """Return the family whose games a script is most like (str), None if it is like none."""
        game = self.vector([features(code)])
        near = {family: sum(game.get(word, 0.0) * value for word, value in vector.items())
                for family, vector in self.vectors.items()}  # fmt: skip
        family = max(near, key=near.get)
        return family if near[family] > 0 else None


@functools.lru_cache(1 << 14)
def features(code):
    """Return a script's words in lower case, its keys as `K_LEFT` and its mouse as `MOUSE` (frozenset[str])."""
    source = Source(code)
    if source.tree is None:
        return frozenset()
    texts = []
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            texts.append(node.value)
        texts += [getattr(node, field, None) for field in ("id", "attr", "name", "arg")]
    words = {word.lower() for text in texts if isinstance(text, str) for word in WORD.findall(text)}
    return frozenset(words | {f"K_{key}" for key in source.keys} | ({"MOUSE"} if source.mouse else set()))


def judge_fit(prompt, code, families):
    """Return (whether a script fits, why not or None).

    Args:
        prompt (Prompt): what was asked.
        code (str): what came back.
        families (Families): of the dataset.
    """
    if bare(code) is None:
        return False, "it does not parse"
    if prompt.task in ("create", "founders"):
        nearest = families.nearest(code)
        return nearest == prompt.family, None if nearest == prompt.family else f"it is most like {nearest}"
    if bare(code) == bare(prompt.source):
        return False, "nothing is changed"
    before, after = code_lines(prompt.source), code_lines(code)
    changed = changed_lines(before, after)
    if prompt.task == "fix":
        most = max(FIX_LINES, int(FIX_SHARE * len(before)))
        return changed <= most, None if changed <= most else f"{changed} lines are changed, expected at most {most}"
    kept = kept_share(before, after)
    return kept >= KEPT_SHARE, None if kept >= KEPT_SHARE else f"{kept:.0%} of the source's lines are kept"


def lines_beyond(prompt, code):
    """Return how many more lines of the source a remix or fix changes than the reference does (int)."""
    source = code_lines(prompt.source)
    return changed_lines(source, code_lines(code)) - changed_lines(source, code_lines(prompt.reference))


def bare(code):
    """Return a script's syntax tree without comments as text (str), None if it does not parse."""
    tree = Source(code).tree
    return None if tree is None else ast.dump(tree)


def code_lines(code):
    """Return the lines that are neither blank nor a comment, without spaces at the end (list[str])."""
    return [line.rstrip() for line in code.split("\n") if line.strip() and not line.lstrip().startswith("#")]


def kept_share(before, after):
    """Return the share of lines that are still there in their order (float)."""
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(1, len(before))
