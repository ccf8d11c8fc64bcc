"""Random schemes made of every part of the model; what depends on where the totals land is set later (borders.py)."""
from fractions import Fraction

import random_criterion
import scoring
from bounds import worth
from exact import read, written
from random_text import rounding, text

WEIGHTS = {1: [["1"], ["100"], ["0.5"]],
           2: [["50", "50"], ["1", "2"], ["0", "1"], ["30", "70"], ["1", "0"]],
           3: [["1", "1", "1"], ["20", "30", "50"], ["0", "1", "1"], ["33.3", "33.3", "33.4"], ["0.1", "0.2", "0.4"]],
           4: [["1", "1", "1", "4"], ["10", "20", "30", "40"], ["0", "25", "25", "50"], ["3", "3", "3", "0"]]}
ROLES = ["self", "peer", "superior", "customer"]
CHANNELS = ["call-back", "visit", "forum", "box"]


def scheme(draw, name, period_kind, members, sources, register):
    """`members`: the schemes of team members, `sources`: those of other results, `register`: the departments."""
    roles = _roles(draw) if draw.chance(88) else []
    scene = random_criterion.Scene(roles, members, sources)
    sections = [_section(draw, f"s{index + 1}", scene) for index in range(draw.between(1, 3))]
    _ask_every_role(sections, roles)
    whole = {"format": "kaohe-scheme", "formatVersion": 1, "id": name, "version": draw.pick(["1", "2026.1"]),
             "name": text(name), "period": period_kind, "sections": sections}
    if roles:
        whole["roles"] = roles
        if draw.chance(40):
            whole["roleWeights"] = written(sum(read(role["weight"]) for role in roles))
    _name_inputs(draw, whole, register)
    whole["total"] = _total(draw, sum(scoring.section_base_points(section) for section in sections))
    if draw.chance(75):
        whole["warnings"] = _warnings(draw, period_kind)
    if draw.chance(50):
        whole["ranking"] = {"tieBreakers": draw.shuffled(draw.some(criterion_ids(whole)))[:3]}
    return whole


def criteria(whole):
    return [one for section in whole["sections"] for one in section["criteria"]]


def criterion_ids(whole):
    return [one["id"] for one in criteria(whole)]


def measures(whole, kind):
    return [one["measure"] for one in criteria(whole) if one["measure"]["type"] == kind]


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


def _section(draw, name, scene):
    parts = [random_criterion.pointed(draw, scene) for _ in range(draw.between(1, 3))]
    if draw.chance(20):
        for one in draw.some(parts):
            one["weight"] = draw.pick(["1", "2", "5", "12.5", "20", "33.3"])
    parts += [random_criterion.deduction(draw, scene) for _ in range(draw.pick([0, 0, 0, 1, 1, 2]))]
    section = {"id": name, "name": text(name), "criteria": parts}
    if draw.chance(35):
        section["weight"] = draw.pick(["10", "25", "30", "33.3", "50", "100", "7"])
    _unscaled(draw, section)
    if draw.chance(30):
        section["points"] = written(sum(worth(one) for one in section["criteria"]))
    base = scoring.section_base_points(section)
    if draw.chance(20):
        section["cap"] = draw.multiple(Fraction(1, 2), base / 2, base)
    if draw.chance(15) and not any("deduction" in one for one in section["criteria"]):
        section["floor"] = draw.multiple(Fraction(1, 2), Fraction(0), base / 2)
    if draw.chance(20):
        section["rounding"] = rounding(draw)
    return section


def _unscaled(draw, section):
    """What a weight scales has no bonus, and no deduction beside it: the weights go, or the deductions."""
    weighs = [one for one in [section, *section["criteria"]] if "weight" in one]
    bonus = any("bonus" in one for one in section["criteria"])
    if not weighs or not bonus and all("deduction" not in one for one in section["criteria"]):
        return
    if bonus or draw.chance(40):
        for one in weighs:
            del one["weight"]
    else:
        section["criteria"] = [one for one in section["criteria"] if "deduction" not in one]


def _ask_every_role(sections, roles):
    """A role that no form asks for is refused: the first rating asks everybody; without a rating there are no roles."""
    ratings = measures({"sections": sections}, "rating")
    if not ratings:
        roles.clear()
    else:
        ratings[0].pop("roles", None)


def _name_inputs(draw, whole, register):
    """Indicators, questions, channels and departments, as far as the criteria need them."""
    used = {one["indicator"] for one in measures(whole, "indicator")}
    used |= {one["volume"] for one in measures(whole, "complaints") if "volume" in one}
    if used:
        whole["indicators"] = [dict({"id": name, "name": text(name)}, **_limits(draw, name)) for name in sorted(used)]
    questions = {one["question"] for one in measures(whole, "feedback")}
    if questions:
        whole["feedback"] = {"name": text("意见反馈表"), "questions": [
            {"id": name, "name": text(name), "least": "1", "most": "5"} for name in sorted(questions)]}
    if questions or draw.chance(20):
        whole["channels"] = [{"id": name, "name": text(name)} for name in draw.some(CHANNELS)]
    if any(one["of"] in ("overdue", "on-time") for one in measures(whole, "complaints")):
        whole["register"] = {"name": text("客户抱怨处理表"), "departments": [dict(one) for one in register]}


def _limits(draw, name):
    limits = {"least": "0"} if name == "volume" or draw.chance(30) else {}
    if draw.chance(25):
        limits["better"] = draw.pick(["higher", "lower"])
    if draw.chance(20):
        limits["unit"] = text("件")
    return limits


def _total(draw, points):
    rule = {"points": written(points)}
    if draw.chance(55):
        rule["min"] = draw.pick(["0", "0", "-5", "10" if points > 10 else "2" if points > 2 else "0"])
    if draw.chance(40):
        rule["max"] = written(points + draw.pick([0, 0, 5, 20]))
    return rule


def _warnings(draw, period_kind):
    rungs = {}  # two rungs that say the same are refused
    for index in range(draw.between(1, 4)):
        rung = _rung(draw, index, period_kind)
        rungs.setdefault((rung["bottom"], rung.get("periods", 1), rung.get("after")), rung)
    rules = {"rungs": list(rungs.values())}
    if draw.chance(45):
        rules["unranked"] = draw.pick(["break", "skip", "skip"])
    if draw.chance(35):
        rules["smallUnits"] = draw.chance(80)
    if draw.chance(30):
        rules["strict"] = draw.chance(80)
    return rules


def _rung(draw, index, period_kind):
    """Irregular periods have none before them, so they make no run."""
    rung = {"id": f"rung{index + 1}", "name": text(f"预警{index + 1}"), "bottom": draw.pick([1, 1, 2, 2, 3, 3, 5])}
    if period_kind == "irregular":
        return rung
    if index and draw.chance(25):
        rung["after"] = "standby"
    elif draw.chance(65):
        rung["periods"] = draw.pick([1, 2, 2, 3, 4])
    return rung
