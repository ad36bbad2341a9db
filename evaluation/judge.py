"""Judging: every different script among the replies is played once, by the generic checks of playtest.

Verdicts are kept in a JSONL file by the script's hash and the engine's version, so that judging goes on where it
stopped. A line is {"code", "engine", "checks", "failures", "picture"}; the picture is a PNG in base64 or None.
"""

import base64
import functools
import io

from tqdm import tqdm

import playtest
from evaluation import jsonl
from playable_data import code_hash
from playtest import cluster, gif, players, pool
from playtest.source import Source

PICTURE_FRAMES, PICTURE_WIDTH, PICTURE_COLORS = 300, 240, 64


def judge_code(code, console):
    """Play a script and return its verdict (dict)."""
    report = pool.guarded_check(code + "\n", console)
    return {
        "code": code_hash(code), "engine": playtest.VERSION, "checks": report.checks, "failures": report.failures,
        "picture": take_picture(code, console) if report.checks["parses"] else None,
    }  # fmt: skip


def take_picture(code, console):
    """Return a picture of the game after some random play as a PNG in base64, None if it shows nothing (str)."""
    source = Source(code)
    player = functools.partial(players.random, keys=source.keys, mouse=source.mouse)
    try:
        run = playtest.play(
            code + "\n", player, frames=PICTURE_FRAMES, pictures=range(1, PICTURE_FRAMES + 1, 20),
            picture_width=PICTURE_WIDTH, console=console,
        )  # fmt: skip
    except Exception as problem:  # a script may break the console, but not the evaluation
        pool.blame(problem, console)
        return None
    pictures = gif.images(run)
    if not pictures:
        return None
    file = io.BytesIO()
    # The one with the most to see: a game that has ended may show an empty window.
    best = max(pictures, key=lambda picture: len(picture.getcolors(picture.width * picture.height)))
    best.quantize(PICTURE_COLORS).save(file, "PNG", optimize=True)
    return base64.b64encode(file.getvalue()).decode()


def judge_codes(codes, path, *, trust, jobs, engine="local"):
    """Judge the scripts that have no verdict yet, and return all verdicts.

    Args:
        codes (Iterable[str]): scripts; equal ones are played once.
        path (Path): the JSONL file of verdicts.
        trust (bool): play also where nothing can lock the scripts in.
        jobs (int or None): scripts to play at the same time; as many as there are cores.
        engine (str): one of cluster.ENGINES.

    Returns:
        dict[str, dict]: verdicts by code hash.

    Raises:
        NoSandbox: there are scripts to play, nothing can lock them in, and no trust.
        ModuleNotFoundError: the engine is not installed.
    """
    codes = {code_hash(code): code for code in codes}
    verdicts = {line["code"]: line for line in jsonl.read(path) if line["engine"] == playtest.VERSION}
    due = [code for name, code in codes.items() if name not in verdicts]
    if due:
        make_console = functools.partial(playtest.strict_console, trust)
        played = cluster.engine(engine)(judge_code, due, jobs, make_console)
        for verdict in tqdm(played, desc="judging", total=len(due), unit=" games"):
            jsonl.append(path, verdict)
            verdicts[verdict["code"]] = verdict
    return {name: verdicts[name] for name in codes}
