"""Write the dataset as files for fine-tuning services, and print its statistics.

    python scripts/generate_dataset.py --kinds base remix --output output

`dataset.jsonl`, `train.jsonl` and `validation.jsonl` hold the `messages` of the chat config, as
Together.ai, OpenAI-style services and TRL take them; `dataset.json` holds the same examples as Alpaca
records.
"""

import argparse
import json
import os
import sys
from pathlib import Path

from tqdm import tqdm

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playable_data import KINDS, SPLITS, CorpusError, load
from stats import print_statistics


def alpaca(messages):
    """Turn system, user and assistant messages into one Alpaca record (dict[str, str])."""
    system, user, assistant = (message["content"] for message in messages)
    return {"instruction": user, "input": "", "output": assistant, "system": system}


def select(splits, kinds, families):
    """Return the messages of the chosen examples by split (dict[str, list[list[dict]]])."""
    chosen = {}
    for split, rows in splits.items():
        chosen[split] = [
            row["messages"]
            for row in tqdm(rows, desc=f"reading {split}", unit=" examples")
            if KINDS[row["kind"]] in kinds and (not families or row["id"].split("/")[0] in families)
        ]
    return chosen


def write_files(chosen, output):
    """Write the files, all or none, and return their names with the number of examples (dict[str, int]).

    A file of a split that was not chosen is removed, so that no older choice stays beside a new one.
    """
    everything = [messages for split in chosen.values() for messages in split]
    groups = {"dataset.jsonl": everything, **{f"{split}.jsonl": rows for split, rows in chosen.items()}}
    contents = {
        name: "".join(json.dumps({"messages": messages}, ensure_ascii=False) + "\n" for messages in rows)
        for name, rows in groups.items()
    }
    contents["dataset.json"] = json.dumps([alpaca(messages) for messages in everything], ensure_ascii=False, indent=1)
    output.mkdir(parents=True, exist_ok=True)
    for name, text in contents.items():
        (output / f"{name}.part").write_text(text, encoding="utf-8", newline="\n")
    for name in contents:
        os.replace(output / f"{name}.part", output / name)
    for split in set(SPLITS) - set(chosen):
        (output / f"{split}.jsonl").unlink(missing_ok=True)
    return {name: len(groups.get(name, everything)) for name in contents}


def parse_arguments():
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS, help="default: all")
    parser.add_argument("--families", nargs="+", metavar="FAMILY", help="default: all")
    parser.add_argument("--splits", nargs="+", choices=SPLITS, default=SPLITS, help="default: both")
    parser.add_argument("--output", type=Path, default=Path("output"), help="folder to write to (default: output)")
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    try:
        splits = load("chat")
        known = {name for rows in load("families").values() for name in rows["family"]}
    except (CorpusError, ModuleNotFoundError) as error:
        sys.exit(str(error))
    unknown = sorted(set(arguments.families or ()) - known)
    if unknown:
        sys.exit(f"--families: there is no family {', '.join(unknown)}; expected some of {', '.join(sorted(known))}")
    splits = {split: rows for split, rows in splits.items() if split in arguments.splits}
    chosen = select(splits, arguments.kinds, arguments.families)
    if not any(chosen.values()):
        sys.exit("No example is of the chosen kinds, families and splits; nothing was written.")
    for name, count in write_files(chosen, arguments.output).items():
        print(f"{arguments.output / name}: {count:,} examples")
    print_statistics()


if __name__ == "__main__":
    main()
