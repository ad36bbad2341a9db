"""Scripts that try to break out or to forge a verdict: each is contained, judged not playable, and followed by a game.

The scripts stand in attacks/. They raise an error that begins with LEAK where they get through, and go on as a plain
moving picture where that is left to them.
"""

import datetime
import os
import socket
import threading
from functools import partial
from pathlib import Path

import pytest

import playtest
from playtest import judge, players, sandbox
from playtest.strict import StrictConsole

ATTACKS = Path(__file__).parent / "attacks"
HONEST = Path(__file__).parent / "pitfalls" / "honest.py"
SECRET = "swordfish"
BROKEN_FRAMES = 13
CPU_SECONDS = 20  # for one run of an attack
SAMPLE = 6  # attacks a day

# What many attacks go on with: a picture with a counter, which closes.
TAIL = """
import pygame
pygame.init()
screen, clock, frames = pygame.display.set_mode((160, 120)), pygame.time.Clock(), 0
while frames < 4000:
    frames += 1
    for event in pygame.event.get():
        if event.type == pygame.QUIT:
            raise SystemExit
    screen.fill((0, 0, frames % 200))
    screen.blit(pygame.font.Font(None, 20).render(f"SCORE {frames // 50}", True, (255, 255, 255)), (9, 9))
    pygame.display.flip()
    clock.tick(60)
"""

# Scripts too large, or too strange, to stand in a folder.
MADE = {
    "huge_source": "x = 0\n" * 200_000,
    "huge_line": "x = [" + "0, " * 300_000 + "]\n",
    "nul_bytes": "x = '\0'\n\0\n",
    "deep_source": "x = " + "(" * 50_000 + ")" * 50_000 + "\n",
    "deep_signs": "x = " + "-" * 100_000 + "1\n",
    "deep_calls": "x = print" + "()" * 5_000 + "\n",
    "deep_enough_calls": "x = print" + "()" * 330 + "\n",
    "deep_attributes": "x = x" + ".x" * 20_000 + "\n",
    "deep_branches": "if 0:\n    pass\n" + "elif 0:\n    pass\n" * 5_000,
    "deep_sum": "x = " + "+".join("1" * 20_000) + "\n",
    "half_characters": "x = '\ud800'\n",
}
SCRIPTS = {path.stem: path.read_text() for path in sorted(ATTACKS.glob("*.py"))} | MADE
LACKING = [name for name, why in sandbox.missing().items() if why]
NAMES = list(SCRIPTS)
if os.environ.get("PLAYTEST_ATTACKS") != "all":  # which `make attacks` sets; each attack has its turn every few days
    DAY = datetime.date.today().toordinal()
    NAMES = [NAMES[(DAY * SAMPLE + number) % len(NAMES)] for number in range(SAMPLE)]
needs_a_sandbox = pytest.mark.skipif(len(LACKING) == len(sandbox.LAYERS), reason="no layer of the sandbox is here")


class Bystander:
    """What an attack may want: a folder with a secret, listeners on loopback, a process."""

    def __init__(self, folder):
        self.folder, self.heard = folder, []
        (folder / "secret.txt").write_text(SECRET)
        self.tcp, self.udp = socket.create_server(("127.0.0.1", 0)), socket.socket(type=socket.SOCK_DGRAM)
        self.port = self.tcp.getsockname()[1]
        self.udp.bind(("127.0.0.1", self.port))
        self.unix = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.unix.bind(str(folder / "socket"))
        threading.Thread(target=self.listen, daemon=True).start()
        for listener in (self.udp, self.unix):
            listener.setblocking(False)

    def listen(self):
        while True:
            try:
                self.heard.append(self.tcp.accept()[0].recv(9))
            except OSError:
                return

    def untouched(self):
        """Tell whether nothing was read into a message, written, or changed."""
        for listener in (self.udp, self.unix):
            try:
                self.heard.append(listener.recv(9))
            except BlockingIOError:
                pass
        names = sorted(path.name for path in self.folder.iterdir())
        here = [path for place in (".", "/tmp", "/dev/shm", "/") for path in Path(place).glob("loot*")]
        return not self.heard and not here and names == ["secret.txt", "socket"]

    def close(self):
        for listener in (self.tcp, self.udp, self.unix):
            listener.close()


@pytest.fixture(scope="module")
def bystander(tmp_path_factory):
    os.environ["PLAYTEST_SECRET"] = SECRET
    made = Bystander(tmp_path_factory.mktemp("bystander"))
    yield made
    made.close()
    del os.environ["PLAYTEST_SECRET"]


def armed(name, console, bystander, turn=0):
    """Return an attack's source with what it has to know of its surroundings."""
    script = SCRIPTS[name] if name in MADE else SCRIPTS[name] + TAIL
    words = {"FOLDER": bystander.folder, "PORT": bystander.port, "PID": os.getpid(), "TURN": turn,
             "SERVER": console.server.process.pid}  # fmt: skip
    for word, value in words.items():
        script = script.replace(f"@{word}@", str(value))
    return script


@pytest.fixture(scope="module")
def console():
    made = StrictConsole()
    made.play_honest = lambda: playtest.play(HONEST, players.idle, frames=300, console=made)
    made.reference = made.play_honest()
    yield made
    made.close()


@pytest.fixture(scope="module")
def inner_console():
    layers = [name for name in ("landlock", "seccomp") if name not in LACKING]
    if len(layers) < 2:
        pytest.skip(f"not here: {', '.join(LACKING)}")
    made = StrictConsole(layers=layers)
    playtest.play(HONEST, frames=1, console=made)
    yield made
    made.close()


def said(run):
    return f"{run.error} {run.changes} {run.notes}"


@pytest.fixture
def short(monkeypatch):
    """Let the judge look for less long, which is enough here."""
    for name, value in {"PLAY_FRAMES": 450, "END_FRAMES": 600, "RESPONSE_FRAMES": (240,)}.items():
        monkeypatch.setattr(judge, name, value)


@needs_a_sandbox
@pytest.mark.parametrize("name", NAMES)
def test_attack(name, console, bystander, short):
    server, play = console.server.process, console.play
    console.play = lambda request: play({**request, "seconds": CPU_SECONDS})
    report = judge.check(armed(name, console, bystander), console=console)
    console.play = play
    everything = str(report.evidence) + "".join(map(said, report.runs.values()))
    assert "LEAK" not in everything and SECRET not in everything
    assert bystander.untouched()
    assert not report.playable
    # The next script finds the same server, and gets the same run for as much.
    after = console.play_honest()
    assert console.server.process is server and server.poll() is None
    assert (after.hashes, after.changes) == (console.reference.hashes, console.reference.changes)
    assert sum(after.cpu) < 5 * sum(console.reference.cpu)


@needs_a_sandbox
@pytest.mark.parametrize("name", sorted(set(NAMES) - set(MADE)))
def test_the_inner_layers_alone_contain_it(name, inner_console, bystander):
    script = armed(name, inner_console, bystander)
    run = playtest.play(script, frames=60, seconds=CPU_SECONDS, console=inner_console)
    assert "LEAK" not in said(run) and SECRET not in said(run)
    assert bystander.untouched()
    assert playtest.play(HONEST, frames=60, console=inner_console).ended == "frames"


@needs_a_sandbox
@pytest.mark.parametrize("turn", range(BROKEN_FRAMES))
def test_no_broken_frame_is_taken(turn, console, bystander):
    run = playtest.play(armed("broken_frames", console, bystander, turn), frames=60, console=console)
    assert run.ended in ("exception", "frames") and not run.texts_at(1)


@needs_a_sandbox
@pytest.mark.parametrize("name, checks", [
    ("forged_texts", ["ends", "restarts", "quits"]), ("invisible_texts", ["ends", "restarts", "quits"]),
    ("score_without_play", ["responds", "ends"]), ("fake_end", ["ends", "quits"]),
    ("knows_the_players", ["ends"]), ("early_exit", ["launches"]), ("stack_walk", ["launches"]),
    ("endless_frames", ["responds", "ends", "quits", "closes"]), ("forged_results", ["launches"]),
])  # fmt: skip
def test_what_a_forgery_fails_by(name, checks, console, bystander, short):
    """Not only by the modules that it imports."""
    report = judge.check(armed(name, console, bystander), console=console)
    assert {check: report.checks[check] for check in checks} == dict.fromkeys(checks, False)


def test_there_are_enough_attacks():
    assert len(SCRIPTS) >= 30 and all(name in SCRIPTS for name in MADE)


@needs_a_sandbox
def test_random_play_cannot_be_foretold(console):
    """A script that knows the players and their seeds wins where the secret is none, and nowhere else."""
    foretold = StrictConsole(salt="")
    player = partial(players.random, seed=0, keys=["LEFT", "RIGHT"])
    texts = [[text.text for text in playtest.play(ATTACKS / "knows_the_players.py", player, frames=150, console=each)
              .texts_at(150)] for each in (foretold, console)]  # fmt: skip
    foretold.close()
    assert "YOU WIN" in texts[0] and "YOU WIN" not in texts[1]
