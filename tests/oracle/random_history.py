"""Random closed periods: those before the workbook's own, chained by their digests, and those of other workbooks."""
from fractions import Fraction

import canonical
import grading
import periods
import ranking
from exact import with_places
from plans import KEPT
from random_evidence import day
from random_scheme import criteria

# calendar of the workbook → those of the other workbooks, whose periods lie in its own or before
SMALLER = {"month": ["month"], "quarter": ["month", "quarter"], "half": ["month", "quarter"],
           "year": ["month", "quarter", "irregular", "irregular"], "irregular": ["month"]}


def history(draw, book, subjects):
    """0 to 5 periods, oldest first, with a gap now and then; still without grades and digests."""
    if periods.kind_of(book["period"]) == "irregular":
        names = draw.pick([[], [f"{int(book['period'][:4]) - 1}~旧项目"]])
    else:
        names = [one for one in _back_from(book["period"], draw.pick([0, 1, 2, 3, 3, 4, 5])) if not draw.chance(7)]
    return [{"period": name, "author": "hr-1", "date": day(draw, name), "engine": "0.1.0",
             "results": _kept(draw, book, subjects, name)} for name in reversed(names)]


def _back_from(period, count):
    names = []
    for _ in range(count):
        period = periods.previous(period)
        names.append(period)
    return names


def other_results(draw, book, subjects):
    """For each source of another scheme: totals of some people, in some periods, one of them twice at times."""
    closings = []
    sources = {one["scheme"] for scheme in book["schemes"] for part in criteria(scheme)
               for one in part["measure"].get("sources", [])} - {scheme["id"] for scheme in book["schemes"]}
    for name in sorted(sources):
        for period in _periods_of(draw, book["period"]):
            closings.append(_other(draw, name, period, subjects))
            if draw.chance(8):
                closings.append(_other(draw, name, period, subjects[:1]))
                if draw.chance(40):
                    for entry in closings[-1]["results"]:
                        entry.pop("total", None)
    with_totals = [closed for closed in book["history"] if any("total" in one for one in closed["results"])]
    if with_totals and draw.chance(10):
        closings.append(_once_more(draw, with_totals[-1]))
    return closings


def _periods_of(draw, period):
    kind = draw.pick(SMALLER[periods.kind_of(period)])
    year = int(period[:4])
    if kind == "irregular":
        return [f"{draw.pick([year, year, year - 1])}~{name}" for name in draw.some(["甲", "乙", "P-1", "p 2"])]
    last = periods.holding(kind, periods.span(period)[1])
    return [one for one in [last] + _back_from(last, draw.between(0, 4)) if draw.chance(75)]


def _other(draw, scheme, period, subjects):
    kept = [{"subject": one["id"], "scheme": scheme, "unit": "elsewhere", "state": "active"}
            for one in subjects if draw.chance(80)]
    for entry in kept:
        if draw.chance(90):
            entry["total"] = with_places(Fraction(60 + draw.between(0, 9), draw.pick([1, 1, 4])), 2)
    return {"period": period, "author": "hr-2", "date": day(draw, period), "engine": "0.1.0",
            "schemes": [{"id": scheme, "version": "1"}], "results": kept}


def _once_more(draw, closed):
    """What the history holds, from another file: the same total, or a conflict."""
    entry = next(one for one in closed["results"] if "total" in one)
    first = {key: entry[key] for key in ("subject", "scheme", "unit", "state", "total")}
    if draw.chance(50):
        first["total"] = "61.50"
    return {"period": closed["period"], "author": "hr-2", "date": closed["date"], "engine": "0.1.0",
            "schemes": [{"id": first["scheme"], "version": "1"}], "results": [first]}


def seal(draw, book):
    """Grades by the schemes as they now are, and digests, each naming the one before."""
    schemes = {one["id"]: one for one in book["schemes"]}
    before = None
    for closed in book["history"] + book["otherResults"]:
        closed["content"] = "sha256:" + draw.hex(64)
        for entry in closed["results"]:
            if "total" in entry and "grades" in schemes.get(entry["scheme"], {}):
                entry["grade"] = grading.band(schemes[entry["scheme"]], Fraction(entry["total"]))
    for closed in book["history"]:
        closed["schemes"] = [{"id": one["id"], "version": one["version"], "digest": canonical.digest(one)}
                             for one in book["schemes"]]
        if before is not None:
            closed["previous"] = before
        before = closed["digest"] = canonical.closing_digest(closed)
    for closed in book["otherResults"]:
        for one in closed["schemes"]:
            one["digest"] = "sha256:" + draw.hex(64)
        closed["digest"] = canonical.closing_digest(closed)


def _kept(draw, book, subjects, period):
    """Ranks as they were: totals of a few steps make ties, the weak stay weak, some people sat in another unit."""
    entries = [_entry(draw, book, person) for person in subjects if not draw.chance(6)]
    group_of = ranking.groups(book["schemes"])
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


def _scheme(book, name):
    return next(one for one in book["schemes"] if one["id"] == name)


def _entry(draw, book, person):
    unit = draw.pick([one["id"] for one in book["units"]]) if draw.chance(18) else person["unit"]
    scheme = draw.pick(book["schemes"]) if draw.chance(10) else _scheme(book, person["scheme"])
    entry = {"subject": person["id"], "scheme": scheme["id"], "unit": unit,
             "state": draw.pick(["leave", "standby", "standby"]) if draw.chance(15) else "active"}
    if draw.chance(92):
        entry["total"] = with_places(Fraction(60 + 5 * person["level"] + draw.between(0, 6)), 2)
    if scheme["id"] == person["scheme"]:
        values = [{"criterion": one["id"], "raw": draw.pick(["70", "82.5", "251/3", "0", "-4", "4.5", "-1/7"])}
                  for one in criteria(scheme) if one["measure"]["type"] in KEPT and draw.chance(85)]
        if values:
            entry["values"] = values
    return entry
