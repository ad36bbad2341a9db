"""The parent's side of the console: it starts children, keeps their limits and reads the record of each run."""

import functools
import json
import os
import pathlib
import pickle
import subprocess
import sys
import tempfile
import threading
import weakref
from array import array

from playtest import players
from playtest.frames import Picture, Run, Text
from playtest.server import CAN_FORK, DIED, GRACE_SECONDS, LATE, read_message, write_message

SECONDS = 120  # CPU time for one run
ROOT = str(pathlib.Path(__file__).resolve().parent.parent)
ENVIRONMENT = {  # of every game
    "SDL_VIDEODRIVER": "dummy",
    "SDL_AUDIODRIVER": "dummy",
    "PYGAME_HIDE_SUPPORT_PROMPT": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    "OPENBLAS_NUM_THREADS": "1",  # its threads would not survive a fork
    "TZ": "UTC",
}


class PlayerError(Exception):
    """A player (not the game) has raised an exception or yielded something that is no input."""


class NoSandbox(Exception):
    """This machine cannot lock a game in; the message is one sentence."""


class Console:
    """A server that plays games one after the other. It starts with the first one and ends with this process."""

    def __init__(self, fork=CAN_FORK):
        self.fork = fork
        self.server, self.owner = None, None

    def play(self, request):
        """Play a request (a dict for the machine) and return the Run. Raises PlayerError."""
        message = request["seconds"].to_bytes(4, "little") + pickle.dumps(request)
        ask = self.ask_server if self.fork else functools.partial(self.ask_fresh, seconds=request["seconds"])
        outcome, status, record = ask(message)
        if outcome == LATE:
            return Run("hung", error=f"no answer in {request['seconds'] + GRACE_SECONDS} s")
        if outcome == DIED or not record:
            return Run("exception", error=f"the process was killed by signal {status & 0x7F}")
        return unpack(record)

    def ask_server(self, message):
        if self.server is None or self.owner != os.getpid():
            # After a fork of this very process the server belongs to the other one.
            self.server, self.owner = start_server(), os.getpid()
            weakref.finalize(self, end_server, self.server, self.owner)
        try:
            write_message(self.server.stdin.fileno(), message)
            reply = read_message(self.server.stdout.fileno())
        except BaseException:
            self.close()  # the next game must not get this one's answer
            raise
        if reply is None:
            self.close()
            raise RuntimeError("the console's server has ended")
        return reply[0], int.from_bytes(reply[1:5], "little"), reply[5:]

    def ask_fresh(self, message, seconds):
        with tempfile.TemporaryDirectory(prefix="playtest-") as folder:
            child = start_server("--once", folder=folder)
            try:
                request = len(message).to_bytes(8, "little") + message
                record, _ = child.communicate(request, timeout=seconds + GRACE_SECONDS)
            except subprocess.TimeoutExpired:
                child.kill()
                child.communicate()
                return LATE, 0, b""
            except BaseException:
                child.kill()
                child.wait()
                raise
        return (0 if record else DIED), child.returncode & 0xFF, record

    def close(self):
        """End the server and the game it may be playing."""
        server, self.server = self.server, None  # first of all: two threads may close it at once
        if server is not None:
            end_server(server, self.owner)


def end_server(server, owner):
    """End a server, unless it belongs to the process that this one was forked from."""
    if owner != os.getpid():
        return
    server.stdin.close()
    server.stdout.close()
    try:
        server.wait(5)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def strict_console(trust=False):
    """Return a new console for scripts that nobody has read (playtest.strict.StrictConsole).

    trust: play also where nothing can lock them in. Raises NoSandbox.
    """
    if sys.platform.startswith("linux"):
        from playtest.strict import StrictConsole  # what it imports is not there on other systems

        return StrictConsole(trust=trust)
    if not trust:
        raise NoSandbox("Only on Linux can a script be locked in: --trust (or make_console=playtest.Console) plays code "
                        "that you trust all the same.")  # fmt: skip
    return Console()


def start_server(*options, folder=None):
    """Start a child with the environment in which every game runs."""
    environment = dict(os.environ, **ENVIRONMENT)
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, [ROOT, os.environ.get("PYTHONPATH")]))
    command = [sys.executable, "-c", "from playtest.server import main; main()", *options]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment, cwd=folder, bufsize=0)


_consoles = threading.local()


def default_console():
    """Return this thread's console; threads may play side by side."""
    if not hasattr(_consoles, "console"):
        _consoles.console = Console()
    return _consoles.console


def as_source(script):
    """Return (name, source) of a path or of a source text; text with a line break in it is source."""
    if isinstance(script, pathlib.Path) or "\n" not in script:
        path = pathlib.Path(script)
        return path.name, path.read_text(encoding="utf-8-sig")
    return "script.py", script


def portable(player):
    """Return a player that can be sent to another process: functions of other files go by file and name."""
    if isinstance(player, dict):
        return functools.partial(players.scripted, inputs=player)
    if isinstance(player, functools.partial):
        arguments = [portable(item) if callable(item) else item for item in player.args]
        named = {key: portable(item) if callable(item) else item for key, item in player.keywords.items()}
        return functools.partial(portable(player.func), *arguments, **named)
    if not callable(player):
        raise TypeError(f"not a player: {player!r}")
    if player.__module__.partition(".")[0] == __package__:
        return player
    if "<" in player.__qualname__:
        raise TypeError(f"{player.__qualname__} cannot be sent to the game: define it at the top of its file")
    path = os.path.abspath(player.__code__.co_filename)
    return functools.partial(players.from_file, path=path, name=player.__qualname__)


def play(script, player=players.idle, *, seed=0, frames=1800, pictures=(), picture_width=None, forgetful=False,
         seconds=SECONDS, name=None, console=None):  # fmt: skip
    """Play a script and return the Run.

    script: a path, or the source itself (a string with line breaks). player: a generator function (see players.py),
    also a functools.partial of one, or a dict {frame: inputs}. frames: the run ends after so many. pictures: frame
    numbers to keep, `picture_width` pixels wide at most. forgetful: set all randomness back by the frame's number
    after each frame, so that one draw more or less has no effect beyond the frame. seconds: limit of CPU time.
    name: what tracebacks call the script (default: its file name).
    Raises OSError or UnicodeDecodeError for a file that cannot be read, PlayerError for a player's mistake.
    """
    file_name, source = as_source(script)
    request = {
        "name": name or file_name, "source": source, "player": portable(player), "seed": seed, "frames": frames,
        "pictures": frozenset(pictures), "picture_width": picture_width, "is_forgetful": forgetful,
        "seconds": seconds,
    }  # fmt: skip
    return (console or default_console()).play(request)


def unpack(record):
    """Return the Run that a machine has sent."""
    size = int.from_bytes(record[:8], "little")
    header = json.loads(record[8 : 8 + size])
    if header["ended"] == "player error":
        raise PlayerError(header["error"])
    start = 8 + size
    hashes = array("Q", record[start : start + 8 * header["frames"]])
    start += 8 * header["frames"]
    pictures = {}
    for number, width, height, time, length in header["pictures"]:
        pictures[number] = Picture(width, height, record[start : start + length], time)
        start += length
    changes = [(number, tuple(Text(*text) for text in texts)) for number, texts in header["changes"]]
    inputs = {number: [tuple(act) if isinstance(act, list) else act for act in acts]
              for number, acts in header["inputs"]}  # fmt: skip
    return Run(
        header["ended"], header["status"], header["error"], hashes, changes, inputs, header["notes"],
        header["warnings"], tuple(header["size"]), pictures, tuple(header["cpu"]),
    )  # fmt: skip
