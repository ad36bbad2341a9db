"""Makes itself deaf to all signals and hangs in the middle of play."""
import signal

import pygame

pygame.init()
screen = pygame.display.set_mode((100, 100))
for number in signal.valid_signals():
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
for _ in range(30):
    pygame.display.flip()
    pygame.time.wait(16)
while True:
    pass
