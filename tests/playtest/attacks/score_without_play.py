"""Counts a score by itself, says YOU WIN, and starts anew with R."""
import pygame

pygame.init()
screen = pygame.display.set_mode((240, 160))
font, clock, frames = pygame.font.Font(None, 24), pygame.time.Clock(), 0
while True:
    frames += 1
    for event in pygame.event.get():
        if event.type == pygame.QUIT or event.type == pygame.KEYDOWN and event.key == pygame.K_q and frames > 400:
            raise SystemExit
        if event.type == pygame.KEYDOWN and event.key == pygame.K_r and frames > 400:
            frames = 0
    screen.fill((0, 0, 40))
    screen.blit(font.render(f"SCORE {min(frames, 400) // 20}", True, (255, 255, 255)), (10, 10))
    if frames > 400:
        screen.blit(font.render("YOU WIN  R: PLAY AGAIN", True, (255, 255, 255)), (10, 50))
    pygame.display.flip()
    clock.tick(60)
