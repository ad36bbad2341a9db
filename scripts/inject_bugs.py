"""Break the games of data/ on purpose, each in one place, so that they fail in Infinity Arcade as a model's games do.

    python scripts/inject_bugs.py           # the games whose code has changed since
    python scripts/inject_bugs.py --all     # every game

Makes up to two bug scripts of each proven game, and none where hand-made ones have taken the room: three a game at
most. What was tried and kept goes to data/<family>/bugs.json. The same corpus gives the same files.
"""

import argparse
import json
import logging
import os
import random
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tqdm import tqdm

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import playtest
from mistakes import CRASHES, REGIONS, Code, executed
from playable_data import BUGS, ERROR_NAME, CorpusError, check_corpus, code_hash, read_bugs, read_script, script_paths
from record_error import launch, write_bug
from stats import bug_tables
from verify import games_of

SEED = 0
KEPT, MOST = 2, 3  # bug scripts of a game: made here, and with those made by hand
TRIES = 4  # places tried for each operator
HANG = 5  # seconds of CPU after which a script counts as hanging
SYNTAX = {"unclosed_bracket", "unclosed_quote", "missing_colon", "wrong_indent", "return_outside_function"}


def operators_hash():
    """Return a hash of the code that proposes the mistakes (64 hex digits)."""
    return code_hash("".join((ROOT / "mistakes" / name).read_text() for name in ("code.py", "crashes.py")))


def executed_lines(code):
    """Return the numbers of the lines that run in the first second (set[int])."""
    run = playtest.play(executed.TRACER + code + "\n", executed.report)
    return {line - 1 for _, lines in run.notes for line in lines}


def fails(code):
    """Tell whether a script fails within the first second (bool), on the console.

    That is faster than in the arcade, and leaves a slow machine another second to see it there.
    """
    run = playtest.play(code + "\n", frames=executed.FRAMES, seconds=HANG)
    return run.ended == "exception"


def proposals(script, dice):
    """Return {operator: mistakes} for a script, in random order: all places where code runs, or is not Python any more.

    Operators with few places tend to come first, or the common ones would leave nothing to the rare.
    """
    code, lines, ranks, places = Code(script.code), executed_lines(script.code), {}, {}
    for name, operator in CRASHES.items():
        found = [
            mistake
            for mistake in operator(code)
            if mistake.line in lines or name in SYNTAX and not compiles(mistake.apply(script.code))
        ]
        places[name] = dice.sample(found, len(found))
        ranks[name] = dice.random() * len(found) ** (1 / 3)
    return {name: places[name] for name in sorted(places, key=ranks.get)}


def compiles(code):
    """Tell whether a script is Python (bool)."""
    try:
        compile(code, "script", "exec")
    except SyntaxError:
        return False
    return True


def break_script(script, by_hand):
    """Make the bug scripts of one game.

    Args:
        script (playable_data.Script): the good game.
        by_hand (set[str]): the file names of the bug scripts of it that are made by hand.

    Returns:
        tuple[dict[str, tuple], dict[str, list[int]]]: file name to (facts, error, broken code), and operator to how
        many places were tried, failed in Infinity Arcade, and were kept.
    """
    dice = random.Random(f"{SEED} {script.path}")
    places, made, tries = proposals(script, dice), {}, {}
    regions = dice.sample(list(REGIONS), len(REGIONS))
    for number in range(min(KEPT, MOST - len(by_hand))):
        # First the operators that have a place in the region whose turn it is; the regions take turns.
        wanted = regions[number]
        order = sorted(places, key=lambda name: not any(mistake.region == wanted for mistake in places[name]))
        for name in order:
            found = sorted(places.pop(name), key=lambda mistake: mistake.region != wanted)[:TRIES]
            file_name = f"{script.stem}_{name}_bug.py"
            made_one = file_name not in by_hand and try_places(script, name, file_name, found, tries)
            if made_one:
                made[file_name] = made_one
                break
    return made, tries


def try_places(script, name, file_name, found, tries):
    """Return (facts, error, broken code) of the first place where an operator makes a game fail, or None."""
    tries[name] = [0, 0, 0]
    for mistake in found:
        tries[name][0] += 1
        broken = mistake.apply(script.code)
        # Twice, since a busy machine may need more than the arcade's two seconds to come to the mistake.
        error = fails(broken) and (launch(broken, Path(file_name).stem) or launch(broken, Path(file_name).stem))
        if error and ERROR_NAME.match(error.split("\n")[-1]):  # the arcade leaves some messages of pygame's out
            tries[name][1:] = [1, 1]
            return {"game": f"{script.stem}.py", "operator": name, "region": mistake.region}, error, broken
    return None


# --- the corpus ------------------------------------------------------------------------------


def bugs_by_hand(root, family):
    """Return the file names of the bug scripts made by hand, by the path of the game they break (dict[str, set[str]])."""
    made, names = read_bugs(root, family)["bugs"], {}
    for path in script_paths(root, family):
        script, name = read_script(root, path), path.rpartition("/")[2]
        if script.is_bug and name not in made:
            names.setdefault(script.source, set()).add(name)
    return names


def write_record(root, family, record):
    """Write a family's bugs.json."""
    record = {key: dict(sorted(value.items())) for key, value in record.items()}
    text = json.dumps(record, indent=1, ensure_ascii=False) + "\n"
    (root / family / BUGS).write_text(text, encoding="utf-8", newline="\n")


def inject(root, everything):
    """Make the bug scripts of the games that have changed, or of all, and bring bugs.json up to date.

    Nothing is written before all is done.
    """
    records, due, by_hand = {}, [], []
    for family in check_corpus(root):
        record, names = read_bugs(root, family), bugs_by_hand(root, family)
        games = {game.path: game for game in games_of(root, family)}
        fresh = [path for path, game in games.items() if record["games"].get(path, {}).get("code") == fingerprint(game)]
        keep = [] if everything else fresh
        records[family] = {**record, "games": {path: record["games"][path] for path in keep}}
        due += [game for path, game in games.items() if path not in keep]
        by_hand += [names.get(path, set()) for path in games if path not in keep]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(break_script, due, by_hand)
        results = list(tqdm(results, desc="breaking", total=len(due), unit=" games"))
    for family, record in records.items():
        made = [(game, *result) for game, result in zip(due, results) if game.family == family]
        write_family(root, family, record, made)


def write_family(root, family, record, made):
    """Replace the bug scripts of the games that are broken anew, and write the family's record.

    Args:
        record (dict): as `read_bugs` returns it, with those games alone in `games` that are not broken anew.
        made (list[tuple]): (game, what `break_script` returns of it...).
    """
    for name, facts in list(record["bugs"].items()):
        if f"{family}/{facts['game']}" not in record["games"]:
            del record["bugs"][name]
            (root / family / "bugs" / name).unlink(missing_ok=True)
    for game, scripts, tries in made:
        record["games"][game.path] = {"code": fingerprint(game), "tries": dict(sorted(tries.items()))}
        for name, (facts, error, broken) in scripts.items():
            record["bugs"][name] = facts
            write_bug(root / family / "bugs" / name, [f"# SOURCE: ../{game.stem}.py"], error, broken)
    write_record(root, family, record)


def fingerprint(game):
    """Return the hash of all that a game's bug scripts depend on (64 hex digits)."""
    return code_hash(f"{SEED} {operators_hash()} {game.code}")


def main():
    logging.getLogger("infinity_arcade.main").setLevel(logging.CRITICAL)  # it logs each failed launch
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--all", action="store_true", help="also the games that have not changed")
    everything = parser.parse_args().all
    try:
        inject(ROOT / "data", everything)
    except CorpusError as error:
        sys.exit(str(error))
    print(bug_tables(ROOT / "data"))


if __name__ == "__main__":
    main()
