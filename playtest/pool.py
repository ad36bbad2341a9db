"""Many scripts side by side: a pool of processes, each with a console that plays one script after the other."""

import collections
import functools
import itertools
import os

from loky import ProcessPoolExecutor  # the standard library's would run the caller's main script once more

from playtest import judge
from playtest.console import as_source, play, strict_console

AHEAD = 16  # items read ahead for each console, so that one slow script does not let the others wait

# Shows whether a console works: the script is not to blame if this does not run.
BLANK = "import pygame\npygame.display.set_mode((9, 9))\npygame.display.flip()\n"


def check_many(sources, *, jobs=None, seed=0, budget=judge.BUDGET, make_console=strict_console):
    """Judge scripts side by side; yield a Report for each, in their order.

    sources: an iterable of what `check` takes; it is read only a little ahead. jobs: how many consoles (default: one
    for each processor). budget: seconds of CPU for all runs of one script together. make_console: makes a console; by
    default the scripts are locked in, playtest.Console plays those that you trust. A script that breaks its console
    fails `launches`, and the next one gets a new console. No process is left once the last report has been taken, or
    the generator was closed. Raises NoSandbox where nothing can lock scripts in, what `check` raises for a file that
    cannot be read, and RuntimeError if no console can be started.
    """
    return in_order(functools.partial(guarded_check, seed=seed, budget=budget), sources, jobs, make_console)


def guarded_check(script, console, *, seed=0, budget=judge.BUDGET):
    """Judge a script that may do anything to its console, and return the Report."""
    try:
        return judge.check(script, seed=seed, budget=budget, console=console)
    except Exception as problem:
        report = judge.Report(as_source(script)[0], seed)
        report.checks, report.evidence = dict.fromkeys(judge.CHECKS), dict.fromkeys(judge.CHECKS, "not judged")
        report.add("launches", False, blame(problem, console))
        return report


def blame(problem, console):
    """Return a sentence that blames the script for an exception on this side, or raise what is not its fault.

    What a script does to its own process, such as a forged record, can end in any exception.
    """
    if isinstance(problem, OSError):
        raise problem
    play(BLANK, frames=1, console=console)  # raises if it is the console that does not work
    return f"it breaks the console ({type(problem).__name__}: {problem})"


_console = None  # of this process, if it belongs to a pool


def start_worker(make_console):
    global _console
    _console = make_console()


def work(function, item):
    return function(item, _console)


def in_order(function, items, jobs=None, make_console=strict_console):
    """Yield function(item, console) for each item, in their order, from as many processes and consoles as `jobs`.

    function, items and results go from process to process, so they have to be what cloudpickle can take.
    """
    make_console().close()  # raises here what would break the pool there
    jobs = jobs or os.cpu_count()
    pool = ProcessPoolExecutor(jobs, initializer=start_worker, initargs=(make_console,))
    items, waiting = iter(items), collections.deque()
    try:
        while True:
            for item in itertools.islice(items, AHEAD * jobs - len(waiting)):
                waiting.append(pool.submit(work, function, item))
            if not waiting:
                return
            yield waiting.popleft().result()
    finally:
        pool.shutdown(kill_workers=bool(waiting))  # those that have nothing to do close their consoles themselves
