# SOURCE: ../asteroids_3.py
# FAILURE: quits: Q at frame 5708 of the script's player, seed 0: it runs on after frame 5857

"""Asteroids: one gun, three ships, and no end of rocks.

Arrows: turn and thrust. Space: fire, four shots at a time. Down: hyperspace,
which may end badly. Big rocks 20, middle 50, small 100, saucer 200 points.

The App holds the whole game. Each Body knows its place (x, y), its way per
frame (dx, dy) and its radius r, and the edges of the window are joined.
"""

from math import cos, hypot, radians, sin
from random import choice, randrange, uniform

import pygame

W, H = 960, 700
FPS = 60
GREEN, WHITE, RED = (0, 255, 65), (235, 235, 235), (255, 90, 90)
STONE, CRATER = (95, 85, 80), (60, 52, 50)
RADII, POINTS = {3: 48, 2: 27, 1: 15}, {3: 20, 2: 50, 1: 100}


class Body:
    def __init__(self, x, y, speed, angle, r):
        self.x, self.y, self.r = x, y, r
        self.dx, self.dy = speed * cos(radians(angle)), speed * sin(radians(angle))
        self.age = 0

    def drift(self):
        """Fly on, and come back on the far side after leaving the window."""
        self.age += 1
        self.x = (self.x + self.dx + self.r) % (W + 2 * self.r) - self.r
        self.y = (self.y + self.dy + self.r) % (H + 2 * self.r) - self.r

    def near(self, other):
        return hypot(self.x - other.x, self.y - other.y) < self.r + other.r

    def spots(self, *polar):
        """Return the points at (distance, angle) from the center."""
        return [(self.x + d * cos(radians(a)), self.y + d * sin(radians(a))) for d, a in polar]


class Rock(Body):
    def __init__(self, x, y, size, wave):
        super().__init__(x, y, uniform(0.8, 1.3) + (3 - size) * 0.6 + wave * 0.1, randrange(360), RADII[size])
        self.size = size
        self.spin = choice((-1, 1))
        self.jags = [uniform(0.8, 1.15) for _ in range(10)]

    def draw(self, screen):
        turn = self.age * self.spin
        edge = self.spots(*[(self.r * jag, turn + 36 * i) for i, jag in enumerate(self.jags)])
        pygame.draw.polygon(screen, STONE, edge)
        pygame.draw.polygon(screen, WHITE, edge, 2)
        for crater in self.spots((self.r * 0.5, turn), (self.r * 0.4, turn + 150)):
            pygame.draw.circle(screen, CRATER, crater, self.r // 5)


class App:
    def __init__(self):
        pygame.init()
        self.screen = pygame.display.set_mode((W, H))
        pygame.display.set_caption("Asteroids")
        self.font = pygame.font.Font(None, 30)
        self.large = pygame.font.Font(None, 90)
        self.restart()

    def restart(self):
        self.score, self.wave, self.lives = 0, 0, 3
        self.rocks, self.shots, self.bullets = [], [], []
        self.saucer, self.saucer_wait = None, 480
        self.launch()

    def launch(self):
        """Put a ship into the middle, invulnerable for two seconds."""
        self.ship = Body(W / 2, H / 2, 0, 0, 11)
        self.angle = 270
        self.is_dead = self.is_thrusting = False
        self.wait = 124

    def press(self, key):
        if key == pygame.K_SPACE and len(self.shots) < 4:
            (x, y), = self.ship.spots((18, self.angle))
            shot = Body(x, y, 7, self.angle, 3)
            shot.dx, shot.dy = shot.dx + self.ship.dx, shot.dy + self.ship.dy
            self.shots.append(shot)
        elif key == pygame.K_DOWN:
            self.ship = Body(randrange(W), randrange(H), 0, 0, 11)

    def play(self):
        """Take the game one frame further."""
        self.wait = max(0, self.wait - 1)
        if not self.is_dead:
            self.fly(pygame.key.get_pressed())
        elif self.wait == 0 and all(hypot(rock.x - W / 2, rock.y - H / 2) > 150 for rock in self.rocks):
            self.launch()
        if not self.rocks:
            self.wave += 1
            for _ in range(3 + self.wave):
                x, y = choice(self.ship.spots(*[(330, angle) for angle in range(0, 360, 15)]))
                self.rocks.append(Rock(x, y, 3, self.wave))
        for body in self.rocks + self.shots + self.bullets:
            body.drift()
        self.shots = [shot for shot in self.shots if shot.age < 58]
        self.bullets = [bullet for bullet in self.bullets if bullet.age < 90]
        self.move_saucer()
        self.check_shots()
        self.check_ship()

    def fly(self, keys):
        self.angle += 4 * (keys[pygame.K_RIGHT] - keys[pygame.K_LEFT])
        self.is_thrusting = keys[pygame.K_UP]
        push = 0.11 if self.is_thrusting else 0
        self.ship.dx = (self.ship.dx + push * cos(radians(self.angle))) * 0.993
        self.ship.dy = (self.ship.dy + push * sin(radians(self.angle))) * 0.993
        self.ship.drift()

    def move_saucer(self):
        if not self.saucer:
            self.saucer_wait -= 1
            if self.saucer_wait == 0:
                self.saucer = Body(0, randrange(90, H - 90), 2, 0, 17)
            return
        self.saucer.drift()
        if self.saucer.age % 60 == 0:
            way = pygame.Vector2(self.ship.x - self.saucer.x, self.ship.y - self.saucer.y)
            # It misses by up to 28 degrees, and by less in each wave.
            angle = way.as_polar()[1] + uniform(-28, 28) / self.wave
            self.bullets.append(Body(self.saucer.x, self.saucer.y, 4.5, angle, 4))
        if self.saucer.age > W / 2:
            self.drop_saucer()

    def drop_saucer(self):
        self.saucer, self.saucer_wait = None, randrange(300, 600)

    def crush(self, rock):
        self.rocks.remove(rock)
        if rock.size > 1:
            self.rocks += [Rock(rock.x, rock.y, rock.size - 1, self.wave) for _ in range(2)]

    def check_shots(self):
        for shot in self.shots[:]:
            rock = next(filter(shot.near, self.rocks), None)
            if rock:
                self.score += POINTS[rock.size]
                self.crush(rock)
            elif self.saucer and shot.near(self.saucer):
                self.score += 200
                self.drop_saucer()
            else:
                continue
            self.shots.remove(shot)

    def check_ship(self):
        if self.wait or self.is_dead:
            return
        rock = next(filter(self.ship.near, self.rocks), None)
        if rock:
            self.crush(rock)
        if rock or any(map(self.ship.near, self.bullets)) or self.saucer and self.ship.near(self.saucer):
            self.lives -= 1
            self.is_dead = True
            self.wait = 80

    def paint_ship(self):
        """Draw the ship, blinking while it cannot be hit, or its wreck."""
        ship, a = self.ship, self.angle
        if self.is_dead:
            for spot in ship.spots(*[(85 - self.wait, ray) for ray in range(0, 360, 30)]):
                pygame.draw.circle(self.screen, RED, spot, 2)
        elif self.wait % 10 < 5:
            if self.is_thrusting:
                pygame.draw.polygon(self.screen, RED, ship.spots((8, a + 140), (20, a + 180), (8, a - 140)))
            hull = ship.spots((18, a), (15, a + 140), (7, a + 180), (15, a - 140))
            pygame.draw.polygon(self.screen, GREEN, hull)

    def paint(self):
        self.screen.fill((0, 0, 0))
        for rock in self.rocks:
            rock.draw(self.screen)
        for shot in self.shots:
            pygame.draw.line(self.screen, GREEN, (shot.x, shot.y), (shot.x - shot.dx, shot.y - shot.dy), 3)
        for bullet in self.bullets:
            pygame.draw.circle(self.screen, RED, (bullet.x, bullet.y), 4)
        if self.saucer:
            box = pygame.Rect(self.saucer.x - 23, self.saucer.y - 5, 46, 14)
            pygame.draw.circle(self.screen, WHITE, (box.centerx, box.top), 9, 2)
            pygame.draw.ellipse(self.screen, RED, box)
        self.paint_ship()
        self.text(self.font, f"SCORE {self.score}    LIVES {self.lives}    WAVE {self.wave}", 26)
        self.text(self.font, "ARROWS: FLY    SPACE: FIRE    DOWN: HYPERSPACE", H - 24)
        if self.lives == 0:
            pygame.draw.rect(self.screen, (0, 45, 12), (250, 240, 460, 220), border_radius=20)
            self.text(self.large, "GAME OVER", H // 2 - 50)
            self.text(self.font, f"FINAL SCORE {self.score}", H // 2 + 20)
            self.text(self.font, "R: PLAY AGAIN   Q: QUIT", H // 2 + 65)
        pygame.display.flip()

    def text(self, font, words, y):
        image = font.render(words, True, GREEN)
        self.screen.blit(image, image.get_rect(center=(W // 2, y)))


def main():
    app = App()
    clock = pygame.time.Clock()
    while True:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                return pygame.quit()
            if event.type == pygame.KEYDOWN and app.lives == 0:
                if event.key == pygame.K_ESCAPE:
                    return pygame.quit()
                if event.key == pygame.K_r:
                    app.restart()
            elif event.type == pygame.KEYDOWN and not app.is_dead:
                app.press(event.key)
        if app.lives:
            app.play()
        app.paint()
        clock.tick(FPS)


if __name__ == "__main__":
    main()
