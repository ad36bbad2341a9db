# SOURCE: ../snake_3.py
# ERROR: File "/Users/sam/.infinity-arcade/games/4d3d985c.py", line 108
# ERROR: SyntaxError: expected ':'

"""Snake: creep over the chequered floor, swallow apples, and look where you are going.

The arrow keys turn the snake. An apple brings 10 points and one more cell of tail; every
fifth brings a new, faster level. Stones and your own body are deadly, a full floor wins.

The floor is one flat list with a rim of stones: a step is a number added to the place
of the head. The scenes, Play and End, answer keys and frames with the scene that follows.
"""

import random
from collections import deque
from itertools import pairwise

import pygame

ACROSS, DOWN = 28, 22  # cells, with the rim
SIDE = 24
BAR = 48  # height of the line of text above the floor

BARE, STONE, SCALES, APPLE = " #o*"
NEW_FLOOR = STONE * ACROSS + (STONE + BARE * (ACROSS - 2) + STONE) * (DOWN - 2) + STONE * ACROSS
STEPS = {pygame.K_UP: -ACROSS, pygame.K_LEFT: -1, pygame.K_DOWN: ACROSS, pygame.K_RIGHT: 1}

GREEN = (0, 255, 65)
MOSS = (20, 125, 50)
YELLOW = (250, 230, 80)
RED = (255, 60, 80)
BLACK = (0, 0, 0)


def box_of(place):
    """Return the square of the window that a place of the floor covers."""
    return pygame.Rect(place % ACROSS * SIDE, BAR + place // ACROSS * SIDE, SIDE, SIDE)


class Painter:
    """The window, its fonts and pictures."""

    def __init__(self):
        pygame.display.set_caption("Snake")
        self.window = pygame.display.set_mode((ACROSS * SIDE, BAR + DOWN * SIDE))
        self.small, self.big = pygame.font.Font(None, 30), pygame.font.Font(None, 76)
        self.floor = pygame.Surface(self.window.get_size())
        for place, what in enumerate(NEW_FLOOR):
            box = box_of(place)
            if what == STONE:
                pygame.draw.rect(self.floor, (80, 84, 115), box.inflate(-2, -2), border_radius=8)
            elif (place % ACROSS + place // ACROSS) % 2:
                pygame.draw.rect(self.floor, (14, 17, 26), box)
        # The head looks to the right and is rotated later.
        self.head = pygame.Surface((SIDE, SIDE), pygame.SRCALPHA)
        pygame.draw.polygon(self.head, GREEN, [(0, 3), (11, 1), (22, 8), (22, 15), (11, 22), (0, 20)])
        for y in (6, 17):
            pygame.draw.circle(self.head, BLACK, (12, y), 3)

    def write(self, font, words, color, x, y):
        image = font.render(words, True, color)
        self.window.blit(image, image.get_rect(center=(x, y)))

    def paint_snake(self, places, step):
        for front, back in pairwise(places):
            piece = box_of(front).union(box_of(back)).inflate(-6, -6)
            pygame.draw.rect(self.window, MOSS, piece, border_radius=8)
        for place in list(places)[1:]:
            x, y = box_of(place).center
            pygame.draw.polygon(self.window, GREEN, [(x - 6, y), (x, y - 6), (x + 6, y), (x, y + 6)])
        angle = {1: 0, -ACROSS: 90, -1: 180, ACROSS: 270}[step]
        self.window.blit(pygame.transform.rotate(self.head, angle), box_of(places[0]))

    def paint_apple(self, place):
        x, y = box_of(place).center
        pygame.draw.circle(self.window, RED, (x, y + 2), 9)
        pygame.draw.circle(self.window, GREEN, (x + 3, y - 7), 4)

    def paint_panel(self, title, result):
        pygame.draw.rect(self.window, BLACK, (126, 200, 420, 190))
        pygame.draw.rect(self.window, GREEN, (126, 200, 420, 190), 3)
        self.write(self.big, title, YELLOW, 336, 250)
        self.write(self.small, result, GREEN, 336, 310)
        self.write(self.small, "R: PLAY AGAIN   Q: QUIT", GREEN, 336, 355)


class Play:
    """The scene in which the snake creeps."""

    def __init__(self):
        self.floor = list(NEW_FLOOR)
        start = ACROSS * (DOWN // 2) + 6
        self.places = deque([start, start - 1, start - 2])  # head first
        for place in self.places:
            self.floor[place] = SCALES
        self.step = STEPS[pygame.K_RIGHT]
        self.turns = []
        self.apples = 0
        self.rest = 0  # frames until the next step
        self.lay_apple()

    def level(self):
        return 1 + self.apples // 5

    def lay_apple(self):
        """Lay an apple on a bare place, and return whether there was one."""
        bare = [place for place, what in enumerate(self.floor) if what == BARE]
        if bare:
            self.floor[random.choice(bare)] = APPLE
        return bool(bare)

    def after_key(self, key)
        """Note up to two turns; straight on and back are none."""
        if key in STEPS and len(self.turns) < 2:
            last = [self.step, *self.turns][-1]
            if abs(STEPS[key]) != abs(last):
                self.turns.append(STEPS[key])
        return self

    def after_frame(self):
        self.rest -= 1
        if self.rest > 0:
            return self
        self.rest = max(4, 10 - self.level())
        return self.creep()

    def creep(self):
        """Take one step and return the scene that follows."""
        if self.turns:
            self.step = self.turns.pop(0)
        place = self.places[0] + self.step
        is_meal = self.floor[place] == APPLE
        if not is_meal:
            # The tail leaves first, so the head may follow it closely.
            self.floor[self.places.pop()] = BARE
        if self.floor[place] in (STONE, SCALES):
            return End(self, "GAME OVER")
        self.floor[place] = SCALES
        self.places.appendleft(place)
        if is_meal:
            self.apples += 1
            if not self.lay_apple():
                return End(self, "YOU WIN")
        return self

    def paint(self, painter):
        painter.window.blit(painter.floor, (0, 0))
        painter.write(painter.small, f"SCORE {self.apples * 10}", GREEN, 80, 25)
        painter.write(painter.small, f"LEVEL {self.level()}", YELLOW, 215, 25)
        painter.write(painter.small, "TURN: ARROW KEYS", GREEN, 545, 25)
        if APPLE in self.floor:
            painter.paint_apple(self.floor.index(APPLE))
        painter.paint_snake(self.places, self.step)


class End:
    """The scene of the last picture with the result on it."""

    def __init__(self, play, title):
        self.play, self.title = play, title

    def after_key(self, key):
        if key == pygame.K_r:
            return Play()
        return None if key == pygame.K_q else self  # no scene: quit

    def after_frame(self):
        return self

    def paint(self, painter):
        self.play.paint(painter)
        painter.paint_panel(self.title, f"FINAL SCORE {self.play.apples * 10}")


def main():
    pygame.init()
    painter = Painter()
    clock = pygame.time.Clock()
    scene = Play()
    while scene:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                scene = None
            elif event.type == pygame.KEYDOWN and scene:
                scene = scene.after_key(event.key)
        if scene:
            scene = scene.after_frame()
            scene.paint(painter)
            pygame.display.flip()
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
