# SOURCE: ../asteroids.py
# FAILURE: ends: no end state was seen (idle, seed 0: 10800 frames; random play, seed 0: 10800 frames; random play, seed 1: 1800 frames; random play, seed 2: 1800 frames; the script's player, seed 0: 10800 frames; the script's player, who then tires, seed 0: 3000 frames)

"""Asteroids: break up the drifting rocks before one of them hits your ship.

Left and right arrows turn the ship, up fires the engine, space shoots (four
shots at a time) and down jumps to a random place. Large rocks are worth 20
points, medium ones 50, small ones 100 and the saucer 200. You have three lives.

Everything that flies is a Body, which comes back in at the opposite edge.
"""

import random

import pygame
from pygame.math import Vector2

WIDTH, HEIGHT = 800, 640
CENTER = Vector2(WIDTH // 2, HEIGHT // 2)
FPS = 60
SHIELD_FRAMES = 125
WRECK_FRAMES = 90

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
RED = (255, 70, 70)
WHITE = (230, 230, 230)

ROCKS = {3: (44, 20), 2: (24, 50), 1: (13, 100)}  # size: radius and points
SHIP = [(16, 0), (-11, -10), (-6, 0), (-11, 10)]
FLAME = [(-8, -5), (-20, 0), (-8, 5)]


def direction(angle):
    return Vector2(1, 0).rotate(angle)


class Body:
    """Anything that flies on at a constant speed."""

    def __init__(self, position, velocity, radius, points=0):
        self.position = Vector2(position)
        self.velocity = Vector2(velocity)
        self.radius = radius
        self.points = points
        self.age = 0

    def move(self):
        """Move by one frame and wrap around once the whole body is out of the window."""
        self.age += 1
        self.position += self.velocity
        edge = self.radius
        self.position.x = (self.position.x + edge) % (WIDTH + 2 * edge) - edge
        self.position.y = (self.position.y + edge) % (HEIGHT + 2 * edge) - edge

    def hits(self, other):
        return False

    def draw(self, screen, color, shape, angle):
        corners = [self.position + Vector2(corner).rotate(angle) for corner in shape]
        pygame.draw.polygon(screen, color, corners, 2)


class Rock(Body):
    """A jagged rock of size 3, 2 or 1; small rocks are fast."""

    def __init__(self, position, size, wave):
        speed = random.uniform(2.2, 3) - 0.6 * size + 0.1 * wave
        super().__init__(position, direction(random.uniform(0, 360)) * speed, *ROCKS[size])
        self.size = size
        self.spin = random.uniform(-1.5, 1.5)
        self.shape = [direction(i * 36) * self.radius * random.uniform(0.75, 1.15) for i in range(10)]


class Game:
    """One game; it is over when no life is left."""

    def __init__(self):
        self.score = 0
        self.lives = 3
        self.wave = 0
        self.rocks, self.shots, self.saucer_shots = [], [], []
        self.new_ship()
        self.new_saucer()

    def new_ship(self):
        self.ship = Body(CENTER, (0, 0), 11)
        self.angle = -90
        self.is_thrusting = False
        self.timer = SHIELD_FRAMES  # more than that while the last ship blows up

    def new_saucer(self):
        """Put the saucer far out on the left; it flies to the right all the time."""
        self.saucer = Body((-random.randint(800, 1400), random.randint(90, HEIGHT - 90)), (2, 0), 16, 200)

    def new_wave(self):
        self.wave += 1
        for _ in range(3 + self.wave):  # far from the ship
            place = self.ship.position + (random.randint(250, 550), random.randrange(HEIGHT))
            self.rocks.append(Rock(place, 3, self.wave))

    def press(self, key):
        """Shoot, or jump through hyperspace."""
        if self.timer > SHIELD_FRAMES:
            return
        if key == pygame.K_SPACE and len(self.shots) < 4:
            aim = direction(self.angle)
            self.shots.append(Body(self.ship.position + aim * 16, self.ship.velocity + aim * 7, 2))
        elif key == pygame.K_DOWN:
            self.ship = Body((random.randrange(WIDTH), random.randrange(HEIGHT)), (0, 0), 11)

    def update(self, keys):
        """Move everything by one frame."""
        if self.lives == 0:
            return
        if not self.rocks:
            self.new_wave()
        self.timer = max(0, self.timer - 1)
        if self.timer == SHIELD_FRAMES:
            # The next ship waits until no rock is near the middle.
            self.timer += 1
            if all(rock.position.distance_to(CENTER) > 130 for rock in self.rocks):
                self.new_ship()
        elif self.timer < SHIELD_FRAMES:
            self.steer(keys)
        self.move_saucer()
        for body in self.rocks + self.shots + self.saucer_shots:
            body.move()
        for shots in (self.shots, self.saucer_shots):
            shots[:] = [shot for shot in shots if shot.age < 55]
        self.hit_things()

    def steer(self, keys):
        self.angle += 4.5 * (keys[pygame.K_RIGHT] - keys[pygame.K_LEFT])
        self.is_thrusting = keys[pygame.K_UP]
        if self.is_thrusting:
            self.ship.velocity += direction(self.angle) * 0.11
        self.ship.velocity *= 0.993
        self.ship.move()

    def move_saucer(self):
        """Fly across the window and shoot at the ship once a second."""
        saucer = self.saucer
        saucer.age += 1
        saucer.position += saucer.velocity
        if saucer.position.x > WIDTH:
            self.new_saucer()
        elif saucer.position.x > 0 and saucer.age % 60 == 0:
            error = max(4, 30 - 6 * self.wave)  # degrees; the aim gets better
            aim = (self.ship.position - saucer.position).rotate(random.uniform(-error, error))
            self.saucer_shots.append(Body(saucer.position, aim.normalize() * 5, 3))

    def hit_things(self):
        """Find what the shots and the ship have run into."""
        for shot in self.shots[:]:
            target = next((body for body in self.rocks + [self.saucer] if body.hits(shot)), None)
            if target:
                self.score += target.points
                self.shots.remove(shot)
                self.destroy(target)
        for danger in self.rocks + self.saucer_shots + [self.saucer]:
            if self.timer == 0 and danger.hits(self.ship):
                self.lives -= 1
                self.timer = SHIELD_FRAMES + WRECK_FRAMES
                self.destroy(danger)

    def destroy(self, body):
        """Remove the saucer, or break a rock into two of the next smaller size."""
        if body is self.saucer:
            self.new_saucer()
        elif body in self.rocks:
            self.rocks.remove(body)
            if body.size > 1:
                self.rocks += [Rock(body.position, body.size - 1, self.wave) for _ in range(2)]


def draw_text(screen, font, text, y):
    picture = font.render(text, True, GREEN)
    screen.blit(picture, picture.get_rect(center=(WIDTH // 2, y)))


def draw(screen, font, big_font, game):
    """Draw everything that flies, the HUD and the end screen."""
    screen.fill(BLACK)
    for rock in game.rocks:
        rock.draw(screen, WHITE, rock.shape, rock.age * rock.spin)
    for shot in game.shots:
        pygame.draw.circle(screen, GREEN, shot.position, 3)
    for shot in game.saucer_shots:
        pygame.draw.circle(screen, RED, shot.position, 4)
    hull = pygame.Rect(0, 0, 40, 14)
    hull.center = game.saucer.position
    pygame.draw.ellipse(screen, RED, hull.inflate(-20, 0).move(0, -8), 2)
    pygame.draw.ellipse(screen, RED, hull, 2)
    if game.timer > SHIELD_FRAMES:  # the ship blows up
        pygame.draw.circle(screen, GREEN, game.ship.position, (game.timer - SHIELD_FRAMES) // 2, 2)
    elif game.timer % 12 < 6:  # a shielded ship blinks
        if game.is_thrusting:
            game.ship.draw(screen, RED, FLAME, game.angle)
        game.ship.draw(screen, GREEN, SHIP, game.angle)
    draw_text(screen, font, f"SCORE {game.score}     WAVE {game.wave}     LIVES {game.lives}", 24)
    draw_text(screen, font, "ARROWS: TURN, THRUST   SPACE: SHOOT   DOWN: HYPERSPACE", HEIGHT - 20)
    if game.lives == 0:
        pygame.draw.rect(screen, BLACK, (200, 230, 400, 180))
        pygame.draw.rect(screen, GREEN, (200, 230, 400, 180), 2)
        draw_text(screen, big_font, "GAME OVER", 280)
        draw_text(screen, font, f"FINAL SCORE {game.score}", 335)
        draw_text(screen, font, "R: PLAY AGAIN   Q: QUIT", 372)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Asteroids")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 26)
    big_font = pygame.font.Font(None, 68)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN:
                if game.lives > 0:
                    game.press(event.key)
                elif event.key == pygame.K_r:
                    game = Game()
                elif event.key == pygame.K_q:
                    running = False
        game.update(pygame.key.get_pressed())
        draw(screen, font, big_font, game)
        clock.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
