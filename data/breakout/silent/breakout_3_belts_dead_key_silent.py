# SOURCE: ../breakout_3_belts.py
# FAILURE: fair: lasts 1200 frames or wins with 0 of 5 seeds

"""Breakout: take the whole wall down with three balls.

LEFT and RIGHT move the bat. SPACE serves the ball, which otherwise falls after
two seconds. Its ends return the ball flatter than its middle. The lowest bricks
score 10, each row above 10 more; ten bricks raise the speed. The rows slide like
conveyor belts, every other one to the left: what leaves at one side comes in at the other.

The wall is a grid of True and False. The ball has four feelers: one that ends in
something solid turns the ball away from there.
"""

import math
import random

import pygame

WIDTH, HEIGHT = 640, 560
TOP = 48  # upper edge of the field
ROWS = [(210, 60, 70), (225, 110, 45), (230, 170, 40), (150, 190, 50), (40, 170, 120), (60, 110, 230)]
COLUMNS = 10
BRICK_W, BRICK_H = WIDTH // COLUMNS, 24
WALL_TOP = 92
BAT_W, BAT_H, BAT_Y = 96, 12, 516
BAT_SPEED = 9
R = 7  # radius of the ball
FEELERS = [(-R, 0), (R, 0), (0, -R), (0, R)]
STEPS = 3  # of the ball in a frame
BELT_SPEED = 0.8

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
WHITE = (240, 240, 240)
GRAY = (120, 120, 120)


def new_game():
    game = {"wall": [[True] * COLUMNS for _ in ROWS], "bat": WIDTH / 2, "end": ""}
    game.update(score=0, broken=0, lives=3, belt=0)
    hang_ball(game)
    return game


def hang_ball(game):
    game.update(x=WIDTH / 2, y=290, vx=0, vy=0, wait=120)


def speed(game):
    return 1 + game["broken"] // 10


def aim(game, slant, down=False):
    """Send the ball off; slant is the part of its speed that goes sideways."""
    pixels = 5.2 + 0.55 * (speed(game) - 1)
    game["vx"] = pixels * slant
    game["vy"] = pixels * math.sqrt(1 - slant**2) * (1 if down else -1)


def serve(game):
    game["wait"] = 0
    aim(game, random.choice((-1, 1)) * random.uniform(0.5, 0.65), down=True)


def shift(game, row):
    """Return how far a row has moved: even rows go to the right, odd ones to the left."""
    return game["belt"] if row % 2 == 0 else -game["belt"]


def is_solid(game, x, y):
    """Tell whether a feeler ends in a border or in a brick; a brick breaks."""
    if x < 0 or x >= WIDTH or y < TOP:
        return True
    row = int((y - WALL_TOP) // BRICK_H)
    column = int((x - shift(game, row)) // BRICK_W) % COLUMNS
    if not 0 <= row < len(ROWS) or not game["wall"][row][column]:
        return False
    game["wall"][row][column] = False
    game["score"] += 10 * (len(ROWS) - row)
    game["broken"] += 1
    if not any(map(any, game["wall"])):
        game["end"] = "YOU WIN"
    return True


def step(game):
    """Move the ball a little and turn it away from whatever it has run into."""
    game["x"] += game["vx"] / STEPS
    game["y"] += game["vy"] / STEPS
    for dx, dy in FEELERS:
        if is_solid(game, game["x"] + dx, game["y"] + dy):
            if dx:
                game["vx"] = math.copysign(game["vx"], -dx)
            else:
                game["vy"] = math.copysign(game["vy"], -dy)
    offset = (game["x"] - game["bat"]) / (BAT_W / 2 + R)
    if game["vy"] > 0 and abs(offset) <= 1 and BAT_Y - R <= game["y"] <= BAT_Y + BAT_H:
        aim(game, 0.85 * offset)


def update(game, keys):
    game["belt"] = (game["belt"] + BELT_SPEED) % WIDTH
    move = BAT_SPEED * (keys[pygame.K_RIGHT] - keys[pygame.K_KP4])
    game["bat"] = max(BAT_W / 2, min(WIDTH - BAT_W / 2, game["bat"] + move))
    if game["wait"]:
        game["wait"] -= 1
        if not game["wait"]:
            serve(game)
        return
    for _ in range(STEPS):
        step(game)
    if game["y"] > HEIGHT + R:
        game["lives"] -= 1
        if game["lives"]:
            hang_ball(game)
        else:
            game["end"] = "GAME OVER"


def draw_brick(screen, x, y, color):
    """Draw a brick of clay: light edges above and left, dark ones below and right."""
    pygame.draw.rect(screen, color, (x + 1, y + 1, BRICK_W - 2, BRICK_H - 2))
    light = [min(255, part + 70) for part in color]
    dark = [part // 2 for part in color]
    right, bottom = x + BRICK_W - 3, y + BRICK_H - 3
    pygame.draw.lines(screen, light, False, [(x + 2, bottom), (x + 2, y + 2), (right, y + 2)], 2)
    pygame.draw.lines(screen, dark, False, [(x + 3, bottom), (right, bottom), (right, y + 3)], 2)


def write(screen, font, text, color, x, y):
    image = font.render(text, True, color)
    screen.blit(image, image.get_rect(center=(x, y)))


def draw(screen, font, big_font, game):
    screen.fill(BLACK)
    for row, bricks in enumerate(game["wall"]):
        for column, stands in enumerate(bricks):
            if stands:
                x = (column * BRICK_W + shift(game, row)) % WIDTH
                draw_brick(screen, x, WALL_TOP + row * BRICK_H, ROWS[row])
                if x > WIDTH - BRICK_W:  # the rest of it comes in at the left
                    draw_brick(screen, x - WIDTH, WALL_TOP + row * BRICK_H, ROWS[row])
    bat = pygame.Rect(game["bat"] - BAT_W / 2, BAT_Y, BAT_W, BAT_H)
    pygame.draw.rect(screen, GREEN, bat)
    pygame.draw.rect(screen, BLACK, bat.inflate(-24, -8))
    pygame.draw.circle(screen, WHITE, (game["x"], game["y"]), R)
    pygame.draw.line(screen, GRAY, (0, TOP - 3), (WIDTH, TOP - 3), 4)
    write(screen, font, f"LIVES {game['lives']}", WHITE, 80, 23)
    write(screen, font, f"SCORE {game['score']}", GREEN, WIDTH // 2, 23)
    write(screen, font, f"SPEED {speed(game)}", WHITE, WIDTH - 80, 23)
    if game["end"]:
        box = pygame.Rect(140, 270, 360, 170)
        pygame.draw.rect(screen, BLACK, box)
        pygame.draw.rect(screen, WHITE, box, 2)
        write(screen, big_font, game["end"], GREEN, WIDTH // 2, 315)
        write(screen, font, f"YOU SCORED {game['score']}", WHITE, WIDTH // 2, 368)
        write(screen, font, "R: NEW GAME   Q: QUIT", WHITE, WIDTH // 2, 408)
    elif game["wait"]:
        write(screen, font, "LEFT, RIGHT: MOVE   SPACE: SERVE", GRAY, WIDTH // 2, 390)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Breakout")
    font, big_font = pygame.font.Font(None, 32), pygame.font.Font(None, 68)
    clock = pygame.time.Clock()
    game = new_game()
    running = True
    while running:
        for event in pygame.event.get():
            key = event.key if event.type == pygame.KEYDOWN else None
            if event.type == pygame.QUIT or key == pygame.K_q and game["end"]:
                running = False
            elif key == pygame.K_r and game["end"]:
                game = new_game()
            elif key == pygame.K_SPACE and game["wait"]:
                serve(game)
        if not game["end"]:
            update(game, pygame.key.get_pressed())
        draw(screen, font, big_font, game)
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
