"""Players of the flappy_bird family. Each flaps before the bird sinks to the lower rim of the next gap."""


def flapping(frame, look, key="SPACE"):
    """Tap the key whenever look(live) says that the bird is too low."""
    while True:
        is_low = look(frame.live)
        frame = yield {key} if is_low else ()
        if is_low:
            frame = yield ()


def flappy_bird(frame):
    """Flap over the rim of the pipes ahead."""

    def look(live):
        game = live["game"]
        ahead = [pair for pair in game.pipes if pair.x + live["PIPE_WIDTH"] > live["BIRD_X"] - 18]
        rim = ahead[0].top + ahead[0].gap if ahead else 300
        return game.bird.y + game.bird.speed > rim - 34

    yield from flapping(frame, look)


def flappy_bird_1(frame):
    """Flap over the rim of the gate ahead."""

    def look(live):
        world = live["world"]
        rim = world.gates[world.points].bottom if world.gates else 300
        return world.y - world.rise / 60 > rim - 32

    yield from flapping(frame, look)


def flappy_bird_2(frame):
    """Flap over the rim of the lower pipe ahead."""

    def look(live):
        app = live["app"]
        rim = app.to_pass[0].rect.top if app.to_pass else 320
        return app.bird.y + app.bird.speed > rim - 40

    yield from flapping(frame, look)


def flappy_bird_3(frame):
    """Flap over the rim of the column ahead."""

    def look(live):
        game = live["game"]
        ahead = [column for column in game["columns"] if column["x"] + live["COLUMN_WIDTH"] > live["BIRD_X"] - 18]
        rim = ahead[0]["bottom"] if ahead else 300
        return game["y"] + game["speed"] > rim - 34

    yield from flapping(frame, look)


def flappy_bird_4(frame):
    """Flap over the rim of the pipe ahead."""

    def look(live):
        bird, pipes = live["flappy"].bird, live["flappy"].pipes
        ahead = [pipe for pipe in pipes if pipe.x + 70 > bird.place.x - 18]
        return bird.place.y + bird.sink > min(ahead, key=lambda pipe: pipe.x).lower_end - 36

    yield from flapping(frame, look)


def flappy_bird_2_seeds(frame):
    """Fly as before, and spit a seed when a cracked pipe is level with the beak."""
    flight = flappy_bird_2(frame)
    keys = set(next(flight))
    while True:
        frame = yield keys
        app, keys = frame.live["app"], set(flight.send(frame))
        cracked = [pipe.rect for pipe in app.pipes if type(pipe).__name__ == "CrackedPipe"]
        is_level = any(rect.top + 8 < app.bird.y < rect.bottom - 8 and 200 < rect.x < 480 for rect in cracked)
        if is_level and frame.number % 8 < 2:
            keys.add("RIGHT")


def flappy_bird_3_gravity(frame):
    """Flip gravity when the bird leaves the height of the next coin or of the middle of the next gap."""

    def look(live):
        game, x = live["game"], live["BIRD_X"]
        ahead = [column for column in game["columns"] if column["x"] + live["COLUMN_WIDTH"] > x - 20]
        aim = (ahead[0]["top"] + ahead[0]["bottom"]) / 2 if ahead else 260
        coins = [coin for coin in game.get("coins", ()) if 0 < coin[0] - x < 70]
        if coins and ahead and ahead[0]["x"] > x + 130:
            aim = coins[0][1]
        off = game["y"] + game["speed"] - aim
        return off * game["pull"] > 0 and abs(off) > 15

    yield from flapping(frame, look)


def flappy_bird_3_gravity_coins(frame):
    """Fly as before and buy a shield as soon as there is money for one."""
    flight = flappy_bird_3_gravity(frame)
    keys = set(next(flight))
    while True:
        frame = yield keys
        keys = set(flight.send(frame))
        if frame.live["game"]["purse"] >= 10 and frame.number % 10 < 2:
            keys.add("s")


def flappy_bird_4_two_birds(frame):
    """Two players who look at the same pipes; pink is the less careful one."""

    def low(number, margin):
        def look(live):
            bird, pipes = live["flappy"].birds[number], live["flappy"].pipes
            ahead = [pipe for pipe in pipes if pipe.x + 70 > bird.place.x - 18]
            return bird.place.y + bird.sink > min(ahead, key=lambda pipe: pipe.x).lower_end - margin

        return look

    gold, pink = flapping(frame, low(0, 36)), flapping(frame, low(1, 22), "UP")
    keys = set(next(gold)) | set(next(pink))
    while True:
        frame = yield keys
        keys = set(gold.send(frame)) | set(pink.send(frame))
