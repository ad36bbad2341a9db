# SOURCE: ../connect_four_1_bomb.py
# FAILURE: readable: 'RESULT 0 TO 3' and 'R: PLAY AGAIN   Q: QUIT' overlap at frame 1634 of random play, seed 0

"""Connect Four: drop green discs and get four in a line; the computer drops orange ones.

LEFT and RIGHT aim and SPACE drops, or use 1 to 7 or a click. Three rounds won decide the
match. R starts over. The computer gets less careless with each round it has lost. Once
a round B makes your disc a bomb, which destroys the discs around the place it falls to.

The board is a list of columns, and a column lists its discs from the bottom up: 1 is
yours, -1 the computer's. LINES are all the places where four can lie in a line.
"""

import random

import pygame

WIDE, HIGH = 7, 6
SIDE = 72
SIZE = (WIDE * SIDE + 40, HIGH * SIDE + 190)
BLACK, GREEN, ORANGE, DARK = (0, 0, 0), (0, 255, 65), (255, 140, 0), (0, 100, 35)
LINES = [
    [(x + step * dx, y + step * dy) for step in range(4)]
    for x in range(WIDE)
    for y in range(HIGH)
    for dx, dy in ((1, 0), (0, 1), (1, 1), (1, -1))
    if x + 3 * dx < WIDE and 0 <= y + 3 * dy < HIGH
]


class State:
    """The match as it stands; the functions below change it."""

    def __init__(self):
        self.wins = {1: 0, -1: 0}
        self.round = 0
        self.aim = 3
        self.title = ""  # at the end of the match
        start_round(self)


def start_round(state):
    state.round += 1
    state.columns = [[] for _ in range(WIDE)]
    state.line = []
    state.bombs = 1
    state.blast = 0  # frames of the explosion
    give_turn(state, 1 if state.round % 2 else -1)


def give_turn(state, who):
    state.turn = who
    state.phase = "aim" if who == 1 else "think"  # then "fall", and "pause" after a round
    state.values = []  # of the computer's moves
    state.is_bomb = False
    state.y, state.speed = 90, 0  # of the disc


def owner(columns, x, y):
    return columns[x][y] if y < len(columns[x]) else 0


def find_line(columns):
    for line in LINES:
        if abs(sum(owner(columns, x, y) for x, y in line)) == 4:
            return line
    return []


def worth(columns):
    """Tell how good the board is for the computer: lines that one side has for itself count."""
    total = 0
    for line in LINES:
        discs = [owner(columns, x, y) for x, y in line]
        if 1 not in discs or -1 not in discs:
            total -= sum(discs) ** 7  # keeps the sign, and three are worth far more than two
    return total


def judge(state, x):
    """Tell how good a column is for the computer after your best answer."""
    columns = state.columns
    if len(columns[x]) == HIGH:
        return -(10**9)
    columns[x].append(-1)
    value = worth(columns)
    if find_line(columns):
        value = 10**6
    else:
        for answer in columns:
            if len(answer) < HIGH:
                answer.append(1)
                value = min(value, worth(columns))
                answer.pop()
    columns[x].pop()
    return value + random.uniform(0, 900 / (1 + state.wins[1]))


def release(state, x):
    if len(state.columns[x]) < HIGH:
        state.aim = x
        state.phase = "fall"


def land(state):
    """Add the disc to its column, and see whether the round is over."""
    state.columns[state.aim].append(state.turn)
    if state.is_bomb:
        explode(state)
    state.line = find_line(state.columns)
    if state.line:
        state.wins[owner(state.columns, *state.line[0])] += 1
    if state.line or sum(map(len, state.columns)) == WIDE * HIGH:
        state.phase, state.timer = "pause", 110
    else:
        give_turn(state, -state.turn)


def explode(state):
    """Take out the bomb and the discs around it; those above move down."""
    height = len(state.columns[state.aim]) - 1
    state.blast, state.blast_at = 24, spot(state.aim, height)
    state.bombs -= 1
    for column in state.columns[max(0, state.aim - 1) : state.aim + 2]:
        del column[max(0, height - 1) : height + 2]


def update(state):
    state.blast -= 1
    if state.phase == "think" and len(state.values) < WIDE:
        state.values.append(judge(state, len(state.values)))
    elif state.phase == "think":
        release(state, state.values.index(max(state.values)))
    elif state.phase == "fall":
        floor = spot(0, len(state.columns[state.aim]))[1]
        state.speed += 1.2
        state.y = min(state.y + state.speed, floor)
        if state.y == floor:
            land(state)
    elif state.phase == "pause":
        state.timer -= 1
        if state.timer == 0 and 3 in state.wins.values():
            state.phase, state.title = "end", "YOU WIN" if state.wins[1] == 3 else "GAME OVER"
        elif state.timer == 0:
            start_round(state)


def press(state, key):
    if key == pygame.K_LEFT:
        state.aim = (state.aim - 1) % WIDE
    elif key == pygame.K_RIGHT:
        state.aim = (state.aim + 1) % WIDE
    elif key == pygame.K_SPACE:
        release(state, state.aim)
    elif key == pygame.K_b and state.bombs:
        state.is_bomb = True
    elif pygame.K_1 <= key <= pygame.K_7:
        release(state, key - pygame.K_1)


def spot(x, y):
    """Return the middle of a place on the screen."""
    return 20 + x * SIDE + SIDE // 2, SIZE[1] - 55 - y * SIDE - SIDE // 2


def disc_picture(color):
    picture = pygame.Surface((64, 64))
    picture.set_colorkey(BLACK, pygame.RLEACCEL)
    pygame.draw.circle(picture, color, (32, 32), 32)
    pygame.draw.circle(picture, BLACK, (32, 32), 25, 2)
    pygame.draw.circle(picture, "white", (21, 21), 5)
    return picture


def write(window, font, text, y):
    image = font.render(text, True, GREEN)
    window.blit(image, image.get_rect(midtop=(SIZE[0] // 2, y)))


def draw(window, fonts, rack, discs, state):
    window.blit(rack, (0, 0))
    for x, column in enumerate(state.columns):
        for y, disc in enumerate(column):
            window.blit(discs[disc], discs[disc].get_rect(center=spot(x, y)))
    if state.phase in ("aim", "fall"):
        window.blit(discs[state.turn], (spot(state.aim, 0)[0] - 32, state.y - 32))
    if state.is_bomb:
        center = pygame.Vector2(spot(state.aim, 0)[0], state.y)
        pygame.draw.circle(window, "dimgray", center, 27)
        pygame.draw.line(window, "white", center, center + (22, -22), 7)
    if state.blast > 0:
        pygame.draw.circle(window, ORANGE, state.blast_at, 120 - 4 * state.blast, 20)
    if state.line:
        pygame.draw.line(window, "white", spot(*state.line[0]), spot(*state.line[3]), 9)
    counts = f"YOU {state.wins[1]}   CPU {state.wins[-1]}   ROUND {state.round}   BOMBS {state.bombs}"
    write(window, fonts[0], counts, 16)
    write(window, fonts[0], "LEFT RIGHT SPACE, 1-7, CLICK   B: BOMB   R: NEW", SIZE[1] - 34)
    if state.phase == "pause":
        write(window, fonts[0], "FOUR IN A LINE" if state.line else "NO PLACE LEFT", 80)
    if state.title:
        window.fill(BLACK, (110, 270, SIZE[0] - 220, 150))
        write(window, fonts[1], state.title, 285)
        write(window, fonts[0], f"RESULT {state.wins[1]} TO {state.wins[-1]}", 350)
        write(window, fonts[0], "R: PLAY AGAIN   Q: QUIT", 350)
    pygame.display.flip()


def main():
    pygame.init()
    window = pygame.display.set_mode(SIZE)
    pygame.display.set_caption("Connect Four")
    fonts = pygame.font.Font(None, 30), pygame.font.Font(None, 70)
    clock = pygame.time.Clock()
    discs = {1: disc_picture(GREEN), -1: disc_picture(ORANGE)}
    rack = pygame.Surface(SIZE)
    for x in range(WIDE):
        for y in range(HIGH):
            pygame.draw.circle(rack, DARK, spot(x, y), 35, 3)
    state = State()
    running = True
    while running:
        for event in pygame.event.get():
            key = event.key if event.type == pygame.KEYDOWN else None
            if event.type == pygame.QUIT or key == pygame.K_q:
                running = False
            elif key == pygame.K_r:
                state = State()
            elif key and state.phase == "aim":
                press(state, key)
            elif event.type == pygame.MOUSEBUTTONDOWN and state.phase == "aim":
                release(state, min(max(0, (event.pos[0] - 20) // SIDE), WIDE - 1))
        update(state)
        draw(window, fonts, rack, discs, state)
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
