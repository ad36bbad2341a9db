"""Check that the broken scripts of data/ still fail as they are told to.

    python scripts/verify_bugs.py          # bug scripts made by hand, and those of games that have changed
    python scripts/verify_bugs.py --all    # every bug script, and every silently broken one

A bug script must fail in Infinity Arcade with the error that stands in it, a silent one the check named in it. Ends with
status 1, and the reasons, if one does not.
"""

import argparse
import logging
import os
import re
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tqdm import tqdm

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import inject_bugs
import inject_silent_bugs
from playable_data import CorpusError, check_corpus, read_bugs, read_script, script_paths, silent_paths
from record_error import launch
from verify import games_of, prove


def places(error):
    """Return the exception's name, and the line numbers of the game's frames (str, list[int]).

    A line counts once: up to Python 3.11 a comprehension in it is a frame of its own.
    """
    lines = dict.fromkeys(re.findall(r'games.*", line (\d+)', error))
    return re.match(r"\w+", error.split("\n")[-1])[0], [int(line) for line in lines]


def check_bug(script):
    """Launch a bug script and return what is wrong with it, or None (str).

    Only names and lines are compared, and lines may be off by one: releases of Python differ in the rest.
    """
    error = launch(script.code, script.stem) or launch(script.code, script.stem)
    if error is None:
        return f"{script.path} runs without an error"
    (name, lines), (told_name, told_lines) = places(error), places("\n".join(script.values("ERROR")).rstrip())
    near = len(lines) == len(told_lines) and all(abs(one - other) <= 1 for one, other in zip(lines, told_lines))
    return None if name == told_name and near else f"{script.path} fails otherwise than it says: {error}"


def check_silent(root, path, winnable):
    """Play a silently broken script and return what is wrong with it, or None (str)."""
    script = read_script(root, path)
    told = script.values("FAILURE")[0]
    found = inject_silent_bugs.aim(prove(root, inject_silent_bugs.as_game(root, script), winnable), [told.partition(":")[0]])
    return None if found == told else f"{path} does not fail as it says: {told}"


def stale(root):
    """Return the games whose broken scripts were made from other code (list[str])."""
    paths = []
    for family in check_corpus(root):
        record = read_bugs(root, family)
        for game in games_of(root, family):
            facts = record["games"].get(game.path)
            is_fresh = facts and facts["code"] == inject_bugs.fingerprint(game)
            if inject_silent_bugs.is_chosen(game):
                facts = record["silent"].get(game.path)
                is_fresh = is_fresh and facts and facts["stamp"] == inject_silent_bugs.stamp(root, game)
            if not is_fresh:
                paths.append(game.path)
    return paths


def verify(root, everything):
    """Return what is wrong with the broken scripts (list[str])."""
    families, bugs, silent = check_corpus(root), [], []
    for family in families:
        made = read_bugs(root, family)["bugs"]
        scripts = [read_script(root, path) for path in script_paths(root, family)]
        bugs += [script for script in scripts if script.is_bug and (everything or f"{script.stem}.py" not in made)]
        silent += silent_paths(root, family) if everything else []
    winnable = [families[path.split("/")[0]].winnable for path in silent]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        checks = [pool.submit(check_bug, script) for script in bugs]
        checks += [pool.submit(check_silent, root, path, can) for path, can in zip(silent, winnable)]
        found = [check.result() for check in tqdm(checks, desc="breaking", unit=" scripts")]
    changed = [f"{path} has changed since its broken scripts were made; run: make bugs" for path in stale(root)]
    return changed + [text for text in found if text]


def main():
    logging.getLogger("infinity_arcade.main").setLevel(logging.CRITICAL)  # it logs each failed launch
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--all", action="store_true", help="every broken script")
    try:
        wrong = verify(ROOT / "data", parser.parse_args().all)
    except CorpusError as error:
        sys.exit(str(error))
    if wrong:
        sys.exit("\n".join(wrong))
    print("Every broken script fails as it says.")


if __name__ == "__main__":
    main()
