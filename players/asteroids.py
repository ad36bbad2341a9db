"""Players of the asteroids family. Each turns towards the nearest rock, shoots, and jumps or runs when it gets tight."""

import math


def near(way, length):
    """Return the shortest way along one axis of a window that wraps around."""
    return (way + length / 2) % length - length / 2


def turn_to(wanted, heading, step):
    """Return the key that turns the heading (degrees, clockwise from the right) to the wanted angle, and the rest."""
    rest = near(wanted - heading, 360)
    return ({"RIGHT" if rest > 0 else "LEFT"} if abs(rest) > step * 0.6 else set()), abs(rest)


def fight(ship, heading, step, targets, size, shot_speed, number, jump="DOWN", wraps=True):
    """Return the keys that aim ahead of the most urgent target and fire.

    ship: (x, y, vx, vy). targets: list of (x, y, vx, vy, radius). size: of the window.
    """
    best, closest = None, 999
    for x, y, vx, vy, radius in targets:
        dx, dy = x - ship[0], y - ship[1]
        if wraps:
            dx, dy = near(dx, size[0]), near(dy, size[1])
        vx, vy = vx - ship[2], vy - ship[3]
        gap = math.hypot(dx, dy) - radius
        approach = -(dx * vx + dy * vy) / (gap + radius + 1)  # pixels per frame
        urgency = gap - 60 * approach
        if gap / max(0.1, approach) < closest and math.hypot(dx + vx * 12, dy + vy * 12) < radius + 24:
            closest = gap / max(0.1, approach)
        if best is None or urgency < best[0]:
            time = math.hypot(dx, dy) / shot_speed
            time = math.hypot(dx + vx * time, dy + vy * time) / shot_speed
            best = urgency, math.atan2(dy + vy * time, dx + vx * time), gap, radius
    if best is None:
        return set()
    _, angle, gap, radius = best
    keys, rest = turn_to(math.degrees(angle), heading, step)
    if rest < max(step, math.degrees(math.atan2(radius * 0.8, gap + radius))) and number % 8 < 3:
        keys |= {"SPACE"}
    if gap > 320 and rest < 30 and math.hypot(ship[2], ship[3]) < 1.5:
        keys |= {"UP"}
    if jump and closest < 14 and number % 300 < 200:  # a beginner does not always see it coming
        keys |= {jump}
    return keys


def fly_to(ship, heading, step, place, speed=2.6):
    """Return the keys that steer to a place (dx, dy from the ship)."""
    far = math.hypot(*place) or 1
    speed = min(speed, 0.6 + far / 60)
    wish = place[0] / far * speed - ship[2], place[1] / far * speed - ship[3]
    keys, rest = turn_to(math.degrees(math.atan2(wish[1], wish[0])), heading, step)
    return keys | ({"UP"} if rest < 25 and math.hypot(*wish) > 0.3 else set())


def body(thing):
    """Return the numbers of a Body of the base game."""
    return *thing.position, *thing.velocity, thing.radius


def asteroids(frame):
    """Fight from where the ship is."""
    while True:
        game = frame.live["game"]
        targets = [body(rock) for rock in game.rocks]
        if game.saucer.position.x > 0:
            targets.append(body(game.saucer))
        frame = yield fight(body(game.ship)[:4], game.angle, 4.5, targets, (800, 640), 7, frame.number)


def thing(one, radius):
    """Return the numbers of a Thing of the version with functions."""
    return *one.spot, *one.speed, radius


def asteroids_1(frame):
    """Fight in the version with one list of things."""
    while True:
        world, radius = frame.live["world"], frame.live["RADIUS"]
        targets = [thing(one, radius[one.kind]) for one in world.things if one.kind in frame.live["POINTS"]]
        ship = thing(world.ship, 0)[:4]
        frame = yield fight(ship, world.ship.angle, 5, targets, (720, 720), 7.5, frame.number, "h")


def flyer(sprite):
    """Return the numbers of a sprite of the version with groups."""
    return *sprite.place, *sprite.velocity, sprite.radius


def asteroids_2(frame):
    """Fight in the version with sprites."""
    while True:
        game = frame.live["game"]
        targets = [flyer(sprite) for group in (game.rocks, game.saucers) for sprite in group]
        ship = flyer(game.ship)[:4]
        frame = yield fight(ship, game.ship.angle, 4, targets, (900, 620), 7, frame.number, "LSHIFT")


def asteroids_black_hole(frame):
    """Fight, and fire the engine to get away when the black hole is too close."""
    player = asteroids(frame)
    keys = next(player)
    while True:
        game = frame.live["game"]
        dx, dy = game.ship.position - game.hole.position
        if math.hypot(dx, dy) < 190:
            keys = keys & {"SPACE"} | fly_to(body(game.ship)[:4], game.angle, 4.5, (dx * 3, dy * 3), 1.7)
        frame = yield keys
        keys = player.send(frame)


def asteroids_bouncing(frame):
    """Fight in the box, where the way to a rock is never around the edge."""
    while True:
        world, radius = frame.live["world"], frame.live["RADIUS"]
        targets = [thing(one, radius[one.kind]) for one in world.things if one.kind in frame.live["POINTS"]]
        ship = thing(world.ship, 0)[:4]
        frame = yield fight(ship, world.ship.angle, 5, targets, (720, 720), 7.5, frame.number, "h", wraps=False)


def asteroids_bouncing_rescue(frame):
    """Fight what is near, or else fetch an astronaut and bring him to the dock."""
    player = asteroids_bouncing(frame)
    keys = next(player)
    while True:
        world, radius = frame.live["world"], frame.live["RADIUS"]
        ship = world.ship
        lost = [one.spot for one in world.things if one.kind == "astronaut"]
        dangers = [ship.spot.distance_to(one.spot) - radius[one.kind] for one in world.things
                   if one.kind in frame.live["POINTS"]]  # fmt: skip
        goal = None
        if lost and len(world.tow) < 2:
            goal = min(lost, key=ship.spot.distance_to)
        elif world.tow:
            goal = frame.live["pygame"].Vector2(frame.live["DOCK"].center)
        if goal and min(dangers, default=999) > 130:
            keys = keys & {"SPACE"} | fly_to(thing(ship, 0)[:4], ship.angle, 5, goal - ship.spot)
        frame = yield keys
        keys = player.send(frame)


def asteroids_mines(frame):
    """Fight the mines as well as the rocks."""
    while True:
        game = frame.live["game"]
        targets = [flyer(sprite) for group in (game.rocks, game.saucers, game.mines) for sprite in group]
        ship = flyer(game.ship)[:4]
        frame = yield fight(ship, game.ship.angle, 4, targets, (900, 620), 7, frame.number, "LSHIFT")


def stone(one):
    """Return the numbers of a Body of the App."""
    return one.x, one.y, one.dx, one.dy, one.r


def asteroids_3(frame):
    """Fight in the App."""
    while True:
        app = frame.live["app"]
        targets = [stone(one) for one in [*app.rocks, app.saucer] if one]
        frame = yield fight(stone(app.ship)[:4], app.angle, 4, targets, (960, 700), 7, frame.number)


def asteroids_crystals(frame):
    """Fight what is near, or else fetch a crystal."""
    player = asteroids_3(frame)
    keys = next(player)
    while True:
        app = frame.live["app"]
        ship = app.ship
        ways = [(near(one.x - ship.x, 960), near(one.y - ship.y, 700)) for one in app.crystals]
        gap = min((math.hypot(one.x - ship.x, one.y - ship.y) - one.r for one in app.rocks), default=999)
        if ways and gap > 110:
            goal = min(ways, key=lambda way: math.hypot(*way))
            keys = keys & {"SPACE"} | fly_to(stone(ship)[:4], app.angle, 4, goal)
        frame = yield keys
        keys = player.send(frame)


def mover(one):
    """Return the numbers of a Mover of the version with complex numbers."""
    return one.place.real, one.place.imag, complex(one.speed).real, complex(one.speed).imag, one.radius


def asteroids_4(frame):
    """Fight in the version with complex numbers."""
    while True:
        space = frame.live["space"]
        targets = [mover(one) for one in space.rocks + space.saucers]
        frame = yield fight(mover(space.ship)[:4], space.angle, 4, targets, (840, 600), 7, frame.number)


def fetch(space, keys, things):
    """Return the keys that fly to the nearest of some movers if no rock is near, or else the given keys."""
    ship = mover(space.ship)[:4]
    gap = min((abs(one.place - space.ship.place) - one.radius for one in space.rocks), default=999)
    if not things or gap < 100:
        return keys
    ways = [(near(one.place.real - ship[0], 840), near(one.place.imag - ship[1], 600)) for one in things]
    goal = min(ways, key=lambda way: math.hypot(*way))
    return keys & {"SPACE"} | fly_to(ship, space.angle, 4, goal)


def asteroids_slow_motion(frame):
    """Slow everything down while a rock or a bolt is near."""
    player = asteroids_4(frame)
    keys = next(player)
    while True:
        space = frame.live["space"]
        gaps = [abs(one.place - space.ship.place) - one.radius for one in space.rocks + space.bolts]
        frame = yield keys | {"LSHIFT"} if min(gaps, default=999) < 75 else keys
        keys = player.send(frame)


def asteroids_slow_motion_triple(frame):
    """Use slow motion, and fetch the capsules of the saucers."""
    player = asteroids_slow_motion(frame)
    keys = next(player)
    while True:
        space = frame.live["space"]
        frame = yield fetch(space, keys, space.capsules)
        keys = player.send(frame)


def asteroids_slow_motion_triple_fuel(frame):
    """Use slow motion, and fetch capsules and canisters."""
    player = asteroids_slow_motion(frame)
    keys = next(player)
    while True:
        space = frame.live["space"]
        frame = yield fetch(space, keys, space.capsules or space.canisters)
        keys = player.send(frame)
