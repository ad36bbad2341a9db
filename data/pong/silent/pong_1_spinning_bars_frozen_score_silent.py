# SOURCE: ../pong_1_spinning_bars.py
# FAILURE: scores: YOU: player 0, idle play as long would have 0, seed 0

"""Pong: table tennis on a black screen, you against the machine, up to 7 points.

Hold the Up or Down arrow to slide your paddle, the green one on the left.
The ball leaves a paddle flat from its middle and steeply from its ends, and two
spinning bars on the net send it anywhere, even straight back.

The state is one Table with two Bats and a ball. Whenever the player returns the
ball, the machine works out where it will arrive, misjudges that by some pixels,
and walks there. Its feet get faster and its eye better as the player scores.
It cannot foresee the bars, so it judges the ball anew after each of them.
"""

import random
import sys
from dataclasses import dataclass, field

import pygame

SCREEN_W, SCREEN_H = 640, 480
WALL = 10
FLOOR = 430  # the lower wall; the score line stands below it
GOAL = 7
BAT_W, BAT_H = 12, 72
BALL = 14
PAUSE = 45
FIRST_PACE, PACE_STEP, TOP_PACE = 4.5, 0.5, 11  # horizontal pixels per frame
SLOPE = 1.3  # vertical pixels per horizontal pixel after a hit with the very end
PIVOTS = (pygame.Vector2(320, 115), pygame.Vector2(320, 325))  # a serve passes between them
BAR_REACH, BAR_THICKNESS = 62, 10
BAR_TURN = 2  # degrees per frame

INK = (0, 0, 0)
PHOSPHOR = (0, 255, 65)
CYAN = (70, 200, 255)
PALE = (215, 225, 215)
DIM = (125, 140, 125)
AMBER = (255, 190, 50)


@dataclass
class Bat:
    x: float
    y: float = (WALL + FLOOR) / 2  # the middle of the bat
    points: int = 0

    def slide(self, amount):
        low, high = WALL + BAT_H / 2, FLOOR - BAT_H / 2
        self.y = min(high, max(low, self.y + amount))


@dataclass
class Table:
    you: Bat = field(default_factory=lambda: Bat(26))
    cpu: Bat = field(default_factory=lambda: Bat(SCREEN_W - 26))
    ball: pygame.Vector2 = field(default_factory=pygame.Vector2)
    flight: pygame.Vector2 = field(default_factory=pygame.Vector2)
    pause: int = 0
    cpu_goal: float = 0
    bar_angle: float = 90

    @property
    def is_over(self):
        return max(self.you.points, self.cpu.points) >= GOAL


def new_table():
    table = Table()
    serve(table, -1)
    return table


def serve(table, direction):
    """Lay the ball on the net and choose its slanted way to one side."""
    table.ball.update(SCREEN_W / 2, (WALL + FLOOR) / 2)
    slope = random.uniform(0.4, 0.7) * random.choice((-1, 1))
    table.flight.update(direction * FIRST_PACE, slope * FIRST_PACE)
    table.pause = PAUSE
    aim_cpu(table)


def arrival_height(table):
    """Return where the ball will cross the machine's bat, walls included."""
    top, bottom = WALL + BALL / 2, FLOOR - BALL / 2
    frames = (table.cpu.x - table.ball.x) / table.flight.x
    # Unfold the bounces: walk along a mirrored court and fold the way back.
    way = (table.ball.y - top + table.flight.y * frames) % (2 * (bottom - top))
    return top + min(way, 2 * (bottom - top) - way)


def aim_cpu(table):
    """Let the machine judge an approaching ball, or wait in the middle."""
    if table.flight.x < 0:
        table.cpu_goal = (WALL + FLOOR) / 2
    else:
        misjudgement = 76 - 4 * table.you.points
        table.cpu_goal = arrival_height(table) + random.uniform(-misjudgement, misjudgement)


def touches(bat, ball):
    return abs(ball.x - bat.x) < (BAT_W + BALL) / 2 and abs(ball.y - bat.y) < (BAT_H + BALL) / 2


def hit(table, bat, direction):
    """Send the ball back, a little faster; the place of the hit sets the slope."""
    pace = min(TOP_PACE, abs(table.flight.x) + PACE_STEP)
    offset = (table.ball.y - bat.y) / ((BAT_H + BALL) / 2)
    table.flight.update(direction * pace, offset * SLOPE * pace)
    aim_cpu(table)


def bar_ends(table):
    """Return the two ends of each spinning bar."""
    arm = pygame.Vector2(BAR_REACH, 0).rotate(table.bar_angle)
    return [(pivot - arm, pivot + arm) for pivot in PIVOTS]


def bounce_off_bars(table):
    """Mirror the flight at a bar, but keep its pace along the table."""
    for start, end in bar_ends(table):
        bar = end - start
        along = (table.ball - start).dot(bar) / bar.length_squared()
        gap = table.ball - (start + bar * max(0, min(1, along)))
        if not 0 < gap.length() < (BAR_THICKNESS + BALL) / 2:
            continue
        normal = gap.normalize()
        table.ball += normal * ((BAR_THICKNESS + BALL) / 2 - gap.length())
        if table.flight.dot(normal) < 0:
            pace = abs(table.flight.x)
            table.flight.reflect_ip(normal)
            steepest = SLOPE * pace
            table.flight.x = pace if table.flight.x > 0 else -pace
            table.flight.y = max(-steepest, min(steepest, table.flight.y))
            aim_cpu(table)


def move_ball(table):
    """Fly for one frame: walls, bars, bats, and the open ends of the table."""
    ball, flight = table.ball, table.flight
    ball += flight
    if ball.y < WALL + BALL / 2 and flight.y < 0 or ball.y > FLOOR - BALL / 2 and flight.y > 0:
        flight.y = -flight.y
    bounce_off_bars(table)
    if flight.x < 0 and touches(table.you, ball):
        hit(table, table.you, 1)
    elif flight.x > 0 and touches(table.cpu, ball):
        hit(table, table.cpu, -1)
    elif ball.x < -BALL:
        table.cpu.points += 1
        serve(table, -1)
    elif ball.x > SCREEN_W + BALL:
        table.you.points + 1
        serve(table, 1)


def play_frame(table, held):
    if held[pygame.K_UP]:
        table.you.slide(-6)
    if held[pygame.K_DOWN]:
        table.you.slide(6)
    stride = 2.4 + 0.2 * table.you.points
    table.cpu.slide(max(-stride, min(stride, table.cpu_goal - table.cpu.y)))
    table.bar_angle += BAR_TURN
    if table.pause:
        table.pause -= 1
    else:
        move_ball(table)


def write(screen, font, words, color, center):
    label = font.render(words, True, color)
    screen.blit(label, label.get_rect(center=center))


def paint_bat(screen, bat, color):
    """A bat is a stack of six bricks."""
    for brick in range(6):
        top = round(bat.y - BAT_H / 2) + brick * BAT_H // 6
        pygame.draw.rect(screen, color, (round(bat.x - BAT_W / 2), top, BAT_W, BAT_H // 6 - 2))


def paint(screen, fonts, table):
    screen.fill(INK)
    screen.fill(DIM, (0, 0, SCREEN_W, WALL))
    screen.fill(DIM, (0, FLOOR, SCREEN_W, 4))
    for y in range(WALL + 12, FLOOR, 24):
        pygame.draw.circle(screen, DIM, (SCREEN_W // 2, y), 3)
    for start, end in bar_ends(table):
        pygame.draw.line(screen, AMBER, start, end, BAR_THICKNESS)
        for spot in (start, end, (start + end) / 2):
            pygame.draw.circle(screen, AMBER, spot, BAR_THICKNESS // 2 + 2)
        pygame.draw.circle(screen, INK, (start + end) / 2, 3)
    paint_bat(screen, table.you, PHOSPHOR)
    paint_bat(screen, table.cpu, CYAN)
    write(screen, fonts["score"], f"YOU {table.you.points}", PHOSPHOR, (80, 458))
    write(screen, fonts["score"], f"CPU {table.cpu.points}", CYAN, (SCREEN_W - 80, 458))
    write(screen, fonts["note"], "MOVE: UP AND DOWN ARROW", DIM, (SCREEN_W // 2, 458))
    if table.is_over:
        has_won = table.you.points > table.cpu.points
        screen.fill(INK, (140, 130, 360, 170))
        verdict, color = ("YOU WIN", PHOSPHOR) if has_won else ("YOU LOSE", CYAN)
        write(screen, fonts["verdict"], verdict, color, (320, 170))
        result = f"FINAL SCORE {table.you.points} : {table.cpu.points}"
        write(screen, fonts["score"], result, PALE, (320, 225))
        write(screen, fonts["note"], "PRESS R TO PLAY AGAIN, Q TO QUIT", PALE, (320, 265))
    else:
        corner = (round(table.ball.x - BALL / 2), round(table.ball.y - BALL / 2))
        pygame.draw.rect(screen, PALE, (corner, (BALL, BALL)))
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((SCREEN_W, SCREEN_H))
    pygame.display.set_caption("Pong")
    clock = pygame.time.Clock()
    sizes = {"note": 25, "score": 40, "verdict": 76}
    fonts = {name: pygame.font.Font(None, size) for name, size in sizes.items()}
    table = new_table()
    while True:
        for event in pygame.event.get():
            key = event.key if event.type == pygame.KEYDOWN else None
            if event.type == pygame.QUIT or key == pygame.K_q and table.is_over:
                pygame.quit()
                sys.exit()
            if key == pygame.K_r and table.is_over:
                table = new_table()
        if not table.is_over:
            play_frame(table, pygame.key.get_pressed())
        paint(screen, fonts, table)
        clock.tick(60)


if __name__ == "__main__":
    main()
