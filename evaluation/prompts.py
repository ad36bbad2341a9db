"""The prompts of the evaluation, from the dataset."""

import hashlib
import json
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import datasets

from playable_data import KINDS, example_request, load

FOUNDERS = ["snake", "pong", "breakout", "space_invaders", "galaga", "asteroids", "flappy_bird"]
# Founders are families that are trained on: a check that training took, and no measure of what the model can do.
TASKS = ["create", "remix", "fix", "founders"]
TASK_OF = dict(zip(KINDS, TASKS))


@dataclass(frozen=True)
class Prompt:
    """One thing that is asked of the model.

    Attributes:
        id (str): the example's id, with the number of its wording: `gomoku/gomoku/create#1`.
        task (str): one of TASKS.
        family (str): the game's family.
        group (str): the same for all wordings of one wish; what the statistics draw from.
        text (str): what the user typed; of a fix the error.
        request (dict): what Infinity Arcade sends for it, without the model's name.
        source (str or None): the script to change or to mend.
        reference (str): the dataset's answer.
    """

    id: str
    task: str
    family: str
    group: str
    text: str
    request: dict
    source: str | None
    reference: str

    @property
    def key(self):
        """The sha256 of the request, by which replies are found again (64 hex digits)."""
        return hashlib.sha256(json.dumps(self.request, sort_keys=True).encode()).hexdigest()


def load_dataset(data=None):
    """Return the examples (datasets.DatasetDict): the config `default`.

    Args:
        data (str, optional): a corpus folder or the name of a dataset on the Hub; this repository's `data/` by default.

    Raises:
        playable_data.CorpusError: a broken corpus.
        datasets.exceptions.DatasetNotFoundError, ValueError: the Hub has no such dataset.
    """
    if data is None or Path(data).is_dir():
        return load("default", data)
    return datasets.load_dataset(data)


def make_prompts(splits, limit=None):
    """Return what is to be asked (list[Prompt]): each distinct request once.

    Of validation families every wording of the base and remix prompts and every bug; of the founders the first wording
    of the base prompts.

    Args:
        splits (datasets.DatasetDict): the `default` config.
        limit (int, optional): the most prompts of a task, taken from the families in turn.
    """
    found = {}
    for row in splits.get("validation", ()):
        for prompt in wordings(row, TASK_OF[KINDS[row["kind"]]]):
            found.setdefault(prompt.key, prompt)
    for row in splits.get("train", ()):
        if row["family"] in FOUNDERS and KINDS[row["kind"]] == "base":
            prompt = wordings(row, "founders")[0]
            found.setdefault(prompt.key, prompt)
    return [prompt for task in TASKS for prompt in in_turn(found.values(), task)[:limit]]


def wordings(row, task):
    """Return the prompts of one example (list[Prompt])."""
    kind, prompts = KINDS[row["kind"]], []
    texts = [row["error"]] if kind == "bugfix" else [row["prompt"], *row["paraphrases"]]
    group = f"{row['family']}: {row['prompt']}" if kind == "base" else row["id"]
    for number, text in enumerate(texts):
        asked = {**row, "kind": kind, "prompt": text}
        id = f"{row['id']}#{number}" if number else row["id"]
        prompts.append(
            Prompt(id, task, row["family"], group, text, example_request(asked), row["source_code"], row["code"])
        )
    return prompts


def in_turn(prompts, task):
    """Return a task's prompts, the first of each family, then the second, and so on (list[Prompt])."""
    families = {}
    for prompt in prompts:
        if prompt.task == task:
            families.setdefault(prompt.family, []).append(prompt)
    return [prompt for turn in zip_longest(*families.values()) for prompt in turn if prompt]


def reference_games(splits):
    """Return the games of each family (dict[str, list[str]]): the code of base games, variants and remixes."""
    games = {}
    for rows in splits.values():
        for family, kind, code in zip(rows["family"], rows["kind"], rows["code"]):
            if KINDS[kind] != "bugfix":
                games.setdefault(family, {})[code] = None
    return {family: list(codes) for family, codes in games.items()}
