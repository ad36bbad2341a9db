# SOURCE: ../sokoban_1_guard.py
# FAILURE: quits: Q at frame 2385 of the script's player, seed 0: it runs on after frame 2534

"""Sokoban: drive the forklift and shove every crate onto a target.

Arrow keys drive, also while held. A crate moves if the square behind it is free, and it
can only be pushed. The guard takes a step with each of yours and turns right where he
cannot go on; if you meet, the level starts again. U undoes, R starts anew, Q quits. Four levels to win.

The floor never changes and stays a list of strings. The log of steps (direction, pushed
or not) is enough to go back.
"""

from dataclasses import dataclass, field

import pygame

SIZE = 60
VIEW = (600, 640)
GREEN, RED, WHITE, BLACK = (0, 255, 65), (255, 80, 80), (235, 235, 235), (0, 0, 0)
ARROWS = {pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1)}

# Walls are X, targets o, crates c, the forklift f and the guard g.
MAPS = [
    """
XXXXXX
X f  XXX
X XX ooX
X c  c X
XXg X  X
 XXXXXXX""",
    """
 XXXXXX
 X   gXX
XXc Xc X
Xf     X
X  XXo X
XX   oXX
 XXXXXX""",
    """
  XXXXX
XXX   XX
XfccX  X
X   Xc X
XXooog X
 XX  XXX
  XXXX""",
    """
  XXXXXX
XXX oooX
XfccX  X
X c   gX
XX XX  X
 X    XX
 XXXXXX""",
]


@dataclass
class Depot:
    """One level as it stands now."""

    number: int
    steps_before: int  # in the levels solved so far
    floor: list
    crates: list
    truck: tuple
    guard: tuple
    beat: tuple = (1, 0)
    ahead: tuple = (1, 0)
    log: list = field(default_factory=list)
    rest: int = 0  # frames until the truck can move again
    finished: bool = False

    def stored(self):
        return sum(self.floor[y][x] == "o" for x, y in self.crates)


def open_level(number, steps_before=0):
    floor = MAPS[number].splitlines()[1:]
    marks = [(mark, (x, y)) for y, row in enumerate(floor) for x, mark in enumerate(row)]
    crates = [spot for mark, spot in marks if mark == "c"]
    return Depot(number, steps_before, floor, crates, dict(marks)["f"], dict(marks)["g"])


def drive(depot, way):
    """Drive one square, with the crate that is there if it can move on."""
    (x, y), (dx, dy) = depot.truck, way
    depot.ahead = way
    spot, beyond = (x + dx, y + dy), (x + 2 * dx, y + 2 * dy)
    if depot.floor[y + dy][x + dx] == "X":
        return
    pushed = spot in depot.crates
    if pushed:
        if depot.floor[beyond[1]][beyond[0]] == "X" or beyond in depot.crates + [depot.guard]:
            return
        depot.crates[depot.crates.index(spot)] = beyond
    depot.truck = spot
    depot.log.append((way, pushed, depot.guard, depot.beat))
    if depot.guard != depot.truck:
        patrol(depot)
    depot.rest = 50 if depot.stored() == len(depot.crates) or depot.guard == depot.truck else 7


def patrol(depot):
    """Let the guard take a step, or turn right where he cannot."""
    (x, y), (dx, dy) = depot.guard, depot.beat
    if depot.floor[y + dy][x + dx] == "X" or (x + dx, y + dy) in depot.crates:
        depot.beat = (-dy, dx)
    else:
        depot.guard = (x + dx, y + dy)


def go_back(depot):
    """Undo the last step, and pull the crate back if it was pushed."""
    if depot.log:
        (dx, dy), pushed, depot.guard, depot.beat = depot.log.pop()
        x, y = depot.truck
        depot.truck = (x - dx, y - dy)
        if pushed:
            depot.crates[depot.crates.index((x + dx, y + dy))] = (x, y)


def advance(depot, held):
    """Let one frame pass and return the depot to go on with."""
    if depot.rest:
        depot.rest -= 1
    elif depot.guard == depot.truck:
        return open_level(depot.number, depot.steps_before)
    elif depot.stored() == len(depot.crates):
        depot.finished = depot.number == len(MAPS) - 1
        depot.steps_before += len(depot.log)
        if not depot.finished:
            return open_level(depot.number + 1, depot.steps_before)
    else:
        way = next((ARROWS[key] for key in ARROWS if held[key]), None)
        if way:
            drive(depot, way)
    return depot


def paint_crate(window, x, y, color):
    """Draw a crate of three planks with a frame."""
    for plank in range(3):
        pygame.draw.rect(window, [part * 2 // 3 for part in color], (x + 7, y + 8 + 15 * plank, 46, 13))
    pygame.draw.rect(window, color, (x + 6, y + 6, 48, 48), 5, border_radius=5)


def paint_truck(window, center, ahead):
    """Draw the forklift from above: two forks, then body and seat."""
    middle, front = pygame.Vector2(center), pygame.Vector2(ahead)
    for side in front.yx * 11, front.yx * -11:
        pygame.draw.line(window, WHITE, middle + side - 18 * front, middle + side + 27 * front, 6)
    body = pygame.Rect(0, 0, 30, 30)
    body.center = middle - 4 * front
    pygame.draw.rect(window, (255, 210, 40), body, border_radius=7)
    pygame.draw.circle(window, BLACK, middle - 8 * front, 9)


def paint_guard(window, center, beat):
    """Draw the guard from above: coat, cap and the lamp in front of him."""
    middle, front = pygame.Vector2(center), pygame.Vector2(beat)
    pygame.draw.circle(window, WHITE, middle + 20 * front, 7)
    pygame.draw.circle(window, RED, middle, 18)
    pygame.draw.circle(window, (90, 150, 255), middle, 11)


def say(window, font, text, color, x, y):
    words = font.render(text, True, color, BLACK)
    window.blit(words, words.get_rect(center=(x, y)))


def paint(window, depot):
    window.fill(BLACK)
    left = (VIEW[0] - SIZE * max(map(len, depot.floor))) // 2
    top = (VIEW[1] - SIZE * len(depot.floor)) // 2
    for y, row in enumerate(depot.floor):
        for x, mark in enumerate(row):
            spot = pygame.Rect(left + x * SIZE, top + y * SIZE, SIZE, SIZE)
            if mark == "X":
                pygame.draw.rect(window, (35, 60, 95), spot.inflate(-2, -2), border_radius=8)
            elif mark == "o":
                pygame.draw.circle(window, RED, spot.center, 13, 3)
            if (x, y) in depot.crates:
                paint_crate(window, *spot.topleft, GREEN if mark == "o" else (225, 150, 70))
            if (x, y) == depot.truck:
                paint_truck(window, spot.center, depot.ahead)
            if (x, y) == depot.guard:
                paint_guard(window, spot.center, depot.beat)


def write_texts(window, small, large, depot):
    pushes = sum(step[1] for step in depot.log)
    boxes = f"BOXES {depot.stored()}/{len(depot.crates)}"
    line = f"LEVEL {depot.number + 1}    MOVES {len(depot.log)}    PUSHES {pushes}    {boxes}"
    say(window, small, line, GREEN, 300, 30)
    say(window, small, "ARROWS DRIVE   U UNDO   R RESTART   Q QUIT", WHITE, 300, 610)
    if depot.finished:
        pygame.draw.rect(window, BLACK, (120, 230, 360, 160))
        say(window, large, "YOU WIN", GREEN, 300, 270)
        say(window, small, f"{depot.steps_before} MOVES FOR {len(MAPS)} LEVELS", WHITE, 300, 325)
        say(window, small, "R: PLAY AGAIN   Q: QUIT", WHITE, 300, 360)


def main():
    pygame.init()
    window = pygame.display.set_mode(VIEW)
    pygame.display.set_caption("Sokoban")
    small, large = pygame.font.Font(None, 30), pygame.font.Font(None, 80)
    clock = pygame.time.Clock()
    depot = open_level(0)
    running = True
    while running:
        for event in pygame.event.get():
            key = event.key if event.type == pygame.KEYDOWN else None
            if event.type == pygame.QUIT or key == pygame.K_ESCAPE:
                running = False
            elif key == pygame.K_r and depot.finished:
                depot = open_level(0)
            elif key == pygame.K_r:
                depot = open_level(depot.number, depot.steps_before)
            elif key == pygame.K_u and depot.rest == 0 and not depot.finished:
                go_back(depot)
        if not depot.finished:
            depot = advance(depot, pygame.key.get_pressed())
        paint(window, depot)
        write_texts(window, small, large, depot)
        pygame.display.flip()
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
