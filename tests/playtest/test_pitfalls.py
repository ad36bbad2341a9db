"""Scripts with known verdicts, played by the real engine: each holds one thing that has misled a judge of games."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pygame
import pytest

from playtest import judge

PITFALLS = Path(__file__).parent / "pitfalls"
IS_CE = getattr(pygame, "IS_CE", False)

# Of each script, the checks that must fail; all others must hold. A script that does not launch has no others.
VERDICTS = {
    "honest": "",
    # pace and time
    "busy_get_ticks": "",
    "busy_time": "self_contained",
    "busy_perf_counter": "self_contained",
    "busy_events": "",
    "sleeps": "self_contained",
    "waits": "",
    "delays": "",
    "event_wait": "",
    "event_poll": "",
    "timers": "",
    "user_events": "",
    "threads": "self_contained",
    "asyncio_loop": "self_contained",
    "asyncio_sleep": "self_contained",
    "no_clock": "",
    "no_flip": "responds ends restarts quits",
    "endless_loop": "launches",
    "seeds_by_time": "self_contained",
    # pictures and texts
    "freetype_text": "",
    "sprites": "",
    "surfarray_picture": "self_contained",
    "offscreen_text": "",
    "panel_surface": "",
    "panel_over_text": "",
    "dirty_rects": "",
    "modes": "",
    "whole_screen": "",
    "text_outside": "readable",
    "text_on_text": "readable",
    "invisible_end": "ends restarts quits",
    "lively_end": "",
    # input
    "mouse_only": "",
    "mouse_held": "",
    "joystick": "responds ends",
    "key_codes": "",
    "typed_letters": "",
    "held_keys": "",
    "just_pressed": "" if IS_CE else "launches",
    "key_repeat": "",
    "asks_input": "launches",
    "no_events": "restarts quits closes",
    # structure
    "star_imports": "",
    "no_main": "",
    "main_at_import": "",
    "class_loop": "",
    "title_screen": "",
    "time_attack": "",
    # chance
    "other_random": "self_contained",
    # ways out
    "bare_except": "quits closes",
    "os_exit": "self_contained",
    "exit_one": "quits closes",
    "exit_text": "closes",
    "exits_alone": "survives ends restarts quits",
    "quit_without_exit": "quits closes",
    "starts_process": "self_contained launches",
    "segfault": "self_contained launches",
    # broken games
    "crash_late": "survives",
    "crash_on_key": "survives responds",
    "restart_ignored": "restarts",
    "restart_keeps_score": "restarts",
    "restart_is_last": "restarts",
    "quit_ignored": "quits",
    "close_ignored": "closes",
    "close_ignored_at_end": "closes",
    "no_end": "ends restarts quits",
    # made to please
    "end_on_a_timer": "ends",
    "end_on_a_jittery_timer": "ends",
    "fake_game_over": "ends restarts quits",
    "ignores_input": "responds ends",
    "noise_on_key": "responds ends restarts quits",
}
# Checks that may fail as well, since a script that crashes cannot show more.
OPEN = {"crash_on_key": {"ends", "restarts", "quits"}, "crash_late": {"restarts"}}


def quick_check(name):
    """Judge a pitfall script by fewer frames than usual, which is enough for games that last some seconds."""
    return judge.check(PITFALLS / f"{name}.py")


@pytest.fixture(scope="module")
def reports(request):
    """The reports on all selected scripts, made two at a time."""
    names = [item.callspec.params["name"] for item in request.session.items if item.name.startswith("test_pitfall[")]
    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(2) as pool:
        patch.setattr(judge, "PLAY_FRAMES", 600)
        patch.setattr(judge, "END_FRAMES", 1500)
        yield dict(zip(names, pool.map(quick_check, names)))


def test_every_script_has_a_verdict():
    assert sorted(path.stem for path in PITFALLS.glob("*.py")) == sorted(VERDICTS)


@pytest.mark.parametrize("name", VERDICTS)
def test_pitfall(name, reports):
    report = reports[name]
    failing = set(VERDICTS[name].split())
    wrong = {}
    for check, holds in report.checks.items():
        if "launches" in failing and check not in ("parses", "self_contained", "launches"):
            expected = None
        elif check == "readable" and name == "no_flip":
            expected = None  # there is nothing to read
        else:
            expected = check not in failing
        if holds is not expected and check not in OPEN.get(name, ()):
            wrong[check] = report.evidence[check]
    assert not wrong
    assert (report.reward == 0) == ("launches" in failing)
    assert (report.failure is None) == (not failing)
