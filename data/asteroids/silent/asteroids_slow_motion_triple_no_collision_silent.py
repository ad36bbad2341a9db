# SOURCE: ../asteroids_slow_motion_triple.py
# FAILURE: ends: no end state was seen (idle, seed 0: 10800 frames; random play, seed 0: 10800 frames; random play, seed 1: 1800 frames; random play, seed 2: 1800 frames; the script's player, seed 0: 10800 frames; the script's player, who then tires, seed 0: 3000 frames)

"""Asteroids: survive in a field of rocks that break up when they are shot.

Left/Right: turn, Up: engine, Space: shoot (four shots in the air), Down: a
hyperspace jump to anywhere. Rocks give 20, 50 and 100 points, small ones the
most, the saucer 200. Three hits and the game is over. Left Shift slows everything but you and your shots,
as long as the meter lasts; it refills while you let go.
A saucer that is shot leaves a capsule with a triple gun for ten seconds.

Places and speeds are complex numbers: to turn one is to multiply it.
"""

import math
import random

import pygame

WIDTH, HEIGHT = 840, 600
MIDDLE = complex(WIDTH / 2, HEIGHT / 2)
GREEN = (0, 255, 65)
CYAN = (90, 220, 255)
RED = (255, 80, 60)
SLOW_FRAMES = 180
YELLOW = (255, 220, 60)
TRIPLE_FRAMES = 600

RADIUS = [15, 12, 23, 42]  # of the saucer, and of rocks of size 1, 2, 3
POINTS = [200, 100, 50, 20]
SHIP = [17, -11 - 10j, -7, -11 + 10j]
FLAME = [-8 - 5j, -20, -8 + 5j]
SAUCER = [-22, -9 - 7j, -5 - 14j, 5 - 14j, 9 - 7j, -9 - 7j, 9 - 7j, 22, 9 + 8j, -9 + 8j, -22, 22]


def heading(degrees):
    """Return the complex number of length 1 in a direction."""
    return complex(math.cos(math.radians(degrees)), math.sin(math.radians(degrees)))


def anywhere():
    return complex(random.randrange(WIDTH), random.randrange(HEIGHT))


class Mover:
    """A thing in space. Its size is 0, or that of a rock."""

    def __init__(self, place, speed, radius, size=0, shape=()):
        self.place, self.speed = place, speed
        self.radius, self.size, self.shape = radius, size, shape
        self.age = 0

    def move(self, pace=1):
        self.age += pace
        x, y = (self.place + self.speed * pace).real, (self.place + self.speed * pace).imag
        # What has left the window completely comes back on the other side.
        edge = self.radius
        self.place = complex((x + edge) % (WIDTH + 2 * edge) - edge, (y + edge) % (HEIGHT + 2 * edge) - edge)

    def touches(self, other):
        return False

    def draw(self, screen, color, shape, turn=1):
        corners = [self.place + corner * turn for corner in shape]
        pygame.draw.lines(screen, color, True, [(corner.real, corner.imag) for corner in corners], 2)


def rock(place, size, wave):
    speed = heading(random.uniform(0, 360)) * (random.uniform(2.1, 2.8) - size / 2 + wave / 10)
    shape = [heading(i * 30) * RADIUS[size] * random.uniform(0.75, 1.15) for i in range(12)]
    return Mover(place, speed, RADIUS[size], size, shape)


class Space:
    """Everything in one game."""

    def __init__(self):
        self.score, self.lives, self.wave, self.frame = 0, 3, 0, 0
        self.rocks, self.shots, self.bolts, self.saucers = [], [], [], []
        self.slow_left = SLOW_FRAMES
        self.is_slow = False
        self.capsules = []
        self.triple = 0  # frames that the triple gun still lasts
        self.new_ship()

    def new_ship(self):
        self.ship = Mover(MIDDLE, 0, 10)
        self.angle = -90
        self.engine = False
        self.safe = 124  # frames without danger
        self.wreck = 0  # frames until the next ship

    def press(self, key):
        if key == pygame.K_SPACE and len(self.shots) < (10 if self.triple else 4):
            for spread in (-14, 0, 14) if self.triple else (0,):
                aim = heading(self.angle + spread)
                self.shots.append(Mover(self.ship.place + 17 * aim, self.ship.speed + 7 * aim, 2))
        elif key == pygame.K_DOWN:
            self.ship = Mover(anywhere(), 0, 10)

    def update(self, keys):
        """Play one frame."""
        self.frame += 1
        if not self.rocks:
            self.wave += 1
            for _ in range(3 + self.wave):
                self.rocks.append(rock(self.ship.place + 290 * heading(random.randrange(360)), 3, self.wave))
        if self.frame % 800 == 450:
            self.saucers.append(Mover(complex(0, random.randint(80, HEIGHT - 80)), 2, RADIUS[0]))
        if not self.wreck:
            self.fly(keys)
        elif self.wreck > 1:
            self.wreck -= 1
        elif all(abs(one.place - MIDDLE) > 140 for one in self.rocks):
            self.new_ship()
        self.is_slow = keys[pygame.K_LSHIFT] and self.slow_left >= 1
        self.slow_left = self.slow_left - 1 if self.is_slow else min(SLOW_FRAMES, self.slow_left + 0.25)
        for shot in self.shots:
            shot.move()
        self.triple = max(0, self.triple - 1)
        self.capsules = [capsule for capsule in self.capsules if capsule.age < 600]
        for capsule in self.capsules[:]:
            if not self.wreck and capsule.touches(self.ship):
                self.capsules.remove(capsule)
                self.triple = TRIPLE_FRAMES
        for mover in self.rocks + self.bolts + self.saucers + self.capsules:
            mover.move(0.25 if self.is_slow else 1)
        self.shots = [shot for shot in self.shots if shot.age < 52]
        self.bolts = [bolt for bolt in self.bolts if bolt.age < 80]
        self.saucers = [saucer for saucer in self.saucers if saucer.age < WIDTH / 2]
        for saucer in self.saucers:
            if saucer.age % 60 == 0:  # the aim gets better with the waves
                way = (self.ship.place - saucer.place) * heading(random.uniform(-30, 30) / self.wave)
                self.bolts.append(Mover(saucer.place, way / abs(way) * 4.5, 3))
        self.collide()

    def fly(self, keys):
        self.safe = max(0, self.safe - 1)
        self.angle += 4 * (keys[pygame.K_RIGHT] - keys[pygame.K_LEFT])
        self.engine = keys[pygame.K_UP]
        self.ship.speed = (self.ship.speed + 0.11 * self.engine * heading(self.angle)) * 0.992
        self.ship.move()

    def collide(self):
        for shot in self.shots[:]:
            for target in self.rocks + self.saucers:
                if shot.touches(target) and shot in self.shots:
                    self.shots.remove(shot)
                    self.score += POINTS[target.size]
                    if target in self.saucers:
                        self.capsules.append(Mover(target.place, target.speed / 4, 16))
                    self.destroy(target)
        for danger in self.rocks + self.saucers + self.bolts:
            if not self.safe and not self.wreck and danger.touches(self.ship):
                self.lives -= 1
                self.wreck = 80
                self.destroy(danger)

    def destroy(self, target):
        """Take away a target; larger rocks leave two smaller ones."""
        for group in (self.rocks, self.saucers, self.bolts):
            if target in group:
                group.remove(target)
        if target.size > 1:
            self.rocks += [rock(target.place, target.size - 1, self.wave) for _ in range(2)]

    def draw(self, screen):
        pygame.draw.rect(screen, GREEN, (WIDTH - 112, 14, 92, 20), 2)
        pygame.draw.rect(screen, CYAN, (WIDTH - 108, 18, 84 * self.slow_left // SLOW_FRAMES, 12))
        if self.is_slow:
            pygame.draw.rect(screen, CYAN, (0, 0, WIDTH, HEIGHT), 4)
        for one in self.rocks:
            one.draw(screen, CYAN, one.shape, heading(one.age))
        for capsule in self.capsules:
            capsule.draw(screen, YELLOW, [heading(corner) * 16 for corner in range(0, 360, 45)])
            for spread in (-35, 0, 35):
                capsule.draw(screen, YELLOW, [7j, 7j - 15j * heading(spread)])
        for saucer in self.saucers:
            saucer.draw(screen, RED, SAUCER)
        for shot in self.shots + self.bolts:
            color = GREEN if shot in self.shots else RED
            shot.draw(screen, color, [-4, 4], shot.speed / abs(shot.speed))
        if self.wreck:
            for ray in range(0, 360, 40):
                self.ship.draw(screen, GREEN, [80 - self.wreck, 90 - self.wreck], heading(ray))
        elif self.safe % 10 < 5:
            self.ship.draw(screen, YELLOW if self.triple else GREEN, SHIP, heading(self.angle))
            if self.engine:
                self.ship.draw(screen, RED, FLAME, heading(self.angle))


def write(screen, font, text, y):
    picture = font.render(text, True, GREEN)
    screen.blit(picture, picture.get_rect(center=(WIDTH // 2, y)))


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Asteroids")
    font, big_font = pygame.font.Font(None, 28), pygame.font.Font(None, 80)
    clock = pygame.time.Clock()
    space = Space()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN:
                if space.lives and not space.wreck:
                    space.press(event.key)
                elif event.key == pygame.K_r and not space.lives:
                    space = Space()
                elif event.key == pygame.K_q and not space.lives:
                    running = False
        screen.fill((0, 0, 0))
        if space.lives:
            space.update(pygame.key.get_pressed())
            space.draw(screen)
            write(screen, font, "ARROWS: FLY   SPACE: SHOOT   DOWN: HYPERSPACE   SHIFT: SLOW", HEIGHT - 18)
        else:
            write(screen, big_font, "GAME OVER", 230)
            write(screen, font, f"FINAL SCORE {space.score}", 300)
            write(screen, font, "R: PLAY AGAIN   Q: QUIT", 350)
        hud = f"SCORE {space.score}    LIVES {space.lives}    WAVE {space.wave}"
        write(screen, font, f"{hud}    SLOW {space.slow_left * 100 // SLOW_FRAMES:.0f}%", 24)
        pygame.display.flip()
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
