# SOURCE: ../breakout_4.py
# FAILURE: readable: 'YOUR SCORE 0' and 'R: RESTART   Q: QUIT' overlap at frame 582 of idle, seed 0

"""Breakout: clear all the bricks before three balls are lost.

Move with the left and right arrows. SPACE drops the ball, or wait two seconds.
Where the ball meets the paddle decides its way: straight up from the middle,
flatter near the ends. Higher rows are worth more. Every ten bricks the ball gets faster.

The ball goes pixel by pixel, so at the moment it touches a brick its place
beside the brick tells exactly which side it has hit.
"""

from enum import Enum
from math import copysign
from random import choice, uniform

import pygame

FIELD = pygame.Rect(0, 0, 540, 600)
PANEL_X = 640  # middle of the panel to the right of the field
BRICK_SIZE = 54, 20
PITCH_X, PITCH_Y = 60, 27
WALL_X, WALL_Y = 3, 100
COLUMNS = 9
BALL_RADIUS = 8
FIRST_SPEED, FASTER = 5, 0.6
BALLS = 3
SERVE_WAIT = 120

GREEN = (0, 255, 65)
WHITE = (235, 235, 235)
GRAY = (150, 150, 150)
COLORS = ["hotpink", "tomato", "orange", "gold", "greenyellow", "deepskyblue"]


class Phase(Enum):
    """What is going on; the values of the last two head the end screen."""

    SERVE = 0
    RALLY = 1
    WON = "YOU WIN"
    LOST = "GAME OVER"


def row_of(brick):
    return (brick.y - WALL_Y) // PITCH_Y


class Match:
    def __init__(self):
        self.bricks = [
            pygame.Rect(WALL_X + column * PITCH_X, WALL_Y + row * PITCH_Y, *BRICK_SIZE)
            for row in range(len(COLORS))
            for column in range(COLUMNS)
        ]
        self.paddle = pygame.Rect(FIELD.centerx - 48, 548, 96, 14)
        self.score = 0
        self.balls = BALLS
        self.new_ball()

    def new_ball(self):
        self.phase = Phase.SERVE
        self.wait = SERVE_WAIT
        self.spot = pygame.Vector2(FIELD.centerx, 310)
        self.way = pygame.Vector2()  # direction of the ball, of length 1

    def drop_ball(self):
        self.phase = Phase.RALLY
        self.way = pygame.Vector2(choice((-1, 1)) * uniform(0.6, 0.9), 1).normalize()

    @property
    def has_ended(self):
        return self.phase in (Phase.WON, Phase.LOST)

    @property
    def speed(self):
        return 1 + (COLUMNS * len(COLORS) - len(self.bricks)) // 10

    def update(self, turn):
        """Play one frame; turn is -1, 0 or 1 for the way the paddle goes."""
        self.paddle.x += 8 * turn
        self.paddle.clamp_ip(FIELD)
        if self.phase is Phase.RALLY:
            for _ in range(round(FIRST_SPEED + FASTER * (self.speed - 1))):
                self.move_one_pixel()
            return
        self.wait -= 1
        if self.wait == 0:
            self.drop_ball()

    def move_one_pixel(self):
        self.spot += self.way
        box = pygame.Rect(0, 0, 2 * BALL_RADIUS, 2 * BALL_RADIUS)
        box.center = self.spot
        if box.left < FIELD.left or box.right > FIELD.right:
            self.way.x = copysign(self.way.x, FIELD.centerx - self.spot.x)
        if box.top < FIELD.top:
            self.way.y = abs(self.way.y)
        hit = box.collidelist(self.bricks)
        if hit >= 0:
            brick = self.bricks.pop(hit)
            self.bounce_off(brick)
            self.score += 10 * (len(COLORS) - row_of(brick))
            if not self.bricks:
                self.phase = Phase.WON
        if self.way.y > 0 and box.colliderect(self.paddle):
            offset = (self.spot.x - self.paddle.centerx) / (self.paddle.width / 2)
            self.way = pygame.Vector2(offset, -0.6).normalize()
        if box.top > FIELD.bottom:
            self.balls -= 1
            self.new_ball()
            if self.balls == 0:
                self.phase = Phase.LOST

    def bounce_off(self, rect):
        """Turn away from the side of the rectangle that the ball has touched."""
        gap = self.spot - rect.center
        reach_x, reach_y = rect.width / 2 + BALL_RADIUS, rect.height / 2 + BALL_RADIUS
        if abs(gap.x) / reach_x > abs(gap.y) / reach_y:
            self.way.x = copysign(self.way.x, gap.x)
        else:
            self.way.y = copysign(self.way.y, gap.y)


class View:
    """The window, and how a match looks in it."""

    def __init__(self):
        self.screen = pygame.display.set_mode((740, FIELD.height))
        pygame.display.set_caption("Breakout")
        self.normal = pygame.font.Font(None, 28)
        self.huge = pygame.font.Font(None, 66)

    def text(self, words, x, y, color=WHITE, font=None):
        image = (font or self.normal).render(words, True, color)
        self.screen.blit(image, image.get_rect(center=(x, y)))

    def draw(self, match):
        self.screen.fill("black")
        for brick in match.bricks:
            # A pill with a line of light on it.
            pygame.draw.rect(self.screen, COLORS[row_of(brick)], brick, border_radius=10)
            pygame.draw.line(self.screen, WHITE, (brick.x + 9, brick.y + 5), (brick.x + 30, brick.y + 5), 2)
        pygame.draw.ellipse(self.screen, (0, 120, 40), match.paddle.inflate(-30, 10).move(0, 5))
        pygame.draw.rect(self.screen, GREEN, match.paddle, border_radius=5)
        pygame.draw.circle(self.screen, WHITE, match.spot, BALL_RADIUS)
        pygame.draw.circle(self.screen, "orange", match.spot, BALL_RADIUS - 2, 2)
        self.draw_panel(match)
        if match.has_ended:
            box = pygame.Rect(FIELD.centerx - 170, 300, 340, 180)
            pygame.draw.rect(self.screen, "black", box)
            pygame.draw.rect(self.screen, GREEN, box, 3, border_radius=8)
            self.text(match.phase.value, box.centerx, 350, GREEN, self.huge)
            self.text(f"YOUR SCORE {match.score}", box.centerx, 405)
            self.text("R: RESTART   Q: QUIT", box.centerx, 405)
        pygame.display.flip()

    def draw_panel(self, match):
        pygame.draw.line(self.screen, GREEN, FIELD.topright, FIELD.bottomright, 3)
        self.text("BREAKOUT", PANEL_X, 60, GREEN)
        self.text(f"SCORE {match.score}", PANEL_X, 140)
        self.text(f"SPEED {match.speed}", PANEL_X, 180)
        self.text(f"BALLS {match.balls}", PANEL_X, 220)
        self.text("ARROWS: MOVE", PANEL_X, 500, GRAY)
        self.text("SPACE: SERVE", PANEL_X, 530, GRAY)


def main():
    pygame.init()
    view = View()
    match = Match()
    clock = pygame.time.Clock()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN:
                if event.key == pygame.K_SPACE and match.phase is Phase.SERVE:
                    match.drop_ball()
                elif event.key == pygame.K_r and match.has_ended:
                    match = Match()
                elif event.key == pygame.K_q and match.has_ended:
                    running = False
        if not match.has_ended:
            pressed = pygame.key.get_pressed()
            match.update(pressed[pygame.K_RIGHT] - pressed[pygame.K_LEFT])
        view.draw(match)
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
