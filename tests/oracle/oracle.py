"""The whole appraisal once more, from the model alone: a workbook in, the figures of the Result file out.

    python3 oracle.py WORKBOOK.json
"""
import json
import sys

import canonical
import evidence
import ladder
import ranking
import scoring
from exact import written

AWAY = ("leave", "standby")  # model: "Not ranked: provisional results, people on leave or 待岗"


def appraise(workbook):
    schemes = {scheme["id"]: scheme for scheme in workbook["schemes"]}
    subjects = {person["id"]: person for person in workbook["people"] if "scheme" in person}
    states = evidence.states(workbook)
    scores = score_all(workbook)
    ranked, units = _rank(workbook["period"], schemes, subjects, states, scores)
    history = workbook.get("history", [])
    results = []
    for subject, person in sorted(subjects.items()):
        scheme = schemes[person["scheme"]]
        result = {"subject": subject, "unit": person["unit"], "scheme": scheme["id"],
                  "state": states.get(subject, "active")}
        result.update(_figures(scheme, scores[subject]))
        if subject in ranked:
            now = ranked[subject]
            result.update(rank=now.rank, ranked=now.ranked, below=now.below)
            result.update(_warnings(now, ladder.Past(history, subject), scheme.get("warnings", {"rungs": []})))
        results.append(result)
    return {"period": workbook["period"], "results": results, "units": units}


def score_all(workbook):
    """Subject → Score."""
    schemes = {scheme["id"]: scheme for scheme in workbook["schemes"]}
    counting = (evidence.counting_forms(workbook), evidence.counting_records(workbook),
                evidence.disputed_records(workbook))
    return {person["id"]: scoring.score(schemes[person["scheme"]], *(_of(person["id"], ones) for ones in counting))
            for person in workbook["people"] if "scheme" in person}


def _of(subject, documents):
    return [document for document in documents if document["subject"] == subject]


def _rank(period, schemes, subjects, states, scores):
    """Everybody's standing, and one report for each unit and group of schemes that are ranked together."""
    group_of = ranking.groups(schemes.values())
    cohorts = {}
    for subject, person in subjects.items():
        cohorts.setdefault((person["unit"], group_of[person["scheme"]]), []).append(subject)
    ranked, units = {}, []
    for (unit, group), members in sorted(cohorts.items(), key=lambda one: (one[0][0], min(one[0][1]))):
        away = [subject for subject in members if states.get(subject) in AWAY]
        provisional = [subject for subject in members if subject not in away and not scores[subject].final]
        keys = {subject: ranking.key(schemes[subjects[subject]["scheme"]], scores[subject])
                for subject in members if subject not in away and subject not in provisional}
        ranked.update(ranking.standings(period, unit, keys))
        units.append({"unit": unit, "scheme": min(group), "members": len(members), "ranked": len(keys),
                      "provisional": len(provisional), "away": len(away),
                      "passedOver": _passed_over({subjects[one]["scheme"] for one in members}, schemes, len(keys))})
    return ranked, units


def _passed_over(theirs, schemes, ranked):
    """"the report says that it was passed over": the bottom Ns that the members' own schemes ask for in vain."""
    rules = [schemes[one]["warnings"] for one in theirs if "warnings" in schemes[one]]
    return sorted({int(rung["bottom"]) for warnings in rules for rung in warnings["rungs"]
                   if ranked <= int(rung["bottom"]) and not warnings.get("smallUnits", False)})


def _figures(scheme, score):
    figures = {"status": "final" if score.final else "provisional",
               "sections": [_section(section, score) for section in scheme["sections"]]}
    if score.final:
        figures.update(base=written(score.base), bonus=written(score.bonus), deductions=written(score.deductions),
                       total=written(score.total, scoring.total_rounding(scheme)))
        if score.grade is not None:
            figures["grade"] = score.grade
    return figures


def _section(section, score):
    shown = {"id": section["id"], "criteria": [_criterion(one, score.criteria[one["id"]])
                                               for one in section["criteria"]]}
    if section["id"] in score.sections:
        shown["points"] = written(score.sections[section["id"]].points, section.get("rounding"))
    return shown


def _criterion(criterion, one):
    shown = {"id": criterion["id"]}
    if one.points is not None:
        shown["points"] = written(one.points, criterion.get("rounding"))
    if one.bonus is not None:
        shown["bonus"] = written(one.bonus, criterion.get("rounding"))
    if one.no_data is not None:
        shown["noData"] = one.no_data
    return shown


def _warnings(now, past, warnings):
    """"Of several rungs that hold, the highest is given and the others are listed under it.\""""
    rungs = warnings["rungs"]
    held = [{"rung": rungs[index]["id"], "months": [month._asdict() for month in months]}
            for index, months in reversed(ladder.holding(now, past, warnings))]
    shown = {}
    if held:
        shown["warning"] = held[0]
    if held[1:]:
        shown["alsoHolds"] = held[1:]
    coming = ladder.early(now, past, warnings)
    if coming is not None:
        shown["early"] = rungs[coming]["id"]
    return shown


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8-sig") as file:
        print(json.dumps(appraise(canonical.load(file.read())), ensure_ascii=False, indent=1))
