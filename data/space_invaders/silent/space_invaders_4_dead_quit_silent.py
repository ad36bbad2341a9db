# SOURCE: ../space_invaders_4.py
# FAILURE: quits: Q at frame 1129 of idle, seed 0: it runs on after frame 1264

"""Space Invaders: wave after wave walks down, and only you stand below.

Left/Right: drive, Space: shoot, one shot at a time. Rows pay 30, 20 and
10 points, the mystery ship up to 300. Three bombs or a landing end it.

The march of a wave is a generator that yields once a frame and knows by
itself when to step, turn and go down.
"""

import random

import pygame

WIDTH, HEIGHT, GROUND = 800, 620, 575
BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
PALE = (200, 255, 210)
DARK = (0, 160, 60)
SHEET = """
...##... ...##... #......# ..#..#.. ..####.. ..####..
..####.. ..####.. ..#..#.. #.#..#.# .######. .######.
.######. .######. .######. #.####.# ######## ########
##.##.## ##.##.## ##.##.## ##.##.## #..##..# #..##..#
######## ######## ######## .######. ######## ########
.#.##.#. ..#..#.. #.####.# ..####.. ..#..#.. .##..##.
#......# .#.##.#. #.#..#.# .#....#. ##.##.## #..##..#
"""


def cut_sheet():
    """Return the two pictures of each kind of invader."""
    pictures = []
    for art in zip(*[line.split() for line in SHEET.split("\n")[1:-1]]):
        picture = pygame.Surface((32, 28))
        for y, row in enumerate(art):
            for x, dot in enumerate(row):
                if dot == "#":
                    picture.fill((PALE, GREEN, DARK)[len(pictures) // 2], (4 * x, 4 * y, 3, 3))
        pictures.append(picture)
    return pictures


class Wave:
    def __init__(self, number):
        self.number = number
        top = 50 + 24 * min(number, 6)
        self.invaders = [
            (pygame.Rect(40 + 50 * c, top + 40 * r, 32, 28), r) for r in range(5) for c in range(11)
        ]
        self.bricks = [
            pygame.Rect(left + i % 6 * 14, 470 + i // 6 * 12, 13, 11)
            for left in (85, 267, 449, 631) for i in range(24) if i not in (20, 21)
        ]
        self.gun = pygame.Rect(WIDTH // 2 - 21, GROUND - 20, 42, 20)
        self.ship = pygame.Rect(-900, 48, 64, 20)
        self.shot = None
        self.bombs = []
        self.has_landed = False
        self.steps = self.march()

    def march(self):
        """Walk from edge to edge and down, with a rest between steps."""
        dx = 10
        while True:
            for _ in range(2 + len(self.invaders) * max(2, 8 - self.number) // 12):
                yield
            rects = [rect for rect, _ in self.invaders]
            step = dx, 0
            if not all(10 <= rect.x + dx < WIDTH - 42 for rect in rects):
                dx, step = -dx, (0, 26)
            for rect in rects:
                rect.move_ip(step)
            self.bricks = [brick for brick in self.bricks if brick.collidelist(rects) < 0]
            self.has_landed = rects[-1].bottom > self.gun.top

    def break_brick(self, missile):
        hit = missile.collidelist(self.bricks)
        return hit >= 0 and self.bricks.pop(hit)

    def drive(self, held):
        self.gun.x += 5 * (held[pygame.K_RIGHT] - held[pygame.K_LEFT])
        self.gun.clamp_ip((10, 0, WIDTH - 20, HEIGHT))
        if held[pygame.K_SPACE] and not self.shot:
            self.shot = self.gun.inflate(-38, 0)
        next(self.steps)
        self.ship.x += 2
        if self.ship.x > WIDTH:
            self.ship.x = -random.randint(800, 1600)

    def move_shot(self):
        """Move the shot and return the points for what it hits."""
        if not self.shot:
            return 0
        self.shot.y -= 11
        hit = self.shot.collidelist([rect for rect, _ in self.invaders])
        points = 0
        if hit >= 0:
            points = (30, 20, 20, 10, 10)[self.invaders.pop(hit)[1]]
        elif self.shot.colliderect(self.ship):
            points = 50 * random.randint(1, 6)
            self.ship.x = -1400
        elif self.shot.y > 40 and not self.break_brick(self.shot):
            return 0
        self.shot = None
        return points

    def move_bombs(self):
        """Move the bombs and tell whether one hits the gun."""
        if random.random() < 0.01 + 0.006 * self.number:
            front = {rect.x: rect for rect, _ in self.invaders}
            self.bombs.append(random.choice([*front.values()]).inflate(-25, -12))
        for bomb in self.bombs:
            bomb.y += 4
        self.bombs = [bomb for bomb in self.bombs if bomb.bottom < GROUND and not self.break_brick(bomb)]
        return self.gun.collidelist(self.bombs) >= 0

    def draw(self, screen, pictures):
        for brick in self.bricks:
            screen.fill(DARK, brick)
        for rect, row in self.invaders:
            screen.blit(pictures[(row + 1) // 2 * 2 + rect.x // 10 % 2], rect)
        pygame.draw.ellipse(screen, PALE, self.ship)
        pygame.draw.ellipse(screen, PALE, self.ship.inflate(-34, 0).move(0, -8), 3)
        for bomb in self.bombs:
            pygame.draw.rect(screen, PALE, bomb, 2)
        if self.shot:
            screen.fill(GREEN, self.shot)
        gun = self.gun
        pygame.draw.polygon(screen, GREEN, [gun.bottomleft, gun.midtop, gun.bottomright])
        screen.fill(DARK, (0, GROUND, WIDTH, 4))


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Space Invaders")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 32)
    pictures = cut_sheet()
    score, lives, wave = 0, 3, Wave(1)
    running = True
    while running:
        is_over = lives == 0 or wave.has_landed
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            if is_over and event.type == pygame.KEYDOWN:
                if event.key == pygame.K_ESCAPE:
                    running = False
                if event.key == pygame.K_r:
                    score, lives, wave = 0, 3, Wave(1)
        if not is_over:
            wave.drive(pygame.key.get_pressed())
            score += wave.move_shot()
            if not wave.invaders:
                wave = Wave(wave.number + 1)
            if wave.move_bombs():
                lives -= 1
                wave.bombs = []
        screen.fill(BLACK)
        wave.draw(screen, pictures)
        texts = [(600, "ARROWS: MOVE   SPACE: SHOOT")]
        texts.append((24, f"SCORE {score}    WAVE {wave.number}    LIVES {lives}"))
        if is_over:
            screen.fill(DARK, (200, 200, 400, 190))
            texts += [(245, "GAME OVER"), (295, f"SCORE {score}"), (345, "R: RESTART   Q: QUIT")]
        for y, text in texts:
            image = font.render(text, True, PALE)
            screen.blit(image, image.get_rect(center=(WIDTH // 2, y)))
        pygame.display.flip()
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
