"""Runs the code of docs/training.md, section Reward, as printed there: GRPO with playtest's reward."""

import json

import pytest
from test_trl import ROOT, printed_code, run_printed, shortest, write_dataset, write_model

from playable_data import load
from playtest.rewards import playable

STEPS = 2


@pytest.fixture(scope="module")
def rewarded(tmp_path_factory):
    """A folder in which the printed recipe was run (Path)."""
    folder = tmp_path_factory.mktemp("rewarded")
    splits = load("chat", cache_dir=folder / "cache")
    for split in splits:
        splits[split] = shortest(splits[split])
    write_dataset(splits, folder / "playable-data", "chat")
    write_model([message["content"] for row in splits["train"]["messages"] for message in row], folder / "model")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT))
        values = {"MODEL": "model", "DATASET": "playable-data", "STEPS": STEPS, "TOKENS": 48}
        run_printed(printed_code("Reward"), folder, **values)
    return folder


def test_grpo_runs_with_the_reward(rewarded):
    history = json.loads((rewarded / "rewarded" / "trainer_state.json").read_text())["log_history"]
    steps = [entry for entry in history if "reward" in entry]
    print([{name: entry[name] for name in entry if "playable" in name or name == "reward"} for entry in steps])
    assert len(steps) == STEPS
    # A random model writes no code block; the mean is there because the reward was called.
    assert all(entry["rewards/playable/mean"] == 0 and entry["playable/launches"] == 0 for entry in steps)
    assert (rewarded / "rewarded" / "adapter_model.safetensors").is_file()


def test_answers_of_the_dataset_are_rewarded():
    """The same call as the trainer's, with answers that are games, one of them cut off by the token limit."""
    rows = load("chat")["train"]
    answer = next(row["messages"][-1]["content"] for row in rows if row["id"] == "snake/snake/create")
    logged = {}
    completions = [[{"role": "assistant", "content": text}] for text in (answer, answer[: len(answer) // 2])]
    got = playable(
        prompts=[[]] * 2, completions=completions, completion_ids=[[]] * 2, id=["snake/snake/create"] * 2,
        trainer_state=None, log_extra=print, log_metric=logged.__setitem__,
    )  # fmt: skip
    print(got, logged)
    assert got == [1, 0] and logged["playable/plays"] == 0.5
