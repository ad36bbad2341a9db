"""Players of the minesweeper family. Each clicks on what must be safe, or else on what is least likely a mine."""

PACE = 24  # frames between two clicks


def groups_of(numbers, around, covered):
    """Return [(covered cells, mines among them)] for each revealed number."""
    groups = {}
    for cell, number in numbers.items():
        cells = frozenset(other for other in around(cell) if other in covered)
        if cells:
            groups[cells] = number
    return groups


def best_cell(numbers, around, covered, mines_left):
    """Return the covered cell to reveal: one that is safe, or the one with the lowest risk."""
    groups = groups_of(numbers, around, covered)
    grown = True
    while grown and len(groups) < 400:
        # What one number says of more cells than another one leaves a group of its own.
        new = {
            big - small: groups[big] - groups[small]
            for small in groups for big in groups if small < big and big - small not in groups
        }  # fmt: skip
        groups.update(new)
        grown = bool(new)
    mines = {cell for cells, count in groups.items() if count == len(cells) for cell in cells}
    safe = {cell for cells, count in groups.items() if count == 0 for cell in cells}
    if safe:
        return min(safe)
    risk = {cell: mines_left / len(covered) for cell in covered}
    for cells, count in groups.items():
        for cell in cells:
            risk[cell] = max(risk[cell], count / len(cells))
    return min(covered - mines or covered, key=lambda cell: (risk[cell], len(around(cell)), cell))


def minesweeper(frame):
    """Reveal with clicks."""
    while True:
        game, clicks = frame.live["game"], []
        board = game.board
        if frame.number % PACE == 0 and not game.result and not game.pause:
            cell = board.cursor
            if board.mines:
                known = board.shown & board.mines | board.flags
                numbers = {
                    cell: board.numbers[cell] - len(known & set(board.around(cell)))
                    for cell in board.shown - board.mines
                }
                covered = set(board.cells) - board.shown - board.flags
                cell = best_cell(numbers, board.around, covered, board.mine_count - len(known))
            clicks = [("click", *board.rect(cell).center)]
        frame = yield clicks


def minesweeper_lives_radar(frame):
    """Reveal with clicks, and scan where many cells next to the cursor are covered."""
    clicks = minesweeper(frame)
    inputs = next(clicks)
    while True:
        board = frame.live["game"].board
        near = set(board.around(board.cursor)) - board.shown - board.flags
        if frame.number % PACE == PACE // 2 and board.radar and board.mines and len(near) > 2:
            inputs = {"e"}
        frame = yield inputs
        inputs = clicks.send(frame)


def minesweeper_1(frame):
    """Reveal with clicks, once the last wave has run out."""
    while True:
        app, clicks = frame.live["app"], []
        if frame.number % PACE == 0 and not (app.ending or app.wave or app.rest):
            tile = app.cursor
            if app.is_mined():
                tiles = {(tile.x, tile.y): tile for tile in app.tiles}
                numbers = {place: tile.digit() for place, tile in tiles.items() if tile.is_open}
                covered = {place for place, tile in tiles.items() if not tile.is_open}

                def around(place):
                    return [(other.x, other.y) for other in tiles[place].neighbors]

                tile = tiles[best_cell(numbers, around, covered, app.mine_count)]
            clicks = [("click", int(tile.x), int(tile.y))]
        frame = yield clicks
