# SOURCE: ../sokoban_ice.py
# FAILURE: readable: 'YOU WIN' and 'ALL LEVELS IN 226 MOVES' overlap at frame 2047 of the script's player, seed 0

"""Sokoban: push every box onto a storage place; you can push one box and never pull.
On ice a pushed box slides on until something stops it or the ice ends.

Arrow keys walk and push. U takes a step back, as often as you like, R starts the
level again, Q quits. Five levels win.

A level is drawn as text: # wall, . storage place, $ box, ~ ice, @ worker. Walls, places,
ice and boxes become sets of cells (x, y). The history keeps what was before each step.
"""

import pygame

CELL = 56
WIDTH, HEIGHT = 640, 600
FPS = 60

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
ICE = (40, 110, 150)
WHITE = (235, 235, 235)
BROWN = (205, 130, 50)
STONE = (75, 85, 110)
STEPS = {pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1), pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0)}

LEVELS = [
    """
#######
#@~~  #
#~$.~.#
##~# ##
#~$   #
#     #
#######""",
    """
########
#@ ~# .#
# $~~  #
#  #~ .#
## $   #
 ##  ###
  ####""",
    """
 ######
##  ~##
# $ ..##
# ##.~~#
#  ~#$~#
##  ~$~#
 ### @##
   ####""",
    """
 ####
 #  ####
## ~   #
# ~# $ #
#~.#~# #
##..$$@#
 ##~~###
  ####""",
    """
#########
# ~~#~  #
# $.~$  #
##$#  # #
#  .  ###
#@ .#  #
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
        self.places = {cell for cell, sign in signs if sign == "."}
        self.ice = {cell for cell, sign in signs if sign == "~"}
        self.boxes = {cell for cell, sign in signs if sign == "$"}
        (self.worker,) = (cell for cell, sign in signs if sign == "@")
        self.look = (0, 1)
        self.pushes = 0
        self.history = []
        self.pause = 0  # frames for which the solved level stays

    def step(self, dx, dy):
        """Walk one cell, and push the box that stands there if there is room behind it."""
        x, y = self.worker
        ahead, behind = (x + dx, y + dy), (x + 2 * dx, y + 2 * dy)
        self.look = (dx, dy)
        if ahead in self.walls or (ahead in self.boxes and behind in self.walls | self.boxes):
            return
        self.history.append((self.worker, self.boxes, self.pushes))
        self.worker = ahead
        if ahead in self.boxes:
            self.boxes = self.boxes - {ahead}
            beyond = (behind[0] + dx, behind[1] + dy)
            while behind in self.ice and beyond not in self.walls | self.boxes:
                behind, beyond = beyond, (beyond[0] + dx, beyond[1] + dy)
            self.boxes = self.boxes | {behind}
            self.pushes += 1
            if self.boxes == self.places:
                self.pause = 50

    def press(self, key):
        if key in STEPS:
            self.step(*STEPS[key])
        elif key == pygame.K_u and self.history:
            self.worker, self.boxes, self.pushes = self.history.pop()
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


def draw_ice(screen, rect):
    """Draw a frozen cell with three bright scratches."""
    pygame.draw.rect(screen, ICE, rect.inflate(-2, -2))
    for dx, dy, size in (10, 30, 18), (18, 44, 26), (36, 20, 10):
        x, y = rect.x + dx, rect.y + dy
        pygame.draw.line(screen, WHITE, (x, y), (x + size, y - size), 2)


def draw_box(screen, rect, is_home):
    """Draw a wooden box, or a green one in its place."""
    color = GREEN if is_home else BROWN
    edge = [part // 2 for part in color]
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
        return pygame.Rect(game.left + cell[0] * CELL, game.top + cell[1] * CELL, CELL, CELL)

    for cell in game.walls:
        draw_wall(screen, rect_of(cell))
    for cell in game.ice:
        draw_ice(screen, rect_of(cell))
    for cell in game.places:
        pygame.draw.rect(screen, GREEN, rect_of(cell).inflate(-24, -24), 3, border_radius=6)
    for cell in game.boxes:
        draw_box(screen, rect_of(cell), cell in game.places)
    draw_worker(screen, rect_of(game.worker), game.look)


def draw_texts(screen, font, big_font, game):
    boxes = f"BOXES {len(game.boxes & game.places)}/{len(game.boxes)}"
    hud = f"LEVEL {game.number + 1}/5", f"MOVES {len(game.history)}", f"PUSHES {game.pushes}", boxes
    for number, text in enumerate(hud):
        draw_text(screen, font, text, GREEN, 80 + 160 * number, 30)
    draw_text(screen, font, "ARROWS: PUSH   U: UNDO   R: RESTART LEVEL   Q: QUIT", WHITE, 320, HEIGHT - 30)
    if game.won:
        pygame.draw.rect(screen, BLACK, (120, 210, 400, 180))
        draw_text(screen, big_font, "YOU WIN", GREEN, 320, 260)
        draw_text(screen, font, f"ALL LEVELS IN {game.total} MOVES", WHITE, 320, 260)
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
