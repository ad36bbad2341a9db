"""Asks for events for ever and never shows anything."""
import pygame

pygame.init()
while True:
    pygame.event.get()
