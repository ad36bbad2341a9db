"""Players of the snake family. Each steers greedily to the food and looks a little ahead."""

MOVES = {"UP": (0, -1), "DOWN": (0, 1), "LEFT": (-1, 0), "RIGHT": (1, 0)}


def ahead(cell, move, portals=()):
    """Return the cell one move away, on the other side if a portal is in between."""
    cell = (cell[0] + move[0], cell[1] + move[1])
    if cell in portals:
        other = portals[1 - portals.index(cell)]
        cell = (other[0] + move[0], other[1] + move[1])
    return cell


def distance(cell, food, portals=()):
    """Count the steps to the food, straight or through a portal, with nothing in the way."""
    ways = [abs(cell[0] - food[0]) + abs(cell[1] - food[1])]
    for way_in, way_out in zip(portals, reversed(portals)):
        ways.append(distance(cell, way_in) + distance(way_out, food))
    return min(ways)


def room(start, is_free, enough, portals=()):
    """Count the free cells that can be reached from a cell, up to `enough`."""
    reached, edge = {start}, [start]
    while edge and len(reached) < enough:
        here = edge.pop()
        for move in MOVES.values():
            cell = ahead(here, move, portals)
            if cell not in reached and is_free(cell):
                reached.add(cell)
                edge.append(cell)
    return len(reached)


def best_turn(head, food, is_free, length, portals=()):
    """Return the key that leads nearest to the food without entering a dead end."""
    choices = []
    for key, move in MOVES.items():
        cell = ahead(head, move, portals)
        if is_free(cell):
            is_dead_end = room(cell, is_free, length, portals) < length
            choices.append((is_dead_end, distance(cell, food, portals), key))
    return {min(choices)[2]} if choices else set()


def snake(frame):
    """Turn on the frame before each step."""
    while True:
        game, rules = frame.live["game"], frame.live
        keys = set()
        if game.apple and game.frames_to_step == 1:
            body = set(game.snake.cells)

            def is_free(cell):
                inside = 0 <= cell[0] < rules["COLUMNS"] and 0 <= cell[1] < rules["ROWS"]
                return inside and cell not in body

            keys = best_turn(game.snake.cells[0], game.apple, is_free, len(body))
        frame = yield keys


def at_each_step(frame, look):
    """Decide right after each step; look(live) tells what best_turn has to know."""
    decided_at = None
    while True:
        head, food, *rest = look(frame.live)
        keys = set()
        if food and head != decided_at:
            decided_at = head
            keys = best_turn(head, food, *rest)
        frame = yield keys


def look_at_garden(live):
    """What a player sees in snake_1."""
    garden = live["garden"]
    body = set(garden.snake.body)
    return garden.snake.body[-1], garden.apple, lambda cell: cell in live["ALL_CELLS"] - body, len(body)


def snake_1(frame):
    """Turn on the frame after each step."""
    yield from at_each_step(frame, look_at_garden)


def snake_1_two_players(frame):
    """Two players at one keyboard; blue joins after three seconds."""
    keys_of_blue = {"UP": "w", "DOWN": "s", "LEFT": "a", "RIGHT": "d"}

    def look_as(number):
        def look(live):
            garden = live["garden"]
            bodies = {cell for snake in garden.snakes for cell in snake.body}
            body = garden.snakes[number].body
            return body[-1], garden.apple, lambda cell: cell in live["ALL_CELLS"] - bodies, len(body)

        return look

    green, blue = at_each_step(frame, look_as(0)), None
    keys, wanted = next(green), set()
    while True:
        frame = yield keys | {keys_of_blue[key] for key in wanted}
        keys = green.send(frame)
        if blue:
            wanted = blue.send(frame)
        elif frame.number >= 180:
            blue = at_each_step(frame, look_as(1))
            wanted = next(blue)


def look_at_app(live):
    """What a player sees in snake_2 and its remix with portals."""
    app = live["app"]

    def is_free(cell):
        x, y = cell
        return 0 <= x < app.WIDE and 0 <= y < app.HIGH and not app.steps_left[y][x]

    return app.head, app.food, is_free, app.length, getattr(app, "portals", ())


def snake_2(frame):
    """Turn on the frame after each step."""
    yield from at_each_step(frame, look_at_app)


def look_at_floor(live):
    """What a player sees in snake_3 and its remix with a rival: a flat floor."""
    play, across = getattr(live["scene"], "play", live["scene"]), live["ACROSS"]

    def is_free(cell):
        return play.floor[cell[1] * across + cell[0]] in (live["BARE"], live["APPLE"])

    head, apple = play.places[0], play.floor.index(live["APPLE"]) if live["APPLE"] in play.floor else 0
    apple = (apple % across, apple // across) if apple else None
    return (head % across, head // across), apple, is_free, len(play.places)


def snake_3(frame):
    """Turn on the frame after each step."""
    yield from at_each_step(frame, look_at_floor)


def look_at_meadow(live):
    """What a player sees in snake_4 and its remixes: beads, stones, and gold before red apples."""
    meadow = live["meadow"]
    meal = meadow.golden if hasattr(meadow, "golden") and meadow.golden.cell.x >= 0 else meadow.apple
    taken = [tuple(bead.cell) for bead in (*meadow.beads, *getattr(meadow, "stones", ()))]

    def is_free(cell):
        return 0 <= cell[0] < live["COLUMNS"] and 0 <= cell[1] < live["ROWS"] and cell not in taken

    return tuple(meadow.beads[0].cell), tuple(meal.cell), is_free, len(meadow.beads)


def snake_4(frame):
    """Turn on the frame after each step."""
    yield from at_each_step(frame, look_at_meadow)


def snake_4_shed(frame):
    """Play like snake_4, and drop the tail whenever it has become long."""
    play = snake_4(frame)
    keys = next(play)
    while True:
        is_long = len(frame.live["meadow"].beads) >= 8
        frame = yield keys | ({"SPACE"} if is_long and frame.number % 2 else set())
        keys = play.send(frame)


def snake_moving_food_countdown_dash(frame):
    """Turn after each step, and dash to an apple that is far while hunger allows it."""

    def look(live):
        cells = live["game"].snake.cells
        body = set(cells)

        def is_free(cell):
            return 0 <= cell[0] < live["COLUMNS"] and 0 <= cell[1] < live["ROWS"] and cell not in body

        return cells[0], live["game"].apple, is_free, len(cells)

    play = at_each_step(frame, look)
    keys = next(play)
    while True:
        game = frame.live["game"]
        is_far = game.apple and distance(game.snake.cells[0], game.apple) > 3
        dash = {"SPACE"} if is_far and game.hunger_frames > 400 and not game.result else set()
        frame = yield keys | dash
        keys = play.send(frame)
