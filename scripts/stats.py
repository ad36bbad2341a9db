"""Print the statistics of the dataset.

    python scripts/stats.py
"""

import argparse
import statistics as numbers
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playable_data import GENRES, KINDS, load

KIND_TITLES = {"base": "Base Games", "remix": "Remix Games", "bugfix": "Bug Fixes"}


def statistics(splits):
    """Count the examples, their lines of code and their tokens by kind, split and genre.

    Args:
        splits (datasets.DatasetDict): the `default` config.

    Returns:
        dict[str, dict[str, tuple]]: group ("Kind", "Split", "Genre") to row title to (examples, non-blank
        lines of their answers, median and maximum tokens of an answer, None where no answer has a proof).
    """
    members = {"Kind": {title: [] for title in KIND_TITLES.values()}, "Split": {}, "Genre": {}}
    members["Kind"]["TOTAL"] = []
    for split, rows in splits.items():
        for kind, genre, lines, tokens in zip(rows["kind"], rows["genre"], rows["lines"], rows["tokens"]):
            places = [
                ("Kind", KIND_TITLES[KINDS[kind]]),
                ("Kind", "TOTAL"),
                ("Split", split),
                ("Genre", "(none)" if genre is None else GENRES[genre]),
            ]
            for group, title in places:
                members[group].setdefault(title, []).append((lines, tokens))
    members["Genre"] = dict(sorted(members["Genre"].items()))
    return {group: {title: summary(pairs) for title, pairs in rows.items()} for group, rows in members.items()}


def summary(pairs):
    """Return (count, sum of lines, median and maximum of tokens) for a list of (lines, tokens or None)."""
    tokens = [tokens for _, tokens in pairs if tokens is not None]
    median, most = (round(numbers.median(tokens)), max(tokens)) if tokens else (None, None)
    return len(pairs), sum(lines for lines, _ in pairs), median, most


def markdown(groups):
    """Format `statistics` as aligned Markdown tables (str)."""
    heads = ["Count", "Lines of Code", "Median Tokens", "Most Tokens"]
    tables = []
    for group, rows in groups.items():
        lines = [f"| {group:<12} | {' | '.join(heads)} |", f"|:{'-' * 13}|{'|'.join('-' * len(h) + '-:' for h in heads)}|"]
        for title, values in rows.items():
            cells = [("-" if value is None else f"{value:,}").rjust(len(head)) for head, value in zip(heads, values)]
            lines.append(f"| {title:<12} | {' | '.join(cells)} |")
        tables.append("\n".join(lines))
    return "\n\n".join(tables)


def print_statistics():
    """Build the `default` config and print its statistics."""
    print("\nDATASET STATISTICS\n")
    print(markdown(statistics(load("default"))))


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__.split("\n")[0]).parse_args()
    print_statistics()
