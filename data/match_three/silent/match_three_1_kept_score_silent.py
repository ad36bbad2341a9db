# SOURCE: ../match_three_1.py
# FAILURE: restarts: R at frame 1381 of the script's player, seed 0: POINTS starts at 1540, in the first game at 0

"""Match Three: exchange two jewels that touch so that three or more of a color line up.

Click a jewel and then one beside it. Each that bursts brings 10 points, in the second
step of a cascade 20 and so on. Three stages have a target and few swaps. R starts over.

The pile is a list of columns, and a column a list of jewels from the bottom up: what is
above a deleted jewel moves down by itself. A jewel is [color, pixels it hangs too high].
"""

import random
from itertools import groupby

import pygame

SIZE = 8
TILE = 64
LEFT = 200  # of the pile; the panel is beside it
FLOOR = SIZE * TILE + 14
BLACK, GREEN = (0, 0, 0), (0, 255, 65)
JEWELS = [("tomato", 4), ("springgreen", 5), ("deepskyblue", 6), ("gold", 3), ("hotpink", 8), ("white", 30)]
COLUMNS = [[(x, y) for y in range(SIZE)] for x in range(SIZE)]
LINES = COLUMNS + [[(x, y) for x in range(SIZE)] for y in range(SIZE)]
# Each place with the one to its right or above it.
TOUCHING = [pair for line in LINES for pair in zip(line, line[1:])]


class State:
    """A game as it stands; the functions below change it."""

    points = 0
    stage = 0
    step = 0  # of the cascade
    chosen = None


def new_game():
    state = State()
    next_stage(state)
    return state


def next_stage(state):
    if state.stage == 3:
        state.phase = "won"
        return
    state.stage += 1
    state.target = state.points + 150 + 150 * state.stage
    state.swaps = 13
    state.pile, state.phase = new_pile(), "fall"  # later "burst" and "play", at last "over" or "won"
    state.bursting = []


def new_jewel(height):
    return [random.randrange(len(JEWELS)), height]


def new_pile():
    """Return a pile without lines of three, in which some swap makes one."""
    pile = [[new_jewel(FLOOR) for _ in column] for column in COLUMNS]
    while find_lines(pile) or not has_swap(pile):
        for x, y in find_lines(pile) or sum(COLUMNS, []):
            pile[x][y] = new_jewel(FLOOR)
    return pile


def find_lines(pile):
    """Return the places where three or more of a color are in line."""
    found = set()
    for line in LINES:
        for _, group in groupby(line, lambda place: pile[place[0]][place[1]][0]):
            group = list(group)
            if len(group) >= 3:
                found.update(group)
    return sorted(found)


def exchange(pile, one, other):
    (a, b), (c, d) = one, other
    pile[a][b], pile[c][d] = pile[c][d], pile[a][b]


def makes_line(pile, pair):
    """Exchange two jewels, look, and put them back."""
    exchange(pile, *pair)
    found = find_lines(pile)
    exchange(pile, *pair)
    return len(found) > 0


def has_swap(pile):
    return any(makes_line(pile, pair) for pair in TOUCHING)


def choose(state, place):
    """Choose the first jewel of a swap, or carry it out."""
    pair = tuple(sorted([state.chosen or place, place]))
    state.chosen = place if pair not in TOUCHING else None
    if not state.chosen and makes_line(state.pile, pair):
        exchange(state.pile, *pair)
        state.swaps -= 1
        look(state)


def look(state):
    """Let lines burst; if there are none the player goes on, or the stage is over."""
    state.bursting = find_lines(state.pile)
    if state.bursting:
        state.step += 1
        state.points += 10 * state.step * len(state.bursting)
        state.phase, state.timer = "burst", 20
        return
    state.step = 0
    state.phase = "play"
    if state.points >= state.target:
        next_stage(state)
    elif state.swaps == 0:
        state.phase = "over"
    elif not has_swap(state.pile):
        state.pile, state.phase = new_pile(), "fall"


def refill(state):
    """Take out what has burst; what was above it hangs too high, and so do new jewels."""
    for x, y in reversed(state.bursting):
        column = state.pile[x]
        del column[y]
        for jewel in column[y:]:
            jewel[1] += TILE
        column.append(new_jewel(max([TILE] + [height for _, height in column])))
    state.bursting = []
    state.phase = "fall"


def update(state):
    """Run the animation of the phase by one frame."""
    if state.phase == "burst":
        state.timer -= 1
        if state.timer == 0:
            refill(state)
    elif state.phase == "fall":
        jewels = sum(state.pile, [])
        for jewel in jewels:
            jewel[1] = max(0, jewel[1] - 12)
        if not any(height for _, height in jewels):
            look(state)


def cut_jewel(name, corners):
    """Return the picture of a jewel with light and dark facets around a flat top."""
    picture = pygame.Surface((TILE, TILE))
    color, middle = pygame.Color(name), pygame.Vector2(TILE / 2, TILE / 2)
    rim = [pygame.Vector2(0, -28).rotate(360 * number / corners) for number in range(corners)]
    for one, other in zip(rim, rim[1:] + rim[:1]):
        shade = color.lerp("black", 0.5 + (one + other).y / 140)
        pygame.draw.polygon(picture, shade, [middle, middle + one, middle + other])
    pygame.draw.polygon(picture, color, [middle + point * 0.6 for point in rim])
    return picture


def draw(window, fonts, pictures, state):
    window.fill(BLACK)
    for x, column in enumerate(state.pile):
        for y, (color, height) in enumerate(column):
            rect = pygame.Rect(LEFT + x * TILE, FLOOR - TILE - y * TILE - height, TILE, TILE)
            if (x, y) in state.bursting:
                pygame.draw.circle(window, JEWELS[color][0], rect.center, TILE // 2 - state.timer, 3)
            else:
                window.blit(pictures[color], rect)
            if (x, y) == state.chosen:
                pygame.draw.circle(window, "white", rect.center, TILE // 2, 4)
    texts = [f"POINTS {state.points}", f"TARGET {state.target}", f"SWAPS {state.swaps}"]
    texts += [f"STAGE {state.stage}", "", "CLICK A JEWEL", "AND A NEIGHBOR", "R: START OVER"]
    for row, text in enumerate(texts):
        window.blit(fonts[0].render(text, True, GREEN), (16, 24 + 36 * row))
    if state.phase in ("over", "won"):
        window.fill(BLACK, (LEFT + 40, 180, 432, 150))
        title = "YOU WIN" if state.phase == "won" else "GAME OVER"
        window.blit(fonts[1].render(title, True, GREEN), (LEFT + 100, 205))
        text = f"FINAL POINTS {state.points}   R: AGAIN   Q: QUIT"
        window.blit(fonts[0].render(text, True, GREEN), (LEFT + 68, 280))
    pygame.display.flip()


def main():
    pygame.init()
    window = pygame.display.set_mode((LEFT + SIZE * TILE + 14, FLOOR + 14))
    pygame.display.set_caption("Match Three")
    fonts = pygame.font.Font(None, 28), pygame.font.Font(None, 76)
    pictures = [cut_jewel(*jewel) for jewel in JEWELS]
    clock = pygame.time.Clock()
    state = new_game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN and event.key in (pygame.K_r, pygame.K_q):
                state, state.points = new_game(), state.points
                running = running and event.key == pygame.K_r
            elif event.type == pygame.MOUSEBUTTONDOWN and state.phase == "play":
                choose(state, ((event.pos[0] - LEFT) // TILE, (FLOOR - event.pos[1]) // TILE))
        update(state)
        draw(window, fonts, pictures, state)
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
