"""Players of the flood_it family. Each picks the color that lets the flood grow most, twice a second."""

PACE = 30  # frames between two moves


def neighbors(cell):
    """Return the four cells around a cell."""
    x, y = cell
    return ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1))


def gain(cells, flood, color, around=neighbors):
    """Count the cells of a color that would join the flood."""
    joined, edge = set(), list(flood)
    while edge:
        for cell in around(edge.pop()):
            if cell not in joined and cell not in flood and cells.get(cell) == color:
                joined.add(cell)
                edge.append(cell)
    return len(joined)


def best_color(cells, flood):
    """Return the number of the color with the greatest gain."""
    return max(range(6), key=lambda color: gain(cells, flood, color))


def flood_it(frame):
    """Press the number key of the best color."""
    while True:
        keys = set()
        if frame.number % PACE == 0:
            board = frame.live["game"].board
            keys = {str(best_color(board.cells, board.flood) + 1)}
        frame = yield keys


def best_die(state, size):
    """Return the best color of a flat list of dice."""
    cells = {(i % size, i // size): color for i, color in enumerate(state.dice)}
    return best_color(cells, {(i % size, i // size) for i in state.owned})


def flood_it_1(frame):
    """Press the number key of the best color, and SPACE after a cleared level."""
    while True:
        keys = set()
        if frame.number % PACE == 0:
            state = frame.live["state"]
            size = frame.live["side"](state)
            keys = {"SPACE"} if state.phase == "cleared" else {str(best_die(state, size) + 1)}
        frame = yield keys


def flood_it_2(frame):
    """Click on the drop of the best paint."""
    while True:
        clicks = []
        if frame.number % PACE == 0:
            app, paints = frame.live["app"], frame.live["PAINTS"]
            cells = {tile.rect.topleft: paints.index(tile.paint) for tile in app.tiles}
            flood = {tile.rect.topleft for tile in app.tiles if tile.covered}
            step = app.corner.rect.width

            def around(cell):
                x, y = cell
                return ((x + step, y), (x - step, y), (x, y + step), (x, y - step))

            best = max(range(6), key=lambda number: gain(cells, flood, number, around))
            x, y = app.drop_place(best)
            clicks = [("click", int(x), int(y))]
        frame = yield clicks


def flood_it_opponent(frame):
    """Press the best color that the rival does not have."""
    while True:
        keys = set()
        if frame.number % PACE == 0:
            board = frame.live["game"].board
            barred = (board.cells[0, 0], board.cells[board.rival_corner])
            colors = [color for color in range(6) if color not in barred]
            best = max(colors, key=lambda color: gain(board.cells, board.flood, color))
            keys = {str(best + 1)}
        frame = yield keys


def flood_it_bomb(frame):
    """Play like flood_it_1, and set the bomb off when a third of the dice are owned."""
    player = flood_it_1(frame)
    keys = next(player)
    while True:
        frame = yield keys
        keys = player.send(frame)
        state = frame.live["state"]
        if keys and state.phase == "play" and state.bombs and len(state.owned) * 3 > len(state.dice):
            keys = {"b"}
