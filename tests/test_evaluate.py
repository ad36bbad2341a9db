"""The evaluation against real servers on loopback, with replies whose verdict is known."""

import asyncio
import datetime
import itertools
import json
import re
import shutil
import subprocess
import sys
import time
import types
from html.parser import HTMLParser

import evaluate
import model_server
import pytest
from broken_games import MUTANTS
from model_server import ModelServer
from small_corpus import ROOT

import playtest
from evaluation import ask as asking
from evaluation import report
from evaluation.ask import ServerTrouble, ask, read_replies
from evaluation.compare import compare
from evaluation.fits import Families, judge_fit
from evaluation.judge import judge_codes
from evaluation.prompts import load_dataset, make_prompts, reference_games
from playable_data import (
    ERROR_NAME,
    KINDS,
    as_answer,
    family_names,
    load_arcade,
    read_script,
    script_paths,
    silent_paths,
)
from playtest import CHECKS, NoSandbox, extract, sandbox

# One validation family, two founders and a stranger keep the tests short.
FAMILIES = ["stacker", "pong", "snake", "connect_four"]
DATA = ROOT / "data"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """A corpus of real families (Path)."""
    root = tmp_path_factory.mktemp("evaluation") / "data"
    for family in FAMILIES:
        shutil.copytree(DATA / family, root / family)
    return root


@pytest.fixture(scope="module")
def splits(corpus):
    return load_dataset(str(corpus))


@pytest.fixture(scope="module")
def games(splits):
    return reference_games(splits)


@pytest.fixture(scope="module")
def verdict_file(tmp_path_factory):
    """One file of verdicts for all tests: no game is played twice (Path)."""
    return tmp_path_factory.mktemp("verdicts") / "verdicts.jsonl"


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch):
    monkeypatch.setattr(asking, "PAUSES", [0.01, 0.01, 0.01])


def reference_answers(prompts):
    """Return an answer for ModelServer: the reference for whatever is asked."""
    known = {json.dumps(prompt.request["messages"]): prompt.reference for prompt in prompts}
    return lambda request: as_answer(known[json.dumps(request["messages"])])["content"]


def run(prompts, answer, games, path, verdict_file, samples=1):
    """Ask a server that answers so, judge, and return (result, verdicts)."""
    with ModelServer(answer) as server:
        ask(prompts, path, base_url=server.url, model="m", samples=samples)
    replies = read_replies(path, "m")
    codes = [extract(reply["reply"]) for reply in replies.values()]
    verdicts = judge_codes([code for code in codes if code], verdict_file, trust=False, jobs=2)
    rows = report.score(prompts, samples, replies, verdicts, Families(games))
    return report.make_result("m", samples, rows), verdicts


# --- what is asked ----------------------------------------------------------------------------


def test_prompts_are_those_of_the_arcade_each_once(splits):
    prompts = make_prompts(splits)
    assert len({prompt.key for prompt in prompts}) == len({prompt.id for prompt in prompts}) == len(prompts)
    assert {(prompt.task, prompt.family) for prompt in prompts} == {
        ("create", "stacker"), ("remix", "stacker"), ("fix", "stacker"), ("founders", "pong"), ("founders", "snake"),
    }  # fmt: skip
    rows = [row for row in splits["validation"] if KINDS[row["kind"]] == "bugfix"]
    assert [prompt.source for prompt in prompts if prompt.task == "fix"] == [row["source_code"] for row in rows]
    rows = [row for row in splits["validation"] if KINDS[row["kind"]] == "base"]
    texts = {text for row in rows for text in [row["prompt"], *row["paraphrases"]]}
    assert {prompt.text for prompt in prompts if prompt.task == "create"} == texts
    limited = make_prompts(splits, limit=2)
    assert [prompt.family for prompt in limited if prompt.task == "founders"] == ["pong", "snake"]
    assert len(limited) == 8


def test_requests_are_what_the_real_client_sends(splits, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))  # the arcade leaves each reply in a file there
    prompts = {prompt.task: prompt for prompt in make_prompts(splits, limit=1)}

    async def arcade(url, *wish):
        handle = types.SimpleNamespace(url=url.removesuffix("/v1"))
        async for _ in load_arcade().generate_game_code_with_llm(handle, "m", *wish):
            pass

    with ModelServer(lambda request: "no") as server:
        for task, mode in ("create", "create"), ("remix", "remix"), ("fix", "debug"):
            prompt = prompts[task]
            ask([prompt], tmp_path / "replies.jsonl", base_url=server.url, model="m")
            wish = [prompt.text] if task == "create" else [prompt.source, prompt.text]
            asyncio.run(arcade(server.url, mode, *wish))
            ours, theirs = server.requests[-2:]
            assert ours == theirs
        assert len(server.requests) == 6


# --- servers that misbehave -------------------------------------------------------------------


@pytest.mark.parametrize(
    "answer, error",
    [
        (model_server.hang, "Timeout"),
        (model_server.dribble, "no end of the reply in 1 s"),
        (model_server.break_off, "closed connection"),
        (model_server.page, "no stream"),
        (model_server.no_json, "JSON"),
        (model_server.no_text, "Unicode"),
        (model_server.wrong_shape, "Error"),
        (model_server.fail(500), "HTTP status 500"),
    ],
)
def test_a_bad_answer_is_kept_with_its_reason_and_asked_for_again(splits, tmp_path, answer, error):
    prompts, path = make_prompts(splits, limit=1)[:3], tmp_path / "replies.jsonl"
    bad = {json.dumps(prompts[1].request["messages"])}
    with ModelServer(lambda request: answer if json.dumps(request["messages"]) in bad else "fine") as server:
        ask(prompts, path, base_url=server.url, model="m", timeout=1)
        assert len(server.requests) == 4  # the bad one twice
        replies = [read_replies(path, "m")[prompt.key, 0] for prompt in prompts]
        assert [reply["reply"] for reply in replies if not reply["error"]] == ["fine", "fine"]
        assert error in replies[1]["error"], replies[1]
        bad.clear()
        ask(prompts, path, base_url=server.url, model="m", timeout=1)
        assert len(server.requests) == 5  # nothing that was there already
    assert read_replies(path, "m")[prompts[1].key, 0]["reply"] == "fine"


def test_a_server_that_stops_ends_the_run_and_the_next_one_goes_on(splits, tmp_path):
    prompts, path = make_prompts(splits, limit=3), tmp_path / "replies.jsonl"
    with ModelServer(lambda request: "fine" if len(server.requests) <= 4 else model_server.break_off) as server:
        with pytest.raises(ServerTrouble, match="gives no replies"):
            ask(prompts, path, base_url=server.url, model="m")
        assert len(server.requests) == 4 + len(asking.PAUSES) + 1
    with pytest.raises(ServerTrouble, match="Connection error"):
        ask(prompts, path, base_url=server.url, model="m")
    assert sum(not reply["error"] for reply in read_replies(path, "m").values()) == 4
    with ModelServer(lambda request: "fine") as server:
        ask(prompts, path, base_url=server.url, model="m", parallel=3)
        assert len(server.requests) == len(prompts) - 4
    assert sum(not reply["error"] for reply in read_replies(path, "m").values()) == len(prompts)


def test_a_wrong_key_or_model_ends_the_run_at_once(splits, tmp_path):
    with ModelServer(lambda request: model_server.fail(404)) as server:
        with pytest.raises(ServerTrouble, match="HTTP status 404"):
            ask(make_prompts(splits, limit=2), tmp_path / "replies.jsonl", base_url=server.url, model="m")
        assert len(server.requests) == 1


def test_nothing_is_lost_when_the_run_is_killed(corpus, splits, tmp_path):
    """Killed while it asks; the line it was writing is torn, too. The next run asks for the rest."""
    command = [sys.executable, str(ROOT / "scripts" / "evaluate.py"), "--model", "org/m", "--ask-only", "--limit", "4",
               "--data", str(corpus), "--results", str(tmp_path)]  # fmt: skip
    path, prompts = tmp_path / "org_m.jsonl", make_prompts(splits, limit=4)
    with ModelServer(lambda request: "fine" if len(server.requests) <= 5 else model_server.hang) as server:
        child = subprocess.Popen([*command, "--base-url", server.url], stderr=subprocess.DEVNULL)
        while len(server.requests) < 6:
            assert child.poll() is None
            time.sleep(0.05)
        child.kill()
        child.wait()
    assert len(read_replies(path, "org/m")) == 5
    path.write_bytes(path.read_bytes()[:-20])
    with ModelServer(lambda request: "fine") as server:
        done = subprocess.run([*command, "--base-url", server.url], capture_output=True, text=True)
        assert done.returncode == 0 and "asking: 100%" in done.stderr, done.stderr
        assert len(server.requests) == len(prompts) - 4
    assert set(read_replies(path, "org/m")) == {(prompt.key, 0) for prompt in prompts}


# --- what is not judged -----------------------------------------------------------------------


def test_where_nothing_can_lock_a_script_in_only_trust_runs_it(tmp_path, monkeypatch):
    monkeypatch.setattr(sandbox, "missing", lambda: dict.fromkeys(sandbox.LAYERS, "not here"))
    path, code = tmp_path / "verdicts.jsonl", "import pygame"
    with pytest.raises(NoSandbox, match="--trust"):
        judge_codes([code], path, trust=False, jobs=1)
    assert not path.exists()
    (verdict,) = judge_codes([code], path, trust=True, jobs=1).values()
    assert verdict["failures"] == ["launches: exit with status 0 after frame 0"]
    monkeypatch.setattr(sys, "argv", ["evaluate.py", "--model", "m", "--results", str(tmp_path / "results")])
    with pytest.raises(SystemExit, match="doctor"):
        evaluate.main()
    assert not (tmp_path / "results").exists()


def test_refusals_and_cut_replies_score_nothing(splits, games, tmp_path, verdict_file):
    prompts = make_prompts(splits, limit=2)
    result, _ = run(prompts, lambda request: "I can't do that.", games, tmp_path / "no.jsonl", verdict_file)
    for parts in result["summary"].values():
        assert parts["all"]["playable"][0] == parts["all"]["fits"][0] == 0
        assert parts["all"]["kinds"] == {"no code": parts["all"]["prompts"]}
    right = reference_answers(prompts)
    half = lambda request: model_server.cut(right(request)[:2000])  # noqa: E731
    result, _ = run(prompts, half, games, tmp_path / "cut.jsonl", verdict_file)
    assert {row["kind"] for row in result["games"]} == {"cut off"}


# --- what is judged ---------------------------------------------------------------------------


def test_reference_code_is_playable_and_fits(corpus, splits, games, tmp_path, verdict_file):
    prompts = make_prompts(splits, limit=1)
    result, verdicts = run(prompts, reference_answers(prompts), games, tmp_path / "m.jsonl", verdict_file, samples=2)
    for task, parts in result["summary"].items():
        assert parts["all"]["good"] == [1, None, None], [row for row in result["games"] if row["task"] == task]
        assert parts["all"]["usable"][0] == 1 and parts["all"]["pass_at"] == {"2": 1}
    assert {row["lines_beyond"] for row in result["games"]} == {0, None}
    page = Page(report.page(result, verdicts))
    assert len(page.images) == len(result["games"]) == 2 * len(prompts)
    assert all(source.startswith("data:image/png;base64,") for source in page.images)
    assert not page.links and report.verifier_sentence(result["verifier"]) in page.text
    # The command, without a server, says the same of what is kept.
    shutil.copy(verdict_file, tmp_path / "m.verdicts.jsonl")
    command = [sys.executable, str(ROOT / "scripts" / "evaluate.py"), "--model", "m", "--samples", "2",
               "--limit", "1", "--data", str(corpus), "--results", str(tmp_path)]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "| create | all | 1 | 2 | 100 % | 100 % |" in done.stdout
    assert report.verifier_sentence(result["verifier"]) in done.stdout
    assert json.loads((tmp_path / "m.json").read_text()) == result
    assert len(Page((tmp_path / "m.html").read_text()).images) == len(page.images)


class Page(HTMLParser):
    """The images, links and text of a page."""

    def __init__(self, text):
        super().__init__()
        self.images, self.links, self.text = [], [], ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "img":
            self.images.append(attributes["src"])
        elif {"href", "src"} & set(attributes):
            self.links.append(attributes)

    def handle_data(self, data):
        self.text += data


def test_the_same_snake_for_everything_is_playable_and_does_not_fit(splits, games, tmp_path, verdict_file):
    prompts = make_prompts(splits, limit=4)
    snake = as_answer(read_script(DATA, "snake/snake.py").code)["content"]
    result, _ = run(prompts, lambda request: snake, games, tmp_path / "m.jsonl", verdict_file)
    assert all(row["playable"] for row in result["games"])
    for row in result["games"]:
        assert row["fits"] == row["good"] == (row["family"] == "snake"), row


def test_broken_scripts_fail_on_the_right_check(corpus, splits, games, tmp_path, verdict_file):
    """A server that sends each broken script back unchanged."""
    prompts = [prompt for prompt in make_prompts(splits) if prompt.task == "fix"]
    sources = {json.dumps(prompt.request["messages"]): prompt.source for prompt in prompts}
    answer = lambda request: as_answer(sources[json.dumps(request["messages"])])["content"]  # noqa: E731
    result, _ = run(prompts, answer, games, tmp_path / "m.jsonl", verdict_file)
    for prompt, row in zip(prompts, result["games"]):
        is_syntax = re.search(r"^(SyntaxError|IndentationError|TabError)", prompt.text, re.MULTILINE)
        assert row["kind"] == ("parses" if is_syntax else "launches"), row
        assert not row["usable"] and not row["playable"] and not row["fits"]
        error = ERROR_NAME.match(prompt.text.strip().splitlines()[-1])  # the arcade leaves some of pygame's out
        assert error is None or error[1].split(".")[-1] in row["failure"], (error, row["failure"])


def silent_sample(size=2):
    """Return silently broken scripts that a generic check sees in idle or random play, today's turn (list[Script])."""
    paths = [path for family in family_names(DATA) for path in silent_paths(DATA, family)]
    scripts = [read_script(DATA, path) for path in paths]
    told = {script.path: script.values("FAILURE")[0] for script in scripts}
    # Without the game's own player the judge does not come to every end.
    generic = [s for s in scripts if told[s.path].partition(":")[0] in CHECKS and "the script's player" not in told[s.path]]
    day = datetime.date.today().toordinal()
    return [generic[(day * size + number) % len(generic)] for number in range(min(size, len(generic)))]


def test_silently_broken_scripts_fail_the_check_they_name(verdict_file):
    scripts = silent_sample()
    verdicts = judge_codes([script.code for script in scripts], verdict_file, trust=False, jobs=2)
    for script, verdict in zip(scripts, verdicts.values()):
        told = script.values("FAILURE")[0].partition(":")[0]
        assert verdict["checks"][told] is False, (script.path, verdict["failures"])


# --- fit, numbers, comparison -----------------------------------------------------------------


def test_fit_of_remix_and_fix(splits, games):
    prompts, families = make_prompts(splits), Families(games)
    for prompt in prompts:
        assert judge_fit(prompt, prompt.reference, families) == (True, None), prompt.id
        if prompt.task in ("remix", "fix"):
            assert not judge_fit(prompt, prompt.source, families)[0]
            assert not judge_fit(prompt, games["snake"][0], families)[0]
    remix = next(prompt for prompt in prompts if prompt.task == "remix")
    assert judge_fit(remix, "# better now\n" + remix.source, families) == (False, "nothing is changed")


def test_fit_knows_games_it_has_not_seen():
    """Each base game or variant and its remixes, with the family's other games as references; -s prints the rate."""
    roots, right = {}, []
    for family in family_names(DATA):
        for path in script_paths(DATA, family):
            script = ancestor = read_script(DATA, path)
            while ancestor.source:
                ancestor = read_script(DATA, ancestor.source)
            if not script.in_bugs:
                roots.setdefault((family, ancestor.path), []).append(script.code)
    for left_out, codes in roots.items():
        games = {}
        for root, others in roots.items():
            games.setdefault(root[0], []).extend(others if root != left_out else [])
        families = Families(games)
        right += [families.nearest(code) == left_out[0] for code in codes]
    print(f"{sum(right)} of {len(right)} games are nearest to their own family")
    assert sum(right) >= 0.95 * len(right)


def test_the_verifiers_errors_were_measured_on_what_is_here():
    """If not: make verdict-errors."""
    measured, paths = json.loads(report.ERRORS.read_text(encoding="utf-8")), []
    for family in family_names(DATA):
        paths += [path for path in script_paths(DATA, family) if not read_script(DATA, path).in_bugs]
    assert (measured["engine"], measured["mutants"], measured["good"]) == (playtest.VERSION, len(MUTANTS), len(paths))
    assert {*measured["good_failed"], *measured["no_plays"]} <= set(paths)
    assert measured["caught"] == sum(caught for _, caught in measured["kinds"].values())


def row(group, good, task="create", number=0):
    return {"key": f"{group}{number}", "group": group, "task": task, "good": good, "usable": good, "playable": good,
            "fits": good, "kind": None, "lines_beyond": None, "family": "f"}  # fmt: skip


def test_pass_at_k_is_the_unbiased_estimate():
    """Against the mean over all ways to draw k of the n replies."""
    rows = [row("a", number < 3) for number in range(7)] + [row("b", False) for _ in range(7)]
    for k in (1, 2, 5, 7):
        draws = list(itertools.combinations([r["good"] for r in rows[:7]], k))
        assert report.pass_at(rows, k) == pytest.approx(sum(map(any, draws)) / len(draws) / 2, abs=1e-4)


def test_intervals_draw_whole_groups():
    """Ten wordings of one wish say no more than one."""
    few = report.rate([row("a", True), row("b", False), row("c", True), row("d", False)], "good")
    many = report.rate([row(g, g in "ac", number=n) for g in "abcd" for n in range(10)], "good")
    assert few == many and few[0] == 0.5 and few[1] < 0.2 and few[2] > 0.8
    _, low, high = report.rate([row(str(n), n % 2 == 0) for n in range(100)], "good")
    assert 0.39 <= low <= 0.42 and 0.58 <= high <= 0.61  # 0.5 +- 1.96 * 0.05


def result_of(name, goods):
    return {"model": name, "engine": "1", "games": [row(str(number), good) for number, good in enumerate(goods)]}


def test_compare_finds_what_is_there_and_no_more():
    half = [n % 2 == 0 for n in range(60)]
    more = [good or n % 3 == 0 for n, good in enumerate(half)]
    better, head, rows = compare(result_of("A", half), result_of("B", more))
    assert better.startswith("B is better than A") and len(head) == len(rows[0])
    assert compare(result_of("A", [True] * 60), result_of("B", half))[0].startswith("B is worse than A")
    assert compare(result_of("A", half), result_of("B", half[::-1]))[0].startswith("It is not shown")
    assert compare(result_of("A", half), result_of("B", half))[0].startswith("It is not shown")
    with pytest.raises(ValueError, match="no prompt"):
        compare(result_of("A", []), result_of("B", half))


def test_compare_command(tmp_path):
    for name, goods in ("A", [False] * 20), ("B", [True] * 20):
        (tmp_path / f"{name}.json").write_text(json.dumps(result_of(name, goods)))
    command = [sys.executable, str(ROOT / "scripts" / "compare.py"), str(tmp_path / "A.json")]
    done = subprocess.run([*command, str(tmp_path / "B.json")], capture_output=True, text=True)
    assert done.returncode == 0 and "B is better than A: +100.0 points" in done.stdout
    done = subprocess.run([*command, str(tmp_path / "C.json")], capture_output=True, text=True)
    assert done.returncode == 1 and "C.json: no result" in done.stderr
