"""Players of the breakout family. Each goes where the ball comes down and aims at a brick that is left."""

import math
import random


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
