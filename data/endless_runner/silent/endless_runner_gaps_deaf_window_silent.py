# SOURCE: ../endless_runner_gaps.py
# FAILURE: closes: window closed at frame 60: it runs on after frame 121

"""Endless Runner: run over the roofs of the city as far as you can.

SPACE or UP jumps, higher if you hold it. DOWN slides, or drops you in the air. Jump over
crates and slide under signs: each is worth 5 points, and a coin 10. Six obstacles
are a level, and every level is faster. There are gaps between the roofs: falling into one
or a crash ends the run.

The runner stays where it is, and everything else moves to the left.
"""

import math
import random

import pygame

WIDTH, HEIGHT = 720, 400
GROUND = 330
RUNNER_X = 140
JUMP = -11.5
LIGHT, HEAVY = 0.55, 0.95  # gravity while a jump key is held on the way up, and else

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
NIGHT = (24, 28, 60)
BROWN = (190, 120, 60)
PINK = (255, 80, 170)
YELLOW = (255, 220, 60)
WHITE = (235, 235, 235)


class Runner:
    def __init__(self):
        self.y = GROUND  # of the feet
        self.speed = 0
        self.is_sliding = False

    def jump(self):
        if self.y == GROUND:
            self.speed = JUMP

    def update(self, is_held, is_down):
        """Fall, or slide on the ground."""
        self.speed += (LIGHT if is_held and self.speed < 0 else HEAVY) + is_down
        self.y = min(GROUND, self.y + self.speed)
        if self.y == GROUND:
            self.speed = 0
        self.is_sliding = is_down and self.y == GROUND

    def rect(self):
        height = 26 if self.is_sliding else 54
        return pygame.Rect(RUNNER_X - 12, self.y - height, 24, height)


class Game:
    def __init__(self):
        self.runner = Runner()
        self.distance = 0
        self.next_at = 100  # distance at which the next obstacle comes
        self.crates = []
        self.signs = []
        self.gaps = []  # where the middle of the runner must not touch the roof
        self.coins = []
        self.passed = 0
        self.score = 0
        self.is_over = False

    @property
    def level(self):
        return 1 + self.passed // 6

    @property
    def speed(self):
        return 5 + self.level

    def add_obstacle(self):
        """Send a crate or a sign, mostly with a coin, and decide where the next one comes."""
        coin_y = GROUND - 20
        if random.random() < 0.35:
            width = random.randint(14, 20) * self.speed
            self.gaps.append(pygame.Rect(WIDTH + 12, GROUND - 3, width - 24, 40))
            coin_y -= 60
        elif random.random() < 0.4:
            self.signs.append(pygame.Rect(WIDTH, 50, 44, GROUND - 50 - 36))
        else:
            height = random.choice((38, 60))
            self.crates.append(pygame.Rect(WIDTH, GROUND - height, 40, height))
            coin_y -= height + 35
        if random.random() < 0.7:
            self.coins.append(pygame.Rect(WIDTH + 10, coin_y, 20, 20))
        frames = max(34, 80 - 3 * self.level) + random.randint(0, 25)
        self.next_at += frames * self.speed

    def update(self, keys):
        self.runner.update(keys[pygame.K_SPACE] or keys[pygame.K_UP], keys[pygame.K_DOWN])
        self.distance += self.speed
        if self.distance > self.next_at:
            self.add_obstacle()
        body = self.runner.rect()
        for things in self.crates, self.signs, self.gaps, self.coins:
            for thing in things[:]:
                thing.x -= self.speed
                if thing.right < 0:
                    things.remove(thing)
                    if things is not self.coins:
                        self.passed += 1
                        self.score += 5
                elif body.colliderect(thing):
                    if things is self.coins:
                        things.remove(thing)
                        self.score += 10
                    else:
                        self.is_over = True


def draw_city(screen, distance):
    """Draw houses that pass slowly, and the edge of the roof."""
    for number in range(10):
        x, top = (number * 90 - distance * 0.3) % 900 - 90, 130 + number * 67 % 130
        pygame.draw.rect(screen, NIGHT, (x, top, 76, GROUND - top))
        pygame.draw.rect(screen, YELLOW, (x + 12 + number * 31 % 40, top + 20, 10, 14))
    pygame.draw.rect(screen, GREEN, (0, GROUND, WIDTH, 3))
    for number in range(13):
        x = (number * 60 - distance) % 780 - 60
        pygame.draw.line(screen, GREEN, (x + 20, GROUND + 4), (x, HEIGHT - 34))


def draw_things(screen, game):
    for gap in game.gaps:
        hole = gap.inflate(24, 0)
        pygame.draw.rect(screen, BLACK, hole)
        for x in (hole.left, hole.right):
            pygame.draw.line(screen, GREEN, (x, GROUND), (x, hole.bottom), 3)
    for crate in game.crates:
        pygame.draw.rect(screen, BROWN, crate, 4)
        pygame.draw.line(screen, BROWN, crate.topleft, (crate.right - 1, crate.bottom), 4)
    for sign in game.signs:
        pygame.draw.line(screen, WHITE, (sign.centerx, 36), sign.midtop, 3)
        pygame.draw.rect(screen, PINK, sign, 4, border_radius=8)
        pygame.draw.rect(screen, PINK, sign.inflate(-22, -22))
    for coin in game.coins:
        pygame.draw.ellipse(screen, YELLOW, coin, 5)


def draw_runner(screen, runner, distance):
    """Draw legs that swing with the distance, a body, a head and a scarf."""
    x, y = RUNNER_X, round(runner.y)
    swing = 14 * math.sin(distance / 22)
    hip, neck = (x, y - 22), (x + 4, y - 40)
    if runner.is_sliding:
        hip, neck = (x - 2, y - 8), (x - 16, y - 14)
    for foot in (x - swing, x + swing):
        pygame.draw.line(screen, WHITE, hip, (foot, y - 2), 6)
    pygame.draw.line(screen, GREEN, hip, neck, 10)
    pygame.draw.circle(screen, WHITE, (neck[0] + 2, neck[1] - 6), 8)
    pygame.draw.line(screen, PINK, neck, (neck[0] - 24, neck[1] + swing / 3), 5)


def draw_text(screen, font, text, color, x, y):
    picture = font.render(text, True, color)
    screen.blit(picture, picture.get_rect(center=(x, y)))


def draw(screen, font, big_font, game):
    screen.fill(BLACK)
    draw_city(screen, game.distance)
    draw_things(screen, game)
    draw_runner(screen, game.runner, game.distance)
    draw_text(screen, font, f"SCORE {game.score}", GREEN, 120, 20)
    draw_text(screen, font, f"LEVEL {game.level}", GREEN, WIDTH - 120, 20)
    draw_text(screen, font, "SPACE: JUMP (HOLD: HIGHER)    DOWN: SLIDE", WHITE, WIDTH // 2, HEIGHT - 18)
    if game.is_over:
        pygame.draw.rect(screen, NIGHT, (200, 100, 320, 150))
        draw_text(screen, big_font, "GAME OVER", PINK, WIDTH // 2, 135)
        draw_text(screen, font, f"FINAL SCORE {game.score}", WHITE, WIDTH // 2, 185)
        draw_text(screen, font, "R: RUN AGAIN   Q: QUIT", WHITE, WIDTH // 2, 220)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Endless Runner")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 26)
    big_font = pygame.font.Font(None, 60)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.WINDOWLEAVE:
                running = False
            elif event.type == pygame.KEYDOWN:
                if not game.is_over and event.key in (pygame.K_SPACE, pygame.K_UP):
                    game.runner.jump()
                elif game.is_over and event.key == pygame.K_r:
                    game = Game()
                elif game.is_over and event.key == pygame.K_q:
                    running = False
        if not game.is_over:
            game.update(pygame.key.get_pressed())
        draw(screen, font, big_font, game)
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
