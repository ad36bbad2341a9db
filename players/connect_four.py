"""Players of the connect_four family. Each looks four moves ahead and drops its disc with the keys or with clicks."""

from functools import lru_cache

PACE = 20  # frames of thought before each move


@lru_cache(None)
def lines_of(columns, rows, need):
    """Return all lines of `need` cells as tuples of indices into a flat list of columns."""
    lines = []
    for x in range(columns):
        for y in range(rows):
            for dx, dy in (1, 0), (0, 1), (1, 1), (1, -1):
                if x + dx * (need - 1) < columns and 0 <= y + dy * (need - 1) < rows:
                    lines.append(tuple((x + dx * n) * rows + y + dy * n for n in range(need)))
    return lines


@lru_cache(None)
def lines_through(columns, rows, need):
    """Return the lines through each cell."""
    return [[line for line in lines_of(columns, rows, need) if cell in line] for cell in range(columns * rows)]


class Thinker:
    """A search over a flat list of cells: 1 is mine, -1 the other's, 0 free."""

    def __init__(self, discs, columns, rows, need):
        self.columns, self.rows, self.need = columns, rows, need
        self.cells = [discs.get((x, y), 0) for x in range(columns) for y in range(rows)]
        self.order = sorted(range(columns), key=lambda x: abs(2 * x - columns + 1))

    def worth(self):
        """Return how good the cells are for 1: lines that only one side has discs in."""
        total = 0
        for line in lines_of(self.columns, self.rows, self.need):
            values = [self.cells[cell] for cell in line]
            if -1 not in values:
                total += sum(values) ** 2
            elif 1 not in values:
                total -= sum(values) ** 2
        return total

    def search(self, side, depth, low=-(10**6), high=10**6):
        """Return (value for side, column) of the best move; alpha-beta."""
        best, move = -(10**6), None
        for x in self.order:
            column = self.cells[x * self.rows : (x + 1) * self.rows]
            if 0 not in column:
                continue
            cell = x * self.rows + column.index(0)
            self.cells[cell] = side
            lines = lines_through(self.columns, self.rows, self.need)[cell]
            if any(all(self.cells[other] == side for other in line) for line in lines):
                value = 10_000 + depth
            elif depth == 1:
                value = side * self.worth()
            else:
                value = -self.search(-side, depth - 1, -high, -max(low, best))[0]
            self.cells[cell] = 0
            if move is None or value > best:
                best, move = value, x
            if best >= high:
                break
        return (0 if move is None else best), move


def drop_discs(frame, look, depth=4):
    """Drop discs by what look(live) tells: None while it is not my turn, or (discs, columns, rows, need, x of clicks).

    It clicks on every other move and else presses the number of the column.
    """
    count = 0
    while True:
        seen = look(frame.live)
        if not seen:
            frame = yield ()
            continue
        *board, click_at = seen
        for _ in range(PACE):
            frame = yield ()
        _, column = Thinker(*board).search(1, depth)
        count += 1
        frame = yield [("click", *click_at(column))] if count % 2 else {str(column + 1)}
        frame = yield ()


def look_at_base(live):
    """What a player sees in connect_four."""
    match = live["match"]
    if match.player != "YOU" or match.is_falling or match.message:
        return None
    discs = {cell: 1 if player == "YOU" else -1 for cell, player in match.board.discs.items()}
    left, cell = live["LEFT"], live["CELL"]
    return discs, live["COLUMNS"], live["ROWS"], live["IN_LINE"], lambda column: (left + cell * column + 30, 300)


def popped(discs, column):
    """Return the discs after the lowest of a column has been taken out."""
    return {(x, y - (x == column)): disc for (x, y), disc in discs.items() if (x, y) != (column, 0)}


def best_pop(discs, columns, rows, need):
    """Return the column where taking my lowest disc out is better than every drop, or None."""
    mine = [x for x in range(columns) if discs.get((x, 0)) == 1]
    after = {x: -Thinker(popped(discs, x), columns, rows, need).search(-1, 2)[0] for x in mine}
    if after and max(after.values()) > Thinker(discs, columns, rows, need).search(1, 3)[0]:
        return max(mine, key=after.get)
    return None


def connect_four(frame):
    """Drop discs where four moves ahead it looks best."""
    yield from drop_discs(frame, look_at_base)


def connect_four_pop_out(frame):
    """Play like connect_four, and pop a disc out where that is better."""
    play, size = connect_four(frame), 0
    keys = next(play)
    while True:
        frame = yield keys
        seen = look_at_base(frame.live)
        if seen and len(seen[0]) > size + 6:
            size = len(seen[0])
            column = best_pop(*seen[:4])
            while column is not None and frame.live["match"].column != column:
                frame = yield {"RIGHT" if column > frame.live["match"].column else "LEFT"}
                frame = yield ()
            if column is not None:
                frame = yield {"DOWN"}
                frame = yield ()
        elif seen and len(seen[0]) < size - 2:
            size = 0
        keys = play.send(frame)


def look_at_columns(live):
    """What a player sees in connect_four_1."""
    state = live["state"]
    if state.phase != "aim":
        return None
    discs = {(x, y): disc for x, column in enumerate(state.columns) for y, disc in enumerate(column)}
    return discs, live["WIDE"], live["HIGH"], 4, lambda column: (56 + live["SIDE"] * column, 300)


def connect_four_1(frame):
    """Drop discs where four moves ahead it looks best."""
    yield from drop_discs(frame, look_at_columns)


def connect_four_1_bomb(frame):
    """Play like connect_four_1, and make a bomb of the disc when it is not going well."""
    play = connect_four_1(frame)
    keys = next(play)
    while True:
        frame = yield keys
        seen, state = look_at_columns(frame.live), frame.live["state"]
        if seen and state.bombs and not state.is_bomb and len(seen[0]) > 12:
            if Thinker(*seen[:4]).worth() < 0:
                frame = yield {"b"}
                frame = yield ()
        keys = play.send(frame)
