"""Judging: every different script among the replies is played once, by the generic checks of playtest.

Verdicts are kept in a JSONL file by the script's hash and the engine's version, so that judging goes on where it
stopped. A line is {"code", "engine", "checks", "failures", "picture"}; the picture is a PNG in base64 or None.
"""

import base64
import functools
import io
import os
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed

from tqdm import tqdm

import playtest
from evaluation import jsonl
from playable_data import code_hash
from playtest import gif, players
from playtest.source import Source

PICTURE_FRAMES, PICTURE_WIDTH, PICTURE_COLORS = 300, 240, 64


class Untrusted(Exception):
    """Code of a model would run with all rights of this account; the message is a sentence."""


def make_console(trust):
    """Return the console on which models' games are played (playtest.Console).

    Raises:
        Untrusted: nobody has said that their code may run here.
    """
    if not trust:
        raise Untrusted(
            "Judging runs what the model wrote with all the rights of this account; do it in a container or on a "
            "machine without anything of value, and say so with --trust (or only ask, with --ask-only)."
        )
    return playtest.Console()


def judge_code(code, console):
    """Play a script and return its verdict (dict)."""
    verdict = {"code": code_hash(code), "engine": playtest.VERSION, "checks": {}, "failures": [], "picture": None}
    try:
        report = playtest.check(code + "\n", console=console)
        verdict.update(checks=report.checks, failures=report.failures)
        if report.checks["parses"]:
            verdict["picture"] = take_picture(code, console)
    except Exception as error:  # a script may break the console or the judge, but not the evaluation
        verdict["failures"] = [f"judge: {type(error).__name__}: {error}"]
    return verdict


def take_picture(code, console):
    """Return a picture of the game after some random play as a PNG in base64, None if it shows nothing (str)."""
    source = Source(code)
    player = functools.partial(players.random, keys=source.keys, mouse=source.mouse)
    run = playtest.play(
        code + "\n", player, frames=PICTURE_FRAMES, pictures=range(1, PICTURE_FRAMES + 1, 20),
        picture_width=PICTURE_WIDTH, console=console,
    )  # fmt: skip
    pictures = gif.images(run)
    if not pictures:
        return None
    file = io.BytesIO()
    # The one with the most to see: a game that has ended may show an empty window.
    best = max(pictures, key=lambda picture: len(picture.getcolors(picture.width * picture.height)))
    best.quantize(PICTURE_COLORS).save(file, "PNG", optimize=True)
    return base64.b64encode(file.getvalue()).decode()


def judge_codes(codes, path, *, trust, jobs):
    """Judge the scripts that have no verdict yet, and return all verdicts.

    Args:
        codes (Iterable[str]): scripts; equal ones are played once.
        path (Path): the JSONL file of verdicts.
        trust (bool): as `make_console`.
        jobs (int or None): scripts to play at the same time; as many as there are cores.

    Returns:
        dict[str, dict]: verdicts by code hash.

    Raises:
        Untrusted: there are scripts to play, and no trust.
    """
    codes = {code_hash(code): code for code in codes}
    verdicts = {line["code"]: line for line in jsonl.read(path) if line["engine"] == playtest.VERSION}
    due = [code for name, code in codes.items() if name not in verdicts]
    if due:
        make_console(trust)
        for verdict in tqdm(in_pool(due, trust, jobs), desc="judging", total=len(due), unit=" games"):
            jsonl.append(path, verdict)
            verdicts[verdict["code"]] = verdict
    return {name: verdicts[name] for name in codes}


def in_pool(codes, trust, jobs):
    """Yield the verdict of each script as it comes, from consoles that this process keeps."""
    local = threading.local()

    def work(code):
        if not hasattr(local, "console"):
            local.console = make_console(trust)
        return judge_code(code, local.console)

    with ThreadPoolExecutor(jobs or os.cpu_count()) as pool:
        try:
            for future in as_completed([pool.submit(work, code) for code in codes]):
                yield future.result()
        finally:
            pool.shutdown(cancel_futures=True)
