"""Reading texts: end phrases, counters and scores."""

import pytest

from playtest import endings
from playtest.frames import Run, Text


def texts(*strings):
    return tuple(Text(string, 10, 20 * number, 100, 16) for number, string in enumerate(strings))


@pytest.mark.parametrize(
    "string",
    ["GAME OVER", "Game Over!", "You win", "YOU LOSE", "You have won", "CPU WINS", "Victory!", "Time's up",
     "OUT OF MOVES", "FINAL SCORE 30", "Press R to restart", "R: PLAY AGAIN", "[R] again", "Try again?",
     "CONGRATULATIONS", "PUZZLE SOLVED", "It's a draw", "You died"],
)  # fmt: skip
def test_end_phrases(string):
    assert endings.end_texts(texts(string)) == [string]


@pytest.mark.parametrize(
    "string",
    ["SCORE 10", "LEVEL 3", "ARROWS: MOVE", "SPACE: START", "WINDOW", "PAUSED", "GET READY", "RESTAURANT", "CLEARED"],
)
def test_no_end_phrases(string):
    assert endings.end_texts(texts(string)) == []


def test_end_phrases_known_from_the_start_do_not_count():
    known = {endings.plain("R: RESTART 1")}
    assert endings.end_texts(texts("R: RESTART 2", "YOU WIN"), known) == ["YOU WIN"]


def test_texts_outside_the_window_do_not_count():
    assert endings.end_texts((Text("GAME OVER", 900, 10, 100, 20, 0.0),)) == []


@pytest.mark.parametrize(
    "strings, result",
    [(["GAME OVER"], "lost"), (["YOU WIN", "FINAL SCORE 3"], "won"), (["CPU WINS"], "lost"), (["YOU LOSE"], "lost"),
     (["GAME OVER", "YOU WIN"], "won"), (["FINAL SCORE 30"], "ended")],
)  # fmt: skip
def test_outcome(strings, result):
    assert endings.outcome(strings) == result


@pytest.mark.parametrize(
    "string, values",
    [("SCORE 10", {"SCORE": 10}), ("Score: 1,250", {"SCORE": 1250}), ("MOVES 7/25", {"MOVES": 7}),
     ("LIVES x3", {"LIVES": 3}), ("TIME 1:05", {"TIME": 65}), ("YOU 3", {"YOU": 3}), ("TEMP -4.5", {"TEMP": -4.5}),
     ("SCORE 10  LIVES 3", {"SCORE": 10, "LIVES": 3}), ("HI-SCORE: 50", {"HI-SCORE": 50}), ("PRESS SPACE", {}),
     ("42", {"@8,0": 42}), ("+10", {})],
)  # fmt: skip
def test_counters(string, values):
    assert endings.counters(texts(string)) == values


def test_a_board_of_numbers_is_no_hud():
    assert endings.counters(texts("SCORE 4", "2", "4", "8", "16")) == {"SCORE": 4}


def run_of(*states):
    run = Run("frames")
    run.hashes.extend(range(len(states)))
    run.changes = [(number, texts(*state.split("|"))) for number, state in enumerate(states, 1)]
    return run


@pytest.mark.parametrize(
    "states, result",
    [(["SCORE 0|LIVES 3", "SCORE 20|LIVES 2", "SCORE 0|LIVES 3"], ("SCORE", 20)),
     (["TIME 60|PEGS 32", "TIME 10|PEGS 20"], ("PEGS", 12)),
     (["YOU 0|CPU 0", "YOU 1|CPU 7"], ("YOU", 1)),
     (["LIVES 3|TIME 9"], (None, 0)),
     (["MOVES 0/25|CELLS 1/64", "MOVES 9/25|CELLS 30/64"], ("CELLS", 29)),
     (["HIGH SCORE 900|SCORE 0", "HIGH SCORE 900|SCORE 5"], ("SCORE", 5))],
)  # fmt: skip
def test_score(states, result):
    assert endings.score(run_of(*states)) == result


def test_numbered_players_have_counters_of_their_own():
    texts = [Text("P1 7   P2: 4", 0, 0, 90, 20), Text("PLAYER 1: 3", 0, 30, 90, 20), Text("LEVEL 2", 0, 60, 90, 20)]
    assert endings.counters(texts) == {"P1": 7, "P2": 4, "PLAYER 1": 3, "LEVEL": 2}
    assert endings.outcome(["PLAYER 1 WINS"]) == "won" and endings.outcome(["PLAYER 2 WINS"]) == "lost"
