"""Find near copies among the games of data/, by MinHash over their code with all names made one.

    python scripts/similar.py           # tables of the closest pairs; status 1 if two are too close

A renamed copy of a game gives the same tokens, and so does one with other numbers and texts.
"""

import argparse
import io
import itertools
import keyword
import statistics
import sys
import tokenize
from dataclasses import dataclass
from pathlib import Path

from datasketch import MinHash

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playable_data import check_corpus, read_script, script_paths

SHINGLE = 9  # tokens: about a line of code
PERMUTATIONS = 256  # the estimate is off by about 0.03 at 0.4
# Between what games have in common that were written apart (up to 0.3) and what the most changed remix keeps of its
# source (0.5 and more); a renamed copy has 1.
MOST_ALIKE = 0.4
SHOWN = 5
KIN = ("remix and source", "remixes of one game")
KINDS = ("within a family", "across families", "train and validation", *KIN)


@dataclass(frozen=True)
class Pair:
    """Two games and how alike they are.

    Attributes:
        kind (str): one of KINDS.
        one (str), other (str): paths of the scripts.
        likeness (float): estimated Jaccard index of their shingles, 0 to 1.
    """

    kind: str
    one: str
    other: str
    likeness: float


def tokens(code):
    """Return the tokens of Python code, with "n" for any name, "0" for any number and "s" for any text (list[str])."""
    same = {tokenize.NUMBER: "0", tokenize.STRING: "s", tokenize.OP: None, tokenize.NAME: "n"}
    found = [token for token in tokenize.generate_tokens(io.StringIO(code).readline) if token.type in same]
    return [
        token.string if token.type == tokenize.OP or keyword.iskeyword(token.string) else same[token.type]
        for token in found
    ]


def sketch(code):
    """Return the MinHash of a code's shingles, runs of SHINGLE tokens (datasketch.MinHash)."""
    words = tokens(code)
    shingles = {" ".join(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)}
    result = MinHash(num_perm=PERMUTATIONS, seed=0)
    result.update_batch([shingle.encode() for shingle in shingles])
    return result


def root_of(scripts, script):
    """Return the path of the base game or variant that a game comes from (str)."""
    while script.source:
        script = scripts[script.source]
    return script.path


def kind_of(scripts, families, one, other):
    """Return what two games are to each other (str, one of KINDS)."""
    if one.family != other.family:
        splits = {families[one.family].split, families[other.family].split}
        return "train and validation" if len(splits) == 2 else "across families"
    if one.path == other.source or other.path == one.source:
        return "remix and source"
    return "remixes of one game" if root_of(scripts, one) == root_of(scripts, other) else "within a family"


def compare(root):
    """Compare all games of a corpus.

    Args:
        root (Path): the corpus; its bugs are left out, as their answers are games of it.

    Returns:
        list[Pair]: all pairs, the closest first.
    """
    families = check_corpus(root)
    games = [read_script(root, path) for family in families for path in script_paths(root, family)]
    games = {script.path: script for script in games if not script.in_bugs}
    sketches = {path: sketch(script.code) for path, script in games.items()}
    pairs = [
        Pair(kind_of(games, families, one, other), one.path, other.path,
             sketches[one.path].jaccard(sketches[other.path]))
        for one, other in itertools.combinations(games.values(), 2)
    ]  # fmt: skip
    return sorted(pairs, key=lambda pair: -pair.likeness)


def too_close(pairs):
    """Return the pairs that are near copies (list[Pair]). Remixes are not: they are held to differ by being played."""
    return [pair for pair in pairs if pair.kind not in KIN and pair.likeness > MOST_ALIKE]


def tables(pairs):
    """Return Markdown tables: the range of each kind, and its closest pairs (str)."""
    lines = ["| pairs | count | least | median | most |", "|:--|--:|--:|--:|--:|"]
    for kind in KINDS:
        values = [pair.likeness for pair in pairs if pair.kind == kind]
        if values:
            middle = statistics.median(values)
            lines.append(f"| {kind} | {len(values):,} | {min(values):.2f} | {middle:.2f} | {max(values):.2f} |")
    lines += ["", "| closest pairs | | alike |", "|:--|:--|--:|"]
    for kind in KINDS:
        closest = [pair for pair in pairs if pair.kind == kind][:SHOWN]
        lines += [f"| {pair.one} | {pair.other} | {pair.likeness:.2f} |" for pair in closest]
    return "\n".join(lines)


def main():
    argparse.ArgumentParser(description=__doc__.split("\n")[0]).parse_args()
    pairs = compare(ROOT / "data")
    print(tables(pairs))
    for pair in too_close(pairs):
        print(f"{pair.one} and {pair.other} are too much alike: {pair.likeness:.2f} ({pair.kind})")
    sys.exit(bool(too_close(pairs)))


if __name__ == "__main__":
    main()
