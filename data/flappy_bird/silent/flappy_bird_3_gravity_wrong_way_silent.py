# SOURCE: ../flappy_bird_3_gravity.py
# FAILURE: scores: SCORE: player 0, idle play as long would have 0, seed 0

"""Flappy Bird in shades of green: stay in the air and off the bricks.

SPACE or a click turns gravity upside down. Every column you get past is a point,
and with the points the columns speed up and their gaps close in. Bricks and ground
end the flight.

A game is one dictionary; a column is a dictionary in its list.
"""

import random

import pygame

WIDTH, HEIGHT = 640, 560
TOP, GROUND = 50, 516
FPS = 60

BIRD_X = 180
HALF_WIDTH, HALF_HEIGHT = 18, 12  # of the part of the bird that can be hit
GRAVITY = 0.3
COLUMN_WIDTH, COLUMN_DISTANCE = 64, 260
BRICK = 16

DARKEST = (4, 14, 8)
DARK = (0, 70, 28)
MIDDLE = (0, 150, 50)
GREEN = (0, 255, 65)
PALE = (200, 255, 180)
ORANGE = (255, 160, 60)
COLORS = {"g": GREEN, "w": PALE, "k": DARKEST, "o": ORANGE, "m": MIDDLE}
BIRD_PIXELS = [
    "....ggggg...",
    "..ggggggwwg.",
    ".ggggggwwkw.",
    "gggggggwwww.",
    ".ggggggggooo",
    "..ggggggoo..",
    "...mmmmm....",
]


def bird_picture(pixel=4):
    """Turn the rows of letters into a picture."""
    picture = pygame.Surface((12 * pixel, 7 * pixel), pygame.SRCALPHA)
    for row, letters in enumerate(BIRD_PIXELS):
        for column, letter in enumerate(letters):
            if letter in COLORS:
                picture.fill(COLORS[letter], (column * pixel, row * pixel, pixel, pixel))
    return picture


def new_game():
    return {
        "y": 240,
        "speed": 0,
        "pull": GRAVITY,
        "hover": 70,
        "columns": [],
        "travel": 0,
        "score": 0,
        "over": False,
    }


def flip(game):
    """Turn gravity around; the bird stops at once and falls the other way."""
    if not game["over"]:
        game["hover"] = 0
        game["speed"] = 0
        game["pull"] = -game["pull"]


def add_column(game):
    gap = max(126, 176 - 2 * game["score"])
    top = random.randint(TOP + 40, GROUND - 40 - gap)
    game["columns"].append({"x": WIDTH + 5, "top": top, "bottom": top + gap})


def update(game):
    """Move the bird and the columns by one frame."""
    if game["over"]:
        return
    if game["hover"] > 0:
        game["hover"] -= 1
        return
    game["speed"] -= game["pull"]
    game["y"] += game["speed"]
    if game["y"] < TOP + HALF_HEIGHT:
        game["y"], game["speed"] = TOP + HALF_HEIGHT, 0
    pace = min(4.8, 3 + 0.05 * game["score"])
    if game["travel"] <= 0:
        add_column(game)
        game["travel"] += COLUMN_DISTANCE
    game["travel"] -= pace
    for column in game["columns"]:
        column["x"] -= pace
    first = game["columns"][0]
    if first["x"] + COLUMN_WIDTH < -5:
        game["columns"].remove(first)
    for column in game["columns"]:
        end = column["x"] + COLUMN_WIDTH
        if end < BIRD_X - HALF_WIDTH <= end + pace:  # it has just been passed
            game["score"] += 1
    game["over"] = is_crashed(game)


def is_crashed(game):
    high, low = game["y"] - HALF_HEIGHT, game["y"] + HALF_HEIGHT
    for column in game["columns"]:
        beside = column["x"] - HALF_WIDTH < BIRD_X < column["x"] + COLUMN_WIDTH + HALF_WIDTH
        if beside and (high < column["top"] or low > column["bottom"]):
            return True
    return low > GROUND


def draw_bricks(screen, x, top, bottom):
    """Draw half a column as rows of shifted bricks."""
    pygame.draw.rect(screen, DARK, (x, top, COLUMN_WIDTH, bottom - top))
    for y in range(top, bottom, BRICK):
        height = min(BRICK, bottom - y) - 2
        shift = y // BRICK % 2 * BRICK
        for left, right in ((0, 32 - shift), (32 - shift, 64 - shift), (64 - shift, 64)):
            if right > left:
                pygame.draw.rect(screen, MIDDLE, (x + left, y, right - left - 2, height))
    pygame.draw.rect(screen, GREEN, (x, top, COLUMN_WIDTH, bottom - top), 3)


def draw_bird(screen, picture, game):
    y = round(game["y"])
    picture = pygame.transform.flip(picture, False, game["pull"] < 0)
    screen.blit(picture, picture.get_rect(center=(BIRD_X, y)))
    wing = pygame.Rect(BIRD_X - 20, y + 1 if game["pull"] < 0 else y - 13, 20, 12)
    pygame.draw.rect(screen, PALE, wing)
    pygame.draw.rect(screen, MIDDLE, wing, 4)


def draw_text(screen, font, text, color, center):
    image = font.render(text, True, color)
    screen.blit(image, image.get_rect(center=center))


def draw(screen, fonts, picture, game):
    screen.fill(DARKEST)
    for x, y in ((90, 120), (330, 190), (540, 110)):  # clouds
        pygame.draw.rect(screen, DARK, (x, y, 72, 12))
        pygame.draw.rect(screen, DARK, (x + 18, y - 12, 36, 12))
    for column in game["columns"]:
        x = round(column["x"])
        draw_bricks(screen, x, TOP, column["top"])
        draw_bricks(screen, x, column["bottom"], GROUND)
        for y in (column["top"] - 12, column["bottom"]):
            pygame.draw.rect(screen, GREEN, (x - 5, y, COLUMN_WIDTH + 10, 12))
    draw_bird(screen, picture, game)
    pygame.draw.rect(screen, GREEN, (0, TOP - 4, WIDTH, 4))
    pygame.draw.rect(screen, GREEN, (0, GROUND, WIDTH, 4))
    draw_text(screen, fonts[0], f"SCORE {game['score']}", GREEN, (80, 24))
    draw_text(screen, fonts[0], "SPACE OR CLICK: FLIP GRAVITY", PALE, (460, 24))
    if game["over"]:
        pygame.draw.rect(screen, DARKEST, (140, 180, 360, 190))
        pygame.draw.rect(screen, GREEN, (140, 180, 360, 190), 6)
        draw_text(screen, fonts[1], "GAME OVER", GREEN, (320, 230))
        draw_text(screen, fonts[0], f"FINAL SCORE {game['score']}", PALE, (320, 285))
        draw_text(screen, fonts[0], "R: RESTART   Q: QUIT", PALE, (320, 330))
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Flappy Bird")
    clock = pygame.time.Clock()
    fonts = [pygame.font.Font(None, 30), pygame.font.Font(None, 70)]
    picture = bird_picture()
    game = new_game()
    while True:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                pygame.quit()
                return
            if event.type == pygame.MOUSEBUTTONDOWN:
                flip(game)
            if event.type == pygame.KEYDOWN:
                if event.key == pygame.K_SPACE:
                    flip(game)
                if game["over"] and event.key == pygame.K_r:
                    game = new_game()
                elif game["over"] and event.key == pygame.K_q:
                    pygame.quit()
                    return
        update(game)
        draw(screen, fonts, picture, game)
        clock.tick(FPS)


if __name__ == "__main__":
    main()
