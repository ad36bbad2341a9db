"""Runs the code of docs/training.md as printed there, on a tiny random Qwen2 model on the CPU.

Only the values of the names at the top of a block are replaced: the model, the dataset's place and the learning
rate, which a random model needs larger than a trained one.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from tokenizers import ByteLevelBPETokenizer
from transformers import AutoModelForCausalLM, AutoTokenizer, PreTrainedTokenizerFast, Qwen2Config, Qwen2ForCausalLM

from playable_data import KINDS, load

ROOT = Path(__file__).resolve().parent.parent.parent
GUIDE = (ROOT / "docs" / "training.md").read_text(encoding="utf-8")

# Twelve of the short ones and two each of the long ones: two steps an epoch, in a minute.
EXAMPLES = {"base": 12, "remix": 2, "bugfix": 2}

CHATML = (
    "{% for message in messages %}<|im_start|>{{ message.role }}\n{{ message.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def printed_code(section, language="python"):
    """Return the first code block of a section of the guide (str)."""
    return re.search(rf"^## {section}$.*?^```{language}\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)[1]


def run_printed(code, folder, **values):
    """Run printed code in a folder, with other values for names at its top."""
    for name, value in values.items():
        code, count = re.subn(rf"^{name} = .*$", f"{name} = {value!r}", code, flags=re.MULTILINE)
        assert count == 1, f"{name} is given once at the top of the printed code"
    (folder / "recipe.py").write_text(code, encoding="utf-8")
    environment = {**os.environ, "HF_HOME": str(folder / "cache"), "HF_HUB_OFFLINE": "1"}
    # The model is so small that threads would wait for each other most of the time, and one adds up in one order.
    environment["OMP_NUM_THREADS"] = "1"
    done = subprocess.run([sys.executable, "recipe.py"], cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def shortest(rows):
    """Return the shortest examples of each kind, so that the test takes the same time as the dataset grows."""
    order = sorted(range(len(rows)), key=lambda i: sum(len(message["content"]) for message in rows[i]["messages"]))
    return rows.select(
        [i for kind, count in EXAMPLES.items() for i in [i for i in order if KINDS[rows[i]["kind"]] == kind][:count]]
    )


def write_dataset(splits, folder, config):
    """Write a config's splits as the published dataset has them: Parquet, and a card that names the files."""
    card = ["---", "configs:", f"- config_name: {config}", "  data_files:"]
    for split, rows in splits.items():
        (folder / config).mkdir(parents=True, exist_ok=True)
        rows.to_parquet(folder / config / f"{split}-00000-of-00001.parquet")
        card += [f"  - split: {split}", f"    path: {config}/{split}-*"]
    (folder / "README.md").write_text("\n".join([*card, "---", ""]), encoding="utf-8")


def write_model(texts, folder):
    """Write a random Qwen2 model and a tokenizer made from the texts."""
    pieces = ByteLevelBPETokenizer()
    pieces.train_from_iterator(texts, vocab_size=2048, special_tokens=["<|endoftext|>", "<|im_start|>", "<|im_end|>"])
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=pieces._tokenizer, eos_token="<|im_end|>", pad_token="<|endoftext|>", chat_template=CHATML
    )
    torch.manual_seed(0)
    config = Qwen2Config(
        vocab_size=len(tokenizer),
        hidden_size=64,
        intermediate_size=128,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=2,
        initializer_range=0.1,  # LoRA leaves the output layer as it is, so its weights must not be too near to zero
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )
    Qwen2ForCausalLM(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)


def answer_loss(folder, messages):
    """Return a model's mean loss on an answer (float)."""
    tokenizer = AutoTokenizer.from_pretrained(folder)
    prompt = tokenizer.apply_chat_template(messages[:-1], add_generation_prompt=True)["input_ids"]
    tokens = torch.tensor([tokenizer.apply_chat_template(messages)["input_ids"]])
    labels = tokens.clone()
    labels[:, : len(prompt)] = -100
    with torch.no_grad():
        return AutoModelForCausalLM.from_pretrained(folder)(input_ids=tokens, labels=labels).loss.item()


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """A folder in which the printed recipe was run, and its splits (Path, DatasetDict)."""
    folder = tmp_path_factory.mktemp("trained")
    splits = load("chat", cache_dir=folder / "cache")
    for split in splits:
        splits[split] = shortest(splits[split])
    write_dataset(splits, folder / "playable-data", "chat")
    texts = [message["content"] for rows in splits.values() for row in rows["messages"] for message in row]
    write_model(texts, folder / "model")
    run_printed(printed_code("TRL"), folder, MODEL="model", DATASET="playable-data", LEARNING_RATE=1e-2)
    return folder, splits


def test_the_loss_falls(trained):
    folder, _ = trained
    history = json.loads((folder / "adapter" / "trainer_state.json").read_text())["log_history"]
    losses = [entry["loss"] for entry in history if "loss" in entry]
    validation = [entry["eval_loss"] for entry in history if "eval_loss" in entry]
    print("loss", losses, "validation", validation)
    assert losses[-1] < losses[0] - 1
    assert validation[-1] < validation[0]


def test_the_merged_model_has_learned(trained):
    folder, splits = trained
    run_printed(printed_code("Merging"), folder)
    messages = splits["train"][0]["messages"]
    assert answer_loss(folder / "merged", messages) < answer_loss(folder / "model", messages) - 1


def test_the_pairs_train_for_two_steps(trained):
    folder, _ = trained
    splits = load("preference", cache_dir=folder / "cache")
    for split, rows in splits.items():
        order = sorted(range(len(rows)), key=lambda i: len(rows[i]["prompt"][-1]["content"] + rows[i]["chosen"][0]["content"]))
        splits[split] = rows.select(order[: 16 if split == "train" else 2])
    write_dataset(splits, folder / "pairs", "preference")
    run_printed(printed_code("Preferences"), folder, MODEL="model", DATASET="pairs", STEPS=2)
    history = json.loads((folder / "preferring" / "trainer_state.json").read_text())["log_history"]
    losses = [entry["loss"] for entry in history if "loss" in entry]
    print("loss", losses, "margins", [entry["rewards/margins"] for entry in history if "loss" in entry])
    assert len(losses) == 2
    # Before the first step the model does not yet differ from its reference, which makes the loss -log(1/2).
    assert abs(losses[0] - 0.6931) < 1e-3 and losses[1] != losses[0]
    assert (folder / "preferring" / "adapter_model.safetensors").is_file()


def test_no_example_is_longer_than_the_recipes_take():
    command = printed_code("Sequence length", "bash")
    done = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True,
        env={**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
    )  # fmt: skip
    lengths = re.findall(r"(?:max_length|max_seq_length|sequence_len|cutoff_len)(?:=|: )(\d+)", GUIDE)
    assert len(lengths) == 6
    assert 1000 < int(done.stdout) <= min(map(int, lengths))
