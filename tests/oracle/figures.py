"""A score as a result shows it: rounded figures with the places of their step, the others exactly."""
import scoring
from exact import places_of, with_places, written


def figures(scheme, score):
    shown = {"status": "final" if score.final else "provisional",
             "sections": [_section(section, score) for section in scheme["sections"]]}
    if score.base is not None:
        shown.update(base=written(score.base), bonus=written(score.bonus), deductions=written(score.deductions))
    if score.final:
        shown["total"] = rounded_figure(score.total, scoring.total_rounding(scheme))
    return shown


def _section(section, score):
    shown = {"id": section["id"], "criteria": [_criterion(one, score.criteria[one["id"]])
                                               for one in section["criteria"]]}
    if section["id"] in score.sections:
        points = score.sections[section["id"]].points
        shown["points"] = rounded_figure(points, section["rounding"]) if "rounding" in section else written(points)
    return shown


def rounded_figure(value, rounding):
    """What a critical rule set may have more places than the step."""
    fits = (value * 10**places_of(rounding["step"])).denominator == 1
    return with_places(value, places_of(rounding["step"])) if fits else written(value)


def _criterion(criterion, one):
    shown = {"id": criterion["id"]}
    if one.points is not None:
        shown["points"] = written(one.points, criterion.get("rounding"))
    if one.bonus is not None:
        shown["bonus"] = written(one.bonus, criterion.get("rounding"))
    if one.no_data is not None:
        shown["noData"] = one.no_data
    if one.raw.value is not None:
        shown["raw"] = written(one.raw.value)
    if one.raw.gaps:
        shown["gap"] = {role: written(gap) for role, gap in one.raw.gaps.items()}
    if one.raw.have is not None:
        shown.update(have=one.raw.have, expected=one.raw.expected)
    return shown
