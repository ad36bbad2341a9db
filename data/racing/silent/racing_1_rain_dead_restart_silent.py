# SOURCE: ../racing_1_rain.py
# FAILURE: restarts: R at frame 3453 of the script's player, seed 0: 'YOU WIN' is still there

"""Grand Prix: five laps of a winding circuit against three computer drivers.

UP accelerates, DOWN brakes and goes backwards, LEFT and RIGHT steer. Grass is slow.
Drive over the green marks one after the other, each gives 25 points. The drivers
hurry more each lap, and only the first one home wins. Now and then it rains: the wet
road is slippery and the car slides on where it was going.

The circuit is a wavy ring: the angle around the center tells how far a car is, and
the radius if it is on the road.
"""

import math
import random
from dataclasses import dataclass

import pygame

SIZE = (740, 640)
CENTER = (330, 320)
SCALE = (380, 305)
HALF = 0.13  # of the road's width
LAPS, MARKS = 5, 8
STEP = math.tau / MARKS  # angle from mark to mark

GREEN = (0, 255, 65)
RED = (255, 60, 60)
WHITE = (240, 240, 240)
LAWN = (0, 26, 20)


@dataclass
class Car:
    color: tuple
    way: float  # angle driven
    lane: float  # from -1, the inner edge of the road, to 1
    pace: float = 0
    speed: float = 0
    heading: float = 0
    marks: int = 0
    course: float = math.pi  # where the car really moves

    def __post_init__(self):
        self.x, self.y = spot(self.way, self.lane)


def radius(angle):
    return 0.74 + 0.14 * math.cos(3 * angle)


def spot(way, lane):
    """Return a place of the road by its angle from the start, which is below the center."""
    angle = way + math.tau / 4
    r = radius(angle) + lane * HALF
    return CENTER[0] + SCALE[0] * r * math.cos(angle), CENTER[1] + SCALE[1] * r * math.sin(angle)


def new_race():
    rivals = []
    for n, color in enumerate((RED, (255, 220, 0), (220, 90, 255))):
        rivals.append(Car(color, -0.07 - 0.07 * n, n / 2 - 0.5, random.uniform(2.2, 2.4)))
    return {"me": Car(GREEN, -0.3, 0, heading=math.pi), "rivals": rivals, "frames": 0, "end": ""}


def place_of(race):
    return 1 + sum(rival.way > race["me"].way for rival in race["rivals"])


def is_raining(race):
    return race["frames"] % 900 > 400


def drive(car, keys, grip):
    across, down = (car.x - CENTER[0]) / SCALE[0], (car.y - CENTER[1]) / SCALE[1]
    angle = math.atan2(down, across)
    on_road = abs(math.hypot(across, down) - radius(angle)) < HALF
    engine = 0.06 * keys[pygame.K_UP] - 0.05 * keys[pygame.K_DOWN]
    car.speed = (car.speed + engine) * (0.978 if on_road else 0.94)
    car.heading += 0.05 * (keys[pygame.K_RIGHT] - keys[pygame.K_LEFT]) * max(-1, min(1, car.speed))
    car.course += (car.heading - car.course) * grip
    car.x = max(10, min(SIZE[0] - 10, car.x + car.speed * math.cos(car.course)))
    car.y = max(10, min(SIZE[1] - 10, car.y + car.speed * math.sin(car.course)))
    # The angle beyond the last mark
    beyond = (angle - math.tau / 4 - car.marks * STEP + math.pi) % math.tau - math.pi
    if on_road and STEP <= beyond < 2 * STEP:
        car.marks += 1
    car.way = car.marks * STEP + min(0, beyond - STEP)


def follow_road(rival, me):
    """Move a computer driver along its lane; it may bump into the player."""
    rival.speed += (rival.pace * (1 + 0.03 * (rival.way // math.tau)) - rival.speed) * 0.02
    ahead_x, ahead_y = spot(rival.way + 0.01, rival.lane)
    rival.heading = math.atan2(ahead_y - rival.y, ahead_x - rival.x)
    rival.way += 0.01 * rival.speed / math.dist((rival.x, rival.y), (ahead_x, ahead_y))
    rival.x, rival.y = spot(rival.way, rival.lane)
    dx, dy = me.x - rival.x, me.y - rival.y
    push = 20 / max(1, math.hypot(dx, dy)) - 1
    if push > 0:
        me.x += push * (dx - dy)
        me.y += push * (dx + dy)
        me.speed *= 0.95
        rival.speed *= 0.9


def tick(race, keys):
    race["frames"] += 1
    drive(race["me"], keys, 0.05 if is_raining(race) else 0.6)
    for rival in race["rivals"]:
        follow_road(rival, race["me"])
    finish = LAPS * math.tau
    if race["me"].marks == LAPS * MARKS or min(rival.way for rival in race["rivals"]) > finish:
        race["end"] = "YOU WIN" if place_of(race) == 1 else "GAME OVER"


def paint_circuit():
    picture = pygame.Surface(SIZE)
    picture.fill(LAWN)
    ways = [math.tau * n / 150 for n in range(150)]
    for lane, color in (1, (40, 40, 54)), (-1, LAWN):
        pygame.draw.polygon(picture, color, [spot(way, lane) for way in ways])
        for n, way in enumerate(ways):
            pygame.draw.line(picture, (WHITE, RED)[n % 2], spot(way, lane), spot(way + 0.045, lane), 6)
    pygame.draw.line(picture, WHITE, spot(0, -1), spot(0, 1), 8)
    return picture


def draw_car(screen, car):
    """Draw wheels, body and cockpit turned to the heading."""
    for color, back, front, half in (WHITE, -9, 8, 8), (car.color, -13, 14, 6), (LAWN, 0, 4, 4):
        corners = (back, -half), (front, 2 - half), (front, half - 2), (back, half)
        turned = [pygame.Vector2(corner).rotate_rad(car.heading) for corner in corners]
        pygame.draw.polygon(screen, color, [corner + (car.x, car.y) for corner in turned])


def write(screen, font, text, y):
    image = font.render(text, True, GREEN)
    screen.blit(image, image.get_rect(center=(370, y)))


def show(screen, font, big_font, circuit, race):
    screen.blit(circuit, (0, 0))
    me = race["me"]
    mark = (me.marks + 1) * STEP
    pygame.draw.line(screen, GREEN, spot(mark, -1), spot(mark, 1), 5)
    for car in [*race["rivals"], me]:
        draw_car(screen, car)
    if is_raining(race):
        for drop in range(90):
            x, y = (drop * 97 - 3 * race["frames"]) % 760, (drop * 59 + 14 * race["frames"]) % SIZE[1]
            pygame.draw.line(screen, (120, 180, 255), (x, y), (x - 3, y + 14), 2)
    weather = "RAIN" if is_raining(race) else "DRY"
    result = f"PLACE {place_of(race)}   POINTS {25 * me.marks}"
    lap = min(LAPS, me.marks // MARKS + 1)
    write(screen, font, f"LAP {lap}/{LAPS}   {result}   TIME {race['frames'] // 60}   {weather}", 20)
    write(screen, font, "UP DRIVE   DOWN BRAKE   LEFT RIGHT STEER", 620)
    if race["end"]:
        pygame.draw.rect(screen, LAWN, (200, 240, 340, 150))
        write(screen, big_font, race["end"], 275)
        write(screen, font, result, 330)
        write(screen, font, "R RESTART   Q QUIT", 365)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode(SIZE)
    pygame.display.set_caption("Grand Prix")
    font = pygame.font.Font(None, 28)
    big_font = pygame.font.Font(None, 68)
    circuit = paint_circuit()
    timer = pygame.time.Clock()
    race = new_race()
    running = True
    while running:
        for event in pygame.event.get():
            key = event.key if event.type == pygame.KEYDOWN and race["end"] else 0
            if event.type == pygame.QUIT or key == pygame.K_q:
                running = False
            elif key == pygame.K_F5:
                race = new_race()
        if not race["end"]:
            tick(race, pygame.key.get_pressed())
        show(screen, font, big_font, circuit, race)
        timer.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
