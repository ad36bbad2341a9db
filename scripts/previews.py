"""Play the games of data/ and keep a picture and a small animation of each.

    python scripts/previews.py                   # every game that has no preview as it is now
    python scripts/previews.py snake/snake.py    # these games

They go to output/previews, named by a hash of all they depend on: the code, its player, playtest and this file. The
gallery and the arcade show them, and `make push` publishes them as the config `previews`.
"""

import argparse
import functools
import io
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import datasets
import numpy
from tqdm import tqdm

import playtest
from catalogue import PREVIEWS, ROOT, preview_paths
from playable_data import SPLITS, CorpusError, check_corpus
from playtest import gif, players
from verify import find_player, games_of

CONFIG = "previews"
FEATURES = datasets.Features(
    {"id": datasets.Value("string"), "image": datasets.Image(), "animation": datasets.Value("binary")}
)

FRAMES = 1_200  # played with seed 0: twenty seconds, if the game does not end sooner
EVERY = 6  # frames between two pictures
LENGTH = 40  # pictures of the animation: four seconds
WIDTH = 320  # pixels of the pictures to choose from, at most
# Pixels of the animation's longer side and quality of its WebP; the first pair that is small enough.
FORMS = [(320, 50), (240, 50), (240, 30), (200, 30), (160, 30)]
MOST_BYTES = 120_000  # of an animation


def play(script, player, frames, pictures, width=None):
    """Play a game up to its end and return the run (playtest.Run), with the pictures before the end only.

    Raises:
        RuntimeError: nothing was shown before the game ended. PlayerError: its player made a mistake.
    """
    to_end = functools.partial(players.through_ends, inner=player, then=players.stop)
    run = playtest.play(script.code + "\n", to_end, frames=frames, pictures=pictures, picture_width=width)
    end = next((value["frame"] for _, (kind, value) in run.notes if kind == "end"), run.frames + 1)
    run.pictures = {number: picture for number, picture in run.pictures.items() if number < end}
    if not run.pictures:
        reason = (run.error or "it ended at once").strip().splitlines()[-1]
        raise RuntimeError(f"{script.path} shows nothing that could be its preview ({run.ended}: {reason})")
    return run


def most_telling(images):
    """Return the index of the picture with the most colours on what differs most from the first (int).

    Args:
        images (list[PIL.Image]): of one size, in order; the first quarter is not looked at.
    """
    # Four bits a channel: nearly the same colour counts as the same.
    pixels = [(numpy.asarray(image) >> 4).astype(numpy.uint16) @ (256, 16, 1) for image in images]
    values = [0] * (len(images) // 4)
    for picture in pixels[len(values) :]:
        colours = numpy.count_nonzero(numpy.bincount(picture.ravel()))
        values.append((picture != pixels[0]).mean() * colours)
    return int(numpy.argmax(values))


def animate(images, times):
    """Return an animated WebP of at most MOST_BYTES, if one of FORMS is small enough for that (bytes).

    Args:
        images (list[PIL.Image]): one or more, of one size.
        times (list[float]): when each was shown, in milliseconds.
    """
    steps = [round(late - soon) for soon, late in zip(times, times[1:])]
    steps.append(steps[-1] if steps else 1_000)
    for size, quality in FORMS:
        share = min(1, size / max(images[0].size))
        shape = [max(1, round(side * share)) for side in images[0].size]
        small = [image.resize(shape) for image in images]
        file = io.BytesIO()
        options = {"duration": steps, "loop": 0, "quality": quality, "method": 4, "minimize_size": True}
        small[0].save(file, "WEBP", save_all=True, append_images=small[1:], **options)
        if file.tell() <= MOST_BYTES:
            break
    return file.getvalue()


def make(root, script):
    """Play a game and write its picture and its animation, unless both are there.

    Returns:
        tuple[Path, Path]: their paths.

    Raises:
        LookupError: the game has no player. RuntimeError, PlayerError: as `play`.
    """
    paths = preview_paths(root, script)
    if all(path.exists() for path in paths):
        return paths
    player = find_player(root, script)
    run = play(script, player, FRAMES, range(EVERY, FRAMES + 1, EVERY), WIDTH)
    numbers, images = sorted(run.pictures), gif.images(run)
    telling = most_telling(images)
    start = max(0, min(telling - LENGTH // 2, len(images) - LENGTH))
    part = slice(start, start + LENGTH)
    animation = animate(images[part], [run.pictures[number].time for number in numbers[part]])
    # The first run kept small pictures only; the same run once more shows this one in full size.
    full = play(script, player, numbers[telling], [numbers[telling]])
    picture = io.BytesIO()
    gif.images(full)[0].save(picture, "PNG", optimize=True)
    for path, data in zip(paths, (picture.getvalue(), animation)):
        write(path, data)
    return paths


def write(path, data):
    """Write a file as a whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.write_bytes(data)
    os.replace(part, path)


def make_all(root, scripts):
    """Make the previews of scripts, in parallel, and return the paths by script (dict[str, tuple[Path, Path]])."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        made = pool.map(functools.partial(make, root), scripts)
        progress = tqdm(zip(scripts, made), desc="previews", total=len(scripts), unit=" games")
        return {script.path: paths for script, paths in progress}


def all_games(root):
    """Return the games of a corpus by split (dict[str, list[playable_data.Script]])."""
    games = {split: [] for split in SPLITS}
    for family in check_corpus(root).values():
        games[family.split] += games_of(root, family.name)
    return games


def build(root):
    """Build the config `previews`: one row a game, with the id of its base example.

    Returns:
        tuple[datasets.DatasetDict, datasets.DatasetInfo]: the splits and what is told of them.
    """
    games = all_games(root)
    paths = make_all(root, [script for scripts in games.values() for script in scripts])
    splits, infos = datasets.DatasetDict(), datasets.SplitDict()
    for split, scripts in games.items():
        if scripts:
            rows = [as_row(script, *paths[script.path]) for script in scripts]
            splits[split] = datasets.Dataset.from_list(rows, features=FEATURES)
            size = splits[split].data.nbytes
            infos.add(datasets.SplitInfo(split, num_bytes=size, num_examples=len(rows)))
    total = sum(info.num_bytes for info in infos.values())
    return splits, datasets.DatasetInfo(features=FEATURES, splits=infos, dataset_size=total)


def as_row(script, picture, animation):
    """Return a row of the config (dict)."""
    image = {"bytes": picture.read_bytes(), "path": f"{script.stem}.png"}
    return {"id": next(iter(script.ids().values())), "image": image, "animation": animation.read_bytes()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("games", nargs="*", metavar="GAME", help="paths below data/; default: all")
    names = parser.parse_args().games
    try:
        scripts = {script.path: script for split in all_games(ROOT / "data").values() for script in split}
        unknown = [name for name in names if name not in scripts]
        if unknown:
            sys.exit(f"There is no game {unknown[0]} in data/; expected a path such as snake/snake.py.")
        made = make_all(ROOT / "data", [scripts[name] for name in names] if names else list(scripts.values()))
    except (CorpusError, LookupError, RuntimeError, playtest.PlayerError) as error:
        sys.exit(str(error))
    size = sum(path.stat().st_size for paths in made.values() for path in paths)
    print(f"{len(made)} previews, {size:,} bytes, are in {PREVIEWS}")


if __name__ == "__main__":
    main()
