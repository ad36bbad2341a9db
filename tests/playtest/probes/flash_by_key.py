"""Each key gives the window a colour of its own, and GAME OVER comes when all were seen."""

import sys

import pygame

pygame.init()
screen = pygame.display.set_mode((320, 240))
font = pygame.font.Font(None, 26)
clock = pygame.time.Clock()
color, seen, over = (0, 0, 0), set(), False


def write(text, x, y):
    screen.blit(font.render(text, True, (255, 255, 255)), (x, y))


while True:
    for event in pygame.event.get():
        if event.type == pygame.QUIT:
            pygame.quit()
            sys.exit()
        if event.type == pygame.KEYDOWN:
            if event.key == pygame.K_r and over:
                color, seen, over = (0, 0, 0), set(), False
            elif event.key == pygame.K_q and over:
                pygame.quit()
                sys.exit()
            elif not over:
                color = {pygame.K_LEFT: (90, 0, 0), pygame.K_RIGHT: (0, 90, 0), pygame.K_UP: (0, 0, 90)}.get(event.key, color)
                seen.add(color)
                over = len(seen) == 4
    screen.fill(color)
    write(f"SEEN {len(seen)}", 8, 8)
    if over:
        write("GAME OVER", 100, 90)
        write("R: PLAY AGAIN   Q: QUIT", 50, 130)
    pygame.display.flip()
    clock.tick(60)
