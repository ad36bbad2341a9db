"""Players of the lunar_lander family: fly over the rocks to a pad, stop above it, and sink slowly."""

import math


def between(low, value, high):
    return max(low, min(high, value))


def steer(ship, wish, gravity, thrust, lean=45):
    """Return the keys that bring a ship (drift, sink, angle) nearer to a wished (drift, sink)."""
    drift, sink, angle = ship
    push_x, push_y = 0.05 * (wish[0] - drift), 0.05 * (sink - wish[1]) + gravity
    want = between(-lean, math.degrees(math.atan2(push_x, max(push_y, 0.004))), lean)
    keys = {"RIGHT"} if angle < want - 2 else {"LEFT"} if angle > want + 2 else set()
    nose = math.radians(angle)
    if push_x * math.sin(nose) + push_y * math.cos(nose) > thrust * 0.5:
        keys.add("UP")
    return keys


def wish_for(x, foot, goal, height_at, margin=12):
    """Return the drift and the sinking to wish for, and how far to lean, on the way to a goal (left, right, y)."""
    left, right, y = goal
    aside = (left + right) / 2 - x
    if abs(aside) < (right - left) / 2 - margin:
        return 0.012 * aside, between(0.35, 0.009 * (y - foot), 1.1), 45 if y - foot > 50 else 9
    end = x + aside
    way = range(int(min(x, end)) - 30, int(max(x, end)) + 30, 12)
    over = min(y, *[height_at(place) for place in way]) - 40
    return between(-1.3, 0.012 * aside, 1.3), between(-0.9, 0.02 * (over - foot), 1.0), 45


def land(frame, look):
    """Play by what look(live, chosen) tells: None, or (x, foot, ship, gravity, thrust, goal, height_at)."""
    chosen = {}
    while True:
        seen = look(frame.live, chosen)
        keys = set()
        if seen:
            x, foot, ship, gravity, thrust, goal, height_at = seen
            drift, sink, lean = wish_for(x, foot, goal, height_at)
            keys = steer(ship, (drift, sink), gravity, thrust, lean)
        frame = yield keys


def choose(pads, x, drift):
    """Return the best (left, right, y) of pads (left, right, y, number), where the near count for more."""
    return min(pads, key=lambda pad: abs((pad[0] + pad[1]) / 2 - x - 80 * drift) - 40 * pad[3])[:3]


def look_at_base(live, chosen):
    """What a player sees in lunar_lander; chosen remembers the pad for a site."""
    game = live["game"]
    if game.pause or game.over:
        chosen.clear()
        return None
    (x, y), speed = game.place, game.speed
    goal = chosen.setdefault("pad", choose(game.pads, x, speed.x))
    ship = (speed.x, speed.y, game.angle)
    return x, y + live["FOOT_Y"], ship, 0.005 + 0.001 * game.site, live["THRUST"], goal, game.height_at


def lunar_lander(frame):
    """Go to the best pad that is not far, and land."""
    yield from land(frame, look_at_base)


def look_at_wind(live, chosen):
    """The same in the wind: the player leans against it."""
    seen = look_at_base(live, chosen)
    if not seen:
        return None
    x, foot, (drift, sink, angle), *rest = seen
    return x, foot, (drift + 20 * live["game"].wind, sink, angle), *rest


def lunar_lander_wind(frame):
    """Land like in lunar_lander, and lean against the wind."""
    yield from land(frame, look_at_wind)


def look_at_crew(live, chosen):
    """What a player sees in lunar_lander_wind_crew: first the people, then a pad."""
    seen, game = look_at_wind(live, chosen), live["game"]
    if not seen or not game.crew or game.fuel < 320:
        return seen
    person = min(game.crew, key=lambda x: abs(x - game.place.x))
    ground = min(game.height_at(person + dx) for dx in (-30, 0, 30))
    return *seen[:5], (person - 32, person + 32, ground - 45), game.height_at


def lunar_lander_wind_crew(frame):
    """Take up both people and land."""
    yield from land(frame, look_at_crew)


def look_at_sprites(live, chosen):
    """What a player sees in lunar_lander_1: the land by its mask."""
    game = live["game"]
    ship, land = game.ship, game.land
    if game.message:
        chosen.clear()
        return None

    if "ground" not in chosen:
        columns = range(0, live["WIDTH"], 8)
        chosen["ground"] = [next(y for y in range(300, 600, 2) if land.mask.get_at((x, y))) for x in columns]

    def height_at(x):
        return chosen["ground"][int(x) % live["WIDTH"] // 8]

    pads = [(rect.left, rect.right, rect.top, worth) for rect, worth in land.pads]
    goal = chosen.setdefault("pad", choose(pads, ship.place.x, ship.speed.x))
    (x, y), speed = ship.place, ship.speed
    return x, y + 17, (speed.x, speed.y, ship.tilt), ship.pull, 0.022, goal, height_at


def lunar_lander_1(frame):
    """Go to the best pad that is not far, and land."""
    yield from land(frame, look_at_sprites)


def lunar_lander_1_meteors(frame):
    """Land like in lunar_lander_1, and drift away from meteors that would come near."""
    chosen = {}
    while True:
        seen, keys = look_at_sprites(frame.live, chosen), set()
        if seen:
            x, foot, ship, gravity, thrust, goal, height_at = seen
            drift, sink, lean = wish_for(x, foot, goal, height_at)
            game = frame.live["game"]
            for place, speed in game.meteors if lean > 9 else ():
                way, pace = place - game.ship.place, speed - game.ship.speed
                when = -way.dot(pace) / max(0.01, pace.length_squared())
                miss = way + pace * when
                if 0 < when < 90 and miss.length() < 55:
                    drift = -1.4 if miss.x > 0 else 1.4
            keys = steer(ship, (drift, sink), gravity, thrust, lean)
        frame = yield keys
