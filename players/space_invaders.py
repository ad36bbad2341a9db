"""Players of the space invaders family. Each shoots ahead of a low, near invader and dodges the bombs."""


def keys_for(cannon, bombs, targets, drift, shot_speed, number):
    """Return the keys that dodge the nearest bomb, or else aim at a target and fire."""
    keys = {"SPACE"} if number % 4 < 2 else set()
    reach = cannon.inflate(cannon.width * 0.6, 260)
    near = [bomb for bomb in bombs if reach.colliderect(bomb)]
    is_watchful = number % 300 < 180  # a beginner looks at the target and forgets the bombs for a while
    if near and is_watchful:
        bomb = max(near, key=lambda rect: rect.bottom)
        return keys | {"LEFT" if bomb.centerx >= cannon.centerx and cannon.left > 40 else "RIGHT"}
    if not targets:
        return keys

    def aim(rect):
        return rect.centerx + drift * (cannon.top - rect.centery) / shot_speed

    target = min(targets, key=lambda rect: abs(aim(rect) - cannon.centerx) - 0.3 * rect.bottom)
    way = aim(target) - cannon.centerx
    if abs(way) > 6:
        return (keys if abs(way) < 60 else set()) | {"RIGHT" if way > 0 else "LEFT"}
    return keys


class Watch:
    """Measures how fast the block drifts sideways, in pixels per frame."""

    def __init__(self):
        self.places = []

    def drift(self, targets):
        """Return the speed of the leftmost invader over the last half second."""
        self.places = (self.places + [min((rect.left for rect in targets), default=0)])[-30:]
        drift = (self.places[-1] - self.places[0]) / len(self.places)
        return drift if abs(drift) < 6 else 0


def space_invaders(frame):
    """Aim at the block of the base game."""
    watch = Watch()
    while True:
        game = frame.live["game"]
        targets = [invader.rect for invader in game.invaders]
        frame = yield keys_for(game.cannon, game.bombs, targets, watch.drift(targets), 11, frame.number)


def space_invaders_1(frame):
    """Aim at the aliens of the version with functions and a World."""
    watch = Watch()
    while True:
        world = frame.live["world"]
        targets = [alien.box for alien in world.aliens]
        frame = yield keys_for(world.cannon, world.bombs, targets, watch.drift(targets), 10, frame.number)


def space_invaders_2(frame):
    """Aim at the sprites of the App."""
    watch = Watch()
    while True:
        app = frame.live["app"]
        targets = [enemy.rect for enemy in app.enemies]
        bombs = [bomb.rect for bomb in app.bombs]
        frame = yield keys_for(app.cannon.rect, bombs, targets, watch.drift(targets), 10, frame.number)


def space_invaders_shield(frame):
    """Put up the shield against a bomb that is close, and go on shooting."""
    watch = Watch()
    while True:
        world = frame.live["world"]
        targets = [alien.box for alien in world.aliens]
        reach = world.cannon.inflate(10, 110)
        under_fire = reach.collidelist(world.bombs) >= 0 and frame.number % 300 < 180
        bombs = [] if world.shield > 15 else world.bombs
        keys = keys_for(world.cannon, bombs, targets, watch.drift(targets), 10, frame.number)
        frame = yield keys | {"DOWN"} if under_fire else keys


def space_invaders_divers(frame):
    """Aim at the fleet and its divers, and step aside for what comes down."""
    watch = Watch()
    while True:
        app = frame.live["app"]
        fleet = [enemy.rect for enemy in app.enemies]
        divers = [enemy.rect for enemy in app.divers]
        falling = [bomb.rect for bomb in app.bombs] + divers
        frame = yield keys_for(app.cannon.rect, falling, fleet + divers, watch.drift(fleet), 10, frame.number)


def space_invaders_spread(frame):
    """Play like against the divers, but fetch a capsule when nothing else threatens."""
    player = space_invaders_divers(frame)
    keys = next(player)
    while True:
        app = frame.live["app"]
        cannon = app.cannon.rect
        near = [bomb for bomb in [*app.bombs, *app.divers] if bomb.rect.bottom > cannon.top - 150]
        if app.capsules and not near:
            way = app.capsules.sprites()[0].rect.centerx - cannon.centerx
            keys = keys - {"LEFT", "RIGHT"} | ({"RIGHT" if way > 0 else "LEFT"} if abs(way) > 8 else set())
        frame = yield keys
        keys = player.send(frame)


def space_invaders_3(frame):
    """Aim at the block that is a grid."""
    watch = Watch()
    while True:
        battle = frame.live["battle"]
        targets = battle.spots()
        frame = yield keys_for(battle.gun, battle.bombs, targets, watch.drift(targets), 10, frame.number)


def space_invaders_4(frame):
    """Aim at the invaders of the wave."""
    watch = Watch()
    while True:
        wave = frame.live["wave"]
        targets = [rect for rect, _ in wave.invaders]
        frame = yield keys_for(wave.gun, wave.bombs, targets, watch.drift(targets), 11, frame.number)


def space_invaders_3_armour_charge(frame):
    """Load the gun for a good second under way, and let go when it points at an invader."""
    watch, loaded = Watch(), 0
    while True:
        battle = frame.live["battle"]
        targets = battle.spots()
        keys = keys_for(battle.gun, battle.bombs, targets, watch.drift(targets), 10, 0)
        is_aimed = not keys & {"LEFT", "RIGHT"}
        loaded = 0 if loaded > 60 and is_aimed or loaded > 120 else loaded + 1
        frame = yield keys | {"SPACE"} if loaded else keys - {"SPACE"}


def space_invaders_4_cows(frame):
    """Shoot at the ship while it pulls up a cow, and at the invaders else."""
    watch = Watch()
    while True:
        wave = frame.live["wave"]
        fleet = [rect for rect, _ in wave.invaders]
        drift = watch.drift(fleet)
        targets, drift = ([wave.ship], 0) if wave.prey else (fleet, drift)
        frame = yield keys_for(wave.gun, wave.bombs, targets, drift, 11, frame.number)


def space_invaders_spread_flight(frame):
    """Play like with the spread shot, but high up, and come down before the fleet does."""
    player = space_invaders_spread(frame)
    keys = next(player)
    while True:
        app = frame.live["app"]
        fleet = max((enemy.rect.bottom for enemy in app.enemies), default=0)
        way = max(480, fleet + 110) - app.cannon.rect.centery
        frame = yield keys | {"DOWN" if way > 0 else "UP"} if abs(way) > 4 else keys
        keys = player.send(frame)
