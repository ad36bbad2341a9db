# SOURCE: ../pong_3.py
# FAILURE: quits: Q at frame 963 of idle, seed 0: it runs on after frame 1091

"""Pong: television tennis in blocks, you on the left against the machine.

Hold Up or Down to slide your green bat. A ball past the other bat is a point,
7 points win. The outer blocks of a bat send the ball off steeply.

A match is a dictionary; its lists of two hold something of each side. The
machine looks at the ball now and then, guesses where it will be and walks
there. With each point of yours it looks more often.
"""

import random

import pygame

WIDTH = 720
FIELD = pygame.Rect(0, 62, WIDTH, 400)
YOU, CPU = 0, 1
AWAY = (1, -1)  # the direction in which each side hits the ball
MATCH = 7
BLOCK = 12
SLOPES = (-1.2, -0.8, -0.4, 0, 0.4, 0.8, 1.2)  # one for each block of a bat
BAT = BLOCK * len(SLOPES)
BALL = 14
SERVE_PACE, MORE_PACE, MOST_PACE = 5, 0.5, 11.5  # pixels per frame along the field
PAUSE = 55
STRIDES = (6, 4)
GUESS_ERROR = 45

DARK = (0, 0, 0)
COLORS = ((0, 255, 65), (255, 90, 80))
LIGHT = (240, 240, 220)
DULL = (105, 115, 105)


def new_match():
    bats = [pygame.Rect(x, FIELD.centery - BAT // 2, BLOCK, BAT) for x in (28, WIDTH - 28 - BLOCK)]
    match = {"bats": bats, "points": [0, 0], "winner": None, "aim": 0, "next_look": 0}
    serve(match, YOU)
    return match


def serve(match, side):
    """Lay the ball on the net, from where it will fly to a side at a slant."""
    rise = random.choice((-1, 1)) * random.uniform(0.35, 0.62)
    match["ball"] = pygame.Rect(0, 0, BALL, BALL)
    match["ball"].center = match["spot"] = FIELD.center
    match["flight"] = (-AWAY[side] * SERVE_PACE, rise * SERVE_PACE)
    match["pause"] = PAUSE


def slide(match, side, pixels):
    bat, stride = match["bats"][side], STRIDES[side]
    bat.y += round(max(-stride, min(stride, pixels)))
    bat.clamp_ip(FIELD)


def look(match):
    """Let the machine guess where the ball will be at its next look."""
    frames = 34 - 3 * match["points"][YOU]
    match["next_look"] = frames
    error = random.randint(-GUESS_ERROR, GUESS_ERROR)
    guess = match["spot"][1] + match["flight"][1] * frames + error
    match["aim"] = guess if match["flight"][0] > 0 else FIELD.centery


def move_bats(match, held):
    slide(match, YOU, (held[pygame.K_DOWN] - held[pygame.K_UP]) * STRIDES[YOU])
    match["next_look"] -= 1
    if match["next_look"] <= 0:
        look(match)
    slide(match, CPU, match["aim"] - match["bats"][CPU].centery)


def strike(match, side):
    """Hit the ball back, faster, with the slope of the block that it met."""
    bat = match["bats"][side]
    block = (match["ball"].centery - bat.top) // BLOCK
    slope = SLOPES[max(0, min(block, 6))]
    pace = min(MOST_PACE, abs(match["flight"][0]) + MORE_PACE)
    match["flight"] = (AWAY[side] * pace, slope * pace)


def fly(match):
    """Move the ball by one frame, up to a wall, a bat or the end of the field."""
    ball, (across, down) = match["ball"], match["flight"]
    x, y = match["spot"][0] + across, match["spot"][1] + down
    ball.center = round(x), round(y)
    match["spot"] = (x, y)
    if ball.top < FIELD.top:
        match["flight"] = (across, abs(down))
    elif ball.bottom > FIELD.bottom:
        match["flight"] = (across, -abs(down))
    receiver = YOU if across < 0 else CPU
    if ball.colliderect(match["bats"][receiver]):
        strike(match, receiver)
    elif ball.right < 0 or ball.left > WIDTH:
        count_point(match, 1 - receiver)


def count_point(match, side):
    match["points"][side] += 1
    serve(match, 1 - side)
    if match["points"][side] == MATCH:
        match["winner"] = side


def label(screen, font, words, color, center):
    picture = font.render(words, False, color)
    screen.blit(picture, picture.get_rect(center=center))


def draw_bat(screen, bat, color):
    """Draw a bat as a column of blocks, the straight one in the middle lit."""
    for number, slope in enumerate(SLOPES):
        block = (bat.x, bat.y + number * BLOCK, BLOCK, BLOCK - 1)
        screen.fill(color if slope else LIGHT, block)


def draw_points(screen, font, match):
    """Write each side's points, with a lamp for each point of a match."""
    for side, name, x in ((YOU, "YOU", 70), (CPU, "CPU", WIDTH - 260)):
        label(screen, font, f"{name} {match['points'][side]}", COLORS[side], (x, 30))
        for lamp in range(MATCH):
            box = (x + 65 + lamp * 22, 22, 16, 16)
            pygame.draw.rect(screen, COLORS[side], box, 0 if lamp < match["points"][side] else 1)


def draw_end(screen, font, small, match):
    box = pygame.Rect(168, 178, 384, 168)
    color = COLORS[match["winner"]]
    screen.fill(color, box.inflate(8, 8))
    screen.fill(DARK, box)
    words = ("YOU WIN", "YOU LOSE")[match["winner"]]
    label(screen, font, words, color, box.move(0, -42).center)
    result = "FINAL SCORE {}-{}".format(*match["points"])
    label(screen, small, result, LIGHT, box.move(0, 8).center)
    label(screen, small, "R: NEW MATCH   Q: QUIT", LIGHT, box.move(0, 46).center)


def draw(screen, font, small, match):
    screen.fill(DARK)
    draw_points(screen, font, match)
    for y in range(FIELD.top, FIELD.bottom, 2 * BLOCK):
        screen.fill(DULL, (FIELD.centerx - 3, y + BLOCK // 2, 6, BLOCK))
    for y in (FIELD.top - 8, FIELD.bottom):
        screen.fill(DULL, (0, y, WIDTH, 8))
    for side in (YOU, CPU):
        draw_bat(screen, match["bats"][side], COLORS[side])
    label(screen, small, "UP AND DOWN: SLIDE THE GREEN BAT", DULL, (FIELD.centerx, 484))
    if match["winner"] is None:
        screen.fill(LIGHT, match["ball"])
    else:
        draw_end(screen, font, small, match)


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, 500))
    pygame.display.set_caption("Pong")
    font, small = pygame.font.Font(None, 48), pygame.font.Font(None, 26)
    clock = pygame.time.Clock()
    match = new_match()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN and match["winner"] is not None:
                if event.key == pygame.K_r:
                    match = new_match()
                elif event.key == pygame.K_ESCAPE:
                    running = False
        if match["winner"] is None:
            move_bats(match, pygame.key.get_pressed())
            match["pause"] -= 1
            if match["pause"] < 0:
                fly(match)
        draw(screen, font, small, match)
        pygame.display.flip()
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
