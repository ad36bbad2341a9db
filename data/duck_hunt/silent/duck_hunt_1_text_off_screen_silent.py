# SOURCE: ../duck_hunt_1.py
# FAILURE: readable: 'R NEW HUNT   Q QUIT' is out of the window at frame 1467 of random play, seed 0

"""Duck Hunt: point at the ducks with the mouse and click to fire.

Every duck gives you three bullets and a few seconds, and brings 150 or 250 points. Hit
as many of a round's ten ducks as it needs, and the next round has faster ones. Too few
hits end the hunt.

The hunt is told by generators, which yield once a frame, so it reads like a story.
"""

import math
import random
from dataclasses import dataclass

import pygame

SIZE = (640, 600)
HORIZON = 450
BIRDS = 10
GREEN = (0, 255, 65)
MEADOW = (0, 70, 40)
WHITE = (240, 240, 240)
FUR = (200, 130, 70)
COLORS = {"w": WHITE, "h": (0, 150, 120), "o": (255, 170, 0), "e": (0, 0, 0)}
WORTH = {(255, 90, 60): 150, (255, 215, 90): 250}

WINGS_UP = """
..w.........
..ww...hh...
...ww.hehh..
...wwwhhhooo
bb..wwwhh...
.bbbwwwbb...
..bbbbbbb...
....bbb.....""".split()
WINGS_DOWN = """
.......hh...
......hehh..
......hhhooo
bb....bhh...
.bbbbbbbb...
..bwwwbbb...
...wwww.....
..ww........""".split()


@dataclass
class Hunt:
    score: int = 0
    round: int = 0
    bullets: int = 3
    results: list = None
    shot: tuple = None  # where the player has just clicked
    color: tuple = WHITE
    x: float = 0
    y: float = 0
    dx: float = 0
    age: int = 0
    dog: int = 0  # how far it has come out of the meadow
    is_over: bool = False

    def needed(self):
        return min(BIRDS, 5 + self.round)


def tell(hunt):
    """The whole story: round after round until too few birds are brought down."""
    while hunt.round == 0 or sum(hunt.results) >= hunt.needed():
        hunt.round += 1
        hunt.results = []
        for _ in range(BIRDS):
            yield from fly(hunt)
            yield from show_dog(hunt)
    hunt.is_over = True


def fly(hunt):
    """One bird: up from the meadow, about the sky, and then down or away."""
    hunt.bullets = 3
    hunt.color = random.choice(list(WORTH))
    hunt.x, hunt.y = random.randint(100, 540), HORIZON - 40
    for hunt.age in range(220):
        if hunt.age % 45 == 0:
            angle = random.choice((-1, 1)) * random.uniform(0.4, 1.4)
            speed = 2 + 1.6 * hunt.round
            hunt.dx, dy = speed * math.sin(angle), -speed * math.cos(angle)
        if not 40 < hunt.x + hunt.dx < 600:
            hunt.dx = -hunt.dx
        if not 90 < hunt.y + dy < HORIZON - 30:
            dy = -dy
        hunt.x += hunt.dx
        hunt.y += dy
        if hunt.shot:
            hunt.bullets -= 1
            if math.dist(hunt.shot, (hunt.x, hunt.y)) < 28:
                hunt.score += WORTH[hunt.color]
                hunt.results.append(True)
                while hunt.y < HORIZON + 20:
                    hunt.y += 6
                    yield
                return
            if not hunt.bullets:
                break
        yield
    while hunt.y > -30:
        hunt.y -= 7
        yield
    hunt.results.append(False)


def show_dog(hunt):
    for step in range(75):
        hunt.dog = min(step, 20, 75 - step)
        yield
    hunt.dog = 0


def draw_bird(screen, hunt):
    """Draw the pixels, mirrored if the bird flies to the left."""
    side = 5 if hunt.dx > 0 else -5
    for row, line in enumerate(WINGS_UP if hunt.age // 8 % 2 else WINGS_DOWN):
        for column, mark in enumerate(line):
            if mark != ".":
                x = hunt.x + side * (column - 6)
                pygame.draw.rect(screen, COLORS.get(mark, hunt.color), (x, hunt.y + 5 * row - 20, 5, 5))


def draw_dog(screen, font, hunt):
    """Draw ears, head, eyes and nose, and the bird or a laugh."""
    x, y = 320, HORIZON + 20 - 4 * hunt.dog
    pygame.draw.rect(screen, (120, 70, 40), (x - 44, y - 32, 88, 48), border_radius=20)
    pygame.draw.ellipse(screen, FUR, (x - 26, y - 36, 52, 60))
    for dx, dy, radius in (-10, -16, 4), (10, -16, 4), (0, 0, 6):
        pygame.draw.circle(screen, (0, 0, 0), (x + dx, y + dy), radius)
    if hunt.results[-1]:
        hunt.x, hunt.y = x + 80, y - 10
        draw_bird(screen, hunt)
    else:
        write(screen, font, "HA HA HA", y - 60)


def write(screen, font, text, y):
    image = font.render(text, True, GREEN)
    screen.blit(image, image.get_rect(center=(320, y)))


def draw(screen, font, big_font, hunt):
    screen.fill((0, 0, 0))
    pygame.draw.circle(screen, (60, 60, 75), (540, 130), 36)
    if hunt.dog:
        draw_dog(screen, font, hunt)
    else:
        draw_bird(screen, hunt)
    pygame.draw.rect(screen, MEADOW, (0, HORIZON, *SIZE))
    for x in range(0, 641, 40):
        pygame.draw.circle(screen, MEADOW, (x, HORIZON + 6), 24 + x % 30)
    hits = f"HITS {sum(hunt.results)}/{hunt.needed()}"
    write(screen, font, f"SCORE {hunt.score}   ROUND {hunt.round}   {hits}   BULLETS {hunt.bullets}", 520)
    pygame.draw.rect(screen, (0, 0, 0), (180, 538, 280, 18))
    for n, is_hit in enumerate(hunt.results):
        pygame.draw.rect(screen, GREEN if is_hit else (255, 60, 60), (184 + 28 * n, 540, 20, 14))
    write(screen, font, "CLICK TO FIRE", 578)
    if hunt.is_over:
        pygame.draw.rect(screen, (0, 0, 0), (140, 190, 360, 160))
        write(screen, big_font, "GAME OVER", 235)
        write(screen, font, f"FINAL SCORE {hunt.score}", 290)
        write(screen, font, "R NEW HUNT   Q QUIT", 3250)
    else:
        x, y = pygame.mouse.get_pos()
        pygame.draw.line(screen, WHITE, (x - 16, y), (x + 16, y), 3)
        pygame.draw.line(screen, WHITE, (x, y - 16), (x, y + 16), 3)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode(SIZE)
    pygame.display.set_caption("Duck Hunt")
    pygame.mouse.set_visible(False)
    font, big_font = pygame.font.Font(None, 28), pygame.font.Font(None, 70)
    timer = pygame.time.Clock()
    hunt = Hunt()
    story = tell(hunt)
    running = True
    while running:
        hunt.shot = None
        for event in pygame.event.get():
            key = event.key if event.type == pygame.KEYDOWN and hunt.is_over else None
            if event.type == pygame.QUIT or key == pygame.K_q:
                running = False
            elif event.type == pygame.MOUSEBUTTONDOWN:
                hunt.shot = event.pos
            elif key == pygame.K_r:
                hunt = Hunt()
                story = tell(hunt)
        next(story, None)
        draw(screen, font, big_font, hunt)
        timer.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
