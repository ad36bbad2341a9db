"""scripts/push_to_hub.py, run as users run it, against a stand-in Hub; what it publishes is loaded back."""

import copy
import functools
import hashlib
import io
import json
import os
import re
import resource
import shutil
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import replace
from urllib.request import Request, urlopen

import pytest
from PIL import Image
from datasets import Dataset
from huggingface_hub import DatasetCard, HfApi, get_hf_file_metadata, hf_hub_url
from pyarrow import parquet

from model_server import ModelServer
from small_corpus import ROOT, write
from playable_data import read_proofs, read_script
from push_to_hub import CONFIGS, RELATIVE_LINK
from standin_hub import OWNER, STRANGER, Blob, StandinHub
from verify import prove, write_proofs

NAME = "playable/playable-data"
FAMILIES = ["snake", "flood_it"]
CHANGE = ("START_DELAY = 9", "START_DELAY = 8")
PUBLISHED = sorted(
    [f"{config}/{split}-00000-of-00001.parquet" for config in CONFIGS for split in ("train", "validation")]
    + [".gitattributes", "LICENSE", "README.md", "dataset_infos.json", "docs/dot.png"]
)
LOAD = """
import json, sys
from datasets import load_dataset
splits = load_dataset("playable/playable-data", revision=sys.argv[1])
print(json.dumps({row["id"]: row["code"] for rows in splits.values() for row in rows}))
"""


def git(repository, *arguments):
    identity = ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=repository, check=True, capture_output=True)


def make_repository(root):
    """Make a clean checkout of this project with the base games of a train and a validation family."""
    for folder in ("scripts", "playtest", "mistakes"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (root / "docs").mkdir()
    (root / "docs" / "dot.png").write_bytes(b"a picture")
    for name in ("playable_data.py", "LICENSE", "dataset_infos.json"):
        shutil.copy(ROOT / name, root)
    card = RELATIVE_LINK.sub("](docs/dot.png)", (ROOT / "README.md").read_text(encoding="utf-8"))
    (root / "README.md").write_text(card, encoding="utf-8")
    (root / ".gitignore").write_text("__pycache__/\noutput\n", encoding="utf-8")
    (ROOT / "output").mkdir(exist_ok=True)
    (root / "output").symlink_to(ROOT / "output")  # previews are made once
    for family in FAMILIES:
        write(root / "players" / f"{family}.py", (ROOT / "players" / f"{family}.py").read_text(encoding="utf-8"))
        for name in ("README.md", f"{family}.py"):
            text = (ROOT / "data" / family / name).read_text(encoding="utf-8")
            write(root / "data" / family / name, text)
        code = read_script(ROOT / "data", f"{family}/{family}.py").code.replace("pygame.init", "pygame.inti")
        write(root / "data" / family / "bugs" / "a_bug.py", f"# SOURCE: ../{family}.py\n# ERROR: AttributeError: inti\n\n{code}\n")
        script = f"{family}/{family}.py"
        write_proofs(root / "data", family, {script: read_proofs(ROOT / "data", family)["scripts"][script]})
    git(root, "init")
    git(root, "add", ".")
    git(root, "commit", "-m", "first")
    return root


@functools.cache
def proof_of_changed_game():
    """Play the changed snake and return its proof (dict)."""
    script = read_script(ROOT / "data", "snake/snake.py")
    return prove(ROOT / "data", replace(script, code=script.code.replace(*CHANGE)), False)


def change_game(repository):
    """Change the base game of family snake, prove it and commit that."""
    path = repository / "data" / "snake" / "snake.py"
    path.write_text(path.read_text(encoding="utf-8").replace(*CHANGE), encoding="utf-8")
    write_proofs(repository / "data", "snake", {"snake/snake.py": proof_of_changed_game()})
    git(repository, "commit", "-am", "faster")


def environment(hub, home, token=None):
    """Return the environment of a process that knows this Hub and no other."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("HF_")}
    quiet = {"HF_HUB_DISABLE_PROGRESS_BARS": "1", "HF_DATASETS_DISABLE_PROGRESS_BARS": "1"}
    return {**own, **quiet, **hub.environment(home, token)}


def start_push(repository, hub, home, *options, token=OWNER, before=(), **more):
    """Start the script (subprocess.Popen), behind a command `before` if there is one."""
    return subprocess.Popen(
        [*before, sys.executable, "scripts/push_to_hub.py", *options],
        cwd=repository,
        env=environment(hub, home, token),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        **more,
    )


def push(*arguments, **more):
    """Run the script and return what it printed (str)."""
    process = start_push(*arguments, **more)
    output, errors = process.communicate()
    assert process.returncode == 0, errors
    return output


def refusal(process):
    """Wait for a push that fails, and return its one sentence (str)."""
    _, errors = process.communicate()
    assert process.returncode == 1, errors
    *notices, last = errors.splitlines()
    known = re.compile(r"\s*$|previews: |Retrying in |.*thrown while requesting")
    assert all(known.match(line) for line in notices), errors
    assert last.startswith("Not pushed: ") and last.endswith("."), errors
    return last


def load(hub, home, revision="main"):
    """Load what is published, in a process with an empty cache, and return the code by id (dict[str, str])."""
    command = [sys.executable, "-c", LOAD, revision]
    # Not from here: a folder of the dataset's name would be taken for the dataset.
    return json.loads(subprocess.check_output(command, cwd=home, env=environment(hub, home)))


def copy_hub(hub):
    """Return a new StandinHub, not yet running, with the repositories of another."""
    new = StandinHub()
    new.repos, new.lfs = copy.deepcopy(hub.repos), dict(hub.lfs)
    return new


@pytest.fixture
def repository(tmp_path):
    (tmp_path / "checkout").mkdir()
    return make_repository(tmp_path / "checkout")


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    """The HF_HOME of all pushes; builds are reused where the corpus is the same."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def home(tmp_path):
    """An empty HF_HOME."""
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture(scope="module")
def first_push(tmp_path_factory, cache):
    """A repository on the Hub as the first push leaves it (StandinHub, stopped)."""
    with StandinHub() as hub:
        push(make_repository(tmp_path_factory.mktemp("checkout")), hub, cache)
    return hub


@pytest.fixture
def empty_hub():
    with StandinHub() as hub:
        yield hub


@pytest.fixture
def hub(first_push):
    """A Hub that has been pushed to once."""
    with copy_hub(first_push) as hub:
        yield hub


@pytest.fixture(scope="module", autouse=True)
def slow_refusals(first_push, tmp_path_factory, cache):
    """Pushes in which the client tries the same six times over 23 seconds; all other tests run meanwhile.

    By the failure of their Hub: (StandinHub, subprocess.Popen).
    """
    with ExitStack() as stack:
        pushes = {}
        for failure in ("preupload", "upload"):
            hub = stack.enter_context(copy_hub(first_push))
            hub.failure = failure
            repository = make_repository(tmp_path_factory.mktemp(failure))
            change_game(repository)
            pushes[failure] = hub, start_push(repository, hub, cache)
            stack.callback(pushes[failure][1].kill)
        yield pushes


def test_stand_in_serves_files_and_parts_of_them(hub):
    api = HfApi(hub.url, token=OWNER)
    path = "default/train-00000-of-00001.parquet"
    data = hub.repos[NAME].files("main")[path]
    folder, file = api.get_paths_info(NAME, ["default", path, "missing"], repo_type="dataset")
    assert folder.path == "default" and (file.size, file.lfs.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert api.whoami()["name"] == "playable"
    url = hf_hub_url(NAME, path, repo_type="dataset", endpoint=hub.url)
    parts = {"bytes=0-3": b"PAR1", "bytes=-4": b"PAR1", "bytes=9-": data[9:], "bytes=9-9999999": data[9:]}
    for wanted, part in parts.items():
        with urlopen(Request(url, headers={"Range": wanted})) as answer:
            assert (answer.status, answer.read()) == (206, part)
    head = get_hf_file_metadata(url)
    assert (head.size, head.etag, head.commit_hash) == (len(data), file.lfs.sha256, hub.repos[NAME].find("main").oid)


def test_first_push_publishes_everything_in_one_commit(first_push):
    published = first_push.repos[NAME]
    assert sorted(published.files("main")) == PUBLISHED
    assert len(published.history()) == 2 and published.history()[0].startswith("Build of commit ")
    assert not published.private


def test_parquet_is_zstd_and_the_card_tells_its_size(first_push):
    files = first_push.repos[NAME].files("main")
    facts = DatasetCard(files["README.md"].decode()).data
    infos = json.loads(files["dataset_infos.json"])
    for info in facts["dataset_info"]:
        config = info["config_name"]
        tables = {path: data for path, data in files.items() if path.startswith(f"{config}/")}
        for data in tables.values():
            group = parquet.ParquetFile(io.BytesIO(data)).metadata.row_group(0)
            assert {group.column(i).compression for i in range(group.num_columns)} == {"ZSTD"}
        size = sum(map(len, tables.values()))
        assert info["download_size"] == infos[config]["download_size"] == size
        assert infos[config]["size_in_bytes"] == size + infos[config]["dataset_size"]
    assert {info["config_name"] for info in facts["dataset_info"]} == set(infos) == set(CONFIGS)


def test_second_push_commits_nothing_and_the_data_loads(hub, repository, cache, home):
    before = copy.deepcopy(hub.repos)
    assert "there is nothing to commit" in push(repository, hub, cache)
    assert hub.repos == before
    assert not any("/commit/" in request or "PUT" in request for request in hub.requests)
    codes = load(hub, home)
    assert len(codes) == 4
    assert CHANGE[0] in codes["snake/snake/create"]


def test_evaluation_asks_the_prompts_of_the_published_dataset(hub, home, tmp_path):
    with ModelServer(lambda request: "fine") as server:
        options = ["--data", NAME, "--model", "m", "--ask-only", "--base-url", server.url, "--results", str(tmp_path)]
        command = [sys.executable, str(ROOT / "scripts" / "evaluate.py"), *options]
        subprocess.run(command, cwd=home, env=environment(hub, home), check=True, capture_output=True)
    # flood_it is of the validation split, snake a founder.
    wishes = [request["messages"][1]["content"] for request in server.requests]
    asked = {wish.removeprefix("Create a game: ") for wish in wishes if wish.startswith("Create")}
    flood_it = read_script(ROOT / "data", "flood_it/flood_it.py").values("CREATE")
    assert asked == {*flood_it, read_script(ROOT / "data", "snake/snake.py").values("CREATE")[0]}
    assert len(wishes) == len(asked) + 1  # the broken flood_it


def test_change_is_one_commit_without_stale_shards(hub, repository, cache, home):
    published = hub.repos[NAME]
    shards = ["default/train-00001-of-00002.parquet", "chat/test-00000-of-00001.parquet"]
    stale = {path: Blob(b"stale", lfs=True) for path in shards}
    published.commit("an older build", {**stale, "other/notes.txt": Blob(b"kept")})
    validation = published.find("main").tree["default/validation-00000-of-00001.parquet"]
    change_game(repository)
    output = push(repository, hub, cache, "--message", "A faster dot")
    assert "update" in output and "delete" in output and "LICENSE" not in output
    assert published.history()[:2] == ["A faster dot", "an older build"]
    assert sorted(published.files("main")) == sorted([*PUBLISHED, "other/notes.txt"])
    assert published.find("main").tree["default/validation-00000-of-00001.parquet"] == validation
    assert load(hub, home)["snake/snake/create"].count(CHANGE[1]) == 1


def test_previews_load_as_pictures(first_push, tmp_path):
    tables = [data for path, data in first_push.repos[NAME].files("main").items() if path.startswith("previews/")]
    paths = [tmp_path / f"{number}.parquet" for number in range(len(tables))]
    for path, data in zip(paths, tables):
        path.write_bytes(data)
    rows = Dataset.from_parquet([str(path) for path in paths], cache_dir=tmp_path)
    assert sorted(rows["id"]) == ["flood_it/flood_it/create", "snake/snake/create"]
    for row in rows:
        assert row["image"].format == "PNG" and min(row["image"].size) >= 400
        assert Image.open(io.BytesIO(row["animation"])).n_frames >= 10


def test_tag(hub, repository, cache):
    published = hub.repos[NAME]
    push(repository, hub, cache, "--tag", "v1")
    assert published.find("v1") == published.find("main") and len(published.history()) == 2
    assert "already has a tag v1" in refusal(start_push(repository, hub, cache, "--tag", "v1"))


def test_pull_request_leaves_main_alone(hub, repository, cache, home):
    change_game(repository)
    head = hub.repos[NAME].find("main")
    assert "/discussions/1" in push(repository, hub, cache, "--create-pr")
    assert hub.repos[NAME].find("main") == head and hub.repos[NAME].find("refs/pr/1").parent == head.oid
    assert load(hub, home, "refs/pr/1")["snake/snake/create"].count(CHANGE[1]) == 1


def test_dry_run_needs_no_token_and_changes_nothing(empty_hub, repository, cache):
    output = push(repository, empty_hub, cache, "--dry-run", token=None)
    assert all(name in output for name in PUBLISHED if name != ".gitattributes")
    assert not empty_hub.repos and {request.split()[0] for request in empty_hub.requests} == {"GET"}


def test_private(empty_hub, repository, cache):
    push(repository, empty_hub, cache, "--private")
    assert empty_hub.repos[NAME].private


def test_private_refuses_a_public_repository(hub, repository, cache):
    assert "is public already" in refusal(start_push(repository, hub, cache, "--private"))


def test_pull_request_needs_a_repository(empty_hub, repository, cache):
    assert "does not exist" in refusal(start_push(repository, empty_hub, cache, "--create-pr"))
    assert not empty_hub.repos


# --- what refuses, and leaves the Hub as it was ---


def assert_unchanged(hub, first_push, home):
    """See that what the first push published is there and loads, whatever else has come to it."""
    published = first_push.repos[NAME].find("main").tree
    tree = hub.repos[NAME].find("main").tree
    assert {path: tree[path] for path in published} == published
    assert CHANGE[0] in load(hub, home)["snake/snake/create"]


@pytest.fixture
def unchanged(hub, first_push, home):
    """A Hub that the test must leave with its old data."""
    yield hub
    assert_unchanged(hub, first_push, home)


def test_dirty_working_tree(hub, repository, cache):
    (repository / "data" / "snake" / "snake_3.py").write_text("", encoding="utf-8")
    assert "the working tree is dirty (data/snake/snake_3.py)" in refusal(start_push(repository, hub, cache))
    assert not hub.requests


def test_broken_corpus(hub, repository, cache):
    (repository / "data" / "snake" / "snake.py").write_text("# CREATE: snake\n\nimport pygame\nif\n", encoding="utf-8")
    (repository / "data" / "flood_it" / "README.md").write_text("nothing\n", encoding="utf-8")
    git(repository, "commit", "-am", "broken")
    process = start_push(repository, hub, cache)
    _, errors = process.communicate()
    first, *problems = errors.splitlines()
    assert process.returncode == 1 and first == "Not pushed, the corpus is broken:"
    assert [line.split(": ")[0] for line in problems] == ["data/flood_it/README.md:1", "data/snake/snake.py:4"]
    assert not hub.requests


def test_game_without_a_fresh_proof(hub, repository, cache):
    path = repository / "data" / "snake" / "snake.py"
    path.write_text(path.read_text(encoding="utf-8").replace(*CHANGE), encoding="utf-8")
    git(repository, "commit", "-am", "faster, but not proven")
    assert "snake/snake.py has no proof for the code as it is" in refusal(start_push(repository, hub, cache))
    assert not hub.requests


def test_game_that_fails_its_proof(hub, repository, cache):
    scripts = read_proofs(repository / "data", "snake")["scripts"]
    scripts["snake/snake.py"]["checks"]["fair"] = [False, "lasts 3 frames"]
    write_proofs(repository / "data", "snake", scripts)
    git(repository, "commit", "-am", "unfair")
    assert "snake/snake.py fails its proof (fair: lasts 3 frames)" in refusal(start_push(repository, hub, cache))
    assert not hub.requests


def test_missing_token(hub, repository, cache):
    assert "there is no token" in refusal(start_push(repository, hub, cache, token=None))
    assert not hub.requests


def test_wrong_token(unchanged, repository, cache):
    change_game(repository)
    assert "(401)" in refusal(start_push(repository, unchanged, cache, token="hf_wrong"))


def test_no_permission(unchanged, repository, cache):
    change_game(repository)
    assert "may not write to playable/playable-data (403)" in refusal(
        start_push(repository, unchanged, cache, token=STRANGER)
    )


def test_repository_moved_on(unchanged, repository, cache):
    change_game(repository)
    published = unchanged.repos[NAME]
    unchanged.before_commit = lambda: published.commit("by somebody else", {"notes.txt": Blob(b"")})
    assert "has moved on" in refusal(start_push(repository, unchanged, cache))
    assert published.history()[0] == "by somebody else"


def limit_file_size():
    """Let no file of this process grow beyond 32 KiB: a full disk that needs no rights to make."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (32768, 32768))


def test_files_that_cannot_grow(unchanged, repository, tmp_path):
    change_game(repository)
    cache = tmp_path / "cache"
    assert "building failed" in refusal(start_push(repository, unchanged, cache, preexec_fn=limit_file_size))
    assert not any(request.startswith("PUT") for request in unchanged.requests)


@pytest.fixture(params=["HF_HOME", "TMPDIR"])
def small_disk(request, tmp_path):
    """A command that runs another with a disk of 24 KiB, which nobody else sees, in HF_HOME or TMPDIR (list[str])."""
    folder = tmp_path / "disk"
    folder.mkdir()
    script = 'mount -t tmpfs -o size=24k none "$0" && exec "$@"'
    command = ["unshare", "--map-root-user", "--mount", "sh", "-c", script, folder, "env", f"{request.param}={folder}"]
    try:
        subprocess.run([*command, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"this machine lets nobody mount a small disk: {error}")
    return command


def test_full_disk(unchanged, repository, cache, small_disk):
    change_game(repository)
    assert "No space left on device" in refusal(start_push(repository, unchanged, cache, before=small_disk))
    assert not any(request.startswith("PUT") for request in unchanged.requests)


def test_server_error_at_preupload(slow_refusals, first_push, home):
    hub, process = slow_refusals["preupload"]
    assert "the Hub answered 500" in refusal(process)
    assert_unchanged(hub, first_push, home)


def test_connection_cut_in_an_upload(slow_refusals, first_push, home):
    hub, process = slow_refusals["upload"]
    assert "the connection to the Hub broke" in refusal(process)
    assert any(request.startswith("PUT") for request in hub.requests)
    assert_unchanged(hub, first_push, home)
