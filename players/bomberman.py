"""Players of the bomberman family: they bomb bricks and enemies, and only where they can get away."""

from collections import deque
from types import SimpleNamespace

WAYS = {"UP": (0, -1), "LEFT": (-1, 0), "DOWN": (0, 1), "RIGHT": (1, 0)}
FIRE = 30  # frames that fire burns


def blast(seen, bomb):
    """Return the cells that a bomb will set on fire."""
    cells = [bomb]
    for dx, dy in WAYS.values():
        for step in range(1, seen.reach + 1):
            cell = (bomb[0] + dx * step, bomb[1] + dy * step)
            if cell in seen.stones:
                break
            cells.append(cell)
            if cell in seen.bricks:
                break
    return cells


def burning_times(seen, bombs):
    """Return {cell: [(first, last) frame from now of fire]} for flames and bombs {cell: frames left}."""
    times = {cell: [(0, left)] for cell, left in seen.flames.items()}
    bombs, waiting = dict(bombs), sorted(bombs, key=bombs.get)
    while waiting:
        bomb = waiting.pop(0)
        for cell in blast(seen, bomb):
            times.setdefault(cell, []).append((bombs[bomb], bombs[bomb] + FIRE))
            if cell in waiting:
                bombs[cell] = min(bombs[cell], bombs[bomb] + 1)
        waiting.sort(key=bombs.get)
    return times


def walks(seen, bombs):
    """Return {cell: (frames, first key)} of all cells that can be reached unburnt, and the burning times."""
    times, frames = burning_times(seen, bombs), seen.frames
    # After the last fire time does not matter.
    last = max((end for spans in times.values() for _, end in spans), default=0)
    found, edge, visited = {}, deque([(seen.cell, 0, None)]), set()
    while edge:
        cell, now, first = edge.popleft()
        found.setdefault(cell, (now, first))
        for key, (dx, dy) in [*WAYS.items(), (None, (0, 0))]:
            new, then = (cell[0] + dx, cell[1] + dy), now + frames
            mark = (new, min(then, last))
            if mark in visited or key and (new in seen.stones or new in seen.bricks or new in bombs):
                continue
            if any(start < then + 6 and now - 3 < end for start, end in times.get(new, ())):
                continue
            if key and then < 3 * frames and is_near(seen, new, 1.6):
                continue
            visited.add(mark)
            if key or then < last:
                edge.append((new, then, first or key or "wait"))
    return found, times


def is_near(seen, cell, distance):
    return any(abs(x - cell[0]) + abs(y - cell[1]) < distance for x, y in seen.enemies)


def worth(seen, cell):
    """Tell how much a bomb at a cell would hit."""
    hit = blast(seen, cell)
    aims = [enemy for enemy in seen.enemies if (round(enemy[0]), round(enemy[1])) in hit]
    return sum(place in seen.bricks for place in hit) + 4 * len(aims)


def decide(seen):
    """Return the keys of somebody who stands in a cell."""
    found, times = walks(seen, seen.bombs)
    goal = None
    safe = {cell: way for cell, way in found.items() if cell not in times}
    if seen.cell in times or is_near(seen, seen.cell, 2.6):
        away = {cell: way for cell, way in safe.items() if not is_near(seen, cell, 3.1)} or safe
        if seen.cell not in times and seen.can_bomb and worth(seen, seen.cell) and can_flee(seen, seen.cell):
            return {"SPACE"}
        goal = min(away, key=lambda cell: away[cell][0], default=None)
    if goal is None:
        prizes = [cell for cell in seen.prizes if cell in safe]
        if prizes:
            goal = min(prizes, key=lambda cell: safe[cell][0])
        elif seen.can_bomb and not seen.bombs:
            spots = {cell: worth(seen, cell) for cell in safe}
            near = {cell: safe[cell][0] / seen.frames - 2 * value for cell, value in spots.items() if value}
            for spot in sorted(near, key=near.get)[:6]:
                if can_flee(seen, spot):
                    if spot == seen.cell:
                        return {"SPACE"}
                    goal = spot
                    break
            if goal is None and seen.enemies and safe:
                prey = seen.enemies[0]
                goal = min(safe, key=lambda cell: abs(cell[0] - prey[0]) + abs(cell[1] - prey[1]))
    key = found[goal][1] if goal in found else None
    return {key} - {None, "wait"}


def can_flee(seen, cell):
    """Tell whether a bomb laid in a cell leaves a way from there to a safe one."""
    found, times = walks(SimpleNamespace(**{**vars(seen), "cell": cell}), {**seen.bombs, cell: seen.fuse})
    return any(cell not in times for cell in found)


def play(frame, look):
    """Play by what look(live) tells: what there is, or None on the way between two cells."""
    keys, waited = set(), 0
    while True:
        seen = look(frame.live)
        waited = waited + 1 if seen else 0
        if waited % 6 == 1:
            keys = decide(seen)
        frame = yield keys


def look_at_base(live):
    """What a player sees in bomberman."""
    game = live["game"]
    man, field = game.man, game.field
    if man.place.distance_to(man.cell) > man.speed:
        return None
    return SimpleNamespace(
        cell=man.cell, frames=round(1 / man.speed), reach=game.reach, fuse=150,
        stones={cell for cell, mark in field.items() if mark == "#"},
        bricks={cell for cell, mark in field.items() if mark == "+"},
        bombs={cell: end - game.time for cell, end in game.bombs.items()},
        flames={cell: end - game.time for cell, end in game.flames.items() if end > game.time},
        enemies=[tuple(enemy.place) for enemy in game.enemies],
        prizes=[cell for cell, mark in field.items() if mark in "BR" or mark == "E" and not game.enemies],
        can_bomb=len(game.bombs) < game.most_bombs,
    )  # fmt: skip


def bomberman(frame):
    """Bomb bricks and enemies, take power-ups, leave by the exit."""
    yield from play(frame, look_at_base)


def look_at_grid(live):
    """What a player sees in bomberman_1."""
    world, size = live["world"], live["SIZE"]
    man = world.man
    if man.x % size or man.y % size:
        return None
    marks = {(x, y): mark for y, row in enumerate(world.grid) for x, mark in enumerate(row)}
    return SimpleNamespace(
        cell=man.cell(), frames=size // 3, reach=world.reach, fuse=140,
        stones={cell for cell, mark in marks.items() if mark == "#"},
        bricks={cell for cell, mark in marks.items() if mark.islower()},
        bombs=dict(world.fuses), flames=dict(world.fires),
        enemies=[(enemy.x / size, enemy.y / size) for enemy in world.enemies],
        prizes=[cell for cell, mark in marks.items() if mark in "BR" or mark == "E" and not world.enemies],
        can_bomb=len(world.fuses) < world.bombs,
    )  # fmt: skip


def bomberman_1(frame):
    """Bomb bricks and enemies, take power-ups, leave by the exit."""
    yield from play(frame, look_at_grid)


def play_remote(frame, kicks=False):
    """Play like bomberman, press x once out of reach, and perhaps kick every second bomb before."""
    keys, waited, laid, kicked = set(), 0, 0, 0
    while True:
        seen = look_at_base(frame.live)
        waited = waited + 1 if seen else 0
        if waited % 6 == 1:
            seen.bombs = dict.fromkeys(seen.bombs, 60)
            seen.fuse = 60
            beside = {key: (seen.cell[0] + dx, seen.cell[1] + dy) for key, (dx, dy) in WAYS.items()}
            kick = next((key for key, cell in beside.items() if cell in seen.bombs), None)
            if kicks and kick and laid % 2 == 0 and kicked < laid:
                keys, kicked = {kick}, laid
            elif seen.bombs and (waited > 300 or seen.cell not in burning_times(seen, seen.bombs)):
                keys = {"x"}
            else:
                keys = decide(seen)
                laid += "SPACE" in keys
        frame = yield keys


def bomberman_remote(frame):
    """Bomb by remote control."""
    yield from play_remote(frame)


def bomberman_remote_kick(frame):
    """Bomb by remote control, and kick bombs."""
    yield from play_remote(frame, kicks=True)
