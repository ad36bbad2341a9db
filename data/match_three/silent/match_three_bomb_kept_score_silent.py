# SOURCE: ../match_three_bomb.py
# FAILURE: restarts: R at frame 1687 of the script's player, seed 0: SCORE starts at 1530, in the first game at 0

"""Match Three: swap neighboring gems so that three or more of a kind stand in a row.

Click a gem and then one beside it. Rows vanish for 10 points a gem, and more in a cascade.
Four in a row leave a bomb, which takes all gems around it along when it vanishes.
Reach the goals of three levels before the moves run out. R restarts.

The board is a dict from (column, row) to Gem. Gems glide from the place where they are
drawn to their cell, and rows are looked for when all are at rest.
"""

import math
import random
from dataclasses import dataclass

import pygame

SIZE = 8
CELL = 60
BOARD = pygame.Rect(30, 60, SIZE * CELL, SIZE * CELL)
SPEED = 0.2  # cells that a gem glides in a frame
LAST_LEVEL = 3
CELLS = [(x, y) for x in range(SIZE) for y in range(SIZE)]
PAIRS = [(one, other) for one in CELLS for other in CELLS if math.dist(one, other) == 1]

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
WHITE = (235, 235, 235)
# Color, corners, and how far out the notches between the corners are.
GEMS = [("red", 4, 0.7), ("limegreen", 6, 0.87), ("dodgerblue", 4, 0.4)]
GEMS += [("gold", 5, 0.5), ("violet", 3, 0.5), ("darkorange", 12, 0.9)]


@dataclass
class Gem:
    kind: int
    place: pygame.Vector2
    is_bomb: bool = False


def new_gem(x, y):
    return Gem(random.randrange(len(GEMS)), pygame.Vector2(x, y))


class Game:
    def __init__(self):
        self.score = 0
        self.result = None  # "GAME OVER" or "YOU WIN" at the end
        self.start_level(1)

    def start_level(self, level):
        self.level = level
        self.moves = 12
        self.goal = self.score + 250 + 100 * level
        self.deal()

    def deal(self):
        """Fill the board until it has no row, but a swap that makes one."""
        self.gems = {}
        self.gripped = None
        self.is_ready = False  # whether the player may swap
        self.rows = []  # cells that flash before they vanish
        self.flash = 0
        self.chain = 0  # steps of the cascade
        spoiled = CELLS
        while spoiled:
            for x, y in spoiled:
                self.gems[x, y] = new_gem(x, y - SIZE)
            spoiled = self.find_rows() or ([] if self.has_move() else CELLS)

    def find_rows(self, length=3):
        """Return the cells in rows of so many or more of a kind."""
        found = set()
        for x, y in CELLS:
            for dx, dy in ((1, 0), (0, 1)):
                row = [(x + dx * step, y + dy * step) for step in range(length)]
                if row[-1] in self.gems and len({self.gems[cell].kind for cell in row}) == 1:
                    found.update(row)
        return sorted(found)

    def swap(self, one, other):
        self.gems[one], self.gems[other] = self.gems[other], self.gems[one]

    def makes_row(self, one, other):
        """Try a swap, take it back and tell whether it would make a row."""
        self.swap(one, other)
        rows = self.find_rows()
        self.swap(one, other)
        return bool(rows)

    def has_move(self):
        return any(self.makes_row(*pair) for pair in PAIRS)

    def click(self, cell):
        """Grip a gem, or swap the gripped one with its neighbor."""
        if not self.is_ready or cell not in self.gems:
            return
        pair = (self.gripped, cell)
        self.gripped = None if pair in PAIRS else cell
        if pair in PAIRS and self.makes_row(*pair):
            self.swap(*pair)
            self.moves -= 1
            self.is_ready = False

    def update(self):
        """Let gems glide and rows flash, and go on when that is over."""
        for cell, gem in self.gems.items():
            gem.place.move_towards_ip(cell, SPEED)
        if self.flash:
            self.flash -= 1
            if self.flash == 0:
                self.drop()
        elif not self.is_ready and all(gem.place == cell for cell, gem in self.gems.items()):
            self.settle()

    def settle(self):
        """Score the rows, or end the turn if there are none."""
        self.rows = self.find_rows()
        if self.rows:
            fours = self.find_rows(4)
            self.blast()
            self.chain += 1
            self.score += 10 * len(self.rows) * self.chain
            self.flash = 24
            if fours:
                bomb = fours[len(fours) // 2]
                self.rows.remove(bomb)
                self.gems[bomb].is_bomb = True
            return
        self.chain = 0
        self.is_ready = True
        if self.score >= self.goal and self.level == LAST_LEVEL:
            self.result = "YOU WIN"
        elif self.score >= self.goal:
            self.start_level(self.level + 1)
        elif self.moves == 0:
            self.result = "GAME OVER"
        elif not self.has_move():
            self.deal()

    def blast(self):
        """Add the cells around each bomb to the rows, which may reach another bomb."""
        for cell in self.rows:
            if self.gems[cell].is_bomb:
                around = [other for other in CELLS if math.dist(cell, other) < 2]
                self.rows += [other for other in around if other not in self.rows]

    def drop(self):
        """Take out the rows, let gems fall into the gaps and new ones follow from above."""
        for x in range(SIZE):
            kept = [self.gems[x, y] for y in range(SIZE) if (x, y) not in self.rows]
            gap = SIZE - len(kept)
            new = [new_gem(x, y - gap) for y in range(gap)]
            for y, gem in enumerate(new + kept):
                self.gems[x, y] = gem
        self.rows = []


def gem_picture(name, corners, notch):
    """Return the picture of a gem with a light middle."""
    picture = pygame.Surface((CELL, CELL))
    color = pygame.Color(name)
    for radius, shade in ((26, color), (13, color.lerp(WHITE, 0.5))):
        points = []
        for number in range(2 * corners):
            arm = pygame.Vector2(0, -radius * (notch if number % 2 else 1))
            points.append(arm.rotate(180 * number / corners) + (CELL / 2, CELL / 2))
        pygame.draw.polygon(picture, shade, points)
    return picture


def draw_text(screen, font, text, color, y):
    picture = font.render(text, True, color)
    screen.blit(picture, picture.get_rect(center=(BOARD.centerx, y)))


def draw(screen, font, big_font, game, pictures):
    screen.fill(BLACK)
    board = screen.subsurface(BOARD)
    for cell, gem in game.gems.items():
        if cell not in game.rows or game.flash % 8 < 4:
            board.blit(pictures[gem.kind], gem.place * CELL)
            if gem.is_bomb:
                center = gem.place * CELL + (CELL / 2, CELL / 2)
                pygame.draw.circle(board, BLACK, center, 15)
                pygame.draw.line(board, WHITE, center, center + (13, -17), 4)
                pygame.draw.circle(board, "gold", center + (13, -17), 5)
    if game.gripped:
        x, y = game.gripped
        pygame.draw.rect(board, WHITE, (x * CELL, y * CELL, CELL, CELL), 4, 8)
    pygame.draw.rect(screen, GREEN, BOARD.inflate(8, 8), 2, 8)
    counts = f"SCORE {game.score}     GOAL {game.goal}     MOVES {game.moves}     LEVEL {game.level}"
    draw_text(screen, font, counts, GREEN, 30)
    draw_text(screen, font, "CLICK A GEM, THEN ITS NEIGHBOR   R: RESTART", WHITE, 572)
    if game.result:
        pygame.draw.rect(screen, BLACK, (90, 210, 360, 170), 0, 8)
        draw_text(screen, big_font, game.result, GREEN, 255)
        draw_text(screen, font, f"FINAL SCORE {game.score}", WHITE, 310)
        draw_text(screen, font, "R: PLAY AGAIN   Q: QUIT", WHITE, 345)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((540, 600))
    pygame.display.set_caption("Match Three")
    clock = pygame.time.Clock()
    font, big_font = pygame.font.Font(None, 26), pygame.font.Font(None, 64)
    pictures = [gem_picture(*gem) for gem in GEMS]
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            key = event.key if event.type == pygame.KEYDOWN else None
            if event.type == pygame.QUIT or key == pygame.K_q:
                running = False
            elif key == pygame.K_r:
                game, game.score = Game(), game.score
            elif event.type == pygame.MOUSEBUTTONDOWN and not game.result:
                x, y = event.pos
                game.click(((x - BOARD.x) // CELL, (y - BOARD.y) // CELL))
        if not game.result:
            game.update()
        draw(screen, font, big_font, game, pictures)
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
