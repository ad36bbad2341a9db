# SOURCE: ../tron_jump.py
# FAILURE: scores: YOU: player 0, idle play as long would have 0, seed 0

"""Tron: ride a light cycle and make the computer crash before you do.

Arrow keys turn. SPACE jumps over two cells and their trails, three times in a round.
Every cycle leaves a trail; riding into a trail or the border is a
crash and a point for the other one. First to three points wins, and every round is
faster.

The cycles step from cell to cell. Trails are a set of cells and are painted once on a
picture of the floor.
"""

import random
from dataclasses import dataclass

import pygame

CELL = 13
COLUMNS, ROWS = 50, 36
LEFT, TOP = 20, 60
SIZE = (690, 576)
FPS = 60

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
ORANGE = (255, 140, 40)
WHITE = (235, 235, 235)
WAYS = {pygame.K_KP8: (0, -1), pygame.K_RIGHT: (1, 0), pygame.K_DOWN: (0, 1), pygame.K_LEFT: (-1, 0)}


@dataclass
class Rider:
    color: tuple
    x: int
    y: int
    way: tuple
    crashed: bool = False

    def ahead(self, way):
        return self.x + way[0], self.y + way[1]


class Game:
    def __init__(self):
        self.you = self.cpu = self.round = 0
        self.over = False
        self.start_round()

    def start_round(self):
        self.round += 1
        self.riders = [Rider(GREEN, 12, ROWS // 2, (1, 0)), Rider(ORANGE, COLUMNS - 13, ROWS // 2, (-1, 0))]
        self.floor = pygame.Surface((COLUMNS * CELL, ROWS * CELL))
        for x in range(0, COLUMNS * CELL, 26):
            for y in range(0, ROWS * CELL, 26):
                pygame.draw.rect(self.floor, (18, 30, 38), (x, y, 26, 26), 1)
        self.trails = set()
        for rider in self.riders:
            self.leave_trail(rider)
        self.turns = []  # turns that the player has asked for
        self.jumps = 3
        self.air = 0  # cells that the player still flies over
        self.result = ""
        self.pause = 60  # frames until something happens

    def leave_trail(self, rider):
        self.trails.add((rider.x, rider.y))
        pygame.draw.rect(self.floor, rider.color, (rider.x * CELL + 1, rider.y * CELL + 1, 12, 12))

    def jump(self):
        if self.jumps and not (self.air or self.result or self.pause > 0):
            self.jumps -= 1
            self.air = 3

    def is_inside(self, cell):
        return 0 <= cell[0] < COLUMNS and 0 <= cell[1] < ROWS

    def is_free(self, cell):
        return self.is_inside(cell) and cell not in self.trails

    def room(self, cell, most):
        """Count the free cells that can be reached from a cell, up to so many."""
        found = [cell] * self.is_free(cell)
        seen = set(found)
        for x, y in found:
            for dx, dy in WAYS.values():
                near = (x + dx, y + dy)
                if near not in seen and self.is_free(near):
                    seen.add(near)
                    found.append(near)
            if len(found) > most:
                return most
        return len(found)

    def steer(self, rider):
        """Choose the way with the most room, and among equal ones straight on or towards the player."""
        hunts = random.random() < 0.08
        target = self.riders[0].ahead([3 * part for part in self.riders[0].way])

        def worth(way):
            x, y = rider.ahead(way)
            nearness = -abs(x - target[0]) - abs(y - target[1])
            return self.room((x, y), 40 + 40 * self.round), nearness if hunts else way == rider.way

        rider.way = max(WAYS.values(), key=worth)

    def step(self):
        """Move all riders by a cell at the same time and see who crashes."""
        me, enemy = self.riders
        if self.turns:
            dx, dy = self.turns.pop(0)
            if me.way != (-dx, -dy):
                me.way = (dx, dy)
        self.steer(enemy)
        cells = [rider.ahead(rider.way) for rider in self.riders]
        for rider, cell in zip(self.riders, cells):
            rider.crashed = not self.is_free(cell) or cells.count(cell) > 1
        self.air = max(0, self.air - 1)
        if self.air:
            # In the air only the border can stop the player.
            me.crashed, enemy.crashed = not self.is_inside(cells[0]), not self.is_free(cells[1])
        for rider, cell in zip(self.riders, cells):
            if not rider.crashed:
                rider.x, rider.y = cell
                if rider is enemy or not self.air:
                    self.leave_trail(rider)
        if any(rider.crashed for rider in self.riders):
            self.you += not me.crashed
            self.cpu += not enemy.crashed
            self.result = "YOU CRASH" if me.crashed else "CPU CRASHES"
            self.pause = 80

    def update(self):
        self.pause -= 1
        if self.pause > 0:
            return
        if self.result:
            self.over = 3 in (self.you, self.cpu)
            if not self.over:
                self.start_round()
        elif self.pause % max(3, 6 - self.round) == 0:
            self.step()


def draw_rider(screen, rider):
    """Draw a cycle with two wheels, or the sparks of a crash."""
    (dx, dy), x, y = rider.way, LEFT + rider.x * CELL + 7, TOP + rider.y * CELL + 7
    if rider.crashed:
        for sx, sy in (-22, -9), (-12, 20), (0, -25), (14, 17), (24, -6):
            pygame.draw.line(screen, WHITE, (x, y), (x + sx, y + sy), 3)
        return
    pygame.draw.line(screen, WHITE, (x - 12 * dx, y - 12 * dy), (x + 7 * dx, y + 7 * dy), 9)
    for place in (-9, 6):
        pygame.draw.circle(screen, rider.color, (x + place * dx, y + place * dy), 6)


def draw_text(screen, font, text, color, x, y):
    picture = font.render(text, True, color, BLACK)
    screen.blit(picture, picture.get_rect(center=(x, y)))


def draw(screen, font, big_font, game):
    screen.fill(BLACK)
    screen.blit(game.floor, (LEFT, TOP))
    pygame.draw.rect(screen, WHITE, (LEFT - 3, TOP - 3, COLUMNS * CELL + 6, ROWS * CELL + 6), 3)
    for rider in game.riders:
        draw_rider(screen, rider)
    if game.air:
        me = game.riders[0]
        pygame.draw.circle(screen, WHITE, (LEFT + me.x * CELL + 7, TOP + me.y * CELL + 7), 16, 2)
    draw_text(screen, font, f"YOU {game.you}", GREEN, 70, 30)
    draw_text(screen, font, f"JUMPS {game.jumps}", GREEN, 205, 30)
    draw_text(screen, font, f"ROUND {game.round}", WHITE, 345, 30)
    draw_text(screen, font, f"CPU {game.cpu}", ORANGE, 620, 30)
    draw_text(screen, font, "ARROWS: TURN   SPACE: JUMP   FIRST TO 3 POINTS", WHITE, 345, 554)
    if game.over:
        pygame.draw.rect(screen, BLACK, (165, 190, 360, 180))
        title = "YOU WIN" if game.you > game.cpu else "GAME OVER"
        draw_text(screen, big_font, title, GREEN, 345, 235)
        draw_text(screen, font, f"FINAL SCORE {game.you} TO {game.cpu}", WHITE, 345, 295)
        draw_text(screen, font, "R: PLAY AGAIN   Q: QUIT", WHITE, 345, 335)
    elif game.pause > 0:
        draw_text(screen, font, f" {game.result or 'GET READY'} ", WHITE, 345, TOP + 110)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode(SIZE)
    pygame.display.set_caption("Tron")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 30)
    big_font = pygame.font.Font(None, 72)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN:
                if event.key == pygame.K_q:
                    running = False
                elif event.key == pygame.K_r and game.over:
                    game = Game()
                elif event.key == pygame.K_SPACE:
                    game.jump()
                elif event.key in WAYS and len(game.turns) < 2:
                    game.turns.append(WAYS[event.key])
        if not game.over:
            game.update()
        draw(screen, font, big_font, game)
        clock.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
