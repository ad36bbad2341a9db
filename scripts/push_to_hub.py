"""Publish the dataset on the Hugging Face Hub, as one commit.

    python scripts/push_to_hub.py --repo playable/playable-data --tag v1.0

Up go the Parquet files of every config, dataset_infos.json, LICENSE, the card and what it links to, as far
as they differ from what is there; Parquet files that the build no longer has are deleted by the same commit. The commit
names the revision that was read at the start as its parent, so the Hub takes all of it or nothing.

The config `previews` is made here and not by `playable_data.py`, which knows nothing of playing: games that have
changed are played for it.
"""

import argparse
import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from datasets.exceptions import DatasetGenerationError
from huggingface_hub import CommitOperationAdd, CommitOperationDelete, HfApi, get_token
from huggingface_hub.errors import HfHubHTTPError, HTTPError, RepositoryNotFoundError
from pyarrow import parquet

import previews
from playable_data import FEATURES, CorpusError, check_corpus, family_names, read_proofs
from update_infos import ROOT, build_all, infos_json, update_card
from verify import failures, stale_scripts

CONFIGS = [*FEATURES, previews.CONFIG]
RELATIVE_LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)\)")  # of Markdown
ROW_GROUP = 1000  # examples, about 20 MB before compression

HTTP_REASONS = {
    401: "the Hub does not know the token (401); make a new one and log in with `hf auth login`",
    403: "the token may not write to {repo} (403); ask for write access, or use a token that has it",
    412: "{repo} has moved on since the push began (412); look at what is there now, then push again",
}


class Refusal(Exception):
    """The reason why nothing is pushed, as one sentence without its full stop."""


@dataclass(frozen=True)
class Published:
    """What a dataset repository holds at one revision.

    Attributes:
        revision (str or None): the commit; None if there is no repository yet.
        digests (dict[str, str]): sha256 of LFS files and git blob id of all others, by path.
        private (bool): whether only its owners see it.
        tags (frozenset[str]): its tags.
    """

    revision: str | None = None
    digests: dict = field(default_factory=dict)
    private: bool = False
    tags: frozenset = frozenset()


# --- before anything is built ----------------------------------------------------------------


def git(*arguments):
    """Return what git prints about this checkout (str).

    Raises:
        Refusal: git is not there or fails.
    """
    try:
        run = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    except FileNotFoundError:
        raise Refusal("git is not installed, so nobody can tell which version this would be; install it") from None
    except subprocess.CalledProcessError as error:
        raise Refusal(f"git cannot tell which version this is: {one_line(error.stderr)}") from None
    return run.stdout.strip()


def clean_commit():
    """Return the short name of the commit that is checked out (str).

    Raises:
        Refusal: files differ from that commit.
    """
    dirty = git("status", "--porcelain").splitlines()
    if dirty:
        others = f" and {len(dirty) - 1} more" if len(dirty) > 1 else ""
        raise Refusal(f"the working tree is dirty ({dirty[0].split(maxsplit=1)[1]}{others}); commit or undo that first")
    return git("rev-parse", "--short", "HEAD")


def read_published(api, repo):
    """Read what a dataset repository holds now (Published), by two requests."""
    try:
        info = api.dataset_info(repo, files_metadata=True)
    except RepositoryNotFoundError:
        return Published()
    digests = {file.rfilename: file.lfs.sha256 if file.lfs else file.blob_id for file in info.siblings}
    tags = frozenset(tag.name for tag in api.list_repo_refs(repo, repo_type="dataset").tags)
    return Published(info.sha, digests, info.private, tags)


def check_options(arguments, published):
    """Refuse options that do not suit the repository.

    Raises:
        Refusal: --private for a public one, a tag that exists, a pull request to one that does not.
    """
    if arguments.tag in published.tags:
        raise Refusal(f"{arguments.repo} already has a tag {arguments.tag}; choose another")
    if published.revision is None:
        if arguments.create_pr:
            raise Refusal(f"{arguments.repo} does not exist, or not for this token; push to it without --create-pr")
    elif arguments.private and not published.private:
        raise Refusal(f"{arguments.repo} is public already; make it private in its settings, or leave out --private")


def check_proofs(root):
    """Refuse games that are not proven to be playable as they are now.

    Raises:
        Refusal: a proof is missing, made for other code, or does not hold.
    """
    stale = stale_scripts(root)
    if stale:
        others = f" and {len(stale) - 1} more have" if len(stale) > 1 else " has"
        raise Refusal(f"{stale[0]}{others} no proof for the code as it is; run `make verify` and commit the proofs")
    for family in family_names(root):
        for path, proof in read_proofs(root, family)["scripts"].items():
            if failures(proof):
                raise Refusal(f"{path} fails its proof ({failures(proof)[0]}); mend the game and run `make verify`")


# --- what goes up ----------------------------------------------------------------------------


@contextmanager
def disk_errors():
    """Turn what the disk refuses to take into a Refusal."""
    try:
        yield
    except (OSError, DatasetGenerationError) as error:
        failure = first_cause(error, OSError)
        if failure is None:
            raise
        reason = f"building failed ({one_line(failure)}); see that there is room on the disk in HF_HOME and TMPDIR"
        raise Refusal(reason) from error


def write_parquet(rows, path):
    """Write a split as a Parquet file, by pyarrow since `Dataset.to_parquet` of datasets 5.2 takes no compression."""
    schema = rows.features.arrow_schema
    with parquet.ParquetWriter(path, schema, compression="zstd", write_page_index=True) as writer:
        for group in rows.with_format("arrow").iter(ROW_GROUP):
            writer.write_table(group)


def build_files(folder):
    """Build every config and write all files to publish into a folder.

    Returns:
        dict[str, Path]: the files by their path in the repository.

    Raises:
        CorpusError, ModuleNotFoundError: as `playable_data.PlayableData`.
        RuntimeError: as `previews.make`.
    """
    builds, infos = build_all()
    builds[previews.CONFIG], infos[previews.CONFIG] = previews.build(ROOT / "data")
    for config, splits in builds.items():
        (folder / config).mkdir()
        for split, rows in splits.items():
            write_parquet(rows, folder / config / f"{split}-00000-of-00001.parquet")
        infos[config].download_size = sum(path.stat().st_size for path in (folder / config).iterdir())
        infos[config].size_in_bytes = infos[config].download_size + infos[config].dataset_size
    card = update_card((ROOT / "README.md").read_text(encoding="utf-8"), builds, infos)
    for name, text in {"README.md": card, "dataset_infos.json": infos_json(infos)}.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    for name in {"LICENSE", *RELATIVE_LINK.findall(card)}:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}


def is_published(path, published):
    """Tell whether a file is the same as its digest in the repository (bool)."""
    data = path.read_bytes()
    return published in (hashlib.sha256(data).hexdigest(), hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest())


def find_changes(files, published):
    """Compare the files with what is published.

    Returns:
        list: CommitOperationAdd for what is new or differs, CommitOperationDelete for Parquet files of
        the configs that are not among the files.
    """
    changes = [
        CommitOperationAdd(name, path)
        for name, path in files.items()
        if not is_published(path, published.digests.get(name))
    ]
    for name in sorted(published.digests):
        if name.split("/")[0] in CONFIGS and name.endswith(".parquet") and name not in files:
            changes.append(CommitOperationDelete(name))
    return changes


def print_changes(changes, published):
    """Print what is added, updated and deleted, with sizes in bytes."""
    total = 0
    for change in changes:
        name = change.path_in_repo
        if isinstance(change, CommitOperationDelete):
            print(f"  delete  {'':>12}  {name}")
        else:
            total += change.upload_info.size
            verb = "update" if name in published.digests else "add"
            print(f"  {verb:<6}  {change.upload_info.size:>12,}  {name}")
    print(f"  total   {total:>12,}  bytes")


# --- talking to the Hub ----------------------------------------------------------------------


def one_line(error):
    """Return a message without line breaks (str)."""
    return " ".join(str(error).split()).rstrip(".")


def first_cause(error, kind):
    """Return the first exception of a kind in a chain of causes, or None."""
    while error is not None and not isinstance(error, kind):
        error = error.__cause__ or error.__context__
    return error


@contextmanager
def hub_errors(repo):
    """Turn whatever goes wrong between here and the Hub into a Refusal."""
    try:
        yield
    except (HTTPError, OSError, RuntimeError, ValueError) as error:
        answer = first_cause(error, HfHubHTTPError)
        broken = first_cause(error, (HTTPError, OSError))
        if answer is not None:
            status = answer.response.status_code
            said = one_line(answer.server_message or answer.response.reason_phrase)
            later = "; try again later" if status >= 500 else ""
            reason = f"the Hub answered {status} ({said}){later}"
            if status in HTTP_REASONS:
                reason = HTTP_REASONS[status].format(repo=repo)
        elif broken is not None:
            # The answer to the commit itself may be what got lost, so this does not say that nothing is there.
            reason = f"the connection to the Hub broke ({one_line(broken)}) before it confirmed the commit; push again"
        else:
            reason = one_line(error)
        raise Refusal(reason) from error


def commit(api, arguments, changes, parent):
    """Publish the changes as one commit on top of `parent`, None for a new repository (CommitInfo)."""
    with hub_errors(arguments.repo):
        if parent is None:
            api.create_repo(arguments.repo, repo_type="dataset", private=arguments.private)
            parent = api.dataset_info(arguments.repo).sha
        return api.create_commit(
            arguments.repo,
            changes,
            commit_message=arguments.message,
            repo_type="dataset",
            parent_commit=parent,
            create_pr=arguments.create_pr,
        )


def tag(api, arguments, revision):
    """Tag a revision."""
    try:
        with hub_errors(arguments.repo):
            api.create_tag(arguments.repo, tag=arguments.tag, revision=revision, repo_type="dataset")
    except Refusal as refusal:
        raise Refusal(f"the tag {arguments.tag} (the data itself is published, at {revision}): {refusal}") from None
    print(f"Tagged {revision} as {arguments.tag}.")


def push(arguments):
    """Do all of it.

    Raises:
        Refusal: nothing is pushed, or only the tag is missing.
        CorpusError, ModuleNotFoundError: as `playable_data.PlayableData`.
    """
    source = clean_commit()
    check_corpus(ROOT / "data")
    check_proofs(ROOT / "data")
    if not arguments.dry_run and get_token() is None:
        raise Refusal("there is no token for the Hub; log in with `hf auth login`, or set HF_TOKEN")
    arguments.message = arguments.message or f"Build of commit {source}"
    api = HfApi()
    with hub_errors(arguments.repo):
        published = read_published(api, arguments.repo)
    check_options(arguments, published)
    with disk_errors(), tempfile.TemporaryDirectory() as folder:
        changes = find_changes(build_files(Path(folder)), published)
        revision = published.revision
        if not changes:
            print(f"{arguments.repo} is up to date at {revision}; there is nothing to commit.")
        else:
            print(f"{'Would push' if arguments.dry_run else 'Pushing'} to {arguments.repo}:")
            print_changes(changes, published)
        if arguments.dry_run:
            return
        if changes:
            info = commit(api, arguments, changes, revision)
            revision = info.oid
            print(f"Pushed: {info.pr_url or info.commit_url}")
    if arguments.tag:
        tag(api, arguments, revision)


def parse_arguments():
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--repo", default="playable/playable-data", metavar="OWNER/NAME", help="default: %(default)s")
    parser.add_argument("--private", action="store_true", help="create the repository as a private one")
    parser.add_argument("--dry-run", action="store_true", help="only list what would go up; needs no token")
    parser.add_argument("--message", metavar="TEXT", help="of the commit; default: the commit it is built from")
    goal = parser.add_mutually_exclusive_group()
    goal.add_argument("--create-pr", action="store_true", help="open a pull request instead of changing main")
    goal.add_argument("--tag", metavar="NAME", help="tag what is published")
    arguments = parser.parse_args()
    if arguments.repo.count("/") != 1:
        parser.error(f"--repo {arguments.repo}: expected OWNER/NAME")
    return arguments


def main():
    try:
        push(parse_arguments())
    except Refusal as refusal:
        sys.exit(f"Not pushed: {refusal}.")
    except CorpusError as error:
        sys.exit(f"Not pushed, the corpus is broken:\n{error}")
    except ModuleNotFoundError as error:
        sys.exit(f"Not pushed: {error}")


if __name__ == "__main__":
    main()
