# SOURCE: ../space_invaders_3_armour_charge.py
# FAILURE: readable: 'SCORE 0        WAVE 1        LIVES 3' and 'ARROWS: MOVE    SPACE: FIRE, HOLD TO CHARGE' overlap at frame 1 of idle, seed 0

"""Space Invaders: shoot all 55 before they have marched down to you.

Left and right arrows drive the gun; it fires when you let go of space. Hold
space for a second, and the shot goes through all invaders, armour or not.
Rows pay 30, 20 and 10, the saucer 50 to 300. Three hits or a landing end it.
Invaders in steel frames need two hits, and each wave has more of them.

The block is a grid; a march moves only its corner. The bunkers are
painted on the land, a picture: what is not black there is solid.
"""

import random

import pygame

WIDTH, HEIGHT, GROUND = 660, 700, 650
BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
AMBER = (255, 176, 0)
RED = (255, 95, 95)
STEEL = (190, 200, 215)
FULL = 60  # frames that charge a shot

# Points, color and rows of dots. The mirrored picture is the other step.
KINDS = [
    (30, RED, "...##... ..####.. .######. ##.##.## ######## .#.##.#. #.....#. .#.....#"),
    (20, AMBER, "#.....#. #.####.# ######## ##.##.## ######## .######. ..#...#. .#...#.."),
    (10, (90, 200, 255), ".######. ######## #..##..# ######## .######. .##..##. ##....#. .##....#"),
]


def paint(color, dots):
    picture = pygame.Surface((24, 24))
    for place, dot in enumerate(dots):
        if dot == "#":
            picture.fill(color, (place % 9 * 3, place // 9 * 3, 3, 3))
    return picture, pygame.transform.flip(picture, True, False)


class Battle:
    def __init__(self):
        self.score, self.lives, self.wave, self.over = 0, 3, 0, False
        self.charge = 0
        self.gun = pygame.Rect(WIDTH // 2, GROUND - 15, 40, 14)
        self.next_wave()

    def next_wave(self):
        """Mend the bunkers and send a block, lower than the last."""
        self.wave += 1
        self.block = [(column, row) for row in range(5) for column in range(11)]
        self.armor = self.block[:: max(1, 4 - self.wave)]  # these cells survive a hit
        self.x, self.y = 24, 60 + 28 * min(self.wave, 6)
        self.step, self.wait = 8, 40
        self.land = pygame.Surface((WIDTH, HEIGHT))
        self.land.fill(GREEN, (0, GROUND, WIDTH, 5))
        for x in range(70, 520, 149):
            pygame.draw.rect(self.land, GREEN, (x, 530, 74, 50), 0, 16)
            pygame.draw.circle(self.land, BLACK, (x + 37, 582), 18)
        self.shot, self.bombs = None, []
        self.saucer = pygame.Rect(WIDTH, 55, 48, 18)

    def spots(self):
        """Return where the invaders are, in the order of the block."""
        return [pygame.Rect(self.x + 44 * column, self.y + 36 * row, 24, 24) for column, row in self.block]

    def crumble(self, spot):
        """Blow a hole into the land if it is solid at a spot."""
        if self.land.get_at(spot) == BLACK:
            return False
        pygame.draw.circle(self.land, BLACK, spot, 9)
        return True

    def march(self):
        """Take a step now and then; the fewer are left, the sooner."""
        self.wait -= 1
        if self.wait > 0:
            return
        self.wait = 1 + len(self.block) * max(4, 11 - self.wave) // 20
        spots = self.spots()
        area = spots[0].unionall(spots).move(self.step, 0)
        if area.left < 16 or area.right > WIDTH - 16:
            self.step = -self.step
            self.y += 24
        else:
            self.x += self.step
        for spot in spots:  # they trample the bunkers
            self.land.fill(BLACK, spot)
        self.over = area.bottom > self.gun.top

    def move_shot(self):
        self.shot.y -= 10
        hit = self.shot.collidelist(self.spots())
        if hit >= 0 and self.block[hit] in self.armor and not self.is_charged:
            self.armor.remove(self.block[hit])
        elif hit >= 0:
            column, row = self.block.pop(hit)
            self.score += KINDS[(row + 1) // 2][0]
            if self.is_charged:
                return
        elif self.shot.colliderect(self.saucer):
            self.score += 50 * random.randint(1, 6)
            self.saucer.x = WIDTH
        elif self.shot.y > 50 and not self.crumble(self.shot.midtop):
            return
        self.shot = None

    def move_bombs(self):
        if random.random() < 0.012 + 0.005 * self.wave:
            lowest = {spot.x: spot for spot in self.spots()}
            self.bombs.append(random.choice(list(lowest.values())).inflate(-16, -6))
        for bomb in self.bombs[:]:
            bomb.y += 4
            if bomb.colliderect(self.gun):
                self.lives -= 1
                self.over = self.lives == 0
                self.bombs = []
                self.gun.x = 0  # the next gun comes in from the left
                return
            if bomb.y > GROUND or self.crumble(bomb.midbottom):
                self.bombs.remove(bomb)

    def update(self, held):
        self.gun.x += 4 * (held[pygame.K_RIGHT] - held[pygame.K_LEFT])
        self.gun.clamp_ip((16, 0, WIDTH - 32, HEIGHT))
        if held[pygame.K_SPACE]:
            self.charge = min(self.charge + 1, FULL)
        elif self.charge:
            if not self.shot:
                self.is_charged = self.charge == FULL
                self.shot = self.gun.inflate(-36, 24 if self.is_charged else 0)
            self.charge = 0
        if self.saucer.x < WIDTH:
            self.saucer.x += 2
        elif random.random() < 0.002:
            self.saucer.right = 0
        self.march()
        self.move_bombs()
        if self.shot:
            self.move_shot()
        if not self.block:
            self.next_wave()


def draw(screen, pictures, battle):
    screen.blit(battle.land, (0, 0))
    for (column, row), spot in zip(battle.block, battle.spots()):
        screen.blit(pictures[(row + 1) // 2][battle.x // 8 % 2], spot)
        if (column, row) in battle.armor:
            pygame.draw.rect(screen, STEEL, spot.inflate(10, 8), 3, 6)
    pygame.draw.circle(screen, GREEN, battle.saucer.midtop, 9)
    pygame.draw.ellipse(screen, RED, battle.saucer)
    for bomb in battle.bombs:
        pygame.draw.ellipse(screen, AMBER, bomb)
    if battle.shot:
        screen.fill(AMBER if battle.is_charged else GREEN, battle.shot)
    pygame.draw.rect(screen, GREEN, battle.gun, 0, 7)
    screen.fill(GREEN, battle.gun.inflate(-34, 4).move(0, -9))
    color = AMBER if battle.charge == FULL else RED
    screen.fill(color, (battle.gun.x, GROUND + 8, 40 * battle.charge // FULL, 5))


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Space Invaders")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 34)
    pictures = [paint(color, dots) for _, color, dots in KINDS]
    battle = Battle()

    def write(text, y, color=AMBER):
        image = font.render(text, True, color)
        screen.blit(image, image.get_rect(center=(WIDTH // 2, y)))

    running = True
    while running:
        for event in pygame.event.get():
            key = event.key if event.type == pygame.KEYDOWN and battle.over else None
            if event.type == pygame.QUIT or key == pygame.K_q:
                running = False
            if key == pygame.K_r:
                battle = Battle()
        if not battle.over:
            battle.update(pygame.key.get_pressed())
        draw(screen, pictures, battle)
        write(f"SCORE {battle.score}        WAVE {battle.wave}        LIVES {battle.lives}", 24)
        write("ARROWS: MOVE    SPACE: FIRE, HOLD TO CHARGE", 24)
        if battle.over:
            screen.fill((60, 20, 20), (120, 250, 420, 180))
            write("GAME OVER", 290, RED)
            write(f"YOU SCORED {battle.score}", 340)
            write("R: PLAY AGAIN    Q: QUIT", 390)
        pygame.display.flip()
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
