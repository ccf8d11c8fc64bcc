"""Random closed periods before the workbook's own, chained by their digests."""
from fractions import Fraction

import canonical
import periods
import ranking
import scoring
from exact import with_places
from random_evidence import day


def history(draw, workbook, people):
    """0 to 5 periods, oldest first, with a gap now and then."""
    names, period = [], workbook["period"]
    for _ in range(draw.pick([0, 1, 2, 3, 3, 4, 5])):
        period = periods.previous(period)
        if not draw.chance(7):
            names.insert(0, period)
    closings = []
    for name in names:
        closings.append(_closed(draw, workbook, people, name, closings[-1]["digest"] if closings else None))
    return closings


def _closed(draw, workbook, people, period, before):
    closed = {"period": period, "author": "hr-1", "date": day(draw, period), "engine": "0.1.0",
              "schemes": [{"id": one["id"], "version": one["version"], "digest": canonical.digest(one)}
                          for one in workbook["schemes"]],
              "content": "sha256:" + draw.hex(64), "results": _kept(draw, workbook, people, period)}
    if before is not None:
        closed["previous"] = before
    closed["digest"] = canonical.closing_digest(closed)
    return closed


def _kept(draw, workbook, people, period):
    """Ranks as they were: totals of a few steps make ties, the weak stay weak, some people sat in another unit."""
    entries = [_entry(draw, workbook, person) for person in people if not draw.chance(6)]
    group_of = ranking.groups(workbook["schemes"])
    cohorts = {}
    for entry in entries:
        if entry["state"] == "active" and "total" in entry:
            cohort = cohorts.setdefault((entry["unit"], group_of[entry["scheme"]]), {})
            cohort[entry["subject"]] = Fraction(entry["total"])
    standings = {}
    for (unit, _), totals in cohorts.items():
        standings.update(ranking.standings(period, unit, totals))
    for entry in entries:
        now = standings.get(entry["subject"])
        if now is not None:
            entry.update(rank=now.rank, ranked=now.ranked, below=now.below)
    return sorted(entries, key=lambda entry: entry["subject"])


def _scheme(workbook, name):
    return next(one for one in workbook["schemes"] if one["id"] == name)


def _entry(draw, workbook, person):
    unit = draw.pick([one["id"] for one in workbook["units"]]) if draw.chance(18) else person["unit"]
    scheme = draw.pick(workbook["schemes"]) if draw.chance(10) else _scheme(workbook, person["scheme"])
    entry = {"subject": person["id"], "scheme": scheme["id"], "unit": unit,
             "state": draw.pick(["leave", "standby", "standby"]) if draw.chance(15) else "active"}
    if draw.chance(92):
        total = Fraction(60 + 5 * person["level"] + draw.between(0, 6))
        entry["total"] = with_places(total, 2)
        if "grades" in scheme:
            entry["grade"] = scoring.grade(scheme, total)
    return entry
