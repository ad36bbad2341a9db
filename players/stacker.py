"""Players of the stacker family. They press when the row stands over the tower, or over most of it."""


def press(frame):
    """Press SPACE for a frame and let it go."""
    frame = yield {"SPACE"}
    return (yield ())


def stacker(frame):
    """Wait until every block has support."""
    while True:
        game = frame.live["game"]
        support = game.tower[-1] if game.tower else game.row()
        if set(game.row()) <= set(support) and game.state == "play":
            frame = yield from press(frame)
        else:
            frame = yield ()


def stacker_1(frame):
    """Wait until every light has one below."""
    while True:
        state = frame.live["state"]
        low, high = state["lit"].get(len(state["lit"]) - 1, (0, 6))
        if low <= state["first"] and state["last"] <= high and not state["pause"]:
            frame = yield from press(frame)
        else:
            frame = yield ()
