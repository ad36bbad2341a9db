# SOURCE: ../breakout.py
# FAILURE: quits: Q at frame 630 of idle, seed 0: it runs on after frame 765

"""Breakout: knock every brick out of the wall and do not drop the ball.

The left and right arrows move the paddle, SPACE serves the ball (it goes by
itself after two seconds). The nearer to its end the paddle meets the ball, the
flatter it flies. High rows are worth more, and every ten bricks the ball speeds up.

The ball moves along x first and then along y. The axis on which it ran into
something is the one on which it bounces.
"""

import random

import pygame

WIDTH, HEIGHT = 660, 600
HUD_HEIGHT = 46
WALL = 10  # thickness of the frame around the field
BRICK_WIDTH, BRICK_HEIGHT = 64, 26
COLUMNS = 10
BRICKS_TOP = 100
BALL_START_Y = 296
FPS = 60
FIELD = pygame.Rect(WALL, HUD_HEIGHT + WALL, WIDTH - 2 * WALL, HEIGHT - HUD_HEIGHT - WALL)

START_SPEED = 5.5
SPEED_STEP = 0.5
BRICKS_PER_SPEED = 10
LIVES = 3
SERVE_FRAMES = 120  # a waiting ball goes by itself after this time
STEEPEST_ANGLE = 60  # degrees from straight up at the very end of the paddle

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
WHITE = (230, 230, 230)
GRAY = (130, 130, 130)
ROW_COLORS = [(255, 60, 60), (255, 140, 40), (255, 220, 50), (0, 220, 60), (50, 200, 255), (120, 110, 255)]


class Brick:
    """One brick of the wall; the higher its row, the more points."""

    def __init__(self, row, column):
        x = FIELD.left + column * BRICK_WIDTH
        y = BRICKS_TOP + row * BRICK_HEIGHT
        self.rect = pygame.Rect(x + 2, y + 2, BRICK_WIDTH - 4, BRICK_HEIGHT - 4)
        self.color = ROW_COLORS[row]
        self.points = 10 * (len(ROW_COLORS) - row)

    def draw(self, screen):
        """Draw the brick in its colour above a darker edge."""
        dark = [part // 2 for part in self.color]
        pygame.draw.rect(screen, dark, self.rect, border_radius=3)
        pygame.draw.rect(screen, self.color, self.rect.inflate(0, -4).move(0, -2), border_radius=3)


class Paddle:
    """The player's paddle."""

    SPEED = 8

    def __init__(self):
        self.rect = pygame.Rect(0, HEIGHT - 44, 100, 16)
        self.rect.centerx = FIELD.centerx

    def update(self, keys):
        """Move with the arrow keys, but not into the frame."""
        self.rect.x += (keys[pygame.K_RIGHT] - keys[pygame.K_LEFT]) * self.SPEED
        self.rect.clamp_ip(FIELD)

    def draw(self, screen):
        pygame.draw.rect(screen, GREEN, self.rect, border_radius=8)
        for x in (self.rect.left + 6, self.rect.right - 18):
            pygame.draw.rect(screen, WHITE, (x, self.rect.top + 4, 12, 8), border_radius=4)


class Ball:
    """The ball: a position, a velocity and a square around it for collisions."""

    RADIUS = 7

    def __init__(self):
        self.position = pygame.Vector2(FIELD.centerx, BALL_START_Y)
        self.velocity = pygame.Vector2()

    @property
    def rect(self):
        size = 2 * self.RADIUS
        return pygame.Rect(self.position.x - self.RADIUS, self.position.y - self.RADIUS, size, size)

    def serve(self, speed):
        """Fall towards one of the lower corners, never straight onto a resting paddle."""
        angle = random.choice((-1, 1)) * random.uniform(30, 45)
        self.velocity = pygame.Vector2(0, speed).rotate(angle)

    def bounce_off_paddle(self, paddle, speed):
        """Fly up again; the distance from the paddle's middle sets the angle."""
        offset = (self.position.x - paddle.rect.centerx) / (paddle.rect.width / 2)
        offset = max(-1, min(1, offset))
        self.velocity = pygame.Vector2(0, -speed).rotate(offset * STEEPEST_ANGLE)
        self.position.y = paddle.rect.top - self.RADIUS

    def draw(self, screen):
        pygame.draw.circle(screen, WHITE, self.position, self.RADIUS)


class Game:
    """One game from the first serve to the end screen."""

    def __init__(self):
        self.paddle = Paddle()
        self.bricks = [Brick(row, column) for row in range(len(ROW_COLORS)) for column in range(COLUMNS)]
        self.bricks_broken = 0
        self.score = 0
        self.lives = LIVES
        self.result = None  # "GAME OVER" or "YOU WIN" once the game has ended
        self.new_ball()

    @property
    def speed_level(self):
        return 1 + self.bricks_broken // BRICKS_PER_SPEED

    @property
    def ball_speed(self):
        return START_SPEED + SPEED_STEP * (self.speed_level - 1)

    def new_ball(self):
        """Hang a new ball below the wall."""
        self.ball = Ball()
        self.serve_timer = SERVE_FRAMES

    def serve(self):
        """Let the waiting ball go."""
        if self.serve_timer > 0:
            self.serve_timer = 0
            self.ball.serve(self.ball_speed)

    def update(self, keys):
        """Advance the game by one frame."""
        if self.result:
            return
        self.paddle.update(keys)
        if self.serve_timer > 1:
            self.serve_timer -= 1
            return
        self.serve()
        self.move_ball()

    def move_ball(self):
        """Move the ball by one frame and bounce it off whatever it meets."""
        ball = self.ball
        ball.position.x += ball.velocity.x
        if ball.rect.left < FIELD.left or ball.rect.right > FIELD.right or self.break_brick():
            # Step back, so the ball cannot get stuck in what it has hit.
            ball.position.x -= ball.velocity.x
            ball.velocity.x *= -1
        ball.position.y += ball.velocity.y
        if ball.rect.top < FIELD.top or self.break_brick():
            ball.position.y -= ball.velocity.y
            ball.velocity.y *= -1
        if ball.velocity.y > 0 and ball.rect.colliderect(self.paddle.rect):
            ball.bounce_off_paddle(self.paddle, self.ball_speed)
        if ball.rect.top > HEIGHT:
            self.lose_ball()

    def break_brick(self):
        """Take out the brick that the ball touches; say whether there was one."""
        index = self.ball.rect.collidelist([brick.rect for brick in self.bricks])
        if index < 0:
            return False
        self.score += self.bricks.pop(index).points
        self.bricks_broken += 1
        if not self.bricks:
            self.result = "YOU WIN"
        return True

    def lose_ball(self):
        """Take a life, and end the game with the last one."""
        self.lives -= 1
        if self.lives == 0:
            self.result = "GAME OVER"
        else:
            self.new_ball()


def draw_text(screen, font, text, color, **place):
    """Draw text with its rectangle placed by keywords, such as center=(x, y)."""
    picture = font.render(text, True, color)
    screen.blit(picture, picture.get_rect(**place))


def draw(screen, font, big_font, game):
    """Draw the whole picture: the HUD, the field and the end screen."""
    screen.fill(BLACK)
    draw_text(screen, font, f"SCORE {game.score}", GREEN, midleft=(WALL, 24))
    draw_text(screen, font, f"SPEED {game.speed_level}", WHITE, center=(WIDTH // 2, 24))
    draw_text(screen, font, f"LIVES {game.lives}", WHITE, midright=(WIDTH - WALL, 24))
    pygame.draw.rect(screen, GRAY, (0, HUD_HEIGHT, WIDTH, HEIGHT), WALL)
    for brick in game.bricks:
        brick.draw(screen)
    game.paddle.draw(screen)
    game.ball.draw(screen)
    if game.result:
        panel = pygame.Rect(0, 0, 380, 160)
        panel.center = (WIDTH // 2, 400)
        pygame.draw.rect(screen, BLACK, panel)
        pygame.draw.rect(screen, GREEN, panel, 2)
        draw_text(screen, big_font, game.result, GREEN, center=(panel.centerx, panel.y + 45))
        draw_text(screen, font, f"FINAL SCORE {game.score}", WHITE, center=(panel.centerx, panel.y + 90))
        draw_text(screen, font, "R: PLAY AGAIN   Q: QUIT", WHITE, center=(panel.centerx, panel.y + 125))
    elif game.serve_timer:
        draw_text(screen, font, "ARROWS: MOVE   SPACE: SERVE", GRAY, center=(WIDTH // 2, 400))
    pygame.display.flip()


def main():
    """Run the game until the player quits."""
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Breakout")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 30)
    big_font = pygame.font.Font(None, 64)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN:
                if event.key == pygame.K_SPACE and not game.result:
                    game.serve()
                elif event.key == pygame.K_r and game.result:
                    game = Game()
                elif event.key == pygame.K_ESCAPE and game.result:
                    running = False
        game.update(pygame.key.get_pressed())
        draw(screen, font, big_font, game)
        clock.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
