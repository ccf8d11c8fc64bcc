"""The effect of a plan: "the value in the period after the measure was done minus the value in the period that
prompted it, in the indicator's own unit, both shown" (systems, S1)."""
import datetime
from fractions import Fraction

import evidence
import periods
from exact import written

KEPT = ("indicator", "feedback", "complaints", "team", "results")  # measures whose raw numbers are kept for later periods


def kept_values(scheme, score):
    return [{"criterion": one["id"], "raw": written(score.criteria[one["id"]].raw.value)}
            for section in scheme["sections"] for one in section["criteria"]
            if one["measure"]["type"] in KEPT and score.criteria[one["id"]].raw.value is not None]


def effects(workbook, scheme, subject, score):
    """Of every plan of the subject that names a criterion, as far as the numbers are there."""
    found, measured = [], {one["id"] for section in scheme["sections"] for one in section["criteria"]
                           if one["measure"]["type"] in KEPT}
    for plan in evidence.highest_revisions(workbook.get("plans", []), workbook):
        if plan["subject"] == subject and "criterion" in plan:
            found.append(_effect(plan, lambda period, one=plan: _value(workbook, one, period, score, measured)))
    return sorted(found, key=lambda one: one["plan"])


def _effect(plan, value):
    before, after = value(plan["prompted"]), None
    if "done" in plan:
        done = datetime.date.fromisoformat(plan["done"])
        kind = periods.kind_of(plan["prompted"])
        after = None if kind == "irregular" else value(periods.following(periods.holding(kind, done)))
    shown = {"plan": plan["id"]}
    for key, one in (("before", before), ("after", after)):
        if one is not None:
            shown[key] = written(one)
    if before is not None and after is not None:
        shown["effect"] = written(after - before)
    return shown


def _value(workbook, plan, period, score, measured):
    """The criterion's raw number: this period's, else as an earlier one kept it. Of what is rated or recorded no number
    stands by itself, in no period."""
    if period == workbook["period"]:
        one = score.criteria.get(plan["criterion"])
        return None if one is None or plan["criterion"] not in measured else one.raw.value
    kept = [Fraction(value["raw"]) for closed in workbook.get("history", []) if closed["period"] == period
            for result in closed["results"] if result["subject"] == plan["subject"]
            for value in result.get("values", []) if value["criterion"] == plan["criterion"]]
    return kept[0] if kept else None
