"""Players of the doodle_jump family. Each steers to the highest ledge that it can still fall onto."""

from collections import Counter

FAR = 90  # frames to think ahead


def shortest(dx, width):
    """Return the shorter way to a place dx away, since the sides of the window are joined."""
    return (dx + width / 2) % width - width / 2


def ledge_then(left, wide, speed, frames, width):
    """Return the middle of a ledge that slides from wall to wall, some frames from now."""
    room = width - wide
    place = (left + speed * frames) % (2 * room)
    return min(place, 2 * room - place) + wide / 2


def ways(speed, push, drag, wind):
    """Return how far it goes in 0, 1, 2, ... frames with a key held, or none."""
    way, ways = 0, [0]
    for _ in range(FAR):
        speed = (speed + push + wind) * drag
        way += speed
        ways.append(way)
    return ways


def landings(speed, gravity, ledges):
    """Yield (ledge, frames) for each ledge that it would fall through, were it there."""
    high, waiting = 0, ledges
    for frames in range(1, FAR):
        before = high
        speed -= gravity
        high += speed
        if speed < 0:
            yield from ((ledge, frames) for ledge in waiting if high <= ledge[3] <= before)
            waiting = [ledge for ledge in waiting if not high <= ledge[3] <= before]


def steer(frame, look):
    """Play by what look(live) tells: x, speeds, push, drag, gravity, wind, window, ledges and dangers.

    A ledge is (left, width, speed, height above the feet, name, worth), a danger (dx, height above the feet).
    """
    visits, last_speed = Counter(), 0
    while True:
        x, speed_x, speed_y, push, drag, gravity, wind, width, ledges, dangers = look(frame.live)
        if speed_y > last_speed + 2 * gravity and ledges:
            visits[min(ledges, key=lambda ledge: abs(ledge[3] + speed_y))[4]] += 1
        last_speed = speed_y
        lefts, rights = (ways(speed_x, side * push, drag, wind) for side in (-1, 1))
        best, way, when = None, 0, FAR
        for ledge, frames in landings(speed_y, gravity, ledges):
            left, wide, speed, height, name, worth = ledge
            middle = ledge_then(left, wide, speed, frames, width)
            after = min((other for other in ledges if other[3] > height + 5), key=lambda other: other[3], default=ledge)
            # Land on the side from which it goes on, or elsewhere if that did not help before.
            side = shortest(after[0] + after[1] / 2 - middle, width) * (1, 1, 0, -1)[visits[name] % 4]
            wish = shortest(middle - x, width) + max(-wide / 3, min(wide / 3, side))
            aim = max(lefts[frames], min(rights[frames], wish))
            miss = abs(shortest(middle - x - aim, width)) > wide / 2
            risk = sum(abs(shortest(at - x - aim, width)) < 60 and -60 < high - height < 130 for at, high in dangers)
            value = (not miss, height + worth - 500 * risk - 40 * visits[name])
            if best is None or value > best:
                best, way, when = value, aim, frames
        rest = way - ways(speed_x, 0, drag, wind)[min(when, 25)]
        for at, high in dangers:
            gap = shortest(at - x, width)
            if -40 < high < 110 and abs(gap) < 60 and speed_y > -high / 12:
                rest = -gap or 9
        frame = yield {"RIGHT"} if rest > 4 else {"LEFT"} if rest < -4 else set()


def look_at_game(live):
    """What a player sees in doodle_jump."""
    game = live["game"]
    ledges = [(ledge.x, ledge.width, ledge.speed, game.y - ledge.y, ledge.y, 300 * getattr(ledge, "has_jet", False))
              for ledge in game.ledges
              if ledge.jumps > 0 and game.camera < ledge.y < game.camera + live["HEIGHT"]]  # fmt: skip
    dangers = [(monster.centerx, game.y - monster.bottom) for monster in getattr(game, "monsters", ())]
    moves = game.x, game.speed_x, -game.speed_y, live["PUSH"], live["DRAG"], live["GRAVITY"], 0, live["WIDTH"]
    return *moves, ledges, dangers


def doodle_jump(frame):
    """Go from ledge to ledge."""
    yield from steer(frame, look_at_game)


def look_at_climb(live):
    """What a player sees in doodle_jump_1."""
    climb, wind = live["climb"], getattr(live["climb"], "wind", 0)
    planks = [(plank.rect.x, plank.rect.w, getattr(plank, "speed", 0), climb.feet.y - plank.rect.y,
               climb.moved_down - plank.rect.y, 0)
              for plank in climb.planks if not isinstance(plank, live["RottenPlank"])]  # fmt: skip
    moves = climb.feet.x, climb.speed.x, -climb.speed.y, live["RUN"] / 5, 5 / 6, live["FALL"], wind, live["WIDTH"]
    return *moves, planks, ()


def doodle_jump_1(frame):
    """Go from plank to plank."""
    yield from steer(frame, look_at_climb)


def doodle_jump_shoot(frame):
    """Go from ledge to ledge, and shoot when a monster is above."""
    play = steer(frame, look_at_game)
    keys = next(play)
    while True:
        game = frame.live["game"]
        is_below = any(abs(one.centerx - game.x) < 45 and game.camera < one.y < game.y for one in game.monsters)
        frame = yield keys | ({"SPACE"} if is_below and frame.number % 8 < 3 else set())
        keys = play.send(frame)
