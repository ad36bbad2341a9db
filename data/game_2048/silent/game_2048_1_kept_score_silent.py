# SOURCE: ../game_2048_1.py
# FAILURE: restarts: R at frame 1166 of random play, seed 0: POINTS starts at 676, in the first game at 0

"""2048: push all the tiles with the arrow keys, and let equal tiles run into each other.

Two equal tiles become one with twice the number, which is worth that many points.
After every push another 2 (or, one time in ten, a 4) drops in. You win with 2048 and
lose when nothing can be pushed any more. R starts again at any time.

The grid is a dict of tiles by their cells. Each tile glides to its cell when it is drawn.
"""

import random
from dataclasses import dataclass, field

import pygame

FPS = 60
CELLS = 4
STEP = 128  # pixels from cell to cell
MARGIN = 24
PANEL = 540  # left edge of the texts
SCREEN = (PANEL + 210, CELLS * STEP + 2 * MARGIN)
TARGET = 2048
BOARD = [(x, y) for x in range(CELLS) for y in range(CELLS)]

GREEN = (0, 255, 65)
PALE = (225, 225, 225)
DARK = (50, 50, 62)
PUSHES = {pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1), pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0)}


@dataclass
class Tile:
    number: int
    left: float  # where it is drawn
    top: float
    is_fresh: bool = False  # made in this very push

    def color(self):
        """Return a color from blue for 2 over green and red to purple for 2048."""
        color = pygame.Color(0)
        color.hsva = ((230 - 28 * self.number.bit_length()) % 360, 70, 100, 100)
        return color


@dataclass
class State:
    """What is in the cells, and the counters."""

    grid: dict = field(default_factory=dict)
    points: int = 0
    pushes: int = 0
    end: str = ""  # the title of the end screen


def corner(cell):
    """Return the place of a cell's corner in the window."""
    return MARGIN + cell[0] * STEP, MARGIN + cell[1] * STEP


def new_state():
    state = State()
    drop_tile(state)
    drop_tile(state)
    return state


def drop_tile(state):
    cell = random.choice([cell for cell in BOARD if cell not in state.grid])
    state.grid[cell] = Tile(4 if random.random() < 0.1 else 2, *corner(cell))


def push(state, dx, dy):
    """Push every tile as far as it goes, those in front first."""
    has_moved = False
    for tile in state.grid.values():
        tile.is_fresh = False
    for start in sorted(state.grid, key=lambda cell: -cell[0] * dx - cell[1] * dy):
        tile = state.grid.pop(start)
        cell, ahead = start, (start[0] + dx, start[1] + dy)
        while ahead in BOARD and can_enter(state, ahead, tile):
            cell, ahead = ahead, (ahead[0] + dx, ahead[1] + dy)
        if cell in state.grid:
            tile.number *= 2
            tile.is_fresh = True
            state.points += tile.number
        state.grid[cell] = tile
        has_moved = has_moved or cell != start
    if has_moved:
        state.pushes += 1
        drop_tile(state)
        judge(state)


def can_enter(state, cell, tile):
    """A cell is open if it is empty, or holds an equal tile that was not made in this push."""
    other = state.grid.get(cell)
    return other is None or (other.number == tile.number and not other.is_fresh)


def judge(state):
    """See whether the game is won or nothing can move."""
    if max(tile.number for tile in state.grid.values()) >= TARGET:
        state.end = "YOU WIN"
    elif len(state.grid) == CELLS * CELLS:
        numbers = {cell: tile.number for cell, tile in state.grid.items()}
        pairs = [((x, y), near) for x, y in numbers for near in ((x + 1, y), (x, y + 1))]
        if not any(numbers[cell] == numbers.get(near) for cell, near in pairs):
            state.end = "GAME OVER"


def glide(state):
    """Bring each tile a third of the way nearer to its cell."""
    for cell, tile in state.grid.items():
        left, top = corner(cell)
        tile.left += (left - tile.left) / 3
        tile.top += (top - tile.top) / 3


def label(screen, font, text, color, center):
    image = font.render(text, True, color)
    screen.blit(image, image.get_rect(center=center))


def paint_grid(screen, fonts, grid):
    for cell in BOARD:
        left, top = corner(cell)
        pygame.draw.rect(screen, DARK, (left + 4, top + 4, STEP - 8, STEP - 8), 2)
    for tile in grid.values():
        box = pygame.Rect(round(tile.left), round(tile.top), STEP, STEP).inflate(-12, -12)
        color = tile.color()
        pygame.draw.rect(screen, [part // 4 for part in color[:3]], box)
        pygame.draw.rect(screen, color, box, 8 if tile.is_fresh else 3)
        label(screen, fonts[1], str(tile.number), color, box.center)


def paint_panel(screen, fonts, state):
    middle = PANEL + 95
    lines = [f"POINTS {state.points}", f"PUSHES {state.pushes}", "ARROWS: PUSH", "R: RESTART"]
    for place, line in enumerate(lines):
        label(screen, fonts[0], line, PALE if place else GREEN, (middle, 50 + 40 * place))
    # A ladder of the numbers up to the target; those that there are have their color.
    best = max(tile.number for tile in state.grid.values())
    for step in range(8):
        tile = Tile(TARGET >> step, 0, 0)
        color = tile.color() if tile.number <= best else DARK
        label(screen, fonts[0], str(tile.number), color, (middle, 250 + 38 * step))


def paint_end(screen, fonts, state):
    box = pygame.Rect(90, 190, 380, 180)
    pygame.draw.rect(screen, (0, 0, 0), box)
    pygame.draw.rect(screen, GREEN, box, 4)
    label(screen, fonts[1], state.end, GREEN, (box.centerx, box.y + 45))
    label(screen, fonts[0], f"FINAL POINTS {state.points}", PALE, (box.centerx, box.y + 100))
    label(screen, fonts[0], "R: PLAY AGAIN   Q: QUIT", PALE, (box.centerx, box.y + 140))


def main():
    pygame.init()
    screen = pygame.display.set_mode(SCREEN)
    pygame.display.set_caption("2048")
    timer = pygame.time.Clock()
    fonts = pygame.font.Font(None, 32), pygame.font.Font(None, 60)
    state = new_state()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            if event.type != pygame.KEYDOWN:
                continue
            if event.key == pygame.K_r:
                state, state.points = new_state(), state.points
            elif state.end and event.key == pygame.K_q:
                running = False
            elif not state.end and event.key in PUSHES:
                push(state, *PUSHES[event.key])
        glide(state)
        screen.fill((0, 0, 0))
        paint_grid(screen, fonts, state.grid)
        paint_panel(screen, fonts, state)
        if state.end:
            paint_end(screen, fonts, state)
        pygame.display.flip()
        timer.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
