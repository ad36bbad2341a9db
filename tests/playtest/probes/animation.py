"""A ball bounces; nobody is asked."""

import sys

import pygame

pygame.init()
screen = pygame.display.set_mode((320, 240))
font = pygame.font.Font(None, 26)
clock = pygame.time.Clock()
x, y, dx, dy, score = 20, 40, 3, 2, 0


def write(text, x, y):
    screen.blit(font.render(text, True, (255, 255, 255)), (x, y))


while True:
    for event in pygame.event.get():
        if event.type == pygame.QUIT:
            pygame.quit()
            sys.exit()
    x, y = x + dx, y + dy
    if not 10 < x < 310:
        dx, score = -dx, score + 1
    if not 30 < y < 230:
        dy = -dy
    screen.fill((0, 0, 0))
    write(f"SCORE {score}", 8, 8)
    pygame.draw.circle(screen, (255, 80, 80), (x, y), 10)
    pygame.display.flip()
    clock.tick(60)
