"""A thread repaints the picture while it is looked at."""
import _thread

import pygame

pygame.init()
screen = pygame.display.set_mode((600, 400))
font = pygame.font.Font(None, 60)


def race():
    while True:
        screen.fill((0, 0, 0))
        screen.blit(font.render("GAME OVER", True, (255, 255, 255)), (50, 50))


_thread.start_new_thread(race, ())
