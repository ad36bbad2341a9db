"""Reading a picture's texts: end phrases, who has won, and the counters of the HUD. Pure functions on Text tuples."""

import functools
import re

FIRST_FRAMES = 10  # texts seen so early belong to the game's normal look
VISIBLE_SHARE = 0.5  # of a text's box in the window; with less it cannot be read

END = re.compile(
    r"""game\s*over | you\s*(have\s+|'ve\s+)?(win|won|lose|lost|died?|survived|escaped|crashed|drew|tied)\b
    | you\s*(are|'re)\s+(dead|out) | \b(wins|victory|victorious|defeat(ed)?|congratulations|congrats|champion)\b
    | \b(checkmate|stalemate|draw\s*game|it's\s+a\s+(draw|tie))\b | time'?s?\s*(is\s+)?(up|out)\b
    | out\s+of\s+(time|moves|lives) | final\s+(score|time|result) | (play|try)\s+again | new\s+game
    | \brestart\b | (press|hit)\s+\W?r\b | \br\W?\s*[:=]\s | \[r\] | \(r\) | mission\s+(complete|failed)
    | (puzzle|game|all\s+levels?)\s+(solved|complete|cleared) | well\s+done
    | \bthe\s+end\b | \bsolved\b | \bbusted\b""",
    re.IGNORECASE | re.VERBOSE,
)
LOST = re.compile(
    r"game\s*over|you\s*(have\s+|'ve\s+)?(lose|lost|died?|crashed)\b|defeat|out\s+of|time'?s?\s*(is\s+)?(up|out)"
    r"|failed|(cpu|computer|enemy|machine|ai|dealer|rival|p2|player\s*(2|two))\s+wins",
    re.IGNORECASE,
)
WON = re.compile(
    r"you\s*(have\s+|'ve\s+)?(win|won|survived|escaped)\b|victor|congrat|well\s+done|solved|complete\b|champion"
    r"|(you|human|p1|player(\s*(1|one))?)\s+wins",
    re.IGNORECASE,
)
QUIT = re.compile(r"\b(quit|exit|leave)\b", re.IGNORECASE)
CLOCK = re.compile(r"\b(time|timer|seconds?|sec|clock|countdown|hunger|fuel|oxygen|air|energy|days?|turns?|moves?)\b",
                   re.IGNORECASE)  # fmt: skip

NUMBER = r"[-+]?\d+(?:,\d{3})*(?:\.\d+)?"
LABELLED = re.compile(rf"([A-Za-z][A-Za-z' _-]*?(?:\s?\d(?=:? +\d))?)\s*[:=x#]?\s*(\d+:\d\d(?:\.\d+)?|{NUMBER})(?![\w])")
BARE = re.compile(rf"^(\d+:\d\d|{NUMBER})\s*(%|pts|points|m|s)?$")
MOST_BARE = 3  # more numbers without a label are the board of a puzzle


def visible(texts):
    """Return the texts that can be read in the window."""
    return [text for text in texts if text.inside >= VISIBLE_SHARE]


def plain(string):
    """Return a text without its numbers, to compare texts that count."""
    return re.sub(r"\d+", "#", string.strip().lower())


@functools.lru_cache(4096)  # most texts stand for many frames
def has_end_phrase(string):
    """Tell whether a text says that the game is over, or how to start another."""
    return END.search(string) is not None


def end_texts(texts, known=frozenset()):
    """Return the end phrases among the texts, without those whose `plain` form is known from the start."""
    return [text.text for text in visible(texts) if has_end_phrase(text.text) and plain(text.text) not in known]


def outcome(strings):
    """Return "won", "lost" or "ended" for the texts of an end screen."""
    joined = " / ".join(strings)
    if WON.search(joined) and not re.search(r"you\s*(lose|lost)", joined, re.IGNORECASE):
        return "won"
    return "lost" if LOST.search(joined) else "ended"


def to_number(string):
    """Return a counter's value; 1:30 is 90 seconds."""
    string = string.replace(",", "")
    if ":" in string:
        minutes, seconds = string.split(":")
        return int(minutes) * 60 + float(seconds)
    return float(string) if "." in string else int(string)


@functools.lru_cache(4096)
def labelled(string):
    """Return the (label in capitals, number) pairs of a text (tuple)."""
    return tuple((label.strip(" -_'").upper(), to_number(value)) for label, value in LABELLED.findall(string))


def counters(texts):
    """Return {label: number} of the texts: "SCORE 10", "LIVES: 3", "MOVES 7/25" (7), "TIME 1:05" (65).

    Labels are in capitals. Up to three numbers without a label are named by their place, as "@12,40".
    """
    found, bare = {}, {}
    for text in visible(texts):
        pairs = labelled(text.text)
        for label, value in pairs:
            found.setdefault(label, value)
        if not pairs:
            match = BARE.match(text.text.strip())
            if match and not text.text.strip().startswith("+"):
                bare[f"@{text.x // 8 * 8},{text.y // 8 * 8}"] = to_number(match[1])
    if len(bare) <= MOST_BARE:
        found.update(bare)
    return found


def counters_of(run, first=1, last=None):
    """Yield (frame, counters) for each change of texts between two frames, with the state at the first."""
    last = run.frames if last is None else last
    yield first, counters(run.texts_at(first))
    for number, texts in run.changes:
        if first < number <= last:
            yield number, counters(texts)


def first_values(run, first=1, last=None):
    """Return {label: the first value it shows} between two frames."""
    values = {}
    for _, now in counters_of(run, first, last):
        for label, value in now.items():
            values.setdefault(label, value)
    return values


# Which counter says how well somebody plays. Earlier is better; labels match by whole words.
BEST_LABELS = (
    "SCORE POINTS PTS", "YOU PLAYER P1", "LINES KILLS HITS COINS GEMS STARS APPLES FOOD EATEN CAUGHT SAVED FOUND "
    "COLLECTED HOME FLIPPED CLEARED PAIRS MATCHES MATCHED DISTANCE METERS METRES ALTITUDE HEIGHT DEPTH CELLS DONE",
    "LEVEL WAVE STAGE ROUND BOARD LAP LENGTH MONEY CASH GOLD SPEED COMBO", "LEFT REMAINING ENEMIES PEGS BRICKS TARGETS",
)  # fmt: skip
FALLING = {"LEFT", "REMAINING", "ENEMIES", "PEGS", "BRICKS", "TARGETS"}
NO_SCORE = {"LIVES", "LIFE", "TIME", "HEALTH", "HP", "MOVES", "TURNS", "HIGH", "HI", "BEST", "RECORD", "TOP", "SHOTS",
            "CPU", "COMPUTER", "AI", "FPS", "FINAL", "AMMO", "FUEL", "HUNGER", "SHIELD", "TRIES", "MISSES",
            "MISSED", "ERRORS", "TIMER", "SECONDS", "P2", "ENERGY", "BOMBS", "NEXT"}  # fmt: skip


def score_label(labels):
    """Return the counter among the labels that tells how well somebody plays, or None."""

    def rank(label):
        words = set(re.findall(r"[A-Z0-9]+", label))
        if words & NO_SCORE:
            return None
        for place, good in enumerate(BEST_LABELS):
            if words & set(good.split()):
                return place
        return len(BEST_LABELS) + (label.startswith("@"))

    ranked = sorted((rank(label), label) for label in labels if rank(label) is not None)
    return ranked[0][1] if ranked else None


def score(run, label=None, last=None):
    """Return (label, gain) of a run's main counter, (None, 0) without one.

    The main counter is the given label, or the best that the run shows (score_label). The gain is how far it got
    from its first value: up, or down for what there should be less of (LEFT, REMAINING, PEGS, ...). Lives, time
    and moves are no score. `last` is the last frame that counts.
    """
    states = list(counters_of(run, 1, last))
    if label is None:
        label = score_label({name for _, now in states for name in now})
    values = [now[label] for _, now in states if label in now]
    if not values:
        return label, 0
    is_falling = bool(FALLING & set(re.findall(r"[A-Z0-9]+", label)))
    return label, values[0] - min(values) if is_falling else max(values) - values[0]
