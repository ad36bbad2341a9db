"""Players of the breakout family. Each goes where the ball comes down and aims at a brick that is left."""

import math
import random

import pygame


def fold(x, left, right):
    """Return where a ball that bounces between two walls is, instead of at x."""
    span = right - left
    x = (x - left) % (2 * span)
    return left + (x if x <= span else 2 * span - x)


def landing(x, y, vx, vy, floor, left, right):
    """Return the x at which a falling ball reaches the floor; below a rising ball stay under it."""
    return fold(x + vx * (floor - y) / vy, left, right) if vy > 0.1 else x


def best_offset(x, paddle, bricks, left, right, slopes, luck):
    """Return a spot of the paddle (-1 to 1) that sends a ball at x to one of the nearest bricks.

    Slopes tells the slope of the ball's way for each spot; luck chooses among the three best.
    """
    choices = []
    half = paddle.width / 2
    for offset, slope in slopes.items():
        is_reachable = left + half - 8 <= x - offset * half <= right - half + 8
        for y in range(paddle.top, 0, -8):
            at = fold(x + slope * (paddle.top - y), left, right)
            if is_reachable and any(brick.collidepoint(at, y) for brick in bricks):
                choices.append((paddle.top - y, abs(offset), offset))
                break
    return luck.choice(sorted(choices)[:3])[2] if choices else luck.uniform(-0.6, 0.6)


def even_slopes(steepest):
    """Return the slope of the ball's way for spots of a paddle on which the angle grows evenly."""
    return {step / 10: math.tan(math.radians(step / 10 * steepest)) for step in range(-8, 9)}


def steer(middle, goal):
    """Return the arrow key that moves the paddle's middle to the goal."""
    return {"RIGHT"} if goal > middle + 5 else {"LEFT"} if goal < middle - 5 else set()


def breakout(frame):
    """Serve at once; aim once when the ball begins to fall."""
    luck, slopes, offset = random.Random(0), even_slopes(60), None
    while True:
        game, field = frame.live["game"], frame.live["FIELD"]
        ball, paddle = game.ball, game.paddle.rect
        left, right, floor = field.left + 7, field.right - 7, paddle.top - 7
        if game.serve_timer:
            frame = yield {"SPACE"}
            continue
        goal = landing(*ball.position, *ball.velocity, floor, left, right)
        if ball.velocity.y <= 0:
            offset = None
        elif offset is None and ball.position.y > 300:
            bricks = [brick.rect for brick in game.bricks]
            offset = best_offset(goal, paddle, bricks, left, right, slopes, luck)
        frame = yield steer(paddle.centerx, goal - (offset or 0) * paddle.width / 2)


def breakout_powerups(frame):
    """Play like breakout, and fetch the lowest capsule while the ball rises."""
    play = breakout(frame)
    keys = next(play)
    while True:
        game = frame.live["game"]
        if game.power_ups and game.ball.velocity.y < 0:
            capsule = max(game.power_ups, key=lambda power_up: power_up.rect.y).rect
            keys = steer(game.paddle.rect.centerx, capsule.centerx)
        frame = yield keys
        keys = play.send(frame)


def breakout_powerups_laser(frame):
    """Play like breakout_powerups with the fire key held."""
    play = breakout_powerups(frame)
    keys = next(play)
    while True:
        frame = yield keys | {"SPACE"}
        keys = play.send(frame)


def breakout_1(frame):
    """Serve at once; aim once when the ball begins to fall."""
    luck, slopes, offset = random.Random(0), even_slopes(62), None
    while True:
        state, width = frame.live["state"], frame.live["SCREEN_W"]
        left, right, floor = 8, width - 8, state.paddle.top - 8
        if state.countdown:
            frame = yield {"SPACE"}
            continue
        goal = landing(state.x, state.y, state.dx, state.dy, floor, left, right)
        if state.dy <= 0:
            offset = None
        elif offset is None and state.y > 300:
            offset = best_offset(goal, state.paddle, state.bricks.values(), left, right, slopes, luck)
        frame = yield steer(state.paddle.centerx, goal - (offset or 0) * state.paddle.width / 2)


def breakout_2(frame):
    """Serve at once; aim with one of the segments once when the ball begins to fall."""
    segments = frame.live["SEGMENTS"]
    slopes = {(2 * n + 1) / len(segments) - 1: -dx / dy for n, (dx, dy) in enumerate(segments)}
    luck, offset = random.Random(0), None
    while True:
        game, court = frame.live["game"], frame.live["COURT"]
        ball, paddle = game.ball, game.paddle.rect
        left, right, floor = court.left + 7, court.right - 7, paddle.top - 7
        if game.state != "playing":
            frame = yield {"SPACE"}
            continue
        goal = landing(*ball.rect.center, *ball.direction, floor, left, right)
        if ball.direction[1] <= 0:
            offset = None
        elif offset is None and ball.rect.y > 300:
            blocks = [block.rect for block in game.blocks]
            offset = best_offset(goal, paddle, blocks, left, right, slopes, luck)
        frame = yield steer(paddle.centerx, goal - (offset or 0) * paddle.width / 2)


def breakout_3(frame):
    """Serve at once; aim once when the ball begins to fall; on belts, aim ahead of the bricks."""
    slopes = {slant / 0.85: slant / math.sqrt(1 - slant**2) for slant in (n / 10 for n in range(-7, 8))}
    luck, offset = random.Random(0), None
    while True:
        live = frame.live
        game, wide, high = live["game"], live["BRICK_W"], live["BRICK_H"]
        bat = pygame.Rect(0, live["BAT_Y"], live["BAT_W"], live["BAT_H"])
        left, right, floor = 7, live["WIDTH"] - 7, bat.top - 7
        bat.centerx = game["bat"]
        if game["wait"]:
            frame = yield {"SPACE"}
            continue
        goal = landing(game["x"], game["y"], game["vx"], game["vy"], floor, left, right)
        if game["vy"] <= 0:
            offset = None
        elif offset is None and game["y"] > 300:
            belt = game["belt"] + 50 if "belt" in game else 0
            bricks = []
            for row, line in enumerate(game["wall"]):
                shift, y = -belt if row % 2 else belt, live["WALL_TOP"] + row * high
                places = [(column * wide + shift) % live["WIDTH"] for column, stands in enumerate(line) if stands]
                bricks += [pygame.Rect(x, y, wide, high) for x in places]
            offset = best_offset(goal, bat, bricks, left, right, slopes, luck)
        frame = yield steer(bat.centerx, goal - (offset or 0) * bat.width / 2)


def breakout_4(frame):
    """Serve at once; aim once when the ball begins to fall."""
    slopes = {step / 10: step / 6 for step in range(-8, 9)}
    luck, offset = random.Random(0), None
    while True:
        match, field = frame.live["match"], frame.live["FIELD"]
        left, right, floor = field.left + 8, field.right - 8, match.paddle.top - 8
        if match.phase.name == "SERVE":
            frame = yield {"SPACE"}
            continue
        goal = landing(*match.spot, *match.way, floor, left, right)
        if match.way.y <= 0:
            offset = None
        elif offset is None and match.spot.y > 320:
            offset = best_offset(goal, match.paddle, match.bricks, left, right, slopes, luck)
        frame = yield steer(match.paddle.centerx, goal - (offset or 0) * match.paddle.width / 2)
