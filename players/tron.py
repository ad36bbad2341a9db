"""Players of the tron family. Each turns where it will reach more cells before the other riders do."""

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
    """Turn as look(live) tells: (me, way, others, is_free), or None while nobody rides. Looks once for every cell."""
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
    return (me.x, me.y), me.way, others, game.is_free


def tron(frame):
    """Ride for the larger territory."""
    yield from ride(frame, look_at_base)


def look_at_walls(live, size=16):
    """What a player sees in tron_1: the field cut into cells, and those of which a wall touches the middle."""
    match, field = live["match"], live["FIELD"]
    cycles = match.cycles
    if match.phase != "ride" or cycles[0].ridden < 14:
        return None
    full = set()
    for wall in (wall for cycle in cycles for wall in cycle.walls):
        xs = range((wall.left - field.x + 2) // size, (wall.right - field.x - 3) // size + 1)
        ys = range((wall.top - field.y + 2) // size, (wall.bottom - field.y - 3) // size + 1)
        full.update((x, y) for x in xs for y in ys)
    soon = min(6, 2 + match.number)  # a key takes a frame to work
    heads = [(cycle.x + soon * cycle.dx, cycle.y + soon * cycle.dy) for cycle in cycles]
    me, *others = [((x - field.x) // size, (y - field.y) // size) for x, y in heads]

    def is_free(cell):
        return 0 <= cell[0] < field.width // size and 0 <= cell[1] < field.height // size and cell not in full

    return me, (cycles[0].dx, cycles[0].dy), others, is_free


def tron_1(frame):
    """Ride for the larger territory."""
    yield from ride(frame, look_at_walls)
