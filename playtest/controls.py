"""Virtual keyboard, mouse and window: what players yield becomes events and the state that scripts ask for."""

import pygame

CLOSE = "CLOSE"
UNICODE = {"SPACE": " ", "RETURN": "\r", "TAB": "\t", "BACKSPACE": "\b", "ESCAPE": "\x1b", "KP_ENTER": "\r"}
SIGNS = {
    "MINUS": "-", "EQUALS": "=", "COMMA": ",", "PERIOD": ".", "SLASH": "/", "SEMICOLON": ";", "QUOTE": "'",
    "PLUS": "+", "LEFTBRACKET": "[", "RIGHTBRACKET": "]", "BACKSLASH": "\\", "BACKQUOTE": "`",
    "KP_PLUS": "+", "KP_MINUS": "-",
}  # fmt: skip
MODIFIERS = ("LSHIFT", "RSHIFT", "LCTRL", "RCTRL", "LALT", "RALT")


def key_code(name):
    """Return pygame's number of a key given by its K_ name ("LEFT", "a", "A"). Raises ValueError."""
    for form in (name, name.lower(), name.upper()):
        code = getattr(pygame, "K_" + form, None)
        if code is not None:
            return code
    raise ValueError(f"no key is called {name!r}")


def typed(name, is_shifted):
    """Return the character that a key types, "" for most."""
    if name.startswith("KP") and len(name) == 3:
        return name[2]
    if len(name) == 1:
        return name.upper() if is_shifted else name.lower()
    return UNICODE.get(name) or SIGNS.get(name, "")


class Controls:
    """The state of keyboard and mouse, fed once a frame with the player's inputs."""

    def __init__(self):
        self.held = {}  # name of the key -> number of frames it has been held
        self.codes = {}
        self.pressed = self.just_pressed = self.just_released = None
        self.modifiers = 0
        self.place, self.was_at = (0, 0), (0, 0)
        self.button = False
        self.just_clicked = self.just_let_go = False
        self.repeat = (0, 0)
        self.post_event = pygame.event.post
        # Where a key's flag lies in the sequence that get_pressed returns.
        self.wrapper = getattr(pygame.key, "ScancodeWrapper", None) or type(pygame.key.get_pressed())
        self.places = self.wrapper(range(512))
        self.make_states((), ())

    def post(self, event):
        """Put an event into the real queue; a full queue or a closed window swallows it."""
        try:
            self.post_event(event)
        except pygame.error:
            pass

    def send(self, kind, **fields):
        self.post(pygame.event.Event(kind, **fields))

    def code(self, name):
        if name not in self.codes:
            self.codes[name] = key_code(name)
        return self.codes[name]

    def feed(self, inputs, frame_ms):
        """Turn the inputs for the next frame into events and states. Raises ValueError for unknown ones."""
        names, acts = [], []
        for item in inputs or ():
            (names if isinstance(item, str) else acts).append(item)
        self.just_clicked, self.just_let_go = False, self.button
        if self.button:
            self.button = False
            self.send(pygame.MOUSEBUTTONUP, pos=self.place, button=1, touch=False, window=None)
        if names or self.held or self.just_pressed_any:
            self.press(names, frame_ms)
        for act in acts:
            self.point(act)

    def press(self, names, frame_ms):
        """Hold exactly the named keys."""
        if CLOSE in names:
            names = [name for name in names if name != CLOSE]
            self.send(pygame.QUIT)
        names = dict.fromkeys(name.lower() if len(name) == 1 else name for name in names)
        codes = {name: self.code(name) for name in names}
        gone = [name for name in self.held if name not in names]
        new = sorted(name for name in names if name not in self.held)
        self.modifiers = 0
        for name in MODIFIERS:
            if name in names:
                self.modifiers |= getattr(pygame, "KMOD_" + name)
        for name in gone:
            del self.held[name]
            self.key_event(pygame.KEYUP, name)
        for name in new:
            self.held[name] = 0
            self.key_event(pygame.KEYDOWN, name)
        for name in self.held:
            if name not in new:
                self.repeat_key(name, frame_ms)
        if gone or new or self.just_pressed_any:
            self.make_states([codes[name] for name in new], [self.code(name) for name in gone])

    def key_event(self, kind, name):
        code = self.code(name)
        letter = typed(name, self.modifiers & pygame.KMOD_SHIFT)
        fields = dict(key=code, mod=self.modifiers, unicode=letter, scancode=self.places[code], window=None)
        self.send(kind, **fields)
        if kind == pygame.KEYDOWN and letter.isprintable() and letter:
            self.send(pygame.TEXTINPUT, text=letter, window=None)

    def repeat_key(self, name, frame_ms):
        """Send the key down again where a script has asked for that by set_repeat."""
        before = self.held[name] * frame_ms
        self.held[name] += 1
        delay, interval = self.repeat
        if delay and before + frame_ms >= delay:
            times = (before + frame_ms - delay) // interval - max(-1, (before - delay) // interval)
            for _ in range(int(times)):
                self.key_event(pygame.KEYDOWN, name)

    def make_states(self, new, gone):
        flags = [False] * 512
        for name in self.held:
            flags[self.places[self.code(name)]] = True
        self.pressed = self.wrapper(flags)
        self.just_pressed, self.just_released = self.flags_of(new), self.flags_of(gone)
        self.just_pressed_any = bool(new or gone)

    def flags_of(self, codes):
        flags = [False] * 512
        for code in codes:
            flags[self.places[code]] = True
        return self.wrapper(flags)

    def point(self, act):
        """Move the pointer, and click there."""
        if len(act) != 3 or act[0] not in ("click", "move"):
            raise ValueError(f"not an input: {act!r}")
        place = int(act[1]), int(act[2])
        moved_by = place[0] - self.place[0], place[1] - self.place[1]
        self.place = place
        if moved_by != (0, 0):
            fields = dict(pos=place, rel=moved_by, buttons=(0, 0, 0), touch=False, window=None)
            self.send(pygame.MOUSEMOTION, **fields)
        if act[0] == "click" and not self.button:
            self.button = self.just_clicked = True
            self.send(pygame.MOUSEBUTTONDOWN, pos=place, button=1, touch=False, window=None)

    def get_rel(self):
        rel = self.place[0] - self.was_at[0], self.place[1] - self.was_at[1]
        self.was_at = self.place
        return rel

    def set_repeat(self, delay=0, interval=0):
        self.repeat = (delay, interval or delay)

    def buttons(self, num_buttons=3, desktop=False):
        return (self.button,) + (False,) * (num_buttons - 1)


def install_events(controls, clock, wait):
    """Count the questions for events, since a script may wait by asking."""

    def counted(function):
        def asked(*args, **named):
            clock.look()
            return function(*args, **named)

        return asked

    for name in ("get", "poll", "peek", "pump"):
        setattr(pygame.event, name, counted(getattr(pygame.event, name)))
    pygame.event.wait = wait


def install(controls, clock, wait):
    """Put virtual devices in the place of pygame's. `wait` stands in for pygame.event.wait."""
    install_events(controls, clock, wait)
    key, mouse = pygame.key, pygame.mouse
    key.get_pressed = lambda: controls.pressed
    key.get_mods = lambda: controls.modifiers
    key.set_mods = lambda mods: None
    key.set_repeat, key.get_repeat = controls.set_repeat, lambda: controls.repeat
    key.get_focused = mouse.get_focused = lambda: True
    mouse.get_pos = lambda desktop=False: controls.place
    mouse.get_rel = controls.get_rel
    mouse.get_pressed = controls.buttons
    mouse.set_pos = lambda *place: None
    mouse.set_cursor = lambda *cursor: None
    if hasattr(key, "get_just_pressed"):  # pygame-ce
        key.get_just_pressed = lambda: controls.just_pressed
        key.get_just_released = lambda: controls.just_released
        mouse.get_just_pressed = lambda: (controls.just_clicked, False, False)
        mouse.get_just_released = lambda: (controls.just_let_go, False, False)
