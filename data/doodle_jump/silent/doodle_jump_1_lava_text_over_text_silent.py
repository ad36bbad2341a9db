# SOURCE: ../doodle_jump_1_lava.py
# FAILURE: readable: ' FINAL POINTS 0 ' and ' R: CLIMB AGAIN   Q: QUIT ' overlap at frame 113 of idle, seed 0

"""Doodle Jump: steer a hopping rabbit from plank to plank up into the night.

The LEFT and RIGHT arrows steer; out on one side is in on the other. Blue planks slide,
brown ones snap without a hop, springs throw the rabbit high. The gray one to start
from breaks after five hops. Lava rises from below, faster and faster. Falling out of
the window or into the lava is the end.

Each kind of plank is a class whose land() tells the speed of the hop it gives. When the
rabbit gets high, everything else is moved down.
"""

import random

import pygame

SIZE = WIDTH, HEIGHT = 420, 660
GROUND = HEIGHT - 70
HIGHEST = 280  # where the rabbit is kept by moving the rest down
HOP, SPRING_HOP = 12, 20
FALL = 0.42
RUN = 6.5
SKY = (4, 4, 16)
GREEN = (0, 255, 65)
WHITE = (240, 240, 240)
PINK = (255, 130, 170)
LAVA, GLOW = (255, 80, 0), (255, 210, 60)


class Plank(pygame.sprite.Sprite):
    color = GREEN

    def __init__(self, left, top, wide):
        super().__init__()
        self.rect = pygame.Rect(left, top, wide, 14)
        self.image = pygame.Surface(self.rect.size)
        self.image.fill(self.color)
        for x in range(0, wide, 16):
            pygame.draw.line(self.image, SKY, (x, 14), (x + 8, 6), 2)

    def land(self):
        return HOP


class SpringPlank(Plank):
    def __init__(self, *place):
        super().__init__(*place)
        pygame.draw.rect(self.image, PINK, (self.rect.width // 2 - 14, 0, 28, 8), border_radius=4)

    def land(self):
        return SPRING_HOP


class SlidingPlank(Plank):
    color = (90, 150, 255)
    speed = 2

    def update(self):
        self.rect.x += self.speed
        if self.rect.left < 0 or self.rect.right > WIDTH:
            self.speed = -self.speed


class RottenPlank(Plank):
    color = (150, 95, 50)

    def land(self):
        self.kill()
        return 0


class FirstPlank(Plank):
    color = (150, 150, 150)
    hops_left = 5

    def land(self):
        self.hops_left -= 1
        if self.hops_left == 0:
            self.kill()
        return HOP


class Climb:
    """One climb of the rabbit, from the first plank to the fall."""

    def __init__(self):
        self.feet = pygame.Vector2(WIDTH / 2, GROUND)
        self.speed = pygame.Vector2(0, -HOP)
        self.moved_down = 0
        self.points = 0
        self.lava_top = HEIGHT - 12
        self.frames = 0
        # The next two planks are to the sides: straight up leads nowhere.
        self.planks = pygame.sprite.Group(
            FirstPlank(160, GROUND, 100), Plank(30, GROUND - 90, 80), Plank(310, GROUND - 150, 80)
        )
        self.next_top = GROUND - 230
        self.fill_sky()

    def level(self):
        return 1 + self.points // 100

    def fill_sky(self):
        """Put planks above the window; the higher, the smaller and the further apart."""
        while self.next_top > -40:
            hard = min(self.level(), 16)
            wide = 80 - 3 * hard
            kind = random.choices((Plank, SpringPlank, SlidingPlank), (20, 2, 2 * hard))[0]
            self.planks.add(kind(random.randrange(WIDTH - wide), self.next_top, wide))
            if random.random() < 0.3:
                self.planks.add(RottenPlank(random.randrange(WIDTH - wide), self.next_top - 30, wide))
            self.next_top -= random.randint(60, 80 + 4 * hard)

    def step(self, side):
        """Play one frame; side is -1, 0 or 1."""
        self.planks.update()
        self.speed.x += (RUN * side - self.speed.x) / 6
        self.speed.y += FALL
        old_y = self.feet.y
        self.feet += self.speed
        self.feet.x %= WIDTH
        for plank in self.planks.sprites():
            is_below = abs(self.feet.x - plank.rect.centerx) < plank.rect.width / 2 + 10
            if is_below and old_y <= plank.rect.top <= self.feet.y:
                hop = plank.land()
                if hop:
                    self.speed.y = -hop
                    self.points = max(self.points, (self.moved_down + GROUND - plank.rect.top) // 10)
        self.scroll(max(0, HIGHEST - int(self.feet.y)))
        # However high the rabbit is, the lava is never below the window.
        self.frames += 1
        self.lava_top = min(self.lava_top, HEIGHT - 12) - 0.5 - self.frames / 2500

    def scroll(self, way):
        self.feet.y += way
        self.moved_down += way
        self.lava_top += way
        self.next_top += way
        for plank in self.planks.sprites():
            plank.rect.y += way
            if plank.rect.top > HEIGHT:
                plank.kill()
        self.fill_sky()

    def has_fallen(self):
        return self.feet.y > min(HEIGHT + 60, self.lava_top)


def draw_rabbit(window, feet, speed):
    """Draw the rabbit; its ears stand up while it falls."""
    x, y = int(feet.x), int(feet.y)
    for side in (-1, 1):
        tip = (x + side * 18, y - 38) if speed.y < 0 else (x + side * 8, y - 58)
        pygame.draw.line(window, WHITE, (x + side * 6, y - 32), tip, 7)
        pygame.draw.ellipse(window, WHITE, (x + side * 9 - 7, y - 7, 14, 7))
    pygame.draw.ellipse(window, WHITE, (x - 13, y - 28, 26, 25))
    pygame.draw.circle(window, WHITE, (x, y - 30), 12)
    look = x + int(speed.x / 2)
    for side in (-1, 1):
        pygame.draw.circle(window, SKY, (look + side * 5, y - 32), 2)
    pygame.draw.circle(window, PINK, (look, y - 27), 3)


def draw_lava(window, climb):
    """Draw the lava with waves that roll and bubbles that rise in it."""
    top = int(climb.lava_top)
    waves = [(x, top + 5 * ((x + climb.frames) // 20 % 2)) for x in range(0, WIDTH + 20, 10)]
    pygame.draw.polygon(window, LAVA, [*waves, (WIDTH, HEIGHT), (0, HEIGHT)])
    pygame.draw.lines(window, GLOW, False, waves, 4)
    for x in range(30, WIDTH, 60):
        pygame.draw.circle(window, GLOW, (x, top + 90 - (climb.frames + 7 * x) % 70), 4, 1)


def write(window, font, text, y, color=WHITE):
    image = font.render(text, True, color, SKY)
    window.blit(image, image.get_rect(center=(WIDTH // 2, y)))


def show(window, fonts, climb):
    window.fill(SKY)
    for number in range(40):
        y = (number * 97 + climb.moved_down // 4) % HEIGHT
        pygame.draw.circle(window, WHITE, (number**3 * 7 % WIDTH, y), 1)
    climb.planks.draw(window)
    draw_rabbit(window, climb.feet, climb.speed)
    if climb.lava_top < HEIGHT:
        draw_lava(window, climb)
    write(window, fonts[0], f" POINTS {climb.points}    LEVEL {climb.level()} ", 18, GREEN)
    write(window, fonts[0], " LEFT RIGHT: STEER ", HEIGHT - 16)
    if climb.has_fallen():
        write(window, fonts[1], " GAME OVER ", 260, PINK)
        write(window, fonts[0], f" FINAL POINTS {climb.points} ", 310)
        write(window, fonts[0], " R: CLIMB AGAIN   Q: QUIT ", 310)
    pygame.display.flip()


def main():
    pygame.init()
    pygame.display.set_caption("Doodle Jump")
    window = pygame.display.set_mode(SIZE)
    fonts = pygame.font.Font(None, 28), pygame.font.Font(None, 66)
    timer = pygame.time.Clock()
    climb = Climb()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            if event.type == pygame.KEYDOWN and climb.has_fallen():
                if event.key == pygame.K_r:
                    climb = Climb()
                if event.key == pygame.K_q:
                    running = False
        if not climb.has_fallen():
            held = pygame.key.get_pressed()
            climb.step(held[pygame.K_RIGHT] - held[pygame.K_LEFT])
        show(window, fonts, climb)
        timer.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
