"""Players of the match_three family. Each clicks on the two gems whose swap makes the longest rows."""

PACE = 24  # frames between two clicks


def row_cells(kinds, cell):
    """Return the cells of the rows of three or more through a cell of {(x, y): kind}."""
    found = set()
    for dx, dy in (1, 0), (0, 1):
        row = [cell]
        for sign in 1, -1:
            x, y = cell[0] + sign * dx, cell[1] + sign * dy
            while kinds.get((x, y)) == kinds[cell]:
                row.append((x, y))
                x, y = x + sign * dx, y + sign * dy
        if len(row) >= 3:
            found.update(row)
    return found


def best_swap(kinds, fixed=()):
    """Return the two cells whose swap makes most cells vanish; `fixed` cells cannot be swapped."""
    best, pair = 0, None
    for x, y in sorted(kinds):
        for other in (x + 1, y), (x, y + 1):
            if other in kinds and not {(x, y), other} & set(fixed):
                swapped = {**kinds, (x, y): kinds[other], other: kinds[x, y]}
                rows = row_cells(swapped, (x, y)) | row_cells(swapped, other)
                if len(rows) > best:
                    best, pair = len(rows), ((x, y), other)
    return pair


def click_swaps(frame, look):
    """Click by what look(live) tells: None while the game is busy, or (two cells, their places on the screen)."""
    while True:
        seen = look(frame.live) if frame.number % PACE == 0 else None
        if not seen:
            frame = yield ()
            continue
        for place in seen:
            frame = yield [("click", *place)]
            for _ in range(PACE // 2):
                frame = yield ()


def look_at_base(live):
    """Return the places of the best swap in match_three."""
    game = live["game"]
    pair = game.is_ready and not game.result and best_swap({cell: gem.kind for cell, gem in game.gems.items()})
    return pair and [(60 + 60 * x, 90 + 60 * y) for x, y in pair]


def match_three(frame):
    """Swap what brings most."""
    yield from click_swaps(frame, look_at_base)


def look_at_pile(live):
    """Return the places of the best swap in match_three_1, and in its remix with ice."""
    state, left, floor = live["state"], live["LEFT"] + 32, live["FLOOR"] - 32
    jewels = {(x, y): jewel for x, column in enumerate(state.pile) for y, jewel in enumerate(column)}
    kinds = {place: jewel[0] for place, jewel in jewels.items()}
    fixed = {place for place, jewel in jewels.items() if any(jewel[2:])}
    pair = state.phase == "play" and best_swap(kinds, fixed)
    return pair and [(left + 64 * x, floor - 64 * y) for x, y in pair]


def match_three_1(frame):
    """Swap what brings most."""
    yield from click_swaps(frame, look_at_pile)
