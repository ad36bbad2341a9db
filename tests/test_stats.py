"""Statistics, README and dataset_infos.json against a real build."""

import json
from statistics import median

from small_corpus import ROOT
from datasets.info import DatasetInfosDict

from playable_data import FEATURES, count_lines, load
from push_to_hub import RELATIVE_LINK
from stats import changed_share, changes_by_family, changes_markdown, markdown, statistics, summary
from update_infos import generated_files


def test_statistics_count_examples_and_lines(corpus, tmp_path):
    groups = statistics(load("default", corpus, tmp_path / "cache"))
    none = (None, None)
    assert groups == {
        "Kind": {"Base Games": (4, 18, *none), "Remix Games": (2, 10, *none), "Bug Fixes": (2, 8, *none), "TOTAL": (8, 36, *none)},
        "Split": {"train": (4, 18, *none), "validation": (4, 18, *none)},
        "Genre": {"maze": (8, 36, *none)},
    }
    assert "| Base Games   |     4 |            18 |             - |           - |" in markdown(groups)


def test_summary_leaves_answers_without_a_proof_out_of_the_tokens():
    assert summary([(10, 100), (20, None), (30, 300), (40, 210)]) == (4, 100, 210, 300)


def test_share_of_lines_that_a_remix_changes():
    assert changed_share("a\nb\nc\nd", "a\nB\nc\nd") == 0.25
    assert changed_share("a\nb\nc\nd", "a\nb\nx\ny\nc") == 0.75  # two lines added, one removed


def test_remixes_of_every_family_leave_most_of_their_source_alone():
    shares = changes_by_family(load("default"))
    assert {family: values for family, values in shares.items() if median(values) >= 0.35} == {}
    assert f"{len(shares['TOTAL']):7} |" in changes_markdown(shares).split("\n")[-1]


def test_blank_lines_do_not_count():
    assert count_lines("a\n\n  \n b\n") == 2


def test_readme_and_infos_are_up_to_date():
    for name, text in generated_files().items():
        assert (ROOT / name).read_text(encoding="utf-8") == text, f"{name} is out of date; run: make infos"


def test_links_of_readme_lead_to_files():
    links = RELATIVE_LINK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert "docs/games.png" in links
    assert [link for link in links if not (ROOT / link).is_file()] == []


def test_infos_are_those_of_a_real_build():
    infos = json.loads((ROOT / "dataset_infos.json").read_text())
    card = DatasetInfosDict.from_directory(str(ROOT))
    for config in FEATURES:
        built = load(config)
        assert {split: table.num_rows for split, table in built.items()} == {
            split: facts["num_examples"] for split, facts in infos[config]["splits"].items()
        }
        assert card[config].features == built["train"].features
