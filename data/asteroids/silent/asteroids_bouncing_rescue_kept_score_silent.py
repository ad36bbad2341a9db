# SOURCE: ../asteroids_bouncing_rescue.py
# FAILURE: restarts: R at frame 5298 of the script's player, seed 0: SCORE starts at 9700, in the first game at 0

"""Asteroids: clear wave after wave of rocks with a ship that cannot brake.

Left/Right: turn, Up: thrust, Space: shoot (four shots at most), H: hyperspace
to a random place. Large rocks score 20, medium 50, small 100, saucers 200.
You have three lives, and a new ship waits for a clear start. Everything
bounces off the four walls. Every large rock sets an astronaut free: touch
him to tow him, and fly to the dock on the right. A tow of three brings 100,
200 and 300 points; when the ship is lost they drift off.

All that flies besides the ship is in one list; its kind tells what it is.
"""

import math
import random
from dataclasses import dataclass, field

import pygame
from pygame import Vector2

SIZE = 720
MIDDLE = Vector2(SIZE / 2)
BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
RED = (255, 80, 80)
BLUE = (80, 190, 255)

RADIUS = {"large": 46, "medium": 26, "small": 14, "saucer": 17, "bolt": 4, "shot": 3, "ship": 11,
          "astronaut": 12}
POINTS = {"large": 20, "medium": 50, "small": 100, "saucer": 200}
ROCKS = {"large": (110, 160, 255), "medium": (190, 120, 255), "small": (255, 210, 80)}
WHITE = (230, 230, 230)
DOCK = pygame.Rect(SIZE - 40, SIZE // 2 - 60, 40, 120)
SMALLER = {"large": "medium", "medium": "small"}
# The outline of the ship: distances from its center, all the way around.
SHIP_OUTLINE = (1.5, 0.4, 1.3, 0.5, 1.3, 0.4)


@dataclass
class Thing:
    kind: str
    spot: Vector2
    speed: Vector2
    life: float = math.inf  # frames
    angle: float = -90
    outline: tuple = SHIP_OUTLINE


@dataclass
class World:
    things: list = field(default_factory=list)
    ship: Thing = field(default_factory=lambda: Thing("ship", Vector2(MIDDLE), Vector2()))
    score: int = 0
    lives: int = 3
    wave: int = 0
    frame: int = 0
    tow: list = field(default_factory=list)  # astronauts, the nearest to the ship first
    wreck: int = 0  # frames until the next ship
    shield: int = 95  # frames in which the ship cannot be hit


def polar(length, angle):
    return Vector2(length, 0).rotate(angle)


def touch(one, other):
    return one.spot.distance_to(other.spot) < RADIUS[one.kind] + RADIUS[other.kind]


def add_rock(world, kind, spot):
    """Add a rock; small rocks and those of later waves are fast."""
    speed = random.uniform(2.2, 3) - RADIUS[kind] / 27 + world.wave * 0.1
    outline = [random.uniform(0.75, 1.15) for _ in range(11)]
    world.things.append(Thing(kind, Vector2(spot), polar(speed, random.uniform(0, 360)), outline=outline))


def new_wave(world):
    world.wave += 1
    for _ in range(world.wave + 3):
        spots = [Vector2(random.uniform(0, SIZE), random.uniform(0, SIZE)) for _ in range(6)]
        add_rock(world, "large", max(spots, key=world.ship.spot.distance_to))


def shoot(world):
    ship, shots = world.ship, [thing for thing in world.things if thing.kind == "shot"]
    if len(shots) < 4:
        aim = polar(1, ship.angle)
        world.things.append(Thing("shot", ship.spot + aim * 16, ship.speed + aim * 7.5, 50))


def shoot_back(world, saucer):
    miss = random.uniform(-1, 1) * max(4, 32 - 7 * world.wave)  # degrees; later saucers aim better
    way = (world.ship.spot - saucer.spot).rotate(miss)
    world.things.append(Thing("bolt", Vector2(saucer.spot), way.normalize() * 4.5, 80))


def glide(thing):
    """Move a thing, and turn it round at the walls."""
    edge = RADIUS[thing.kind]
    thing.life -= 1
    thing.spot += thing.speed
    for axis in (0, 1):
        if thing.spot[axis] < edge:
            thing.speed[axis] = abs(thing.speed[axis])
        elif thing.spot[axis] > SIZE - edge:
            thing.speed[axis] = -abs(thing.speed[axis])
        thing.spot[axis] = max(edge, min(SIZE - edge, thing.spot[axis]))


def move_ship(world, keys):
    """Fly the ship, or wait until the middle is clear for the next one."""
    ship = world.ship
    if not world.wreck:
        world.shield = max(0, world.shield - 1)
        ship.angle += 5 * (keys[pygame.K_RIGHT] - keys[pygame.K_LEFT])
        ship.speed = (ship.speed + polar(0.13 * keys[pygame.K_UP], ship.angle)) * 0.99
        glide(ship)
    elif world.wreck > 1:
        world.wreck -= 1
    elif all(thing.spot.distance_to(MIDDLE) > 140 for thing in world.things):
        ship.spot, ship.speed, ship.angle = Vector2(MIDDLE), Vector2(), -90
        world.wreck, world.shield = 0, 125


def blast(world, thing):
    """Take a thing away; a larger rock leaves two pieces."""
    world.things.remove(thing)
    if thing.kind in SMALLER:
        for _ in range(2):
            add_rock(world, SMALLER[thing.kind], thing.spot)
    if thing.kind == "large":
        world.things.append(Thing("astronaut", Vector2(thing.spot), polar(0.5, random.uniform(0, 360))))


def pull_tow(world):
    """Hook the astronauts that the ship touches, drag them along, and drop them at the dock."""
    for thing in world.things[:]:
        if thing.kind == "astronaut" and touch(thing, world.ship):
            world.things.remove(thing)
            world.tow.append(thing)
    leader = world.ship
    for astronaut in world.tow:
        line = astronaut.spot - leader.spot
        if line.length() > 26:
            astronaut.spot = leader.spot + line.normalize() * 26
        leader = astronaut
    if DOCK.inflate(40, 0).collidepoint(world.ship.spot):
        world.score += sum(100 * place for place in range(1, len(world.tow) + 1))
        world.tow = []


def advance(world, keys):
    """Play one frame."""
    if not any(thing.kind in ROCKS for thing in world.things):
        new_wave(world)
    move_ship(world, keys)
    if not world.wreck:
        pull_tow(world)
    world.frame += 1
    if world.frame % 900 == 600:  # it crosses the window and is gone
        place = Vector2(0, random.randint(80, SIZE - 80))
        world.things.append(Thing("saucer", place, Vector2(2, 0), SIZE // 2))
    for thing in world.things[:]:
        glide(thing)
        if thing.kind == "saucer" and world.frame % 55 == 0:
            shoot_back(world, thing)
    world.things = [thing for thing in world.things if thing.life > 0]
    for shot in [thing for thing in world.things if thing.kind == "shot"]:
        hits = [thing for thing in world.things if thing.kind in POINTS and touch(thing, shot)]
        if hits:
            world.score += POINTS[hits[0].kind]
            world.things.remove(shot)
            blast(world, hits[0])
    harmless = ("shot", "astronaut")
    dangers = [thing for thing in world.things if thing.kind not in harmless and touch(thing, world.ship)]
    if dangers and not world.wreck and not world.shield:
        blast(world, dangers[0])
        world.things += world.tow
        world.tow = []
        world.lives -= 1
        world.wreck = 80


def draw_outline(screen, thing, color, filling):
    step = 360 / len(thing.outline)
    corners = [thing.spot + polar(RADIUS[thing.kind] * share, thing.angle + i * step)
               for i, share in enumerate(thing.outline)]
    pygame.draw.polygon(screen, filling, corners)
    pygame.draw.polygon(screen, color, corners, 2)


def draw_thing(screen, thing):
    x, y = thing.spot
    if thing.kind in ROCKS:
        color = ROCKS[thing.kind]
        draw_outline(screen, thing, color, [part // 5 for part in color])
    elif thing.kind == "saucer":
        pygame.draw.circle(screen, RED, (x, y - 4), 9, 2)
        pygame.draw.ellipse(screen, RED, (x - 22, y - 5, 44, 13))
    elif thing.kind == "astronaut":
        limbs = [(x - 8, y - 2), (x + 8, y - 2), (x, y), (x - 5, y + 11), (x, y + 3), (x + 5, y + 11)]
        pygame.draw.lines(screen, WHITE, False, limbs, 3)
        pygame.draw.circle(screen, WHITE, (x, y - 5), 6)
        pygame.draw.circle(screen, BLUE, (x + 1, y - 5), 3)
    else:
        pygame.draw.circle(screen, GREEN if thing.kind == "shot" else RED, (x, y), RADIUS[thing.kind])


def draw_ship(screen, world, is_thrusting):
    ship = world.ship
    if world.wreck:
        for angle in range(0, 360, 45):
            pygame.draw.circle(screen, GREEN, ship.spot + polar(80 - world.wreck, angle), 2)
    elif world.shield % 10 < 5:
        if is_thrusting:
            pygame.draw.circle(screen, RED, ship.spot - polar(12, ship.angle), 5)
        draw_outline(screen, ship, GREEN, BLACK)


def write(screen, font, text, y):
    image = font.render(text, True, GREEN)
    screen.blit(image, image.get_rect(center=(SIZE // 2, y)))


def paint(screen, font, title_font, world, keys):
    screen.fill(BLACK)
    pygame.draw.rect(screen, BLUE, (0, 0, SIZE, SIZE), 5)
    pygame.draw.rect(screen, GREEN, DOCK, 3, border_radius=8)
    pygame.draw.lines(screen, GREEN, False, [(SIZE - 28, 340), (SIZE - 14, 360), (SIZE - 28, 380)], 3)
    if world.tow:
        pygame.draw.lines(screen, BLUE, False, [thing.spot for thing in [world.ship, *world.tow]])
    for thing in world.things + world.tow:
        draw_thing(screen, thing)
    draw_ship(screen, world, keys[pygame.K_UP])
    write(screen, font, f"LIVES {world.lives}   SCORE {world.score}   WAVE {world.wave}"
                        f"   TOW {len(world.tow)}", 24)
    write(screen, font, "ARROWS: FLY   SPACE: SHOOT   H: HYPERSPACE", SIZE - 24)
    if world.lives == 0:
        pygame.draw.rect(screen, BLACK, (150, 270, 420, 180), border_radius=12)
        pygame.draw.rect(screen, GREEN, (150, 270, 420, 180), 2, border_radius=12)
        write(screen, title_font, "GAME OVER", 315)
        write(screen, font, f"YOUR SCORE: {world.score}", 375)
        write(screen, font, "R: PLAY AGAIN   Q: QUIT", 415)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((SIZE, SIZE))
    pygame.display.set_caption("Asteroids")
    font, title_font = pygame.font.Font(None, 28), pygame.font.Font(None, 76)
    clock = pygame.time.Clock()
    world = World()
    while True:
        for event in pygame.event.get():
            key = event.key if event.type == pygame.KEYDOWN else None
            if event.type == pygame.QUIT or (key == pygame.K_q and world.lives == 0):
                pygame.quit()
                return
            if key == pygame.K_r and world.lives == 0:
                world, world.score = World(), world.score
            elif key == pygame.K_SPACE and not world.wreck:
                shoot(world)
            elif key == pygame.K_h and not world.wreck:
                world.ship.spot = Vector2(random.randrange(SIZE), random.randrange(SIZE))
                world.ship.speed = Vector2()
        keys = pygame.key.get_pressed()
        if world.lives:
            advance(world, keys)
        paint(screen, font, title_font, world, keys)
        clock.tick(60)


if __name__ == "__main__":
    main()
