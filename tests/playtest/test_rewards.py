"""The reward: scripts that try to please the checks without being a game get little, real games get more."""

from functools import partial
from pathlib import Path

import pytest

from playtest import Console, judge, rewards, strict_console

PROBES = sorted(path.stem for path in (Path(__file__).parent / "probes").glob("*.py"))
DATA = Path(__file__).resolve().parents[2] / "data"
GAMES = ["flappy_bird/flappy_bird", "snake/snake", "pong/pong", "sokoban/sokoban", "minesweeper/minesweeper"]
MOST_FOR_A_PROBE = 0.4
PITFALLS = Path(__file__).parent / "pitfalls"


def reply_with(path):
    return f"Here is the game.\n\n```python\n{path.read_text(encoding='utf-8')}\n```\n"


def quick_console(console=strict_console):
    """Return a console, and let the judge of its process look at fewer frames: enough for scripts of some seconds."""
    judge.PLAY_FRAMES, judge.END_FRAMES = 600, 1500
    return console()


@pytest.fixture(autouse=True, scope="module")
def judge_here():
    """The judge of this process is left as it was."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(judge, "PLAY_FRAMES", judge.PLAY_FRAMES)
        patch.setattr(judge, "END_FRAMES", judge.END_FRAMES)
        yield


@pytest.fixture(scope="module")
def grades(request):
    """The grades of all selected probes, made two at a time."""
    names = [item.callspec.params["name"] for item in request.session.items if item.name.startswith("test_probe[")]
    replies = [reply_with(Path(__file__).parent / "probes" / f"{name}.py") for name in names]
    return dict(zip(names, rewards.grade(replies, jobs=2, make_console=quick_console)))


def test_there_are_enough_probes():
    assert len(PROBES) >= 20


@pytest.mark.parametrize("name", PROBES)
def test_probe(name, grades):
    print(name, grades[name].reward, grades[name].failure)
    assert grades[name].reward <= MOST_FOR_A_PROBE


@pytest.mark.parametrize("name", GAMES)
def test_games_get_more_than_any_probe(name):
    (grade,) = rewards.grade([reply_with(DATA / f"{name}.py")], make_console=quick_console)
    print(name, grade.reward, grade.failure)
    assert grade.checks["plays"] and grade.reward > MOST_FOR_A_PROBE + 0.2


def test_a_game_with_mistakes_gets_more_than_any_probe():
    """Each of these is a game that works but for one thing, which costs it something."""
    names = ["restart_ignored", "close_ignored", "no_end", "quit_ignored"]
    replies = [reply_with(PITFALLS / f"{name}.py") for name in names]
    for name, grade in zip(names, rewards.grade(replies, jobs=2, make_console=quick_console)):
        assert MOST_FOR_A_PROBE + 0.1 < grade.reward < 1, (name, grade)


def test_weights_add_up_to_one():
    assert sum(weight for group in rewards.WEIGHTS.values() for weight in group.values()) == pytest.approx(1)


def test_replies_without_a_game():
    replies = ["", "I can't write games.", "```python\nprint('hello')\n```", "```python\nimport pygame\nx = = 1\n```",
               "```python\nimport pygame\n```", "```python\nimport pygame, os\nraise ValueError\n```"]  # fmt: skip
    assert rewards.playable(replies, jobs=2) == [0, 0, 0, 0, 0.1, 0.05]


def test_as_trl_calls_it(monkeypatch):
    """Strings and messages, other columns, log_metric; equal scripts are played once."""
    reply, logged, seen = reply_with(PITFALLS / "honest.py"), {}, []
    in_order = rewards.in_order

    def seeing(grade, scripts, *rest):
        seen.extend(scripts)
        return in_order(grade, scripts, *rest)

    monkeypatch.setattr(rewards, "in_order", seeing)
    completions = [reply, [{"role": "assistant", "content": reply}], [{"role": "assistant", "content": "no"}],
                   [{"role": "assistant", "content": [{"type": "text", "text": reply}]}], [], "no"]  # fmt: skip
    got = rewards.playable(
        prompts=["pong"] * 6, completions=completions, completion_ids=[[1]] * 6, family=["pong"] * 6,
        trainer_state=None, log_extra=None, log_metric=logged.__setitem__, make_console=partial(quick_console, Console),
    )  # fmt: skip
    assert got == [1, 1, 0, 1, 0, 0] and len(seen) == 1
    assert logged["playable/launches"] == logged["playable/plays"] == 0.5
    assert [type(reward) for reward in got] == [float] * 6
    assert rewards.playable([], log_metric=logged.__setitem__) == []


def test_a_script_that_uses_up_its_time_gets_little():
    slow = ("import pygame\npygame.display.set_mode((9, 9))\n"
            "while True:\n    sum(range(10**6))\n    pygame.display.flip()\n")  # fmt: skip
    (grade,) = rewards.grade([f"```python\n{slow}```"], budget=3)
    assert grade.reward <= 0.1 and grade.failure == "all runs together have used up their 3 s of CPU"
