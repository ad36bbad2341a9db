"""A circle follows the mouse and clicks are counted, wherever they are."""

import sys

import pygame

pygame.init()
screen = pygame.display.set_mode((320, 240))
font = pygame.font.Font(None, 26)
clock = pygame.time.Clock()
score = 0

while True:
    for event in pygame.event.get():
        if event.type == pygame.QUIT:
            pygame.quit()
            sys.exit()
        if event.type == pygame.MOUSEBUTTONDOWN:
            score += 1
    screen.fill((0, 0, 0))
    screen.blit(font.render(f"SCORE {score}", True, (255, 255, 255)), (8, 8))
    pygame.draw.circle(screen, (0, 200, 255), pygame.mouse.get_pos(), 12)
    pygame.display.flip()
    clock.tick(60)
