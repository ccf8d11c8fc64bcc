"""records: how many count, or the signed sum of their points."""
from fractions import Fraction

from exact import read
from raw import CONFLICT, Raw

ZERO = Fraction(0)


def raw(criterion, own):
    if any(record["criterion"] == criterion["id"] for record in own.disputed_records):
        return CONFLICT
    entries = counting(criterion, own)
    if criterion["measure"]["of"] == "count":
        return Raw(Fraction(len(entries)))
    return Raw(sum((read(record["points"]) for record in entries), ZERO))


def counting(criterion, own):
    """Without those that annul: "0 points annul"."""
    return [record for record in own.records if record["criterion"] == criterion["id"]
            and ("points" not in record or read(record["points"]) != 0)]


def taken_and_given(criterion, own):
    """decisions: "base = start plus the negative records …; bonus = the positive records …; they never offset"."""
    points = [read(record["points"]) for record in counting(criterion, own)]
    return sum((one for one in points if one < 0), ZERO), sum((one for one in points if one > 0), ZERO)
