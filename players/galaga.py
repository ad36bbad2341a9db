"""Players of the galaga family. Each dodges what flies at the fighter and shoots ahead of a near enemy."""


class Eyes:
    """Measures how fast things move, in pixels per frame, from where they were seen last."""

    def __init__(self):
        self.seen = {}

    def look(self, things):
        """Return (x, y, dx, dy) for each (thing, (x, y))."""
        found, now = [], {}
        for thing, (x, y) in things:
            old_x, old_y = self.seen.get(id(thing), (x, y))
            now[id(thing)] = (x, y)
            jumped = abs(x - old_x) + abs(y - old_y) > 25
            found.append((x, y, 0, 0) if jumped else (x, y, x - old_x, y - old_y))
        self.seen = now
        return found


def danger(x, y, step, threats, size):
    """Return how soon a fighter that moves `step` a frame gets hit (0: not at all within half a second)."""
    for frames in range(2, 34, 3):
        there = x + step * min(frames, 12)
        for threat_x, threat_y, dx, dy in threats:
            if abs(threat_x + dx * frames - there) < size and abs(threat_y + dy * frames - y) < size:
                return 34 - frames
    return 0


def keys_for(number, fighter, speed, shot_speed, limits, bombs, enemies, watchful=240, pace=20):
    """Return the keys that dodge, or else aim at the enemy that is easiest to hit and fire."""
    x, y = fighter
    is_watchful = number % 400 < watchful  # a beginner looks elsewhere now and then
    threats = (bombs + enemies) if is_watchful else []
    ways = []
    for enemy_x, enemy_y, dx, dy in enemies:
        if 30 < enemy_y < y - 60:
            frames = (y - enemy_y) / (shot_speed + dy)
            target = enemy_x + dx * frames
            if limits[0] - 20 < target < limits[1] + 20:
                ways.append((abs(target - x) - 0.2 * enemy_y, target - x))
    way = min(ways)[1] if ways else (limits[0] + limits[1]) / 2 - x
    wish = 0 if abs(way) < speed else (1 if way > 0 else -1)
    choices = []
    for step in (-1, 0, 1):
        if limits[0] <= x + 12 * step * speed <= limits[1] or step == 0:
            choices.append((danger(x, y, step * speed, threats, 30), step != wish, step))
    step = min(choices)[2]
    keys = {-1: {"LEFT"}, 0: set(), 1: {"RIGHT"}}[step]
    if ways and abs(way) < 16 and number % pace < 2:
        keys = keys | {"SPACE"}
    return keys


def galaga(frame):
    """Play the base game."""
    eyes = Eyes()
    while True:
        game = frame.live["game"]
        bombs = eyes.look([(bomb, bomb) for bomb in game.bombs] + [(enemy, enemy.pos) for enemy in game.enemies])
        count = len(game.bombs)
        frame = yield keys_for(frame.number, game.fighter, 5, 11, (25, 575), bombs[:count], bombs[count:])


def galaga_tractor(frame):
    """Play like galaga, but go into a beam on purpose while there are fighters left."""
    player = galaga(frame)
    keys = next(player)
    while True:
        game = frame.live["game"]
        beams = [enemy.pos.x for enemy in game.enemies if enemy.beam]
        if beams and game.lives > 1:
            way = beams[0] - game.fighter.x
            keys = {"RIGHT" if way > 0 else "LEFT"} if abs(way) > 8 else set()
        frame = yield keys
        keys = player.send(frame)


def galaga_1(frame):
    """Play the version with Bezier curves."""
    eyes = Eyes()
    while True:
        world = frame.live["world"]
        things = [(sting, sting) for sting in world.stings] + [(bug, bug.pos) for bug in world.bugs if bug.time > 0]
        seen = eyes.look(things)
        count, ship = len(world.stings), (world.x, frame.live["SHIP_Y"])
        frame = yield keys_for(frame.number, ship, 5, 12, (30, 610), seen[:count], seen[count:])


def galaga_2(frame):
    """Play the version with generators."""
    eyes = Eyes()
    while True:
        game = frame.live["game"]
        seen = eyes.look([(bomb, bomb) for bomb in game.bombs] + [(enemy, enemy.pos) for enemy in game.enemies])
        count = len(game.bombs)
        frame = yield keys_for(frame.number, game.player, 5, 11, (25, 535), seen[:count], seen[count:])


def galaga_2_homing(frame):
    """Play like galaga_2 and launch a missile now and then."""
    player = galaga_2(frame)
    keys = next(player)
    while True:
        frame = yield keys | {"x"} if frame.number % 240 > 236 else keys
        keys = player.send(frame)


def galaga_3(frame, watchful=240, pace=20):
    """Play the version with the whirling wasps."""
    eyes = Eyes()
    while True:
        app = frame.live["app"]
        wasps = [*app.wasps, app.mothership] if getattr(app, "mothership", None) else app.wasps
        seen = eyes.look([(bomb, bomb) for bomb in app.stingers] + [(wasp, wasp.pos) for wasp in wasps])
        bombs, enemies = seen[: len(app.stingers)], seen[len(app.stingers) :]
        frame = yield keys_for(frame.number, app.ship, 4.5, 10, (24, 456), bombs, enemies, watchful, pace)


def galaga_3_warp_combo_mothership(frame):
    """Play like galaga_3 with more care, so as to meet the mothership."""
    yield from galaga_3(frame, watchful=380, pace=12)


def galaga_4(frame):
    """Play the version with sprites."""
    eyes = Eyes()
    while True:
        game = frame.live["game"]
        bombs, aliens = list(game.bombs), list(game.aliens)
        seen = eyes.look([(thing, thing.pos) for thing in bombs + aliens])
        count = len(bombs)
        frame = yield keys_for(frame.number, game.ship.pos, 5, 11, (30, 690), seen[:count], seen[count:])
