"""Playable Data: pygame games and the prompts that ask for them, as a Hugging Face dataset.

This file is the only place that knows the format of `data/` (described in `data/README.md`).

    from playable_data import PlayableData

    builder = PlayableData(config_name="chat")
    builder.download_and_prepare()
    train = builder.as_dataset(split="train")

Reading goes in two passes, so that a broken corpus is never half loaded and memory does not grow
with its size: `check_corpus` reads every file once and raises all problems together, then
`read_examples` reads the scripts again, one at a time.
"""

import functools
import hashlib
import importlib.metadata
import json
import posixpath
import re
import types
import warnings
from dataclasses import asdict, dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

import datasets
import yaml

GENRES = ["paddle", "shooter", "maze", "platformer", "puzzle", "board", "sports", "rhythm", "arcade"]
SPLITS = ["train", "validation"]
KINDS = ["base", "remix", "bugfix"]
PROOFS = "proofs.json"
BUGS = "bugs.json"
HEADER_KEYS = ["CREATE", "SOURCE", "REMIX", "ERROR", "FAILURE"]
ARCADE = "infinity-arcade==0.3.0"

# The name of Infinity Arcade's request for each kind; it is also the last part of an example's id.
MODES = {"base": "create", "remix": "remix", "bugfix": "debug"}

HEADER_LINE = re.compile(r"# ?([A-Z]+): ?(.*)")
FRONT_MATTER = re.compile(r"---\n(.*?)^---\n(.*)", re.DOTALL | re.MULTILINE)
ERROR_NAME = re.compile(r"(\w+(?:\.\w+)*)(?::|$)")  # at the start of a traceback's last line
FENCE = re.compile(r"^```", re.MULTILINE)


class CorpusError(ValueError):
    """A corpus that cannot be loaded.

    Attributes:
        problems (list[str]): every problem found, as `path:line: what is wrong and what was expected`.
    """

    def __init__(self, problems):
        self.problems = problems
        super().__init__("\n".join(problems))


@dataclass(frozen=True)
class Family:
    """A game and its spec, from `data/<name>/README.md`.

    A folder without README.md (an older collection) has a title made from its name, split train,
    and neither genre nor spec.
    """

    name: str
    title: str
    genre: str | None = None
    aliases: list = field(default_factory=list)
    split: str = "train"
    winnable: bool = False
    spec: str | None = None


@dataclass(frozen=True)
class Script:
    """One Python file of a corpus.

    Attributes:
        path (str): relative to the corpus, with forward slashes: `snake/snake.py`.
        header (dict[str, list[tuple[int, str]]]): header values by key, each with its line number.
        code (str): the text below the header, without blank lines around it, as Infinity Arcade's
            extractor returns it.
    """

    path: str
    header: dict
    code: str

    def values(self, key):
        """Return the header values of a key, in order (list[str])."""
        return [text for _, text in self.header.get(key, ())]

    @property
    def family(self):
        """The name of the folder the script lies in (str)."""
        return self.path.split("/")[0]

    @property
    def stem(self):
        """The file name without `.py` (str)."""
        return posixpath.basename(self.path)[: -len(".py")]

    @property
    def in_bugs(self):
        """Whether it lies in the family's `bugs` folder (bool)."""
        return self.path.split("/")[1] == "bugs"

    @property
    def is_bug(self):
        """Whether it is a broken script, the question of a bugfix example (bool)."""
        return self.in_bugs and self.stem.endswith("_bug")

    @property
    def is_silent(self):
        """Whether it is a broken script without an error, seen only in `preference` examples (bool)."""
        return self.path.split("/")[1] == "silent"

    @property
    def is_fix(self):
        """Whether it is only the answer to the `_bug.py` beside it, as in older collections (bool)."""
        return self.in_bugs and self.stem.endswith("_fix")

    @property
    def source(self):
        """The path of the script it was made from, relative to the corpus (str or None)."""
        values = self.values("SOURCE")
        if not values:
            return None
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.path), values[0]))

    @property
    def fix(self):
        """The path where an older collection keeps the answer to this broken script (str)."""
        return self.path[: -len("_bug.py")] + "_fix.py"

    def ids(self):
        """Return the ids of the examples it yields, by kind (dict[str, str])."""
        name = f"{self.family}/{self.stem.removesuffix('_oneshot')}"
        if self.is_silent:
            kinds = []
        elif self.is_bug:
            kinds = ["bugfix"]
        else:
            kinds = [kind for kind, key in (("base", "CREATE"), ("remix", "SOURCE")) if key in self.header]
        return {kind: f"{name}/{MODES[kind]}" for kind in kinds}


# --- reading files ---------------------------------------------------------------------------


class Problem(Exception):
    """One thing wrong with one file, at a line that counts from 1."""

    def __init__(self, line, text):
        self.line = line
        super().__init__(text)


def read_text(path):
    """Return a file's text with `\\n` line ends and without byte order mark.

    Raises:
        Problem: the file is not UTF-8.
    """
    data = Path(path).read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Problem(line, f"byte {data[error.start]:#04x} is not UTF-8; save the file as UTF-8") from None
    return text.replace("\r\n", "\n")


def read_script(root, path):
    """Read a script and split its header from its code.

    The header is the block of `# KEY: value` lines that the file begins with.

    Args:
        root (Path): the corpus.
        path (str): the script's path relative to it.

    Raises:
        Problem: the file is not UTF-8.
    """
    lines = read_text(Path(root) / path).split("\n")
    start = 0
    while start < len(lines) and not lines[start].strip():
        start += 1
    header = {}
    while start < len(lines) and (match := HEADER_LINE.fullmatch(lines[start])):
        # The lines of an error keep their indent; a prompt has none.
        value = match[2].rstrip() if match[1] == "ERROR" else match[2].strip()
        header.setdefault(match[1], []).append((start + 1, value))
        start += 1
    return Script(path, header, "\n".join(lines[start:]).strip())


def read_family(root, name):
    """Read a family's README.md.

    Raises:
        Problem: it is not UTF-8, or its front matter is not as `data/README.md` describes it.
    """
    path = Path(root) / name / "README.md"
    if not path.exists():
        return Family(name, name.replace("_", " ").title())
    text = read_text(path)
    match = FRONT_MATTER.fullmatch(text)
    if not match:
        raise Problem(1, "no front matter; expected YAML between two lines of ---, then the spec")
    try:
        facts = yaml.safe_load(match[1])
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise Problem(mark.line + 2 if mark else 1, f"front matter is not YAML: {error.problem}") from None
    if not isinstance(facts, dict):
        raise Problem(1, "front matter is not a mapping; expected lines such as 'title: Snake'")
    expected = {
        "title": (lambda value: isinstance(value, str) and value.strip(), "a text"),
        "genre": (lambda value: value in GENRES, f"one of {', '.join(GENRES)}"),
        "aliases": (lambda value: isinstance(value, list) and all(isinstance(a, str) for a in value), "a list of texts"),
        "split": (lambda value: value in SPLITS, f"one of {', '.join(SPLITS)}"),
        "winnable": (lambda value: isinstance(value, bool), "true or false"),
    }
    for key, (is_right, wanted) in expected.items():
        if not is_right(facts.get(key)):
            raise Problem(line_of(text, key), f"{key} is {facts.get(key)!r}; expected {wanted}")
    unknown = next((key for key in facts if key not in expected), None)
    if unknown is not None:
        raise Problem(line_of(text, unknown), f"unknown key {unknown!r}; expected {', '.join(expected)}")
    if not match[2].strip():
        raise Problem(text.count("\n") + 1, "no spec; expected the design of the game in prose below the front matter")
    return Family(name, spec=match[2].strip(), **facts)


def line_of(text, key):
    """Return the number of the line that begins with a YAML key, or 1."""
    match = re.search(rf"^{re.escape(str(key))}\s*:", text, re.MULTILINE)
    return text[: match.start()].count("\n") + 1 if match else 1


def code_hash(code):
    """Return the sha256 by which a proof names the code it was made for (64 hex digits)."""
    return hashlib.sha256(code.encode()).hexdigest()


def read_proofs(root, family):
    """Return what a family's proofs.json holds (dict), with no scripts where there is none.

    Raises:
        Problem: it is not JSON.
    """
    return read_json(Path(root) / family / PROOFS, {"scripts": {}}, "make verify")


def read_bugs(root, family):
    """Return what a family's bugs.json says of the broken scripts made by program (dict), nothing where there is none.

    Keys: `games` (path -> what was tried), `bugs` and `silent` (file name -> facts).

    Raises:
        Problem: it is not JSON.
    """
    return read_json(Path(root) / family / BUGS, {"games": {}, "bugs": {}, "silent": {}}, "make bugs")


def read_json(path, missing, command):
    """Return what a JSON file holds, or `missing` where there is none; `command` makes it anew.

    Raises:
        Problem: it is not JSON.
    """
    if not path.exists():
        return missing
    try:
        return json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise Problem(error.lineno, f"not JSON ({error.msg}); remove it and run: {command}") from None


def family_names(root):
    """Return the names of the family folders, sorted; those that begin with `_` or `.` are skipped."""
    return sorted(path.name for path in Path(root).iterdir() if path.is_dir() and path.name[0] not in "_.")


def script_paths(root, family):
    """Return the paths of a family's scripts relative to the corpus, sorted, those in `bugs/` last."""
    folder = Path(root) / family
    games = sorted(f"{family}/{path.name}" for path in folder.glob("*.py"))
    return games + sorted(f"{family}/bugs/{path.name}" for path in folder.glob("bugs/*.py"))


def silent_paths(root, family):
    """Return the paths of a family's scripts in `silent/`, which are broken without an error, sorted."""
    return sorted(f"{family}/silent/{path.name}" for path in (Path(root) / family).glob("silent/*.py"))


def broken_paths(root, family):
    """Return the paths of a family's broken scripts whose source is known: one side of a preference pair, each."""
    bugs = [path for path in script_paths(root, family) if "/bugs/" in path]
    scripts = [read_script(root, path) for path in bugs + silent_paths(root, family)]
    return [script.path for script in scripts if script.source and (script.is_bug or script.is_silent)]


# --- checking --------------------------------------------------------------------------------


def check_corpus(root):
    """Read the whole corpus and return its families.

    Args:
        root (str or Path): a folder of family folders.

    Returns:
        dict[str, Family]: the families by name, sorted.

    Raises:
        CorpusError: with every problem of every file.
    """
    root = Path(root)
    if not root.is_dir():
        raise CorpusError([f"{root}:1: there is no such folder; expected a folder with a folder for each family"])
    families, problems, seen_ids = {}, [], {}

    def report(path, line, text):
        problems.append(f"{root.name}/{path}:{line}: {text}")

    for name in family_names(root):
        try:
            families[name] = read_family(root, name)
        except Problem as problem:
            report(f"{name}/README.md", problem.line, problem)
        for read, file in (read_proofs, PROOFS), (read_bugs, BUGS):
            try:
                read(root, name)
            except Problem as problem:
                report(f"{name}/{file}", problem.line, problem)
        check_scripts(root, name, seen_ids, report)
    if not families and not problems:
        report("", 1, "there are no families; expected at least one folder with scripts")
    if problems:
        raise CorpusError(problems)
    return families


def check_scripts(root, family, seen_ids, report):
    """Report the problems of one family's scripts; `seen_ids` maps each id so far to its script."""
    sources = {}
    paths = script_paths(root, family)
    if not paths:
        report(family, 1, "no scripts; expected at least one (a folder of unfinished work begins with _)")
    for path in paths + silent_paths(root, family):
        try:
            script = read_script(root, path)
        except Problem as problem:
            report(path, problem.line, problem)
            continue
        for line, text in script_problems(root, script):
            report(path, line, text)
        for id in script.ids().values():
            if id in seen_ids:
                report(path, 1, f"yields the id {id}, as {seen_ids[id]} does; expected a name of its own")
            seen_ids[id] = path
        sources[path] = script.source
    for path in source_circles(sources):
        report(path, 1, f"SOURCE leads in a circle back to {path}; expected a chain that ends at a base script")


def script_problems(root, script):
    """Yield (line, text) for each thing wrong with one script."""
    yield from header_problems(script)
    if script.source is not None:
        yield from source_problems(root, script)
    if script.is_bug and script.source is None and not (Path(root) / script.fix).is_file():
        yield 1, "no SOURCE and no _fix.py of the same name beside it; expected '# SOURCE: ' and the script it breaks"
    if script.is_fix and not (Path(root) / script.path.replace("_fix.py", "_bug.py")).is_file():
        yield 1, "no _bug.py of the same name beside it; expected the broken script that it mends"
    last_line = sum(len(values) for values in script.header.values()) + 1
    if not script.code:
        yield last_line, "no code below the header; expected a pygame script"
    elif "pygame" not in script.code.lower():
        yield last_line, "the code never says pygame; Infinity Arcade takes no answer without it"
    if FENCE.search(script.code):
        yield last_line, "a line of the code begins with ```; it would end the answer's code block there"
    if not script.is_bug:
        yield from compile_problems(root, script)


def header_problems(script):
    """Yield (line, text) for each thing wrong with the header's keys and values."""
    for key, values in script.header.items():
        for line, text in values:
            if key not in HEADER_KEYS:
                yield line, f"unknown header {key}; expected one of {', '.join(HEADER_KEYS)}"
            elif not text.strip() and key != "ERROR":
                yield line, f"{key} is empty; expected text behind the colon"
    if script.is_fix:
        return
    if len(script.values("SOURCE")) > 1:
        yield script.header["SOURCE"][1][0], "a second SOURCE; expected one"
    if "FAILURE" in script.header and not script.is_silent:
        yield script.header["FAILURE"][0][0], "FAILURE outside silent/; expected only CREATE, SOURCE, REMIX and ERROR"
    if script.is_silent:
        if sorted(script.header) != ["FAILURE", "SOURCE"]:
            yield 1, "expected '# SOURCE: ' with the game that it breaks, and '# FAILURE: ' with what is wrong"
    elif script.is_bug:
        if not "".join(script.values("ERROR")).strip():
            yield 1, "a bug script without ERROR; expected the lines that Infinity Arcade reports for it"
        if "REMIX" in script.header:
            yield script.header["REMIX"][0][0], "REMIX in a bug script; expected SOURCE and ERROR"
    elif script.in_bugs:
        yield 1, "a script in bugs/ that is neither *_bug.py nor *_fix.py"
    elif not script.header:
        yield 1, "no header; expected '# CREATE: ' or '# SOURCE: ' on the first line"
    else:
        if "ERROR" in script.header:
            yield script.header["ERROR"][0][0], "ERROR outside bugs/; expected only CREATE, SOURCE and REMIX"
        if "SOURCE" in script.header and "REMIX" not in script.header:
            yield script.header["SOURCE"][0][0], "a remix without REMIX; expected '# REMIX: ' and what to change"
        if "REMIX" in script.header and "SOURCE" not in script.header:
            yield script.header["REMIX"][0][0], "REMIX without SOURCE; expected '# SOURCE: ' and the script it changes"
        if not {"CREATE", "SOURCE"} & set(script.header):
            yield 1, "no CREATE and no SOURCE; expected '# CREATE: ' and the prompt that asks for the game"


def source_problems(root, script):
    """Yield (line, text) where SOURCE names nothing that can be changed or mended."""
    line, value = script.header["SOURCE"][0]
    if not value:
        return  # reported as an empty header
    is_game = script.source.endswith(".py") and script.source.count("/") == 1
    if not (Path(root) / script.source).is_file():
        yield line, f"SOURCE {value} does not exist; expected a script, relative to this one"
    elif not is_game or not script.source.startswith(script.family + "/"):
        # A source of another family would carry its game into this family's split.
        yield line, f"SOURCE {value} is not a game of this family; expected a script of {script.family}/"


def compile_problems(root, script):
    """Yield (line, text) if the script does not compile."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a doubtful escape is the game's matter, not the corpus's
        try:
            compile(read_text(Path(root) / script.path), script.path, "exec", dont_inherit=True)
        except SyntaxError as error:
            yield error.lineno or 1, f"does not compile: {error.msg}"
        except ValueError as error:
            yield 1, f"does not compile: {error}"


def source_circles(sources):
    """Return the first script of each circle in a {path: source path or None} mapping."""
    starts, done = [], set()
    for path in sources:
        trail = []
        while path in sources and path not in done and path not in trail:
            trail.append(path)
            path = sources[path]
        if path in trail:
            starts.append(min(trail[trail.index(path) :]))
        done.update(trail)
    return starts


# --- examples --------------------------------------------------------------------------------


def read_examples(root, path, family, proofs, bugs):
    """Yield the examples of one script as rows of the `default` config.

    A base script and a remix's one-shot prompt are kind base; a remix script also yields the remix;
    a bug script yields the bugfix; a `_fix.py` yields nothing of its own.

    Args:
        root (str or Path): a corpus that `check_corpus` has accepted.
        path (str): a script of `script_paths`.
        family (Family): the family it belongs to.
        proofs (dict): what `read_proofs` returns for that family.
        bugs (dict): what `read_bugs` returns for it.
    """
    script = read_script(root, path)
    if script.is_fix:
        return
    for kind, id in script.ids().items():
        answer, source, prompts = script, None, script.values("CREATE")
        if kind == "remix":
            source, prompts = read_script(root, script.source), script.values("REMIX")
        elif kind == "bugfix":
            has_fix = (Path(root) / script.fix).is_file()
            answer, source = read_script(root, script.fix if has_fix else script.source), script
            prompts = (script.values("CREATE") or answer.values("CREATE"))[:1]
        yield {
            "id": id,
            "script": answer.path,
            "family": family.name,
            "genre": family.genre,
            "kind": kind,
            "prompt": prompts[0] if prompts else None,
            "paraphrases": prompts[1:],
            "code": answer.code,
            "source": source and source.path,
            "source_code": source and source.code,
            "error": "\n".join(script.values("ERROR")) if kind == "bugfix" else None,
            "bug": bug_fields(script, bugs) if kind == "bugfix" else None,
            "spec": family.spec,
            "lines": count_lines(answer.code),
            **proof_fields(answer, proofs),
        }


def error_facts(script):
    """Return the error of a bug script: {"error_type": str or None, "line": int or None}.

    The line is the innermost one in the game itself, as the traceback counts it. The type is None where the arcade
    leaves the last line out, as it does with some of pygame's own messages.
    """
    lines = [line for line in script.values("ERROR") if line.strip()]
    places = re.findall(r'File "[^"]*[\\/]games[\\/][^"]*", line (\d+)', "\n".join(lines))
    name = ERROR_NAME.match(lines[-1])
    return {"error_type": name and name[1], "line": int(places[-1]) if places else None}


def bug_fields(script, bugs):
    """Return what is known of a bug script (dict); operator and region are None for one made by hand."""
    made = bugs["bugs"].get(posixpath.basename(script.path), {})
    return {"operator": made.get("operator"), "region": made.get("region"), **error_facts(script)}


def read_preferences(root, path):
    """Yield the rows of the `preference` config for one broken script: one for each prompt that its source answers.

    Args:
        root (str or Path): a corpus that `check_corpus` has accepted.
        path (str): one of `broken_paths`.

    Raises:
        ModuleNotFoundError: the pinned version of Infinity Arcade is not installed.
    """
    broken = read_script(root, path)
    good = read_script(root, broken.source)
    failure = broken.values("FAILURE") or [line for line in broken.values("ERROR") if line.strip()]
    for kind in good.ids():
        if kind == "base":
            messages = arcade_messages("create", good.values("CREATE")[0])
        else:
            messages = arcade_messages("remix", read_script(root, good.source).code, good.values("REMIX")[0])
        yield {
            "id": f"{broken.family}/{broken.stem}/{MODES[kind]}",
            "kind": kind,
            "prompt": messages,
            "chosen": [as_answer(good.code)],
            "rejected": [as_answer(broken.code)],
            "failure": failure[-1].strip(),
        }


def proof_fields(script, proofs):
    """Return `tokens` and `proof` of a script; both are None without a proof of the code as it is (dict)."""
    proof = proofs["scripts"].get(script.path)
    if proof is None or proof["fingerprint"]["code"] != code_hash(script.code):
        return {"tokens": None, "proof": None}
    facts = {**proofs, **proof}
    return {"tokens": proof["tokens"], "proof": {key: facts.get(key) for key in PROOF}}


def family_row(family, scripts):
    """Return a row of the `families` config for a family of so many scripts."""
    row = {"family": family.name, **asdict(family), "scripts": scripts}
    del row["name"], row["winnable"]
    return row


def count_lines(code):
    """Return the number of non-blank lines (int)."""
    return sum(1 for line in code.split("\n") if line.strip())


def changed_lines(before, after):
    """Return how many lines (list[str]) were added or removed, of each changed place the larger number (int)."""
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for tag, a, b, c, d in changes if tag != "equal")


# --- Infinity Arcade's messages --------------------------------------------------------------


class _Recorded(BaseException):
    """Carries the request out of the arcade, whose own handlers catch only Exception."""


class _Recorder:
    """Stands where the arcade makes its AsyncOpenAI client, and takes what it hands over."""

    def __init__(self, **_):
        self.chat = self.completions = self

    def create(self, **request):
        raise _Recorded(request)


@functools.cache
def load_arcade():
    """Import and return `infinity_arcade.llm_service` (module).

    Raises:
        ModuleNotFoundError: the pinned version of Infinity Arcade is not installed.
    """
    name, _, version = ARCADE.partition("==")
    try:
        found = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        found = "none"
    if found != version:
        raise ModuleNotFoundError(
            f"The chat config takes its prompts from {name} {version}, and {found} is installed. "
            f"Run: pip install {ARCADE}"
        )
    from infinity_arcade import llm_service

    return llm_service


def arcade_request(mode, content, mode_data=None):
    """Return what Infinity Arcade sends to the model: messages byte for byte, sampling settings, and no model's name.

    It is recorded from `infinity_arcade.llm_service.generate_game_code_with_llm`.

    Args:
        mode (str): create, remix or debug.
        content (str): the prompt (create) or the script to change or mend.
        mode_data (str, optional): the wish (remix) or the error (debug).

    Returns:
        dict: the arguments of `chat.completions.create`: messages, stream, max_tokens, temperature, top_p.

    Raises:
        ModuleNotFoundError: the pinned version of Infinity Arcade is not installed.
    """
    service = load_arcade()
    handle = types.SimpleNamespace(url="http://localhost")
    real_client, service.AsyncOpenAI = service.AsyncOpenAI, _Recorder
    try:
        # Up to the request the arcade waits for nothing, so one step of the generator is enough.
        service.generate_game_code_with_llm(handle, "", mode, content, mode_data).__anext__().send(None)
    except _Recorded as recorded:
        return {key: value for key, value in recorded.args[0].items() if key != "model"}
    finally:
        service.AsyncOpenAI = real_client
    raise ValueError(f"unknown mode {mode!r}; expected one of {', '.join(MODES.values())}")


def arcade_messages(mode, content, mode_data=None):
    """Return the messages of `arcade_request` (list[dict[str, str]]): `{"role", "content"}` for the system and the user."""
    return arcade_request(mode, content, mode_data)["messages"]


def example_request(example):
    """Return what Infinity Arcade sends for a row of `default` (dict), as `arcade_request`."""
    mode = MODES[example["kind"]]
    if mode == "create":
        return arcade_request(mode, example["prompt"])
    return arcade_request(mode, example["source_code"], example["error"] or example["prompt"])


def as_chat(example):
    """Turn a row of `default` into a row of `chat`: what the arcade sends, and the answer in a ```python block."""
    messages = example_request(example)["messages"]
    return {"id": example["id"], "kind": example["kind"], "messages": [*messages, as_answer(example["code"])]}


def as_answer(code):
    """Return the message in which a model answers with a script (dict)."""
    return {"role": "assistant", "content": f"```python\n{code}\n```"}


# --- the dataset -----------------------------------------------------------------------------

TEXT = datasets.Value("string")
INTEGER = datasets.Value("int32")
NUMBER = datasets.Value("float64")
PROOF = {
    "engine": TEXT,
    "build": TEXT,
    "seeds": [INTEGER],
    "frames": INTEGER,
    "counter": TEXT,
    "idle_score": NUMBER,
    "random_score": NUMBER,
    "player_score": NUMBER,
    "survived": [INTEGER],
    "won": [datasets.Value("bool")],
}
BUG = {"operator": TEXT, "region": TEXT, "error_type": TEXT, "line": INTEGER}
MESSAGES = [{"role": TEXT, "content": TEXT}]
FEATURES = {
    "default": {
        "id": TEXT,
        "script": TEXT,
        "family": TEXT,
        "genre": datasets.ClassLabel(names=GENRES),
        "kind": datasets.ClassLabel(names=KINDS),
        "prompt": TEXT,
        "paraphrases": [TEXT],
        "code": TEXT,
        "source": TEXT,
        "source_code": TEXT,
        "error": TEXT,
        "bug": BUG,
        "spec": TEXT,
        "lines": INTEGER,
        "tokens": INTEGER,
        "proof": PROOF,
    },
    "chat": {
        "id": TEXT,
        "kind": datasets.ClassLabel(names=KINDS),
        "messages": MESSAGES,
    },
    "preference": {
        "id": TEXT,
        "kind": datasets.ClassLabel(names=KINDS),
        "prompt": MESSAGES,
        "chosen": MESSAGES,
        "rejected": MESSAGES,
        "failure": TEXT,
    },
    "families": {
        "family": TEXT,
        "title": TEXT,
        "genre": datasets.ClassLabel(names=GENRES),
        "aliases": [TEXT],
        "spec": TEXT,
        "split": TEXT,
        "scripts": INTEGER,
    },
}


def content_hash(root):
    """Return a sha256 over this loader and the paths and bytes of all files of a corpus (64 hex digits)."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for name in family_names(root):
        for path in sorted((Path(root) / name).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                data = path.read_bytes()
                digest.update(f"\0{path.relative_to(root).as_posix()}\0{len(data)}\0".encode())
                digest.update(data)
    return digest.hexdigest()


class PlayableData(datasets.GeneratorBasedBuilder):
    """Builds the dataset from a corpus of pygame scripts.

    Configs: `default` (typed examples), `chat` (the messages of Infinity Arcade), `preference` (a proven
    game and a broken one for the same messages), `families` (the dictionary of games). Splits `train` and `validation` go by family; a split without a family is
    left out.

    Args:
        cache_dir (str, optional): where to keep the built dataset.
        data_dir (str, optional): the corpus; `data/` beside this file by default.
        **kwargs: as for `datasets.DatasetBuilder`, `config_name` among them.

    Raises:
        CorpusError: from `download_and_prepare` and `as_streaming_dataset`, with all problems of
            the corpus; from the constructor when `data_dir` is no folder.
        ModuleNotFoundError: config `chat` or `preference` without the pinned Infinity Arcade.
    """

    BUILDER_CONFIGS = [datasets.BuilderConfig(name=name, version=datasets.Version("1.0.0")) for name in FEATURES]
    DEFAULT_CONFIG_NAME = "default"

    def __init__(self, cache_dir=None, *, data_dir=None, base_path=None, **kwargs):
        # A loading script is run from a copy in datasets' modules cache; base_path is where it came from.
        self.corpus = Path(data_dir or Path(base_path or Path(__file__).parent) / "data").resolve()
        if not self.corpus.is_dir():
            check_corpus(self.corpus)
        # The cache folder is named by the hash, so it must change whenever the corpus does.
        kwargs["hash"] = content_hash(self.corpus)
        super().__init__(cache_dir, data_dir=data_dir, base_path=base_path, **kwargs)

    def get_exported_dataset_info(self):
        """Return empty infos: datasets 3.6 would hold a changed corpus against the counts in README.md."""
        return datasets.DatasetInfo()

    def _info(self):
        return datasets.DatasetInfo(
            description="Retro-style games as single-file pygame scripts, with the prompts that ask for them.",
            features=datasets.Features(FEATURES[self.config.name]),
            homepage="https://huggingface.co/datasets/playable/playable-data",
            license="mit",
        )

    def _split_generators(self, dl_manager):
        families = check_corpus(self.corpus)
        if self.config.name in ("chat", "preference"):
            load_arcade()
        rows = families.values()
        if self.config.name == "preference":
            rows = [family for family in rows if broken_paths(self.corpus, family.name)]
        members = {split: [family for family in rows if family.split == split] for split in SPLITS}
        # A list among the arguments is what datasets divides between processes.
        return [
            datasets.SplitGenerator(split, gen_kwargs={"families": members[split]})
            for split in SPLITS
            if members[split]
        ]

    def _generate_examples(self, families):
        for family in families:
            paths = script_paths(self.corpus, family.name)
            if self.config.name == "families":
                yield family.name, family_row(family, len(paths))
            elif self.config.name == "preference":
                for path in broken_paths(self.corpus, family.name):
                    for row in read_preferences(self.corpus, path):
                        yield row["id"], row
            else:
                proofs, bugs = read_proofs(self.corpus, family.name), read_bugs(self.corpus, family.name)
                for path in paths:
                    for example in read_examples(self.corpus, path, family, proofs, bugs):
                        yield example["id"], as_chat(example) if self.config.name == "chat" else example


def load(config="default", data_dir=None, cache_dir=None):
    """Build a config, or take it from the cache if the corpus has not changed.

    Args:
        config (str): default, chat, preference or families.
        data_dir (str or Path, optional): the corpus; `data/` beside this file by default.
        cache_dir (str or Path, optional): where to keep what is built; datasets' own cache by default.

    Returns:
        datasets.DatasetDict: the splits.

    Raises:
        CorpusError, ModuleNotFoundError: as `PlayableData`.
    """
    builder = PlayableData(cache_dir, config_name=config, data_dir=data_dir)
    builder.download_and_prepare()
    return builder.as_dataset()
