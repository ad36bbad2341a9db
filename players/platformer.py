"""Players of the platformer family. Each tries in its head what some ways to go on would lead to, and takes the best."""

import copy
import random
from collections import defaultdict

import pygame

HOLD = 10  # frames for which keys are held
DEPTH, WIDTH = 6, 4  # keys looked ahead at least, ways kept
RUNS = ({"RIGHT"}, {"RIGHT", "UP"}, {"UP"}, {"LEFT"}, {"LEFT", "UP"}, set())


def twin(thing, shared=()):
    """Return a copy of a game for a try; attributes that never change are shared."""
    if isinstance(thing, list):
        return [twin(item) for item in thing]
    if not hasattr(thing, "__dict__") or isinstance(thing, type):
        return thing.copy() if isinstance(thing, (dict, set, pygame.Rect)) else thing
    other = thing.copy() if isinstance(thing, pygame.Rect) else copy.copy(thing)
    vars(other).update({name: value if name in shared else twin(value) for name, value in vars(thing).items()})
    return other


def best_way(start, shared, step, worth, place, runs, depth):
    """Return the keys of the way that is worth most after some steps."""
    ways = [(start, ())]
    for _ in range(depth):
        found = {}
        for game, keys in ways:
            for run in runs:
                new = twin(game, shared)
                for _ in range(HOLD):
                    step(new, run)
                value = worth(new)
                if value > found.get(place(new), (float("-inf"),))[0]:
                    found[place(new)] = (value, new, (*keys, run))
        ranked = [way[1:] for way in sorted(found.values(), key=lambda way: -way[0])]
        # The best may all be leaps to death, so two that stay on the ground are kept too.
        ways = ranked[:WIDTH] + [way for way in ranked[WIDTH:] if stands(way[0])][:2]
    return max(ways, key=lambda way: worth(way[0]) + 300 * stands(way[0]))[1]


def stands(game):
    """Tell whether the hero has ground under the feet, which is safer than the air."""
    return game.on_ground if hasattr(game, "on_ground") else game.robot.stands


def run_on(frame, look, shared, step, worth, place, runs=RUNS, depth=DEPTH):
    """Think, follow the first two steps of the best way, and think again."""
    while True:
        dice = random.getstate()
        way = best_way(look(frame.live), shared, step(frame.live), worth, place, runs, depth)
        random.setstate(dice)
        for keys in way[:2]:
            for _ in range(HOLD):
                frame = yield keys


def step_of_base(live):
    """Return what moves a game of platformer on by a frame."""
    codes = {name: getattr(live["pygame"], "K_" + name) for name in ("LEFT", "RIGHT", "UP", "SPACE", "x")}

    def step(game, names):
        if not game.result:
            game.update(defaultdict(bool, {codes[name]: True for name in names}))

    return step


def worth_of_base(game):
    """Be far to the right, alive and rich."""
    return game.level * 9000 + game.hero.x + game.score / 2 + 3000 * game.lives + 9000 * (game.result == "YOU WIN")


def place_of_base(game):
    """Ways that lead to about the same place are one."""
    return game.level, game.hero.x // 16, game.hero.y // 16


def platformer(frame, worth=worth_of_base, runs=RUNS):
    """Run, jump and stomp on what is in the way."""
    shared = ("blocks", "flag")
    yield from run_on(frame, lambda live: live["game"], shared, step_of_base, worth, place_of_base, runs)


DASHES = ({"RIGHT"}, {"RIGHT", "UP"}, {"RIGHT", "x"}, {"LEFT"}, {"LEFT", "UP"}, {"LEFT", "x"}, set())


def platformer_dash(frame):
    """Play like platformer, and dash too."""
    yield from platformer(frame, runs=DASHES)


def worth_of_boss(game):
    """The same, but what the boss can still take counts most."""
    return worth_of_base(game) - 2000 * sum(enemy.hits for enemy in game.enemies if enemy.width > 40)


def platformer_dash_boss(frame):
    """Dash, and beat the boss."""
    yield from platformer(frame, worth_of_boss, DASHES)


def step_of_world(live):
    """Return what moves a world of platformer_1 on by a frame."""
    codes = {name: getattr(live["pygame"], "K_" + name) for name in ("LEFT", "RIGHT", "UP", "SPACE")}

    def step(world, names):
        if not world.verdict:
            live["tick"](world, defaultdict(bool, {codes[name]: True for name in names}))

    return step


def worth_of_world(world):
    """Be far to the right, alive, rich, and not too low to come up again."""
    rich = world.score / 2 + 3000 * world.lives + 9000 * (world.verdict == "YOU WIN")
    return world.stage * 9000 + world.robot.x + rich - 2500 * (world.robot.y > 355 and not world.shock)


def place_of_world(world):
    """Ways that lead to about the same place are one."""
    return world.stage, world.robot.x // 12, world.robot.y // 12


def platformer_1(frame, worth=worth_of_world, depth=DEPTH):
    """Run, jump and squash what is in the way."""
    shared = ("solid", "nests", "goal")
    yield from run_on(frame, lambda live: live["world"], shared, step_of_world, worth, place_of_world, depth=depth)


def platformer_1_moving(frame):
    """Look further ahead, to where the plates will be."""
    yield from platformer_1(frame, depth=8)


def worth_of_climber(world):
    """The same, but up is good too, for the towers."""
    return worth_of_world(world) - 0.6 * world.robot.y


def platformer_1_wall_jump(frame):
    """Climb what is too high for a jump."""
    yield from platformer_1(frame, worth_of_climber)
