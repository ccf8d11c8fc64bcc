"""Random rulings on consequences, and plans whose effect is or is not there yet."""
import datetime

import canonical
import periods
from plans import KEPT
from random_evidence import day
from random_scheme import criteria


def rulings(draw, book, subjects):
    made = []
    for person in subjects:
        scheme = next(one for one in book["schemes"] if one["id"] == person["scheme"])
        for one in scheme.get("consequences", []):
            for _ in range(draw.pick([0, 0, 1, 2])):
                made.append({"subject": person["id"], "consequence": one["id"],
                             "answer": draw.pick(["confirm", "overrule"])})
    return [dict(one, id="g-" + draw.hex(8), sequence=number, author=draw.pick(["gm-1", "gm-2"]),
                 date=day(draw, book["period"]), reason=draw.pick(["属实", "另有安排"]))
            for number, one in enumerate(draw.shuffled(made), start=1)]


def plans(draw, book, subjects):
    """Plans on measured criteria, prompted now or some periods ago; the variants of each conflict."""
    entries, conflicts = [], []
    for person in subjects:
        scheme = next(one for one in book["schemes"] if one["id"] == person["scheme"])
        measured = [one["id"] for one in criteria(scheme) if one["measure"]["type"] in KEPT]
        for _ in range(draw.pick([0, 0, 1, 2])):
            plan = _plan(draw, book["period"], person, measured)
            entries.append(plan)
            if draw.chance(25):
                plan = _revised(draw, plan, book["period"])
                entries.append(plan)
            if draw.chance(6):
                other = dict(plan, owner="另一人")
                entries.append(other)
                conflicts.append([canonical.entry_digest(plan), canonical.entry_digest(other)])
    return draw.shuffled(entries), conflicts


def _plan(draw, period, person, measured):
    prompted = period
    for _ in range(draw.pick([0, 1, 1, 2, 3])):
        prompted = periods.previous(prompted) or prompted
    plan = {"id": "m-" + draw.hex(8), "revision": 1, "subject": person["id"], "author": "lead-1",
            "date": str(periods.span(prompted)[1]), "prompted": prompted, "measure": "改进", "owner": "责任人",
            "due": str(periods.span(period)[1])}
    if measured and draw.chance(90):
        plan["criterion"] = draw.pick(measured)
    if draw.chance(60):
        _finish(draw, plan, period)
    return plan


def _finish(draw, plan, period):
    """Done some day from the period that prompted it to the present one, at times on a border between two."""
    first, last = periods.span(plan["prompted"])[1], periods.span(period)[1]
    days = [first + datetime.timedelta(days=draw.between(0, (last - first).days)), first,
            min(first + datetime.timedelta(days=1), last)]
    plan.update(state="done", done=str(draw.pick(days)))


def _revised(draw, plan, period):
    other = dict(plan, revision=plan["revision"] + 1, author="lead-2")
    if draw.chance(50):
        _finish(draw, other, period)
    return other
