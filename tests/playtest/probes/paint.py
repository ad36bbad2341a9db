"""A brush leaves a trail."""

import sys

import pygame

pygame.init()
screen = pygame.display.set_mode((320, 240))
font = pygame.font.Font(None, 26)
clock = pygame.time.Clock()
x, y, trail = 150, 120, []


def write(text, x, y):
    screen.blit(font.render(text, True, (255, 255, 255)), (x, y))


while True:
    for event in pygame.event.get():
        if event.type == pygame.QUIT:
            pygame.quit()
            sys.exit()
    keys = pygame.key.get_pressed()
    x = max(0, min(310, x + 3 * (keys[pygame.K_RIGHT] - keys[pygame.K_LEFT])))
    y = max(30, min(230, y + 3 * (keys[pygame.K_DOWN] - keys[pygame.K_UP])))
    trail = [*trail[-500:], (x, y)]
    screen.fill((0, 0, 0))
    write("SCORE 0   LIVES 3", 8, 8)
    for place in trail:
        pygame.draw.circle(screen, (0, 200, 255), place, 4)
    pygame.display.flip()
    clock.tick(60)
