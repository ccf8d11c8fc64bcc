"""The oracle on the hand-calculated cases of tests/cases (see the README there for what a case leaves out).

    python3 check_cases.py
"""
import glob
import json
import os
import sys

import canonical
import oracle

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
PLAIN = ("status", "state", "total", "grade", "rank", "ranked", "below", "base", "bonus", "deductions")
BY_CRITERION = {"criteria": "points", "criterionBonus": "bonus", "noData": "noData"}
UNIT_FIELDS = ("members", "ranked", "provisional", "away", "passedOver")


def schemes_of(case, file):
    named = case.get("scheme", file.get("scheme"))
    return [_whole_scheme(one) for one in (named if isinstance(named, list) else [named])]


def _whole_scheme(named):
    if isinstance(named, str):
        with open(os.path.join(ROOT, named), encoding="utf-8") as text:
            return canonical.load(text.read())
    return dict({"id": "case", "version": "1", "period": "month"}, **named)


def workbook_of(case, schemes):
    book = dict({"period": "2026-10", "schemes": schemes}, **json.loads(json.dumps(case["workbook"])))
    people, forms = book.setdefault("people", []), book.setdefault("forms", [])
    for subject, score in book.pop("totals", {}).items():
        if all(person["id"] != subject for person in people):
            people.append({"id": subject})
        if score is not None:
            forms.append({"subject": subject, "role": schemes[0]["roles"][0]["id"], "rater": "r", "all": score})
    people.extend([] if people else [{"id": "s"}])
    for person in people:
        _fill(person, unit="u", scheme=schemes[0]["id"])
    by_id, of_subject = {one["id"]: one for one in schemes}, {person["id"]: person["scheme"] for person in people}
    book["ratings"] = book.get("ratings", []) + [
        _rating(form, by_id[of_subject[form.get("subject", "s")]], number) for number, form in enumerate(forms, 1)]
    for number, record in enumerate(book.get("records", []), 1):
        _fill(record, subject="s", id=f"record-{number}")
    for state in book.get("states", []):
        _fill(state, subject="s", date=book["period"] + "-01")
    for kept in (kept for closed in book.get("history", []) for kept in closed["results"]):
        _fill(kept, subject="s", scheme=schemes[0]["id"], unit="u", state="active")
    return book


def _rating(form, scheme, number):
    subject = form.get("subject", "s")
    role = next(one for one in scheme["roles"] if one["id"] == form["role"])
    scores = {}
    if "all" in form:
        scores = {one["id"]: form["all"] for section in scheme["sections"] for one in section["criteria"]
                  if one["measure"]["type"] == "rating" and role["id"] in one["measure"].get("roles", [role["id"]])}
    scores.update(form.get("scores", {}))
    return {"id": f"form-{number}", "revision": "1", "scheme": {"id": scheme["id"]}, "subject": subject,
            "role": role["id"], "rater": form.get("rater", subject if role.get("by") == "subject" else "r"),
            "scores": [{"criterion": key, "score": value} for key, value in scores.items() if value is not None]}


def _fill(document, **defaults):
    for key, value in defaults.items():
        document.setdefault(key, value)


def comparable(one):
    """The fields of `expect` that the oracle knows."""
    shown = {field: one.get(field) for field in PLAIN}
    shown["sections"] = {section["id"]: section.get("points") for section in one["sections"]}
    for name, field in BY_CRITERION.items():
        shown[name] = {c["id"]: c.get(field) for section in one["sections"] for c in section["criteria"]}
    shown["warning"] = one.get("warning", {}).get("rung")
    shown["months"] = [month["period"] for month in one.get("warning", {}).get("months", [])]
    shown["alsoHolds"] = sorted(held["rung"] for held in one.get("alsoHolds", []))
    shown["early"] = one.get("early")
    return shown


def failures(case, file):
    schemes = schemes_of(case, file)
    result = oracle.appraise(workbook_of(case, schemes))
    for subject, fields in case["expect"].items():
        shown = comparable(next(one for one in result["results"] if one["subject"] == subject))
        for field, value in fields.items():
            if field not in shown:
                continue
            got = {key: shown[field].get(key) for key in value} if isinstance(value, dict) else shown[field]
            wanted = value
            if field in ("alsoHolds", "months"):  # an absent list is empty
                wanted = sorted(value or []) if field == "alsoHolds" else value or []
            if _texts(got) != _texts(wanted):
                yield f"{subject} {field}: oracle {got}, case {wanted}"
    for unit, fields in case.get("expectUnits", {}).items():
        reports = [one for one in result["units"] if one["unit"] == unit]
        report = next((one for one in reports if one["scheme"] == schemes[0]["id"]), reports[0])
        for field, value in fields.items():
            if _texts(report[field]) != _texts(value):
                yield f"unit {unit} {field}: oracle {report[field]}, case {value}"


def _texts(value):
    """Ranks and counts are numbers in a result; the reader keeps them as the strings of their digits."""
    if isinstance(value, list):
        return [_texts(one) for one in value]
    if isinstance(value, dict):
        return {key: _texts(one) for key, one in value.items()}
    return None if value is None else str(value)


def main():
    run = failed = 0
    for path in sorted(glob.glob(os.path.join(ROOT, "tests", "cases", "*.json"))):
        with open(path, encoding="utf-8") as text:
            file = canonical.load(text.read())
        for case in file["cases"]:
            run += 1
            found = list(failures(case, file))
            failed += bool(found)
            for line in found:
                print(f"{os.path.basename(path)}: {case['name']}\n  {line}\n  case says: {case.get('calculation', '')}")
    print(f"{run - failed} of {run} cases agree with the oracle")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
