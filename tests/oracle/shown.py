"""A Result as path → text: what engine and oracle must agree on, and nothing else."""
from fractions import Fraction

import periods

RESULT_FIELDS = ("unit", "scheme", "state", "status", "base", "bonus", "deductions", "total", "grade", "rank", "ranked",
                 "below")
UNIT_COUNTS = ("members", "ranked", "provisional", "away")


def shown(result, group_of, workbook):
    found = {}
    for one in result["results"]:
        for path, value in _subject(one):
            found[f"{one['subject']} {path}"] = str(value)
    for unit in result["units"]:
        name = f"{unit['unit']} of {'+'.join(sorted(group_of[unit['scheme']]))}"
        found.update((f"{name} {path}", str(value)) for path, value in _unit(unit))
    found["overdue"] = "; ".join(sorted(_overdue(result, workbook)))
    return found


def kept(results):
    """The same for what a closed period keeps of its results."""
    found = {}
    for one in results:
        for field in ("unit", "scheme", "state", "total", "grade", "rank", "ranked", "below"):
            if field in one:
                found[f"kept {one['subject']} {field}"] = str(one[field])
        for value in one.get("values", []):
            found[f"kept {one['subject']} {value['criterion']}"] = value["raw"]
    return found


def _subject(one):
    yield from ((field, one[field]) for field in RESULT_FIELDS if field in one)
    for section in one["sections"]:
        if "points" in section:
            yield f"{section['id']} points", section["points"]
        for criterion in section["criteria"]:
            yield from ((f"{criterion['id']} {field}", value) for field, value in _criterion(criterion))
    if "warning" in one:
        yield "warning", _warning(one["warning"])
    if "alsoHolds" in one:
        yield "alsoHolds", ", ".join(_warning(held) for held in one["alsoHolds"])
    if "early" in one:
        yield "early", one["early"]
    for hit in one.get("critical", []):
        yield f"critical {hit['rule']}", f"{hit['criterion']} {'counts' if hit['counts'] else 'holds'} {hit.get('limit')}"
    for number, follows in enumerate(one.get("consequences", [])):
        yield f"consequence {number}", _consequence(follows)
    if "pay" in one:
        yield "pay", f"{Fraction(one['pay']['base'])} {' '.join(one['pay'].get('factors', []))} {one['pay']['amount']}"
    for plan in one.get("plans", []):
        yield f"plan {plan['plan']}", " ".join(f"{key} {plan[key]}" for key in ("before", "after", "effect")
                                               if key in plan)


def _criterion(one):
    """The raw number of a criterion that waits is nobody's business."""
    yield from ((field, one[field]) for field in ("points", "bonus", "noData") if field in one)
    if "points" in one and "raw" in one:
        yield from ((field, one[field]) for field in ("raw", "have", "expected") if field in one)
        beside = one.get("gap", {role["role"]: role["gap"] for role in one.get("roles", []) if "gap" in role})
        yield from ((f"gap of {role}", gap) for role, gap in beside.items())


def _warning(held):
    months = (f"{m['period']} {m['unit']} {m['rank']} of {m['ranked']}, {m['below']} below" for m in held["months"])
    return f"{held['rung']} ({'; '.join(months)})"


def _consequence(follows):
    ruling = follows.get("ruling", {})
    return " ".join([follows["id"], follows["kind"], *(ruling[key] for key in sorted(ruling))])


def _unit(unit):
    yield from ((field, unit[field]) for field in UNIT_COUNTS)
    yield "passedOver", " ".join(str(bottom) for bottom in unit["passedOver"])
    yield "undecided", " ".join(sorted(unit.get("undecided", [])))
    for quota in unit.get("quotas", []) if int(unit["ranked"]) else []:
        yield f"quota {quota['grade']}", f"{Fraction(quota['share'])} {quota['seats']} {quota['holders']}"


def _overdue(result, workbook):
    """Of complaints that were received in the period; a list may name others beside them."""
    first, last = periods.span(workbook["period"])
    numbers = {one["id"]: one["number"] for one in workbook.get("complaints", [])}
    received = {one["number"] for one in workbook.get("complaints", []) if str(first) <= one["received"] <= str(last)}
    for step in result.get("overdue", []):
        number = numbers.get(step["complaint"], step["complaint"])
        if number in received:
            yield " ".join([number, step["department"], step.get("owner", "-"), step["due"], step.get("done", "-")])
