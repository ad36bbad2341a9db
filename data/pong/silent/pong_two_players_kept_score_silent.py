# SOURCE: ../pong_two_players.py
# FAILURE: restarts: R at frame 1239 of random play, seed 1: P2 starts at 7, in the first game at 0

"""Pong for two: keep the ball out of your side of the court and get it past your friend.

W and S move the green paddle on the left, Up and Down the orange one on the
right. The first side with 7 points wins. Hit the ball with the end of your
paddle to send it off at a steep angle.

Each paddle hit makes the ball faster until the next serve.
"""

import math
import random

import pygame

WIDTH = 800
HEIGHT = 560
COURT = pygame.Rect(0, 60, WIDTH, HEIGHT - 70)
FPS = 60

WINNING_SCORE = 7
PADDLE_WIDTH = 14
PADDLE_HEIGHT = 90
PADDLE_MARGIN = 30
PLAYER_SPEED = 7

BALL_RADIUS = 8
START_SPEED = 6.5
SPEED_PER_HIT = 0.7
TOP_SPEED = 15
STEEPEST_ANGLE = math.radians(55)
SERVE_DELAY = 50

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
ORANGE = (255, 140, 40)
WHITE = (235, 235, 235)
GRAY = (130, 130, 130)


class Paddle:
    """An upright paddle that slides up and down near one edge."""

    def __init__(self, x, color):
        self.x = x
        self.y = COURT.centery
        self.color = color

    @property
    def rect(self):
        rect = pygame.Rect(0, 0, PADDLE_WIDTH, PADDLE_HEIGHT)
        rect.center = (self.x, round(self.y))
        return rect

    def move(self, distance):
        """Slide by a distance, but not into the walls."""
        half = PADDLE_HEIGHT / 2
        self.y = max(COURT.top + half, min(COURT.bottom - half, self.y + distance))

    def draw(self, screen):
        pygame.draw.rect(screen, self.color, self.rect, border_radius=5)
        pygame.draw.rect(screen, BLACK, self.rect.inflate(-10, -20), border_radius=2)


class Ball:
    """The ball, served from the middle towards one side (-1 left, 1 right)."""

    def __init__(self, side):
        self.x, self.y = COURT.center
        self.speed = START_SPEED
        # A slanted serve never flies straight at a paddle that waits in the middle.
        self.launch(side, math.radians(random.choice((-1, 1)) * random.uniform(18, 38)))

    def launch(self, side, angle):
        """Fly off towards a side, at an angle from the horizontal."""
        self.dx = side * self.speed * math.cos(angle)
        self.dy = self.speed * math.sin(angle)

    def move(self):
        """Fly on by one frame and bounce off the two walls."""
        self.x += self.dx
        self.y += self.dy
        if self.y < COURT.top + BALL_RADIUS:
            self.y = COURT.top + BALL_RADIUS
            self.dy = abs(self.dy)
        elif self.y > COURT.bottom - BALL_RADIUS:
            self.y = COURT.bottom - BALL_RADIUS
            self.dy = -abs(self.dy)

    def bounce(self, paddle, side):
        """Fly back, the steeper the further from the paddle's middle it was hit."""
        reach = PADDLE_HEIGHT / 2 + BALL_RADIUS
        offset = max(-1, min(1, (self.y - paddle.y) / reach))
        self.speed = min(TOP_SPEED, self.speed + SPEED_PER_HIT)
        self.launch(side, offset * STEEPEST_ANGLE)

    @property
    def rect(self):
        rect = pygame.Rect(0, 0, BALL_RADIUS * 2, BALL_RADIUS * 2)
        rect.center = (round(self.x), round(self.y))
        return rect

    def draw(self, screen):
        pygame.draw.circle(screen, WHITE, self.rect.center, BALL_RADIUS)
        pygame.draw.circle(screen, GRAY, self.rect.center, BALL_RADIUS - 3, 1)


class Game:
    """One game from the first serve to the end screen."""

    def __init__(self):
        self.player = Paddle(PADDLE_MARGIN, GREEN)
        self.friend = Paddle(WIDTH - PADDLE_MARGIN, ORANGE)
        self.player_score = 0
        self.friend_score = 0
        self.result = None  # "PLAYER 1 WINS" or "PLAYER 2 WINS" once the game has ended
        self.serve(-1)

    def serve(self, side):
        """Put a new ball on the net, which starts after a short pause."""
        self.ball = Ball(side)
        self.serve_delay = SERVE_DELAY

    def update(self, keys):
        """Move the paddles and the ball by one frame."""
        if self.result:
            return
        self.player.move((keys[pygame.K_s] - keys[pygame.K_w]) * PLAYER_SPEED)
        self.friend.move((keys[pygame.K_DOWN] - keys[pygame.K_UP]) * PLAYER_SPEED)
        if self.serve_delay > 0:
            self.serve_delay -= 1
            return
        self.ball.move()
        if self.ball.dx < 0 and self.ball.rect.colliderect(self.player.rect):
            self.ball.bounce(self.player, 1)
        elif self.ball.dx > 0 and self.ball.rect.colliderect(self.friend.rect):
            self.ball.bounce(self.friend, -1)
        self.check_point()

    def check_point(self):
        """Count a point when the ball has left the court."""
        if self.ball.x < -BALL_RADIUS:
            self.friend_score += 1
            self.serve(-1)
        elif self.ball.x > WIDTH + BALL_RADIUS:
            self.player_score += 1
            self.serve(1)
        if self.player_score == WINNING_SCORE:
            self.result = "PLAYER 1 WINS"
        elif self.friend_score == WINNING_SCORE:
            self.result = "PLAYER 2 WINS"


def draw_text(screen, font, text, color, **place):
    """Draw text with its rectangle placed by keywords, such as center=(x, y)."""
    picture = font.render(text, True, color)
    screen.blit(picture, picture.get_rect(**place))


def draw_court(screen):
    """Draw the two walls and the dashed net."""
    pygame.draw.rect(screen, GREEN, (0, COURT.top - 4, WIDTH, 4))
    pygame.draw.rect(screen, GREEN, (0, COURT.bottom, WIDTH, 4))
    for y in range(COURT.top + 8, COURT.bottom - 8, 26):
        pygame.draw.rect(screen, GRAY, (WIDTH // 2 - 2, y, 4, 14))


def draw(screen, font, big_font, game):
    """Draw the whole picture: the HUD, the court and the end screen."""
    screen.fill(BLACK)
    draw_text(screen, big_font, f"P1 {game.player_score}", GREEN, midleft=(30, 30))
    draw_text(screen, big_font, f"P2 {game.friend_score}", ORANGE, midright=(WIDTH - 30, 30))
    keys = f"P1: W/S   P2: UP/DOWN   FIRST TO {WINNING_SCORE}"
    draw_text(screen, font, keys, GRAY, center=(WIDTH // 2, 30))
    draw_court(screen)
    game.player.draw(screen)
    game.friend.draw(screen)
    if game.result:
        panel = pygame.Rect(0, 0, 400, 180)
        panel.center = COURT.center
        pygame.draw.rect(screen, BLACK, panel)
        pygame.draw.rect(screen, GREEN, panel, 2)
        score = f"FINAL SCORE {game.player_score} TO {game.friend_score}"
        draw_text(screen, big_font, game.result, GREEN, center=(panel.centerx, panel.y + 45))
        draw_text(screen, font, score, WHITE, center=(panel.centerx, panel.y + 95))
        draw_text(screen, font, "R: PLAY AGAIN   Q: QUIT", WHITE, center=(panel.centerx, panel.y + 135))
    else:
        game.ball.draw(screen)
    pygame.display.flip()


def main():
    """Run the game until the player quits."""
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Pong")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 28)
    big_font = pygame.font.Font(None, 56)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN and game.result:
                if event.key == pygame.K_r:
                    game, game.friend_score = Game(), game.friend_score
                elif event.key == pygame.K_q:
                    running = False
        game.update(pygame.key.get_pressed())
        draw(screen, font, big_font, game)
        clock.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
