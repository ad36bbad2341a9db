"""The mutants: each can be made, and those whose turn it is today are caught.

All of them together are measured by `make mutants`.
"""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
from broken_games import MISSED, MUTANTS
from small_corpus import ROOT

from playable_data import check_corpus, read_script
from verify import failures, prove

DATA = ROOT / "data"
KINDS = list(dict.fromkeys(mutant.kind for mutant in MUTANTS))
SAMPLE = 4


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.id)
def test_mutant_is_another_script_that_compiles(mutant):
    broken = mutant.apply(DATA)
    assert broken.code != read_script(DATA, mutant.script).code
    compile(broken.code, mutant.script, "exec")


def test_there_are_enough_mutants_and_all_have_names_of_their_own():
    assert len(MUTANTS) >= 70
    assert len({mutant.id for mutant in MUTANTS}) == len(MUTANTS)
    assert len({mutant.apply(DATA).code for mutant in MUTANTS}) == len(MUTANTS)


def test_missed_mutants_exist():
    assert MISSED <= {mutant.id for mutant in MUTANTS}


def sample():
    """Return today's mutants: each day the next four kinds, and of each kind another mutant every time."""
    day = datetime.date.today().toordinal()
    picked = []
    for number in range(day * SAMPLE, day * SAMPLE + SAMPLE):
        kind = KINDS[number % len(KINDS)]
        mutants = [mutant for mutant in MUTANTS if mutant.kind == kind]
        picked.append(mutants[number // len(KINDS) % len(mutants)])
    return picked


def test_todays_mutants_are_caught():
    families = check_corpus(DATA)
    scripts = [mutant.apply(DATA) for mutant in sample()]
    with ThreadPoolExecutor(2) as pool:
        proofs = list(pool.map(lambda script: prove(DATA, script, families[script.family].winnable), scripts))
    caught = {mutant.id: failures(proof) for mutant, proof in zip(sample(), proofs)}
    assert {id for id, reasons in caught.items() if not reasons} <= MISSED
