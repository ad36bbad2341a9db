# SOURCE: ../space_invaders.py
# FAILURE: restarts: R at frame 6407 of the script's player, seed 0: SCORE starts at 2070, in the first game at 0

"""Space Invaders: shoot the marching block before it reaches the ground.

Left and right arrows move the cannon, space fires, and only one shot can be
in the air. Invaders are worth 30, 20 or 10 points by row, the red mystery
ship up to 300. You have three lives; a landing ends the game at once.

The block takes a step whenever its timer runs out. The fewer invaders are
left, the shorter that timer gets.
"""

import random

import pygame

WIDTH = 720
HEIGHT = 720
FPS = 60
PIXEL = 3  # size of one dot of the pictures
MARGIN = 20
GROUND = 672
STEP_X = 9
STEP_Y = 24
HIT_FRAMES = 75  # the pause after the cannon has been hit

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
RED = (255, 60, 60)
WHITE = (230, 230, 230)
GRAY = (140, 140, 140)

# Pictures are given as the left half of their rows; the right half mirrors it.
# Invaders have points, a color, a body and two sets of legs that take turns.
KINDS = [
    (30, (255, 90, 200), ".....# ....## ..#### .##..# .##### ..####", ("..#..# .#.#..", "...#.. ..#..#")),
    (20, (80, 210, 255), ".#.... ..#.## .##### ##..## ###### #.####", ("#.#... ...##.", "..#... .#....")),
    (10, (255, 220, 80), "..#### .##### ###..# ###..# ###### .##.##", (".##..# ##....", "..##.. ...##.")),
]
ROW_KINDS = [0, 1, 1, 2, 2]
CANNON = "......# .....## .....## .###### ####### ####### #######"
MYSTERY = ".....### ...##### .####### ##.##.## ######## .###..## ..#....."
BUNKER = "..#### .##### ###### ###### ###### ####.. ###..."
BRICK = 6


def dots(half_rows):
    """Return the places of all dots of a picture."""
    rows = [half + half[::-1] for half in half_rows.split()]
    return [(x, y) for y, row in enumerate(rows) for x, mark in enumerate(row) if mark == "#"]


def make_picture(half_rows, color):
    places = dots(half_rows)
    picture = pygame.Surface((max(places)[0] * PIXEL + PIXEL, len(half_rows.split()) * PIXEL))
    for x, y in places:
        picture.fill(color, (x * PIXEL, y * PIXEL, PIXEL, PIXEL))
    return picture


class Invader:
    """One invader of the block, with a picture for each pair of legs."""

    def __init__(self, column, row, top):
        self.column = column
        self.points, color, body, legs = KINDS[ROW_KINDS[row]]
        self.rect = pygame.Rect(MARGIN + column * 48, top + row * 40, 12 * PIXEL, 8 * PIXEL)
        self.pictures = [make_picture(f"{body} {leg}", color) for leg in legs]


class Game:
    """One game from the first wave to the end screen."""

    def __init__(self):
        self.score = 0
        self.lives = 3
        self.wave = 0
        self.is_over = False
        self.cannon_picture = make_picture(CANNON, GREEN)
        self.cannon = self.cannon_picture.get_rect(midbottom=(WIDTH // 2, GROUND - 4))
        self.mystery_picture = make_picture(MYSTERY, RED)
        self.hit_timer = 0
        self.start_wave()

    def start_wave(self):
        """Set up mended bunkers and a new block, lower than the last one."""
        self.wave += 1
        top = 92 + min(self.wave, 6) * STEP_Y
        self.invaders = [Invader(column, row, top) for row in range(5) for column in range(11)]
        self.direction = 1
        self.legs = 0
        self.march_timer = 30
        self.bricks = []
        for left in range(90, 600, 156):
            for x, y in dots(BUNKER):
                self.bricks.append(pygame.Rect(left + x * BRICK, 556 + y * BRICK, BRICK, BRICK))
        self.shot = None
        self.bombs = []
        # The mystery ship flies on all the time; it starts far out on the left.
        self.mystery = self.mystery_picture.get_rect(topleft=(-1200, 70))

    def update(self, keys):
        """Move everything by one frame."""
        if self.is_over:
            return
        if self.hit_timer:
            self.hit_timer -= 1
            self.is_over = self.hit_timer == 0 and self.lives == 0
            return
        self.cannon.x += 4 * (keys[pygame.K_RIGHT] - keys[pygame.K_LEFT])
        self.cannon.clamp_ip((MARGIN, 0, WIDTH - 2 * MARGIN, HEIGHT))
        if keys[pygame.K_SPACE] and not self.shot:
            self.shot = pygame.Rect(self.cannon.centerx - 2, self.cannon.top - 14, 4, 14)
        self.mystery.x += 2
        if self.mystery.x > WIDTH:
            self.mystery.x = -random.randint(1200, 1800)
        self.march()
        self.move_shot()
        self.move_bombs()
        if not self.invaders:
            self.start_wave()

    def march(self):
        """Step the block sideways, or down if it stands at the edge."""
        self.march_timer -= 1
        if self.march_timer > 0:
            return
        # Few invaders are fast, and so are the later waves.
        self.march_timer = 2 + int(len(self.invaders) * max(0.25, 0.55 - 0.06 * self.wave))
        self.legs = 1 - self.legs
        block = self.invaders[0].rect.unionall([invader.rect for invader in self.invaders])
        dx, dy = STEP_X * self.direction, 0
        if block.left + dx < MARGIN or block.right + dx > WIDTH - MARGIN:
            self.direction = -self.direction
            dx, dy = 0, STEP_Y
        for invader in self.invaders:
            invader.rect.move_ip(dx, dy)
            # Invaders trample the bunkers they walk through.
            self.bricks = [brick for brick in self.bricks if not brick.colliderect(invader.rect)]
        self.is_over = block.bottom + dy > self.cannon.top

    def move_shot(self):
        if not self.shot:
            return
        self.shot.y -= 11
        hit = self.shot.collidelist([invader.rect for invader in self.invaders])
        if hit >= 0:
            self.score += self.invaders.pop(hit).points
            self.shot = None
        elif self.shot.colliderect(self.mystery):
            self.score += random.choice([50, 100, 150, 300])
            self.mystery.x = -1500
            self.shot = None
        elif self.shot.bottom < 50 or self.hit_bunker(self.shot):
            self.shot = None

    def move_bombs(self):
        """Drop bombs from the lowest invaders of the columns and move them."""
        if self.invaders and random.random() < 0.015 + 0.004 * self.wave:
            lowest = {invader.column: invader.rect for invader in self.invaders}
            x, y = random.choice(list(lowest.values())).midbottom
            self.bombs.append(pygame.Rect(x - 4, y, 8, 16))
        for bomb in self.bombs[:]:
            bomb.y += 4
            if bomb.bottom >= GROUND or self.hit_bunker(bomb):
                self.bombs.remove(bomb)
            elif bomb.colliderect(self.cannon):
                self.lives -= 1
                self.hit_timer = HIT_FRAMES
                self.bombs.clear()
                self.shot = None
                break

    def hit_bunker(self, missile):
        """Break a ragged hole where a missile touches a bunker."""
        if missile.collidelist(self.bricks) < 0:
            return False
        hole = missile.inflate(10, 6)
        self.bricks = [b for b in self.bricks if not hole.colliderect(b) or random.random() < 0.25]
        return True


def draw_text(screen, font, text, color, x, y):
    picture = font.render(text, True, color)
    screen.blit(picture, picture.get_rect(center=(x, y)))


def draw_battle(screen, game):
    """Draw everything that moves or breaks."""
    for brick in game.bricks:
        pygame.draw.rect(screen, GREEN, brick)
    for invader in game.invaders:
        screen.blit(invader.pictures[game.legs], invader.rect)
    screen.blit(game.mystery_picture, game.mystery)
    if game.hit_timer:  # the cannon blows up
        pygame.draw.circle(screen, WHITE, game.cannon.center, 4 + game.hit_timer // 3, 4)
    else:
        screen.blit(game.cannon_picture, game.cannon)
    if game.shot:
        pygame.draw.rect(screen, WHITE, game.shot)
    for bomb in game.bombs:
        x, y = bomb.topleft
        pygame.draw.lines(screen, RED, False, [(x, y), (x + 7, y + 5), (x, y + 10), (x + 7, y + 15)], 3)


def draw(screen, font, big_font, game):
    """Draw the whole picture: the battle, the HUD and the end screen."""
    screen.fill(BLACK)
    draw_battle(screen, game)
    pygame.draw.line(screen, GREEN, (MARGIN, GROUND), (WIDTH - MARGIN, GROUND), 2)
    draw_text(screen, font, f"SCORE {game.score}", GREEN, 100, 28)
    draw_text(screen, font, f"WAVE {game.wave}", WHITE, WIDTH // 2, 28)
    draw_text(screen, font, f"LIVES {game.lives}", WHITE, WIDTH - 100, 28)
    draw_text(screen, font, "LEFT/RIGHT: MOVE   SPACE: FIRE", GRAY, WIDTH // 2, 698)
    if game.is_over:
        panel = pygame.Rect(160, 280, 400, 170)
        pygame.draw.rect(screen, BLACK, panel)
        pygame.draw.rect(screen, GREEN, panel, 2)
        draw_text(screen, big_font, "GAME OVER", GREEN, WIDTH // 2, 328)
        draw_text(screen, font, f"FINAL SCORE {game.score}", WHITE, WIDTH // 2, 377)
        draw_text(screen, font, "R: PLAY AGAIN   Q: QUIT", WHITE, WIDTH // 2, 414)
    pygame.display.flip()


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Space Invaders")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 30)
    big_font = pygame.font.Font(None, 68)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN and game.is_over:
                if event.key == pygame.K_r:
                    game, game.score = Game(), game.score
                elif event.key == pygame.K_q:
                    running = False
        game.update(pygame.key.get_pressed())
        draw(screen, font, big_font, game)
        clock.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
