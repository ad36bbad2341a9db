# SOURCE: ../guitar_hero_1_rival.py
# FAILURE: scores: SCORE: player 0, idle play as long would have 0, seed 0

"""Guitar Hero: strike the gems on the beat with the keys A S D F G, one for each string.

Close is worth 50 and dead on the beat 100, times up to 4 for a streak of hits. Missed
gems and wrong keys cost rock; without any the crowd boos you off, and after the last
of four parts you have won if you have more points than the robot.

Time is counted in beats, so a faster tempo needs no other code. Each string has a
deque of the beats of its gems, and only the first gem of a string can be hit.
"""

import random
from collections import deque

import pygame

STRINGS = {
    pygame.K_a: (0, 255, 65),
    pygame.K_s: (255, 60, 60),
    pygame.K_d: (255, 230, 60),
    pygame.K_f: (70, 140, 255),
    pygame.K_g: (255, 140, 30),
}
TEMPOS = (100, 115, 130, 145)  # beats a minute in each part
BEATS = 32  # in each part
GAP = 150  # pixels between two beats
LINE = 480  # y where gems are struck
ROBOT = (255, 60, 60)
DARK, PALE = (25, 20, 45), (225, 225, 245)


def compose():
    """Return a deque of beats for each string; every phrase of four beats is played twice."""
    strings = [deque() for _ in STRINGS]
    for start in range(4, 4 + 4 * BEATS, 8):
        part = start // BEATS
        phrase = []
        for eighth in range(8):
            if eighth % 4 == 0 or random.random() < (0.15, 0.35, 0.5, 0.65)[min(part, 3)] - eighth % 2 * 0.1:
                chord = 1 + (part > 0 and random.random() < 0.1 * part)
                phrase += [(eighth / 2, string) for string in random.sample(range(5), chord)]
        for beat, string in phrase + [(beat + 4, string) for beat, string in phrase]:
            strings[string].append(start + beat)
    return strings


class Show:
    """One concert: "playing", and in the end "GAME OVER" or "YOU WIN"."""

    def __init__(self):
        self.state = "playing"
        self.gems = compose()
        self.now = 0.0  # beats since the start
        self.score, self.streak, self.rock = 0, 0, 60
        self.sparks = []  # [string, age, label]
        self.rival_beats = deque(sorted(beat for gems in self.gems for beat in gems))
        self.rival_score = 0

    def part(self):
        return min(3, int(self.now) // BEATS)

    def factor(self):
        return min(4, self.streak // 10 + 1)

    def strike(self, string):
        gems = self.gems[string]
        error = abs(gems[0] - self.now) if gems else 9
        if error > 0.25:
            self.slip(string)
            return
        gems.popleft()
        self.score + (100 if error < 0.1 else 50) * self.factor()
        self.streak += 1
        self.rock = min(100, self.rock + 2)
        self.sparks.append([string, 0, "PERFECT" if error < 0.1 else "OK"])

    def slip(self, string):
        """A gem is missed or a wrong string struck."""
        self.streak = 0
        self.rock -= 5
        self.sparks.append([string, 0, "MISS"])
        if self.rock <= 0:
            self.rock, self.state = 0, "GAME OVER"

    def play_rival(self):
        """Let the robot play the gems at the line."""
        while self.rival_beats and self.rival_beats[0] <= self.now:
            self.rival_beats.popleft()
            self.rival_score += random.choice((0, 50, 75)) * (self.part() + 1)

    def advance(self):
        self.now += TEMPOS[self.part()] / 3600
        self.play_rival()
        for string, gems in enumerate(self.gems):
            if gems and gems[0] < self.now - 0.25:
                gems.popleft()
                self.slip(string)
        self.sparks = [[string, age + 1, label] for string, age, label in self.sparks if age < 20]
        if self.state == "playing" and not any(self.gems):
            self.state = "YOU WIN" if self.score > self.rival_score else "GAME OVER"


class Stage:
    """The window and everything that is painted in it."""

    def __init__(self):
        pygame.init()
        pygame.display.set_caption("Guitar Hero")
        self.window = pygame.display.set_mode((680, 620))
        self.font = pygame.font.Font(None, 26)

    def say(self, text, place, color=PALE, background=None):
        image = self.font.render(text, True, color, background)
        self.window.blit(image, image.get_rect(center=place))

    def paint_neck(self, show):
        pygame.draw.rect(self.window, DARK, (50, 80, 400, 500))
        first = int(show.now + 0.4)
        for beat in range(first, first + 3):
            y = LINE - (beat - show.now) * GAP
            pygame.draw.line(self.window, (80, 70, 110), (50, y), (450, y), 3)
        for string, (key, color) in enumerate(STRINGS.items()):
            x = 90 + 80 * string
            pygame.draw.line(self.window, color, (x, 80), (x, 580), 1 + string // 2)
            pygame.draw.rect(self.window, color, (x - 30, LINE - 14, 60, 28), 3, border_radius=14)
            self.say(pygame.key.name(key).upper(), (x, 595), color)
            for beat in show.gems[string]:
                y = LINE - (beat - show.now) * GAP
                if y > 92:
                    corners = (x - 24, y), (x, y - 12), (x + 24, y), (x, y + 12)
                    pygame.draw.polygon(self.window, color, corners)
                    pygame.draw.circle(self.window, PALE, (x, y), 5)
        for string, age, _ in show.sparks:
            pygame.draw.circle(self.window, PALE, (90 + 80 * string, LINE), 16 + age, 2)
        if show.sparks:
            self.say(f" {show.sparks[-1][2]} ", (250, 560), PALE, DARK)

    def paint_rival(self, show):
        """Draw the robot, which hops to the beat."""
        x, y = 565, 300 - int(20 * (show.now % 1))
        self.say(f"RIVAL {show.rival_score}", (x, 130))
        pygame.draw.rect(self.window, ROBOT, (x - 28, y - 70, 56, 46))
        pygame.draw.rect(self.window, ROBOT, (x - 36, y - 18, 72, 90))
        pygame.draw.rect(self.window, DARK, (x - 20, y - 56, 40, 12))
        pygame.draw.line(self.window, PALE, (x - 20, y + 40), (x + 75, y - 10), 6)
        pygame.draw.circle(self.window, STRINGS[pygame.K_d], (x - 20, y + 40), 24)

    def paint(self, show):
        self.window.fill((0, 0, 0))
        self.paint_neck(show)
        self.paint_rival(show)
        self.say(f"SCORE {show.score}", (110, 20), STRINGS[pygame.K_a])
        self.say(f"STREAK {show.streak}", (250, 20))
        self.say(f"MULTIPLIER {show.factor()}", (390, 20))
        self.say(f"ROCK {show.rock}", (110, 55))
        pygame.draw.rect(self.window, DARK, (165, 46, 160, 18))
        pygame.draw.rect(self.window, STRINGS[pygame.K_a], (165, 46, 1.6 * show.rock, 18))
        self.say(f"PART {show.part() + 1}", (390, 55))
        if show.state != "playing":
            pygame.draw.rect(self.window, (0, 0, 0), (90, 220, 320, 140))
            self.say(show.state, (250, 250))
            self.say(f"FINAL SCORE {show.score}", (250, 290))
            self.say("R: PLAY AGAIN   Q: QUIT", (250, 330))
        pygame.display.flip()


def main():
    stage, show, clock = Stage(), Show(), pygame.time.Clock()
    running = True
    while running:
        for event in pygame.event.get():
            key = event.key if event.type == pygame.KEYDOWN else None
            is_over = show.state != "playing"
            if event.type == pygame.QUIT or is_over and key == pygame.K_q:
                running = False
            elif is_over and key == pygame.K_r:
                show = Show()
            elif key in STRINGS and not is_over:
                show.strike(list(STRINGS).index(key))
        if show.state == "playing":
            show.advance()
        stage.paint(show)
        clock.tick(60)
    pygame.quit()


if __name__ == "__main__":
    main()
