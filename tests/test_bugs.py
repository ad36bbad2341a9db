"""The broken scripts made by program: enough of them, spread evenly, fresh, and still failing as they say."""

import datetime
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

from small_corpus import ROOT

from mistakes import CRASHES, REGIONS
from playable_data import KINDS, check_corpus, load, read_bugs, read_script, script_paths, silent_paths
from verify_bugs import check_bug, check_silent, stale

DATA = ROOT / "data"
FAMILIES = check_corpus(DATA)
RECORDS = {family: read_bugs(DATA, family) for family in FAMILIES}
BUGS = [
    script
    for family in FAMILIES
    for script in (read_script(DATA, path) for path in script_paths(DATA, family))
    if script.is_bug
]
MADE = {f"{family}/bugs/{name}": facts for family, record in RECORDS.items() for name, facts in record["bugs"].items()}
SILENT_PATHS = [path for family in FAMILIES for path in silent_paths(DATA, family)]
BUG_SAMPLE, SILENT_SAMPLE = 30, 3


def test_records_name_the_files_that_there_are():
    assert stale(DATA) == [], "run: make bugs"
    assert set(MADE) <= {bug.path for bug in BUGS}
    told = {f"{family}/silent/{facts['file']}" for family, record in RECORDS.items() for facts in record["silent"].values() if "file" in facts}
    assert told == set(SILENT_PATHS)


def test_there_are_enough_and_no_operator_has_too_many():
    assert len(BUGS) >= 300 and len(SILENT_PATHS) >= 100
    counts = Counter(facts["operator"] for facts in MADE.values())
    assert set(counts) == set(CRASHES)
    assert max(counts.values()) <= 0.12 * sum(counts.values()), counts
    silent = Counter(facts["operator"] for record in RECORDS.values() for facts in record["silent"].values() if "file" in facts)
    assert len(silent) >= 10 and max(silent.values()) <= 0.2 * sum(silent.values()), silent


def test_no_game_is_broken_more_than_three_times_or_twice_in_the_same_way():
    assert max(Counter(bug.source for bug in BUGS).values()) <= 3
    assert max(Counter((path.split("/")[0], facts["game"], facts["operator"]) for path, facts in MADE.items()).values()) == 1


def test_errors_and_regions_are_spread():
    rows = [row["bug"] for split in load().values() for row in split if row["kind"] == KINDS.index("bugfix")]
    errors = Counter(bug["error_type"] for bug in rows)
    regions = Counter(bug["region"] for bug in rows if bug["operator"])
    assert set(regions) == set(REGIONS) and max(regions.values()) <= 0.4 * sum(regions.values()), regions
    assert len(errors) >= 8 and max(errors.values()) <= 0.35 * len(rows), errors
    assert all(bug["line"] for bug in rows)


def todays(paths, size):
    """Return the part of a list whose turn it is today."""
    day = datetime.date.today().toordinal()
    return [paths[(day * size + number) % len(paths)] for number in range(size)]


def test_bugs_fail_in_the_real_launcher_as_they_say():
    """All that were made by hand, and of the others those whose turn it is."""
    by_hand = [bug for bug in BUGS if bug.path not in MADE]
    made = todays([bug for bug in BUGS if bug.path in MADE], BUG_SAMPLE)
    with ProcessPoolExecutor(2) as pool:
        assert [text for text in pool.map(check_bug, by_hand + made) if text] == []


def test_todays_silent_mistakes_fail_the_check_they_are_aimed_at():
    paths = todays(SILENT_PATHS, SILENT_SAMPLE)
    winnable = [FAMILIES[path.split("/")[0]].winnable for path in paths]
    with ProcessPoolExecutor(2) as pool:
        assert [text for text in pool.map(check_silent, [DATA] * len(paths), paths, winnable) if text] == []


def test_preferences_are_pairs_for_the_same_prompt():
    chat = {tuple(m["content"] for m in row["messages"][:-1]): row["messages"][-1]["content"] for split in load("chat").values() for row in split}
    rows = [row for split in load("preference").values() for row in split]
    assert len(rows) >= len(BUGS) + len(SILENT_PATHS)
    for row in rows:
        (chosen,), (rejected,) = row["chosen"], row["rejected"]
        assert [message["role"] for message in row["prompt"]] == ["system", "user"]
        # The proven game is what the app needs back for these messages.
        prompt = tuple(message["content"] for message in row["prompt"])
        assert chosen["content"] in chat.values() and prompt in chat
        assert rejected["content"] != chosen["content"] and row["failure"]
