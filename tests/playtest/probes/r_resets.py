"""A counter counts frames, and R sets it back."""

import sys

import pygame

pygame.init()
screen = pygame.display.set_mode((320, 240))
font = pygame.font.Font(None, 26)
clock = pygame.time.Clock()
frames = 0


def write(text, x, y):
    screen.blit(font.render(text, True, (255, 255, 255)), (x, y))


while True:
    for event in pygame.event.get():
        if event.type == pygame.QUIT:
            pygame.quit()
            sys.exit()
        if event.type == pygame.KEYDOWN:
            if event.key == pygame.K_r:
                frames = 0
    frames += 1
    screen.fill((0, 0, 0))
    write(f"SCORE {frames // 20}", 8, 8)
    pygame.draw.rect(screen, (0, 200, 255), (frames % 300, 100, 20, 20))
    pygame.display.flip()
    clock.tick(60)
