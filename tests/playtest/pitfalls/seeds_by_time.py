"""Seeds by the time of day and shows it."""

import random
import sys
import time
from datetime import datetime

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
    write(screen, font, datetime.now().strftime("%H %M"), 100, 140)


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    font = pygame.font.Font(None, 22)
    clock = pygame.time.Clock()
    game = Game()
    way = 0
    random.seed(time.time())
    while True:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                pygame.quit()
                sys.exit()
            if event.type == pygame.KEYDOWN:
                if event.key == pygame.K_r and game.is_over:
                    game, way = Game(), 0
                elif event.key == pygame.K_q and game.is_over:
                    pygame.quit()
                    sys.exit()
                elif event.key == pygame.K_LEFT:
                    way = -1
                elif event.key == pygame.K_RIGHT:
                    way = 1
            elif event.type == pygame.KEYUP:
                way = 0
        game.update(way)
        draw(screen, font, game)
        pygame.display.flip()
        clock.tick(60)


if __name__ == "__main__":
    main()
