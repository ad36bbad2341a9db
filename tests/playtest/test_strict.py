"""The strict console: the same verdicts as the fast one, made on this side of the sandbox."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

import playtest
from playtest import ink, judge, players, sandbox
from playtest.strict import NoSandbox, StrictConsole, salted

from test_console import children, is_gone
from wiggle import mistaken, unknown_key

PITFALLS = Path(__file__).parent / "pitfalls"
HONEST = PITFALLS / "honest.py"
ROOT = Path(__file__).resolve().parents[2]
LACKING = [name for name, why in sandbox.missing().items() if why]
pytestmark = pytest.mark.skipif(len(LACKING) == len(sandbox.LAYERS), reason="no layer of the sandbox is here")


@pytest.fixture(scope="module")
def console():
    made = StrictConsole(salt="")
    yield made
    made.close()


@pytest.mark.parametrize("name", ["honest", "modes", "no_flip", "freetype_text", "offscreen_text", "panel_over_text",
                                  "dirty_rects", "mouse_only", "invisible_end", "crash_late", "exit_one", "segfault",
                                  "starts_process", "asyncio_sleep", "threads", "endless_loop",
                                  "text_on_text"])  # fmt: skip
def test_verdicts_are_those_of_fast_mode(name, console, monkeypatch):
    monkeypatch.setattr(judge, "PLAY_FRAMES", 600)
    monkeypatch.setattr(judge, "END_FRAMES", 1500)
    path = PITFALLS / f"{name}.py"
    assert judge.check(path, console=console).checks == judge.check(path).checks


def test_a_run_is_that_of_fast_mode(console):
    player = partial(players.random, seed=3, keys=["LEFT", "RIGHT"])
    options = dict(frames=400, pictures=[5, 77], picture_width=120)
    fast, strict = (playtest.play(HONEST, player, console=each, **options) for each in (None, console))
    assert (fast.hashes, fast.changes, fast.inputs) == (strict.hashes, strict.changes, strict.inputs)
    assert (fast.ended, fast.size, fast.pictures) == (strict.ended, strict.size, strict.pictures)


@pytest.mark.parametrize("script, ended, status, error", [
    ("import pygame\nraise SystemExit(7)\n", "exit", 7, None),
    ("import pygame\nraise SystemExit(256)\n", "exit", 1, None),
    ("import pygame\nraise SystemExit\n", "exit", 0, None),
    ("import pygame\nraise ValueError('here')\n", "exception", None, "ValueError: here"),
    ("import ctypes\nctypes.string_at(0)\n", "exception", None, "the process was killed by signal 11"),
    ("import os\nopen('left.txt', 'w')\n", "exception", None, "PermissionError"),
])  # fmt: skip
def test_how_runs_end(script, ended, status, error, console):
    run = playtest.play(script, console=console)
    assert (run.ended, run.status) == (ended, status)
    assert error is None and run.error is None or error in run.error


@pytest.mark.parametrize("player, word", [(mistaken, "no such thing"), (unknown_key, "NOSUCHKEY")])
def test_a_players_mistake_is_not_the_games(player, word, console):
    with pytest.raises(playtest.PlayerError, match=word):
        playtest.play(HONEST, player, frames=20, console=console)
    assert playtest.play(HONEST, frames=20, console=console).ended == "frames"


def test_the_secret_reaches_random_play_alone():
    inner = partial(players.random, seed=4, keys=["a"])
    player = partial(players.through_ends, inner=inner, keys=["a"], then=players.idle)
    changed = salted(player, "secret").keywords
    assert changed["inner"].keywords == {"seed": "secret 4", "keys": ["a"]} and changed["keys"] == ["a"]
    assert salted({3: ["LEFT"]}, "secret") == {3: ["LEFT"]}


TEXTS = """
import pygame
pygame.init()
screen = pygame.display.set_mode((300, 200))
screen.fill((20, 60, 90))
%s
for _ in range(9):
    pygame.display.flip()
"""


@pytest.mark.parametrize("draw, is_seen", [
    ("screen.blit(pygame.font.Font(None, 30).render('SCORE 120', True, (255, 255, 0)), (9, 9))", True),
    ("screen.blit(pygame.font.SysFont('arial', 13, bold=True).render('SCORE 120', False, (0, 0, 0)), (9, 9))", True),
    ("screen.blit(pygame.font.Font(None, 30).render('SCORE 120', True, 'red', 'white'), (9, 9))", True),
    ("text = pygame.font.Font(None, 20).render('SCORE 120', True, 'red')\n"
     "screen.blit(pygame.transform.scale2x(text), (9, 9))", True),
    ("screen.blit(pygame.font.Font(None, 30).render('SCORE 120', True, (255, 255, 0)), (-20, 9))", True),
    ("screen.blit(pygame.font.Font(None, 30).render('SCORE 120', True, (20, 60, 90)), (9, 9))", False),
    ("screen.note([('SCORE 120', 9, 9, 120, 20, None)])", False),
    ("screen.blit(pygame.font.Font(None, 30).render('MOVES 471', True, 'red'), (9, 9)); "
     "screen.fresh = [('SCORE 120', 9, 9, 120, 20, None)]", False),
])  # fmt: skip
def test_texts_are_believed_only_where_there_is_ink(draw, is_seen, console):
    run = playtest.play(TEXTS % draw, frames=5, console=console)
    assert run.ended == "frames" and [text.text for text in run.texts_at(1)] == ["SCORE 120"] * is_seen


def test_a_text_that_was_painted_over_is_gone_though_it_is_still_claimed(console):
    script = TEXTS % (
        "text = pygame.font.Font(None, 30).render('GAME OVER', True, 'red')\nscreen.blit(text, (0, 0))\n"
        "type(screen).settle = lambda self, make: (make('GAME OVER', *text.get_bounding_rect(), 1.0),)\n"
        "pygame.display.flip()\npygame.draw.rect(screen, (20, 60, 90), (0, 0, 300, 100))"
    )
    run = playtest.play(script, frames=5, console=console)
    assert [len(run.texts_at(number)) for number in (1, 2, 3)] == [1, 0, 0]


def test_a_text_stays_while_the_window_shrinks_and_grows(console):
    script = """import pygame
pygame.init()
for size in ((300, 200), (100, 50), (640, 480)):
    screen = pygame.display.set_mode(size)
    for _ in range(2):
        screen.fill((0, 0, 0))
        screen.blit(pygame.font.Font(None, 20).render("SCORE 1", True, (255, 255, 255)), (9, 9))
        pygame.display.flip()
"""
    fast, strict = (playtest.play(script, frames=6, console=each) for each in (None, console))
    assert (fast.hashes, strict.size, strict.ended) == (strict.hashes, (640, 480), "frames")
    assert [strict.texts_at(number) for number in range(1, 7)] == [fast.texts_at(number) for number in range(1, 7)]
    assert len(strict.texts_at(6)) == 1


def test_a_board_of_many_texts(console):
    script = """import pygame
pygame.init()
screen, font = pygame.display.set_mode((640, 480)), pygame.font.Font(None, 16)
for number in range(600):
    screen.blit(font.render(str(number % 8 + 1), True, (255, 255, 255)), (number % 30 * 20 + 5, number // 30 * 20 + 5))
pygame.display.flip()
"""
    fast, strict = (playtest.play(script, frames=1, console=each) for each in (None, console))
    assert len(strict.texts_at(1)) == 600 and strict.changes == fast.changes


@pytest.mark.parametrize("parsed", [None, {}, [[]], [["a", 1, 2, 3]], [["a", 1, 2, 3, 4.5]], [["a", 1, 2, 3, True]],
                                    [["a", 1 << 40, 2, 3, 4]], [["a", 1, 2, -3, 4]], [["a", 1, 2, 3, 4]] * 1001])  # fmt: skip
def test_what_are_no_texts(parsed):
    with pytest.raises(ValueError):
        ink.as_claims(parsed)


def test_each_layer_alone_plays_the_game():
    reference = playtest.play(HONEST, frames=50)
    for layer in set(sandbox.LAYERS) - set(LACKING):
        console = StrictConsole(layers=[layer])
        assert playtest.play(HONEST, frames=50, console=console).hashes == reference.hashes
        console.close()


def test_without_a_layer_only_trust_helps(monkeypatch):
    monkeypatch.setattr(sandbox, "missing", lambda: dict.fromkeys(sandbox.LAYERS, "not here"))
    with pytest.raises(NoSandbox, match="doctor"):
        StrictConsole()
    with pytest.raises(NoSandbox, match="lacks seccomp"):
        StrictConsole(layers=["seccomp"])
    console = StrictConsole(trust=True)
    assert playtest.play(HONEST, frames=9, console=console).frames == 9
    console.close()


def test_the_server_goes_with_its_parent():
    code = ("import playtest\nfrom playtest.strict import StrictConsole\n"
            "playtest.play('import pygame\\nwhile True: pass\\n', console=StrictConsole())\n")  # fmt: skip
    parent = subprocess.Popen([sys.executable, "-c", code], env=dict(os.environ, PYTHONPATH=str(ROOT)))
    below, count = [], 2 + 2 * ("bubblewrap" not in LACKING)
    for _ in range(400):
        below = children(parent.pid)
        if len(below) >= count - 1:
            break
        time.sleep(0.05)
    assert len(below) >= count - 1
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    for _ in range(200):
        if all(is_gone(pid) for pid in below):
            break
        time.sleep(0.05)
    assert all(is_gone(pid) for pid in below)


def test_doctor_and_the_command_line():
    def run(*words):
        return subprocess.run([sys.executable, "-m", "playtest", *words], cwd=ROOT, capture_output=True, text=True)

    done = run("doctor")
    assert done.returncode == 0 and all(layer in done.stdout for layer in (*sandbox.LAYERS, "rlimits"))
    script = ROOT / "tests/playtest/attacks/early_exit.py"
    done = run("check", "--strict", "--json", str(script))
    assert done.returncode == 1 and '"launches": false' in done.stdout
