# SOURCE: ../connect_four_pop_out.py
# FAILURE: readable: 'RESULT 0 : 3' is out of the window at frame 1413 of random play, seed 0

"""Connect Four: get four of your discs in a line before the computer does.

LEFT and RIGHT choose a column and SPACE drops the disc; keys 1 to 7 or a click do both.
DOWN pops your lowest disc out instead. The computer does so where that wins.
Who first wins three games has won the match. R begins a new match.

The board is a dict from (column, row) to a player. The computer tries a column a frame,
and looks one move further ahead with every game it has lost.
"""

import random

import pygame

COLUMNS, ROWS, IN_LINE = 7, 6, 4
CELL = 76
LEFT, TOP = 24, 130
WIDTH, HEIGHT = COLUMNS * CELL + 48, TOP + ROWS * CELL + 70
GAMES_TO_WIN = 3

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
YOU, CPU = "YOU", "CPU"
COLORS = {YOU: (255, 220, 40), CPU: (255, 60, 80)}
OTHER = {YOU: CPU, CPU: YOU}


class Board:
    def __init__(self):
        self.discs = {}
        self.heights = [0] * COLUMNS

    def open_columns(self):
        return [column for column in range(COLUMNS) if self.heights[column] < ROWS]

    def put(self, column, player):
        """Add a disc and return the line that it completes, or an empty list."""
        cell = (column, self.heights[column])
        self.discs[cell] = player
        self.heights[column] += 1
        return self.line_at(cell)

    def pop(self, column):
        """Take the lowest disc out and return the longest line that this makes."""
        self.heights[column] -= 1
        cells = [(column, y) for y in range(self.heights[column])]
        for x, y in cells:
            self.discs[x, y] = self.discs[x, y + 1]
        del self.discs[column, self.heights[column]]
        return max([self.line_at(cell) for cell in cells], key=len, default=[])

    def pop_wins(self, column):
        """Tell whether the computer wins by a pop."""
        trial = Board()
        trial.discs, trial.heights = dict(self.discs), list(self.heights)
        line = trial.pop(column) if self.discs.get((column, 0)) == CPU else []
        return bool(line) and trial.discs[line[0]] == CPU

    def line_at(self, cell):
        player = self.discs[cell]
        for dx, dy in ((1, 0), (0, 1), (1, 1), (1, -1)):
            line = [cell]
            for sign in (1, -1):
                x, y = cell[0] + sign * dx, cell[1] + sign * dy
                while self.discs.get((x, y)) == player:
                    line.append((x, y))
                    x, y = x + sign * dx, y + sign * dy
            if len(line) >= IN_LINE:
                return line
        return []

    def take(self, column):
        self.heights[column] -= 1
        del self.discs[column, self.heights[column]]

    def value(self, column, player, depth):
        """Tell whether a move wins (above 0) or loses by looking so many moves further."""
        if self.put(column, player):
            value = 1 + depth
        elif depth == 0:
            value = 0
        else:
            answers = [self.value(answer, OTHER[player], depth - 1) for answer in self.open_columns()]
            value = -max(answers, default=0)
        self.take(column)
        return value


class Match:
    def __init__(self):
        self.wins = {YOU: 0, CPU: 0}
        self.game = 0
        self.result = None
        self.column = COLUMNS // 2
        self.start_game()

    def start_game(self):
        self.game += 1
        self.board = Board()
        self.line = []
        self.message = ""  # once a game is over
        self.pause = 120  # frames until the next game
        self.start_turn(YOU if self.game % 2 else CPU)

    def start_turn(self, player):
        self.player = player
        self.height = ROWS  # of the disc
        self.is_falling = False
        self.untried = self.board.open_columns()
        self.tried = []  # (value, column) of the computer's moves

    def drop(self, column):
        if column in self.board.open_columns():
            self.column = column
            self.is_falling = True

    def think(self):
        """Try a column, or drop the disc into the best when all have been tried."""
        if self.untried:
            self.column = self.untried.pop()
            value = 10 * self.board.value(self.column, CPU, 1 + self.wins[YOU])
            value += random.uniform(0, 3) - abs(self.column - COLUMNS // 2)
            self.tried.append((value, self.column))
        else:
            pops = [column for column in range(COLUMNS) if self.board.pop_wins(column)]
            if pops:
                self.end_move(self.board.pop(pops[0]))
            else:
                self.drop(max(self.tried)[1])

    def end_move(self, line):
        """Give the point or the turn away."""
        self.line = line
        if line:
            winner = self.board.discs[line[0]]
            self.wins[winner] += 1
            self.message = f"POINT FOR {winner}"
        elif not self.board.open_columns():
            self.message = "THE BOARD IS FULL"
        self.start_turn(OTHER[self.player])

    def update(self):
        if self.message:
            self.pause -= 1
            if self.pause == 0 and GAMES_TO_WIN in self.wins.values():
                self.result = "YOU WIN" if self.wins[YOU] == GAMES_TO_WIN else "GAME OVER"
            elif self.pause == 0:
                self.start_game()
        elif self.is_falling:
            self.height -= 0.4
            if self.height <= self.board.heights[self.column]:
                self.end_move(self.board.put(self.column, self.player))
        elif self.player == CPU:
            self.think()

    def press(self, key):
        if key == pygame.K_LEFT:
            self.column = max(0, self.column - 1)
        elif key == pygame.K_RIGHT:
            self.column = min(COLUMNS - 1, self.column + 1)
        elif key == pygame.K_SPACE:
            self.drop(self.column)
        elif key == pygame.K_DOWN and self.board.discs.get((self.column, 0)) == YOU:
            self.end_move(self.board.pop(self.column))
        elif pygame.K_1 <= key < pygame.K_1 + COLUMNS:
            self.drop(key - pygame.K_1)


def center(x, y):
    return LEFT + (x + 0.5) * CELL, TOP + (ROWS - 0.5 - y) * CELL


def board_picture():
    """Return the board with holes to see through."""
    picture = pygame.Surface((WIDTH, HEIGHT))
    picture.set_colorkey(BLACK, pygame.RLEACCEL)
    pygame.draw.rect(picture, (20, 60, 150), (LEFT - 8, TOP, COLUMNS * CELL + 16, ROWS * CELL + 8), 0, 12)
    for x in range(COLUMNS):
        for y in range(ROWS):
            pygame.draw.circle(picture, (50, 110, 230), center(x, y), 34)
            pygame.draw.circle(picture, BLACK, center(x, y), 30)
    return picture


def draw_disc(screen, x, y, player):
    pygame.draw.circle(screen, COLORS[player], center(x, y), 32)
    pygame.draw.circle(screen, [part // 2 for part in COLORS[player]], center(x, y), 21, 3)


def draw_text(screen, font, text, y):
    picture = font.render(text, True, GREEN)
    screen.blit(picture, picture.get_rect(center=(WIDTH // 2, y)))


def draw(screen, font, big_font, picture, match):
    screen.fill(BLACK)
    for (x, y), player in match.board.discs.items():
        draw_disc(screen, x, y, player)
    if not match.message:
        draw_disc(screen, match.column, match.height, match.player)
    screen.blit(picture, (0, 0))
    for cell in match.line:
        pygame.draw.circle(screen, GREEN, center(*cell), 34, 5)
    draw_text(screen, font, f"YOU {match.wins[YOU]}   CPU {match.wins[CPU]}   GAME {match.game}", 22)
    draw_text(screen, font, "LEFT RIGHT SPACE, 1-7, CLICK   DOWN: POP OUT   R: NEW", HEIGHT - 26)
    draw_text(screen, font, match.message, 80)
    if match.result:
        pygame.draw.rect(screen, BLACK, (WIDTH // 2 - 180, 250, 360, 170))
        draw_text(screen, big_font, match.result, 295)
        draw_text(screen, font, f"RESULT {match.wins[YOU]} : {match.wins[CPU]}", 3500)
        draw_text(screen, font, "R: PLAY AGAIN   Q: QUIT", 385)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Connect Four")
    clock = pygame.time.Clock()
    font, big_font = pygame.font.Font(None, 28), pygame.font.Font(None, 64)
    picture = board_picture()
    match = Match()
    running = True
    while running:
        for event in pygame.event.get():
            my_turn = match.player == YOU and not (match.is_falling or match.message)
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.MOUSEBUTTONDOWN and my_turn:
                match.drop((event.pos[0] - LEFT) // CELL)
            elif event.type == pygame.KEYDOWN:
                if event.key == pygame.K_r:
                    match = Match()
                elif event.key == pygame.K_q:
                    running = False
                elif my_turn:
                    match.press(event.key)
        if not match.result:
            match.update()
        draw(screen, font, big_font, picture, match)
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
