"""A random complaint register: numbers, revisions, responsibility, steps around their due days, a working calendar."""
import datetime

import canonical
import periods

DEPARTMENTS = ["p01", "p02", "qa"]  # subjects of these numbers answer for the steps


def departments(draw, text):
    return [{"id": name, "name": text(name), "days": draw.pick([1, 1, 2, 3, 5])} for name in DEPARTMENTS]


def working_calendar(draw, period):
    """Days off from Monday to Friday and make-up days at weekends, near the period's end where steps fall due."""
    _, last = periods.span(period)
    near = [last + datetime.timedelta(days=number) for number in range(-25, 8)]
    holidays = [str(one) for one in near if one.weekday() < 5 and draw.chance(15)]
    workdays = [str(one) for one in near if one.weekday() >= 5 and draw.chance(25)]
    return {key: days for key, days in (("holidays", holidays), ("workdays", workdays)) if days}


def complaints(draw, book):
    """The register with its counters, and the variants of each conflict."""
    people, units = [one["id"] for one in book["people"]], [one["id"] for one in book["units"]]
    has_steps = any("register" in scheme for scheme in book["schemes"])
    entries, conflicts, last_numbers = [], [], {}
    for _ in range(draw.pick([0, 2, 4, 6, 8, 10])):
        one = _complaint(draw, book["period"], last_numbers)
        _answer_for(draw, one, people, units)
        if has_steps:
            _hand_over(draw, one, book["period"], people)
        revisions = [one]
        while draw.chance(20):
            revisions.append(_revised(draw, revisions[-1], people, units))
        entries += revisions
        if draw.chance(5):
            if revisions[-1].get("severity") == "normal":
                del revisions[-1]["severity"]  # a default that is written out would have another digest
            other = dict(revisions[-1], severity=draw.pick(["minor", "serious"]), author="reg-3")
            entries.append(other)
            conflicts.append([canonical.entry_digest(revisions[-1]), canonical.entry_digest(other)])
        elif draw.chance(4):
            entries.append(dict(revisions[-1]))
    counters = [{"month": month, "last": last + draw.pick([0, 0, 1])} for month, last in sorted(last_numbers.items())]
    return draw.shuffled(entries), counters, conflicts


def _complaint(draw, period, last_numbers):
    first, last = periods.span(period)
    received = last - datetime.timedelta(days=draw.between(0, 28))
    if draw.chance(20):
        received = draw.pick([first, first - datetime.timedelta(days=1), last])
    registered = received + datetime.timedelta(days=draw.pick([0, 0, 1, 2]))
    month = f"{registered:%Y-%m}"
    last_numbers[month] = last_numbers.get(month, 0) + draw.pick([1, 1, 1, 2])
    one = {"id": "b-" + draw.hex(10), "revision": 1, "author": draw.pick(["reg-1", "reg-2"]),
           "number": f"{month}-{last_numbers[month]:04}", "registered": str(registered), "received": str(received),
           "kind": draw.pick(["non-quality", "quality"])}
    if draw.chance(70):
        one["severity"] = draw.pick(["minor", "normal", "serious"])
    if draw.chance(20):
        one["quantity"] = draw.pick(["12", "0.5"])
    return one


def _answer_for(draw, one, people, units):
    """Drafted, decided, or neither; taken back now and then."""
    if draw.chance(50):
        one["drafted"] = _responsibility(draw, one, people, units)
    if draw.chance(75):
        one["responsible"] = _responsibility(draw, one, people, units)
    if draw.chance(8):
        one["withdrawn"] = {"author": "reg-1", "date": one["registered"], "reason": "客户撤回"}


def _responsibility(draw, one, people, units):
    found = {"unit": draw.pick(people[:3] if draw.chance(50) else people + units), "author": "gm-1",
             "date": one["registered"]}
    if draw.chance(30):
        found["person"] = draw.pick(people)
    return found


def _hand_over(draw, one, period, people):
    steps = [_step(draw, one, period, people) for _ in range(draw.pick([0, 1, 1, 2, 3]))]
    if steps:
        one["steps"] = steps


def _step(draw, one, period, people):
    handed = datetime.date.fromisoformat(one["registered"]) + datetime.timedelta(days=draw.between(0, 4))
    step = {"department": draw.pick(DEPARTMENTS), "handed": str(handed)}
    if draw.chance(40):
        step["owner"] = draw.pick(people[:4])
    if draw.chance(25):
        _, last = periods.span(period)
        due = draw.pick([last, last + datetime.timedelta(days=1), handed + datetime.timedelta(days=3)])
        step["due"] = str(max(due, handed))
    if draw.chance(65):
        step["done"] = str(handed + datetime.timedelta(days=draw.between(0, 6)))
    return step


def _revised(draw, one, people, units):
    other = dict(one, revision=one["revision"] + 1, author="reg-2", result="已处理")
    if draw.chance(60):
        other["responsible"] = _responsibility(draw, one, people, units)
    if draw.chance(40):
        other["severity"] = draw.pick(["minor", "normal", "serious"])
    if "steps" in one and draw.chance(50):
        other["steps"] = [dict(step, done=step["handed"]) for step in one["steps"]]
    return other
