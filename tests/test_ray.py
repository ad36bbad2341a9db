"""The engine ray, on a local Ray with two workers: the same results as the engine local, also if a worker is killed."""

import functools
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import ray
from small_corpus import ROOT

from evaluation.judge import judge_code
from evaluation.prompts import load_dataset, make_prompts
from playable_data import as_answer
from playtest import cluster, pool
from playtest.strict import StrictConsole

# Each costs little to judge, and its verdict is the same with every secret.
PITFALLS = ["crash_late", "asks_input", "exit_one", "delays", "exit_text", "segfault", "no_flip", "os_exit", "sprites",
            "no_clock", "key_codes", "whole_screen"]  # fmt: skip
DUE = ["stacker", "stacker_1", "stacker_win_back"]
ENVIRONMENT = {**os.environ, "RAY_worker_niceness": "0"}  # at Ray's 15 a busy machine would let its workers starve
LIMIT = 240


def pitfall(name):
    return (ROOT / "tests" / "playtest" / "pitfalls" / f"{name}.py").read_text(encoding="utf-8").rstrip("\n")


def run(script, *options, **named):
    """Run a command to its end and return it (subprocess.CompletedProcess)."""
    command = [sys.executable, str(script), *map(str, options)]
    return subprocess.run(command, capture_output=True, text=True, timeout=LIMIT, env=ENVIRONMENT, **named)


@pytest.fixture
def two_cores(monkeypatch):
    monkeypatch.setenv("RAY_worker_niceness", ENVIRONMENT["RAY_worker_niceness"])
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    yield
    ray.shutdown()


def test_verdicts_are_those_of_the_local_engine_to_the_last_byte(two_cores, monkeypatch):
    """Also with two scripts in a task, and for the pictures, since both have the same secret."""
    codes = [pitfall(name) for name in PITFALLS[:5]]
    make_console = functools.partial(StrictConsole, salt="known")
    local = list(pool.in_order(judge_code, codes, 2, make_console))
    monkeypatch.setattr(cluster, "MOST_TASKS", 3)
    assert list(cluster.in_order(judge_code, codes, 2, make_console)) == local
    assert len({verdict["code"] for verdict in local}) == 5 and any(verdict["picture"] for verdict in local)
    assert list(cluster.in_order(judge_code, [], 2, make_console)) == []


# --- evaluate.py ------------------------------------------------------------------------------


@pytest.fixture
def results(tmp_path):
    """Kept replies, each with a script of its own; for evaluate.py --data and --results (Path)."""
    for family in "stacker", "pong":
        shutil.copytree(ROOT / "data" / family, tmp_path / "data" / family)
    prompts = make_prompts(load_dataset(str(tmp_path / "data")), limit=4)
    with (tmp_path / "m.jsonl").open("w", encoding="utf-8") as file:
        for prompt, name in zip(prompts, PITFALLS):
            reply = {"id": prompt.id, "key": prompt.key, "sample": 0, "model": "m", "finish": "stop", "error": None}
            print(json.dumps({**reply, "reply": as_answer(pitfall(name))["content"], "seconds": 1.0}), file=file)
    return tmp_path


def lines(path):
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def read_result(results):
    """Return the result without the frames at which games failed: they depend on the secret of the console (dict)."""
    result = json.loads((results / "m.json").read_text(encoding="utf-8"))
    for row in result["games"]:
        del row["failure"]
    return result


def workers(driver):
    """Return the ids of the processes in which a driver's Ray plays (set[int])."""
    table = subprocess.run(["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in table.splitlines()[1:]]
    raylets = {pid for pid, parent, _ in rows if parent == str(driver)}
    return {int(pid) for pid, parent, name in rows if parent in raylets and name.startswith("ray::MapWorker")}


def test_evaluation_is_the_same_when_a_worker_is_killed(results):
    """The first verdict is there and both workers play, then one is killed by SIGKILL."""
    options = ["--model", "m", "--limit", "4", "--data", results / "data", "--results", results, "--jobs", "2"]
    script, verdicts = ROOT / "scripts" / "evaluate.py", results / "m.verdicts.jsonl"
    done = run(script, *options)
    assert done.returncode == 0, done.stderr
    local, count = read_result(results), len(lines(verdicts))
    verdicts.unlink()
    command = [sys.executable, str(script), *map(str, options), "--engine", "ray"]
    with (results / "errors").open("w") as errors:
        driver = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=errors)
    victim, seen, limit = None, set(), time.monotonic() + LIMIT
    while driver.poll() is None and time.monotonic() < limit:
        seen |= workers(driver.pid)
        if victim is None and lines(verdicts) and len(seen) == 2:
            victim, before, early = min(seen), set(seen), len(lines(verdicts))
            os.kill(victim, signal.SIGKILL)
        time.sleep(0.2)
    assert driver.returncode == 0, (results / "errors").read_text()
    assert victim, f"the run was over before two workers and a verdict were seen together; workers: {seen}"
    assert early < count - 2  # a script for each worker, and more that wait
    assert seen - before, "no new worker"
    assert len(lines(verdicts)) == count == len(PITFALLS)
    assert read_result(results) == local


# --- verify.py --------------------------------------------------------------------------------


@pytest.fixture
def checkout(tmp_path):
    """A checkout with one family, whose proofs lack three games (Path)."""
    for folder in "scripts", "data/stacker":
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "players").mkdir()
    shutil.copy(ROOT / "players" / "stacker.py", tmp_path / "players")
    path = tmp_path / "data" / "stacker" / "proofs.json"
    proofs = json.loads(path.read_text(encoding="utf-8"))
    for name in DUE:
        del proofs["scripts"][f"stacker/{name}.py"]
    path.write_text(json.dumps(proofs), encoding="utf-8")
    return tmp_path


def test_proofs_are_the_same(checkout):
    done = run(checkout / "scripts" / "verify.py", "--engine", "ray", cwd=checkout)
    assert done.returncode == 0 and f"{len(DUE)}/{len(DUE)}" in done.stderr, done.stderr
    proofs = Path("data", "stacker", "proofs.json")
    assert (checkout / proofs).read_bytes() == (ROOT / proofs).read_bytes()


def test_a_missing_player_is_one_sentence(checkout):
    (checkout / "players" / "stacker.py").write_text("")
    done = run(checkout / "scripts" / "verify.py", "--engine", "ray", cwd=checkout)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert re.search(r"^players/stacker.py has no player for stacker/\w+.py$", done.stderr, re.MULTILINE)


def test_without_ray_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ModuleNotFoundError, match=re.escape("pip install -e '.[ray]'")):
        cluster.engine("ray")
    assert cluster.engine("local") is pool.in_order
