"""Players of the guitar_hero family. Each presses a lane's key when a note is at the line, a little off, like a beginner."""

import random as chance


def strum(frame, look):
    """Play by what look(live) tells: the lanes with a note about to be played, each with a mark of the note, the
    frames left, and how long to hold it."""
    dice, played, held = chance.Random("strum"), {}, {}
    while True:
        for lane, note, left, length in look(frame.live):
            if note not in played:
                # Some notes come early, some late, and now and then one is overlooked.
                played[note] = None if dice.random() < 0.04 else dice.choice((3, 2, 1, 0, 0, -1, -2, 6))
            if played[note] is not None and left <= played[note]:
                played[note], held[lane] = None, 4 + length
        keys = {"asdfg"[lane] for lane, frames in held.items() if frames > 1}
        held = {lane: frames - 1 for lane, frames in held.items() if frames}
        frame = yield keys


def notes_of_base(live):
    """What a player sees in guitar_hero: notes by the frames left."""
    game = live["game"]
    return [(note.lane, (note.frame, note.lane), note.frame - game.frame - 1, getattr(note, "length", 0))
            for note in game.notes[:12]]


def guitar_hero(frame):
    """Press each lane's key in time."""
    yield from strum(frame, notes_of_base)


def notes_of_strings(live):
    """What a player sees in guitar_hero_1: the first gem of each string, by the frames left."""
    show = live["show"]
    pace = live["TEMPOS"][show.part()] / 3600
    return [(string, (gems[0], string), (gems[0] - show.now) / pace - 1, 0)
            for string, gems in enumerate(show.gems) if gems]


def guitar_hero_1(frame):
    """Press each string's key in time."""
    yield from strum(frame, notes_of_strings)


def guitar_hero_hold_notes_star_power(frame):
    """Play like guitar_hero, and spend the stars when there are enough."""
    play = strum(frame, notes_of_base)
    keys = next(play)
    while True:
        frame = yield keys | ({"SPACE"} if frame.live["game"].stars >= 50 else set())
        keys = play.send(frame)
