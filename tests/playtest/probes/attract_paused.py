"""Plays by itself; space makes it wait."""

import sys

import pygame

pygame.init()
screen = pygame.display.set_mode((320, 240))
font = pygame.font.Font(None, 26)
clock = pygame.time.Clock()
x, y, dx, dy, score, over = 20, 60, 3, 2, 0, False
paused = False


def write(text, x, y):
    screen.blit(font.render(text, True, (255, 255, 255)), (x, y))


while True:
    for event in pygame.event.get():
        if event.type == pygame.QUIT:
            pygame.quit()
            sys.exit()
        if event.type == pygame.KEYDOWN:
            if event.key == pygame.K_r and over:
                x, y, dx, dy, score, over = 20, 60, 3, 2, 0, False
            elif event.key == pygame.K_q and over:
                pygame.quit()
                sys.exit()
            elif event.key == pygame.K_SPACE:
                paused = not paused
    if not over and not paused:
        x, y = x + dx, y + dy
        if not 10 < x < 310:
            dx = -dx
        if not 30 < y < 196:
            dy, score = -dy, score + (dy > 0)
        over = score >= 12
    screen.fill((0, 0, 0))
    write(f"SCORE {score}", 8, 8)
    pygame.draw.circle(screen, (255, 80, 80), (x, y), 6)
    pygame.draw.rect(screen, (0, 200, 255), (x - 25, 204, 50, 8))
    if over:
        write("GAME OVER", 100, 90)
        write("R: PLAY AGAIN   Q: QUIT", 50, 130)
    pygame.display.flip()
    clock.tick(60)
