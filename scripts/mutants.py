"""Measure the checks: break games of data/ on purpose and count what is caught.

    python scripts/mutants.py                   # all of it, which takes long
    python scripts/mutants.py "dead key" pong    # only mutants whose kind or script has one of these in it

Proves each mutant of tests/broken_games.py, and each good game that has no fresh proof, and prints Markdown tables. A
mutant counts as caught if a check fails that the good game passes. Ends with status 1 if a good game fails or fewer
than 95 % are caught.
"""

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tqdm import tqdm

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from broken_games import MUTANTS
from playable_data import CorpusError, check_corpus, read_proofs, read_script
from tables import markdown_table
from verify import failures, games_of, is_fresh, prove

GOAL = 0.95
WORKERS = 2


def failed_checks(proof):
    """Return the names of the checks that do not hold (set[str])."""
    return {name for name, (holds, _) in proof["checks"].items() if holds is False}


def prove_all(root, scripts, families):
    """Return the proofs of scripts, in their order, with a progress bar (list[dict])."""
    with ThreadPoolExecutor(WORKERS) as pool:
        proofs = pool.map(lambda script: prove(root, script, families[script.family].winnable), scripts)
        return list(tqdm(proofs, desc="playing", total=len(scripts), unit=" games"))


def share(part, whole):
    """Return a share in percent (str)."""
    return f"{100 * part / whole:.1f} %" if whole else "-"


def kinds_table(caught):
    """Return the table of the kinds of mutants; `caught` maps each mutant to the checks that it fails (str)."""
    rows = []
    for kind in dict.fromkeys(mutant.kind for mutant in caught):
        found = {mutant: checks for mutant, checks in caught.items() if mutant.kind == kind}
        aimed = sum(bool(checks & set(mutant.aim.split())) for mutant, checks in found.items())
        rows.append([kind, len(found), sum(map(bool, found.values())), aimed])
    total = [sum(column) for column in zip(*[row[1:] for row in rows])]
    rows.append(["**all**", *total])
    rows.append(["", "", share(total[1], total[0]), share(total[2], total[0])])
    return markdown_table(["mistake", "mutants", "caught", "by the check meant for it"], rows)


def checks_table(caught, names):
    """Return the table of the checks: how many mutants each one catches, and how many it alone (str)."""
    rows = []
    for name in names:
        found = [checks for checks in caught.values() if name in checks]
        rows.append([name, len(found), sum(len(checks) == 1 for checks in found)])
    return markdown_table(["check", "mutants caught", "by it alone"], rows)


def report(good, caught, names):
    """Print the tables and what went wrong.

    Args:
        good (dict[playable_data.Script, list[str]]): the failures of each good game.
        caught (dict[broken_games.Mutant, set[str]]): the checks that each mutant fails.
        names (list[str]): all checks.

    Returns:
        bool: whether no good game fails and enough mutants are caught.
    """
    wrong = {path: reasons for path, reasons in good.items() if reasons}
    count = sum(map(bool, caught.values()))
    print(kinds_table(caught), checks_table(caught, names), sep="\n\n", end="\n\n")
    print(f"{count} of {len(caught)} mutants caught ({share(count, len(caught))}), "
          f"{len(wrong)} of {len(good)} good games failed ({share(len(wrong), len(good))}).")  # fmt: skip
    for mutant, checks in caught.items():
        if not checks:
            print(f"not caught: {mutant.id} ({mutant.kind}; meant for {mutant.aim})")
    for path, reasons in wrong.items():
        print(f"{path} is a good game and fails: {'; '.join(reasons)}")
    return not wrong and count >= GOAL * len(caught)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("only", nargs="*", help="mutants whose kind or script has one of these in it (default: all)")
    only = parser.parse_args().only or [""]
    mutants = [mutant for mutant in MUTANTS if any(part in f"{mutant.kind} {mutant.script}" for part in only)]
    if not mutants:
        sys.exit(f"no mutant has {' or '.join(only)} in its kind or script; see tests/broken_games.py")
    root = ROOT / "data"
    try:
        families = check_corpus(root)
    except CorpusError as error:
        sys.exit(str(error))
    games = [script for family in families for script in games_of(root, family)]
    if mutants != MUTANTS:
        games = [read_script(root, path) for path in sorted({mutant.script for mutant in mutants})]
    stale = [script for script in games if not is_fresh(root, script, read_proofs(root, script.family))]
    proofs = prove_all(root, stale + [mutant.apply(root) for mutant in mutants], families)
    good = {script.path: read_proofs(root, script.family)["scripts"].get(script.path) for script in games}
    good.update({script.path: proof for script, proof in zip(stale, proofs)})
    broken = dict(zip(mutants, proofs[len(stale) :]))
    caught = {mutant: failed_checks(proof) - failed_checks(good[mutant.script]) for mutant, proof in broken.items()}
    names = list(dict.fromkeys(name for proof in good.values() for name in proof["checks"]))
    if not report({path: failures(proof) for path, proof in good.items()}, caught, names):
        sys.exit(1)


if __name__ == "__main__":
    main()
