"""scripts/generate_dataset.py as a user runs it."""

import json
import subprocess
import sys

import pytest
from small_corpus import ROOT

from playable_data import load


def generate(output, *options):
    command = [sys.executable, ROOT / "scripts" / "generate_dataset.py", "--output", output, *options]
    return subprocess.run(command, capture_output=True, text=True, cwd=output.parent)


@pytest.fixture(scope="module")
def everything(tmp_path_factory):
    output = tmp_path_factory.mktemp("generated") / "output"
    result = generate(output)
    assert result.returncode == 0, result.stderr
    return output, result.stdout


def read_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_lines_hold_the_messages_of_chat_and_nothing_else(everything):
    output, _ = everything
    chat = load("chat")
    for split in ("train", "validation"):
        assert read_lines(output / f"{split}.jsonl") == [{"messages": messages} for messages in chat[split]["messages"]]
    both = read_lines(output / "train.jsonl") + read_lines(output / "validation.jsonl")
    assert read_lines(output / "dataset.jsonl") == both


def test_alpaca_records_say_the_same(everything):
    output, _ = everything
    for record, line in zip(json.loads((output / "dataset.json").read_text()), read_lines(output / "dataset.jsonl"), strict=True):
        assert set(record) == {"instruction", "input", "output", "system"} and record["input"] == ""
        texts = [record["system"], record["instruction"], record["output"]]
        assert texts == [message["content"] for message in line["messages"]]


def test_it_ends_with_the_statistics(everything):
    _, printed = everything
    table = printed.split("DATASET STATISTICS")[1]
    assert all(title in table for title in ("Base Games", "Remix Games", "Bug Fixes", "TOTAL", "validation", "maze"))


def test_options_choose_kinds_families_and_splits(tmp_path):
    output = tmp_path / "output"
    assert generate(output).returncode == 0
    result = generate(output, "--kinds", "remix", "--families", "snake", "--splits", "train")
    assert result.returncode == 0, result.stderr
    lines = read_lines(output / "train.jsonl")
    rows = [row for row in load("default")["train"] if row["family"] == "snake" and row["source"] and not row["error"]]
    assert [line["messages"][-1]["content"] for line in lines] == [f"```python\n{row['code']}\n```" for row in rows]
    assert sorted(path.name for path in output.iterdir()) == ["dataset.json", "dataset.jsonl", "train.jsonl"]


@pytest.mark.parametrize(
    "options, message",
    [
        (["--families", "snak"], "there is no family snak; expected some of"),
        (["--families", "flood_it", "--splits", "train"], "nothing was written"),
        (["--kinds", "bug"], "invalid choice: 'bug'"),
    ],
)
def test_wrong_choices_get_one_clear_line(tmp_path, options, message):
    result = generate(tmp_path / "output", *options)
    assert result.returncode != 0
    assert message in result.stderr.strip().split("\n")[-1]
    assert not (tmp_path / "output").exists()
