"""Players of the racing family. Each steers for a place on the road ahead, and eases off where it must turn hard."""

import math


def steer(heading, dx, dy, speed, slow=50):
    """Return the keys that turn a car with this heading (degrees) to a place so far away, at full gas if it can."""
    turn = (math.degrees(math.atan2(dy, dx)) - heading + 180) % 360 - 180
    keys = {"UP"} if abs(turn) < slow or speed < 1.2 else set()
    if abs(turn) > 5:
        keys.add("RIGHT" if turn > 0 else "LEFT")
    return keys


def racing(frame):
    """Aim at the next gate, and early at the one after it."""
    while True:
        live = frame.live
        car, gates = live["game"].player, live["GATES"]
        here, after = (gates[(car.passed + n) % len(gates)] for n in (1, 2))
        near = max(0, 1 - car.position.distance_to(here) / 130)
        way = here.lerp(after, 0.35 * near) - car.position
        frame = yield steer(car.angle, way.x, way.y, car.speed)


def racing_1(frame):
    """Aim at the middle of the road a bit ahead of where the car is."""
    while True:
        live = frame.live
        me, spot = live["race"]["me"], live["spot"]
        cx, cy, rx, ry = *live["CENTER"], *live["SCALE"]
        angle = math.atan2((me.y - cy) / ry, (me.x - cx) / rx) - math.tau / 4
        x, y = spot(angle + 0.28, -0.3)
        frame = yield steer(math.degrees(me.heading), x - me.x, y - me.y, me.speed)


def racing_nitro(frame):
    """Play like racing, fetch a tank that lies before the next gate, and burn nitro on the straights."""
    play = racing(frame)
    keys = next(play)
    while True:
        game = frame.live["game"]
        car, way = game.player, game.tank - game.player.position
        turn = (math.degrees(math.atan2(way.y, way.x)) - car.angle + 180) % 360 - 180
        if way.length() < 160 and abs(turn) < 30:
            keys = steer(car.angle, way.x, way.y, car.speed)
        if keys == {"UP"} and car.position.distance_to(car.target()) > 110:
            keys = {"UP", "SPACE"}
        frame = yield keys
        keys = play.send(frame)


def racing_nitro_oil(frame):
    """Play like racing_nitro, and spill oil now and then when somebody is close behind."""
    play = racing_nitro(frame)
    keys = next(play)
    while True:
        game = frame.live["game"]
        me, behind = game.player.progress(), [rival for rival in game.rivals if rival.passed <= game.player.passed]
        is_followed = any(car.progress() < me and (car.position - game.player.position).length() < 130 for car in behind)
        frame = yield keys | ({"o"} if is_followed and frame.number % 90 == 0 else set())
        keys = play.send(frame)
