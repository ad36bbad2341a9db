"""The environment in examples/: verifiers loads it by its name, and it scores replies without a model."""

import asyncio
import sys
from pathlib import Path

import pytest

vf = pytest.importorskip("verifiers.v1", reason="needs verifiers: pip install -e '.[test,verifiers]'")
from verifiers.v1.utils.loaders import load_taskset, taskset_class  # noqa: E402

from playable_data import load  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
HONEST = (ROOT / "tests" / "playtest" / "pitfalls" / "honest.py").read_text(encoding="utf-8")


def write_dataset(folder, corpus):
    """Write the chat config as it is published: Parquet, and a card that names the files."""
    card = ["---", "configs:", "- config_name: chat", "  data_files:"]
    for split, rows in load("chat", data_dir=str(corpus), cache_dir=folder / "cache").items():
        (folder / "chat").mkdir(exist_ok=True)
        rows.to_parquet(folder / "chat" / f"{split}-00000-of-00001.parquet")
        card += [f"  - split: {split}", f"    path: chat/{split}-*"]
    (folder / "README.md").write_text("\n".join([*card, "---", ""]), encoding="utf-8")


@pytest.fixture
def tasks(tmp_path, corpus, monkeypatch):
    """The tasks of a small dataset, as verifiers makes them from the environment's name."""
    monkeypatch.setattr(sys, "path", [str(ROOT / "examples"), *sys.path])
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    (tmp_path / "set").mkdir()
    write_dataset(tmp_path / "set", corpus)
    kind = taskset_class("verifiers-env").__orig_bases__[0].__args__[1]
    return list(load_taskset(kind(id="verifiers-env", dataset=str(tmp_path / "set"), kinds=["base"])))


def score(task, reply):
    """Return the trace of a reply that no model has given, scored."""
    nodes = [
        vf.MessageNode(message={"role": "user", "content": task.data.prompt}),
        vf.MessageNode(message={"role": "assistant", "content": reply}, parent=0, sampled=True),
    ]
    agent, about = vf.AgentInfo(config=vf.AgentConfig()), vf.TraceTask(type="PlayableTask", data=task.data)
    trace = vf.Trace(task=about, agent=agent, nodes=nodes)
    asyncio.run(task.score(trace))
    return trace


def test_tasks_are_the_requests_of_the_dataset(tasks):
    assert tasks and all("pygame" in task.data.system_prompt for task in tasks)
    assert all(task.data.id.endswith("/create") and task.data.prompt for task in tasks)


def test_replies_are_scored(tasks):
    good = score(tasks[0], f"Here it is:\n```python\n{HONEST}\n```")
    assert good.rewards["playable"].score == 1 and good.metrics["plays"] == 1 and good.info["failure"] is None
    bad = score(tasks[0], "I can't write games.")
    assert bad.rewards["playable"].score == 0 and bad.info["failure"] == "there is no code block that says pygame"
