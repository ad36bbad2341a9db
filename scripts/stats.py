"""Print the statistics of the dataset.

    python scripts/stats.py
"""

import argparse
import statistics as numbers
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playable_data import (
    GENRES,
    KINDS,
    bug_fields,
    changed_lines,
    family_names,
    load,
    read_bugs,
    read_script,
    script_paths,
)
from tables import markdown_table

DATA = ROOT / "data"

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


def changed_share(before, after):
    """Return the share of a source's lines that a remix changes (float): lines added or removed, the larger number."""
    before, after = before.split("\n"), after.split("\n")
    return changed_lines(before, after) / len(before)


def changes_by_family(splits):
    """Measure how much the remixes change.

    Args:
        splits (datasets.DatasetDict): the `default` config.

    Returns:
        dict[str, list[float]]: family, and "TOTAL", to the share of source lines that each of its remixes changes.
    """
    shares = {}
    for rows in splits.values():
        for row in rows:
            if row["kind"] == KINDS.index("remix"):
                shares.setdefault(row["family"], []).append(changed_share(row["source_code"], row["code"]))
    total = [share for family in shares.values() for share in family]
    return {**dict(sorted(shares.items())), **({"TOTAL": total} if total else {})}


def changes_markdown(shares):
    """Format `changes_by_family` as a Markdown table (str)."""
    lines = ["| Family           | Remixes | Median of lines changed | Most |", "|:-----------------|--------:|------------------------:|-----:|"]
    for family, values in shares.items():
        lines.append(f"| {family:<16} | {len(values):7} | {numbers.median(values):23.0%} | {max(values):4.0%} |")
    return "\n".join(lines)


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


def add_up(tries):
    """Return the rows of a table of operators: for each the places tried, valid and kept, and the sums (list[list])."""
    counts = {}
    for game in tries:
        for name, more in game["tries"].items():
            counts[name] = [a + b for a, b in zip(counts.get(name, [0, 0, 0]), more)]
    rows = [[f"`{name}`", *numbers] for name, numbers in sorted(counts.items())]
    return [*rows, ["**all**", *[sum(column) for column in zip(*counts.values())]]]


def bug_tables(root):
    """Return tables of the bug scripts of a corpus, as Markdown: by operator, by error and by region (str)."""
    games, errors, regions = [], Counter(), Counter()
    for family in family_names(root):
        record = read_bugs(root, family)
        games += record["games"].values()
        for path in script_paths(root, family):
            script = read_script(root, path)
            if script.is_bug:
                facts = bug_fields(script, record)
                errors[facts["error_type"]] += 1
                regions[facts["region"] or "(by hand)"] += 1
    parts = [markdown_table(["operator", "tried", "valid", "kept"], add_up(games))]
    for head, counts in ("error", errors), ("region", regions):
        parts.append(markdown_table([head, "bug scripts"], counts.most_common()))
    return "\n\n".join(parts)


def silent_table(root):
    """Return a table of the silently broken scripts of a corpus by operator, as Markdown (str)."""
    games, failed = [], {}
    for family in family_names(root):
        for facts in read_bugs(root, family)["silent"].values():
            games.append(facts)
            if "file" in facts:
                failure = read_script(root, f"{family}/silent/{facts['file']}").values("FAILURE")[0]
                failed.setdefault(f"`{facts['operator']}`", set()).add(failure.partition(":")[0])
    rows = [[*row, ", ".join(sorted(failed.get(row[0], ())))] for row in add_up(games)]
    return markdown_table(["operator without error", "tried", "valid", "kept", "checks that fail"], rows)


def print_statistics():
    """Build the `default` config and print its statistics."""
    splits = load("default")
    print("\nDATASET STATISTICS\n")
    print(markdown(statistics(splits)), changes_markdown(changes_by_family(splits)), sep="\n\n", end="\n\n")
    print(bug_tables(DATA), silent_table(DATA), sep="\n\n")


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__.split("\n")[0]).parse_args()
    print_statistics()
