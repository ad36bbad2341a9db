"""Shows frames without an end and listens to nothing, not even to the closed window."""
import pygame

pygame.init()
screen = pygame.display.set_mode((320, 200))
while True:
    try:
        pygame.display.flip()
        pygame.time.wait(16)
    except BaseException:
        pass
