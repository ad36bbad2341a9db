# SOURCE: ../gomoku_1_bomb.py
# FAILURE: readable: 'YOU 0' and 'YOU LOSE' overlap at frame 437 of random play, seed 0

"""Gomoku on a small board: be the first with five stones in a row, in any direction.

Your stones are white. Click a crossing, or use the arrow keys and Space. Two rounds won
are a match won. R deals a new match, Q leaves after the last round. Once a round, B blows
up all stones on and next to the cursor, which takes your turn.

The board is a list of rows with ".", "w" and "b". The computer rates a free crossing by
how long a row through it would become and how many of that row's ends are open.
"""

import random

import pygame

N = 13
STEP = 38
ORIGIN = 60
SIDE = 2 * ORIGIN + (N - 1) * STEP
WINDOW = SIDE + 190, SIDE
WOOD, LINE, PAPER = (58, 38, 20), (150, 105, 60), (225, 215, 200)
GREEN, AMBER = (0, 255, 65), (255, 180, 40)
WAYS = [(1, 0), (0, 1), (1, 1), (1, -1)]
ARROWS = {pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1)}
THINKING, SHOWING = 18, 100  # frames


def at(board, column, row):
    """Return the stone at a place, and "#" beyond the edge."""
    return board[row][column] if 0 <= column < N and 0 <= row < N else "#"


def walk(board, column, row, way, color):
    """Return the stones of a color that follow a place in one direction, and what ends them."""
    found = []
    column, row = column + way[0], row + way[1]
    while at(board, column, row) == color:
        found.append((column, row))
        column, row = column + way[0], row + way[1]
    return found, at(board, column, row)


def row_through(board, column, row, way, color):
    """Return the row that a stone would make along a line, and how many of its ends are free."""
    ahead, one_end = walk(board, column, row, way, color)
    behind, other_end = walk(board, column, row, (-way[0], -way[1]), color)
    return ahead + behind + [(column, row)], (one_end, other_end).count(".")


def rate(board, column, row):
    """Return how urgent a crossing is for the computer: its own rows, and a little less for yours."""
    total = -(abs(column - N // 2) + abs(row - N // 2)) / 10
    for color, weight in (("b", 1.1), ("w", 1.0)):
        for way in WAYS:
            stones, free = row_through(board, column, row, way, color)
            if len(stones) >= 5:
                total += 10000 * weight
            else:
                total += weight * free * 5 ** (len(stones) - 1)
    return total


class Match:
    """Rounds against the computer, until one side has won two."""

    def __init__(self):
        self.rounds = {"w": 0, "b": 0}
        self.deal("w")

    def deal(self, first):
        self.board = [["."] * N for _ in range(N)]
        self.color, self.count, self.row, self.pause = first, 0, [], THINKING
        self.spot = [N // 2, N // 2]
        self.bombs, self.blast = 1, 0  # bombs left, frames for which an explosion shows

    @property
    def winner(self):
        return next((color for color, won in self.rounds.items() if won == 2), None)

    def put(self, column, row):
        """Place a stone of the color whose turn it is."""
        if self.row or at(self.board, column, row) != ".":
            return
        self.board[row][column] = self.color
        self.count += 1
        self.spot = [column, row]
        for way in WAYS:
            stones, _ = row_through(self.board, column, row, way, self.color)
            if len(stones) >= 5:
                self.row = stones
        if self.row:
            self.rounds[self.color] += 1
        self.color = "b" if self.color == "w" else "w"
        self.pause = SHOWING if self.row else THINKING

    def explode(self):
        """Clear the nine crossings around the cursor."""
        for row in range(max(0, self.spot[1] - 1), min(N, self.spot[1] + 2)):
            for column in range(max(0, self.spot[0] - 1), min(N, self.spot[0] + 2)):
                self.count -= self.board[row][column] != "."
                self.board[row][column] = "."
        self.bombs, self.blast = 0, 20
        self.color, self.pause = "b", THINKING

    def think(self):
        """Play the computer's stone: a top crossing, by chance among the best while nothing is urgent."""
        free = [(column, row) for row in range(N) for column in range(N) if self.board[row][column] == "."]
        free.sort(key=lambda place: -rate(self.board, *place))
        careless = 3 if rate(self.board, *free[0]) < 100 else 1
        self.put(*random.choice(free[:careless]))

    def step(self):
        finished = self.row or self.count == N * N
        self.blast = max(0, self.blast - 1)
        if self.winner or self.color == "w" and not finished:
            return
        self.pause -= 1
        if self.pause <= 0:
            if finished:
                self.deal(self.color)
            else:
                self.think()

    def handle(self, event):
        """Take a click or a key of the human, who plays white."""
        if event.type == pygame.MOUSEBUTTONDOWN and self.color == "w":
            self.put(round((event.pos[0] - ORIGIN) / STEP), round((event.pos[1] - ORIGIN) / STEP))
        elif event.type == pygame.KEYDOWN and event.key in ARROWS:
            way = ARROWS[event.key]
            self.spot = [(self.spot[0] + way[0]) % N, (self.spot[1] + way[1]) % N]
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_SPACE and self.color == "w":
            self.put(*self.spot)
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_b and self.color == "w":
            if self.bombs and not self.row:
                self.explode()


def place_of(column, row):
    return ORIGIN + column * STEP, ORIGIN + row * STEP


def show_board(window, match):
    pygame.draw.rect(window, WOOD, (25, 25, SIDE - 50, SIDE - 50), border_radius=10)
    for number in range(N):
        pygame.draw.line(window, LINE, place_of(number, 0), place_of(number, N - 1))
        pygame.draw.line(window, LINE, place_of(0, number), place_of(N - 1, number))
    for row, stones in enumerate(match.board):
        for column, stone in enumerate(stones):
            if stone != ".":
                pygame.draw.circle(window, PAPER if stone == "w" else (10, 10, 14), place_of(column, row), 16)
                pygame.draw.circle(window, (120, 110, 100), place_of(column, row), 16, 2)
    for column, row in match.row:
        pygame.draw.circle(window, GREEN, place_of(column, row), 18, 3)
    x, y = place_of(*match.spot)
    if match.blast:
        pygame.draw.circle(window, AMBER, (x, y), 70 - 3 * match.blast, 4)
    for dx in (-1, 1):
        pygame.draw.line(window, AMBER, (x + 18 * dx, y - 8), (x + 18 * dx, y + 8), 2)


def show_panel(window, font, large, match):
    lines = [
        (f"YOU {match.rounds['w']}", PAPER),
        (f"CPU {match.rounds['b']}", AMBER),
        (f"STONES {match.count}", PAPER),
        (f"BOMBS {match.bombs}", AMBER),
        ("CLICK OR", LINE),
        ("ARROWS, SPACE", LINE),
        ("B: BOMB", LINE),
        ("R: NEW MATCH", LINE),
    ]
    for number, (text, color) in enumerate(lines):
        window.blit(font.render(text, True, color), (SIDE, 40 + 34 * number))
    if match.winner:
        title, color = ("YOU WIN", GREEN) if match.winner == "w" else ("YOU LOSE", AMBER)
        window.blit(large.render(title, True, color), (SIDE, 34))
        window.blit(font.render(f"MATCH {match.rounds['w']} : {match.rounds['b']}", True, PAPER), (SIDE, 390))
        window.blit(font.render("R: AGAIN  Q: QUIT", True, PAPER), (SIDE, 424))


def main():
    pygame.init()
    window = pygame.display.set_mode(WINDOW)
    pygame.display.set_caption("Gomoku")
    font, large = pygame.font.Font(None, 28), pygame.font.Font(None, 48)
    clock, match = pygame.time.Clock(), Match()
    while True:
        for event in pygame.event.get():
            key = event.key if event.type == pygame.KEYDOWN else None
            if event.type == pygame.QUIT or match.winner and key == pygame.K_q:
                pygame.quit()
                return
            if key == pygame.K_r:
                match = Match()
            elif not match.winner:
                match.handle(event)
        match.step()
        window.fill((0, 0, 0))
        show_board(window, match)
        show_panel(window, font, large, match)
        pygame.display.flip()
        clock.tick(60)


if __name__ == "__main__":
    main()
