# SOURCE: ../endless_runner_1.py
# ERROR: Traceback (most recent call last):
# ERROR:   File "/Users/sam/.infinity-arcade/games/f09a872b.py", line 184, in <module>
# ERROR:   File "/Users/sam/.infinity-arcade/games/f09a872b.py", line 178, in main
# ERROR:   File "/Users/sam/.infinity-arcade/games/f09a872b.py", line 140, in show
# ERROR:   File "/Users/sam/.infinity-arcade/games/f09a872b.py", line 108, in draw_forest
# ERROR: ValueError: invalid color argument

"""Endless Runner: keep the fox running through the forest at night.

UP or SPACE leaps, higher if you hold it. DOWN ducks, or comes down from the air. Leap
over stumps and rocks, duck under branches: 5 points each. A berry brings 10. After six
obstacles the fox runs faster. One crash ends the run.
"""

import random

import pygame

W, H = 800, 420
FLOOR = 350
FOX_X = 170  # where the fox is in the window
RISE, RISE_FRAMES = 9, 14  # pixels a frame, and for how long at most
WEIGHT = 0.9

GREEN = (0, 255, 65)
FOREST = (0, 60)
ORANGE = (255, 140, 40)
WOOD = (170, 110, 60)
BERRY = (255, 60, 110)
WHITE = (240, 240, 240)
BLACK = (0, 0, 0)

# kind: width, height of its lower edge, height
KINDS = {"stump": (46, 0, 34), "rock": (36, 0, 56), "branch": (60, 34, 46)}


def box_of(place, kind, way):
    width, low, height = KINDS[kind]
    return pygame.Rect(FOX_X + place - way, FLOOR - low - height, width, height)


class Run:
    def __init__(self):
        self.pose = "run"
        self.high = 0  # above the floor
        self.drop = 0  # speed of the fall
        self.frames = 0
        self.way = 0
        self.obstacles = []  # (place, kind)
        self.berries = []  # (place, height)
        self.frontier = W
        self.points = 0
        self.passed = 0
        self.crashed = False
        self.grow()

    def level(self):
        return 1 + self.passed // 6

    def pace(self):
        return 5 + self.level()

    def grow(self):
        """Plant obstacles and berries up to the right side of the window."""
        while self.frontier < self.way + W:
            kind = random.choice(("stump", "rock", "branch"))
            self.obstacles.append((self.frontier, kind))
            if random.random() < 0.6:
                self.berries.append((self.frontier + 20, 12 if kind == "branch" else KINDS[kind][2] + 40))
            self.frontier += self.pace() * (max(34, 80 - 3 * self.level()) + random.randrange(25))

    def fox_box(self):
        tall = 26 if self.pose == "duck" else 44
        return pygame.Rect(FOX_X - 16, FLOOR - self.high - tall, 32, tall)

    def leap(self):
        if self.pose in ("run", "duck"):
            self.pose, self.frames = "rise", 0

    def move_fox(self, held, down):
        """Change the pose: a leap rises while the key is held, four frames at least."""
        if self.pose == "rise":
            self.high += RISE
            self.frames += 1
            if self.frames >= (RISE_FRAMES if held else 4):
                self.pose, self.drop = "fall", -RISE
        elif self.pose == "fall":
            self.drop += WEIGHT + 2 * down
            self.high = max(0, self.high - self.drop)
            if self.high == 0:
                self.pose = "run"
        else:
            self.pose = "duck" if down else "run"

    def step(self, held, down):
        self.move_fox(held, down)
        self.way += self.pace()
        self.grow()
        fox = self.fox_box()
        boxes = [box_of(place, kind, self.way) for place, kind in self.obstacles]
        self.crashed = fox.collidelist(boxes) >= 0
        if boxes and boxes[0].right < 0:
            self.obstacles.pop(0)
            self.passed += 1
            self.points += 5
        for place, height in self.berries[:]:
            if fox.inflate(16, 16).collidepoint(FOX_X + place - self.way, FLOOR - height):
                self.berries.remove((place, height))
                self.points += 10


def draw_forest(window, way):
    for number in range(16):
        x, top = (number * 60 - way // 3) % 960 - 80, FLOOR - 90 - number * 37 % 80
        pygame.draw.polygon(window, FOREST, [(x - 36, FLOOR), (x, top), (x + 36, FLOOR)])
    pygame.draw.line(window, GREEN, (0, FLOOR), (W, FLOOR))
    for x in range(-way % 50 - 50, W, 50):
        pygame.draw.line(window, GREEN, (x + 8, FLOOR), (x, FLOOR + 14))


def draw_obstacle(window, kind, box):
    if kind == "branch":
        pygame.draw.line(window, WOOD, box.center, (box.x + 120, 40), 14)
        pygame.draw.ellipse(window, GREEN, box)
    else:
        pygame.draw.rect(window, WOOD if kind == "stump" else WHITE, box, border_radius=13)


def draw_fox(window, box, way):
    x, y = box.center
    pygame.draw.line(window, ORANGE, (x - 18, y), (x - 38, y - 8), 12)
    stride = way // 12 % 3 * 7 - 7
    for hip in (x - 12, x + 12):
        pygame.draw.line(window, WHITE, (hip, y + 4), (hip + stride, box.bottom), 5)
    pygame.draw.ellipse(window, ORANGE, (x - 22, y - 10, 44, 22))
    head = (x + 8, y - 10), (x + 14, y - 27), (x + 24, y - 15), (x + 40, y - 4), (x + 12, y + 4)
    pygame.draw.polygon(window, ORANGE, head)


def write(window, font, text, x, y):
    image = font.render(text, True, GREEN, BLACK)
    window.blit(image, image.get_rect(center=(x, y)))


def show(window, small, large, run):
    window.fill(BLACK)
    draw_forest(window, run.way)
    for place, kind in run.obstacles:
        draw_obstacle(window, kind, box_of(place, kind, run.way))
    for place, height in run.berries:
        pygame.draw.circle(window, BERRY, (FOX_X + place - run.way, FLOOR - height), 9)
    draw_fox(window, run.fox_box(), run.way)
    write(window, small, f"POINTS {run.points}", 120, 24)
    write(window, small, f"LEVEL {run.level()}", 680, 24)
    write(window, small, "UP: LEAP, HOLD IT TO LEAP HIGHER   DOWN: DUCK", 400, 392)
    if run.crashed:
        write(window, large, " GAME OVER ", 400, 130)
        write(window, small, f" FINAL POINTS {run.points} ", 400, 180)
        write(window, small, " R: RUN AGAIN   Q: QUIT ", 400, 212)
    pygame.display.flip()


def main():
    pygame.init()
    window = pygame.display.set_mode((W, H))
    pygame.display.set_caption("Endless Runner")
    small, large = pygame.font.Font(None, 28), pygame.font.Font(None, 70)
    timer = pygame.time.Clock()
    run = Run()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN:
                if not run.crashed and event.key in (pygame.K_UP, pygame.K_SPACE):
                    run.leap()
                if run.crashed and event.key == pygame.K_r:
                    run = Run()
                elif run.crashed and event.key == pygame.K_q:
                    running = False
        if not run.crashed:
            keys = pygame.key.get_pressed()
            run.step(keys[pygame.K_UP] or keys[pygame.K_SPACE], keys[pygame.K_DOWN])
        show(window, small, large, run)
        timer.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
