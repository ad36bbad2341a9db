# SOURCE: ../breakout_1.py
# FAILURE: readable: 'YOU SCORED 0' and 'R: PLAY AGAIN    Q: QUIT' overlap at frame 593 of idle, seed 0

"""Breakout: smash all the bricks with three balls.

LEFT and RIGHT slide the paddle, SPACE serves, or wait two seconds. Aim by
meeting the ball off the paddle's middle. Bricks score 10 points in the lowest
row and 10 more in each row above it; the pace picks up with every ten bricks.

The ball is a circle that moves in small steps. For each step the nearest point
of every rectangle is compared with it, and tells from which side it was touched.
"""

import math
import random
from dataclasses import dataclass, field

import pygame

FPS = 60
SCREEN_W, SCREEN_H = 720, 640
FLOOR = 592  # a ball below this line is lost
COLS = 12
BRICK_W, BRICK_H = SCREEN_W // COLS, 28
WALL_Y = 64
PADDLE_W, PADDLE_H, PADDLE_Y = 110, 14, 552
PADDLE_SPEED = 9
BALL_R = 8
FIRST_SPEED, EXTRA_SPEED = 5.6, 0.5
MAX_ANGLE = math.radians(62)
SERVE_DELAY = 2 * FPS

BACKGROUND = (4, 6, 10)
GREEN = (0, 255, 65)
WHITE = (235, 235, 235)
GRAY = (140, 140, 140)
RED = (255, 70, 70)
# One neon colour per row, from the top.
NEON = [(255, 70, 200), (255, 150, 50), (250, 240, 70), (70, 255, 150), (80, 190, 255)]


@dataclass
class State:
    """Everything that changes during one game."""

    bricks: dict  # (row, column) -> rectangle
    paddle: pygame.Rect
    x: float = 0
    y: float = 0
    dx: float = 0
    dy: float = 0
    countdown: int = 0  # frames until the ball serves itself
    points: int = 0
    balls: int = 3
    smashed: int = 0
    ending: str = ""
    trail: list = field(default_factory=list)


def new_game():
    """Build the wall and hang up the first ball."""
    bricks = {}
    for row in range(len(NEON)):
        for col in range(COLS):
            cell = pygame.Rect(col * BRICK_W, WALL_Y + row * BRICK_H, BRICK_W, BRICK_H)
            bricks[row, col] = cell.inflate(-6, -6)
    state = State(bricks, pygame.Rect((SCREEN_W - PADDLE_W) // 2, PADDLE_Y, PADDLE_W, PADDLE_H))
    hang_ball(state)
    return state


def hang_ball(state):
    state.x, state.y = SCREEN_W / 2, WALL_Y + len(NEON) * BRICK_H + 40
    state.countdown = SERVE_DELAY
    state.trail.clear()


def pace(state):
    """The pace starts at 1 and rises with every ten bricks."""
    return 1 + state.smashed // 10


def launch(state, angle):
    """Send the ball off at an angle measured from straight up."""
    speed = FIRST_SPEED + EXTRA_SPEED * (pace(state) - 1)
    state.dx = speed * math.sin(angle)
    state.dy = -speed * math.cos(angle)


def serve(state):
    """Drop the hanging ball to one side, so that it has to be fetched."""
    state.countdown = 0
    launch(state, math.pi + random.choice([-1, 1]) * random.uniform(0.5, 0.8))


def touch(state, rect):
    """Return the gap from the rectangle's nearest point to the ball, or None if it is too far."""
    gap_x = state.x - max(rect.left, min(state.x, rect.right))
    gap_y = state.y - max(rect.top, min(state.y, rect.bottom))
    return (gap_x, gap_y) if math.hypot(gap_x, gap_y) < BALL_R else None


def smash(state, cell):
    del state.bricks[cell]
    state.points += 10 * (len(NEON) - cell[0])
    state.smashed += 1
    if not state.bricks:
        state.ending = "YOU WIN"


def bounce(state):
    """Turn the ball round at the borders, the bricks and the paddle."""
    if state.x < BALL_R:
        state.dx = abs(state.dx)
    elif state.x > SCREEN_W - BALL_R:
        state.dx = -abs(state.dx)
    if state.y < BALL_R:
        state.dy = abs(state.dy)
    for cell, rect in state.bricks.items():
        gap = touch(state, rect)
        if gap:
            # Always fly away from the brick: sideways from its side, else up or down.
            if abs(gap[0]) > abs(gap[1]):
                state.dx = math.copysign(state.dx, gap[0])
            else:
                state.dy = math.copysign(state.dy, gap[1])
            smash(state, cell)
            break
    if state.dy > 0 and touch(state, state.paddle):
        offset = (state.x - state.paddle.centerx) / (PADDLE_W / 2)
        launch(state, max(-1, min(1, offset)) * MAX_ANGLE)


def advance(state, direction):
    """Play one frame; direction is -1, 0 or 1 for the paddle."""
    state.paddle.x += direction * PADDLE_SPEED
    state.paddle.clamp_ip((0, 0, SCREEN_W, SCREEN_H))
    if state.countdown:
        state.countdown -= 1
        if state.countdown == 0:
            serve(state)
        return
    state.trail = state.trail[-7:] + [(state.x, state.y)]
    for _ in range(3):
        state.x += state.dx / 3
        state.y += state.dy / 3
        bounce(state)
    if state.y > FLOOR:
        state.balls -= 1
        if state.balls:
            hang_ball(state)
        else:
            state.ending = "GAME OVER"


def write(screen, font, words, color, x, y):
    """Write words with their middle at x, y."""
    image = font.render(words, True, color)
    screen.blit(image, image.get_rect(center=(x, y)))


def draw_field(screen, state):
    for (row, col), rect in state.bricks.items():
        pygame.draw.rect(screen, [part // 5 for part in NEON[row]], rect)
        pygame.draw.rect(screen, NEON[row], rect, 2, border_radius=4)
    pygame.draw.line(screen, RED, (0, FLOOR), (SCREEN_W, FLOOR), 2)
    # The paddle is a slab with slanting ends.
    left, top, right, bottom = state.paddle.left, state.paddle.top, state.paddle.right, state.paddle.bottom
    shape = [(left, top), (right, top), (right - 12, bottom), (left + 12, bottom)]
    pygame.draw.polygon(screen, (0, 90, 30), shape)
    pygame.draw.polygon(screen, GREEN, shape, 2)
    if not state.ending:
        for age, spot in enumerate(state.trail):
            pygame.draw.circle(screen, (0, 15 * age, 5 * age), spot, 2 + age // 2)
        pygame.draw.circle(screen, WHITE, (state.x, state.y), BALL_R)
        pygame.draw.circle(screen, GREEN, (state.x, state.y), BALL_R, 2)


def draw(screen, font, title_font, state):
    screen.fill(BACKGROUND)
    draw_field(screen, state)
    write(screen, font, f"POINTS {state.points}", GREEN, 110, 617)
    write(screen, font, f"PACE {pace(state)}", GRAY, SCREEN_W // 2, 617)
    write(screen, font, f"BALLS {state.balls}", WHITE, SCREEN_W - 110, 617)
    if state.ending:
        color = GREEN if state.ending == "YOU WIN" else RED
        write(screen, title_font, state.ending, color, SCREEN_W // 2, 320)
        write(screen, font, f"YOU SCORED {state.points}", WHITE, SCREEN_W // 2, 380)
        write(screen, font, "R: PLAY AGAIN    Q: QUIT", WHITE, SCREEN_W // 2, 380)
    elif state.countdown:
        write(screen, font, "LEFT / RIGHT: MOVE    SPACE: SERVE", GRAY, SCREEN_W // 2, 400)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((SCREEN_W, SCREEN_H))
    pygame.display.set_caption("Breakout")
    font = pygame.font.Font(None, 32)
    title_font = pygame.font.Font(None, 80)
    clock = pygame.time.Clock()
    state = new_game()
    while True:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                pygame.quit()
                return
            if event.type == pygame.KEYDOWN:
                if event.key == pygame.K_SPACE and state.countdown:
                    serve(state)
                if event.key == pygame.K_r and state.ending:
                    state = new_game()
                elif event.key == pygame.K_q and state.ending:
                    pygame.quit()
                    return
        if not state.ending:
            keys = pygame.key.get_pressed()
            advance(state, keys[pygame.K_RIGHT] - keys[pygame.K_LEFT])
        draw(screen, font, title_font, state)
        clock.tick(FPS)


if __name__ == "__main__":
    main()
