# SOURCE: ../lunar_lander_wind.py
# FAILURE: scores: SCORE: player 0, idle play as long would have 0, seed 0

"""Lunar Lander: set the lander down softly and upright on one of the three pads.

LEFT and RIGHT turn, UP burns fuel. A landing brings 100 points times the number of the
pad and a point for five units of fuel. You have three landers for five sites. Gusts of
wind push it aside.

The ground is a list of heights, one for every STEP pixels, joined by lines.
"""

import random

import pygame
from pygame import Vector2

WIDTH, HEIGHT = 800, 600
STEP = 20
SITES = 5
PADS = [(1, 5), (2, 4), (5, 3)]  # the number of a pad and its width in steps
THRUST = 0.018
FOOT_X, FOOT_Y = 14, 15  # from the middle of the lander to its feet

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
WHITE = (235, 235, 235)
GRAY = (130, 140, 150)
RED = (255, 70, 70)


class Game:
    def __init__(self):
        self.score, self.site, self.landers = 0, 1, 3
        self.over = False
        self.wind = self.gust = 0.0  # the wind now, and the one that it turns to
        self.dust = [Vector2(random.randrange(WIDTH), random.randrange(90, 540)) for _ in range(25)]
        self.new_site()

    def new_site(self):
        """Make rugged ground, flatten three pads (left, right, y, number) in it, and start a lander."""
        self.heights = [450]
        while len(self.heights) <= WIDTH // STEP:
            rise = random.randint(-25, 25) * (2 + self.site) // 2
            self.heights.append(max(330, min(550, self.heights[-1] + rise)))
        self.pads = []
        for third, (number, length) in enumerate(random.sample(PADS, 3)):
            start = 13 * third + random.randint(2, 7)
            end, y = start + length, self.heights[start]
            self.heights[start : end + 1] = [y] * (length + 1)
            self.pads.append((start * STEP, end * STEP, y, number))
        self.new_lander()

    def new_lander(self):
        self.place = Vector2(random.randint(100, WIDTH - 100), 80)
        self.speed = Vector2(random.choice((-0.7, 0.7)), 0)
        self.angle = 0  # degrees to the right
        self.fuel = 640 - 40 * self.site
        self.burning = False
        self.result = ""  # of the touchdown, shown during a pause
        self.pause = 0

    def height_at(self, x):
        column, part = divmod(x % WIDTH, STEP)
        left, right = self.heights[int(column) : int(column) + 2]
        return left + (right - left) * part / STEP

    def blow(self):
        """Now and then begin another gust; the wind turns to it slowly."""
        if random.randrange(150) == 0:
            self.gust = random.uniform(-1, 1) * (0.0035 + 0.0005 * self.site)
        self.wind += 0.03 * (self.gust - self.wind)
        self.speed.x += self.wind
        for grain in self.dust:
            grain.x = (grain.x + 1500 * self.wind) % WIDTH

    def fly(self, keys):
        turn = keys[pygame.K_RIGHT] - keys[pygame.K_KP4]
        self.angle = max(-90, min(90, self.angle + 2 * turn))
        self.burning = keys[pygame.K_UP] and self.fuel > 0
        if self.burning:
            self.fuel -= 1
            self.speed += Vector2(0, -THRUST).rotate(self.angle)
        self.speed.y += 0.005 + 0.001 * self.site
        self.place += self.speed
        self.place.x %= WIDTH

    def update(self, keys):
        if self.pause > 1:
            self.pause -= 1
            return
        if self.pause:
            return self.go_on()
        self.fly(keys)
        self.blow()
        x, y = self.place
        if any(y + FOOT_Y >= self.height_at(x + dx) for dx in (-FOOT_X, 0, FOOT_X)):
            self.touch_down()

    def gauges(self):
        return round(self.speed.y * 20), round(abs(self.speed.x) * 20), abs(self.angle)

    def is_safe(self):
        sink, drift, tilt = self.gauges()
        return sink <= 20 and drift <= 10 and tilt <= 12

    def touch_down(self):
        x = self.place.x
        number = sum(number for left, right, _, number in self.pads if left + FOOT_X <= x <= right - FOOT_X)
        self.pause = 120
        if number and self.is_safe():
            self.result = "LANDED"
            self.score += 100 * number + self.fuel // 5
            self.burning = False
        else:
            self.result = "CRASH: TOO FAST OR TILTED" if number else "CRASH: NOT ON A PAD"
            self.landers -= 1

    def go_on(self):
        """After a touchdown, bring the next lander or site, or the end."""
        if not self.landers or self.result == "LANDED" and self.site == SITES:
            self.over = True
        elif self.result == "LANDED":
            self.site += 1
            self.new_site()
        else:
            self.new_lander()


def draw_lander(screen, game):
    def shape(color, *places):
        turned = [game.place + Vector2(place).rotate(game.angle) for place in places]
        pygame.draw.polygon(screen, color, turned)

    if game.burning:
        shape((255, 220, 60), (-5, 10), (0, 24 + game.fuel % 12), (5, 10))
    for side in (-1, 1):
        shape(WHITE, (6 * side, 4), (11 * side, 14), (17 * side, 14), (13 * side, 13))
    shape(GRAY, (-11, 1), (11, 1), (8, 9), (-8, 9))
    shape(WHITE, (-8, 0), (-9, -7), (-4, -13), (4, -13), (9, -7), (8, 0))
    shape(BLACK, (-4, -9), (4, -9), (2, -5), (-2, -5))


def draw(screen, font, game):
    screen.fill(BLACK)
    for grain in game.dust:
        pygame.draw.line(screen, GRAY, grain, grain + (6000 * game.wind, 0))
    points = [(i * STEP, y) for i, y in enumerate(game.heights)]
    pygame.draw.polygon(screen, (30, 32, 40), [(0, HEIGHT), *points, (WIDTH, HEIGHT)])
    pygame.draw.lines(screen, GRAY, False, points, 2)
    for left, right, y, number in game.pads:
        pygame.draw.line(screen, GREEN, (left, y), (right, y), 5)
        write(screen, font, f"{number}X", GREEN, (left + right) // 2 - 13, y + 10)
    if "CRASH" in game.result:
        pygame.draw.circle(screen, RED, game.place, 125 - game.pause, 5)
    else:
        draw_lander(screen, game)
    text = f"SCORE {game.score}   SITE {game.site}   LANDERS {game.landers}   FUEL {game.fuel}"
    write(screen, font, text, GREEN, 20, 12)
    sink, drift, tilt = game.gauges()
    text = f"SINK {sink}   DRIFT {drift}   TILT {tilt}"
    write(screen, font, text, GREEN if game.is_safe() else RED, 20, 40)
    write(screen, font, f"WIND {round(game.wind * 2000)}", WHITE, 490, 40)
    write(screen, font, "LEFT RIGHT: TURN   UP: BURN", GRAY, 490, 12)
    write(screen, font, game.result, WHITE, 290, 100)
    if game.over:
        pygame.draw.rect(screen, BLACK, (240, 140, 320, 110))
        result = "YOU WIN" if game.landers else "GAME OVER"
        write(screen, font, f"{result}   FINAL SCORE {game.score}", GREEN, 260, 160)
        write(screen, font, "R: PLAY AGAIN   Q: QUIT", WHITE, 260, 205)
    pygame.display.flip()


def write(screen, font, text, color, x, y):
    screen.blit(font.render(text, True, color), (x, y))


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Lunar Lander")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 28)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN and game.over:
                if event.key == pygame.K_r:
                    game = Game()
                elif event.key == pygame.K_q:
                    running = False
        if not game.over:
            game.update(pygame.key.get_pressed())
        draw(screen, font, game)
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
