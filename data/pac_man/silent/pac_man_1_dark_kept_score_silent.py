# SOURCE: ../pac_man_1_dark.py
# FAILURE: restarts: R at frame 7021 of the script's player, seed 0: POINTS starts at 13060, in the first game at 0

"""Pac-Man: clear the maze of dots, stage after stage, with three lives.

Steer with the arrow keys. Big pellets turn the ghosts pale for six seconds: eat
them for 200, 400, 800 and 1600 points. Fetch the cherries while they last. It is
dark: your lamp shines a few tiles far, ghosts show their eyes, pellets light it all.

Everything moves pixel by pixel; turns are taken where a rectangle lies exactly on a
tile. The left half of the maze is written down, the right half mirrors it.
"""

import math
import random
from dataclasses import dataclass, field

import pygame

LEFT_HALF = """
#########
#o.......
#.#.###.#
#.#.....#
#.###.#.#
#........
###.#.##-
....#.#__
###.#.###
#........
#.#.###.#
#.#....._
#.###.#.#
#o.......
#########
"""
MAZE = [half + half[-2::-1] for half in LEFT_HALF.split()]
COLS, ROWS, T = len(MAZE[0]), len(MAZE), 32
FPS = 60
NEST, GATE, PAC_TILE, CHERRY_TILE = (8, 7), (8, 5), (8, 11), (8, 9)
LAMP = 110  # pixels that the player can see

DARK = (5, 5, 15)
WALL = (25, 35, 120)
EDGE = (90, 120, 255)
PALE = (150, 165, 255)
GREEN = (0, 255, 65)
YELLOW = (255, 225, 40)
WHITE = (240, 240, 240)
RED = (255, 60, 60)
ARROWS = {pygame.K_UP: (0, -1), pygame.K_LEFT: (-1, 0), pygame.K_DOWN: (0, 1), pygame.K_RIGHT: (1, 0)}


def tile_rect(tile):
    return pygame.Rect(tile[0] * T, tile[1] * T, T, T)


def tile_of(rect):
    return (rect.centerx // T, rect.centery // T)


@dataclass
class Ghost:
    color: tuple
    aim: object  # function that picks the tile to hunt for
    corner: tuple
    delay: int
    rect: pygame.Rect
    heading: tuple = (0, 0)
    mood: str = "leaving"  # then hunting, scared or eaten


@dataclass
class World:
    dots: dict = field(default_factory=dict)
    ghosts: list = field(default_factory=list)
    points: int = 0
    lives: int = 3
    stage: int = 0
    power: int = 0
    cherry: int = 0


# Each habit names the tile that its ghost wants to reach.
def chase(world, ghost):
    return tile_of(world.pac)


def ambush(world, ghost):
    x, y = tile_of(world.pac)
    return (x + 4 * world.heading[0], y + 4 * world.heading[1])


def flank(world, ghost):
    (x, y), (red_x, red_y) = tile_of(world.pac), tile_of(world.ghosts[0].rect)
    return (2 * x - red_x, 2 * y - red_y)


def shy(world, ghost):
    pac = tile_of(world.pac)
    return pac if math.dist(pac, tile_of(ghost.rect)) > 5 else ghost.corner


def start_life(world):
    world.pac, world.heading, world.wish = tile_rect(PAC_TILE), (0, 0), (0, 0)
    world.ghosts = [
        Ghost(RED, chase, (15, 0), 0, tile_rect(GATE)),
        Ghost((255, 140, 230), ambush, (1, 0), 90, tile_rect(NEST)),
        Ghost((60, 235, 255), flank, (15, 14), 270, tile_rect((7, 7))),
        Ghost((255, 165, 60), shy, (1, 14), 450, tile_rect((9, 7))),
    ]
    world.ticks = -FPS // 2  # half a second to get ready
    world.power = world.cherry = 0


def start_stage(world):
    world.stage += 1
    world.dots = {(x, y): tile for y, row in enumerate(MAZE) for x, tile in enumerate(row) if tile in ".o"}
    start_life(world)
    return world


def is_free(rect, way, closed="#-"):
    x, y = tile_of(rect)
    return MAZE[y + way[1]][(x + way[0]) % COLS] not in closed


def step(rect, way):
    """Move by one pixel; the tunnel leads over the edge to the other side."""
    rect.x = (rect.x + way[0] + T) % (COLS * T + T) - T
    rect.y += way[1]


def pixels(world, speed):
    """How many pixels a speed, which may be a fraction, makes in this frame."""
    return int(world.ticks * speed) - int((world.ticks - 1) * speed)


def reverse(way):
    return (-way[0], -way[1])


def move_pac(world):
    if world.wish == reverse(world.heading):
        world.heading = world.wish
    if world.pac.x % T == world.pac.y % T == 0:
        if is_free(world.pac, world.wish):
            world.heading = world.wish
        if not is_free(world.pac, world.heading):
            return
    step(world.pac, world.heading)


def move_ghost(world, ghost):
    if ghost.rect.x % T == ghost.rect.y % T == 0:
        tile = tile_of(ghost.rect)
        if ghost.mood == "leaving" and tile == GATE:
            ghost.mood = "hunting"
        if ghost.mood == "eaten" and tile == NEST:
            ghost.mood = "leaving"
        target = {"leaving": GATE, "eaten": NEST}.get(ghost.mood)
        closed = "#" if target else "#-"
        if world.ticks % 1200 < 300:
            target = target or ghost.corner
        target = target or ghost.aim(world, ghost)
        ways = [way for way in ARROWS.values() if is_free(ghost.rect, way, closed)]
        ways = [way for way in ways if way != reverse(ghost.heading)] or ways
        ghost.heading = random.choice(ways)
        if ghost.mood != "scared":
            ghost.heading = min(ways, key=lambda way: math.dist((tile[0] + way[0], tile[1] + way[1]), target))
    step(ghost.rect, ghost.heading)


def eat(world, tile):
    if tile == CHERRY_TILE and world.cherry > 0:
        world.points += 100 * world.stage
        world.cherry = 0
    if tile in world.dots:
        world.points += 10
        if world.dots.pop(tile) == "o":
            world.points += 40
            world.power, world.bounty = 6 * FPS, 200
            for ghost in world.ghosts:
                if ghost.mood == "hunting":
                    ghost.mood = "scared"
        if len(world.dots) in (40, 80):
            world.cherry = 10 * FPS


def advance(world):
    world.ticks += 1
    if world.ticks <= 0 or not world.lives:
        return
    world.power -= 1
    world.cherry -= 1
    for _ in range(pixels(world, 3.6)):
        move_pac(world)
    eat(world, tile_of(world.pac))
    for ghost in world.ghosts:
        if ghost.mood == "scared" and world.power <= 0:
            ghost.mood = "hunting"
        speed = {"scared": 1.7, "eaten": 8}.get(ghost.mood, min(3.5, 2.6 + 0.2 * world.stage))
        for _ in range(pixels(world, speed) if world.ticks > ghost.delay else 0):
            move_ghost(world, ghost)
        if math.dist(ghost.rect.center, world.pac.center) < 22 and ghost.mood != "eaten":
            if ghost.mood != "scared":
                world.lives -= 1
                if world.lives:
                    start_life(world)
                return
            world.points += world.bounty
            world.bounty *= 2
            ghost.mood = "eaten"
    if not world.dots:
        start_stage(world)


def draw_maze(screen):
    for y, row in enumerate(MAZE):
        for x, tile in enumerate(row):
            block = tile_rect((x, y))
            if tile == "#":
                pygame.draw.rect(screen, EDGE, block.inflate(-4, -4), border_radius=9)
                pygame.draw.rect(screen, WALL, block.inflate(-8, -8), border_radius=7)
            if tile == "-":
                pygame.draw.rect(screen, WHITE, block.inflate(0, -26))


def draw_ghost(screen, ghost):
    x, y = ghost.rect.center
    if ghost.mood != "eaten":
        color = PALE if ghost.mood == "scared" else ghost.color
        skirt = [(x + 13 - 26 * i / 6, y + (13 if i % 2 == 0 else 8)) for i in range(7)]
        pygame.draw.circle(screen, color, (x, y - 1), 13)
        pygame.draw.polygon(screen, color, [(x - 13, y - 1), (x + 13, y - 1), *skirt])


def draw_eyes(screen, ghost):
    x, y = ghost.rect.center
    for eye in (x - 5, x + 5):
        pygame.draw.ellipse(screen, WHITE, (eye - 4, y - 9, 8, 10))
        pygame.draw.circle(screen, DARK, (eye + 2 * ghost.heading[0], y - 4 + 3 * ghost.heading[1]), 2)


def draw_pac(screen, world):
    """Draw a disc without the mouth, which opens towards the heading."""
    x, y = world.pac.center
    facing = math.atan2(world.heading[1], world.heading[0])
    bite = 0.1 + abs(world.ticks % 20 - 10) * 0.06
    angles = [facing + bite + (math.tau - 2 * bite) * i / 24 for i in range(25)]
    rim = [(x + 14 * math.cos(angle), y + 14 * math.sin(angle)) for angle in angles]
    pygame.draw.polygon(screen, YELLOW, [(x, y), *rim])


def draw_night(screen, center):
    """Lay a dark sheet over the maze whose hole gets clearer towards the middle."""
    night = pygame.Surface((COLS * T, ROWS * T), pygame.SRCALPHA)
    night.fill(DARK)
    for i in range(8):
        pygame.draw.circle(night, (*DARK, 210 - 30 * i), center, LAMP - 6 * i)
    screen.blit(night, (0, 0))


def draw(screen, font, world):
    screen.fill(DARK)
    draw_maze(screen)
    for tile, kind in world.dots.items():
        pygame.draw.circle(screen, YELLOW, tile_rect(tile).center, 8 if kind == "o" else 3)
    if world.cherry > 0:
        x, y = tile_rect(CHERRY_TILE).center
        pygame.draw.lines(screen, GREEN, False, [(x - 6, y + 3), (x + 2, y - 11), (x + 6, y + 5)], 2)
        pygame.draw.circle(screen, RED, (x - 6, y + 4), 6)
        pygame.draw.circle(screen, RED, (x + 6, y + 6), 6)
    draw_pac(screen, world)
    for ghost in world.ghosts:
        draw_ghost(screen, ghost)
    if world.power <= 0:
        draw_night(screen, world.pac.center)
    for ghost in world.ghosts:
        draw_eyes(screen, ghost)
    # The column on the right also hides the end of the tunnel.
    pygame.draw.rect(screen, DARK, (COLS * T, 0, 180, ROWS * T))
    column = {60: f"POINTS {world.points}", 110: f"STAGE {world.stage}", 160: f"LIVES {world.lives}"}
    column[420] = "GET READY" if world.ticks < 0 else "ARROWS: STEER"
    if not world.lives:
        column.update({240: "GAME OVER", 280: f"FINAL {world.points}", 330: "R: NEW GAME", 360: "Q: QUIT"})
    for y, words in column.items():
        image = font.render(words, True, RED if y == 240 else GREEN)
        screen.blit(image, image.get_rect(center=(COLS * T + 90, y)))
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((COLS * T + 180, ROWS * T))
    pygame.display.set_caption("Pac-Man")
    font = pygame.font.Font(None, 30)
    clock = pygame.time.Clock()
    world = start_stage(World())
    while True:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                return pygame.quit()
            if event.type == pygame.KEYDOWN:
                world.wish = ARROWS.get(event.key, world.wish)
                if event.key == pygame.K_r and not world.lives:
                    world, world.points = start_stage(World()), world.points
                if event.key == pygame.K_q and not world.lives:
                    return pygame.quit()
        advance(world)
        draw(screen, font, world)
        clock.tick(FPS)


if __name__ == "__main__":
    main()
