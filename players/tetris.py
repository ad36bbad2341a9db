"""Players of the tetris family. Each looks for the place that leaves the flattest stack, and goes there unhurried."""


def at_origin(cells):
    """Return cells moved to the corner, sorted, to compare shapes."""
    left, top = min(x for x, _ in cells), min(y for _, y in cells)
    return tuple(sorted((x - left, y - top) for x, y in cells))


def kind_of(cells):
    """Return the same shape for all ways a piece can be turned."""
    turns = [[(x, y), (-y, x), (-x, -y), (y, -x)] for x, y in cells]
    return min(at_origin(turned) for turned in zip(*turns))


def badness(stack, columns, rows):
    """Tell how bad a stack is, once full rows are cleared: high, with holes, uneven."""
    full = [y for y in range(rows) if all((x, y) in stack for x in range(columns))]
    kept = [(x, y + sum(row > y for row in full)) for x, y in stack if y not in full]
    heights = [rows - min([y for at, y in kept if at == x], default=rows) for x in range(columns)]
    steps = sum(abs(one - other) for one, other in zip(heights, heights[1:]))
    return 51 * sum(heights) + 36 * (sum(heights) - len(kept)) + 18 * steps - 76 * len(full)


def best_place(cells, stack, columns, rows):
    """Return the shape and the left edge of the best place for a piece."""
    choices = []
    tops = [min([y for at, y in stack if at == x], default=rows) for x in range(columns)]
    for _ in range(4):
        cells = at_origin([(-y, x) for x, y in cells])
        for left in range(columns - max(x for x, _ in cells)):
            down = min(tops[left + x] - y - 1 for x, y in cells)
            placed = {(left + x, down + y) for x, y in cells}
            choices.append((badness(stack | placed, columns, rows), cells, left))
    return min(choices)[1:]


def stack_neatly(frame, look):
    """Play by what look(live) tells: the cells of the piece, the stack, columns, rows."""
    planned_for, place = None, None
    while True:
        cells, stack, columns, rows = look(frame.live)
        if (stack, kind_of(cells)) != planned_for:
            planned_for, place = (stack, kind_of(cells)), best_place(cells, stack, columns, rows)
        left = min(x for x, _ in cells)
        if at_origin(cells) != place[0]:
            key = "UP"
        elif left != place[1]:
            key = "RIGHT" if left < place[1] else "LEFT"
        else:
            frame = yield {"DOWN"}
            continue
        for keys in [{key}] * 2 + [set()] * 4:
            frame = yield keys


def look_at_base(live):
    """What a player sees in tetris."""
    game = live["game"]
    return game.piece.cells(), set(game.stack), live["COLUMNS"], live["ROWS"]


def tetris(frame):
    """Turn, move, and let the piece fall fast."""
    yield from stack_neatly(frame, look_at_base)


def tetris_hold(frame):
    """Play like tetris, and put every fourth piece aside."""
    play, pieces, size = stack_neatly(frame, look_at_base), 0, 0
    keys = next(play)
    while True:
        frame = yield keys
        if len(frame.live["game"].stack) != size:
            size, pieces = len(frame.live["game"].stack), pieces + 1
            if pieces % 4 == 1:
                for keys in {"c"}, {"c"}, set():
                    frame = yield keys
        keys = play.send(frame)


def look_at_app(live):
    """What a player sees in tetris_1."""
    app = live["app"]
    stack = {(x, y) for y, row in enumerate(app.grid) for x, color in enumerate(row) if color}
    return [(app.x + dx, app.y + dy) for dx, dy in app.offsets], stack, live["WIDE"], live["HIGH"]


def tetris_1(frame):
    """Turn, move, and let the piece fall fast."""
    yield from stack_neatly(frame, look_at_app)


def tetris_1_upside_down(frame):
    """Play like tetris_1 with UP and DOWN exchanged."""
    play = stack_neatly(frame, look_at_app)
    keys = next(play)
    while True:
        frame = yield {{"UP": "DOWN", "DOWN": "UP"}.get(key, key) for key in keys}
        keys = play.send(frame)
