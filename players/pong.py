"""Players of the pong family. Each runs after the ball and takes it with one end of the paddle."""

import math


def steer(height, target, slack, up="UP", down="DOWN"):
    """Return the key that brings a paddle to a target, none when it is near enough."""
    if target < height - slack:
        return {up}
    return {down} if target > height + slack else set()


def off_centre(ball_y, foe_y, reach):
    """Return where the paddle must stand to send the ball away from the opponent."""
    return ball_y + reach if foe_y > ball_y else ball_y - reach


def pong(frame):
    """Wait in the middle; run after the ball once it has crossed the net."""
    while True:
        game, court = frame.live["game"], frame.live["COURT"]
        target = court.centery
        if game.ball.dx < 0 and game.ball.x < court.centerx:
            target = off_centre(game.ball.y, game.cpu.y, 30)
        frame = yield steer(game.player.y, target, 6)


def pong_1(frame):
    """The same habits at the table."""
    while True:
        table = frame.live["table"]
        target = 220
        if table.flight.x < 0 and table.ball.x < 320:
            target = off_centre(table.ball.y, table.cpu.y, 26)
        frame = yield steer(table.you.y, target, 5)


def pong_2(frame):
    """The same habits, after the nearest of the balls that come."""
    while True:
        app, field = frame.live["app"], frame.live["FIELD"]
        target = field.centery
        balls = app.balls if hasattr(app, "balls") else [app.ball]
        coming = [ball.place for ball in balls if ball.velocity.x < 0 and ball.place.x < field.centerx]
        if coming:
            nearest = min(coming, key=lambda place: place.x)
            target = off_centre(nearest.y, app.cpu.rect.centery, 34)
        frame = yield steer(app.player.rect.centery, target, 6)


def pong_2_extra_balls_curve(frame):
    """Play as before, but swing the paddle while it strikes."""
    habit = pong_2(frame)
    keys = next(habit)
    while True:
        frame = yield keys
        app, keys = frame.live["app"], habit.send(frame)
        for ball in app.balls:
            if ball.velocity.x < 0 and ball.rect.left + 3 * ball.velocity.x < app.player.rect.right:
                keys = {"UP"} if ball.place.y < app.player.rect.centery else {"DOWN"}


def pong_two_players(frame):
    """Play both sides: the left one with the ends of the paddle, the right one late and without a plan."""
    while True:
        game, court = frame.live["game"], frame.live["COURT"]
        left = right = court.centery
        if game.ball.dx < 0 and game.ball.x < court.centerx:
            left = off_centre(game.ball.y, game.friend.y, 30)
        elif game.ball.dx > 0 and game.ball.x > court.centerx + 240:
            right = game.ball.y
        keys = steer(game.player.y, left, 6, "w", "s")
        frame = yield keys | steer(game.friend.y, right, 20)


def pong_3(frame):
    """The same habits among the blocks."""
    while True:
        match, field = frame.live["match"], frame.live["FIELD"]
        ball, (you, cpu) = match["ball"], match["bats"]
        target = field.centery
        if match["flight"][0] < 0 and ball.centerx < field.centerx:
            target = off_centre(ball.centery, cpu.centery, 28)
        frame = yield steer(you.centery, target, 5)


def pong_4(frame):
    """The same habits with a bat that has weight: let go a little before it is there."""
    while True:
        court, middle = frame.live["court"], frame.live["MIDDLE"]
        ball, target = court.ball, middle.y
        if ball.heading < 0 and ball.place.x < middle.x:
            target = off_centre(ball.place.y, court.cpu.place.y, 30)
        frame = yield steer(court.you.place.y + 4 * court.you.speed, target, 6)


def pong_3_red_ball(frame):
    """Foresee the walls: take the ball that will be green, step aside for the one that will be red."""
    while True:
        match, field = frame.live["match"], frame.live["FIELD"]
        ball, (you, cpu), target = match["ball"], match["bats"], field.centery
        (x, y), (across, down), is_red = match["spot"], match["flight"], match["is_red"]
        if across < 0 and ball.centerx < field.centerx + 100:
            while x > you.right + 7:
                x, y = x + across, y + down
                if not field.top + 7 < y < field.bottom - 7:
                    down, is_red = -down, not is_red
            target = off_centre(y, cpu.centery, 28)
            if is_red:
                target = y + 110 if y < field.centery else y - 110
        frame = yield steer(you.centery, target, 5)


def fold(height, top, bottom):
    """Return where a straight flight to a height really ends, given that it bounces between two walls."""
    way = (height - top) % (2 * (bottom - top))
    return top + min(way, 2 * (bottom - top) - way)


def pong_4_goals(frame):
    """Foresee the walls, and shoot at the place in the other goal that is furthest from the opponent."""
    while True:
        court, arena = frame.live["court"], frame.live["ARENA"]
        ball, goal = court.ball, getattr(court, "goal", frame.live["GOAL"])
        top, bottom, target = arena.top + 9, arena.bottom - 9, goal.centery

        def worth(offset):
            there = fold(height + math.tan(offset / 51 * 0.95) * arena.width, top, bottom)
            return goal.top + 9 < there < goal.bottom - 9, abs(there - court.cpu.place.y)

        if ball.heading < 0 and ball.place.x < arena.centerx + 100:
            way = ball.place.x - court.you.place.x
            height = fold(ball.place.y + math.tan(ball.tilt) * max(0, way), top, bottom)
            target = height - max(range(-36, 37, 6), key=worth)
        frame = yield steer(court.you.place.y + 4 * court.you.speed, target, 6)


def pong_2_extra_balls_curve_smash(frame):
    """Play as before and hold space, so that every full charge becomes a smash."""
    habit = pong_2_extra_balls_curve(frame)
    keys = next(habit)
    while True:
        frame = yield keys | {"SPACE"}
        keys = habit.send(frame)
