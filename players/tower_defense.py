"""Players of the tower_defense family. Each builds whenever there is money, first where the path is near on many sides."""


def click_slowly(place, wait=12):
    """Click on a place, and wait as a person does."""
    frame = yield {("click", *place)}
    for _ in range(wait):
        frame = yield set()
    return frame


def build(frame, look, order="121121121211"):
    """Build by what look(live) tells: the money, the prices, the kind chosen now (0, 1, ...), and the free spots."""
    built = 0
    while True:
        money, prices, chosen, spots = look(frame.live)
        wanted = int(order[built % len(order)]) - 1
        if spots and money >= prices[wanted]:
            if chosen != wanted:
                yield {str(wanted + 1)}
            frame = yield from click_slowly(spots[0])
            built += 1
        else:
            frame = yield set()


def look_at_base(live):
    """What a player sees in tower_defense."""
    game = live["game"]
    spots = [live["SPOTS"][number] for number in (1, 5, 2, 6, 0, 4, 3, 7, 8, 9, 10, 11)]
    kinds = list(live["TOWERS"])
    prices = [facts[0] for facts in live["TOWERS"].values()]
    return game.money, prices, kinds.index(game.kind), [spot for spot in spots if spot not in game.towers]


def tower_defense(frame):
    """Build guns and cannons on the best free spots."""
    yield from build(frame, look_at_base)


def look_at_sites(live):
    """What a player sees in tower_defense_1: the sites between two pieces of the road first."""
    field = live["field"]
    spots = [live["SITES"][number] for number in (5, 1, 6, 9, 2, 10, 4, 0, 7, 11, 8, 3)]
    prices, chosen = [facts[1] for facts in live["TOWERS"].values()], list(live["TOWERS"]).index(field.chosen)
    return field.money, prices, chosen, [spot for spot in spots if spot not in field.towers]


def tower_defense_1(frame):
    """Build guns and cannons on the best free sites."""
    yield from build(frame, look_at_sites)


def tower_defense_upgrades(frame):
    """Build six towers, and then upgrade one for each that is built."""
    play = build(frame, look_at_base)
    keys = next(play)
    while True:
        game = frame.live["game"]
        low = [spot for spot, tower in game.towers.items() if tower.level < 3]
        levels = sum(tower.level - 1 for tower in game.towers.values())
        if low and len(game.towers) >= 6 and levels < 2 * len(game.towers) - 9:
            if game.money >= game.towers[low[0]].price:
                frame = yield from click_slowly(low[0])
            else:
                frame = yield set()
            continue
        frame = yield keys
        keys = play.send(frame)


def tower_defense_1_freeze(frame):
    """Build like in tower_defense_1, with some frost."""
    yield from build(frame, look_at_sites, "112113112112")


def tower_defense_1_flyers(frame):
    """Build like in tower_defense_1, with more guns."""
    yield from build(frame, look_at_sites, "111211121112")
