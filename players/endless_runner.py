"""Players of the endless_runner family. Each tries, a moment ahead, what comes of jumping, sliding or running on."""

AHEAD = 70  # frames to think ahead
SOON = 14  # frames before a crash at which something has to be done


def outcome(sight, kind, held=0):
    """Return (frames until a crash, coins) for a plan: "run", "slide", or "jump" with the key held for some frames."""
    y, rise, ground, speed, obstacles, coins, jump_speed, gravity, body = sight
    rise, caught = jump_speed if kind == "jump" else rise, set()
    for frame in range(1, AHEAD):
        slides = kind == "slide" and y == ground
        rise += gravity(rise, kind == "jump" and frame <= held, frame)
        y = min(ground, y + rise)
        rise = 0 if y == ground else rise
        box = body(y, slides)
        box.x += speed * frame
        if box.collidelist(obstacles) >= 0:
            return frame, len(caught)
        caught.update(box.collidelistall(coins))
        if kind == "jump" and y == ground:
            kind = "run"
    return AHEAD, len(caught)


def best_plan(sight):
    """Return the plan to follow from the ground: ("run" or "slide", 0) or ("jump", frames to hold the key)."""
    if outcome(sight, "run")[0] > SOON:
        return "run", 0
    plans = [("run", 0), ("slide", 0), *(("jump", held) for held in (1, 6, 12, 24))]
    return max(plans, key=lambda plan: outcome(sight, *plan))


def run_on(frame, look):
    """Play by what look(live) tells: see `outcome`."""
    while True:
        sight = look(frame.live)
        kind, held = best_plan(sight) if sight[0] == sight[2] else ("run", 0)
        if kind == "jump":
            frame = yield {"SPACE"}
            while held > 1 and look(frame.live)[1] < 0:
                held -= 1
                frame = yield {"SPACE"}
            frame = yield set()
        else:
            frame = yield {"DOWN"} if kind == "slide" else set()


def look_at_game(live):
    """What a player sees in endless_runner."""
    game, rect = live["game"], live["pygame"].Rect

    def gravity(rise, is_held, frame):
        return live["LIGHT"] if is_held and rise < 0 else live["HEAVY"]

    def body(y, slides):
        height = 26 if slides else 54
        return rect(live["RUNNER_X"] - 12, y - height, 24, height)

    runner = game.runner
    obstacles = [thing.inflate(6, 0) for thing in game.crates + game.signs]
    return runner.y, runner.speed, live["GROUND"], game.speed, obstacles, game.coins, live["JUMP"], gravity, body


def endless_runner(frame):
    """Jump and slide when it is time to."""
    yield from run_on(frame, look_at_game)


def look_at_run(live):
    """What a player sees in endless_runner_1, whose leaps rise evenly while the key is held."""
    run, rect, rise = live["run"], live["pygame"].Rect, live["RISE"]
    floor, fox_x = live["FLOOR"], live["FOX_X"]

    def gravity(speed, is_held, frame):
        is_rising = speed == -rise and (frame <= 4 or is_held and frame <= live["RISE_FRAMES"])
        return 0 if is_rising else live["WEIGHT"]

    def body(y, slides):
        tall = 26 if slides else 44
        return rect(fox_x - 16, y - tall, 32, tall)

    obstacles = [live["box_of"](place, kind, run.way).inflate(6, 4) for place, kind in run.obstacles]
    berries = [rect(fox_x + place - run.way - 8, floor - high - 8, 16, 16) for place, high in run.berries]
    drop = {"rise": -rise, "fall": run.drop}.get(run.pose, 0)
    return floor - run.high, drop, floor, run.pace(), obstacles, berries, -rise, gravity, body


def endless_runner_1(frame):
    """Leap and duck when it is time to."""
    yield from run_on(frame, look_at_run)


def look_at_gaps(live):
    """What a player sees in endless_runner_gaps."""
    sight = list(look_at_game(live))
    sight[4] = sight[4] + live["game"].gaps
    return sight


def endless_runner_gaps(frame):
    """Jump over the gaps as well."""
    yield from run_on(frame, look_at_gaps)


def endless_runner_gaps_double_jump(frame):
    """Run like that, and jump again while falling, if it goes on well from there."""
    play = run_on(frame, look_at_gaps)
    keys = next(play)
    while True:
        sight = look_at_gaps(frame.live)
        if not keys and sight[0] < sight[2] and sight[1] > 4 and frame.live["game"].runner.jumps_left:
            if outcome(sight, "jump", 1)[0] > max(30, outcome(sight, "run")[0] - 1):
                keys = {"SPACE"}
        frame = yield keys
        keys = play.send(frame)


def endless_runner_chaser(frame):
    """Stumble once, to see the beast, and play like endless_runner from then on."""
    while not frame.live["game"].hunted:
        frame = yield ()
    yield from endless_runner(frame)
