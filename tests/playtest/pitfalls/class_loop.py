"""Its loop is a method."""

import random
import sys

import pygame

WIDTH, HEIGHT = 240, 160


class Game:
    """Catch the falling stones with the basket; the third miss ends the game."""

    def __init__(self):
        self.x, self.score, self.lives, self.frames = WIDTH // 2, 0, 3, 0
        self.drop()

    def drop(self):
        self.stone = [random.randrange(20, WIDTH - 20), 24]

    @property
    def is_over(self):
        return self.lives == 0

    def update(self, way):
        if self.is_over:
            return
        self.frames += 1
        self.x = min(WIDTH - 20, max(20, self.x + 4 * way))
        self.stone[1] += 3
        if self.stone[1] > 130:
            if abs(self.stone[0] - self.x) < 26:
                self.score += 10
            else:
                self.lives -= 1
            self.drop()


def write(screen, font, text, x, y):
    screen.blit(font.render(text, True, (200, 255, 200)), (x, y))


def draw(screen, font, game):
    screen.fill((0, 0, 0))
    write(screen, font, f"SCORE {game.score}", 6, 4)
    write(screen, font, f"LIVES {game.lives}", 160, 4)
    pygame.draw.rect(screen, (0, 255, 65), (game.x - 20, 134, 40, 8))
    pygame.draw.circle(screen, (255, 60, 60), game.stone, 5)
    if game.is_over:
        write(screen, font, "GAME OVER", 70, 60)
        write(screen, font, "R: PLAY AGAIN   Q: QUIT", 20, 90)


class App:
    def __init__(self):
        pygame.init()
        self.screen = pygame.display.set_mode((WIDTH, HEIGHT))
        self.font, self.clock = pygame.font.Font(None, 22), pygame.time.Clock()
        self.game, self.is_running = Game(), True

    def handle(self, event):
        if event.type == pygame.QUIT:
            self.is_running = False
        elif event.type == pygame.KEYDOWN and self.game.is_over:
            if event.key == pygame.K_r:
                self.game = Game()
            elif event.key == pygame.K_q:
                self.is_running = False

    def run(self):
        while self.is_running:
            for event in pygame.event.get():
                self.handle(event)
            keys = pygame.key.get_pressed()
            self.game.update(keys[pygame.K_RIGHT] - keys[pygame.K_LEFT])
            draw(self.screen, self.font, self.game)
            pygame.display.flip()
            self.clock.tick(60)
        pygame.quit()


if __name__ == "__main__":
    App().run()
