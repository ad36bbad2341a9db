"""Each operator on a tiny script: what it proposes, and that all else stays byte for byte."""

import pytest

from mistakes import CRASHES, Code
from mistakes.kept import KEPT
from mistakes.silent import SILENT

UNSEEN = {**SILENT, **KEPT}

# operator -> (script, what one of its proposals makes of it)
CRASHING = {
    "lost_self": ("def f(self):\n    return self.x\n", "def f(self):\n    return x\n"),
    "made_local": ("def f(self):\n    self.n += 1\n", "def f(self):\n    n += 1\n"),
    "renamed_constant": ("CELL = 20\nsize = CELL * 2\n", "CELL = 20\nsize = MAX_CELL * 2\n"),
    "renamed_variable": ("def f(balls):\n    n = balls + 1\n", "def f(balls):\n    n = ball + 1\n"),
    "missing_import": ("import random\nimport pygame\n", "import pygame\n"),
    "missing_attribute": ("class A:\n    def f(self):\n        self.x = 1\n        self.y = 2\n", "class A:\n    def f(self):\n        self.y = 2\n"),
    "missing_surface": ("def f():\n    font = pygame.font.Font(None, 30)\n    g()\n", "def f():\n    g()\n"),
    "missing_variable": ("def f():\n    x = 1\n    return x\n", "def f():\n    return x\n"),
    "used_too_early": ("def f():\n    a = 1\n    b = a\n", "def f():\n    b = a\n    a = 1\n"),
    "unknown_function": ("pygame.draw.rect(s, C, r)\n", "pygame.draw.rectangle(s, C, r)\n"),
    "unknown_constant": ("key == pygame.K_RETURN\n", "key == pygame.K_ENTER\n"),
    "unknown_method": ("screen.blit(a, b)\n", "screen.draw(a, b)\n"),
    "bad_color": ("RED = (255, 0, 0)\n", "RED = (287, 0, 0)\n"),
    "swapped_arguments": ("pygame.draw.rect(s, (1, 2, 3), r)\n", "pygame.draw.rect((1, 2, 3), s, r)\n"),
    "missing_argument": ("f(a, (b, c))\n", "f(a)\n"),
    "float_for_int": ("x = a // 2\n", "x = a / 2\n"),
    "text_plus_number": ('t = f"SCORE {n}"\n', 't = "SCORE " + n\n'),
    "part_of_tuple": ("x = rect.centerx\n", "x = rect.center.x\n"),
    "changed_tuple": ("shots = []\nshots.append(1)\n", "shots = ()\nshots.append(1)\n"),
    "called_property": ("x = ball.speed\n", "x = ball.speed()\n"),
    "missing_self_parameter": ("def f(self, x):\n    pass\n", "def f(x):\n    pass\n"),
    "missing_key": ('x = d["left"]\n', 'x = d["Left"]\n'),
    "changed_while_looped": ("for k in list(d):\n    del d[k]\n", "for k in d:\n    del d[k]\n"),
    "unclosed_bracket": ("f(a, [1])\n", "f(a, [1]\n"),
    "unclosed_quote": ('f("a", "é")\n', 'f("a", "é)\n'),
    "missing_colon": ("if a:  # why: so\n    b()\n", "if a  # why: so\n    b()\n"),
    "wrong_indent": ("if a:\n    b()\n    c()\n", "if a:\n    b()\n        c()\n"),
    "return_outside_function": ("def f():\n    a()\n    return 1\n", "def f():\n    a()\nreturn 1\n"),
}
NOT_CRASHING = {
    "kept_score": (
        "g.score += 1\nif key == K_r:\n    g = Game()\n",
        "g.score += 1\nif key == K_r:\n    g, g.score = Game(), g.score\n",
    ),
    "dead_key": ("keys[pygame.K_LEFT]\n", "keys[pygame.K_KP4]\n"),
    "dead_restart": ("key == pygame.K_r\n", "key == pygame.K_F5\n"),
    "dead_quit": ("key == pygame.K_q\n", "key == pygame.K_ESCAPE\n"),
    "deaf_window": ("kind == pygame.QUIT\n", "kind == pygame.WINDOWLEAVE\n"),
    "no_collision": ("def hits(a, b):\n    return a.near(b)\n", "def hits(a, b):\n    return False\n"),
    "frozen_score": ("game.score += 10\n", "game.score + 10\n"),
    "no_loss": ("game.lives -= 1\n", "game.lives -= 0\n"),
    "kept_value": ("def reset():\n    a.score = 0\n    a.x = 1\n", "def reset():\n    a.x = 1\n"),
    "no_motion": ("ball.x += ball.dx\n", "ball.x + ball.dx\n"),
    "wrong_way": ("ship.x -= 4\n", "ship.x += 4\n"),
    "text_off_screen": ('write("HI", 40, 300)\n', 'write("HI", 40, 3000)\n'),
    "text_over_text": ('write("A", 30)\nwrite("B", 60)\n', 'write("A", 30)\nwrite("B", 30)\n'),
    "win_out_of_reach": ("GOAL = 7\n", "GOAL = 700\n"),
}


def proposals(operator, script):
    return [mistake.apply(script) for mistake in operator(Code(script))]


def test_every_operator_has_its_example():
    assert set(CRASHING) == set(CRASHES) and set(NOT_CRASHING) == set(UNSEEN)


@pytest.mark.parametrize("name", CRASHING)
def test_crash(name):
    script, broken = CRASHING[name]
    made = proposals(CRASHES[name], script)
    assert broken in made
    assert script not in made


@pytest.mark.parametrize("name", NOT_CRASHING)
def test_silent(name):
    script, broken = NOT_CRASHING[name]
    operator, checks = UNSEEN[name]
    made = proposals(operator, script)
    assert broken in made and checks
    for text in made:
        compile(text, name, "exec")  # silent: it is Python still
        assert text != script


def test_a_mistake_knows_its_line_and_region():
    (mistake,) = CRASHES["lost_self"](Code("# é\n\n\ndef draw_ship(self):\n    return self.x\n"))
    assert (mistake.line, mistake.region) == (5, "draw")
