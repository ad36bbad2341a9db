# SOURCE: ../sokoban_colors_pull.py
# ERROR: Traceback (most recent call last):
# ERROR:   File "C:\Users\Maria\.infinity-arcade\games\3dfd406c.py", line 222, in <module>
# ERROR:   File "C:\Users\Maria\.infinity-arcade\games\3dfd406c.py", line 214, in main
# ERROR:   File "C:\Users\Maria\.infinity-arcade\games\3dfd406c.py", line 169, in draw_level
# ERROR:   File "C:\Users\Maria\.infinity-arcade\games\3dfd406c.py", line 166, in rect_of
# ERROR: IndexError: tuple index out of range

"""Sokoban: push every box onto a storage place of its color; you can push one box, and
pull one twice in each level.

Arrow keys walk and push, and with SPACE held a step away pulls. U takes a step back, as
often as you like, R starts the level again, Q quits. Five levels win.

A level is drawn as text: # wall, r and b storage places, R and B boxes, @ worker. Walls
become a set of cells (x, y), places and boxes dicts from cells to colors. The history
keeps what was before each step.
"""

import pygame

CELL = 56
WIDTH, HEIGHT = 640, 600
FPS = 60

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
WHITE = (235, 235, 235)
COLORS = {"R": (255, 90, 80), "B": (80, 150, 255)}
STONE = (75, 85, 110)
STEPS = {pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1), pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0)}

LEVELS = [
    """
#######
#@    #
# Rb r#
## # ##
# B   #
#     #
#######""",
    """
########
#@  # r#
# R    #
#  #  b#
## B   #
 ##  ###
  ####""",
    """
 ######
##   ##
# R rr##
# ##b  #
#   #B #
##   R #
 ### @##
   ####""",
    """
 ####
 #  ####
##     #
#  # R #
# r# # #
##brBR@#
 ##  ###
  ####""",
    """
#########
#   #   #
# Rr R  #
##B#  # #
#  b  ###
#@ r#  #
########""",
]


class Game:
    def __init__(self):
        self.total = 0  # moves of the levels solved so far
        self.won = False
        self.load(0)

    def load(self, number):
        """Read a level's text into sets of cells."""
        self.number = number
        rows = LEVELS[number].strip("\n").split("\n")
        self.left = (WIDTH - max(map(len, rows)) * CELL) // 2
        self.top = (HEIGHT - len(rows) * CELL) // 2
        signs = [((x, y), sign) for y, row in enumerate(rows) for x, sign in enumerate(row)]
        self.walls = {cell for cell, sign in signs if sign == "#"}
        self.places = {cell: sign.upper() for cell, sign in signs if sign in "rb"}
        self.boxes = {cell: sign for cell, sign in signs if sign in "RB"}
        (self.worker,) = (cell for cell, sign in signs if sign == "@")
        self.look = (0, 1)
        self.pushes = 0
        self.pulls = 2  # how often a box can still be pulled
        self.history = []
        self.pause = 0  # frames for which the solved level stays

    def step(self, dx, dy):
        """Walk one cell, and push the box that stands there if there is room behind it."""
        x, y = self.worker
        ahead, behind = (x + dx, y + dy), (x + 2 * dx, y + 2 * dy)
        may_pull = pygame.key.get_pressed()[pygame.K_SPACE] and self.pulls
        self.look = (dx, dy)
        if ahead in self.walls or (ahead in self.boxes and behind in self.walls | self.boxes.keys()):
            return
        self.history.append((self.worker, self.boxes, self.pushes, self.pulls))
        self.worker = ahead
        if ahead in self.boxes:
            self.boxes = dict(self.boxes)
            self.boxes[behind] = self.boxes.pop(ahead)
            self.pushes += 1
        elif may_pull and (x - dx, y - dy) in self.boxes:
            self.boxes = dict(self.boxes)
            self.boxes[x, y] = self.boxes.pop((x - dx, y - dy))
            self.look = (-dx, -dy)
            self.pulls -= 1
        if self.boxes == self.places:
            self.pause = 50

    def press(self, key):
        if key in STEPS:
            self.step(*STEPS[key])
        elif key == pygame.K_u and self.history:
            self.worker, self.boxes, self.pushes, self.pulls = self.history.pop()
        elif key == pygame.K_r:
            self.load(self.number)

    def update(self):
        """Go on to the next level once the solved one has been seen."""
        self.pause -= 1
        if self.pause == 0:
            self.total += len(self.history)
            self.won = self.number == len(LEVELS) - 1
            if not self.won:
                self.load(self.number + 1)


def draw_wall(screen, rect):
    """Draw four bricks."""
    for dx, dy, width in (0, 0, 36), (38, 0, 16), (0, 28, 16), (18, 28, 36):
        pygame.draw.rect(screen, STONE, (rect.x + dx, rect.y + dy, width, 26))


def draw_box(screen, rect, color, is_home):
    """Draw a painted box, with a green edge in its place."""
    edge = GREEN if is_home else [part // 2 for part in color]
    rect = rect.inflate(-8, -8)
    pygame.draw.rect(screen, color, rect)
    pygame.draw.line(screen, edge, rect.topleft, rect.bottomright, 5)
    pygame.draw.line(screen, edge, rect.topright, rect.bottomleft, 5)
    pygame.draw.rect(screen, edge, rect, 6)


def draw_worker(screen, rect, look):
    """Draw the worker from above, with a cap and both hands towards where he looks."""
    (x, y), (dx, dy) = rect.center, look
    pygame.draw.circle(screen, (70, 140, 255), (x, y), 19)
    for side in (-13, 13):
        pygame.draw.circle(screen, (255, 205, 150), (x + 16 * dx + side * dy, y + 16 * dy + side * dx), 7)
    pygame.draw.circle(screen, (255, 220, 60), (x, y), 13)


def draw_text(screen, font, text, color, x, y):
    picture = font.render(text, True, color)
    screen.blit(picture, picture.get_rect(center=(x, y)))


def draw_level(screen, game):
    def rect_of(cell):
        return pygame.Rect(game.left + cell[0] * CELL, game.top + cell[2] * CELL, CELL, CELL)

    for cell in game.walls:
        draw_wall(screen, rect_of(cell))
    for cell, color in game.places.items():
        pygame.draw.rect(screen, COLORS[color], rect_of(cell).inflate(-24, -24), 3, border_radius=6)
    for cell, color in game.boxes.items():
        draw_box(screen, rect_of(cell), COLORS[color], game.places.get(cell) == color)
    draw_worker(screen, rect_of(game.worker), game.look)


def draw_texts(screen, font, big_font, game):
    boxes = f"BOXES {len(game.boxes.items() & game.places.items())}/{len(game.boxes)}"
    pulls = f"PULLS {game.pulls}"
    hud = f"LEVEL {game.number + 1}/5", f"MOVES {len(game.history)}", f"PUSHES {game.pushes}", boxes, pulls
    for number, text in enumerate(hud):
        draw_text(screen, font, text, GREEN, 65 + 128 * number, 30)
    draw_text(screen, font, "ARROWS: PUSH   SPACE: PULL   U: UNDO   R: RESTART", WHITE, 320, HEIGHT - 30)
    if game.won:
        pygame.draw.rect(screen, BLACK, (120, 210, 400, 180))
        draw_text(screen, big_font, "YOU WIN", GREEN, 320, 260)
        draw_text(screen, font, f"ALL LEVELS IN {game.total} MOVES", WHITE, 320, 315)
        draw_text(screen, font, "R: PLAY AGAIN   Q: QUIT", WHITE, 320, 355)


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Sokoban")
    pygame.key.set_repeat(250, 110)
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 28)
    big_font = pygame.font.Font(None, 72)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN:
                if event.key == pygame.K_q:
                    running = False
                elif game.won and event.key == pygame.K_r:
                    game = Game()
                elif not game.won and game.pause <= 0:
                    game.press(event.key)
        game.update()
        screen.fill(BLACK)
        draw_level(screen, game)
        draw_texts(screen, font, big_font, game)
        pygame.display.flip()
        clock.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
