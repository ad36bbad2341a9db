"""Strict mode: scripts that nobody trusts, and verdicts that they cannot forge.

A StrictConsole stands in for playtest.Console. The script runs locked in (sandbox.py, cell.py); player, judge and
the whole record of a run are on this side. Frame by frame the game waits, and this side reads the picture from memory
that both have, hashes it, looks for the texts that the game claims to have drawn (ink.py), asks the player and sends
the inputs. Frames are counted here, the exit status is the kernel's, and a game that sends anything else than
frames has ended with an exception. Random play is seeded with a secret, so that no script knows what comes.

Virtual time and the size of the window are the game's word; they enter no verdict but through the picture.
A run has no `warnings` here, `frame.live` is None, and games that write files get an OSError.
"""

import contextlib
import ctypes
import fcntl
import functools
import json
import mmap
import os
import pickle
import secrets
import select
import socket
import struct
import subprocess
import sys
import time
import traceback
import weakref

import numpy
import pygame
import xxhash

from playtest import ink, players, sandbox
from playtest.cell import BLACK, END, FRAME, HEAD, HELLO, MOST_BYTES, MOST_PIXELS, NEW, OUTCOME, SAME
from playtest.console import ENVIRONMENT, ROOT, NoSandbox, PlayerError
from playtest.controls import CLOSE, key_code
from playtest.frames import Frame, Picture, Run
from playtest.machine import FRAME_CPU_SECONDS, FRAME_SLEEP_SECONDS
from playtest.server import GRACE_SECONDS, seconds_queued, write_message

BROKE = "broke the protocol"
END_SECONDS = 5  # for a process to end once it has closed its channel
CREDENTIALS = struct.Struct("3i")  # process id, user, group


class Broken(Exception):
    """A game has sent something else than its turn's message."""


class StrictConsole:
    """A sandboxed server that plays games one after the other, for `playtest.play` and `playtest.check`.

    trust: play also where nothing can lock the games in. layers: those to use (names of sandbox.LAYERS); by default
    all that the machine has. salt: a string that random play depends on, to be kept from scripts; by default a new
    secret for each console. With the same salt all verdicts are the same. Raises NoSandbox.
    """

    def __init__(self, *, trust=False, layers=None, salt=None):
        missing = sandbox.missing()
        self.layers = [name for name in sandbox.LAYERS if not missing[name]] if layers is None else list(layers)
        if not self.layers and not trust:
            raise NoSandbox("Nothing on this machine can lock a script in: `python -m playtest doctor` says how to get "
                            "it, --trust (trust=True) plays code that you trust all the same.")  # fmt: skip
        for name in self.layers:
            if missing[name]:
                raise NoSandbox(f"This machine lacks {name}: {missing[name]}.")
        self.salt = secrets.token_hex(8) if salt is None else salt
        self.ink = ink.Ink()
        self.server, self.owner = None, None
        self.seconds = 0.0  # CPU time of the games so far

    def play(self, request):
        """Play a request (a dict as console.play makes it) and return the Run. Raises PlayerError."""
        if self.server is None or self.owner != os.getpid():
            # After a fork of this very process the server belongs to the other one.
            self.server, self.owner = Server(self.layers), os.getpid()
            weakref.finalize(self, self.server.close, self.owner)
        player = salted(request["player"], self.salt)
        for_child = {key: request[key] for key in ("name", "source", "seed", "seconds", "is_forgetful")}
        try:
            with one_core() as core, self.server.start(json.dumps({**for_child, "core": core}).encode()) as channel:
                referee = Referee({**request, "player": player}, channel, self.server.memory, self.ink)
                try:
                    referee.follow()
                except BaseException:
                    self.server.end(True)
                    raise
                status, seconds = self.server.end(referee.run.ended != "exit")
        except PlayerError:
            raise
        except BaseException:
            self.close()  # the next game must not get this one's answer
            raise
        self.seconds += seconds
        return referee.finish(status, seconds)

    def close(self):
        """End the server and the game it may be playing."""
        if self.server is not None:
            self.server.close(self.owner)
        self.server = None


class Server:
    """The process that forks the games, in its sandbox, with the memory for the picture."""

    def __init__(self, layers):
        self.control, theirs = socket.socketpair()
        memory = os.memfd_create("picture", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        os.ftruncate(memory, 4 * MOST_PIXELS)
        # A game that could make it smaller would kill its reader.
        fcntl.fcntl(memory, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL)
        self.mapping = mmap.mmap(memory, 4 * MOST_PIXELS)
        self.memory = numpy.frombuffer(self.mapping, numpy.uint32)
        command = [sys.executable, "-c", "from playtest.cell import main; main()", str(memory)]
        if "bubblewrap" in layers:
            command = sandbox.bubblewrap(command)
        path = os.pathsep.join([ROOT, *sandbox.package_folders()])
        with theirs:
            self.process = subprocess.Popen(command, stdin=theirs, stdout=subprocess.DEVNULL, pass_fds=[memory], cwd="/",
                                            env={**ENVIRONMENT, "PYTHONPATH": path})  # fmt: skip
        os.close(memory)
        settings = {
            "paths": sandbox.readable_paths(), "landlock": "landlock" in layers,
            "program": sandbox.seccomp_program() if "seccomp" in layers else None,
        }  # fmt: skip
        write_message(self.control.fileno(), pickle.dumps(settings))
        if not self.is_ready(sandbox.STARTING_SECONDS) or self.control.recv(1) != HELLO:
            self.close(os.getpid())
            raise NoSandbox("The server does not start in its sandbox; `python -m playtest doctor` may tell why.")

    def start(self, request):
        """Start a game and return the socket that leads to it."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        with theirs:
            socket.send_fds(self.control, [FRAME], [theirs.fileno()])
            write_message(self.control.fileno(), request)
        return ours

    def is_ready(self, seconds):
        return bool(select.select([self.control], [], [], seconds)[0])

    def end(self, kill):
        """End a game, or wait for its end. Returns its status as waitpid gives it, and its CPU seconds."""
        if kill or not self.is_ready(END_SECONDS):
            self.control.send(END)
            kill = True
        outcome = b""
        while len(outcome) < OUTCOME.size:
            part = self.control.recv(OUTCOME.size - len(outcome))
            if not part:
                raise RuntimeError("the strict console's server has ended")
            outcome += part
        if not kill:
            self.control.send(END)
        return OUTCOME.unpack(outcome)

    def close(self, owner):
        """End the process, unless it belongs to the process that this one was forked from."""
        if owner != os.getpid():
            return
        self.control.close()
        try:
            self.process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Screen:
    """What a frame needs of the picture on demand, from a copy of the memory that the game could still change."""

    def __init__(self, memory):
        self.memory, self.copy = memory, numpy.empty(MOST_PIXELS, numpy.uint32)
        self.size, self.pixels, self.hash, self.is_new = (0, 0), None, None, False

    def show(self, size, is_wanted):
        """Take a new picture of a size and hash it; `is_wanted`: it will be looked at."""
        self.size, self.pixels, self.is_new = size, None, True
        count = size[0] * size[1]
        if is_wanted:
            self.pixels = self.copy[:count]
            numpy.copyto(self.pixels, self.memory[:count])
        self.hash = xxhash.xxh3_64_intdigest(self.memory[:count] if self.pixels is None else self.pixels)

    def blacken(self, size):
        """Take a black picture, as it is before the first flip."""
        self.size, self.pixels = size, self.copy[: size[0] * size[1]]
        self.pixels.fill(0)
        self.hash = xxhash.xxh3_64_intdigest(self.pixels)

    def look(self):
        """Return the picture's pixels. Raises Broken if the game has changed them since they were hashed."""
        if self.pixels is None:
            wanted, is_new = self.hash, self.is_new
            self.show(self.size, True)
            if is_new and self.hash != wanted:
                raise Broken
            self.hash = wanted
        return self.pixels

    def picture(self):
        return pygame.image.tobytes(self.surface(), "RGB")

    def surface(self):
        """Return the picture as a surface, over this side's copy."""
        return pygame.image.frombuffer(self.look(), self.size, "BGRA")

    def pixel(self, x, y):
        x, y = int(x), int(y)
        if not (0 <= x < self.size[0] and 0 <= y < self.size[1]):
            raise IndexError("pixel index out of range")
        value = int(self.look()[y * self.size[0] + x])
        return value >> 16 & 255, value >> 8 & 255, value & 255

    def live(self):
        return None


class Referee:
    """One run, seen from the trusted side."""

    def __init__(self, request, channel, memory, shapes):
        self.request, self.channel = request, channel
        self.player, self.limit = None, request["frames"]
        self.screen, self.witness = Screen(memory), ink.Witness(shapes)
        self.claims, self.texts = (), ()
        self.run, self.last_inputs, self.buffer = Run("exit"), [], memoryview(bytearray(MOST_BYTES))
        self.pid, self.start, self.longest = 0, time.monotonic(), request["seconds"] + GRACE_SECONDS
        channel.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", 1, 0))

    def follow(self):
        """Take turns with the game until the run is over; what is not known of the end yet is the kernel's to say."""
        try:
            self.greet()
            while self.run.ended == "exit":
                message = self.receive()
                if not message:
                    return
                if message[:1] == FRAME:
                    self.turn(message)
                elif message[:1] == END:
                    self.believe(message[1:])
                else:
                    raise Broken
        except (Broken, ValueError, RecursionError, struct.error, BlockingIOError):  # the last: it does not read
            self.run.ended, self.run.error = "exception", BROKE
        except ConnectionError:
            pass

    def greet(self):
        """Learn the game's process id, from the kernel, while it is still the engine's own code that runs there."""
        message, attached, _, _ = self.channel.recvmsg(1, socket.CMSG_SPACE(CREDENTIALS.size))
        if message:
            self.pid = CREDENTIALS.unpack(attached[0][2])[0]
            self.channel.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 0)

    def receive(self):
        """Return the game's next message, b"" once it is gone or hangs."""
        clocks = None
        while True:
            if time.monotonic() - self.start > self.longest and self.is_late():
                return b""
            try:
                size = self.channel.recv_into(self.buffer)
                return bytes(self.buffer[:size])
            except BlockingIOError:  # nothing for a second
                now = cpu_seconds(self.pid), time.monotonic() - seconds_queued(self.pid)
                clocks = clocks or now
            if now[0] - clocks[0] > FRAME_CPU_SECONDS or now[1] - clocks[1] > FRAME_SLEEP_SECONDS:
                self.run.ended, self.run.error = "hung", f"no frame for {FRAME_CPU_SECONDS} s of CPU"
                return b""

    def is_late(self):
        """End a run that takes too long, not counting the time in which it waited for a processor."""
        if time.monotonic() - self.start - seconds_queued(self.pid) <= self.longest:
            return False
        self.run.ended, self.run.error = "hung", f"no answer in {self.longest} s"
        return True

    def turn(self, message):
        """Record a frame, ask the player, and answer."""
        _, shown, has_texts, width, height, now = HEAD.unpack_from(message)
        run, screen, number, size = self.run, self.screen, len(self.run.hashes) + 1, (width, height)
        if not (now >= 0 and 0 < width * height <= MOST_PIXELS):
            raise Broken
        if has_texts:
            self.claims = ink.as_claims(json.loads(message[HEAD.size :]))
        if shown == NEW:
            is_wanted = has_texts or size != screen.size or self.witness.has_changed(screen.memory)
            screen.show(size, is_wanted)
            if is_wanted:
                self.texts = self.witness.look(self.claims, screen.pixels, size)
        elif shown == BLACK:
            screen.blacken(size)
            self.claims = self.texts = ()
        elif has_texts or size != screen.size:
            raise Broken
        else:
            screen.is_new = False
        run.hashes.append(screen.hash)
        if not run.changes and self.texts or run.changes and self.texts is not run.changes[-1][1]:
            run.changes.append((number, self.texts))
        if number in self.request["pictures"]:
            self.keep_picture(number, now)
        inputs = self.ask(Frame(number, now, screen.size, self.texts, screen.hash, screen))
        if inputs is None:
            run.ended = "player"
        elif number >= self.limit:
            run.ended = "frames"
        elif inputs == self.last_inputs:
            self.channel.send(SAME, socket.MSG_DONTWAIT)
        else:
            self.last_inputs = run.inputs[number] = inputs
            self.channel.send(json.dumps(inputs).encode(), socket.MSG_DONTWAIT)

    def ask(self, frame):
        """Return the player's inputs as a list, None if it has stopped. Raises PlayerError."""
        try:
            if self.player is None:
                self.player = self.request["player"](frame)
                inputs = next(self.player)
            else:
                inputs = self.player.send(frame)
            inputs = [inputs] if isinstance(inputs, str) else list(inputs or ())
            self.run.notes += [(frame.number, item[1]) for item in inputs if item[0] == "note"]
            return [checked(item) for item in inputs if item[0] != "note"]
        except StopIteration:
            return None
        except Broken:
            raise
        except Exception:
            raise PlayerError(traceback.format_exc()) from None

    def keep_picture(self, number, now):
        surface, (width, height), widest = self.screen.surface(), self.screen.size, self.request["picture_width"]
        if widest and width > widest:
            height, width = max(1, height * widest // width), widest
            surface = pygame.transform.smoothscale(surface, (width, height))
        self.run.pictures[number] = Picture(width, height, pygame.image.tobytes(surface, "RGB"), now)

    def believe(self, message):
        """Take a game's word on how it failed."""
        ended, error = json.loads(message)
        if ended not in ("exception", "hung") or not isinstance(error, str):
            raise Broken
        self.run.ended, self.run.error = ended, error

    def finish(self, status, seconds):
        """Return the Run, with what the kernel says of the end: the status as waitpid gives it, and CPU seconds."""
        run = self.run
        if run.ended == "exit" and os.WIFEXITED(status):
            run.status = os.WEXITSTATUS(status)
        elif run.ended == "exit":
            run.ended, run.error = "exception", f"the process was killed by signal {os.WTERMSIG(status)}"
        run.size, run.cpu = self.screen.size, (0.0, seconds)
        return run


@contextlib.contextmanager
def one_core():
    """Keep this thread on one core, and give its number: None if the consoles of this machine have taken all of them.

    A game that takes turns with it there need not be woken on another core, and the picture stays in one cache.
    """
    cores, here = os.sched_getaffinity(0), ctypes.CDLL(None).sched_getcpu()
    with socket.socket(socket.AF_UNIX) as claim:
        core = next((core for core in sorted(cores, key=lambda core: core != here) if is_free(core, claim)), None)
        if core is not None:
            os.sched_setaffinity(0, {core})
        try:
            yield core
        finally:
            os.sched_setaffinity(0, cores)


def is_free(core, claim):
    """Tell whether no console plays on a core, and claim it: with a name that the kernel frees with the socket."""
    try:
        claim.bind(f"\0playtest core {core}")
    except OSError:
        return False
    return True


def cpu_seconds(pid):
    """Return the CPU time of a process (float, seconds), all its threads together; 0 where it cannot be seen."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            return sum(map(int, file.read().rpartition(")")[2].split()[11:13])) / os.sysconf("SC_CLK_TCK")
    except OSError:
        return 0.0


@functools.lru_cache(256)
def known_key(name):
    """Return a key's name. Raises ValueError if no key is called so."""
    if name != CLOSE:
        key_code(name)
    return name


def checked(item):
    """Return one input as it can be sent. Raises ValueError or TypeError if it is none."""
    if isinstance(item, str):
        return known_key(item)
    kind, x, y = item
    if kind not in ("click", "move"):
        raise ValueError(f"not an input: {item!r}")
    return kind, int(x), int(y)


def salted(player, salt):
    """Return a player whose random play also depends on a secret."""
    if not salt or not isinstance(player, functools.partial):
        return player
    arguments = [salted(item, salt) for item in player.args]
    named = {key: salted(item, salt) for key, item in player.keywords.items()}
    if player.func is players.random:
        named["seed"] = f"{salt} {named.get('seed', 0)}"
    return functools.partial(player.func, *arguments, **named)
