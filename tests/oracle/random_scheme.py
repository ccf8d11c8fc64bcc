"""Random schemes made of every part of the scope, with figures that meet borders and ties often."""
from fractions import Fraction

import scoring
from exact import read, written

POINTS = ["10", "10", "5", "20", "12.5", "7", "3", "40", "33.3", "15"]
STEPS = ["0.01", "0.1", "0.5", "1", "0.25", "0.05", "0.03", "0.3", "0.001", "0.7", "2"]
MODES = ["half-up", "half-even", "up", "down"]
NO_DATA = ["wait", "zero", "full", "exclude", "exclude"]
WEIGHTS = {1: [["1"], ["100"], ["0.5"]],
           2: [["50", "50"], ["1", "2"], ["0", "1"], ["30", "70"], ["1", "0"]],
           3: [["1", "1", "1"], ["20", "30", "50"], ["0", "1", "1"], ["33.3", "33.3", "33.4"], ["0.1", "0.2", "0.4"]],
           4: [["1", "1", "1", "4"], ["10", "20", "30", "40"], ["0", "25", "25", "50"], ["3", "3", "3", "0"]]}
ROLES = ["self", "peer", "superior", "customer"]


def text(word):
    return {"zh-CN": word, "en": word}


def rounding(draw, steps=None):
    rule = {"step": draw.pick(steps or STEPS)}
    if draw.chance(75):
        rule["mode"] = draw.pick(MODES)
    return rule


def scheme(draw, name, period_kind):
    """Without grades and mostly without a rounding of the total: those are set where the totals land."""
    roles = _roles(draw) if draw.chance(88) else []
    numbers = iter(range(1, 100))
    sections = [_section(draw, f"s{index + 1}", numbers, roles) for index in range(draw.between(1, 3))]
    _ask_every_role(sections, roles)
    whole = {"format": "kaohe-scheme", "formatVersion": 1, "id": name, "version": draw.pick(["1", "2026.1"]),
             "name": text(name), "period": period_kind, "sections": sections}
    if roles:
        whole["roles"] = roles
        if draw.chance(40):
            whole["roleWeights"] = written(sum(read(role["weight"]) for role in roles))
    whole["total"] = _total(draw, sum(scoring.section_base_points(section) for section in sections))
    if draw.chance(75):
        whole["warnings"] = _warnings(draw)
    if draw.chance(50):
        whole["ranking"] = {"tieBreakers": draw.shuffled(draw.some(criterion_ids(whole)))[:3]}
    return whole


def criterion_ids(whole):
    return [one["id"] for section in whole["sections"] for one in section["criteria"]]


def _roles(draw):
    names = draw.some(ROLES)
    roles = []
    for name, weight in zip(names, draw.pick(WEIGHTS[len(names)])):
        role = {"id": name, "name": text(name), "weight": weight}
        if name == "self":
            role["by"] = "subject"
        elif draw.chance(25):
            role["atLeast"] = draw.pick([1, 2, 2, 3])
        if draw.chance(15):
            role["anonymousFrom"] = 2
        if draw.chance(65):
            role["missing"] = draw.pick(["wait", "zero", "full", "share", "share"])
        roles.append(role)
    return roles


def _section(draw, name, numbers, roles):
    criteria = [_pointed(draw, numbers, roles) for _ in range(draw.between(1, 3))]
    criteria += [_deduction(draw, numbers) for _ in range(draw.pick([0, 0, 0, 1, 1, 2]))]
    own = sum(read(one["points"]) for one in criteria if "points" in one)
    section = {"id": name, "name": text(name), "criteria": criteria}
    if draw.chance(30):
        section["points"] = written(own)
    if draw.chance(35):
        section["weight"] = draw.pick(["10", "25", "30", "33.3", "50", "100", "7"])
    base = scoring.section_base_points(section)
    if draw.chance(20):
        section["cap"] = draw.multiple(Fraction(1, 2), base / 2, base)
    if draw.chance(15):
        section["floor"] = draw.multiple(Fraction(1, 2), Fraction(0), base / 2)
    if draw.chance(20):
        section["rounding"] = rounding(draw)
    return section


def _pointed(draw, numbers, roles):
    one = _named(numbers, {"points": draw.pick(POINTS)})
    if roles and draw.chance(60):
        one["measure"] = {"type": "rating"}
        if draw.chance(30):
            one["measure"]["step"] = draw.pick(["0.5", "1", "0.25", "0.1"])
        weighted = [role["id"] for role in roles if role["weight"] != "0"]
        if draw.chance(30):
            kept = set(draw.some(weighted)) | set(draw.some([role["id"] for role in roles], least=0))
            one["measure"]["roles"] = [role["id"] for role in roles if role["id"] in kept]
        if draw.chance(60):
            one["noData"] = draw.pick(NO_DATA)
        if draw.chance(25):
            one["bonus"] = draw.pick(["1", "2.5", "3", "5"])
        if draw.chance(35):
            one["scale"] = _rating_scale(draw, one)
    else:
        _of_records(draw, one)
    if draw.chance(25):
        one["rounding"] = rounding(draw)
    return one


def _rating_scale(draw, one):
    if draw.chance(40):
        return {"type": "as-is"}
    scale = {"type": "each", "each": draw.pick(["0.8", "1.2", "0.5", "2", "-0.5"])}
    if draw.chance(50) or scale["each"].startswith("-"):
        scale["start"] = draw.pick(["1", "2.5", one["points"]])
    if "bonus" in one and draw.chance(60):
        scale["cap"] = written(read(one["points"]) + draw.pick([1, 2, 5]))
    return scale


def _of_records(draw, one):
    points = read(one["points"])
    if draw.chance(60):
        one["measure"] = {"type": "records", "of": "points"}
        if draw.chance(60):
            one["bonus"] = draw.pick(["2", "5", "7.5", "15"])
        one["scale"] = {"type": "each", "each": draw.pick(["1", "1", "1", "0.5", "1.5"]),
                        "start": written(points)}
        if draw.chance(25):
            one["scale"]["start"] = draw.multiple(Fraction(1, 2), Fraction(0), points)
        if draw.chance(10):
            del one["scale"]
    else:
        one["measure"] = {"type": "records", "of": "count"}
        falling = {"type": "each", "each": draw.pick(["-1", "-2", "-0.5", "-2.5"]), "start": written(points)}
        rising = {"type": "each", "each": draw.pick(["1", "2", "1.5"])}
        one["scale"] = falling if draw.chance(60) else rising
        if draw.chance(30) and one["scale"] is rising:
            one["bonus"] = draw.pick(["1", "3", "5"])
            if draw.chance(60):
                one["scale"]["cap"] = written(points + read(one["bonus"]))
    if draw.chance(25) and "scale" in one:
        one["scale"]["floor"] = draw.multiple(Fraction(1, 2), Fraction(0), points / 2)
    if draw.chance(15) and "scale" in one and "bonus" not in one:
        one["scale"]["cap"] = draw.multiple(Fraction(1, 2), points / 2, points)


def _deduction(draw, numbers):
    one = _named(numbers, {"deduction": {}})
    if draw.chance(40):
        one["deduction"]["floor"] = draw.pick(["-1", "-2.5", "-5", "-10"])
    if draw.chance(50):
        one["measure"] = {"type": "records", "of": "points"}
        if draw.chance(50):
            one["scale"] = {"type": "each", "each": draw.pick(["1", "0.5", "2"])}
    else:
        one["measure"] = {"type": "records", "of": "count"}
        one["scale"] = {"type": "each", "each": draw.pick(["-1", "-2", "-0.5"])}
        if draw.chance(15):
            one["scale"]["start"] = "2"  # two are free: the bound is 0
        if draw.chance(15):
            one["scale"]["floor"] = "-4"
    if draw.chance(20):
        one["rounding"] = rounding(draw)
    return one


def _named(numbers, parts):
    number = next(numbers)
    return dict({"id": f"c{number:02}", "name": text(f"项目{number}")}, **parts)


def _ask_every_role(sections, roles):
    """A role that no form asks for is refused: the first rating asks everybody; without a rating there are no roles."""
    ratings = [one for section in sections for one in section["criteria"] if one["measure"]["type"] == "rating"]
    if not ratings:
        roles.clear()
    else:
        ratings[0]["measure"].pop("roles", None)


def _total(draw, points):
    rule = {"points": written(points)}
    if draw.chance(55):
        rule["min"] = draw.pick(["0", "0", "-5", "10" if points > 10 else "2"])
    if draw.chance(40):
        rule["max"] = written(points + draw.pick([0, 0, 5, 20]))
    return rule


def _warnings(draw):
    rungs = {}  # two rungs that say the same are refused
    for index in range(draw.between(1, 4)):
        rung = _rung(draw, index)
        rungs.setdefault((rung["bottom"], rung.get("periods", 1), rung.get("after")), rung)
    rules = {"rungs": list(rungs.values())}
    if draw.chance(45):
        rules["unranked"] = draw.pick(["break", "skip", "skip"])
    if draw.chance(35):
        rules["smallUnits"] = draw.chance(80)
    if draw.chance(30):
        rules["strict"] = draw.chance(80)
    return rules


def _rung(draw, index):
    rung = {"id": f"rung{index + 1}", "name": text(f"预警{index + 1}"), "bottom": draw.pick([1, 1, 2, 2, 3, 3, 5])}
    if index and draw.chance(25):
        rung["after"] = "standby"
    elif draw.chance(65):
        rung["periods"] = draw.pick([1, 2, 2, 3, 4])
    return rung
