"""What the loader accepts and what it refuses."""

import json

import pytest
from small_corpus import GAME, write

from playable_data import CorpusError, Family, check_corpus, code_hash, load, read_examples, read_proofs


def break_with(path, text):
    """Return a function that writes a text to a path of a corpus."""
    return lambda root: write(root / path, text)


def write_bytes(path, data):
    """Return a function that writes bytes to a path of a corpus."""
    return lambda root: (root / path).write_bytes(data)


def front_matter(**changes):
    """Return a function that changes keys of dot's README.md."""

    def change(root):
        path = root / "dot" / "README.md"
        lines = path.read_text().split("\n")
        for key, value in changes.items():
            lines = [f"{key}: {value}" if line.startswith(f"{key}:") else line for line in lines]
        path.write_text("\n".join(lines))

    return change


SOURCE = "# SOURCE: dot.py\n"
BROKEN = {
    "no header": (break_with("dot/new.py", GAME), "data/dot/new.py:1: no header"),
    "unknown header": (break_with("dot/new.py", f"# CREATE: x\n# PROMPT: y\n\n{GAME}"), "data/dot/new.py:2: unknown header PROMPT"),
    "missing source": (
        break_with("dot/new.py", f"# SOURCE: gone.py\n# REMIX: x\n\n{GAME}"),
        "data/dot/new.py:1: SOURCE gone.py does not exist",
    ),
    "source of another family": (
        break_with("dot/new.py", f"# SOURCE: ../line/line.py\n# REMIX: x\n\n{GAME}"),
        "data/dot/new.py:1: SOURCE ../line/line.py is not a game of this family",
    ),
    "source outside the corpus": (
        lambda root: [write(root.parent / "dot.py", GAME), break_with("dot/n.py", f"# SOURCE: ../../dot.py\n# REMIX: x\n\n{GAME}")(root)],
        "data/dot/n.py:1: SOURCE ../../dot.py is not a game of this family",
    ),
    "two sources": (
        break_with("dot/new.py", f"{SOURCE}# SOURCE: dot_red.py\n# REMIX: x\n\n{GAME}"),
        "data/dot/new.py:2: a second SOURCE",
    ),
    "source circle": (
        lambda root: [
            write(root / "dot" / f"{a}.py", f"# SOURCE: {b}.py\n# REMIX: x\n\n{GAME}") for a, b in ("pq", "qr", "rp")
        ],
        "data/dot/p.py:1: SOURCE leads in a circle",
    ),
    "source is itself": (break_with("dot/p.py", f"# SOURCE: p.py\n# REMIX: x\n\n{GAME}"), "data/dot/p.py:1: SOURCE leads in a circle"),
    "remix without REMIX": (break_with("dot/new.py", f"{SOURCE}\n{GAME}"), "data/dot/new.py:1: a remix without REMIX"),
    "REMIX without source": (break_with("dot/new.py", f"# CREATE: a\n# REMIX: b\n\n{GAME}"), "data/dot/new.py:2: REMIX without SOURCE"),
    "empty prompt": (break_with("dot/new.py", f"# CREATE: x\n# CREATE:  \n\n{GAME}"), "data/dot/new.py:2: CREATE is empty"),
    "same id": (
        break_with("dot/dot_red_oneshot.py", f"# CREATE: red dot\n\n{GAME}"),
        "data/dot/dot_red_oneshot.py:1: yields the id dot/dot_red/create, as dot/dot_red.py does",
    ),
    "does not compile": (break_with("dot/new.py", "# CREATE: x\n\nimport pygame\nif True\n    pass\n"), "data/dot/new.py:4: does not compile"),
    "null byte": (break_with("dot/new.py", "# CREATE: x\n\nimport pygame\0\n"), "data/dot/new.py:1: does not compile"),
    "not UTF-8": (write_bytes("dot/new.py", b"# CREATE: x\n\n# \xff\nimport pygame\n"), "data/dot/new.py:3: byte 0xff is not UTF-8"),
    "README not UTF-8": (write_bytes("dot/README.md", b"---\ntitle: \xe4\n"), "data/dot/README.md:2: byte 0xe4 is not UTF-8"),
    "unknown genre": (front_matter(genre="chess"), "data/dot/README.md:3: genre is 'chess'; expected one of paddle"),
    "unknown split": (front_matter(split="test"), "data/dot/README.md:5: split is 'test'; expected one of train, validation"),
    "genre of a wrong type": (front_matter(genre="[maze]"), "data/dot/README.md:3: genre is ['maze']"),
    "front matter not YAML": (front_matter(title="[Dot"), "data/dot/README.md:3: front matter is not YAML"),
    "front matter a list": (break_with("dot/README.md", "---\n- a\n---\n\nText.\n"), "data/dot/README.md:1: front matter is not a mapping"),
    "no front matter": (break_with("dot/README.md", "A dot.\n"), "data/dot/README.md:1: no front matter"),
    "unknown key": (front_matter(winnable="false\nlevel: 1"), "data/dot/README.md:7: unknown key 'level'"),
    "winnable a text": (front_matter(winnable="sometimes"), "data/dot/README.md:6: winnable is 'sometimes'"),
    "proofs not JSON": (break_with("dot/proofs.json", '{"scripts": {}\n'), "data/dot/proofs.json:2: not JSON"),
    "bugs not JSON": (break_with("dot/bugs.json", "{"), "data/dot/bugs.json:1: not JSON"),
    "FAILURE outside silent": (
        break_with("dot/new.py", f"# CREATE: x\n# FAILURE: scores: none\n\n{GAME}"),
        "data/dot/new.py:2: FAILURE outside silent/",
    ),
    "silent without FAILURE": (
        break_with("dot/silent/a_silent.py", f"# SOURCE: ../dot.py\n\n{GAME}"),
        "data/dot/silent/a_silent.py:1: expected '# SOURCE: '",
    ),
    "no spec": (break_with("dot/README.md", "---\ntitle: D\ngenre: maze\naliases: []\nsplit: train\nwinnable: true\n---\n"), "no spec"),
    "bug without ERROR": (break_with("dot/bugs/a_bug.py", f"# SOURCE: ../dot.py\n\n{GAME}"), "data/dot/bugs/a_bug.py:1: a bug script without ERROR"),
    "bug without answer": (break_with("dot/bugs/a_bug.py", f"# ERROR: x\n\n{GAME}"), "data/dot/bugs/a_bug.py:1: no SOURCE and no"),
    "bug with REMIX": (break_with("dot/bugs/a_bug.py", f"# SOURCE: ../dot.py\n# ERROR: x\n# REMIX: y\n\n{GAME}"), "a_bug.py:3: REMIX in a bug script"),
    "fix without bug": (break_with("dot/bugs/a_fix.py", GAME), "data/dot/bugs/a_fix.py:1: no _bug.py of the same name"),
    "other script in bugs": (break_with("dot/bugs/a.py", f"# CREATE: x\n\n{GAME}"), "data/dot/bugs/a.py:1: a script in bugs/ that is neither"),
    "ERROR outside bugs": (break_with("dot/new.py", f"# CREATE: x\n# ERROR: y\n\n{GAME}"), "data/dot/new.py:2: ERROR outside bugs/"),
    "no code": (break_with("dot/new.py", "# CREATE: x\n"), "data/dot/new.py:2: no code below the header"),
    "no pygame": (break_with("dot/new.py", "# CREATE: x\n\nprint(1)\n"), "data/dot/new.py:2: the code never says pygame"),
    "fence in the code": (
        break_with("dot/new.py", f'# CREATE: x\n\nimport pygame\nTEXT = """\n```\n"""\n'),
        "data/dot/new.py:2: a line of the code begins with ```",
    ),
    "family without scripts": (lambda root: (root / "empty").mkdir(), "data/empty:1: no scripts"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_corpus_is_refused(corpus, name):
    damage, expected = BROKEN[name]
    damage(corpus)
    with pytest.raises(CorpusError) as caught:
        check_corpus(corpus)
    assert len(caught.value.problems) == 1
    assert expected in str(caught.value)


def test_all_problems_are_raised_as_one_and_nothing_is_built(corpus, tmp_path):
    for name in ("no header", "unknown genre", "missing source"):
        BROKEN[name][0](corpus)
    (corpus / "line" / "other.py").write_bytes(b"# \xff")
    with pytest.raises(CorpusError) as caught:
        load("default", corpus, tmp_path / "cache")
    assert len(caught.value.problems) == 3  # two of the four were written to the same file
    assert all(":" in line for line in str(caught.value).split("\n"))
    assert not list((tmp_path / "cache").rglob("*.arrow"))


def test_missing_and_empty_corpus_are_refused(tmp_path):
    with pytest.raises(CorpusError, match="there is no such folder"):
        load("default", tmp_path / "nowhere")
    with pytest.raises(CorpusError, match="there are no families"):
        check_corpus(tmp_path)


def test_an_unchanged_corpus_is_accepted(corpus):
    assert list(check_corpus(corpus)) == ["dot", "line"]


@pytest.mark.parametrize("change", [lambda text: text.replace("\n", "\r\n"), lambda text: "\ufeff" + text], ids=["CRLF", "BOM"])
def test_line_ends_and_byte_order_mark_are_normalised(corpus, tmp_path, change):
    before = load("default", corpus, tmp_path / "before")
    for path in [*corpus.rglob("*.py"), *corpus.rglob("*.md")]:
        write(path, change(path.read_text(encoding="utf-8")))
    after = load("default", corpus, tmp_path / "after")
    assert {split: rows.to_list() for split, rows in before.items()} == {split: rows.to_list() for split, rows in after.items()}


def test_unfinished_folders_are_skipped(corpus):
    write(corpus / "_draft" / "draft.py", "not a script(")
    write(corpus / ".cache" / "x.py", "not a script(")
    assert list(check_corpus(corpus)) == ["dot", "line"]


def test_older_collections_load(tmp_path):
    root = tmp_path / "old"
    write(root / "space_dust" / "space_dust.py", f"# CREATE: space dust\n\n{GAME}")
    write(root / "space_dust" / "space_dust_blue.py", f"# SOURCE: space_dust.py\n# REMIX: blue\n\n{GAME}BLUE = 1\n")
    write(root / "space_dust" / "space_dust_blue_oneshot.py", f"# CREATE: blue space dust\n\n{GAME}BLUE = 2\n")
    write(root / "space_dust" / "bugs" / "a_bug.py", f"# CREATE: space dust\n# ERROR: NameError: x\n\n{GAME}x\n")
    write(root / "space_dust" / "bugs" / "a_fix.py", f"# CREATE: space dust\n\n{GAME}FIXED = 1\n")
    splits = load("default", root, tmp_path / "cache")
    assert list(splits) == ["train"]
    rows = {row["id"]: row for row in splits["train"]}
    assert set(rows) == {
        "space_dust/space_dust/create",
        "space_dust/space_dust_blue/remix",
        "space_dust/space_dust_blue/create",
        "space_dust/a_bug/debug",
    }
    oneshot, bug = rows["space_dust/space_dust_blue/create"], rows["space_dust/a_bug/debug"]
    assert oneshot["code"].endswith("BLUE = 2") and oneshot["prompt"] == "blue space dust"
    assert bug["code"].endswith("FIXED = 1") and bug["source_code"].endswith("x") and bug["error"] == "NameError: x"
    assert bug["genre"] is None and bug["spec"] is None
    assert load("families", root, tmp_path / "cache")["train"][0]["title"] == "Space Dust"


def test_rows_have_exactly_the_fields_of_each_kind(corpus):
    family, proofs = check_corpus(corpus)["dot"], read_proofs(corpus, "dot")
    bugs = {"bugs": {"dot_typo_bug.py": {"operator": "unknown_function", "region": "setup"}}}
    (base,) = read_examples(corpus, "dot/dot.py", family, proofs, bugs)
    oneshot, remix = read_examples(corpus, "dot/dot_red.py", family, proofs, bugs)
    (bugfix,) = read_examples(corpus, "dot/bugs/dot_typo_bug.py", family, proofs, bugs)
    assert base == {
        "id": "dot/dot/create",
        "script": "dot/dot.py",
        "family": "dot",
        "genre": "maze",
        "kind": "base",
        "prompt": "dot",
        "paraphrases": ["make dot"],
        "code": GAME.strip(),
        "source": None,
        "source_code": None,
        "error": None,
        "bug": None,
        "spec": "A dot moves on a black window.",
        "lines": 4,
        "tokens": None,
        "proof": None,
    }
    assert oneshot == {**base, "id": "dot/dot_red/create", "script": "dot/dot_red.py", "prompt": "dot in red",
                       "paraphrases": [], "code": f"{GAME}RED = 1", "lines": 5}  # fmt: skip
    assert remix == {**oneshot, "id": "dot/dot_red/remix", "kind": "remix", "prompt": "make it red",
                     "paraphrases": ["red please"], "source": "dot/dot.py", "source_code": GAME.strip()}  # fmt: skip
    assert bugfix["script"] == "dot/dot.py" and bugfix["source"] == "dot/bugs/dot_typo_bug.py"
    assert bugfix["code"] == base["code"] and "inti" in bugfix["source_code"]
    assert bugfix["error"].split("\n")[1].startswith('  File "')  # the indent of an error is kept
    assert bugfix["bug"] == {"operator": "unknown_function", "region": "setup", "error_type": "AttributeError", "line": 5}
    assert isinstance(family, Family)


def test_a_proof_counts_only_for_the_code_it_was_made_for(corpus, tmp_path):
    facts = {"tokens": 50, "seeds": [0], "frames": 9, "counter": "SCORE", "idle_score": 0.0, "random_score": 1.0,
             "player_score": 2.5, "survived": [9], "won": [True], "checks": {}}  # fmt: skip
    scripts = {
        "dot/dot.py": {"fingerprint": {"code": code_hash(GAME.strip())}, **facts},
        "dot/dot_red.py": {"fingerprint": {"code": code_hash("other code")}, **facts},
    }
    write(corpus / "dot" / "proofs.json", json.dumps({"engine": "1", "build": "pygame 2.6.1", "scripts": scripts}))
    rows = {row["id"]: row for row in load("default", corpus, tmp_path / "cache")["train"]}
    assert rows["dot/dot/create"]["tokens"] == rows["dot/dot_typo_bug/debug"]["tokens"] == 50
    del facts["tokens"], facts["checks"]
    assert rows["dot/dot/create"]["proof"] == {"engine": "1", "build": "pygame 2.6.1", **facts}
    assert rows["dot/dot_red/remix"]["tokens"] is None and rows["dot/dot_red/remix"]["proof"] is None
