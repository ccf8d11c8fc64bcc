"""Random forms, conflicts, decisions, records and states for the people of a workbook."""
import datetime
from fractions import Fraction

import canonical
import bounds
import periods
import random_scheme
import scale
from exact import read

NAMES = "陈王李张刘赵周吴郑孙"


def forms(draw, workbook, scheme, person):
    """Every form that the subject's raters hand in; a patchy subject misses raters and scores."""
    unrated = [] if draw.chance(85) else draw.some(random_scheme.criterion_ids(scheme))  # by anybody
    handed_in = []
    for role in scheme.get("roles", []):
        for rater in _raters(draw, workbook, role, person):
            if person["patchy"] and draw.chance(30):
                continue
            form = _form(draw, workbook, scheme, person, role, rater)
            form["scores"] = [entry for entry in form["scores"] if entry["criterion"] not in unrated]
            if form["scores"] or draw.chance(50):
                handed_in.append(form)
    return handed_in


def _raters(draw, workbook, role, person):
    if role.get("by") == "subject":
        return [person["id"]]
    count = role.get("atLeast", 1) + draw.pick([0, 0, 1, 2])
    colleagues = [one["id"] for one in workbook["people"] if one["id"] != person["id"]]
    outside = [f"{role['id']}-{index}" for index in range(1, 6)]
    return draw.shuffled(colleagues + outside)[:count] if draw.chance(30) else outside[:count]


def _form(draw, workbook, scheme, person, role, rater):
    scores = []
    for one in random_scheme.criteria(scheme):
        if one["measure"]["type"] != "rating" or role["id"] not in one["measure"].get("roles", [role["id"]]):
            continue
        if person["patchy"] and draw.chance(15):
            if draw.chance(30):
                scores.append({"criterion": one["id"], "comment": "不了解"})
            continue
        scores.append(dict({"criterion": one["id"]}, **_line(draw, one, person["level"])))
    return {"id": "f-" + draw.hex(12), "revision": draw.between(1, 3),
            "scheme": {"id": scheme["id"], "version": scheme["version"]}, "period": workbook["period"],
            "subject": person["id"], "rater": rater, "role": role["id"], "date": day(draw, workbook["period"]),
            "scores": scores}


def _line(draw, one, level):
    """A score, or one of the levels: the strong get the better ones."""
    if one.get("scale", scale.AS_IS)["type"] != "levels":
        return {"score": _score(draw, one, level)}
    levels = one["scale"]["levels"]
    best = len(levels) * (3 - level) // 4
    return {"level": draw.pick(levels if draw.chance(25) else levels[best:best + 2])["id"]}


def _score(draw, one, level):
    """Levels 0 to 3 keep the weak weak, so that they meet at the bottom; steps of a half make ties."""
    low, high = bounds.criterion_bounds(one)
    if one.get("scale", scale.AS_IS) == scale.AS_IS:
        high += read(one.get("bonus", "0"))
    step = Fraction(one["measure"].get("step", draw.pick(["1", "1/2", "1/2", "1/10"])))
    if draw.chance(10):
        return draw.multiple(step, low, high)
    return draw.multiple(step, high * level / 4, high * (level + 1) / 4 if high * level / 4 + step <= high else high)


def with_conflicts(draw, handed_in):
    """Some forms twice (the same form), some with a second or third variant; the variants of each conflict."""
    ratings, conflicts = [], []
    for form in handed_in:
        ratings.append(form)
        if draw.chance(4):
            ratings.append(dict(form))
        if draw.chance(5):
            variants = [form] + [_variant(draw, form, number) for number in range(draw.pick([1, 1, 2]))]
            ratings += variants[1:]
            conflicts.append([canonical.entry_digest(one) for one in variants])
    return ratings, conflicts


def _variant(draw, form, number):
    if draw.chance(15):
        return dict(form, id="f-" + draw.hex(12))  # the same answers once more: no conflict
    other = dict(form, remark=f"改{number + 1}")
    if draw.chance(50):
        other["id"] = "f-" + draw.hex(12)
    else:
        other["revision"] = form["revision"] + number + 1
    scored = [index for index, entry in enumerate(form["scores"]) if "score" in entry]
    if scored and draw.chance(80):
        index = draw.pick(scored)
        other["scores"] = list(form["scores"])
        score = draw.pick(["0", "1", form["scores"][index]["score"]])
        other["scores"][index] = dict(form["scores"][index], score=score)
    return other


def decisions(draw, conflicts, period):
    """For some conflicts: one that has seen all, one that has not, or two of which the later holds."""
    drawn = []
    for variants in conflicts:
        for _ in range(draw.pick([0, 0, 1, 1, 1, 2])):
            keep, *over = draw.shuffled(variants)
            if draw.chance(20) and over:
                over.pop()
            if draw.chance(10):
                over.append("sha256:" + draw.hex(64))
            drawn.append({"keep": keep, "over": over})
    numbered = enumerate(draw.shuffled([one for one in drawn if one["over"]]), start=1)
    return [dict(one, id="d-" + draw.hex(8), sequence=number, author="hr-1", date=day(draw, period), reason="核实后定")
            for number, one in numbered]


def records(draw, workbook, scheme, person):
    entries = []
    channels = [one["id"] for one in scheme.get("channels", [])]
    for one in random_scheme.criteria(scheme):
        if one["measure"]["type"] != "records":
            continue
        for _ in range(draw.pick([0, 0, 1, 1, 2, 3, 5])):
            entries += _chain(draw, workbook, person, one, channels)
    return entries


def with_entry_conflicts(draw, entries, otherwise, same_place):
    """Some entries stand twice, and some have a second variant under their id, as `otherwise` draws it from the first and
    from the entry whose place it takes. The second may take the place of an entry that the first leaves alone, or leave
    alone the one whose place the first takes: of those alike in `same_place` one whose place nobody takes."""
    taken = {entry["replaces"] for entry in entries if "replaces" in entry}
    held, conflicts = [], []
    for entry in entries:
        held.append(entry)
        if draw.chance(3):
            held.append(dict(entry))
        if draw.chance(5):
            replaces = _other_place(draw, entry, entries, taken, same_place)
            without = {key: value for key, value in entry.items() if key != "replaces"}
            other = otherwise(dict(without, replaces=replaces) if replaces else without)
            held.append(other)
            conflicts.append([canonical.entry_digest(entry), canonical.entry_digest(other)])
    return held, conflicts


def _other_place(draw, entry, entries, taken, same_place):
    """Whose place a second variant takes. Who takes one is taken too, so that no ring arises."""
    if "replaces" in entry:
        return entry["replaces"] if draw.chance(40) else None
    free = [one["id"] for one in entries if one["id"] not in taken and "replaces" not in one and one is not entry
            and all(one[key] == entry[key] for key in same_place)]
    if not free or draw.chance(50):
        return None
    place = draw.pick(free)
    taken.update((place, entry["id"]))
    return place


def other_record(draw, workbook, scheme):
    def otherwise(record):
        one = next(one for one in random_scheme.criteria(scheme) if one["id"] == record["criterion"])
        other = dict(record, reason="另一说法")
        if "replaces" not in record:
            other["date"] = day(draw, workbook["period"])
        if one["measure"]["of"] == "points" and draw.chance(70) or "replaces" not in record:
            other.pop("points", None)
        if one["measure"]["of"] == "points":
            other.setdefault("points", draw.pick(["-1", "-4", "2" if "deduction" not in one else "-2"]))
        return other
    return otherwise


def _chain(draw, workbook, person, one, channels):
    """A record, corrected now and then, a correction corrected in its turn."""
    chain = []
    while not chain or draw.chance(18):
        entry = {"id": "r-" + draw.hex(12), "subject": person["id"], "criterion": one["id"],
                 "date": day(draw, workbook["period"]), "author": draw.pick(["qa-1", "qa-2"]),
                 "reason": draw.pick(["通话抽检", "系统录入有误", "客户表扬", "更正"])}
        if chain:  # "the new one counts in the old one's period", even if it is dated after it
            entry["replaces"] = chain[-1]["id"]
            if draw.chance(20):
                entry["date"] = str(periods.span(workbook["period"])[1] + datetime.timedelta(days=draw.between(1, 9)))
        if one["measure"]["of"] == "points":
            entry["points"] = "0" if chain and draw.chance(30) else _record_points(draw, one, person["level"])
        elif chain and draw.chance(30):
            entry["points"] = "0"
        if "kinds" in one["measure"] and draw.chance(75):
            entry["kind"] = draw.pick(one["measure"]["kinds"])["id"]
        if channels and draw.chance(40):
            entry["channel"] = draw.pick(channels)
        chain.append(entry)
    return chain


def _record_points(draw, one, level):
    size = draw.pick(["1", "1", "2", "3", "5", "10", "0.5", "12.5"])
    good = "deduction" not in one and draw.chance(25 + 15 * level)
    return size if good else "-" + size


def states(draw, people, period):
    """Mostly active; some on leave or standby, some of them back before the period ends."""
    entered = []
    for person in people:
        if not draw.chance(15):
            continue
        course = draw.shuffled(["leave", "standby", "active"])[:draw.between(1, 2)]
        first, last = periods.span(period)
        days = sorted({draw.below((last - first).days + 1) for _ in course})
        entered += [{"id": "z-" + draw.hex(8), "subject": person["id"], "state": state, "author": "hr-1",
                     "date": str(first + datetime.timedelta(days=day)), "reason": "按考勤"}
                    for state, day in zip(course, days)]
    return entered


def day(draw, period):
    first, last = periods.span(period)
    return str(first + datetime.timedelta(days=draw.below((last - first).days + 1)))
