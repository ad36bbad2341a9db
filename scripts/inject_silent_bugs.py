"""Break the games of data/ so that no traceback shows it, for the `preference` config.

    python scripts/inject_silent_bugs.py          # the games whose code, player or engine has changed since
    python scripts/inject_silent_bugs.py --all    # every game

Makes at most one script of each game, of about half of the games. A mistake counts if the broken game fails a check that it is aimed at,
which the good game passes, and still launches and survives. Scripts go to data/<family>/silent/, what was tried to
data/<family>/bugs.json.
"""

import argparse
import os
import random
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

from tqdm import tqdm

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import playtest
from inject_bugs import SEED, write_record
from mistakes import Code
from mistakes.kept import KEPT
from mistakes.silent import SILENT
from playable_data import CorpusError, check_corpus, code_hash, read_bugs, read_script, silent_paths
from stats import silent_table
from verify import fingerprint, games_of, prove

TRIES = 4  # places played for a game at most, each with another operator
MUST_HOLD = {"parses", "self_contained", "launches", "survives", "tokens"}


def operators(game):
    """Return the file and the dict of the operators to try on a game, (None, {}) for one to leave alone."""
    number = int(code_hash(game.path), 16) % 16
    return ("silent.py", SILENT) if number < 9 else ("kept.py", KEPT) if number > 12 else (None, {})


def is_chosen(game):
    """Tell whether it is one of the games to break: about three quarters of them (bool)."""
    return bool(operators(game)[1])


def aim(proof, checks):
    """Return `check: evidence` of the first of some checks that a broken game fails, None if it is not silent (str)."""
    failed = {name: evidence for name, (holds, evidence) in proof["checks"].items() if holds is False}
    if MUST_HOLD & set(failed):
        return None
    return next((f"{name}: {failed[name].splitlines()[-1].strip()}" for name in checks if name in failed), None)


def as_game(root, broken):
    """Return a silently broken script as if it were the game it was made from, to be played like it (Script)."""
    return replace(read_script(root, broken.source), code=broken.code)


def break_silently(root, game, winnable):
    """Look for a place where a mistake is noticed by the check it is aimed at, and by no traceback.

    Returns:
        tuple[tuple or None, dict[str, list[int]]]: (operator, region, failure, broken code), and operator to how many
        places were tried, valid and kept.
    """
    dice, code, tries = random.Random(f"{SEED} silent {game.path}"), Code(game.code), {}
    chosen = operators(game)[1]
    places = {name: list(operator(code)) for name, (operator, _) in chosen.items()}
    # Operators with one place, such as a dead R, are the surest: they tend to come last, or there would be no others.
    ranks = {name: dice.random() / len(found) ** (1 / 3) for name, found in places.items() if found}
    for name in sorted(ranks, key=ranks.get)[:TRIES]:
        mistake = dice.choice(places[name])
        broken = mistake.apply(game.code)
        failure = aim(prove(root, replace(game, code=broken), winnable), chosen[name][1])
        tries[name] = [1, int(failure is not None), int(failure is not None)]
        if failure:
            return (name, mistake.region, failure, broken), tries
    return None, tries


def stamp(root, game):
    """Return the hash of all that a game's silent script depends on (64 hex digits)."""
    text = "".join((ROOT / "mistakes" / name).read_text() for name in ("code.py", operators(game)[0]))
    return code_hash(f"{SEED} {playtest.VERSION} {text} {fingerprint(root, game)}")


def write_silent(root, game, name, failure, broken):
    """Write a silently broken script of a game and return its file name (str)."""
    path = root / game.family / "silent" / f"{game.stem}_{name}_silent.py"
    path.parent.mkdir(exist_ok=True)
    header = f"# SOURCE: ../{game.stem}.py\n# FAILURE: {failure}\n"
    path.write_text(f"{header}\n{broken}\n", encoding="utf-8", newline="\n")
    return path.name


def inject(root, everything):
    """Make the silent scripts of the games that have changed, or of all, and bring bugs.json up to date.

    Nothing is written before all is done.
    """
    families, records, due = check_corpus(root), {}, []
    for family in families:
        record = records[family] = read_bugs(root, family)
        games = {game.path: game for game in games_of(root, family) if is_chosen(game)}
        old = {path: facts for path, facts in record["silent"].items() if path in games}
        fresh = {path: facts for path, facts in old.items() if facts["stamp"] == stamp(root, games[path])}
        record["silent"] = {} if everything else fresh
        due += [game for path, game in games.items() if path not in record["silent"]]
    winnable = [families[game.family].winnable for game in due]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(break_silently, [root] * len(due), due, winnable)
        results = list(tqdm(results, desc="breaking", total=len(due), unit=" games"))
    for family, record in records.items():
        for path in silent_paths(root, family):
            if read_script(root, path).source not in record["silent"]:
                (root / path).unlink()
    for game, (made, tries) in zip(due, results):
        facts = {"stamp": stamp(root, game), "tries": dict(sorted(tries.items()))}
        if made:
            name, region, failure, broken = made
            facts.update(operator=name, region=region, file=write_silent(root, game, name, failure, broken))
        records[game.family]["silent"][game.path] = facts
    for family, record in records.items():
        write_record(root, family, record)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--all", action="store_true", help="also the games that have not changed")
    everything = parser.parse_args().all
    try:
        inject(ROOT / "data", everything)
    except CorpusError as error:
        sys.exit(str(error))
    print(silent_table(ROOT / "data"))


if __name__ == "__main__":
    main()
