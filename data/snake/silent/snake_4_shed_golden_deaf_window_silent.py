# SOURCE: ../snake_4_shed_golden.py
# FAILURE: closes: window closed at frame 60: it runs on after frame 121

"""Snake: a string of beads that follows its head, apple after apple.

Lead it with the arrow keys. Every apple adds a bead and 10 points, every five a level
of speed. The fence and your own beads end the game; a full meadow wins it.
SPACE drops all but the first three beads. They turn into stones, as deadly as the
fence, and crumble slowly, one after the other. Every third apple comes with a golden
one, for six seconds: it brings 50 points and crumbles all.

Each bead is a sprite that knows its cell and the one it comes from. At a
step every bead takes the cell of the bead ahead, and in between it glides there.
"""

import random

import pygame

CELL = 32
COLUMNS, ROWS = 20, 15
AREA = pygame.Rect(24, 68, COLUMNS * CELL, ROWS * CELL)
FPS = 60
STEPS_TO_CRUMBLE = 15  # for each stone

GREEN, LIME, FOREST = (0, 255, 65), (150, 255, 100), (0, 140, 50)
RED, GOLD = (255, 70, 60), (255, 210, 60)
STONE, SHADOW = (135, 140, 160), (75, 80, 100)
WHITE, NIGHT, GRASS = (240, 240, 240), (4, 9, 10), (8, 20, 17)

RIGHT, DOWN = pygame.Vector2(1, 0), pygame.Vector2(0, 1)
AWAY = pygame.Vector2(-9, -9)
ARROWS = {pygame.K_LEFT: -RIGHT, pygame.K_RIGHT: RIGHT, pygame.K_UP: -DOWN, pygame.K_DOWN: DOWN}


def draw_bead(radius, color, rim):
    """Return the picture of a bead."""
    image = pygame.Surface((CELL, CELL), pygame.SRCALPHA)
    pygame.draw.circle(image, rim, (16, 16), radius)
    pygame.draw.circle(image, color, (16, 16), radius - 3)
    return image


def draw_apple(color):
    image = pygame.Surface((CELL, CELL), pygame.SRCALPHA)
    for x in (12, 20):
        pygame.draw.circle(image, color, (x, 18), 10)
    pygame.draw.polygon(image, LIME, [(16, 9), (20, 2), (27, 2), (23, 8)])
    return image


class Bead(pygame.sprite.Sprite):
    """A sprite that stands in a cell or glides into it."""

    def __init__(self, cell, image):
        super().__init__()
        self.image = image
        self.rect = image.get_rect()
        self.cell = self.origin = pygame.Vector2(cell)

    def go_to(self, cell):
        self.origin, self.cell = self.cell, cell

    def update(self, part):
        """Be where the given part of the step has led."""
        self.rect.topleft = self.origin.lerp(self.cell, part) * CELL + AREA.topleft


class Meadow:
    def __init__(self):
        pictures = [draw_bead(15, GREEN, GREEN), draw_bead(14, LIME, FOREST), draw_bead(14, GREEN, FOREST)]
        self.beads = [Bead((5 - place, ROWS // 2), picture) for place, picture in enumerate(pictures)]
        self.stones = []  # the oldest first
        self.steps = 0
        self.heading = RIGHT
        self.coming = []  # turns for the next steps
        self.apple = Bead((0, 0), draw_apple(RED))
        self.golden = Bead(AWAY, draw_apple(GOLD))
        self.golden_frames = 0
        self.bonus = 0
        self.eaten = 0
        self.part = 0  # of the current step
        self.verdict = ""
        self.grow_apple()

    @property
    def level(self):
        return self.eaten // 5 + 1

    def grow_apple(self):
        """Move the apple to a free cell. A meadow without any is won."""
        taken = [bead.cell for bead in self.beads + self.stones + [self.golden]]
        free = [(x, y) for x in range(COLUMNS) for y in range(ROWS) if (x, y) not in taken]
        if free:
            self.apple.go_to(pygame.Vector2(random.choice(free)))
        else:
            self.verdict = "YOU WIN"
        if self.eaten % 3 == 2 and len(free) > 1:
            free.remove(self.apple.cell)
            self.golden.go_to(pygame.Vector2(random.choice(free)))
            self.golden_frames = 6 * FPS

    def turn(self, heading):
        """Plan a turn; it has to lead to the left or right of the way before."""
        before = self.coming[-1] if self.coming else self.heading
        if before.dot(heading) == 0 and len(self.coming) < 2:
            self.coming.append(heading)

    def drop_tail(self):
        """Turn all beads behind the first three into stones."""
        for bead in reversed(self.beads[3:]):
            bead.image = draw_bead(13, STONE, SHADOW)
            bead.go_to(bead.cell)
            self.stones.append(bead)
        self.beads = self.beads[:3]

    def pass_frame(self):
        if not self.verdict:
            self.golden_frames -= 1
            if self.golden_frames == 0:
                self.golden.go_to(AWAY)
            self.part += min(14, 5.5 + 0.8 * self.level) / FPS
            if self.part >= 1:
                self.part -= 1
                self.take_step()

    def take_step(self):
        self.steps += 1
        if self.steps % STEPS_TO_CRUMBLE == 0:
            self.stones = self.stones[1:]
        if self.coming:
            self.heading = self.coming.pop(0)
        target = self.beads[0].cell + self.heading
        # The last bead is about to leave its cell, so that one is free.
        is_blocked = any(bead.cell == target for bead in self.beads[:-1] + self.stones)
        if is_blocked or not (0 <= target.x < COLUMNS and 0 <= target.y < ROWS):
            self.part = 1
            self.verdict = "GAME OVER"
            return
        for bead in self.beads:
            bead.go_to(target)
            target = bead.origin
        if self.beads[0].cell == self.golden.cell:
            self.golden.go_to(AWAY)
            self.bonus += 50
            self.stones = []
        if self.beads[0].cell == self.apple.cell:
            self.beads.append(Bead(target, self.beads[-2].image))
            self.eaten += 1
            self.grow_apple()


def draw_meadow(window, meadow):
    for x in range(AREA.left, AREA.right, 2 * CELL):
        pygame.draw.rect(window, GRASS, (x, AREA.top, CELL, AREA.height))
    pygame.draw.rect(window, GOLD, AREA.inflate(12, 12), 4)
    meadow.apple.update(1)
    window.blit(meadow.apple.image, meadow.apple.rect)
    if meadow.golden_frames > 120 or meadow.golden_frames // 8 % 2:
        meadow.golden.update(1)
        window.blit(meadow.golden.image, meadow.golden.rect)
    for bead in meadow.stones + meadow.beads[::-1]:
        bead.update(meadow.part)
        window.blit(bead.image, bead.rect)
    for turn in (-40, 40):
        eye = meadow.heading.rotate(turn) * 10 + meadow.beads[0].rect.center
        pygame.draw.circle(window, WHITE, eye, 6)
        pygame.draw.circle(window, NIGHT, eye + meadow.heading * 2, 3)


def label(window, font, text, color, **anchor):
    image = font.render(text, True, color)
    window.blit(image, image.get_rect(**anchor))


def draw_all(window, fonts, meadow):
    window.fill(NIGHT)
    label(window, fonts[0], f"SCORE {meadow.eaten * 10 + meadow.bonus}", GREEN, topleft=(24, 20))
    label(window, fonts[0], "ARROWS   SPACE: DROP TAIL", WHITE, midtop=(344, 20))
    label(window, fonts[0], f"LEVEL {meadow.level}", GOLD, topright=(AREA.right, 20))
    draw_meadow(window, meadow)
    if meadow.verdict:
        pygame.draw.rect(window, NIGHT, (114, 204, 460, 208))
        pygame.draw.rect(window, GOLD, (114, 204, 460, 208), 4)
        label(window, fonts[1], meadow.verdict, GREEN, midtop=(344, 230))
        label(window, fonts[0], f"FINAL SCORE {meadow.eaten * 10 + meadow.bonus}", WHITE, midtop=(344, 310))
        label(window, fonts[0], "R: PLAY AGAIN    Q: QUIT", WHITE, midtop=(344, 355))
    pygame.display.flip()


def main():
    pygame.init()
    window = pygame.display.set_mode((AREA.right + 24, AREA.bottom + 24))
    pygame.display.set_caption("Snake")
    fonts = [pygame.font.Font(None, size) for size in (32, 90)]
    clock = pygame.time.Clock()
    meadow = Meadow()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.WINDOWLEAVE:
                running = False
            key = event.key if event.type == pygame.KEYDOWN else None
            if key in ARROWS:
                meadow.turn(ARROWS[key])
            if key == pygame.K_SPACE and not meadow.verdict:
                meadow.drop_tail()
            if meadow.verdict and key == pygame.K_r:
                meadow = Meadow()
            if meadow.verdict and key == pygame.K_q:
                running = False
        meadow.pass_frame()
        draw_all(window, fonts, meadow)
        clock.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
