"""Virtual time: it stands still while a script computes, and moves on when the script waits.

Nothing ever really sleeps. A script that only looks at the clock, again and again, is taken to be waiting:
after SPIN_CALLS looks within one frame each further look takes a millisecond.
"""

import datetime
import heapq
import threading
import time

import pygame

FRAME_MS = 1000 / 60
SPIN_CALLS = 500
DAY_ONE = 1735732800.0  # time.time() at the start: 2025-01-01 12:00 UTC
THREAD_PATIENCE = 0.05  # real seconds given to a thread of the script to fall asleep again

real_sleep, real_monotonic = time.sleep, time.monotonic


class VirtualTime:
    """The clock of the console. `now` is in milliseconds; `machine` is told when a script waits."""

    def __init__(self, machine):
        self.machine = machine
        self.now = 0.0
        self.looks = 0  # at the time or the events, since the last frame
        self.timers = []  # heap of (due, order, event type)
        self.intervals = {}  # event type -> [milliseconds, times left or 0 for ever, event, order]
        self.order = 0
        self.sleepers = Sleepers()

    def look(self):
        """Return the time; to be called for each question a script asks."""
        self.looks += 1
        if self.looks > SPIN_CALLS and self.machine.is_player_thread():
            self.machine.wait(1.0)
        return self.now

    def seconds(self):
        return self.look() / 1000

    def advance(self, milliseconds):
        """Let time pass: due timers post their events, due threads of the script run."""
        target = self.now + max(0.0, milliseconds)
        while self.timers and self.timers[0][0] <= target:
            due, order, kind = heapq.heappop(self.timers)
            self.now = max(self.now, due)
            self.fire(kind, order)
        self.now = target
        if self.sleepers.waiting:
            self.sleepers.wake(target)

    def fire(self, kind, order):
        interval = self.intervals.get(kind)
        if not interval or interval[3] != order:  # stopped or set anew since
            return
        self.machine.controls.post(interval[2])
        if interval[1] == 1:
            del self.intervals[kind]
            return
        interval[1] -= interval[1] > 0
        heapq.heappush(self.timers, (self.now + interval[0], order, kind))

    def set_timer(self, event, millis, loops=0):
        """Stand in for pygame.time.set_timer."""
        if not isinstance(event, int):
            kind = event.type
        else:
            kind, event = event, pygame.event.Event(event)
        self.intervals.pop(kind, None)
        if millis > 0:
            self.order += 1
            self.intervals[kind] = [max(1, int(millis)), loops, event, self.order]
            heapq.heappush(self.timers, (self.now + max(1, int(millis)), self.order, kind))

    def wait(self, milliseconds):
        """Stand in for pygame.time.wait and delay."""
        if milliseconds < 0:
            milliseconds = 0
        self.sleep(milliseconds / 1000)
        return int(milliseconds)

    def sleep(self, seconds):
        """Stand in for time.sleep, also in threads of the script."""
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        if self.machine.is_player_thread():
            self.machine.wait(seconds * 1000)
        else:
            self.sleepers.sleep(self, self.now + max(0.1, seconds * 1000))


class Sleepers:
    """Threads of the script that sleep. They run one at a time, in the order in which they wake up."""

    def __init__(self):
        self.waiting = []  # heap of (due, order, lock)
        self.order = 0
        self.lock = threading.Lock()
        self.settled = threading.Event()

    def sleep(self, clock, due):
        gate = threading.Lock()
        gate.acquire()
        with self.lock:
            self.order += 1
            heapq.heappush(self.waiting, (due, self.order, gate))
        self.settled.set()
        gate.acquire()

    def wake(self, now):
        """Let each thread that is due run until it sleeps again, ends, or has had its real time."""
        for _ in range(1000):
            with self.lock:
                if not self.waiting or self.waiting[0][0] > now:
                    return
                gate = heapq.heappop(self.waiting)[2]
            self.settled.clear()
            gate.release()
            self.settled.wait(THREAD_PATIENCE)


def make_clock(clock):
    """Return the class that stands in for pygame.time.Clock."""

    class Clock:
        """A clock whose tick makes virtual time pass."""

        def __init__(self):
            self.last, self.passed, self.durations = clock.now, 0, []

        def tick(self, framerate=0):
            clock.machine.tick()
            step = 1000 / framerate if framerate and framerate > 0 else FRAME_MS
            clock.advance(self.last + step - clock.now)
            # Whole milliseconds, without losing the rest to the next tick.
            self.passed = int(clock.now) - int(self.last)
            self.durations = self.durations[-9:] + [clock.now - self.last]
            self.last = clock.now
            return self.passed

        def tick_busy_loop(self, framerate=0):
            return self.tick(framerate)

        def get_time(self):
            return self.passed

        def get_rawtime(self):
            return min(self.passed, 1)

        def get_fps(self):
            total = sum(self.durations)
            return len(self.durations) * 1000 / total if len(self.durations) > 9 and total else 0.0

    return Clock


def install_dates(clock):
    """Make dates and calendars follow virtual time."""

    def today(given):
        return DAY_ONE + clock.look() / 1000 if given is None else given

    for name in ("localtime", "gmtime", "ctime"):
        real = getattr(time, name)
        setattr(time, name, lambda seconds=None, real=real: real(today(seconds)))
    real_strftime = time.strftime
    time.strftime = lambda form, *at: real_strftime(form, *(at or (time.localtime(),)))

    class Date(datetime.date):
        @classmethod
        def today(cls):
            return cls.fromtimestamp(today(None))

    class DateTime(datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls.fromtimestamp(today(None), tz)

        @classmethod
        def today(cls):
            return cls.fromtimestamp(today(None))

        @classmethod
        def utcnow(cls):
            return cls.fromtimestamp(today(None), datetime.timezone.utc).replace(tzinfo=None)

    datetime.date, datetime.datetime = Date, DateTime


def install_threads(clock):
    """Make waits for other threads pass virtual time instead of real time."""
    real_wait, real_join, real_start = threading.Event.wait, threading.Thread.join, threading.Thread.start

    def until(is_done, timeout):
        """Wait in small virtual steps until something is done; return whether it is."""
        end = None if timeout is None else clock.now + timeout * 1000
        while not is_done() and (end is None or clock.now < end):
            clock.sleep(0.005 if end is None else min(0.005, max(0.0001, (end - clock.now) / 1000)))
            real_sleep(0)
        return is_done()

    def wait(self, timeout=None):
        if timeout is None and not clock.machine.is_player_thread():
            return real_wait(self, timeout)
        return until(self.is_set, timeout)

    def start(self):
        real_run = self.run

        def run():
            try:
                real_run()
            finally:
                clock.sleepers.settled.set()

        self.run = run
        clock.sleepers.settled.clear()
        threading.Event.wait = real_wait  # Thread.start waits for the thread itself
        try:
            real_start(self)
        finally:
            threading.Event.wait = wait
        clock.sleepers.settled.wait(THREAD_PATIENCE)

    def join(self, timeout=None):
        if self is threading.current_thread():
            return real_join(self, timeout)
        until(lambda: not self.is_alive(), timeout)

    clock.sleepers.settled.wait = lambda patience: real_wait(clock.sleepers.settled, patience)
    threading.Event.wait, threading.Thread.join, threading.Thread.start = wait, join, start


def install_loops(clock):
    """Let asyncio sleep in virtual time: a wait for nothing but time passes at once."""
    import selectors

    for name in ("SelectSelector", "PollSelector", "EpollSelector", "KqueueSelector"):
        kind = getattr(selectors, name, None)
        if kind is None:
            continue

        def select(self, timeout=None, real=kind.select):
            if timeout is not None and timeout <= 0:
                return real(self, timeout)
            ready = real(self, 0)
            if not ready:
                clock.sleep(FRAME_MS / 1000 if timeout is None else timeout)
            return ready

        kind.select = select


def install(clock):
    """Put virtual time in the place of every clock a script can read."""
    pygame.time.Clock = make_clock(clock)
    if hasattr(pygame, "Clock"):  # pygame-ce
        pygame.Clock = pygame.time.Clock
    pygame.time.get_ticks = lambda: int(clock.look())
    pygame.time.wait = pygame.time.delay = clock.wait
    pygame.time.set_timer = clock.set_timer
    time.sleep = clock.sleep
    time.time = lambda: DAY_ONE + clock.seconds()
    time.time_ns = lambda: int(DAY_ONE * 1e9) + int(clock.look() * 1e6)
    for name in ("monotonic", "perf_counter", "process_time", "thread_time"):
        setattr(time, name, clock.seconds)
        setattr(time, name + "_ns", lambda: int(clock.look() * 1e6))
    install_dates(clock)
    install_threads(clock)
    install_loops(clock)
