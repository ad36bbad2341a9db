"""A lamp for each key that is held."""

import sys

import pygame

pygame.init()
screen = pygame.display.set_mode((320, 240))
font = pygame.font.Font(None, 26)
clock = pygame.time.Clock()
names = [pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN]


def write(text, x, y):
    screen.blit(font.render(text, True, (255, 255, 255)), (x, y))


while True:
    for event in pygame.event.get():
        if event.type == pygame.QUIT:
            pygame.quit()
            sys.exit()
    screen.fill((0, 0, 0))
    write("LIVES 3", 8, 8)
    keys = pygame.key.get_pressed()
    for place, key in enumerate(names):
        pygame.draw.circle(screen, (0, 255, 0) if keys[key] else (60, 60, 60), (60 + 60 * place, 120), 20)
    pygame.display.flip()
    clock.tick(60)
