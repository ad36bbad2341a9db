# SOURCE: ../missile_command.py
# FAILURE: quits: Q at frame 6687 of the script's player, seed 0: it runs on after frame 6822

"""Missile Command: save six cities from the missiles that rain down.

Click to send a missile there from the nearest loaded battery; its blast destroys what
flies into it. A hit brings 25 points, after a wave each missile left 5 and each city
100, times a factor that rises every second wave. Batteries come back, cities do not.

Missiles of both sides fly straight to a target.
"""

import math
import random

import pygame
from pygame import Vector2

WIDTH, HEIGHT = 640, 600
GROUND = 550
BATTERIES = (50, 320, 590)
CITIES = (118, 185, 252, 388, 455, 522)
SKYLINE = ((-24, 14), (-14, 26), (-4, 18), (6, 32), (16, 12))  # left edge and height

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
WHITE = (235, 235, 235)
RED = (255, 70, 70)
CYAN = (80, 220, 255)
YELLOW = (255, 225, 60)


class Missile:
    def __init__(self, start, target, speed, is_ours):
        self.start, self.pos, self.target = start, Vector2(start), Vector2(target)
        self.speed = speed
        self.is_ours = is_ours


def blast_radius(age):
    """Return the radius of a blast, which grows for 35 frames and shrinks for 35."""
    return 42 * math.sin(math.pi * age / 70)


class Game:
    def __init__(self):
        self.score = 0
        self.wave = 0
        self.cities = list(CITIES)
        self.missiles = []
        self.blasts = []  # place and age of each
        self.start_wave()

    def start_wave(self):
        self.wave += 1
        self.ammo = dict.fromkeys(BATTERIES, 10)
        self.to_come = 5 + 4 * self.wave
        self.factor = min(6, (self.wave + 1) // 2)
        self.pause = 0  # frames for which the bonus is still shown

    def fire(self, place):
        loaded = [x for x in BATTERIES if self.ammo[x]]
        if loaded and not self.pause:
            x = min(loaded, key=lambda x: abs(x - place[0]))
            self.ammo[x] -= 1
            target = place[0], min(place[1], GROUND - 60)
            self.missiles.append(Missile((x, GROUND - 28), target, 12 if x == 320 else 7, True))

    def attack(self, start):
        target = random.choice([*self.cities, *BATTERIES * 2]), GROUND - 8
        self.missiles.append(Missile(start, target, 0.65 + 0.25 * self.wave, False))

    def update(self):
        if self.pause:
            self.pause -= 1
            if not self.pause:
                self.start_wave()
            return
        if self.to_come and random.random() < 0.02 + 0.005 * self.wave:
            self.to_come -= 1
            self.attack((random.randrange(20, WIDTH - 20), 40))
        self.blasts = [(pos, age + 1) for pos, age in self.blasts if age < 69]
        for missile in list(self.missiles):
            self.move(missile)
        if not self.to_come and not self.missiles and not self.blasts:
            self.bonus = self.factor * (5 * sum(self.ammo.values()) + 100 * len(self.cities))
            self.score += self.bonus
            self.pause = 120

    def move(self, missile):
        """Fly on; explode at the target or, if it is an enemy, in a blast."""
        missile.pos.move_towards_ip(missile.target, missile.speed)
        is_hit = any(pos.distance_to(missile.pos) < blast_radius(age) for pos, age in self.blasts)
        if missile.pos == missile.target or is_hit and not missile.is_ours:
            self.missiles.remove(missile)
            self.blasts.append((missile.pos, 0))
        if missile.is_ours:
            return
        if is_hit:
            self.score += 25 * self.factor
        elif missile.pos == missile.target:
            self.strike(missile.target.x)
        elif 120 < missile.pos.y < 300 and random.random() < 0.0007 * self.wave:
            for _ in range(2):  # it splits into three
                self.attack(tuple(missile.pos))

    def strike(self, x):
        if x in self.cities:
            self.cities.remove(x)
        else:
            self.ammo[x] = 0


def draw_ground(screen, game):
    screen.fill(GREEN, (0, GROUND, WIDTH, 4))
    for x in BATTERIES:
        hill = (x - 42, GROUND), (x - 22, GROUND - 26), (x + 22, GROUND - 26), (x + 42, GROUND)
        pygame.draw.polygon(screen, GREEN, hill)
        for number in range(game.ammo[x]):
            screen.fill(BLACK, (x - 18 + 8 * (number % 5), GROUND - 21 + 10 * (number // 5), 4, 8))
    for x in game.cities:
        for left, height in SKYLINE:
            screen.fill(CYAN, (x + left, GROUND - height, 9, height))
            for y in range(5, height, 6):
                screen.fill(BLACK, (x + left + 2, GROUND - y, 5, 2))


def draw_sky(screen, game):
    for missile in game.missiles:
        color = GREEN if missile.is_ours else RED
        pygame.draw.line(screen, color, missile.start, missile.pos, 2)
        pygame.draw.circle(screen, WHITE, missile.pos, 3)
        if missile.is_ours:
            pygame.draw.circle(screen, color, missile.target, 5, 1)
    for pos, age in game.blasts:
        pygame.draw.circle(screen, YELLOW if age % 12 < 6 else RED, pos, blast_radius(age))
        pygame.draw.circle(screen, WHITE, pos, blast_radius(age) * 0.6)


def write(screen, font, text, color, y):
    image = font.render(text, True, color)
    screen.blit(image, image.get_rect(center=(WIDTH // 2, y)))


def draw(screen, font, big_font, game):
    screen.fill(BLACK)
    draw_sky(screen, game)
    draw_ground(screen, game)
    hud = f"SCORE {game.score}        WAVE {game.wave}        CITIES {len(game.cities)}"
    write(screen, font, hud, GREEN, 20)
    write(screen, font, "CLICK: FIRE A MISSILE THERE", WHITE, 578)
    if game.pause:
        write(screen, font, f"WAVE {game.wave} HELD    BONUS {game.bonus}", YELLOW, 250)
    if not game.cities:
        screen.fill(BLACK, (150, 180, 340, 170))
        write(screen, big_font, "GAME OVER", RED, 220)
        write(screen, font, f"FINAL SCORE {game.score}", WHITE, 275)
        write(screen, font, "R: PLAY AGAIN   Q: QUIT", GREEN, 320)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Missile Command")
    clock = pygame.time.Clock()
    font, big_font = pygame.font.Font(None, 28), pygame.font.Font(None, 64)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.MOUSEBUTTONDOWN and game.cities:
                game.fire(event.pos)
            elif event.type == pygame.KEYDOWN and not game.cities:
                if event.key == pygame.K_r:
                    game = Game()
                elif event.key == pygame.K_ESCAPE:
                    running = False
        if game.cities:
            game.update()
        draw(screen, font, big_font, game)
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
