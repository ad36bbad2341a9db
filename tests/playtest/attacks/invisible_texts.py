"""A score and an end in the colour of the background: drawn, and not to be seen."""
import pygame

pygame.init()
screen = pygame.display.set_mode((240, 160))
font, clock, frames, x = pygame.font.Font(None, 24), pygame.time.Clock(), 0, 50
while True:
    frames += 1
    for event in pygame.event.get():
        if event.type == pygame.QUIT or event.type == pygame.KEYDOWN and event.key == pygame.K_q and frames > 300:
            raise SystemExit
        if event.type == pygame.KEYDOWN and event.key == pygame.K_r:
            frames = 0
    keys = pygame.key.get_pressed()
    x += keys[pygame.K_RIGHT] - keys[pygame.K_LEFT] if frames <= 300 else 0
    screen.fill((0, 0, 40))
    screen.blit(font.render(f"SCORE {frames // 30}", True, (0, 0, 40)), (10, 10))
    if frames > 300:
        screen.blit(font.render("GAME OVER  R: RESTART", True, (0, 0, 40)), (10, 50))
    pygame.draw.rect(screen, (255, 255, 0), (x, 100, 20, 20))
    pygame.display.flip()
    clock.tick(60)
