# SOURCE: ../flappy_bird_sliding_pipes_ghost_storm.py
# FAILURE: quits: Q at frame 175 of idle, seed 0: it runs on after frame 317

"""Flappy Bird: flap through the gaps between the pipes.

SPACE or a click flaps. Each pair of pipes is worth one point, and with every
point the pipes come faster and their gaps get narrower. Touching a pipe or the
ground ends the game. The pipes slide up and down while they come. From the second
game on a ghost repeats your best flight; the pipes come in the same order again.
Days are calm, but every night brings gusts of wind that lift or press the bird.

The bird never moves sideways: the pipes come to it, at the speed of the game.
"""

import random

import pygame

WIDTH, HEIGHT = 480, 640
GROUND = 580  # everything below is ground
FPS = 60

BIRD_X = 140
BIRD_RADIUS = 15
GRAVITY = 0.4
FLAP_SPEED = -7
READY_FRAMES = 75  # the bird hovers so long, unless it flaps before

HALF_DAY = 480  # frames from noon to midnight
GUST_FRAMES = 60
WIND = 0.1  # how much a gust adds to gravity or takes from it

PIPE_WIDTH = 66
PIPE_DISTANCE = 250
GAP_MARGIN = 60  # a gap stays this far away from the top and from the ground
WIDEST_GAP, NARROWEST_GAP = 180, 125
SLOWEST, FASTEST = 2.8, 4.6

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
DARK_GREEN = (0, 110, 35)
YELLOW = (255, 220, 60)
ORANGE = (255, 140, 40)
SKY_BLUE = (20, 50, 95)
CYAN = (70, 170, 210)
WHITE = (230, 230, 230)
GRAY = (140, 140, 140)
COURSE = random.random()  # one course for all games until the window is closed
STARS = [(i * 97 % WIDTH, i * 61 % 500) for i in range(40)]


class Bird:
    """The player's bird: its height and its speed, which points down."""

    def __init__(self):
        self.y = 240
        self.speed = 0

    def fall(self):
        self.speed += GRAVITY
        self.y += self.speed
        if self.y < BIRD_RADIUS:  # the top of the window only stops the bird
            self.y, self.speed = BIRD_RADIUS, 0

    def rect(self):
        """Return the part of the bird that can be hit, a little less than its body."""
        return pygame.Rect(BIRD_X - 12, self.y - 12, 24, 24)

    def draw(self, screen):
        x, y = BIRD_X, round(self.y)
        pygame.draw.circle(screen, YELLOW, (x, y), BIRD_RADIUS)
        pygame.draw.polygon(screen, ORANGE, [(x + 11, y - 3), (x + 24, y + 3), (x + 10, y + 8)])
        pygame.draw.circle(screen, WHITE, (x + 7, y - 6), 5)
        pygame.draw.circle(screen, BLACK, (x + 9, y - 6), 2)
        tip = y + 13 if self.speed < 0 else y - 11  # the wing beats down while the bird rises
        pygame.draw.polygon(screen, ORANGE, [(x + 1, y), (x - 9, y), (x - 18, tip)])


class Pipes:
    """A pair of pipes with a gap at a random height between them."""

    def __init__(self, gap, dice):
        self.x = WIDTH + 4  # the rim is a little wider than the pipe
        self.gap = gap
        self.top = dice.randint(GAP_MARGIN, GROUND - GAP_MARGIN - gap)
        self.slide = dice.choice((-1, 1)) * dice.uniform(0.7, 1.5)
        self.is_passed = False

    def move(self, speed):
        """Come nearer, and slide up or down until the gap has to turn round."""
        self.x -= speed
        self.top += self.slide
        if self.top < GAP_MARGIN:
            self.slide = abs(self.slide)
        elif self.top + self.gap > GROUND - GAP_MARGIN:
            self.slide = -abs(self.slide)

    def rects(self):
        bottom = self.top + self.gap
        return [
            pygame.Rect(self.x, 0, PIPE_WIDTH, self.top),
            pygame.Rect(self.x, bottom, PIPE_WIDTH, GROUND - bottom),
        ]

    def draw(self, screen):
        upper, lower = self.rects()
        for pipe, rim_y in ((upper, upper.bottom - 22), (lower, lower.y)):
            pygame.draw.rect(screen, DARK_GREEN, pipe)
            pygame.draw.rect(screen, GREEN, (pipe.x + 8, pipe.y, 8, pipe.height))
            rim = pygame.Rect(pipe.x - 4, rim_y, PIPE_WIDTH + 8, 22)
            pygame.draw.rect(screen, DARK_GREEN, rim)
            pygame.draw.rect(screen, GREEN, rim, 3)


class Game:
    """One game from the first flap to the end screen."""

    def __init__(self, best_score=0, ghost=()):
        self.best_score = best_score
        self.ghost = ghost  # the bird's height in each frame of the best flight
        self.flight = []
        self.dice = random.Random(COURSE)
        self.wind = 0
        self.bird = Bird()
        self.pipes = [Pipes(WIDEST_GAP, self.dice)]
        self.score = 0
        self.ready = READY_FRAMES
        self.is_over = False

    def next_game(self):
        """Return a new game on the same course, with the longer flight as its ghost."""
        return Game(max(self.best_score, self.score), max(self.ghost, self.flight, key=len))

    def flap(self):
        if not self.is_over:
            self.ready = 0
            self.bird.speed = FLAP_SPEED

    def darkness(self):
        """Return how dark it is, from 0 at noon to 1 at midnight."""
        return 1 - abs(1 - len(self.flight) / HALF_DAY % 2)

    def blow(self):
        """Let a new gust, up or down, begin every second of the night."""
        if len(self.flight) % GUST_FRAMES == 0:
            self.wind = self.dice.choice((-WIND, WIND)) if self.darkness() > 0.5 else 0
        self.bird.speed += self.wind

    def update(self):
        if self.ready > 0:
            self.ready -= 1
        elif not self.is_over:
            self.blow()
            self.bird.fall()
            self.flight.append(self.bird.y)
            self.move_pipes()
            hits = self.bird.rect().collidelist([rect for pair in self.pipes for rect in pair.rects()])
            self.is_over = hits >= 0 or self.bird.y + BIRD_RADIUS > GROUND

    def move_pipes(self):
        """Move the pipes, count those that are passed and send new ones."""
        speed = min(FASTEST, SLOWEST + 0.05 * self.score)
        for pair in self.pipes:
            pair.move(speed)
            if not pair.is_passed and pair.x + PIPE_WIDTH < BIRD_X - BIRD_RADIUS:
                pair.is_passed = True
                self.score += 1
        if self.pipes[-1].x < WIDTH - PIPE_DISTANCE:
            self.pipes.append(Pipes(max(NARROWEST_GAP, WIDEST_GAP - 2 * self.score), self.dice))
        if self.pipes[0].x < -PIPE_WIDTH - 4:
            self.pipes.pop(0)


def draw_text(screen, font, text, color, **place):
    """Draw text with its rectangle placed by keywords, such as center=(x, y)."""
    picture = font.render(text, True, color)
    screen.blit(picture, picture.get_rect(**place))


def draw_ghost(screen, game):
    """Draw the outline of a bird where the best flight was at this time, until its crash."""
    if len(game.flight) < len(game.ghost):
        x, y = BIRD_X, round(game.ghost[len(game.flight)])
        pygame.draw.circle(screen, CYAN, (x, y), BIRD_RADIUS, 2)
        pygame.draw.lines(screen, CYAN, False, [(x + 13, y - 3), (x + 24, y + 3), (x + 12, y + 8)], 2)
        pygame.draw.circle(screen, CYAN, (x + 7, y - 5), 3)


def draw_sky(screen, game):
    """Draw the sun by day, the moon and the stars at night, and the streaks of a gust."""
    darkness = game.darkness()
    sky = pygame.Color(*SKY_BLUE).lerp(BLACK, darkness)
    screen.fill(sky)
    if darkness < 0.5:
        pygame.draw.circle(screen, YELLOW, (390, 80), 34)
    else:
        pygame.draw.circle(screen, WHITE, (390, 80), 30)
        pygame.draw.circle(screen, sky, (378, 74), 26)
        for star in STARS:
            pygame.draw.circle(screen, GRAY, star, 1)
    if game.wind:
        rise = 40 if game.wind < 0 else -40
        for i in range(14):
            x, y = i * 83 % WIDTH, (i * 59 - rise * len(game.flight) // 5) % GROUND
            pygame.draw.line(screen, CYAN, (x, y), (x - 14, y + rise), 2)


def draw(screen, font, big_font, game):
    draw_sky(screen, game)
    for pair in game.pipes:
        pair.draw(screen)
    draw_ghost(screen, game)
    game.bird.draw(screen)
    pygame.draw.rect(screen, BLACK, (0, GROUND, WIDTH, HEIGHT - GROUND))
    pygame.draw.rect(screen, GREEN, (0, GROUND, WIDTH, 4))
    draw_text(screen, font, f"SCORE {game.score}", GREEN, midleft=(20, 600))
    draw_text(screen, font, f"BEST {game.best_score}", CYAN, midleft=(20, 626))
    draw_text(screen, font, "SPACE OR CLICK: FLAP", GRAY, midright=(WIDTH - 20, 600))
    weather = "CALM" if not game.wind else "WIND UP" if game.wind < 0 else "WIND DOWN"
    draw_text(screen, font, weather, WHITE, midright=(WIDTH - 20, 626))
    if game.is_over:
        panel = pygame.Rect(60, 190, 360, 170)
        pygame.draw.rect(screen, BLACK, panel)
        pygame.draw.rect(screen, GREEN, panel, 2)
        draw_text(screen, big_font, "GAME OVER", GREEN, center=(panel.centerx, 235))
        draw_text(screen, font, f"FINAL SCORE {game.score}", WHITE, center=(panel.centerx, 285))
        draw_text(screen, font, "R: PLAY AGAIN   Q: QUIT", WHITE, center=(panel.centerx, 325))
    pygame.display.flip()


def main():
    """Run the game until the player quits."""
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Flappy Bird")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 30)
    big_font = pygame.font.Font(None, 64)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.MOUSEBUTTONDOWN:
                game.flap()
            elif event.type == pygame.KEYDOWN:
                if event.key == pygame.K_SPACE:
                    game.flap()
                elif event.key == pygame.K_r and game.is_over:
                    game = game.next_game()
                elif event.key == pygame.K_ESCAPE and game.is_over:
                    running = False
        game.update()
        draw(screen, font, big_font, game)
        clock.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
