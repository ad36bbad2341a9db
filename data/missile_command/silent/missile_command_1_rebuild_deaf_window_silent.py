# SOURCE: ../missile_command_1_rebuild.py
# FAILURE: closes: window closed at frame 60: it runs on after frame 121

"""Missile Command: rockets fall on your towns, and you blow them up on their way.

A click sends a shell there from the nearest silo that has one. Rockets in its fire
burn for 25 points. After a wave a shell left brings 5 and a town 100, all times a
rate that grows every other wave. For every 4000 points a lost town rises again. You
lose with your last town.

A thing in flight is a tuple: its place, its way in a frame, frames left, its origin.
"""

import math
import random

import pygame
from pygame import Vector2

WIDE, HIGH = 760, 560
FLOOR = 500
SILOS, SPEEDS = (40, 380, 720), (8, 13, 8)
TOWNS = (120, 200, 280, 480, 560, 640)

STEP = 4000  # points from one rebuilt town to the next

GREEN, CYAN, PINK = (0, 255, 65), (70, 230, 255), (255, 80, 190)
ORANGE, CREAM, BROWN, NIGHT = (255, 150, 40), (255, 245, 200), (90, 45, 25), (8, 6, 22)


class World:
    score = 0
    wave = 0
    next_mark = STEP
    rising, missing = None, 0  # the town rebuilt last and how much of it is not up yet

    def __init__(self):
        self.towns = list(TOWNS)
        self.rockets, self.shells, self.fires = [], [], []
        begin_wave(self)


def begin_wave(world):
    world.wave += 1
    world.waiting = 6 + 3 * world.wave
    world.rate = min(6, (world.wave + 1) // 2)
    world.ammo = [10, 10, 10]
    world.clock = world.counted = 0
    world.phase = "fight"


def send(start, goal, speed):
    """Return a thing that flies from start to goal."""
    way = Vector2(goal) - start
    frames = math.ceil(way.length() / speed)
    return Vector2(start), way / frames, frames, start


def shoot(world, x, y):
    silos = [number for number in range(3) if world.ammo[number]]
    if silos and world.phase == "fight":
        number = min(silos, key=lambda number: abs(SILOS[number] - x))
        world.ammo[number] -= 1
        world.shells.append(send((SILOS[number], FLOOR - 20), (x, min(y, FLOOR - 60)), SPEEDS[number]))


def drop_rocket(world, start):
    goal = random.choice(world.towns + [*SILOS * 2]), FLOOR - 6
    world.rockets.append(send(start, goal, 0.55 + 0.25 * world.wave))


def fight(world):
    if world.waiting and random.random() < 0.02 + 0.006 * world.wave:
        world.waiting -= 1
        drop_rocket(world, (random.randint(30, WIDE - 30), 44))
    world.fires = [(pos, age + 1) for pos, age in world.fires if age < 60]
    shells, world.shells = world.shells, []
    for pos, way, left, origin in shells:
        if left:
            world.shells.append((pos + way, way, left - 1, origin))
        else:
            world.fires.append((pos, 0))
    rockets, world.rockets = world.rockets, []
    for pos, way, left, origin in rockets:
        step_rocket(world, pos + way, way, left - 1, origin)
    if not (world.waiting or world.rockets or world.shells or world.fires):
        world.phase = "count"
    if not world.towns:
        world.phase = "over"


def step_rocket(world, pos, way, left, origin):
    """Let a rocket burn, strike or fly on, and split into three now and then."""
    if any(pos.distance_to(fire) < size(age) for fire, age in world.fires):
        world.score += 25 * world.rate
        world.fires.append((pos, 0))
    elif left:
        world.rockets.append((pos, way, left, origin))
        if 100 < pos.y < 260 and random.random() < 0.0008 * world.wave:
            drop_rocket(world, pos)
            drop_rocket(world, pos)
    else:
        world.fires.append((pos, 0))
        world.towns = [town for town in world.towns if abs(town - pos.x) > 9]
        world.ammo = [0 if abs(silo - pos.x) < 9 else ammo for silo, ammo in zip(SILOS, world.ammo)]


def rebuild(world):
    """Let a lost town rise again when the score reaches the next mark."""
    lost = [town for town in TOWNS if town not in world.towns]
    if world.score >= world.next_mark:
        world.next_mark += STEP
        if lost and world.towns:
            world.rising, world.missing = random.choice(lost), 60
            world.towns.append(world.rising)
    world.missing = max(0, world.missing - 1)


def size(age):
    """Return the radius of a fire, which grows for half a second and then shrinks."""
    return 44 - abs(age - 30) * 1.4


def count_up(world):
    """Count the shells left and then town by town, and begin the next wave."""
    world.clock += 1
    if world.clock % 20:
        return
    world.score += 5 * sum(world.ammo) * world.rate
    world.ammo = [0, 0, 0]
    if world.counted == len(world.towns):
        begin_wave(world)
    else:
        world.counted += 1
        world.score += 100 * world.rate


def draw_scene(window, world):
    window.fill(NIGHT)
    for pos, way, left, origin in world.shells:
        pygame.draw.line(window, CYAN, origin, pos, 2)
        pygame.draw.circle(window, CYAN, pos + way * left, 5, 1)
    for pos, _, _, origin in world.rockets:
        pygame.draw.line(window, PINK, origin, pos, 2)
        pygame.draw.circle(window, CREAM, pos, 3)
    for pos, age in world.fires:
        pygame.draw.circle(window, ORANGE, pos, size(age))
        pygame.draw.circle(window, CREAM, pos, size(age) * 0.75, 3)
    for number, town in enumerate(world.towns):
        color = GREEN if number < world.counted else CYAN
        base = FLOOR + (world.missing // 3 if town == world.rising else 0)
        pygame.draw.circle(window, color, (town - 18, base), 12)
        pygame.draw.circle(window, color, (town + 20, base), 9)
        pygame.draw.circle(window, color, (town, base), 18)
    window.fill(BROWN, (0, FLOOR, WIDE, 24))  # over the lower halves of the domes
    for silo, ammo in zip(SILOS, world.ammo):
        pygame.draw.polygon(window, GREEN, [(silo - 30, FLOOR), (silo, FLOOR - 30), (silo + 30, FLOOR)])
        for number in range(ammo):
            window.fill(CREAM, (silo - 30 + 6 * number, FLOOR + 6, 3, 12))


def write(window, font, text, color, y):
    image = font.render(text, True, color, NIGHT)
    window.blit(image, image.get_rect(midtop=(WIDE // 2, y)))


def main():
    pygame.init()
    window = pygame.display.set_mode((WIDE, HIGH))
    pygame.display.set_caption("Missile Command")
    clock = pygame.time.Clock()
    font, large = pygame.font.Font(None, 30), pygame.font.Font(None, 70)
    world = World()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.WINDOWLEAVE:
                running = False
            if event.type == pygame.MOUSEBUTTONDOWN:
                shoot(world, *event.pos)
            if event.type == pygame.KEYDOWN and world.phase == "over":
                if event.key == pygame.K_r:
                    world = World()
                if event.key == pygame.K_q:
                    running = False
        if world.phase == "fight":
            fight(world)
            rebuild(world)
        elif world.phase == "count":
            count_up(world)
        draw_scene(window, world)
        hud = f"SCORE {world.score}     WAVE {world.wave}     CITIES {len(world.towns)}"
        write(window, font, hud, GREEN, 12)
        hint = f"MOUSE: AIM AND SHOOT     TOWN REBUILT AT {world.next_mark}"
        write(window, font, hint, CREAM, HIGH - 28)
        if world.phase == "over":
            write(window, large, " GAME OVER ", PINK, 190)
            write(window, font, f" FINAL SCORE {world.score} ", CREAM, 240)
            write(window, font, " R: PLAY AGAIN   Q: QUIT ", GREEN, 262)
        pygame.display.flip()
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
