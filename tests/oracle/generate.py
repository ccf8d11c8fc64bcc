"""A valid random workbook from a seed, the same one every time.

    python3 generate.py SEED > workbook.json
"""
import json
import sys

import oracle
import random_evidence as evidence
import random_history
import random_scheme
from borders import set_borders
from draw import Draw

PERIODS = {"month": ["2026-10", "2026-01", "2026-02"], "quarter": ["2026-Q4", "2026-Q1"],
           "half": ["2026-H2", "2026-H1"], "year": ["2026"]}


def workbook(seed):
    draw = Draw(seed)
    kind = draw.pick(["month"] * 7 + ["quarter", "half", "year"])
    book = {"format": "kaohe-workbook", "formatVersion": 1, "id": "w-" + draw.hex(8),
            "period": draw.pick(PERIODS[kind]), "schemes": _schemes(draw, kind)}
    book["units"] = [{"id": f"u{n + 1}", "name": random_scheme.text(f"{n + 1}组")} for n in range(draw.between(1, 3))]
    people = _people(draw, book)
    book["people"] = [_as_held(draw, person) for person in people]
    subjects = [person for person in people if "scheme" in person]
    _hand_in(draw, book, subjects)
    for scheme in book["schemes"]:
        set_borders(draw, scheme, [score for person, score in oracle.score_all(book).items()
                                   if _scheme_of(subjects, person) == scheme["id"]])
    book["history"] = random_history.history(draw, book, subjects)
    return _without_empty(book)


def _schemes(draw, kind):
    schemes = [random_scheme.scheme(draw, f"scheme-{n + 1}", kind) for n in range(draw.pick([1, 1, 1, 2, 2, 3]))]
    if len(schemes) > 1 and draw.chance(50):
        _rank_together(draw, schemes[0], schemes[1])
    return schemes


def _rank_together(draw, one, other):
    """Both schemes break ties by the same criteria, so that it does not matter whose rule it is."""
    shared = [name for name in random_scheme.criterion_ids(one) if name in random_scheme.criterion_ids(other)]
    breakers = draw.shuffled(shared)[:draw.between(0, 2)]
    for scheme in (one, other):
        scheme.setdefault("ranking", {}).pop("tieBreakers", None)
        if breakers:
            scheme["ranking"]["tieBreakers"] = breakers
    both = draw.chance(50)
    one["ranking"]["with"] = [other["id"]]
    if both:
        other["ranking"]["with"] = [one["id"]]
    elif not breakers:
        del other["ranking"]


def _people(draw, book):
    people = []
    usual = {unit["id"]: draw.pick(book["schemes"])["id"] for unit in book["units"]}
    for number in range(draw.between(1, 12)):
        unit = draw.pick(book["units"])["id"]
        person = {"id": f"p{number + 1:02}", "name": draw.pick(evidence.NAMES) + draw.pick("一二三四五六"),
                  "unit": unit, "level": draw.below(4), "patchy": draw.chance(30)}
        if number == 0 or draw.chance(92):
            person["scheme"] = usual[unit] if draw.chance(75) else draw.pick(book["schemes"])["id"]
        people.append(person)
    return draw.shuffled(people)


def _as_held(draw, person):
    held = {key: value for key, value in person.items() if key not in ("level", "patchy")}
    if draw.chance(20):
        held["team"] = "甲"
    if draw.chance(20):
        held["payBase"] = "2000"
    return held


def _hand_in(draw, book, subjects):
    schemes = {scheme["id"]: scheme for scheme in book["schemes"]}
    handed_in, records = [], []
    for person in subjects:
        handed_in += evidence.forms(draw, book, schemes[person["scheme"]], person)
        records += evidence.records(draw, book, schemes[person["scheme"]], person)
    ratings, conflicts = evidence.with_conflicts(draw, handed_in)
    records, record_conflicts = evidence.with_record_conflicts(draw, records)
    book["states"] = evidence.states(draw, subjects, book["period"])
    book["ratings"] = draw.shuffled(ratings)
    book["records"] = draw.shuffled(records)
    book["decisions"] = draw.shuffled(evidence.decisions(draw, conflicts + record_conflicts, book["period"]))


def _scheme_of(subjects, name):
    return next(person["scheme"] for person in subjects if person["id"] == name)


def _without_empty(book):
    return {key: value for key, value in book.items() if value != []}


def write(book, draw):
    """The file's text. Numbers stand as strings or as tokens: both mean the same (model, Numbers)."""
    return _text(book, draw, None)


NUMBERS = {"score", "points", "weight", "each", "start", "floor", "cap", "bonus", "step", "min", "max", "from", "above",
           "total", "roleWeights", "payBase"}


def _text(value, draw, key):
    if isinstance(value, dict):
        return "{" + ",".join(json.dumps(k) + ":" + _text(v, draw, k) for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",\n".join(_text(one, draw, None) for one in value) + "]"
    if key in NUMBERS and isinstance(value, str) and draw.chance(30):
        return value
    return json.dumps(value, ensure_ascii=False)


def main():
    seed = sys.argv[1]
    print(write(workbook(seed), Draw(seed + ":text")))


if __name__ == "__main__":
    main()
