"""Opens a window of a gigabyte, and strange ones."""
import pygame

pygame.init()
for size in ((16384, 16384), (1 << 30, 1), (0, 0), (-5, 7), (65536, 256), (4096, 4097)):
    try:
        screen = pygame.display.set_mode(size)
        screen.fill((255, 0, 0))
        pygame.display.flip()
    except (pygame.error, ValueError, MemoryError):
        pass
