# SOURCE: ../flappy_bird_2.py
# ERROR: Traceback (most recent call last):
# ERROR:   File "/home/player/.infinity-arcade/games/5232d0af.py", line 198, in <module>
# ERROR:   File "/home/player/.infinity-arcade/games/5232d0af.py", line 193, in main
# ERROR:   File "/home/player/.infinity-arcade/games/5232d0af.py", line 103, in __init__
# ERROR:   File "/home/player/.infinity-arcade/games/5232d0af.py", line 110, in start
# ERROR: NameError: name 'GAME_HOVER' is not defined

"""Flappy Bird: tap SPACE (or click) to flap, and slip through the gaps.

You score one point for each gap. The more points, the quicker the pipes and the
smaller the gaps. The flight is over when the bird touches a pipe or the grass.

Bird and pipes are sprites; their masks tell exactly whether they touch.
"""

import random

import pygame

WINDOW = pygame.Rect(0, 0, 600, 600)
SKY = pygame.Rect(0, 0, 600, 530)
FPS = 60
WEIGHT = 0.45  # added to the falling speed in each frame
LIFT = -7.4
HOVER = 70  # frames before the bird begins to fall
SPACING = 260

NIGHT = (6, 6, 14)
GREEN = (0, 255, 65)
LEAF = (0, 90, 40)
TEAL = (0, 140, 110)
BLUE = (80, 170, 255)
CREAM = (255, 240, 200)
ORANGE = (255, 150, 40)
MOON = (225, 225, 205)
TEXT = (190, 200, 210)


def bird_picture(wing_tip):
    """Return a blue bird that looks to the right, its wing up or down."""
    picture = pygame.Surface((46, 34), pygame.SRCALPHA)
    pygame.draw.ellipse(picture, BLUE, (6, 4, 32, 26))
    pygame.draw.ellipse(picture, CREAM, (14, 16, 20, 12))
    pygame.draw.polygon(picture, ORANGE, [(34, 13), (45, 18), (34, 22)])
    pygame.draw.circle(picture, CREAM, (29, 11), 5)
    pygame.draw.circle(picture, NIGHT, (31, 11), 2)
    pygame.draw.polygon(picture, MOON, [(24, 16), (10, 16), (4, wing_tip)])
    return picture


def pipe_picture(height, mouth_at_top):
    """Return a pipe with its mouth at one end."""
    picture = pygame.Surface((76, height), pygame.SRCALPHA)
    for x, color in ((4, LEAF), (14, TEAL), (28, GREEN), (38, TEAL), (56, LEAF)):
        pygame.draw.rect(picture, color, (x, 0, 72 - x, height))
    mouth = pygame.Rect(0, 0 if mouth_at_top else height - 26, 76, 26)
    pygame.draw.rect(picture, LEAF, mouth, border_radius=6)
    pygame.draw.rect(picture, GREEN, mouth, 3, border_radius=6)
    return picture


class Bird(pygame.sprite.Sprite):
    def __init__(self):
        super().__init__()
        self.pictures = [bird_picture(3), bird_picture(30)]
        self.y = 230
        self.speed = 0
        self.turn()

    def turn(self):
        """Point the beak where the bird is going."""
        picture = self.pictures[self.speed < 0]
        self.image = pygame.transform.rotate(picture, max(-60, min(25, -5 * self.speed)))
        self.rect = self.image.get_rect(center=(170, round(self.y)))
        self.mask = pygame.mask.from_surface(self.image)

    def update(self):
        self.speed = min(self.speed + WEIGHT, 12)
        self.y = max(16, self.y + self.speed)
        self.turn()


class Pipe(pygame.sprite.Sprite):
    def __init__(self, top, bottom, mouth_at_top):
        super().__init__()
        self.image = pipe_picture(bottom - top, mouth_at_top)
        self.mask = pygame.mask.from_surface(self.image)
        self.rect = self.image.get_rect(topleft=(WINDOW.right, top))
        self.x = float(WINDOW.right)

    def update(self, speed):
        self.x -= speed
        self.rect.x = round(self.x)
        if self.rect.right < 0:
            self.kill()


class FlappyApp:
    """The window, and the flight that is shown in it."""

    def __init__(self):
        pygame.init()
        self.screen = pygame.display.set_mode(WINDOW.size)
        pygame.display.set_caption("Flappy Bird")
        self.clock = pygame.time.Clock()
        self.font = pygame.font.Font(None, 34)
        self.title_font = pygame.font.Font(None, 76)
        self.stars = [(random.randrange(600), random.randrange(480)) for _ in range(50)]
        self.is_open = True
        self.start()

    def start(self):
        self.bird = Bird()
        self.pipes = pygame.sprite.Group()
        self.to_pass = []  # the lower pipes that are still ahead of the bird
        self.score = 0
        self.hover = GAME_HOVER
        self.to_next_pipe = 0
        self.ended = False

    def run(self):
        while self.is_open:
            for event in pygame.event.get():
                self.handle(event)
            if not self.ended:
                self.fly()
            self.draw()
            self.clock.tick(FPS)
        pygame.quit()

    def handle(self, event):
        key = getattr(event, "key", None)
        if event.type == pygame.QUIT:
            self.is_open = False
        elif self.ended and event.type == pygame.KEYDOWN:
            if key == pygame.K_r:
                self.start()
            elif key == pygame.K_q:
                self.is_open = False
        elif event.type == pygame.MOUSEBUTTONDOWN or (event.type == pygame.KEYDOWN and key == pygame.K_SPACE):
            self.flap()

    def flap(self):
        self.hover = 0
        self.bird.speed = LIFT

    def fly(self):
        """Move everything by one frame."""
        if self.hover > 0:
            self.hover -= 1
            return
        speed = min(5, 3 + self.score * 0.06)
        self.bird.update()
        self.pipes.update(speed)
        self.to_next_pipe -= speed
        if self.to_next_pipe <= 0:
            self.to_next_pipe += SPACING
            self.add_pipes()
        if self.to_pass and self.to_pass[0].rect.right < self.bird.rect.left:
            self.to_pass.pop(0)
            self.score += 1
        touched = pygame.sprite.spritecollideany(self.bird, self.pipes, pygame.sprite.collide_mask)
        self.ended = bool(touched) or self.bird.rect.bottom > SKY.bottom

    def add_pipes(self):
        gap = max(128, 178 - 2 * self.score)
        top = random.randint(60, SKY.bottom - 60 - gap)
        lower = Pipe(top + gap, SKY.bottom, True)
        self.pipes.add(Pipe(0, top, False), lower)
        self.to_pass.append(lower)

    def draw(self):
        self.screen.fill(NIGHT)
        for star in self.stars:
            self.screen.set_at(star, MOON)
        pygame.draw.circle(self.screen, MOON, (490, 90), 38)
        pygame.draw.circle(self.screen, NIGHT, (476, 82), 34)
        self.pipes.draw(self.screen)
        self.screen.blit(self.bird.image, self.bird.rect)
        pygame.draw.rect(self.screen, NIGHT, (0, SKY.bottom, 600, 70))
        for x in range(0, 600, 12):  # blades of grass
            pygame.draw.polygon(self.screen, GREEN, [(x, 536), (x + 5, 522 + x % 5), (x + 12, 536)])
        self.print_text(self.font, f"SCORE: {self.score}", GREEN, (90, 570))
        self.print_text(self.font, "SPACE or click to flap", TEXT, (440, 570))
        if self.ended:
            panel = pygame.Rect(100, 170, 400, 200)
            pygame.draw.rect(self.screen, NIGHT, panel)
            pygame.draw.rect(self.screen, BLUE, panel, 4, border_radius=8)
            self.print_text(self.title_font, "GAME OVER", BLUE, (300, 225))
            self.print_text(self.font, f"Final score: {self.score}", CREAM, (300, 285))
            self.print_text(self.font, "R: play again    Q: quit", CREAM, (300, 330))
        pygame.display.flip()

    def print_text(self, font, text, color, center):
        image = font.render(text, True, color)
        self.screen.blit(image, image.get_rect(center=center))


def main():
    app = FlappyApp()
    app.run()


if __name__ == "__main__":
    main()
