"""Puts knots, limits, roundings, grade borders and conditions where the numbers land, so that ties and borders are met
often: scheme by scheme in the order of dependence, since a team's totals are the raw numbers of its supervisor."""
from fractions import Fraction

import dependence
import oracle
import random_rules
import random_scale
from book import Book
from exact import bounded, read, read_optional, rounded, written
from random_scheme import criteria, measures
from random_text import rounding, text
from scoring import section_base_points, total_rounding

TOTAL_STEPS = ["0.01", "0.1", "0.5", "1", "0.05", "0.25", "0.03", "5", "2", "0.001"]


def settle(draw, workbook):
    book, schemes = Book(workbook), {scheme["id"]: scheme for scheme in workbook["schemes"]}
    for group in dependence.order(workbook["schemes"]):
        ours = [scheme for scheme in workbook["schemes"] if scheme["id"] in group]
        for scheme in ours:
            _name_grades_of_members(draw, scheme, schemes)
        scores = _scores(book, schemes, group)
        for scheme in ours:
            _set_raws(draw, scheme, scores[scheme["id"]])
        scores = _scores(book, schemes, group)
        _set_totals(draw, ours, scores)
        scores = _scores(book, schemes, group)
        for scheme in ours:
            _set_conditions(draw, scheme, scores[scheme["id"]])


def _scores(book, schemes, group):
    found = {name: [] for name in group}
    for subject, score in oracle.appraise_group(book, schemes, group)[0].items():
        found[book.people[subject]["scheme"]].append(score)
    return found


def _name_grades_of_members(draw, scheme, schemes):
    """A share is of the members with one of some grades; where their schemes have none it becomes a mean."""
    for measure in measures(scheme, "team"):
        if measure["of"] == "share":
            bands = [band["id"] for one in measure["schemes"] for band in schemes[one].get("grades", [])]
            if bands:
                measure["grades"] = draw.some(list(dict.fromkeys(bands)))
            else:
                measure["of"] = "mean"
                del measure["grades"]


def _set_raws(draw, scheme, scores):
    """Knots and thresholds on raw numbers; rules that set a section's points."""
    for section in scheme["sections"]:
        for one in section["criteria"]:
            raws = _raws(one, scores)
            if raws and one.get("scale", {}).get("type") in ("linear", "steps") and draw.chance(65):
                random_scale.onto(draw, one["scale"], raws)
            if draw.chance(6) and "points" in one:
                outcome = draw.pick(random_rules.outcomes(draw, one, raws))
                random_rules.add_critical(draw, scheme, one, outcome, random_rules.section_effect(draw, section))


def _raws(one, scores):
    found = {score.criteria[one["id"]].raw.value for score in scores} - {None}
    return sorted(raw for raw in found if (raw * random_rules.FITTING).denominator == 1)


def _set_totals(draw, schemes, scores):
    """Roundings and grades; schemes that are ranked together and graded by rank share the grades."""
    for scheme in schemes:
        exact = _computed(scores[scheme["id"]])
        if draw.chance(60):
            tied = [step for step in TOTAL_STEPS if any(is_tie(total, step) for total in exact)]
            steps = tied if tied and draw.chance(60) else TOTAL_STEPS
            scheme["total"]["rounding"] = rounding(draw, steps)
    shared = len(schemes) > 1 and draw.chance(40)
    for graded in [schemes] if shared else [[scheme] for scheme in schemes]:
        if draw.chance(78):
            _set_grades(draw, graded, [rounded(total, total_rounding(one)) for one in graded
                                       for total in _computed(scores[one["id"]])])
        if (shared or len(schemes) == 1) and "grades" in graded[0] and draw.chance(40):
            rule = random_rules.distribution(draw, graded[0]["grades"])
            for scheme in graded:
                scheme["distribution"] = rule
    for scheme in schemes:
        for one in criteria(scheme):
            if draw.chance(9):
                outcome = draw.pick(random_rules.outcomes(draw, one, _raws(one, scores[scheme["id"]])))
                random_rules.add_critical(draw, scheme, one, outcome, _effect(draw, scheme))


def _computed(scores):
    return [score.exact_total for score in scores if score.exact_total is not None]


def is_tie(total, step):
    return (2 * total / read(step)) % 2 == 1


def _effect(draw, scheme):
    """A grade, not the best one if there are others; or a total within the scheme's bounds, on its step."""
    if "grades" in scheme and draw.chance(60):
        return {"type": "grade", "grade": draw.pick(scheme["grades"][1:])["id"]}
    low, high = _reach(scheme)
    step = read(total_rounding(scheme)["step"])
    if low > high:  # between two steps
        rule = scheme["total"]
        return {"type": "total",
                "total": written(bounded(Fraction(0), read_optional(rule, "min"), read_optional(rule, "max")))}
    if draw.chance(50) or -(-low // step) > (low + high) / 2 // step:
        return {"type": "total", "total": written(low)}
    return {"type": "total", "total": draw.multiple(step, low, (low + high) / 2)}


def _set_grades(draw, schemes, totals):
    """Bounds on totals that occur, and on others; each at least a step from the next, and all within reach."""
    reaches = [_reach(scheme) for scheme in schemes]
    low, high = max(low for low, _ in reaches), min(high for _, high in reaches)
    step = max(read(total_rounding(scheme)["step"]) for scheme in schemes)
    wanted = draw.shuffled(totals)[:3] + [Fraction(draw.multiple(step, low, high)) for _ in range(draw.between(0, 3))
                                          if low + step <= high]
    bounds = []
    for bound in sorted(set(wanted), reverse=True):
        if low < bound < high and (not bounds or bounds[-1] - bound > step) and len(bounds) < 4:
            bounds.append(bound)
    bands = [{"id": f"g{n + 1}", "name": text(f"等级{n + 1}"),
              "above" if draw.chance(35) else "from": written(bound)} for n, bound in enumerate(bounds)]
    for scheme in schemes:
        if bands:
            scheme["grades"] = bands + [{"id": "last", "name": text("末等")}]


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


def _set_conditions(draw, scheme, scores):
    totals = [written(score.total) for score in scores if score.final]
    if draw.chance(60):
        scheme["consequences"] = random_rules.consequences(draw, scheme, totals)
    if draw.chance(55):
        scheme["pay"] = random_rules.pay(draw, scheme, totals)
