# SOURCE: ../galaga_1.py
# FAILURE: closes: window closed at frame 60: it runs on after frame 121

"""Galaga: bugs swoop in, gather in a swarm and attack; let none of them touch you.

Arrow keys left and right: fly. Space: shoot, with two shots in the air at most.
Queens score 150, moths 80, bees 50; twice that on the wing. Three ships.

All flights are Bezier curves. The last control point of a flight home is the
bug's place in the swarm, which sways, so each one arrives just where it belongs.
"""

import math
import random
from dataclasses import dataclass, field

import pygame
from pygame import Vector2 as V

W, H = 640, 720
SHIP_Y = H - 80
BLACK, GREEN, WHITE = (0, 0, 0), (0, 255, 65), (235, 235, 235)
RED = (255, 80, 80)

# Left halves of the pictures; w is a wing, b the body and e an eye.
QUEEN = ["ww....", "www..b", ".wwwbe", "..wwbb", ".wwwbb", "ww.w.b", "w....b"]
MOTH = [".....b", "www.be", "wwwwbb", ".wwwbb", "..wwbb", ".www.b", ".ww..."]
BEE = ["......", "...bbb", ".wwbeb", "wwwbbb", ".wwbbb", "....bb", ".....b"]
RANKS = [
    (150, QUEEN, {"w": GREEN, "b": (255, 140, 40), "e": WHITE}),
    (80, MOTH, {"w": (255, 70, 160), "b": (120, 200, 255), "e": BLACK}),
    (50, BEE, {"w": (80, 130, 255), "b": (255, 220, 60), "e": RED}),
]
SHIP = [".....g", ".....g", "....gg", "r...gg", "r..ggw", "g.gggw", "gggggg", "gg.gg."]
SQUADS = [(0, 4), (1, 8), (2, 8), (2, 8)]  # rank and number of bugs


@dataclass
class Bug:
    rank: int
    home: V
    curve: list  # control points; those of a flight home lack the last one
    time: float  # 0 to 1 on the curve, below that the bug still waits
    is_diving: bool = False
    pos: V = field(default_factory=lambda: V(0, -50))


@dataclass
class World:
    score: int = 0
    ships: int = 3
    stage: int = 0
    age: int = 0
    pause: int = 0
    x: float = W / 2
    bugs: list = field(default_factory=list)
    shots: list = field(default_factory=list)
    stings: list = field(default_factory=list)


def new_stage(world):
    """Line up all squads outside of the window, every other one on the left."""
    world.stage += 1
    for row, (rank, count) in enumerate(SQUADS):
        edge = -40 if row % 2 else W + 40
        curve = [V(edge, 500), V(W - edge, 700), V(W - edge, 150), V(edge, 100), V(edge, 400)]
        for number in range(count):
            home = V(W / 2 + 56 * (number - (count - 1) / 2), 90 + 46 * row)
            world.bugs.append(Bug(rank, home, curve, -0.8 * row - 0.09 * number))


def bezier(points, time):
    while len(points) > 1:
        points = [here.lerp(there, time) for here, there in zip(points, points[1:])]
    return points[0]


def dive(bug, x):
    """Send a bug up and over, once round, down to the ship and out of the window."""
    side = random.choice((-1, 1))
    swings = [(0, 0), (160, -120), (300, 500), (-500, 700), (0, -300), (300, 500)]
    bug.curve = [bug.pos + (dx * side, dy) for dx, dy in swings] + [V(x, SHIP_Y - 100), V(x, H + 40)]
    bug.time = 0
    bug.is_diving = True


def move_bugs(world):
    sway = V(36 * math.sin(world.age / 50), 6 * math.sin(world.age / 25))
    for bug in world.bugs:
        place = bug.home + sway
        bug.time += (1 + world.stage / 10) / 170
        if bug.time >= 1 and bug.is_diving:  # come back from above
            bug.curve = [V(bug.pos.x, -40)]
            bug.time = 0
            bug.is_diving = False
        if bug.time >= 1:
            bug.pos = place
        elif bug.time > 0:
            bug.pos = bezier(bug.curve if bug.is_diving else bug.curve + [place], bug.time)
        if 0 < bug.time < 1 and bug.pos.y < 420 and random.random() < 0.004 + 0.002 * world.stage:
            world.stings.append(bug.pos.copy())
    calm = [bug for bug in world.bugs if bug.time >= 1]
    if calm and len(world.bugs) - len(calm) <= world.stage and random.random() < 0.03:
        dive(random.choice(calm), world.x)


def move_shots(world):
    for shot in list(world.shots):
        shot.y -= 12
        for bug in world.bugs:
            if abs(bug.pos.x - shot.x) < 18 and abs(bug.pos.y - shot.y) < 18:
                world.score += RANKS[bug.rank][0] * (1 if bug.time >= 1 else 2)
                world.bugs.remove(bug)
                world.shots.remove(shot)
                break
        else:
            if shot.y < 40:
                world.shots.remove(shot)
    for sting in world.stings:
        sting.y += 4.5
    world.stings = [sting for sting in world.stings if sting.y < H]


def update(world, keys):
    if world.pause:
        world.pause -= 1
        return
    world.age += 1
    world.x += 5 * (keys[pygame.K_RIGHT] - keys[pygame.K_LEFT])
    world.x = min(max(world.x, 30), W - 30)
    if not world.bugs:
        new_stage(world)
    move_bugs(world)
    move_shots(world)
    for pos in world.stings + [bug.pos for bug in world.bugs]:
        if abs(pos.x - world.x) < 20 and abs(pos.y - SHIP_Y) < 18:
            lose_ship(world)
            break


def lose_ship(world):
    world.ships -= 1
    world.pause = 70
    world.stings.clear()
    for bug in world.bugs:
        if bug.is_diving:
            bug.time = 1


def paint(half, colors):
    """Turn the left half of a picture into the whole one."""
    image = pygame.Surface((36, 3 * len(half)), pygame.SRCALPHA)
    for y, row in enumerate(half):
        for x, mark in enumerate(row + row[::-1]):
            if mark != ".":
                image.fill(colors[mark], (3 * x, 3 * y, 3, 3))
    return image


def draw(screen, font, title_font, images, world):
    def write(font, text, color, y):
        picture = font.render(text, True, color)
        screen.blit(picture, picture.get_rect(center=(W / 2, y)))

    screen.fill(BLACK)
    for shot in world.shots:
        screen.fill(GREEN, (shot.x - 2, shot.y, 4, 14))
    for sting in world.stings:
        pygame.draw.polygon(screen, RED, [sting + (-4, -7), sting + (4, -7), sting + (0, 7)])
    for bug in world.bugs:
        image = pygame.transform.flip(images[bug.rank], False, bug.is_diving)
        screen.blit(image, image.get_rect(center=bug.pos))
    if world.pause % 10 < 5:
        screen.blit(images[3], images[3].get_rect(center=(world.x, SHIP_Y)))
    write(font, f"STAGE {world.stage}    SCORE {world.score}    SHIPS {world.ships}", WHITE, 24)
    write(font, "< > FLY    SPACE SHOOT", GREEN, H - 24)
    if not world.ships:
        screen.fill(BLACK, (0, 270, W, 170))
        write(title_font, "GAME OVER", RED, 310)
        write(font, f"YOUR SCORE {world.score}", WHITE, 365)
        write(font, "R: NEW GAME    Q: QUIT", GREEN, 405)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((W, H))
    pygame.display.set_caption("Galaga")
    clock = pygame.time.Clock()
    font, title_font = pygame.font.Font(None, 28), pygame.font.Font(None, 72)
    images = [paint(half, colors) for _, half, colors in RANKS]
    images.append(paint(SHIP, {"g": GREEN, "r": RED, "w": WHITE}))
    world = World()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.WINDOWLEAVE:
                running = False
            elif event.type == pygame.KEYDOWN and not world.ships:
                if event.key == pygame.K_r:
                    world = World()
                elif event.key == pygame.K_q:
                    running = False
            elif event.type == pygame.KEYDOWN and event.key == pygame.K_SPACE and len(world.shots) < 2:
                world.shots.append(V(world.x, SHIP_Y - 12))
        if world.ships:
            update(world, pygame.key.get_pressed())
        draw(screen, font, title_font, images, world)
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
