# SOURCE: ../galaga_4_split.py
# FAILURE: restarts: R at frame 677 of random play, seed 0: SCORE starts at 1005, in the first game at 0

"""Galaga: squads loop into the picture, form up and peel off to attack.

Move with left and right, shoot with space, two shots at once. Commanders pay
150, raiders 80, scouts 50, all of them double on the move. Three lives. An alien that is
hit splits into two small ones. They share its place, but if it was hit there,
one of them attacks at once.

Everything is a sprite. An alien on the move has a velocity; turning it a little
in every frame makes a loop, pulling it towards a target makes a swoop.
"""

import math
import random
from enum import Enum

import pygame
from pygame import Vector2

WIDTH, HEIGHT = 720, 640
CENTER = WIDTH // 2
BLACK, WHITE = (0, 0, 0), (240, 240, 240)
GREEN, YELLOW, RED = (0, 255, 65), (255, 230, 80), (255, 70, 70)
RANKS = [(150, RED, 4), (80, (60, 200, 255), 8), (50, YELLOW, 10)]  # points, color, number

State = Enum("State", "ENTER LOOP SWOOP RETURN HOME")


def paint_alien(color):
    image = pygame.Surface((36, 32), pygame.SRCALPHA)
    for x in (0, 20):
        pygame.draw.ellipse(image, color, (x, 2, 16, 17))
        pygame.draw.ellipse(image, color, (x // 2 + 6, 16, 14, 12))
    pygame.draw.ellipse(image, GREEN, (14, 6, 8, 26))
    for x in (15, 21):
        pygame.draw.line(image, WHITE, (x, 8), (3 * x - 36, 0), 2)
        pygame.draw.circle(image, WHITE, (x, 9), 3)
    return image


def paint_ship():
    image = pygame.Surface((44, 40), pygame.SRCALPHA)
    pygame.draw.polygon(image, WHITE, [(22, 0), (28, 20), (44, 34), (22, 30), (0, 34), (16, 20)])
    pygame.draw.polygon(image, GREEN, [(22, 8), (26, 22), (18, 22)])
    pygame.draw.polygon(image, RED, [(16, 32), (28, 32), (22, 40)])
    return image


class Thing(pygame.sprite.Sprite):
    """A sprite with a position and a velocity; ship, shots and bombs are nothing more."""

    def __init__(self, image, pos, velocity=(0, 0)):
        super().__init__()
        self.image = image
        self.pos = Vector2(pos)
        self.velocity = Vector2(velocity)
        self.rect = image.get_rect(center=pos)

    def update(self):
        self.pos += self.velocity
        self.rect.center = self.pos
        if not -900 < self.pos.y < HEIGHT + 40:
            self.kill()


class Alien(Thing):
    def __init__(self, rank, number, speed):
        self.points, color, count = RANKS[rank]
        self.side = 1 if number % 2 else -1
        # Two files fall in side by side, the first ranks last.
        start = (CENTER + 60 * self.side, -30 - 22 * number - 350 * (2 - rank))
        super().__init__(paint_alien(color), start, (0, speed))
        self.home = Vector2(CENTER + 54 * (number - (count - 1) / 2), 90 + 50 * rank)
        self.speed = speed
        self.state = State.ENTER
        self.turned = 0

    def dive(self):
        self.side = random.choice((-1, 1))
        self.velocity = Vector2(-self.speed * self.side, 0)
        self.state = State.LOOP
        self.turned = -90

    def move(self, ship, place):
        if self.state == State.ENTER and self.pos.y > 320:
            self.state = State.LOOP
        elif self.state == State.LOOP:
            self.velocity.rotate_ip(-4 * self.side)
            self.turned += 4
            if self.turned >= 360:
                self.turned = 0
                self.state = State.SWOOP if self.pos.y < 280 else State.RETURN
        elif self.state == State.SWOOP:
            if self.pos.y < HEIGHT - 220:
                self.velocity += (ship.pos - self.pos).normalize() * 0.15
                self.velocity.scale_to_length(self.speed)
            if self.pos.y > HEIGHT + 20:
                self.pos.y = -20
                self.state = State.RETURN
        elif self.state in (State.RETURN, State.HOME):
            self.velocity = Vector2()
            self.pos.move_towards_ip(place, self.speed)
            self.state = State.HOME if self.pos == place else State.RETURN


class Half(Alien):
    """A small alien, worth half as much, that does not split any more."""

    def __init__(self, whole, side):
        image = pygame.transform.scale(whole.image, (22, 20))
        Thing.__init__(self, image, whole.pos + (14 * side, 0))
        self.points = whole.points // 2
        self.home = whole.home + (13 * side, 0)
        self.speed = whole.speed
        self.state = State.RETURN
        if side > 0 and whole.state == State.HOME:
            self.dive()


class Game:
    def __init__(self):
        self.score = 0
        self.lives = 3
        self.wave = 0
        self.ticks = 0
        self.pause = 0
        self.ship = Thing(paint_ship(), (CENTER, HEIGHT - 70))
        self.aliens = pygame.sprite.Group()
        self.shots = pygame.sprite.Group()
        self.bombs = pygame.sprite.Group()

    def next_wave(self):
        self.wave += 1
        for rank, (_, _, count) in enumerate(RANKS):
            self.aliens.add(Alien(rank, number, min(3 + 0.5 * self.wave, 6)) for number in range(count))

    def shoot(self):
        if len(self.shots) < 2:
            image = pygame.Surface((4, 16))
            image.fill(GREEN)
            self.shots.add(Thing(image, self.ship.rect.midtop, (0, -11)))

    def update(self, keys):
        if self.pause:
            self.pause -= 1
            return
        if not self.aliens:
            self.next_wave()
        self.ticks += 1
        self.ship.pos.x += 5 * (keys[pygame.K_RIGHT] - keys[pygame.K_LEFT])
        self.ship.pos.x = max(30, min(WIDTH - 30, self.ship.pos.x))
        self.move_aliens()
        for group in (self.aliens, self.shots, self.bombs):
            group.update()
        self.ship.update()
        for shot in self.shots:
            if shot.pos.y < 40:
                shot.kill()
        self.collide()

    def move_aliens(self):
        sway = Vector2(70 * math.sin(self.ticks / 80), 8 * math.sin(self.ticks / 30))
        for alien in self.aliens:
            alien.move(self.ship, alien.home + sway)
            is_shooting = alien.state != State.HOME and 0 < alien.pos.y < 380
            if is_shooting and random.random() < 0.002 + 0.002 * self.wave:
                image = pygame.Surface((6, 12))
                image.fill(RED)
                self.bombs.add(Thing(image, alien.pos, (0, 5)))
        waiting = [alien for alien in self.aliens if alien.state == State.HOME]
        if waiting and len(self.aliens) - len(waiting) <= self.wave and random.random() < 0.03:
            random.choice(waiting).dive()

    def collide(self):
        for alien in pygame.sprite.groupcollide(self.aliens, self.shots, True, True):
            self.score += alien.points if alien.state == State.HOME else 2 * alien.points
            if not isinstance(alien, Half):
                self.aliens.add(Half(alien, -1), Half(alien, 1))
        close = pygame.sprite.collide_circle_ratio(0.6)
        dangers = (self.aliens, self.bombs)
        if any(pygame.sprite.spritecollide(self.ship, group, True, close) for group in dangers):
            self.lives -= 1
            self.pause = 60
            self.bombs.empty()
            for alien in self.aliens:
                if alien.state == State.SWOOP:
                    alien.pos.y = HEIGHT + 30


def draw(screen, font, big_font, game):
    def write(face, text, color, x, y):
        image = face.render(text, True, color)
        screen.blit(image, image.get_rect(center=(x, y)))

    screen.fill(BLACK)
    for group in (game.aliens, game.shots, game.bombs):
        group.draw(screen)
    if game.pause % 10 < 5:
        screen.blit(game.ship.image, game.ship.rect)
    write(font, f"SCORE {game.score}", GREEN, 100, 24)
    write(font, f"WAVE {game.wave}", WHITE, CENTER, 24)
    write(font, f"LIVES {game.lives}", RED, WIDTH - 100, 24)
    write(font, "LEFT/RIGHT MOVE    SPACE SHOOT", GREEN, CENTER, HEIGHT - 20)
    if not game.lives:
        screen.fill(BLACK, (0, 230, WIDTH, 170))
        write(big_font, "GAME OVER", RED, CENTER, 270)
        write(font, f"FINAL SCORE {game.score}", WHITE, CENTER, 325)
        write(font, "R: PLAY AGAIN    Q: QUIT", GREEN, CENTER, 365)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Galaga")
    clock = pygame.time.Clock()
    font, big_font = pygame.font.Font(None, 28), pygame.font.Font(None, 76)
    game = Game()
    while True:
        for event in pygame.event.get():
            key = event.key if event.type == pygame.KEYDOWN else 0
            if event.type == pygame.QUIT or (key == pygame.K_q and not game.lives):
                pygame.quit()
                return
            if key == pygame.K_SPACE and game.lives:
                game.shoot()
            elif key == pygame.K_r and not game.lives:
                game, game.score = Game(), game.score
        if game.lives:
            game.update(pygame.key.get_pressed())
        draw(screen, font, big_font, game)
        clock.tick(60)


if __name__ == "__main__":
    main()
