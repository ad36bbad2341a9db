# SOURCE: ../centipede_scorpion_snail.py
# FAILURE: closes: window closed at frame 60: it runs on after frame 121

"""Centipede: shoot the centipede before it gets down to you.

The arrow keys move, SPACE fires. A head brings 100 points, a segment 10, a
mushroom 1, the spider 300 to 900.

All segments crawl by the same rule, so they follow each other, and turn round at
the mushroom that a hit one leaves, but plunge down at one that the scorpion (1000)
has poisoned. The snail (500) eats them.
"""

import random

import pygame

CELL = 24
WIDTH, HEIGHT = 528, 648
TOP = 48
ZONE = pygame.Rect(0, 19 * CELL, WIDTH, 6 * CELL)
SPEEDS = (3, 4, 6, 8)  # divide CELL

GREEN = (0, 255, 65)
WHITE = (235, 235, 235)
RED = (255, 70, 70)
YELLOW = (255, 220, 60)
PINK = (255, 90, 200)


def cell_of(x, y):
    return x // CELL, y // CELL


class Segment(pygame.Rect):
    def __init__(self, x, is_head):
        super().__init__(x, TOP, CELL, CELL)
        self.side = self.down = 1
        self.is_head = is_head
        self.plunges = False

    def crawl(self, mushrooms, poisoned, speed):
        ahead = self.x + self.side * CELL
        is_free = 0 <= ahead < WIDTH and cell_of(ahead, self.y) not in mushrooms
        if self.x < 0 or self.x % CELL or is_free and not self.plunges:
            self.x += self.side * speed
            return
        self.plunges = self.bottom < ZONE.bottom and (self.plunges or cell_of(ahead, self.y) in poisoned)
        if self.plunges:
            self.y += 8
            return
        self.side = -self.side
        if self.y == ZONE.y:
            self.down = 1
        elif self.bottom == ZONE.bottom:
            self.down = -1
        self.y += self.down * CELL


class Game:
    def __init__(self):
        self.score, self.level, self.lives = 0, 1, 3
        cells = [(x, y) for x in range(22) for y in range(3, 24)]
        self.mushrooms = dict.fromkeys(random.sample(cells, 40), 4)  # hits left
        self.poisoned = set()
        self.start_level()

    def start_level(self):
        self.ship = pygame.Rect(WIDTH // 2 - 9, ZONE.bottom - 20, 18, 18)
        self.shot = None
        self.segments = [Segment(-CELL * number, number == 0) for number in range(12)]
        self.segments += [Segment(CELL * 4 * number, True) for number in range(1, self.level)]
        self.send_spider()
        self.send_scorpion()
        self.snail = pygame.Rect(WIDTH, CELL * random.randrange(6, 18), CELL, CELL)
        self.shell = 3
        self.pause = 0

    def send_spider(self):
        self.spider = pygame.Rect(-200, 500, 24, 18)
        self.spider_way = 2, 3

    def send_scorpion(self):
        self.scorpion = pygame.Rect(-200, CELL * random.randrange(6, 18), CELL, CELL)

    def update(self, keys):
        if self.pause:
            self.pause -= 1
            if not self.pause:
                self.start_level()
            return
        self.move_ship(4 * (keys[pygame.K_RIGHT] - keys[pygame.K_LEFT]), 0)
        self.move_ship(0, 4 * (keys[pygame.K_DOWN] - keys[pygame.K_UP]))
        if keys[pygame.K_SPACE] and not self.shot:
            self.shot = pygame.Rect(self.ship.centerx - 1, self.ship.y - 8, 3, 12)
        for segment in self.segments:
            segment.crawl(self.mushrooms, self.poisoned, SPEEDS[min(self.level, 4) - 1])
        self.move_spider()
        self.scorpion.x += 2
        self.poisoned.add(cell_of(*self.scorpion.center))
        self.poisoned &= self.mushrooms.keys()
        if self.scorpion.x > WIDTH:
            self.send_scorpion()
        self.snail.x -= 1
        self.mushrooms.pop(cell_of(*self.snail.center), None)
        if self.shot:
            self.move_shot()
        if self.ship.collidelist([*self.segments, self.spider]) >= 0:
            self.lives -= 1
            self.pause = 60
        elif not self.segments:
            self.level += 1
            self.start_level()

    def move_ship(self, dx, dy):
        moved = self.ship.move(dx, dy)
        if ZONE.contains(moved) and cell_of(*moved.center) not in self.mushrooms:
            self.ship = moved

    def move_spider(self):
        self.spider.move_ip(self.spider_way)
        dy = self.spider_way[1]
        self.mushrooms.pop(cell_of(*self.spider.center), None)
        if random.random() < 0.03 or not ZONE.y < self.spider.y + dy < ZONE.bottom - 18:
            self.spider_way = random.choice((0, 2, 2)), -dy
        if self.spider.x > WIDTH:
            self.send_spider()

    def move_shot(self):
        self.shot.y -= 14
        cell = cell_of(*self.shot.midtop)
        number = self.shot.collidelist(self.segments)
        if number >= 0:
            self.hit_segment(number)
        elif self.shot.colliderect(self.spider):
            self.score += 300 * max(1, 3 - (self.ship.y - self.spider.y) // 50)
            self.send_spider()
        elif self.shot.colliderect(self.scorpion):
            self.score += 1000
            self.send_scorpion()
        elif self.shot.colliderect(self.snail):
            self.shell -= 1
            if not self.shell:
                self.score += 500
                self.snail.x = -CELL
        elif cell in self.mushrooms:
            self.mushrooms[cell] -= 1
            if not self.mushrooms[cell]:
                del self.mushrooms[cell]
                self.score += 1
        elif self.shot.y > TOP:
            return
        self.shot = None

    def hit_segment(self, number):
        segment = self.segments.pop(number)
        self.score += 100 if segment.is_head else 10
        if segment.bottom < ZONE.bottom:  # the lowest row stays free
            self.mushrooms[cell_of(*segment.center)] = 4
        if number < len(self.segments):
            self.segments[number].is_head = True


def draw_segment(screen, segment):
    x, y = segment.center
    for dx in (-5, 5):
        pygame.draw.line(screen, YELLOW, (x - dx, y - 12), (x + dx, y + 12), 2)
    pygame.draw.circle(screen, RED if segment.is_head else GREEN, (x, y), 11)
    if segment.is_head:
        for dx in (-4, 4):
            pygame.draw.circle(screen, WHITE, (x + dx, y + 4), 3)


def draw(screen, font, big_font, game):
    screen.fill((0, 0, 0))
    for (x, y), hits in game.mushrooms.items():
        screen.fill(WHITE, (x * CELL + 8, y * CELL + 3, 8, 8 + 3 * hits))
        color = YELLOW if (x, y) in game.poisoned else PINK
        pygame.draw.rect(screen, color, (x * CELL + 2, y * CELL + 2, 20, 3 * hits), border_radius=8)
    for segment in game.segments:
        draw_segment(screen, segment)
    x, y = game.spider.center
    for dx in (-16, -9, 9, 16):
        pygame.draw.lines(screen, YELLOW, False, [(x, y), (x + dx, y - 10), (x + dx, y + 9)], 2)
    pygame.draw.circle(screen, RED, (x, y), 8)
    x, y = game.scorpion.center
    pygame.draw.ellipse(screen, WHITE, (x - 12, y - 2, 26, 11))
    pygame.draw.lines(screen, WHITE, False, [(x - 9, y), (x - 18, y - 3), (x - 12, y - 12)], 4)
    x, y = game.snail.center
    pygame.draw.ellipse(screen, GREEN, (x - 16, y + 3, 30, 8))
    pygame.draw.circle(screen, GREEN, (x - 14, y - 2), 4)
    pygame.draw.circle(screen, PINK, (x + 2, y - 2), 11, 3 * game.shell)
    if game.shot:
        screen.fill(YELLOW, game.shot)
    x, y = game.ship.center
    color = RED if game.pause else GREEN
    pygame.draw.polygon(screen, color, [(x, y - 13), (x + 9, y + 9), (x - 9, y + 9)])
    write(screen, font, f"SCORE {game.score}   LEVEL {game.level}   LIVES {game.lives}", GREEN, 22)
    write(screen, font, "ARROWS: MOVE   SPACE: FIRE", WHITE, HEIGHT - 22)
    if not game.lives:
        screen.fill("black", (0, 200, WIDTH, 160))
        write(screen, big_font, "GAME OVER", RED, 235)
        write(screen, font, f"FINAL SCORE {game.score}", WHITE, 290)
        write(screen, font, "R: PLAY AGAIN   Q: QUIT", GREEN, 330)
    pygame.display.flip()


def write(screen, font, text, color, y):
    image = font.render(text, True, color)
    screen.blit(image, image.get_rect(center=(WIDTH // 2, y)))


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Centipede")
    clock = pygame.time.Clock()
    font, big_font = pygame.font.Font(None, 28), pygame.font.Font(None, 64)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            key = event.key if event.type == pygame.KEYDOWN and not game.lives else None
            if event.type == pygame.WINDOWLEAVE or key == pygame.K_q:
                running = False
            elif key == pygame.K_r:
                game = Game()
        if game.lives:
            game.update(pygame.key.get_pressed())
        draw(screen, font, big_font, game)
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
