# SOURCE: ../tetris_1_bomb.py
# FAILURE: readable: 'UP SPIN' is out of the window at frame 1 of idle, seed 0

"""Tetris: pack the falling tetrominoes so that whole rows are filled and disappear.

The LEFT and RIGHT arrows push the piece, UP spins it, DOWN hurries it and SPACE drops
it at once. 1, 2, 3 or 4 rows together bring 40, 100, 300 or 1200 points times the
speed, which rises with every ten rows. A bomb
blows up all squares up to two away from where it lands. It ends when the stack blocks the entrance.

A piece is a center in the grid and four offsets; spinning turns the offsets around it.
"""

import random

import pygame

FPS = 60
WIDE, HIGH = 10, 20
BOX = 34
WELL = pygame.Rect(250, 10, WIDE * BOX, HIGH * BOX)
SIZE = (610, 700)

GREEN = (0, 255, 65)
WHITE = (235, 235, 235)
GRAY = (150, 150, 150)
BOMB = (255, 60, 60)

# name: color and offsets from the center
SHAPES = {
    "I": ((70, 230, 255), [(-1, 0), (0, 0), (1, 0), (2, 0)]),
    "O": ((255, 240, 90), [(0, 0), (1, 0), (0, 1), (1, 1)]),
    "T": ((220, 100, 255), [(-1, 0), (0, 0), (1, 0), (0, 1)]),
    "S": ((120, 255, 120), [(0, 0), (1, 0), (-1, 1), (0, 1)]),
    "Z": ((255, 90, 90), [(-1, 0), (0, 0), (0, 1), (1, 1)]),
    "J": ((110, 140, 255), [(-1, 0), (0, 0), (1, 0), (1, 1)]),
    "L": ((255, 170, 70), [(-1, 0), (0, 0), (1, 0), (-1, 1)]),
    "bomb": (BOMB, [(0, 0)]),
}


class Tetris:
    """The window, the grid and the piece that falls."""

    def __init__(self):
        pygame.init()
        pygame.display.set_caption("Tetris")
        self.window = pygame.display.set_mode(SIZE)
        self.small, self.large = pygame.font.Font(None, 30), pygame.font.Font(None, 68)
        self.reset()

    def reset(self):
        self.grid = [[None] * WIDE for _ in range(HIGH)]
        self.points = 0
        self.rows = 0
        self.queue = []
        self.blast = 0  # frames for which the last explosion is still seen
        self.clock = 0  # frames since the last step down
        self.push_clock = 0  # frames for which LEFT or RIGHT has been held
        self.enter_next()

    def speed(self):
        return 1 + self.rows // 10

    def enter_next(self):
        """Put the next shape at the entrance, which is the end if it has no room there."""
        if len(self.queue) < 2:
            self.queue += random.sample(list(SHAPES), len(SHAPES))
        self.name = self.queue.pop(0)
        self.color, self.offsets = SHAPES[self.name]
        self.x, self.y = 4, 0
        self.is_over = not self.has_room(self.x, self.y, self.offsets)

    def has_room(self, x, y, offsets):
        for dx, dy in offsets:
            if not 0 <= x + dx < WIDE or not 0 <= y + dy < HIGH or self.grid[y + dy][x + dx]:
                return False
        return True

    def shift(self, dx, dy, offsets=None):
        """Go to another place, perhaps spun as well; return whether it was free."""
        offsets = offsets or self.offsets
        is_free = self.has_room(self.x + dx, self.y + dy, offsets)
        if is_free:
            self.x, self.y, self.offsets = self.x + dx, self.y + dy, offsets
        return is_free

    def spin(self):
        if self.name == "O":
            return
        spun = [(-dy, dx) for dx, dy in self.offsets]
        # If the piece is in the way of something, try beside, below and two away.
        for kick in (0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (2, 0), (-2, 0):
            if self.shift(*kick, spun):
                break

    def settle(self):
        """Leave the piece in the grid and take out full rows."""
        for dx, dy in self.offsets:
            self.grid[self.y + dy][self.x + dx] = self.color
        if self.name == "bomb":
            self.explode()
        self.grid = [row for row in self.grid if None in row]
        count = HIGH - len(self.grid)
        self.grid = [[None] * WIDE for _ in range(count)] + self.grid
        self.points += [0, 40, 100, 300, 1200][count] * self.speed()
        self.rows += count
        self.clock = 0
        self.enter_next()

    def explode(self):
        """Clear the squares up to two away from the bomb, and its own."""
        self.blast, self.blast_at = 20, (self.x, self.y)
        for y in range(max(0, self.y - 2), min(HIGH, self.y + 3)):
            for x in range(max(0, self.x - 2), min(WIDE, self.x + 3)):
                self.grid[y][x] = None

    def step(self):
        self.clock = 0
        if not self.shift(0, 1):
            self.settle()

    def on_key(self, key):
        if key == pygame.K_LEFT:
            self.shift(-1, 0)
        if key == pygame.K_RIGHT:
            self.shift(1, 0)
        if key == pygame.K_UP:
            self.spin()
        if key == pygame.K_SPACE:
            while self.shift(0, 1):
                pass
            self.settle()

    def play_frame(self):
        self.blast = max(0, self.blast - 1)
        held = pygame.key.get_pressed()
        side = held[pygame.K_RIGHT] - held[pygame.K_LEFT]
        self.push_clock = self.push_clock + 1 if side else 0
        if self.push_clock > 14 and self.push_clock % 4 == 0:
            self.shift(side, 0)
        self.clock += 9 if held[pygame.K_DOWN] else 1
        # Level by level a step takes a fifth less time.
        if self.clock > 35 * 0.8 ** (self.speed() - 1):
            self.step()

    def draw_box(self, x, y, color):
        """Draw one neon square with a dot in its middle."""
        box = pygame.Rect(WELL.x + x * BOX, WELL.y + y * BOX, BOX, BOX).inflate(-4, -4)
        if color == BOMB:
            pygame.draw.circle(self.window, color, box.center, 13)
            pygame.draw.line(self.window, WHITE, box.center, box.topright, 3)
            pygame.draw.circle(self.window, (255, 240, 90), box.topright, 5)
            return
        pygame.draw.rect(self.window, [part // 4 for part in color], box, border_radius=6)
        pygame.draw.rect(self.window, color, box, 3, border_radius=6)
        pygame.draw.circle(self.window, color, box.center, 3)

    def write(self, font, text, color, y, x=130):
        image = font.render(text, True, color, (0, 0, 0))
        self.window.blit(image, image.get_rect(center=(x, y)))

    def draw(self):
        self.window.fill((0, 0, 0))
        pygame.draw.rect(self.window, GREEN, WELL.inflate(10, 10), 3, border_radius=8)
        for y, row in enumerate(self.grid):
            for x, color in enumerate(row):
                if color:
                    self.draw_box(x, y, color)
        for dx, dy in self.offsets:
            self.draw_box(self.x + dx, self.y + dy, self.color)
        if self.blast:
            x, y = self.blast_at
            center = WELL.x + (x + 0.5) * BOX, WELL.y + (y + 0.5) * BOX
            pygame.draw.circle(self.window, (255, 240, 90), center, 90 - 4 * self.blast, 2 + self.blast // 2)
            pygame.draw.circle(self.window, BOMB, center, 60 - 2 * self.blast, 4)
        self.write(self.small, "NEXT", GRAY, 50)
        color, offsets = SHAPES[self.queue[0]]
        for dx, dy in offsets:
            self.draw_box(dx - 4.2, dy + 2, color)
        self.write(self.small, f"POINTS {self.points}", GREEN, 220)
        self.write(self.small, f"ROWS {self.rows}", WHITE, 260)
        self.write(self.small, f"SPEED {self.speed()}", WHITE, 300)
        for number, hint in enumerate(("LEFT RIGHT PUSH", "UP SPIN", "DOWN HURRY", "SPACE DROP")):
            self.write(self.small, hint, GRAY, 560 + 300 * number)
        if self.is_over:
            pygame.draw.rect(self.window, (0, 0, 0), (WELL.x, 270, WELL.width, 135))
            self.write(self.large, "GAME OVER", WHITE, 300, WELL.centerx)
            self.write(self.small, f" FINAL POINTS {self.points} ", GREEN, 350, WELL.centerx)
            self.write(self.small, " R: PLAY AGAIN   Q: QUIT ", WHITE, 385, WELL.centerx)
        pygame.display.flip()


def main():
    app = Tetris()
    timer = pygame.time.Clock()
    while True:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                pygame.quit()
                return
            if event.type == pygame.KEYDOWN and not app.is_over:
                app.on_key(event.key)
            elif event.type == pygame.KEYDOWN and event.key == pygame.K_r:
                app.reset()
            elif event.type == pygame.KEYDOWN and event.key == pygame.K_q:
                pygame.quit()
                return
        if not app.is_over:
            app.play_frame()
        app.draw()
        timer.tick(FPS)


if __name__ == "__main__":
    main()
