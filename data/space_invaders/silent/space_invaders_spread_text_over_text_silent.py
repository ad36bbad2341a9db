# SOURCE: ../space_invaders_spread.py
# FAILURE: readable: 'GAME OVER' is out of the window at frame 704 of idle, seed 0

"""Space Invaders: hold the line against fleet after fleet.

Left/Right: move, Space: fire (one shell at a time). The back row is worth
30, the middle rows 20, the front rows 10, the mystery ship 50 to 300. The
game is over after three hits or when the fleet touches down. Some enemies
leave the fleet and dive at the cannon; in a dive they are worth double
and leave a blue capsule. Catch it for ten seconds of three shells at once.

Everything is a pygame sprite. The fleet has one position that glides over
the screen, and every enemy takes its place relative to it.
"""

import math
import random

import pygame

WIDTH, HEIGHT = 800, 640
GROUND = 600
BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
RED = (255, 70, 70)
WHITE = (230, 230, 230)
BLUE = (80, 190, 255)
SPREAD_FRAMES = 600

# The rows of dots of a picture; "o" marks the eyes.
SPIDER = ["..####..", ".######.", "##o##o##", "########", ".#.##.#."], ["#.#..#.#", ".#....#."]
BEETLE = ["#......#", ".#.##.#.", ".######.", "##o##o##", "########"], ["#.####.#", "..#..#.."]
GHOST = ["..####..", ".######.", "#oo##oo#", "########", "##.##.##"], ["##....##", ".##..##."]
CANNON = ["....##....", "....##....", ".########.", "##########", "##########"]
CAPSULE = [".#####.", "#o#o#o#", "##ooo##", "###o###", ".#####."]
MYSTERY = [".....####.....", "..##########..", ".##o##oo##o##.", "...##....##..."]
FLEET_ROWS = [  # picture, color, points
    (SPIDER, (190, 110, 255), 30),
    (BEETLE, (90, 170, 255), 20),
    (BEETLE, (90, 170, 255), 20),
    (GHOST, (0, 230, 200), 10),
    (GHOST, (0, 230, 200), 10),
]


def paint(rows, color, dot=4):
    """Turn rows of dots into a picture with a transparent background."""
    image = pygame.Surface((len(rows[0]) * dot, len(rows) * dot), pygame.SRCALPHA)
    for y, row in enumerate(rows):
        for x, mark in enumerate(row):
            if mark != ".":
                image.fill(WHITE if mark == "o" else color, (x * dot, y * dot, dot, dot))
    return image


class Thing(pygame.sprite.Sprite):
    """A sprite that flies at a constant speed and vanishes outside the window."""

    def __init__(self, image, center, dx=0, dy=0):
        super().__init__()
        self.image = image
        self.rect = image.get_rect(center=center)
        self.mask = pygame.mask.from_surface(image)
        self.dx, self.dy = dx, dy

    def update(self):
        self.rect.move_ip(self.dx, self.dy)
        if not -60 < self.rect.x < WIDTH + 20 or not 40 < self.rect.y < GROUND - 10:
            self.kill()


class Enemy(Thing):
    """A member of the fleet with two pictures that take turns."""

    def __init__(self, column, row):
        (body, feet), color, self.points = FLEET_ROWS[row]
        self.images = [paint(body + [foot], color) for foot in feet]
        super().__init__(self.images[0], (0, 0))
        self.column = column
        self.place = (column * 48, row * 38)

    def follow(self, fleet_x, fleet_y):
        self.rect.topleft = (fleet_x + self.place[0], fleet_y + self.place[1])
        self.image = self.images[int(fleet_x + fleet_y) // 12 % 2]

    def dive(self, target_x):
        """Swoop down at the cannon in a wavy line, and straight on at the end."""
        if self.rect.y < GROUND - 150:
            self.rect.x += round(3 * math.sin(self.rect.y / 25)) + (1 if self.rect.centerx < target_x else -1)
        self.rect.y += 4


class Bunker(Thing):
    """A bunker of solid stone; every hit burns a round hole into it."""

    def __init__(self, x):
        image = pygame.Surface((84, 54), pygame.SRCALPHA)
        pygame.draw.rect(image, GREEN, (0, 0, 84, 54), border_radius=16)
        pygame.draw.circle(image, (0, 0, 0, 0), (42, 56), 22)
        super().__init__(image, (x, 508))

    def burn(self, center, radius):
        hole = (center[0] - self.rect.x, center[1] - self.rect.y)
        pygame.draw.circle(self.image, (0, 0, 0, 0), hole, radius)
        self.mask = pygame.mask.from_surface(self.image)


class App:
    """The window and the game in it."""

    def __init__(self):
        pygame.init()
        self.screen = pygame.display.set_mode((WIDTH, HEIGHT))
        pygame.display.set_caption("Space Invaders")
        self.font = pygame.font.Font(None, 28)
        self.title_font = pygame.font.Font(None, 80)
        self.cannon_image = paint(CANNON, GREEN)
        self.shell_image = paint(["#", "#", "#"], WHITE)
        self.bomb_image = paint([".#.", "##.", ".##", ".#."], RED)
        self.capsule_image = paint(CAPSULE, BLUE, 3)
        self.mystery_image = paint(MYSTERY, RED)
        self.new_game()

    def new_game(self):
        self.score = 0
        self.lives = 3
        self.wave = 0
        self.state = "play"
        self.pause = 0
        self.spread = 0  # frames that the spread shot still lasts
        self.cannon = Thing(self.cannon_image, (WIDTH // 2, GROUND - 12))
        self.new_wave()

    def new_wave(self):
        self.wave += 1
        self.fleet_x, self.fleet_y = 20, 76 + 24 * min(self.wave, 6)
        self.direction = 1
        self.enemies = pygame.sprite.Group(Enemy(c, r) for r in range(5) for c in range(11))
        for enemy in self.enemies:
            enemy.follow(self.fleet_x, self.fleet_y)
        self.bunkers = pygame.sprite.Group(Bunker(x) for x in (130, 310, 490, 670))
        self.divers = pygame.sprite.Group()  # enemies that have left the fleet for a while
        self.shells = pygame.sprite.Group()
        self.bombs = pygame.sprite.Group()
        self.capsules = pygame.sprite.Group()
        self.mystery = pygame.sprite.Group()

    def update(self):
        if self.pause:
            self.pause -= 1
            if self.pause == 0 and self.lives == 0:
                self.state = "over"
            return
        keys = pygame.key.get_pressed()
        self.cannon.rect.x += 5 * (keys[pygame.K_RIGHT] - keys[pygame.K_LEFT])
        self.cannon.rect.clamp_ip((10, 0, WIDTH - 20, HEIGHT))
        if keys[pygame.K_SPACE] and not self.shells:
            for dx in (-2, 0, 2) if self.spread else (0,):
                self.shells.add(Thing(self.shell_image, self.cannon.rect.midtop, dx, -10))
        self.spread = max(0, self.spread - 1)
        if self.enemies:
            self.move_fleet()
            if random.random() < 0.014 + 0.007 * self.wave:
                self.drop_bomb()
        self.move_divers()
        if random.random() < 0.002 and not self.mystery:
            self.mystery.add(Thing(self.mystery_image, (-20, 64), dx=2))
        for group in (self.shells, self.bombs, self.mystery, self.capsules):
            group.update()
        self.collide()
        if not self.enemies and not self.divers:
            self.new_wave()

    def move_fleet(self):
        """Glide sideways, faster with every enemy lost, and sink at the edge."""
        speed = 0.25 + 0.1 * self.wave + (55 - len(self.enemies)) ** 2 / 1500
        self.fleet_x += speed * self.direction
        # Divers count as well, so that there is room for them when they return.
        places = [enemy.place[0] for enemy in [*self.enemies, *self.divers]]
        left = min(places)
        right = max(places) + 32
        if self.fleet_x + left < 10 or self.fleet_x + right > WIDTH - 10:
            self.fleet_x -= speed * self.direction
            self.direction = -self.direction
            self.fleet_y += 22
        for enemy in self.enemies:
            enemy.follow(self.fleet_x, self.fleet_y)
            if enemy.rect.bottom > self.cannon.rect.top:
                self.state = "over"

    def move_divers(self):
        """Send an enemy down now and then; one that missed returns to its place."""
        if self.enemies and random.random() < 0.003 + 0.002 * self.wave:
            diver = random.choice(self.enemies.sprites())
            self.enemies.remove(diver)
            self.divers.add(diver)
        for diver in self.divers.sprites():
            diver.dive(self.cannon.rect.centerx)
            if diver.rect.bottom > GROUND:
                self.divers.remove(diver)
                self.enemies.add(diver)
                diver.follow(self.fleet_x, self.fleet_y)

    def drop_bomb(self):
        """Drop a bomb from the lowest enemy of a random column."""
        column = random.choice([enemy.column for enemy in self.enemies])
        y, x = max((e.rect.bottom, e.rect.centerx) for e in self.enemies if e.column == column)
        self.bombs.add(Thing(self.bomb_image, (x, y), dy=4))

    def collide(self):
        for enemy in pygame.sprite.groupcollide(self.enemies, self.shells, True, True):
            self.score += enemy.points
        for enemy in pygame.sprite.groupcollide(self.divers, self.shells, True, True):
            self.score += 2 * enemy.points
            self.capsules.add(Thing(self.capsule_image, enemy.rect.center, dy=2))
        if pygame.sprite.spritecollide(self.cannon, self.capsules, True):
            self.spread = SPREAD_FRAMES
        if pygame.sprite.groupcollide(self.mystery, self.shells, True, True):
            self.score += random.choice((50, 100, 150, 300))
        for bunker in self.bunkers:
            for group, radius in ((self.shells, 8), (self.bombs, 10), (self.enemies, 24)):
                for sprite in pygame.sprite.spritecollide(bunker, group, False, pygame.sprite.collide_mask):
                    bunker.burn(sprite.rect.center, radius)
                    if group is not self.enemies:
                        sprite.kill()
        crashed = pygame.sprite.spritecollide(self.cannon, self.divers, True, pygame.sprite.collide_mask)
        if crashed or pygame.sprite.spritecollide(self.cannon, self.bombs, False, pygame.sprite.collide_mask):
            self.lives -= 1
            self.pause = 70
            self.bombs.empty()
            self.shells.empty()

    def write(self, font, text, color, **place):
        image = font.render(text, True, color)
        self.screen.blit(image, image.get_rect(**place))

    def draw(self):
        self.screen.fill(BLACK)
        for group in (self.bunkers, self.enemies, self.divers, self.mystery, self.shells, self.bombs):
            group.draw(self.screen)
        self.capsules.draw(self.screen)
        if self.pause:
            for radius in (8, 18, 28):
                radius = (radius + self.pause) % 30 + 1
                pygame.draw.circle(self.screen, RED, self.cannon.rect.center, radius, 2)
        else:
            self.screen.blit(self.cannon.image, self.cannon.rect)
        pygame.draw.rect(self.screen, GREEN, (0, GROUND, WIDTH, 3))
        self.write(self.font, f"SCORE {self.score}", GREEN, topleft=(20, 12))
        self.write(self.font, f"FLEET {self.wave}", WHITE, midtop=(WIDTH // 2, 12))
        if self.spread:
            self.write(self.font, f"SPREAD {self.spread // 60 + 1}", BLUE, midtop=(570, 12))
        self.write(self.font, f"LIVES {self.lives}", RED, topright=(WIDTH - 20, 12))
        self.write(self.font, "ARROWS: move    SPACE: fire", GREEN, midbottom=(WIDTH // 2, HEIGHT - 8))
        if self.state == "over":
            pygame.draw.rect(self.screen, BLACK, (200, 200, 400, 210), border_radius=14)
            pygame.draw.rect(self.screen, RED, (200, 200, 400, 210), 3, border_radius=14)
            self.write(self.title_font, "GAME OVER", RED, center=(400, 20))
            self.write(self.font, f"You scored {self.score} in fleet {self.wave}", WHITE, center=(400, 325))
            self.write(self.font, "R: play again    Q: quit", GREEN, center=(400, 370))
        pygame.display.flip()

    def run(self):
        clock = pygame.time.Clock()
        while True:
            for event in pygame.event.get():
                if event.type == pygame.QUIT:
                    return
                if event.type == pygame.KEYDOWN and self.state == "over":
                    if event.key == pygame.K_q:
                        return
                    if event.key == pygame.K_r:
                        self.new_game()
            if self.state == "play":
                self.update()
            self.draw()
            clock.tick(60)


def main():
    app = App()
    app.run()
    pygame.quit()


if __name__ == "__main__":
    main()
