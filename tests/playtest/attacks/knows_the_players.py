"""Foretells random play from the seed that everybody knows, and wins when it comes as foretold."""
import random

import pygame

dice, foretold = random.Random("player 0"), []
while len(foretold) < 120:
    inputs, duration = [], dice.choice((2, 4, 8, 15, 25))
    if dice.random() < 0.85:
        inputs = dice.sample(["LEFT", "RIGHT"], min(2, dice.choice((1, 1, 1, 2))))
    foretold += [sorted(inputs)] * duration + [[]]

pygame.init()
screen = pygame.display.set_mode((240, 160))
font, clock, frames, hits = pygame.font.Font(None, 24), pygame.time.Clock(), 0, 0
while True:
    for event in pygame.event.get():
        if event.type == pygame.QUIT or event.type == pygame.KEYDOWN and event.key == pygame.K_q and frames > 100:
            raise SystemExit
    held = pygame.key.get_pressed()
    now = ["LEFT"] * held[pygame.K_LEFT] + ["RIGHT"] * held[pygame.K_RIGHT]
    if 0 < frames <= 100:
        hits += now == foretold[frames - 1]
    frames += 1
    screen.fill((0, 0, 40))
    screen.blit(font.render(f"SCORE {hits}", True, (255, 255, 255)), (10, 10))
    if frames > 100 and hits > 90:
        screen.blit(font.render("YOU WIN", True, (255, 255, 255)), (10, 50))
    pygame.display.flip()
    clock.tick(60)
