# SOURCE: ../bomberman_1_pierce.py
# FAILURE: restarts: R at frame 484 of random play, seed 1: 'GAME OVER' is still there

"""Bomberman: lay bombs, break bricks, kill all enemies and find the way out.

Arrow keys walk, SPACE lays a bomb. B is one more bomb, R more range, and E the exit, open
when nobody is left. You have three lives. Fire goes through bricks.

The grid holds letters. Small ones are bricks: blown up, they become the capital, F for
floor or what lay hidden.
"""

import math
import random
from dataclasses import dataclass

import pygame

SIZE = 36
COLUMNS, ROWS = 15, 13
TOP = 60
GREEN = (0, 255, 65)
WHITE = (240, 240, 240)
ORANGE = (255, 150, 40)
CYAN = (60, 220, 255)
WAYS = [(1, 0), (0, 1), (-1, 0), (0, -1)]
KEYS = [pygame.K_RIGHT, pygame.K_DOWN, pygame.K_LEFT, pygame.K_UP]


@dataclass
class Actor:
    x: int
    y: int
    color: tuple
    way: tuple = (0, 0)

    def cell(self):
        return round(self.x / SIZE), round(self.y / SIZE)


@dataclass
class World:
    score: int = 0
    lives: int = 3
    level: int = 1
    bombs: int = 1
    reach: int = 2
    clock: int = 0


def build(world):
    """Fill the world for a level, or once more after a death."""
    world.grid = [["#"] * COLUMNS for _ in range(ROWS)]
    places = []
    for row in range(1, ROWS - 1):
        for col in range(1, COLUMNS - 1, 1 + (row + 1) % 2):
            world.grid[row][col] = "F"
            if row + col > 3:
                places.append((col, row))
    random.shuffle(places)
    for mark in "ebrbr" + "f" * 42:
        col, row = places.pop()
        world.grid[row][col] = mark
    places.sort(key=sum)
    world.enemies = []
    for number in range(2 + world.level):
        col, row = places.pop()  # at the far end
        world.enemies.append(Actor(col * SIZE, row * SIZE, ORANGE if number % 3 else CYAN))
    world.man = Actor(SIZE, SIZE, WHITE)
    world.fuses, world.fires = {}, {}  # cells and the frames that bombs and fire have left


def move(world, actor, ways):
    """Move by one pixel; in a cell, first take the first way that is open."""
    if actor.x % SIZE == actor.y % SIZE == 0:
        actor.way = (0, 0)
        for dx, dy in ways:
            col, row = actor.x // SIZE + dx, actor.y // SIZE + dy
            mark = world.grid[row][col]
            is_open = mark != "#" if actor.color == CYAN else mark.isupper()
            if is_open and (col, row) not in world.fuses:
                actor.way = (dx, dy)
                break
    actor.x += actor.way[0]
    actor.y += actor.way[1]


def move_enemies(world):
    """Cyan ghosts float through bricks to the man, the others wander."""
    man = world.man
    for enemy in world.enemies:
        ways = random.sample(WAYS, 4)
        if enemy.color == CYAN:
            ways.sort(key=lambda way: math.dist((enemy.x + way[0], enemy.y + way[1]), (man.x, man.y)))
        elif enemy.way in WAYS and random.random() < 0.8:
            ways.insert(0, enemy.way)
        move(world, enemy, ways)


def explode(world, bomb):
    del world.fuses[bomb]
    world.fires[bomb] = 28
    for dx, dy in WAYS:
        col, row = bomb
        for _ in range(world.reach):
            col, row = col + dx, row + dy
            mark = world.grid[row][col]
            if mark == "#":
                break
            world.fires[col, row] = 28
            if (col, row) in world.fuses:
                world.fuses[col, row] = 1
            if mark.islower():
                world.grid[row][col] = mark.upper()
                world.score += 10


def pick_up(world):
    col, row = world.man.cell()
    mark = world.grid[row][col]
    if mark in "BR":
        world.grid[row][col] = "F"
        world.score += 50
        world.bombs += mark == "B"
        world.reach += mark == "R"
    elif mark == "E" and not world.enemies:
        world.score += 500
        world.level += 1
        build(world)


def update(world, held):
    world.clock += 1
    world.fires = {cell: left - 1 for cell, left in world.fires.items() if left > 1}
    for bomb in list(world.fuses):
        world.fuses[bomb] -= 1
        if world.fuses[bomb] <= 0:
            explode(world, bomb)
    man = world.man
    if held[pygame.K_SPACE] and len(world.fuses) < world.bombs:
        world.fuses.setdefault(man.cell(), 140)
    for _ in range(3):
        move(world, man, [way for key, way in zip(KEYS, WAYS) if held[key]])
    if world.clock % 6 < 3 + world.level:
        move_enemies(world)
    for enemy in world.enemies[:]:
        if enemy.cell() in world.fires:
            world.enemies.remove(enemy)
            world.score += 100
    is_met = any(math.dist((enemy.x, enemy.y), (man.x, man.y)) < 25 for enemy in world.enemies)
    if is_met or man.cell() in world.fires:
        world.lives -= 1
        if world.lives:
            build(world)
    else:
        pick_up(world)


def draw_actor(screen, actor):
    x, y = actor.x + 18, actor.y + TOP + 18
    pygame.draw.circle(screen, actor.color, (x, y + 2), 14)
    for side in (-5, 5):
        pygame.draw.rect(screen, (30, 30, 60), (x + side - 2, y - 4, 4, 9), 2)


def draw(screen, font, world):
    screen.fill((0, 0, 0))
    for row, marks in enumerate(world.grid):
        for col, mark in enumerate(marks):
            x, y = col * SIZE, row * SIZE + TOP
            if mark == "#":
                pygame.draw.rect(screen, (40, 70, 130), (x + 1, y + 1, 34, 34), 4, 5)
            elif mark.islower():
                pygame.draw.rect(screen, (130, 110, 80), (x + 2, y + 2, 32, 32), 0, 8)
                pygame.draw.line(screen, (0, 0, 0), (x, y + 34), (x + 34, y), 4)
            elif mark != "F":
                screen.blit(font.render(mark, True, GREEN), (x + 11, y + 9))
    for col, row in world.fuses:
        center = (col * SIZE + 18, row * SIZE + TOP + 18)
        pygame.draw.circle(screen, GREEN, center, 10 + world.clock // 10 % 3)
    for col, row in world.fires:
        x, y = col * SIZE + 18, row * SIZE + TOP + 18
        pygame.draw.circle(screen, (90, 120, 255), (x, y), 17)
        pygame.draw.circle(screen, WHITE, (x, y), 6)
    for actor in [*world.enemies, world.man]:
        draw_actor(screen, actor)
    hud = f"SCORE {world.score}   LEVEL {world.level}   LIVES {world.lives}"
    texts = [(hud, 10), (f"BOMBS {world.bombs}   RANGE {world.reach}   ARROWS AND SPACE", 34)]
    if not world.lives:
        pygame.draw.rect(screen, (0, 0, 0), (110, 200, 320, 130))
        texts += [("GAME OVER", 215), (f"FINAL SCORE {world.score}", 250), ("R: PLAY AGAIN   Q: QUIT", 285)]
    for text, y in texts:
        screen.blit(font.render(text, True, GREEN), (130, y))
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((COLUMNS * SIZE, TOP + ROWS * SIZE))
    pygame.display.set_caption("Bomberman")
    font = pygame.font.Font(None, 26)
    clock = pygame.time.Clock()
    world = World()
    build(world)
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN and not world.lives:
                if event.key == pygame.K_F5:
                    world = World()
                    build(world)
                elif event.key == pygame.K_q:
                    running = False
        if world.lives:
            update(world, pygame.key.get_pressed())
        draw(screen, font, world)
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
