"""One key counts up, another one down."""

import sys

import pygame

pygame.init()
screen = pygame.display.set_mode((320, 240))
font = pygame.font.Font(None, 26)
clock = pygame.time.Clock()
score = 50


def write(text, x, y):
    screen.blit(font.render(text, True, (255, 255, 255)), (x, y))


while True:
    for event in pygame.event.get():
        if event.type == pygame.QUIT:
            pygame.quit()
            sys.exit()
        if event.type == pygame.KEYDOWN:
            if event.key == pygame.K_UP:
                score += 1
            elif event.key == pygame.K_DOWN:
                score -= 1
    screen.fill((0, 0, 0))
    write(f"SCORE {score}", 8, 8)
    pygame.draw.rect(screen, (0, 200, 255), (150, 200 - score, 20, 20))
    pygame.display.flip()
    clock.tick(60)
