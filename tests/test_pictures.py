"""scripts/pictures.py with two real games, and the pictures that README.md shows."""

import shutil

import pytest
from PIL import Image, ImageSequence

import pictures
from small_corpus import ROOT


def test_sheets_of_two_games(tmp_path):
    for name in ("snake", "stacker"):
        for path in (f"data/{name}/README.md", f"data/{name}/{name}.py", f"players/{name}.py"):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / path, tmp_path / path)
    pictures.write_pictures(tmp_path / "data", tmp_path / "docs", ["stacker", "snake"], 2)
    still, film = (Image.open(tmp_path / "docs" / name) for name in ("games.png", "arcade.webp"))
    assert still.size == (6 * 248 + 8, 208 + 8) and film.size == (2 * 216 + 8, 176 + 16)
    assert film.n_frames > 20
    halves = {}
    for side, box in {"left": (0, 0, 220, 192), "right": (220, 0, 440, 192)}.items():
        halves[side] = {frame.convert("RGB").crop(box).tobytes() for frame in ImageSequence.Iterator(film)}
    assert all(len(frames) > 10 for frames in halves.values()), "each of the two moves"


def test_too_many_bytes(tmp_path, monkeypatch):
    frames = [Image.effect_noise((200, 160), 200).convert("RGB") for _ in range(5)]
    frames[0].save(tmp_path / "noise.webp", save_all=True, append_images=frames[1:], duration=100)
    monkeypatch.setattr(pictures, "MOST_BYTES", 1000)
    with pytest.raises(ValueError, match="more than 1,000; show fewer games"):
        pictures.moving_sheet([tmp_path / "noise.webp"], 1, (200, 160))


def test_pictures_of_the_readme():
    film = Image.open(ROOT / "docs" / "arcade.webp")
    assert (ROOT / "docs" / "arcade.webp").stat().st_size < 1_500_000
    assert film.n_frames >= 20 and len(pictures.SHOWN) == 12
    assert Image.open(ROOT / "docs" / "games.png").width > 1000
