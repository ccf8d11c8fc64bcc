"""complaints: what the register says of the subject. "A register is never missing: … no complaint is a count, a
severity sum and (with a volume above 0) a rate of 0"."""
from fractions import Fraction

import measure_indicator
import register
from exact import read
from raw import CONFLICT, NO_DATA, Raw


def raw(measure, own):
    if own.book.register.is_open(own.subject, measure["of"]):
        return CONFLICT
    complaints = own.book.register.of(own.subject)
    if measure["of"] == "count":
        return Raw(Fraction(len(complaints)))
    if measure["of"] == "overdue":
        return Raw(Fraction(len(own.book.register.overdue_of(own.subject))))
    if measure["of"] == "severity":
        taken = (read(measure["points"][one.get("severity", "normal")]) for one in complaints)
        return Raw(sum(taken, Fraction(0)))
    if measure["of"] == "on-time":
        return _on_time([own.book.register.handled(one) for one in complaints])
    return _rate(len(complaints), measure_indicator.figures(own, measure["volume"]))


def _rate(count, volumes):
    """"a complaint rate is complaints × 100 ÷ volume"; no data: "a complaint volume that is absent or 0"."""
    if volumes is None or len(volumes) > 1:
        return CONFLICT
    volume = next((value for value, _ in volumes), 0)
    return NO_DATA if volume == 0 else Raw(count * 100 / volume)


def _on_time(handled):
    """"share answered on time", of those that can be judged; no data: "a share of nothing"."""
    judged = [one for one in handled if one != register.NOT_DUE_YET]
    counted = Raw(have=len(judged), expected=len(handled))
    return counted._replace(value=Fraction(judged.count(register.ON_TIME) * 100, len(judged))) if judged else counted
