# SOURCE: ../frogger.py
# FAILURE: restarts: R at frame 323 of random play, seed 0: SCORE starts at 30, in the first game at 0

"""Frogger: hop across the road and the river and fill the five homes.

Arrow keys hop. Cars run you over and water drowns you: ride logs and turtles, but
some turtles dive. A new row brings 10 points, a home 50 and 5 for each second left.
You have three frogs with 30 seconds each, and every level is faster.

Everything moves on a strip that is wider than the window and wraps around, so one
number, the distance travelled, gives all the places.
"""

import random

import pygame

CELL = 40
WIDTH, HEIGHT = 600, 600  # 13 rows of 15 cells and two lines of text
MARGIN = 200  # hidden part of the strip
FPS = 60
HOMES = (60, 180, 300, 420, 540)  # x of their middles
RIVER = range(1, 6)
START_ROW = 12

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
DARK_GREEN = (0, 100, 40)
WATER = (10, 25, 90)
BROWN = (150, 90, 40)
RED = (255, 70, 70)
WHITE = (235, 235, 235)

# row: kind, length in cells, how many, speed, color
LANES = {
    1: ("log", 3, 4, 1.4, BROWN),
    2: ("turtles", 2, 5, -1.2, GREEN),
    3: ("log", 5, 2, 1.9, BROWN),
    4: ("log", 2, 5, 0.9, BROWN),
    5: ("turtles", 3, 4, -1.5, GREEN),
    7: ("truck", 2, 3, -1.3, WHITE),
    8: ("car", 1, 2, 2.6, RED),
    9: ("car", 1, 4, -1.6, (90, 170, 255)),
    10: ("car", 1, 3, 1.3, (255, 220, 60)),
    11: ("car", 1, 4, -1.0, (255, 110, 220)),
}
NO_LANE = ("bank", 0, 0, 0, BLACK)
HOPS = {pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1), pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0)}


def middle_of(row):
    return (row + 1.5) * CELL


class Game:
    def __init__(self):
        self.starts = {row: random.randrange(WIDTH) for row in LANES}
        self.travel = 0
        self.score = 0
        self.level = 1
        self.lives = 3
        self.full_homes = []
        self.new_frog()

    def new_frog(self):
        self.x, self.row = WIDTH / 2, START_ROW
        self.best_row = START_ROW
        self.time = 30 * FPS
        self.dying = 0  # frames for which a lost frog is still shown

    def pace(self):
        return 0.85 + 0.15 * self.level

    def things(self, row):
        """Yield the rectangle and the depth of all in a lane: 0 on top, 1 about to dive, 2 under water."""
        kind, cells, count, speed, _ = LANES.get(row, NO_LANE)
        for number in range(count):
            place = self.starts[row] + speed * self.travel + number * (WIDTH + MARGIN) / count
            rect = pygame.Rect(place % (WIDTH + MARGIN) - MARGIN, middle_of(row) - 16, cells * CELL, 32)
            clock = self.travel % 360 if kind == "turtles" and number == 0 else 0
            yield rect, (clock > 220) + (clock > 280)

    def hop(self, dx, dy):
        if self.dying or not self.lives:
            return
        self.x = max(20, min(WIDTH - 20, self.x + dx * CELL))
        self.row = min(START_ROW, self.row + dy)
        if self.row < self.best_row:
            self.best_row = self.row
            self.score += 10
        if self.row == 0:
            self.enter_home()

    def enter_home(self):
        home = min(HOMES, key=lambda x: abs(x - self.x))
        if home in self.full_homes or abs(home - self.x) > 24:
            return self.die()
        self.full_homes.append(home)
        self.score += 50 + self.time // FPS * 5
        self.new_frog()
        if len(self.full_homes) == len(HOMES):
            self.full_homes = []
            self.level += 1

    def die(self):
        self.lives -= 1
        self.dying = 45

    def update(self):
        """Move everything on, then see what becomes of the frog."""
        self.travel += self.pace()
        if self.dying:
            self.dying -= 1
            if self.dying == 0:
                self.new_frog()
            return
        self.time -= 1
        if self.row in RIVER:
            self.x += LANES[self.row][3] * self.pace()
        # Only the middle of the frog counts, for cars as well as for logs.
        frog = pygame.Rect(self.x - 10, middle_of(self.row) - 10, 20, 20)
        is_met = any(rect.colliderect(frog) and depth < 2 for rect, depth in self.things(self.row))
        is_outside = frog.centerx < 0 or frog.centerx > WIDTH
        if self.time == 0 or is_outside or is_met != (self.row in RIVER):
            self.die()


def draw_frog(screen, x, y, color=GREEN):
    """Draw four legs, the body and two eyes."""
    for dx in (-12, 12):
        pygame.draw.line(screen, color, (x - dx, y - 12), (x + dx, y + 12), 6)
        pygame.draw.circle(screen, WHITE, (x + dx / 2, y - 9), 5)
        pygame.draw.circle(screen, BLACK, (x + dx / 2, y - 10), 2)
    pygame.draw.circle(screen, color, (x, y + 1), 10)


def draw_thing(screen, kind, rect, depth, color, is_driving_right):
    if kind == "log":
        pygame.draw.rect(screen, color, rect, border_radius=14)
        pygame.draw.circle(screen, (210, 160, 100), (rect.right - 14, rect.centery), 10)
    elif kind == "turtles":
        for x in range(rect.x + 20, rect.right, CELL):
            pygame.draw.circle(screen, color, (x - 15, rect.centery), 5 - 2 * depth)
            pygame.draw.circle(screen, DARK_GREEN, (x, rect.centery), 14 - 5 * depth)
            pygame.draw.circle(screen, color, (x, rect.centery), 14 - 5 * depth, 2)
    else:
        for x in (rect.x + 5, rect.right - 13):
            pygame.draw.rect(screen, (110, 110, 110), (x, rect.y, 8, 32))
        pygame.draw.rect(screen, color, rect.inflate(-2, -8), border_radius=7)
        front = rect.right - 16 if is_driving_right else rect.x + 8
        pygame.draw.rect(screen, BLACK, (front, rect.y + 8, 8, 16))


def draw_world(screen, game):
    screen.fill(BLACK)
    pygame.draw.rect(screen, WATER, (0, 2 * CELL, WIDTH, 5 * CELL))
    for row in (0, 6, START_ROW):
        pygame.draw.rect(screen, DARK_GREEN, (0, (row + 1) * CELL, WIDTH, CELL))
    for x in HOMES:
        pygame.draw.rect(screen, WATER, (x - 28, CELL + 4, 56, CELL - 4))
        if x in game.full_homes:
            draw_frog(screen, x, middle_of(0))
    for row, (kind, _, _, speed, color) in LANES.items():
        for rect, depth in game.things(row):
            draw_thing(screen, kind, rect, depth, color, speed > 0)
    draw_frog(screen, game.x, middle_of(game.row), RED if game.dying else GREEN)


def draw_text(screen, font, text, color, x, y):
    """Write text on black, so that it can be read over the lanes as well."""
    picture = font.render(text, True, color, BLACK)
    screen.blit(picture, picture.get_rect(center=(x, y)))


def draw_hud(screen, font, big_font, game):
    hud = f"SCORE {game.score}", f"LEVEL {game.level}", f"LIVES {game.lives}"
    for number, text in enumerate(hud):
        draw_text(screen, font, text, GREEN, 80 + 220 * number, 20)
    draw_text(screen, font, f"TIME {game.time // FPS}", GREEN, 55, HEIGHT - 20)
    pygame.draw.rect(screen, GREEN if game.time > 500 else RED, (110, HEIGHT - 28, game.time // 6, 16))
    draw_text(screen, font, "ARROWS: HOP", WHITE, WIDTH - 75, HEIGHT - 20)
    if not game.lives:
        draw_text(screen, big_font, " GAME OVER ", RED, WIDTH // 2, 230)
        draw_text(screen, font, f" FINAL SCORE {game.score} ", WHITE, WIDTH // 2, 300)
        draw_text(screen, font, " R: PLAY AGAIN   Q: QUIT ", WHITE, WIDTH // 2, 340)


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Frogger")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 28)
    big_font = pygame.font.Font(None, 72)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN:
                if event.key in HOPS:
                    game.hop(*HOPS[event.key])
                elif event.key == pygame.K_r and not game.lives:
                    game, game.score = Game(), game.score
                elif event.key == pygame.K_q and not game.lives:
                    running = False
        if game.lives:
            game.update()
        draw_world(screen, game)
        draw_hud(screen, font, big_font, game)
        pygame.display.flip()
        clock.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
