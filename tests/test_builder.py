"""The builder: configs, splits, streaming, processes, cache."""

import datasets
import pytest
from small_corpus import GAME, write

from playable_data import FEATURES, GENRES, KINDS, PlayableData, as_chat, check_corpus, family_row, load, read_examples, read_preferences


def rows(splits):
    return {split: table.to_list() for split, table in splits.items()}


@pytest.mark.parametrize("config", FEATURES)
def test_configs_build_and_stream_the_same_rows(corpus, tmp_path, config):
    builder = PlayableData(tmp_path / "cache", config_name=config, data_dir=corpus)
    builder.download_and_prepare()
    built = builder.as_dataset()
    assert {split: table.features for split, table in built.items()} == dict.fromkeys(
        ["train", "validation"], datasets.Features(FEATURES[config])
    )
    streamed = {split: list(stream) for split, stream in builder.as_streaming_dataset().items()}
    assert rows(built) == streamed
    assert len(built["train"]) == len(built["validation"]) == (4 if config in ("default", "chat") else 1)


def test_splits_go_by_family(corpus, tmp_path):
    splits = load("default", corpus, tmp_path / "cache")
    assert set(splits["train"]["family"]) == {"dot"} and set(splits["validation"]["family"]) == {"line"}
    for table in load("families", corpus, tmp_path / "cache").values():
        assert [row["scripts"] for row in table] == [3]


def test_class_labels_name_genres_and_kinds(corpus, tmp_path):
    table = load("default", corpus, tmp_path / "cache")["train"]
    assert table.features["genre"].names == GENRES and table.features["kind"].names == KINDS
    assert [KINDS[kind] for kind in table["kind"]] == ["base", "base", "remix", "bugfix"]


@pytest.mark.parametrize("config", FEATURES)
def test_processes_build_the_same_rows(corpus, tmp_path, config):
    for number in range(5):
        write(corpus / f"more_{number}" / "more.py", f"# CREATE: more {number}\n\n{GAME}")
    alone = load(config, corpus, tmp_path / "alone")
    builder = PlayableData(tmp_path / "together", config_name=config, data_dir=corpus)
    builder.download_and_prepare(num_proc=2)
    assert rows(builder.as_dataset()) == rows(alone)


@pytest.mark.parametrize("config", FEATURES)
def test_generated_dicts_have_exactly_the_features_keys(corpus, config):
    """datasets drops extra keys in silence."""
    for name, family in check_corpus(corpus).items():
        bug = f"{name}/bugs/{name}_typo_bug.py"
        paths = [f"{name}/{name}_red.py", bug]
        examples = [row for path in paths for row in read_examples(corpus, path, family, {"scripts": {}}, {"bugs": {}})]
        made = {
            "default": examples,
            "chat": map(as_chat, examples),
            "preference": read_preferences(corpus, bug),
            "families": [family_row(family, 3)],
        }[config]
        assert all(set(row) == set(FEATURES[config]) for row in made)


def test_ids_are_unique_over_both_splits(corpus, tmp_path):
    """datasets lets duplicate keys pass."""
    for config, count in ("default", 8), ("chat", 8), ("preference", 2):
        ids = [id for table in load(config, corpus, tmp_path / "cache").values() for id in table["id"]]
        assert len(set(ids)) == len(ids) == count


def test_cache_follows_the_content(corpus, tmp_path):
    def codes():
        return load("default", corpus, tmp_path / "cache")["train"]["code"][:]

    def directory():
        return PlayableData(tmp_path / "cache", data_dir=corpus).cache_dir

    before, folder = codes(), directory()
    assert directory() == folder
    write(corpus / "dot" / "dot.py", f"# CREATE: dot\n\n{GAME}CHANGED = 1\n")
    assert directory() != folder
    assert "CHANGED" in codes()[0] and "CHANGED" not in before[0]
    write(corpus / "_draft" / "draft.py", GAME)
    changed = directory()
    (corpus / "dot" / "dot.py").rename(corpus / "dot" / "dot_0.py")
    assert directory() != changed


def test_data_dir_may_be_relative(corpus, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert load("families", "data", "cache")["train"][0]["family"] == "dot"
