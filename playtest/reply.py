"""The code in a model's reply, by the rule of Infinity Arcade 0.3.0 (`_extract_python_code` in its llm_service.py)."""

import re

# (?=(...))\1 gives back nothing of what it has matched: a reply that goes on with line breaks for ever would otherwise
# take time by the square of its length. The blocks found are the same.
FENCES = [re.compile(rf"```{language}(?=(\s*\n))\1(.*?)\n```", re.DOTALL) for language in ("python", "py", "")]


def extract(text):
    """Return the code of a model's reply (str), or None if it has none.

    That is the longest block between ```python, ```py or ``` and the next line that begins with ```, among those that
    say pygame somewhere, without the blanks and line breaks around it. The first of two that are equally long counts.
    """
    blocks = [found[1].strip() for fence in FENCES for found in fence.findall(text)]
    return max((block for block in blocks if "pygame" in block.lower()), key=len, default=None)
