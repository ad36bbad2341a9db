"""Players of the sokoban family. Each searches the shortest way to solve the level and walks it, seven steps a second."""

PACE = 8  # frames between two steps
KEYS = {"UP": (0, -1), "DOWN": (0, 1), "LEFT": (-1, 0), "RIGHT": (1, 0)}
PULLS = [f"SPACE {key}" for key in KEYS]
KNOWN = {}  # level -> {state: the keys that solve it from there}


def solve(level, state, step, is_done, choices=tuple(KEYS)):
    """Return the keys of a shortest way from a state to one that is done, [] without one.

    step(state, key) returns the state after a step, or None if it is not possible. `level` is whatever makes this
    level different from others.
    """
    known = KNOWN.setdefault(level, {})
    if state not in known:
        known[state] = []
        ways, edge = {state: None}, [state]
        for place in edge:
            if is_done(place):
                keys = []
                while ways[place]:
                    place, key = ways[place]
                    keys = [key, *keys]
                    known[place] = keys
                break
            for key in choices:
                new = step(place, key)
                if new and new not in ways:
                    ways[new] = place, key
                    edge.append(new)
    return known[state]


def push(state, dx, dy, walls, ice=frozenset()):
    """Step and push in a state (worker, boxes), None if it is not possible; a box goes on while it is on ice."""
    (x, y), boxes = state
    ahead = x + dx, y + dy
    if ahead in walls:
        return None
    if ahead not in boxes:
        return ahead, boxes
    rest, to = boxes - {ahead}, (x + 2 * dx, y + 2 * dy)
    if to in walls or to in rest:
        return None
    while to in ice and (to[0] + dx, to[1] + dy) not in walls | rest:
        to = to[0] + dx, to[1] + dy
    return ahead, rest | {to}


def walk(frame, plan):
    """Walk as plan(live) tells: the keys that solve the level as it is now, [] while it is no time to step."""
    while True:
        keys = plan(frame.live)
        frame = yield set(keys[0].split()) if keys else set()
        for _ in range(PACE - 1):
            frame = yield set()


def plan_base(live):
    """The plan for sokoban and sokoban_ice."""
    game = live["game"]
    if game.won or game.pause > 0:
        return []
    boxes, walls, places = (frozenset(cells) for cells in (game.boxes, game.walls, game.places))
    ice = frozenset(getattr(game, "ice", ()))

    def step(state, key):
        return push(state, *KEYS[key], walls, ice)

    return solve((walls, places, ice), (game.worker, boxes), step, lambda state: state[1] == places)


def sokoban(frame):
    """Walk the shortest solutions, after a step aside that is taken back."""
    for keys in {"DOWN"}, set(), {"u"}, set():
        frame = yield keys
    yield from walk(frame, plan_base)


def move_colored(state, dx, dy, walls, pulls_now):
    """Step, push or pull in a state (worker, items of the dict of boxes, pulls left)."""
    (x, y), items, pulls = state
    boxes = dict(items)
    pushed = push(((x, y), frozenset(boxes)), dx, dy, walls)
    if pushed is None:
        return None
    new, old = pushed[1] - boxes.keys(), boxes.keys() - pushed[1]
    if new:
        boxes[min(new)] = boxes.pop(min(old))
    elif pulls_now and pulls and (x - dx, y - dy) in boxes:
        boxes[x, y] = boxes.pop((x - dx, y - dy))
        pulls -= 1
    return pushed[0], frozenset(boxes.items()), pulls


def plan_colored(live):
    """The plan for sokoban_colors, with its pulls where it has them."""
    game = live["game"]
    if game.won or game.pause > 0:
        return []
    boxes, places, walls = frozenset(game.boxes.items()), frozenset(game.places.items()), frozenset(game.walls)
    pulls = getattr(game, "pulls", 0) if game.number < 3 else 0  # it takes long to see all that pulls can do

    def step(state, key):
        return move_colored(state, *KEYS[key.split()[-1]], walls, key in PULLS)

    keys = [*KEYS, *PULLS] if pulls else list(KEYS)
    return solve((walls, places), (game.worker, boxes, pulls), step, lambda state: state[1] == places, keys)


def sokoban_colors(frame):
    """Walk the shortest solutions."""
    yield from walk(frame, plan_colored)


def read_depot(depot):
    """Return the walls and the places of sokoban_1."""
    marks = [((x, y), mark) for y, row in enumerate(depot.floor) for x, mark in enumerate(row)]
    return [frozenset(spot for spot, mark in marks if mark == kind) for kind in "Xo"]


def plan_depot(live):
    """The plan for sokoban_1."""
    depot = live["depot"]
    if depot.finished or depot.rest:
        return []
    walls, places = read_depot(depot)

    def step(state, key):
        return push(state, *KEYS[key], walls)

    return solve((walls, places), (depot.truck, frozenset(depot.crates)), step, lambda state: state[1] == places)


def sokoban_1(frame):
    """Drive the shortest solutions."""
    yield from walk(frame, plan_depot)


def plan_guarded(live):
    """The plan for sokoban_1_guard, in which the guard's round is foreseen."""
    depot = live["depot"]
    if depot.finished or depot.rest:
        return []
    walls, places = read_depot(depot)

    def step(state, key):
        truck, crates, guard, (dx, dy) = state
        pushed = push((truck, crates), *KEYS[key], walls)
        if pushed is None or pushed[0] == guard or guard in pushed[1]:
            return None
        ahead = guard[0] + dx, guard[1] + dy
        guard, beat = (guard, (-dy, dx)) if ahead in walls | pushed[1] else (ahead, (dx, dy))
        return None if guard == pushed[0] else (*pushed, guard, beat)

    start = depot.truck, frozenset(depot.crates), depot.guard, depot.beat
    return solve((walls, places), start, step, lambda state: state[1] == places)


def sokoban_1_guard(frame):
    """Drive the shortest solutions around the guard."""
    yield from walk(frame, plan_guarded)
