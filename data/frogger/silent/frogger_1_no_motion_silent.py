# SOURCE: ../frogger_1.py
# FAILURE: fair: lasts 1200 frames or wins with 2 of 5 seeds

"""Frogger: bring frogs through the traffic and over the stream to the five homes.

The arrow keys hop. Stay clear of the cars, and cross the stream on trunks and turtles:
fading turtles are about to dive. New row: 10 points; home: 50 and 5 for each second
left of 30. Three lost frogs end the game; five homes make a new, faster round.

Cars and swimmers are sprites that go round a loop longer than the screen is wide.
"""

import random

import pygame

TILE = 46
COLS, ROWS = 13, 13
TOP = 44
SIZE = COLS * TILE, TOP + ROWS * TILE
LOOP = (COLS + 5) * TILE
FPS = 60
HOME_COLS = [0, 3, 6, 9, 12]

LIME = (0, 255, 65)
WHITE = (240, 240, 240)
RED = (255, 60, 80)
BANK = (0, 60, 30)
TIMBER = (190, 120, 60)

# row, tiles, how many on the loop, speed, color
LANES = [
    (1, 4, 3, 1.6, TIMBER),
    (2, 2, 5, -1.1, LIME),
    (3, 5, 2, 2.2, TIMBER),
    (4, 3, 3, 1.0, TIMBER),
    (5, 3, 4, -1.7, LIME),
    (7, 2, 3, -1.4, (255, 150, 50)),
    (8, 1, 2, 3.0, (0, 220, 255)),
    (9, 2, 3, -1.2, (250, 240, 70)),
    (10, 1, 4, 1.6, (255, 90, 220)),
    (11, 1, 4, -1.3, (120, 140, 255)),
]
KEYS = {pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1)}


def neon(image, color, box, radius):
    """Paint a dark body with a bright edge."""
    pygame.draw.rect(image, [part // 4 for part in color], box, border_radius=radius)
    pygame.draw.rect(image, color, box, 2, border_radius=radius)


class Drifter(pygame.sprite.Sprite):
    """A car, a trunk or a row of turtles."""

    def __init__(self, row, tiles, x, speed, color, dives):
        super().__init__()
        self.x, self.speed, self.dives, self.age = x, speed, dives, 0
        self.image = pygame.Surface((tiles * TILE, TILE), pygame.SRCALPHA)
        box = self.image.get_rect().inflate(-4, -14)
        if color == LIME:
            for x in range(TILE // 2, tiles * TILE, TILE):
                neon(self.image, color, (x - 19, 19, 12, 8), 4)
                neon(self.image, color, (x - 12, 9, 28, 28), 12)
        elif color == TIMBER:
            neon(self.image, color, box, 12)
            pygame.draw.line(self.image, color, (20, 20), (box.right - 30, 20), 2)
        else:
            neon(self.image, color, box, 8)
            pygame.draw.rect(self.image, color, (box.right - 18 if speed > 0 else 12, 13, 7, 20))
            for y in (5, 37):
                pygame.draw.line(self.image, WHITE, (10, y), (box.right - 10, y), 3)
        self.rect = self.image.get_rect(top=TOP + row * TILE)

    def update(self, rush):
        self.x = (self.x + self.speed * rush) % LOOP
        self.rect.x = self.x - 5 * TILE
        if self.dives:
            self.age = (self.age + 1) % 400
            self.image.set_alpha(255 if self.age < 240 else 130 if self.is_up() else 30)

    def is_up(self):
        return self.age < 310


class Frog(pygame.sprite.Sprite):
    def __init__(self):
        super().__init__()
        self.image = pygame.Surface((TILE, TILE), pygame.SRCALPHA)
        for side in (-1, 1):
            x = 23 + 13 * side
            pygame.draw.lines(self.image, LIME, False, [(x, 8), (23 + 6 * side, 17), (23, 25)], 5)
            pygame.draw.lines(self.image, LIME, False, [(23, 28), (x, 30), (x - 3 * side, 40)], 5)
        pygame.draw.ellipse(self.image, LIME, (13, 11, 20, 27))
        for x in (18, 28):
            pygame.draw.circle(self.image, WHITE, (x, 14), 4)
            pygame.draw.circle(self.image, (0, 0, 0), (x, 13), 2)
        self.back_to_start()

    def back_to_start(self):
        self.x = SIZE[0] / 2
        self.row = self.furthest = ROWS - 1
        self.time_left = 30 * FPS

    @property
    def rect(self):
        return self.image.get_rect(center=(self.x, TOP + (self.row + 0.5) * TILE))


class Game:
    def __init__(self):
        self.cars = pygame.sprite.Group()
        self.swimmers = pygame.sprite.Group()
        for row, tiles, count, speed, color in LANES:
            group = self.swimmers if row < 6 else self.cars
            start = random.randrange(LOOP)
            for number in range(count):
                dives = color == LIME and number == 0
                group.add(Drifter(row, tiles, start + number * LOOP / count, speed, color, dives))
        self.frog = Frog()
        self.homes = set()
        self.points, self.frogs, self.round = 0, 3, 1
        self.flash = 0  # red frames after a frog is lost

    def rush(self):
        return 1 + 0.15 * (self.round - 1)

    def hop(self, right, down):
        frog = self.frog
        frog.x = min(max(frog.x + right * TILE, TILE / 2), SIZE[0] - TILE / 2)
        frog.row = min(frog.row + down, ROWS - 1)
        if frog.row < frog.furthest:
            frog.furthest = frog.row
            self.points += 10
        if frog.row == 0:
            self.arrive()

    def arrive(self):
        """Take the frog home if an empty one is near enough."""
        for col in HOME_COLS:
            if col not in self.homes and abs(self.frog.x - (col + 0.5) * TILE) < TILE * 0.6:
                self.homes.add(col)
                self.points += 50 + self.frog.time_left // FPS * 5
                self.frog.back_to_start()
                if len(self.homes) == 5:
                    self.homes.clear()
                    self.round += 1
                return
        self.lose_frog()

    def lose_frog(self):
        self.frogs -= 1
        self.flash = 20
        self.frog.back_to_start()

    def update(self):
        self.cars.update(self.rush())
        self.swimmers.update(self.rush())
        self.flash = max(0, self.flash - 1)
        frog = self.frog
        frog.time_left -= 1
        # Half the frog's size decides, so that a near miss is a miss.
        core = frog.rect.inflate(-TILE // 2, -TILE // 2)
        is_lost = frog.time_left <= 0 or any(car.rect.colliderect(core) for car in self.cars)
        if 0 < frog.row < 6:
            rafts = [it for it in self.swimmers if it.rect.colliderect(core) and it.is_up()]
            if rafts:
                frog.x + rafts[0].speed * self.rush()
            is_lost = is_lost or not rafts or not 0 < frog.x < SIZE[0]
        if is_lost:
            self.lose_frog()

    def draw(self, screen):
        screen.fill((40, 0, 10) if self.flash else (0, 0, 0))
        for y in range(TOP + TILE + 10, TOP + 6 * TILE, 23):
            for x in range(y % 40, SIZE[0], 60):
                pygame.draw.line(screen, (30, 70, 190), (x, y), (x + 22, y), 2)
        for row in (0, 6, 12):
            pygame.draw.rect(screen, BANK, (0, TOP + row * TILE, SIZE[0], TILE))
        for col in HOME_COLS:
            nest = pygame.Rect(col * TILE, TOP, TILE, TILE)
            pygame.draw.rect(screen, (0, 0, 0), nest)
            pygame.draw.rect(screen, LIME, nest, 2)
            if col in self.homes:
                screen.blit(self.frog.image, nest)
        self.swimmers.draw(screen)
        self.cars.draw(screen)
        screen.blit(self.frog.image, self.frog.rect)


def write(screen, font, text, color, x, y):
    image = font.render(text, True, color, (0, 0, 0))
    screen.blit(image, image.get_rect(center=(x, y)))


def main():
    pygame.init()
    screen = pygame.display.set_mode(SIZE)
    pygame.display.set_caption("Frogger - arrow keys hop")
    font, huge = pygame.font.Font(None, 30), pygame.font.Font(None, 90)
    clock = pygame.time.Clock()
    game = Game()
    while True:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                pygame.quit()
                return
            if event.type != pygame.KEYDOWN:
                continue
            if game.frogs and event.key in KEYS:
                game.hop(*KEYS[event.key])
            elif not game.frogs and event.key == pygame.K_r:
                game = Game()
            elif not game.frogs and event.key == pygame.K_q:
                pygame.quit()
                return
        if game.frogs:
            game.update()
        game.draw(screen)
        left = game.frog.time_left
        hud = f"POINTS {game.points}", f"ROUND {game.round}", f"FROGS {game.frogs}", f"TIME {left // FPS}"
        for number, text in enumerate(hud):
            write(screen, font, text, WHITE, 85 + 145 * number, 20)
        pygame.draw.rect(screen, LIME if left > 8 * FPS else RED, (0, TOP - 6, left // 3, 6))
        if not game.frogs:
            write(screen, huge, " GAME OVER ", RED, SIZE[0] // 2, 270)
            write(screen, font, f" YOU MADE {game.points} POINTS ", WHITE, SIZE[0] // 2, 345)
            write(screen, font, " R: PLAY AGAIN    Q: QUIT ", WHITE, SIZE[0] // 2, 385)
        pygame.display.flip()
        clock.tick(FPS)


if __name__ == "__main__":
    main()
