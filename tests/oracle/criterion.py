"""One criterion of one subject: measure, scale, bounds, bonus, rounding, no data."""
from fractions import Fraction
from typing import NamedTuple, Optional

from exact import bounded, read, read_optional, rounded

ZERO = Fraction(0)
AS_IS = {"type": "as-is"}


class CriterionScore(NamedTuple):
    points: Optional[Fraction] = None
    bonus: Optional[Fraction] = None
    no_data: Optional[str] = None  # the setting that decided, when there was no data
    waits: bool = False  # an input is missing, so the result is provisional

    @property
    def excluded(self):
        return self.no_data == "exclude"


def score(criterion, roles, forms, records, disputed):
    """`forms` and `records` are those of the subject that count; `disputed`: a record of this criterion is in open
    conflict."""
    if disputed:
        return CriterionScore(waits=True)
    if criterion["measure"]["type"] == "records":
        points, bonus = _from_records(criterion, [r for r in records if r["criterion"] == criterion["id"]])
        return _finished(criterion, points, bonus)
    raw = _rating(criterion, asked_roles(criterion, roles), forms)
    if raw == "no-data":
        return _without_data(criterion)
    if raw == "wait":
        return CriterionScore(waits=True)
    return _finished(criterion, *_split(criterion, raw))


def asked_roles(criterion, roles):
    asked = criterion["measure"].get("roles")
    return [role for role in roles if asked is None or role["id"] in asked]


def full_points(criterion):
    """A deduction has no points of its own: full means that nothing is taken."""
    return ZERO if "deduction" in criterion else read(criterion["points"])


def criterion_bounds(criterion):
    """model, Scales: "A criterion's bounds are 0 and its points. A `deduction` criterion … is bounded by its floor
    (default none) and 0"."""
    if "deduction" in criterion:
        return read_optional(criterion["deduction"], "floor"), ZERO
    return ZERO, read(criterion["points"])


def _rating(criterion, roles, forms):
    """model, Measures: the mean over a role's raters; "across roles: weighted by the scheme's role weights"."""
    weighted = [(role, read(role["weight"])) for role in roles if read(role["weight"]) > 0]
    values = {role["id"]: _role_mean(criterion, role, forms) for role, _ in weighted}
    # "When every weighted role is missing the criterion has no data and its own setting decides."
    if all(value is None for value in values.values()):
        return "no-data"
    total = weights = ZERO
    for role, weight in weighted:
        value = values[role["id"]]
        missing = role.get("missing", "wait")
        if value is None and missing == "wait":
            return "wait"
        if value is None and missing == "share":
            continue
        if value is None:
            value = full_points(criterion) if missing == "full" else ZERO
        total, weights = total + weight * value, weights + weight
    return total / weights  # "a score divides once by their sum"


def _role_mean(criterion, role, forms):
    """model, Measures: "A role is present with at least its minimum of raters (default 1)"."""
    scores = [read(entry["score"]) for form in forms if form["role"] == role["id"]
              for entry in form["scores"] if entry["criterion"] == criterion["id"] and "score" in entry]
    if len(scores) < int(role.get("atLeast", 1)):
        return None
    return sum(scores, ZERO) / len(scores)


def _from_records(criterion, records):
    """decisions: "base = start plus the negative records, within 0 and points; bonus = the positive records, within 0
    and its cap; they never offset"."""
    if criterion["measure"]["of"] == "count":
        # A counted record carries no points, but a correction of 0: "0 points annul".
        annulled = [record for record in records if "points" in record and read(record["points"]) == 0]
        return _split(criterion, Fraction(len(records) - len(annulled)))
    points = [read(record["points"]) for record in records]
    if "bonus" not in criterion:
        return _split(criterion, sum(points, ZERO))
    low, high = criterion_bounds(criterion)
    base = _scaled(criterion, sum((p for p in points if p < 0), ZERO), low, high)
    gained = _each(criterion) * sum((p for p in points if p > 0), ZERO)
    return bounded(base, low, high), bounded(gained, ZERO, read(criterion["bonus"]))


def _split(criterion, raw):
    """model, Scales: "From any other measure: what the scale gives above the points, up to the cap.\""""
    low, high = criterion_bounds(criterion)
    cap = read_optional(criterion, "bonus")
    value = _scaled(criterion, raw, low, high if cap is None else high + cap)
    bonus = None if cap is None else bounded(value - high, ZERO, cap)
    return bounded(value, low, high), bonus


def _each(criterion):
    scale = criterion.get("scale", AS_IS)
    return read(scale["each"]) if scale["type"] == "each" else Fraction(1)


def _scaled(criterion, raw, low, high):
    """model, Scales: each = "start + each × raw …, within floor and cap, which default to the criterion's bounds"."""
    scale = criterion.get("scale", AS_IS)
    if scale["type"] == "as-is":
        return raw
    value = read(scale.get("start", "0")) + read(scale["each"]) * raw
    floor, cap = read_optional(scale, "floor"), read_optional(scale, "cap")
    return bounded(value, low if floor is None else floor, high if cap is None else cap)


def _without_data(criterion):
    """model, Measures: wait (default), zero, full, or exclude."""
    setting = criterion.get("noData", "wait")
    if setting == "wait":
        return CriterionScore(no_data=setting, waits=True)
    if setting == "exclude":
        return CriterionScore(no_data=setting)
    # A named rounding holds here too: else no data could earn more than full marks, 33.3 beside their 33.
    bonus = ZERO if "bonus" in criterion else None
    return _finished(criterion, full_points(criterion) if setting == "full" else ZERO, bonus)._replace(no_data=setting)


def _finished(criterion, points, bonus):
    """model, Total: "criterion bounds, criterion rounding if named"; points and bonus are apart, so each rounds."""
    if "rounding" in criterion:
        points = rounded(points, criterion["rounding"])
        bonus = None if bonus is None else rounded(bonus, criterion["rounding"])
    return CriterionScore(points, bonus)
