"""Players of the duck hunt family. Each watches a duck for a moment and shoots about where it will be."""

import random

PACE = 38  # frames between two shots


def aim(luck, place, velocity, error=5.0):
    """Return a place near the duck's, the less sure the faster it flies (x, y)."""
    spread = error + 2.2 * (velocity[0] ** 2 + velocity[1] ** 2) ** 0.5
    return luck.gauss(place[0] + velocity[0], spread), luck.gauss(place[1] + velocity[1], spread)


def hunt(frame, look, shoot):
    """Shoot at what look(live) tells: the place of a duck that can be hit, or None."""
    luck, last, waited = random.Random(0), None, 0
    while True:
        place = look(frame.live)
        waited = waited + 1 if place else 0
        velocity = (place[0] - last[0], place[1] - last[1]) if place and last else (0, 0)
        last = place and tuple(place)
        if place and waited >= PACE:
            waited = 0
            frame = yield from shoot(frame, *aim(luck, place, velocity))
        else:
            frame = yield [("move", int(place[0]), int(place[1]) + 60)] if place and waited % 8 == 0 else ()


def click(frame, x, y):
    """Shoot with the mouse."""
    return (yield [("click", int(x), int(y))])


def look_at_base(live):
    """Where the duck is in duck_hunt, while it can be hit."""
    duck = live["game"].duck
    return duck.place if duck.state == "flying" else None


def duck_hunt(frame):
    """Aim and click."""
    yield from hunt(frame, look_at_base, click)


def look_at_story(live):
    """Where the bird is in duck_hunt_1, while it can be hit: as long as its flight is told."""
    hunt = live["hunt"]
    is_flying = not hunt.dog and hunt.bullets and hunt.y < live["HORIZON"] - 30 and hunt.age < 200
    return (hunt.x, hunt.y) if is_flying else None


def duck_hunt_1(frame):
    """Aim and click."""
    yield from hunt(frame, look_at_story, click)


def look_past_swan(live):
    """Where the duck is in duck_hunt_swan, unless the swan is too close to it."""
    place = look_at_base(live)
    swan = live["game"].swan.place
    return place if place and swan.distance_to(place) > 75 else None


def duck_hunt_swan(frame):
    """Aim and click, but not near the swan."""
    yield from hunt(frame, look_past_swan, click)


def duck_hunt_swan_wind(frame):
    """Aim and click as much to windward as the arrow tells."""

    def click_upwind(frame, x, y):
        return (yield from click(frame, x - frame.live["game"].wind, y))

    yield from hunt(frame, look_past_swan, click_upwind)


def duck_hunt_1_keys(frame):
    """Follow the bird with the arrow keys, and fire when the sight is on it."""
    waited = 0
    while True:
        bird, sight = look_at_story(frame.live), frame.live["hunt"].sight
        keys, waited = set(), waited + 1
        if bird:
            ways = (("LEFT", "RIGHT", bird[0] - sight[0]), ("UP", "DOWN", bird[1] - sight[1]))
            keys = {less if way < 0 else more for less, more, way in ways if abs(way) > 9}
            if max(abs(way) for _, _, way in ways) < 29 and waited > 40:
                keys, waited = keys | {"SPACE"}, 0
        frame = yield keys


def look_at_disc(live):
    """Where the disc is in duck_hunt_1_clay, until it bursts or is almost down again."""
    hunt = live["hunt"]
    is_flying = not hunt.dog and hunt.bullets and not hunt.burst and hunt.y < live["HORIZON"] - 20
    return (hunt.x, hunt.y) if is_flying else None


def duck_hunt_1_clay(frame):
    """Aim and click."""
    yield from hunt(frame, look_at_disc, click)
