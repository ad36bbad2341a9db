"""Pictures of a run as an animated GIF or as PNG files."""

from pathlib import Path

WIDTH = 320
EVERY = 4  # frames
SHORTEST = 20  # milliseconds that browsers still show as asked


def frames_for(count, every=EVERY):
    """Return the frame numbers to keep for a GIF of so many frames."""
    return range(1, count + 1, every)


def images(run):
    """Return the kept pictures of a run as Pillow images, in order."""
    from PIL import Image

    return [Image.frombytes("RGB", kept[:2], kept.rgb) for _, kept in sorted(run.pictures.items())]


def write_gif(run, path):
    """Write a run's pictures as a GIF that plays at the run's own speed. Raises ValueError if none were kept."""
    pictures = images(run)
    if not pictures:
        raise ValueError("the run has no pictures: it showed no frame")
    times = [kept.time for _, kept in sorted(run.pictures.items())]
    steps = [max(SHORTEST, round(late - soon)) for soon, late in zip(times, times[1:])] + [1500]
    small = [picture.quantize(64) for picture in pictures]
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    small[0].save(path, save_all=True, append_images=small[1:], duration=steps, loop=0, optimize=False)


def write_png(run, folder):
    """Write a run's pictures as PNG files named by their frames."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    for number, picture in zip(sorted(run.pictures), images(run)):
        picture.save(Path(folder) / f"{number:05}.png")
