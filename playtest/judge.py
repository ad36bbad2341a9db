"""The judge: combines runs of a script into named checks, each with its evidence.

Idle play is the control. What happens without any input, or at the same frame with and without it, is no merit of
the game. Everything rests on seeds and frames; no verdict and no sentence depends on time or place.
"""

import math
import time
from dataclasses import dataclass, field
from functools import partial

from playtest import endings, players
from playtest.console import as_source
from playtest.console import SECONDS
from playtest.console import play as play_run
from playtest.source import Source

CHECKS = (
    "parses", "self_contained", "launches", "survives", "responds", "deterministic", "ends", "restarts", "quits",
    "closes", "readable",
)  # fmt: skip

LAUNCH_FRAMES = 120
PLAY_FRAMES = 1800
TIRED_FRAMES = 1200
END_FRAMES = 10800
RANDOM_RUNS = 3
BUDGET = 600  # seconds of CPU for all runs of a script
QUIT_FRAMES = 60
CLOSE_FRAME = 60
IN_PLAY_FRAME = 450
RESPONSE_FRAMES = (240, 1200)
SETTLED = 3  # frames after a key was let go, from which on a difference is one of the game's state
BAD_TEXT_FRAMES = 30  # a text may be unreadable for half a second, as when it flies in
OVERLAP = 3  # pixels by which the boxes of two texts may meet in either direction
TIMER_SLACK = 2  # frames
START_FRAMES = 120  # after a restart in which a counter must show up to be one that the game starts with
DEALS = 10  # games looked at to see whether a counter always begins the same
RANDOM_PLAYERS = 6  # ways to play, and keys to hold, before an end is said to be a timer's
CLOSE = partial(players.press, keys=["CLOSE"], wait=QUIT_FRAMES, then=players.stop)
QUIT = partial(players.press, keys=["q"], wait=QUIT_FRAMES, then=players.stop)
KEPT_LABELS = {"HIGH", "HI", "BEST", "RECORD", "TOP", "GAMES", "WINS", "LOSSES", "PLAYED", "TOTAL", "STREAK"}


@dataclass
class Report:
    """What the judge found. checks: {name: True, False, or None where it does not apply}. evidence: {name: text}."""

    script: str
    seed: int
    checks: dict = field(default_factory=dict)
    evidence: dict = field(default_factory=dict)
    failures: list = field(default_factory=list)
    runs: dict = field(default_factory=dict, repr=False)  # name -> Run: idle, random and the script's player

    def add(self, name, holds, evidence):
        """Record a check once."""
        self.checks[name], self.evidence[name] = holds, evidence
        if holds is False:
            self.failures.append(f"{name}: {evidence.splitlines()[-1]}")

    @property
    def failure(self):
        """The first reason for which a check fails, or None."""
        return self.failures[0] if self.failures else None

    @property
    def reward(self):
        """The share of the applicable checks that hold, 0 for a script that does not launch."""
        if not self.checks.get("launches"):
            return 0.0
        verdicts = [holds for holds in self.checks.values() if holds is not None]
        return round(sum(verdicts) / len(verdicts), 4)

    @property
    def playable(self):
        """Whether no check fails."""
        return not self.failures


class OutOfBudget(Exception):
    """The runs of a script have used up the CPU time they have together."""


def check(script, *, seed=0, player=None, console=None, budget=BUDGET):
    """Judge a script by the generic checks and return the Report.

    script: a path, or the source itself (a string with line breaks). player: a generator function that plays the
    script; it is one more way to reach the end. budget: seconds of CPU for all runs together; a script that uses them
    up fails, with that as its only failure, and checks that were not done by then do not hold.
    Raises OSError or UnicodeDecodeError for an unreadable file.
    """
    name, text = as_source(script)
    return Trial(name, text, seed, player, console, budget).judge()


@dataclass
class End:
    """An end state: the run it was seen in, the note that check_end made of it, and a name for the run."""

    run: object
    note: dict
    who: str

    @property
    def frame(self):
        return self.note["frame"]

    @property
    def calm(self):
        return self.note["calm"]

    @property
    def was_quit(self):
        """Whether Q was pressed at it already: all but random play does so at the first end."""
        return not (self.who.startswith("random") or self.note["left_by"] or self.run.ended == "frames")


class Trial:
    """All that happens to one script. Runs are shared among the checks."""

    def __init__(self, name, text, seed, player, console, budget=BUDGET):
        self.name, self.seed, self.player, self.console = name, seed, player, console
        self.budget, self.left = budget, budget
        self.text = text if "\n" in text else text + "\n"  # without a line break it would be taken for a path
        self.source = Source(text)
        self.report = Report(name, seed)
        self.runs = self.report.runs
        self.replays = []  # (name, Run, Run it repeats, frames repeated)
        self.second_game = None  # the Run in which R was pressed, and at the next end the window closed

    def play(self, player, frames, seed=None, **named):
        seed = self.seed if seed is None else seed
        seconds, start = min(SECONDS, math.ceil(self.left)), time.monotonic()
        run = play_run(self.text, player, seed=seed, frames=frames, name=self.name, console=self.console,
                       seconds=seconds, **named)  # fmt: skip
        was_late = run.ended == "hung" and not any(run.cpu)  # it was killed from outside, and its time is not known
        self.left -= time.monotonic() - start if was_late else sum(run.cpu)
        if self.left <= 0:
            raise OutOfBudget
        return run

    def judge(self):
        """Return the report on all checks, or on those that the budget allowed."""
        try:
            return self.judge_all()
        except OutOfBudget:
            text = f"all runs together have used up their {self.budget:g} s of CPU"
            self.report.failures.append(text)
            for name in CHECKS:
                self.report.checks.setdefault(name, False)
                self.report.evidence.setdefault(name, text)
            return self.report

    def judge_all(self):
        """Run all checks in order and return the report."""
        report, source = self.report, self.source
        report.add("parses", source.error is None, source.error or "it compiles")
        text = "; ".join(source.foreign[:5]) or "pygame and allowed modules only"
        report.add("self_contained", None if source.error else not source.foreign, text)
        if source.error or not self.launches():
            if source.error:
                report.checks["self_contained"], report.evidence["self_contained"] = None, "it does not compile"
                report.add("launches", False, "it does not compile")
            for name in CHECKS:
                if name not in report.checks:
                    report.add(name, None, "it does not launch")
            return report
        self.play_along()
        self.survives()
        self.responds()
        ends = self.ends()
        self.restarts(ends)
        self.quits(ends)
        self.closes(ends)
        self.deterministic()
        self.readable()
        report.checks = {name: report.checks[name] for name in CHECKS}
        report.evidence = {name: report.evidence[name] for name in CHECKS}
        return report

    # Runs

    def to_end(self, inner, then=None):
        """Return a player that plays as another one and looks at the end states it comes to."""
        return partial(players.through_ends, inner=inner, keys=self.source.keys, mouse=self.source.mouse, then=then)

    def random(self, seed):
        return partial(players.random, seed=seed, keys=self.source.keys, mouse=self.source.mouse)

    def play_along(self):
        """Play at random with several seeds, then idle for as long as it is needed, then as the script's player."""
        for number in range(RANDOM_RUNS):
            seed = self.seed + number
            self.runs[f"random play, seed {seed}"] = self.play(self.to_end(self.random(seed)), PLAY_FRAMES, seed)
        if not ended_first(self.idle) and self.idle.ended == "frames" and not self.idle_is_enough():
            self.idle = self.play(self.to_end(players.idle, then=QUIT), END_FRAMES)
            self.runs[f"idle, seed {self.seed}"] = self.idle
        if self.player:
            player = self.to_end(self.player, then=QUIT)
            self.runs[f"the script's player, seed {self.seed}"] = self.play(player, END_FRAMES)
            if not ended_first(self.runs[f"the script's player, seed {self.seed}"]):
                # So that there is an end with other counters than those of a game that has hardly begun.
                tired = partial(players.tire, inner=self.player, frames=TIRED_FRAMES)
                run = self.play(self.to_end(tired, then=QUIT), TIRED_FRAMES + PLAY_FRAMES)
                self.runs[f"the script's player, who then tires, seed {self.seed}"] = run
        if not any(ended_first(run) for run in self.runs.values()):
            run = self.runs[f"random play, seed {self.seed}"]
            if run.ended == "frames":
                self.runs[f"random play, seed {self.seed}"] = self.play(self.to_end(self.random(self.seed)), END_FRAMES)

    def idle_is_enough(self):
        """Tell whether an end is known already, so that idle play need not look for one."""
        return any(ended_first(run) for run in self.runs.values())

    # Checks, in order

    def launches(self):
        """Start the script and leave it alone; the run goes on as the idle control."""
        player = self.to_end(players.idle, then=QUIT)
        self.idle = self.runs[f"idle, seed {self.seed}"] = self.play(player, PLAY_FRAMES)
        run = self.idle
        holds = run.frames >= LAUNCH_FRAMES or run.ended in ("frames", "player")
        text = f"{min(run.frames, LAUNCH_FRAMES)} frames without input" if holds else how_it_ended(run)
        self.report.add("launches", holds, text)
        return holds

    def survives(self):
        for name, run in self.runs.items():
            # All but random play ends with Q at the first end: what that does is for `quits` to judge.
            has_ended = not name.startswith("random") and ended_first(run)
            if not has_ended and not survived(run):
                self.report.add("survives", False, f"{name}: {how_it_ended(run)}")
                return
        frames = sum(run.frames for run in self.runs.values())
        self.report.add("survives", True, f"{frames} frames in {len(self.runs)} runs ({', '.join(self.runs)})")

    def responds(self):
        """Look for a difference to idle play that stays after the keys are let go.

        Both runs set all randomness back after each frame: a script that only draws random numbers when a key comes
        shows no lasting difference.
        """
        press = partial(players.press_each, keys=self.source.keys, mouse=self.source.mouse)
        what = ", ".join([*self.source.keys, *["mouse"] * self.source.mouse])
        for frames in RESPONSE_FRAMES:
            still = self.play(players.idle, frames, forgetful=True)
            busy = self.play(press, frames, forgetful=True)
            number = settled_difference(busy, still)
            if number:
                text = f"frame {number} differs from idle play after input ({what}) has ended, seed {self.seed}"
                self.report.add("responds", True, text)
                return
        text = f"{frames} frames with input ({what}) leave no difference to idle play, seed {self.seed}"
        self.report.add("responds", False, text)

    def ends(self):
        """Find the end states and return them if the check holds."""
        ends = [End(run, value, name) for name, run in self.runs.items() for _, (kind, value) in run.notes
                if kind == "end"]  # fmt: skip
        real = [end for end in ends if end.note["static"] or self.is_deaf(end)]
        if not real:
            text = f"no end state was seen ({describe_runs(self.runs)})"
            if ends:
                text = f"{ends[0].note['texts'][0]!r} at frame {ends[0].frame} of {ends[0].who}, but play goes on"
            self.report.add("ends", False, text)
            return []
        timer = self.timer()
        if timer:
            self.report.add("ends", False, timer)
            return real
        end = real[0]
        self.report.add("ends", True, f"{' / '.join(end.note['texts'])} at frame {end.frame} of {end.who}")
        return real

    def is_deaf(self, end):
        """Tell whether an end screen that moves does so without regard to the keys."""
        calm, checked = end.calm, end.note["checked"]
        player = partial(players.replay, inputs=before(end.run, calm), until=calm, then=players.idle)
        seed = self.seed_of(end.who)
        control = self.play(player, checked, seed)
        last = min(checked, control.frames)
        return end.run.hashes[calm:last] == control.hashes[calm:last]

    def timer(self):
        """Return a sentence if the end comes by a hidden timer: at the same frame whatever is done, else None.

        All runs set randomness back after each frame, so that a draw for each key cannot shift the end. Random play
        comes first and holding single keys after it; the first one that ends elsewhere answers the question.
        """
        end = ended_first(self.idle)
        if not end or self.runs_a_clock():
            return None
        forgetful = ended_first(self.play(self.to_end(players.idle, then=players.stop), END_FRAMES, forgetful=True))
        frame = (forgetful or end)["frame"]
        others = [self.random(self.seed + number) for number in range(RANDOM_PLAYERS)]
        others += [partial(players.scripted, inputs={1: [key]}) for key in self.source.keys[:RANDOM_PLAYERS]]
        for other in others:
            run = self.play(other, frame + TIMER_SLACK + 1, forgetful=bool(forgetful))
            known = known_texts(run)
            shown = next((number for number, texts in run.changes if endings.end_texts(texts, known)), 0)
            if shown < frame - TIMER_SLACK:
                return None
        return f"the end comes at frame {frame} with and without input, and no clock in the HUD says so"

    def runs_a_clock(self):
        """Tell whether the HUD shows a clock that runs, so that an end at a certain time is part of the game."""
        for label in endings.first_values(self.idle):
            if endings.CLOCK.search(label):
                values = [now[label] for _, now in endings.counters_of(self.idle) if label in now]
                steps = [late - soon for soon, late in zip(values, values[1:]) if late != soon]
                if len(steps) >= 3 and (all(step < 0 for step in steps) or all(step > 0 for step in steps)):
                    return True
        return False

    def restarts(self, ends):
        """Press R at the end: the end text goes, the counters are as at first, and there is an end again."""
        if not ends:
            self.report.add("restarts", False, "no end state was reached, so R could not be tried")
            return
        # The end at which most counters have left their first values shows most.
        firsts = {id(end): self.first_game(end) for end in ends}
        end = max(ends, key=lambda end: (self.changed_counters(end, firsts[id(end)]), -end.frame))
        # For the second game any way to an end will do; the quickest way of the first games comes first.
        for way in dict.fromkeys([min(ends, key=lambda end: end.frame).who, end.who]):
            again = self.to_end(self.inner_of(way), then=CLOSE)
            again.keywords["known"] = known_texts(end.run)
            then = partial(players.press, keys=["r"], wait=30, then=again)
            run = self.second_game = self.replay(end, then, end.calm + END_FRAMES)
            verdict = self.judge_restart(end, run, firsts)
            if verdict[0] or ended_first(run):
                break
        self.report.add("restarts", *verdict)

    def judge_restart(self, end, run, firsts):
        """Return (holds, evidence) for a run in which R was pressed at an end."""
        where = f"R at frame {end.calm} of {end.who}"
        if run.frames < end.calm + 33 and run.ended != "frames":
            return False, f"{where}: {how_it_ended(run)}"
        gone = end.calm + 33
        left = endings.end_texts(run.texts_at(gone), known_texts(end.run))
        if left:
            return False, f"{where}: {left[0]!r} is still there"
        start = next(number for number in range(end.calm + 1, gone + 1)
                     if not endings.end_texts(run.texts_at(number), known_texts(end.run)))  # fmt: skip
        second_end = next((value for _, (kind, value) in run.notes if kind == "end"), None)
        last = second_end["frame"] - 1 if second_end else run.frames
        now = endings.first_values(run, start, max(start, last))
        last_values = endings.counters(end.run.texts_at(end.calm))
        for label, value in self.stable(firsts, end).items():
            if label in now and not same_start(label, now[label], value, last_values.get(label, value)):
                return False, f"{where}: {label} starts at {now[label]:g}, in the first game at {value:g}"
        if not second_end:
            if not survived(run):
                return False, f"{where}: a new game, then {how_it_ended(run)}"
            return False, f"{where}: a new game, but no end again within {run.frames - end.calm} frames"
        shown = ", ".join(f"{label} {value:g}" for label, value in now.items() if not label.startswith("@"))
        text = f"{where}: a new game at frame {start} ({shown or 'no counters'}), an end again at {second_end['frame']}"
        return True, text

    def quits(self, ends):
        """Press Q at the first end of each outcome: a game may listen after a loss and not after a win."""
        if not ends:
            self.report.add("quits", False, "no end state was reached, so Q could not be tried")
            return
        first = {}
        for end in sorted(ends, key=lambda end: (not end.was_quit, end.frame)):
            first.setdefault(endings.outcome(end.note["texts"]), end)
        said = []
        for end in first.values():
            run = end.run if end.was_quit else self.replay(end, QUIT, END_FRAMES * 2)
            said.append(f"Q at frame {end.calm} of {end.who}: {how_it_ended(run)}")
            if run.ended != "exit" or run.status != 0:
                self.report.add("quits", False, said[-1])
                return
        self.report.add("quits", True, "; ".join(said))

    def closes(self, ends):
        """Use the window's close button early, in play, and at an end: that of the second game, if there is one."""
        said = []
        player = partial(players.replay, inputs={}, until=CLOSE_FRAME, then=CLOSE)
        run = self.play(player, CLOSE_FRAME + QUIT_FRAMES + 9)
        said.append((f"frame {CLOSE_FRAME}", run))
        self.replays.append(("idle", run, self.idle, min(CLOSE_FRAME, self.idle.frames)))
        who, source, frame = self.middle_of_play()
        player = partial(players.replay, inputs=before(source, frame), until=frame, then=CLOSE)
        run = self.play(player, frame + QUIT_FRAMES + 9, self.seed_of(who))
        said.append((f"frame {frame} of {who}", run))
        self.replays.append((who, run, source, frame))
        again = self.second_game and ended_first(self.second_game)
        if again and not again["left_by"]:
            said.append((f"the end of the second game, frame {again['frame']}", self.second_game))
        elif ends:
            end = min(ends, key=lambda end: end.frame)
            said.append((f"the end of {end.who}, frame {end.calm}", self.replay(end, CLOSE, END_FRAMES * 2)))
        for where, run in said:
            if run.ended != "exit" or run.status != 0:
                self.report.add("closes", False, f"window closed at {where}: {how_it_ended(run)}")
                return
        self.report.add("closes", True, "exit status 0 at " + "; ".join(where for where, _ in said))

    def middle_of_play(self):
        """Return (name, run, frame) in the middle of some random play, where no end text stands."""
        who = next(name for name in self.runs if name.startswith("random"))
        run = self.runs[who]
        first = ended_first(run)
        stop = first["frame"] if first else run.frames
        return who, run, max(1, min(IN_PLAY_FRAME, stop // 2))

    def deterministic(self):
        """Compare the runs that repeat another one with the original."""
        frames = 0
        for name, again, first, count in self.replays:
            count = min(count, again.frames, first.frames)
            frames += count
            for number in range(count):
                if again.hashes[number] != first.hashes[number]:
                    text = f"frame {number + 1} of {name} differs the second time, with the same seed and inputs"
                    self.report.add("deterministic", False, text)
                    return
        self.report.add("deterministic", True, f"{frames} frames in {len(self.replays)} runs are the same twice")

    def readable(self):
        found_text = False
        for name, run in self.runs.items():
            found_text = found_text or any(texts for _, texts in run.changes)
            problem = unreadable(run)
            if problem:
                self.report.add("readable", False, f"{problem} of {name}")
                return
        text = "no text out of the window or over other text" if found_text else "no text is drawn"
        self.report.add("readable", found_text or None, text)

    # Helpers

    def seed_of(self, who):
        return int(who.rpartition(" ")[2])

    def inner_of(self, who):
        """Return the player that reached an end, to reach one again."""
        if who.startswith("the script"):
            return self.player
        return players.idle if who.startswith("idle") else self.random(self.seed_of(who) + 100)

    def replay(self, end, then, frames):
        """Repeat a run up to the calm of its end, and go on as another player."""
        inputs = before(end.run, end.calm)
        player = partial(players.replay, inputs=inputs, until=end.calm, then=then)
        run = self.play(player, frames, self.seed_of(end.who))
        self.replays.append((end.who, run, end.run, end.calm))
        return run

    def first_game(self, end):
        """Return the first values of the counters in the first game of an end's run."""
        first = ended_first(end.run)["frame"]
        return endings.first_values(end.run, 1, max(1, first - 1))

    def changed_counters(self, end, first):
        """Count the counters that stand elsewhere at an end than at the start."""
        now = endings.counters(end.run.texts_at(end.calm))
        return sum(now.get(label, value) != value for label, value in first.items())

    def is_dealt(self, label, end, value):
        """Tell whether a counter begins differently by chance, as the size of the first area of a puzzle does."""
        seen_at = next(number for number, now in endings.counters_of(end.run) if label in now)
        seen = set()
        for seed in range(self.seed + RANDOM_RUNS, self.seed + RANDOM_RUNS + DEALS):
            run = self.play(self.inner_of(end), min(seen_at + 5, PLAY_FRAMES), seed)
            seen.add(endings.first_values(run).get(label))
        return value in seen or len(seen - {None}) > 1

    def stable(self, firsts, end):
        """Return the first values of one end's game, without counters that begin differently by chance."""
        values = dict(firsts[id(end)])
        for run in self.runs.values():
            first = ended_first(run)
            other = endings.first_values(run, 1, max(1, first["frame"] - 1) if first else None)
            for label in list(values):
                if label in other and other[label] != values[label]:
                    del values[label]
        return {label: value for label, value in values.items() if not KEPT_LABELS & set(label.split())}


def known_texts(run):
    """Return the texts, in plain form, that a run showed from the start."""
    shown = [texts for number, texts in run.changes if number <= endings.FIRST_FRAMES]
    return {endings.plain(text.text) for texts in shown for text in texts}


def ended_first(run):
    """Return the note of a run's first end state, or None."""
    return next((value for _, (kind, value) in run.notes if kind == "end"), None)


def survived(run):
    """Tell whether a run ended well: by its limit, by the player, or by a quit on the end screen."""
    if run.ended == "exit" and run.status == 0:
        return bool(endings.end_texts(run.texts_at(run.frames)))
    return run.ended in ("frames", "player")


def how_it_ended(run):
    """Return a sentence with the frame, and a traceback if there is one."""
    if run.ended == "exit":
        return f"exit with status {run.status} after frame {run.frames}"
    if run.ended in ("exception", "hung"):
        return f"{run.ended} after frame {run.frames}: {run.error}"
    return f"it runs on after frame {run.frames}"


def describe_runs(runs):
    return "; ".join(f"{name}: {run.frames} frames" for name, run in runs.items())


def before(run, frame):
    """Return the inputs of a run that were given before a frame."""
    return {number: inputs for number, inputs in run.inputs.items() if number < frame}


def settled_difference(busy, still):
    """Return the first frame at which two runs differ although the last input is some frames old, or None."""
    last_input, changes = 0, busy.inputs
    for number in range(1, min(busy.frames, still.frames) + 1):
        if last_input is not None and last_input and number > last_input + SETTLED:
            if busy.hashes[number - 1] != still.hashes[number - 1]:
                return number
        if number in changes:
            last_input = None if changes[number] else number
    return None


def same_start(label, now, first, last):
    """Tell whether a counter starts as it did, and not where the first game left it.

    A clock may be a moment further. What does not start at 0, such as the size of an area, may differ a little by
    chance.
    """
    slack = 1 if endings.CLOCK.search(label) else 0
    if first:
        slack = max(slack, abs(last - first) / 10)
    return abs(now - first) <= slack


def unreadable(run):
    """Return a sentence on a text that is out of the window or over another text for long, or None."""
    bad = {}
    before_texts = set()
    ends = [number for number, _ in run.changes[1:]] + [run.frames + 1]
    for (number, texts), until in zip(run.changes, ends):
        # What moves from frame to frame is on its way; what stays has to be read.
        standing = until - number >= BAD_TEXT_FRAMES
        for problem in text_problems(texts, run.size, before_texts, standing):
            frames, first = bad.get(problem[0], (0, number))
            bad[problem[0]] = frames + until - number, first
            if bad[problem[0]][0] >= BAD_TEXT_FRAMES:
                return f"{problem[1]} at frame {first}"
        before_texts = set(texts)
    return None


def text_problems(texts, size, before_texts, standing):
    """Yield (key, sentence) for each text out of the window and each pair of texts that overlap."""
    still = [text for text in texts if standing or text in before_texts or endings.LABELLED.search(text.text)]
    for text in still:
        beyond = max(-text.x, -text.y, text.x + text.width - size[0], text.y + text.height - size[1])
        if beyond > 1:
            yield ("out", endings.plain(text.text)), f"{text.text!r} is out of the window"
    for place, one in enumerate(still):
        for other in still[place + 1 :]:
            wide = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
            high = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
            if wide >= OVERLAP and high >= OVERLAP and one.text.strip() != other.text.strip():
                key = ("over", endings.plain(one.text), endings.plain(other.text))
                yield key, f"{one.text!r} and {other.text!r} overlap"
