"""The proofs beside the games: fresh, holding, and the same when the games are played again."""

import datetime
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from small_corpus import ROOT

from playable_data import PROOFS, check_corpus, load, read_proofs, read_script
from verify import failures, games_of, prove, stale_scripts

DATA = ROOT / "data"
FAMILIES = check_corpus(DATA)
SAMPLE = 2


def proofs():
    return {path: proof for family in FAMILIES for path, proof in read_proofs(DATA, family)["scripts"].items()}


def test_every_game_has_a_fresh_proof_and_no_proof_is_left_over():
    assert stale_scripts(DATA) == [], "run: make verify"
    assert set(proofs()) == {script.path for family in FAMILIES for script in games_of(DATA, family)}


def test_every_proof_holds():
    assert {path: failures(proof) for path, proof in proofs().items() if failures(proof)} == {}


def test_proofs_hold_nothing_of_the_machine_or_the_moment():
    for family in FAMILIES:
        text = (DATA / family / PROOFS).read_text(encoding="utf-8")
        assert not re.search(r'["\s(]/\w+/|0x[0-9a-f]{6}|20\d\d-\d\d', text)


def sample():
    """Return the games whose turn it is today."""
    paths, day = sorted(proofs()), datetime.date.today().toordinal()
    return [paths[(day * SAMPLE + number) % len(paths)] for number in range(SAMPLE)]


def test_todays_sample_plays_as_proven():
    """Each game has its turn once in some months; the proof must come out the same to the last character."""
    scripts = [read_script(DATA, path) for path in sample()]
    with ThreadPoolExecutor(2) as pool:
        again = list(pool.map(lambda script: prove(DATA, script, FAMILIES[script.family].winnable), scripts))
    assert {script.path: proof for script, proof in zip(scripts, again)} == {path: proofs()[path] for path in sample()}


@pytest.mark.parametrize("split", ["train", "validation"])
def test_dataset_carries_tokens_and_proofs(split):
    for row in load("default")[split]:
        proof = proofs()[row["script"]]
        assert row["tokens"] == proof["tokens"]
        assert row["proof"]["player_score"] == proof["player_score"] and row["proof"]["won"] == proof["won"]
        assert row["proof"]["engine"] and row["proof"]["build"].startswith("pygame")
