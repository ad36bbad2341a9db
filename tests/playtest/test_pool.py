"""check_many: order, what scripts may do to a console, the budget, and no process left behind."""

import itertools
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

import playtest
from playtest import Console, judge, pool, strict_console

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts processes, and forks by libc")

LONG = 10_000
SCRIPTS = int(os.environ.get("PLAYTEST_SOAK", 200))
START = "import pygame\npygame.init()\nscreen = pygame.display.set_mode((40, 30))\n"
LIBC = "import ctypes\nlibc = ctypes.CDLL(None)\n"
# What each kind does, how many of a hundred scripts are of this kind, and the end of the reason for which it must fail,
# with and (if another) without a sandbox.
KINDS = {
    "leaves": (START + "for _ in range(5):\n    pygame.display.flip()\n", 40, "exit with status 0 after frame 5"),
    "no python": ("import pygame\nx = = 1\n", 20, "launches: it does not compile"),
    "raises": (START + "raise ValueError('no')\n", 20, "ValueError: no"),
    "dies": (LIBC + START + "libc.abort()\n", 5,
             "the process was killed by signal 11", "the process was killed by signal 6"),
    "kills itself": (LIBC + START + "libc.kill(libc.getpid(), 9)\n", 5,
                     "exit with status 0 after frame 0", "the process was killed by signal 9"),
    "kills the console": (LIBC + START + "libc.kill(libc.getppid(), 9)\nlibc.sleep(99)\n", 1,
                          "exit with status 0 after frame 0",
                          "it breaks the console (RuntimeError: the console's server has ended)"),
    "forks": (LIBC + START + "for _ in range(3):\n"
              "    if libc.fork() == 0:\n        libc.setsid()\n        libc.sleep(999)\n",
              5, "exit with status 0 after frame 0"),
    "garbage": (LIBC + START + "for number in range(3, 30):\n"
                "    libc.write(number, b'\\x02' + bytes(7) + b'{}', 10)\nlibc.kill(libc.getpid(), 9)\n",
                2, "broke the protocol", "it breaks the console (KeyError: 'ended')"),
    "hangs": (START + "while True:\n    pass\n", 2, "all runs together have used up their 1 s of CPU"),
}  # fmt: skip


def processes():
    """Return the ids of all processes below this one, and of those that run this package, wherever they are."""
    table = subprocess.run(["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True).stdout.splitlines()[1:]
    rows = [(int(line.split()[0]), int(line.split()[1]), line) for line in table]
    below = {os.getpid()}
    for _ in rows:
        more = {pid for pid, parent, _ in rows if parent in below} - below
        if not more:
            break
        below |= more
    return {pid for pid, _, line in rows if pid in below or f"PLAYTEST-{os.getpid()}" in line} - {os.getpid()}


def left_over(before):
    """Return the processes that are new, after a moment in which they may end; ps itself is one that does."""
    for _ in range(50):
        new = {pid for pid in processes() - before if Path(f"/proc/{pid}").exists()}
        if not new:
            return new
        time.sleep(0.1)
    return new


def kinds():
    """Yield the names of KINDS for ever, mixed, each as often as it says."""
    hundred = [name for name, (_, count, *_) in KINDS.items() for _ in range(count)]
    for number in itertools.count():
        yield hundred[number * 37 % len(hundred)]


@pytest.fixture(autouse=True, scope="module")
def trackers():
    """The first pool of a process starts two trackers of loky and multiprocessing, which end with the process."""
    list(playtest.check_many(["import pygame\n"], jobs=1))


@pytest.mark.parametrize("make_console", [strict_console, Console])
def test_soak(make_console, capsys):
    """A short soak; the long one is run by PLAYTEST_SOAK=10000."""
    with capsys.disabled():
        if SCRIPTS < LONG:
            print(f"\n{SCRIPTS} scripts; the long soak: PLAYTEST_SOAK={LONG} pytest tests/playtest/test_pool.py")
    names = list(itertools.islice(kinds(), SCRIPTS))
    before, start = processes(), time.monotonic()
    folders = set(Path(os.environ.get("TMPDIR", "/tmp")).glob("playtest-*"))
    reports = playtest.check_many((KINDS[name][0] for name in names), jobs=2, budget=1, make_console=make_console)
    for number, (name, report) in enumerate(zip(names, reports, strict=True)):
        reasons = KINDS[name][2:]
        reason = reasons[0] if make_console is strict_console else reasons[-1]
        assert report.failures[-1].endswith(reason), (number, name, report.failures)
        assert len(processes() - before) < 20 or number % 50
    assert left_over(before) == set()
    new = set(Path(os.environ.get("TMPDIR", "/tmp")).glob("playtest-*")) - folders
    seconds = time.monotonic() - start
    with capsys.disabled():
        print(f"{SCRIPTS} scripts in {seconds:.0f} s, no process left, {len(new)} folders of killed consoles left")


def test_reports_come_in_order_and_sources_are_read_as_needed():
    taken = []

    def sources():
        for number in range(80):
            taken.append(number)
            yield START + f"raise ValueError({number})\n"

    reports = playtest.check_many(sources(), jobs=2)
    assert next(reports).failure.endswith("ValueError: 0") and len(taken) <= 2 * pool.AHEAD + 1
    assert [report.failure.rpartition(" ")[2] for report in reports] == [str(number) for number in range(1, 80)]


def test_the_same_verdicts_as_alone():
    paths = [Path(__file__).parent / "pitfalls" / name for name in ("endless_loop.py", "asks_input.py", "segfault.py")]
    alone = [judge.check(path) for path in paths]
    assert [(one.checks, one.evidence) for one in playtest.check_many(paths, jobs=2)] == [
        (one.checks, one.evidence) for one in alone
    ]


def test_an_abandoned_pool_stops_at_once():
    """Both consoles are in the middle of scripts that would take minutes."""
    before = processes()
    slow = START + "while True:\n    sum(range(10**6))\n    pygame.display.flip()\n"
    reports = playtest.check_many([START, slow, slow, slow, slow], jobs=2)
    next(reports)
    time.sleep(1)
    start = time.monotonic()
    reports.close()
    assert time.monotonic() - start < 20
    assert left_over(before) == set()


def test_unreadable_files_and_broken_consoles_are_raised():
    with pytest.raises(FileNotFoundError):
        list(playtest.check_many([Path("no such file.py")], jobs=1))

    class Broken(Console):
        def play(self, request):
            raise RuntimeError("no console here")

    with pytest.raises(RuntimeError, match="no console here"):
        list(playtest.check_many([START], jobs=1, make_console=Broken))
    assert list(pool.in_order(lambda item, console: item, [], jobs=1)) == []


def test_the_budget_is_one_for_all_runs():
    """Each run alone stays below it."""
    slow = START + "import sys\nwhile True:\n    sum(range(30000))\n    pygame.display.flip()\n"
    start = os.times()
    report = judge.check(slow, budget=2)
    assert report.failures == ["all runs together have used up their 2 s of CPU"]
    assert not report.playable and report.reward < 0.5 and set(report.checks) == set(judge.CHECKS)
    assert os.times().user - start.user < 2
