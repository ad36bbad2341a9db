"""The benchmark: how fast scripts are played and judged on this machine. Its numbers are of CPU time."""

import os
import statistics
import subprocess
import sys
import time

from tqdm import tqdm

from playtest import judge, players
from playtest.console import Console, play
from playtest.pool import check_many

FRAMES = 600
TRIES = 2

# The script's own loop with nothing replaced but the clock.
BARE = """
import os, sys, time, random
import pygame
class Clock:
    ticks = 0
    def tick(self, framerate=0):
        Clock.ticks += 1
        if Clock.ticks == 1:
            Clock.start = time.process_time()
        if Clock.ticks > {frames}:
            print(time.process_time() - Clock.start, flush=True)
            os._exit(0)
        return 16
    tick_busy_loop = tick
    def get_time(self):
        return 16
    def get_fps(self):
        return 60.0
pygame.time.Clock = Clock
pygame.time.get_ticks = lambda: Clock.ticks * 50 // 3
random.seed(0)
import types
module = sys.modules["__main__"] = types.ModuleType("__main__")
exec(compile(open(sys.argv[1], encoding="utf-8").read(), "script", "exec"), module.__dict__)
"""


def bare_seconds(path, frames):
    """Return the CPU seconds of a script's bare loop for so many frames, or None if it ends before."""
    environment = dict(os.environ, SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")
    command = [sys.executable, "-c", BARE.format(frames=frames), str(path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300)
    try:
        return float(done.stdout.split()[-1])
    except (IndexError, ValueError):
        return None


def measure_frames(path, console):
    """Return (CPU seconds a frame of the bare loop, and of the engine), each the better of TRIES; None if none."""
    bare, ours = [], []
    for _ in range(TRIES):
        seconds = bare_seconds(path, FRAMES)
        run = play(path, players.idle, frames=FRAMES, console=console)
        if seconds is None or run.frames < FRAMES:
            return None
        bare.append(seconds / FRAMES)
        ours.append(run.cpu[1] / FRAMES)
    return min(bare), min(ours)


def measure_start(path, console):
    """Return the real seconds from a request to the answer for one single frame."""
    start = time.perf_counter()
    play(path, players.idle, frames=1, console=console)
    return time.perf_counter() - start


class Meter(Console):
    """A console that adds up the CPU seconds of its games."""

    seconds = 0.0

    def play(self, request):
        run = super().play(request)
        self.seconds += sum(run.cpu)
        return run


def measure_check(path, console):
    """Return the CPU seconds of all generic checks of one script, those of the judge included."""
    start = time.thread_time() + console.seconds
    judge.check(path, console=console)
    return console.seconds + time.thread_time() - start


def print_row(name, values, unit, goal):
    values = sorted(values)
    if values:
        middle = statistics.median(values)
        high = values[(len(values) - 1) * 19 // 20]
        print(f"{name:34} median {middle:9.2f}   worst of 95% {high:9.2f} {unit:9} {goal}")


def main(paths, jobs):
    """Measure scripts and print a table."""
    console, meter = Console(), Meter()
    measure_start(paths[0], console)  # starts the server
    pairs = [pair for pair in (measure_frames(path, console) for path in paths) if pair]
    print(f"{len(paths)} scripts, {FRAMES} frames each, {os.cpu_count()} cores")
    rates = sorted(1 / ours for _, ours in pairs)
    if rates:
        print(f"{'frames a second and core':34} median {statistics.median(rates):9.1f}   worst of 95% "
              f"{rates[len(rates) // 20]:9.1f} frames/s  goal: above 1500")  # fmt: skip
    print_row("overhead over the bare loop", [(ours / bare - 1) * 100 for bare, ours in pairs], "%", "goal: under 15")
    print_row("start-up", [measure_start(path, console) * 1000 for path in paths], "ms", "goal: under 20")
    print_row("CPU of all checks of a script", [measure_check(path, meter) for path in paths], "s", "goal: under 5")
    measure_all(paths, jobs, Console)
    console.close()
    meter.close()


def measure_all(paths, jobs, make_console):
    """Judge all scripts, so many at a time, and print the real time, the start of the processes included."""
    start = time.perf_counter()
    list(check_many(paths, jobs=jobs, make_console=make_console))
    seconds = time.perf_counter() - start
    name = f"all scripts on {jobs} cores"
    print(f"{name:34} {seconds:.1f} s, {len(paths) / seconds:.2f} scripts a second")


def measure_strict(path, console):
    """Return the CPU seconds a frame in strict mode: those of the game, and of this side."""
    start = time.thread_time() + console.seconds
    run = play(path, players.idle, frames=FRAMES, console=console)
    return (console.seconds + time.thread_time() - start) / max(1, run.frames)


def main_strict(paths, jobs):
    """Measure scripts in fast and in strict mode and print a table."""
    from playtest.strict import StrictConsole

    meter, console = Meter(), StrictConsole(salt="")  # without a secret both play the same
    measure_start(paths[0], meter)
    measure_start(paths[0], console)
    print(f"{len(paths)} scripts in strict mode ({', '.join(console.layers)}), {os.cpu_count()} cores")
    # Alternately, so that a change of the machine's load meets both.
    pairs = [(measure_check(path, meter), measure_check(path, console)) for path in tqdm(paths, disable=None)]
    rates = sorted(1 / measure_strict(path, console) for path in paths)
    print(f"{'frames a second and core':34} median {statistics.median(rates):9.1f}   worst of 95% "
          f"{rates[len(rates) // 20]:9.1f} frames/s")  # fmt: skip
    print_row("start-up", [measure_start(path, console) * 1000 for path in paths], "ms", "")
    print_row("CPU of all checks, fast mode", [fast for fast, _ in pairs], "s", "")
    print_row("CPU of all checks, strict mode", [strict for _, strict in pairs], "s", "")
    print_row("strict over fast", [strict / fast for fast, strict in pairs], "times", "goal: at most 1.5")
    measure_all(paths, jobs, StrictConsole)
    meter.close()
    console.close()
