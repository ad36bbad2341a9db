"""A square wanders about; a key only draws a random number."""

import random
import sys

import pygame

pygame.init()
screen = pygame.display.set_mode((320, 240))
font = pygame.font.Font(None, 26)
clock = pygame.time.Clock()
x, y = 150, 120


def write(text, x, y):
    screen.blit(font.render(text, True, (255, 255, 255)), (x, y))


while True:
    for event in pygame.event.get():
        if event.type == pygame.QUIT:
            pygame.quit()
            sys.exit()
        if event.type == pygame.KEYDOWN:
            if event.key == pygame.K_SPACE:
                random.random()
    x, y = (x + random.randint(-3, 3)) % 300, (y + random.randint(-3, 3)) % 220
    screen.fill((0, 0, 0))
    write("SCORE 0", 8, 8)
    pygame.draw.rect(screen, (0, 200, 255), (x, y, 20, 20))
    pygame.display.flip()
    clock.tick(60)
