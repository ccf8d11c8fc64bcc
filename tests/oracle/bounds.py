"""A criterion's bounds and what it can give."""
from fractions import Fraction

from exact import read, read_optional

ZERO = Fraction(0)


def criterion_bounds(criterion):
    """model, Scales: "A criterion's bounds are 0 and its points. A `deduction` criterion … is bounded by its floor
    (default none) and 0"."""
    if "deduction" in criterion:
        return read_optional(criterion["deduction"], "floor"), ZERO
    return ZERO, read(criterion["points"])


def full_points(criterion):
    """A deduction has no points of its own: full means that nothing is taken."""
    return ZERO if "deduction" in criterion else read(criterion["points"])


def worth(criterion):
    """What the criterion is worth in its section: its weight, in the place of its points, which are scaled to it."""
    return read(criterion["weight"]) if "weight" in criterion else full_points(criterion)
