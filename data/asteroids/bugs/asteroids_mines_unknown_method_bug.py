# SOURCE: ../asteroids_mines.py
# ERROR: Traceback (most recent call last):
# ERROR:   File "C:\Users\alex\.infinity-arcade\games\2868d167.py", line 242, in <module>
# ERROR:   File "C:\Users\alex\.infinity-arcade\games\2868d167.py", line 235, in main
# ERROR:   File "C:\Users\alex\.infinity-arcade\games\2868d167.py", line 147, in update
# ERROR:   File "C:\Users\alex\AppData\Local\Programs\Python\Python311\Lib\site-packages\pygame\sprite.py", line 556, in update
# ERROR:   File "C:\Users\alex\.infinity-arcade\games\2868d167.py", line 60, in update
# ERROR: AttributeError: 'pygame.surface.Surface' object has no attribute 'get_rectangle'

"""Asteroids: shoot the rocks to dust, and do not get hit three times.

Left/Right turn, Up thrusts, Space shoots while it is held, and Left Shift is
hyperspace: it puts you down anywhere. Rocks score 20, 50 or 100, the smaller
the more, the saucer 200 and a mine 150. Mines hunt you
down, burn out after a while, and blow up with your ship. Each wave has more rocks, and faster ones.

All things are sprites; groups tell friends from enemies.
"""

import random

import pygame
from pygame.math import Vector2
from pygame.sprite import Group, collide_circle, groupcollide

WIDTH, HEIGHT = 900, 620
GREEN = (0, 255, 65)
AMBER = (255, 190, 60)
PINK = (255, 90, 160)

ROCK_RADIUS = [12, 22, 42]
ROCK_POINTS = [100, 50, 20]


def picture(size, color, *outlines):
    """Return a transparent picture with closed outlines on it."""
    image = pygame.Surface(size, pygame.SRCALPHA)
    for outline in outlines:
        pygame.draw.polygon(image, (0, 0, 0), outline)
        pygame.draw.polygon(image, color, outline, 2)
    return image


SHIP = picture((34, 26), GREEN, [(33, 13), (3, 2), (9, 13), (3, 24)])
FLAME = picture((34, 26), GREEN, [(9, 7), (0, 13), (9, 19)], [(33, 13), (3, 2), (9, 13), (3, 24)])
SAUCER = picture((46, 26), PINK, [(15, 9), (18, 1), (28, 1), (31, 9)],
                 [(1, 16), (14, 9), (32, 9), (45, 16), (32, 24), (14, 24)])
SHOT = picture((7, 7), GREEN, [(3, 0), (6, 3), (3, 6), (0, 3)])
SPIKES = [Vector2(15, 15) + Vector2(14 - i % 2 * 7, 0).rotate(i * 22.5) for i in range(16)]
MINE = picture((30, 30), (255, 60, 60), SPIKES)
BOLT = picture((9, 9), PINK, [(4, 0), (8, 4), (4, 8), (0, 4)])


class Flyer(pygame.sprite.Sprite):
    """A sprite that flies straight on and around the edges, for ever or for some frames."""

    def __init__(self, image, place, velocity, radius, life=0):
        super().__init__()
        self.image = image
        self.rect = image.get_rect(center=place)
        self.place, self.velocity = Vector2(place), Vector2(velocity)
        self.radius = radius
        self.life = life

    def update(self):
        self.place += self.velocity
        self.place.x = (self.place.x + self.radius) % (WIDTH + 2 * self.radius) - self.radius
        self.place.y = (self.place.y + self.radius) % (HEIGHT + 2 * self.radius) - self.radius
        self.rect = self.image.get_rectangle(center=self.place)
        self.life -= 1
        if self.life == 0:
            self.kill()


class Rock(Flyer):
    def __init__(self, place, size, wave):
        radius = ROCK_RADIUS[size]
        edge = [Vector2(radius * random.uniform(0.8, 1.15), 0).rotate(30 * i) for i in range(12)]
        side = radius * 5 // 2
        image = picture((side, side), AMBER, [corner + Vector2(side / 2) for corner in edge])
        speed = random.uniform(0.8, 1.4) + 0.5 * (2 - size) + 0.12 * wave
        super().__init__(image, place, Vector2(speed, 0).rotate(random.uniform(0, 360)), radius)
        self.size = size


class Ship(Flyer):
    def __init__(self):
        super().__init__(SHIP, (WIDTH / 2, HEIGHT / 2), (0, 0), 11)
        self.angle = -90
        self.shield = 125  # frames in which nothing can hit it
        self.cooldown = 0

    def aim(self):
        return Vector2(1, 0).rotate(self.angle)

    def update(self):
        keys = pygame.key.get_pressed()
        self.angle += 4 * (keys[pygame.K_RIGHT] - keys[pygame.K_LEFT])
        self.velocity = (self.velocity + self.aim() * 0.1 * keys[pygame.K_UP]) * 0.994
        self.image = pygame.transform.rotate(FLAME if keys[pygame.K_UP] else SHIP, -self.angle)
        self.shield = max(0, self.shield - 1)
        self.cooldown -= 1
        super().update()

    def jump(self):
        self.place.update(random.randrange(WIDTH), random.randrange(HEIGHT))
        self.velocity.update(0, 0)


class Mine(Flyer):
    """A mine that steers towards its prey, with too much momentum to follow sharp turns."""

    def __init__(self, prey, wave):
        way = Vector2(400, 0).rotate(random.uniform(0, 360))
        super().__init__(MINE, prey.place + way, (0, 0), 12, 900)
        self.prey = prey
        self.speed = 1.5 + 0.15 * wave

    def update(self):
        way = self.prey.place - self.place
        self.velocity += way / (way.length() + 1) * 0.05
        if self.velocity.length() > self.speed:
            self.velocity.scale_to_length(self.speed)
        super().update()


class Game:
    """The groups of one game and their fights."""

    def __init__(self):
        self.score, self.lives, self.wave = 0, 3, 0
        self.ship = Ship()
        self.ships, self.rocks, self.shots = Group(self.ship), Group(), Group()
        self.saucers, self.bolts, self.mines = Group(), Group(), Group()
        self.groups = [self.rocks, self.shots, self.saucers, self.bolts, self.mines, self.ships]
        self.frame = 0
        self.wreck = 0  # frames that the last explosion still takes

    def update(self):
        self.frame += 1
        if not self.rocks:
            self.wave += 1
            for _ in range(3 + self.wave):
                way = Vector2(300, 0).rotate(random.uniform(0, 360))
                self.rocks.add(Rock(self.ship.place + way, 2, self.wave))
        if not self.ships:
            self.send_ship()
        elif pygame.key.get_pressed()[pygame.K_SPACE] and self.ship.cooldown < 0 and len(self.shots) < 4:
            self.ship.cooldown = 9
            aim = self.ship.aim()
            self.shots.add(Flyer(SHOT, self.ship.place + aim * 18, self.ship.velocity + aim * 7, 3, 60))
        self.fly_saucer()
        if self.frame % 420 == 180 and self.ships:
            self.mines.add(Mine(self.ship, self.wave))
        for group in self.groups:
            group.update()
        self.fight()

    def send_ship(self):
        """Bring the next ship, but never next to a rock."""
        self.wreck -= 1
        fresh = Ship()
        if self.wreck < 0 and all(rock.place.distance_to(fresh.place) > 140 for rock in self.rocks):
            self.ship = fresh
            self.ships.add(fresh)

    def fly_saucer(self):
        """Every 14 seconds a saucer crosses space, shooting better and better."""
        if self.frame % 840 == 500:
            self.saucers.add(Flyer(SAUCER, (0, random.randint(80, HEIGHT - 80)), (2, 0), 18, WIDTH // 2))
        for saucer in self.saucers:
            if saucer.life % 60 == 0:
                way = self.ship.place - saucer.place
                way = way.rotate(random.uniform(-30, 30) / self.wave).normalize()
                self.bolts.add(Flyer(BOLT, saucer.place, way * 4.5, 4, 90))

    def fight(self):
        """Count what the shots hit, and see what hits the ship."""
        for rocks in groupcollide(self.shots, self.rocks, True, False, collide_circle).values():
            self.score += ROCK_POINTS[rocks[0].size]
            self.split(rocks[0])
        self.score += 200 * len(groupcollide(self.saucers, self.shots, True, True, collide_circle))
        self.score += 150 * len(groupcollide(self.mines, self.shots, True, True, collide_circle))
        for enemies in (self.rocks, self.saucers, self.bolts, self.mines):
            enemy = pygame.sprite.spritecollideany(self.ship, enemies, collide_circle)
            if enemy and self.ships and not self.ship.shield:
                self.ship.kill()
                self.mines.empty()
                self.lives -= 1
                self.wreck = 70
                self.split(enemy)

    def split(self, enemy):
        enemy.kill()
        if isinstance(enemy, Rock) and enemy.size:
            self.rocks.add(Rock(enemy.place, enemy.size - 1, self.wave) for _ in range(2))


def write(screen, font, text, x, y):
    image = font.render(text, True, GREEN)
    screen.blit(image, image.get_rect(center=(x, y)))


def draw(screen, font, big_font, game):
    screen.fill((0, 0, 0))
    for group in game.groups:
        if group is not game.ships or game.ship.shield % 10 < 5:
            group.draw(screen)
    if game.wreck > 0:
        pygame.draw.circle(screen, PINK, game.ship.place, 75 - game.wreck, 3)
    write(screen, font, f"SCORE {game.score}", 100, 24)
    write(screen, font, f"WAVE {game.wave}", WIDTH / 2, 24)
    write(screen, font, f"LIVES {game.lives}", WIDTH - 100, 24)
    write(screen, font, "ARROWS: FLY   SPACE: SHOOT   SHIFT: HYPERSPACE", WIDTH / 2, HEIGHT - 20)
    if game.lives == 0:
        screen.fill((0, 40, 10), (250, 220, 400, 180))
        write(screen, big_font, "GAME OVER", WIDTH / 2, 270)
        write(screen, font, f"FINAL SCORE {game.score}", WIDTH / 2, 325)
        write(screen, font, "R: PLAY AGAIN   Q: QUIT", WIDTH / 2, 365)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Asteroids")
    font = pygame.font.Font(None, 28)
    big_font = pygame.font.Font(None, 72)
    clock = pygame.time.Clock()
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN:
                if event.key == pygame.K_LSHIFT and game.ships:
                    game.ship.jump()
                elif event.key == pygame.K_r and game.lives == 0:
                    game = Game()
                elif event.key == pygame.K_q and game.lives == 0:
                    running = False
        if game.lives:
            game.update()
        draw(screen, font, big_font, game)
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
