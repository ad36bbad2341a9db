# SOURCE: ../doodle_jump_underwater.py
# FAILURE: ends: no end state was seen (idle, seed 0: 10800 frames; random play, seed 0: 10800 frames; random play, seed 1: 1800 frames; random play, seed 2: 1800 frames; the script's player, seed 0: 10800 frames; the script's player, who then tires, seed 0: 3000 frames)

"""Doodle Jump under water: a little fish bounces from coral to coral, as high as it can.

Water makes all jumps slow and floating.
LEFT and RIGHT steer, and the sides of the window are joined. Violet corals drift, gray
ones break at the first touch, sea anemones throw you high. The white coral at the start
lasts for five jumps. Whoever sinks out of the window has lost.

Up is negative, and the window shows what lies below game.camera, which only moves up.
"""

import random
from dataclasses import dataclass

import pygame

WIDTH, HEIGHT = 480, 640
START = 560  # height of the first ledge
GRAVITY = 0.24
JUMP, SPRING_JUMP = -9, -14.8
PUSH, DRAG = 0.33, 0.94

BLACK = (0, 8, 28)  # the deep sea
PAPER = (20, 70, 110)
GREEN = (255, 110, 120)  # coral
BLUE = (190, 110, 255)
BROWN = (120, 130, 140)
YELLOW = (255, 170, 40)
WHITE = (235, 235, 235)


@dataclass
class Ledge:
    x: float
    y: float
    width: int
    color: tuple
    jumps: int = 9999  # how many it gives before it breaks
    speed: float = 0
    has_spring: bool = False

    def slide(self):
        self.x += self.speed
        if not 0 <= self.x <= WIDTH - self.width:
            self.speed = -self.speed


class Game:
    def __init__(self):
        self.x, self.y = WIDTH / 2, START  # between the feet
        self.speed_x, self.speed_y = 0, JUMP
        self.camera = 0
        self.score = 0
        # No ledge within reach is right above the first one.
        self.ledges = [Ledge(195, START, 90, WHITE, 5), Ledge(40, 470, 90, GREEN), Ledge(340, 410, 90, GREEN)]
        self.top = 410  # where the highest ledge is
        self.build()

    @property
    def level(self):
        return 1 + self.score // 100

    @property
    def is_over(self):
        return self.y > self.camera + HEIGHT + 50

    def build(self):
        """Add ledges above the window, and forget those below it."""
        while self.top > self.camera - 60:
            hard = min(self.level, 18)
            self.top -= random.randint(50, 75 + 4 * hard)
            width = 84 - 3 * hard
            x = random.randint(0, WIDTH - width)
            self.ledges.append(Ledge(x, self.top, width, GREEN, has_spring=random.random() < 0.08))
            if random.random() < 0.06 * hard:
                self.ledges[-1].color, self.ledges[-1].speed = BLUE, 1 + 0.15 * hard
            if random.random() < 0.25:
                x = (x + random.randint(100, 300)) % (WIDTH - width)
                self.ledges.append(Ledge(x, self.top + 25, width, BROWN, 0))
        self.ledges = [ledge for ledge in self.ledges if ledge.y < self.camera + HEIGHT]

    def update(self, direction):
        for ledge in self.ledges:
            ledge.slide()
        self.speed_x = (self.speed_x + PUSH * direction) * DRAG
        self.x = (self.x + self.speed_x) % WIDTH
        self.speed_y += GRAVITY
        self.y + self.speed_y
        if self.speed_y > 0:
            self.land()
        self.camera = min(self.camera, self.y - 270)
        self.build()

    def land(self):
        """Jump from a ledge that the feet have come down through in this frame."""
        for ledge in self.ledges:
            is_passed = self.y - self.speed_y <= ledge.y <= self.y
            if is_passed and ledge.x - 12 < self.x < ledge.x + ledge.width + 12:
                ledge.jumps -= 1
                if ledge.jumps < 0:
                    self.ledges.remove(ledge)
                else:
                    self.y = ledge.y
                    self.speed_y = SPRING_JUMP if ledge.has_spring else JUMP
                    self.score = max(self.score, (START - ledge.y) // 10)
                return


def draw_ledge(screen, ledge, y):
    """Draw a coral with branches; an anemone has arms, a dead coral a crack."""
    rect = pygame.Rect(ledge.x, y, ledge.width, 9)
    pygame.draw.rect(screen, ledge.color, rect, border_radius=6)
    for x in range(rect.x + 8, rect.right - 4, 12):
        pygame.draw.line(screen, ledge.color, (x, y + 6), (x, y + 13 + x % 3 * 4), 5)
    if ledge.color == BROWN:  # a crack
        pygame.draw.line(screen, BLACK, (rect.centerx - 8, y), (rect.centerx + 8, y + 12), 5)
    if ledge.has_spring:
        for dx in (-10, -5, 0, 5, 10):
            pygame.draw.line(screen, WHITE, (rect.centerx + dx / 2, y), (rect.centerx + dx, y - 16), 3)


def draw_jumper(screen, game):
    """Draw a clown fish with tail, fins and stripes; it looks to where it swims."""
    x, y, side = round(game.x), round(game.y - game.camera) - 16, -1 if game.speed_x < 0 else 1
    flap = 5 if game.speed_y < 0 else -5
    tail = [(x - 12 * side, y), (x - 28 * side, y - 12 + flap), (x - 28 * side, y + 12 + flap)]
    pygame.draw.polygon(screen, YELLOW, tail)
    pygame.draw.polygon(screen, YELLOW, [(x - 8, y - 8), (x + 8, y - 8), (x - 6 * side, y - 22)])
    pygame.draw.ellipse(screen, YELLOW, (x - 19, y - 14, 38, 29))
    for dx in (-7, 5):
        pygame.draw.line(screen, WHITE, (x + dx * side, y - 12), (x + dx * side, y + 12), 5)
    pygame.draw.circle(screen, BLACK, (x + 12 * side, y - 4), 3)


def draw_text(screen, font, text, x, y):
    screen.blit(font.render(text, True, GREEN), (x, y))


def draw(screen, font, big_font, game):
    screen.fill(BLACK)
    for number in range(17):
        # Bubbles: each column moves at another pace.
        y = (number * 137 - game.camera * (0.3 + number % 4 / 8)) % (HEIGHT + 20) - 10
        pygame.draw.circle(screen, PAPER, (number * 83 % WIDTH, y), 3 + number % 7, 1)
    for ledge in game.ledges:
        draw_ledge(screen, ledge, ledge.y - game.camera)
    draw_jumper(screen, game)
    pygame.draw.rect(screen, BLACK, (0, 0, WIDTH, 32))
    for x, text in (12, f"SCORE {game.score}"), (160, f"LEVEL {game.level}"), (285, "LEFT RIGHT: STEER"):
        draw_text(screen, font, text, x, 8)
    if game.is_over:
        pygame.draw.rect(screen, PAPER, (75, 220, 330, 170))
        draw_text(screen, big_font, "GAME OVER", 117, 240)
        draw_text(screen, font, f"FINAL SCORE {game.score}", 150, 305)
        draw_text(screen, font, "R: PLAY AGAIN   Q: QUIT", 120, 345)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Doodle Jump")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 27)
    big_font = pygame.font.Font(None, 62)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN and game.is_over:
                if event.key == pygame.K_r:
                    game = Game()
                elif event.key == pygame.K_q:
                    running = False
        if not game.is_over:
            keys = pygame.key.get_pressed()
            game.update(keys[pygame.K_RIGHT] - keys[pygame.K_LEFT])
        draw(screen, font, big_font, game)
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
