"""What follows from a result: proposals, "which a named person confirms or overrules with a reason", and pay."""
import conditions
from exact import read, rounded, with_places

CENT = {"step": "0.01", "mode": "half-up"}


def proposed(scheme, subject, facts, rulings):
    found = []
    for one in scheme.get("consequences", []):
        if conditions.hold(one["when"], facts):
            found.append({"id": one["id"], "kind": one["kind"]})
            ruling = _ruling(subject, one["id"], rulings)
            if ruling is not None:
                found[-1]["ruling"] = {key: ruling[key] for key in ("answer", "author", "date", "reason")}
    return found


def _ruling(subject, consequence, rulings):
    """The highest on one consequence of a subject holds."""
    about = [one for one in rulings if one["subject"] == subject and one["consequence"] == consequence]
    return max(about, key=lambda one: int(one["sequence"]), default=None)


def pay(scheme, person, facts):
    """"base × published total ÷ 100 or a table by grade, × factors each with a condition …, rounded half-up to the
    cent; no total, no pay line"."""
    rule = scheme.get("pay")
    if rule is None or "payBase" not in person or facts.total is None or facts.state is None:
        return None
    factor = facts.total / 100
    if rule.get("of", "total") == "grade":
        factor = next((read(one["factor"]) for one in rule.get("grades", []) if one["grade"] == facts.grade), None)
    if factor is None:
        return None
    amount, applied = read(person["payBase"]) * factor, []
    for one in rule.get("factors", []):
        if conditions.hold(one["when"], facts):
            amount, applied = amount * read(one["factor"]), applied + [one["id"]]
    return {"base": person["payBase"], "factors": applied, "amount": with_places(rounded(amount, CENT), 2)}
