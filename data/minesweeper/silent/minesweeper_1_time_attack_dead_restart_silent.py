# SOURCE: ../minesweeper_1_time_attack.py
# FAILURE: restarts: R at frame 2494 of the script's player, seed 0: 'YOU WIN' is still there

"""Minesweeper: open all tiles of three fields and step on no mine.

Click left or press SPACE to open a tile, click right or press F to mark a mine;
the arrows move the cursor. The clock runs down and ends the game at zero; each safe
step adds three seconds. R starts all over at any time.

Tiles know their neighbors. Opening goes in waves: the neighbors of the blank tiles of
one wave are the next wave, so blank areas spread over the field before your eyes.
"""

import math
import random

import pygame

FPS = 60
FIRST_TIME, BONUS = 45 * FPS, 3 * FPS
FIELDS = [(8, 8, 8), (10, 9, 13), (12, 10, 18)]  # columns, rows, mines
TILE = 44
PANEL = 230
WIDTH, HEIGHT = PANEL + 12 * TILE + 24, 10 * TILE + 40
ARROWS = {pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1)}

INK = (6, 8, 14)
STEEL = (70, 90, 130)
SHINE = (130, 160, 210)
GREEN = (0, 255, 65)
ORANGE = (255, 170, 40)
RED = (255, 70, 80)
WHITE = (240, 240, 240)
DIGITS = [INK, (80, 200, 255), GREEN, ORANGE, (255, 110, 200), (255, 240, 90), (150, 140, 255), WHITE, RED]


class Tile:
    def __init__(self, x, y):
        self.x, self.y = x, y  # the middle on the screen
        self.is_open = self.is_marked = self.has_mine = False

    def reach(self, x, y):
        """How far a place is away, along the longer axis."""
        return max(abs(self.x - x), abs(self.y - y))

    def meet(self, tiles):
        near = [tile for tile in tiles if tile.reach(self.x, self.y) < 1.1 * TILE]
        self.neighbors = [tile for tile in near if tile is not self]

    def digit(self):
        return sum(tile.has_mine for tile in self.neighbors)

    def draw(self, screen, font, is_over):
        box = pygame.Rect(0, 0, TILE - 3, TILE - 3)
        box.center = (self.x, self.y)
        if not self.is_open:
            pygame.draw.rect(screen, SHINE, box, border_radius=8)
            pygame.draw.rect(screen, STEEL, box.inflate(-5, -5), border_radius=6)
        elif self.digit() and not self.has_mine:
            write(screen, font, str(self.digit()), DIGITS[self.digit()], self.x, self.y)
        else:
            pygame.draw.circle(screen, STEEL, (self.x, self.y), 2)
        if self.is_marked:
            x, y = self.x - 6, self.y
            pygame.draw.polygon(screen, ORANGE, [(x, y - 13), (x + 17, y - 6), (x, y)])
            pygame.draw.line(screen, INK, (x, y - 13), (x, y + 11), 3)
            pygame.draw.line(screen, INK, (x - 5, y + 12), (x + 9, y + 12), 3)
        elif self.has_mine and (self.is_open or is_over):
            pygame.draw.circle(screen, RED if self.is_open else INK, (self.x, self.y + 2), 11)
            pygame.draw.line(screen, WHITE, (self.x + 5, self.y - 7), (self.x + 11, self.y - 14), 3)
            pygame.draw.circle(screen, WHITE, (self.x - 4, self.y - 2), 3)


def write(screen, font, words, color, x, y):
    image = font.render(words, True, color)
    screen.blit(image, image.get_rect(center=(x, y)))


class App:
    def __init__(self):
        pygame.init()
        self.screen = pygame.display.set_mode((WIDTH, HEIGHT))
        pygame.display.set_caption("Minesweeper")
        self.font = pygame.font.Font(None, 30)
        self.new_game()

    def new_game(self):
        self.opened, self.ticks, self.ending = 0, 0, ""
        self.time_left = FIRST_TIME
        self.start_field(0)

    def start_field(self, number):
        self.number, self.wave, self.rest = number, [], 0
        columns, rows, self.mine_count = FIELDS[number]
        left = PANEL + (12 - columns) * TILE // 2 + TILE // 2
        top = (HEIGHT - rows * TILE + TILE) // 2
        self.tiles = [Tile(left + i * TILE, top + j * TILE) for j in range(rows) for i in range(columns)]
        for tile in self.tiles:
            tile.meet(self.tiles)
        self.cursor = self.tiles[len(self.tiles) // 2 + columns // 2]

    def is_mined(self):
        return any(tile.has_mine for tile in self.tiles)

    def open(self, tile):
        """Begin a wave at a tile, or lose."""
        if tile.is_open or tile.is_marked or self.wave or self.rest:
            return
        if not self.is_mined():
            safe = [tile, *tile.neighbors]
            for mine in random.sample([other for other in self.tiles if other not in safe], self.mine_count):
                mine.has_mine = True
        self.wave = [tile]
        self.time_left += BONUS
        if tile.has_mine:
            tile.is_open, self.ending = True, "GAME OVER"

    def mark(self, tile):
        if not tile.is_open and not self.rest:
            tile.is_marked = not tile.is_marked

    def update(self):
        self.ticks += 1
        self.time_left -= not self.rest
        if self.time_left <= 0:
            self.ending = "TIME IS UP"
        if self.wave and self.ticks % 2 == 0:
            spread = []
            for tile in self.wave:
                if not tile.is_open and not tile.is_marked:
                    tile.is_open = True
                    self.opened += 1
                    if tile.digit() == 0:
                        spread += tile.neighbors
            self.wave = spread
        if self.rest:
            self.rest -= 1
            if self.rest == 0 and self.number == len(FIELDS) - 1:
                self.ending = "YOU WIN"
            elif self.rest == 0:
                self.start_field(self.number + 1)
        elif all(tile.is_open or tile.has_mine for tile in self.tiles):
            self.rest = 80
            for tile in self.tiles:
                tile.is_marked = tile.has_mine

    def draw(self):
        self.screen.fill(INK)
        for tile in self.tiles:
            tile.draw(self.screen, self.font, self.ending)
        corner = (self.cursor.x - TILE // 2, self.cursor.y - TILE // 2, TILE, TILE)
        pygame.draw.rect(self.screen, GREEN, corner, 3, border_radius=9)
        marks = sum(tile.is_marked for tile in self.tiles)
        lines = [
            (50, GREEN, f"CLEARED {self.opened}"),
            (90, WHITE, f"FIELD {self.number + 1}/{len(FIELDS)}"),
            (130, ORANGE, f"MINES {self.mine_count - marks}"),
            (170, RED if self.time_left < 10 * FPS else WHITE, f"TIME {self.time_left // FPS}"),
        ]
        if self.ending:
            color = GREEN if self.ending == "YOU WIN" else RED
            lines += [(250, color, self.ending), (285, color, f"CLEARED {self.opened}")]
            lines += [(360, WHITE, "R: PLAY AGAIN"), (395, WHITE, "Q: QUIT")]
        else:
            hints = ["MOUSE OR ARROWS", "SPACE: OPEN", "F: MARK A MINE", "R: NEW GAME"]
            lines += [(300 + 35 * i, SHINE, hint) for i, hint in enumerate(hints)]
        pygame.draw.rect(self.screen, STEEL, (25, 195, PANEL - 50, 12), 1)
        pygame.draw.rect(self.screen, lines[3][1], (25, 195, min(PANEL - 50, self.time_left // 20), 12))
        for y, color, words in lines:
            write(self.screen, self.font, words, color, PANEL // 2, y)
        pygame.display.flip()

    def press(self, key):
        if key == pygame.K_F5:
            self.new_game()
        elif not self.ending and key in ARROWS:
            x, y = self.cursor.x + ARROWS[key][0] * TILE, self.cursor.y + ARROWS[key][1] * TILE
            self.cursor = min(self.tiles, key=lambda tile: math.dist((tile.x, tile.y), (x, y)))
        elif not self.ending and key == pygame.K_SPACE:
            self.open(self.cursor)
        elif not self.ending and key == pygame.K_f:
            self.mark(self.cursor)

    def click(self, place, button):
        tile = min(self.tiles, key=lambda tile: tile.reach(*place))
        if tile.reach(*place) < TILE / 2 and not self.ending:
            self.cursor = tile
            if button == 1:
                self.open(tile)
            elif button == 3:
                self.mark(tile)

    def run(self):
        clock = pygame.time.Clock()
        while True:
            for event in pygame.event.get():
                wants_out = event.type == pygame.KEYDOWN and event.key == pygame.K_q and self.ending
                if event.type == pygame.QUIT or wants_out:
                    pygame.quit()
                    return
                if event.type == pygame.KEYDOWN:
                    self.press(event.key)
                if event.type == pygame.MOUSEBUTTONDOWN:
                    self.click(event.pos, event.button)
            if not self.ending:
                self.update()
            self.draw()
            clock.tick(FPS)


def main():
    app = App()
    app.run()


if __name__ == "__main__":
    main()
