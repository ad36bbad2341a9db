# SOURCE: ../pong_4_goals_moving.py
# FAILURE: readable: 'UP / DOWN: PUSH YOUR BAT    7 GOALS WIN' is out of the window at frame 1 of idle, seed 0

"""Pong with goals: keep the ball out of your net and shoot it into the computer's.

Up and Down push your green bat, which needs a moment to get going and to stop.
Every hit makes the ball faster, and a hit near the end of the bat sends it away
steeply. The boards beside the goals make it faster too. Seven goals win. The
goals slide up and down, faster and faster.

The course of a match is a generator, play(): serve, rally, point. The computer
pushes its bat less than you do, so it comes late and overshoots; it gets
stronger with each point of yours.
"""

import math
import random

import pygame

ARENA = pygame.Rect(24, 24, 752, 432)
MIDDLE = pygame.Vector2(ARENA.center)
POINTS_TO_WIN = 7
BAT_SIZE = pygame.Vector2(14, 84)
PUSH, GRIP = 1.75, 0.8  # what a key adds to a bat's speed, and how much stays
CPU_PUSH, CPU_PUSH_PER_POINT, CPU_GRIP = 0.5, 0.03, 0.9
RADIUS = 9
SERVE_SPEED, SPEED_LIMIT, GAIN = 6, 13, 0.55
MAX_TILT = 0.95  # radians
GOAL = pygame.Rect(0, MIDDLE.y - 140, ARENA.left, 280)  # the left net
SERVE_FRAMES = 50

NIGHT = (0, 0, 0)
GREEN = (0, 255, 65)
ORANGE = (255, 165, 0)
SKY = (120, 220, 255)
CHALK = (44, 78, 92)


class Bat:
    """A bat with weight: pushes change its speed, and friction takes speed away."""

    def __init__(self, name, x, color, grip):
        self.name, self.color, self.grip = name, color, grip
        self.place = pygame.Vector2(x, MIDDLE.y)
        self.speed = 0
        self.points = 0

    def push(self, force):
        self.speed = (self.speed + force) * self.grip
        reach = (ARENA.height - BAT_SIZE.y) / 2
        wanted = self.place.y + self.speed - MIDDLE.y
        self.place.y = MIDDLE.y + max(-reach, min(reach, wanted))
        if abs(wanted) > reach:
            self.speed = 0

    def meets(self, ball):
        gap = ball.place - self.place
        return abs(gap.x) < BAT_SIZE.x / 2 + RADIUS and abs(gap.y) < BAT_SIZE.y / 2 + RADIUS

    def draw(self, screen):
        box = pygame.Rect(self.place - BAT_SIZE / 2, BAT_SIZE)
        pygame.draw.rect(screen, self.color, box, border_radius=6)


class Ball:
    """The ball flies at a speed, and at a tilt up or down from its heading (-1 left, 1 right)."""

    def __init__(self, heading):
        self.place = MIDDLE.copy()
        self.heading, self.speed = heading, SERVE_SPEED
        self.tilt = random.uniform(0.3, 0.6) * random.choice((-1, 1))

    def fly(self):
        self.place.x += self.heading * self.speed * math.cos(self.tilt)
        self.place.y += self.speed * math.sin(self.tilt)

    def bounce_off_walls(self):
        if self.place.y < ARENA.top + RADIUS:
            self.tilt = abs(self.tilt)
        elif self.place.y > ARENA.bottom - RADIUS:
            self.tilt = -abs(self.tilt)

    def bounce_off_boards(self, goal):
        """Turn back at a board, in the one frame in which the ball gets there."""
        depth = self.heading * (self.place.x - MIDDLE.x) - ARENA.width / 2 + RADIUS
        if 0 <= depth < self.speed and not goal.top < self.place.y < goal.bottom:
            self.heading = -self.heading
            self.speed = min(SPEED_LIMIT, self.speed + GAIN)

    def bounce_off(self, bat):
        offset = (self.place.y - bat.place.y) / (BAT_SIZE.y / 2 + RADIUS)
        self.tilt = offset * MAX_TILT + random.uniform(-0.05, 0.05)
        self.heading = -self.heading
        self.speed = min(SPEED_LIMIT, self.speed + GAIN)


class Court:
    """All that can be seen: two bats and the ball."""

    def __init__(self):
        self.you = Bat("YOU", ARENA.left + 30, GREEN, GRIP)
        self.cpu = Bat("CPU", ARENA.right - 30, ORANGE, CPU_GRIP)
        self.ball = Ball(-1)
        self.goal, self.goal_way = GOAL.copy(), 1
        self.winner = None

    def move_bats(self, keys):
        self.you.push((keys[pygame.K_DOWN] - keys[pygame.K_UP]) * PUSH)
        height = self.ball.place.y if self.ball.heading > 0 else self.goal.centery
        will = max(-1, min(1, (height - self.cpu.place.y) / 30))
        self.cpu.push(will * (CPU_PUSH + CPU_PUSH_PER_POINT * self.you.points))

    def slide_goals(self):
        self.goal.y += self.goal_way * (2 + (self.you.points + self.cpu.points) // 4)
        if self.goal.top < ARENA.top + 20 or self.goal.bottom > ARENA.bottom - 20:
            self.goal_way = 1 if self.goal.centery < MIDDLE.y else -1

    def move_ball(self):
        self.ball.fly()
        self.ball.bounce_off_walls()
        self.ball.bounce_off_boards(self.goal)
        bat = self.you if self.ball.heading < 0 else self.cpu
        if bat.meets(self.ball):
            self.ball.bounce_off(bat)

    def draw(self, screen, fonts):
        pygame.draw.rect(screen, CHALK, ARENA, 2)
        pygame.draw.circle(screen, CHALK, MIDDLE, 60, 2)
        for y in range(ARENA.top + 4, ARENA.bottom, 16):
            pygame.draw.line(screen, CHALK, (MIDDLE.x, y), (MIDDLE.x, y + 8), 4)
        for y in (ARENA.top - 3, ARENA.bottom + 2):
            pygame.draw.line(screen, GREEN, (ARENA.left, y), (ARENA.right, y), 4)
        for x, color in ((0, GREEN), (ARENA.right, ORANGE)):
            draw_goal(screen, self.goal.move(x, 0), color)
        for bat, x in ((self.you, 0.25), (self.cpu, 0.75)):
            text = f"{bat.name} {bat.points}"
            write(screen, fonts[1], text, bat.color, (ARENA.left + x * ARENA.width, ARENA.top + 40))
            bat.draw(screen)
        pygame.draw.circle(screen, SKY, self.ball.place, RADIUS)
        pygame.draw.circle(screen, NIGHT, self.ball.place, RADIUS - 4, 2)


def play(court):
    """The course of a match; each yield is a frame."""
    heading = -1
    while court.winner is None:
        court.ball = Ball(heading)
        for _ in range(SERVE_FRAMES):
            yield
        while ARENA.left - RADIUS < court.ball.place.x < ARENA.right + RADIUS:
            court.move_ball()
            yield
        heading = court.ball.heading
        scorer = court.cpu if heading < 0 else court.you
        scorer.points += 1
        if scorer.points == POINTS_TO_WIN:
            court.winner = scorer


def draw_goal(screen, goal, color):
    """Draw a goal with its boards, its net and its posts."""
    line = ARENA.left if goal.left == 0 else ARENA.right
    pygame.draw.line(screen, GREEN, (line, ARENA.top), (line, ARENA.bottom), 4)
    pygame.draw.rect(screen, NIGHT, goal.inflate(8, 0))
    for y in range(goal.top, goal.bottom, 10):
        pygame.draw.line(screen, color, (goal.left, y), (goal.right, y))
    pygame.draw.rect(screen, color, goal, 1)
    for y in (goal.top, goal.bottom):
        pygame.draw.circle(screen, color, (line, y), 7)


def write(screen, font, text, color, center):
    image = font.render(text, True, color)
    screen.blit(image, image.get_rect(center=center))


def draw_end(screen, fonts, court):
    box = pygame.Rect(MIDDLE - (190, 95), (380, 190))
    pygame.draw.rect(screen, NIGHT, box)
    pygame.draw.rect(screen, court.winner.color, box, 3)
    verdict = "YOU WIN" if court.winner is court.you else "YOU LOSE"
    write(screen, fonts[1], verdict, court.winner.color, MIDDLE - (0, 50))
    write(screen, fonts[0], f"FINAL SCORE {court.you.points} : {court.cpu.points}", SKY, MIDDLE + (0, 8))
    write(screen, fonts[0], "R = REMATCH    Q = QUIT", SKY, MIDDLE + (0, 52))


def main():
    pygame.init()
    screen = pygame.display.set_mode((800, 500))
    pygame.display.set_caption("Pong")
    fonts = [pygame.font.Font(None, size) for size in (28, 64)]
    clock = pygame.time.Clock()
    court = Court()
    course = play(court)
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            if event.type != pygame.KEYDOWN or court.winner is None:
                continue
            if event.key == pygame.K_q:
                running = False
            if event.key == pygame.K_r:
                court = Court()
                course = play(court)
        if court.winner is None:
            court.move_bats(pygame.key.get_pressed())
            court.slide_goals()
            next(course, None)
        screen.fill(NIGHT)
        court.draw(screen, fonts)
        hint = f"UP / DOWN: PUSH YOUR BAT    {POINTS_TO_WIN} GOALS WIN"
        write(screen, fonts[0], hint, SKY, (MIDDLE.x, 4800))
        if court.winner:
            draw_end(screen, fonts, court)
        pygame.display.flip()
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
