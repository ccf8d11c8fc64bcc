"""Random scales: what they give reaches from nothing to everything, so that every grade can be reached."""
from fractions import Fraction

from bounds import criterion_bounds
from exact import read, written


def reach(one):
    """Least and most that the criterion's scale should give: for a deduction down to its floor, else with the bonus."""
    low, high = criterion_bounds(one)
    return (Fraction(-5) if low is None else low), high + read(one.get("bonus", "0"))


def linear(draw, one, low, high):
    """Knots over the raw numbers from `low` to `high`; mostly rising or falling all the way."""
    least, most = reach(one)
    raws = _spread(draw, low, high, draw.pick([2, 2, 3, 4]))
    points = sorted([least, most] + [_between(draw, least, most) for _ in raws[2:]], reverse=draw.chance(35))
    if draw.chance(15):
        points = draw.shuffled(points)
    return {"type": "linear", "knots": [{"raw": written(raw), "points": written(given)}
                                        for raw, given in zip(raws, points)]}


def steps(draw, one, low, high):
    least, most = reach(one)
    raws = _spread(draw, low, high, draw.pick([2, 2, 3, 4]))[1:]
    points = sorted([least, most] + [_between(draw, least, most) for _ in raws[1:]], reverse=not draw.chance(25))
    lines = [{"from" if draw.chance(60) else "above": written(raw), "points": written(given)}
             for raw, given in zip(reversed(raws), points)]
    return {"type": "steps", "steps": lines + [{"points": written(points[-1])}]}


def levels(draw, one, text):
    least, most = reach(one)
    points = sorted({least, most} | {_between(draw, least, most) for _ in range(draw.between(0, 3))}, reverse=True)
    return {"type": "levels", "levels": [{"id": f"l{n + 1}", "name": text(f"{n + 1}级"), "points": written(given)}
                                         for n, given in enumerate(points)]}


def each_over(draw, one, low, high):
    """A line through the whole range, written as so much for each: from nothing to everything or the other way."""
    least, most = reach(one)
    for_each = _up_to_six_places((most - least) / (high - low))
    if draw.chance(60):
        return _each(least - for_each * low, for_each)
    return _each(most + for_each * low, -for_each)


def _each(start, for_each):
    scale = {"type": "each", "each": written(for_each)}
    return scale if start == 0 else dict(scale, start=written(start))


def _up_to_six_places(value):
    """Rather too much than too little: bounded it is anyhow."""
    return -(-value * 10**4 // 1) / Fraction(10**4)


def onto(draw, scale, raws):
    """Moves knots and thresholds onto raw numbers that occur; the points stay."""
    is_linear = scale["type"] == "linear"
    lines = scale["knots"] if is_linear else scale["steps"][:-1]
    keys = ["raw" if is_linear else next(key for key in line if key != "points") for line in lines]
    wanted = {read(line[key]) for line, key in zip(lines, keys)}
    for raw in draw.shuffled(raws)[:draw.between(1, len(lines))]:
        if raw not in wanted:
            wanted.discard(draw.pick(sorted(wanted - set(raws)) or sorted(wanted)))
            wanted.add(raw)
    for line, key, raw in zip(lines, keys, sorted(wanted, reverse=not is_linear)):
        line[key] = written(raw)


def _spread(draw, low, high, count):
    """`count` different numbers from `low` to `high`, on a grid of 40 parts, rounded up to a few places."""
    grid = draw.shuffled(range(41))[:count]
    return sorted(_up_to_six_places(low + (high - low) * part / 40) for part in grid)


def _between(draw, low, high):
    return _up_to_six_places(low + (high - low) * draw.between(0, 8) / 8)
