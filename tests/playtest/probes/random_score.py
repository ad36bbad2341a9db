"""Any key sets score and square by chance."""

import random
import sys

import pygame

pygame.init()
screen = pygame.display.set_mode((320, 240))
font = pygame.font.Font(None, 26)
clock = pygame.time.Clock()
score = 0


def write(text, x, y):
    screen.blit(font.render(text, True, (255, 255, 255)), (x, y))


while True:
    for event in pygame.event.get():
        if event.type == pygame.QUIT:
            pygame.quit()
            sys.exit()
        if event.type == pygame.KEYDOWN:
            score = random.randint(1, 250)
    screen.fill((0, 0, 0))
    write(f"SCORE {score}", 8, 8)
    pygame.draw.rect(screen, (0, 200, 255), (score, 100, 20, 20))
    pygame.display.flip()
    clock.tick(60)
