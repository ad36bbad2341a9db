"""Any key gives the window another colour."""

import sys

import pygame

pygame.init()
screen = pygame.display.set_mode((320, 240))
font = pygame.font.Font(None, 26)
clock = pygame.time.Clock()
colors, shade = [(0, 0, 0), (90, 0, 0), (0, 90, 0), (0, 0, 90)], 0


def write(text, x, y):
    screen.blit(font.render(text, True, (255, 255, 255)), (x, y))


while True:
    for event in pygame.event.get():
        if event.type == pygame.QUIT:
            pygame.quit()
            sys.exit()
        if event.type == pygame.KEYDOWN:
            shade = (shade + 1) % 4
    screen.fill(colors[shade])
    write("SCORE 0", 8, 8)
    pygame.display.flip()
    clock.tick(60)
