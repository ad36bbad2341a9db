# SOURCE: ../gomoku_captures_rocks.py
# FAILURE: scores: YOU: player 0, idle play as long would have 0, seed 0

"""Gomoku: get five of your stones in a straight line before the computer does.

Click a free point, or move the cursor with the ARROWS and press SPACE. Who wins two games
wins the match. R starts a new match, Q quits at its end. Two stones caught between two of
the other color are taken off the board. Nobody can play on a rock.

Every straight run of five points is a line. A line with stones of both colors is dead; the
computer adds up what all other lines through a point are worth to either side.
"""

import random

import pygame

SIZE = 13
CELL = 42
LEFT, TOP = 48, 90
WIDTH, HEIGHT = 2 * LEFT + (SIZE - 1) * CELL, TOP + SIZE * CELL + 20
FPS = 60
WINS = 2
ROCKS = 10
YOU, CPU = "YOU", "CPU"

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
GRID = (0, 90, 40)
WHITE = (235, 235, 235)
RED = (255, 80, 80)
GOLD = (255, 215, 60)
GRAY = (120, 120, 130)

LINES = [
    [(x + dx * step, y + dy * step) for step in range(5)]
    for dx, dy in ((1, 0), (0, 1), (1, 1), (1, -1))
    for x in range(SIZE)
    for y in range(SIZE)
    if x + 4 * dx < SIZE and 0 <= y + 4 * dy < SIZE
]
LINES_OF = {(x, y): [line for line in LINES if (x, y) in line] for x in range(SIZE) for y in range(SIZE)}
# What one more stone in a line is worth, by the stones of one color that are in it.
OWN_WORTH = (1, 6, 40, 300, 20000)
FOE_WORTH = (0, 5, 30, 220, 5000)


class Game:
    def __init__(self):
        self.wins = {YOU: 0, CPU: 0}
        self.over = False
        self.cursor = (SIZE // 2, SIZE // 2)
        self.start(YOU)

    def start(self, beginner):
        self.stones = {}
        self.rocks = random.sample(sorted(LINES_OF), ROCKS)
        self.turn = beginner
        self.taken = {YOU: 0, CPU: 0}  # stones that each side has captured
        self.five = []  # the line that has won
        self.last = None
        self.wait = 30  # frames until the computer moves, or the next game begins

    def worth(self, point):
        """Return what a point is worth to the computer."""
        total = 0
        for line in LINES_OF[point]:
            if any(place in self.rocks for place in line):
                continue
            owners = [self.stones[place] for place in line if place in self.stones]
            if YOU not in owners:
                total += OWN_WORTH[len(owners)]
            elif CPU not in owners:
                total += FOE_WORTH[len(owners)]
        return total

    def choose(self):
        """Return the computer's move: one of the best points, and in later games the best."""
        free = [point for point in LINES_OF if point not in self.stones and point not in self.rocks]
        ranked = sorted(free, key=self.worth, reverse=True)
        if self.worth(ranked[0]) >= FOE_WORTH[4]:
            return ranked[0]
        return random.choice(ranked[: max(1, 4 - sum(self.wins.values()))])

    def place(self, point):
        """Put a stone on a free point and see whether it wins."""
        if point in self.stones or point in self.rocks or self.five:
            return
        self.stones[point] = self.turn
        self.capture(point)
        self.last = point
        for line in LINES_OF[point]:
            if all(self.stones.get(place) == self.turn for place in line):
                self.five = line
        if self.five:
            self.wins[self.turn] += 1
            self.over = self.wins[self.turn] == WINS
        self.turn = CPU if self.turn == YOU else YOU
        self.wait = 90 if self.five else 20

    def capture(self, point):
        """Take off each pair between a new stone and another one of its color."""
        foe = CPU if self.turn == YOU else YOU
        for dx, dy in [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1)]:
            near, far, end = [(point[0] + dx * step, point[1] + dy * step) for step in (1, 2, 3)]
            if [self.stones.get(place) for place in (near, far, end)] == [foe, foe, self.turn]:
                del self.stones[near], self.stones[far]
                self.taken[self.turn] += 2

    def update(self):
        """Let the computer move, or the next game begin."""
        is_done = self.five or len(self.stones) == SIZE * SIZE - ROCKS
        if not is_done and self.turn == YOU:
            return
        self.wait += 1
        if self.wait <= 0:
            if is_done:
                self.start(self.turn)
            else:
                self.place(self.choose())

    def press(self, key):
        steps = {pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1)}
        if key in steps:
            x, y = self.cursor[0] + steps[key][0], self.cursor[1] + steps[key][1]
            self.cursor = min(max(x, 0), SIZE - 1), min(max(y, 0), SIZE - 1)
        elif key == pygame.K_SPACE and self.turn == YOU:
            self.place(self.cursor)

    def click(self, x, y):
        point = round((x - LEFT) / CELL), round((y - TOP) / CELL)
        if point in LINES_OF:
            self.cursor = point
            if self.turn == YOU:
                self.place(point)


def center_of(point):
    return LEFT + point[0] * CELL, TOP + point[1] * CELL


def draw_text(screen, font, text, color, center):
    image = font.render(text, True, color)
    screen.blit(image, image.get_rect(center=center))


def draw_stone(screen, center, owner):
    body, rim = ((0, 200, 55), GREEN) if owner == YOU else ((90, 20, 30), RED)
    pygame.draw.circle(screen, body, center, 17)
    pygame.draw.circle(screen, rim, center, 17, 2)
    pygame.draw.circle(screen, WHITE, (center[0] - 6, center[1] - 6), 3)


def draw(screen, font, big_font, game):
    screen.fill(BLACK)
    far = SIZE - 1
    for number in range(SIZE):
        pygame.draw.line(screen, GRID, center_of((number, 0)), center_of((number, far)))
        pygame.draw.line(screen, GRID, center_of((0, number)), center_of((far, number)))
    for point in [(x, y) for x in (3, 9) for y in (3, 9)] + [(6, 6)]:
        pygame.draw.circle(screen, GRID, center_of(point), 4)
    for x, y in map(center_of, game.rocks):
        corners = (-17, 12), (-12, -9), (2, -16), (16, -4), (15, 13)
        pygame.draw.polygon(screen, GRAY, [(x + dx, y + dy) for dx, dy in corners])
        pygame.draw.line(screen, BLACK, (x - 4, y - 10), (x + 3, y + 4), 2)
    for point, owner in game.stones.items():
        draw_stone(screen, center_of(point), owner)
    if game.last:
        pygame.draw.circle(screen, WHITE, center_of(game.last), 5)
    for point in game.five:
        pygame.draw.circle(screen, GOLD, center_of(point), 19, 3)
    x, y = center_of(game.cursor)
    pygame.draw.rect(screen, WHITE, (x - 20, y - 20, 40, 40), 1)
    draw_text(screen, font, f"YOU {game.wins[YOU]}", GREEN, (LEFT + 30, 30))
    draw_text(screen, font, f"STONES {len(game.stones)}", WHITE, (WIDTH // 2, 30))
    draw_text(screen, font, f"TAKEN {game.taken[YOU]}", GREEN, (LEFT + 150, 30))
    draw_text(screen, font, f"LOST {game.taken[CPU]}", RED, (WIDTH - LEFT - 150, 30))
    draw_text(screen, font, f"CPU {game.wins[CPU]}", RED, (WIDTH - LEFT - 30, 30))
    draw_text(screen, font, "CLICK OR ARROWS + SPACE: PLACE   R: NEW MATCH", WHITE, (WIDTH // 2, HEIGHT - 22))
    if game.over:
        box = pygame.Rect(0, 0, 360, 150)
        box.center = WIDTH // 2, HEIGHT // 2
        pygame.draw.rect(screen, BLACK, box)
        pygame.draw.rect(screen, GREEN, box, 2)
        title = "YOU WIN" if game.wins[YOU] == WINS else "YOU LOSE"
        draw_text(screen, big_font, title, GREEN if title == "YOU WIN" else RED, (box.centerx, box.y + 40))
        draw_text(screen, font, f"{game.wins[YOU]} TO {game.wins[CPU]} GAMES", WHITE, (box.centerx, box.y + 85))
        draw_text(screen, font, "R: PLAY AGAIN   Q: QUIT", WHITE, (box.centerx, box.y + 120))
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Gomoku")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 26)
    big_font = pygame.font.Font(None, 56)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN and event.key == pygame.K_r:
                game = Game()
            elif event.type == pygame.KEYDOWN and game.over:
                running = event.key != pygame.K_q
            elif event.type == pygame.KEYDOWN:
                game.press(event.key)
            elif event.type == pygame.MOUSEBUTTONDOWN and not game.over:
                game.click(*event.pos)
        if not game.over:
            game.update()
        draw(screen, font, big_font, game)
        clock.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
