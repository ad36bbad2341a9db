"""Write the gallery: a static site with a page for each game of data/.

    python scripts/gallery.py       # gallery/index.html

Games without a preview are played for it (see previews.py). The pages need no server and ask for nothing outside.
"""

import argparse
import difflib
import os
import shutil
import sys
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import DiffLexer, PythonLexer
from tqdm import tqdm

import previews
from catalogue import BROKEN_KINDS, KINDS, ROOT, read_catalogue
from playable_data import GENRES, SPLITS, CorpusError, count_lines
from playtest import PlayerError

PAGES = Path(__file__).with_name("gallery_pages")


def link(game):
    """Return the address of a game's page, from the gallery's folder (str); a broken script's is on its game's page."""
    if game.is_broken:
        return f"{link(game.source)}#{game.script.stem}"
    return game.script.path.removesuffix(".py") + ".html"


def lines(game):
    """Return the non-blank lines of a game (int)."""
    return count_lines(game.script.code)


def preview(game, up):
    """Return the moving picture of a game; a still one for people who want no motion (Markup)."""
    name = up + game.script.path.removesuffix(".py")
    return Markup(
        '<picture class="preview"><source media="(prefers-reduced-motion: reduce)" srcset="{0}.png">'
        '<img src="{0}.webp" alt="{1} at play" loading="lazy" decoding="async"></picture>'
    ).format(name, game.title)


def as_code(code):
    """Return a script with colours and line numbers, and room for a copy button (Markup)."""
    html = highlight(code, PythonLexer(stripnl=False), HtmlFormatter(linespans="L", cssclass="highlight numbered"))
    return Markup(f'<div class="copyable">{with_focus(html)}</div>')


def as_diff(before, after, names):
    """Return what was changed between two codes, in colours (Markup)."""
    pair = before.splitlines(), after.splitlines()
    text = "\n".join(difflib.unified_diff(*pair, *names, lineterm=""))
    return Markup(with_focus(highlight(text, DiffLexer(), HtmlFormatter())))


def changes(game):
    """Return what was changed in a game's source to make it (Markup)."""
    before, after = game.source.script, game.script
    return as_diff(before.code, after.code, (before.path, after.path))


def with_focus(html):
    """Let the keyboard scroll a block of code."""
    return html.replace("<pre>", '<pre tabindex="0">', 1)


# --- plots -----------------------------------------------------------------------------------


def svg(width, height, title, shapes):
    """Return an inline picture (Markup)."""
    head = f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{escape(title)}">'
    return Markup(f"{head}{''.join(shapes)}</svg>")


def plot_rows(title, counts, links):
    """Return one bar a row, each with a link; `counts` maps names to numbers and `links` to addresses (Markup)."""
    most, shapes = max(counts.values()), []
    for row, (name, count) in enumerate(counts.items()):
        y = row * 24
        label = f'<text x="88" y="{y + 16}" text-anchor="end">{escape(name)}</text>'
        shapes.append(f'<a href="{escape(links[name])}">{label}</a>')
        shapes.append(f'<rect x="96" y="{y + 4}" width="{230 * count / most:.1f}" height="16" rx="2"/>')
        shapes.append(f'<text x="{102 + 230 * count / most:.1f}" y="{y + 16}">{count}</text>')
    return svg(360, len(counts) * 24, title, shapes)


def plot_columns(title, counts):
    """Return one bar a column; `counts` maps labels to numbers (Markup)."""
    most, step, shapes = max(counts.values()), 340 / len(counts), ['<line x1="10" y1="186" x2="350" y2="186"/>']
    for column, (name, count) in enumerate(counts.items()):
        x, height = 10 + column * step, 150 * count / most
        size = f'width="{step - 4:.1f}" height="{height:.1f}"'
        shapes.append(f'<rect x="{x + 2:.1f}" y="{186 - height:.1f}" {size} rx="2"/>')
        middle = f'x="{x + step / 2:.1f}" text-anchor="middle"'
        shapes.append(f'<text {middle} y="{180 - height:.1f}">{count or ""}</text>')
        shapes.append(f'<text {middle} y="204">{escape(name)}</text>')
    return svg(360, 216, title, shapes)


def in_steps(values, step):
    """Count values by steps (dict[str, int]): the label is where a step begins."""
    counts = Counter(value // step for value in values)
    return {f"{number * step:,}": counts[number] for number in range(min(counts), max(counts) + 1)}


def draw_plots(games):
    """Return the plots over a corpus, each with `svg` and `caption`."""
    families = {game.family.name: game.family for game in games}.values()
    genres = Counter(family.genre for family in families)
    genres = {genre: genres[genre] for genre in GENRES if genres[genre]}
    links = {genre: f"#genre={genre}" for genre in genres}
    plots = [(plot_rows("families by genre", genres, links), "Families by genre")]
    proven = [game for game in games if game.proof]
    if proven:
        tokens = in_steps([game.tokens for game in proven], 500)
        caption = "Games by the tokens of their answer; 2,000 means 2,000 to 2,499"
        plots.append((plot_columns("tokens", tokens), caption))
    depths = in_steps([len(game.ancestors) for game in games], 1)
    caption = "Games by remix depth: how many stand before it, 0 for a base or variant"
    plots.append((plot_columns("remix depth", depths), caption))
    if proven:
        levels = in_steps([game.difficulty for game in proven], 10)
        plots.append((plot_columns("difficulty", levels), "Games by difficulty; 50 means 50 to 59"))
    return [SimpleNamespace(svg=picture, caption=caption) for picture, caption in plots]


# --- pages -----------------------------------------------------------------------------------


def page_of(game):
    """Return what the template of a game's page needs besides its neighbours (dict)."""
    names = {"REMIX": "The wish", "CREATE": "The prompt"}
    return {
        "game": game,
        "prompts": {name: game.script.values(key) for key, name in names.items() if game.script.values(key)},
        "code": as_code(game.script.code),
        "diff": changes(game) if game.source else None,
        "broken": [(bug, changes(bug)) for bug in game.broken],
    }


def choices(games):
    """Return the values of each filter that occur (dict[str, list[str]])."""
    found = {
        "genre": (GENRES, {game.family.genre for game in games}),
        "kind": ([*KINDS, *BROKEN_KINDS], {game.kind for game in games}),
        "split": (SPLITS, {game.family.split for game in games}),
    }
    return {name: [value for value in known if value in here] for name, (known, here) in found.items()}


def write_gallery(root, target):
    """Write the gallery of a corpus to a folder, as a whole or not at all; what was there is replaced.

    Args:
        root (Path): the corpus.
        target (Path): the folder.

    Raises:
        CorpusError: as `check_corpus`. LookupError, RuntimeError: as `previews.make`.
    """
    games = list(read_catalogue(root).values())
    pictures = previews.make_all(root, [game.script for game in games])
    environment = Environment(
        loader=FileSystemLoader(PAGES), autoescape=True, trim_blocks=True, undefined=StrictUndefined
    )
    environment.globals.update(link=link, lines=lines, preview=preview)
    part = target.with_name(target.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    for name in ("style.css", "gallery.js"):
        shutil.copy(PAGES / name, part)
    broken = [bug for game in games for bug in game.broken]
    families = len({game.family.name for game in games})
    index = {"games": games, "families": families, "broken": broken, "plots": draw_plots(games)}
    for name, about, listed in (("index.html", index, games), ("broken.html", {"broken": broken}, broken)):
        write(part / name, environment.get_template(name).render(about, choices=choices(listed), up=""))
    template = environment.get_template("game.html")
    for before, game, after in tqdm(list(zip([None, *games], games, [*games[1:], None])), "pages", unit=" pages"):
        write(part / link(game), template.render(page_of(game), before=before, after=after, up="../"))
        for path in pictures[game.script.path]:
            shutil.copy(path, (part / game.script.path).with_suffix(path.suffix))
    shutil.rmtree(target, ignore_errors=True)
    os.replace(part, target)


def write(path, text):
    """Write a page and the folder above it."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def main():
    argparse.ArgumentParser(description=__doc__.split("\n")[0]).parse_args()
    try:
        write_gallery(ROOT / "data", ROOT / "gallery")
    except (CorpusError, LookupError, RuntimeError, PlayerError) as error:
        sys.exit(str(error))
    print(f"{ROOT / 'gallery' / 'index.html'} is written")


if __name__ == "__main__":
    main()
