# SOURCE: ../stacker_win_back.py
# FAILURE: readable: 'FINAL SCORE 190' and 'R: PLAY AGAIN' overlap at frame 29 of random play, seed 0

"""Stacker: stop each sliding row of blocks above the tower and build up to the top line.

SPACE stops the row. Blocks with nothing below them fall off, and the next row is as narrow
as what was kept. A row that misses the tower altogether ends the game. Rows slide faster
and get narrower on the way up. Three perfect stops in a row bring a lost block back.

The tower is a list of rows from the bottom up; a row is the list of its columns.
"""

import random

import pygame

CELL = 38
COLUMNS, LINES = 7, 15
SHAFT = pygame.Rect(30, 30, COLUMNS * CELL, LINES * CELL)
PANEL = SHAFT.right + 35
WIDTH, HEIGHT = PANEL + 190, SHAFT.bottom + 30
FPS = 60
MOST_BLOCKS = (3, 3, 2)  # for each third of the shaft
PERFECT = 50
STREAK = 3  # perfect stops in a row that bring a block back

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
WHITE = (235, 235, 235)
GRAY = (60, 70, 60)
RED = (255, 70, 70)
COLORS = (GREEN, (255, 210, 60), (255, 90, 200))


class Block:
    """A block that has fallen off the tower."""

    def __init__(self, column, line):
        self.x, self.y = SHAFT.x + column * CELL, SHAFT.bottom - (line + 1) * CELL
        self.speed = -3.0

    def update(self):
        self.speed += 0.4
        self.y += self.speed


class Game:
    def __init__(self):
        self.tower = []
        self.fallen = []
        self.score = 0
        self.state = "play"
        self.streak = 0
        self.blocks = MOST_BLOCKS[0]
        self.start_row()

    def start_row(self):
        """Let a row begin to slide, from one of the walls."""
        self.line = len(self.tower)
        self.blocks = min(self.blocks, MOST_BLOCKS[self.line * len(MOST_BLOCKS) // LINES])
        self.step = random.choice((-1, 1))
        self.left = 0 if self.step > 0 else COLUMNS - self.blocks
        self.wait = self.delay()

    def delay(self):
        """Return the frames between two steps of the row."""
        return max(4, 15 - self.line)

    def row(self):
        return list(range(self.left, self.left + self.blocks))

    def stop(self):
        """Stop the row; what has no support falls."""
        kept = [column for column in self.row() if not self.tower or column in self.tower[-1]]
        self.fallen += [Block(column, self.line) for column in self.row() if column not in kept]
        if not kept:
            self.state = "lost"
            return
        self.score += 10 * (self.line + 1) * len(kept)
        self.streak = self.streak + 1 if len(kept) == self.blocks else 0
        if self.streak:
            self.score += PERFECT
        self.tower.append(kept)
        self.blocks = len(kept)
        if self.streak == STREAK:
            self.streak = 0
            self.blocks += 1  # start_row still holds it to the most that the line allows
        if len(self.tower) == LINES:
            self.state = "won"
        else:
            self.start_row()

    def update(self):
        for block in self.fallen:
            block.update()
        self.fallen = [block for block in self.fallen if block.y < HEIGHT]
        self.wait -= 1
        if self.wait == 0:
            self.wait = self.delay()
            if not 0 <= self.left + self.step <= COLUMNS - self.blocks:
                self.step = -self.step
            self.left += self.step


def draw_block(screen, x, y, color):
    rect = pygame.Rect(x + 2, y + 2, CELL - 4, CELL - 4)
    pygame.draw.rect(screen, [part // 3 for part in color], rect, border_radius=5)
    pygame.draw.rect(screen, color, rect, 3, border_radius=5)
    pygame.draw.rect(screen, color, rect.inflate(-18, -18), border_radius=3)


def draw_row(screen, columns, line):
    for column in columns:
        draw_block(screen, SHAFT.x + column * CELL, SHAFT.bottom - (line + 1) * CELL, COLORS[line * 3 // LINES])


def draw_text(screen, font, text, color, x, y):
    screen.blit(font.render(text, True, color), (x, y))


def draw(screen, font, big_font, game):
    screen.fill(BLACK)
    for line in range(1, LINES):
        color = COLORS[line * 3 // LINES] if line % 5 == 0 else GRAY
        y = SHAFT.bottom - line * CELL
        pygame.draw.line(screen, color, (SHAFT.x, y), (SHAFT.right, y))
    for line, columns in enumerate(game.tower):
        draw_row(screen, columns, line)
    if game.state == "play":
        draw_row(screen, game.row(), game.line)
    for block in game.fallen:
        draw_block(screen, block.x, block.y, RED)
    pygame.draw.rect(screen, BLACK, (0, SHAFT.bottom, WIDTH, 30))  # where fallen blocks disappear
    pygame.draw.rect(screen, GREEN, SHAFT.inflate(8, 8), 3, border_radius=6)
    draw_text(screen, font, f"SCORE {game.score}", GREEN, PANEL, 40)
    draw_text(screen, font, f"LINE {len(game.tower)}/{LINES}", WHITE, PANEL, 75)
    draw_text(screen, font, f"BLOCKS {game.blocks}", WHITE, PANEL, 110)
    draw_text(screen, font, f"STREAK {game.streak}/{STREAK}", COLORS[1], PANEL, 145)
    draw_text(screen, font, "SPACE: STOP", WHITE, PANEL, SHAFT.bottom - 25)
    if game.state != "play":
        title, color = ("YOU WIN", GREEN) if game.state == "won" else ("GAME OVER", RED)
        draw_text(screen, big_font, title, color, PANEL, 220)
        draw_text(screen, font, f"FINAL SCORE {game.score}", WHITE, PANEL, 275)
        draw_text(screen, font, "R: PLAY AGAIN", WHITE, PANEL, 275)
        draw_text(screen, font, "Q: QUIT", WHITE, PANEL, 340)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Stacker")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 28)
    big_font = pygame.font.Font(None, 42)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN:
                if game.state == "play":
                    if event.key == pygame.K_SPACE:
                        game.stop()
                elif event.key == pygame.K_r:
                    game = Game()
                elif event.key == pygame.K_q:
                    running = False
        if game.state == "play":
            game.update()
        draw(screen, font, big_font, game)
        clock.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
