"""Players of the gomoku family. They rate points by the open lines of five through them, more boldly than the games do."""

WAYS = ((1, 0), (0, 1), (1, 1), (1, -1))
MINE = (1, 8, 60, 900, 90000)
THEIRS = (0, 7, 45, 700, 9000)


def lines_through(point, size):
    """Return the lines of five through a point."""
    x, y = point
    starts = [(x - dx * back, y - dy * back, dx, dy) for dx, dy in WAYS for back in range(5)]
    lines = [[(x + dx * step, y + dy * step) for step in range(5)] for x, y, dx, dy in starts]
    return [line for line in lines if all(0 <= x < size and 0 <= y < size for x, y in (line[0], line[4]))]


def worth(point, mine, theirs, size):
    """Return what a point is worth to me."""
    total = 0
    for line in lines_through(point, size):
        own, other = len(mine.intersection(line)), len(theirs.intersection(line))
        if not other:
            total += MINE[own]
        elif not own:
            total += THEIRS[other]
    return total


def five_in_a_row(frame, look):
    """Click the best point. look(live) tells (is it my turn, my stones, theirs, blocked, size, center of a point)."""
    while True:
        is_mine, mine, theirs, blocked, size, center_of = look(frame.live)
        if not is_mine:
            frame = yield ()
            continue
        free = {(x, y) for x in range(size) for y in range(size)} - mine - theirs - blocked
        near = [point for point in sorted(free) if any(
            abs(point[0] - x) < 3 and abs(point[1] - y) < 3 for x, y in mine | theirs)] or [(size // 2, size // 2)]  # fmt: skip
        best = max(near, key=lambda point: worth(point, mine, theirs, size))
        frame = yield [("click", *center_of(best))]
        for _ in range(3):
            frame = yield ()


def look_at_game(live):
    """What a player sees in gomoku."""
    game = live["game"]
    mine, theirs = ({point for point, owner in game.stones.items() if owner == who} for who in ("YOU", "CPU"))
    rocks = set(getattr(game, "rocks", ()))
    is_mine = game.turn == "YOU" and not game.five and not game.over
    return is_mine, mine, theirs, rocks, live["SIZE"], live["center_of"]


def gomoku(frame):
    """Build lines and stop those of the computer."""
    yield from five_in_a_row(frame, look_at_game)


def look_at_match(live):
    """What a player sees in gomoku_1."""
    match, size = live["match"], live["N"]
    places = {(x, y): match.board[y][x] for x in range(size) for y in range(size)}
    mine, theirs = ({place for place, stone in places.items() if stone == color} for color in "wb")
    is_mine = match.color == "w" and not match.row and not match.winner
    return is_mine, mine, theirs, set(), size, lambda point: live["place_of"](*point)


def gomoku_1(frame):
    """Build rows and stop those of the computer."""
    yield from five_in_a_row(frame, look_at_match)


def look_at_fading(live):
    """What a player sees in gomoku_1_fading: the stones that will still be there after the next of their color."""
    is_mine, mine, theirs, blocked, size, center_of = look_at_match(live)
    for stones, order in ((mine, live["match"].order["w"]), (theirs, live["match"].order["b"])):
        if len(order) == live["KEPT"]:
            stones.discard(order[0])
            blocked = blocked | {order[0]}
    return is_mine, mine, theirs, blocked, size, center_of


def gomoku_1_fading(frame):
    """Play like gomoku_1, and count on no stone that is about to leave."""
    yield from five_in_a_row(frame, look_at_fading)


def gomoku_1_bomb(frame):
    """Play like gomoku_1, and in each round use the bomb on the computer's fourth stone."""
    play = five_in_a_row(frame, look_at_match)
    inputs = next(play)
    while True:
        match = frame.live["match"]
        if match.bombs and match.count >= 8 and match.color == "w" and not match.row:
            frame = yield {"b"}
            inputs = ()
        frame = yield inputs
        inputs = play.send(frame)
