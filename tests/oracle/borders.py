"""Puts a scheme's rounding and grade borders where its people's totals land, so that ties and borders are met often."""
from fractions import Fraction

import random_scheme
from exact import bounded, read, read_optional, rounded, written
from scoring import section_base_points, total_rounding

TOTAL_STEPS = ["0.01", "0.1", "0.5", "1", "0.05", "0.25", "0.03", "5", "2", "0.001"]


def set_borders(draw, scheme, scores):
    exact = [score.exact_total for score in scores if score.final]
    if draw.chance(60):
        tied = [step for step in TOTAL_STEPS if any(is_tie(total, step) for total in exact)]
        steps = tied if tied and draw.chance(60) else TOTAL_STEPS
        scheme["total"]["rounding"] = random_scheme.rounding(draw, steps)
    if draw.chance(75):
        _set_grades(draw, scheme, [rounded(total, total_rounding(scheme)) for total in exact])


def is_tie(total, step):
    return (2 * total / read(step)) % 2 == 1


def _set_grades(draw, scheme, totals):
    """Bounds on totals that occur, and on others; each at least a step from the next, and all within reach."""
    low, high = _reach(scheme)
    step = read(total_rounding(scheme)["step"])
    wanted = draw.shuffled(totals)[:3] + [Fraction(draw.multiple(step, low, high)) for _ in range(draw.between(0, 3))
                                          if low + step <= high]
    bounds = []
    for bound in sorted(set(wanted), reverse=True):
        if low < bound < high and (not bounds or bounds[-1] - bound > step):
            bounds.append(bound)
    bands = [{"id": f"g{n + 1}", "name": random_scheme.text(f"等级{n + 1}"),
              "above" if draw.chance(35) else "from": written(bound)} for n, bound in enumerate(bounds)]
    if bands:
        scheme["grades"] = bands + [{"id": "last", "name": random_scheme.text("末等")}]


def _reach(scheme):
    """A range that totals surely fill: from what the sections keep at least to what they and the bonuses can give."""
    rule, step = scheme["total"], total_rounding(scheme)
    low = high = Fraction(0)
    for section in scheme["sections"]:
        base = section_base_points(section)
        low += read(section.get("floor", "0"))
        high += bounded(base, None, read_optional(section, "cap"))
        high += sum(read(one.get("bonus", "0")) for one in section["criteria"])
    low, high = (bounded(one, read_optional(rule, "min"), read_optional(rule, "max")) for one in (low, high))
    return rounded(low, dict(step, mode="up")), rounded(high, dict(step, mode="down"))
