# SOURCE: ../snake_moving_food_countdown.py
# FAILURE: quits: Q at frame 276 of idle, seed 0: it runs on after frame 418

"""Snake: hunt apples that run away, and stay clear of the wall and of your own body.

Arrow keys turn the snake. Each apple is worth 10 points, and every five
apples raise the speed by one level. An apple hops away from a head that comes near,
but it is slower than you and can be cornered. Fill the whole grid to win.
Hunger counts down in seconds: every apple refills it, and at zero you starve.

The snake is a list of grid cells with the head first. It moves one cell
whenever the frame counter reaches the delay of the current level.
"""

import random

import pygame

CELL = 20
COLUMNS = 30
ROWS = 24
HUD_HEIGHT = 40
WIDTH = COLUMNS * CELL + 2 * CELL
HEIGHT = ROWS * CELL + 2 * CELL + HUD_HEIGHT
FPS = 60

START_DELAY = 9  # frames between two steps at level 1
FASTEST_DELAY = 3
APPLES_PER_LEVEL = 5
FEAR_DISTANCE = 6  # cells between head and apple below which it runs
HUNGER_SECONDS = 12

BLACK = (0, 0, 0)
GREEN = (0, 255, 65)
DARK_GREEN = (0, 150, 40)
RED = (255, 60, 60)
BROWN = (150, 90, 40)
WHITE = (230, 230, 230)
GRAY = (120, 120, 120)
ORANGE = (255, 170, 40)

TURNS = {
    pygame.K_UP: (0, -1),
    pygame.K_DOWN: (0, 1),
    pygame.K_LEFT: (-1, 0),
    pygame.K_RIGHT: (1, 0),
}


def cell_rect(cell):
    """Return the rectangle of a grid cell on the screen."""
    x, y = cell
    return pygame.Rect((x + 1) * CELL, HUD_HEIGHT + (y + 1) * CELL, CELL, CELL)


class Snake:
    """The player's snake: its cells, its direction and the turns to come."""

    def __init__(self):
        middle = ROWS // 2
        self.cells = [(6, middle), (5, middle), (4, middle)]
        self.direction = (1, 0)
        self.turns = []

    def turn(self, direction):
        """Remember a turn, unless it leads straight back into the neck."""
        last = self.turns[-1] if self.turns else self.direction
        is_reverse = direction == (-last[0], -last[1])
        if not is_reverse and direction != last and len(self.turns) < 2:
            self.turns.append(direction)

    def next_head(self):
        """Take the next turn and return the cell the head is about to enter."""
        if self.turns:
            self.direction = self.turns.pop(0)
        x, y = self.cells[0]
        return (x + self.direction[0], y + self.direction[1])

    def draw(self, screen):
        """Draw the body, then the head with two eyes that look ahead."""
        for cell in self.cells[1:]:
            pygame.draw.rect(screen, DARK_GREEN, cell_rect(cell).inflate(-2, -2), border_radius=5)
        head = cell_rect(self.cells[0])
        pygame.draw.rect(screen, GREEN, head.inflate(-1, -1), border_radius=6)
        dx, dy = self.direction
        for side in (-4, 4):
            eye = (head.centerx + dx * 4 + dy * side, head.centery + dy * 4 + dx * side)
            pygame.draw.circle(screen, BLACK, eye, 2)


class Game:
    """One game from the first step to the end screen."""

    def __init__(self):
        self.snake = Snake()
        self.apple = self.free_cell()
        self.apple_is_resting = False
        self.apples_eaten = 0
        self.hunger_frames = HUNGER_SECONDS * FPS
        self.frames_to_step = START_DELAY
        self.result = None  # "GAME OVER" or "YOU WIN" once the game has ended

    @property
    def level(self):
        return 1 + self.apples_eaten // APPLES_PER_LEVEL

    @property
    def score(self):
        return self.apples_eaten * 10

    def free_cell(self):
        """Return a random cell the snake does not cover, or None if it is full."""
        cells = [(x, y) for x in range(COLUMNS) for y in range(ROWS)]
        free = [cell for cell in cells if cell not in self.snake.cells]
        return random.choice(free) if free else None

    def update(self):
        """Count down the hunger, and to the next step of the snake and take it."""
        if not self.result:
            self.hunger_frames -= 1
            if self.hunger_frames == 0:
                self.result = "GAME OVER"
        self.frames_to_step -= 1
        if self.frames_to_step > 0 or self.result:
            return
        self.frames_to_step = max(FASTEST_DELAY, START_DELAY - (self.level - 1))
        self.step()

    def step(self):
        """Move the snake by one cell and see what it has run into."""
        head = self.snake.next_head()
        is_eating = head == self.apple
        if not is_eating:
            # The tail leaves first, so the head may follow into its cell.
            self.snake.cells.pop()
        inside = 0 <= head[0] < COLUMNS and 0 <= head[1] < ROWS
        if not inside or head in self.snake.cells:
            self.result = "GAME OVER"
            return
        self.snake.cells.insert(0, head)
        if is_eating:
            self.apples_eaten += 1
            self.hunger_frames = HUNGER_SECONDS * FPS
            self.apple = self.free_cell()
            if self.apple is None:
                self.result = "YOU WIN"
        else:
            self.flee()

    def flee(self):
        """Let the apple hop to the cell beside it that is farthest from the head."""
        # It rests at every second step, so the snake is faster and catches up.
        self.apple_is_resting = not self.apple_is_resting

        def distance(cell):
            head = self.snake.cells[0]
            return abs(cell[0] - head[0]) + abs(cell[1] - head[1])

        if self.apple_is_resting or distance(self.apple) > FEAR_DISTANCE:
            return
        x, y = self.apple
        choices = [self.apple]
        for dx, dy in TURNS.values():
            cell = (x + dx, y + dy)
            inside = 0 <= cell[0] < COLUMNS and 0 <= cell[1] < ROWS
            if inside and cell not in self.snake.cells:
                choices.append(cell)
        random.shuffle(choices)
        self.apple = max(choices, key=distance)


def draw_text(screen, font, text, color, **place):
    """Draw text with its rectangle placed by keywords, such as center=(x, y)."""
    picture = font.render(text, True, color)
    screen.blit(picture, picture.get_rect(**place))


def draw_hunger(screen, font, game):
    """Draw the seconds left until the snake starves, and a bar that shrinks with them."""
    seconds = -(-game.hunger_frames // FPS)  # rounded up, so 0 is the end
    color = RED if seconds <= 5 else ORANGE
    draw_text(screen, font, f"HUNGER {seconds}", color, center=(WIDTH // 2 + 70, 26))
    bar = pygame.Rect(CELL, 42, COLUMNS * CELL, 8)
    pygame.draw.rect(screen, GRAY, bar, 1)
    bar.width = bar.width * game.hunger_frames // (HUNGER_SECONDS * FPS)
    pygame.draw.rect(screen, color, bar)


def draw_field(screen, game):
    """Draw the wall, the apple and the snake."""
    field = pygame.Rect(CELL, HUD_HEIGHT + CELL, COLUMNS * CELL, ROWS * CELL)
    pygame.draw.rect(screen, GRAY, field.inflate(8, 8), 4)
    if game.apple:
        center = cell_rect(game.apple).center
        pygame.draw.circle(screen, RED, center, CELL // 2 - 2)
        pygame.draw.line(screen, BROWN, (center[0], center[1] - 6), (center[0] + 3, center[1] - 11), 3)
    game.snake.draw(screen)


def draw(screen, font, big_font, game):
    """Draw the whole picture: the HUD, the field and the end screen."""
    screen.fill(BLACK)
    draw_text(screen, font, f"SCORE {game.score}", GREEN, midleft=(CELL, 26))
    draw_text(screen, font, f"LEVEL {game.level}", WHITE, center=(WIDTH // 2 - 75, 26))
    draw_text(screen, font, "ARROWS: TURN", GRAY, midright=(WIDTH - CELL, 26))
    draw_hunger(screen, font, game)
    draw_field(screen, game)
    if game.result:
        panel = pygame.Rect(0, 0, 380, 160)
        panel.center = (WIDTH // 2, HEIGHT // 2)
        pygame.draw.rect(screen, BLACK, panel)
        pygame.draw.rect(screen, GREEN, panel, 2)
        draw_text(screen, big_font, game.result, GREEN, center=(panel.centerx, panel.y + 45))
        draw_text(screen, font, f"FINAL SCORE {game.score}", WHITE, center=(panel.centerx, panel.y + 90))
        draw_text(screen, font, "R: PLAY AGAIN   Q: QUIT", WHITE, center=(panel.centerx, panel.y + 125))
    pygame.display.flip()


def main():
    """Run the game until the player quits."""
    pygame.init()
    screen = pygame.display.set_mode((WIDTH, HEIGHT))
    pygame.display.set_caption("Snake")
    clock = pygame.time.Clock()
    font = pygame.font.Font(None, 28)
    big_font = pygame.font.Font(None, 64)
    game = Game()
    running = True
    while running:
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                running = False
            elif event.type == pygame.KEYDOWN:
                if event.key in TURNS:
                    game.snake.turn(TURNS[event.key])
                elif event.key == pygame.K_r and game.result:
                    game = Game()
                elif event.key == pygame.K_ESCAPE and game.result:
                    running = False
        game.update()
        draw(screen, font, big_font, game)
        clock.tick(FPS)
    pygame.quit()


if __name__ == "__main__":
    main()
