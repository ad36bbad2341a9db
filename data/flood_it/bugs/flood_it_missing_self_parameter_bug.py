# SOURCE: ../flood_it.py
# ERROR: Traceback (most recent call last):
# ERROR:   File "C:\Users\alex\.infinity-arcade\games\549010e4.py", line 240, in <module>
# ERROR:   File "C:\Users\alex\.infinity-arcade\games\549010e4.py", line 234, in main
# ERROR:   File "C:\Users\alex\.infinity-arcade\games\549010e4.py", line 198, in draw
# ERROR:   File "C:\Users\alex\.infinity-arcade\games\549010e4.py", line 158, in draw_board
# ERROR: TypeError: Board.rect() takes 1 positional argument but 2 were given

"""Flood It: make the whole board one color before the moves run out.

The flood starts in the top left corner. Pick its next color with keys 1 to 6,
with a click on a swatch or a cell, or with LEFT, RIGHT and SPACE. Cells of that
color that touch the flood join it. Clear three boards to win. R starts over.

The board is a dict from (column, row) to the number of a color. The flood is
searched anew after each move.
"""

import random

import pygame

WIDTH = 560
HEIGHT = 690
FPS = 60
FIELD = pygame.Rect(28, 52, 504, 504)
SWATCH_Y = 604

# Each board: cells along a side and the moves allowed.
BOARDS = [(8, 20), (11, 25), (14, 30)]
PAUSE_FRAMES = 80  # how long a cleared board stays on the screen
POINTS_PER_MOVE_LEFT = 10

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
WHITE = (235, 235, 235)
GRAY = (140, 140, 140)
COLORS = [
    (255, 60, 60),
    (255, 170, 0),
    (250, 250, 90),
    (0, 200, 60),
    (60, 130, 255),
    (220, 90, 240),
]


def swatch_center(number):
    """Return the middle of the round swatch of a color."""
    return (90 + number * 76, SWATCH_Y)


class Board:
    """A square of colored cells and the flood that grows from its corner."""

    def __init__(self, size):
        self.size = size
        self.cells = {(x, y): random.randrange(6) for x in range(size) for y in range(size)}
        self.flood = self.find_flood()

    def find_flood(self):
        """Return the set of cells joined to the corner by its color."""
        flood = {(0, 0)}
        edge = [(0, 0)]
        while edge:
            x, y = edge.pop()
            for cell in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
                if cell not in flood and self.cells.get(cell) == self.cells[0, 0]:
                    flood.add(cell)
                    edge.append(cell)
        return flood

    def recolor(self, color):
        """Give the flood a new color, and return how many cells joined it."""
        before = len(self.flood)
        for cell in self.flood:
            self.cells[cell] = color
        self.flood = self.find_flood()
        return len(self.flood) - before

    def rect(cell):
        """Return the rectangle of a cell on the screen."""
        side = FIELD.width // self.size
        margin = (FIELD.width - side * self.size) // 2
        return pygame.Rect(FIELD.x + margin + cell[0] * side, FIELD.y + margin + cell[1] * side, side, side)


class Game:
    """One game from the first board to the end screen."""

    def __init__(self):
        self.score = 0
        self.selected = 0  # the swatch that LEFT and RIGHT move to
        self.result = None  # "GAME OVER" or "YOU WIN" once the game has ended
        self.start_board(1)

    def start_board(self, level):
        self.level = level
        size, self.limit = BOARDS[level - 1]
        self.board = Board(size)
        self.moves = 0
        self.pause = 0
        # The new color runs over the old flood as a wave from the corner.
        self.wave = 0
        self.old_flood = set()
        self.old_color = 0

    def pick(self, color):
        """Play one move, unless the flood has that color already."""
        board = self.board
        if self.result or self.pause or color == board.cells[0, 0]:
            return
        self.selected = color
        self.old_flood, self.old_color, self.wave = board.flood, board.cells[0, 0], 0
        self.moves += 1
        self.score += board.recolor(color)
        if len(board.flood) == len(board.cells):
            self.score += (self.limit - self.moves) * POINTS_PER_MOVE_LEFT
            self.pause = PAUSE_FRAMES
        elif self.moves == self.limit:
            self.result = "GAME OVER"

    def click(self, position):
        """Pick the color of the swatch or the cell under the mouse."""
        for color in range(6):
            if pygame.Vector2(swatch_center(color)).distance_to(position) < 30:
                self.pick(color)
                return
        for cell, color in self.board.cells.items():
            if self.board.rect(cell).collidepoint(position):
                self.pick(color)
                return

    def press(self, key):
        if pygame.K_1 <= key <= pygame.K_6:
            self.pick(key - pygame.K_1)
        elif key == pygame.K_LEFT:
            self.selected = (self.selected - 1) % 6
        elif key == pygame.K_RIGHT:
            self.selected = (self.selected + 1) % 6
        elif key == pygame.K_SPACE:
            self.pick(self.selected)

    def update(self):
        """Move the wave on, and go to the next board after the pause."""
        self.wave += 1
        if self.pause:
            self.pause -= 1
            if self.pause == 0:
                if self.level == len(BOARDS):
                    self.result = "YOU WIN"
                else:
                    self.start_board(self.level + 1)


def draw_text(screen, font, text, color, center):
    """Draw text around a center."""
    picture = font.render(text, True, color)
    screen.blit(picture, picture.get_rect(center=center))


def draw_board(screen, game):
    """Draw the flood as one smooth area and the other cells as loose tiles."""
    board = game.board
    for cell, color in board.cells.items():
        rect = board.rect(cell)
        if cell in board.flood:
            if cell in game.old_flood and cell[0] + cell[1] > game.wave:
                color = game.old_color
            pygame.draw.rect(screen, COLORS[color], rect)
        else:
            pygame.draw.rect(screen, COLORS[color], rect.inflate(-6, -6), border_radius=6)
    corner = board.rect((0, 0))
    pygame.draw.circle(screen, BLACK, corner.center, 9)
    pygame.draw.circle(screen, WHITE, corner.center, 6)


def draw_swatches(screen, font, game):
    """Draw the six colors with their keys and a ring around the selected one."""
    for number, color in enumerate(COLORS):
        center = swatch_center(number)
        pygame.draw.circle(screen, color, center, 26)
        if number == game.selected:
            pygame.draw.circle(screen, WHITE, center, 32, 3)
        draw_text(screen, font, str(number + 1), BLACK, center)


def draw_panel(screen, title, lines, font, big_font):
    panel = pygame.Rect(0, 0, 380, 80 + 36 * len(lines))
    panel.center = FIELD.center
    pygame.draw.rect(screen, BLACK, panel, border_radius=10)
    pygame.draw.rect(screen, GREEN, panel, 2, border_radius=10)
    draw_text(screen, big_font, title, GREEN, (panel.centerx, panel.y + 44))
    for row, line in enumerate(lines):
        draw_text(screen, font, line, WHITE, (panel.centerx, panel.y + 92 + 36 * row))


def draw(screen, font, big_font, game):
    """Draw the HUD, the board, the swatches and the messages."""
    screen.fill(BLACK)
    board = game.board
    draw_text(screen, font, f"BOARD {game.level}/{len(BOARDS)}", WHITE, (75, 28))
    draw_text(screen, font, f"MOVES {game.moves}/{game.limit}", GREEN, (205, 28))
    draw_text(screen, font, f"CELLS {len(board.flood)}/{len(board.cells)}", WHITE, (345, 28))
    draw_text(screen, font, f"SCORE {game.score}", GREEN, (475, 28))
    draw_board(screen, game)
    draw_swatches(screen, font, game)
    draw_text(screen, font, "1-6, CLICK OR ARROWS + SPACE: COLOR   R: RESTART", GRAY, (WIDTH // 2, 662))
    if game.result:
        lines = [f"FINAL SCORE {game.score}", "R: PLAY AGAIN   Q: QUIT"]
        draw_panel(screen, game.result, lines, font, big_font)
    elif game.pause:
        bonus = (game.limit - game.moves) * POINTS_PER_MOVE_LEFT
        draw_panel(screen, "CLEARED", [f"MOVES LEFT BONUS {bonus}"], font, big_font)
    pygame.display.flip()


def main():
    """Run the game until the player quits."""
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Flood It")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 26)
    big_font = pygame.font.Font(None, 64)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
                game.click(event.pos)
            elif event.type == pygame.KEYDOWN:
                if event.key == pygame.K_r:
                    game = Game()
                elif event.key == pygame.K_q and game.result:
                    running = False
                else:
                    game.press(event.key)
        game.update()
        draw(screen, font, big_font, game)
        clock.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
