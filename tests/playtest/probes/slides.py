"""Any key shows the next picture."""

import sys

import pygame

pygame.init()
screen = pygame.display.set_mode((320, 240))
font = pygame.font.Font(None, 26)
clock = pygame.time.Clock()
page = 0


def write(text, x, y):
    screen.blit(font.render(text, True, (255, 255, 255)), (x, y))


while True:
    for event in pygame.event.get():
        if event.type == pygame.QUIT:
            pygame.quit()
            sys.exit()
        if event.type == pygame.KEYDOWN:
            page += 1
    screen.fill((0, 0, 0))
    write(f"LEVEL {page + 1}", 8, 8)
    for place in range(page % 7 + 2):
        pygame.draw.circle(screen, (50 * (page % 5), 200, 90), (40 + 30 * place, 120), 12)
    pygame.display.flip()
    clock.tick(60)
