"""scripts/arcade.py: its window without a screen, with real events and real games."""

import os
import shutil
import subprocess
import sys
import time

import pygame
import pytest

import arcade_view as view
from catalogue import preview_paths, read_catalogue
from small_corpus import ROOT, write

SCRIPTS = [
    "data/snake/README.md", "data/snake/snake.py", "data/snake/snake_1.py", "data/snake/snake_moving_food.py",
    "data/snake/bugs/snake_lost_self_bug.py", "data/stacker/README.md", "data/stacker/stacker.py",
    "players/snake.py", "players/stacker.py",
]  # fmt: skip
README = "---\ntitle: Dot\ngenre: board\naliases: []\nsplit: train\nwinnable: false\n---\n\nA dot.\n"
WINDOW = "import pygame\npygame.init()\npygame.display.set_mode((400, 400))\n"
ENDS = f'# CREATE: a dot that ends\n\n"""A dot."""\n\n{WINDOW}'
CRASHES = f'# CREATE: a dot that crashes\n\n"""A dot."""\n\n{WINDOW}raise ValueError("no dot")\n'
STAYS = f'# CREATE: a dot that stays\n\n"""A dot."""\n\n{WINDOW}while True:\n    pygame.time.wait(50)\n'


@pytest.fixture
def root(tmp_path):
    """A corpus with two real families and one whose games end, crash and stay (Path)."""
    for name in SCRIPTS:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    for name, text in {"README.md": README, "dot.py": ENDS, "dot_1.py": CRASHES, "dot_2.py": STAYS}.items():
        write(tmp_path / "data" / "dot" / name, text)
    write(tmp_path / "players" / "dot.py", "")
    return tmp_path / "data"


@pytest.fixture
def arcade(root, monkeypatch):
    """An open arcade (Arcade)."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    from arcade import Arcade

    arcade = Arcade(root, read_catalogue(root).values())
    arcade.films.tried.update(game.script.path for game in arcade.games)  # previews have a test of their own
    arcade.step()
    yield arcade
    arcade.close()


def post(arcade, *events):
    for kind, facts in events:
        pygame.event.post(pygame.event.Event(kind, facts))
    arcade.step()


def press(arcade, *keys):
    post(arcade, *((pygame.KEYDOWN, {"key": key, "unicode": "", "mod": 0}) for key in keys))


def enter(arcade, text):
    post(arcade, *((pygame.TEXTINPUT, {"text": letter}) for letter in text))


def titles(arcade):
    return [game.title for game in arcade.shown]


def place_of(arcade, title):
    """Return where the first thing that stands for a game, or a button of that name, can be clicked."""
    return next(area.center for area, target in arcade.hits if title in (target, getattr(target, "title", None)))


def click(arcade, title):
    post(arcade, (pygame.MOUSEBUTTONDOWN, {"button": 1, "pos": place_of(arcade, title)}))


def wait(arcade, is_done, seconds=120):
    """Let the arcade go on until something has happened."""
    end = time.monotonic() + seconds
    while not is_done():
        assert time.monotonic() < end, "it did not happen"
        arcade.step()
        time.sleep(0.02)


def test_games_stand_by_genre_and_family_and_arrows_choose(arcade):
    assert titles(arcade) == ["Snake", "Snake: moving food", "Snake 1", "Dot", "Dot 1", "Dot 2", "Stacker"]
    press(arcade, pygame.K_DOWN, pygame.K_DOWN)
    assert arcade.game.title == "Snake 1"
    press(arcade, pygame.K_RIGHT)
    assert arcade.game.title == "Dot"
    press(arcade, pygame.K_LEFT, pygame.K_LEFT)
    assert arcade.game.title == "Stacker", "round the corner"
    press(arcade, pygame.K_HOME)
    press(arcade, pygame.K_UP)
    assert arcade.game.title == "Snake"
    press(arcade, pygame.K_PAGEDOWN)
    assert arcade.game.title == "Stacker"


def test_typing_searches(arcade):
    before = pygame.image.tobytes(arcade.screen, "RGB")
    enter(arcade, "run AWAY")
    assert titles(arcade) == ["Snake: moving food"] and arcade.game.title == "Snake: moving food"
    assert pygame.image.tobytes(arcade.screen, "RGB") != before
    press(arcade, *[pygame.K_BACKSPACE] * 8)
    assert len(arcade.shown) == 7 and arcade.game.title == "Snake: moving food"
    enter(arcade, "no such game")
    assert arcade.shown == [] and arcade.game is None
    press(arcade, pygame.K_DOWN, pygame.K_RETURN, pygame.K_F3)
    assert arcade.page == "games"
    press(arcade, pygame.K_ESCAPE)
    assert len(arcade.shown) == 7 and arcade.is_open
    press(arcade, pygame.K_ESCAPE)
    assert not arcade.is_open


def test_enter_plays_and_comes_back(arcade):
    enter(arcade, "dot that ends")
    press(arcade, pygame.K_RETURN)
    assert arcade.page == "play" and arcade.play.process.pid != os.getpid()
    wait(arcade, lambda: arcade.page == "games")
    assert arcade.play is None and arcade.game.title == "Dot"


def test_escape_ends_a_game(arcade):
    enter(arcade, "dot that stays")
    press(arcade, pygame.K_RETURN)
    process = arcade.play.process
    enter(arcade, "x")
    assert arcade.query == "dot that stays", "in play nothing is searched"
    press(arcade, pygame.K_ESCAPE)
    wait(arcade, lambda: arcade.page == "games")
    assert process.poll() is not None


def test_crash_shows_its_traceback(arcade):
    enter(arcade, "crashes")
    press(arcade, pygame.K_RETURN)
    wait(arcade, lambda: arcade.page != "play")
    text = "\n".join(part for line in arcade.lines for part, _ in line)
    assert arcade.page == "error" and "dot_1.py" in text and text.endswith("ValueError: no dot")
    press(arcade, pygame.K_ESCAPE)
    assert arcade.page == "games" and arcade.is_open and arcade.game.title == "Dot 1"


def test_closing_the_window_ends_the_game(arcade):
    enter(arcade, "stays")
    press(arcade, pygame.K_RETURN)
    process = arcade.play.process
    post(arcade, (pygame.QUIT, {}))
    assert not arcade.is_open
    arcade.close()
    assert process.poll() is not None


def test_f3_shows_the_source(arcade):
    press(arcade, pygame.K_F3)
    lines = ["".join(part for part, _ in line)[6:] for line in arcade.lines]
    assert arcade.page == "source" and "\n".join(lines).rstrip("\n") == arcade.game.script.code
    first = pygame.image.tobytes(arcade.screen, "RGB")
    press(arcade, pygame.K_PAGEDOWN)
    assert arcade.scroll == 10 and pygame.image.tobytes(arcade.screen, "RGB") != first
    press(arcade, pygame.K_END)
    assert arcade.scroll < len(arcade.lines)
    press(arcade, pygame.K_F3)
    assert arcade.page == "games" and arcade.game.title == "Snake"


def test_f2_adds_the_broken_scripts_and_they_show_their_error(arcade):
    enter(arcade, "lost self")
    assert titles(arcade) == []
    press(arcade, pygame.K_F2)
    assert titles(arcade) == ["Snake (lost self)"]
    press(arcade, pygame.K_ESCAPE, pygame.K_HOME)
    assert titles(arcade)[:2] == ["Snake", "Snake (lost self)"] and len(arcade.shown) == 8
    press(arcade, pygame.K_DOWN, pygame.K_RETURN)
    wait(arcade, lambda: arcade.page != "play")
    assert arcade.page == "error" and arcade.lines[-1] == [(arcade.game.prompt, view.RED)]
    press(arcade, pygame.K_ESCAPE, pygame.K_F2)
    assert len(arcade.shown) == 7 and arcade.game.title == "Snake"


def test_arcade_opens_at_a_broken_script(root, arcade):
    games = read_catalogue(root)
    other = type(arcade)(root, games.values(), None, games["snake/snake.py"].broken[0])
    assert other.game.title == "Snake (lost self)" and other.game in other.shown
    other.step()


def test_long_line_of_a_traceback_is_wrapped(arcade):
    words = "word " * 100
    lines = view.plain_lines(f"{words}\n\nValueError: {words}")
    assert len(lines) > 5 and [("", view.GRAY)] in lines
    assert all(view.code_font().size(text)[0] < view.PAGE.width - 20 for [(text, _)] in lines)
    assert " ".join(text for [(text, color)] in lines if color == view.RED) == f"ValueError: {words}".strip()


def test_mouse(arcade):
    click(arcade, "Snake 1")
    assert arcade.game.title == "Snake 1" and arcade.page == "games"
    click(arcade, "source")
    assert arcade.page == "source"
    post(arcade, (pygame.MOUSEWHEEL, {"x": 0, "y": -2, "flipped": False}))
    assert arcade.scroll == 6
    press(arcade, pygame.K_ESCAPE)
    click(arcade, "Dot")
    click(arcade, "Dot")
    assert arcade.page == "play" and arcade.game.title == "Dot"
    wait(arcade, lambda: arcade.page == "games")


def test_remix_tree_can_be_clicked(arcade):
    enter(arcade, "run away")
    click(arcade, "Snake")  # the list shows the remix only, the tree also its source
    assert arcade.game.title == "Snake" and arcade.query == ""


def test_game_pad(arcade):
    post(arcade, (pygame.JOYHATMOTION, {"value": (0, -1), "hat": 0, "instance_id": 0}))
    assert arcade.game.title == "Snake: moving food"
    post(arcade, (pygame.JOYHATMOTION, {"value": (0, 0), "hat": 0, "instance_id": 0}))
    post(arcade, (pygame.JOYAXISMOTION, {"axis": 0, "value": 0.9, "instance_id": 0}))
    post(arcade, (pygame.JOYAXISMOTION, {"axis": 0, "value": 0.95, "instance_id": 0}))
    assert arcade.game.title == "Dot", "a stick that trembles counts once"
    post(arcade, (pygame.JOYAXISMOTION, {"axis": 0, "value": 0.1, "instance_id": 0}))
    post(arcade, (pygame.JOYBUTTONDOWN, {"button": 2, "instance_id": 0}))
    assert arcade.page == "source"
    post(arcade, (pygame.JOYBUTTONDOWN, {"button": 1, "instance_id": 0}))
    post(arcade, (pygame.JOYBUTTONDOWN, {"button": 3, "instance_id": 0}))
    assert "Snake (lost self)" in titles(arcade)
    post(arcade, (pygame.JOYBUTTONDOWN, {"button": 0, "instance_id": 0}))
    assert arcade.page == "play"
    wait(arcade, lambda: arcade.page == "games")


def test_held_pad_goes_on(arcade):
    post(arcade, (pygame.JOYHATMOTION, {"value": (0, -1), "hat": 0, "instance_id": 0}))
    wait(arcade, lambda: arcade.game.title == "Stacker")


def test_missing_preview_is_made_in_the_background_and_moves(arcade):
    game = next(game for game in arcade.games if game.title == "Stacker")
    for path in preview_paths(arcade.root, game.script):
        path.unlink(missing_ok=True)
    arcade.films.tried.clear()
    arcade.choose(game)
    wait(arcade, lambda: arcade.films.get(game), 600)
    film = arcade.films.get(game)
    assert len({pygame.image.tobytes(picture, "RGB") for picture in film.pictures}) > 5
    arcade.step()
    first = pygame.image.tobytes(arcade.screen, "RGB")
    wait(arcade, lambda: pygame.image.tobytes(arcade.screen, "RGB") != first)


def test_preview_that_cannot_be_made_is_not_tried_again(arcade):
    game = next(game for game in arcade.games if game.title == "Dot 1")
    arcade.films.tried.clear()
    arcade.choose(game)
    wait(arcade, lambda: arcade.films.making)
    wait(arcade, lambda: arcade.films.has_failed(game), 600)
    arcade.step()
    assert arcade.films.maker is None and arcade.films.get(game) is None


def test_every_script_of_the_corpus_fits_into_the_window(monkeypatch):
    """No text over another or out of the window; title, prompt, rules and the own place in the tree are there."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    from arcade import Arcade

    arcade = Arcade(ROOT / "data", read_catalogue(ROOT / "data").values())
    monkeypatch.setattr(arcade.films, "get", lambda game: None)
    arcade.act("broken")
    drawn, put = [], view.put

    def recording_put(screen, text, *rest, **place):
        drawn.append((text, put(screen, text, *rest, **place)))
        return drawn[-1][1]

    monkeypatch.setattr(view, "put", recording_put)
    for game in arcade.shown:
        arcade.choose(game)
        drawn.clear()
        arcade.step()
        texts, areas = zip(*drawn)
        for number, area in enumerate(areas):
            assert arcade.screen.get_rect().contains(area), f"{game.title}: {texts[number]}"
            over = area.inflate(-2, -8).collidelist(areas[number + 1 :])  # letters leave room above and below
            assert over < 0, f"{game.title}: {texts[number]} and {texts[number + 1 + over]}"
        for told in (game.title, game.prompt, *game.about[:2], game.kind):
            assert told in " ".join(texts), f"{game.title}: {told}"
        assert sum(target is game for _, target in arcade.hits) == 2 or not (game.ancestors or game.remixes)
    arcade.close()


# --- the command ---


def run(*arguments):
    environment = dict(os.environ, SDL_VIDEODRIVER="dummy")
    command = [sys.executable, "scripts/arcade.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)


def test_unknown_game_suggests_the_nearest():
    result = run("snake_moving_fod")
    assert result.returncode == 1
    assert result.stderr.startswith("There is no game snake_moving_fod; did you mean snake_moving_food")


def test_name_starts_a_game_at_once(root, monkeypatch):
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    from arcade import Arcade, Play, find_path

    path = find_path(root, "dot_2")
    play, games = Play(root / path), read_catalogue(root)
    arcade = Arcade(root, games.values(), play, games[path])
    arcade.step()
    assert arcade.page == "play" and play.process.poll() is None and arcade.game.title == "Dot 2"
    arcade.close()
    assert play.process.poll() is not None
    assert find_path(root, "snake/snake_1.py") == find_path(root, "snake_1") == "snake/snake_1.py"
    assert find_path(root, "snake_lost_self_bug") == "snake/bugs/snake_lost_self_bug.py"
    with pytest.raises(LookupError, match="There is no game xyzzy; `make play` without GAME"):
        find_path(root, "xyzzy")
