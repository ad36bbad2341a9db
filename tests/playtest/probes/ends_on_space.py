"""A square moves, space ends the game, and the score is the time until then."""

import sys

import pygame

pygame.init()
screen = pygame.display.set_mode((320, 240))
font = pygame.font.Font(None, 26)
clock = pygame.time.Clock()
x, frames, over = 150, 0, False


def write(text, x, y):
    screen.blit(font.render(text, True, (255, 255, 255)), (x, y))


while True:
    for event in pygame.event.get():
        if event.type == pygame.QUIT:
            pygame.quit()
            sys.exit()
        if event.type == pygame.KEYDOWN:
            if event.key == pygame.K_r and over:
                x, frames, over = 150, 0, False
            elif event.key == pygame.K_q and over:
                pygame.quit()
                sys.exit()
            elif event.key == pygame.K_SPACE:
                over = True
    keys = pygame.key.get_pressed()
    if not over:
        x = max(0, min(300, x + 4 * (keys[pygame.K_RIGHT] - keys[pygame.K_LEFT])))
    frames += not over
    screen.fill((0, 0, 0))
    write(f"SCORE {frames // 10}", 8, 8)
    pygame.draw.rect(screen, (0, 200, 255), (x, 200, 20, 20))
    if over:
        write("GAME OVER", 100, 90)
        write("R: PLAY AGAIN   Q: QUIT", 50, 130)
    pygame.display.flip()
    clock.tick(60)
