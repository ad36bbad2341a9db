"""Writes GAME OVER over a game that goes on, and answers keys with noise."""
import random

import pygame

pygame.init()
screen = pygame.display.set_mode((240, 160))
font, clock, frames = pygame.font.Font(None, 24), pygame.time.Clock(), 0
while True:
    frames += 1
    for event in pygame.event.get():
        if event.type == pygame.QUIT:
            raise SystemExit
        if event.type == pygame.KEYDOWN:
            random.random()
    screen.fill((0, 0, 40))
    pygame.draw.circle(screen, (255, 0, 0), (frames * 2 % 240, random.randrange(160)), 6)
    screen.blit(font.render(f"SCORE {frames}", True, (255, 255, 255)), (10, 10))
    if frames % 400 > 200:
        screen.blit(font.render("GAME OVER", True, (255, 255, 255)), (10, 50))
    pygame.display.flip()
    clock.tick(60)
