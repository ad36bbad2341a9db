# SOURCE: ../game_2048_autopilot.py
# FAILURE: readable: 'GAME OVER' and 'FINAL SCORE 704' overlap at frame 1194 of random play, seed 0

"""2048: slide the tiles with the arrow keys; two equal tiles that meet become their sum.

Each merge scores its sum, and after each move a new 2 or 4 appears. A 2048 tile wins;
when no move is left the game is over. R starts a new game at any time.
While SPACE is held the computer plays: it looks for the move that leaves most cells free.

All four moves are one: a move takes the board as lines that begin at the wall towards
which the tiles slide, and packs each line to its beginning.
"""

import random

import pygame

SIZE = 4
NUMBERS = [2**power for power in range(1, 12)]  # up to 2048
CELL = 110
TOP = 110
WIDTH, HEIGHT = SIZE * CELL + 40, TOP + SIZE * CELL + 45
FPS = 60
PACE = 10  # frames between two moves of the computer
POP = 10  # frames for which a new tile grows

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
WHITE = (235, 235, 235)
EMPTY = (22, 26, 30)
GRAY = (95, 95, 95)
COLORS = ["#28465a", "#2a6f97", "#1b98a6", "#1aa35a", "#6fae1c", "#b8a60a"]
COLORS += ["#d98a10", "#e0661a", "#e03c31", "#d12f7a", "#a23bd6"]
ARROWS = {pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1)}


def pack(line):
    """Slide a line of numbers to its beginning and merge equal neighbors; 0 is an empty cell.

    Return the new line and the places in it where two tiles have merged.
    """
    tiles = [number for number in line if number]
    packed, merged = [], []
    while tiles:
        number = tiles.pop(0)
        if tiles and tiles[0] == number:
            number += tiles.pop(0)
            merged.append(len(packed))
        packed.append(number)
    return packed + [0] * (len(line) - len(packed)), merged


def lines_towards(direction):
    """List the cells of each line, those at the wall in that direction first."""
    dx, dy = direction
    order = range(SIZE) if dx + dy < 0 else range(SIZE - 1, -1, -1)
    if dx:
        return [[(x, y) for x in order] for y in range(SIZE)]
    return [[(x, y) for y in order] for x in range(SIZE)]


class Game:
    def __init__(self):
        self.board = {(x, y): 0 for y in range(SIZE) for x in range(SIZE)}
        self.ages = dict.fromkeys(self.board, POP)  # frames since a tile was made
        self.score = 0
        self.moves = 0
        self.result = ""
        self.wait = 0  # frames until the computer's next move
        self.is_helped = False
        self.add_tile()
        self.add_tile()

    def add_tile(self):
        cell = random.choice([cell for cell, number in self.board.items() if not number])
        self.board[cell] = random.choice([2] * 9 + [4])
        self.ages[cell] = 0

    def move(self, direction):
        """Slide all tiles; a move that changes nothing does not count."""
        before = dict(self.board)
        for cells in lines_towards(direction):
            line, merged = pack([self.board[cell] for cell in cells])
            self.board.update(zip(cells, line))
            for place in merged:
                self.score += line[place]
                self.ages[cells[place]] = 0
        if self.board != before:
            self.moves += 1
            self.add_tile()
            self.find_result()

    def find_result(self):
        board = self.board
        if NUMBERS[-1] in board.values():
            self.result = "YOU WIN"
        elif all(board.values()) and not any(
            number in (board.get((x + 1, y)), board.get((x, y + 1))) for (x, y), number in board.items()
        ):
            self.result = "GAME OVER"

    def rate(self, direction):
        """Tell how good a move is: how many cells it frees, then how great the numbers by the bottom are."""
        board = {}
        for cells in lines_towards(direction):
            board.update(zip(cells, pack([self.board[cell] for cell in cells])[0]))
        if board == self.board:
            return (-1, 0)
        free = list(board.values()).count(0)
        return (free, sum(number * (x + SIZE * y) for (x, y), number in board.items()))

    def help(self):
        """Make a move for the player now and then."""
        self.wait -= 1
        if self.wait <= 0:
            self.wait = PACE
            self.move(max(ARROWS.values(), key=self.rate))

    def update(self, keys):
        self.is_helped = keys[pygame.K_SPACE] and not self.result
        if self.is_helped:
            self.help()
        for cell in self.ages:
            self.ages[cell] += 1


def write(screen, font, text, color, x, y):
    """Write a text with its middle at (x, y)."""
    picture = font.render(text, True, color)
    screen.blit(picture, picture.get_rect(center=(x, y)))


def draw_tile(screen, fonts, rect, number, age):
    """Draw a tile, which grows while it is new."""
    missing = 5 * max(0, POP - age)
    color = COLORS[NUMBERS.index(number)]
    pygame.draw.rect(screen, color, rect.inflate(-missing, -missing), border_radius=14)
    write(screen, fonts[len(str(number))], str(number), WHITE, *rect.center)


def draw(screen, fonts, game):
    screen.fill(BLACK)
    write(screen, fonts[0], f"SCORE {game.score}", GREEN, 95, 30)
    write(screen, fonts[0], f"MOVES {game.moves}", WHITE, 250, 30)
    write(screen, fonts[0], "R: RESTART", WHITE, 400, 30)
    hint = "THE COMPUTER PLAYS" if game.is_helped else "ARROWS: SLIDE   SPACE: COMPUTER"
    write(screen, fonts[0], hint, GREEN if game.is_helped else WHITE, WIDTH // 2, HEIGHT - 20)
    # The numbers on the way to the goal light up as they are reached.
    best = max(game.board.values())
    for place, number in enumerate(NUMBERS[3:]):
        write(screen, fonts[0], str(number), GREEN if number <= best else GRAY, 44 + 56 * place, 75)
    pygame.draw.rect(screen, GREEN, (14, TOP - 6, WIDTH - 28, SIZE * CELL + 12), 2, border_radius=16)
    for (x, y), number in game.board.items():
        rect = pygame.Rect(20 + x * CELL, TOP + y * CELL, CELL, CELL).inflate(-10, -10)
        pygame.draw.rect(screen, EMPTY, rect, border_radius=14)
        if number:
            draw_tile(screen, fonts, rect, number, game.ages[x, y])
    if game.result:
        box = pygame.Rect(70, TOP + 150, WIDTH - 140, 140)
        pygame.draw.rect(screen, BLACK, box)
        pygame.draw.rect(screen, GREEN, box, 3)
        write(screen, fonts[3], game.result, GREEN, WIDTH // 2, box.y + 35)
        write(screen, fonts[0], f"FINAL SCORE {game.score}", WHITE, WIDTH // 2, box.y + 35)
        write(screen, fonts[0], "R: PLAY AGAIN     Q: QUIT", WHITE, WIDTH // 2, box.y + 110)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("2048")
    clock = pygame.time.Clock()
    # The first font is for texts, the others for numbers of one to four digits.
    fonts = [pygame.font.Font(None, size) for size in (28, 70, 64, 54, 46)]
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN:
                if event.key == pygame.K_r:
                    game = Game()
                elif event.key == pygame.K_q and game.result:
                    running = False
                elif event.key in ARROWS and not game.result:
                    game.move(ARROWS[event.key])
        game.update(pygame.key.get_pressed())
        draw(screen, fonts, game)
        clock.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
