"""The inside of strict mode: a fork server, and the machine that plays a script for a trusted side outside.

The server is started by strict.py, in the sandbox. It runs nothing of a script itself: for each game it forks a
child, locks it in (sandbox.py) and tells, by the kernel's word alone, how the child ended. The child asks the trusted
side for the inputs of each frame. Nothing that it says of itself is taken for more than a claim.

Messages of a child, one a packet: FRAME, see HEAD, then the texts as JSON if they have changed; or how it ended,
which may only be to its harm ("exception" or "hung"). Answers: the inputs as JSON, or SAME.
"""

import ctypes
import json
import math
import mmap
import os
import pickle
import select
import socket
import struct
import sys

import pygame

from playtest import sandbox
from playtest.machine import Machine, real_exit
from playtest.server import PR_SET_CHILD_SUBREAPER, end_all, prctl, prepare, read_message, silence

HELLO, FRAME, END = b"h", b"f", b"e"
# Kind, which picture, whether texts follow, width, height, virtual milliseconds.
HEAD = struct.Struct("<cc?HHd")
OLD, NEW, BLACK = b"o", b"n", b"b"
SAME = b"="  # as an answer: the inputs of the frame before
MOST_PIXELS = 1 << 24  # of a window
MOST_BYTES = 1 << 17  # of a message
MOST_TEXTS, LONGEST = 1000, 200  # claimed at once, and characters of one
OUTCOME = struct.Struct("<id")  # status as waitpid gives it, CPU seconds

PR_SET_DUMPABLE = 4
SDL_PREALLOC = 1  # pixels that SDL shall not free

real_read, real_write = os.read, os.write


class Cell(Machine):
    """A console whose player, record and judge are in another process. The picture lies in shared memory."""

    sleep_seconds = math.inf  # the trusted side sees more: here there is no /proc

    def __init__(self, request, channel, address):
        super().__init__({**request, "pictures": (), "player": None, "frames": 0}, channel)
        self.address, self.own_pixels = address, None

    def set_mode(self, size=(0, 0), flags=0, depth=0, display=0, vsync=0):
        """Stand in for pygame.display.set_mode, up to the size of the shared memory."""
        if int(size[0]) * int(size[1]) > MOST_PIXELS:
            raise pygame.error(f"no window may be larger than {MOST_PIXELS} pixels")
        return super().set_mode(size, flags, depth, display, vsync)

    def make_display(self, real):
        """Return a display whose pixels lie in the shared memory, so that none need to be copied."""
        if self.display is not None:
            redirect(self.display, self.own_pixels)
            self.display.pixels = None
        display = super().make_display(real)
        self.own_pixels = redirect(display, self.address)
        return display

    def exchange(self, is_flip, now):
        """Show the picture to the trusted side and return the player's inputs."""
        texts, shown = self.texts, OLD
        if is_flip:
            texts, shown = self.display.settle(claim)[:MOST_TEXTS], NEW
        elif self.last_hash is None:
            texts, shown = (), BLACK  # what was drawn since set_mode is not to be seen yet
        self.last_hash = self.number
        has_changed = texts is not self.texts and texts != self.texts
        self.texts = texts
        message = HEAD.pack(FRAME, shown, has_changed, *self.display.get_size(), now)
        real_write(self.channel, message + json.dumps(texts).encode() if has_changed else message)
        answer = real_read(self.channel, MOST_BYTES)
        if not answer:
            real_exit(0)
        if answer != SAME:
            self.last_inputs = json.loads(answer)
        return self.last_inputs

    def finish(self, ended, status=None, error=None):
        """Leave the process. The trusted side gets the exit status from the kernel."""
        if self.is_over:
            real_exit(0)
        self.is_over = True
        if ended != "exit":
            real_write(self.channel, END + json.dumps([ended, error]).encode())
            real_exit(1)
        status = status if isinstance(status, int) else 1
        real_exit(status & 0xFF or int(status != 0))


class SDLSurface(ctypes.Structure):
    """The start of the structure behind a surface, as all releases of SDL 2 have it."""

    _fields_ = [
        ("flags", ctypes.c_uint32), ("format", ctypes.c_void_p), ("width", ctypes.c_int), ("height", ctypes.c_int),
        ("pitch", ctypes.c_int), ("pixels", ctypes.c_void_p),
    ]  # fmt: skip


def redirect(surface, address):
    """Let a surface have its pixels at another address, or again at its own. Returns where it had them."""
    pointer = ctypes.c_void_p.from_address(id(surface) + object.__basicsize__)
    structure = SDLSurface.from_address(pointer.value)
    before, structure.pixels = structure.pixels, address
    structure.flags ^= SDL_PREALLOC
    return before


def claim(string, x, y, width, height, inside):
    return [string[: LONGEST + 1], x, y, width, height]


def play(request, channel, address, settings, ruleset):
    """Lock this process in and play a request; never returns."""
    if request["core"] is not None:
        os.sched_setaffinity(0, {request["core"]})
    # Children of one server are alike to the last address. Some memory more in each, of all sizes, brings to light what
    # depends on addresses.
    ballast = [bytes(16 * size) for size, count in enumerate(os.urandom(64)) for _ in range(count)]
    sandbox.limit(request["seconds"])
    sandbox.lock(ruleset, settings["program"])
    real_write(channel, HELLO)
    Cell(request, channel, address).run()


def fork_and_play(request, channel, control, *locked):
    """Fork a child for a request and return its process id."""
    pid = os.fork()
    if pid:
        os.close(channel)
        return pid
    try:
        os.setsid()
        control.close()
        play(request, channel, *locked)
    finally:
        real_exit(70)


def wait_for(pid, control):
    """Wait for the end of a child, or for the order to end it. Returns its status and CPU seconds."""
    handle = os.pidfd_open(pid)
    poll = select.poll()
    poll.register(handle, select.POLLIN)
    poll.register(control, select.POLLIN)
    has_ended = any(descriptor == handle for descriptor, _ in poll.poll())
    os.close(handle)
    return end_all(pid, kill=not has_ended)


def serve(control, picture, settings):
    """Play requests, each in a child, until the trusted side is gone. For each it sends one byte more at the end."""
    address = ctypes.addressof(ctypes.c_char.from_buffer(picture))
    ruleset = sandbox.make_ruleset(settings["paths"]) if settings["landlock"] else None
    sandbox.tasks_of_user()  # once for all
    while True:
        _, channels, _, _ = socket.recv_fds(control, 1, 1)
        request = channels and read_message(control.fileno())
        if not request:
            return
        pid = fork_and_play(json.loads(request), channels[0], control, address, settings, ruleset)
        control.send(OUTCOME.pack(*wait_for(pid, control)))
        if not control.recv(1):
            return


def main():
    """Serve on the socket that is standard input; the argument is the descriptor of the picture's memory."""
    control = socket.socket(fileno=os.dup(0))
    silence()
    settings = pickle.loads(read_message(control.fileno()))
    memory = int(sys.argv[1])
    picture = mmap.mmap(memory, 4 * MOST_PIXELS)
    os.close(memory)
    prctl(PR_SET_DUMPABLE, 0)
    prctl(PR_SET_CHILD_SUBREAPER, 1)
    prepare()
    control.send(HELLO)
    serve(control, picture, settings)
