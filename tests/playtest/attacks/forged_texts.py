"""A picture without a text, whose console claims a score and an end."""
import sys

import pygame

screens = sys.modules["playtest.screen"]
count = [0]


def settle(self, make_text):
    count[0] += 1
    texts = [("SCORE %d" % (count[0] // 30), 10, 10, 80, 14, 1.0)]
    if count[0] > 300:
        texts += [("GAME OVER", 10, 50, 90, 16, 1.0), ("PRESS R TO RESTART", 10, 80, 160, 14, 1.0)]
    return tuple(make_text(*text) for text in texts)


screens.Display.settle = settle
pygame.init()
screen = pygame.display.set_mode((240, 160))
clock = pygame.time.Clock()
x = 50
while True:
    for event in pygame.event.get():
        if event.type == pygame.QUIT:
            raise SystemExit
        if event.type == pygame.KEYDOWN and event.key == pygame.K_q and count[0] > 300:
            raise SystemExit
        if event.type == pygame.KEYDOWN and event.key == pygame.K_r:
            count[0] = 0
    keys = pygame.key.get_pressed()
    x += keys[pygame.K_RIGHT] - keys[pygame.K_LEFT] if count[0] <= 300 else 0
    screen.fill((0, 0, 40))
    pygame.draw.rect(screen, (255, 255, 0), (x, 100, 20, 20))
    pygame.display.flip()
    clock.tick(60)
