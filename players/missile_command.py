"""Players of the missile_command family. Each aims ahead of the enemy missile that will strike first."""

import math

REST = 22  # frames between two clicks of a beginner


def aim(enemies, batteries, blasts, lowest):
    """Return the place to click, or None if every enemy near enough is being dealt with.

    enemies: (x, y, dx, dy) with the way in a frame. batteries: (x, y, speed of its missiles), those that can fire.
    blasts: (x, y, frames until it is large), of missiles under way too. lowest: y below which one cannot aim.
    """
    soonest = sorted(enemies, key=lambda enemy: (lowest + 60 - enemy[1]) / enemy[3])
    for x, y, dx, dy in soonest:
        if y < 130 or any(math.dist((x + dx * wait, y + dy * wait), (bx, by)) < 34 for bx, by, wait in blasts):
            continue
        for frames in range(20, 200, 4):
            goal = x + dx * frames, y + dy * frames
            if goal[1] > lowest:
                break
            from_x, from_y, speed = min(batteries, key=lambda battery: abs(battery[0] - goal[0]))
            if math.dist((from_x, from_y), goal) / speed + 18 <= frames:
                return goal
    return None


def defend(frame, look):
    """Click by what look(live) tells: whether to shoot at all, and what aim has to know."""
    while True:
        fighting, *seen = look(frame.live)
        goal = aim(*seen) if fighting and seen[1] else None
        frame = yield [("click", *goal)] if goal else ()
        for _ in range(REST if goal else 4):
            frame = yield ()


def look_at_base(live):
    """What a player sees in missile_command."""
    game = live["game"]
    enemies, blasts = [], [(*pos, 0) for pos, age in game.blasts if age < 45]
    for missile in game.missiles:
        way = missile.target - missile.pos
        if missile.is_ours:
            blasts.append((*missile.target, way.length() / missile.speed + 18))
        elif way.length() > 1:
            enemies.append((*missile.pos, *way * missile.speed / way.length()))
    batteries = [(x, 518, 12 if x == 320 else 7) for x, count in game.ammo.items() if count]
    return not game.pause, enemies, batteries, blasts, 480


def missile_command(frame):
    """Shoot at what will strike first."""
    yield from defend(frame, look_at_base)


def look_at_tuples(live):
    """What a player sees in missile_command_1."""
    world = live["world"]
    enemies = [(*pos, *way) for pos, way, *_ in world.rockets]
    blasts = [(*pos, 0) for pos, age in world.fires if age < 40]
    blasts += [(*(pos + way * left), left + 18) for pos, way, left, _ in world.shells]
    silos = [(x, 480, speed) for x, speed, count in zip(live["SILOS"], live["SPEEDS"], world.ammo) if count]
    return world.phase == "fight", enemies, silos, blasts, 430


def missile_command_1(frame):
    """Shoot at what will strike first."""
    yield from defend(frame, look_at_tuples)


def missile_command_smart_bombs_rail_gun(frame):
    """Play like missile_command, and shoot the rail gun at the lowest enemy whenever it is charged."""
    play = defend(frame, look_at_base)
    inputs = next(play)
    while True:
        game = frame.live["game"]
        enemies = [missile.pos for missile in game.missiles if not missile.is_ours and missile.pos.y > 150]
        if enemies and game.charge == frame.live["CHARGE_FRAMES"] and not game.pause:
            frame = yield [("move", *max(enemies, key=lambda pos: pos.y)), "SPACE"]
            play = defend(frame, look_at_base)
            inputs = next(play)
        frame = yield inputs
        inputs = play.send(frame)
