# SOURCE: ../centipede_1.py
# FAILURE: restarts: R at frame 9179 of the script's player, seed 0: ' GAME OVER ' is still there

"""Centipede: shoot the centipede to pieces before it gets to you.

Arrow keys move, SPACE fires. Heads bring 100 points, other segments 10, mushrooms
1, the spider 300 to 900.

A worm is the list of its head's steps, with a segment at every twentieth. Cut it in
two, and there are two worms.
"""

import math
import random

import pygame

TILE = 20
WIDE, HIGH = 600, 640
HOME, LAST = 23, 29  # rows

GREEN, GOLD, ORANGE = (0, 255, 65), (255, 215, 70), (255, 130, 40)
BLUE, CREAM = (90, 190, 255), (250, 240, 215)


def tile_at(x, y):
    return x // TILE, y // TILE


class Garden:
    def __init__(self):
        self.score, self.lives, self.ticks = 0, 3, 0
        self.caps = {}  # mushrooms: tile -> hits left
        for _ in range(50):
            self.caps[random.randrange(30), random.randrange(3, LAST)] = 4
        self.start(1)

    def start(self, level):
        self.level = level
        self.gun = WIDE // 2, LAST * TILE + 10
        self.shot = None
        self.spider_x = -200
        self.waiting = 0
        # A step: place, ways to the side and down, pixels to the next row.
        self.worms = [[(10 - step, 50, 1, 1, 0) for step in range(12 * TILE)]]
        self.worms += [[(10 + 80 * number, 50, -1, 1, 0)] * TILE for number in range(1, level)]

    def spider(self):
        return self.spider_x, 470 + abs(self.ticks * 3 % 240 - 120)

    def next_step(self, x, y, side, down, sinking):
        if sinking:
            return x, y + down, side, down, sinking - 1
        column, row = tile_at(x + side * TILE, y)
        is_free = column != (30 if side > 0 else -1) and (column, row) not in self.caps
        if x % TILE != 10 or is_free:
            return x + side, y, side, down, 0
        if row in (HOME, LAST):
            down = 1 if row == HOME else -1
        return x, y + down, -side, down, TILE - 1

    def tick(self, keys):
        if self.waiting:
            self.waiting -= 1
            if not self.waiting:
                self.start(self.level)
            return
        self.move_gun(4 * (keys[pygame.K_RIGHT] - keys[pygame.K_LEFT]), 0)
        self.move_gun(0, 4 * (keys[pygame.K_DOWN] - keys[pygame.K_UP]))
        if keys[pygame.K_SPACE] and not self.shot:
            self.shot = self.gun
        for worm in self.worms * (2 + self.level):
            worm.insert(0, self.next_step(*worm[0]))
            worm.pop()
        self.ticks += 1
        self.spider_x = self.spider_x + 2 if self.spider_x < WIDE else -random.randrange(300)
        self.caps.pop(tile_at(*self.spider()), None)
        if self.shot:
            self.move_shot()
        dangers = [self.spider()] + [step[:2] for worm in self.worms for step in worm[::TILE]]
        if any(math.dist(danger, self.gun) < 19 for danger in dangers):
            self.lives -= 1
            self.waiting = 50
        elif not self.worms:
            self.start(self.level + 1)

    def move_gun(self, dx, dy):
        x, y = self.gun[0] + dx, self.gun[1] + dy
        if 8 < x < WIDE - 8 and HOME <= y // TILE <= LAST and tile_at(x, y) not in self.caps:
            self.gun = x, y

    def move_shot(self):
        x, y = self.shot = self.shot[0], self.shot[1] - 15
        tile = tile_at(x, y)
        for worm in self.worms:
            for place in range(0, len(worm), TILE):
                if math.dist(worm[place][:2], self.shot) < 14:
                    return self.cut(worm, place)
        if math.dist(self.spider(), self.shot) < 18:
            self.score += 300 * max(1, 3 - (self.gun[1] - y) // 50)
            self.spider_x = -200
        elif tile in self.caps:
            self.caps[tile] -= 1
            if not self.caps[tile]:
                del self.caps[tile]
                self.score += 1
        elif y > 40:
            return
        self.shot = None

    def cut(self, worm, place):
        self.score += 10 if place else 100
        tile = tile_at(*worm[place][:2])
        if tile[1] < LAST:
            self.caps[tile] = 4
        self.worms.remove(worm)
        self.worms += [part for part in (worm[:place], worm[place + TILE :]) if part]
        self.shot = None


def draw_worm(window, worm):
    for x, y, *_ in worm[::TILE]:
        pygame.draw.line(window, CREAM, (x, y - 12), (x, y + 12), 4)
        pygame.draw.circle(window, ORANGE, (x, y), 9)
        pygame.draw.circle(window, GOLD, (x, y), 5)
    x, y, side, *_ = worm[0]
    for dy in (-5, 5):
        pygame.draw.circle(window, CREAM, (x + 6 * side, y + dy), 4)


def draw_garden(window, garden):
    window.fill((0, 0, 0))
    for (column, row), hits in garden.caps.items():
        x, y = column * TILE + 10, row * TILE + 10
        window.fill(CREAM, (x - 3, y, 6, 2 * hits))
        pygame.draw.ellipse(window, GREEN, (x - 9, y - 9, 18, 3 * hits))
    for worm in garden.worms:
        draw_worm(window, worm)
    x, y = garden.spider()
    for dx in (-15, -7, 7, 15):
        pygame.draw.line(window, BLUE, (x - dx, y - 12), (x + dx, y + 12), 2)
    pygame.draw.circle(window, ORANGE, (x, y), 7)
    if garden.shot:
        pygame.draw.circle(window, CREAM, garden.shot, 3)
    x, y = garden.gun
    color = ORANGE if garden.waiting else BLUE
    pygame.draw.polygon(window, color, [(x, y - 12), (x + 9, y + 9), (x - 9, y + 9)])


def write(window, font, text, y):
    image = font.render(text, True, GREEN, "black")
    window.blit(image, image.get_rect(center=(WIDE // 2, y)))


def main():
    pygame.init()
    window = pygame.display.set_mode((WIDE, HIGH))
    pygame.display.set_caption("Centipede")
    clock = pygame.time.Clock()
    font, large = pygame.font.Font(None, 30), pygame.font.Font(None, 70)
    garden = Garden()
    running = True
    while running:
        for event in pygame.event.get():
            key = event.key if event.type == pygame.KEYDOWN and not garden.lives else None
            if event.type == pygame.QUIT or key == pygame.K_q:
                running = False
            if key == pygame.K_F5:
                garden = Garden()
        if garden.lives:
            garden.tick(pygame.key.get_pressed())
        draw_garden(window, garden)
        write(window, font, f"SCORE {garden.score}    LIVES {garden.lives}    LEVEL {garden.level}", 20)
        write(window, font, "ARROWS: MOVE    SPACE: FIRE", 620)
        if not garden.lives:
            write(window, large, " GAME OVER ", 230)
            write(window, font, f"FINAL SCORE {garden.score}", 270)
            write(window, font, " R: PLAY AGAIN   Q: QUIT ", 292)
        pygame.display.flip()
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
