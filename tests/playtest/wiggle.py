"""Players that the tests send to games."""


def wiggle(frame):
    """Go left and right and note where a live variable stands."""
    while frame.number < 50:
        keys = {"LEFT"} if frame.number % 20 < 10 else {"RIGHT"}
        frame = yield [*keys, ("note", frame.live["game"].x)]


def mistaken(frame):
    """Make a mistake on the fifth frame."""
    while frame.number < 5:
        frame = yield ()
    raise KeyError("no such thing")


def unknown_key(frame):
    """Press a key that does not exist."""
    while True:
        frame = yield ["NOSUCHKEY"]
