"""The oracle on the hand-calculated cases of tests/cases (see the README there for what a case leaves out).

    python3 check_cases.py
"""
import glob
import os
import sys

import canonical
import oracle
from case_fill import ROOT, schemes_of, workbook_of

PLAIN = ("status", "state", "total", "grade", "rank", "ranked", "below", "base", "bonus", "deductions")
BY_CRITERION = {"criteria": "points", "criterionBonus": "bonus", "noData": "noData", "raw": "raw", "gap": "gap",
                "have": "have", "expected": "expected"}
SETS = ("alsoHolds", "critical", "consequences", "undecided")
NOT_KNOWN = ("missing",)  # what is still to come, in words


def comparable(one):
    """The fields of `expect`."""
    shown = {field: one.get(field) for field in PLAIN}
    shown["sections"] = {section["id"]: section.get("points") for section in one["sections"]}
    for name, field in BY_CRITERION.items():
        shown[name] = {c["id"]: c.get(field) for section in one["sections"] for c in section["criteria"]}
    shown["warning"] = one.get("warning", {}).get("rung")
    shown["months"] = [month["period"] for month in one.get("warning", {}).get("months", [])]
    shown["alsoHolds"] = [held["rung"] for held in one.get("alsoHolds", [])]
    shown["early"] = one.get("early")
    shown["critical"] = list(dict.fromkeys(hit["rule"] for hit in one.get("critical", []) if hit["counts"]))
    shown["limit"] = {hit["rule"]: hit.get("limit") for hit in one.get("critical", [])}
    shown["consequences"] = [follows["id"] for follows in one.get("consequences", [])]
    shown["pay"] = one.get("pay", {}).get("amount")
    shown["plans"] = {plan["plan"]: plan.get("effect") for plan in one.get("plans", [])}
    return shown


def comparable_unit(report):
    quotas = report.get("quotas", [])
    return dict(report, **{field: {quota["grade"]: quota[field] for quota in quotas} for field in ("seats", "holders")})


def failures(case, file):
    schemes = schemes_of(case, file)
    result = oracle.appraise(workbook_of(case, schemes))
    for subject, fields in case["expect"].items():
        shown = comparable(next(one for one in result["results"] if one["subject"] == subject))
        yield from _differences(subject, shown, fields)
    for unit, fields in case.get("expectUnits", {}).items():
        reports = [one for one in result["units"] if one["unit"] == unit]
        report = next((one for one in reports if one["scheme"] == schemes[0]["id"]), reports[0])
        yield from _differences(f"unit {unit}", comparable_unit(report), fields)


def _differences(about, shown, fields):
    for field, value in fields.items():
        if field in NOT_KNOWN:
            continue
        if field not in shown:
            yield f"{about} {field}: no field that is compared"
            continue
        got, wanted = _alike(_texts(shown[field]), _texts(value), field in SETS)
        if got != wanted:
            yield f"{about} {field}: oracle {got}, case {wanted}"


def _alike(got, wanted, is_set):
    """Of a map only the keys that are stated, a set in one order, no list as an empty one."""
    if isinstance(wanted, dict):
        return {key: _alike((got or {}).get(key), value, False)[0] for key, value in wanted.items()}, wanted
    if is_set:
        return sorted(got or []), sorted(wanted or [])
    return ([], []) if got == [] and wanted is None else (got, wanted)


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
            found = _tried(case, file)
            failed += bool(found)
            for line in found:
                print(f"{os.path.basename(path)}: {case['name']}\n  {line}\n  case says: {case.get('calculation', '')}")
    print(f"{run - failed} of {run} cases agree with the oracle")
    sys.exit(1 if failed else 0)


def _tried(case, file):
    """A case that the oracle cannot read is a failure, and no reason to leave the others out."""
    try:
        return list(failures(case, file))
    except (KeyError, ValueError, StopIteration) as error:
        return [f"not read: {type(error).__name__} {error}"]


if __name__ == "__main__":
    main()
