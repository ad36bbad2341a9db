# SOURCE: ../doodle_jump_shoot_jetpack.py
# FAILURE: readable: 'GAME OVER' and 'FINAL SCORE 0' overlap at frame 352 of idle, seed 0

"""Doodle Jump: bounce from ledge to ledge, as high as you can.

LEFT and RIGHT steer, and the sides of the window are joined. Blue ledges slide, brown
ones break at the first touch, springs throw you high. The white ledge at the start
lasts for five jumps. SPACE shoots upwards, and one shot kills a monster. Whoever
touches a monster or falls out of the window has lost. A jetpack burns two seconds.

Up is negative, and the window shows what lies below game.camera, which only moves up.
"""

import random
from dataclasses import dataclass

import pygame

WIDTH, HEIGHT = 480, 640
START = 560  # height of the first ledge
GRAVITY = 0.4
JUMP, SPRING_JUMP = -11.5, -19
PUSH, DRAG = 0.7, 0.9

BLACK = (0, 0, 0)
PAPER = (25, 45, 55)
GREEN = (0, 255, 65)
BLUE = (70, 150, 255)
BROWN = (170, 105, 50)
YELLOW = (255, 225, 60)
WHITE = (235, 235, 235)
PURPLE = (200, 90, 255)


@dataclass
class Ledge:
    x: float
    y: float
    width: int
    color: tuple
    jumps: int = 9999  # how many it gives before it breaks
    speed: float = 0
    has_spring: bool = False
    has_jet: bool = False

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
        self.monsters = []
        self.shots = []
        self.is_caught = False
        self.fuel = 0
        # No ledge within reach is right above the first one.
        self.ledges = [Ledge(195, START, 90, WHITE, 5), Ledge(40, 470, 90, GREEN), Ledge(340, 410, 90, GREEN)]
        self.top = 410  # where the highest ledge is
        self.build()

    @property
    def level(self):
        return 1 + self.score // 100

    @property
    def is_over(self):
        return self.is_caught or self.y > self.camera + HEIGHT + 50

    def build(self):
        """Add ledges above the window, and forget those below it."""
        while self.top > self.camera - 60:
            hard = min(self.level, 18)
            self.top -= random.randint(50, 75 + 4 * hard)
            width = 84 - 3 * hard
            x = random.randint(0, WIDTH - width)
            self.ledges.append(Ledge(x, self.top, width, GREEN, has_spring=random.random() < 0.08))
            self.ledges[-1].has_jet = random.random() < 0.1
            if random.random() < 0.06 * hard:
                self.ledges[-1].color, self.ledges[-1].speed = BLUE, 1 + 0.15 * hard
            if random.random() < 0.25:
                x = (x + random.randint(100, 300)) % (WIDTH - width)
                self.ledges.append(Ledge(x, self.top + 25, width, BROWN, 0))
            if random.random() < 0.07 + 0.01 * hard:
                self.monsters.append(pygame.Rect(x, self.top - 50, 42, 34))
        self.ledges = [ledge for ledge in self.ledges if ledge.y < self.camera + HEIGHT]

    def update(self, direction):
        for ledge in self.ledges:
            ledge.slide()
        self.speed_x = (self.speed_x + PUSH * direction) * DRAG
        self.x = (self.x + self.speed_x) % WIDTH
        self.fuel = max(0, self.fuel - 1)
        self.speed_y = -13 if self.fuel else self.speed_y + GRAVITY
        self.y += self.speed_y
        if self.speed_y > 0:
            self.land()
        self.fight()
        self.camera = min(self.camera, self.y - 270)
        self.build()

    def fight(self):
        """Move monsters and shots, and see who meets whom."""
        self.shots = [shot.move(0, -12) for shot in self.shots if shot.y > self.camera]
        for monster in self.monsters[:]:
            monster.x = (monster.x + 42) % (WIDTH + 40) - 40
            if monster.collidelist(self.shots) >= 0:
                self.monsters.remove(monster)
            elif not self.fuel and monster.colliderect(self.x - 12, self.y - 38, 24, 34):
                self.is_caught = True

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
                    if ledge.has_jet:
                        ledge.has_jet, self.fuel = False, 120
                return


def draw_ledge(screen, ledge, y):
    rect = pygame.Rect(ledge.x, y, ledge.width, 12)
    pygame.draw.rect(screen, ledge.color, rect, border_radius=6)
    if ledge.color == BROWN:
        pygame.draw.line(screen, BLACK, rect.midtop, rect.center, 7)
    if ledge.has_spring:
        points = [(rect.centerx + 9 * (-1) ** number, y - 4 * number) for number in range(5)]
        pygame.draw.lines(screen, WHITE, False, points, 2)
    if ledge.has_jet:
        pygame.draw.rect(screen, WHITE, (rect.centerx - 9, y - 30, 18, 30), 5, border_radius=8)


def draw_monster(screen, rect):
    tips = rect.move(0, -12)  # of its horns
    pygame.draw.polygon(screen, PURPLE, [tips.topleft, rect.midtop, tips.topright, rect.center])
    pygame.draw.ellipse(screen, PURPLE, rect)
    pygame.draw.circle(screen, WHITE, rect.center, 9)
    pygame.draw.circle(screen, BLACK, rect.center, 4)


def draw_jumper(screen, game):
    """Draw the jumper, who looks to where it flies."""
    x, y, side = round(game.x), round(game.y - game.camera), -1 if game.speed_x < 0 else 1
    if game.fuel:
        pygame.draw.rect(screen, WHITE, (x - 20, y - 40, 40, 30), border_radius=8)
        pygame.draw.line(screen, YELLOW, (x, y - 9), (x, y + 12 + game.fuel % 9), 16)
    for dx in (-9, 0, 9):
        pygame.draw.line(screen, WHITE, (x + dx, y - 9), (x + dx, y), 4)
    pygame.draw.rect(screen, YELLOW, (x - 15, y - 42, 30, 34), border_radius=13)
    pygame.draw.line(screen, YELLOW, (x, y - 27), (x + 24 * side, y - 27), 9)
    pygame.draw.circle(screen, BLACK, (x + 5 * side, y - 35), 3)
    pygame.draw.line(screen, GREEN, (x - 14, y - 16), (x + 13, y - 16), 5)


def draw_text(screen, font, text, x, y):
    screen.blit(font.render(text, True, GREEN), (x, y))


def draw(screen, font, big_font, game):
    screen.fill(BLACK)
    for number in range(17):
        y = number * 40 - game.camera % 40
        pygame.draw.line(screen, PAPER, (0, y), (WIDTH, y))
    for ledge in game.ledges:
        draw_ledge(screen, ledge, ledge.y - game.camera)
    for monster in game.monsters:
        draw_monster(screen, monster.move(0, -game.camera))
    for shot in game.shots:
        pygame.draw.rect(screen, WHITE, shot.move(0, -game.camera), border_radius=4)
    draw_jumper(screen, game)
    pygame.draw.rect(screen, BLACK, (0, 0, WIDTH, 32))
    for x, text in (12, f"SCORE {game.score}"), (140, f"LEVEL {game.level}"), (243, "ARROWS  SPACE: SHOOT"):
        draw_text(screen, font, text, x, 8)
    if game.is_over:
        pygame.draw.rect(screen, PAPER, (75, 220, 330, 170))
        draw_text(screen, big_font, "GAME OVER", 117, 240)
        draw_text(screen, font, f"FINAL SCORE {game.score}", 150, 240)
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
            elif event.type == pygame.KEYDOWN and not game.is_over:
                if event.key == pygame.K_SPACE:
                    game.shots.append(pygame.Rect(game.x - 4, game.y - 50, 8, 16))
            elif event.type == pygame.KEYDOWN:
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
