# SOURCE: ../flappy_bird_4.py
# FAILURE: readable: 'FINAL SCORE 0' and 'R: ONCE MORE     Q: QUIT' overlap at frame 98 of idle, seed 0

"""Flappy Bird: how many pipes can one small bird get past?

Tap SPACE or click to beat the wings. A pipe you have passed gives a point, then
everything goes a little quicker and the holes get smaller. Do not hit a pipe or
the ground.

Four pipes are enough: one that has left the screen is sent round again from the
right with a new hole.
"""

import math
import random
from enum import Enum

import pygame

FPS = 60
SIZE = W, H = 800, 560
SAND = 506  # height of the ground
HUD_Y = 534
PIPE_W, PIPE_STEP = 70, 270

BLACK = (0, 0, 4)
GREEN = (0, 255, 65)
SHADOW = (0, 70, 30)
BODY = (0, 150, 50)
GOLD = (255, 205, 60)
RED = (255, 90, 70)
WHITE = (240, 240, 240)
GRAY = (150, 155, 165)
HILLS = (24, 22, 44)
Phase = Enum("Phase", "HOVER FLIGHT CRASHED")


class Bird:
    RADIUS = 15
    PULL = 0.42
    KICK = 7.2

    def __init__(self, x, color):
        self.color = color
        self.place = pygame.Vector2(x, 220)
        self.sink = 0  # downward speed

    def kick(self):
        self.sink = -self.KICK

    def move(self):
        self.sink = min(11, self.sink + self.PULL)
        self.place.y += self.sink
        if self.place.y < self.RADIUS:
            self.place.y = self.RADIUS
            self.sink = 0

    def draw(self, screen):
        """Draw the bird turned by its tilt; every point is given as if it flew level."""
        tilt = max(-25, min(60, self.sink * 5))

        def at(x, y):
            return self.place + pygame.Vector2(x, y).rotate(tilt)

        pygame.draw.polygon(screen, RED, [at(-10, 0), at(-26, -8), at(-26, 5)])
        pygame.draw.circle(screen, self.color, self.place, self.RADIUS)
        pygame.draw.polygon(screen, RED, [at(12, -4), at(26, 2), at(12, 7)])
        pygame.draw.circle(screen, WHITE, at(7, -6), 5)
        pygame.draw.circle(screen, BLACK, at(9, -6), 2)
        wing = 14 if self.sink < 0 else -14
        pygame.draw.polygon(screen, WHITE, [at(4, 1), at(-10, 1), at(-9, wing)])


class Pipe:
    def __init__(self, x):
        self.send(x, 0)

    def send(self, x, points):
        """Put the pipe at x with a new hole, the smaller the more points there are."""
        self.x = x
        half = max(63, 90 - points)
        middle = random.randint(50 + half, SAND - 50 - half)
        self.upper_end, self.lower_end = middle - half, middle + half

    def touches(self, bird):
        """Measure from the bird to the nearest point of each part of the pipe."""
        near_x = max(self.x, min(self.x + PIPE_W, bird.place.x))
        for near_y in (min(self.upper_end, bird.place.y), max(self.lower_end, bird.place.y)):
            if math.hypot(near_x - bird.place.x, near_y - bird.place.y) < bird.RADIUS - 2:
                return True
        return False

    def draw(self, screen):
        parts = ((0, self.upper_end, self.upper_end), (self.lower_end, SAND, self.lower_end))
        for start, end, mouth in parts:
            for inset, width, color in ((0, PIPE_W, SHADOW), (6, 46, BODY), (14, 12, GREEN)):
                pygame.draw.rect(screen, color, (self.x + inset, start, width, end - start))
            ring = pygame.Rect(self.x - 5, mouth - 10, PIPE_W + 10, 20)
            ring.y += 10 if mouth == start else -10
            pygame.draw.ellipse(screen, BODY, ring)
            pygame.draw.ellipse(screen, GREEN, ring, 3)


class Flappy:
    def __init__(self):
        pygame.init()
        self.screen = pygame.display.set_mode(SIZE)
        pygame.display.set_caption("Flappy Bird")
        self.fonts = {size: pygame.font.Font(None, size) for size in (32, 80)}
        self.reset()

    def reset(self):
        self.phase = Phase.HOVER
        self.hover_left = FPS
        self.points = 0
        self.bird = Bird(230, GOLD)
        self.pipes = [Pipe(W + 5 + number * PIPE_STEP) for number in range(4)]

    def play(self):
        """Run frame by frame until somebody quits."""
        clock = pygame.time.Clock()
        while self.take_inputs():
            if self.phase is Phase.HOVER:
                self.hover_left -= 1
                if self.hover_left == 0:
                    self.phase = Phase.FLIGHT
            elif self.phase is Phase.FLIGHT:
                self.advance()
            self.draw()
            clock.tick(FPS)
        pygame.quit()

    def take_inputs(self):
        """Return False once the player wants to leave."""
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                return False
            key = event.key if event.type == pygame.KEYDOWN else None
            if self.phase is Phase.CRASHED:
                if key == pygame.K_q:
                    return False
                if key == pygame.K_r:
                    self.reset()
            elif key == pygame.K_SPACE or event.type == pygame.MOUSEBUTTONDOWN:
                self.phase = Phase.FLIGHT
                self.bird.kick()
        return True

    def advance(self):
        self.bird.move()
        speed = min(5.2, 3.2 + self.points / 16)
        for pipe in self.pipes:
            was_ahead = pipe.x + PIPE_W >= self.bird.place.x
            pipe.x -= speed
            if was_ahead and pipe.x + PIPE_W < self.bird.place.x:
                self.points += 1
            if pipe.x < -PIPE_W - 5:
                pipe.send(pipe.x + 4 * PIPE_STEP, self.points)
        hit_pipe = any(pipe.touches(self.bird) for pipe in self.pipes)
        if hit_pipe or self.bird.place.y + Bird.RADIUS > SAND:
            self.phase = Phase.CRASHED

    def text(self, size, words, color, **place):
        image = self.fonts[size].render(words, True, color)
        self.screen.blit(image, image.get_rect(**place))

    def draw(self):
        self.screen.fill(BLACK)
        for x, height in ((60, 150), (250, 230), (420, 130), (590, 260), (760, 180)):
            pygame.draw.polygon(self.screen, HILLS, [(x - 190, SAND), (x, SAND - height), (x + 190, SAND)])
        for pipe in self.pipes:
            pipe.draw(self.screen)
        self.bird.draw(self.screen)
        pygame.draw.rect(self.screen, BLACK, (0, SAND, W, H - SAND))
        pygame.draw.line(self.screen, GOLD, (0, SAND), (W, SAND), 5)
        self.text(32, f"SCORE {self.points}", GOLD, midleft=(24, HUD_Y))
        self.text(32, "TAP SPACE OR CLICK TO FLAP", GRAY, midright=(W - 24, HUD_Y))
        if self.phase is Phase.CRASHED:
            self.draw_end()
        pygame.display.flip()

    def draw_end(self):
        box = pygame.Rect(190, 130, 420, 210)
        pygame.draw.rect(self.screen, BLACK, box, border_radius=24)
        pygame.draw.rect(self.screen, GOLD, box, 3, border_radius=24)
        self.text(80, "GAME OVER", GOLD, center=(W // 2, 185))
        self.text(32, f"FINAL SCORE {self.points}", WHITE, center=(W // 2, 245))
        self.text(32, "R: ONCE MORE     Q: QUIT", WHITE, center=(W // 2, 245))


def main():
    flappy = Flappy()
    flappy.play()


if __name__ == "__main__":
    main()
