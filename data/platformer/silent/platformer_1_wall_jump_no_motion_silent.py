# SOURCE: ../platformer_1_wall_jump.py
# FAILURE: wins: no win within 10800 frames with seeds [0, 1, 2, 3, 4]

"""Platformer: a robot runs and jumps to the flag of each of three random stages.

LEFT and RIGHT run, UP or SPACE jumps, higher if held. Coins count 10, a bug that you
land on 50, a flag 200. Pushed against a wall the robot slides down slowly and can jump
off it, again and again, which takes it up the towers.
Other touches of bugs, and gaps, cost one of three lives.

The ground is a set of solid cells (column, row).
"""

import random
from dataclasses import dataclass

import pygame

T = 30  # side of a cell
ROWS = 14
SCREEN = (720, ROWS * T)
FPS = 60
GREEN = (0, 255, 65)


@dataclass
class Body:
    x: float
    y: float
    vx: float = 0
    vy: float = 0
    stands: bool = False
    wall: int = 0  # the side of a wall that it is pushed against, -1 or 1

    def box(self):
        return pygame.Rect(self.x, self.y, 24, 26)

    def is_inside(self, solid):
        box = self.box()
        return any((x // T, y // T) in solid for x in (box.left, box.right) for y in (box.top, box.bottom))


class World:
    def __init__(self):
        self.score = self.taken = 0
        self.lives, self.stage = 3, 1
        self.verdict = ""
        build(self)


def build(world):
    """Lay a stage: a flat start, random pieces and the flag."""
    world.solid, world.coins, world.nests = set(), [], [(21, ROWS - 4)]
    top = ROWS - 3
    x = lay(world, 0, top, 22)
    while x < 60 + 10 * world.stage:
        piece = random.choice(["gap", "step", "bug", "ledge", "tower", "tower"])
        if piece == "gap":
            x += random.randint(2, 1 + world.stage)
        elif piece == "step":
            top = random.randint(ROWS - 5, ROWS - 2)
        elif piece == "bug":
            world.nests.append((x + 4, top - 1))
        elif piece == "tower":
            high = max(4, top - 4 - world.stage)
            world.coins += [(x + n, high - 1) for n in range(3)]
            x = lay(world, x, high, 3)
        else:
            world.solid.update((x + n, top - 3) for n in range(3))
            world.coins += [(x + n, top - 4) for n in range(3)]
        x = lay(world, x, top, 6)
    world.goal = x * T, top * T  # foot of the flag
    lay(world, x, top, 12)
    enter(world)


def lay(world, x, top, wide):
    """Make ground, and return where it ends."""
    world.solid.update((column, row) for column in range(x, x + wide) for row in range(top, ROWS))
    return x + wide


def enter(world):
    world.robot = Body(3 * T, (ROWS - 4) * T)
    world.bugs = [Body(x * T, y * T + 3, -0.3 * (world.stage + 2)) for x, y in world.nests]
    world.shock = 0  # frames for which a broken robot is shown


def tick(world, keys):
    if world.shock:
        world.shock -= 1
        if world.shock == 0:
            enter(world)
        return
    drive(world.robot, keys, world.solid)
    box = world.robot.box()
    cell = box.centerx // T, box.centery // T
    if cell in world.coins:
        world.coins.remove(cell)
        world.taken += 1
        world.score += 10
    is_broken = box.top > ROWS * T
    for bug in world.bugs[:]:
        crawl(bug, world.solid)
        if bug.box().colliderect(box):
            if world.robot.vy > 0 and box.bottom < bug.y + 16:
                world.bugs.remove(bug)
                world.score += 50
                world.robot.vy = -8
            else:
                is_broken = True
    if is_broken:
        world.lives -= 1
        world.shock = 50
        world.verdict = "" if world.lives else "GAME OVER"
    elif box.x > world.goal[0]:
        world.score += 200
        if world.stage == 3:
            world.verdict = "YOU WIN"
        else:
            world.stage += 1
            build(world)


def drive(robot, keys, solid):
    """Move across and then down, each as far as the cells allow."""
    robot.vx = 0.8 * (robot.vx + keys[pygame.K_RIGHT] - keys[pygame.K_LEFT])  # up to 4
    robot.x + robot.vx
    robot.wall = 0
    if robot.x < 0 or robot.is_inside(solid):
        robot.wall = 1 if robot.vx > 0 else -1
        robot.x -= robot.vx
        robot.vx = 0
    jumps = keys[pygame.K_UP] or keys[pygame.K_SPACE]
    if jumps and robot.stands:
        robot.vy = -10.5
    elif jumps and robot.wall and robot.vy > -3:
        robot.vx, robot.vy = -8 * robot.wall, -9.5
    elif not jumps:
        robot.vy = max(-4, robot.vy)
    robot.vy += 0.5
    if robot.wall:
        robot.vy = min(2, robot.vy)
    robot.y += robot.vy
    robot.stands = False
    if robot.is_inside(solid):
        robot.stands = robot.vy > 0
        robot.y = (robot.y + 26) // T * T - 26.1 if robot.stands else (robot.y // T + 1) * T
        robot.vy = 0


def crawl(bug, solid):
    """Crawl on, and turn where the way or the ground ends."""
    bug.x += bug.vx
    front = bug.x + (24 if bug.vx > 0 else 0)
    if bug.is_inside(solid) or (front // T, bug.y // T + 1) not in solid:
        bug.vx = -bug.vx


def paint(screen, world):
    screen.fill((0, 0, 0))
    shift = 250 - int(world.robot.x)
    for column, row in world.solid:
        color = "gray25" if (column, row - 1) in world.solid else GREEN
        pygame.draw.rect(screen, color, (column * T + shift, row * T, T, T), 2, 5)
    for column, row in world.coins:
        pygame.draw.ellipse(screen, "yellow", (column * T + 8 + shift, row * T + 4, 14, 22), 4)
    x, y = world.goal
    pygame.draw.rect(screen, "white", (x + shift, y - 90, 4, 90))
    pygame.draw.rect(screen, "cyan", (x + shift, y - 90, 40, 26))
    for bug in world.bugs:
        x, y = bug.box().move(shift, 0).midbottom
        pygame.draw.circle(screen, "tomato", (x, y), 18, 0, True, True)
        for eye in (x - 6, x + 6):
            pygame.draw.circle(screen, "white", (eye, y - 8), 4)
    box = world.robot.box().move(shift, 0)
    if world.robot.wall and not world.robot.stands:
        for y in (box.y - 12, box.y, box.y + 12):
            pygame.draw.circle(screen, "white", (box.centerx + 14 * world.robot.wall, y), 3)
    paint_robot(screen, *box.topleft)


def paint_robot(screen, x, y):
    pygame.draw.line(screen, "white", (x + 12, y), (x + 12, y - 8), 2)
    pygame.draw.rect(screen, "deepskyblue", (x, y, 24, 20), 0, 6)
    pygame.draw.rect(screen, "black", (x + 6, y + 4, 16, 8), 0, 3)
    pygame.draw.rect(screen, "orange", (x, y + 18, 24, 8), 3, 4)


def paint_texts(screen, font, world):
    hud = f"SCORE {world.score}   COINS {world.taken}   LIVES {world.lives}   STAGE {world.stage}"
    lines = [hud, "LEFT RIGHT: RUN   UP OR SPACE: JUMP"]
    if world.verdict:
        pygame.draw.rect(screen, "navy", (170, 75, 380, 110))
        lines += [world.verdict, f"FINAL SCORE {world.score}", "R: PLAY AGAIN   Q: QUIT"]
    for number, line in enumerate(lines):
        image = font.render(line, True, "white")
        screen.blit(image, image.get_rect(center=(360, 24 + 36 * number)))


def main():
    pygame.init()
    screen = pygame.display.set_mode(SCREEN)
    pygame.display.set_caption("Robot Run")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 32)
    world = World()
    while True:
        for event in pygame.event.get():
            pressed = event.key if event.type == pygame.KEYDOWN and world.verdict else None
            if event.type == pygame.QUIT or pressed == pygame.K_q:
                pygame.quit()
                return
            if pressed == pygame.K_r:
                world = World()
        if not world.verdict:
            tick(world, pygame.key.get_pressed())
        paint(screen, world)
        paint_texts(screen, font, world)
        pygame.display.flip()
        clock.tick(FPS)


if __name__ == "__main__":
    main()
