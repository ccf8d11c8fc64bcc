"""Small schemes and documents for the hand calculations."""
import oracle
import scoring
from book import Book

TEXT = {"zh-CN": "一"}


def rating(name, points, **more):
    return dict({"id": name, "name": TEXT, "points": points, "measure": {"type": "rating"}}, **more)


def records(name, of="points", **more):
    return dict({"id": name, "name": TEXT, "measure": {"type": "records", "of": of}}, **more)


def each(value, **more):
    return dict({"type": "each", "each": value}, **more)


def scheme(*criteria, section=None, roles=(), **more):
    whole = {"id": "s", "total": {"points": "100"}, "roles": list(roles),
             "sections": [dict({"id": "a", "name": TEXT, "criteria": list(criteria)}, **(section or {}))]}
    return dict(whole, **more)


def role(name, weight, **more):
    return dict({"id": name, "name": TEXT, "weight": weight}, **more)


def form(role_id, rater, **scores):
    return {"id": f"{role_id}-{rater}", "revision": "1", "scheme": {"id": "s", "version": "1"}, "subject": "p",
            "rater": rater, "role": role_id, "scores": [{"criterion": k, "score": v} for k, v in scores.items()]}


def record(name, criterion, points=None, **more):
    entry = dict({"id": name, "subject": "p", "criterion": criterion, "reason": "r"}, **more)
    return entry if points is None else dict(entry, points=points)


def own(workbook, subject="p"):
    return Book(dict({"period": "2026-10"}, **workbook)).of(subject)


def score(whole, forms=(), entries=(), **workbook):
    """Of the subject `p`."""
    return scoring.score(whole, own(dict(workbook, ratings=list(forms), records=list(entries))))


def appraised(schemes, **workbook):
    """Subject → its result; everybody is in the unit `u` unless it says otherwise."""
    people = [dict({"unit": "u", "scheme": schemes[0]["id"]}, **person)
              for person in workbook.pop("people", [{"id": "p"}])]
    book = dict({"period": "2026-10"}, schemes=schemes, people=people, **workbook)
    result = oracle.appraise(book)
    return {one["subject"]: one for one in result["results"]}, result
