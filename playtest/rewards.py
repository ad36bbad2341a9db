"""A reward for replies of a model, as TRL's GRPOTrainer calls it: how much of a game is in the code?

The judge's checks alone would reward scripts that only look like games. So all that counts beyond `launches` needs an
answer to input, and most of it needs `plays`: a measurement of whether what is pressed decides what happens.
"""

import os
import random
from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations
from math import ceil
from typing import NamedTuple

import numpy

from playtest import endings, players
from playtest.console import play, strict_console
from playtest.pool import blame, guarded_check, in_order
from playtest.reply import extract
from playtest.source import Source

BUDGET = 120  # seconds of CPU for the judge's runs of one script

# What a reply earns. Each group counts only if all of the groups before it do so: "code" if it parses, "start" if it
# launches and shows texts, "input" if it responds. No reply without `plays` has more than the first three: 0.3.
WEIGHTS = {
    "code": {"parses": 0.05, "self_contained": 0.05},
    "start": {"launches": 0.1},
    "input": {"responds": 0.05, "survives": 0.05},
    "game": {"plays": 0.3, "ends": 0.1, "restarts": 0.1, "closes": 0.1, "quits": 0.05, "deterministic": 0.025,
             "readable": 0.025},
}  # fmt: skip

# The measurement `plays`: runs of the same game in blocks of frames. Every second block (or third, or fourth: PASSES) is
# the same in all runs, in the others each run presses something else. The second, longer pass is for slow games, the
# third for those in which chance soon loses.
LAZY = (0.1, 0.3, 0.5, 0.8)  # share of the blocks in which nothing is pressed, by run
BLOCK_FRAMES = 24
HELD_FRAMES = (3, 8, 14)
NEAR = 10  # part of the window from a click to a second one beside it
CLICK_FRAMES = 5  # from the one to the other
REST_FRAMES = 7  # at the end of a block, so that what shows there is not the key itself
PRELUDE_KEYS = 8
NO_PLAY_KEYS = {"p", "PAUSE"}  # would leave a game standing for half of the time
LASTING = 3  # blocks after which a counter has to be different in different runs
PICTURE_WIDTH = 200
TEXT_MARGIN = 2  # pixels of the kept picture
LARGEST_CHANGE = 0.5  # share of the picture; what changes all of it is a flash of colour
LEAST_CHANGE = 5  # pixels of the kept picture


class Pass(NamedTuple):
    """blocks: how many. every: how often one is common. helds: frames for which a key may be held, one of these.

    first: frames for each key at the start, where all are pressed once. runs: at most. frames: for each block; after so
    many in all runs together no other one is begun.
    """

    blocks: int
    every: int
    helds: tuple = HELD_FRAMES
    first: int = 8
    runs: int = 20
    frames: int = 80


PASSES = Pass(30, 2), Pass(90, 4), Pass(30, 3, HELD_FRAMES[1:2], first=3, runs=60, frames=160)


@dataclass
class Grade:
    """A reward from 0 to 1, the checks behind it ({name: bool or None}) and the first reason for less than 1."""

    reward: float = 0.0
    checks: dict = field(default_factory=dict)
    failure: str | None = "there is no code block that says pygame"


def playable(completions, log_metric=None, *, jobs=None, budget=BUDGET, make_console=strict_console, **columns):
    """Return the reward of each completion (list of float, 0 to 1), as GRPOTrainer expects it of a reward function.

    completions: strings, or lists of messages, of which the last one counts. log_metric: takes a name and the mean of
    a check over the completions, as TRL hands it in. Prompts and all columns of the dataset are ignored. jobs: how many
    scripts are played side by side (default: one for each processor). budget, make_console: as for check_many.
    """
    grades = grade([text_of(completion) for completion in completions], jobs, budget, make_console)
    if log_metric and grades:
        for name in ("parses", "launches", "responds", "plays", "ends"):
            log_metric(f"playable/{name}", sum(bool(each.checks.get(name)) for each in grades) / len(grades))
    return [each.reward for each in grades]


def text_of(completion):
    """Return the text of a completion: the string itself, or that of the last message."""
    if isinstance(completion, str):
        return completion
    content = completion[-1]["content"] if completion else ""
    if isinstance(content, list):  # parts, as multimodal models have them
        content = "".join(part.get("text", "") for part in content)
    return content or ""


def grade(replies, jobs=None, budget=BUDGET, make_console=strict_console):
    """Return the Grade of each reply (a string). Equal scripts are played once."""
    codes = [extract(reply) for reply in replies]
    scripts = list(dict.fromkeys(code for code in codes if code is not None))
    grades = []
    if scripts:
        jobs = min(jobs or os.cpu_count(), len(scripts))
        grades = list(in_order(partial(grade_script, budget=budget), scripts, jobs, make_console))
    by_script = {None: Grade(), **dict(zip(scripts, grades))}
    return [by_script[code] for code in codes]


def grade_script(script, console, budget=BUDGET):
    """Play a script (its text) and return the Grade."""
    script += "\n"  # without a line break it would be taken for a path
    report = guarded_check(script, console, budget=budget)
    checks, failure = dict(report.checks), report.failure
    # Runs that chance makes differ cannot be compared.
    if checks["responds"] and checks["deterministic"] and shows_texts(report):
        try:
            reason = why_no_game(script, console, budget)
        except Exception as problem:
            reason = blame(problem, console)
        checks["plays"] = reason is None
        failure = f"plays: {reason}" if reason else failure
    return Grade(add_up(checks, shows_texts(report)), checks, failure)


def shows_texts(report):
    return any(texts for run in report.runs.values() for _, texts in run.changes)


def add_up(checks, has_texts):
    """Return the reward for checks."""
    opened = {
        "code": checks["parses"], "start": has_texts, "input": checks["responds"], "game": checks.get("plays"),
    }  # fmt: skip
    total = 0.0
    for group, weights in WEIGHTS.items():
        if not opened[group]:
            break
        total += sum(weight for name, weight in weights.items() if checks[name])
    return round(total, 4)


# Whether what is pressed decides what happens


def press_blocks(frame, seed, keys, mouse, one_pass):
    """Press each key once, then a key (or nothing) in each block: in the last of `every` the same in all runs.

    With seed None nothing is pressed after the first part. The first end phrase ends the run. Notes at the start of
    each block what is pressed in it ("" for nothing).
    """
    own, common = random.Random(f"own {seed}"), random.Random(f"common {one_pass}")
    known = {endings.plain(text.text) for text in frame.texts}
    for key, start, stop, place, frames in plan(own, common, frame.size, seed, keys, mouse, one_pass):
        notes = [("note", key)] if frames == BLOCK_FRAMES else []
        beside = [min(side - 1, at + side // NEAR * common.randint(-1, 1)) for at, side in zip(place, frame.size)]
        clicks = {start: place, start + CLICK_FRAMES: [max(0, at) for at in beside]}  # many boards want two neighbors
        for age in range(frames):
            if key == "click":
                inputs = [("click", *clicks[age])] if age in clicks else []
            else:
                inputs = [key] if key and start <= age < stop else []
            frame = yield [*notes, *inputs]
            notes = []
            if frame.number <= endings.FIRST_FRAMES:
                known |= {endings.plain(text.text) for text in frame.texts}
            elif endings.end_texts(frame.texts, known):
                return


def plan(own, common, size, seed, keys, mouse, one_pass):
    """Return a run's presses: [(key, first frame and the one after the last, place of a click, frames in all)]."""
    middle = size[0] // 2, size[1] // 2
    presses = [(key, 0, one_pass.first // 2, middle, one_pass.first) for key in first_keys(keys, mouse)]
    keys = [*keys, *["click"] * (mouse and max(1, len(keys) // 2))]
    favorite = keys[(seed or 0) % len(keys)]
    for number in range(one_pass.blocks):
        dice = common if is_common(number, one_pass.every) else own
        # Each run has a key of its own that it presses most: driving takes one that is held.
        key = favorite if dice is own and dice.random() < 0.5 else dice.choice(keys)
        held = dice.choice(one_pass.helds)
        place = dice.randrange(size[0]), dice.randrange(size[1])
        wait = dice.randrange(BLOCK_FRAMES - held - REST_FRAMES)
        if seed is None or dice is own and dice.random() < LAZY[seed % len(LAZY)]:
            key = ""
        presses.append((key, wait, wait + held, place, BLOCK_FRAMES))
    return presses


def is_common(number, every):
    return number % every == every - 1


def first_keys(keys, mouse):
    """Return what is pressed once at the start of all runs, so that a title is over before they part."""
    return keys[:PRELUDE_KEYS] or ["click"] * mouse


class Course:
    """A run of press_blocks.

    keys: what was pressed in each block, the last one too if the game ended in it. frames, counters: those before the
    first block and at the end of each whole one. blocks: how many whole ones. is_over: whether the game ended. quiet:
    for how many frames nothing had been pressed then.
    """

    def __init__(self, run, ends):
        self.run, self.is_over = run, run.ended == "player" and run.frames < ends[-1]
        self.keys = [note for _, note in run.notes]
        self.frames = [frame for frame in ends if frame <= run.frames]
        self.counters = [endings.counters(run.texts_at(frame)) for frame in self.frames]
        self.blocks = max(0, len(self.frames) - 1)
        frame, inputs = max(run.inputs.items(), default=(0, []))
        self.quiet = 0 if inputs else run.frames - frame


def why_no_game(script, console, seconds=BUDGET):
    """Return a sentence on why what is pressed does not decide what happens in a script, or None if it does."""
    for one_pass in PASSES:
        film, (still, *busy) = run_courses(script, console, seconds, one_pass)
        labels = {label for course in busy for now in course.counters for label in now}
        if not any(is_moved(one, other, film) for one, other in combinations(busy, 2)):
            reason = "what is pressed shows nowhere in the picture but in texts, or in all of it"
        elif not (
            decides_end(still, busy)
            or any(decides(label, still, busy, one_pass.every) for label in labels)
            or decides_fate(busy, one_pass)
        ):
            reason = "no counter, and no end, depends on more than time and how often a key is pressed"
        else:
            return None
    return reason


def run_courses(script, console, seconds, one_pass):
    """Return (the hashes of all pictures that come without input, the Courses of one pass).

    In the first of them nothing is pressed but each key once at the start. The pictures are those of this one and of
    one without even that.
    """
    source = Source(script)
    keys = [key for key in source.keys if key not in NO_PLAY_KEYS] or source.keys
    first = 1 + one_pass.first * len(first_keys(keys, source.mouse))
    ends = [first + BLOCK_FRAMES * number for number in range(one_pass.blocks + 1)]
    limits = {"frames": ends[-1], "forgetful": True, "seconds": seconds, "console": console}
    courses = []
    for seed in (None, *range(one_pass.runs)):
        if sum(course.run.frames for course in courses[1:]) > one_pass.frames * one_pass.blocks:
            break
        player = partial(press_blocks, seed=seed, keys=keys, mouse=source.mouse, one_pass=one_pass)
        courses.append(Course(play(script, player, pictures=ends, picture_width=PICTURE_WIDTH, **limits), ends))
    return {*courses[0].run.hashes, *play(script, players.idle, **limits).hashes}, courses


def is_moved(one, other, film):
    """Tell whether two runs differ in the picture at the end of a block: in a part of it, and not in a text.

    Pictures that come without input too, only at another time, are a film and not a game.
    """
    for frame in one.frames[1 : other.blocks + 1]:
        if one.run.hashes[frame - 1] not in film or other.run.hashes[frame - 1] not in film:
            share, pixels = changed_outside_texts(one.run, other.run, frame)
            if pixels >= LEAST_CHANGE and share <= LARGEST_CHANGE:
                return True
    return False


def changed_outside_texts(one, other, frame):
    """Return how much of the picture differs between two runs at a frame: (share, pixels), without changed texts."""
    pictures = [run.pictures[frame] for run in (one, other)]
    if pictures[0][:2] != pictures[1][:2]:
        return 1.0, 0
    width, height = pictures[0][:2]
    pixels = [numpy.frombuffer(picture.rgb, numpy.uint8).reshape(height, width, 3) for picture in pictures]
    differs = (pixels[0] != pixels[1]).any(axis=2)
    scale = width / one.size[0]
    for text in one.texts_at(frame):
        for again in other.texts_at(frame):
            # A text in its place, whatever it says. One that has moved away counts as part of the picture.
            if abs(text.center[0] - again.center[0]) < max(text.width, again.width) and (
                abs(text.center[1] - again.center[1]) < max(text.height, again.height)
            ):
                for box in (text, again):
                    left, top = (max(0, int(side * scale) - TEXT_MARGIN) for side in (box.x, box.y))
                    right = ceil((box.x + box.width) * scale) + TEXT_MARGIN
                    bottom = ceil((box.y + box.height) * scale) + TEXT_MARGIN
                    differs[top:bottom, left:right] = False
    return float(differs.mean()), int(differs.sum())


def decides(label, still, busy, every):
    """Tell whether a counter depends on what is pressed, and when: not on time, nor as a count of presses.

    Time: what it does without input does not count. A count: each key changes it always or never. An echo: after the
    same key in all runs it is the same in all.
    """
    changed, lasting = defaultdict(set), 0
    for number in range(min(still.blocks, max(course.blocks for course in busy))):
        values = set()
        for course in busy:
            if number < course.blocks:
                steps = [each.counters[number + 1].get(label, 0) - each.counters[number].get(label, 0)
                         for each in (course, still)]  # fmt: skip
                changed[course.keys[number]].add(steps[0] != steps[1])
                values.add(course.counters[number + 1].get(label))
        lasting += is_common(number, every) and len(values) > 1
    return lasting >= LASTING and any(len(both) == 2 for both in changed.values())


def decides_end(still, busy):
    """Tell whether the game ends at another time than without input, and not with a key: while nothing is pressed."""
    alone = still.run.frames if still.is_over else None
    return any(course.is_over and course.quiet >= REST_FRAMES and course.run.frames != alone for course in busy)


def decides_fate(busy, one_pass):
    """Tell whether the same press at the same time ends some games and others not, after as many presses of each key.

    What differs then is when they were pressed: each was held as long as the others.
    """
    if len(one_pass.helds) > 1:
        return False
    fates = defaultdict(set)
    for course in busy:
        for number, key in enumerate(course.keys):
            if key and is_common(number, one_pass.every):
                before = tuple(sorted(course.keys[:number]))
                fates[number, before].add(course.is_over and number == course.blocks)
    return any(len(both) == 2 for both in fates.values())
