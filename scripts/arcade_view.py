"""What the arcade's window shows. It draws and measures; arcade.py decides."""

import functools
import textwrap

import pygame
from pygments import lex
from pygments.lexers import PythonLexer
from pygments.token import Comment, Keyword, Name, Number, String

from catalogue import read_film

SIZE = WIDTH, HEIGHT = 1080, 640
ROW = 24  # pixels of a row of the list
LIST = pygame.Rect(16, 64, 372, 22 * ROW)
ROWS = LIST.height // ROW
SIDE = pygame.Rect(412, 64, WIDTH - 412 - 16, LIST.height)
PICTURE = pygame.Rect(SIDE.x, SIDE.y, 312, 260)
TEXT = pygame.Rect(PICTURE.right + 20, SIDE.y, SIDE.right - PICTURE.right - 20, PICTURE.height)
TREE_ROW, TREE_HEAD = 20, 20  # pixels
TREE_ROWS = 7  # of the remix tree, at most
LINE = 18  # pixels of a line of source
PAGE = pygame.Rect(16, 64, WIDTH - 32, LIST.height)
LINES = (PAGE.height - 12) // LINE

BLACK, PANEL, BORDER = (8, 10, 8), (16, 21, 16), (38, 48, 38)
ACCENT, WHITE, GRAY = (0, 255, 65), (225, 232, 225), (128, 142, 128)
RED, GOLD, BLUE, VIOLET = (255, 107, 107), (255, 200, 87), (106, 183, 255), (199, 155, 255)
KIND_COLORS = {"base": ACCENT, "variant": BLUE, "remix": GOLD, "bug": RED, "silent": VIOLET}
TOKEN_COLORS = {Comment: GRAY, Keyword: VIOLET, String: GOLD, Number: BLUE, Name.Function: ACCENT, Name.Class: ACCENT}

HINTS = {
    "games": "TYPE: SEARCH   ARROWS: CHOOSE   ENTER: PLAY   F2: BROKEN SCRIPTS   F3: SOURCE   ESC: {back}",
    "source": "ARROWS: SCROLL   ESC: BACK",
    "error": "ARROWS: SCROLL   ESC: BACK",
    "play": "ESC: END THE GAME",
}


class Film:
    """A moving preview: its pictures (list[pygame.Surface]) and when each ends (list[int], milliseconds)."""

    def __init__(self, path):
        images, self.ends = read_film(path)
        share = min(PICTURE.width / images[0].width, PICTURE.height / images[0].height)
        size = [int(side * share) for side in images[0].size]
        pictures = [pygame.image.frombytes(image.tobytes(), image.size, "RGB") for image in images]
        self.pictures = [pygame.transform.smoothscale(picture, size) for picture in pictures]

    def at(self, time):
        """Return the picture for a time in milliseconds (pygame.Surface)."""
        time %= self.ends[-1]
        return next(picture for picture, end in zip(self.pictures, self.ends) if time < end)


# --- texts -----------------------------------------------------------------------------------


@functools.cache
def font(size):
    """Return the games' own font."""
    return pygame.font.Font(None, size)


@functools.cache
def code_font():
    """Return a font for code: one whose letters are all as wide, where the system has one."""
    return pygame.font.Font(pygame.font.match_font("dejavusansmono,menlo,consolas,liberationmono,couriernew"), 14)


@functools.lru_cache(2_000)
def render(text, style, color):
    """Return the picture of a text."""
    return style.render(text, True, color)


def forget_fonts():
    """Forget what does not outlive pygame.quit()."""
    for cached in (font, code_font, render, wrap):
        cached.cache_clear()


def put(screen, text, size, color, width=None, **place):
    """Draw a text, shortened to a width, with its rectangle placed by keywords such as midleft=(x, y)."""
    style = font(size)
    if width and style.size(text)[0] > width:
        while text and style.size(f"{text}...")[0] > width:
            text = text[:-1]
        text = f"{text.rstrip()}..."
    picture = render(text, style, color)
    return screen.blit(picture, picture.get_rect(**place))


@functools.lru_cache(500)
def wrap(text, size, width):
    """Return the lines of a text in a width (list[str])."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font(size).size(longer)[0] > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def source_lines(code):
    """Return a script's lines as parts of (text, color), with numbers (list[list[tuple]])."""
    lines = [[]]
    for token, text in lex(code, PythonLexer(stripnl=False)):
        color = next((color for kind, color in TOKEN_COLORS.items() if token in kind), WHITE)
        first, *others = text.split("\n")
        lines[-1].append((first, color))
        lines += [[(other, color)] for other in others]
    return [[(f"{number:4}  ", GRAY), *line] for number, line in enumerate(lines[:-1], 1)]


def plain_lines(text):
    """Return a text's lines as parts of (text, color), wrapped; the last one stands out (list[list[tuple]])."""
    *others, last = text.expandtabs(4).split("\n")
    columns = (PAGE.width - 24) // code_font().size("m")[0]
    parts = [(part, GRAY) for line in others for part in textwrap.wrap(line, columns) or [""]]
    parts += [(part, RED) for part in textwrap.wrap(last, columns)]
    return [[part] for part in parts]


# --- the list --------------------------------------------------------------------------------


def rows(games):
    """Return the rows of the list: genres and families as texts, and games (list[tuple[str, object]])."""
    found, genre, family = [], None, None
    for game in games:
        if game.family.genre != genre:
            genre = game.family.genre
            found.append(("genre", genre))
        if game.family.name != family:
            family = game.family.name
            found.append(("family", game.family.title))
        found.append(("game", game))
    return found


def scroll_to(games, game, scroll):
    """Return the first row to show, such that a game can be seen, near `scroll` (int)."""
    if game is None:
        return 0
    number = rows(games).index(("game", game))
    context = 2  # rows above, such as the headings of the first game of a genre, and below
    return max(0, min(scroll, number - context), number - ROWS + 1 + context)


def draw_list(screen, arcade):
    """Draw the list and return what can be clicked."""
    hits, found = [], rows(arcade.shown)
    for number, (kind, value) in enumerate(found[arcade.scroll : arcade.scroll + ROWS]):
        area = pygame.Rect(LIST.x, LIST.y + number * ROW, LIST.width, ROW)
        if kind == "genre":
            put(screen, (value or "other").upper(), 20, GRAY, midleft=(area.x, area.centery + 2))
            pygame.draw.line(screen, BORDER, (area.x + 110, area.centery), (area.right - 12, area.centery))
        elif kind == "family":
            put(screen, value, 24, WHITE, midleft=(area.x, area.centery + 2))
        else:
            draw_row(screen, value, area, value is arcade.game)
            hits.append((area, value))
    if len(found) > ROWS:
        height = max(20, LIST.height * ROWS // len(found))
        top = LIST.y + (LIST.height - height) * arcade.scroll // (len(found) - ROWS)
        pygame.draw.rect(screen, BORDER, (LIST.right - 6, top, 6, height), border_radius=3)
    if not found:
        put(screen, "No game has these words.", 24, GRAY, midleft=(LIST.x, LIST.y + 20))
    return hits


def draw_row(screen, game, area, is_chosen):
    """Draw a game's row: its place in the remix tree, its label and what was changed."""
    if is_chosen:
        pygame.draw.rect(screen, ACCENT, area.inflate(-12, 0).move(-6, 0), border_radius=4)
    x = area.x + 12 + 14 * len(game.ancestors)
    pygame.draw.circle(screen, BLACK if is_chosen else KIND_COLORS[game.kind], (x, area.centery), 3)
    name = game.label or "base"
    put(screen, name, 22, BLACK if is_chosen else GRAY, area.right - x - 32, midleft=(x + 12, area.centery + 1))


# --- what is told of a game ------------------------------------------------------------------


def draw_preview(screen, game, films, time):
    """Draw the moving preview, or why there is none."""
    film = None if game.is_broken else films.get(game)
    if game.is_broken:
        draw_mistake(screen, game)
    elif film:
        picture = film.at(time)
        screen.blit(picture, picture.get_rect(center=PICTURE.center))
    else:
        text = "NO PREVIEW" if films.has_failed(game) else "PLAYING IT FOR A PREVIEW" + "." * (time // 400 % 4)
        put(screen, text, 20, GRAY, center=PICTURE.center)
    pygame.draw.rect(screen, BORDER, PICTURE, 1)


def draw_mistake(screen, game):
    """Draw where a mistake comes from, in place of a preview."""
    how = "ends with an error" if game.kind == "bug" else "runs, but is no good to play"
    by = f"made by program, in {game.made['region']}" if game.made else "made by hand"
    for y, text, size, color in ((-26, "BROKEN", 36, KIND_COLORS[game.kind]), (4, how, 22, WHITE), (28, by, 22, GRAY)):
        put(screen, text, size, color, center=(PICTURE.centerx, PICTURE.centery + y))


def draw_game(screen, game):
    """Draw what the game is, its controls and its remix tree; return what can be clicked."""
    y = TEXT.y
    size = next((size for size in (36, 28) if len(wrap(game.title, size, TEXT.width)) <= 2), 24)
    for line in wrap(game.title, size, TEXT.width):
        put(screen, line, size, ACCENT, topleft=(TEXT.x, y))
        y += size - 4
    facts = ["  ".join(filter(None, [game.kind, game.family.genre, game.family.split]))]
    if game.proof:
        facts.append(f"{game.tokens:,} tokens  difficulty {game.difficulty}")
    for line in facts:
        put(screen, line, 20, KIND_COLORS[game.kind], topleft=(TEXT.x, y + 2))
        y += 18
    draw_prompts(screen, game, y + 16)
    draw_about(screen, game, PICTURE.bottom + 10, SIDE.bottom - tree_height(game))
    return draw_tree(screen, game, SIDE.bottom - tree_height(game))


def draw_prompts(screen, game, y):
    """Draw the prompt, and of its paraphrases those that fit."""
    others = (game.script.values("REMIX") or game.script.values("CREATE"))[1:]
    for prompt, size, color in [(game.prompt, 24, WHITE), *((other, 20, GRAY) for other in others)]:
        lines = wrap(prompt, size, TEXT.width)
        if y + 22 * len(lines) > TEXT.bottom + 4:
            break
        for line in lines:
            put(screen, line, size, color, topleft=(TEXT.x, y))
            y += 22
        y += 6


def draw_about(screen, game, y, bottom):
    """Draw the first paragraphs of the docstring, with the controls, down to a place."""
    for paragraph in game.about[:2]:
        for line in wrap(paragraph, 21, SIDE.width):
            if y + 19 <= bottom:
                put(screen, line, 21, GRAY if paragraph is game.about[0] else WHITE, topleft=(SIDE.x, y))
            y += 19
        y += 5


def tree_height(game):
    """Return how much room the remix tree takes in pixels (int)."""
    count = len(game.ancestors) + 1 + len(game.remixes)
    return TREE_HEAD + TREE_ROW * min(count, TREE_ROWS) if count > 1 else 0


def draw_tree(screen, game, y):
    """Draw what the game was made from and what was made from it; return what can be clicked."""
    tree, hits = [*game.ancestors, game, *game.remixes], []
    if len(tree) == 1:
        return hits
    put(screen, "REMIX TREE", 20, GRAY, topleft=(SIDE.x, y))
    y += TREE_HEAD
    if len(tree) > TREE_ROWS:
        put(screen, f"and {len(tree) - TREE_ROWS} more", 20, GRAY, topright=(SIDE.right, y - TREE_HEAD))
    for one in tree[:TREE_ROWS]:
        area = pygame.Rect(SIDE.x, y, SIDE.width, TREE_ROW)
        x = area.x + 8 + 18 * len(one.ancestors)
        pygame.draw.circle(screen, KIND_COLORS[one.kind], (x, area.centery), 4, 0 if one is game else 1)
        color = ACCENT if one is game else WHITE
        name = put(screen, one.label or "base", 22, color, 240, midleft=(x + 12, area.centery))
        put(screen, one.prompt, 20, GRAY, area.right - name.right - 16, midleft=(name.right + 14, area.centery))
        hits.append((area, one))
        y += TREE_ROW
    return hits


# --- the window ------------------------------------------------------------------------------


def draw_lines(screen, arcade):
    """Draw the source or a traceback."""
    pygame.draw.rect(screen, PANEL, PAGE, border_radius=6)
    screen.set_clip(PAGE.inflate(-8, 0))
    for number, line in enumerate(arcade.lines[arcade.scroll : arcade.scroll + LINES]):
        x = PAGE.x + 12
        for text, color in line:
            x = screen.blit(render(text, code_font(), color), (x, PAGE.y + 8 + number * LINE)).right if text else x
    screen.set_clip(None)


def draw(screen, arcade):
    """Draw the window; return what can be clicked (list[tuple[pygame.Rect, object]])."""
    screen.fill(BLACK)
    hits, game, time = [], arcade.game, pygame.time.get_ticks()
    put(screen, "PLAYABLE DATA", 34, ACCENT, midleft=(16, 32))
    pygame.draw.line(screen, BORDER, (0, 54), (WIDTH, 54))
    if arcade.page in ("source", "error"):
        what = f"data/{game.script.path}" if arcade.page == "source" else f"{game.title} has crashed"
        put(screen, what, 24, WHITE if arcade.page == "source" else RED, midright=(WIDTH - 16, 32))
        draw_lines(screen, arcade)
    else:
        draw_search(screen, arcade, time)
        hits = draw_list(screen, arcade)
        if game:
            draw_preview(screen, game, arcade.films, time)
            hits += draw_game(screen, game)
    if arcade.page == "play":
        hits = []
        draw_notice(screen, game)
    hint = HINTS[arcade.page].format(back="CLEAR" if arcade.query else "LEAVE")
    put(screen, hint, 20, GRAY, midleft=(16, HEIGHT - 18))
    if arcade.page == "games" and game:
        for text, center in {"PLAY": WIDTH - 60, "SOURCE": WIDTH - 156}.items():
            hits.append((draw_button(screen, text, center), text.lower()))
    return hits


def draw_search(screen, arcade, time):
    """Draw the words that are searched, and how many games have them."""
    cursor = "_" if time // 500 % 2 else ""
    put(screen, arcade.query + cursor if arcade.query else "type to search", 26,
        WHITE if arcade.query else GRAY, midleft=(SIDE.x, 32))  # fmt: skip
    what = "games" if arcade.scripts is arcade.games else "scripts"
    put(screen, f"{len(arcade.shown)} of {len(arcade.scripts)} {what}", 22, GRAY, midright=(WIDTH - 16, 32))


def draw_notice(screen, game):
    """Tell that a game is being played in a window of its own."""
    veil = pygame.Surface(SIZE, pygame.SRCALPHA)
    veil.fill((0, 0, 0, 190))
    screen.blit(veil, (0, 0))
    panel = pygame.Rect(0, 0, 520, 120)
    panel.center = WIDTH // 2, HEIGHT // 2
    pygame.draw.rect(screen, PANEL, panel, border_radius=8)
    pygame.draw.rect(screen, ACCENT, panel, 2, border_radius=8)
    put(screen, game.title, 36, ACCENT, panel.width - 40, center=(panel.centerx, panel.y + 44))
    put(screen, "is open in a window of its own", 24, WHITE, center=(panel.centerx, panel.y + 82))


def draw_button(screen, text, center):
    """Draw a button at the bottom and return its area."""
    area = pygame.Rect(0, 0, 88, 26)
    area.center = center, HEIGHT - 20
    pygame.draw.rect(screen, ACCENT, area, 1, border_radius=4)
    put(screen, text, 20, ACCENT, center=area.center)
    return area
