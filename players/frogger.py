"""Players of the frogger family. Each looks a few seconds ahead for a safe way to the next row."""

STEP = 12  # frames between two decisions
MOVES = {"UP": (0, -1), "LEFT": (-1, 0), "RIGHT": (1, 0), "DOWN": (0, 1)}


def way_ahead(x, row, is_safe, drift, cell=40, width=600, most=250):
    """Return the first key of the shortest way to a row nearer home, or the one that lives longest.

    is_safe(x, row, frames) tells whether the frog lives so many frames from now, drift(row) how far a row carries it.
    """
    seen, longest = set(), (0, None)
    edge = [(x, row, None, 0)]
    for x, row_now, first, step in edge:
        if row_now < row:
            return first
        if len(edge) > most:
            break
        for key, (dx, dy) in [(None, (0, 0)), *MOVES.items()]:
            new_x, new_row, when = x + dx * cell, row_now + dy, step * STEP
            if not cell / 2 <= new_x <= width - cell / 2 or new_row > 12 or new_row < row - 1:
                continue
            times = (1, STEP // 2, STEP)
            if not all(is_safe(new_x + drift(new_row) * t, new_row, when + t) for t in times):
                continue
            if new_row != row_now and not is_safe(new_x + drift(new_row) * 2 * STEP, new_row, when + 2 * STEP):
                continue
            new = (new_x + drift(new_row) * STEP, new_row, first or key or "wait", step + 1)
            mark = (new[0] // 20, new_row, step)
            if mark not in seen:
                seen.add(mark)
                edge.append(new)
                longest = max(longest, (step, new[2]), key=lambda item: item[0])
    return longest[1]


def hop_along(frame, look):
    """Hop by what look(live) tells: whether the frog lives, and what way_ahead has to know."""
    while True:
        alive, *seen = look(frame.live)
        key = way_ahead(*seen) if alive else None
        frame = yield {key} - {None, "wait"}
        for _ in range(STEP - 1):
            frame = yield set()


def is_free_of_snake(game, x, way):
    """Tell whether the snake of frogger_snake, if there is one, will not be at x then."""
    left = abs(1.5 * (game.travel + way) % 1000 - 500)
    return not hasattr(game, "snake_rect") or not left - 20 < x < left + 120


def look_at_base(live):
    """What a player sees in frogger: the lanes now, which go on evenly."""
    game, pace = live["game"], live["game"].pace()
    lanes = {row: (list(game.things(row)), facts[3] * pace) for row, facts in live["LANES"].items()}

    def drift(row):
        return lanes[row][1] if row in live["RIVER"] else 0

    def is_safe(x, row, frames):
        if row == 0:
            return any(abs(home - x) < 22 for home in live["HOMES"] if home not in game.full_homes)
        if not 20 < x < 580:
            return False
        if row not in lanes:
            return row != 6 or is_free_of_snake(game, x, frames * pace)
        things, speed = lanes[row]
        strip, is_river = 600 + live["MARGIN"], row in live["RIVER"]
        for number, (rect, depth) in enumerate(things):
            left = (rect.x + speed * frames + live["MARGIN"]) % strip - live["MARGIN"]
            clock = (game.travel + frames * pace) % 360 if is_river and live["LANES"][row][0] == "turtles" else 0
            if is_river and left - 6 < x < left + rect.width + 6 and (number or clock < 275):
                return True
            if not is_river and left - 16 < x < left + rect.width + 16:
                return False
        return not is_river

    return not game.dying and game.lives, game.x, game.row, is_safe, drift


def frogger(frame):
    """Hop row by row, and home."""
    yield from hop_along(frame, look_at_base)


def look_at_sprites(live):
    """What a player sees in frogger_1: cars and swimmers by their rows."""
    game, tile, top, loop = live["game"], live["TILE"], live["TOP"], live["LOOP"]
    frog = game.frog
    lanes = {}
    for sprite in [*game.cars, *game.swimmers]:
        lanes.setdefault((sprite.rect.y - top) // tile, []).append(sprite)
    rush = game.rush()

    def drift(row):
        return lanes[row][0].speed * rush if 0 < row < 6 else 0

    def is_safe(x, row, frames):
        if row == 0:
            return any(abs((col + 0.5) * tile - x) < 25 for col in live["HOME_COLS"] if col not in game.homes)
        if not 20 < x < 13 * tile - 20:
            return False
        is_river = 0 < row < 6
        for sprite in lanes.get(row, ()):
            left = (sprite.x + sprite.speed * rush * frames) % loop - 5 * tile
            reach = 6 if is_river else 18
            if left - reach < x < left + sprite.rect.width + reach:
                if not is_river:
                    return False
                if not sprite.dives or (sprite.age + frames) % 400 < 300:
                    return True
        return not is_river

    return True, frog.x, frog.row, is_safe, drift, tile, 13 * tile


def frogger_1(frame):
    """Hop row by row, and home."""
    yield from hop_along(frame, look_at_sprites)
