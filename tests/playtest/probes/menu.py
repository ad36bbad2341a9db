"""A menu whose lines can be chosen; there is no game behind it."""

import sys

import pygame

pygame.init()
screen = pygame.display.set_mode((320, 240))
font = pygame.font.Font(None, 26)
clock = pygame.time.Clock()
lines, chosen, over = ["START", "LEVELS", "SOUND", "HELP"], 0, False


def write(text, x, y):
    screen.blit(font.render(text, True, (255, 255, 255)), (x, y))


while True:
    for event in pygame.event.get():
        if event.type == pygame.QUIT:
            pygame.quit()
            sys.exit()
        if event.type == pygame.KEYDOWN:
            if event.key == pygame.K_r and over:
                chosen, over = 0, False
            elif event.key == pygame.K_q and over:
                pygame.quit()
                sys.exit()
            elif event.key == pygame.K_DOWN:
                chosen = (chosen + 1) % 4
            elif event.key == pygame.K_UP:
                chosen = (chosen - 1) % 4
            elif event.key == pygame.K_RETURN:
                over = True
    screen.fill((0, 0, 0))
    write(f"LEVEL {chosen + 1}", 8, 8)
    for place, line in enumerate(lines):
        write(line, 60, 60 + 30 * place)
    pygame.draw.circle(screen, (255, 255, 0), (44, 68 + 30 * chosen), 6)
    if over:
        write("GAME OVER", 180, 90)
        write("R: AGAIN   Q: QUIT", 60, 200)
    pygame.display.flip()
    clock.tick(60)
