# SOURCE: ../flood_it_stones.py
# FAILURE: restarts: R at frame 2431 of the script's player, seed 0: POINTS starts at 422, in the first game at 0

"""Flood It, on three levels of dice.

Your area begins at the top left die. Choose a color (keys 1-6, a click on any
die, or the arrows and SPACE) and all dice of that color next to your area are
yours. Stones never change and must be gone around. Own every die before the
moves are used up; three levels win the game. R begins a new game at any time.

The whole game is one State. Its dice lie in a flat list, row after row, and a
die's value 0-5 is its color and, plus one, its number of pips. A stone is -1.
"""

import random
from dataclasses import dataclass, field

import pygame

SCREEN_SIZE = (820, 600)
FPS = 60
GRID_LEFT, GRID_TOP, GRID_SIDE = 30, 30, 540
PANEL_X = 695  # middle of the column on the right
FLASH_TIME = 16

SIZES = (9, 12, 14)
MOVE_LIMITS = (24, 30, 34)
STONES = (8, 16, 26)  # on each level
BONUS = 5  # points for each unused move

BACKGROUND = (6, 8, 10)
NEON = (0, 255, 65)
PALE = (225, 225, 225)
DIM = (135, 135, 135)
ROCK = (85, 88, 95)
ROCK_LIGHT = (125, 128, 135)
PALETTE = ("#ff5050", "#35c8ff", "#ffe040", "#b070ff", "#20d050", "#ff9cc8")

STONE = -1

FONTS = {}  # by size, each opened when it is first needed

# Places of the pips on a die, in steps from its middle.
CORNERS = [(-1, -1), (1, 1), (-1, 1), (1, -1)]
PIPS = (
    [(0, 0)],
    CORNERS[:2],
    CORNERS[:2] + [(0, 0)],
    CORNERS,
    CORNERS + [(0, 0)],
    CORNERS + [(-1, 0), (1, 0)],
)


@dataclass
class State:
    """Everything that changes while the game is played."""

    level: int = 1
    points: int = 0
    moves: int = 0
    cursor: int = 0
    phase: str = "play"  # "play", "cleared", "lost" or "won"
    dice: list = field(default_factory=list)
    owned: set = field(default_factory=set)
    fresh: set = field(default_factory=set)  # dice won by the latest move
    flash: int = 0


def new_game():
    state = State()
    deal(state)
    return state


def deal(state):
    """Throw the dice of the present level, and lay its stones."""
    state.dice = [random.randint(0, 5) for _ in range(side(state) ** 2)]
    while state.dice.count(STONE) < STONES[state.level - 1]:
        index = random.randrange(1, len(state.dice))
        color = state.dice[index]
        state.dice[index] = STONE
        if len(reachable(state)) < dice_count(state):
            state.dice[index] = color  # this stone would cut some dice off
    state.owned = connected(state)
    state.fresh = set()
    state.moves = 0
    state.phase = "play"


def side(state):
    return SIZES[state.level - 1]


def limit(state):
    return MOVE_LIMITS[state.level - 1]


def neighbors(index, size):
    """List the dice left, right, above and below of a die."""
    row, column = divmod(index, size)
    around = ((row, column - 1), (row, column + 1), (row - 1, column), (row + 1, column))
    return [r * size + c for r, c in around if 0 <= r < size and 0 <= c < size]


def dice_count(state):
    return len(state.dice) - state.dice.count(STONE)


def reachable(state):
    """Collect the dice that a way around the stones leads to."""
    area, todo = set(), [0]
    while todo:
        index = todo.pop()
        if index not in area and state.dice[index] != STONE:
            area.add(index)
            todo += neighbors(index, side(state))
    return area


def connected(state):
    """Collect the dice that hang together with the corner in one color."""
    area, todo = set(), [0]
    while todo:
        index = todo.pop()
        if index in area or state.dice[index] != state.dice[0]:
            continue
        area.add(index)
        todo += neighbors(index, side(state))
    return area


def choose(state, color):
    """Spend a move on a color. A stone or the color of the area itself costs nothing."""
    if state.phase != "play" or color in (STONE, state.dice[0]):
        return
    state.cursor = color
    state.moves += 1
    for index in state.owned:
        state.dice[index] = color
    area = connected(state)
    state.fresh = area - state.owned
    state.flash = FLASH_TIME
    state.points += len(state.fresh)
    state.owned = area
    if len(area) == dice_count(state):
        state.points += BONUS * (limit(state) - state.moves)
        state.phase = "won" if state.level == len(SIZES) else "cleared"
    elif state.moves == limit(state):
        state.phase = "lost"


def next_level(state):
    state.level += 1
    deal(state)


def die_rect(state, index):
    size = GRID_SIDE // side(state)
    row, column = divmod(index, side(state))
    return pygame.Rect(GRID_LEFT + column * size, GRID_TOP + row * size, size, size)


def button_rect(color):
    """Return the place of a choice: two columns of three on the right."""
    rect = pygame.Rect(0, 0, 54, 54)
    rect.center = (PANEL_X - 35 + color % 2 * 100, 290 + color // 2 * 72)
    return rect


def on_click(state, spot):
    if state.phase == "cleared":
        next_level(state)
        return
    for color in range(len(PALETTE)):
        if button_rect(color).collidepoint(spot):
            choose(state, color)
            return
    for index, color in enumerate(state.dice):
        if die_rect(state, index).collidepoint(spot):
            choose(state, color)
            return


def on_key(state, key):
    steps = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1, pygame.K_UP: -2, pygame.K_DOWN: 2}
    if key in steps:
        state.cursor = (state.cursor + steps[key]) % len(PALETTE)
    elif pygame.K_1 <= key <= pygame.K_6:
        choose(state, key - pygame.K_1)
    elif key == pygame.K_SPACE and state.phase == "cleared":
        next_level(state)
    elif key == pygame.K_SPACE:
        choose(state, state.cursor)


def write(screen, size, text, color, x, y):
    """Write a line of text with its middle at (x, y)."""
    if size not in FONTS:
        FONTS[size] = pygame.font.Font(None, size)
    image = FONTS[size].render(text, True, color)
    screen.blit(image, image.get_rect(center=(x, y)))


def paint_die(screen, rect, color):
    pygame.draw.rect(screen, PALETTE[color], rect, border_radius=rect.width // 5)
    for dx, dy in PIPS[color]:
        spot = (rect.centerx + dx * rect.width // 4, rect.centery + dy * rect.width // 4)
        pygame.draw.circle(screen, BACKGROUND, spot, max(2, rect.width // 11))


def paint_stone(screen, rect):
    """Paint a rough rock with a lighter face."""
    shape = ((0.5, 0.5), (0.3, -0.42), (-0.25, -0.45), (-0.5, -0.05), (-0.45, 0.42), (0.1, 0.5))
    points = [(rect.centerx + dx * rect.width, rect.centery + dy * rect.width) for dx, dy in shape]
    pygame.draw.polygon(screen, ROCK, points)
    pygame.draw.polygon(screen, ROCK_LIGHT, points[1:4] + [rect.center])


def paint_grid(screen, state):
    """Paint loose dice and stones, and the player's area as one sheet."""
    for index, color in enumerate(state.dice):
        rect = die_rect(state, index)
        if color == STONE:
            paint_stone(screen, rect.inflate(-4, -4))
        elif index not in state.owned:
            paint_die(screen, rect.inflate(-4, -4), color)
        elif index in state.fresh and state.flash > 0:
            pygame.draw.rect(screen, PALE, rect)
        else:
            pygame.draw.rect(screen, PALETTE[color], rect)
    paint_die(screen, die_rect(state, 0), state.dice[0])


def paint_panel(screen, state):
    write(screen, 46, "FLOOD IT", NEON, PANEL_X, 52)
    write(screen, 30, f"LEVEL {state.level}/{len(SIZES)}", PALE, PANEL_X, 105)
    write(screen, 30, f"MOVES {state.moves}/{limit(state)}", NEON, PANEL_X, 140)
    write(screen, 30, f"CELLS {len(state.owned)}/{dice_count(state)}", PALE, PANEL_X, 175)
    write(screen, 30, f"POINTS {state.points}", PALE, PANEL_X, 210)
    for color in range(len(PALETTE)):
        rect = button_rect(color)
        paint_die(screen, rect, color)
        write(screen, 28, str(color + 1), PALE, rect.x - 18, rect.centery)
        if color == state.cursor:
            pygame.draw.rect(screen, PALE, rect.inflate(10, 10), 2, border_radius=14)
    write(screen, 22, "1-6 OR CLICK: COLOR", DIM, PANEL_X, 505)
    write(screen, 22, "ARROWS + SPACE: COLOR", DIM, PANEL_X, 530)
    write(screen, 22, "R: RESTART", DIM, PANEL_X, 555)


def paint_message(screen, state):
    messages = {
        "cleared": ("LEVEL CLEARED", "SPACE OR CLICK: NEXT LEVEL"),
        "won": ("YOU WIN", "R: PLAY AGAIN   Q: QUIT"),
        "lost": ("OUT OF MOVES - GAME OVER", "R: PLAY AGAIN   Q: QUIT"),
    }
    title, keys = messages[state.phase]
    label = "POINTS SO FAR" if state.phase == "cleared" else "FINAL POINTS"
    box = pygame.Rect(GRID_LEFT + 40, 225, GRID_SIDE - 80, 150)
    pygame.draw.rect(screen, BACKGROUND, box)
    pygame.draw.rect(screen, NEON, box, 3)
    write(screen, 42, title, NEON, box.centerx, box.y + 40)
    write(screen, 30, f"{label} {state.points}", PALE, box.centerx, box.y + 82)
    write(screen, 26, keys, PALE, box.centerx, box.y + 118)


def main():
    pygame.init()
    screen = pygame.display.set_mode(SCREEN_SIZE)
    pygame.display.set_caption("Flood It")
    clock = pygame.time.Clock()
    state = new_game()
    while True:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                pygame.quit()
                return
            if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
                on_click(state, event.pos)
            if event.type == pygame.KEYDOWN:
                if event.key == pygame.K_r:
                    state, state.points = new_game(), state.points
                elif event.key == pygame.K_q and state.phase in ("won", "lost"):
                    pygame.quit()
                    return
                else:
                    on_key(state, event.key)
        state.flash -= 1
        screen.fill(BACKGROUND)
        paint_grid(screen, state)
        paint_panel(screen, state)
        if state.phase != "play":
            paint_message(screen, state)
        pygame.display.flip()
        clock.tick(FPS)


if __name__ == "__main__":
    main()
