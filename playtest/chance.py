"""Virtual chance: every source of randomness a script can reach depends on the seed alone."""

import os
import random
import sys
import uuid
import weakref

RealRandom = random.Random


class Chance:
    """Hands out seeds for what a script does not seed itself, and can set everything back to them."""

    def __init__(self, seed):
        self.seed = seed
        self.made = []  # weak references to the script's own generators
        self.bytes = RealRandom(f"bytes {seed}")
        self.is_open = False  # while the script runs: only its generators are remembered

    def next_seed(self):
        return f"{self.seed} {len(self.made)}"

    def set_back(self, frame):
        """Seed everything by the frame's number, so that no draw has an effect beyond the frame."""
        random.seed(f"{self.seed} {frame}")
        self.bytes.seed(f"{self.seed} {frame}")
        for number, reference in enumerate(self.made):
            generator = reference()
            if generator is not None:
                RealRandom.seed(generator, f"{self.seed} {frame} {number}")


def install(seed):
    """Make randomness depend on a seed and return the Chance."""
    chance = Chance(seed)
    instance = random._inst
    real_seed = instance.seed

    class Random(RealRandom):
        """random.Random that is never seeded by the machine."""

        def __init__(self, x=None):
            super().__init__(chance.next_seed() if x is None else x)
            if chance.is_open:
                chance.made.append(weakref.ref(self))

        def seed(self, a=None, version=2):
            super().seed(chance.next_seed() if a is None else a, version)

    class SystemRandom(Random):
        """random.SystemRandom, which would ask the machine."""

        def seed(self, *ignored):
            super().seed(None)

    def reseed(a=None, version=2):
        real_seed(seed if a is None else a, version)

    random.seed = reseed
    random.Random, random.SystemRandom = Random, SystemRandom
    random.seed(seed)
    os.urandom = chance.bytes.randbytes
    uuid.uuid1 = lambda *node, **named: uuid.UUID(bytes=os.urandom(16), version=1)
    uuid.uuid4 = lambda: uuid.UUID(bytes=os.urandom(16), version=4)
    if "secrets" in sys.modules:
        install_secrets(sys.modules["secrets"], SystemRandom)
    if "numpy.random" in sys.modules:
        install_numpy(sys.modules["numpy.random"], seed)
    return chance


def install_secrets(secrets, kind):
    source = secrets._sysrand = kind()
    secrets.SystemRandom = kind
    secrets.randbits, secrets.choice = source.getrandbits, source.choice
    secrets.token_bytes = lambda nbytes=None: os.urandom(32 if nbytes is None else nbytes)


def install_numpy(numpy_random, seed):
    real = numpy_random.default_rng
    numpy_random.seed(seed % 2**32)
    numpy_random.default_rng = lambda given=None: real(seed % 2**32 if given is None else given)
