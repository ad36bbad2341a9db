"""The console itself. It runs inside the child process, around one script.

It puts virtual devices in the place of pygame's, turns each flip (or tick, where nothing is flipped) into a frame,
hands the frame to the player and feeds the player's inputs to the script. A run ends in `finish`, which sends the
record and leaves the process at once: a script may catch every exception, but not that.
"""

import builtins
import json
import linecache
import os
import re
import signal
import sys
import threading
import time
import traceback
import types
from array import array

import pygame
import xxhash

from playtest import chance, controls, screen, timing
from playtest.frames import Frame, Text
from playtest.server import seconds_queued

STILL_FRAME_MS = 33  # a script that waits without flipping shows a frame about this often
FRAME_CPU_SECONDS = 3  # without a frame for so long, a script hangs
FRAME_SLEEP_SECONDS = 20  # or for so long in which it neither ran nor waited for a processor
MEMORY = 4 << 30

real_exit, real_write, real_fork = os._exit, os.write, getattr(os, "fork", None)
process_time, monotonic = time.process_time, time.monotonic


def hash_pixels(surface, digest=xxhash.xxh3_64_intdigest):
    """Return 64 bits of xxh3 of a surface's memory, read in place."""
    return digest(surface.get_buffer())


class Window:
    """What a frame needs to know of the running game on demand."""

    def __init__(self, machine):
        self.machine = machine

    def picture(self):
        return pygame.image.tobytes(self.machine.display, "RGB")

    def pixel(self, x, y):
        return tuple(self.machine.display.get_at((int(x), int(y))))[:3]

    def live(self):
        return self.machine.live()


class Machine:
    """One console with one script. `request` is a dict as console.py makes it; `channel` takes the record."""

    sleep_seconds = FRAME_SLEEP_SECONDS

    def __init__(self, request, channel):
        self.request, self.channel = request, channel
        self.name, self.limit = request["name"], request["frames"]
        self.pictures_wanted = request["pictures"]
        self.player_function, self.player = request["player"], None
        self.display = None
        self.mode = None
        self.window = Window(self)
        self.thread = threading.get_ident()
        self.time = timing.VirtualTime(self)
        self.controls = controls.Controls()
        self.number = 0
        self.is_flipped = True  # a tick before the first flip shows nothing yet
        self.flipped_at = None
        self.shown_at = 0.0
        self.untimed = 0
        self.texts, self.last_hash = (), None
        self.hashes = array("Q")
        self.changes, self.inputs, self.last_inputs = [], [], []
        self.pictures, self.notes = [], []
        self.is_over = False
        self.cpu_at_start = process_time()

    # Time

    def is_player_thread(self):
        return threading.get_ident() == self.thread

    def wait(self, milliseconds):
        """Let the script sleep; now and then that shows a frame."""
        if self.time.now - self.shown_at >= STILL_FRAME_MS and self.display is not None:
            self.frame()
        self.time.advance(milliseconds)

    def tick(self):
        """A clock is about to tick: a tick without a flip since the last one shows a frame too."""
        if not self.is_flipped and self.display is not None:
            self.frame()
        self.is_flipped = False

    def wait_for_event(self, timeout=0):
        """Stand in for pygame.event.wait: frames go by until there is an event."""
        end = self.time.now + timeout if timeout else None
        while True:
            event = pygame.event.poll()
            if event.type != pygame.NOEVENT:
                return event
            if end is not None and self.time.now >= end:
                return event
            if self.time.now - self.shown_at >= timing.FRAME_MS - 1 and self.display is not None:
                self.frame()
            left = timing.FRAME_MS if end is None else min(timing.FRAME_MS, end - self.time.now)
            self.time.advance(left)

    # The display

    def set_mode(self, size=(0, 0), flags=0, depth=0, display=0, vsync=0):
        """Stand in for pygame.display.set_mode: always a plain 32 bit surface, whatever the machine."""
        if flags & pygame.OPENGL:
            raise pygame.error("No OpenGL here")
        real = self.real_set_mode((int(size[0]), int(size[1])), flags & pygame.HIDDEN, 32)
        self.thread = threading.get_ident()
        if self.display is None or self.display.get_size() != real.get_size():
            self.display = self.make_display(real).start()
        else:
            self.display.fill((0, 0, 0))
        self.mode = real
        pygame.event.clear()  # news of the real window, such as that it was shown
        self.last_hash, self.texts = None, ()
        return self.display

    def make_display(self, real):
        return screen.Display(real.get_size(), 0, real)

    def get_surface(self):
        return self.display if pygame.display.get_init() else None

    def flip(self, *rects):
        """Stand in for pygame.display.flip and update."""
        if not pygame.display.get_init():
            raise pygame.error("video system not initialized")
        if self.display is None:
            raise pygame.error("Display mode not set")
        if self.flipped_at == self.time.now:
            self.untimed += 1
            self.time.advance(timing.FRAME_MS)
        self.flipped_at = self.time.now
        self.is_flipped = True
        self.thread = threading.get_ident()
        self.frame(is_flip=True)

    # Frames

    def frame(self, is_flip=False):
        """Show a frame to the player and take the inputs for the next."""
        if self.is_over:
            return
        self.number += 1
        if self.number == 1:
            self.cpu_at_start = process_time()
        now = self.time.now
        self.give(self.exchange(is_flip, now), now)
        self.shown_at = now
        self.time.looks = 0
        if self.request["is_forgetful"]:
            self.chance.set_back(self.number)

    def exchange(self, is_flip, now):
        """Show the picture to the player, keep the record, and return the inputs for the next frame."""
        pixels, texts = self.last_hash, self.texts
        if is_flip or pixels is None:
            # What was drawn since the last flip is not to be seen yet.
            pixels = self.last_hash = hash_pixels(self.display if is_flip else self.mode)
            texts = self.display.settle(Text) if is_flip else ()
        self.hashes.append(pixels)
        if texts is not self.texts and texts != self.texts:
            self.changes.append((self.number, texts))
        self.texts = texts
        if self.number in self.pictures_wanted:
            self.keep_picture()
        frame = Frame(self.number, now, self.display.get_size(), texts, pixels, self.window)
        inputs = self.ask(frame)
        if self.number >= self.limit:
            self.finish("frames")
        if inputs != self.last_inputs:
            self.inputs.append((self.number, inputs))
            self.last_inputs = inputs
        return inputs

    def ask(self, frame):
        """Return the player's inputs as a list. A player that stops ends the run, and so does its mistake."""
        self.chance.is_open = False
        try:
            if self.player is None:
                self.player = self.player_function(frame)
                return self.without_notes(next(self.player))
            return self.without_notes(self.player.send(frame))
        except StopIteration:
            self.finish("player")
        except Exception:
            self.finish("player error", error=traceback.format_exc())
        finally:
            self.chance.is_open = True

    def without_notes(self, inputs):
        """Keep the player's notes and return the other inputs."""
        inputs = [inputs] if isinstance(inputs, str) else list(inputs or ())
        notes = [item[1] for item in inputs if item[0] == "note"]
        if notes:
            self.notes += [(self.number, note) for note in notes]
            inputs = [item for item in inputs if item[0] != "note"]
        return inputs

    def give(self, inputs, now):
        try:
            self.controls.feed(inputs, now - self.shown_at)
        except (ValueError, TypeError) as error:
            self.finish("player error", error=f"{type(error).__name__}: {error}")

    def live(self):
        """Return the script's globals with the local variables of its outermost function, as a rule main()."""
        frame, outermost = sys._getframe(1), None
        while frame:
            code = frame.f_code
            if code.co_filename == self.name and code.co_name != "<module>":
                outermost = frame
            frame = frame.f_back
        names = self.module.__dict__
        return {**names, **outermost.f_locals} if outermost else dict(names)

    def keep_picture(self):
        surface, (width, height) = self.display, self.display.get_size()
        widest = self.request["picture_width"]
        if widest and width > widest:
            height, width = max(1, height * widest // width), widest
            surface = self.real_smoothscale(surface, (width, height))
        rgb = pygame.image.tobytes(surface, "RGB")
        self.pictures.append(((self.number, width, height, self.time.now, len(rgb)), rgb))

    # The run

    def install(self):
        """Put every virtual device in its place."""
        try:
            import pygame.freetype as freetype
        except ImportError:
            freetype = None
        self.real_set_mode, self.real_smoothscale = pygame.display.set_mode, pygame.transform.smoothscale
        controls.install(self.controls, self.time, self.wait_for_event)
        timing.install(self.time)
        screen.install(freetype)
        pygame.display.set_mode = self.set_mode
        pygame.display.get_surface = self.get_surface
        pygame.display.flip = pygame.display.update = self.flip
        pygame.display.get_active = lambda: True
        pygame.display.toggle_fullscreen = lambda: 1
        if hasattr(pygame, "Window"):  # pygame-ce
            install_window(self)
        self.chance = chance.install(self.request["seed"])
        self.chance.is_open = True
        self.guard()

    def guard(self):
        """Keep a script from starting processes and from leaving without its record."""
        for name in ("fork", "forkpty", "system", "popen", "posix_spawn", "posix_spawnp", "spawnv", "spawnve", "execv",
                     "execve", "startfile"):  # fmt: skip
            if hasattr(os, name):
                setattr(os, name, refuse)
        try:
            import _posixsubprocess

            _posixsubprocess.fork_exec = refuse
            if "subprocess" in sys.modules:
                sys.modules["subprocess"]._fork_exec = refuse
        except ImportError:
            pass
        os._exit = lambda status=0: self.finish("exit", status=status)
        os.abort = lambda: self.finish("exception", error="os.abort()")

    def run(self):
        """Play the script to its end; never returns."""
        self.install()
        source = self.request["source"]
        self.module = types.ModuleType("__main__")
        self.module.__file__ = self.name
        self.module.__builtins__ = builtins
        sys.modules["__main__"] = self.module
        sys.argv = [self.name]
        # So that a traceback can quote the lines.
        linecache.cache[self.name] = (len(source), None, source.splitlines(keepends=True), self.name)
        self.watch()
        try:
            exec(compile(source, self.name, "exec"), self.module.__dict__)
        except SystemExit as leaving:
            status = leaving.code
            status = 0 if status is None else status if isinstance(status, int) else 1
            self.finish("exit", status=status)
        except BaseException as error:
            self.finish("exception", error=describe(error, self.name))
        self.finish("exit", status=0)

    def watch(self):
        """Look twice a second whether frames still come. Waiting for a processor is no fault of the script."""
        def clocks():
            return [self.number, process_time(), monotonic() - seconds_queued()]

        seen = clocks()

        def look(*signal_and_frame):
            number, cpu, real = clocks()
            if number != seen[0]:
                seen[:] = [number, cpu, real]
            elif cpu - seen[1] > FRAME_CPU_SECONDS or real - seen[2] > self.sleep_seconds:
                self.finish("hung", error=self.whereabouts(signal_and_frame))
            elif cpu > self.request["seconds"]:
                self.finish("hung", error=f"{self.request['seconds']} s of CPU are used up")

        if hasattr(signal, "setitimer"):
            signal.signal(signal.SIGALRM, look)
            signal.setitimer(signal.ITIMER_REAL, 0.5, 0.5)
            return

        def keep_looking():
            while True:
                timing.real_sleep(0.5)
                look()

        threading.Thread(target=keep_looking, daemon=True).start()

    def whereabouts(self, signal_and_frame):
        """Say where a script hangs: its innermost line."""
        frame = signal_and_frame[1] if signal_and_frame else sys._current_frames().get(self.thread)
        while frame and frame.f_code.co_filename != self.name:
            frame = frame.f_back
        where = f"in line {frame.f_lineno}, {frame.f_code.co_name}" if frame else "somewhere"
        return f"no frame for {FRAME_CPU_SECONDS} s of CPU, {where}"

    def finish(self, ended, status=None, error=None):
        """Send the record and leave the process."""
        if self.is_over:
            real_exit(0)
        self.is_over = True
        if status is not None and not isinstance(status, int):
            status = 1
        warnings = []
        if self.untimed > 10:
            warnings.append(f"{self.untimed} frames without a clock tick")
        record = {
            "ended": ended, "status": status, "error": error, "notes": self.notes, "warnings": warnings,
            "changes": self.changes, "inputs": self.inputs, "frames": self.number,
            "size": self.display.get_size() if self.display is not None else (0, 0),
            "pictures": [about for about, _ in self.pictures],
            "cpu": [self.cpu_at_start, process_time() - self.cpu_at_start],
        }  # fmt: skip
        header = json.dumps(record).encode()
        send(self.channel, [len(header).to_bytes(8, "little"), header, self.hashes.tobytes()])
        send(self.channel, [rgb for _, rgb in self.pictures])
        real_exit(0)


def refuse(*args, **named):
    raise PermissionError("a game starts no processes")


def send(channel, parts):
    """Write bytes to a file descriptor, all of them."""
    for part in parts:
        view = memoryview(part)
        while view:
            view = view[real_write(channel, view[: 1 << 20]) :]


def describe(error, name):
    """Return the traceback of a script's exception: its own lines only, and the same on every machine."""
    lines = traceback.TracebackException.from_exception(error, limit=None)
    parts = [lines]
    while parts:
        part = parts.pop()
        part.stack = traceback.StackSummary.from_list([place for place in part.stack if place.filename == name])
        parts += [inner for inner in (part.__cause__, part.__context__) if inner]
    try:
        text = "".join(lines.format()).strip()
    except Exception:  # an exception that cannot be printed
        text = type(error).__name__
    return re.sub(r"0x[0-9a-f]{6,}", "0x...", text)[-4000:]


def install_window(machine):
    """Let pygame-ce's Window share the one display."""

    class Window:
        """A stand-in for pygame.Window with the console's display."""

        def __init__(self, title="pygame window", size=(640, 480), position=None, **named):
            machine.set_mode(size)
            self.title, self.size, self.position = title, tuple(size), position or (0, 0)
            self.id, self.opacity, self.resizable, self.borderless = 1, 1.0, False, False

        def get_surface(self):
            return machine.display

        def flip(self):
            machine.flip()

        def __getattr__(self, name):  # show, hide, focus, set_icon, destroy, ...
            if name.startswith("_"):
                raise AttributeError(name)
            return lambda *args, **named: None

    pygame.Window = pygame.window.Window = Window
