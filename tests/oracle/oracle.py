"""The whole appraisal once more, from the model alone: a workbook in, the figures of the Result file out.

    python3 oracle.py WORKBOOK.json
"""
import json
import sys

import canonical
import conditions
import consequences
import critical
import dependence
import grading
import ladder
import plans
import ranking
import scoring
from book import Book, Published
from exact import read
from figures import figures, rounded_figure

AWAY = ("leave", "standby")  # model: "Not ranked: provisional results, people on leave or 待岗"


def appraise(workbook):
    book, schemes = Book(workbook), {scheme["id"]: scheme for scheme in workbook["schemes"]}
    scores, standings, units, sizes = {}, {}, [], {}
    for group in dependence.order(workbook["schemes"]):
        appraised, ranked, reports = appraise_group(book, schemes, group)
        scores.update(appraised)
        standings.update(ranked)
        units += reports
        sizes.update(((report["unit"], scheme), report["members"]) for report in reports for scheme in group)
    results = [_result(book, schemes, subject, scores[subject], standings.get(subject), sizes)
               for subject in sorted(scores)]
    units.sort(key=lambda one: (one["unit"], one["scheme"]))
    return {"period": workbook["period"], "results": results, "units": units, "overdue": _overdue(book),
            "undecided": any(score.is_open for score in scores.values())}


def appraise_group(book, schemes, group):
    """The scores, standings and unit reports of the schemes that are ranked together; what they publish goes into the
    book, for those that depend on it."""
    scores = {subject: scoring.score(schemes[person["scheme"]], book.of(subject))
              for subject, person in book.people.items() if person.get("scheme") in group}
    cohorts, standings, units = {}, {}, []
    for subject in scores:
        cohorts.setdefault(book.people[subject]["unit"], []).append(subject)
    for unit, members in cohorts.items():
        ranked, report = _rank(book, schemes, unit, members, scores)
        standings.update(ranked)
        units.append(dict(report, scheme=min(group), undecided=book.register.undecided(unit, _subjects(book, unit))))
    for subject, score in scores.items():
        scheme = schemes[book.people[subject]["scheme"]]
        grade = grading.grade(scheme, score, standings.get(subject))
        book.published[subject] = Published(score.total, grade, score.is_open)
    return scores, standings, units


def _subjects(book, unit):
    return [one["id"] for one in book.people.values() if "scheme" in one and one["unit"] == unit]


def _rank(book, schemes, unit, members, scores):
    """The members' standings and the unit's report."""
    scheme_of = {subject: schemes[book.people[subject]["scheme"]] for subject in members}
    present = [subject for subject in members if book.state(subject) not in AWAY]
    keys = {subject: ranking.key(scheme_of[subject], scores[subject]) for subject in present
            if scores[subject].final and subject not in book.open_states}
    standings = ranking.standings(book.period, unit, ranking.comparable(keys))
    report = {"unit": unit, "members": len(members), "ranked": len(keys), "provisional": len(present) - len(keys),
              "away": len(members) - len(present),
              "passedOver": _passed_over({one["id"]: one for one in scheme_of.values()}, len(keys))}
    shares = next((shares for shares in map(grading.distribution, scheme_of.values()) if shares is not None), None)
    if shares is not None:
        report["quotas"] = grading.quotas(shares, len(keys), standings.values())
    return standings, report


def _passed_over(theirs, ranked):
    """"the report says that it was passed over": the bottom Ns that the members' own schemes ask for in vain."""
    rules = [one["warnings"] for one in theirs.values() if "warnings" in one]
    return sorted({int(rung["bottom"]) for warnings in rules for rung in warnings["rungs"]
                   if ranked <= int(rung["bottom"]) and not warnings.get("smallUnits", False)})


def _result(book, schemes, subject, score, now, sizes):
    person, published = book.people[subject], book.published[subject]
    scheme = schemes[person["scheme"]]
    result = {"subject": subject, "unit": person["unit"], "scheme": scheme["id"], "state": book.state(subject)}
    result.update(figures(scheme, score))
    if published.grade is not None:
        result["grade"] = published.grade
    if now is not None:
        result.update(rank=now.rank, ranked=now.ranked, below=now.below)
        past = ladder.Past(book.workbook.get("history", []), subject)
        members = sizes[person["unit"], scheme["id"]]
        result.update(_warnings(now, members, past, scheme.get("warnings", {"rungs": []})))
    if score.hits:
        earned = grading.earned(scheme, score, now)
        result["critical"] = [_hit(scheme, score, hit, critical.counts(hit, score, published.grade, earned))
                              for hit in score.hits]
    return _with_what_follows(book, scheme, score, result)


def _hit(scheme, score, hit, counts):
    shown = {"rule": hit.rule["id"], "criterion": hit.criterion, "counts": counts}
    if score.limit is not None and hit.sets("total") and read(hit.rule["sets"]["total"]) == score.limit:
        shown["limit"] = rounded_figure(score.limit, scoring.total_rounding(scheme))
    return shown


def _with_what_follows(book, scheme, score, result):
    subject, person = result["subject"], book.people[result["subject"]]
    facts = conditions.Facts(score.total, result.get("grade"), result.get("rank"),
                             result.get("warning", {}).get("rung"),
                             None if subject in book.open_states else result["state"],
                             {hit.rule["id"] for hit in score.hits})
    rulings = book.workbook.get("rulings", [])
    parts = {"consequences": consequences.proposed(scheme, subject, facts, rulings),
             "pay": consequences.pay(scheme, person, facts), "plans": plans.effects(book.workbook, scheme, subject, score),
             "values": plans.kept_values(scheme, score)}
    return dict(result, **{key: part for key, part in parts.items() if part})


def _overdue(book):
    return [{"complaint": complaint["number"], "department": step["department"], "due": due,
             **{key: step[key] for key in ("owner", "done") if key in step}}
            for complaint, step, due in book.register.overdue()]


def _warnings(now, members, past, warnings):
    """"Of several rungs that hold, the highest is given and the others are listed under it.\""""
    rungs = warnings["rungs"]
    held = [{"rung": rungs[index]["id"], "months": [month._asdict() for month in months]}
            for index, months in reversed(ladder.holding(now, past, warnings))]
    shown = {}
    if held:
        shown["warning"] = held[0]
    if held[1:]:
        shown["alsoHolds"] = held[1:]
    coming = ladder.early(now, members, past, warnings)
    if coming is not None:
        shown["early"] = rungs[coming]["id"]
    return shown


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8-sig") as file:
        print(json.dumps(appraise(canonical.load(file.read())), ensure_ascii=False, indent=1, default=str))
