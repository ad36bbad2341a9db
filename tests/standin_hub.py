"""A Hugging Face Hub that fits into a test: dataset repositories in memory, served over HTTP on loopback.

    with StandinHub() as hub:
        subprocess.run([...], env={**os.environ, **hub.environment(home, OWNER)})
        assert "README.md" in hub.repos["playable/playable-data"].files("main")

It answers what `huggingface_hub` and `datasets` ask for to create a repository, push to it and load from
it. Like the real one it takes a commit whole or not at all, refuses a commit whose parent is no longer the
head (412), tokens it does not know (401) and writes to what belongs to others (403). What else can go
wrong is switched on: see `failure` and `before_commit`.
"""

import base64
import hashlib
import json
import re
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

OWNER = "hf_owner"
STRANGER = "hf_stranger"

REPO = r"(?P<repo>[^/]+/[^/]+)"
REVISION = r"(?P<revision>[^/]+)"
RANGE = re.compile(r"bytes=(\d*)-(\d*)")
DATE = "2026-01-01T00:00:00.000Z"
POINTER_SIZE = 130


class Refused(Exception):
    """An answer that is an error."""

    def __init__(self, status, message, code=None):
        self.status = status
        self.code = code
        super().__init__(message)


@dataclass(frozen=True)
class Blob:
    """A file's content, kept in git or as an LFS object."""

    data: bytes
    lfs: bool = False

    @property
    def sha256(self):
        return hashlib.sha256(self.data).hexdigest()

    @property
    def oid(self):
        """The git blob id, for an LFS object that of the pointer which stands for it."""
        stored = self.data
        if self.lfs:
            lines = ["version https://git-lfs.github.com/spec/v1", f"oid sha256:{self.sha256}", f"size {len(stored)}"]
            stored = "\n".join([*lines, ""]).encode()
        return hashlib.sha1(b"blob %d\0" % len(stored) + stored).hexdigest()

    def describe(self, path):
        """Return the file's entry in a listing of the API (dict)."""
        entry = {"type": "file", "path": path, "oid": self.oid, "size": len(self.data)}
        if self.lfs:
            entry["lfs"] = {"oid": self.sha256, "size": len(self.data), "pointerSize": POINTER_SIZE}
        return entry


@dataclass(frozen=True)
class Commit:
    oid: str
    parent: str | None
    summary: str
    tree: dict  # path to Blob


@dataclass
class Repo:
    """A dataset repository: commits by oid, and the refs that point at them."""

    name: str
    private: bool
    commits: dict = field(default_factory=dict)
    refs: dict = field(default_factory=dict)

    def find(self, revision):
        """Return the Commit that a branch, tag, full ref or oid names."""
        for ref in (revision, f"refs/heads/{revision}", f"refs/tags/{revision}"):
            if ref in self.refs:
                return self.commits[self.refs[ref]]
        if revision in self.commits:
            return self.commits[revision]
        raise Refused(404, f"Invalid rev id: {revision}", "RevisionNotFound")

    def files(self, revision):
        """Return the contents of a revision's files (dict[str, bytes])."""
        return {path: blob.data for path, blob in self.find(revision).tree.items()}

    def history(self, revision="main"):
        """Return the summaries of a revision and its ancestors, the newest first (list[str])."""
        summaries, commit = [], self.find(revision)
        while commit is not None:
            summaries.append(commit.summary)
            commit = self.commits.get(commit.parent)
        return summaries

    def commit(self, summary, changes, parent=None, ref="refs/heads/main"):
        """Put a commit on top of `parent` (by default main's head) and point `ref` at it.

        Args:
            changes (dict[str, Blob or None]): files to write, and with None to delete, by path.
        """
        parent = parent or self.refs.get("refs/heads/main")
        tree = dict(self.commits[parent].tree) if parent else {}
        for path, blob in changes.items():
            if blob is None and path not in tree:
                raise Refused(404, f"A file with this name doesn't exist: {path}", "EntryNotFound")
            tree[path] = blob
        tree = {path: blob for path, blob in sorted(tree.items()) if blob is not None}
        listing = [(path, blob.oid) for path, blob in tree.items()]
        oid = hashlib.sha1(repr((parent, summary, len(self.commits), listing)).encode()).hexdigest()
        self.commits[oid] = Commit(oid, parent, summary, tree)
        self.refs[ref] = oid
        return oid


class StandinHub:
    """The server; a context manager that runs it on a free port.

    Attributes:
        url (str): where it listens.
        tokens (dict[str, str]): user names by token. A user may write to what lies in its own namespace.
        repos (dict[str, Repo]): by name.
        requests (list[str]): method and path of every request so far.
        failure (str or None): "preupload" answers that request with status 500; "upload" cuts the
            connection when half of a file has arrived; both for as long as it is set.
        before_commit (callable or None): called once, before the next commit that arrives is looked at.
    """

    def __init__(self):
        self.tokens = {OWNER: "playable", STRANGER: "stranger"}
        self.repos = {}
        self.lfs = {}
        self.requests = []
        self.failure = None
        self.before_commit = None
        self.lock = threading.RLock()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.hub = self
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def environment(self, home, token=None):
        """Return the variables that lead a process here and nowhere else (dict[str, str]).

        Args:
            home (Path): a folder for its caches.
            token (str, optional): what it logs in with.
        """
        variables = {
            "HF_ENDPOINT": self.url,
            "HF_HOME": str(home),
            "HF_HUB_DISABLE_XET": "1",
            "HF_HUB_DISABLE_TELEMETRY": "1",
            "NO_PROXY": "127.0.0.1",
        }
        return {**variables, "HF_TOKEN": token} if token else variables

    def create(self, name, private=False):
        """Create a repository with the first commit that the Hub itself makes (Repo)."""
        if name in self.repos:
            raise Refused(409, "You already created this dataset repo")
        repo = self.repos[name] = Repo(name, private)
        repo.commit("initial commit", {".gitattributes": Blob(b"*.parquet filter=lfs diff=lfs merge=lfs -text\n")})
        return repo


class Handler(BaseHTTPRequestHandler):
    """One connection to the Hub. The endpoints are methods; `ROUTES` below says which answers what."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        """Stay silent: `StandinHub.requests` keeps what came in."""

    def do_GET(self):
        self.hub, url = self.server.hub, urlsplit(self.path)
        self.query = parse_qs(url.query)
        self.hub.requests.append(f"{self.command} {url.path}")
        size = int(self.headers.get("Content-Length", 0))
        if self.command == "PUT" and self.hub.failure == "upload":
            self.rfile.read(size // 2)
            self.close_connection = True
            return
        self.body = self.rfile.read(size)
        try:
            with self.hub.lock:
                self.reply(*self.dispatch(url.path))
        except Refused as refusal:
            code = {"X-Error-Code": refusal.code} if refusal.code else {}
            self.reply(refusal.status, {"error": str(refusal)}, {"X-Error-Message": str(refusal), **code})

    do_HEAD = do_POST = do_PUT = do_GET

    def dispatch(self, path):
        """Call the endpoint for the request and return its answer as the arguments of `reply`."""
        self.user = self.read_user()
        for methods, pattern, endpoint in ROUTES:
            match = re.fullmatch(pattern, path)
            if match and self.command in methods:
                parts = {name: value and unquote(value) for name, value in match.groupdict().items()}
                if "repo" in parts:
                    parts["repo"] = self.find_repo(parts["repo"])
                answer = endpoint(self, **parts)
                return answer if isinstance(answer, tuple) else (200, answer)
        raise Refused(404, f"The stand-in Hub has no {self.command} {path}")

    def reply(self, status, content, headers=()):
        """Send an answer: bytes as they are, anything else as JSON."""
        data = content if isinstance(content, bytes) else json.dumps(content).encode()
        kind = "application/octet-stream" if isinstance(content, bytes) else "application/json"
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": len(data), **dict(headers)}.items():
            self.send_header(name, str(value))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    # --- who may do what ---

    def read_user(self):
        """Return the name of the user whose token came along, None without a token."""
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        if token and token not in self.hub.tokens:
            raise Refused(401, "Invalid credentials in Authorization header")
        return self.hub.tokens.get(token)

    def find_repo(self, name):
        """Return a repository that the user may see."""
        repo = self.hub.repos.get(name)
        if repo is None or (repo.private and not self.owns(name)):
            raise Refused(404, "Repository not found", "RepoNotFound")
        return repo

    def owns(self, name):
        return self.user is not None and name.split("/")[0] == self.user

    def must_own(self, name):
        if self.user is None:
            raise Refused(401, "Invalid username or password.")
        if not self.owns(name):
            raise Refused(403, f"You don't have the rights to write to {name}")

    # --- repositories ---

    def whoami(self):
        if self.user is None:
            raise Refused(401, "Invalid username or password.")
        return {"type": "user", "name": self.user, "auth": {"type": "access_token"}, "orgs": []}

    def create(self):
        wish = json.loads(self.body)
        name = f"{wish['organization'] or self.user}/{wish['name']}"
        self.must_own(name)
        self.hub.create(name, private=wish.get("private", wish.get("visibility") == "private"))
        return {"url": f"{self.hub.url}/datasets/{name}", "name": name}

    def info(self, repo, revision=None):
        commit = repo.find(revision or "main")
        siblings = [{"rfilename": path} for path in commit.tree]
        if "blobs" in self.query:
            for sibling, (path, blob) in zip(siblings, commit.tree.items()):
                entry = blob.describe(path)
                sibling.update(size=entry["size"], blobId=entry["oid"])
                if blob.lfs:
                    sibling["lfs"] = {"sha256": blob.sha256, "size": entry["size"], "pointerSize": POINTER_SIZE}
        return {
            "_id": hashlib.sha1(repo.name.encode()).hexdigest()[:24],
            "id": repo.name,
            "author": repo.name.split("/")[0],
            "sha": commit.oid,
            "lastModified": DATE,
            "createdAt": DATE,
            "private": repo.private,
            "gated": False,
            "disabled": False,
            "downloads": 0,
            "likes": 0,
            "tags": [],
            "siblings": siblings,
        }

    def refs(self, repo):
        groups = {"branches": "refs/heads/", "converts": "refs/convert/", "tags": "refs/tags/"}
        if "include_prs" in self.query:
            groups["pullRequests"] = "refs/pr/"
        return {
            group: [
                {"name": ref.removeprefix(prefix), "ref": ref, "targetCommit": oid}
                for ref, oid in repo.refs.items()
                if ref.startswith(prefix)
            ]
            for group, prefix in groups.items()
        }

    def tag(self, repo, revision):
        self.must_own(repo.name)
        ref = f"refs/tags/{json.loads(self.body)['tag']}"
        if ref in repo.refs:
            raise Refused(409, f"Tag reference exists already: {ref}")
        repo.refs[ref] = repo.find(revision).oid
        return {}

    # --- reading files ---

    def tree(self, repo, revision, path=None):
        commit = repo.find(revision)
        entries = listing(commit, path or "", self.query.get("recursive") in (["true"], ["True"], ["1"]))
        if path and not entries:
            raise Refused(404, f"{path} does not exist on {revision}", "EntryNotFound")
        return self.expand(commit, entries, self.query.get("expand"))

    def paths_info(self, repo, revision):
        """The paths come as a form from some releases of the client, as JSON from others."""
        commit = repo.find(revision)
        if "json" in self.headers.get("Content-Type", ""):
            wish = json.loads(self.body)
        else:
            wish = parse_qs(self.body.decode())
        entries = {entry["path"]: entry for entry in listing(commit, "", recursive=True)}
        found = [entries[path] for path in wish.get("paths", []) if path in entries]
        return self.expand(commit, found, wish.get("expand"))

    def expand(self, commit, entries, wanted):
        """Add to listed entries what the query `expand` asks for."""
        if wanted in (["true"], ["True"], ["1"], True):
            last = {"id": commit.oid, "title": commit.summary, "date": DATE}
            return [{**entry, "lastCommit": last} for entry in entries]
        return entries

    def resolve(self, repo, revision, path):
        commit = repo.find(revision)
        if path not in commit.tree:
            raise Refused(404, "Entry not found", "EntryNotFound")
        blob = commit.tree[path]
        headers = {"X-Repo-Commit": commit.oid, "ETag": f'"{blob.oid}"', "Accept-Ranges": "bytes"}
        if blob.lfs:
            headers.update({"X-Linked-Size": len(blob.data), "X-Linked-Etag": f'"{blob.sha256}"'})
        wanted = RANGE.fullmatch(self.headers.get("Range", ""))
        if not wanted:
            return 200, blob.data, headers
        start, end = cut(wanted, len(blob.data))
        if start >= end:
            raise Refused(416, "Requested Range Not Satisfiable")
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{len(blob.data)}"
        return 206, blob.data[start:end], headers

    # --- pushing ---

    def validate_yaml(self):
        content = json.loads(self.body)["content"]
        errors = [] if content.startswith("---\n") else [{"message": "no metadata"}]
        return (400 if errors else 200), {"errors": errors, "warnings": []}

    def preupload(self, repo, revision):
        if "create_pr" not in self.query:
            self.must_own(repo.name)
        if self.hub.failure == "preupload":
            raise Refused(500, "Internal Error - We're working hard to fix this as soon as possible!")
        tree = repo.find(revision).tree
        answers = []
        for file in json.loads(self.body)["files"]:
            mode = "lfs" if file["path"].endswith(".parquet") or file["size"] > 10_000_000 else "regular"
            answers.append({"path": file["path"], "uploadMode": mode, "shouldIgnore": False})
            if file["path"] in tree:
                blob = tree[file["path"]]
                answers[-1]["oid"] = blob.sha256 if blob.lfs else blob.oid
        return {"files": answers}

    def lfs_batch(self, repo):
        if self.user is None:
            raise Refused(401, "Invalid username or password.")
        objects = []
        for wish in json.loads(self.body)["objects"]:
            upload = {"upload": {"href": f"{self.hub.url}/lfs/{wish['oid']}"}}
            objects.append({**wish, **({} if wish["oid"] in self.hub.lfs else {"actions": upload})})
        content = {"transfer": "basic", "objects": objects}
        return 200, content, {"Content-Type": "application/vnd.git-lfs+json"}

    def lfs_upload(self, oid):
        if hashlib.sha256(self.body).hexdigest() != oid:
            raise Refused(400, "The content does not match its oid")
        self.hub.lfs[oid] = self.body
        return b""

    def commit(self, repo, revision):
        as_pull_request = "create_pr" in self.query
        if not as_pull_request:
            self.must_own(repo.name)
        if self.hub.before_commit:
            act, self.hub.before_commit = self.hub.before_commit, None
            act()
        header, *operations = (json.loads(line) for line in self.body.splitlines())
        head, ref = repo.find(revision).oid, f"refs/heads/{revision}"
        parent = header["value"].get("parentCommit", head)
        if as_pull_request:
            ref = f"refs/pr/{1 + sum(name.startswith('refs/pr/') for name in repo.refs)}"
        elif parent != head:
            raise Refused(412, "A commit has happened since. Please refresh and try again.")
        changes = dict(self.read_operation(**operation) for operation in operations)
        oid = repo.commit(header["value"]["summary"], changes, repo.find(parent).oid, ref)
        page = f"{self.hub.url}/datasets/{repo.name}"
        answer = {"success": True, "commitOid": oid, "commitUrl": f"{page}/commit/{oid}"}
        if as_pull_request:
            answer["pullRequestUrl"] = f"{page}/discussions/{ref.rpartition('/')[2]}"
        return answer

    def read_operation(self, key, value):
        """Return the path and the Blob (None: delete) of one line of a commit."""
        if key == "file":
            return value["path"], Blob(base64.b64decode(value["content"]))
        if key == "lfsFile":
            if value["oid"] not in self.hub.lfs:
                raise Refused(400, f"LFS object of {value['path']} was not uploaded")
            return value["path"], Blob(self.hub.lfs[value["oid"]], lfs=True)
        if key == "deletedFile":
            return value["path"], None
        raise Refused(400, f"The stand-in Hub has no operation {key}")


def listing(commit, folder, recursive):
    """Return the entries below a folder of a commit, folders before the files in them (list[dict])."""
    prefix = f"{folder.rstrip('/')}/" if folder else ""
    entries = {}
    for path, blob in commit.tree.items():
        if not path.startswith(prefix):
            continue
        names = path.removeprefix(prefix).split("/")
        for depth in range(1, len(names)):
            parent = prefix + "/".join(names[:depth])
            oid = hashlib.sha1(parent.encode()).hexdigest()
            entries.setdefault(parent, {"type": "directory", "path": parent, "oid": oid, "size": 0})
        entries[path] = blob.describe(path)
    return [entry for path, entry in entries.items() if recursive or "/" not in path.removeprefix(prefix)]


def cut(wanted, size):
    """Return start and end (exclusive) of a Range header's match in a file of that size."""
    first, last = wanted.groups()
    if not first:
        return max(size - int(last), 0), size
    return int(first), min(int(last) + 1, size) if last else size


ROUTES = [
    (["GET"], r"/api/whoami-v2", Handler.whoami),
    (["POST"], r"/api/repos/create", Handler.create),
    (["POST"], r"/api/validate-yaml", Handler.validate_yaml),
    (["GET"], rf"/api/datasets/{REPO}", Handler.info),
    (["GET"], rf"/api/datasets/{REPO}/revision/{REVISION}", Handler.info),
    (["GET"], rf"/api/datasets/{REPO}/refs", Handler.refs),
    (["GET"], rf"/api/datasets/{REPO}/tree/{REVISION}(?:/(?P<path>.+))?", Handler.tree),
    (["POST"], rf"/api/datasets/{REPO}/paths-info/{REVISION}", Handler.paths_info),
    (["POST"], rf"/api/datasets/{REPO}/tag/{REVISION}", Handler.tag),
    (["POST"], rf"/api/datasets/{REPO}/preupload/{REVISION}", Handler.preupload),
    (["POST"], rf"/api/datasets/{REPO}/commit/{REVISION}", Handler.commit),
    (["GET", "HEAD"], rf"/datasets/{REPO}/resolve/{REVISION}/(?P<path>.+)", Handler.resolve),
    (["POST"], rf"/datasets/{REPO}\.git/info/lfs/objects/batch", Handler.lfs_batch),
    (["PUT"], r"/lfs/(?P<oid>[0-9a-f]{64})", Handler.lfs_upload),
]
