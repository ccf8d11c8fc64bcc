"""Random numbers that were entered, and customers' forms with what calling back found of them."""
import datetime

import canonical
import periods
import random_scheme
from random_evidence import day


def indicators(draw, book, scheme, person):
    """Of each indicator none or several, some older than the period, corrected or in conflict."""
    entries = []
    for one in scheme.get("indicators", []):
        for _ in range(draw.pick([0, 1, 1, 1, 2, 3])):
            entry = _entry(draw, book, person, one["id"])
            entries.append(entry)
            if draw.chance(12):
                entries.append(_beside(draw, entry))
            if draw.chance(12):
                entries.append(dict(_entry(draw, book, person, one["id"]), replaces=entry["id"], note="更正"))
    return entries


def _entry(draw, book, person, name):
    entry = {"id": "n-" + draw.hex(12), "subject": person["id"], "indicator": name, "date": _date(draw, book["period"]),
             "value": _value(draw, name, person["level"]), "author": draw.pick(["data-1", "data-2"])}
    if name != "volume" and draw.chance(75):
        entry["target"] = draw.pick(["100", "80", "60", "120", "12.5"])
    return entry


def _value(draw, name, level):
    if name == "volume":
        return draw.pick(["0", "100", "200", "80", "400", "37"])
    if draw.chance(15):
        return draw.pick(["0", "120", "100.5", "33.333"])
    return draw.multiple(1, 20 + 20 * level, 45 + 20 * level)


def _date(draw, period):
    """Mostly in the period, at times on the borders of a window of some months; a day after the last is refused."""
    first, last = periods.span(period)
    if draw.chance(70):
        return day(draw, period)
    border, _ = periods.window(period, draw.pick([1, 2, 3, 12]))
    one_day = datetime.timedelta(days=1)
    return str(draw.pick([border, border - one_day, first, first - one_day, last]))


def _beside(draw, entry):
    """Another number of the same day: the same figures, or a conflict."""
    other = dict(entry, id="n-" + draw.hex(12), author="data-3")
    if draw.chance(60):
        other["value"] = draw.pick(["7", "70", entry["value"]])
    return other


def other_indicator(draw, book):
    def otherwise(entry):
        other = dict(entry, note="另一说法")
        if draw.chance(50):
            other["value"] = draw.pick(["7", "70", entry["value"]])
        if draw.chance(40):
            other["date"] = _date(draw, book["period"])
        return other
    return otherwise


def feedback(draw, book, scheme, person):
    if "feedback" not in scheme:
        return []
    return [_form(draw, book, scheme, person) for _ in range(draw.pick([0, 1, 2, 3, 4, 5]))]


def _form(draw, book, scheme, person):
    form = {"id": "k-" + draw.hex(10), "subject": person["id"], "date": day(draw, book["period"]), "customer": "某客户",
            "scores": [{"question": one["id"], "score": str(1 + min(4, draw.between(0, 2) + person["level"]))}
                       for one in scheme["feedback"]["questions"] if draw.chance(90)]}
    if draw.chance(70):
        form["channel"] = draw.pick(scheme["channels"])["id"]
    return form


def checked(draw, book, forms):
    """The forms, some twice, some in two variants; what calling back found; the variants of each conflict. A form in
    conflict is not refuted: which variant was called about would be anybody's guess."""
    held, checks, conflicts = [], [], []
    for form in forms:
        held.append(form)
        if draw.chance(4):
            held.append(dict(form))
        if draw.chance(5) and form["scores"]:
            other = dict(form, scores=[dict(line, score=draw.pick(["1", "3", "5"])) for line in form["scores"]],
                         remark="另一份")
            held.append(other)
            conflicts.append([canonical.entry_digest(form), canonical.entry_digest(other)])
        else:
            checks += [{"feedback": form["id"], "state": draw.pick(["verified", "refuted", "refuted", "unchecked"])}
                       for _ in range(draw.pick([0, 0, 0, 1, 1, 2]))]
    made, given = [], {}
    for number, one in enumerate(draw.shuffled(checks), start=1):
        # Two who called at one time, in different files.
        given[one["feedback"]] = given.get(one["feedback"], number) if draw.chance(15) else number
        made.append(dict(one, id="v-" + draw.hex(8), sequence=given[one["feedback"]], author="call-1",
                         date=day(draw, book["period"])))
    return draw.shuffled(held), draw.shuffled(made), conflicts


def uses(book, kind):
    return any(random_scheme.measures(scheme, kind) for scheme in book["schemes"])
