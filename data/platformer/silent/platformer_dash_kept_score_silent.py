# SOURCE: ../platformer_dash.py
# FAILURE: restarts: R at frame 1435 of the script's player, seed 0: COINS starts at 21, in the first game at 0

"""Platformer: run and jump through three levels to the flag.

LEFT and RIGHT run, UP or SPACE jumps, higher if held. X dashes straight ahead, even in
the air, and through enemies; the next dash is ready after a second. A coin brings
10 points, a beaten enemy 50, a flag 200. Touching an enemy or falling into a pit costs a life.

Levels are text, a letter for each tile, and everything in them is a Rect.
"""

import pygame

TILE = 40
WIDTH, HEIGHT = 640, 400
FPS = 60
RUN, JUMP, GRAVITY = 4, -13, 0.6
DASH, REST = 12, 60  # frames of a dash, and from one to the next
GREEN = (0, 255, 65)

# "#" is solid, "o" a coin, "e" an enemy and "F" the flag.
LEVELS = [
    """
#                                     ooo
#                   ooo               ###
#             o     ###     o                      o o
#        ##                 ##     oo      ##     ####
#     o             e            e             o         e    F
######################  ############  ########################""",
    """
#                              o o                     oo
#                o            #####        ooo         ##
#        oo     ###                  o            o
#       ###               o  ##      ##    ###    ##
#                   e     #      e        e    e          e   F
######################   ########### ##########   #############""",
    """
#             ooo                         o o
#             ###       oo          o    #####
#         o            ###      o  ###                 o
#        ##       #             #         e           ##
#                e   e   e    e     e   e   e            e    F
#####################   ########   ############   ###   ######""",
]


class Enemy(pygame.Rect):
    direction = -1

    def walk(self, speed, blocks):
        """Take a step, or turn at a wall or a ledge."""
        ahead = self.move(self.direction * speed, 0)
        floor = ahead.move(self.direction * 36, 1)
        if ahead.collidelist(blocks) >= 0 or floor.collidelist(blocks) < 0:
            self.direction *= -1
        else:
            self.x = ahead.x


class Game:
    def __init__(self):
        self.score = 0
        self.coins_taken = 0
        self.lives = 3
        self.level = 1
        self.result = ""
        self.load_level()

    def load_level(self):
        tiles = {letter: [] for letter in " #oeF"}
        for row, line in enumerate(LEVELS[self.level - 1].split("\n")):
            for column, letter in enumerate(line):
                tiles[letter].append(pygame.Rect(column * TILE, (row + 3) * TILE, TILE, TILE))
        self.blocks, self.coins, self.flag = tiles["#"], tiles["o"], tiles["F"][0]
        self.enemies = [Enemy(tile) for tile in tiles["e"]]
        self.hero = pygame.Rect(2 * TILE, 8 * TILE, 28, 36)
        self.velocity = 0  # downwards
        self.facing = 1
        self.rest = 0  # frames until the next dash
        self.on_ground = False
        self.pause = 0  # frames for which a lost hero is still seen

    def update(self, keys):
        if self.pause:
            self.pause -= 1
            if self.pause == 0:
                self.load_level()
            return
        self.move_hero(keys)
        coin = self.hero.collidelist(self.coins)
        if coin >= 0:
            del self.coins[coin]
            self.coins_taken += 1
            self.score += 10
        is_lost = self.hero.top > HEIGHT
        for enemy in self.enemies[:]:
            enemy.walk(1 + self.level // 2, self.blocks)
            if not self.hero.colliderect(enemy):
                continue
            if self.is_dashing() or self.velocity > 0 and self.hero.bottom < enemy.centery:
                self.enemies.remove(enemy)
                self.score += 50
                self.velocity = JUMP * 0.7
            else:
                is_lost = True
        if is_lost:
            self.lives -= 1
            self.pause = 45
            self.result = "" if self.lives else "GAME OVER"
        elif self.hero.colliderect(self.flag):
            self.reach_flag()

    def is_dashing(self):
        return self.rest > REST - DASH

    def move_hero(self, keys):
        """Run and jump; blocks stop each of the two on its own."""
        turn = keys[pygame.K_RIGHT] - keys[pygame.K_LEFT]
        self.facing = turn or self.facing
        self.rest = max(0, self.rest - 1)
        if keys[pygame.K_x] and self.rest == 0:
            self.rest = REST
        run = 3 * RUN * self.facing if self.is_dashing() else RUN * turn
        if self.hero.move(run, 0).collidelist(self.blocks) < 0:
            self.hero.x += run
        jumps = keys[pygame.K_UP] or keys[pygame.K_SPACE]
        if jumps and self.on_ground:
            self.velocity = JUMP
        # Letting go of the key ends a jump early.
        self.velocity += GRAVITY if jumps or self.velocity > 0 else 3 * GRAVITY
        if self.is_dashing():
            self.velocity = 0
        self.hero.y += round(self.velocity)
        hit = self.hero.collidelist(self.blocks)
        self.on_ground = hit >= 0 and self.velocity > 0
        if self.on_ground:
            self.hero.bottom = self.blocks[hit].top
        elif hit >= 0:
            self.hero.top = self.blocks[hit].bottom
        if hit >= 0:
            self.velocity = 0

    def reach_flag(self):
        self.score += 200
        if self.level == len(LEVELS):
            self.result = "YOU WIN"
        else:
            self.level += 1
            self.load_level()


def draw_hero(screen, rect):
    """Draw a head with a cap, a suit and legs that walk."""
    x, y, step = rect.x, rect.y, rect.x // 12 % 2 * 6
    pygame.draw.rect(screen, "gold", (x + 5, y + 4, 18, 14))
    pygame.draw.rect(screen, "red", (x + 3, y, 24, 8), 0, 4)
    for leg in (x + 3 + step, x + 17 - step):
        pygame.draw.rect(screen, "white", (leg, y + 26, 8, 10))
    pygame.draw.rect(screen, "dodgerblue", (x + 2, y + 17, 24, 13), 0, 4)


def draw_enemy(screen, rect):
    pygame.draw.ellipse(screen, "magenta", rect)
    for x in (rect.x + 12, rect.x + 28):
        pygame.draw.circle(screen, "white", (x, rect.y + 18), 6)
        pygame.draw.circle(screen, "black", (x, rect.y + 20), 3)


def draw_world(screen, game):
    screen.fill((0, 0, 0))
    camera = WIDTH // 2 - game.hero.centerx  # keeps the hero in the middle
    for block in game.blocks:
        rect = block.move(camera, 0)
        pygame.draw.rect(screen, "darkgreen", rect)
        pygame.draw.line(screen, GREEN, rect.topleft, rect.topright, 5)
    for coin in game.coins:
        pygame.draw.circle(screen, "gold", coin.move(camera, 0).center, 12, 6)
    pole = game.flag.move(camera, 0)
    pygame.draw.line(screen, "white", pole.midbottom, (pole.centerx, 240), 4)
    pygame.draw.polygon(screen, "red", [(pole.centerx, 240), (pole.x - 16, 256), (pole.centerx, 272)])
    for enemy in game.enemies:
        draw_enemy(screen, enemy.move(camera, 0))
    hero = game.hero.move(camera, 0)
    if game.is_dashing():
        for y in range(hero.y + 4, hero.bottom, 10):
            start = hero.centerx - 80 * game.facing, y
            pygame.draw.line(screen, "cyan", start, (hero.centerx, y), 3)
    draw_hero(screen, hero)


def draw_texts(screen, font, game):
    texts = [
        (25, f"SCORE {game.score}    COINS {game.coins_taken}    LIVES {game.lives}    LEVEL {game.level}"),
        (55, "LEFT RIGHT: RUN   UP OR SPACE: JUMP   X: DASH"),
    ]
    if game.result:
        pygame.draw.rect(screen, "black", (150, 110, 340, 150))
        texts += [(140, game.result), (180, f"FINAL SCORE {game.score}"), (220, "R: PLAY AGAIN   Q: QUIT")]
    for y, text in texts:
        picture = font.render(text, True, GREEN, "black")
        screen.blit(picture, picture.get_rect(center=(WIDTH // 2, y)))


def main():
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Platformer")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 30)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN and game.result:
                if event.key == pygame.K_r:
                    game, game.coins_taken = Game(), game.coins_taken
                elif event.key == pygame.K_q:
                    running = False
        if not game.result:
            game.update(pygame.key.get_pressed())
        draw_world(screen, game)
        draw_texts(screen, font, game)
        pygame.display.flip()
        clock.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
