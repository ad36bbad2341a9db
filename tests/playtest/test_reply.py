"""playtest.extract against the extractor that Infinity Arcade itself uses."""

import logging
import random
import time

import pytest
from infinity_arcade.llm_service import _extract_python_code

import playtest

GAME = "import pygame\n\npygame.init()\n"
REPLIES = {
    "nothing": "",
    "no fence": GAME,
    "refusal": "I can't write games.",
    "plain": f"```python\n{GAME}```",
    "text around it": f"Here it is, with pygame:\n\n```python\n{GAME}```\nHave fun!",
    "py": f"```py\n{GAME}```",
    "no language": f"```\n{GAME}```",
    "other language": f"```javascript\n{GAME}```",
    "python3": f"```python3\n{GAME}```",
    "capitals": f"```Python\n{GAME}```",
    "says PyGame": "```python\nprint('PyGame')\n```",
    "no pygame": "```python\nprint('hello')\n```",
    "unclosed": f"```python\n{GAME}",
    "unclosed after a closed one": f"```python\n{GAME}```\n```python\n{GAME}print(1)\n",
    "closed in the line": f"```python\n{GAME}print(1)```",
    "opened in the line": f"```python import pygame\n{GAME}```",
    "blanks after the language": f"```python  \t\n\n\n{GAME}\n\n```",
    "two blocks": f"```python\n{GAME}```\nand longer\n```python\n{GAME}print(1)\n```",
    "two blocks, the longer without pygame": f"```python\n{GAME}```\n```python\n{'x = 1' * 99}\n```",
    "two equally long": f"```python\n{GAME}a = 1\n```\n```python\n{GAME}b = 2\n```",
    "python and plain": f"```\n{GAME}print('the longer one')\n```\n\n```python\n{GAME}```",
    "text between two blocks": f"```bash\npip install pygame\n```\nNow pygame:\n```python\n{GAME}```",
    "nested": f"````markdown\n```python\n{GAME}```\n````",
    "fence in a docstring": f'```python\n"""\n```python\nx\n```\n"""\n{GAME}```',
    "indented": f"1. Code:\n   ```python\n   {GAME}   ```",
    "CRLF": f"```python\n{GAME}```\n".replace("\n", "\r\n"),
    "CR": f"```python\n{GAME}```\n".replace("\n", "\r"),
    "thinking": f"<think>Maybe ```python\nimport pygame\n``` or so.</think>\n```python\n{GAME}print(2)\n```",
    "thinking only": f"<think>\n```python\n{GAME}```\n",
    "empty block": "```python\n```",
    "two line breaks": "```python\n\n```",
    "tildes": f"~~~python\n{GAME}~~~",
    "four": f"````python\n{GAME}````",
    "other blanks": f"```python\u2028\u00a0\n{GAME}\x0b\x1c\n```",
}
PIECES = ["```", "```python", "```py", "~~~", "\n", "\n\n", " ", "\t", "\r\n", "pygame", "PYGAME", "x = 1", "`", "é"]


def theirs(text):
    found = _extract_python_code(text)
    return found and found.code


@pytest.mark.parametrize("name", REPLIES)
def test_as_the_arcade_does(name):
    assert playtest.extract(REPLIES[name]) == theirs(REPLIES[name])


def test_as_the_arcade_does_with_anything(caplog):
    caplog.set_level(logging.CRITICAL)
    dice = random.Random(0)
    found = 0
    for _ in range(10000):
        text = "".join(dice.choices(PIECES, k=dice.randrange(2, 24)))
        assert playtest.extract(text) == theirs(text), repr(text)
        found += theirs(text) is not None
    assert found > 400


def test_a_reply_of_line_breaks_takes_no_time():
    start = time.process_time()
    assert playtest.extract("```python\nimport pygame" + "\n" * 200000) is None
    assert playtest.extract("```python" + "\n" * 200000) is None
    assert time.process_time() - start < 5
