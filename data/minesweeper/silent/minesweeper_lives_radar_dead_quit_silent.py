# SOURCE: ../minesweeper_lives_radar.py
# FAILURE: quits: Q at frame 2382 of the script's player, seed 0: it runs on after frame 2566

"""Minesweeper: reveal every cell without a mine, on three boards of growing size.

Left click or SPACE reveals, right click or F puts a flag, the arrow keys move the
cursor. A number counts the mines around its cell. The third mine you hit ends the
game. E switches on the radar, twice per board: it flags every mine in the nine
cells around the cursor. R starts a new game at any time.

A board is made of sets of cells: mines, shown and flags. The mines are laid at the
first reveal, and stay clear of it.
"""

import random

import pygame

BOARDS = [(8, 8, 8), (10, 9, 13), (12, 10, 18)]  # columns, rows, mines
SIZE = 44
WIDTH, HEIGHT = 568, 600
FPS = 60

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
DARK_GREEN = (0, 90, 30)
WHITE = (235, 235, 235)
YELLOW = (255, 230, 60)
RED = (255, 70, 70)
# The colors of the numbers 1 to 8.
NUMBERS = [(90, 160, 255), GREEN, RED, (200, 120, 255), YELLOW, (0, 230, 230), WHITE, (255, 150, 50)]
MOVES = {pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1), pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0)}


class Board:
    def __init__(self, columns, rows, mine_count):
        self.mine_count = mine_count
        self.cells = [(x, y) for y in range(rows) for x in range(columns)]
        self.mines, self.shown, self.flags = set(), set(), set()
        self.cursor = (columns // 2, rows // 2)
        self.radar, self.sweep = 2, 0  # scans left, frames for which the last one is seen
        self.left, self.top = (WIDTH - columns * SIZE) // 2, 60

    def around(self, cell):
        x, y = cell
        return [other for other in self.cells if max(abs(other[0] - x), abs(other[1] - y)) == 1]

    def lay_mines(self, first):
        free = [cell for cell in self.cells if cell != first and cell not in self.around(first)]
        self.mines = set(random.sample(free, self.mine_count))
        self.numbers = {cell: len(self.mines & set(self.around(cell))) for cell in self.cells}

    def reveal(self, cell):
        """Show a cell, and all the blank area around it if no mine is near."""
        if not self.mines:
            self.lay_mines(cell)
        todo = [cell]
        while todo:
            here = todo.pop()
            if here not in self.shown and here not in self.flags:
                self.shown.add(here)
                if self.numbers[here] == 0 and here not in self.mines:
                    todo += self.around(here)

    def scan(self):
        """Flag the mines in the nine cells around the cursor."""
        if self.radar and self.mines:
            self.radar -= 1
            self.sweep, self.scanned = 40, self.cursor
            near = {self.cursor, *self.around(self.cursor)}
            self.flags = self.flags - near | self.mines & near - self.shown

    def rect(self, cell):
        return pygame.Rect(self.left + cell[0] * SIZE, self.top + cell[1] * SIZE, SIZE, SIZE)


class Game:
    def __init__(self):
        self.level, self.cleared_before, self.frames, self.pause = 0, 0, 0, 0
        self.lives = 3
        self.result = None  # "GAME OVER" or "YOU WIN"
        self.board = Board(*BOARDS[0])

    @property
    def cleared(self):
        return self.cleared_before + len(self.board.shown - self.board.mines)

    def act(self, reveals):
        """Reveal or flag the cell under the cursor."""
        board, cell = self.board, self.board.cursor
        if self.result or self.pause or cell in board.shown:
            return
        if not reveals:
            board.flags ^= {cell}
        elif cell not in board.flags:
            board.reveal(cell)
            if cell in board.mines:
                self.lives -= 1
                if self.lives == 0:
                    self.result = "GAME OVER"
            elif len(board.shown | board.mines) == len(board.cells):
                board.flags = board.mines - board.shown
                self.pause = 90

    def update(self):
        if self.result:
            return
        self.board.sweep = max(0, self.board.sweep - 1)
        self.frames += bool(self.board.mines or self.level)
        if self.pause:
            self.pause -= 1
            if self.pause == 0 and self.level + 1 == len(BOARDS):
                self.result = "YOU WIN"
            elif self.pause == 0:
                self.cleared_before = self.cleared
                self.level += 1
                self.board = Board(*BOARDS[self.level])


def draw_cell(screen, font, game, cell):
    board, rect = game.board, game.board.rect(cell).inflate(-4, -4)
    if cell not in board.shown:
        pygame.draw.rect(screen, DARK_GREEN, rect, border_radius=5)
        pygame.draw.lines(screen, GREEN, False, [rect.bottomleft, rect.topleft, rect.topright], 2)
    else:
        pygame.draw.rect(screen, (25, 30, 27), rect, border_radius=5)
    x, y = rect.center
    if cell in board.flags:
        pygame.draw.line(screen, WHITE, (x - 5, y - 12), (x - 5, y + 12), 3)
        pygame.draw.polygon(screen, RED, [(x - 4, y - 12), (x + 11, y - 6), (x - 4, y)])
    elif cell in board.mines and (game.result or cell in board.shown):
        for dx, dy in ((12, 0), (0, 12), (9, 9), (9, -9)):
            pygame.draw.line(screen, WHITE, (x - dx, y - dy), (x + dx, y + dy), 3)
        pygame.draw.circle(screen, RED if cell in board.shown else (130, 130, 130), (x, y), 9)
    elif cell in board.shown and board.numbers[cell]:
        number = board.numbers[cell]
        write(screen, font, str(number), NUMBERS[number - 1], x, y + 1)


def write(screen, font, text, color, x, y):
    image = font.render(text, True, color)
    screen.blit(image, image.get_rect(center=(x, y)))


def draw(screen, font, game):
    screen.fill(BLACK)
    board = game.board
    for cell in board.cells:
        draw_cell(screen, font, game, cell)
    pygame.draw.rect(screen, YELLOW, board.rect(board.cursor), 2, border_radius=6)
    if board.sweep:
        scanned = board.rect(board.scanned).inflate(2 * SIZE, 2 * SIZE)
        pygame.draw.rect(screen, GREEN, scanned, 3, border_radius=6)
        y = scanned.bottom - scanned.height * board.sweep // 40
        pygame.draw.line(screen, GREEN, (scanned.left, y), (scanned.right, y), 3)
    mines_left = board.mine_count - len(board.flags) - len(board.shown & board.mines)
    write(screen, font, f"BOARD {game.level + 1}/{len(BOARDS)}", WHITE, 62, 28)
    write(screen, font, f"CLEARED {game.cleared}", GREEN, 190, 28)
    write(screen, font, f"MINES {mines_left}", RED, 314, 28)
    write(screen, font, f"TIME {game.frames // FPS}", YELLOW, 415, 28)
    write(screen, font, f"LIVES {game.lives}", WHITE, 515, 28)
    if game.result:
        color = GREEN if game.result == "YOU WIN" else RED
        write(screen, font, game.result, color, WIDTH // 2, 522)
        write(screen, font, f"CLEARED {game.cleared}   TIME {game.frames // FPS}", color, WIDTH // 2, 550)
        write(screen, font, "R: PLAY AGAIN   Q: QUIT", WHITE, WIDTH // 2, 578)
    else:
        write(screen, font, "LEFT CLICK OR ARROWS + SPACE: REVEAL", WHITE, WIDTH // 2, 522)
        write(screen, font, "RIGHT CLICK OR F: FLAG   R: NEW GAME", WHITE, WIDTH // 2, 550)
        write(screen, font, f"E: SCAN AROUND THE CURSOR   RADAR {board.radar}", GREEN, WIDTH // 2, 578)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Minesweeper")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 29)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.MOUSEBUTTONDOWN and event.button in (1, 3):
                for cell in game.board.cells:
                    if game.board.rect(cell).collidepoint(event.pos):
                        game.board.cursor = cell
                        game.act(event.button == 1)
            elif event.type == pygame.KEYDOWN:
                if event.key in MOVES:
                    x, y = game.board.cursor
                    goal = (x + MOVES[event.key][0], y + MOVES[event.key][1])
                    if goal in game.board.cells:
                        game.board.cursor = goal
                elif event.key in (pygame.K_SPACE, pygame.K_f):
                    game.act(event.key == pygame.K_SPACE)
                elif event.key == pygame.K_e and not game.result and not game.pause:
                    game.board.scan()
                elif event.key == pygame.K_r:
                    game = Game()
                elif event.key == pygame.K_ESCAPE and game.result:
                    running = False
        game.update()
        draw(screen, font, game)
        clock.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
