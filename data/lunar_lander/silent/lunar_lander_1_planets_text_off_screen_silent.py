# SOURCE: ../lunar_lander_1_planets.py
# FAILURE: readable: 'CRASHED: NOT ON A PAD' is out of the window at frame 350 of idle, seed 0

"""Lunar Lander: bring the ship down gently on a flat pad, five times.

LEFT and RIGHT tilt the ship, UP fires the rocket. You land if both legs are on a pad while
the ship is slow and upright. Three ships, and every level is a planet that pulls harder.

Ship and land are sprites that touch where their masks do. The land is a fractal: the middle
of a line is moved up or down.
"""

import random

import pygame
from pygame import Vector2

WIDTH, FLOOR, HEIGHT = 768, 600, 660  # the panel lies below the floor
CELL = 12  # width of a piece of the land
GREEN = (0, 255, 65)
AMBER = (255, 190, 60)
RED = (255, 80, 80)
SILVER = (205, 210, 220)
# Name, gravity (1 is that of the earth) and color of a level.
PLANETS = [
    ("MOON", 0.17, (70, 70, 75)),
    ("MARS", 0.38, (130, 50, 30)),
    ("VENUS", 0.9, (125, 95, 20)),
    ("EARTH", 1.0, (0, 75, 25)),
    ("NEPTUNE", 1.14, (30, 50, 150)),
]


def fractal(first, last, size, depth):
    """Return the heights after the first one, up to the last."""
    if depth == 0:
        return [last]
    middle = (first + last) / 2 + random.uniform(-size, size)
    return fractal(first, middle, size * 0.6, depth - 1) + fractal(middle, last, size * 0.6, depth - 1)


class Land(pygame.sprite.Sprite):
    def __init__(self, level, font):
        super().__init__()
        heights = [470] + fractal(470, 470, 60 + 15 * level, 6)
        heights = [max(320, min(560, y)) for y in heights]
        self.pads = []
        for start, (worth, cells) in zip((4, 25, 46), random.sample([(1, 8), (2, 6), (5, 4)], 3)):
            start += random.randint(0, 8)
            heights[start : start + cells + 1] = [heights[start]] * (cells + 1)
            self.pads.append((pygame.Rect(start * CELL, heights[start], cells * CELL, 6), worth))
        self.image = pygame.Surface((WIDTH, FLOOR))
        self.image.set_colorkey((0, 0, 0))
        self.rect = self.image.get_rect()
        line = [(CELL * i, y) for i, y in enumerate(heights)]
        color = PLANETS[level - 1][2]
        pygame.draw.polygon(self.image, color, [(0, FLOOR), *line, (WIDTH, FLOOR)])
        pygame.draw.lines(self.image, GREEN, False, line, 2)
        for pad, worth in self.pads:
            pygame.draw.rect(self.image, AMBER, pad)
            self.image.blit(font.render(f"{worth}X", True, AMBER), (pad.centerx - 12, pad.y + 12))
        self.mask = pygame.mask.from_surface(self.image)


class Ship(pygame.sprite.Sprite):
    def __init__(self, level):
        super().__init__()
        self.picture = pygame.Surface((34, 34), pygame.SRCALPHA)
        pygame.draw.circle(self.picture, SILVER, (17, 10), 10)
        pygame.draw.circle(self.picture, GREEN, (17, 9), 4)
        pygame.draw.rect(self.picture, AMBER, (7, 16, 20, 10))
        pygame.draw.lines(self.picture, SILVER, False, [(2, 33), (9, 22), (25, 22), (32, 33)], 3)
        self.place = Vector2(random.randint(150, WIDTH - 150), 40)
        self.speed = Vector2(random.choice((-0.9, 0.9)), 0)
        self.pull = 0.006 + 0.006 * PLANETS[level - 1][1]
        self.fuel = 560 - 20 * level
        self.tilt = 0  # degrees clockwise

    def fly(self, keys):
        self.fires = keys[pygame.K_UP] and self.fuel > 0
        self.tilt += 3 * (keys[pygame.K_RIGHT] - keys[pygame.K_LEFT])
        self.tilt = max(-90, min(90, self.tilt))
        if self.fires:
            self.fuel -= 1
            self.speed += Vector2(0, -0.022).rotate(self.tilt)
        self.speed.y += self.pull
        self.place += self.speed
        self.place.x %= WIDTH
        self.image = pygame.transform.rotate(self.picture, -self.tilt)
        self.rect = self.image.get_rect(center=self.place)
        self.mask = pygame.mask.from_surface(self.image)

    def is_safe(self):
        return self.speed.y < 1.3 and abs(self.speed.x) < 0.65 and abs(self.tilt) <= 12


class LunarLander:
    def __init__(self, font):
        self.font = font
        self.score, self.level, self.ships = 0, 0, 3
        self.start_level()

    def start_level(self):
        self.level += 1
        self.land = Land(self.level, self.font)
        self.start_ship()

    def start_ship(self):
        self.ship = Ship(self.level)
        self.message, self.age = "", 0  # what has become of the ship, and for how long

    def touch(self):
        ship = self.ship
        pads = [(pad.inflate(-30, 0), worth) for pad, worth in self.land.pads]
        worth = sum(worth for pad, worth in pads if pad.left <= ship.place.x <= pad.right)
        if worth and ship.is_safe():
            self.message = "TOUCHDOWN"
            self.score += 100 * worth + ship.fuel // 5
        else:
            self.message = "CRASHED: TOO FAST OR TILTED" if worth else "CRASHED: NOT ON A PAD"
            self.ships -= 1

    def has_ended(self):
        return self.age == 100 and (not self.ships or self.level == len(PLANETS) and self.message == "TOUCHDOWN")

    def update(self, keys):
        if self.age == 100 and not self.has_ended():
            self.start_level() if self.message == "TOUCHDOWN" else self.start_ship()
        if not self.message:
            self.ship.fly(keys)
            if pygame.sprite.collide_mask(self.ship, self.land):
                self.touch()
        elif self.age < 100:
            self.age += 1

    def draw(self, screen):
        ship = self.ship
        screen.fill((0, 0, 0))
        screen.blit(self.land.image, (0, 0))
        if "CRASH" in self.message:
            pygame.draw.circle(screen, RED, ship.rect.center, 5 + self.age // 3)
        else:
            if ship.fires and not self.message:
                flame = Vector2(0, 22 + ship.fuel % 14).rotate(ship.tilt)
                pygame.draw.line(screen, RED, ship.place, ship.place + flame, 7)
            screen.blit(ship.image, ship.rect)
        self.write(screen, f"SCORE {self.score}   LEVEL {self.level}   SHIPS {self.ships}", GREEN, 20, 610)
        self.write(screen, "ARROWS: TILT AND FIRE", SILVER, 20, 635)
        self.write(screen, f"FUEL {ship.fuel}", SILVER, 430, 610)
        name, gravity, _ = PLANETS[self.level - 1]
        self.write(screen, f"{name}: {gravity} G", AMBER, 570, 610)
        sink, drift = round(15 * ship.speed.y), round(15 * abs(ship.speed.x))
        text = f"SINK {sink}   DRIFT {drift}   TILT {abs(ship.tilt)}"
        self.write(screen, text, GREEN if ship.is_safe() else RED, 430, 635)
        self.write(screen, self.message, SILVER, 270, 1500)
        if self.has_ended():
            self.write(screen, "YOU WIN" if self.ships else "GAME OVER", GREEN, 300, 190)
            self.write(screen, "R: PLAY AGAIN   Q: QUIT", GREEN, 300, 220)

    def write(self, screen, text, color, x, y):
        screen.blit(self.font.render(text, True, color, (0, 0, 0)), (x, y))


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Lunar Lander")
    font = pygame.font.Font(None, 28)
    clock = pygame.time.Clock()
    game = LunarLander(font)
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN and game.has_ended():
                if event.key == pygame.K_r:
                    game = LunarLander(font)
                elif event.key == pygame.K_q:
                    running = False
        game.update(pygame.key.get_pressed())
        game.draw(screen)
        pygame.display.flip()
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
