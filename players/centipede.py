"""Players of the centipede family. Each gets under what is easiest to hit, fires, and keeps away from what is near."""


class Eyes:
    """Measures how fast things move, in pixels a frame, from where they were seen last."""

    def __init__(self):
        self.seen = {}

    def look(self, things):
        """Return (x, y, dx, dy) for each (thing, (x, y))."""
        found, now = [], {}
        for thing, (x, y) in things:
            old_x, old_y = self.seen.get(id(thing), (x, y))
            now[id(thing)] = (x, y)
            jumped = abs(x - old_x) + abs(y - old_y) > 16
            found.append((x, y, 0, 0) if jumped else (x, y, x - old_x, y - old_y))
        self.seen = now
        return found


def danger(x, y, threats, frames):
    """Tell how much a place is threatened some frames from now."""
    near = 0
    for threat_x, threat_y, dx, dy in threats:
        gap = max(abs(threat_x + dx * frames - x), abs(threat_y + dy * frames - y))
        near += (gap < 26) * 60 + max(0, 70 - gap) / 3
    return near


def keys_for(ship, speed, shot_speed, limits, is_free, threats, targets, prize=None):
    """Return the keys that lead away from danger, or else to the prize or under a target; fire is held.

    limits: left, right, top and bottom for the ship's middle. is_free(x, y): whether the ship can be there.
    threats, targets: (x, y, dx, dy).
    """
    x, y = ship
    left, right, top, bottom = limits
    ways = []
    for target_x, target_y, dx, _ in targets:
        there = target_x + dx * max(0, y - target_y) / shot_speed
        if left <= there <= right and target_y < y - 20:
            ways.append((abs(there - x) - 0.5 * target_y, there))
    goal = min(ways)[1] if ways else (left + right) / 2
    goal = prize[0] if prize else goal
    near = [threat for threat in threats if abs(threat[0] - x) < 160 and abs(threat[1] - y) < 130]
    choices = []
    for dx in (-1, 0, 1):
        for dy in (-1, 0, 1):
            new_x, new_y = x + dx * speed, y + dy * speed
            if (dx or dy) and not (left <= new_x <= right and top <= new_y <= bottom and is_free(new_x, new_y)):
                continue
            risk = sum(danger(x + dx * speed * frames, y + dy * speed * frames, near, frames) for frames in (2, 6, 11))
            wish = abs(goal - new_x) / 12 + abs(bottom - new_y) / 12
            choices.append((risk + wish, dx, dy))
    _, dx, dy = min(choices)
    keys = {"LEFT": dx < 0, "RIGHT": dx > 0, "UP": dy < 0, "DOWN": dy > 0}
    return {key for key, held in keys.items() if held} | {"SPACE"}


def centipede(frame):
    """Play the base game."""
    eyes = Eyes()
    while True:
        game, cell, zone = frame.live["game"], frame.live["CELL"], frame.live["ZONE"]
        seen = eyes.look([(thing, thing.center) for thing in [*game.segments, game.spider]])
        limits = 9, zone.right - 9, zone.top + 9, zone.bottom - 9

        def is_free(x, y):
            return (x // cell, y // cell) not in game.mushrooms

        frame = yield keys_for(game.ship.center, 4, 14, limits, is_free, seen, seen)


def centipede_1(frame):
    """Play the version with worms that are lists of steps, and go for a capsule if there is one."""
    eyes = Eyes()
    while True:
        garden, tile = frame.live["garden"], frame.live["TILE"]
        steps = [step for worm in garden.worms for step in worm[::tile]]
        places = [(x, y, side * (2 + garden.level), 0) for x, y, side, *_ in steps]
        seen = places + eyes.look([("spider", garden.spider())])
        limits = 9, frame.live["WIDE"] - 9, frame.live["HOME"] * tile + 9, frame.live["LAST"] * tile + 19

        def is_free(x, y):
            return (x // tile, y // tile) not in garden.caps

        prize = getattr(garden, "capsule", None)
        frame = yield keys_for(garden.gun, 4, 15, limits, is_free, seen, seen, prize)
