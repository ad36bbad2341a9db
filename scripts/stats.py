"""Print the statistics of the dataset.

    python scripts/stats.py
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playable_data import GENRES, KINDS, load

KIND_TITLES = {"base": "Base Games", "remix": "Remix Games", "bugfix": "Bug Fixes"}


def statistics(splits):
    """Count the examples and their lines of code by kind, split and genre.

    Args:
        splits (datasets.DatasetDict): the `default` config.

    Returns:
        dict[str, dict[str, tuple[int, int]]]: group ("Kind", "Split", "Genre") to row title to
        (examples, non-blank lines of their answers).
    """
    groups = {"Kind": dict.fromkeys(KIND_TITLES.values(), (0, 0)), "Split": {}, "Genre": {}}
    for split, rows in splits.items():
        for kind, genre, lines in zip(rows["kind"], rows["genre"], rows["lines"]):
            titles = {
                "Kind": KIND_TITLES[KINDS[kind]],
                "Split": split,
                "Genre": "(none)" if genre is None else GENRES[genre],
            }
            for group, title in titles.items():
                count, total = groups[group].get(title, (0, 0))
                groups[group][title] = (count + 1, total + lines)
    groups["Genre"] = dict(sorted(groups["Genre"].items()))
    groups["Kind"]["TOTAL"] = tuple(map(sum, zip(*groups["Kind"].values())))
    return groups


def markdown(groups):
    """Format `statistics` as aligned Markdown tables (str)."""
    tables = []
    for group, rows in groups.items():
        lines = [f"| {group:<12} | {'Count':>7} | {'Lines of Code':>13} |", f"|:{'-' * 13}|{'-' * 8}:|{'-' * 14}:|"]
        lines += [f"| {title:<12} | {count:>7,} | {total:>13,} |" for title, (count, total) in rows.items()]
        tables.append("\n".join(lines))
    return "\n\n".join(tables)


def print_statistics():
    """Build the `default` config and print its statistics."""
    print("\nDATASET STATISTICS\n")
    print(markdown(statistics(load("default"))))


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__.split("\n")[0]).parse_args()
    print_statistics()
