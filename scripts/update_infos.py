"""Bring dataset_infos.json and the generated parts of README.md and data/README.md up to date.

    python scripts/update_infos.py

Generated in README.md, which is also the dataset card on the Hub: `configs` and `dataset_info` of its
YAML, and the tables between the statistics markers. In data/README.md: the tables of the broken scripts.
"""

import argparse
import json
import re
import sys
from pathlib import Path

from datasets.info import DatasetInfosDict
from datasets.utils.metadata import MetadataConfigs
from datasets.utils.py_utils import asdict
from huggingface_hub import DatasetCard

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playable_data import FEATURES, PlayableData
from stats import bug_tables, changes_by_family, changes_markdown, markdown, silent_table, statistics

BUGS = re.compile(r"(<!-- bugs: make infos -->\n).*?(<!-- end of bugs -->)", re.DOTALL)
STATISTICS = re.compile(r"(<!-- statistics: make infos -->\n).*?(<!-- end of statistics -->)", re.DOTALL)


def build_all(data_dir=None, cache_dir=None):
    """Build every config; one without an example, as `preference` where nothing is broken, is left out.

    Returns:
        tuple[dict[str, datasets.DatasetDict], DatasetInfosDict]: the splits and the infos by config.
    """
    builds, infos = {}, DatasetInfosDict()
    for config in FEATURES:
        builder = PlayableData(cache_dir, config_name=config, data_dir=data_dir)
        builder.download_and_prepare()
        if not builder.info.splits:
            continue
        builds[config] = builder.as_dataset()
        infos[config] = builder.info
        # What was downloaded to build it is nothing; on the Hub the Parquet files are, and push counts them.
        infos[config].download_size = None
    return builds, infos


def update_card(text, builds, infos):
    """Return the text of the card with its generated parts made new (str).

    Raises:
        ValueError: the statistics markers are missing.
    """
    card = DatasetCard(text)
    for key in ("configs", "dataset_info"):
        card.data.pop(key, None)
    MetadataConfigs(
        {
            config: {
                "data_files": [{"split": split, "path": f"{config}/{split}-*"} for split in splits],
                **({"default": True} if config == "default" else {}),
            }
            for config, splits in builds.items()
        }
    ).to_dataset_card_data(card.data)
    infos.to_dataset_card_data(card.data)
    splits = builds["default"]
    tables = f"\n{markdown(statistics(splits))}\n\n{changes_markdown(changes_by_family(splits))}\n\n"
    return fill(STATISTICS, str(card), tables)


def fill(markers, text, tables):
    """Return a text with new tables between two markers (str).

    Raises:
        ValueError: the markers are missing.
    """
    text, count = markers.subn(lambda match: match[1] + tables + match[2], text)
    if count != 1:
        raise ValueError(f"the markers {markers.pattern} are missing; expected them once")
    return text


def infos_json(infos):
    """Return the text of dataset_infos.json (str)."""
    return json.dumps({config: asdict(info) for config, info in infos.items()}, indent=2, ensure_ascii=False) + "\n"


def generated_files():
    """Return the new contents of README.md and dataset_infos.json (dict[str, str])."""
    builds, infos = build_all()
    readme, page = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "data/README.md"))
    bugs = f"\n{bug_tables(ROOT / 'data')}\n\n{silent_table(ROOT / 'data')}\n\n"
    return {
        "README.md": update_card(readme, builds, infos),
        "data/README.md": fill(BUGS, page, bugs),
        "dataset_infos.json": infos_json(infos),
    }


def main():
    argparse.ArgumentParser(description=__doc__.split("\n")[0]).parse_args()
    for name, text in generated_files().items():
        (ROOT / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"{name} is up to date")


if __name__ == "__main__":
    main()
