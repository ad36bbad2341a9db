# SOURCE: ../tower_defense_1.py
# FAILURE: closes: window closed at frame 60: it runs on after frame 121

"""Tower Defense: bugs march along the road, and ten that reach its end are too many.

Click a square beside the road to put up a tower: 1 is the quick gun for 50, 2 the slow
cannon for 80, which also hits the bugs around. Killed bugs bring money and points. Ten
growing waves have to be held off.

The waves are a generator that rests for a frame with each yield.
"""

import random
from dataclasses import dataclass

import pygame
from pygame import Vector2

CORNERS = (0, 90), (140, 90), (140, 460), (320, 460), (320, 90), (500, 90), (500, 460), (672, 460)
SITES = [(x, y) for y in (165, 275, 385) for x in (70, 230, 410, 590)]
INK, PALE = (0, 0, 0), (230, 230, 220)


@dataclass
class Bug:
    health: float
    speed: float
    money: int
    size: int
    color: tuple
    damage: float = 0
    walked: float = 0
    place: tuple = CORNERS[0]
    corners: int = 1  # reached so far

    def walk(self):
        self.place = Vector2(self.place).move_towards(CORNERS[self.corners], self.speed)
        self.walked += self.speed
        self.corners += self.place == CORNERS[self.corners]


@dataclass
class Tower:
    name: str
    price: int
    reach: int
    pause: int
    harm: int
    splash: int
    color: tuple
    loading: int = 0


BUGS = (
    (7, 1.3, 6, 11, (255, 200, 40)),
    (5, 2.2, 6, 8, (80, 220, 255)),
    (22, 0.9, 12, 16, (255, 80, 60)),
)
TOWERS = {
    pygame.K_1: ("GUN", 50, 110, 20, 2, 1, (0, 255, 65)),
    pygame.K_2: ("CANNON", 80, 95, 60, 4, 55, (255, 120, 220)),
}


class Field:
    def __init__(self):
        self.score, self.money, self.lives, self.wave = 0, 120, 10, 1
        self.bugs, self.flashes, self.towers = [], [], {}
        self.chosen = pygame.K_1
        self.attack = self.send_waves()
        self.end = ""

    def send_waves(self):
        for self.wave in range(1, 11):
            for _ in range(150):
                yield
            for kind in random.choices(BUGS[: self.wave], k=5 + self.wave):
                self.bugs.append(Bug(kind[0] * (0.6 + 0.4 * self.wave), *kind[1:]))
                for _ in range(40):
                    yield
        while self.bugs:
            yield
        self.end = "YOU WIN"

    def build(self, place):
        tower = Tower(*TOWERS[self.chosen])
        for site in SITES:
            is_free = site not in self.towers and tower.price <= self.money
            if is_free and Vector2(site).distance_to(place) < 27:
                self.towers[site] = tower
                self.money -= tower.price

    def shoot(self, site, tower):
        """Hit the bug in reach that has walked furthest, and those around it."""
        tower.loading -= 1
        near = [bug for bug in self.bugs if bug.place.distance_to(site) < tower.reach]
        if near and tower.loading <= 0:
            target = max(near, key=lambda bug: bug.walked).place
            tower.loading = tower.pause
            self.flashes.append([site, target, tower, 6])
            for bug in self.bugs:
                if bug.place.distance_to(target) < tower.splash:
                    bug.damage += tower.harm

    def step(self):
        next(self.attack, None)
        for bug in self.bugs:
            bug.walk()
        for site, tower in self.towers.items():
            self.shoot(site, tower)
        for bug in self.bugs[:]:
            is_killed = bug.damage >= bug.health
            if is_killed:
                self.money += bug.money
                self.score += bug.money * 10
            if is_killed or bug.corners == len(CORNERS):
                self.bugs.remove(bug)
                self.lives -= not is_killed
        self.flashes = [[*flash, left - 1] for *flash, left in self.flashes if left]
        if self.lives <= 0:
            self.lives, self.end = 0, "GAME OVER"


class Painter:
    def __init__(self):
        pygame.init()
        pygame.display.set_caption("Tower Defense")
        self.window = pygame.display.set_mode((672, 580))
        self.font = pygame.font.Font(None, 30)

    def write(self, text, y):
        picture = self.font.render(text, True, PALE)
        self.window.blit(picture, picture.get_rect(center=(336, y)))

    def paint_bug(self, bug):
        (x, y), size = bug.place, bug.size
        for dy in (-6, 0, 6):
            pygame.draw.line(self.window, bug.color, (x - size - 5, y + dy), (x + size + 5, y + dy), 2)
        pygame.draw.ellipse(self.window, bug.color, (x - size, y - size * 0.8, size * 2, size * 1.6))
        pygame.draw.rect(self.window, INK, (x - size, y - 2, size * 2 * bug.damage / bug.health, 4))

    def paint(self, field):
        self.window.fill(INK)
        for start, end in zip(CORNERS, CORNERS[1:]):
            road = pygame.Rect(start, (0, 0)).union((end, (0, 0)))
            pygame.draw.rect(self.window, (45, 45, 70), road.inflate(50, 50))
        for x, y in SITES:
            pygame.draw.rect(self.window, (0, 110, 40), (x - 25, y - 25, 50, 50), 2)
        for (x, y), tower in field.towers.items():
            base = (x - 18, y + 18), (x - 10, y - 12), (x + 10, y - 12), (x + 18, y + 18)
            pygame.draw.polygon(self.window, tower.color, base)
            pygame.draw.circle(self.window, PALE, (x, y - 12), 13 if tower.splash > 1 else 8)
        for bug in field.bugs:
            self.paint_bug(bug)
        for (x, y), target, tower, left in field.flashes:
            pygame.draw.line(self.window, PALE, (x, y - 12), target, 2)
            pygame.draw.circle(self.window, tower.color, target, tower.splash, left)
        self.write(f"SCORE {field.score}   MONEY {field.money}   LIVES {field.lives}   WAVE {field.wave}", 25)
        self.write(f"1: GUN (50)   2: CANNON (80)   CLICK: {TOWERS[field.chosen][0]}", 550)
        if field.end:
            pygame.draw.rect(self.window, INK, (186, 200, 300, 150))
            self.write(field.end, 230)
            self.write(f"FINAL SCORE {field.score}", 270)
            self.write("R: PLAY AGAIN   Q: QUIT", 310)
        pygame.display.flip()


def main():
    painter, field, clock = Painter(), Field(), pygame.time.Clock()
    running = True
    while running:
        for event in pygame.event.get():
            key = event.key if event.type == pygame.KEYDOWN else None
            if event.type == pygame.WINDOWLEAVE or key == pygame.K_q and field.end:
                running = False
            elif field.end:
                field = Field() if key == pygame.K_r else field
            elif event.type == pygame.MOUSEBUTTONDOWN:
                field.build(event.pos)
            elif key in TOWERS:
                field.chosen = key
        if not field.end:
            field.step()
        painter.paint(field)
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
