"""An environment for verifiers 0.4: the requests of the dataset, and playtest's reward for the model's reply.

    pip install verifiers==0.4.0 -e .
    PYTHONPATH=examples vf-eval verifiers-env

`vf-eval --help` tells how to name the model and its server; with --env.taskset.split validation it asks for games that
no model was trained on.
"""

import asyncio
from typing import Literal

import verifiers.v1 as vf
from datasets import load_dataset

from playtest import rewards

__all__ = ["PlayableTaskset"]

NAMES = ["parses", "launches", "responds", "plays", "ends"]


class PlayableConfig(vf.TasksetConfig):
    """dataset: a name on the Hub, or a folder with the dataset as it is published."""

    dataset: str = "playable/playable-data"
    split: Literal["train", "validation"] = "train"
    kinds: list[Literal["base", "remix", "bugfix"]] = ["base", "remix", "bugfix"]


class PlayableTask(vf.Task[vf.TaskData, vf.State, vf.TaskConfig]):
    """One request. The reply is played on this machine, not in the agent's runtime."""

    @vf.reward
    async def playable(self, trace: vf.Trace) -> float:
        (grade,) = await asyncio.to_thread(rewards.grade, [trace.last_reply], jobs=1)
        trace.record_metrics({name: float(bool(grade.checks.get(name))) for name in NAMES})
        trace.info["failure"] = grade.failure
        return grade.reward


class PlayableTaskset(vf.Taskset[PlayableTask, PlayableConfig]):
    """The rows of the `chat` config, without their answers."""

    def load(self):
        rows = load_dataset(self.config.dataset, "chat", split=self.config.split)
        names = rows.features["kind"].names
        for row in rows:
            if names[row["kind"]] in self.config.kinds:
                system, user, _ = (message["content"] for message in row["messages"])
                data = vf.TaskData(id=row["id"], name=row["id"], system_prompt=system, prompt=user)
                yield PlayableTask(data, self.config.task)
