"""Players of the tron family. Each turns where it will reach more cells before the other riders do."""

import pygame

WAYS = {"UP": (0, -1), "RIGHT": (1, 0), "DOWN": (0, 1), "LEFT": (-1, 0)}


def territory(mine, others, is_free, most=900):
    """Count the cells that one gets to before the others do, going on in turns from the cells where they are."""
    owner = {cell: 1 for cell in others}
    owner[mine] = 0
    edge, count = [mine, *others], 0
    for x, y in edge:
        who = owner[x, y]
        for near in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if near not in owner and is_free(near):
                owner[near] = who
                edge.append(near)
                count += who == 0
        if len(edge) > most:
            break
    return count


def best_key(me, way, others, is_free):
    """Return the key of the best way: the largest territory, and straight on where that makes little difference."""
    worths = {}
    for key, (dx, dy) in WAYS.items():
        cell = me[0] + dx, me[1] + dy
        if (dx, dy) != (-way[0], -way[1]) and is_free(cell):
            worths[key] = territory(cell, others, is_free) * (1.1 if (dx, dy) == way else 1)
    return max(worths, key=worths.get, default=None)


def ride(frame, look):
    """Turn as look(live) tells: (me, way, others, is_free), or None while it is no time to turn."""
    seen = None
    while True:
        view, keys = look(frame.live), set()
        if view and view[0] != seen:
            seen = view[0]
            keys = {best_key(*view)} - {None}
        frame = yield keys


def look_at_base(live):
    """What a player sees in tron."""
    game = live["game"]
    me, *others = game.riders
    if game.over or game.pause > 0:
        return None
    others = [(rider.x, rider.y) for rider in others if not rider.crashed]

    def is_free(cell):
        # Keep off the ring that an arena that shrinks will take next.
        return game.is_free(cell) and (not hasattr(game, "ring") or game.is_inside(cell, 1))

    return (me.x, me.y), me.way, others, is_free


def tron(frame):
    """Ride for the larger territory."""
    yield from ride(frame, look_at_base)


def tron_jump(frame):
    """Ride for the larger territory, and jump over a wall ahead where there is enough room behind it."""
    inner, seen = ride(frame, look_at_base), None
    keys = next(inner)
    while True:
        view, game = look_at_base(frame.live), frame.live["game"]
        if view and view[0] != seen and game.jumps and not game.air:
            (x, y), (dx, dy), others, is_free = view
            seen = x, y
            landing = x + 3 * dx, y + 3 * dy
            if is_free(landing) and not is_free((x + dx, y + dy)):
                if territory(landing, others, is_free) > 0.7 * territory((x, y), others, is_free):
                    keys = {"SPACE"}
        frame = yield keys
        keys = inner.send(frame)


def look_at_walls(live, size=16):
    """What a player sees in tron_1: cells around the place where the next turn would be, free where a cycle fits."""
    match = live["match"]
    me, *others = match.cycles
    if match.phase != "ride" or me.ridden < 14 or me.asked:
        return None
    soon = min(5, 2 + match.number)  # a key takes a frame to work
    x, y = me.x + soon * me.dx, me.y + soon * me.dy
    column, row = x // size, y // size
    walls = live["FENCE"] + [wall for cycle in match.cycles for wall in cycle.walls]

    def is_free(cell):
        left, top = x - 6 + (cell[0] - column) * size, y - 6 + (cell[1] - row) * size
        return pygame.Rect(left, top, 12, 12).collidelist(walls) < 0

    heads = [(other.x // size, other.y // size) for other in others]
    return (column, row), (me.dx, me.dy), heads, is_free


def tron_1(frame):
    """Ride for the larger territory."""
    yield from ride(frame, look_at_walls)
