"""Write the ERROR lines of bug scripts: what Infinity Arcade reports when it launches them.

    python scripts/record_error.py data/pong/bugs/*_bug.py
"""

import argparse
import contextlib
import hashlib
import io
import logging
import os
import re
import sys
import sysconfig
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from infinity_arcade.game_launcher import GameLauncher

from playable_data import read_script

# Home and standard library folders as they look on users' machines.
MACHINES = [
    ("C:\\Users\\alex", "C:\\Users\\alex\\AppData\\Local\\Programs\\Python\\Python311\\Lib"),
    ("C:\\Users\\Maria", "C:\\Users\\Maria\\AppData\\Local\\Programs\\Python\\Python311\\Lib"),
    ("/Users/sam", "/Library/Frameworks/Python.framework/Versions/3.11/lib/python3.11"),
    ("/home/player", "/usr/lib/python3.11"),
]


def launch(code, name):
    """Run a script as Infinity Arcade does and return the error it would send back to the model.

    Args:
        code (str): the script, without header.
        name (str): decides which user's machine the paths in the error are shown for.

    Returns:
        str or None: the launcher's filtered stderr, or None if the script still runs after two seconds
        or has ended with status 0.
    """
    digest = hashlib.sha256(name.encode()).hexdigest()
    home, library = MACHINES[int(digest, 16) % len(MACHINES)]
    slash = "\\" if "\\" in home else "/"
    launcher = GameLauncher()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, digest[:8] + ".py")
        path.write_text(code, encoding="utf-8")
        os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy")
        with contextlib.redirect_stdout(io.StringIO()):  # the launcher prints the game's output
            succeeded, error = launcher.launch_game_process(path, "game")
        launcher.stop_game("game")
    if succeeded:
        return None
    shown_path = slash.join([home, ".infinity-arcade", "games", path.name])
    error = error.replace(str(path), shown_path)
    for folder, shown in (("purelib", library + slash + "site-packages"), ("stdlib", library)):
        inside = re.escape(sysconfig.get_path(folder)) + r"/([^\"]*)"
        error = re.sub(inside, lambda match: shown + slash + match[1].replace("/", slash), error)
    return error


def record(path):
    """Write a bug script's ERROR lines anew, between its other header lines and its code.

    Raises:
        ValueError: the launcher reports no error.
    """
    script = read_script(path.parent, path.name)
    error = launch(script.code, path.stem)
    if error is None:
        raise ValueError(f"{path}: runs without an error for two seconds; expected a mistake that strikes at launch")
    write_bug(path, [f"# {key}: {value}" for key in script.header if key != "ERROR" for value in script.values(key)], error, script.code)


def write_bug(path, header, error, code):
    """Write a bug script: its header lines, those of the error, and the broken code."""
    errors = [f"# ERROR: {line}" for line in error.split("\n")]
    path.write_text("\n".join(header + errors) + "\n\n" + code + "\n", encoding="utf-8", newline="\n")


def main():
    logging.getLogger("infinity_arcade.main").setLevel(logging.CRITICAL)  # it logs each failed launch
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("scripts", nargs="+", type=Path, metavar="SCRIPT", help="a *_bug.py")
    for path in parser.parse_args().scripts:
        record(path)
        print(f"{path}: recorded")


if __name__ == "__main__":
    main()
