# SOURCE: ../galaga_3.py
# FAILURE: restarts: R at frame 4620 of the script's player, seed 0: 'GAME OVER' is still there

"""Galaga: wasps whirl in, hover in rows and spiral down at your ship.

Left and right arrows steer, space shoots, two shots at most. The rows are
worth 150, 80, 50 and 50 points, double while a wasp whirls. Three ships.

A whirl is a list of places, one for each frame, that is worked out at takeoff:
a straight line with a turning arm added to it, which winds it into loops.
"""

import math
import random

import pygame
from pygame import Vector2

WIDTH, HEIGHT = 480, 640
BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
WHITE = (235, 235, 235)
RED = (255, 60, 90)
BLUE = (60, 170, 255)
ROWS = [(150, (190, 90, 255)), (80, (255, 80, 120)), (50, BLUE), (50, BLUE)]  # points, wings


def whirl(start, end, radius, turns, frames):
    places = []
    for frame in range(frames):
        part = frame / frames
        arm = Vector2(0, -radius).rotate(360 * turns * part)
        places.append(start.lerp(end, part) + arm + (0, radius))
    return places


class Wasp:
    def __init__(self, row, column, frames):
        self.points, self.color = ROWS[row]
        self.home = Vector2(WIDTH / 2 + 50 * (column - 3), 90 + 42 * row)
        side = 1 if row % 2 else -1
        start = Vector2(WIDTH / 2 - 260 * side, 120)
        wait = 140 * row + 14 * column
        self.way = [start] * wait + whirl(start, Vector2(WIDTH / 2 + 60 * side, 200), 80, 2 * side, frames)
        self.pos = start
        self.is_home = False

    def dive(self, ship, frames):
        end = Vector2(ship.x, HEIGHT + 30)
        self.way = whirl(self.pos, end, 60, random.choice((-2, 2)), frames)
        self.is_home = False

    def move(self, place):
        if self.way:
            self.pos = self.way.pop(0)
        else:
            if self.pos.y > HEIGHT:
                self.pos.y = -20
            self.pos = self.pos.move_towards(place, 5)
            self.is_home = self.pos == place

    def draw(self, screen, beat):
        x, y = self.pos
        for side in (-1, 1):
            tip = 20 if beat else 16
            wing = [(x, y), (x + side * tip, y - 14), (x + side * tip, y - 2), (x + side * 12, y + 8)]
            pygame.draw.polygon(screen, self.color, wing)
            pygame.draw.line(screen, WHITE, (x, y + 4), (x + side * 7, y + 15), 2)
        pygame.draw.ellipse(screen, GREEN, (x - 5, y - 10, 10, 22))
        pygame.draw.line(screen, BLACK, (x - 5, y + 3), (x + 4, y + 3), 2)
        pygame.draw.circle(screen, WHITE, (x, y - 7), 5)


class App:
    def __init__(self):
        pygame.init()
        self.screen = pygame.display.set_mode((WIDTH, HEIGHT))
        pygame.display.set_caption("Galaga")
        self.font = pygame.font.Font(None, 26)
        self.big_font = pygame.font.Font(None, 64)
        self.new_game()

    def new_game(self):
        self.score = 0
        self.ships = 3
        self.stage = 0
        self.frame = 0
        self.break_frames = 0
        self.ship = Vector2(WIDTH / 2, HEIGHT - 70)
        self.wasps = []
        self.shots = []
        self.stingers = []

    def new_stage(self):
        self.stage += 1
        self.whirl_frames = max(100, 180 - 12 * self.stage)
        self.wasps = [Wasp(row, column, self.whirl_frames) for row in range(4) for column in range(7)]

    def shoot(self):
        if len(self.shots) < 2:
            self.shots.append(self.ship - (0, 16))

    def update(self):
        if self.break_frames:
            self.break_frames -= 1
            return
        if not self.wasps:
            self.new_stage()
        self.frame += 1
        keys = pygame.key.get_pressed()
        self.ship.x += 4.5 * (keys[pygame.K_RIGHT] - keys[pygame.K_LEFT])
        self.ship.x = max(24, min(WIDTH - 24, self.ship.x))
        self.move_wasps()
        self.move_shots()
        for pos in self.stingers + [wasp.pos for wasp in self.wasps]:
            if self.ship.distance_to(pos) < 20:
                self.lose_ship()
                break

    def move_wasps(self):
        sway = Vector2(45 * math.sin(self.frame / 60), 0)
        for wasp in self.wasps:
            wasp.move(wasp.home + sway)
            is_near = 0 < wasp.pos.x < WIDTH and wasp.pos.y < 380
            if wasp.way and is_near and random.random() < 0.003 + 0.002 * self.stage:
                self.stingers.append(wasp.pos.copy())
        waiting = [wasp for wasp in self.wasps if wasp.is_home]
        if waiting and len(self.wasps) - len(waiting) <= self.stage and random.random() < 0.03:
            random.choice(waiting).dive(self.ship, self.whirl_frames)

    def move_shots(self):
        for stinger in self.stingers:
            stinger.y += 4.5
        self.stingers = [stinger for stinger in self.stingers if stinger.y < HEIGHT]
        for shot in list(self.shots):
            shot.y -= 10
            for wasp in list(self.wasps):
                if shot in self.shots and wasp.pos.distance_to(shot) < 18:
                    self.wasps.remove(wasp)
                    self.shots.remove(shot)
                    self.score += wasp.points if wasp.is_home else 2 * wasp.points
        self.shots = [shot for shot in self.shots if shot.y > 40]

    def lose_ship(self):
        self.ships -= 1
        self.break_frames = 60
        self.stingers.clear()
        for wasp in self.wasps:
            if wasp.pos.distance_to(self.ship) < 300:
                wasp.way = []
                wasp.pos = Vector2(wasp.home.x, -20)

    def write(self, font, text, color, y):
        image = font.render(text, True, color)
        self.screen.blit(image, image.get_rect(center=(WIDTH // 2, y)))

    def draw(self):
        self.screen.fill(BLACK)
        for wasp in self.wasps:
            wasp.draw(self.screen, self.frame % 20 < 10)
        for shot in self.shots:
            pygame.draw.line(self.screen, WHITE, shot, shot + (0, 10), 3)
        for stinger in self.stingers:
            pygame.draw.line(self.screen, RED, stinger, stinger - (0, 10), 3)
        x, y = self.ship
        hull = [(x, y - 18), (x + 7, y + 2), (x + 20, y + 14), (x, y + 9), (x - 20, y + 14), (x - 7, y + 2)]
        pygame.draw.polygon(self.screen, RED if self.break_frames else GREEN, hull)
        pygame.draw.circle(self.screen, WHITE, (x, y), 4)
        self.write(self.font, f"SCORE {self.score}     SHIPS {self.ships}     STAGE {self.stage}", GREEN, 22)
        self.write(self.font, "ARROWS: STEER    SPACE: SHOOT", GREEN, HEIGHT - 20)
        if not self.ships:
            self.screen.fill(BLACK, (0, 230, WIDTH, 160))
            self.write(self.big_font, "GAME OVER", RED, 265)
            self.write(self.font, f"FINAL SCORE {self.score}", WHITE, 315)
            self.write(self.font, "R: PLAY AGAIN    Q: QUIT", GREEN, 355)
        pygame.display.flip()

    def run(self):
        clock = pygame.time.Clock()
        while True:
            for event in pygame.event.get():
                if event.type == pygame.QUIT:
                    return
                if event.type == pygame.KEYDOWN and self.ships:
                    if event.key == pygame.K_SPACE:
                        self.shoot()
                elif event.type == pygame.KEYDOWN:
                    if event.key == pygame.K_F5:
                        self.new_game()
                    if event.key == pygame.K_q:
                        return
            if self.ships:
                self.update()
            self.draw()
            clock.tick(60)


def main():
    app = App()
    app.run()
    pygame.quit()


if __name__ == "__main__":
    main()
