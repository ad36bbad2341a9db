"""Every script of data/ against the rules of data/README.md."""

import ast
import re
from difflib import SequenceMatcher

import pytest
from small_corpus import ROOT
from dashscope.tokenizers import get_tokenizer

from playable_data import check_corpus, family_names, read_script, script_paths

DATA = ROOT / "data"
FAMILIES = family_names(DATA)
SCRIPTS = [read_script(DATA, path) for family in FAMILIES for path in script_paths(DATA, family)]
GAMES = [script for script in SCRIPTS if not script.is_bug]
BUGS = [script for script in SCRIPTS if script.is_bug]
MODULES = {"pygame", "random", "math", "sys", "collections", "dataclasses", "enum", "itertools", "heapq", "string"}
PROMPT_KEYS = ("CREATE", "REMIX")


def by_path(scripts):
    return pytest.mark.parametrize("script", scripts, ids=lambda script: script.path)


def test_corpus_is_sound():
    families = check_corpus(DATA)
    assert all(family.spec and family.genre for family in families.values()), "a family has no README.md"
    assert {"train", "validation"} == {family.split for family in families.values()}


@pytest.mark.parametrize("family", FAMILIES)
def test_family_is_complete(family):
    scripts = [script for script in SCRIPTS if script.family == family]
    stems = {script.stem for script in scripts}
    remixes = [script for script in scripts if script.values("REMIX")]
    assert {family, f"{family}_1"} <= stems
    assert len(remixes) >= 4 and sum(script.is_bug for script in scripts) >= 2
    assert any(read_script(DATA, script.source).values("REMIX") for script in remixes), "no remix of a remix"


@by_path(GAMES)
def test_prompts_are_what_people_type(script):
    for key in PROMPT_KEYS:
        prompts = script.values(key)
        assert not prompts or len(prompts) >= 3, f"{key}: expected the prompt and two paraphrases at least"
        for prompt in prompts:
            assert prompt == prompt.lower() and not prompt.endswith(".") and len(prompt) < 160, prompt


def test_no_two_games_share_a_prompt_but_base_and_variants():
    owners = {}
    for script in GAMES:
        for prompt in script.values("CREATE"):
            owner = script.path if script.values("REMIX") else script.family
            assert owners.setdefault(prompt, owner) == owner, prompt


@by_path(GAMES)
def test_code_is_one_self_contained_program(script):
    tree = ast.parse(script.code)
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in ([alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module] if isinstance(node, ast.ImportFrom) else [])
    }
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert imported <= MODULES
    assert not called & {"eval", "exec", "open", "print", "input", "compile", "__import__"}
    assert not any(isinstance(node, ast.Try) for node in ast.walk(tree))
    assert ast.get_docstring(tree), "the code begins with a docstring"
    assert script.code.endswith('if __name__ == "__main__":\n    main()')
    assert not re.search(r"time\.(sleep|wait|delay)|SysFont|#.*TODO", script.code)
    text = (DATA / script.path).read_text()
    assert text.endswith("\n") and not text.endswith("\n\n") and not re.search(r"[ \t]\n", text)


def count_tokens(script, tokenizer):
    return len(tokenizer.encode(f"```python\n{script.code}\n```"))


def test_answers_fit_the_arcade():
    tokenizer = get_tokenizer("qwen2.5-coder-32b-instruct")
    counts = {script.path: count_tokens(script, tokenizer) for script in GAMES}
    assert {path: count for path, count in counts.items() if count > 3600} == {}


def differing_lines(before, after):
    """Return the numbers of the lines that differ, as they are before and after (list[int], list[int])."""
    matcher = SequenceMatcher(None, before.split("\n"), after.split("\n"), autojunk=False)
    blocks = [block for block in matcher.get_opcodes() if block[0] != "equal"]
    return [n for block in blocks for n in range(*block[1:3])], [n for block in blocks for n in range(*block[3:5])]


@by_path(BUGS)
def test_bug_is_one_small_place(script):
    broken, good = differing_lines(script.code, read_script(DATA, script.source).code)
    # Two lines in the wrong order are one line that goes and comes again.
    assert 1 <= max(len(broken), len(good)) <= 3
    assert max(broken + good) - min(broken + good) <= 3


def test_errors_show_no_path_of_the_machine_that_recorded_them():
    for script in BUGS:
        for path in re.findall(r'File "([^"]+)"', "\n".join(script.values("ERROR"))):
            assert ".infinity-arcade" in path or re.search(r"[Ll]ib[\\/]", path), path
