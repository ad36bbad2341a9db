"""Games of data/, each broken in one way that matters to a player.

The judge of `playtest` and the checks of scripts/verify.py are measured by them (scripts/mutants.py): a judge is
right if it passes the good games and catches these.
"""

from dataclasses import dataclass, replace

from playable_data import read_script


@dataclass(frozen=True)
class Mutant:
    """A script of data/ with one mistake.

    Attributes:
        kind (str): the kind of mistake, the same for several scripts.
        script (str): the path of the good script, relative to data/.
        name (str): what is broken, in a few words.
        aim (str): the checks that should catch it, separated by spaces; any of them will do.
        changes (tuple[tuple[str, str], ...]): snippets that occur once in the script's code, and what stands there
            instead.
    """

    kind: str
    script: str
    name: str
    aim: str
    changes: tuple

    @property
    def id(self):
        """A name that no other mutant has (str)."""
        return f"{self.script}: {self.name}"

    def apply(self, root):
        """Return the broken script (playable_data.Script).

        Args:
            root (Path): the corpus.

        Raises:
            ValueError: a snippet does not occur exactly once.
        """
        script = read_script(root, self.script)
        code = script.code
        for old, new in self.changes:
            if code.count(old) != 1:
                raise ValueError(f"{self.id}: expected {old!r} once, it occurs {code.count(old)} times")
            code = code.replace(old, new)
        return replace(script, code=code)


MUTANTS = []


def mutant(kind, script, name, aim, *changes):
    MUTANTS.append(Mutant(kind, script, name, aim, changes))


# --- crash late: an exception that needs some minutes, or an event of play -----------------------

KIND = "crash late"

mutant(
    KIND, "snake/snake_2.py", "more levels than delays", "survives",
    ("self.DELAYS[min(self.level(), len(self.DELAYS)) - 1]", "self.DELAYS[self.level() - 1]"),
)  # fmt: skip
mutant(
    KIND, "snake/snake_1.py", "the first apple calls a function with the snake", "survives",
    ("        garden.eaten += 1\n        plant_apple(garden)", "        garden.eaten += 1\n        plant_apple(snake)"),
)  # fmt: skip
mutant(
    KIND, "pong/pong.py", "the player's first point serves to no side", "survives",
    ("            self.player_score += 1\n            self.serve(1)",
     "            self.player_score += 1\n            self.serve()"),
)  # fmt: skip
mutant(
    KIND, "pong/pong_2_extra_balls.py", "no ball is left after a point", "survives",
    ("        if not self.balls:\n            self.balls.append(Ball(heading))\n", ""),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout_powerups.py", "a caught capsule has no type", "survives",
    ("self.effects[power_up.kind] = EFFECT_FRAMES", "self.effects[power_up.type] = EFFECT_FRAMES"),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout.py", "the last brick calls a method that is missing", "survives",
    ('        if not self.bricks:\n            self.result = "YOU WIN"',
     "        if not self.bricks:\n            self.win()"),
)  # fmt: skip
mutant(
    KIND, "space_invaders/space_invaders_1.py", "the saucer has no height", "survives",
    ("pygame.Rect(W, 52, 44, 18)", "pygame.Rect(W, 52, 44)"),
)  # fmt: skip
mutant(
    KIND, "space_invaders/space_invaders.py", "the second wave counts a float", "survives",
    ("        if not self.invaders:\n            self.start_wave()",
     "        if not self.invaders:\n            self.start_wave(self.wave + 1)"),
)  # fmt: skip
mutant(
    KIND, "flood_it/flood_it.py", "boards are counted from 1 in one place", "survives",
    ("size, self.limit = BOARDS[level - 1]", "size, self.limit = BOARDS[level]"),
)  # fmt: skip
mutant(
    KIND, "flood_it/flood_it_2.py", "one stage too many after the last", "survives",
    ("if self.stage + 1 < len(STAGES):", "if self.stage + 1 <= len(STAGES):"),
)  # fmt: skip

# --- dead key: what the player presses does nothing --------------------------------------------

KIND = "dead key"

mutant(
    KIND, "snake/snake.py", "turns wait for more turns than fit", "responds scores",
    ("        if self.turns:\n", "        if len(self.turns) > 2:\n"),
)  # fmt: skip
mutant(
    KIND, "snake/snake_1.py", "only turns ahead and back count", "responds scores",
    ("turns_aside = before[0] * way[0] + before[1] * way[1] == 0",
     "turns_aside = before[0] * way[0] + before[1] * way[1] != 0"),
)  # fmt: skip
mutant(
    KIND, "pong/pong.py", "up is down and takes itself away", "responds scores",
    ("self.player.move((keys[pygame.K_DOWN] - keys[pygame.K_UP]) * PLAYER_SPEED)",
     "self.player.move((keys[pygame.K_DOWN] - keys[pygame.K_DOWN]) * PLAYER_SPEED)"),
)  # fmt: skip
mutant(
    KIND, "pong/pong_2.py", "keys are looked for among the states", "responds scores",
    ("if held[pygame.K_UP]:", "if pygame.K_UP in held:"),
    ("if held[pygame.K_DOWN]:", "if pygame.K_DOWN in held:"),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout.py", "the moved rectangle is thrown away", "responds scores",
    ("self.rect.x += (keys[pygame.K_RIGHT] - keys[pygame.K_LEFT]) * self.SPEED",
     "self.rect.move((keys[pygame.K_RIGHT] - keys[pygame.K_LEFT]) * self.SPEED, 0)"),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout_2.py", "A and D instead of the arrows it names", "scores fair",
    ("if keys[pygame.K_LEFT]:", "if keys[pygame.K_a]:"),
    ("if keys[pygame.K_RIGHT]:", "if keys[pygame.K_d]:"),
)  # fmt: skip
mutant(
    KIND, "space_invaders/space_invaders.py", "SPACE fires only while a shot flies", "scores",
    ("if keys[pygame.K_SPACE] and not self.shot:", "if keys[pygame.K_SPACE] and self.shot:"),
)  # fmt: skip
mutant(
    KIND, "space_invaders/space_invaders_2.py", "the cannon is put back to the middle", "responds scores fair",
    ("self.cannon.rect.clamp_ip((10, 0, WIDTH - 20, HEIGHT))", "self.cannon.rect.center = (WIDTH // 2, GROUND - 12)"),
)  # fmt: skip
mutant(
    KIND, "flood_it/flood_it.py", "number keys only move the marker", "scores",
    ("self.pick(key - pygame.K_1)", "self.selected = key - pygame.K_1"),
)  # fmt: skip
mutant(
    KIND, "flood_it/flood_it_2.py", "clicks count for a button that is not there", "scores",
    ("event.button == 1", "event.button == 0"),
)  # fmt: skip

# --- frozen score: play goes on, the counter does not ------------------------------------------

KIND = "frozen score"

mutant(
    KIND, "snake/snake.py", "=+ instead of +=", "scores",
    ("self.apples_eaten += 1", "self.apples_eaten =+ 1"),
)  # fmt: skip
mutant(
    KIND, "snake/snake_1.py", "the HUD shows the class and not the garden", "scores",
    ('f"SCORE {garden.eaten * POINTS}", SKIN', 'f"SCORE {Garden.eaten * POINTS}", SKIN'),
)  # fmt: skip
mutant(
    KIND, "pong/pong.py", "the player's point goes into a local variable", "scores wins",
    ("self.player_score += 1", "player_score = self.player_score + 1"),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout.py", "points go into a local variable", "scores",
    ("self.score += self.bricks.pop(index).points", "score = self.score + self.bricks.pop(index).points"),
)  # fmt: skip
mutant(
    KIND, "space_invaders/space_invaders_2.py", "the enemy gets the points", "scores",
    ("        for enemy in pygame.sprite.groupcollide(self.enemies, self.shells, True, True):\n"
     "            self.score += enemy.points",
     "        for enemy in pygame.sprite.groupcollide(self.enemies, self.shells, True, True):\n"
     "            enemy.points += self.score"),
)  # fmt: skip
mutant(
    KIND, "flood_it/flood_it_1.py", "the panel shows the class and not the state", "scores",
    ('f"POINTS {state.points}"', 'f"POINTS {State.points}"'),
)  # fmt: skip

# --- no end: losing never ends the game --------------------------------------------------------

KIND = "no end"

mutant(
    KIND, "snake/snake_2.py", "the crash sets an attribute nobody reads", "ends",
    ('self.state = "lost"', 'self.status = "lost"'),
)  # fmt: skip
mutant(
    KIND, "snake/snake_moving_food.py", "a crash only brings a new snake", "ends",
    ('            self.result = "GAME OVER"\n', "            self.snake = Snake()\n"),
)  # fmt: skip
mutant(
    KIND, "pong/pong.py", "the computer's seventh point is forgotten", "ends loses",
    ('        elif self.cpu_score == WINNING_SCORE:\n            self.result = "YOU LOSE"\n', ""),
)  # fmt: skip
mutant(
    KIND, "pong/pong_2.py", "all points are compared with one number", "ends",
    ("if self.points[name] == MATCH_POINTS:", "if self.points == MATCH_POINTS:"),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout.py", "a lost ball costs nothing", "ends loses",
    ("        self.lives -= 1\n", ""),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout_1.py", "the ending goes into a local variable", "ends loses",
    ('            state.ending = "GAME OVER"', '            ending = "GAME OVER"'),
)  # fmt: skip
mutant(
    KIND, "space_invaders/space_invaders.py", "the end sets an attribute nobody reads", "ends",
    ("self.is_over = self.hit_timer == 0", "self.over = self.hit_timer == 0"),
    ("self.is_over = block.bottom", "self.over = block.bottom"),
)  # fmt: skip
mutant(
    KIND, "flood_it/flood_it.py", "the moves are never used up", "ends loses",
    ("elif self.moves == self.limit:", "elif self.limit == 0:"),
)  # fmt: skip

# --- R does nothing ----------------------------------------------------------------------------

KIND = "R does nothing"

mutant(
    KIND, "snake/snake_2.py", "reset is named, not called", "restarts",
    ("event.key == pygame.K_r:\n            self.reset()", "event.key == pygame.K_r:\n            self.reset"),
)  # fmt: skip
mutant(
    KIND, "pong/pong_1.py", "the new table is thrown away", "restarts",
    ("                table = new_table()", "                new_table()"),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout_2.py", "R waits for a state that never comes", "restarts",
    ('event.key == pygame.K_r and self.state == "ended"', 'event.key == pygame.K_r and self.state == "over"'),
)  # fmt: skip
mutant(
    KIND, "space_invaders/space_invaders_2.py", "the key is compared with a letter", "restarts",
    ("if event.key == pygame.K_r:", 'if event.key == "r":'),
)  # fmt: skip
mutant(
    KIND, "flood_it/flood_it_fog.py", "R only works in play", "restarts",
    ("if key == pygame.K_r:", "if key == pygame.K_r and not self.ending:"),
)  # fmt: skip

# --- R keeps the score, or what else belongs to the old game -------------------------------------

KIND = "R keeps the score"

mutant(
    KIND, "snake/snake_2.py", "meals are counted for all games", "restarts",
    ("    WIDE, HIGH = 22, 18\n", "    WIDE, HIGH = 22, 18\n    meals = 0\n"),
    ("        self.meals = 0\n", ""),
)  # fmt: skip
mutant(
    KIND, "pong/pong_2.py", "points are set when the program starts", "restarts",
    ("        self.is_running = True\n",
     '        self.is_running = True\n        self.points = {"YOU": 0, "CPU": 0}\n'),
    ('        self.points = {"YOU": 0, "CPU": 0}\n        self.winner = None\n', "        self.winner = None\n"),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout_2.py", "lives are set when the program starts", "restarts",
    ("        self.large = pygame.font.Font(None, 72)\n",
     "        self.large = pygame.font.Font(None, 72)\n        self.lives = 3\n"),
    ("        self.score = 0\n        self.lives = 3\n", "        self.score = 0\n"),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout_powerups.py", "the score is carried over", "restarts",
    ("elif event.key == pygame.K_r and game.result:\n                    game = Game()",
     "elif event.key == pygame.K_r and game.result:\n                    score = game.score\n"
     "                    game = Game()\n                    game.score = score"),
)  # fmt: skip
mutant(
    KIND, "space_invaders/space_invaders_2.py", "the fleet is counted on", "restarts",
    ("        self.mystery_image = paint(MYSTERY, RED)\n",
     "        self.mystery_image = paint(MYSTERY, RED)\n        self.wave = 0\n"),
    ("        self.lives = 3\n        self.wave = 0\n", "        self.lives = 3\n"),
)  # fmt: skip
mutant(
    KIND, "space_invaders/space_invaders.py", "the lives of the old game stay", "restarts",
    ("if event.key == pygame.K_r:\n                    game = Game()",
     "if event.key == pygame.K_r:\n                    game.score = 0\n                    game.wave = 0\n"
     "                    game.is_over = False\n                    game.start_wave()"),
)  # fmt: skip
mutant(
    KIND, "flood_it/flood_it_2.py", "the score is set when the program starts", "restarts",
    ("        self.running = True\n", "        self.running = True\n        self.score = 0\n"),
    ("        self.stage = 0\n        self.score = 0\n", "        self.stage = 0\n"),
)  # fmt: skip

# --- Q ignored ---------------------------------------------------------------------------------

KIND = "Q ignored"

mutant(
    KIND, "snake/snake_1.py", "escape instead of the Q it names", "quits",
    ("garden.ending and key == pygame.K_q", "garden.ending and key == pygame.K_ESCAPE"),
)  # fmt: skip
mutant(
    KIND, "pong/pong_2.py", "Q sets an attribute nobody reads", "quits",
    ("elif event.key == pygame.K_q:\n                    self.is_running = False",
     "elif event.key == pygame.K_q:\n                    self.running = False"),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout_1.py", "it goes on after pygame.quit", "quits",
    ("elif event.key == pygame.K_q and state.ending:\n                    pygame.quit()\n                    return",
     "elif event.key == pygame.K_q and state.ending:\n                    pygame.quit()"),
)  # fmt: skip
mutant(
    KIND, "space_invaders/space_invaders.py", "Q is asked for where it cannot be", "quits",
    ("elif event.key == pygame.K_q:", "elif event.key == pygame.K_q and not game.is_over:"),
)  # fmt: skip
mutant(
    KIND, "flood_it/flood_it_2.py", "Q sets a local variable", "quits",
    ("elif key == pygame.K_q and self.ending:\n            self.running = False",
     "elif key == pygame.K_q and self.ending:\n            running = False"),
)  # fmt: skip
mutant(
    KIND, "flood_it/flood_it_1.py", "only a lost game can be quit", "quits",
    ('elif event.key == pygame.K_q and state.phase in ("won", "lost"):',
     'elif event.key == pygame.K_q and state.phase == "lost":'),
)  # fmt: skip

# --- window close ignored ----------------------------------------------------------------------

KIND = "window close ignored"

mutant(
    KIND, "snake/snake.py", "in play", "closes",
    ("if event.type == pygame.QUIT:", "if event.type == pygame.QUIT and game.result:"),
)  # fmt: skip
mutant(
    KIND, "snake/snake_moving_food.py", "at the end", "closes",
    ("if event.type == pygame.QUIT:", "if event.type == pygame.QUIT and not game.result:"),
)  # fmt: skip
mutant(
    KIND, "pong/pong.py", "at the end", "closes",
    ("if event.type == pygame.QUIT:", "if event.type == pygame.QUIT and not game.result:"),
)  # fmt: skip
mutant(
    KIND, "pong/pong_1.py", "exit status 1", "closes quits",
    ("sys.exit()", 'sys.exit("Thanks for playing!")'),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout_2.py", "always", "closes",
    ("if event.type == pygame.QUIT:\n                return False",
     "if event.type == pygame.QUIT:\n                continue"),
)  # fmt: skip
mutant(
    KIND, "space_invaders/space_invaders_1.py", "at the end", "closes",
    ("event.type == pygame.QUIT or world.over and", "event.type == pygame.QUIT and not world.over or world.over and"),
)  # fmt: skip
mutant(
    KIND, "space_invaders/space_invaders_2.py", "in play", "closes",
    ("if event.type == pygame.QUIT:", 'if event.type == pygame.QUIT and self.state == "over":'),
)  # fmt: skip
mutant(
    KIND, "flood_it/flood_it_1.py", "the event is compared with a number", "closes",
    ("if event.type == pygame.QUIT:", "if event == pygame.QUIT:"),
)  # fmt: skip

# --- score on a timer: the counter rises by itself, and play gives nothing -----------------------

KIND = "score on a timer"

mutant(
    KIND, "snake/snake.py", "two points a second", "scores",
    ("return self.apples_eaten * 10", "return self.frames // 30"),
    ("        self.apples_eaten = 0\n", "        self.apples_eaten = 0\n        self.frames = 0\n"),
    ("        self.frames_to_step -= 1\n",
     "        if not self.result:\n            self.frames += 1\n        self.frames_to_step -= 1\n"),
)  # fmt: skip
mutant(
    KIND, "pong/pong.py", "a point every four seconds", "scores",
    ("        self.cpu_score = 0\n", "        self.cpu_score = 0\n        self.frames = 0\n"),
    ("            self.player_score += 1\n            self.serve(1)", "            self.serve(1)"),
    ("        self.move_cpu()\n",
     "        self.move_cpu()\n        self.frames += 1\n        if self.frames % 240 == 0:\n"
     "            self.player_score += 1\n"),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout.py", "a point each frame", "scores",
    ("self.score += self.bricks.pop(index).points", "self.bricks.pop(index)"),
    ("        self.paddle.update(keys)\n", "        self.paddle.update(keys)\n        self.score += 1\n"),
)  # fmt: skip
mutant(
    KIND, "space_invaders/space_invaders.py", "a point each frame", "scores",
    ("self.score += self.invaders.pop(hit).points", "self.invaders.pop(hit)"),
    ("            self.score += random.choice([50, 100, 150, 300])\n", ""),
    ("        self.mystery.x += 2\n", "        self.mystery.x += 2\n        self.score += 1\n"),
)  # fmt: skip
mutant(
    KIND, "flood_it/flood_it_2.py", "a point each frame", "scores",
    ("        self.score += self.covered - before\n", ""),
    ("            self.score += turns_left * 10\n", ""),
    ("        self.tiles.update()\n",
     "        self.tiles.update()\n        if not self.ending:\n            self.score += 1\n"),
)  # fmt: skip

# --- end screen on a timer: nothing ends the game but the time, and no clock tells -----------------

KIND = "end screen on a timer"

mutant(
    KIND, "snake/snake_1.py", "after 25 seconds; walls and body do no harm", "ends",
    ("    return (col + snake.heading[0], row + snake.heading[1])",
     "    return ((col + snake.heading[0]) % COLS, (row + snake.heading[1]) % ROWS)"),
    ('    if head not in ALL_CELLS or head in snake.body:\n        garden.ending = "GAME OVER"\n        return\n', ""),
    ("    progress: float = 0.0", "    frames: int = 0\n    progress: float = 0.0"),
    ("    garden.progress += speed / FPS\n",
     '    garden.progress += speed / FPS\n    garden.frames += 1\n    if garden.frames == 1500:\n'
     '        garden.ending = "GAME OVER"\n'),
)  # fmt: skip
mutant(
    KIND, "pong/pong_2.py", "after 30 seconds, whatever the score", "ends",
    ("        if self.points[name] == MATCH_POINTS:\n            self.winner = name\n", ""),
    ("        self.winner = None\n", "        self.winner = None\n        self.frames = 0\n"),
    ("                self.move_ball()\n",
     '                self.move_ball()\n                self.frames += 1\n                if self.frames == 1800:\n'
     '                    self.winner = "CPU"\n'),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout.py", "after 25 seconds; lost balls cost nothing", "ends",
    ("        self.lives -= 1\n        if self.lives == 0:", "        if self.frames == 0:"),
    ("        self.lives = LIVES\n", "        self.lives = LIVES\n        self.frames = 0\n"),
    ("        self.paddle.update(keys)\n",
     '        self.paddle.update(keys)\n        self.frames += 1\n        if self.frames == 1500:\n'
     '            self.result = "GAME OVER"\n'),
)  # fmt: skip
mutant(
    KIND, "space_invaders/space_invaders_2.py", "after 30 seconds; hits cost nothing", "ends",
    ("            self.lives -= 1\n", ""),
    ("        self.pause = 0\n", "        self.pause = 0\n        self.frames = 0\n"),
    ("    def update(self):\n        if self.pause:",
     "    def update(self):\n        self.frames += 1\n        if self.frames == 1800:\n"
     '            self.state = "over"\n        if self.pause:'),
)  # fmt: skip
mutant(
    KIND, "flood_it/flood_it.py", "after 20 seconds; moves do not count", "ends",
    ('        elif self.moves == self.limit:\n            self.result = "GAME OVER"\n', ""),
    ("        self.score = 0\n", "        self.score = 0\n        self.frames = 0\n"),
    ("        self.wave += 1\n",
     '        self.wave += 1\n        self.frames += 1\n        if self.frames == 1200:\n'
     '            self.result = "GAME OVER"\n'),
)  # fmt: skip

# --- text off screen ---------------------------------------------------------------------------

KIND = "text off screen"

mutant(
    KIND, "snake/snake_1.py", "the keys at the end stand on the lower edge", "readable",
    ('"R: PLAY AGAIN   Q: QUIT", PAPER, x, y + 50)', '"R: PLAY AGAIN   Q: QUIT", PAPER, x, y + 300)'),
)  # fmt: skip
mutant(
    KIND, "pong/pong.py", "the computer's points run out on the right", "readable",
    ("midright=(WIDTH - 30, 30)", "midleft=(WIDTH - 30, 30)"),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout_1.py", "the points stand below the window", "readable scores",
    ('f"POINTS {state.points}", GREEN, 110, 617', 'f"POINTS {state.points}", GREEN, 110, 647'),
)  # fmt: skip
mutant(
    KIND, "space_invaders/space_invaders_2.py", "the lives begin at the right edge", "readable",
    ("topright=(WIDTH - 20, 12)", "topleft=(WIDTH - 20, 12)"),
)  # fmt: skip
mutant(
    KIND, "flood_it/flood_it_1.py", "the panel is too far to the right", "readable",
    ("PANEL_X = 695", "PANEL_X = 780"),
)  # fmt: skip

# --- text over other text ----------------------------------------------------------------------

KIND = "text over text"

mutant(
    KIND, "snake/snake_2.py", "the level over the score", "readable",
    ('"topright", (self.field.right + 11, 12)', '"topleft", (60, 12)'),
)  # fmt: skip
mutant(
    KIND, "pong/pong_1.py", "the note is so large that it covers the points", "readable",
    ('"note": 25', '"note": 44'),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout_2.py", "the score at the end over the title", "readable",
    ('f"YOUR SCORE {self.score}", WHITE, (WIDTH // 2, 420)', 'f"YOUR SCORE {self.score}", WHITE, (WIDTH // 2, 375)'),
)  # fmt: skip
mutant(
    KIND, "space_invaders/space_invaders.py", "the wave over the score", "readable",
    ('f"WAVE {game.wave}", WHITE, WIDTH // 2, 28', 'f"WAVE {game.wave}", WHITE, 150, 28'),
)  # fmt: skip
mutant(
    KIND, "flood_it/flood_it_2.py", "the covered tiles over the turns", "readable",
    ("(240, 36))", "(150, 36))"),
)  # fmt: skip

# --- animation that ignores input ----------------------------------------------------------------

KIND = "animation without input"

mutant(
    KIND, "snake/snake.py", "the snake finds its way alone", "responds scores",
    ("                    game.snake.turn(TURNS[event.key])", "                    pass"),
    ("        self.step()\n",
     "        dx = self.apple[0] - self.snake.cells[0][0]\n        dy = self.apple[1] - self.snake.cells[0][1]\n"
     "        self.snake.turn(((dx > 0) - (dx < 0), 0) if dx else (0, (dy > 0) - (dy < 0)))\n        self.step()\n"),
)  # fmt: skip
mutant(
    KIND, "pong/pong.py", "the paddle follows the ball", "responds scores",
    ("self.player.move((keys[pygame.K_DOWN] - keys[pygame.K_UP]) * PLAYER_SPEED)",
     "self.player.move(max(-PLAYER_SPEED, min(PLAYER_SPEED, self.ball.y - self.player.y)))"),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout.py", "the paddle follows the ball, keys only light it up", "responds scores",
    ("        self.paddle.update(keys)\n",
     "        self.paddle.rect.centerx = int(self.ball.position.x)\n        self.paddle.rect.clamp_ip(FIELD)\n"),
    ("if event.key == pygame.K_SPACE and not game.result:\n"
     "                    game.serve()\n                elif", "if"),
    ("        pygame.draw.rect(screen, GREEN, self.rect, border_radius=8)\n",
     "        held = pygame.key.get_pressed()\n"
     "        color = WHITE if held[pygame.K_LEFT] or held[pygame.K_RIGHT] or held[pygame.K_SPACE] else GREEN\n"
     "        pygame.draw.rect(screen, color, self.rect, border_radius=8)\n"),
)  # fmt: skip
mutant(
    KIND, "space_invaders/space_invaders_1.py", "the cannon patrols and fires alone", "responds scores",
    ("if held[pygame.K_LEFT] and", "if pygame.time.get_ticks() // 2000 % 2 and"),
    ("if held[pygame.K_RIGHT] and", "if not pygame.time.get_ticks() // 2000 % 2 and"),
    ("if held[pygame.K_SPACE] and world.shot is None:", "if world.shot is None:"),
)  # fmt: skip
mutant(
    KIND, "flood_it/flood_it.py", "the board picks its colors itself", "responds scores",
    ("                    game.press(event.key)", "                    pass"),
    ("                game.click(event.pos)", "                pass"),
    ("        self.wave += 1\n",
     "        self.wave += 1\n        if self.wave >= 40:\n            self.pick(random.randrange(6))\n"),
)  # fmt: skip

# --- nondeterminism: what depends on where Python puts its objects -------------------------------

KIND = "nondeterminism"

mutant(
    KIND, "snake/snake.py", "the apple's cell comes from an id", "deterministic",
    ("return random.choice(free) if free else None", "return free[id(free) // 16 % len(free)] if free else None"),
)  # fmt: skip
mutant(
    KIND, "pong/pong.py", "the serve's angle comes from an id", "deterministic",
    ("random.uniform(18, 38)", "(18 + id(self) // 16 % 20)"),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout_2.py", "chance is seeded with an id", "deterministic",
    ('        """Begin a new game."""\n', '        """Begin a new game."""\n        random.seed(id(self.window))\n'),
)  # fmt: skip
mutant(
    KIND, "space_invaders/space_invaders.py", "a bomber is drawn from a set of objects", "deterministic",
    ("lowest = {invader.column: invader.rect for invader in self.invaders}", "lowest = set(self.invaders)"),
    ("x, y = random.choice(list(lowest.values())).midbottom", "x, y = random.choice(list(lowest)).rect.midbottom"),
)  # fmt: skip
mutant(
    KIND, "flood_it/flood_it_2.py", "the colors come from ids", "deterministic",
    ("self.paint = random.choice(PAINTS)", "self.paint = PAINTS[id(self) // 16 % len(PAINTS)]"),
)  # fmt: skip

# --- a win that is out of reach ------------------------------------------------------------------

KIND = "win out of reach"

mutant(
    KIND, "pong/pong.py", "the seventh point is a defeat", "wins",
    ('            self.result = "YOU WIN"\n', '            self.result = "YOU LOSE"\n'),
)  # fmt: skip
mutant(
    KIND, "pong/pong_1.py", "a win takes more points than a match has", "wins",
    ("has_won = table.you.points > table.cpu.points", "has_won = table.you.points > GOAL"),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout_2.py", "nobody sees that the last block is gone", "wins",
    ("        if not self.blocks:\n", "        if self.blocks is None:\n"),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout_1.py", "it takes one brick more than there are", "wins",
    ("    if not state.bricks:\n", "    if state.smashed > len(NEON) * COLS:\n"),
)  # fmt: skip
mutant(
    KIND, "flood_it/flood_it_1.py", "half of the moves that a board needs", "wins",
    ("MOVE_LIMITS = (22, 27, 30)", "MOVE_LIMITS = (13, 16, 18)"),
)  # fmt: skip
mutant(
    KIND, "flood_it/flood_it_2.py", "after the last stage comes the first", "wins",
    ('        if self.stage + 1 < len(STAGES):\n            self.stage += 1\n            self.build_stage()\n'
     '        else:\n            self.ending = "YOU WIN"\n',
     "        self.stage = (self.stage + 1) % len(STAGES)\n        self.build_stage()\n"),
)  # fmt: skip

# --- unfair: who plays well is dead within seconds ------------------------------------------------

KIND = "unfair"

mutant(
    KIND, "snake/snake_moving_food_countdown.py", "two seconds of hunger", "fair",
    ("HUNGER_SECONDS = 12", "HUNGER_SECONDS = 2"),
)  # fmt: skip
mutant(
    KIND, "pong/pong.py", "the paddle crawls", "fair wins",
    ("PLAYER_SPEED = 7", "PLAYER_SPEED = 1"),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout.py", "one life and a paddle that crawls", "fair wins",
    ("LIVES = 3\n", "LIVES = 1\n"),
    ("    SPEED = 8\n", "    SPEED = 1\n"),
)  # fmt: skip
mutant(
    KIND, "space_invaders/space_invaders_1.py", "the block starts just above the cannon", "fair",
    ("top = 80 + 24 * min(world.wave, 6)", "top = 440 + 24 * min(world.wave, 6)"),
)  # fmt: skip
mutant(
    KIND, "flood_it/flood_it.py", "five moves for the first board", "fair wins",
    ("(8, 20)", "(8, 5)"),
)  # fmt: skip

# --- a remix that plays like its source -----------------------------------------------------------

KIND = "remix without the wish"

mutant(
    KIND, "snake/snake_moving_food.py", "the food never runs", "changed",
    ("        else:\n            self.flee()\n", ""),
)  # fmt: skip
mutant(
    KIND, "snake/snake_2_portals.py", "the portals never open", "changed",
    ("for _ in range(2):", "for _ in range(0):"),
)  # fmt: skip
mutant(
    KIND, "pong/pong_2_extra_balls.py", "only one ball", "changed",
    ("MOST_BALLS = 3", "MOST_BALLS = 1"),
    ('        self.print_at(self.small, f"BALLS {len(self.balls)}", YELLOW, (450, 36))\n', ""),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout_creeping.py", "the wall stays where it is", "changed",
    ("        self.creep()\n", ""),
    ("        for x in range(COURT.left + 6, COURT.right, 22):\n"
     "            pygame.draw.line(self.window, RED, (x, RED_LINE_Y), (x + 10, RED_LINE_Y), 2)\n", ""),
    ("(WIDTH // 2, 595))", "(WIDTH // 2, 420))"),
    ("            pygame.draw.rect(self.window, BLACK, (130, 315, 360, 170))\n"
     "            pygame.draw.rect(self.window, GREEN, (130, 315, 360, 170), 2)\n", ""),
)  # fmt: skip
mutant(
    KIND, "space_invaders/space_invaders_divers.py", "nobody ever dives", "changed",
    ("        if self.enemies and random.random() < 0.003 + 0.002 * self.wave:\n", "        if False:\n"),
)  # fmt: skip
mutant(
    KIND, "flood_it/flood_it_fog.py", "the fog is lifted from the start", "changed",
    ("self.fogged = True", "self.fogged = False"),
)  # fmt: skip

# --- forbidden: more than pygame and the allowed modules -------------------------------------------

KIND = "forbidden"

mutant(
    KIND, "snake/snake.py", "sleeps with the time module", "self_contained",
    ("import random\n\nimport pygame", "import random\nimport time\n\nimport pygame"),
    ("        clock.tick(FPS)", "        time.sleep(1 / FPS)"),
)  # fmt: skip
mutant(
    KIND, "pong/pong_2.py", "reads a file of records", "self_contained",
    ("        self.is_running = True\n",
     "        try:\n            self.record = open(\"pong_record.txt\").read()\n        except OSError:\n"
     "            self.record = ''\n        self.is_running = True\n"),
)  # fmt: skip
mutant(
    KIND, "breakout/breakout_1.py", "runs text as code", "self_contained",
    ("GREEN = (0, 255, 65)", 'exec("GREEN = (0, 255, 65)")'),
)  # fmt: skip
mutant(
    KIND, "space_invaders/space_invaders_1.py", "sets the environment", "self_contained",
    ("import itertools\n", "import itertools\nimport os\n"),
    ("    pygame.init()\n", '    os.environ["SDL_VIDEO_CENTERED"] = "1"\n    pygame.init()\n'),
)  # fmt: skip
mutant(
    KIND, "flood_it/flood_it_2.py", "loads a font that is not there", "self_contained launches",
    ("self.font = pygame.font.Font(None, 27)", 'self.font = pygame.font.Font("PressStart2P.ttf", 27)'),
)  # fmt: skip

# What the judge does not see, and why; scripts/mutants.py counts these like all others.
MISSED = {
    # the player still scores, though not where it wants to
    "space_invaders/space_invaders_2.py: the cannon is put back to the middle",
    # a counter that has moved once is a counter that moves
    "snake/snake.py: =+ instead of +=",
    # a puzzle left alone gets nowhere, and it can still be won
    "flood_it/flood_it.py: the moves are never used up",
}
