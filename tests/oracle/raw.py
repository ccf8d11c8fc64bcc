"""What a measure answers: a raw number, no data, or that an input is still to come."""
from fractions import Fraction
from typing import NamedTuple, Optional


class Raw(NamedTuple):
    value: Optional[Fraction] = None
    waits: bool = False  # an input is missing or in open conflict, so the result is provisional
    conflict: bool = False  # it waits because of two that differ
    have: Optional[int] = None  # n of m, where the result says so
    expected: Optional[int] = None
    gaps: dict = {}  # role of weight 0 → its value minus the raw number


NO_DATA = Raw()
WAITS = Raw(waits=True)
CONFLICT = Raw(waits=True, conflict=True)


def mean(values):
    return sum(values, Fraction(0)) / len(values)
