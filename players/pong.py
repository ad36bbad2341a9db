"""Players of the pong family. Each runs after the ball and takes it with one end of the paddle."""


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
