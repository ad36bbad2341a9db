"""Players of the game_2048 family. Each keeps the great tiles in a corner and looks one new tile ahead."""

import functools

PACE = 6  # frames from move to move
STONE = -1
KEYS = ("LEFT", "RIGHT", "UP", "DOWN")


def equal(one, other):
    """Return what two tiles merge into, or 0: the rule of 2048."""
    return 2 * one if one == other else 0


def fibonacci(one, other):
    """The rule of game_2048_fibonacci: neighbors in the row 1, 1, 2, 3, 5, 8 merge."""
    low, high = sorted((one, other))
    return low + high if high == 1 or low < high < 2 * low or (low, high) == (1, 2) else 0


@functools.lru_cache(1 << 16)
def packed(line, rule):
    """Return a line of tiles slid to its beginning; a stone stays where it is."""
    if STONE in line:
        at = line.index(STONE)
        return packed(line[:at], rule) + (STONE,) + packed(line[at + 1 :], rule)
    tiles, done = [number for number in line if number], []
    while tiles:
        number = tiles.pop(0)
        if tiles and rule(number, tiles[0]):
            number = rule(number, tiles.pop(0))
        done.append(number)
    return tuple(done) + (0,) * (len(line) - len(done))


def turned(rows):
    """Exchange rows and columns."""
    return tuple(zip(*rows))


def moved(rows, key, rule):
    """Return the board after a key."""
    if key in ("UP", "DOWN"):
        return turned(moved(turned(rows), "LEFT" if key == "UP" else "RIGHT", rule))
    if key == "LEFT":
        return tuple(packed(row, rule) for row in rows)
    return tuple(packed(row[::-1], rule)[::-1] for row in rows)


@functools.lru_cache(1 << 16)
def row_worth(row, weights):
    """Count tiles by their weights, and cells that are free."""
    return sum(number * weight for number, weight in zip(row, weights) if number > 0)


def worth(rows):
    """Prefer great tiles along a snake that begins in a corner."""
    size, value, weight = len(rows), 0.0, 1.0
    for place, row in enumerate(rows):
        weights = tuple(weight * 0.5**x for x in range(size))
        value += row_worth(row if place % 2 == 0 else row[::-1], weights)
        weight = weights[-1] * 0.5
    return value


def choices(rows, rule):
    """Return the boards that the keys lead to, if they change anything."""
    boards = {key: moved(rows, key, rule) for key in KEYS}
    return {key: board for key, board in boards.items() if board != rows}


def outlook(rows, rule, new, depth):
    """Return what a board will be worth on average, after a tile appears on some of the free cells."""
    free = [(x, y) for y, row in enumerate(rows) for x, number in enumerate(row) if number == 0]
    total, some = 0, free[:: len(free) // 5 + 1]
    for x, y in some:
        row = rows[y][:x] + (new,) + rows[y][x + 1 :]
        board = rows[:y] + (row,) + rows[y + 1 :]
        nexts = choices(board, rule).values()
        if depth and len(free) < 5:
            total += max((outlook(after, rule, new, depth - 1) for after in nexts), default=0)
        else:
            total += max(map(worth, nexts), default=0)
    return total / max(1, len(some))


def best_key(rows, rule=equal, new=2):
    """Return the key that leads to the best outlook."""
    boards = choices(rows, rule)
    return max(boards, key=lambda key: outlook(boards[key], rule, new, 1), default="LEFT")


def slide(frame, look, rule=equal, new=2, pace=PACE):
    """Press the best key for what look(live) tells: the rows of the board."""
    while True:
        key = best_key(look(frame.live), rule, new)
        for keys in [{key}] * 2 + [set()] * (pace - 2):
            frame = yield keys


def rows_of(cells):
    """Return the rows of a dict of cells (x, y)."""
    wide, high = (1 + max(cell[axis] for cell in cells) for axis in (0, 1))
    return tuple(tuple(cells[x, y] for x in range(wide)) for y in range(high))


def look_at_base(live):
    """What a player sees in game_2048."""
    return rows_of(live["game"].board)


def game_2048(frame):
    """Slide towards the corner."""
    yield from slide(frame, look_at_base)


def game_2048_fibonacci(frame):
    """Slide towards the corner by the other rule."""
    yield from slide(frame, look_at_base, fibonacci, 1)


def game_2048_autopilot(frame):
    """Let the computer play for some seconds first."""
    for _ in range(400):
        frame = yield {"SPACE"}
    yield from slide(frame, look_at_base)


def look_at_grid(live):
    """What a player sees in game_2048_1: empty cells are not in the grid, and a stone is a 0."""
    grid, cells = live["state"].grid, range(live["CELLS"])
    return tuple(tuple(grid[x, y].number or STONE if (x, y) in grid else 0 for x in cells) for y in cells)


def game_2048_1(frame):
    """Push towards the corner."""
    yield from slide(frame, look_at_grid)
