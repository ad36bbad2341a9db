"""Draws thousands of texts, huge ones and odd ones, to choke whoever reads them."""
import pygame

pygame.init()
screen = pygame.display.set_mode((320, 200))
small, number = pygame.font.Font(None, 8), 0
while True:
    number += 1
    pygame.event.get()
    for row in range(600):
        screen.blit(small.render(f"SCORE {number * row} \u202e\u0301", True, (255, 255, 255)), (row % 300, row // 3))
    screen.blit(small.render("1" * 4000, True, (255, 255, 255)), (0, 0))
    pygame.display.flip()
    pygame.time.wait(16)
