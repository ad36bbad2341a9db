"""Shows the number of the last key, and a square at its place."""

import sys

import pygame

pygame.init()
screen = pygame.display.set_mode((320, 240))
font = pygame.font.Font(None, 26)
clock = pygame.time.Clock()
code = 0


def write(text, x, y):
    screen.blit(font.render(text, True, (255, 255, 255)), (x, y))


while True:
    for event in pygame.event.get():
        if event.type == pygame.QUIT:
            pygame.quit()
            sys.exit()
        if event.type == pygame.KEYDOWN:
            if event.key in (pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN, pygame.K_SPACE):
                code = event.key % 256
    screen.fill((0, 0, 0))
    write(f"SCORE {code}", 8, 8)
    pygame.draw.rect(screen, (0, 200, 255), (code, 100, 20, 20))
    pygame.display.flip()
    clock.tick(60)
