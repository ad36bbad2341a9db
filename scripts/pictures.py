"""Write the pictures of README.md from the games' previews.

    python scripts/pictures.py

docs/games.png shows every family's base game, docs/arcade.webp twelve of them at play. Games without a preview are
played for it (see previews.py).
"""

import argparse
import bisect
import io
import sys

from PIL import Image

import previews
from catalogue import ROOT, read_film
from playable_data import CorpusError, check_corpus, read_script
from playtest import PlayerError

BACKGROUND = (22, 22, 26)
GAP = 8  # pixels between the pictures of a sheet
SHOWN = [
    "pac_man", "space_invaders", "tetris", "frogger", "breakout", "bomberman",
    "match_three", "missile_command", "racing", "snake", "platformer", "pong",
]  # fmt: skip
STEP, STEPS = 100, 40  # milliseconds of a frame of the moving sheet, and how many frames it has
MOST_BYTES = 1_500_000  # of the moving sheet
QUALITIES = [70, 50, 30]  # of WebP; the first that is small enough


def sheet(images, columns, tile):
    """Return images side by side on one (PIL.Image), each made to fit into a tile of (width, height) pixels."""
    width, height = tile
    rows = -(-len(images) // columns)
    whole = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP), BACKGROUND)
    for number, image in enumerate(images):
        row, column = divmod(number, columns)
        share = min(width / image.width, height / image.height)
        small = image.resize([round(side * share) for side in image.size], Image.Resampling.LANCZOS)
        left, top = GAP + column * (width + GAP), GAP + row * (height + GAP)
        whole.paste(small, (left + (width - small.width) // 2, top + (height - small.height) // 2))
    return whole


def frames_of(path):
    """Return the pictures of an animation, one for each step of the moving sheet, again from its start at its end."""
    pictures, ends = read_film(path)
    return [pictures[bisect.bisect_right(ends, step * STEP % ends[-1])] for step in range(STEPS)]


def moving_sheet(paths, columns, tile):
    """Return animations side by side as one animated WebP (bytes).

    Raises:
        ValueError: it is larger than MOST_BYTES.
    """
    sheets = [sheet(list(images), columns, tile) for images in zip(*map(frames_of, paths))]
    for quality in QUALITIES:
        file = io.BytesIO()
        options = {"duration": STEP, "loop": 0, "quality": quality, "minimize_size": True}
        sheets[0].save(file, "WEBP", save_all=True, append_images=sheets[1:], **options)
        if file.tell() <= MOST_BYTES:
            return file.getvalue()
    raise ValueError(f"the moving sheet has {file.tell():,} bytes, more than {MOST_BYTES:,}; show fewer games")


def write_pictures(root, docs, shown, columns):
    """Write games.png and arcade.webp into a folder.

    Args:
        root (Path): the corpus.
        docs (Path): the folder.
        shown (list[str]): the families that arcade.webp shows, in `columns` columns.
    """
    names = list(check_corpus(root))
    made = previews.make_all(root, [read_script(root, f"{name}/{name}.py") for name in names])
    made = {name: made[f"{name}/{name}.py"] for name in names}
    still = sheet([Image.open(made[name][0]).convert("RGB") for name in names], 6, (240, 200))
    png = io.BytesIO()
    still.quantize(255).save(png, "PNG", optimize=True)
    webp = moving_sheet([made[name][1] for name in shown], columns, (208, 176))
    previews.write(docs / "games.png", png.getvalue())
    previews.write(docs / "arcade.webp", webp)


def main():
    argparse.ArgumentParser(description=__doc__.split("\n")[0]).parse_args()
    try:
        write_pictures(ROOT / "data", ROOT / "docs", SHOWN, 4)
    except (CorpusError, LookupError, RuntimeError, PlayerError, ValueError) as error:
        sys.exit(str(error))
    for name in ("docs/games.png", "docs/arcade.webp"):
        print(f"{name}: {(ROOT / name).stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
