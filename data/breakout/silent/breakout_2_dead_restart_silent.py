# SOURCE: ../breakout_2.py
# FAILURE: restarts: R at frame 549 of random play, seed 2: 'GAME OVER' is still there

"""Breakout: clear the court of blocks before your three lives are used up.

The arrow keys slide the paddle, and SPACE drops the ball (else it drops after
two seconds). The paddle has nine segments: its middle returns the ball straight
up, the outer ones more and more to the side. High blocks are worth more, and
every ten blocks bring the next level with a faster ball.

Blocks, paddle and ball are sprites. How the ball and a block overlap tells
whether the ball came from the side or from above or below.
"""

import random

import pygame

SIZE = WIDTH, HEIGHT = 620, 680
COURT = pygame.Rect(13, 50, 594, 630)
COLUMNS = 9
BLOCK = BLOCK_WIDTH, BLOCK_HEIGHT = 66, 24
BLOCKS_TOP = 104
HANG_Y = 300
FPS = 60
SERVE_TIME = 120  # frames

# Where the ball goes from each segment of the paddle, as parts of its speed.
SEGMENTS = [(-0.85, -0.53), (-0.7, -0.71), (-0.5, -0.87), (-0.25, -0.97), (0, -1),
            (0.25, -0.97), (0.5, -0.87), (0.7, -0.71), (0.85, -0.53)]

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
DARK_GREEN = (0, 170, 45)
WHITE = (240, 240, 240)
GRAY = (150, 150, 150)
# Points and colour of each row, from the top down.
ROWS = [
    (60, (220, 80, 255)),
    (50, (255, 70, 90)),
    (40, (255, 130, 50)),
    (30, (255, 200, 60)),
    (20, (120, 220, 60)),
    (10, (60, 170, 255)),
]


class Block(pygame.sprite.Sprite):
    def __init__(self, column, row, *groups):
        super().__init__(*groups)
        self.points, color = ROWS[row]
        self.image = pygame.Surface((BLOCK_WIDTH - 2, BLOCK_HEIGHT - 2))
        self.image.fill(color)
        # A darker frame inside the edge makes the block look like a tile.
        shade = [part * 2 // 3 for part in color]
        pygame.draw.rect(self.image, shade, self.image.get_rect().inflate(-6, -6), 2)
        corner = (COURT.left + column * BLOCK_WIDTH + 1, BLOCKS_TOP + row * BLOCK_HEIGHT + 1)
        self.rect = self.image.get_rect(topleft=corner)


class Paddle(pygame.sprite.Sprite):
    SPEED = 9
    SEGMENT_WIDTH = 12

    def __init__(self, *groups):
        super().__init__(*groups)
        self.image = pygame.Surface((self.SEGMENT_WIDTH * len(SEGMENTS), 14))
        for number in range(len(SEGMENTS)):
            color = GREEN if number % 2 == 0 else DARK_GREEN
            self.image.fill(color, (number * self.SEGMENT_WIDTH, 0, self.SEGMENT_WIDTH, 14))
        self.rect = self.image.get_rect(center=(COURT.centerx, HEIGHT - 56))

    def update(self):
        keys = pygame.key.get_pressed()
        if keys[pygame.K_LEFT]:
            self.rect.left = max(COURT.left, self.rect.left - self.SPEED)
        if keys[pygame.K_RIGHT]:
            self.rect.right = min(COURT.right, self.rect.right + self.SPEED)

    def segment_at(self, x):
        """Return the number of the segment that is nearest to x."""
        number = (x - self.rect.left) // self.SEGMENT_WIDTH
        return max(0, min(len(SEGMENTS) - 1, number))


class Ball(pygame.sprite.Sprite):
    def __init__(self, *groups):
        super().__init__(*groups)
        self.image = pygame.Surface((14, 14), pygame.SRCALPHA)
        pygame.draw.circle(self.image, WHITE, (7, 7), 7)
        self.rect = self.image.get_rect()
        self.hang()

    def hang(self):
        """Wait below the blocks."""
        self.rect.center = (COURT.centerx, HANG_Y)
        self.direction = (0, 0)

    def drop(self):
        """Fall to one side or the other."""
        self.exact = pygame.Vector2(self.rect.center)
        self.direction = (random.choice((-1, 1)) * random.uniform(0.45, 0.6), 0.85)

    def fly(self, speed):
        """Move on and turn back at the sides and at the top of the court."""
        # Rectangles hold whole pixels, so the exact place is kept beside them.
        self.exact += pygame.Vector2(self.direction) * speed
        self.rect.center = round(self.exact.x), round(self.exact.y)
        x, y = self.direction
        if self.rect.left < COURT.left:
            x = abs(x)
        if self.rect.right > COURT.right:
            x = -abs(x)
        if self.rect.top < COURT.top:
            y = abs(y)
        self.direction = (x, y)

    def turn_from(self, block):
        """Turn away from a block, on the axis on which they overlap less."""
        x, y = self.direction
        overlap = self.rect.clip(block.rect)
        if overlap.width < overlap.height:
            x = abs(x) if self.rect.centerx > block.rect.centerx else -abs(x)
        else:
            y = abs(y) if self.rect.centery > block.rect.centery else -abs(y)
        self.direction = (x, y)


class Breakout:
    """The window, the sprites and the rules."""

    def __init__(self):
        self.window = pygame.display.set_mode(SIZE)
        pygame.display.set_caption("Breakout")
        self.clock = pygame.time.Clock()
        self.small = pygame.font.Font(None, 30)
        self.large = pygame.font.Font(None, 72)
        self.start()

    def start(self):
        """Begin a new game."""
        self.sprites = pygame.sprite.Group()
        self.blocks = pygame.sprite.Group()
        for row in range(len(ROWS)):
            for column in range(COLUMNS):
                Block(column, row, self.blocks, self.sprites)
        self.paddle = Paddle(self.sprites)
        self.ball = Ball(self.sprites)
        self.score = 0
        self.lives = 3
        self.message = ""
        self.wait()

    def wait(self):
        self.state = "waiting"  # "waiting", "playing" or "ended"
        self.time_left = SERVE_TIME
        self.ball.hang()

    def end(self, message):
        self.state = "ended"
        self.message = message
        self.ball.kill()

    @property
    def level(self):
        return 1 + (COLUMNS * len(ROWS) - len(self.blocks)) // 10

    def run(self):
        while self.handle_events():
            if self.state != "ended":
                self.paddle.update()
            if self.state == "waiting":
                self.time_left -= 1
                if self.time_left <= 0:
                    self.drop_ball()
            elif self.state == "playing":
                self.play()
            self.draw()
            self.clock.tick(FPS)

    def handle_events(self):
        """Deal with keys; return False when it is time to quit."""
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                return False
            if event.type != pygame.KEYDOWN:
                continue
            if event.key == pygame.K_SPACE and self.state == "waiting":
                self.drop_ball()
            elif event.key == pygame.K_F5 and self.state == "ended":
                self.start()
            elif event.key == pygame.K_q and self.state == "ended":
                return False
        return True

    def drop_ball(self):
        self.state = "playing"
        self.ball.drop()

    def play(self):
        """Move the ball and settle what it touches."""
        ball = self.ball
        ball.fly(5.4 + 0.6 * self.level)
        touched = pygame.sprite.spritecollide(ball, self.blocks, False)
        if touched:
            # Of two neighbours, the one that is hit more squarely counts.
            block = min(touched, key=lambda other: abs(other.rect.centerx - ball.rect.centerx))
            ball.turn_from(block)
            block.kill()
            self.score += block.points
        if ball.direction[1] > 0 and ball.rect.colliderect(self.paddle.rect):
            ball.direction = SEGMENTS[self.paddle.segment_at(ball.rect.centerx)]
        if not self.blocks:
            self.end("YOU WIN")
        elif ball.rect.top > HEIGHT:
            self.lives -= 1
            if self.lives > 0:
                self.wait()
            else:
                self.end("GAME OVER")

    def write(self, font, text, color, center):
        image = font.render(text, True, color)
        self.window.blit(image, image.get_rect(center=center))

    def draw(self):
        self.window.fill(BLACK)
        pygame.draw.lines(self.window, GREEN, False, [
            (COURT.left - 3, HEIGHT), (COURT.left - 3, COURT.top - 3),
            (COURT.right + 2, COURT.top - 3), (COURT.right + 2, HEIGHT)], 3)
        self.sprites.draw(self.window)
        self.write(self.small, f"LEVEL {self.level}", WHITE, (90, 24))
        self.write(self.small, f"SCORE {self.score}", GREEN, (WIDTH // 2, 24))
        self.write(self.small, f"LIVES {self.lives}", WHITE, (WIDTH - 90, 24))
        if self.state == "waiting":
            self.write(self.small, "ARROWS: MOVE   SPACE: DROP THE BALL", GRAY, (WIDTH // 2, 420))
        elif self.state == "ended":
            self.write(self.large, self.message, GREEN, (WIDTH // 2, 360))
            self.write(self.small, f"YOUR SCORE {self.score}", WHITE, (WIDTH // 2, 420))
            self.write(self.small, "R: PLAY AGAIN   Q: QUIT", GRAY, (WIDTH // 2, 460))
        pygame.display.flip()


def main():
    pygame.init()
    game = Breakout()
    game.run()
    pygame.quit()


if __name__ == "__main__":
    main()
