# SOURCE: ../duck_hunt_swan.py
# FAILURE: readable: 'CLICK TO SHOOT DUCKS' and 'GAME OVER' overlap at frame 1578 of random play, seed 0

"""Duck Hunt: shoot the ducks that fly up out of the grass.

Aim with the mouse and click to shoot, three times for each duck. They bring 100 to
300 points by color. A round has ten ducks; miss its quota of hits and the game is over,
reach it and faster ducks come. Spare the swan: it costs 300 points.

A duck always flies to a goal: some place in the sky, the grass when it is hit, or the
top when it escapes.
"""

import random

import pygame
from pygame.math import Vector2

WIDTH, HEIGHT = 720, 560
FPS = 60
GRASS = 430
DUCKS = 10
DOG_TIME = 80

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
LEAVES = (0, 80, 30)
WHITE = (235, 235, 235)
RED = (255, 70, 70)
BROWN = (170, 105, 50)
KINDS = ((80, 140, 255), 100), ((210, 120, 255), 200), (RED, 300)


class Duck:
    def __init__(self, speed):
        self.color, self.points = random.choice(KINDS)
        self.place = Vector2(random.randint(100, 620), GRASS)
        self.speed = speed
        self.age = 0
        self.state = "flying"
        self.goal = self.place

    def end(self, state, y):
        self.state = state
        self.goal = Vector2(self.place.x, y)
        self.speed = 7

    def update(self):
        self.age += 1
        if self.state == "flying":
            if self.place == self.goal:
                self.goal = Vector2(random.randint(40, 680), random.randint(50, 350))
            if self.age > 210:
                self.end("leaving", -40)
        self.place = self.place.move_towards(self.goal, self.speed)


class Swan(Duck):
    def __init__(self):
        super().__init__(2)
        self.state = "crossing"
        self.place = Vector2(-100, random.randint(80, 300))
        self.goal = self.place + (900, 0)


class Game:
    def __init__(self):
        self.round = 1
        self.quota = 6
        self.score = 0
        self.hits = []
        self.is_over = False
        self.swan = Swan()
        self.call_duck()

    def call_duck(self):
        self.duck = Duck(2 + 1.4 * self.round)
        self.shots = 3
        self.dog = 0

    def shoot(self, place):
        if self.duck.state != "flying":
            return
        self.shots -= 1
        if self.swan.place.distance_to(place) < 30:
            self.score -= 300
            self.swan.end("falling", GRASS + 40)
        if self.duck.place.distance_to(place) < 30:
            self.score += self.duck.points
            self.duck.end("falling", GRASS + 40)
        elif self.shots == 0:
            self.duck.end("leaving", -40)

    def update(self):
        self.swan.update()
        if self.swan.place == self.swan.goal:
            self.swan = Swan()
        self.duck.update()
        if self.dog > 1:
            self.dog -= 1
        elif self.dog:
            self.go_on()
        elif self.duck.state != "flying" and self.duck.place == self.duck.goal:
            self.hits.append(self.duck.state == "falling")
            self.dog = DOG_TIME

    def go_on(self):
        """Call the next duck, or start the next round."""
        if len(self.hits) == DUCKS:
            if sum(self.hits) < self.quota:
                self.is_over = True
                return
            self.round += 1
            self.quota = min(DUCKS, self.quota + 1)
            self.hits = []
        self.call_duck()


def draw_duck(screen, duck):
    """Draw body, beak, head and a wing that beats."""
    x, y = duck.place
    side = 1 if duck.goal.x > x else -1
    flap = -26 if duck.age // 6 % 2 else 18
    pygame.draw.polygon(screen, duck.color, [(x - 36 * side, y - 8), (x + 20 * side, y - 8), (x, y + 14)])
    pygame.draw.ellipse(screen, duck.color, (x - 20, y - 10, 40, 22))
    pygame.draw.polygon(screen, WHITE, [(x - 10, y - 2), (x + 10, y - 2), (x - 8 * side, y + flap)])
    pygame.draw.line(screen, (255, 200, 40), (x + 20 * side, y - 12), (x + 38 * side, y - 10), 6)
    pygame.draw.circle(screen, GREEN, (x + 20 * side, y - 14), 10)
    pygame.draw.circle(screen, BLACK, (x + 23 * side, y - 16), 3)


def draw_swan(screen, swan):
    x, y = swan.place
    pygame.draw.ellipse(screen, WHITE, (x - 34, y - 12, 60, 26))
    pygame.draw.lines(screen, WHITE, False, [(x + 20, y), (x + 40, y - 22), (x + 54, y - 18)], 8)
    pygame.draw.polygon(screen, WHITE, [(x - 14, y), (x + 12, y), (x - 16, y - 40 * (swan.age // 12 % 2))])


def draw_dog(screen, game):
    """Let it rise, with the duck or laughing."""
    x, y = WIDTH // 2, GRASS + 30 - 3 * min(25, game.dog, DOG_TIME - game.dog)
    pygame.draw.circle(screen, BROWN, (x, y), 32)
    for side in -1, 1:
        pygame.draw.ellipse(screen, (110, 65, 30), (x + 30 * side - 11, y - 30, 22, 54))
        pygame.draw.circle(screen, BLACK, (x + 11 * side, y - 9), 4)
    pygame.draw.circle(screen, BLACK, (x, y + 3), 7)
    is_laughing = not game.hits[-1] and game.dog // 6 % 2
    pygame.draw.ellipse(screen, RED, (x - 11, y + 12, 22, 16 if is_laughing else 5))
    if game.hits[-1]:
        game.duck.place = Vector2(x + 76, y)
        draw_duck(screen, game.duck)


def draw_text(screen, font, text, y):
    picture = font.render(text, True, GREEN)
    screen.blit(picture, picture.get_rect(center=(WIDTH // 2, y)))


def draw(screen, font, big_font, game):
    screen.fill(BLACK)
    pygame.draw.rect(screen, BROWN, (95, 250, 24, 200))
    pygame.draw.circle(screen, LEAVES, (107, 210), 70)
    draw_swan(screen, game.swan)
    if game.dog:
        draw_dog(screen, game)
    else:
        draw_duck(screen, game.duck)
    for x in range(0, WIDTH, 10):
        pygame.draw.line(screen, LEAVES, (x, 470), (x + x % 7, GRASS - x * 7 % 20), 11)
    for number in range(DUCKS):
        color = LEAVES if number >= len(game.hits) else GREEN if game.hits[number] else RED
        pygame.draw.ellipse(screen, color, (230 + 26 * number, 510, 20, 14))
    hits = f"HITS {sum(game.hits)}/{game.quota}   SCORE {game.score}"
    draw_text(screen, font, f"ROUND {game.round}   SHOTS {game.shots}   {hits}", 490)
    draw_text(screen, font, "CLICK TO SHOOT DUCKS", 542)
    if game.is_over:
        pygame.draw.rect(screen, BLACK, (180, 170, 360, 160))
        draw_text(screen, big_font, "GAME OVER", 542)
        draw_text(screen, font, f"FINAL SCORE {game.score}", 265)
        draw_text(screen, font, "R: PLAY AGAIN   Q: QUIT", 300)
    else:
        pygame.draw.circle(screen, GREEN, pygame.mouse.get_pos(), 18, 2)
        pygame.draw.circle(screen, GREEN, pygame.mouse.get_pos(), 3)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Duck Hunt")
    pygame.mouse.set_visible(False)
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 28)
    big_font = pygame.font.Font(None, 72)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.MOUSEBUTTONDOWN:
                game.shoot(event.pos)
            elif event.type == pygame.KEYDOWN and game.is_over:
                if event.key == pygame.K_r:
                    game = Game()
                elif event.key == pygame.K_q:
                    running = False
        if not game.is_over:
            game.update()
        draw(screen, font, big_font, game)
        clock.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
