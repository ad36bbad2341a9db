# SOURCE: ../tetris.py
# FAILURE: restarts: R at frame 551 of random play, seed 1: 'GAME OVER' is still there

"""Tetris: turn and move the falling pieces and fill whole rows, which then vanish.

LEFT and RIGHT move, UP turns, DOWN falls faster, SPACE drops. Rows at once: 40, 100,
300 or 1200 points times the level. Ten rows are a level, and pieces fall faster. The
game is over when a new piece has no room.

A piece is a small grid of text, so turning it is the same as turning a list of rows.
The stack is a dict from places (x, y) to colors.
"""

import random
from dataclasses import dataclass, replace

import pygame

CELL = 30
COLUMNS, ROWS = 10, 20
LEFT, TOP = 30, 30  # corner of the well
PANEL = LEFT + COLUMNS * CELL + 30
WIDTH, HEIGHT = PANEL + 200, TOP + ROWS * CELL + 30
FPS = 60
POINTS = (0, 40, 100, 300, 1200)
KICKS = ((0, 0), (-1, 0), (1, 0), (0, -1), (-2, 0), (2, 0))

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
WHITE = (235, 235, 235)
RED = (255, 70, 70)
SHAPES = [
    ((0, 220, 255), ["....", "####", "....", "...."]),
    ((255, 225, 50), ["##", "##"]),
    ((190, 80, 255), [".#.", "###", "..."]),
    ((60, 220, 80), [".##", "##.", "..."]),
    (RED, ["##.", ".##", "..."]),
    ((80, 120, 255), ["#..", "###", "..."]),
    ((255, 150, 40), ["..#", "###", "..."]),
]


@dataclass
class Piece:
    color: tuple
    grid: list
    x: int
    y: int = 0

    def cells(self):
        """Return the places of the four squares."""
        rows = enumerate(self.grid)
        return [(self.x + dx, self.y + dy) for dy, row in rows for dx, mark in enumerate(row) if mark == "#"]

    def turned(self):
        """Return the piece turned clockwise."""
        return replace(self, grid=list(zip(*self.grid[::-1])))


class Game:
    def __init__(self):
        self.stack = {}
        self.bag = []
        self.score = 0
        self.lines = 0
        self.over = False
        self.frames_to_fall = 0
        self.held_frames = 0  # how long LEFT or RIGHT has been held
        self.next_piece = self.take_from_bag()
        self.start_piece()

    @property
    def level(self):
        return 1 + self.lines // 10

    def take_from_bag(self):
        """Return a piece; each of the seven comes once before any comes again."""
        if not self.bag:
            self.bag = random.sample(SHAPES, 7)
        color, grid = self.bag.pop()
        return Piece(color, grid, (COLUMNS - len(grid)) // 2)

    def start_piece(self):
        self.piece, self.next_piece = self.next_piece, self.take_from_bag()
        self.over = not self.fits(self.piece)

    def fits(self, piece):
        return all(0 <= x < COLUMNS and y < ROWS and (x, y) not in self.stack for x, y in piece.cells())

    def move(self, dx, dy):
        """Move the piece if there is room, and tell whether there was."""
        moved = replace(self.piece, x=self.piece.x + dx, y=self.piece.y + dy)
        if self.fits(moved):
            self.piece = moved
            return True
        return False

    def turn(self):
        """Turn the piece; beside a wall or the stack, kick it to where it fits."""
        turned = self.piece.turned()
        for dx, dy in KICKS:
            kicked = replace(turned, x=turned.x + dx, y=turned.y + dy)
            if self.fits(kicked):
                self.piece = kicked
                return

    def drop(self):
        while self.move(0, 1):
            pass
        self.lock()

    def lock(self):
        """Make the piece part of the stack, clear full rows and start the next piece."""
        for cell in self.piece.cells():
            self.stack[cell] = self.piece.color
        full = [y for y in range(ROWS) if all((x, y) in self.stack for x in range(COLUMNS))]
        self.score += POINTS[len(full)] * self.level
        self.lines += len(full)
        # Each square falls by the number of full rows below it.
        rest = [(x, y) for x, y in self.stack if y not in full]
        self.stack = {(x, y + sum(row > y for row in full)): self.stack[x, y] for x, y in rest}
        self.frames_to_fall = 0
        self.start_piece()

    def update(self, keys):
        """Repeat held keys and let the piece fall."""
        direction = keys[pygame.K_RIGHT] - keys[pygame.K_LEFT]
        self.held_frames = self.held_frames + 1 if direction else 0
        if self.held_frames > 12 and self.held_frames % 3 == 0:
            self.move(direction, 0)
        self.frames_to_fall += 1
        delay = 3 if keys[pygame.K_DOWN] else max(4, 36 - 4 * self.level)
        if self.frames_to_fall >= delay:
            self.frames_to_fall = 0
            if not self.move(0, 1):
                self.lock()

    def press(self, key):
        if key == pygame.K_LEFT:
            self.move(-1, 0)
        elif key == pygame.K_RIGHT:
            self.move(1, 0)
        elif key == pygame.K_UP:
            self.turn()
        elif key == pygame.K_SPACE:
            self.drop()


def draw_cell(screen, x, y, color):
    rect = pygame.Rect(LEFT + x * CELL + 1, TOP + y * CELL + 1, CELL - 2, CELL - 2)
    pygame.draw.rect(screen, [part // 2 for part in color], rect)
    pygame.draw.rect(screen, color, rect.inflate(-6, -6).move(-2, -2))


def draw_text(screen, font, text, color, x, y):
    screen.blit(font.render(text, True, color), (x, y))


def draw(screen, font, big_font, game):
    screen.fill(BLACK)
    pygame.draw.rect(screen, GREEN, (LEFT - 4, TOP - 4, COLUMNS * CELL + 8, ROWS * CELL + 8), 2)
    for (x, y), color in game.stack.items():
        draw_cell(screen, x, y, color)
    for cell in game.piece.cells():
        draw_cell(screen, *cell, game.piece.color)
    draw_text(screen, font, f"SCORE {game.score}", GREEN, PANEL, 30)
    draw_text(screen, font, f"LINES {game.lines}", WHITE, PANEL, 65)
    draw_text(screen, font, f"LEVEL {game.level}", WHITE, PANEL, 100)
    draw_text(screen, font, "NEXT", GREEN, PANEL, 160)
    for x, y in replace(game.next_piece, x=11, y=5).cells():
        draw_cell(screen, x, y + 0.5, game.next_piece.color)
    for number, text in enumerate(("LEFT RIGHT: MOVE", "UP: TURN", "DOWN: FASTER", "SPACE: DROP")):
        draw_text(screen, font, text, WHITE, PANEL, 500 + 32 * number)
    if game.over:
        pygame.draw.rect(screen, BLACK, (LEFT, 240, COLUMNS * CELL, 150))
        draw_text(screen, big_font, "GAME OVER", RED, LEFT + 25, 255)
        draw_text(screen, font, f"FINAL SCORE {game.score}", WHITE, LEFT + 28, 310)
        draw_text(screen, font, "R: PLAY AGAIN   Q: QUIT", WHITE, LEFT + 28, 350)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Tetris")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 28)
    big_font = pygame.font.Font(None, 60)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN:
                if not game.over:
                    game.press(event.key)
                elif event.key == pygame.K_F5:
                    game = Game()
                elif event.key == pygame.K_q:
                    running = False
        if not game.over:
            game.update(pygame.key.get_pressed())
        draw(screen, font, big_font, game)
        clock.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
