# SOURCE: ../guitar_hero_hold_notes_star_power.py
# FAILURE: restarts: R at frame 3991 of the script's player, seed 0: 'YOU WIN' is still there

"""Guitar Hero: play the notes with A, S, D, F and G when they reach the line.

A hit brings 50 points, a perfect one 100, times a multiplier that rises with every ten
hits in a row. Mistakes end the streak and lower the rock meter; if it is empty, the show
is over. Who gets through the four parts of the song wins. A note with a tail brings 5 points
more, times the multiplier, ten times a second while its key is held. Notes with a star bring
10 stars, and SPACE spends 50 or more to double the multiplier for eight seconds.

A note knows at which frame of the song it has to be played.
"""

import random
from dataclasses import dataclass

import pygame

FPS = 60
HEIGHT = 600
KEYS = (pygame.K_a, pygame.K_s, pygame.K_d, pygame.K_f, pygame.K_g)
LANE = 60
LEFT, RIGHT = 170, 470  # edges of the highway
STRIKE = 510  # y of the line
SPEED = 5
NEAR, PERFECT = 9, 4  # frames by which a hit may be early or late
PART_FRAMES = 1000
# Each part: frames for an eighth, and rhythms of a bar. o is a note, O a chord, - holds the last note.
PARTS = (
    (16, ("o--.o...", "o...o---")),
    (15, ("o.o.o.o.", "o--.ooo.", "o.o.o--.")),
    (14, ("o---o.o.", "O...oooo", "o.o.O.oo")),
    (13, ("oooo----", "O.ooO.oo", "oo.ooooo")),
)

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
WHITE = (235, 235, 235)
GRAY = (60, 60, 70)
RED = (255, 70, 70)
COLORS = (GREEN, RED, (255, 220, 50), (80, 150, 255), (255, 150, 40))


@dataclass
class Note:
    frame: int
    lane: int
    length: int = 0  # frames to hold it
    is_star: bool = False


def write_song():
    """Return the notes of a new song, in order."""
    notes, frame, lane = [], 150, 2
    while frame < PART_FRAMES * len(PARTS) - 120:
        eighth, rhythms = PARTS[frame // PART_FRAMES]
        for mark in random.choice(rhythms):
            if mark == "-":
                notes[-1].length += eighth
            elif mark != ".":
                lane = (lane + random.randint(1, 4)) % 5
                notes.append(Note(frame, lane, is_star=random.random() < 0.3))
            if mark == "O":
                notes.append(Note(frame, (lane + 2) % 5))
            frame += eighth
    return notes


class Game:
    def __init__(self):
        self.notes = write_song()
        self.frame = self.score = self.streak = 0
        self.rock = 60
        self.message = "GET READY"
        self.flares = [0] * 5  # frames for which a hit is still seen
        self.held = {}  # lanes of the long notes that are played now
        self.stars = 0
        self.power = 0  # frames left
        self.result = ""

    def multiplier(self):
        return min(4, 1 + self.streak // 10) * (2 if self.power else 1)

    def play(self, lane):
        """Hit the first note of a lane that is near enough, or make a mistake."""
        for note in self.notes:
            off = abs(note.frame - self.frame)
            if note.lane == lane and off <= NEAR:
                self.notes.remove(note)
                self.message, points = ("PERFECT", 100) if off <= PERFECT else ("GOOD", 50)
                self.score += points * self.multiplier()
                self.streak += 1
                self.rock = min(100, self.rock + 2)
                self.flares[lane] = 14
                self.stars += 10 * note.is_star
                if note.length:
                    self.held[lane] = note
                return
        self.fail()

    def fail(self):
        self.message = "MISSED"
        self.streak = 0
        self.rock = max(0, self.rock - 4)
        if self.rock == 0:
            self.result = "GAME OVER"

    def hold(self, keys):
        """Pay for long notes until they end or their key is let go."""
        for lane, note in list(self.held.items()):
            if not keys[KEYS[lane]] or self.frame > note.frame + note.length:
                del self.held[lane]
            elif self.frame % 6 == 0:
                self.score += 5 * self.multiplier()
                self.flares[lane] = 10

    def update(self, keys):
        self.frame += 1
        self.flares = [max(0, flare - 1) for flare in self.flares]
        self.hold(keys)
        self.power -= self.power > 0
        if keys[pygame.K_SPACE] and self.stars >= 50:
            self.stars, self.power = 0, 8 * FPS
        while self.notes and self.frame - self.notes[0].frame > NEAR:
            self.notes.pop(0)
            self.fail()
        if not self.notes and not self.result:
            self.result = "YOU WIN"


def lane_x(lane):
    return LEFT + 30 + lane * LANE


def draw_highway(screen, game):
    color = (18, 18, 100 if game.power else 26)
    pygame.draw.rect(screen, color, (LEFT, 0, 300, HEIGHT))
    pygame.draw.line(screen, WHITE, (LEFT, STRIKE), (RIGHT, STRIKE), 2)
    for lane, color in enumerate(COLORS):
        x, flare = lane_x(lane), game.flares[lane]
        pygame.draw.line(screen, GRAY, (x, 0), (x, STRIKE), 2)
        pygame.draw.ellipse(screen, color, (x - 27, STRIKE - 15, 54, 30), 4)
        if flare:
            pygame.draw.circle(screen, color, (x, STRIKE), 46 - 2 * flare, flare)
    for lane, note in game.held.items():
        height = (note.frame + note.length - game.frame) * SPEED
        pygame.draw.rect(screen, WHITE, (lane_x(lane) - 8, STRIKE - height, 16, height))
    for note in game.notes[:20]:
        x, y = lane_x(note.lane), STRIKE - (note.frame - game.frame) * SPEED
        height = note.length * SPEED
        pygame.draw.rect(screen, COLORS[note.lane], (x - 6, y - height, 12, height))
        pygame.draw.ellipse(screen, COLORS[note.lane], (x - 25, y - 13, 50, 26))
        pygame.draw.ellipse(screen, WHITE, (x - 13, y - 8, 26, 14))
        if note.is_star:
            star = (0, -26), (15, 20), (-24, -8), (24, -8), (-15, 20)
            pygame.draw.polygon(screen, WHITE, [(x + dx, y + dy) for dx, dy in star])
    pygame.draw.rect(screen, GREEN, (166, -4, 308, HEIGHT + 8), 4)


def draw_text(screen, font, text, x, y, color=WHITE):
    picture = font.render(text, True, color)
    screen.blit(picture, picture.get_rect(center=(x, y)))


def draw_sides(screen, font, big_font, game):
    """Draw the counters, the rock meter, two speakers that jump with each hit, and the end."""
    part, factor = 1 + game.frame // PART_FRAMES, game.multiplier()
    counters = f"SCORE {game.score}", f"STREAK {game.streak}", f"MULTIPLIER {factor}", f"PART {part}"
    for number, text in enumerate((*counters, game.message)):
        draw_text(screen, font, text, 83, 40 + 45 * number, COLORS[number])
    draw_text(screen, font, f"STARS {game.stars} (SPACE)", 83, 270)
    for lane, letter in enumerate("ASDFG"):
        draw_text(screen, font, letter, lane_x(lane), STRIKE + 50, COLORS[lane])
    draw_text(screen, font, f"ROCK {game.rock}", 557, 40)
    pygame.draw.rect(screen, GRAY, (537, 66, 40, 200))
    pygame.draw.rect(screen, GREEN if game.rock > 40 else RED, (537, 266 - 2 * game.rock, 40, 2 * game.rock))
    for x in (83, 557):
        pygame.draw.rect(screen, GRAY, (x - 60, 410, 120, 130), 4)
        pygame.draw.circle(screen, GRAY, (x, 475), 50, 8 + max(game.flares) * 2)
    if game.result:
        pygame.draw.rect(screen, BLACK, (160, 180, 320, 160))
        draw_text(screen, big_font, game.result, 320, 225, GREEN)
        draw_text(screen, font, f"FINAL SCORE {game.score}", 320, 275)
        draw_text(screen, font, "R: PLAY AGAIN   Q: QUIT", 320, 310)


def main():
    pygame.init()
    screen = pygame.display.set_mode((640, HEIGHT))
    pygame.display.set_caption("Guitar Hero")
    clock = pygame.time.Clock()
    font, big_font = pygame.font.Font(None, 25), pygame.font.Font(None, 64)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN:
                if not game.result and event.key in KEYS:
                    game.play(KEYS.index(event.key))
                elif game.result and event.key == pygame.K_F5:
                    game = Game()
                elif game.result and event.key == pygame.K_q:
                    running = False
        if not game.result:
            game.update(pygame.key.get_pressed())
        screen.fill(BLACK)
        draw_highway(screen, game)
        draw_sides(screen, font, big_font, game)
        pygame.display.flip()
        clock.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
