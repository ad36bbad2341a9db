"""The console: runs, their records, and what is left behind."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

import playtest
from playtest import players
from playtest.console import Console
from playtest.server import seconds_queued

from wiggle import mistaken, unknown_key, wiggle

FOLDER = Path(__file__).parent
HONEST = FOLDER / "pitfalls" / "honest.py"
ROOT = FOLDER.parents[1]


def test_a_run_has_frames_texts_and_inputs():
    run = playtest.play(HONEST, {3: ["LEFT"], 9: []}, frames=100)
    assert (run.ended, run.frames, run.size) == ("frames", 100, (240, 160))
    assert [text.text for text in run.texts_at(1)] == ["SCORE 0", "LIVES 3"]
    assert run.inputs == {3: ["LEFT"], 9: []}
    assert run.warnings == []


def test_same_seed_same_frames_other_seed_other_frames():
    one, two = (playtest.play(HONEST, players.random, seed=5, frames=300) for _ in range(2))
    other = playtest.play(HONEST, players.random, seed=6, frames=300)
    assert one.hashes == two.hashes and one.hashes != other.hashes


def test_fresh_interpreters_give_the_same_run_as_forks():
    forked = playtest.play(HONEST, wiggle, frames=100)
    fresh = playtest.play(HONEST, wiggle, frames=100, console=Console(fork=False))
    assert (forked.hashes, forked.changes, forked.notes) == (fresh.hashes, fresh.changes, fresh.notes)


def test_a_player_sees_live_objects_and_may_stop():
    run = playtest.play(HONEST, wiggle, frames=500)
    assert (run.ended, run.frames) == ("player", 50)
    assert len({place for _, place in run.notes}) > 5


def test_recorded_inputs_repeat_a_run():
    first = playtest.play(HONEST, partial(players.random, keys=["LEFT", "RIGHT"]), frames=400)
    assert playtest.play(HONEST, first.inputs, frames=400).hashes == first.hashes


@pytest.mark.parametrize("player, word", [(mistaken, "no such thing"), (unknown_key, "NOSUCHKEY")])
def test_a_players_mistake_is_not_the_games(player, word):
    with pytest.raises(playtest.PlayerError, match=word):
        playtest.play(HONEST, player, frames=20)


def test_a_player_that_cannot_be_sent_is_refused():
    with pytest.raises(TypeError, match="cannot be sent"):
        playtest.play(HONEST, lambda frame: iter(()), frames=20)


def test_pictures_are_those_of_the_frames():
    run = playtest.play(HONEST, frames=30, pictures=[1, 30], picture_width=120)
    assert sorted(run.pictures) == [1, 30]
    kept = run.pictures[1]
    assert (kept.width, kept.height, len(kept.rgb)) == (120, 80, 120 * 80 * 3)
    assert run.pictures[30].time == pytest.approx(29 * 1000 / 60)


def test_source_text_can_be_played():
    run = playtest.play("import pygame\npygame.init()\nraise ValueError('here')\n")
    assert run.ended == "exception"
    assert run.error.splitlines()[-1] == "ValueError: here" and str(ROOT) not in run.error


def test_the_window_is_filled_with_colors_of_every_kind():
    """A name, a hex string, a tuple, a Color and a pixel's value: all of them red, and so is the picture."""
    colors = ["'red'", "'#ff0000'", "(255, 0, 0)", "pygame.Color('red')", "0xff0000"]
    runs = [
        playtest.play(f"import pygame\nscreen = pygame.display.set_mode((9, 9))\nclock = pygame.time.Clock()\n"
                      f"while True:\n    screen.fill({color})\n    pygame.display.flip()\n    clock.tick(60)\n",
                      frames=3, pictures=[2]) for color in colors
    ]  # fmt: skip
    assert [run.error for run in runs] == [None] * len(colors)
    assert {run.pictures[2].rgb for run in runs} == {bytes([255, 0, 0]) * 81}


def test_a_flip_without_a_tick_is_a_warning():
    run = playtest.play(FOLDER / "pitfalls" / "no_clock.py", frames=60)
    assert run.warnings == ["59 frames without a clock tick"]


def test_files_that_a_game_writes_are_gone():
    script = "import os\nopen('left.txt', 'w').write('x')\nraise SystemExit(len(os.listdir('.')))\n"
    assert [playtest.play(script).status for _ in range(2)] == [1, 1]


def children(pid):
    """Return the ids of all processes below one, from the process table."""
    table = subprocess.run(["ps", "-eo", "pid,ppid"], capture_output=True, text=True).stdout.split("\n")[1:]
    parents = {int(line.split()[0]): int(line.split()[1]) for line in table if line.strip()}
    found = [child for child, parent in parents.items() if parent == pid]
    return found + [below for child in found for below in children(child)]


def is_gone(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return True
    return state == "Z"


needs_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


@needs_linux
def test_waiting_for_a_processor_is_told_from_sleeping():
    """Three busy processes share one processor, and a fourth sleeps."""
    pin = lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    codes = ["while True: pass"] * 3 + ["import time; time.sleep(99)"]
    started = [subprocess.Popen([sys.executable, "-c", code], preexec_fn=pin) for code in codes]
    time.sleep(2)
    *busy, asleep = [seconds_queued(process.pid) for process in started]
    for process in started:
        process.kill()
        process.wait()
    assert min(busy) > 0.5 > asleep


@needs_linux
def test_everything_dies_with_the_parent():
    code = "import playtest\nplaytest.play('import pygame\\nwhile True: pass\\n')\n"
    parent = subprocess.Popen([sys.executable, "-c", code], env=dict(os.environ, PYTHONPATH=str(ROOT)))
    below = []
    for _ in range(200):
        below = children(parent.pid)
        if len(below) == 2:
            break
        time.sleep(0.05)
    assert len(below) == 2  # the server and the game
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    for _ in range(100):
        if all(is_gone(pid) for pid in below):
            break
        time.sleep(0.05)
    assert all(is_gone(pid) for pid in below)


@needs_linux
def test_a_game_leaves_no_processes():
    # A fork that no guard sees, out of the group and with the pipe in its hands.
    script = (
        "import ctypes, os, pygame\nlibc = ctypes.CDLL(None)\n"
        "if libc.fork() == 0:\n    os.setsid()\n    os.closerange(3, 99)\n    libc.sleep(77)\n    libc._exit(0)\n"
    )
    console = Console()
    assert console and playtest.play(script, console=console).ended == "exit"
    assert children(console.server.pid) == []
    console.close()
