# SOURCE: ../racing.py
# FAILURE: quits: Q at frame 3850 of the script's player, seed 0: it runs on after frame 3992

"""Racing: drive five laps around the circuit and finish ahead of three computer cars.

UP is the gas, DOWN brakes and reverses, LEFT and RIGHT steer. Grass slows you down.
The green ring is the next gate and brings 10 points. The others get faster with every
lap. Only the first place wins.

All cars obey the same physics, and the painted ground tells where the road is.
"""

import random
from itertools import combinations

import pygame
from pygame.math import Vector2

WIDTH, HEIGHT = 780, 620
FPS = 60
LAPS = 5
ROAD = 84  # width
# The corners of the road, from the start line on
GATES = [Vector2(x, y) * 10 for x, y in (
    (43, 53), (16, 53), (8, 45), (8, 18), (15, 11), (29, 11), (36, 18), (36, 30), (43, 37),
    (50, 30), (50, 18), (57, 11), (63, 11), (70, 18), (70, 45), (62, 53),
)]  # fmt: skip

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
WHITE = (235, 235, 235)
GRASS = (0, 32, 12)
GREY = (52, 52, 60)
RIVALS = ((255, 70, 70), (255, 210, 60), (90, 170, 255))


def paint_ground():
    """Paint the grass, the road as many circles, and the start line."""
    ground = pygame.Surface((WIDTH, HEIGHT))
    ground.fill(GRASS)
    for color, radius in ((WHITE, ROAD // 2 + 4), (GREY, ROAD // 2)):
        for number, gate in enumerate(GATES):
            for step in range(40):
                pygame.draw.circle(ground, color, GATES[number - 1].lerp(gate, step / 40), radius)
    for row in range(12):
        pygame.draw.rect(ground, WHITE, (424 + row % 2 * 7, 488 + 7 * row, 7, 7))
    return ground


def paint_car(color):
    """Paint a racing car that looks to the right."""
    picture = pygame.Surface((30, 18), pygame.SRCALPHA)
    pygame.draw.rect(picture, BLACK, (3, 0, 7, 18))
    pygame.draw.rect(picture, BLACK, (20, 0, 7, 18))
    pygame.draw.rect(picture, color, (1, 4, 22, 10))
    pygame.draw.polygon(picture, color, [(22, 4), (29, 9), (22, 13)])
    pygame.draw.circle(picture, WHITE, (13, 9), 3)
    return picture


class Car:
    def __init__(self, color, row, top_speed):
        self.picture = paint_car(color)
        self.position = GATES[0] + (30 + 32 * row, 36 * (row % 2) - 18)
        self.angle = 180
        self.speed = 0
        self.top_speed = top_speed
        self.passed = 0  # gates so far

    def target(self):
        return GATES[(self.passed + 1) % len(GATES)]

    def progress(self):
        return self.passed, -self.position.distance_to(self.target())

    def drive(self, gas, turn, ground):
        """Go on for a frame; gas and turn are from -1 to 1."""
        is_off_road = ground.get_at([int(part) for part in self.position]) == GRASS
        top_speed = 1.1 if is_off_road else self.top_speed
        self.speed += (gas * top_speed - self.speed) * (0.1 if is_off_road else 0.025)
        self.angle += 3.2 * turn * max(-1, min(1, self.speed / 1.5))
        self.position += Vector2(self.speed, 0).rotate(self.angle)
        self.position.x = max(12, min(WIDTH - 12, self.position.x))
        self.position.y = max(12, min(HEIGHT - 12, self.position.y))
        if self.position.distance_to(self.target()) < ROAD * 0.6:
            self.passed += 1

    def drive_itself(self, ground):
        """Steer for the next gate."""
        way = self.target() - self.position
        turn = (way.as_polar()[1] - self.angle + 180) % 360 - 180
        gas = 1 + 0.03 * (self.passed // len(GATES))
        self.drive(gas if abs(turn) < 45 else 0.4, max(-1, min(1, turn / 8)), ground)

    def keep_apart(self, other):
        """Push two cars aside that are nearer than their length."""
        gap = self.position - other.position
        if 0 < gap.length() < 22:
            push = gap * (11 / gap.length() - 0.5)
            self.position += push
            other.position -= push
            self.speed *= 0.96
            other.speed *= 0.96


class Game:
    def __init__(self):
        self.ground = paint_ground()
        self.rivals = [Car(color, row, random.uniform(2.5, 2.75)) for row, color in enumerate(RIVALS)]
        self.player = Car(GREEN, 3, 3.1)
        self.frames = 0
        self.result = ""

    def place(self):
        return 1 + sum(rival.progress() > self.player.progress() for rival in self.rivals)

    def update(self, keys):
        """Move all cars and see whether the race is over."""
        self.frames += 1
        gas = 1 if keys[pygame.K_UP] else -0.5 * keys[pygame.K_DOWN]
        self.player.drive(gas, keys[pygame.K_RIGHT] - keys[pygame.K_LEFT], self.ground)
        for rival in self.rivals:
            rival.drive_itself(self.ground)
        for car, other in combinations([self.player, *self.rivals], 2):
            car.keep_apart(other)
        finish = LAPS * len(GATES)
        if self.player.passed == finish or all(rival.passed >= finish for rival in self.rivals):
            self.result = "YOU WIN" if self.place() == 1 else "GAME OVER"


def draw_text(screen, font, text, color, y):
    picture = font.render(text, True, color)
    screen.blit(picture, picture.get_rect(center=(WIDTH // 2, y)))


def draw(screen, font, big_font, game):
    screen.blit(game.ground, (0, 0))
    pygame.draw.circle(screen, GREEN, game.player.target(), ROAD // 2, 3)
    for car in [*game.rivals, game.player]:
        picture = pygame.transform.rotate(car.picture, -car.angle)
        screen.blit(picture, picture.get_rect(center=car.position))
    lap = min(LAPS, 1 + game.player.passed // len(GATES))
    standing = f"PLACE {game.place()}   SCORE {10 * game.player.passed}"
    hud = f"LAP {lap}/{LAPS}   {standing}   TIME {game.frames // FPS}"
    draw_text(screen, font, hud, GREEN, 30)
    draw_text(screen, font, "UP GAS   DOWN BRAKE   LEFT RIGHT STEER", WHITE, 600)
    if game.result:
        pygame.draw.rect(screen, BLACK, (230, 210, 320, 160))
        draw_text(screen, big_font, game.result, GREEN, 250)
        draw_text(screen, font, standing, WHITE, 305)
        draw_text(screen, font, "R: RACE AGAIN   Q: QUIT", WHITE, 345)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Racing")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 28)
    big_font = pygame.font.Font(None, 72)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN and game.result:
                if event.key == pygame.K_r:
                    game = Game()
                elif event.key == pygame.K_ESCAPE:
                    running = False
        if not game.result:
            game.update(pygame.key.get_pressed())
        draw(screen, font, big_font, game)
        clock.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
