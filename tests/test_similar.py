"""Near copies: found where there are some, and none in the corpus."""

import re

from small_corpus import ROOT, write_family

from playable_data import read_script
from similar import MOST_ALIKE, compare, kind_of, sketch, tables, too_close

DATA = ROOT / "data"


def likeness(one, other):
    return sketch(one).jaccard(sketch(other))


def renamed(code):
    """Return code with other names for everything that it names itself, other numbers and other texts."""
    own = set(re.findall(r"(?:def|class|for|self\.)\s*(\w+)|^\s*(\w+) =", code, re.MULTILINE))
    names = {name for pair in own for name in pair if name} - {"__init__"}
    code = re.sub(r"\b\w+\b", lambda match: f"other_{match[0]}" if match[0] in names else match[0], code)
    return re.sub(r"\b\d+\b", lambda match: f"{match[0]}0", code)


def test_no_two_games_of_the_corpus_are_near_copies():
    assert too_close(compare(DATA)) == []


def test_a_renamed_copy_is_told_from_a_variant():
    code = read_script(DATA, "snake/snake.py").code
    assert renamed(code) != code
    assert likeness(code, renamed(code)) == 1
    assert likeness(code, read_script(DATA, "snake/snake_1.py").code) < MOST_ALIKE


def test_a_copy_in_another_split_is_named(tmp_path):
    write_family(tmp_path, "dots", "train")
    write_family(tmp_path, "spots", "validation")
    pairs = compare(tmp_path)
    assert {pair.kind for pair in pairs} == {"train and validation", "remix and source"}
    closest = too_close(pairs)[0]
    assert (closest.kind, closest.likeness) == ("train and validation", 1)
    assert "dots/dots.py | spots/spots.py" in tables(pairs)


def test_kinds_follow_the_sources():
    scripts = {name: read_script(DATA, f"pong/{name}.py") for name in
               ("pong", "pong_2", "pong_two_players", "pong_2_extra_balls", "pong_2_extra_balls_curve")}  # fmt: skip
    by_path = {script.path: script for script in scripts.values()}
    kind = lambda one, other: kind_of(by_path, {}, scripts[one], scripts[other])
    assert kind("pong", "pong_two_players") == kind("pong_2_extra_balls_curve", "pong_2_extra_balls") == "remix and source"
    assert kind("pong_2", "pong_2_extra_balls_curve") == "remixes of one game"
    assert kind("pong_two_players", "pong_2") == "within a family"
