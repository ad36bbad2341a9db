"""The command line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]
HONEST = "tests/playtest/pitfalls/honest.py"


def playtest(*words):
    return subprocess.run([sys.executable, "-m", "playtest", *words], cwd=ROOT, capture_output=True, text=True)


@pytest.fixture(scope="module")
def strange(tmp_path_factory):
    """Files that are no scripts, each with a word of what is said of it."""
    folder = tmp_path_factory.mktemp("strange")
    (folder / "empty.py").write_text("\n")
    (folder / "binary.py").write_bytes(bytes(range(256)))
    (folder / "nul.py").write_bytes(b"print(1)\0")
    with (folder / "large.py").open("wb") as file:
        file.truncate(50 << 20)
    return folder


@pytest.mark.parametrize("name, word", [
    ("none.py", "cannot be read"), ("", "cannot be read"), ("empty.py", "empty"), ("binary.py", "not a text file"),
    ("nul.py", "not a text file"), ("large.py", "too large"),
])  # fmt: skip
def test_files_that_are_no_scripts(strange, name, word):
    done = playtest("check", str(strange / name))
    assert done.returncode == 2
    assert word in done.stderr and done.stderr.count("\n") == 1 and not done.stdout


def test_check_as_json_and_gif(tmp_path):
    broken = tmp_path / "broken.py"
    broken.write_text("def main(:\n")
    done = playtest("check", "--json", "--gif", str(tmp_path), str(ROOT / HONEST), str(broken))
    assert done.returncode == 1
    good, bad = map(json.loads, done.stdout.splitlines())
    assert list(good) == ["script", "reward", "checks", "failure"]
    assert good["reward"] == 1 and set(good["checks"].values()) == {True} and good["failure"] is None
    assert bad["reward"] == 0 and bad["checks"]["parses"] is False and "line 1" in bad["failure"]
    assert (tmp_path / "honest.gif").read_bytes().startswith(b"GIF8")


def test_play_with_a_gif(tmp_path):
    player = f"{FOLDER / 'wiggle.py'}:wiggle"
    done = playtest("play", HONEST, "--player", player, "--frames", "60", "--gif", str(tmp_path / "out.gif"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "50 frames" and "LIVES 3" in done.stdout
    assert (tmp_path / "out.gif").stat().st_size > 1000


@pytest.mark.parametrize("name", ["nobody", "nobody.py:play"])
def test_unknown_players(name):
    done = playtest("play", HONEST, "--player", name)
    assert done.returncode == 2 and done.stderr.count("\n") == 1


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["play", "--help"], ["bench", "--help"]])
def test_help(words):
    assert playtest(*words).stdout.startswith("usage: python -m playtest")
