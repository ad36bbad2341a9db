# SOURCE: ../tron_1_fade.py
# FAILURE: closes: window closed at frame 60: it runs on after frame 121

"""Tron: outlive the computer's light cycle among the walls that both of you leave.

The arrow keys turn your cycle, which never stops. Whoever hits the fence or a wall loses
the round, and three rounds win the match. A wall is 900 pixels long and vanishes from its
end. The cycles get faster.

Cycles move pixel by pixel. A wall is a list of rectangles, one for each straight piece,
and the last one grows. The computer feels with beams how far it can ride.
"""

import random

import pygame

FIELD = pygame.Rect(20, 60, 640, 460)
ARROWS = {pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1)}
GREEN = (0, 255, 65)
PINK = (255, 80, 170)
WHITE = (235, 235, 235)
LONGEST = 900  # pixels of wall behind a cycle
# The fence is four copies of the field around it.
FENCE = [FIELD.move(640 * dx, 460 * dy) for dx, dy in ARROWS.values()]


def wall_between(start, end):
    """Return the rectangle of a piece of wall, six pixels thick."""
    return pygame.Rect(start, (0, 0)).union((end, (0, 0))).inflate(6, 6)


class Cycle:
    def __init__(self, color, x, y, dx):
        self.color, self.x, self.y, self.dx, self.dy = color, x, y, dx, 0
        self.corners = []
        self.walls = []
        self.length = 0  # of all walls together
        self.asked = []  # turns to be made
        self.caution = 40  # pixels ahead at which the computer turns
        self.crashed = False
        self.start_piece()

    def start_piece(self):
        self.corners.append((self.x, self.y))
        self.walls.append(wall_between(self.corners[-1], self.corners[-1]))
        self.ridden = 0  # pixels since the turn

    def ride(self, speed):
        # Two turns need a little room between them, or the cycle would hit itself.
        if self.asked and self.ridden >= 14:
            dx, dy = self.asked.pop(0)
            if dx * self.dx + dy * self.dy == 0:
                self.dx, self.dy = dx, dy
                self.start_piece()
        self.x += self.dx * speed
        self.y += self.dy * speed
        self.ridden += speed
        self.walls[-1] = wall_between(self.corners[-1], (self.x, self.y))
        self.length += speed
        if self.length > LONGEST:
            self.shorten(speed)

    def shorten(self, pixels):
        """Move the old end of the wall on to the next corner, which is the cycle itself in the last piece."""
        self.length -= pixels
        start, end = pygame.Vector2(self.corners[0]), pygame.Vector2((self.corners + [(self.x, self.y)])[1])
        start.move_towards_ip(end, pixels)
        self.corners[0] = (int(start.x), int(start.y))
        self.walls[0] = wall_between(self.corners[0], (int(end.x), int(end.y)))
        if start == end and len(self.walls) > 1:
            del self.corners[0], self.walls[0]

    def beam(self, dx, dy, walls):
        """Return how many pixels are free in a direction."""
        ray = wall_between((self.x + dx * 5, self.y + dy * 5), (self.x + dx * 700, self.y + dy * 700))
        x, y, hit = self.x, self.y, [wall for wall in walls if wall.colliderect(ray)]
        return min(max(wall.x - x, x - wall.right, wall.y - y, y - wall.bottom) for wall in hit)

    def think(self, walls):
        """Turn to the side with more room if it gets tight ahead, and sometimes just so."""
        sides = [(self.dy, -self.dx), (-self.dy, self.dx)]
        rooms = [self.beam(*side, walls) for side in sides]
        if self.beam(self.dx, self.dy, walls) < self.caution or (random.random() < 0.01 and max(rooms) > 100):
            self.asked = [sides[rooms[1] > rooms[0]]]
            self.caution = random.randint(20, 70)


class Match:
    """All rounds; phase is ready, ride, crash or over."""

    def __init__(self):
        self.points = [0, 0]
        self.number = 0
        self.next_round()

    def next_round(self):
        self.number += 1
        y = FIELD.centery
        self.cycles = [Cycle(GREEN, FIELD.x + 120, y - 60, 1), Cycle(PINK, FIELD.right - 120, y + 60, -1)]
        self.phase, self.frames = "ready", 50

    def walls_for(self, cycle):
        """Return all that a cycle could hit: not the piece of wall it draws and the one before."""
        me, rival = self.cycles
        return FENCE + (me.walls[:-2] + rival.walls if cycle is me else me.walls + rival.walls[:-2])

    def race(self):
        me, rival = self.cycles
        # The computer foresees your next piece of wall.
        coming = wall_between((me.x, me.y), (me.x + 30 * me.dx, me.y + 30 * me.dy))
        rival.think(self.walls_for(rival) + [coming])
        me.ride(min(5, 2 + self.number))
        rival.ride(min(5, 2 + self.number))
        for cycle in self.cycles:
            nose = pygame.Rect(cycle.x + 5 * cycle.dx - 2, cycle.y + 5 * cycle.dy - 2, 4, 4)
            cycle.crashed = nose.collidelist(self.walls_for(cycle)) >= 0
        if me.crashed or rival.crashed:
            self.points[0] += not me.crashed
            self.points[1] += not rival.crashed
            self.phase, self.frames = "crash", 80

    def update(self):
        self.frames -= 1
        if self.phase == "ride":
            self.race()
        elif self.frames == 0 and self.phase == "ready":
            self.phase = "ride"
        elif self.frames == 0 and 3 in self.points:
            self.phase = "over"
        elif self.frames == 0:
            self.next_round()


def write(window, font, text, color, x, y):
    image = font.render(text, True, color, (0, 0, 0))
    window.blit(image, image.get_rect(center=(x, y)))


def paint_cycle(window, cycle):
    """Draw the wall and the cycle as an arrow head, or rings where it crashed."""
    for wall in cycle.walls:
        pygame.draw.rect(window, cycle.color, wall)
    # The oldest piece is half gone.
    pygame.draw.rect(window, [part // 2 for part in cycle.color], cycle.walls[0])
    if cycle.crashed:
        for radius in (8, 16, 24):
            pygame.draw.circle(window, WHITE, (cycle.x, cycle.y), radius, 2)
    else:
        place, front = pygame.Vector2(cycle.x, cycle.y), pygame.Vector2(cycle.dx, cycle.dy)
        tail = place - 12 * front
        pygame.draw.polygon(window, WHITE, (place + 7 * front, tail + 8 * front.yx, tail - 8 * front.yx))


def paint(window, font, huge, match):
    window.fill((0, 0, 0))
    pygame.draw.rect(window, WHITE, FIELD.inflate(8, 8), 4)
    for cycle in match.cycles:
        paint_cycle(window, cycle)
    mine, other = match.points
    write(window, font, f"PLAYER {mine}", GREEN, 90, 30)
    write(window, font, f"ROUND {match.number}", WHITE, 340, 30)
    write(window, font, f"COMPUTER {other}", PINK, 580, 30)
    write(window, font, "ARROWS TURN   THREE ROUNDS WIN", WHITE, 340, 550)
    if match.phase == "ready":
        write(window, font, " READY ", WHITE, 340, 180)
    elif match.phase == "over":
        pygame.draw.rect(window, (0, 0, 0), (150, 200, 380, 170))
        write(window, huge, "YOU WIN" if mine > other else "GAME OVER", GREEN, 340, 240)
        write(window, font, f"RESULT {mine} : {other}", WHITE, 340, 300)
        write(window, font, "R: PLAY AGAIN   Q: QUIT", WHITE, 340, 340)
    pygame.display.flip()


def main():
    pygame.init()
    window = pygame.display.set_mode((680, 580))
    pygame.display.set_caption("Tron")
    font, huge = pygame.font.Font(None, 30), pygame.font.Font(None, 76)
    clock = pygame.time.Clock()
    match = Match()
    running = True
    while running:
        for event in pygame.event.get():
            key = event.key if event.type == pygame.KEYDOWN else None
            if event.type == pygame.WINDOWLEAVE or key == pygame.K_q:
                running = False
            elif key == pygame.K_r and match.phase == "over":
                match = Match()
            elif key in ARROWS:
                match.cycles[0].asked = match.cycles[0].asked[-1:] + [ARROWS[key]]
        match.update()
        paint(window, font, huge, match)
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
