"""Players of the pac_man family. Each walks to the nearest dot and keeps clear of the ghosts that hunt."""

MOVES = {"UP": (0, -1), "LEFT": (-1, 0), "DOWN": (0, 1), "RIGHT": (1, 0)}


def steps_from(starts, ahead, is_open, most=99):
    """Return {cell: steps} for all cells that can be reached."""
    steps, edge = {cell: 0 for cell in starts}, list(starts)
    for cell in edge:
        for move in MOVES.values():
            other = ahead(cell, move)
            if steps[cell] < most and other not in steps and is_open(other):
                steps[other] = steps[cell] + 1
                edge.append(other)
    return steps


def best_key(cell, food, prey, hunters, ahead, is_open):
    """Return the key that leads to the nearest food or prey by a way that no hunter reaches first."""
    danger = steps_from(hunters, ahead, is_open, 12)
    best = None
    for key, move in MOVES.items():
        first = ahead(cell, move)
        if not is_open(first):
            continue

        def is_safe(other, reach={first: 1}):
            return is_open(other) and other != cell and danger.get(other, 99) > 2

        safe = danger.get(first, 99) > 2
        steps = steps_from([first], ahead, is_safe)
        goals = [steps[goal] - 6 for goal in prey if goal in steps] + [steps[goal] for goal in food if goal in steps]
        far = danger.get(first, 99)
        value = (not safe, min(goals, default=99) if safe else -far, -far, key)
        best = min(best, value) if best else value
    return {best[-1]} if best else set()


def way_of_pac(live):
    """What a player of pac_man and its remixes presses."""
    game, cells = live["game"], live["CELLS"]
    hunters = [ghost.cell for ghost in game.ghosts if ghost.mode in ("hunt", "house")]
    prey = [ghost.cell for ghost in game.ghosts if ghost.mode == "scared" and game.fright > 90]
    return best_key(game.pac.cell, game.dots, prey, hunters, live["ahead"], lambda cell: cells[cell] not in "#-")


def pac_man(frame):
    """Press the best key in every other frame."""
    while True:
        frame = yield way_of_pac(frame.live) if frame.number % 2 else ()


def sprint(live):
    """Hold SHIFT while a hunter is near."""
    game = live["game"]
    x, y = game.pac.cell
    hunters = [ghost.cell for ghost in game.ghosts if ghost.mode == "hunt"]
    return {"LSHIFT"} if any(abs(x - cell[0]) + abs(y - cell[1]) < 6 for cell in hunters) else set()


def pac_man_sprint(frame):
    """Play pac_man and run from the ghosts."""
    while True:
        frame = yield sprint(frame.live) | (way_of_pac(frame.live) if frame.number % 2 else set())


def pac_man_sprint_versus(frame):
    """Two players at one keyboard; the second one takes the red ghost to the other by the shortest way."""
    wasd = {"UP": "w", "DOWN": "s", "LEFT": "a", "RIGHT": "d"}
    while True:
        live, keys = frame.live, sprint(frame.live)
        if frame.number % 2:
            keys |= way_of_pac(live)
        else:
            game, cells, ahead = live["game"], live["CELLS"], live["ahead"]
            steps = steps_from([game.pac.cell], ahead, lambda cell: cells[cell] not in "#-")
            red = game.ghosts[0].cell
            keys.add(wasd[min(MOVES, key=lambda key: steps.get(ahead(red, MOVES[key]), 999))])
        frame = yield keys


def pac_man_1(frame):
    """Press the best key for the tile that the player is on; keys are food, and doors are walls."""
    while True:
        live, world = frame.live, frame.live["world"]
        maze, columns, tile_of = live["MAZE"], live["COLS"], live["tile_of"]
        doors, food = getattr(world, "doors", ()), [*world.dots, *getattr(world, "keys", ())]

        def ahead(tile, move):
            return ((tile[0] + move[0]) % columns, tile[1] + move[1])

        def is_open(tile):
            return maze[tile[1]][tile[0]] not in "#-" and tile not in doors

        x, y = tile_of(world.pac)
        hunters = [tile_of(ghost.rect) for ghost in world.ghosts if ghost.mood in ("hunting", "leaving")]
        prey = [tile_of(ghost.rect) for ghost in world.ghosts if ghost.mood == "scared" and world.power > 90]
        keys = best_key((x % columns, y), food, prey, hunters, ahead, is_open)
        frame = yield keys if frame.number % 2 else ()
