"""scripts/previews.py and scripts/catalogue.py: real games, played for their pictures."""

import io
import subprocess
import sys

import datasets
import pytest
from PIL import Image, ImageDraw

import catalogue
import previews
from playable_data import read_script
from small_corpus import ROOT, write

DATA = ROOT / "data"


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """An empty cache of previews (Path)."""
    monkeypatch.setattr(catalogue, "PREVIEWS", tmp_path / "previews")
    return tmp_path / "previews"


@pytest.mark.parametrize("path", ["snake/snake_moving_food.py", "stacker/stacker.py"])
def test_preview_of_a_game(path, cache):
    script = read_script(DATA, path)
    picture, animation = previews.make(DATA, script)
    assert sorted(cache.iterdir()) == [picture, animation]
    assert animation.stat().st_size <= previews.MOST_BYTES
    full, film = Image.open(picture), Image.open(animation)
    assert full.format == "PNG" and min(full.size) >= 400 and len(full.getcolors(1 << 20)) > 3
    assert film.format == "WEBP" and max(film.size) <= 320 and film.n_frames >= 10
    written = [path.stat().st_mtime_ns for path in (picture, animation)]
    assert previews.make(DATA, script) == (picture, animation)
    assert [path.stat().st_mtime_ns for path in (picture, animation)] == written, "it was made again"


def test_preview_is_made_again_for_other_code_or_another_player(tmp_path):
    root = tmp_path / "data"
    write(root / "dot" / "dot.py", "# CREATE: dot\n\nimport pygame\n")
    write(tmp_path / "players" / "dot.py", "")
    first = catalogue.preview_paths(root, read_script(root, "dot/dot.py"))
    write(root / "dot" / "dot.py", "# CREATE: a dot\n\nimport pygame\n")
    assert catalogue.preview_paths(root, read_script(root, "dot/dot.py")) == first, "a prompt is not played"
    write(root / "dot" / "dot.py", "# CREATE: a dot\n\nimport pygame\npygame.init()\n")
    second = catalogue.preview_paths(root, read_script(root, "dot/dot.py"))
    write(tmp_path / "players" / "dot.py", "# a better one")
    assert len({first, second, catalogue.preview_paths(root, read_script(root, "dot/dot.py"))}) == 3


def test_game_that_shows_nothing_has_no_preview(tmp_path, cache):
    root = tmp_path / "data"
    write(root / "dot" / "dot.py", "# CREATE: dot\n\nimport pygame\nraise ValueError('no dot')\n")
    write(tmp_path / "players" / "dot.py", "def dot(frame):\n    yield ()\n")
    with pytest.raises(RuntimeError, match="dot/dot.py shows nothing .*exception: ValueError: no dot"):
        previews.play(read_script(root, "dot/dot.py"), previews.players.idle, 10, [5])
    assert not cache.exists()


def test_most_telling_picture_is_neither_the_first_nor_an_empty_one():
    images = [Image.new("RGB", (40, 40)) for _ in range(8)]
    for number in (0, 5, 6):
        for x in range(number):
            ImageDraw.Draw(images[number]).rectangle((x * 6, 9, x * 6 + 5, 30), (40 * x, 255, 65))
    assert previews.most_telling(images) == 6


def test_animation_of_noise_is_made_smaller():
    noise = [Image.effect_noise((400, 300), 200).convert("RGB") for _ in range(30)]
    data = previews.animate(noise, [100 * number for number in range(30)])
    film = Image.open(io.BytesIO(data))
    assert film.size == (160, 120) and film.n_frames == 30
    assert Image.open(io.BytesIO(previews.animate(noise[:1], [0]))).size == (320, 240)


def test_unknown_game():
    command = [sys.executable, "scripts/previews.py", "snake/snaek.py"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 1 and run.stderr.startswith("There is no game snake/snaek.py in data/")


def test_config(tmp_path):
    """The rows of one real game and no other, as the Hub gets them."""
    script = read_script(DATA, "stacker/stacker.py")
    row = previews.as_row(script, *previews.make(DATA, script))
    rows = datasets.Dataset.from_list([row], features=previews.FEATURES)
    assert rows[0]["id"] == "stacker/stacker/create" and rows[0]["image"].size[0] >= 400


# --- the catalogue ---


def test_catalogue_knows_where_a_remix_comes_from():
    games = catalogue.read_catalogue(DATA)
    game = games["snake/snake_moving_food_countdown_dash.py"]
    assert [one.script.stem for one in game.ancestors] == ["snake", "snake_moving_food", "snake_moving_food_countdown"]
    assert (game.kind, game.title) == ("remix", "Snake: moving food countdown dash")
    assert games["snake/snake_1_two_players.py"].title == "Snake 1: two players"
    assert (games["snake/snake.py"].kind, games["snake/snake_1.py"].kind) == ("base", "variant")
    assert game in game.source.remixes and games["snake/snake.py"].about[1].startswith("Arrow keys")


def test_catalogue_knows_the_broken_scripts():
    broken = [bug for game in catalogue.read_catalogue(DATA).values() for bug in game.broken]
    assert len({bug.script.path for bug in broken}) == len(broken)
    for bug in broken:
        assert bug.source.script.path == bug.script.source and bug.source.script.stem in bug.script.stem
        assert bug.kind == bug.script.path.split("/")[1].removesuffix("s") and bug.prompt in bug.error
        assert set(bug.made) == ({"operator", "region"} if bug.made else set())
        assert bug.title.endswith(f"({bug.label})") and bug.label.replace(" ", "_") in bug.script.stem
        # A script that was made by program is named after its operator.
        assert bug.label.replace(" ", "_") == bug.made.get("operator", bug.label.replace(" ", "_"))
    assert {(bug.kind, bool(bug.made)) for bug in broken} == {("bug", True), ("bug", False), ("silent", True)}
    assert all(bug.about for bug in broken), "also where it is no Python"


def test_film_of_a_single_picture_can_be_shown(tmp_path):
    (tmp_path / "one.webp").write_bytes(previews.animate([Image.new("RGB", (40, 40))], [0]))
    pictures, ends = catalogue.read_film(tmp_path / "one.webp")
    assert len(pictures) == 1 and ends[0] > 0


def test_difficulty():
    proof = {"random_score": 10.0, "player_score": 100.0, "survived": [5_400], "won": [False]}
    assert catalogue.difficulty(proof) == 70  # half of 90 % and half of 50 %
    assert catalogue.difficulty({**proof, "won": [True]}) == 45
    assert catalogue.difficulty({**proof, "random_score": 200.0, "survived": [10_800]}) == 0
