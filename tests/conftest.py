"""Fixtures of all tests."""

import datasets
import pytest
from small_corpus import write_family


@pytest.fixture
def corpus(tmp_path):
    """A corpus with a train family `dot` and a validation family `line` (Path)."""
    root = tmp_path / "data"
    write_family(root, "dot", "train")
    write_family(root, "line", "validation")
    return root


@pytest.fixture(scope="session", autouse=True)
def quiet():
    """Keep the tests' output free of datasets' progress bars."""
    datasets.disable_progress_bars()
