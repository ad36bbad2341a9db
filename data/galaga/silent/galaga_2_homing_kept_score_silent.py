# SOURCE: ../galaga_2_homing.py
# FAILURE: restarts: R at frame 2808 of the script's player, seed 0: SCORE starts at 9640, in the first game at 0

"""Galaga: a fleet parades in, takes its places and then attacks in loops.

Fly with the left and right arrows, fire with space, twice at a time. Drones
are worth 50, wasps 80 and lords 150 points, in flight twice that. Three lives.
X launches a homing missile; there are five, and two more for every new stage.

The life of an enemy is a generator: every frame runs it on to the next yield.
Flights are lists of (length in pixels, bend in degrees per pixel).
"""

import math
import random

import pygame

W, H = 560, 720
BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
WHITE = (240, 240, 240)
ORANGE = (255, 150, 50)

# Points, color and number of each row, from the front one, which comes first, to the back.
ROWS = [(50, (0, 190, 255), 8), (50, (0, 190, 255), 8), (80, ORANGE, 8), (150, (200, 90, 255), 4)]
PARADE = [(280, 0), (360, -1), (90, -1)]
ATTACK = [(200, 0.9), (60, 0), (360, -1)]  # roll over, then a full loop


class Enemy:
    def __init__(self, game, row, number):
        self.points, self.color, count = ROWS[row]
        self.game = game
        self.side = 1 if row % 2 else -1  # where it comes from; flights bend the other way then
        self.pos = pygame.Vector2(W / 2 - self.side * (W / 2 + 20), 460)
        self.heading = 0 if self.side > 0 else 180
        self.home = pygame.Vector2(W / 2 + 48 * (number - (count - 1) / 2), 220 - 44 * row)
        self.in_place = False
        self.life = self.live(150 * row + 13 * number)

    def live(self, wait):
        yield from range(wait)
        yield from self.fly(PARADE)
        while True:
            yield from self.stay_in_fleet()
            yield from self.fly(ATTACK)
            target = self.game.player - self.pos
            self.heading = max(50, min(130, target.as_polar()[1]))
            yield from self.fly([(H, 0)])

    def fly(self, flight):
        speed = self.game.speed
        for length, bend in flight:
            while length > 0 and self.pos.y < H + 20:
                length -= speed
                self.heading += speed * bend * self.side
                self.pos += pygame.Vector2(speed, 0).rotate(self.heading)
                if 0 < self.pos.y < 430 and random.random() < 0.002 + 0.003 * self.game.stage:
                    self.game.bombs.append(self.pos.copy())
                yield
        if self.pos.y >= H + 20:
            self.pos.y = -20

    def stay_in_fleet(self):
        """Return to the place in the fleet and wait there for the next call."""
        self.is_called = False
        self.heading = -90
        while not self.is_called:
            place = self.home + (self.game.sway, 0)
            self.pos.move_towards_ip(place, self.game.speed)
            self.in_place = self.pos == place
            yield
        self.in_place = False
        self.side = random.choice((-1, 1))


class Missile:
    """Chases the nearest enemy, but cannot turn more than 6 degrees a frame."""

    def __init__(self, pos):
        self.pos = pos
        self.heading = -90

    def chase(self, enemies):
        targets = [enemy.pos for enemy in enemies if 0 < enemy.pos.x < W]
        if targets:
            way = min(targets, key=self.pos.distance_to) - self.pos
            turn = (way.as_polar()[1] - self.heading + 180) % 360 - 180
            self.heading += max(-6, min(6, turn))
        self.pos += pygame.Vector2(8, 0).rotate(self.heading)


class Game:
    def __init__(self):
        self.score = 0
        self.lives = 3
        self.stage = 0
        self.frames = 0
        self.rest = 0  # frames without action after a loss
        self.player = pygame.Vector2(W / 2, H - 70)
        self.enemies, self.shots, self.bombs = [], [], []
        self.missiles = []
        self.stock = 3

    def next_stage(self):
        self.stage += 1
        self.stock += 2
        self.speed = min(3.2 + 0.5 * self.stage, 6)
        self.enemies = [Enemy(self, row, number) for row in range(4) for number in range(ROWS[row][2])]

    def fire(self):
        if self.lives and len(self.shots) < 2:
            self.shots.append(self.player - (0, 20))

    def launch(self):
        if self.lives and self.stock:
            self.stock -= 1
            self.missiles.append(Missile(self.player - (0, 20)))

    def update(self, keys):
        if self.rest:
            self.rest -= 1
            return
        if not self.enemies:
            self.next_stage()
        self.frames += 1
        self.sway = 60 * math.sin(self.frames / 70)
        self.player.x += 5 * (keys[pygame.K_RIGHT] - keys[pygame.K_LEFT])
        self.player.x = max(25, min(W - 25, self.player.x))
        calm = [enemy for enemy in self.enemies if enemy.in_place]
        if calm and len(self.enemies) - len(calm) <= self.stage and random.random() < 0.03:
            random.choice(calm).is_called = True
        for enemy in self.enemies:
            next(enemy.life)
        for shot in self.shots:
            shot.y -= 11
        for bomb in self.bombs:
            bomb.y += 5
        self.shots = [shot for shot in self.shots if shot.y > 40 and not self.hits_enemy(shot)]
        self.bombs = [bomb for bomb in self.bombs if bomb.y < H]
        for missile in list(self.missiles):
            missile.chase(self.enemies)
            if self.hits_enemy(missile.pos) or not -100 < missile.pos.y < H + 100:
                self.missiles.remove(missile)
        dangers = self.bombs + [enemy.pos for enemy in self.enemies]
        if any(self.player.distance_to(danger) < 22 for danger in dangers):
            self.lives -= 1
            self.rest = 60
            self.bombs = []
            for enemy in self.enemies:
                if self.player.distance_to(enemy.pos) < 250:
                    enemy.pos.y = H + 20  # ends its flight

    def hits_enemy(self, shot):
        for enemy in self.enemies:
            if enemy.pos.distance_to(shot) < 20:
                self.enemies.remove(enemy)
                self.score += enemy.points if enemy.in_place else 2 * enemy.points
                return True
        return False


def draw_enemy(screen, enemy):
    """Draw two pairs of round wings, a body and a pair of eyes, all turned to the heading."""
    ahead = pygame.Vector2(1, 0).rotate(enemy.heading)
    right = ahead.rotate(90)
    for side in (-10, 10):
        pygame.draw.circle(screen, enemy.color, enemy.pos + right * side + ahead * 4, 7)
        pygame.draw.circle(screen, enemy.color, enemy.pos + right * side * 0.8 - ahead * 8, 5)
        pygame.draw.circle(screen, WHITE, enemy.pos + right * side * 0.4 + ahead * 9, 3)
    pygame.draw.line(screen, GREEN, enemy.pos - ahead * 13, enemy.pos + ahead * 7, 7)


def draw_player(screen, x, y):
    pygame.draw.polygon(screen, GREEN, [(x, y - 22), (x + 22, y + 16), (x, y + 8), (x - 22, y + 16)])
    pygame.draw.polygon(screen, WHITE, [(x, y - 12), (x + 5, y + 4), (x - 5, y + 4)])
    pygame.draw.circle(screen, ORANGE, (x, y + 14), 4)


def draw(screen, font, big_font, game):
    screen.fill(BLACK)
    for enemy in game.enemies:
        draw_enemy(screen, enemy)
    for shot in game.shots:
        screen.fill(WHITE, (shot.x - 2, shot.y - 8, 4, 16))
    for missile in game.missiles:
        tail = missile.pos - pygame.Vector2(16, 0).rotate(missile.heading)
        pygame.draw.line(screen, GREEN, tail, missile.pos, 5)
        pygame.draw.circle(screen, ORANGE, tail, 3 + game.frames % 3)
    for bomb in game.bombs:
        pygame.draw.circle(screen, ORANGE, bomb, 5)
    if game.rest % 12 < 6:
        draw_player(screen, *game.player)
    texts = [
        (font, f"LIVES {game.lives}", 70, 24),
        (font, f"SCORE {game.score}", W // 2, 24),
        (font, f"STAGE {game.stage}", W - 70, 24),
        (font, f"MISSILES {game.stock}", W // 2, 50),
        (font, "ARROWS: FLY    SPACE: FIRE    X: MISSILE", W // 2, H - 24),
    ]
    if not game.lives:
        screen.fill(BLACK, (0, 260, W, 170))
        texts.append((big_font, "GAME OVER", W // 2, 300))
        texts.append((font, f"FINAL SCORE {game.score}", W // 2, 355))
        texts.append((font, "R: PLAY AGAIN    Q: QUIT", W // 2, 395))
    for face, text, x, y in texts:
        image = face.render(text, True, GREEN)
        screen.blit(image, image.get_rect(center=(x, y)))
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((W, H))
    pygame.display.set_caption("Galaga")
    clock = pygame.time.Clock()
    font, big_font = pygame.font.Font(None, 28), pygame.font.Font(None, 76)
    game = Game()
    while True:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                pygame.quit()
                return
            if event.type == pygame.KEYDOWN:
                if event.key == pygame.K_SPACE:
                    game.fire()
                if event.key == pygame.K_x:
                    game.launch()
                if event.key == pygame.K_r and not game.lives:
                    game, game.score = Game(), game.score
                if event.key == pygame.K_q and not game.lives:
                    pygame.quit()
                    return
        if game.lives:
            game.update(pygame.key.get_pressed())
        draw(screen, font, big_font, game)
        clock.tick(60)


if __name__ == "__main__":
    main()
