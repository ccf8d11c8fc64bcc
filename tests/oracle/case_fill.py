"""What the cases of tests/cases leave out, filled in as the README there says; the oracle needs no titles and digests,
so those stay away."""
import json
import os

import canonical
import periods
from exact import GRAMMAR

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))


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
    _fill_people(book, schemes)
    by_id, of_subject = {one["id"]: one for one in schemes}, {one["id"]: one.get("scheme") for one in book["people"]}
    book["ratings"] = book.get("ratings", []) + [
        _rating(form, by_id[of_subject[form.get("subject", "s")]], number)
        for number, form in enumerate(book.pop("forms"), 1)]
    _fill_entries(book)
    for closed in book.get("history", []) + book.get("otherResults", []):
        for kept in closed["results"]:
            _fill(kept, subject="s", scheme=schemes[0]["id"], unit="u", state="active")
            if "rank" in kept:
                _fill(kept, total="80.00")
    return book


def _fill_people(book, schemes):
    """With `totals`, the short form: a person, and a form if there is a score."""
    people, forms = book.setdefault("people", []), book.setdefault("forms", [])
    for subject, score in book.pop("totals", {}).items():
        if all(person["id"] != subject for person in people):
            people.append({"id": subject})
        if score is not None:
            forms.append({"subject": subject, "role": schemes[0]["roles"][0]["id"], "rater": "r", "all": score})
    people.extend([] if people else [{"id": "s"}])
    for person in people:
        _fill(person, unit="u", scheme=schemes[0]["id"])


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
            "scores": [{"criterion": key, "score" if GRAMMAR.fullmatch(value) else "level": value}
                       for key, value in scores.items() if value is not None]}


def day(period):
    """The 15th of the period's last month: of a year and of an irregular period, of December."""
    return f"{periods.span(period)[1]:%Y-%m}-15"


def _fill_entries(book):
    by_whom = {"subject": "s", "author": "author", "date": day(book["period"])}
    defaults = {"records": dict(by_whom, reason="reason"),
                "states": dict(by_whom, reason="reason", date=book["period"] + "-01"),
                "indicators": by_whom, "feedback": {"subject": "s", "date": by_whom["date"]},
                "feedbackChecks": {"author": "author", "date": by_whom["date"]}, "complaints": {"author": "author"},
                "rulings": dict(by_whom, reason="reason"),
                "plans": dict(by_whom, revision="1", measure="measure", owner="owner", due=by_whom["date"])}
    stems = {"feedbackChecks": "check", "feedback": "feedback"}
    for name, more in defaults.items():
        for number, entry in enumerate(book.get(name, []), 1):
            _fill(entry, id=f"{stems.get(name, name[:-1])}-{number}", **more)
            if name in ("feedbackChecks", "rulings"):
                _fill(entry, sequence=str(number))
            if name == "feedback":
                _expand_answers(entry)
            if name == "complaints":
                _fill_complaint(entry, number, by_whom["date"])
    _fill_decisions(book)


def _fill_decisions(book):
    """`list/n` is the nth entry of that list, by its digest."""
    def digest(named):
        name, number = named.split("/")
        return canonical.entry_digest(book[name][int(number) - 1])
    for number, one in enumerate(book.get("decisions", []), 1):
        _fill(one, sequence=str(number))
        one.update(keep=digest(one["keep"]), over=[digest(named) for named in one["over"]])


def _expand_answers(form):
    if "answers" in form:
        answers = form.pop("answers")
        form["scores"] = [{"question": key, "score": value} for key, value in answers.items() if value is not None]


def _fill_complaint(one, number, on):
    _fill(one, revision="1", registered=on, received=on, kind="non-quality")
    _fill(one, number=f"{one['registered'][:7]}-{number:04}")
    if "of" in one:
        one["responsible"] = {"unit": one.pop("of"), "author": "author", "date": on}


def _fill(document, **defaults):
    for key, value in defaults.items():
        document.setdefault(key, value)
