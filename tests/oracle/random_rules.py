"""Random rules that rest on what comes out: critical ones, a forced distribution, consequences and pay."""
from fractions import Fraction

import random_scheme
from exact import read, written
from random_text import text
from scoring import section_base_points

SHARES = {2: [["30", "70"], ["50", "50"]], 3: [["10", "60", "30"], ["0", "100", "0"], ["33.3", "33.3", "33.4"]],
          4: [["10", "20", "50", "20"], ["25", "25", "25", "25"], ["0", "35", "35", "30"]],
          5: [["10", "20", "50", "15", "5"], ["20", "20", "20", "20", "20"]]}
KINDS = ["reward", "penalty", "downgrade", "talk", "training", "guidance", "standby", "fewer-orders", "end-of-contract",
         "dismissal"]
FITTING = 10**6  # as many parts as a number of the files can name


def outcomes(draw, one, raws):
    """What can be critical about a criterion: a level, a kind of its records, its raw number beyond a limit."""
    found = [{"type": "level", "level": level["id"]} for level in one.get("scale", {}).get("levels", [])[1:]]
    found += [{"type": "kind", "kind": kind["id"]} for kind in one["measure"].get("kinds", [])]
    if "levels" not in one.get("scale", {}):
        limits = [raw for raw in raws if (raw * FITTING).denominator == 1] or [Fraction(draw.between(0, 80))]
        found += [{"type": draw.pick(["below", "above"]), "limit": written(draw.pick(limits))} for _ in range(2)]
    return found


def add_critical(draw, scheme, one, outcome, sets):
    number = sum(len(other.get("critical", [])) for other in random_scheme.criteria(scheme)) + 1
    rule = {"id": f"veto{number}", "name": text("一票否决"), "when": outcome, "sets": sets}
    if draw.chance(12):
        rule["off"] = True
    one.setdefault("critical", []).append(rule)


def section_effect(draw, section):
    return {"type": "section", "points": draw.multiple(Fraction(1, 2), Fraction(0), section_base_points(section) / 2)}


def distribution(draw, grades):
    rule = {"shares": [{"grade": band["id"], "share": share}
                       for band, share in zip(grades, draw.pick(SHARES[len(grades)]))]}
    if draw.chance(15):
        rule["off"] = True
    return rule


def consequences(draw, scheme, totals):
    return [{"id": f"f{number + 1}", "name": text(f"后果{number + 1}"), "kind": draw.pick(KINDS),
             "when": when(draw, scheme, totals)} for number in range(draw.between(1, 5))]


def pay(draw, scheme, totals):
    rule = {}
    if draw.chance(35) and "grades" in scheme:
        rule["of"] = "grade"
        rule["grades"] = [{"grade": band["id"], "factor": draw.pick(["1.2", "1", "0.85", "0"])}
                          for band in draw.some(scheme["grades"])]
    factors = [{"id": f"x{number + 1}", "name": text("系数"), "factor": draw.pick(["0.7", "0", "1.1", "0.333", "0.5"]),
                "when": when(draw, scheme, totals)} for number in range(draw.pick([0, 1, 1, 2]))]
    return dict(rule, factors=factors) if factors else rule


def when(draw, scheme, totals):
    """One to three conditions; limits stand on totals that occur."""
    rungs = [rung["id"] for rung in scheme.get("warnings", {}).get("rungs", [])]
    rules = [rule["id"] for one in random_scheme.criteria(scheme) for rule in one.get("critical", [])]
    grades = [band["id"] for band in scheme.get("grades", [])]
    limit = read(draw.pick(totals)) if totals else Fraction(60)
    drawn = {"from": written(limit)} if draw.chance(30) else {"below": written(limit)} if draw.chance(50) else {}
    if "from" in drawn and draw.chance(40):
        drawn["below"] = written(limit + draw.pick([1, 5, 20]))
    lists = [("grades", grades), ("rungs", rungs), ("critical", rules), ("states", ["active", "leave", "standby"])]
    for key, options in lists:
        if options and draw.chance(25):
            drawn[key] = draw.some(options)
    if draw.chance(20) or not drawn:
        drawn["rankTo"] = draw.pick([1, 1, 2, 3])
    return drawn
