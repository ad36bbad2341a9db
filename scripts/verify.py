"""Play every game of data/ and write down the proof that it can be played.

    python scripts/verify.py            # the games whose code, source, player or engine has changed
    python scripts/verify.py --all      # every game

The proofs go to data/<family>/proofs.json. The same code gives the same bytes: nothing in them depends on the
time, the place or the machine. Ends with status 1, and the reasons, if a game fails a check.
"""

import argparse
import functools
import hashlib
import importlib.util
import json
import os
import sys
from pathlib import Path

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame
from dashscope.tokenizers import get_tokenizer
from tqdm import tqdm

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import playtest
from playable_data import PROOFS, CorpusError, check_corpus, code_hash, read_proofs, read_script, script_paths
from playtest import cluster, players
from playtest.source import Source

SEEDS = [0, 1, 2, 3, 4]
GAME_FRAMES = 10_800  # three minutes at 60 frames a second
MINUTE = 3_600
FAIR_FRAMES = 1_200  # twenty seconds
REST_FRAMES, REST_PICTURES = 1_800, 120
MOST_TOKENS = 3_600
BUILD = f"{'pygame-ce' if getattr(pygame, 'IS_CE', False) else 'pygame'} {pygame.version.ver}"


@functools.cache
def load_players(family):
    """Import players/<family>.py and return it (module)."""
    path = ROOT / "players" / f"{family}.py"
    spec = importlib.util.spec_from_file_location(f"players_{family}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def find_player(root, script):
    """Return the player of a script or of its nearest ancestor that has one (generator function).

    Raises:
        LookupError: none of them has a player.
    """
    module, ancestor = load_players(script.family), script
    while not hasattr(module, ancestor.stem):
        if ancestor.source is None:
            raise LookupError(f"players/{script.family}.py has no player for {script.path}")
        ancestor = read_script(root, ancestor.source)
    return getattr(module, ancestor.stem)


def fingerprint(root, script):
    """Return the hashes that a proof holds for: of the code, of the source's code, and of the players (dict)."""
    return {
        "code": code_hash(script.code),
        "source": code_hash(read_script(root, script.source).code) if script.source else None,
        "players": hashlib.sha256((ROOT / "players" / f"{script.family}.py").read_bytes()).hexdigest(),
    }


def is_fresh(root, script, family_proofs):
    """Tell whether a family's proofs hold for a script as it is now (bool)."""
    if (family_proofs.get("engine"), family_proofs.get("build")) != (playtest.VERSION, BUILD):
        return False
    proof = family_proofs["scripts"].get(script.path)
    return proof is not None and proof["fingerprint"] == fingerprint(root, script)


# --- playing ---------------------------------------------------------------------------------


def play_to_end(script, player, seed, frames):
    """Play until the first end state or so many frames, and return the run (playtest.Run)."""
    to_end = functools.partial(players.through_ends, inner=player, then=players.stop)
    return playtest.play(script.code + "\n", to_end, seed=seed, frames=frames, name=script.path)


def end_of(run):
    """Return the frame of a run's end state and whether it is a win: (int, bool), or (None, False)."""
    end = next((value for _, (kind, value) in run.notes if kind == "end"), None)
    return (end["frame"], playtest.outcome(end["texts"]) == "won") if end else (None, False)


def prove(root, script, winnable):
    """Play one game and return its proof (dict).

    Args:
        root (Path): the corpus.
        script (playable_data.Script): a base, variant or remix of it.
        winnable (bool): whether its player must win.
    """
    player = find_player(root, script)
    report = playtest.check(script.code + "\n", player=player)
    checks = {name: [report.checks[name], report.evidence[name]] for name in playtest.CHECKS}
    proof = {"fingerprint": fingerprint(root, script), "tokens": count_tokens(script.code), "checks": checks}
    if report.checks["launches"]:
        # The judge has played the first seed to its end already.
        games = [report.runs["the script's player, seed 0"]]
        games += [play_to_end(script, player, seed, FAIR_FRAMES) for seed in SEEDS[1:]]
        proof.update(measure(games, report.runs))
        checks["scores"] = check_scores(proof)
        checks["loses"] = check_loses(script, report.runs["idle, seed 0"])
        checks["fair"] = check_fair(proof)
        checks["wins"] = check_wins(script, player, proof) if winnable else [None, "the family is not winnable"]
        checks["changed"] = check_changed(root, script, games[0]) if script.source else [None, "it is no remix"]
    checks["tokens"] = [proof["tokens"] <= MOST_TOKENS, f"{proof['tokens']} of at most {MOST_TOKENS}"]
    return proof


def prove_due(root, due, console):
    """Prove one of what is due, a script and whether its player must win; plays on the process's own console."""
    return prove(root, *due)


@functools.cache
def tokenizer():
    """Return the Qwen2.5 tokenizer, which knows its vocabulary offline."""
    return get_tokenizer("qwen2.5-coder-32b-instruct")


def count_tokens(code):
    """Return the tokens of an answer, its fences included (int)."""
    return len(tokenizer().encode(f"```python\n{code}\n```"))


def measure(games, controls):
    """Return the scores and the frames survived of the player's games (dict).

    Args:
        games (list[playtest.Run]): one for each seed.
        controls (dict[str, playtest.Run]): the judge's idle and random play.
    """
    label, gain = playtest.score(games[0])
    idle = controls["idle, seed 0"]
    ends = [end_of(run) for run in games]
    return {
        "seeds": SEEDS,
        "frames": sum(run.frames for run in games),
        "counter": label,
        "idle_score": float(playtest.score(idle, label)[1]),
        "random_score": float(playtest.score(controls["random play, seed 0"], label)[1]),
        "player_score": float(gain),
        "idle_frames": end_of(idle)[0] or idle.frames,
        "survived": [frame or run.frames for run, (frame, _) in zip(games, ends)],
        "won": [won for _, won in ends],
    }


# --- the checks of the corpus, beyond those of playtest ---------------------------------------


def check_scores(proof):
    """The counter gets better under the player, and more than twice as fast as under idle play.

    Idle play mostly ends sooner, so its score is taken per frame: a score that runs by itself is no merit of play.
    """
    longer = max(1, proof["survived"][0] / proof.pop("idle_frames"))
    by_itself, player = proof["idle_score"] * longer, proof["player_score"]
    text = f"{proof['counter']}: player {player:g}, idle play as long would have {by_itself:g}, seed 0"
    return [proof["counter"] is not None and player > 2 * by_itself, text]


def check_loses(script, idle):
    """Doing nothing loses or gets nowhere: the game ends, or the picture is at rest (blinking is allowed)."""
    for frames in MINUTE, GAME_FRAMES:
        if not end_of(idle)[0] and idle.frames < frames:
            idle = play_to_end(script, players.idle, 0, frames)
        frame, _ = end_of(idle)
        if frame:
            return [True, f"idle play ends at frame {frame}, seed 0"]
        pictures = len(set(idle.hashes[-REST_FRAMES:]))
        if pictures <= REST_PICTURES:
            break
    text = f"idle play does not end; its last {REST_FRAMES} of {idle.frames} frames show {pictures} pictures, seed 0"
    return [pictures <= REST_PICTURES, text]


def check_fair(proof):
    """The player lasts 20 seconds or wins, for at least three of five seeds."""
    lasting = sum(won or frames >= FAIR_FRAMES for frames, won in zip(proof["survived"], proof["won"]))
    return [lasting >= 3, f"lasts {FAIR_FRAMES} frames or wins with {lasting} of {len(SEEDS)} seeds"]


def check_wins(script, player, proof):
    """The player wins within three minutes, with seed 0 or else with one of the others."""
    if proof["won"][0]:
        return [True, f"seed 0, frame {proof['survived'][0]}"]
    for seed in SEEDS[1:]:
        frame, won = end_of(play_to_end(script, player, seed, GAME_FRAMES))
        if won:
            return [True, f"seed {seed}, frame {frame}"]
    return [False, f"no win within {GAME_FRAMES} frames with seeds {SEEDS}"]


def check_changed(root, script, run):
    """The remix and its source differ when they are played with the same seed and inputs."""
    source = read_script(root, script.source)
    for frames in FAIR_FRAMES, run.frames:  # most differ soon
        other = playtest.play(source.code + "\n", dict(run.inputs), seed=0, frames=frames, name=source.path)
        pairs = zip(run.hashes, other.hashes)
        frame = next((number for number, (new, old) in enumerate(pairs, 1) if new != old), None)
        if frame:
            return [True, f"differs from {source.path} at frame {frame}, seed 0"]
    return [False, f"{min(run.frames, other.frames)} frames are the same as those of {source.path}, seed 0"]


# --- the corpus ------------------------------------------------------------------------------


def games_of(root, family):
    """Return a family's scripts without the bugs (list[playable_data.Script])."""
    scripts = [read_script(root, path) for path in script_paths(root, family)]
    return [script for script in scripts if not script.in_bugs]


def write_proofs(root, family, proofs):
    """Write a family's proofs.json; `proofs` maps script paths to proofs."""
    content = {"engine": playtest.VERSION, "build": BUILD, "scripts": dict(sorted(proofs.items()))}
    text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
    (Path(root) / family / PROOFS).write_text(text, encoding="utf-8", newline="\n")


def failures(proof):
    """Return the checks that do not hold as `name: evidence` (list[str])."""
    return [f"{name}: {evidence}" for name, (holds, evidence) in proof["checks"].items() if holds is False]


def stale_scripts(root):
    """Return the paths of the games without a proof that holds for them now (list[str])."""
    return [
        script.path
        for family in check_corpus(root)
        for script in games_of(root, family)
        if not is_fresh(root, script, read_proofs(root, family))
    ]


def verify(root, everything, engine="local"):
    """Prove what has changed, or everything, on one of cluster.ENGINES, and write the proofs.

    Returns:
        dict[str, list[str]]: the failed checks by script, of all proofs that there are now.
    """
    families = check_corpus(root)
    kept, due = {}, []
    for family in families:
        old = read_proofs(root, family)
        kept[family] = {}
        for script in games_of(root, family):
            if not everything and is_fresh(root, script, old):
                kept[family][script.path] = old["scripts"][script.path]
            else:
                due.append((script, families[family].winnable))
    proofs = cluster.engine(engine)(functools.partial(prove_due, root), due, make_console=playtest.Console)
    for (script, _), proof in tqdm(zip(due, proofs), desc="playing", total=len(due), unit=" games"):
        kept[script.family][script.path] = proof
    for family, proofs in kept.items():
        write_proofs(root, family, proofs)
    return {path: failures(proof) for proofs in kept.values() for path, proof in proofs.items() if failures(proof)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--all", action="store_true", help="also the games whose proofs are fresh")
    parser.add_argument("--engine", choices=cluster.ENGINES, default="local", help="ray: on a cluster (docs/scale.md)")
    options = parser.parse_args()
    try:
        failed = verify(ROOT / "data", options.all, options.engine)
    except (CorpusError, LookupError, ModuleNotFoundError, ConnectionError) as error:
        sys.exit(str(error))
    for path, reasons in failed.items():
        print(f"{path} fails: {'; '.join(reasons)}")
    if failed:
        sys.exit(1)
    print("Every game has a proof that holds.")


if __name__ == "__main__":
    import verify  # under the name by which the processes that play find it, too

    verify.main()
