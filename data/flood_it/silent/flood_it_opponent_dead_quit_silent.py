# SOURCE: ../flood_it_opponent.py
# FAILURE: quits: Q at frame 1280 of the script's player, seed 0: it runs on after frame 1478

"""Flood It: own half of the board before the computer does.

The flood starts in the top left corner. Pick its next color with keys 1 to 6,
with a click on a swatch or a cell, or with LEFT, RIGHT and SPACE. Cells of that
color that touch the flood join it. The rival answers each move from the bottom
right corner; its color is barred to you. Win three boards. R starts over.

The board is a dict from (column, row) to the number of a color. The flood is
searched anew after each move. The two floods never have the same color, so
they never run together.
"""

import random

import pygame

WIDTH = 560
HEIGHT = 690
FPS = 60
FIELD = pygame.Rect(28, 52, 504, 504)
SWATCH_Y = 604

# Each board: cells along a side and how often the rival thinks before it picks.
BOARDS = [(8, 0.3), (11, 0.5), (14, 0.7)]
PAUSE_FRAMES = 80  # how long a cleared board stays on the screen
RIVAL_FRAMES = 20  # how long the rival waits before its move

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
        self.goal = (size * size + 1) // 2
        self.rival_corner = (size - 1, size - 1)
        self.cells[self.rival_corner] = (self.cells[0, 0] + random.randint(1, 5)) % 6
        self.flood = self.find_flood((0, 0))
        self.rival = self.find_flood(self.rival_corner)

    def find_flood(self, corner):
        """Return the set of cells joined to a corner by its color."""
        flood = {corner}
        edge = [corner]
        while edge:
            x, y = edge.pop()
            for cell in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
                if cell not in flood and self.cells.get(cell) == self.cells[corner]:
                    flood.add(cell)
                    edge.append(cell)
        return flood

    def recolor(self, color):
        """Give the flood a new color, and return how many cells joined it."""
        before = len(self.flood)
        for cell in self.flood:
            self.cells[cell] = color
        self.flood = self.find_flood((0, 0))
        return len(self.flood) - before

    def move_rival(self, skill):
        """Let the rival take the color it touches most, or any color when it does not think."""
        touching = [0] * 6
        for x, y in self.rival:
            for cell in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
                if cell in self.cells:
                    touching[self.cells[cell]] += 1
        barred = (self.cells[0, 0], self.cells[self.rival_corner])
        choices = [color for color in range(6) if color not in barred]
        if random.random() < skill:
            color = max(choices, key=lambda choice: touching[choice])
        else:
            color = random.choice(choices)
        for cell in self.rival:
            self.cells[cell] = color
        self.rival = self.find_flood(self.rival_corner)

    def rect(self, cell):
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
        size, self.skill = BOARDS[level - 1]
        self.board = Board(size)
        self.rival_wait = 0
        self.pause = 0
        # The new color runs over the old flood as a wave from the corner.
        self.wave = 0
        self.old_flood = set()
        self.old_color = 0

    def pick(self, color):
        """Play one move, unless the flood or the rival has that color already."""
        board = self.board
        barred = (board.cells[0, 0], board.cells[board.rival_corner])
        if self.result or self.pause or self.rival_wait or color in barred:
            return
        self.selected = color
        self.old_flood, self.old_color, self.wave = board.flood, board.cells[0, 0], 0
        self.score += board.recolor(color)
        if len(board.flood) >= board.goal:
            self.score += self.lead()
            self.pause = PAUSE_FRAMES
        else:
            self.rival_wait = RIVAL_FRAMES

    def lead(self):
        return len(self.board.flood) - len(self.board.rival)

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
        """Move the wave on, let the rival answer, and go to the next board after the pause."""
        self.wave += 1
        if self.rival_wait:
            self.rival_wait -= 1
            if self.rival_wait == 0:
                self.board.move_rival(self.skill)
                if len(self.board.rival) >= self.board.goal:
                    self.result = "GAME OVER"
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
    """Draw both floods as smooth areas and the other cells as loose tiles."""
    board = game.board
    for cell, color in board.cells.items():
        rect = board.rect(cell)
        if cell in board.flood or cell in board.rival:
            if cell in game.old_flood and cell[0] + cell[1] > game.wave:
                color = game.old_color
            pygame.draw.rect(screen, COLORS[color], rect)
        else:
            pygame.draw.rect(screen, COLORS[color], rect.inflate(-6, -6), border_radius=6)
    corner = board.rect((0, 0))
    pygame.draw.circle(screen, BLACK, corner.center, 9)
    pygame.draw.circle(screen, WHITE, corner.center, 6)
    # The rival is a robot's face in its corner.
    face = pygame.Rect(0, 0, 22, 18)
    face.center = board.rect(board.rival_corner).center
    pygame.draw.rect(screen, BLACK, face, border_radius=4)
    pygame.draw.line(screen, BLACK, face.midtop, (face.centerx, face.y - 6), 3)
    for x in (face.centerx - 5, face.centerx + 5):
        pygame.draw.circle(screen, WHITE, (x, face.centery), 3)


def draw_swatches(screen, font, game):
    """Draw the six colors with their keys and a ring around the selected one.

    The rival's color is small, because it cannot be picked.
    """
    rival_color = game.board.cells[game.board.rival_corner]
    for number, color in enumerate(COLORS):
        center = swatch_center(number)
        pygame.draw.circle(screen, color, center, 12 if number == rival_color else 26)
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
    draw_text(screen, font, f"RIVAL {len(board.rival)}/{board.goal}", WHITE, (345, 28))
    draw_text(screen, font, f"CELLS {len(board.flood)}/{board.goal}", GREEN, (205, 28))
    draw_text(screen, font, f"SCORE {game.score}", GREEN, (475, 28))
    draw_board(screen, game)
    draw_swatches(screen, font, game)
    draw_text(screen, font, "1-6, CLICK OR ARROWS + SPACE: COLOR   R: RESTART", GRAY, (WIDTH // 2, 662))
    if game.result:
        lines = [f"FINAL SCORE {game.score}", "R: PLAY AGAIN   Q: QUIT"]
        draw_panel(screen, game.result, lines, font, big_font)
    elif game.pause:
        draw_panel(screen, "BOARD WON", [f"LEAD BONUS {game.lead()}"], font, big_font)
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
                elif event.key == pygame.K_ESCAPE and game.result:
                    running = False
                else:
                    game.press(event.key)
        game.update()
        draw(screen, font, big_font, game)
        clock.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
