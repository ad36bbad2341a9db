"""The command line: `python -m playtest check|play|bench|doctor`."""

import argparse
import functools
import json
import sys
from pathlib import Path

from playtest import gif, judge, players
from playtest.console import NoSandbox, PlayerError, play, strict_console
from playtest.source import Source

LARGEST = 1 << 20  # bytes of a script
GIF_FRAMES = 900


class Unreadable(Exception):
    """A file that cannot be a script; the message is one sentence."""


def read_script(path):
    """Return a script's path if it can be played at all. Raises Unreadable."""
    path = Path(path)
    try:
        if path.stat().st_size > LARGEST:
            raise Unreadable(f"{path}: too large for a script ({path.stat().st_size >> 20} MB, at most 1 MB).")
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise Unreadable(f"{path}: not a text file.") from None
    except OSError as error:
        raise Unreadable(f"{path}: cannot be read ({error.strerror}).") from None
    if not text.strip():
        raise Unreadable(f"{path}: the file is empty.")
    if "\0" in text:
        raise Unreadable(f"{path}: not a text file.")
    return path


def pick_player(name, path, seed):
    """Return the player that a name on the command line means. Raises Unreadable."""
    if name == "idle":
        return players.idle
    if name == "random":
        source = Source(path.read_text(encoding="utf-8"))
        return functools.partial(players.random, seed=seed, keys=source.keys, mouse=source.mouse)
    file, _, function = name.rpartition(":")
    if not file or not Path(file).is_file():
        raise Unreadable(f"{name}: no player; give random, idle, or FILE.py:FUNCTION.")
    return functools.partial(players.from_file, path=str(Path(file).resolve()), name=function)


def as_json(path, report):
    """Return a report as one line of JSON."""
    return json.dumps(
        {"script": str(path), "reward": report.reward, "checks": report.checks, "failure": report.failure}
    )


def as_table(path, report):
    """Return a report as lines for people."""
    marks = {True: "ok", False: "FAILS", None: "-"}
    lines = [f"{path}   reward {report.reward:.2f}"]
    lines += [f"  {name:14}{marks[holds]:7}{report.evidence[name]}" for name, holds in report.checks.items()]
    return "\n".join(lines)


def run_check(options):
    """Check files; return 0 if all checks of all hold, 1 if not, 2 if a file is no script."""
    status, console = 0, None
    if options.strict:
        try:
            console = strict_console(options.trust)
        except NoSandbox as problem:
            print(problem, file=sys.stderr)
            return 2
    for name in options.files:
        try:
            path = read_script(name)
        except Unreadable as problem:
            print(problem, file=sys.stderr)
            status = 2
            continue
        report = judge.check(path, seed=options.seed, console=console)
        print(as_json(path, report) if options.json else as_table(path, report), flush=True)
        status = max(status, 0 if report.playable else 1)
        if options.gif:
            player = pick_player("random", path, options.seed)
            film(path, player, options.seed, GIF_FRAMES, Path(options.gif) / f"{path.stem}.gif", console)
    return status


def film(path, player, seed, frames, target, console=None):
    """Play a script and write a GIF if it shows anything. Returns the Run."""
    run = play(path, player, seed=seed, frames=frames, pictures=gif.frames_for(frames), picture_width=gif.WIDTH,
               console=console)  # fmt: skip
    if run.pictures:
        gif.write_gif(run, target)
    return run


def run_play(options):
    """Play one file; return 0 if it played to the end, 1 after an exception or a hang, 2 for a file that is none."""
    try:
        path = read_script(options.file)
        player = pick_player(options.player, path, options.seed)
        if options.gif:
            run = film(path, player, options.seed, options.frames, options.gif)
        else:
            run = play(path, player, seed=options.seed, frames=options.frames)
    except (Unreadable, PlayerError) as problem:
        print(problem, file=sys.stderr)
        return 2
    print(f"{run.frames} frames" if run.ended in ("frames", "player") else judge.how_it_ended(run))
    for text in run.texts_at(run.frames):
        print(f"  {text.text}")
    for warning in run.warnings:
        print(f"warning: {warning}")
    return 1 if run.ended in ("exception", "hung") or run.status else 0


def run_bench(options):
    """Measure files; return 0, or 2 for a file that is no script."""
    from playtest import bench

    measure = bench.main_strict if options.strict else bench.main
    try:
        measure([read_script(name) for name in options.files], options.jobs)
    except Unreadable as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


def run_doctor(options):
    """Say what strict mode has on this machine; return 0, or 1 if there is nothing."""
    if not sys.platform.startswith("linux"):
        print("Strict mode needs Linux; code that you trust can be checked without it.")
        return 1
    from playtest import sandbox

    print(sandbox.table())
    return 0 if None in sandbox.missing().values() else 1


def arguments():
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(prog="python -m playtest", description="Plays pygame scripts and judges them.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="judge scripts by all generic checks")
    check.add_argument("files", nargs="+", metavar="FILE")
    check.add_argument("--json", action="store_true", help="one JSON object a line")
    check.add_argument("--seed", type=int, default=0, metavar="N", help="seed of the games (default 0)")
    check.add_argument("--gif", metavar="DIR", help="also write a GIF of random play for each script")
    check.add_argument("--strict", action="store_true", help="lock the scripts in: for code that nobody has read")
    check.add_argument("--trust", action="store_true", help="with --strict: go on where nothing can lock them in")
    check.set_defaults(run=run_check)
    single = commands.add_parser("play", help="play one script and say how it ended")
    single.add_argument("file", metavar="FILE")
    single.add_argument("--player", default="random", metavar="NAME", help="random, idle, or FILE.py:FUNCTION")
    single.add_argument("--seed", type=int, default=0, metavar="N", help="seed of game and player (default 0)")
    single.add_argument("--frames", type=int, default=1800, metavar="N", help="frames to play (default 1800)")
    single.add_argument("--gif", metavar="OUT.gif", help="write what was seen")
    single.set_defaults(run=run_play)
    bench = commands.add_parser("bench", help="measure the speed on some scripts")
    bench.add_argument("files", nargs="+", metavar="FILE")
    bench.add_argument("--jobs", type=int, default=2, metavar="N", help="cores for the last measurement (default 2)")
    bench.add_argument("--strict", action="store_true", help="compare strict mode with the fast one")
    bench.set_defaults(run=run_bench)
    doctor = commands.add_parser("doctor", help="say what strict mode has on this machine, and how to get the rest")
    doctor.set_defaults(run=run_doctor)
    return parser


def main():
    """Run the command line and return its exit status."""
    options = arguments().parse_args()
    return options.run(options)


if __name__ == "__main__":
    sys.exit(main())
