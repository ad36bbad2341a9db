"""Open the arcade: every game of data/ in one window, to look at and to play.

    python scripts/arcade.py                      # the arcade
    python scripts/arcade.py snake_moving_food    # start this game at once; the arcade opens behind it

Arrow keys choose, left and right go to the next family, Enter plays, F2 adds the broken scripts, F3 shows the source,
typing searches, Escape goes back. The mouse and a game pad do the same. A game runs as a process of its own; if it
crashes, its traceback is shown.
"""

import argparse
import difflib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

import arcade_view as view
from catalogue import ROOT, preview_paths, read_catalogue
from playable_data import GENRES, CorpusError, family_names, script_paths, silent_paths

FPS = 30
REPEAT = 400, 60  # milliseconds until a held key or stick counts again, and then between two times
DOUBLE_CLICK = 500  # milliseconds
PAGE = 10  # rows
TILT = 0.6  # of a stick, from where on it counts

KEYS = {
    pygame.K_UP: "up", pygame.K_DOWN: "down", pygame.K_LEFT: "left", pygame.K_RIGHT: "right",
    pygame.K_PAGEUP: "page up", pygame.K_PAGEDOWN: "page down", pygame.K_HOME: "home", pygame.K_END: "end",
    pygame.K_RETURN: "play", pygame.K_KP_ENTER: "play", pygame.K_F2: "broken", pygame.K_F3: "source",
    pygame.K_ESCAPE: "back", pygame.K_BACKSPACE: "erase",
}  # fmt: skip
BUTTONS = {0: "play", 1: "back", 2: "source", 3: "broken", 4: "left", 5: "right"}  # of a game pad
MOVES = {"up": -1, "down": 1, "page up": -PAGE, "page down": PAGE, "home": -9_999, "end": 9_999}


class Films:
    """The moving previews. What is missing is made by a process in the background, one game at a time."""

    def __init__(self, root):
        self.root, self.known, self.tried = root, {}, set()
        self.maker, self.making, self.wanted = None, None, None

    def get(self, game):
        """Return a game's film (arcade_view.Film), or None while there is none; it is then made."""
        path = preview_paths(self.root, game.script)[1]
        if path not in self.known and path.exists():
            self.known[path] = view.Film(path)
        if path not in self.known:
            self.wanted = game.script.path
        return self.known.get(path)

    def has_failed(self, game):
        """Tell whether a preview could not be made (bool)."""
        return game.script.path in self.tried and game.script.path != self.making

    def update(self):
        """Start the process for the game that was wanted last, when no other is at work."""
        if self.maker and self.maker.poll() is None:
            return
        self.maker, self.making = None, None
        if self.wanted and self.wanted not in self.tried:
            self.making = self.wanted
            self.tried.add(self.wanted)
            nice = ["nice"] if shutil.which("nice") else []
            command = [*nice, sys.executable, str(Path(__file__).with_name("previews.py")), self.wanted]
            self.maker = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.wanted = None

    def close(self):
        """End the process."""
        if self.maker:
            self.maker.terminate()
            self.maker.wait()


class Play:
    """A game that runs as a process of its own."""

    def __init__(self, path):
        self.errors, self.is_closed = tempfile.TemporaryFile(), False
        self.process = subprocess.Popen([sys.executable, str(path)], stdout=subprocess.DEVNULL, stderr=self.errors)

    def result(self):
        """Return None while it runs, then "", or what it wrote about its crash (str)."""
        status = self.process.poll()
        if status is None:
            return None
        self.errors.seek(0)
        text = self.errors.read().decode(errors="replace").strip()
        return "" if status == 0 or self.is_closed else text or f"The game ended with status {status}."

    def close(self):
        """End it."""
        self.is_closed = True
        self.process.terminate()
        self.process.wait()


class Arcade:
    """The window and what it shows.

    Attributes:
        games (list[Game]): all, by genre and family.
        scripts (list[Game]): the games, and the broken scripts behind them when they are wanted.
        shown (list[Game]): the scripts that fit the search.
        game (Game or None): the chosen one of them.
        page (str): "games", "source" or "error"; "play" while a game runs.
        scroll (int): the first row of the list, or the first line of the source or the traceback.
    """

    def __init__(self, root, games, play=None, game=None):
        self.root = root
        self.games = sorted(games, key=lambda one: GENRES.index(one.family.genre) if one.family.genre else len(GENRES))
        self.films = Films(root)
        self.play, self.page = play, "play" if play else "games"
        self.scripts, self.query, self.shown, self.game = self.games, "", self.games, game or self.games[0]
        self.lines, self.scroll, self.is_open = [], 0, True
        self.held, self.held_until, self.clicked = None, 0, (None, -DOUBLE_CLICK)
        self.pads = {}
        pygame.init()
        pygame.mixer.quit()  # the arcade has no sound, and leaves the device to others
        pygame.key.set_repeat(*REPEAT)
        pygame.display.set_caption("Playable Data")
        self.screen = pygame.display.set_mode(view.SIZE)
        self.hits = []  # what the view has drawn that can be clicked: (pygame.Rect, Game or an action)
        if self.game.is_broken:
            self.toggle_broken()
        self.follow()

    # What it does

    def search(self, query):
        """Show the games that have all words of the query."""
        self.query = query
        words = query.lower().replace("_", " ").split()
        self.shown = [game for game in self.scripts if all(word in game.words for word in words)]
        if self.game not in self.shown:
            self.game = self.shown[0] if self.shown else None
        self.follow()

    def toggle_broken(self):
        """Show the broken scripts among the games, or leave them out again."""
        if self.scripts is self.games:
            self.scripts = [script for game in self.games for script in (game, *game.broken)]
        else:
            self.scripts = self.games
            if self.game and self.game.is_broken:
                self.game = self.game.source
        self.search(self.query)

    def choose(self, game):
        """Choose a game, also one that does not fit the search."""
        if game not in self.shown:
            self.search("")
        self.game = game
        self.follow()

    def follow(self):
        """Scroll the list so that the chosen game can be seen."""
        self.scroll = view.scroll_to(self.shown, self.game, self.scroll) if self.page in ("games", "play") else 0

    def act(self, action):
        """Do what a key or a button stands for."""
        if self.page == "play":
            if action == "back":
                self.play.close()
        elif self.page in ("source", "error"):
            if action in MOVES:
                self.roll(MOVES[action])
            elif action in ("back", "source", "play"):
                self.open("games")
        elif action == "broken":
            self.toggle_broken()
        elif action == "erase":
            self.search(self.query[:-1])
        elif action == "back":
            if self.query:
                self.search("")
            else:
                self.is_open = False
        elif self.game and action in MOVES:
            number = self.shown.index(self.game) + MOVES[action]
            self.choose(self.shown[max(0, min(number, len(self.shown) - 1))])
        elif self.game and action in ("left", "right"):
            self.choose(self.next_family(-1 if action == "left" else 1))
        elif self.game and action == "source":
            self.open("source", view.source_lines(self.game.script.code))
        elif self.game and action == "play":
            self.start()

    def next_family(self, step):
        """Return the first game of the family before or behind, round the corner at the ends (Game)."""
        firsts = list({game.family.name: game for game in reversed(self.shown)}.values())[::-1]
        names = [game.family.name for game in firsts]
        return firsts[(names.index(self.game.family.name) + step) % len(firsts)]

    def start(self):
        """Start the chosen game."""
        self.play, self.page = Play(self.root / self.game.script.path), "play"

    def open(self, page, lines=()):
        """Turn to a page with lines of (text, color) parts."""
        self.page, self.lines, self.scroll = page, lines, 0
        self.follow()

    def roll(self, step):
        """Scroll the list or the lines."""
        if self.page in ("source", "error"):
            last = max(0, len(self.lines) - view.LINES)
        else:
            last = max(0, len(view.rows(self.shown)) - view.ROWS)
        self.scroll = max(0, min(self.scroll + step, last))

    # What comes in

    def handle(self, event):
        """Take an event of pygame."""
        if event.type == pygame.QUIT:
            self.is_open = False
        elif event.type == pygame.KEYDOWN and event.key in KEYS:
            self.act(KEYS[event.key])
        elif event.type == pygame.TEXTINPUT and self.page == "games":
            self.search(self.query + event.text)
        elif event.type == pygame.MOUSEWHEEL and self.page != "play":
            self.roll(-3 * event.y)
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self.click(event.pos)
        elif event.type == pygame.JOYDEVICEADDED:
            pad = pygame.joystick.Joystick(event.device_index)
            self.pads[pad.get_instance_id()] = pad  # a pad that nobody holds sends nothing
        elif event.type == pygame.JOYDEVICEREMOVED:
            self.pads.pop(event.instance_id, None)
        elif event.type == pygame.JOYBUTTONDOWN and event.button in BUTTONS and self.page != "play":
            self.act(BUTTONS[event.button])  # in play the pad is the game's
        elif event.type == pygame.JOYHATMOTION:
            self.hold({(0, 1): "up", (0, -1): "down", (-1, 0): "left", (1, 0): "right"}.get(tuple(event.value)))
        elif event.type == pygame.JOYAXISMOTION and event.axis < 2:
            names = ("left", "right") if event.axis == 0 else ("up", "down")
            if abs(event.value) >= TILT:
                self.hold(names[event.value > 0])
            elif self.held in names:
                self.hold(None)

    def hold(self, action):
        """Take a direction of a pad, None when it is let go; it counts again while it is held."""
        if action != self.held:
            self.held, self.held_until = action, pygame.time.get_ticks() + REPEAT[0]
            if action and self.page != "play":
                self.act(action)

    def click(self, place):
        """Choose the game under the mouse, or play it if it was clicked just before."""
        target = next((target for area, target in self.hits if area.collidepoint(place)), None)
        now = pygame.time.get_ticks()
        is_double = target is not None and target is self.clicked[0] and now - self.clicked[1] < DOUBLE_CLICK
        self.clicked = (target, now)
        if isinstance(target, str):
            self.act(target)
        elif target:
            self.choose(target)
            if is_double:
                self.act("play")

    # The loop

    def step(self):
        """Take the events, see how the game is going, and draw a frame."""
        for event in pygame.event.get():
            self.handle(event)
        now = pygame.time.get_ticks()
        if self.held and now >= self.held_until and self.page != "play":
            self.held_until = now + REPEAT[1]
            self.act(self.held)
        if self.page == "play":
            self.look_after_play()
        self.films.update()
        self.hits = view.draw(self.screen, self)
        pygame.display.flip()

    def look_after_play(self):
        """Come back when the game has ended, to its traceback if it has crashed."""
        result = self.play.result()
        if result is None:
            return
        self.play = None
        self.open(*("error", view.plain_lines(result)) if result else ("games",))

    def run(self):
        """Go on until the window is closed."""
        clock = pygame.time.Clock()
        try:
            while self.is_open:
                self.step()
                clock.tick(FPS)
        finally:
            self.close()

    def close(self):
        """End what runs in the background, and the game, and close the window."""
        if self.play:
            self.play.close()
        self.films.close()
        view.forget_fonts()
        pygame.quit()


def find_path(root, name):
    """Return the path of the script with a name such as snake_moving_food (str), also of a broken one.

    Raises:
        LookupError: there is none; the message names the nearest.
    """
    families = family_names(root)
    paths = [path for name in families for path in (*script_paths(root, name), *silent_paths(root, name))]
    stems = {Path(path).stem: path for path in paths}
    wanted = Path(name).stem
    if wanted in stems:
        return stems[wanted]
    near = difflib.get_close_matches(wanted, stems, 3, 0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else "`make play` without GAME shows them all."
    raise LookupError(f"There is no game {name}; {hint}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("game", nargs="?", metavar="GAME", help="a game to start at once, such as snake_moving_food")
    name = parser.parse_args().game
    play = None
    try:
        path = find_path(ROOT / "data", name) if name else None
        play = Play(ROOT / "data" / path) if path else None
        games = read_catalogue(ROOT / "data").values()
    except (CorpusError, LookupError) as error:
        if play:
            play.close()
        sys.exit(str(error))
    scripts = {script.script.path: script for game in games for script in (game, *game.broken)}
    Arcade(ROOT / "data", games, play, scripts.get(path)).run()


if __name__ == "__main__":
    main()
