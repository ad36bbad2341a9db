# SOURCE: ../bomberman.py
# FAILURE: scores: SCORE: player 0, idle play as long would have 0, seed 0

"""Bomberman: blow up all enemies and leave the level by the exit E, which bricks hide.

Arrow keys walk, SPACE lays a bomb. B: another bomb, R: more range. Three lives.

The field is a dict from cells (x, y) to marks: # stone, + brick, B, R, E. Bombs and flames
are dicts from cells to the time when they end.
"""

import random

import pygame
from pygame import Vector2

SIZE = 40
CELLS = [(x, y) for y in range(13) for x in range(15)]
KEYS = {(0, -1): pygame.K_UP, (-1, 0): pygame.K_LEFT, (0, 1): pygame.K_DOWN, (1, 0): pygame.K_RIGHT}
BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
WHITE = (235, 235, 235)  # of ghosts, whom bricks do not stop
PINK = (255, 120, 220)
RED = (255, 70, 70)
YELLOW = (255, 220, 60)


class Walker:
    """The man or an enemy, on the way to a cell."""

    def __init__(self, cell, speed, color):
        self.cell, self.place, self.way = cell, Vector2(cell), (0, 0)
        self.speed, self.color = speed, color

    def walks_in(self):
        self.place = self.place.move_towards(self.cell, self.speed)
        return self.place == self.cell

class Game:
    def __init__(self):
        self.score, self.lives, self.level = 0, 3, 1
        self.most_bombs, self.reach, self.time = 1, 2, 0
        self.new_level()

    def new_level(self):
        """Build a field with enemies, for a level or after a lost life."""
        self.field = {(x, y): "#" if x % 14 * (y % 12) == 0 or x % 2 == y % 2 == 0 else " " for x, y in CELLS}
        cells = [cell for cell in CELLS if self.field[cell] == " " and sum(cell) > 3]
        random.shuffle(cells)
        self.field.update(dict.fromkeys(cells[:50], "+"))
        self.hidden = dict(zip(cells, "EBRBR"))  # under the first bricks
        far = sorted(cells[50:], key=sum, reverse=True)
        speed = 0.025 + 0.005 * self.level
        self.enemies = [Walker(far[i], speed, PINK if i % 3 else WHITE) for i in range(2 + self.level)]
        self.man = Walker((1, 1), 0.08, GREEN)
        self.bombs, self.flames = {}, {}

    def ways(self, walker):
        """Return the ways that a walker can go, each with the next cell."""
        ways, walls = {}, "#" if walker.color == WHITE else "#+"
        for dx, dy in KEYS:
            cell = walker.cell[0] + dx, walker.cell[1] + dy
            if self.field[cell] not in walls and cell not in self.bombs:
                ways[dx, dy] = cell
        return ways

    def explode(self, bomb):
        del self.bombs[bomb]
        self.flames[bomb] = self.time + 30
        for dx, dy in KEYS:
            for step in range(1, self.reach + 1):
                cell = bomb[0] + dx * step, bomb[1] + dy * step
                if self.field[cell] == "#":
                    break
                self.flames[cell] = self.time + 30
                if cell in self.bombs:
                    self.bombs[cell] = self.time
                if self.field[cell] == "+":
                    self.field[cell] = self.hidden.get(cell, " ")
                    self.score += 10
                    break

    def is_burnt(self, walker):
        return self.flames.get((round(walker.place.x), round(walker.place.y)), 0) > self.time

    def update(self, keys):
        self.time += 1
        for cell in [cell for cell, end in self.bombs.items() if end <= self.time]:
            self.explode(cell)
        man = self.man
        if man.walks_in():
            self.take()
            if keys[pygame.K_KP0] and len(self.bombs) < self.most_bombs:
                self.bombs.setdefault(man.cell, self.time + 150)
            for way, cell in self.ways(man).items():
                if keys[KEYS[way]]:
                    man.cell = cell
        self.move_enemies()
        is_met = any(enemy.place.distance_to(man.place) < 0.7 for enemy in self.enemies)
        if is_met or self.is_burnt(man):
            self.lives -= 1
            if self.lives:
                self.new_level()

    def move_enemies(self):
        """Ghosts come nearer; others go straight on, and turn now and then."""
        for enemy in self.enemies[:]:
            ways = self.ways(enemy)
            if self.is_burnt(enemy):
                self.enemies.remove(enemy)
                self.score += 100
            elif enemy.walks_in() and ways:
                if enemy.color == WHITE:
                    enemy.way = min(ways, key=lambda way: self.man.place.distance_to(ways[way]))
                elif enemy.way not in ways or random.random() < 0.2:
                    enemy.way = random.choice(list(ways))
                enemy.cell = ways[enemy.way]

    def take(self):
        mark = self.field[self.man.cell]
        if mark in "BR":
            self.field[self.man.cell] = " "
            self.score += 50
            self.most_bombs += mark == "B"
            self.reach += mark == "R"
        elif mark == "E" and not self.enemies:
            self.score += 500
            self.level += 1
            self.new_level()


def draw_cell(screen, font, game, cell):
    box = pygame.Rect(cell[0] * SIZE, cell[1] * SIZE + 40, SIZE, SIZE)
    mark = game.field[cell]
    if mark == "#":
        pygame.draw.rect(screen, (80, 90, 100), box.inflate(-2, -2), border_radius=6)
    elif mark == "+":
        pygame.draw.rect(screen, (190, 90, 40), box.inflate(-2, -2), border_radius=3)
        pygame.draw.line(screen, BLACK, box.midleft, box.midright, 3)
        pygame.draw.line(screen, BLACK, box.midtop, box.center, 3)
    elif mark != " ":
        pygame.draw.rect(screen, GREEN, box.inflate(-6, -6), 3)
        screen.blit(font.render(mark, True, GREEN), box.move(14, 11))
    if cell in game.bombs:
        pygame.draw.circle(screen, RED if game.time % 30 < 10 else WHITE, box.center, 14)
    if game.flames.get(cell, 0) > game.time:
        pygame.draw.circle(screen, YELLOW, box.center, 18)


def draw_walker(screen, walker):
    x, y = walker.place * SIZE + (20, 58)
    pygame.draw.rect(screen, walker.color, (x - 12, y, 24, 18), border_radius=4)
    pygame.draw.circle(screen, walker.color, (x, y - 2), 13)
    for side in (-5, 5):
        pygame.draw.circle(screen, BLACK, (x + side, y - 3), 3)


def draw(screen, font, game):
    screen.fill(BLACK)
    for cell in CELLS:
        draw_cell(screen, font, game, cell)
    for walker in [*game.enemies, game.man]:
        draw_walker(screen, walker)
    hud = f"SCORE {game.score}   LEVEL {game.level}   LIVES {game.lives}   BOMBS {game.most_bombs}"
    texts = {12: hud, 572: f"RANGE {game.reach}   ARROWS: WALK   SPACE: BOMB"}
    if not game.lives:
        pygame.draw.rect(screen, BLACK, (120, 200, 360, 150))
        texts.update({220: "GAME OVER", 265: f"FINAL SCORE {game.score}", 310: "R: PLAY AGAIN   Q: QUIT"})
    for y, text in texts.items():
        screen.blit(font.render(text, True, GREEN), (140, y))
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((600, 600))
    pygame.display.set_caption("Bomberman")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 26)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN and not game.lives:
                if event.key == pygame.K_r:
                    game = Game()
                elif event.key == pygame.K_q:
                    running = False
        if game.lives:
            game.update(pygame.key.get_pressed())
        draw(screen, font, game)
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
