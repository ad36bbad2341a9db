# SOURCE: ../flood_it_fog.py
# FAILURE: quits: Q at frame 2370 of the script's player, seed 0: it runs on after frame 2575

"""Flood It: pour paint into the top left corner until it covers the board.

Pouring a color joins all touching tiles of that color to the paint. Click on a
drop or a tile, press 1 to 6, or walk with UP and DOWN and pour with SPACE. Each
stage allows only so many turns. Cover three stages to win. R restarts. Fog hides
the tiles until the paint comes near.

Tiles are sprites. A tile takes its new color at once for the rules, and shows
it a little later, so that the paint is seen to run across the board.
"""

import random

import pygame

FPS = 60
WIDTH, HEIGHT = 640, 650
BOARD_X, BOARD_Y, BOARD_SIZE = 24, 72, 504
DROP_X = 584
SIGHT = 2  # tiles further from the paint than this lie in fog

STAGES = (
    {"side": 10, "turns": 23},
    {"side": 12, "turns": 27},
    {"side": 14, "turns": 30},
)

BLACK = pygame.Color(0, 0, 0)
GREEN = pygame.Color(0, 255, 65)
LIGHT = pygame.Color(240, 240, 240)
SILVER = pygame.Color(150, 150, 150)
FOG_COLORS = [pygame.Color(38, 44, 50), pygame.Color(58, 66, 74)]
PAINTS = [
    pygame.Color(name) for name in ("crimson", "darkorange", "gold", "limegreen", "dodgerblue", "orchid")
]


class Tile(pygame.sprite.Sprite):
    """One square of the board."""

    def __init__(self, column, row, size):
        super().__init__()
        self.paint = random.choice(PAINTS)
        self.shown = self.paint
        self.covered = False
        self.fogged = True
        self.delay = 0
        self.neighbors = []
        self.image = pygame.Surface((size, size))
        self.rect = self.image.get_rect(topleft=(BOARD_X + column * size, BOARD_Y + row * size))
        self.render()

    def render(self):
        """Draw fog, a bevelled tile, or flat wet paint once it is covered."""
        area = self.image.get_rect()
        self.image.fill(BLACK)
        if self.fogged:
            self.image.fill(FOG_COLORS[0])
            for x, y, radius in ((0.28, 0.58, 0.18), (0.53, 0.45, 0.25), (0.76, 0.6, 0.16)):
                spot = (area.width * x, area.width * y)
                pygame.draw.circle(self.image, FOG_COLORS[1], spot, area.width * radius)
        elif self.covered:
            self.image.fill(self.shown)
            pygame.draw.circle(self.image, self.shown.lerp(LIGHT, 0.35), area.center, 3)
        else:
            pygame.draw.rect(self.image, self.shown.lerp(BLACK, 0.45), area.inflate(-2, -2))
            pygame.draw.rect(self.image, self.shown, area.inflate(-10, -10).move(-2, -2))

    def update(self):
        if self.delay > 0:
            self.delay -= 1
            if self.delay == 0:
                self.shown = self.paint
                self.render()


class FloodIt:
    """The window, the rules and the pictures of the game."""

    def __init__(self):
        pygame.init()
        self.screen = pygame.display.set_mode((WIDTH, HEIGHT))
        pygame.display.set_caption("Flood It")
        self.font = pygame.font.Font(None, 27)
        self.title_font = pygame.font.Font(None, 60)
        self.clock = pygame.time.Clock()
        self.running = True
        self.new_game()

    def new_game(self):
        self.stage = 0
        self.score = 0
        self.choice = 0
        self.ending = ""
        self.build_stage()

    def build_stage(self):
        """Lay a fresh board, and let every tile know its neighbors."""
        side = STAGES[self.stage]["side"]
        places = {(c, r): Tile(c, r, BOARD_SIZE // side) for r in range(side) for c in range(side)}
        for (c, r), tile in places.items():
            around = ((c - 1, r), (c + 1, r), (c, r - 1), (c, r + 1))
            tile.neighbors = [places[place] for place in around if place in places]
        self.corner = places[0, 0]
        self.tiles = pygame.sprite.Group(places.values())
        self.turns = 0
        self.covered = 0
        self.rest = 0  # frames that a finished stage is still shown
        self.cover()

    def cover(self):
        """Spread the paint ring by ring from the corner, each ring a little later."""
        self.covered = 0
        ring = [self.corner]
        reached = {self.corner}
        delay = 1
        while ring:
            next_ring = []
            for tile in ring:
                tile.covered = True
                tile.delay = delay
                self.covered += 1
                for other in tile.neighbors:
                    if other.paint == self.corner.paint and other not in reached:
                        reached.add(other)
                        next_ring.append(other)
            ring = next_ring
            delay += 1
        # The fog lifts around the paint, and never comes back.
        for _ in range(SIGHT):
            reached |= {other for tile in reached for other in tile.neighbors}
        for tile in reached:
            if tile.fogged:
                tile.fogged = False
                tile.delay = tile.delay or delay

    def pour(self, paint):
        """Take a turn with a paint that differs from the one on the board."""
        if self.ending or self.rest or paint == self.corner.paint:
            return
        self.choice = PAINTS.index(paint)
        self.turns += 1
        for tile in self.tiles:
            if tile.covered:
                tile.paint = paint
        before = self.covered
        self.cover()
        self.score += self.covered - before
        turns_left = STAGES[self.stage]["turns"] - self.turns
        if self.covered == len(self.tiles):
            self.score += turns_left * 10
            self.rest = 90
        elif turns_left == 0:
            self.ending = "YOU LOSE"

    def finish_stage(self):
        if self.stage + 1 < len(STAGES):
            self.stage += 1
            self.build_stage()
        else:
            self.ending = "YOU WIN"

    def drop_place(self, number):
        return pygame.Vector2(DROP_X, BOARD_Y + 48 + number * 84)

    def handle_click(self, mouse):
        for number, paint in enumerate(PAINTS):
            if self.drop_place(number).distance_to(mouse) < 34:
                return self.pour(paint)
        for tile in self.tiles:
            if tile.rect.collidepoint(mouse) and not tile.fogged:
                return self.pour(tile.paint)

    def handle_key(self, key):
        if key == pygame.K_r:
            self.new_game()
        elif key == pygame.K_ESCAPE and self.ending:
            self.running = False
        elif key == pygame.K_UP:
            self.choice = max(0, self.choice - 1)
        elif key == pygame.K_DOWN:
            self.choice = min(len(PAINTS) - 1, self.choice + 1)
        elif key == pygame.K_SPACE:
            self.pour(PAINTS[self.choice])
        elif key in range(pygame.K_1, pygame.K_7):
            self.pour(PAINTS[key - pygame.K_1])

    def handle_events(self):
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                self.running = False
            elif event.type == pygame.KEYDOWN:
                self.handle_key(event.key)
            elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
                self.handle_click(event.pos)

    def update(self):
        self.tiles.update()
        if self.rest > 0:
            self.rest -= 1
            if self.rest == 0:
                self.finish_stage()

    def text(self, words, center, color=LIGHT, font=None):
        surface = (font or self.font).render(words, True, color)
        self.screen.blit(surface, surface.get_rect(center=center))

    def draw_drop(self, number):
        """Draw a drop of paint with the number of its key."""
        x, y = self.drop_place(number)
        paint = PAINTS[number]
        pygame.draw.polygon(self.screen, paint, [(x, y - 40), (x - 19, y - 6), (x + 19, y - 6)])
        pygame.draw.circle(self.screen, paint, (x, y + 4), 22)
        self.text(str(number + 1), (x, y + 5), BLACK)
        if number == self.choice:
            pygame.draw.polygon(self.screen, LIGHT, [(x + 30, y + 4), (x + 44, y - 5), (x + 44, y + 13)])

    def draw_box(self, title, *lines):
        box = pygame.Rect(0, 0, 390, 84 + 34 * len(lines))
        box.center = (BOARD_X + BOARD_SIZE // 2, BOARD_Y + BOARD_SIZE // 2)
        self.screen.fill(BLACK, box)
        pygame.draw.rect(self.screen, GREEN, box, 3)
        self.text(title, (box.centerx, box.y + 44), GREEN, self.title_font)
        for number, line in enumerate(lines):
            self.text(line, (box.centerx, box.y + 90 + 34 * number))

    def draw(self):
        stage = STAGES[self.stage]
        self.screen.fill(BLACK)
        self.text(f"TURN {self.turns}/{stage['turns']}", (85, 36), GREEN)
        self.text(f"COVERED {self.covered}/{len(self.tiles)}", (240, 36))
        self.text(f"SCORE {self.score}", (410, 36), GREEN)
        self.text(f"STAGE {self.stage + 1}/{len(STAGES)}", (555, 36))
        self.tiles.draw(self.screen)
        for number in range(len(PAINTS)):
            self.draw_drop(number)
        self.text("1-6, CLICK OR UP/DOWN + SPACE: POUR    R: RESTART", (WIDTH // 2, 616), SILVER)
        if self.ending:
            self.draw_box(self.ending, f"FINAL SCORE {self.score}", "R: PLAY AGAIN    Q: QUIT")
        elif self.rest:
            self.draw_box("COVERED!", f"{stage['turns'] - self.turns} TURNS TO SPARE")
        pygame.display.flip()

    def run(self):
        while self.running:
            self.handle_events()
            self.update()
            self.draw()
            self.clock.tick(FPS)
        pygame.quit()


def main():
    app = FloodIt()
    app.run()


if __name__ == "__main__":
    main()
