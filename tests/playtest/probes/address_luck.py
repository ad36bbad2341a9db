"""Luck alone: where Python puts an object decides about score and end; keys move a square that has no part in it."""

import sys

import pygame

pygame.init()
screen = pygame.display.set_mode((320, 240))
font = pygame.font.Font(None, 26)
clock = pygame.time.Clock()


def luck():
    return id(object()) // 64 + id([[]]) // 64


def fresh():
    return {"score": 0, "frames": 0, "end": 150 + luck() % 300, "is_over": False}


def write(text, x, y):
    screen.blit(font.render(text, True, (255, 255, 255)), (x, y))


game, x = fresh(), 150
while True:
    for event in pygame.event.get():
        if event.type == pygame.QUIT or event.type == pygame.KEYDOWN and event.key == pygame.K_q and game["is_over"]:
            pygame.quit()
            sys.exit()
        if event.type == pygame.KEYDOWN and event.key == pygame.K_r and game["is_over"]:
            game, x = fresh(), 150
    keys = pygame.key.get_pressed()
    x = min(300, max(0, x + 4 * (keys[pygame.K_RIGHT] - keys[pygame.K_LEFT])))
    if not game["is_over"]:
        game["frames"] += 1
        game["score"] += luck() % 2
        game["is_over"] = game["frames"] > game["end"]
    screen.fill((0, 0, 0))
    write(f"SCORE {game['score']}", 8, 8)
    pygame.draw.rect(screen, (0, 200, 255), (x, 100, 20, 20))
    if game["is_over"]:
        write("GAME OVER   R: AGAIN   Q: QUIT", 20, 160)
    pygame.display.flip()
    clock.tick(60)
