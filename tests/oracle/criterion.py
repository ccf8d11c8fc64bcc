"""One criterion of one subject: measure, scale, bounds, bonus, rounding, no data."""
from fractions import Fraction
from typing import NamedTuple, Optional

import measure_complaints
import measure_feedback
import measure_indicator
import measure_rating
import measure_records
import measure_results
import measure_team
from bounds import criterion_bounds, full_points
from exact import bounded, read_optional, rounded
from raw import Raw
from scale import AS_IS, each_of, scaled

ZERO = Fraction(0)
BY_OWN = {"indicator": measure_indicator.raw, "feedback": measure_feedback.raw, "complaints": measure_complaints.raw,
          "team": measure_team.raw, "results": measure_results.raw}


class CriterionScore(NamedTuple):
    points: Optional[Fraction] = None
    bonus: Optional[Fraction] = None
    no_data: Optional[str] = None  # the setting that decided, when there was no data
    waits: bool = False  # an input is missing, so the result is provisional
    raw: Raw = Raw()

    @property
    def excluded(self):
        return self.no_data == "exclude"


def score(criterion, roles, own):
    raw = _measured(criterion, roles, own)
    if raw.waits:
        return CriterionScore(waits=True, raw=raw)
    if raw.value is None:
        is_open = "noDataWithComplaints" in criterion and own.book.register.has(own.subject) is None
        return _without_data(_setting(criterion, own), criterion)._replace(raw=raw._replace(conflict=is_open))
    points, bonus = _points_and_bonus(criterion, raw, own)
    return _finished(criterion, points, bonus)._replace(raw=raw)


def _measured(criterion, roles, own):
    measure = criterion["measure"]
    if measure["type"] == "rating":
        return measure_rating.raw(criterion, roles, own.forms, own.disputed_forms)
    if measure["type"] == "records":
        return measure_records.raw(criterion, own)
    return BY_OWN[measure["type"]](measure, own)


def _points_and_bonus(criterion, raw, own):
    low, high = criterion_bounds(criterion)
    scale, cap = criterion.get("scale", AS_IS), read_optional(criterion, "bonus")
    if cap is not None and criterion["measure"].get("of") == "points":
        taken, given = measure_records.taken_and_given(criterion, own)
        return (bounded(scaled(scale, taken, low, high), low, high),
                bounded(each_of(scale) * given, ZERO, cap))
    # model, Scales: "From any other measure: what the scale gives above the points, up to the cap."
    value = scaled(scale, raw.value, low, high if cap is None else high + cap)
    return bounded(value, low, high), None if cap is None else bounded(value - high, ZERO, cap)


def _setting(criterion, own):
    """model, Measures: wait (default), zero, full, or exclude; another one where the register holds a complaint."""
    usual = criterion.get("noData", "wait")
    complained = "noDataWithComplaints" in criterion and own.book.register.has(own.subject)
    return "wait" if complained is None else criterion["noDataWithComplaints"] if complained else usual


def _without_data(setting, criterion):
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
