"""Space is a point, thirty points win."""

import sys

import pygame

pygame.init()
screen = pygame.display.set_mode((320, 240))
font = pygame.font.Font(None, 26)
clock = pygame.time.Clock()
score, over = 0, False


def write(text, x, y):
    screen.blit(font.render(text, True, (255, 255, 255)), (x, y))


while True:
    for event in pygame.event.get():
        if event.type == pygame.QUIT:
            pygame.quit()
            sys.exit()
        if event.type == pygame.KEYDOWN:
            if event.key == pygame.K_r and over:
                score, over = 0, False
            elif event.key == pygame.K_q and over:
                pygame.quit()
                sys.exit()
            elif event.key == pygame.K_SPACE and not over:
                score += 1
                over = score >= 30
    screen.fill((0, 0, 0))
    write(f"SCORE {score}", 8, 8)
    pygame.draw.rect(screen, (0, 200, 255), (20, 200, 9 * score, 20))
    if over:
        write("YOU WIN", 100, 90)
        write("R: PLAY AGAIN   Q: QUIT", 50, 130)
    pygame.display.flip()
    clock.tick(60)
