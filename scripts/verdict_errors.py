"""Measure the verdicts of evaluation and reward: play good and broken games as they do, and count what they get wrong.

    python scripts/verdict_errors.py

Plays every game of data/ and every mutant of tests/broken_games.py locked in and without a player of its own, as the
code of a model is played. Wrong is a good game that fails a generic check, a mutant that fails none which the good
game passes, and a good game in which the reward does not find what its check `plays` looks for. Writes
evaluation/verdict_errors.json, from which every result of an evaluation takes them, and prints them as a table.
"""

import json
import os
import sys
from pathlib import Path

from tqdm import tqdm

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import playtest
from broken_games import MUTANTS
from evaluation.report import ERRORS
from playable_data import CorpusError, check_corpus, read_script
from playtest import pool, rewards
from tables import markdown_table
from verify import games_of


def grade_all(scripts):
    """Return the grades of scripts, in their order, with a progress bar (list[playtest.rewards.Grade])."""
    grades = pool.in_order(rewards.grade_script, [script.code for script in scripts])
    return list(tqdm(grades, desc="playing", total=len(scripts), unit=" games"))


def failed(grade):
    """Return the generic checks that do not hold (set[str])."""
    return {name for name in playtest.CHECKS if grade.checks[name] is False}


def errors(good, broken):
    """Return what is wrong in the verdicts (dict), as it is written.

    Args:
        good (dict[str, Grade]): by the script's path, of all games.
        broken (dict[broken_games.Mutant, Grade]): of all mutants.
    """
    caught = {mutant: bool(failed(grade) - failed(good[mutant.script])) for mutant, grade in broken.items()}
    kinds = {mutant.kind: [0, 0] for mutant in broken}
    for mutant, is_caught in caught.items():
        kinds[mutant.kind][0] += 1
        kinds[mutant.kind][1] += is_caught
    return {
        "engine": playtest.VERSION,
        "good": len(good),
        "good_failed": {path: grade.failure for path, grade in good.items() if failed(grade)},
        "no_plays": {path: grade.failure for path, grade in good.items() if not failed(grade) and grade.reward < 1},
        "mutants": len(broken),
        "caught": sum(caught.values()),
        "kinds": kinds,
    }


def main():
    root = ROOT / "data"
    try:
        games = {script.path: script for family in check_corpus(root) for script in games_of(root, family)}
    except CorpusError as error:
        sys.exit(str(error))
    scripts = [*games.values(), *(mutant.apply(root) for mutant in MUTANTS)]
    start = sum(os.times()[:4])
    grades = grade_all(scripts)
    seconds = sum(os.times()[:4]) - start
    found = errors(dict(zip(games, grades)), dict(zip(MUTANTS, grades[len(games) :])))
    ERRORS.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    rows = [[kind, *counts] for kind, counts in found["kinds"].items()]
    print(markdown_table(["mistake", "mutants", "caught"], [*rows, ["**all**", found["mutants"], found["caught"]]]))
    for name, text in ("good_failed", "fail a generic check"), ("no_plays", "get less than the whole reward"):
        print(f"\n{len(found[name])} of {found['good']} good games {text}")
        for path, reason in found[name].items():
            print(f"  {path}: {reason}")
    print(f"\n{seconds / len(scripts):.1f} s of CPU a script")


if __name__ == "__main__":
    main()
