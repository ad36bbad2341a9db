# SOURCE: ../flappy_bird_1_hearts.py
# FAILURE: quits: Q at frame 295 of idle, seed 0: it runs on after frame 437

"""Flappy Bird: guide a bird over a sleeping city, through one gate of pipes after another.

Press SPACE or the mouse button to flap. A gate behind you is a point. Each point
raises the flying speed and shrinks the next openings. Pipes and ground cost one of
three hearts; after that the bird blinks and cannot be hurt for a second.

The bird really flies to the right and the camera follows it. The gates are a list
in flying order, so the number of points is also the index of the gate ahead.
"""

import random
from dataclasses import dataclass, field

import pygame

FPS = 60
STEP = 1 / FPS  # seconds
SCREEN_W, SCREEN_H = 720, 520
CEILING, FLOOR = 48, 500
CAMERA_LEAD = 200  # the bird's place on the screen

# All speeds are in pixels a second.
PULL = 1500
FLAP = 410
HOVER_SECONDS = 1.2
HEARTS = 3
SAFE_SECONDS = 1
BIRD_R = 14
GATE_W = 58
GATE_EVERY = 270

INK = (2, 4, 10)
GREEN = (0, 255, 65)
CITY = (16, 32, 54)
LAMP = (110, 110, 60)
PINK = (255, 90, 170)
RED = (255, 60, 70)
CYAN = (90, 220, 255)
WHITE = (235, 235, 235)
SILVER = (150, 150, 160)


@dataclass
class Gate:
    """Two pipes with an opening between two heights."""

    x: float
    top: int
    bottom: int


@dataclass
class World:
    """Everything that changes during one flight."""

    x: float = 0
    y: float = 230
    rise: float = 0  # upward speed
    hover: float = HOVER_SECONDS
    points: int = 0
    hearts: int = HEARTS
    safe: float = 0  # seconds in which the bird cannot be hurt
    crashed: bool = False
    gates: list = field(default_factory=list)


def airspeed(points):
    return min(300, 190 + 3 * points)


def opening(points):
    return max(118, 168 - 2 * points)


def add_gate(world):
    """Put one more gate at the end of the course."""
    x = world.gates[-1].x + GATE_EVERY if world.gates else 560
    high = opening(world.points)
    top = random.randint(CEILING + 40, FLOOR - 40 - high)
    world.gates.append(Gate(x, top, top + high))


def flap(world):
    if not world.crashed:
        world.hover = 0
        world.rise = FLAP


def advance(world):
    """Carry the world on by one frame."""
    if world.crashed:
        return
    while not world.gates or world.gates[-1].x < world.x + SCREEN_W:
        add_gate(world)
    if world.hover > 0:
        world.hover -= STEP
        return
    world.x += airspeed(world.points) * STEP
    world.rise -= PULL * STEP
    world.y -= world.rise * STEP
    if world.y < CEILING + BIRD_R:
        world.y, world.rise = CEILING + BIRD_R, 0
    world.safe = max(0, world.safe - STEP)
    if not world.safe and touches_something(world):
        world.hearts -= 1
        world.safe = SAFE_SECONDS
        world.crashed = world.hearts == 0
    if world.y + BIRD_R >= FLOOR:  # the ground throws the bird up again
        world.y, world.rise = FLOOR - BIRD_R, FLAP
    if world.x - BIRD_R > world.gates[world.points].x + GATE_W:
        world.points += 1


def touches_something(world):
    if world.y + BIRD_R >= FLOOR:
        return True
    gate = world.gates[world.points]
    slack = BIRD_R - 3  # a feather may brush a pipe
    beside = gate.x - slack < world.x < gate.x + GATE_W + slack
    return beside and not gate.top + slack < world.y < gate.bottom - slack


def write(screen, font, text, color, x, y, anchor="center"):
    image = font.render(text, True, color)
    screen.blit(image, image.get_rect(**{anchor: (x, y)}))


def draw_city(screen, camera):
    """Houses in the distance pass at a quarter of the speed of the gates."""
    first = int(camera / 4) // 60
    for number in range(first, first + 14):
        x, height = number * 60 - int(camera / 4), 60 + number * 53 % 120
        pygame.draw.rect(screen, CITY, (x, FLOOR - height, 54, height))
        for window in range(number % 3, 9, 2):
            spot = (x + 10 + window % 3 * 14, FLOOR - height + 12 + window // 3 * 18, 5, 7)
            pygame.draw.rect(screen, LAMP, spot)


def draw_gate(screen, gate, camera):
    x = round(gate.x - camera)
    for mouth, far in ((gate.top, CEILING), (gate.bottom, FLOOR)):
        tube = pygame.Rect(x, min(mouth, far), GATE_W, abs(mouth - far))
        pygame.draw.rect(screen, INK, tube)
        pygame.draw.rect(screen, GREEN, tube, 2)
        pygame.draw.line(screen, GREEN, (x + GATE_W - 12, tube.top), (x + GATE_W - 12, tube.bottom))
        pygame.draw.line(screen, GREEN, (x - 5, mouth), (x + GATE_W + 4, mouth), 8)


def draw_bird(screen, world):
    x, y = CAMERA_LEAD, round(world.y)
    tilt = round(max(-9, min(6, -world.rise / 50)))  # nose up while climbing, down while falling
    wing = 11 if world.rise > 0 else -11
    pygame.draw.polygon(screen, PINK, [(x - 10, y), (x - 24, y - 6 - tilt), (x - 22, y + 5 - tilt)])
    pygame.draw.circle(screen, PINK, (x, y), BIRD_R)
    pygame.draw.polygon(screen, CYAN, [(x + 4, y), (x - 9, y), (x - 8, y + wing)])
    pygame.draw.polygon(screen, WHITE, [(x + 11, y - 4), (x + 24, y + tilt), (x + 11, y + 5)])
    pygame.draw.circle(screen, WHITE, (x + 6, y - 5), 4)
    pygame.draw.circle(screen, INK, (x + 7, y - 5), 2)


def draw_heart(screen, x, y, color):
    for side in (-5, 5):
        pygame.draw.circle(screen, color, (x + side, y - 3), 6)
    pygame.draw.polygon(screen, color, [(x - 11, y - 1), (x + 11, y - 1), (x, y + 12)])


def draw_all(screen, small, large, world):
    camera = world.x - CAMERA_LEAD
    screen.fill(INK)
    draw_city(screen, camera)
    for gate in world.gates[max(0, world.points - 2):]:
        draw_gate(screen, gate, camera)
    if int(world.safe * 10) % 2 == 0:
        draw_bird(screen, world)
    pygame.draw.line(screen, CYAN, (0, CEILING), (SCREEN_W, CEILING), 2)
    pygame.draw.line(screen, CYAN, (0, FLOOR), (SCREEN_W, FLOOR), 4)
    write(screen, small, f"SCORE {world.points}", GREEN, 20, 24, "midleft")
    write(screen, small, f"HEARTS {world.hearts}", RED, 200, 24, "midleft")
    for number in range(HEARTS):
        draw_heart(screen, 340 + 30 * number, 22, RED if number < world.hearts else CITY)
    write(screen, small, "FLAP: SPACE / CLICK", SILVER, SCREEN_W - 20, 24, "midright")
    if world.crashed:
        box = pygame.Rect(0, 0, 400, 180)
        box.center = SCREEN_W // 2, 270
        pygame.draw.rect(screen, INK, box, border_radius=14)
        pygame.draw.rect(screen, PINK, box, 3, border_radius=14)
        write(screen, large, "GAME OVER", PINK, box.centerx, box.y + 50)
        write(screen, small, f"FINAL SCORE {world.points}", WHITE, box.centerx, box.y + 105)
        write(screen, small, "R: FLY AGAIN     Q: QUIT", WHITE, box.centerx, box.y + 145)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((SCREEN_W, SCREEN_H))
    pygame.display.set_caption("Flappy Bird")
    small, large = pygame.font.Font(None, 32), pygame.font.Font(None, 72)
    clock = pygame.time.Clock()
    world = World()
    while True:
        for event in pygame.event.get():
            key = event.key if event.type == pygame.KEYDOWN else None
            if event.type == pygame.QUIT or (key == pygame.K_ESCAPE and world.crashed):
                pygame.quit()
                return
            if key == pygame.K_SPACE or event.type == pygame.MOUSEBUTTONDOWN:
                flap(world)
            elif key == pygame.K_r and world.crashed:
                world = World()
        advance(world)
        draw_all(screen, small, large, world)
        clock.tick(FPS)


if __name__ == "__main__":
    main()
