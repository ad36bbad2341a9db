"""Copies the name of the key to the screen."""

import sys

import pygame

pygame.init()
screen = pygame.display.set_mode((320, 240))
font = pygame.font.Font(None, 26)
clock = pygame.time.Clock()
name = "NONE"


def write(text, x, y):
    screen.blit(font.render(text, True, (255, 255, 255)), (x, y))


while True:
    for event in pygame.event.get():
        if event.type == pygame.QUIT:
            pygame.quit()
            sys.exit()
        if event.type == pygame.KEYDOWN:
            name = pygame.key.name(event.key).upper()
    screen.fill((0, 0, 0))
    write(f"KEY {name}", 100, 100)
    write("PRESS LEFT, RIGHT OR SPACE", 30, 200)
    pygame.display.flip()
    clock.tick(60)
