"""Writes a small corpus that a test can break."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

GAME = '''"""A dot that moves."""

import pygame

pygame.init()
screen = pygame.display.set_mode((400, 400))
'''

README = """---
title: {title}
genre: maze
aliases: [{name} classic]
split: {split}
winnable: false
---

A dot moves on a black window.
"""


def write(path, text):
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def write_family(root, name, split):
    """Write a family with one script of each kind."""
    write(root / name / "README.md", README.format(name=name, title=name.title(), split=split))
    write(root / name / f"{name}.py", f"# CREATE: {name}\n# CREATE: make {name}\n\n{GAME}")
    write(
        root / name / f"{name}_red.py",
        f"# SOURCE: {name}.py\n# REMIX: make it red\n# REMIX: red please\n# CREATE: {name} in red\n\n{GAME}RED = 1\n",
    )
    write(
        root / name / "bugs" / f"{name}_typo_bug.py",
        f"# SOURCE: ../{name}.py\n# ERROR: Traceback (most recent call last):\n"
        f'# ERROR:   File "/home/player/.infinity-arcade/games/1.py", line 5, in <module>\n'
        f"# ERROR: AttributeError: no attribute 'inti'\n\n{GAME.replace('pygame.init', 'pygame.inti')}",
    )
