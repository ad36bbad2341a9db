# SOURCE: ../pong_2.py
# FAILURE: responds: 1200 frames with input (UP, DOWN) leave no difference to idle play, seed 0

"""Pong: you are the green paddle on the left, the pink one is the computer.

Arrow keys Up and Down move you. A ball past the computer is your point, a ball
past you is the computer's, and 7 points win the game.

The computer looks at the ball's trail, that is, it sees the ball where it was
some frames ago. Every point of the player makes its eyes quicker.
"""

import random
from collections import deque

import pygame

FIELD = pygame.Rect(20, 70, 860, 510)
WINDOW = (900, 600)
FPS = 60
MATCH_POINTS = 7
TRAIL_LENGTH = 16
SERVE_FRAMES = 60
PLAYER_STEP = 8
CPU_STEP = 6
STEEPEST = 58  # degrees from the horizontal
SLOWEST, FASTEST = 6.5, 13.5
SPEED_UP = 1.06  # the ball's speed is multiplied by this at each hit

BACKGROUND = (4, 8, 12)
GREEN = (0, 255, 65)
PINK = (255, 70, 160)
YELLOW = (255, 230, 90)
LINES = (60, 100, 125)
TEXT = (200, 215, 225)


class Paddle(pygame.sprite.Sprite):
    """An upright rounded paddle with a bright core."""

    def __init__(self, x, color):
        super().__init__()
        self.image = pygame.Surface((16, 100), pygame.SRCALPHA)
        pygame.draw.rect(self.image, color, self.image.get_rect(), border_radius=8)
        pygame.draw.line(self.image, TEXT, (8, 12), (8, 88), 2)
        self.rect = self.image.get_rect(center=(x, FIELD.centery))

    def step(self, pixels):
        self.rect.y + round(pixels)
        self.rect.clamp_ip(FIELD)


class Ball(pygame.sprite.Sprite):
    """A round ball that remembers its latest places, the newest first."""

    def __init__(self, heading):
        super().__init__()
        self.image = pygame.Surface((18, 18), pygame.SRCALPHA)
        pygame.draw.circle(self.image, YELLOW, (9, 9), 9)
        pygame.draw.circle(self.image, TEXT, (6, 6), 3)
        self.place = pygame.Vector2(FIELD.center)
        self.rect = self.image.get_rect(center=FIELD.center)
        slant = random.choice((-1, 1)) * random.uniform(17, 35)
        self.velocity = pygame.Vector2(heading * SLOWEST, 0).rotate(slant)
        self.trail = deque([FIELD.center], maxlen=TRAIL_LENGTH)

    def update(self):
        self.place += self.velocity
        self.rect.center = round(self.place.x), round(self.place.y)
        if self.rect.top < FIELD.top:
            self.velocity.y = abs(self.velocity.y)
        elif self.rect.bottom > FIELD.bottom:
            self.velocity.y = -abs(self.velocity.y)
        self.trail.appendleft(self.rect.center)

    def seen_height(self, frames_ago):
        """Return how high the ball was some frames ago."""
        return self.trail[min(frames_ago, len(self.trail) - 1)][1]

    def rebound(self, paddle, heading):
        """Leave the paddle at an angle that depends on where it was hit."""
        speed = min(FASTEST, self.velocity.length() * SPEED_UP)
        offset = (self.rect.centery - paddle.rect.centery) / (paddle.rect.height / 2)
        degrees = heading * max(-1, min(1, offset)) * STEEPEST
        self.velocity = pygame.Vector2(heading * speed, 0).rotate(degrees)

    def draw_trail(self, screen):
        for age, spot in enumerate(self.trail):
            pygame.draw.circle(screen, LINES, spot, max(1, 8 - age // 2))


class PongApp:
    """The window, the match and everything in it."""

    def __init__(self):
        pygame.init()
        self.screen = pygame.display.set_mode(WINDOW)
        pygame.display.set_caption("Pong")
        self.clock = pygame.time.Clock()
        self.small = pygame.font.Font(None, 30)
        self.large = pygame.font.Font(None, 80)
        self.is_running = True
        self.new_match()

    def new_match(self):
        self.player = Paddle(FIELD.left + 24, GREEN)
        self.cpu = Paddle(FIELD.right - 24, PINK)
        self.sprites = pygame.sprite.Group(self.player, self.cpu)
        self.points = {"YOU": 0, "CPU": 0}
        self.winner = None
        self.new_ball(-1)

    def new_ball(self, heading):
        self.ball = Ball(heading)
        self.wait = SERVE_FRAMES

    def run(self):
        while self.is_running:
            self.handle_events()
            if self.winner is None:
                self.move_player()
                self.move_cpu()
                self.move_ball()
            self.draw()
            self.clock.tick(FPS)
        pygame.quit()

    def handle_events(self):
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                self.is_running = False
            elif event.type == pygame.KEYDOWN and self.winner:
                if event.key == pygame.K_r:
                    self.new_match()
                elif event.key == pygame.K_q:
                    self.is_running = False

    def move_player(self):
        held = pygame.key.get_pressed()
        if held[pygame.K_UP]:
            self.player.step(-PLAYER_STEP)
        if held[pygame.K_DOWN]:
            self.player.step(PLAYER_STEP)

    def move_cpu(self):
        """Follow the ball as it was a moment ago, less of a moment per point."""
        blink = TRAIL_LENGTH - 1 - self.points["YOU"]
        aim = self.ball.seen_height(blink) if self.ball.velocity.x > 0 else FIELD.centery
        self.cpu.step(max(-CPU_STEP, min(CPU_STEP, aim - self.cpu.rect.centery)))

    def move_ball(self):
        if self.wait > 0:
            self.wait -= 1
            return
        self.ball.update()
        if self.ball.velocity.x < 0 and self.ball.rect.colliderect(self.player.rect):
            self.ball.rebound(self.player, 1)
        elif self.ball.velocity.x > 0 and self.ball.rect.colliderect(self.cpu.rect):
            self.ball.rebound(self.cpu, -1)
        if self.ball.rect.right < 0:
            self.score("CPU", -1)
        elif self.ball.rect.left > WINDOW[0]:
            self.score("YOU", 1)

    def score(self, name, heading):
        """Give a point; the side that lost it receives the next ball."""
        self.points[name] += 1
        self.new_ball(heading)
        if self.points[name] == MATCH_POINTS:
            self.winner = name

    def print_at(self, font, text, color, center):
        image = font.render(text, True, color)
        self.screen.blit(image, image.get_rect(center=center))

    def draw(self):
        self.screen.fill(BACKGROUND)
        pygame.draw.line(self.screen, GREEN, (0, FIELD.top - 3), (WINDOW[0], FIELD.top - 3), 3)
        pygame.draw.line(self.screen, GREEN, (0, FIELD.bottom), (WINDOW[0], FIELD.bottom), 3)
        pygame.draw.circle(self.screen, LINES, FIELD.center, 70, 2)
        for y in range(FIELD.top, FIELD.bottom - 10, 30):
            pygame.draw.line(self.screen, LINES, (FIELD.centerx, y), (FIELD.centerx, y + 16), 3)
        self.print_at(self.large, f"YOU {self.points['YOU']}", GREEN, (300, 36))
        self.print_at(self.large, f"CPU {self.points['CPU']}", PINK, (600, 36))
        self.print_at(self.small, "ARROWS: MOVE", TEXT, (100, 36))
        self.print_at(self.small, f"WIN AT {MATCH_POINTS}", TEXT, (820, 36))
        self.sprites.draw(self.screen)
        if self.winner:
            self.draw_end()
        else:
            self.ball.draw_trail(self.screen)
            self.screen.blit(self.ball.image, self.ball.rect)
        pygame.display.flip()

    def draw_end(self):
        box = pygame.Rect(0, 0, 440, 220)
        box.center = FIELD.center
        pygame.draw.rect(self.screen, BACKGROUND, box, border_radius=20)
        pygame.draw.rect(self.screen, YELLOW, box, 3, border_radius=20)
        x, y = box.midtop
        verdict = "YOU WIN!" if self.winner == "YOU" else "YOU LOSE"
        self.print_at(self.large, verdict, YELLOW, (x, y + 60))
        result = f"FINAL SCORE {self.points['YOU']} TO {self.points['CPU']}"
        self.print_at(self.small, result, TEXT, (x, y + 120))
        self.print_at(self.small, "R  NEW MATCH     Q  QUIT", TEXT, (x, y + 170))


def main():
    app = PongApp()
    app.run()


if __name__ == "__main__":
    main()
