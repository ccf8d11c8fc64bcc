"""Scales: a raw number becomes points (model, Scales)."""
from fractions import Fraction

from exact import bounded, read, read_optional

AS_IS = {"type": "as-is"}


def scaled(scale, raw, low, high):
    """`low` and `high` are what `each` keeps within if it says nothing else."""
    if scale["type"] == "each":
        return _each(scale, raw, low, high)
    if scale["type"] == "linear":
        return _linear([(read(knot["raw"]), read(knot["points"])) for knot in scale["knots"]], raw)
    if scale["type"] == "steps":
        return _steps(scale["steps"], raw)
    return raw  # as it is; the raw number of levels is points already


def each_of(scale):
    return read(scale["each"]) if scale["type"] == "each" else Fraction(1)


def _each(scale, raw, low, high):
    """"start + each × raw …, within floor and cap, which default to the criterion's bounds"."""
    value = read(scale.get("start", "0")) + read(scale["each"]) * raw
    floor, cap = read_optional(scale, "floor"), read_optional(scale, "cap")
    return bounded(value, low if floor is None else floor, high if cap is None else cap)


def _linear(knots, raw):
    """"straight lines between; flat beyond the ends"."""
    if raw <= knots[0][0]:
        return knots[0][1]
    for (left, start), (right, end) in zip(knots, knots[1:]):
        if raw <= right:
            return start + (end - start) * (raw - left) / (right - left)
    return knots[-1][1]


def _steps(lines, raw):
    """"each inclusive or exclusive as written; the first that holds from the top; the last line has no threshold"."""
    for line in lines:
        if "from" in line and raw < read(line["from"]):
            continue
        if "above" in line and raw <= read(line["above"]):
            continue
        return read(line["points"])
    raise ValueError("the last line has no threshold")
