# SOURCE: ../tower_defense_upgrades_boss.py
# FAILURE: scores: SCORE: player 0, idle play as long would have 0, seed 0

"""Tower Defense: click the spots beside the path to build towers that stop the monsters.

1 chooses the gun, which shoots fast, 2 the cannon, which hurts all that is near. Kills
bring money and points, a monster that gets through takes one of ten lives. Outlast ten
waves, each stronger than the last. A click on a tower upgrades it for its price, twice
at most: it hurts more and shoots further. Every fifth wave ends with a boss, who takes five lives.
"""

import math
import random

import pygame

PATH = [(-20, 110), (560, 110), (560, 240), (80, 240), (80, 370), (660, 370)]
SPOTS = [(x, y) for y in (175, 305, 435) for x in (150, 270, 390, 510)]

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
WHITE = (235, 235, 235)
YELLOW = (255, 220, 60)
TOWERS = {  # price, range, frames between shots, damage, blast radius, color
    "GUN": (50, 105, 24, 2, 0, (90, 160, 255)),
    "CANNON": (80, 90, 70, 4, 50, (255, 150, 50)),
}
MONSTERS = {  # health, speed, radius, money, color
    "walker": (8, 1.4, 12, 6, GREEN),
    "runner": (5, 2.3, 9, 6, YELLOW),
    "brute": (24, 0.9, 17, 12, (255, 70, 70)),
    "boss": (90, 0.7, 27, 100, (200, 80, 255)),
}


def place_at(way):
    """Return the place that lies so far along the path, or None behind its end."""
    for start, end in zip(PATH, PATH[1:]):
        length = math.dist(start, end)
        if way < length:
            return pygame.Vector2(start).lerp(end, way / length)
        way -= length


class Monster:
    def __init__(self, kind, strength):
        self.is_boss = kind == "boss"
        health, self.speed, self.radius, self.money, self.color = MONSTERS[kind]
        self.health = self.full_health = health * strength
        self.way = 0
        self.place = place_at(0)


class Tower:
    def __init__(self, kind):
        self.name = kind
        self.price, self.range, self.delay, self.damage, self.blast, self.color = TOWERS[kind]
        self.level = 1
        self.wait = 0  # frames until the next shot
        self.aim = (320, 0)

    def upgrade(self):
        self.level += 1
        self.damage += TOWERS[self.name][3]
        self.range += 15


class Game:
    def __init__(self):
        self.money, self.lives, self.score, self.wave = 120, 10, 0, 1
        self.kind = "GUN"
        self.towers = {}  # by their spots
        self.monsters = []
        self.to_come = 6  # monsters of this wave
        self.wait = 150
        self.result = ""

    def click(self, place):
        """Build on a free spot, or upgrade what stands there, if there is enough money."""
        for spot in SPOTS:
            tower = self.towers.get(spot) or Tower(self.kind)
            if math.dist(spot, place) < 24 and tower.level < 3 and self.money >= tower.price:
                self.money -= tower.price
                if spot in self.towers:
                    tower.upgrade()
                self.towers[spot] = tower

    def send_monsters(self):
        """Let monsters enter one by one, and after a wave begin the next."""
        self.wait -= 1
        if self.wait <= 0 and self.to_come:
            kinds = ["walker", "walker", "runner", "brute"][: 1 + self.wave]
            if self.wave % 5 == 0 and self.to_come == 1:
                kinds = ["boss"]
            self.monsters.append(Monster(random.choice(kinds), 0.7 + 0.3 * self.wave))
            self.to_come, self.wait = self.to_come - 1, 40
        elif not self.to_come and self.wave < 10:
            self.wave += 1
            self.to_come, self.wait = 5 + self.wave, 270

    def fire(self, spot, tower):
        """Shoot at the monster in range that is furthest along the path."""
        tower.wait += 1
        if tower.wait > 0:
            return
        targets = [monster for monster in self.monsters if monster.place.distance_to(spot) < tower.range]
        if targets:
            target = max(targets, key=lambda monster: monster.way)
            tower.wait, tower.aim = tower.delay, target.place
            for monster in self.monsters:
                if monster is target or monster.place.distance_to(target.place) < tower.blast:
                    monster.health -= tower.damage

    def update(self):
        self.send_monsters()
        for spot, tower in self.towers.items():
            self.fire(spot, tower)
        for monster in self.monsters[:]:
            monster.way += monster.speed
            monster.place = place_at(monster.way)
            if monster.health <= 0:
                self.money += monster.money
                self.score += monster.money * 10
                self.monsters.remove(monster)
            elif not monster.place:
                self.lives = max(0, self.lives - (5 if monster.is_boss else 1))
                self.monsters.remove(monster)
        if self.lives == 0:
            self.result = "GAME OVER"
        elif self.to_come == 0 and not self.monsters:
            self.result = "YOU WIN"


def draw_monster(screen, monster):
    x, y = monster.place
    pygame.draw.circle(screen, monster.color, (x, y), monster.radius)
    if monster.is_boss:
        crown = (-18, -20), (-20, -42), (-8, -30), (0, -44), (8, -30), (20, -42), (18, -20)
        pygame.draw.polygon(screen, YELLOW, [(x + dx, y + dy) for dx, dy in crown])
    for side in (-4, 4):
        pygame.draw.circle(screen, BLACK, (x + side, y - 3), 3)
    pygame.draw.rect(screen, WHITE, (x - 15, y - 24, 30 * monster.health / monster.full_health, 4))


def draw_field(screen, game):
    screen.fill(BLACK)
    for start, end in zip(PATH, PATH[1:]):
        road = pygame.Rect(start, (1, 1)).union((end, (1, 1)))
        pygame.draw.rect(screen, (70, 52, 36), road.inflate(38, 38))
    for spot in SPOTS:
        pygame.draw.circle(screen, GREEN, spot, 22, 1)
    for spot, tower in game.towers.items():
        if tower.wait > tower.delay - 8:
            pygame.draw.line(screen, YELLOW, spot, tower.aim, 2)
            pygame.draw.circle(screen, YELLOW, tower.aim, tower.blast, 3)
        pygame.draw.circle(screen, tower.color, spot, 16)
        pygame.draw.line(screen, WHITE, spot, pygame.Vector2(spot).move_towards(tower.aim, 22), 7)
        for number in range(tower.level):
            pygame.draw.circle(screen, YELLOW, (spot[0] - 12 + 12 * number, spot[1] + 22), 5)
    for monster in game.monsters:
        draw_monster(screen, monster)


def draw_text(screen, font, text, x, y):
    picture = font.render(text, True, GREEN)
    screen.blit(picture, picture.get_rect(center=(x, y)))


def draw_texts(screen, font, big_font, game):
    hud = f"SCORE {game.score}    MONEY {game.money}    LIVES {game.lives}    WAVE {game.wave}"
    draw_text(screen, font, hud, 320, 30)
    draw_text(screen, font, f"1: GUN (50)   2: CANNON (80)   CLICK: {game.kind} OR UPGRADE", 320, 500)
    if game.result:
        pygame.draw.rect(screen, BLACK, (150, 180, 340, 160))
        draw_text(screen, big_font, game.result, 320, 220)
        draw_text(screen, font, f"FINAL SCORE {game.score}", 320, 275)
        draw_text(screen, font, "R: PLAY AGAIN   Q: QUIT", 320, 310)


def main():
    pygame.init()
    screen = pygame.display.set_mode((640, 530))
    pygame.display.set_caption("Tower Defense")
    clock = pygame.time.Clock()
    font, big_font = pygame.font.Font(None, 27), pygame.font.Font(None, 70)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.MOUSEBUTTONDOWN and not game.result:
                game.click(event.pos)
            elif event.type == pygame.KEYDOWN:
                if not game.result:
                    game.kind = {pygame.K_1: "GUN", pygame.K_2: "CANNON"}.get(event.key, game.kind)
                elif event.key == pygame.K_r:
                    game = Game()
                elif event.key == pygame.K_q:
                    running = False
        if not game.result:
            game.update()
        draw_field(screen, game)
        draw_texts(screen, font, big_font, game)
        pygame.display.flip()
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
