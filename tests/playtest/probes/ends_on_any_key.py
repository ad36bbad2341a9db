"""Any key at once ends the game."""

import sys

import pygame

pygame.init()
screen = pygame.display.set_mode((320, 240))
font = pygame.font.Font(None, 26)
clock = pygame.time.Clock()
frames, over = 0, False


def write(text, x, y):
    screen.blit(font.render(text, True, (255, 255, 255)), (x, y))


while True:
    for event in pygame.event.get():
        if event.type == pygame.QUIT:
            pygame.quit()
            sys.exit()
        if event.type == pygame.KEYDOWN:
            if event.key == pygame.K_r and over:
                frames, over = 0, False
            elif event.key == pygame.K_q and over:
                pygame.quit()
                sys.exit()
            else:
                over = True
    frames += not over
    screen.fill((0, 0, 0))
    write(f"SCORE {frames // 10}", 8, 8)
    pygame.draw.circle(screen, (255, 80, 80), (160, 200), 5 + frames % 30)
    if over:
        write("GAME OVER", 100, 90)
        write("R: PLAY AGAIN   Q: QUIT", 50, 130)
    pygame.display.flip()
    clock.tick(60)
