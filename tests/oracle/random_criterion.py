"""Random criteria, of every measure and scale."""
from fractions import Fraction

import random_scale
from exact import read, written
from random_text import rounding, text

POINTS = ["10", "10", "5", "20", "12.5", "7", "3", "40", "33.3", "15"]
NO_DATA = ["wait", "zero", "full", "exclude", "exclude"]
KINDS = ["late", "missing", "breach"]
SEVERITIES = [{"minor": "-1", "normal": "-3", "serious": "-5"}, {"minor": "0", "normal": "-0.5", "serious": "-10"}]

# measure → the raw numbers that it is likely to give
RANGES = {"value": (0, 120), "attainment": (40, 160), "feedback": (1, 5), "count": (0, 4), "rate": (0, 10),
          "severity": (-15, 0), "overdue": (0, 4), "on-time": (0, 100), "mean": (40, 100), "share": (0, 1),
          "results": (55, 85), "rating": None, "points": (-10, 10)}


class Scene:
    """What a scheme's criteria may name: roles, the schemes of team members, sources of results."""

    def __init__(self, roles, members, sources):
        self.roles, self.members, self.sources = roles, members, sources
        self.numbers = iter(range(1, 100))

    def named(self, parts):
        number = next(self.numbers)
        return dict({"id": f"c{number:02}", "name": text(f"项目{number}")}, **parts)


def pointed(draw, scene):
    one = scene.named({"points": draw.pick(POINTS)})
    kinds = [(_rating, 38 if scene.roles else 0), (_of_records, 18), (_indicator, 13), (_feedback, 8),
             (_complaints, 12), (_team, 30 if scene.members else 0), (_results, 9 if scene.sources else 0)]
    draw.weighted(kinds)(draw, scene, one)
    if draw.chance(25):
        one["rounding"] = rounding(draw)
    return one


def deduction(draw, scene):
    one = scene.named({"deduction": {}})
    if draw.chance(40):
        one["deduction"]["floor"] = draw.pick(["-1", "-2.5", "-5", "-10"])
    draw.weighted([(_taken_by_points, 35), (_taken_by_count, 35), (_taken_by_complaints, 20),
                   (_taken_by_indicator, 10)])(draw, scene, one)
    if draw.chance(20):
        one["rounding"] = rounding(draw)
    return one


def _rating(draw, scene, one):
    one["measure"] = {"type": "rating"}
    if draw.chance(45):
        one["measure"]["average"] = draw.pick(["mean", "median", "median", "trimmed", "trimmed"])
    weighted = [role["id"] for role in scene.roles if role["weight"] != "0"]
    if draw.chance(30):
        kept = set(draw.some(weighted)) | set(draw.some([role["id"] for role in scene.roles], least=0))
        one["measure"]["roles"] = [role["id"] for role in scene.roles if role["id"] in kept]
    if draw.chance(78):
        one["noData"] = draw.pick(NO_DATA)
    if draw.chance(12):
        one["noDataWithComplaints"] = draw.pick(NO_DATA)
    if draw.chance(25):
        one["bonus"] = draw.pick(["1", "2.5", "3", "5"])
    if draw.chance(22):
        one["scale"] = random_scale.levels(draw, one, text)
        return
    if draw.chance(30):
        one["measure"]["step"] = draw.pick(["0.5", "1", "0.25", "0.1"])
    if draw.chance(40):
        one["scale"] = _rating_scale(draw, one)


def _rating_scale(draw, one):
    if draw.chance(25):
        return {"type": "as-is"}
    if draw.chance(50):
        return draw.pick([random_scale.linear, random_scale.steps])(draw, one, Fraction(0), read(one["points"]))
    scale = {"type": "each", "each": draw.pick(["0.8", "1.2", "0.5", "2", "-0.5"])}
    if draw.chance(50) or scale["each"].startswith("-"):
        scale["start"] = draw.pick(["1", "2.5", one["points"]])
    if "bonus" in one and draw.chance(60):
        scale["cap"] = written(read(one["points"]) + draw.pick([1, 2, 5]))
    return scale


def _of_records(draw, _, one):
    points = read(one["points"])
    if draw.chance(55):
        one["measure"] = {"type": "records", "of": "points"}
        if draw.chance(60):
            one["bonus"] = draw.pick(["2", "5", "7.5", "15"])
        one["scale"] = {"type": "each", "each": draw.pick(["1", "1", "1", "0.5", "1.5"]), "start": written(points)}
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
    if draw.chance(15) and not ("bonus" in one and one["measure"]["of"] == "points"):
        _scale_over(draw, one, one["measure"]["of"])
    _name_kinds(draw, one)


def _name_kinds(draw, one):
    if draw.chance(40):
        one["measure"]["kinds"] = [{"id": kind, "name": text(kind)} for kind in draw.some(KINDS)]


def _indicator(draw, _, one):
    """Of a quarter the number may be of the last two months only, of a month from before it began."""
    one["measure"] = {"type": "indicator", "indicator": draw.pick(["i1", "i2", "i3"])}
    if draw.chance(10):
        one["measure"]["onlyWithComplaints"] = True
    if draw.chance(40):
        one["measure"]["of"] = draw.pick(["value", "attainment", "attainment"])
    if draw.chance(45):
        one["measure"]["months"] = draw.pick([1, 2, 3, 12])
    _numbered(draw, one, one["measure"].get("of", "value"))


def _feedback(draw, _, one):
    one["measure"] = {"type": "feedback", "question": draw.pick(["q1", "q2"])}
    _numbered(draw, one, "feedback")


def _complaints(draw, _, one):
    one["measure"] = _complaints_measure(draw, ["count", "rate", "rate", "severity", "overdue", "on-time", "on-time"])
    _numbered(draw, one, one["measure"]["of"])


def _complaints_measure(draw, kinds):
    measure = {"type": "complaints", "of": draw.pick(kinds)}
    if measure["of"] == "rate":
        measure["volume"] = "volume"
    if measure["of"] == "severity":
        measure["points"] = dict(draw.pick(SEVERITIES))
    return measure


def _team(draw, scene, one):
    one["measure"] = {"type": "team", "of": draw.pick(["mean", "mean", "share"]), "schemes": draw.some(scene.members)}
    if one["measure"]["of"] == "share":
        one["measure"]["grades"] = []  # those of the members' schemes, which are not known yet
    _numbered(draw, one, one["measure"]["of"])


def _results(draw, scene, one):
    """`latest` takes one source: of two totals of one period none is the later."""
    of = draw.pick(["mean", "weighted", "weighted", "latest"])
    sources = [dict(source) for source in draw.some(scene.sources)[:1 if of == "latest" else 3]]
    for source in sources:
        if of == "weighted":
            source["weight"] = draw.pick(["70", "30", "1", "0.5"])
        if draw.chance(30):
            source["last"] = draw.pick([1, 2, 3])
    one["measure"] = {"type": "results", "of": of, "sources": sources}
    _numbered(draw, one, "results")


def _numbered(draw, one, what):
    """A bonus, no data and a scale for a raw number of this kind."""
    if draw.chance(78):
        one["noData"] = draw.pick(NO_DATA)
    if draw.chance(12):
        one["noDataWithComplaints"] = draw.pick(NO_DATA)
    if draw.chance(25):
        one["bonus"] = draw.pick(["1", "2.5", "3", "5"])
    _scale_over(draw, one, what)


def _scale_over(draw, one, what):
    low, high = (Fraction(bound) for bound in RANGES[what])
    if what in ("value", "results") and draw.chance(12):
        one["scale"] = {"type": "as-is"}
        return
    kinds = [(random_scale.linear, 50), (random_scale.steps, 25), (random_scale.each_over, 25)]
    one["scale"] = draw.weighted(kinds)(draw, one, low, high)


def _taken_by_points(draw, _, one):
    one["measure"] = {"type": "records", "of": "points"}
    if draw.chance(50):
        one["scale"] = {"type": "each", "each": draw.pick(["1", "0.5", "2"])}
    _name_kinds(draw, one)


def _taken_by_count(draw, _, one):
    one["measure"] = {"type": "records", "of": "count"}
    one["scale"] = {"type": "each", "each": draw.pick(["-1", "-2", "-0.5"])}
    if draw.chance(15):
        one["scale"]["start"] = "2"  # two are free: the bound is 0
    if draw.chance(15):
        one["scale"]["floor"] = "-4"
    _name_kinds(draw, one)


def _taken_by_complaints(draw, _, one):
    one["measure"] = _complaints_measure(draw, ["count", "severity", "severity", "overdue"])
    if one["measure"]["of"] != "severity":
        one["scale"] = {"type": "each", "each": draw.pick(["-1", "-2", "-0.5"])}


def _taken_by_indicator(draw, _, one):
    one["measure"] = {"type": "indicator", "indicator": draw.pick(["i1", "i2"])}
    one["scale"] = random_scale.linear(draw, one, *(Fraction(bound) for bound in RANGES["value"]))
    if draw.chance(70):
        one["noData"] = draw.pick(["zero", "full", "exclude"])
