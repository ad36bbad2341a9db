# SOURCE: ../galaga_tractor.py
# FAILURE: quits: Q at frame 1035 of idle, seed 0: it runs on after frame 1170

"""Galaga: shoot the swarm while it flies in, while it sways and while it dives.

Left and right move the fighter, SPACE fires, two shots at a time. Bees pay 50,
moths 80 and bosses 150 points, twice that in flight. You have three fighters.
A boss stops above you and opens a beam that captures the fighter. Shoot that
boss, and the captive comes back to fly and fire at your side.

An enemy in flight heads for one waypoint after the other, but can only turn a
few degrees in a frame, so its way is a curve. Then it glides to its place.
"""

import math
import random

import pygame
from pygame import Vector2

WIDTH, HEIGHT = 600, 700
FIGHTER_Y = HEIGHT - 65
TURN = 5  # degrees

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
WHITE = (230, 230, 230)
RED = (255, 70, 70)
YELLOW = (255, 220, 60)
CYAN = (90, 230, 255)

TWIN = Vector2(44, 0)  # where the second fighter flies
BEE = (50, YELLOW, (70, 130, 255), 10)
# Points, body color, wing color and number of each rank.
RANKS = [(150, YELLOW, GREEN, 4), (80, WHITE, RED, 8), BEE, BEE]
ENTRY = [(150, 300), (320, 440), (460, 340), (320, 240)]  # mirrored for every other rank

# The right halves of the pictures.
WINGS = [(0, -2), (16, -12), (17, 2), (10, 12), (0, 4)]
BODY = [(0, -12), (5, -5), (4, 7), (0, 13)]
FIGHTER = [(0, -20), (5, -2), (16, 9), (18, 0), (21, 0), (21, 18), (6, 12)]


class Enemy:
    def __init__(self, rank, home, pos, path):
        self.rank = rank
        self.home = home
        self.pos = pos
        self.path = path
        self.angle = 0
        self.resting = False
        self.beam = 0  # frames that the beam stays open
        self.has_captive = False

    def move(self, place, speed):
        """Fly on to the next waypoint, or else to the place in the swarm."""
        if self.path:
            way = self.path[0] - self.pos
            turn = (way.as_polar()[1] - self.angle + 180) % 360 - 180
            self.angle += max(-TURN, min(TURN, turn))
            self.pos += Vector2(speed, 0).rotate(self.angle)
            if way.length() < 60:
                self.path.pop(0)
                if self.rank == 0 and not self.path and self.pos.y > 320:
                    self.beam = 150
            if self.pos.y > HEIGHT + 20:
                self.pos.y = -20
        elif self.beam:
            self.beam -= 1
            self.angle = 90
        else:
            self.pos.move_towards_ip(place, speed)
            self.angle = -90
            self.resting = self.pos == place

    def dive(self, x):
        """Roll over one shoulder, loop round and swoop down at the fighter."""
        side = random.choice((-90, 90))
        self.resting = False
        turns = [(side, 0), (0, 150), (-side, 240), (0, 180), (side, 240)]
        self.path = [self.pos + turn for turn in turns]
        self.path += [Vector2(x, FIGHTER_Y - 60), Vector2(x, HEIGHT + 60)]

    def hunt(self, x):
        """Come down to open the beam above the fighter."""
        self.resting = False
        self.path = [self.pos + (80, 20), Vector2(x, 420)]

    def catches(self, fighter):
        reach = 10 + 0.15 * (FIGHTER_Y - self.pos.y)
        return 0 < self.beam < 100 and abs(fighter.x - self.pos.x) < reach


class Game:
    def __init__(self):
        self.score = 0
        self.lives = 3
        self.stage = 0
        self.ticks = 0
        self.pause = 0  # frames to wait after the loss of a fighter
        self.fighter = Vector2(WIDTH / 2, FIGHTER_Y)
        self.has_twin = False
        self.shots = []
        self.bombs = []
        self.enemies = []

    def new_stage(self):
        """Send in the swarm, first the bees and then the others, from both sides."""
        self.stage += 1
        for rank, (*_, count) in enumerate(RANKS):
            for number in range(count):
                home = Vector2(324 - 24 * count + 48 * number, 90 + 45 * rank)
                # They queue up far outside of the window.
                flight = [(-45 * number - 560 * (1 - rank // 2) - 30, 100)] + ENTRY
                pos, *path = [Vector2(x if rank % 2 else WIDTH - x, y) for x, y in flight]
                self.enemies.append(Enemy(rank, home, pos, path))

    def fire(self):
        if len(self.shots) < 2 + 2 * self.has_twin:
            self.shots.append(self.fighter.copy())
            if self.has_twin:
                self.shots.append(self.fighter + TWIN)

    def update(self, direction):
        if self.pause:
            self.pause -= 1
            return
        if not self.enemies:
            self.new_stage()
        self.ticks += 1
        right_edge = WIDTH - 25 - TWIN.x * self.has_twin
        self.fighter.x = max(25, min(right_edge, self.fighter.x + 5 * direction))
        self.move_enemies()
        self.move_shots()
        dangers = self.bombs + [enemy.pos for enemy in self.enemies]
        if any(danger.distance_to(self.fighter) < 22 for danger in dangers):
            self.lose_fighter()
        elif self.has_twin and any(danger.distance_to(self.fighter + TWIN) < 22 for danger in dangers):
            self.lose_fighter()
        for enemy in self.enemies:
            if enemy.catches(self.fighter) and not self.pause:
                enemy.has_captive = True
                enemy.beam = 0
                self.lose_fighter()

    def move_enemies(self):
        sway = Vector2(50 * math.sin(self.ticks / 60), 0)
        for enemy in self.enemies:
            enemy.move(enemy.home + sway, min(3.5 + 0.4 * self.stage, 6))
            # Nobody drops a bomb so near that there is no escape.
            if enemy.path and 0 < enemy.pos.y < 450 and random.random() < 0.001 + 0.002 * self.stage:
                self.bombs.append(enemy.pos.copy())
        resting = [enemy for enemy in self.enemies if enemy.resting]
        if resting and len(self.enemies) - len(resting) <= self.stage and random.random() < 0.03:
            bosses = [enemy for enemy in self.enemies if enemy.rank == 0]
            is_calm = all(boss.resting and not boss.has_captive for boss in bosses)
            if bosses and is_calm and not self.has_twin:
                bosses[0].hunt(self.fighter.x)
            else:
                random.choice(resting).dive(self.fighter.x)

    def move_shots(self):
        for bomb in self.bombs:
            bomb.y += 5
        self.bombs = [bomb for bomb in self.bombs if bomb.y < HEIGHT]
        for shot in list(self.shots):
            shot.y -= 11
            hit = [enemy for enemy in self.enemies if enemy.pos.distance_to(shot) < 20]
            if hit:
                self.enemies.remove(hit[0])
                self.score += RANKS[hit[0].rank][0] * (1 if hit[0].resting else 2)
                self.has_twin = self.has_twin or hit[0].has_captive
            if hit or shot.y < 45:
                self.shots.remove(shot)

    def lose_fighter(self):
        if self.has_twin:
            self.has_twin = False
        else:
            self.lives -= 1
        self.pause = 60
        self.bombs = []
        for enemy in self.enemies:
            if enemy.path:  # gather again
                enemy.path = []
                enemy.pos.y = -20


def draw_shape(screen, color, right_half, pos, angle=0):
    points = right_half + [(-x, y) for x, y in reversed(right_half)]
    pygame.draw.polygon(screen, color, [pos + Vector2(point).rotate(angle) for point in points])


def write(screen, font, text, color, y):
    image = font.render(text, True, color)
    screen.blit(image, image.get_rect(center=(WIDTH // 2, y)))


def draw(screen, font, big_font, game):
    screen.fill(BLACK)
    for shot in game.shots:
        pygame.draw.line(screen, YELLOW, shot, shot + (0, 12), 3)
    for bomb in game.bombs:
        pygame.draw.line(screen, RED, bomb, bomb - (0, 12), 4)
    for enemy in game.enemies:
        _, body, wings, _ = RANKS[enemy.rank]
        draw_shape(screen, wings, WINGS, enemy.pos, enemy.angle + 90)
        draw_shape(screen, body, BODY, enemy.pos, enemy.angle + 90)
        pygame.draw.circle(screen, BLACK, enemy.pos, 2)
        if enemy.has_captive:
            draw_shape(screen, RED, FIGHTER, enemy.pos - (0, 34))
        if enemy.beam:
            # The beam grows until it reaches the fighter; its bars run down and get wider.
            length = (FIGHTER_Y - enemy.pos.y) * min(1, (150 - enemy.beam) / 50)
            for depth in range(20 - enemy.beam % 5 * 4, int(length), 20):
                middle, half = enemy.pos + (0, depth), Vector2(10 + 0.15 * depth, 0)
                pygame.draw.line(screen, CYAN, middle - half, middle + half, 3)
    if game.has_twin:
        draw_shape(screen, WHITE, FIGHTER, game.fighter + TWIN)
        draw_shape(screen, GREEN, BODY, game.fighter + TWIN)
    draw_shape(screen, RED if game.pause else WHITE, FIGHTER, game.fighter)
    draw_shape(screen, GREEN, BODY, game.fighter)
    hud = f"SCORE {game.score}      STAGE {game.stage}      FIGHTERS {game.lives}"
    write(screen, font, hud, GREEN, 24)
    write(screen, font, "LEFT RIGHT: MOVE   SPACE: FIRE", GREEN, HEIGHT - 20)
    if game.lives == 0:
        screen.fill(BLACK, (0, 250, WIDTH, 170))
        write(screen, big_font, "GAME OVER", RED, 290)
        write(screen, font, f"FINAL SCORE {game.score}", WHITE, 345)
        write(screen, font, "R: PLAY AGAIN   Q: QUIT", GREEN, 385)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Galaga")
    clock = pygame.time.Clock()
    font, big_font = pygame.font.Font(None, 28), pygame.font.Font(None, 64)
    game = Game()
    while True:
        for event in pygame.event.get():
            key = event.key if event.type == pygame.KEYDOWN else None
            if event.type == pygame.QUIT or (key == pygame.K_ESCAPE and game.lives == 0):
                pygame.quit()
                return
            if key == pygame.K_r and game.lives == 0:
                game = Game()
            if key == pygame.K_SPACE and game.lives:
                game.fire()
        if game.lives:
            keys = pygame.key.get_pressed()
            game.update(keys[pygame.K_RIGHT] - keys[pygame.K_LEFT])
        draw(screen, font, big_font, game)
        clock.tick(60)


if __name__ == "__main__":
    main()
