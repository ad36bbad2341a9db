# SOURCE: ../snake_1_two_players.py
# FAILURE: restarts: R at frame 4009 of the script's player, seed 0: 'GAME OVER' is still there

"""Snake for two: two hungry snakes in a walled garden, and who dies first loses.

Green steers with the arrow keys. Blue sleeps until a friend wakes it with a key
of WASD, so green can also play alone. An apple is worth 10 points and makes the
snake one cell longer; after every fifth apple both are quicker. Touching the
wall or a snake is the end, and a garden with no free cell left is a win.

The state is one Garden record. Plain functions change it, others paint it.
"""

import random
from collections import deque
from dataclasses import dataclass, field

import pygame

TILE = 28
COLS, ROWS = 24, 18
TOP = 44  # height of the text line above the garden
SIZE = ((COLS + 2) * TILE, TOP + (ROWS + 2) * TILE)
ALL_CELLS = {(col, row) for col in range(COLS) for row in range(ROWS)}

FPS = 60
FIRST_SPEED = 6.5  # cells per second
LAST_SPEED = 15.0
POINTS = 10
APPLES_A_LEVEL = 5

SOIL = (6, 14, 8)
DOTS = (24, 52, 30)
BRICK = (110, 60, 50)
BRICK_LIGHT = (160, 95, 80)
SKIN = (0, 255, 65)
OUTLINE = (0, 110, 40)
BLUE_SKIN = (70, 170, 255)
BLUE_OUTLINE = (20, 70, 140)
APPLE = (255, 50, 70)
LEAF = (120, 230, 60)
INK = (0, 0, 0)
PAPER = (220, 235, 220)

ARROWS = {
    pygame.K_UP: (0, -1),
    pygame.K_DOWN: (0, 1),
    pygame.K_LEFT: (-1, 0),
    pygame.K_RIGHT: (1, 0),
}
WASD = {
    pygame.K_w: (0, -1),
    pygame.K_s: (0, 1),
    pygame.K_a: (-1, 0),
    pygame.K_d: (1, 0),
}


@dataclass
class Snake:
    body: deque  # cells from the tail to the head
    heading: tuple
    name: str
    colors: tuple  # skin and outline
    steering: dict  # the keys of its player
    awake: bool
    eaten: int = 0
    planned: deque = field(default_factory=deque)  # turns for the coming steps


@dataclass
class Garden:
    snakes: list
    apple: tuple = None
    progress: float = 0.0  # part of the next step that has passed
    ending: str = ""
    verdict: str = ""


def new_garden():
    middle = ROWS // 2
    body = deque([(3, middle), (4, middle), (5, middle)])
    green = Snake(body, (1, 0), "GREEN", (SKIN, OUTLINE), ARROWS, True)
    body = deque([(COLS - 4, 4), (COLS - 5, 4), (COLS - 6, 4)])
    blue = Snake(body, (-1, 0), "BLUE", (BLUE_SKIN, BLUE_OUTLINE), WASD, False)
    garden = Garden([green, blue])
    plant_apple(garden)
    return garden


def level_of(garden):
    return sum(snake.eaten for snake in garden.snakes) // APPLES_A_LEVEL + 1


def bodies_of(garden):
    return {cell for snake in garden.snakes for cell in snake.body}


def plant_apple(garden):
    """Put the apple on a free cell; without one, the garden is full and won."""
    free = sorted(ALL_CELLS - bodies_of(garden))
    if free:
        garden.apple = random.choice(free)
    else:
        garden.apple = None
        garden.ending = "YOU WIN"


def steer(snake, way):
    """Plan a turn. Only a turn to the side counts: never ahead, never back."""
    snake.awake = True
    before = snake.planned[-1] if snake.planned else snake.heading
    turns_aside = before[0] * way[0] + before[1] * way[1] == 0
    if turns_aside and len(snake.planned) < 2:
        snake.planned.append(way)


def advance(garden):
    """Let one frame pass, and make a step when a whole one has built up."""
    if garden.ending:
        return
    speed = min(LAST_SPEED, FIRST_SPEED + 0.8 * (level_of(garden) - 1))
    garden.progress += speed / FPS
    if garden.progress >= 1:
        garden.progress -= 1
        slither(garden)


def next_cell(snake):
    """Carry out a planned turn and tell which cell the head comes to."""
    if snake.planned:
        snake.heading = snake.planned.popleft()
    col, row = snake.body[-1]
    return (col + snake.heading[0], row + snake.heading[1])


def slither(garden):
    awake = [snake for snake in garden.snakes if snake.awake]
    heads = [next_cell(snake) for snake in awake]
    for snake, head in zip(awake, heads):
        if head != garden.apple:
            snake.body.popleft()  # before the crash test: the tail makes room for the head
    # Both move at once: two heads that meet in one cell are both dead.
    bodies = bodies_of(garden)
    alive = []
    for snake, head in zip(awake, heads):
        if head in ALL_CELLS and head not in bodies and heads.count(head) == 1:
            alive.append(snake)
    if len(alive) < len(awake):
        garden.ending = "GAME OVER"
        garden.verdict = f"{alive[0].name} WINS" if alive else "NOBODY WINS"
        return
    for snake, head in zip(awake, heads):
        snake.body.append(head)
    if garden.apple in heads:
        awake[heads.index(garden.apple)].eaten += 1
        plant_apple(garden)


def middle_of(cell):
    """Return the pixel in the middle of a cell; the wall takes one tile around."""
    return ((cell[0] + 1) * TILE + TILE // 2, TOP + (cell[1] + 1) * TILE + TILE // 2)


def paint_garden(screen):
    for col in range(-1, COLS + 1):
        for row in range(-1, ROWS + 1):
            x, y = middle_of((col, row))
            if (col, row) in ALL_CELLS:
                pygame.draw.circle(screen, DOTS, (x, y), 1)
            else:
                stone = pygame.Rect(x - TILE // 2 + 1, y - TILE // 2 + 1, TILE - 2, TILE - 2)
                pygame.draw.rect(screen, BRICK, stone, border_radius=4)
                pygame.draw.line(screen, BRICK_LIGHT, (x - 9, y - 9), (x + 9, y - 9), 2)


def paint_apple(screen, cell):
    x, y = middle_of(cell)
    pygame.draw.circle(screen, APPLE, (x - 3, y + 2), 8)
    pygame.draw.circle(screen, APPLE, (x + 3, y + 2), 8)
    pygame.draw.circle(screen, PAPER, (x - 5, y - 1), 2)
    pygame.draw.ellipse(screen, LEAF, (x, y - 12, 10, 6))


def paint_snake(screen, snake):
    """Paint the body as one thick outlined line, and a head with eyes and tongue."""
    points = [middle_of(cell) for cell in snake.body]
    skin, outline = snake.colors
    for color, width in ((outline, TILE - 4), (skin, TILE - 12)):
        pygame.draw.lines(screen, color, False, points, width)
        for point in points:
            pygame.draw.circle(screen, color, point, width // 2)
    x, y = points[-1]
    dx, dy = snake.heading
    pygame.draw.line(screen, APPLE, (x + dx * 10, y + dy * 10), (x + dx * 18, y + dy * 18), 3)
    pygame.draw.circle(screen, skin, (x, y), TILE // 2 - 1)
    for side in (-6, 6):
        eye = (x + dx * 4 + dy * side, y + dy * 4 + dx * side)
        if not snake.awake:
            pygame.draw.line(screen, INK, (eye[0], eye[1] - 3), (eye[0], eye[1] + 3), 2)
            continue
        pygame.draw.circle(screen, PAPER, eye, 4)
        pygame.draw.circle(screen, INK, (eye[0] + dx * 2, eye[1] + dy * 2), 2)


def write(screen, font, words, color, x, y):
    """Write words with their middle at x, y."""
    image = font.render(words, True, color)
    screen.blit(image, image.get_rect(center=(x, y)))


def paint(screen, small, large, garden):
    screen.fill(SOIL)
    green, blue = garden.snakes
    keys = "ARROWS AND WASD STEER" if blue.awake else "ARROWS   WASD: JOIN AS BLUE"
    write(screen, small, f"GREEN {green.eaten * POINTS}", SKIN, 75, TOP // 2)
    write(screen, small, f"BLUE {blue.eaten * POINTS}", BLUE_SKIN, 205, TOP // 2)
    write(screen, small, keys, PAPER, 435, TOP // 2)
    write(screen, small, f"LEVEL {level_of(garden)}", SKIN, SIZE[0] - 65, TOP // 2)
    paint_garden(screen)
    if garden.apple:
        paint_apple(screen, garden.apple)
    for snake in garden.snakes:
        paint_snake(screen, snake)
    if garden.ending:
        shade = pygame.Surface((COLS * TILE, ROWS * TILE), pygame.SRCALPHA)
        shade.fill((0, 0, 0, 185))
        screen.blit(shade, (TILE, TOP + TILE))
        x, y = SIZE[0] // 2, SIZE[1] // 2
        write(screen, large, garden.ending, SKIN, x, y - 50)
        result = f"FINAL SCORE {green.eaten * POINTS}"
        if blue.awake:
            write(screen, small, garden.verdict, PAPER, x, y)
            result = f"GREEN {green.eaten * POINTS}   BLUE {blue.eaten * POINTS}"
        write(screen, small, result, PAPER, x, y + 35)
        write(screen, small, "R: PLAY AGAIN   Q: QUIT", PAPER, x, y + 70)
    pygame.display.flip()


def main():
    pygame.init()
    pygame.display.set_caption("Snake")
    screen = pygame.display.set_mode(SIZE)
    small, large = pygame.font.Font(None, 30), pygame.font.Font(None, 84)
    clock = pygame.time.Clock()
    garden = new_garden()
    while True:
        for event in pygame.event.get():
            key = event.key if event.type == pygame.KEYDOWN else None
            if event.type == pygame.QUIT or (garden.ending and key == pygame.K_q):
                pygame.quit()
                return
            if garden.ending and key == pygame.K_F5:
                garden = new_garden()
            elif not garden.ending:
                for snake in garden.snakes:
                    if key in snake.steering:
                        steer(snake, snake.steering[key])
        advance(garden)
        paint(screen, small, large, garden)
        clock.tick(FPS)


if __name__ == "__main__":
    main()
