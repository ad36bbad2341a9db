# SOURCE: ../stacker_1_impatient.py
# FAILURE: restarts: R at frame 386 of random play, seed 2: 'GAME OVER' is still there

"""Stacker on a machine with a wall of lamps: freeze the running lights above each other.

Space (or a click) freezes the running lights. A light above a dark lamp goes out, and the
rest is all that runs on the next floor. Bring one light up to the roof to win; lose the
last one and the game is over. The lights run faster from floor to floor, and freeze by
themselves once they have turned round four times.

All state is one dict. `lit` maps a floor to the span (first, last) of its lamps; a span
only ever shrinks, so two numbers are enough.
"""

import random

import pygame

LAMPS, FLOORS = 7, 15
SPACING = 40
LEFT, BOTTOM = 190, 640
WINDOW = (620, 700)
GREEN, CYAN, ORANGE, PALE = (0, 255, 65), (60, 200, 255), (255, 140, 30), (200, 210, 220)
DARK = (24, 26, 34)
PAUSE = 25  # frames for which lost lights blink
MOST_TURNS = 4


def new_game():
    state = {"lit": {}, "points": 0, "result": None, "lost": [], "pause": 0}
    send_lights(state, 3)
    return state


def floor_of(state):
    return len(state["lit"])


def send_lights(state, count):
    """Let lights run on the next floor: three at most, two from the sixth, one from the eleventh."""
    count = min(count, 3 - floor_of(state) // 5)
    first = random.randint(0, LAMPS - count)
    state.update(first=first, last=first + count - 1, way=random.choice((-1, 1)), clock=0.0, turns=0)


def run_lights(state):
    """Move the lights by a lamp whenever their clock is full; it fills faster on higher floors."""
    state["clock"] += 0.07 + 0.011 * floor_of(state)
    if state["clock"] < 1:
        return
    state["clock"] -= 1
    if state["first"] + state["way"] < 0 or state["last"] + state["way"] >= LAMPS:
        state["way"] = -state["way"]
        state["turns"] += 1
        if state["turns"] > MOST_TURNS:
            freeze(state)
            return
    state["first"] += state["way"]
    state["last"] += state["way"]


def freeze(state):
    """Keep the lights that have a light below, and count points for them."""
    floor, first, last = floor_of(state), state["first"], state["last"]
    low, high = state["lit"].get(floor - 1, (0, LAMPS - 1))
    kept = max(first, low), min(last, high)
    state["lost"] = [(lamp, floor) for lamp in range(first, last + 1) if not kept[0] <= lamp <= kept[1]]
    if kept[0] > kept[1]:
        state["result"] = "GAME OVER"
        return
    count = kept[1] - kept[0] + 1
    state["points"] += count * 10 * (floor + 1) + (0 if state["lost"] else 50)
    state["lit"][floor] = kept
    state["pause"] = PAUSE if state["lost"] else 0
    if floor == FLOORS - 1:
        state["result"] = "YOU WIN"
    else:
        send_lights(state, count)


def tick(state):
    """Advance the game by a frame."""
    if state["pause"]:
        state["pause"] -= 1
    else:
        state["lost"] = []
        run_lights(state)


def glow(window, lamp, floor, color):
    """Draw a lamp that is lit."""
    center = LEFT + lamp * SPACING, BOTTOM - floor * SPACING
    pygame.draw.circle(window, [part // 4 for part in color], center, 19)
    pygame.draw.circle(window, color, center, 13)
    pygame.draw.circle(window, (255, 255, 255), (center[0] - 4, center[1] - 4), 4)


def write(window, font, text, color, center):
    image = font.render(text, True, color)
    window.blit(image, image.get_rect(center=center))


def paint_machine(window):
    body = pygame.Rect(LEFT - 45, 45, LAMPS * SPACING + 50, BOTTOM - 10)
    pygame.draw.rect(window, (12, 14, 20), body, border_radius=18)
    pygame.draw.rect(window, CYAN, body, 3, border_radius=18)
    for floor in range(FLOORS):
        for lamp in range(LAMPS):
            pygame.draw.circle(window, DARK, (LEFT + lamp * SPACING, BOTTOM - floor * SPACING), 13)
    for floor in (5, 10):
        y = BOTTOM - floor * SPACING + SPACING // 2
        pygame.draw.line(window, ORANGE, (body.left + 10, y), (body.right - 10, y))


def paint(window, fonts, state):
    window.fill((0, 0, 0))
    paint_machine(window)
    for floor, (first, last) in state["lit"].items():
        for lamp in range(first, last + 1):
            glow(window, lamp, floor, GREEN)
    if not state["result"] and not state["pause"]:
        for lamp in range(state["first"], state["last"] + 1):
            glow(window, lamp, floor_of(state), CYAN)
    if state["result"] or state["pause"] % 8 < 4:
        for lamp, floor in state["lost"]:
            glow(window, lamp, floor, ORANGE)
    write(window, fonts[0], f"POINTS {state['points']}", PALE, (540, 80))
    write(window, fonts[0], f"FLOOR {floor_of(state)}/{FLOORS}", PALE, (540, 115))
    write(window, fonts[0], f"TURNS {MOST_TURNS - min(state['turns'], MOST_TURNS)}", ORANGE, (540, 150))
    write(window, fonts[0], "SPACE", PALE, (70, 600))
    write(window, fonts[0], "OR CLICK", PALE, (70, 628))
    if state["result"]:
        pygame.draw.rect(window, (0, 0, 0), (150, 270, 280, 150))
        pygame.draw.rect(window, ORANGE, (150, 270, 280, 150), 2)
        write(window, fonts[1], state["result"], GREEN if state["result"] == "YOU WIN" else ORANGE, (290, 305))
        write(window, fonts[0], f"FINAL POINTS {state['points']}", PALE, (290, 350))
        write(window, fonts[0], "R: ONCE MORE   Q: QUIT", PALE, (290, 390))
    pygame.display.flip()


def main():
    pygame.init()
    window = pygame.display.set_mode(WINDOW)
    pygame.display.set_caption("Stacker")
    fonts = pygame.font.Font(None, 28), pygame.font.Font(None, 56)
    clock = pygame.time.Clock()
    state = new_game()
    while True:
        for event in pygame.event.get():
            key = event.key if event.type == pygame.KEYDOWN else None
            if event.type == pygame.QUIT or state["result"] and key == pygame.K_q:
                pygame.quit()
                return
            if state["result"] and key == pygame.K_F5:
                state = new_game()
            elif key == pygame.K_SPACE or event.type == pygame.MOUSEBUTTONDOWN:
                if not state["result"] and not state["pause"]:
                    freeze(state)
        if not state["result"]:
            tick(state)
        paint(window, fonts, state)
        clock.tick(60)


if __name__ == "__main__":
    main()
