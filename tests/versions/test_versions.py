"""The dataset under the releases of datasets and together that people have installed, playtest under pygame-ce.

Each test runs in an environment of its own below .venvs/, made on first use.
"""

import json
import os
import shutil
import subprocess
import sys

import pytest
from small_corpus import ROOT
from standin_hub import OWNER, StandinHub

from playable_data import FEATURES, family_names, load

# Prints the rows of every config, loaded and streamed, one JSON object a line.
LOAD = """
import json, sys
from datasets import load_dataset
name, options = sys.argv[1], json.loads(sys.argv[2])
for config in sys.argv[3:]:
    for streaming in (False, True):
        splits = load_dataset(name, config, streaming=streaming, **options)
        for split, rows in splits.items():
            print(json.dumps([config, split, [dict(row) for row in rows]]))
"""


def make_environment(name, *packages):
    """Make a virtual environment with some packages, unless it stands already; return its Python (Path)."""
    folder = ROOT / ".venvs" / name
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--quiet", "--disable-pip-version-check", *packages], check=True)
        (folder / "ready").touch()
    return python


def loaded(python, name, options, **environment):
    """Run LOAD with an environment's Python and return {(config, split): rows}, loaded and streamed alike."""
    command = [python, "-c", LOAD, name, json.dumps(options), *FEATURES]
    result = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment}, cwd=ROOT)
    assert result.returncode == 0, result.stderr
    tables = {}
    for line in result.stdout.splitlines():
        config, split, rows = json.loads(line)
        assert tables.setdefault((config, split), rows) == rows, "streaming gives other rows"
    return tables


def expected(corpus=None):
    """Return {(config, split): rows} of a build in this environment."""
    return {(config, split): rows.to_list() for config in FEATURES for split, rows in load(config, corpus).items()}


def test_loading_script_under_datasets_3_6(tmp_path, corpus):
    """The last release with loading scripts, which runs a copy of the script from elsewhere."""
    python = make_environment("datasets-3.6.0", "datasets==3.6.0", "infinity-arcade==0.3.0")
    environment = {"HF_HOME": str(tmp_path), "HF_DATASETS_OFFLINE": "1"}
    options = {"trust_remote_code": True}
    assert loaded(python, "./playable_data.py", options, **environment) == expected()
    options["data_dir"] = str(corpus)  # another corpus than the one whose counts stand in README.md
    assert loaded(python, "./playable_data.py", options, **environment) == expected(corpus)


FEW = ("tron", "stacker")  # a family of each split: push plays every game for its preview


def copy_checkout(target):
    """Copy the files that git would commit, few families, and commit them, since push refuses a dirty working tree."""
    listed = ["git", "-C", ROOT, "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    for name in subprocess.run(listed, check=True, capture_output=True, text=True).stdout.split("\0")[:-1]:
        is_left_out = name.startswith("data/") and name.count("/") > 1 and name.split("/")[1] not in FEW
        if (ROOT / name).exists() and not is_left_out:
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    git = ["git", "-C", target, "-c", "user.name=Test", "-c", "user.email=test@example.com"]
    for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "copy"]):
        subprocess.run([*git, *command], check=True)


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    """A stand-in Hub that holds a part of this dataset, pushed by the real script, and the corpus it was made from."""
    checkout = tmp_path_factory.mktemp("checkout") / "playable-data"
    copy_checkout(checkout)
    with StandinHub() as hub:
        environment = {**os.environ, **hub.environment(tmp_path_factory.mktemp("home"), OWNER)}
        command = [sys.executable, checkout / "scripts" / "push_to_hub.py", "--repo", "playable/playable-data"]
        result = subprocess.run(command, capture_output=True, text=True, env=environment)
        assert result.returncode == 0, result.stderr
        yield hub, checkout / "data"


@pytest.mark.parametrize("release", ["4.0.0", "4.8.4", "5.2.0"])
def test_published_parquet(hub, release, tmp_path):
    python, (server, corpus) = make_environment(f"datasets-{release}", f"datasets=={release}"), hub
    assert loaded(python, "playable/playable-data", {}, **server.environment(tmp_path)) == expected(corpus)


CHECKERS = {"together==1.5.35": "together.utils.files", "together": "together.lib.utils.files"}


@pytest.mark.parametrize("package", CHECKERS)
def test_together_accepts_the_jsonl(package, tmp_path):
    subprocess.run([sys.executable, ROOT / "scripts" / "generate_dataset.py", "--output", tmp_path], check=True)
    python = make_environment(package.replace("==", "-"), package)
    check = f"import sys, json, pathlib; from {CHECKERS[package]} import check_file as check; print(json.dumps(check(pathlib.Path(sys.argv[1]))))"
    for name in ("dataset", "train", "validation"):
        path = tmp_path / f"{name}.jsonl"
        command = [python, "-c", check, path]
        report = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        assert report["is_check_passed"], report
        assert report["num_samples"] == len(path.read_text(encoding="utf-8").splitlines())


@pytest.fixture(scope="module")
def pygame_ce():
    return make_environment("pygame-ce-2.5.8", "pygame-ce==2.5.8", "loky", "numpy", "pillow", "pytest", "xxhash")


def test_pitfalls_under_pygame_ce(pygame_ce):
    """The tests of the console and the judge, which need nothing of the corpus."""
    options = ["-p", "no:cacheprovider", "--confcutdir", "tests/playtest"]
    tests = [f"tests/playtest/test_{name}.py" for name in ("cli", "console", "endings", "pitfalls")]
    result = subprocess.run([pygame_ce, "-m", "pytest", *tests, *options], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout


def verdicts(python, scripts):
    """Return {script: checks} of `playtest check` with an environment's Python."""
    command = [python, "-m", "playtest", "check", "--json", *scripts]
    lines = subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout.splitlines()
    return {report["script"]: report["checks"] for report in map(json.loads, lines)}


def test_games_get_the_same_verdicts_under_pygame_ce(pygame_ce):
    scripts = [f"data/{family}/{family}.py" for family in family_names(ROOT / "data")]
    ours, theirs = verdicts(sys.executable, scripts), verdicts(pygame_ce, scripts)
    assert set(ours) == set(scripts)
    assert ours == theirs
