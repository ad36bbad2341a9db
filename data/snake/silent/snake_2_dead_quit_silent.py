# SOURCE: ../snake_2.py
# FAILURE: quits: Q at frame 230 of idle, seed 0: it runs on after frame 372

"""Snake: crawl over the grid, eat, grow longer, and do not crash.

Turn with the arrow keys. Food brings 10 points and one more link; five meals
lift the level, and each level is faster. The frame and your own body kill.
Cover every square to win.

The grid stores for each square how many steps the snake will still lie on it.
The head writes its length into a new square, and every step all numbers fall
by one, so the tail disappears by itself.
"""

import random
import sys

import pygame


class SnakeApp:
    """The window, the rules and the picture of the game in one object."""

    SQUARE = 25
    WIDE, HIGH = 22, 18
    DELAYS = (10, 9, 8, 7, 6, 5, 4)  # frames per step, level by level
    KEYS = {
        pygame.K_RIGHT: (1, 0),
        pygame.K_LEFT: (-1, 0),
        pygame.K_DOWN: (0, 1),
        pygame.K_UP: (0, -1),
    }
    FOOD_PICTURE = ("..g..", ".rgr.", "rrrrr", "rrrrr", ".rrr.")

    def __init__(self):
        pygame.init()
        self.field = pygame.Rect(35, 85, self.WIDE * self.SQUARE, self.HIGH * self.SQUARE)
        self.window = pygame.display.set_mode((self.field.right + 35, self.field.bottom + 35))
        pygame.display.set_caption("Snake")
        self.clock = pygame.time.Clock()
        self.fonts = {size: pygame.font.Font(None, size) for size in (24, 36, 70)}
        self.reset()

    def reset(self):
        """Begin a new game."""
        self.state = "play"  # then "won" or "lost"
        self.steps_left = [[0] * self.WIDE for _ in range(self.HIGH)]
        self.length = 3
        self.head = (5, 9)
        self.way = (1, 0)
        self.wishes = []  # turns that were asked for and not yet made
        for link in range(self.length):
            self.steps_left[9][5 - link] = self.length - link
        self.meals = 0
        self.wait = 0
        self.food = random.choice(self.empty_squares())

    def level(self):
        return self.meals // 5 + 1

    def empty_squares(self):
        return [
            (x, y)
            for y, row in enumerate(self.steps_left)
            for x, steps in enumerate(row)
            if steps == 0
        ]

    def wish(self, way):
        """Note a turn; a turn on the same axis as the last one changes nothing."""
        last = self.wishes[-1] if self.wishes else self.way
        if abs(way[0]) != abs(last[0]) and len(self.wishes) < 2:
            self.wishes.append(way)

    def tick(self):
        """Move the snake whenever the delay of the level is over."""
        self.wait += 1
        if self.wait >= self.DELAYS[min(self.level(), len(self.DELAYS)) - 1]:
            self.wait = 0
            self.move()

    def move(self):
        if self.wishes:
            self.way = self.wishes.pop(0)
        x, y = self.head[0] + self.way[0], self.head[1] + self.way[1]
        if (x, y) == self.food:
            self.length += 1
        else:
            # Nothing eaten: the whole body ages and the last link goes.
            self.steps_left = [[max(0, steps - 1) for steps in row] for row in self.steps_left]
        outside = not (0 <= x < self.WIDE and 0 <= y < self.HIGH)
        if outside or self.steps_left[y][x]:
            self.state = "lost"
            return
        self.head = (x, y)
        self.steps_left[y][x] = self.length
        if self.head == self.food:
            self.eat()

    def eat(self):
        self.meals += 1
        empty = self.empty_squares()
        if empty:
            self.food = random.choice(empty)
        else:
            self.state = "won"

    def box(self, x, y):
        """Return where a square of the grid is in the window."""
        left, top = self.field.topleft
        return pygame.Rect(left + x * self.SQUARE, top + y * self.SQUARE, self.SQUARE, self.SQUARE)

    def show(self, size, text, color, anchor, spot):
        image = self.fonts[size].render(text, True, color)
        self.window.blit(image, image.get_rect(**{anchor: spot}))

    def draw_food(self):
        """Draw the food from its little picture of 5 x 5 coloured pixels."""
        corner = self.box(*self.food)
        for row, line in enumerate(self.FOOD_PICTURE):
            for column, letter in enumerate(line):
                if letter != ".":
                    color = (255, 70, 70) if letter == "r" else (150, 255, 90)
                    self.window.fill(color, (corner.x + column * 5, corner.y + row * 5, 4, 4))

    def draw_snake(self):
        """Draw the links, the older the darker, and the eyes of the head."""
        for y, row in enumerate(self.steps_left):
            for x, steps in enumerate(row):
                if steps:
                    bright = 110 + 145 * steps // self.length
                    link = self.box(x, y).inflate(-3, -3)
                    pygame.draw.rect(self.window, (0, bright, bright // 4), link, border_radius=3)
                    pygame.draw.rect(self.window, (0, 60, 20), link.inflate(-14, -14))
        center = pygame.Vector2(self.box(*self.head).center)
        ahead = pygame.Vector2(self.way)
        pygame.draw.rect(self.window, (0, 255, 65), self.box(*self.head), border_radius=8)
        for eye in (ahead.rotate(45), ahead.rotate(-45)):
            self.window.fill((0, 0, 0), pygame.Rect(center + eye * 8 - (2, 2), (5, 5)))

    def draw(self):
        self.window.fill((0, 0, 0))
        pygame.draw.rect(self.window, (0, 18, 6), self.field)
        for column in range(1, self.WIDE):
            x = self.field.x + column * self.SQUARE
            pygame.draw.line(self.window, (0, 36, 12), (x, self.field.top), (x, self.field.bottom))
        for line in range(1, self.HIGH):
            y = self.field.y + line * self.SQUARE
            pygame.draw.line(self.window, (0, 36, 12), (self.field.left, y), (self.field.right, y))
        pygame.draw.rect(self.window, (0, 255, 65), self.field.inflate(14, 14), 3)
        pygame.draw.rect(self.window, (0, 120, 40), self.field.inflate(24, 24), 2)
        self.draw_food()
        self.draw_snake()
        self.show(36, f"SCORE {self.meals * 10}", (0, 255, 65), "topleft", (24, 12))
        self.show(36, f"LEVEL {self.level()}", (255, 220, 60), "topright", (self.field.right + 11, 12))
        self.show(24, "TURN WITH THE ARROW KEYS", (140, 170, 140), "midtop", (self.field.centerx, 46))
        if self.state != "play":
            self.draw_ending()
        pygame.display.flip()

    def draw_ending(self):
        band = pygame.Rect(self.field.x, 0, self.field.width, 190)
        band.centery = self.field.centery
        self.window.fill((0, 0, 0), band)
        color = (0, 255, 65) if self.state == "won" else (255, 70, 70)
        title = "YOU WIN" if self.state == "won" else "GAME OVER"
        self.show(70, title, color, "center", (band.centerx, band.y + 50))
        result = f"YOU SCORED {self.meals * 10} ON LEVEL {self.level()}"
        self.show(36, result, (230, 230, 230), "center", (band.centerx, band.y + 110))
        self.show(24, "R: PLAY AGAIN   Q: QUIT", (230, 230, 230), "center", (band.centerx, band.y + 155))

    def handle(self, event):
        if event.type == pygame.QUIT:
            pygame.quit()
            sys.exit()
        if event.type != pygame.KEYDOWN:
            return
        if event.key in self.KEYS:
            self.wish(self.KEYS[event.key])
        elif self.state != "play" and event.key == pygame.K_r:
            self.reset()
        elif self.state != "play" and event.key == pygame.K_ESCAPE:
            pygame.quit()
            sys.exit()

    def run(self):
        while True:
            for event in pygame.event.get():
                self.handle(event)
            if self.state == "play":
                self.tick()
            self.draw()
            self.clock.tick(60)


def main():
    app = SnakeApp()
    app.run()


if __name__ == "__main__":
    main()
