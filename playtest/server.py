"""The child's side of the console, started by console.py.

It reads requests from its standard input and answers on its standard output. Where there is a fork, it imports
everything once and forks a child for each request; elsewhere (`--once`) it plays one request itself and ends.
It ends when its input does, so also when its parent dies, and it takes the game with it.
"""

import ctypes
import gc
import os
import pickle
import select
import shutil
import signal
import sys
import tempfile
import time

CAN_FORK = sys.platform.startswith("linux")
GRACE_SECONDS = 30  # beyond its CPU seconds a run may sleep for so long before it is killed from outside
DONE, LATE, DIED = 0, 1, 2

PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36


def prepare():
    """Import and initialise what games need, so that each fork has it."""
    import numpy.random  # noqa: F401
    import pygame
    import pygame.freetype
    import pygame.gfxdraw
    import pygame.sprite
    import pygame.surfarray
    import pygame.sysfont  # noqa: F401

    from playtest import machine, players  # noqa: F401

    pygame.init()
    pygame.freetype.init()
    # The mixer has a thread of its own, which a fork would not take along.
    pygame.mixer.quit()
    pygame.event.clear()
    gc.collect()
    gc.freeze()
    gc.set_threshold(20000, 20, 20)


def prctl(option, value):
    """Set a property of this process that only Linux knows."""
    ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


def seconds_queued(pid="self"):
    """Return for how long a process has waited for a processor (float, seconds): no fault of its own.

    The second number of Linux's /proc/<pid>/schedstat, in nanoseconds; 0 where there is none.
    """
    try:
        with open(f"/proc/{pid}/schedstat") as file:
            return int(file.read().split()[1]) / 1e9
    except OSError:
        return 0.0


def read_exactly(descriptor, size):
    """Return so many bytes, or None at the end of the input."""
    parts = []
    while size:
        part = os.read(descriptor, min(size, 1 << 20))
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def read_message(descriptor):
    """Return the next message (eight bytes of length, then the bytes), or None at the end of the input."""
    head = read_exactly(descriptor, 8)
    return head and read_exactly(descriptor, int.from_bytes(head, "little"))


def write_message(descriptor, message):
    """Write a message as read_message reads it."""
    view = memoryview(len(message).to_bytes(8, "little") + message)
    while view:
        view = view[os.write(descriptor, view[: 1 << 20]) :]


def silence():
    """Take input, output and errors away."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    sys.stdin = open(0, closefd=False)
    sys.stdout = open(1, "w", closefd=False)
    sys.stderr = open(2, "w", closefd=False)


def play(request, channel):
    """Play a request in this process; never returns."""
    from playtest.machine import Machine

    Machine(pickle.loads(request), channel).run()


def limit_memory():
    """Keep one game from taking the memory of all."""
    import resource

    from playtest.machine import MEMORY

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def fork_and_play(request, inward, outward):
    """Fork a child for a request and return (process id, descriptor of its record)."""
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid:
        os.close(theirs)
        return pid, ours
    try:
        os.setsid()
        prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        for descriptor in (ours, inward, outward):
            os.close(descriptor)
        limit_memory()
        play(request, theirs)
    finally:
        os._exit(70)


def collect(pid, record, inward, seconds):
    """Return (a child's record, whether it came in time), or (None, False) once the parent is gone.

    The time in which the child waits for a processor does not count: a busy machine makes no game hang.
    """
    poll, ended = select.poll(), os.pidfd_open(pid)
    poll.register(record, select.POLLIN)
    poll.register(inward, 0)  # only told of the end
    poll.register(ended, select.POLLIN)
    parts, start = [], time.monotonic()
    try:
        while True:
            ready = [descriptor for descriptor, _ in poll.poll(1000)]
            if time.monotonic() - start > seconds and time.monotonic() - start - seconds_queued(pid) > seconds:
                return b"", False
            if inward in ready:
                return None, False
            if record in ready:
                part = os.read(record, 1 << 20)
                if not part:
                    return b"".join(parts), True
                parts.append(part)
            elif ended in ready:  # what it has started may still hold the other end of the record
                return b"".join(parts), True
    finally:
        os.close(ended)


def end_all(pid, kill):
    """End a child and everything it has started. Returns its status as waitpid gives it, and its CPU seconds."""
    if kill:
        os.kill(pid, signal.SIGKILL)
    _, status, usage = os.wait4(pid, 0)
    outcome = status, usage.ru_utime + usage.ru_stime
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    # What has left the group is ours by now, as orphans go to the nearest subreaper.
    while True:
        try:
            if os.waitpid(-1, os.WNOHANG) == (0, 0):
                if os.getpid() == 1:  # in a sandbox, where there is no /proc
                    os.kill(-1, signal.SIGKILL)
                else:
                    for orphan in open(f"/proc/self/task/{os.getpid()}/children").read().split():
                        os.kill(int(orphan), signal.SIGKILL)
                os.waitpid(-1, 0)
        except OSError:
            return outcome


def tidy(folder):
    """Empty the folder in which games run."""
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        shutil.rmtree(path, ignore_errors=True) if os.path.isdir(path) else os.unlink(path)


def serve(inward, outward):
    """Play requests, each in a fork, until the input ends."""
    folder = tempfile.mkdtemp(prefix="playtest-")
    os.chdir(folder)
    prctl(PR_SET_CHILD_SUBREAPER, 1)
    prepare()
    while True:
        message = read_message(inward)
        if message is None:
            break
        seconds = int.from_bytes(message[:4], "little")
        pid, descriptor = fork_and_play(message[4:], inward, outward)
        record, in_time = collect(pid, descriptor, inward, seconds + GRACE_SECONDS)
        os.close(descriptor)
        status, _ = end_all(pid, kill=not in_time)
        tidy(folder)
        if record is None:
            break
        outcome = LATE if not in_time else DONE if record else DIED
        write_message(outward, bytes([outcome]) + status.to_bytes(4, "little") + record)
    os.chdir("/")
    os.rmdir(folder)


def main():
    """Serve on standard input and output, which games shall not see."""
    inward, outward = os.dup(0), os.dup(1)
    silence()
    if "--once" in sys.argv:
        prepare()
        message = read_message(inward)
        os.close(inward)
        play(message[4:], outward)
    serve(inward, outward)


if __name__ == "__main__":
    main()
