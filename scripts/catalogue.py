"""The games of a corpus as the gallery and the arcade show them."""

import ast
import hashlib
import sys
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from PIL import Image, ImageSequence

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import playtest
from playable_data import (
    Family, Script, broken_paths, check_corpus, code_hash, proof_fields, read_bugs, read_proofs, read_script,
    script_paths,
)  # fmt: skip

PREVIEWS = ROOT / "output" / "previews"
LONGEST = 10_800  # frames that `make verify` plays with the first seed at most: three minutes
KINDS = ["base", "variant", "remix"]
BROKEN_KINDS = ["bug", "silent"]  # ends with an error; runs, and is no good to play


@dataclass
class Game:
    """A base, variant or remix, or a broken script, with what belongs to it.

    Attributes:
        family (playable_data.Family), script (playable_data.Script): what it is.
        tokens (int or None), proof (dict or None): as in the `default` config.
        checks (dict): the proof's checks by name, each [whether it holds, evidence].
        made (dict): `operator` and `region` of a broken script that was made by program.
        source (Game or None): what it was made from.
        remixes (list[Game]): what was made from it and works.
        broken (list[Game]): the broken scripts made from it: those with an error, then the silent ones.
    """

    family: Family
    script: Script
    tokens: int | None = None
    proof: dict | None = None
    checks: dict = field(default_factory=dict)
    made: dict = field(default_factory=dict)
    source: "Game | None" = None
    remixes: list = field(default_factory=list)
    broken: list = field(default_factory=list)

    @property
    def label(self):
        """What tells it from the other games of its family, or a broken script from its source (str).

        For instance "moving food", "1", "lost self"; "" for the base.
        """
        of = self.source.script.stem if self.is_broken else self.family.name
        stem = self.script.stem.removesuffix(f"_{self.kind}") if self.is_broken else self.script.stem
        return stem.removeprefix(of).strip("_").replace("_", " ")

    @property
    def title(self):
        """The family's title and the label (str): "Snake 1: two players", "Snake (lost self)"."""
        if self.is_broken:
            return f"{self.source.title} ({self.label})"
        number, _, change = self.label.partition(" ") if self.label[:1].isdigit() else ("", "", self.label)
        name = f"{self.family.title} {number}".strip()
        return f"{name}: {change}" if change else name

    @property
    def is_broken(self):
        """Whether it is one of BROKEN_KINDS (bool)."""
        return self.script.is_bug or self.script.is_silent

    @property
    def error(self):
        """What a broken script ends with, or the check that it fails (str); "" for a game."""
        return "\n".join(self.script.values("ERROR") or self.script.values("FAILURE")).strip()

    @property
    def kind(self):
        """One of KINDS or BROKEN_KINDS (str)."""
        if self.is_broken:
            return "silent" if self.script.is_silent else "bug"
        if self.source:
            return "remix"
        return "variant" if self.label else "base"

    @property
    def prompt(self):
        """What its author asked for (str): the wish for a remix, and what is wrong with a broken script."""
        if self.is_broken:
            return self.error.splitlines()[-1]
        return (self.script.values("REMIX") or self.script.values("CREATE"))[0]

    @cached_property
    def about(self):
        """The paragraphs of the docstring, which tells the rules and the controls (list[str])."""
        code = self.source.script.code if self.is_broken else self.script.code  # a broken one may be no Python
        text = ast.get_docstring(ast.parse(code)) or ""
        return [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]

    @cached_property
    def words(self):
        """The text that a search looks through, in lower case (str)."""
        prompts = [text for key in ("CREATE", "REMIX") for text in self.script.values(key)]
        parts = [self.title, self.family.name, self.script.stem, *self.family.aliases, *prompts]
        if self.is_broken:
            parts += [self.kind, self.prompt, *self.made.values()]
        return " ".join(parts).lower().replace("_", " ")

    @property
    def ancestors(self):
        """The games that it was made from, the oldest first (list[Game])."""
        return [*self.source.ancestors, self.source] if self.source else []

    @property
    def difficulty(self):
        """From 0 to 100, or None without a proof; see `difficulty`."""
        return difficulty(self.proof) if self.proof else None


def difficulty(proof):
    """Return how hard a game is by its proof (int, 0 to 100).

    Half of it is what chance does not get: 1 - random play's score / the player's score. The other half is how soon a
    decent player is beaten: 1 - the share of three minutes that it lasts with the first seed, 0 if it wins.
    """
    by_chance = proof["random_score"] / proof["player_score"] if proof["player_score"] > 0 else 1
    lasting = 1 if proof["won"][0] else proof["survived"][0] / LONGEST
    return round(50 * (1 - min(1, max(0, by_chance))) + 50 * (1 - min(1, lasting)))


def preview_paths(root, script):
    """Return where the preview of a game is kept (tuple[Path, Path]): the picture and the animation.

    Their name stands for all that they depend on: the code, its player, the console, and how they are made.
    """
    parts = [(Path(root).parent / "players" / f"{script.family}.py"), Path(__file__).with_name("previews.py")]
    hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in parts]
    name = code_hash(" ".join([code_hash(script.code), playtest.VERSION, *hashes]))[:32]
    return PREVIEWS / f"{name}.png", PREVIEWS / f"{name}.webp"


def read_film(path):
    """Return the pictures of an animation (list[PIL.Image]) and when each ends (list[int], milliseconds)."""
    pictures, ends = [], [0]
    for frame in ImageSequence.Iterator(Image.open(path)):
        pictures.append(frame.convert("RGB"))
        ends.append(ends[-1] + max(1, frame.info["duration"]))  # a single picture stands for no time at all
    return pictures, ends[1:]


def read_catalogue(root):
    """Read all games of a corpus.

    Args:
        root (Path): the corpus.

    Returns:
        dict[str, Game]: by path, sorted by family; remixes stand behind their source. Broken scripts are in `broken`.

    Raises:
        CorpusError: as `check_corpus`.
    """
    games = {}
    for family in check_corpus(root).values():
        scripts = [read_script(root, path) for path in script_paths(root, family.name)]
        proofs = read_proofs(root, family.name)
        own = {s.path: Game(family, s, **proof_fields(s, proofs)) for s in scripts if not s.in_bugs}
        for game in own.values():
            game.checks = proofs["scripts"][game.script.path]["checks"] if game.proof else {}
            game.source = own.get(game.script.source)
            if game.source:
                game.source.remixes.append(game)
        add_broken(root, family, own)
        for game in own.values():
            if game.source is None:
                games.update({one.script.path: one for one in with_remixes(game)})
    return games


def add_broken(root, family, games):
    """Give a family's games (dict[str, Game]) the broken scripts that were made from them."""
    bugs = read_bugs(root, family.name)
    for path in broken_paths(root, family.name):
        script = read_script(root, path)
        if script.is_silent:
            facts = bugs["silent"].get(script.source, {})
        else:
            facts = bugs["bugs"].get(path.rsplit("/", 1)[1], {})
        made = {key: facts[key] for key in ("operator", "region") if key in facts}
        source = games[script.source]
        source.broken.append(Game(family, script, made=made, source=source))


def with_remixes(game):
    """Yield a game and all that was made from it, each behind its source."""
    yield game
    for remix in game.remixes:
        yield from with_remixes(remix)
