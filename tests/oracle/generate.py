"""A valid random workbook from a seed, the same one every time.

    python3 generate.py SEED > workbook.json
"""
import functools
import json
import sys

import borders
import random_evidence as evidence
import random_follow_up
import random_history
import random_inputs
import random_register
import random_scheme
from draw import Draw
from random_text import text

PERIODS = {"month": ["2026-10", "2026-01", "2026-02"], "quarter": ["2026-Q4", "2026-Q1"],
           "half": ["2026-H2", "2026-H1"], "year": ["2026"], "irregular": ["2026~一期", "2026~P 1"]}


def workbook(seed):
    draw = Draw(seed)
    kind = draw.pick(["month"] * 7 + ["quarter", "half", "year", "year", "irregular"])
    book = {"format": "kaohe-workbook", "formatVersion": 1, "id": "w-" + draw.hex(8),
            "period": draw.pick(PERIODS[kind]), "schemes": _schemes(draw, kind)}
    book["units"] = [{"id": f"u{n + 1}", "name": text(f"{n + 1}组")} for n in range(draw.between(1, 3))]
    people = _people(draw, book)
    book["people"] = [_as_held(draw, person) for person in people]
    subjects = [person for person in people if "scheme" in person]
    book["history"] = random_history.history(draw, book, subjects)
    book["otherResults"] = random_history.other_results(draw, book, subjects)
    conflicts = _hand_in(draw, book, subjects)
    book["plans"], between_plans = random_follow_up.plans(draw, book, subjects)
    book["decisions"] = draw.shuffled(evidence.decisions(draw, conflicts + between_plans, book["period"]))
    borders.settle(draw, book)
    book["rulings"] = random_follow_up.rulings(draw, book, subjects)
    random_history.seal(draw, book)
    return _without_empty(book)


def _schemes(draw, kind):
    """Some ranked together, some whose team measures rest on others; a scheme only names those before it, so that no
    cycle arises, and they stand in any order."""
    count, register = draw.pick([1, 1, 1, 2, 2, 3]), random_register.departments(draw, text)
    together = count > 1 and draw.chance(35)
    schemes = []
    for number in range(count):
        name = f"scheme-{number + 1}"
        members = [] if number == 0 or together and number == 1 else draw.some([one["id"] for one in schemes])
        schemes.append(random_scheme.scheme(draw, name, kind, members if draw.chance(75) else [],
                                            _sources(draw, name), register))
    if together:
        _rank_together(draw, schemes[0], schemes[1])
    return draw.shuffled(schemes)


def _sources(draw, own):
    sources = [{"scheme": own, "within": "earlier"}] if draw.chance(60) else []
    for name in ("other-1", "other-2"):
        if draw.chance(40):
            sources.append({"scheme": name, "within": draw.pick(["period", "period", "earlier"])})
    return sources


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
    teams = any(random_scheme.measures(scheme, "team") for scheme in book["schemes"])
    for number in range(draw.between(5 if teams else 1, 11)):
        unit = draw.pick(book["units"])["id"]
        person = {"id": f"p{number + 1:02}", "name": draw.pick(evidence.NAMES) + draw.pick("一二三四五六"),
                  "unit": unit, "level": draw.below(4), "patchy": draw.chance(30)}
        if number == 0 or draw.chance(92):
            person["scheme"] = usual[unit] if draw.chance(75 if not teams else 40) else draw.pick(book["schemes"])["id"]
        if draw.chance(85 if teams else 15):
            person["team"] = draw.pick(["甲", "甲", "甲", "乙"])
        people.append(person)
    return draw.shuffled(people)


def _as_held(draw, person):
    held = {key: value for key, value in person.items() if key not in ("level", "patchy")}
    if draw.chance(60):
        held["payBase"] = draw.pick(["2000", "3333.33", "1999.5", "0", "250.01"])
    return held


def _hand_in(draw, book, subjects):
    """Everything that people write down; the variants of each conflict."""
    schemes = {scheme["id"]: scheme for scheme in book["schemes"]}
    forms, records, indicators, feedback, between_entries = [], [], [], [], []
    for person in subjects:
        scheme = schemes[person["scheme"]]
        forms += evidence.forms(draw, book, scheme, person)
        for held, one_of, same_place, drawn in (
                (records, evidence.other_record(draw, book, scheme), ("criterion",),
                 evidence.records(draw, book, scheme, person)),
                (indicators, random_inputs.other_indicator(draw, book), ("indicator",),
                 random_inputs.indicators(draw, book, scheme, person))):
            entries, conflicts = evidence.with_entry_conflicts(draw, drawn, one_of, same_place)
            held += entries
            between_entries += conflicts
        feedback += random_inputs.feedback(draw, book, scheme, person)
    ratings, between_forms = evidence.with_conflicts(draw, forms)
    book["states"] = evidence.states(draw, subjects, book["period"])
    book["ratings"], book["records"] = draw.shuffled(ratings), draw.shuffled(records)
    book["indicators"] = draw.shuffled(indicators)
    book["feedback"], book["feedbackChecks"], between_feedback = random_inputs.checked(draw, book, feedback)
    between_complaints = []
    if random_inputs.uses(book, "complaints") or draw.chance(15):
        book["complaints"], book["complaintCounters"], between_complaints = random_register.complaints(draw, book)
        book["workingCalendar"] = random_register.working_calendar(draw, book["period"])
    return between_forms + between_entries + between_feedback + between_complaints


def _without_empty(book):
    return {key: value for key, value in book.items() if value not in ([], {})}


def write(book, draw):
    """The file's text. Numbers stand as strings or as tokens: both mean the same (model, Numbers)."""
    return _text(book, draw, None)


NUMBERS = {"score", "points", "weight", "each", "start", "floor", "cap", "bonus", "step", "min", "max", "from", "above",
           "total", "roleWeights", "payBase", "value", "target", "limit", "factor", "share", "least", "most", "minor",
           "normal", "serious", "below", "quantity"}


def _text(value, draw, key):
    if isinstance(value, dict):
        return "{" + ",".join(_token(k) + ":" + _text(v, draw, k) for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",\n".join(_text(one, draw, None) for one in value) + "]"
    if key in NUMBERS and isinstance(value, str) and draw.chance(30):
        return value
    return _token(value)


@functools.lru_cache(maxsize=100_000)
def _token(value):
    return json.dumps(value, ensure_ascii=False)


def main():
    seed = sys.argv[1]
    print(write(workbook(seed), Draw(seed + ":text")))


if __name__ == "__main__":
    main()
