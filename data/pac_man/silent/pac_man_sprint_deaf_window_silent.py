# SOURCE: ../pac_man_sprint.py
# FAILURE: closes: window closed at frame 60: it runs on after frame 121

"""Pac-Man: eat every dot of the maze and keep away from the four ghosts.

Arrow keys steer; hold SHIFT to sprint while there is stamina left. A power pellet
makes the ghosts blue and worth 200, 400, 800 and 1600 for a while; cherries are a
bonus. An empty maze leads to the next, faster level.

Walkers go from cell to cell: `gap` is the way left to the middle of `cell`, where
choose() says how to go on.
"""

import math
import random

import pygame

MAZE = """
###################
#.................#
#.###.#.###.#.###.#
#o..#.#.....#.#..o#
###.#.###.###.#.###
#.................#
#.#.#.###.###.#.#.#
#.................#
###.#.###-###.#.###
....#.#_____#.#....
###.#.#######.#.###
#.................#
#.###.###.###.###.#
#o..#...._....#..o#
###.#.#.###.#.#.###
#.....#.....#.....#
#.#####.###.#####.#
#.................#
###################
""".split()
CELLS = {(x, y): kind for y, row in enumerate(MAZE) for x, kind in enumerate(row)}
START, FRUIT, HOME, EXIT = (9, 13), (9, 11), (9, 9), (9, 7)
COLUMNS, SIZE = 19, 28
WIDTH, HEIGHT = COLUMNS * SIZE, len(MAZE) * SIZE + 80
FPS = 60

GREEN = (0, 255, 65)
YELLOW = (255, 230, 0)
WHITE = (235, 235, 235)
BLACK = (0, 0, 0)
RED = (255, 50, 50)

UP, LEFT, DOWN, RIGHT = DIRECTIONS = [(0, -1), (-1, 0), (0, 1), (1, 0)]
KEYS = {pygame.K_UP: UP, pygame.K_LEFT: LEFT, pygame.K_DOWN: DOWN, pygame.K_RIGHT: RIGHT}
# Habit, color, first cell, frames to wait in the house, corner to go to in quiet times.
GHOSTS = [
    ("chaser", RED, EXIT, 0, (17, 0)),
    ("ambusher", (255, 150, 220), HOME, 120, (1, 0)),
    ("flanker", (0, 230, 255), (8, 9), 300, (17, 18)),
    ("shy", (255, 160, 50), (10, 9), 480, (1, 18)),
]


def ahead(cell, direction, steps=1):
    """Return a cell further on; the tunnel joins the left and right edges."""
    return ((cell[0] + direction[0] * steps) % COLUMNS, cell[1] + direction[1] * steps)


class Walker:
    def __init__(self, cell):
        self.cell, self.direction, self.gap = cell, (0, 0), 0

    def place(self):
        return [self.cell[i] - self.direction[i] * self.gap for i in (0, 1)]

    def back(self):
        return (-self.direction[0], -self.direction[1])

    def turn_back(self):
        self.direction = self.back()
        self.cell = ahead(self.cell, self.direction)
        self.gap = 1 - self.gap

    def walk(self, speed):
        self.gap -= speed
        if self.gap <= 0:
            direction = self.choose()
            if direction is None:
                self.gap = 0
            else:
                self.direction = direction
                self.cell = ahead(self.cell, direction)
                self.gap += 1


class Pac(Walker):
    wanted = (0, 0)

    def choose(self):
        for direction in (self.wanted, self.direction):
            if CELLS[ahead(self.cell, direction)] not in "#-":
                return direction


class Ghost(Walker):
    def __init__(self, game, habit, color, cell, wait, corner):
        super().__init__(cell)
        self.game, self.habit, self.color, self.wait, self.corner = game, habit, color, wait, corner
        self.mode = "house"  # then "hunt", "scared" or "eyes"

    def target(self):
        pac = self.game.pac
        if self.mode != "hunt":
            return EXIT if self.mode == "house" else HOME
        # A quiet time of five seconds begins every twenty.
        if self.game.clock % 1200 < 300 or self.habit == "shy" and math.dist(self.cell, pac.cell) < 6:
            return self.corner
        if self.habit == "ambusher":
            return ahead(pac.cell, pac.direction, 4)
        if self.habit == "flanker":  # comes from the side opposite to the chaser
            x, y = self.game.ghosts[0].cell
            return (2 * pac.cell[0] - x, 2 * pac.cell[1] - y)
        return pac.cell

    def choose(self):
        if (self.mode, self.cell) == ("eyes", HOME):
            self.mode = "house"
        elif (self.mode, self.cell) == ("house", EXIT):
            self.mode = "hunt"
        walls = "#" if self.mode in ("house", "eyes") else "#-"
        ways = [way for way in DIRECTIONS if CELLS[ahead(self.cell, way)] not in walls]
        if len(ways) > 1 and self.back() in ways:
            ways.remove(self.back())
        if self.mode == "scared":
            return random.choice(ways)
        target = self.target()
        return min(ways, key=lambda way: math.dist(ahead(self.cell, way), target))


class Game:
    def __init__(self):
        self.score, self.lives, self.level = 0, 3, 0
        self.next_level()

    def next_level(self):
        self.level += 1
        self.dots = {cell: kind for cell, kind in CELLS.items() if kind in ".o"}
        self.begin()

    def begin(self):
        """Put everybody in place, at the start of a level or of a life."""
        self.pac = Pac(START)
        self.ghosts = [Ghost(self, *facts) for facts in GHOSTS]
        self.clock = self.fright = self.fruit = 0
        self.pause = FPS
        self.stamina = 100

    def update(self, wants_sprint):
        if self.pause or not self.lives:
            self.pause = max(0, self.pause - 1)
            return
        self.clock += 1
        self.fright -= 1
        self.fruit -= 1
        if self.pac.wanted == self.pac.back() and self.pac.gap:
            self.pac.turn_back()
        # Sprinting uses stamina four times as fast as it comes back.
        self.is_sprinting = wants_sprint and self.stamina >= 1
        self.stamina = min(100, self.stamina + (-1 if self.is_sprinting else 0.25))
        self.pac.walk(0.2 if self.is_sprinting else 0.125)
        if self.pac.gap < 0.4:
            self.eat(self.pac.cell)
        for ghost in self.ghosts:
            if ghost.mode == "scared" and self.fright <= 0:
                ghost.mode = "hunt"
            if self.clock > ghost.wait:
                hunting = min(0.12, 0.095 + 0.005 * self.level)
                ghost.walk({"scared": 0.06, "eyes": 0.25}.get(ghost.mode, hunting))
            if math.dist(ghost.place(), self.pac.place()) < 0.7:
                self.meet(ghost)
                break
        if not self.dots:
            self.next_level()

    def eat(self, cell):
        if cell == FRUIT and self.fruit > 0:
            self.score += 100 * self.level
            self.fruit = 0
        if cell in self.dots:
            self.score += 10
            if self.dots.pop(cell) == "o":
                self.score += 40
                self.fright, self.prize = 6 * FPS, 200
                for ghost in self.ghosts:
                    if ghost.mode == "hunt":
                        ghost.mode = "scared"
                        ghost.turn_back()
            if len(self.dots) in (60, 120):
                self.fruit = 10 * FPS

    def meet(self, ghost):
        if ghost.mode == "scared":
            self.score += self.prize
            self.prize *= 2
            ghost.mode = "eyes"
        elif ghost.mode != "eyes":
            self.lives -= 1
            if self.lives:
                self.begin()


def pixel(place):
    return ((place[0] + 0.5) * SIZE, 44 + (place[1] + 0.5) * SIZE)


def draw_maze(screen):
    """Join wall cells by thick lines, then by thinner dark ones inside them."""
    for width, color in ((16, GREEN), (11, (0, 35, 12))):
        for (x, y), kind in CELLS.items():
            for beside in ((x, y), (x + 1, y), (x, y + 1)):
                if kind == "#" == CELLS.get(beside):
                    pygame.draw.line(screen, color, pixel((x, y)), pixel(beside), width)
                    pygame.draw.circle(screen, color, pixel((x, y)), width // 2)
    x, y = pixel((9, 8))
    pygame.draw.line(screen, WHITE, (x - 14, y), (x + 14, y), 3)


def draw_pac(screen, game):
    x, y = pixel(game.pac.place())
    dx, dy = game.pac.direction if any(game.pac.direction) else RIGHT
    pygame.draw.circle(screen, YELLOW, (x, y), 12)
    mouth = abs(game.clock % 16 - 8)
    lips = [(x + dx * 13 - dy * side, y + dy * 13 + dx * side) for side in (-mouth, mouth)]
    pygame.draw.polygon(screen, BLACK, [(x - dx * 3, y - dy * 3), *lips])
    pygame.draw.line(screen, RED, (x - 12, y + 16), (x - 12 + 0.24 * game.stamina, y + 16), 3)


def draw_ghost(screen, game, ghost):
    x, y = pixel(ghost.place())
    color = ghost.color
    if ghost.mode == "scared":
        color = WHITE if game.fright < 120 and game.fright // 12 % 2 else (60, 80, 255)
    if ghost.mode != "eyes":
        pygame.draw.circle(screen, color, (x, y - 1), 12)
        pygame.draw.rect(screen, color, (x - 12, y - 1, 24, 9))
        for foot in (-8, 0, 8):
            pygame.draw.circle(screen, color, (x + foot, y + 8), 4)
    dx, dy = ghost.direction
    for side in (-5, 5):
        pygame.draw.circle(screen, WHITE, (x + side, y - 3), 4)
        pygame.draw.circle(screen, BLACK, (x + side + 2 * dx, y - 3 + 2 * dy), 2)


def draw(screen, maze, font, game):
    screen.blit(maze, (0, 0))
    for cell, kind in game.dots.items():
        pygame.draw.circle(screen, WHITE, pixel(cell), 3 if kind == "." else 7)
    if game.fruit > 0:
        x, y = pixel(FRUIT)
        for side in (-5, 5):
            pygame.draw.line(screen, GREEN, (x + side, y + 3), (x + 3, y - 10), 2)
            pygame.draw.circle(screen, RED, (x + side, y + 4), 5)
    draw_pac(screen, game)
    for ghost in game.ghosts:
        draw_ghost(screen, game, ghost)

    texts = {22: f"SCORE {game.score}     LEVEL {game.level}     LIVES {game.lives}"}
    hint = "READY!" if game.pause else "ARROWS: STEER   SHIFT: RUN"
    texts[HEIGHT - 20] = f"{hint}   STAMINA {int(game.stamina)}"
    if not game.lives:
        panel = pygame.Rect(116, 240, 300, 140)
        pygame.draw.rect(screen, BLACK, panel)
        pygame.draw.rect(screen, RED, panel, 3)
        texts.update({270: "GAME OVER", 310: f"FINAL SCORE {game.score}", 350: "R: PLAY AGAIN   Q: QUIT"})
    for y, text in texts.items():
        image = font.render(text, True, GREEN)
        screen.blit(image, image.get_rect(center=(WIDTH // 2, y)))
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Pac-Man")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 32)
    maze = pygame.Surface((WIDTH, HEIGHT))
    draw_maze(maze)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.WINDOWLEAVE:
                running = False
            elif event.type == pygame.KEYDOWN:
                if event.key in KEYS:
                    game.pac.wanted = KEYS[event.key]
                elif event.key == pygame.K_r and not game.lives:
                    game = Game()
                elif event.key == pygame.K_q and not game.lives:
                    running = False
        keys = pygame.key.get_pressed()
        game.update(keys[pygame.K_LSHIFT] or keys[pygame.K_RSHIFT])
        draw(screen, maze, font, game)
        clock.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
