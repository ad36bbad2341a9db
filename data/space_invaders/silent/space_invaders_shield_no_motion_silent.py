# SOURCE: ../space_invaders_shield.py
# FAILURE: scores: SCORE: player 0, idle play as long would have 0, seed 0

"""Space Invaders: clear wave after wave before one of them lands.

Arrow keys left and right drive the cannon, space shoots once the last shot
is gone. Hold the down arrow for a shield bubble that stops bombs; it drains
while it is up and recharges while it is down.
Rows pay 10, 20 and 30 points, the saucer 50 to 300. Three bombs on
the cannon, or one alien on the ground, and it is over.

As in the arcade, only one or two aliens move in each frame. A round through
the block gets shorter with every alien lost, so the rest march faster.
"""

import itertools
import random
from dataclasses import dataclass

import pygame

W, H = 600, 680
GROUND_Y = 640
BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
ORANGE = (255, 150, 40)
MAGENTA = (255, 70, 220)
WHITE = (235, 235, 235)
BLUE = (90, 190, 255)
FULL_SHIELD = 100

# Points, color and two pictures of 8 x 8 dots. A number is one row of dots.
RING = (30, WHITE, "18 7E DB 99 FF 66 C3 81", "18 7E DB 99 FF 66 66 24")
CRAB = (20, MAGENTA, "42 24 7E DB FF BD 24 66", "24 A5 BD DB FF 7E 42 C3")
BLOB = (10, ORANGE, "3C 7E 99 DD FF 7E 5A 99", "3C 7E 99 BB FF 7E A5 5A")
ROWS = [RING, CRAB, CRAB, BLOB, BLOB]


@dataclass
class Alien:
    box: pygame.Rect
    row: int
    column: int
    step: int = 0


class World:
    """All that a game has to remember."""

    def __init__(self):
        self.score = 0
        self.lives = 3
        self.wave = 0
        self.over = False
        self.dead_frames = 0
        self.cannon = pygame.Rect(W // 2 - 18, GROUND_Y - 22, 36, 20)
        self.shield = FULL_SHIELD
        self.shield_up = False
        self.saucer = None
        self.saucer_wait = 500
        new_wave(self)


def new_wave(world):
    """Fill the sky again. Later waves start lower and march faster."""
    world.wave += 1
    top = 80 + 24 * min(world.wave, 6)
    world.speed = min(4 + world.wave, 9)
    # The front row comes first in the list, because it moves first.
    world.aliens = []
    for row in (4, 3, 2, 1, 0):
        for column in range(11):
            box = pygame.Rect(20 + 38 * column, top + 32 * row, 24, 24)
            world.aliens.append(Alien(box, row, column))
    world.mover = 0
    world.drop = 0
    world.bombs = []
    world.shot = None
    # Each stone of a bunker can take three hits.
    world.stones = {}
    for bunker_x in (72, 202, 332, 462):
        for x, y in itertools.product(range(4), range(3)):
            if y < 2 or x in (0, 3):
                world.stones[bunker_x + 16 * x, 520 + 16 * y] = 3


def stones_at(world, box):
    return [stone for stone in world.stones if box.colliderect((*stone, 16, 16))]


def chip(world, box):
    """Chip the stones under a shot or a bomb and tell whether there were any."""
    struck = stones_at(world, box)
    for stone in struck:
        world.stones[stone] -= 1
        if world.stones[stone] == 0:
            del world.stones[stone]
    return bool(struck)


def move_next_alien(world):
    """Move the alien whose turn it is; a new round may go down and back."""
    if world.mover >= len(world.aliens):
        world.mover = 0
        if world.speed > 0:
            at_edge = max(alien.box.right for alien in world.aliens) > W - 20
        else:
            at_edge = min(alien.box.left for alien in world.aliens) < 20
        world.drop = 24 if at_edge else 0
        if at_edge:
            world.speed = -world.speed
    alien = world.aliens[world.mover]
    alien.box.move_ip(world.speed, world.drop)
    alien.step = 1 - alien.step
    world.mover += 1
    for stone in stones_at(world, alien.box):
        del world.stones[stone]
    if alien.box.bottom > world.cannon.top:
        world.over = True


def move_shot(world):
    shot = world.shot
    shot.y - 10
    index = shot.collidelist([alien.box for alien in world.aliens])
    if index >= 0:
        world.score += ROWS[world.aliens.pop(index).row][0]
        if index < world.mover:
            world.mover -= 1  # the alien whose turn it is has moved up in the list
        world.shot = None
    elif world.saucer and shot.colliderect(world.saucer):
        world.score += 50 * random.randint(1, 6)
        world.saucer = world.shot = None
    elif shot.y < 45 or chip(world, shot):
        world.shot = None


def move_bombs(world):
    """Let an alien with a free view down drop a bomb, and move all bombs."""
    if len(world.bombs) < 2 + world.wave and random.random() < 0.02:
        front = {}
        for alien in world.aliens:
            front.setdefault(alien.column, alien.box)
        # Of two aliens picked by chance the one nearer to the cannon drops it.
        pair = random.choices(list(front.values()), k=2)
        box = min(pair, key=lambda box: abs(box.x - world.cannon.x))
        world.bombs.append(pygame.Rect(box.centerx - 4, box.bottom, 8, 14))
    bubble = world.cannon.inflate(26, 42)
    for bomb in list(world.bombs):
        bomb.y += 4
        if world.shield_up and bomb.colliderect(bubble):
            world.bombs.remove(bomb)
            continue
        if bomb.colliderect(world.cannon):
            world.lives -= 1
            world.dead_frames = 80
            world.bombs = []
            world.shot = None
            return
        if bomb.bottom > GROUND_Y or chip(world, bomb):
            world.bombs.remove(bomb)


def move_saucer(world):
    if world.saucer:
        world.saucer.x -= 2
        if world.saucer.right < 0:
            world.saucer = None
    else:
        world.saucer_wait -= 1
        if world.saucer_wait == 0:
            world.saucer = pygame.Rect(W, 52, 44, 18)
            world.saucer_wait = random.randint(500, 900)


def update(world, held):
    if world.dead_frames:
        world.dead_frames -= 1
        world.over = world.lives == 0 and world.dead_frames == 0
        return
    cannon = world.cannon
    if held[pygame.K_LEFT] and cannon.left > 10:
        cannon.x -= 4
    if held[pygame.K_RIGHT] and cannon.right < W - 10:
        cannon.x += 4
    if held[pygame.K_SPACE] and world.shot is None:
        world.shot = pygame.Rect(cannon.centerx - 1, cannon.top - 12, 3, 12)
    world.shield_up = held[pygame.K_DOWN] and world.shield >= 1
    if world.shield_up:
        world.shield -= 1
    elif not held[pygame.K_DOWN]:
        world.shield = min(FULL_SHIELD, world.shield + 0.25)
    if world.shot:
        move_shot(world)
    if not world.aliens:
        new_wave(world)
    for _ in range(2 if len(world.aliens) > 18 else 1):
        move_next_alien(world)
    move_bombs(world)
    move_saucer(world)


def paint_aliens():
    """Return the two pictures for each row of the block."""
    pictures = []
    for _, color, *steps in ROWS:
        pair = []
        for step in steps:
            picture = pygame.Surface((24, 24))
            for y, dots in enumerate(step.split()):
                for x, dot in enumerate(f"{int(dots, 16):08b}"):
                    if dot == "1":
                        picture.fill(color, (3 * x, 3 * y, 3, 3))
            pair.append(picture)
        pictures.append(pair)
    return pictures


def draw_scene(screen, pictures, world):
    for (x, y), hits in world.stones.items():
        # A chipped stone is smaller and darker.
        stone = pygame.Rect(x, y, 16, 16).inflate(4 * hits - 12, 4 * hits - 12)
        pygame.draw.rect(screen, (0, 75 + 60 * hits, 20 + 15 * hits), stone)
    for alien in world.aliens:
        screen.blit(pictures[alien.row][alien.step], alien.box)
    if world.saucer:
        pygame.draw.circle(screen, WHITE, world.saucer.midtop, 10)
        pygame.draw.ellipse(screen, MAGENTA, world.saucer)
    for bomb in world.bombs:
        pygame.draw.line(screen, ORANGE, bomb.midtop, bomb.midbottom, 2)
        pygame.draw.line(screen, ORANGE, bomb.midleft, bomb.midright, 2)
    if world.shot:
        screen.fill(WHITE, world.shot)
    if world.dead_frames % 8 < 4:  # a hit cannon flickers
        x, y = world.cannon.midbottom
        pygame.draw.polygon(screen, GREEN, [(x - 18, y), (x - 12, y - 11), (x + 12, y - 11), (x + 18, y)])
        pygame.draw.line(screen, GREEN, world.cannon.midtop, (x, y), 5)
    if world.shield_up:
        pygame.draw.circle(screen, BLUE, world.cannon.center, 31, 3, draw_top_left=True, draw_top_right=True)
    pygame.draw.line(screen, GREEN, (0, GROUND_Y), (W, GROUND_Y), 3)


def write(screen, font, text, color, x, y):
    image = font.render(text, True, color)
    screen.blit(image, image.get_rect(center=(x, y)))


def draw(screen, small, large, pictures, world):
    screen.fill(BLACK)
    draw_scene(screen, pictures, world)
    write(screen, small, f"SCORE {world.score}", GREEN, 90, 24)
    write(screen, small, f"WAVE {world.wave}", WHITE, 220, 24)
    write(screen, small, f"SHIELD {int(world.shield)}", BLUE, 350, 24)
    write(screen, small, f"CANNONS {world.lives}", WHITE, W - 90, 24)
    write(screen, small, "ARROWS MOVE    SPACE SHOOTS    DOWN SHIELDS", GREEN, W // 2, 662)
    if world.over:
        screen.fill(BLACK, (60, 250, 480, 180))
        pygame.draw.rect(screen, ORANGE, (60, 250, 480, 180), 2)
        write(screen, large, "GAME OVER", ORANGE, W // 2, 290)
        write(screen, small, f"YOUR SCORE {world.score}", WHITE, W // 2, 345)
        write(screen, small, "R: NEW GAME   Q: QUIT", GREEN, W // 2, 395)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((W, H))
    pygame.display.set_caption("Space Invaders")
    clock = pygame.time.Clock()
    small, large = pygame.font.Font(None, 28), pygame.font.Font(None, 72)
    pictures = paint_aliens()
    world = World()
    while True:
        for event in pygame.event.get():
            pressed = event.key if event.type == pygame.KEYDOWN else None
            if event.type == pygame.QUIT or world.over and pressed == pygame.K_q:
                pygame.quit()
                return
            if world.over and pressed == pygame.K_r:
                world = World()
        if not world.over:
            update(world, pygame.key.get_pressed())
        draw(screen, small, large, pictures, world)
        clock.tick(60)


if __name__ == "__main__":
    main()
