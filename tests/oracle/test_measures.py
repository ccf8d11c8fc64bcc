"""Measures beside ratings and records, and the scales linear, steps and levels."""
import unittest

import dependence
from building import TEXT, appraised, form, rating, role, scheme, score
from exact import read, written


def measured(measure, points="100", **more):
    return dict({"id": "c", "name": TEXT, "points": points, "measure": measure}, **more)


def linear(*knots):
    return {"type": "linear", "knots": [{"raw": raw, "points": points} for raw, points in knots]}


def value(number, date="2026-10-31", name="i", target=None, **more):
    entry = dict({"id": name, "subject": "p", "indicator": "exam", "date": date, "value": number}, **more)
    return entry if target is None else dict(entry, target=target)


class Case(unittest.TestCase):
    def points(self, one, roles=(), forms=(), **workbook):
        got = score(scheme(one, roles=roles), forms, **workbook).criteria["c"]
        return None if got.points is None else written(got.points)

    def raw(self, measure, **workbook):
        got = score(scheme(measured(measure)), **workbook).criteria["c"]
        return "waits" if got.raw.waits else None if got.raw.value is None else written(got.raw.value)


class Averages(Case):
    def test_kinds(self):
        """9 4 1 2: the mean of 2 and 4 is the median, and also what trimming leaves; of 9 and 2 trimming leaves both"""
        for kind, scores, expected in [("mean", "9412", "4"), ("median", "9412", "3"), ("trimmed", "9412", "3"),
                                       ("median", "912", "2"), ("trimmed", "92", "5.5"), ("trimmed", "922", "2")]:
            forms = [form("a", f"x{n}", c=one) for n, one in enumerate(scores)]
            one = rating("c", "10", measure={"type": "rating", "average": kind})
            self.assertEqual(self.points(one, [role("a", "1")], forms), expected, (kind, scores))

    def test_levels_before_the_mean(self):
        """优秀 10, 良好 8.5: their mean is 9.25"""
        levels = {"type": "levels", "levels": [{"id": "good", "points": "10"}, {"id": "fair", "points": "8.5"}]}
        forms = [form("a", "x"), form("a", "y")]
        for one, level in zip(forms, ("good", "fair")):
            one["scores"] = [{"criterion": "c", "level": level}]
        self.assertEqual(self.points(rating("c", "10", scale=levels), [role("a", "1")], forms), "9.25")

    def test_self_beside(self):
        """S6: the superior's 7 counts, the self-evaluation of 9 stands beside with a gap of 2"""
        roles = [role("self", "0"), role("superior", "1")]
        got = score(scheme(rating("c", "10"), roles=roles), [form("self", "p", c="9"), form("superior", "x", c="7")])
        self.assertEqual((got.criteria["c"].points, got.criteria["c"].raw.gaps), (7, {"self": 2}))


class Scales(Case):
    def test_exam(self):
        """S2: 90 → 5; 70 → 0; 69.9 → 0; 83 → 3.25; 70.1 → 0.025"""
        one = measured({"type": "indicator", "indicator": "exam"}, "5", scale=linear(("70", "0"), ("90", "5")))
        for number, expected in [("90", "5"), ("95", "5"), ("70", "0"), ("69.9", "0"), ("83", "3.25"),
                                 ("70.1", "0.025")]:
            self.assertEqual(self.points(one, indicators=[value(number)]), expected)

    def test_falling(self):
        """S1: 投诉率 0% → 20, 5% → 0: 1.25% is a quarter of the way down"""
        one = measured({"type": "indicator", "indicator": "exam"}, "20", scale=linear(("0", "20"), ("5", "0")))
        for number, expected in [("0", "20"), ("1.25", "15"), ("5", "0"), ("7", "0")]:
            self.assertEqual(self.points(one, indicators=[value(number)]), expected)

    def test_steps(self):
        steps = {"type": "steps", "steps": [{"from": "90", "points": "5"}, {"above": "80", "points": "3"},
                                            {"points": "1"}]}
        one = measured({"type": "indicator", "indicator": "exam"}, "5", scale=steps)
        for number, expected in [("90", "5"), ("89.999", "3"), ("80.001", "3"), ("80", "1"), ("-4", "1")]:
            self.assertEqual(self.points(one, indicators=[value(number)]), expected)

    def test_bonus_of_a_line(self):
        """S5: 1320 of 1200 is 110%, half of the way from 15 to 18: 15 and 1.5 of bonus"""
        one = measured({"type": "indicator", "indicator": "exam", "of": "attainment"}, "15", bonus="3",
                       scale=linear(("0", "0"), ("100", "15"), ("120", "18")))
        got = score(scheme(one), indicators=[value("1320", target="1200")]).criteria["c"]
        self.assertEqual((got.raw.value, got.points, got.bonus), (110, 15, read("1.5")))


class Indicators(Case):
    def test_window(self):
        """Three months back from 2026-10 begin on 2026-08-01"""
        one = {"type": "indicator", "indicator": "exam"}
        for date, months, expected in [("2026-10-01", None, "7"), ("2026-09-30", None, None),
                                       ("2026-11-01", None, None), ("2026-08-01", "3", "7"),
                                       ("2026-07-31", "3", None), ("2025-11-01", "12", "7")]:
            measure = one if months is None else dict(one, months=months)
            self.assertEqual(self.raw(measure, indicators=[value("7", date)]), expected, (date, months))

    def test_latest_replaced_and_in_conflict(self):
        one = {"type": "indicator", "indicator": "exam"}
        old, new = value("7", "2026-10-02"), value("8", "2026-10-05", "j")
        other = value("9", "2026-10-05", "k")
        for entries, expected in [([new, old], "8"), ([new, other], "waits"),
                                  ([new, dict(other, value="8.0")], "8"), ([new, dict(other, replaces="j")], "9"),
                                  ([old, dict(other, date="2026-11-03", replaces="i")], None)]:
            self.assertEqual(self.raw(one, indicators=entries), expected)

    def test_attainment(self):
        one = {"type": "indicator", "indicator": "exam", "of": "attainment"}
        self.assertEqual(self.raw(one, indicators=[value("50", target="60")]), "250/3")
        self.assertIsNone(self.raw(one, indicators=[value("50")]))


class Feedback(Case):
    @staticmethod
    def answered(name, score_, date="2026-10-05"):
        return {"id": name, "subject": "p", "date": date, "scores": [{"question": "q", "score": score_}]}

    def test_checked(self):
        """S3: 5, 4 and a refuted 1: the mean is 4.5, of 1 → 0 and 5 → 30 that is 26.25"""
        one = measured({"type": "feedback", "question": "q"}, "30", scale=linear(("1", "0"), ("5", "30")))
        forms = [self.answered("1", "5"), self.answered("2", "4"), self.answered("3", "1")]
        checks = [{"feedback": "3", "sequence": "2", "state": "refuted"},
                  {"feedback": "3", "sequence": "1", "state": "verified"},
                  {"feedback": "2", "sequence": "3", "state": "refuted"},
                  {"feedback": "2", "sequence": "4", "state": "verified"}]
        self.assertEqual(self.points(one, feedback=forms, feedbackChecks=checks), "26.25")

    def test_none_and_conflict(self):
        one = {"type": "feedback", "question": "q"}
        self.assertIsNone(self.raw(one, feedback=[self.answered("1", "5", "2026-09-30")]))
        two = [self.answered("1", "5"), self.answered("1", "4")]
        self.assertEqual(self.raw(one, feedback=two), "waits")
        self.assertEqual(self.raw(one, feedback=[two[0], dict(two[0])]), "5")


class Teams(unittest.TestCase):
    def test_supervisor(self):
        """S2: members with 90 (A), 80 (B) and none: the mean 85 × 0.4 = 34; half of them are A. The supervisor and a
        person of another team are no members."""
        agents = scheme(rating("c", "100"), roles=[role("a", "1")], id="agents",
                        grades=[{"id": "A", "from": "85"}, {"id": "B"}])
        own = [measured({"type": "team", "of": "mean", "schemes": ["agents"]}, "40",
                        scale={"type": "each", "each": "0.4"}),
               dict(measured({"type": "team", "of": "share", "grades": ["A"], "schemes": ["agents"]}, "20",
                             scale={"type": "each", "each": "20"}), id="d")]
        people = [{"id": "p", "team": "1", "scheme": "s"}, {"id": "q", "team": "1"}, {"id": "r", "team": "1"},
                  {"id": "t", "team": "1"}, {"id": "u", "team": "2"}]
        forms = [dict(form("a", "x", c=score_), subject=subject, scheme={"id": "agents"})
                 for subject, score_ in [("q", "90"), ("r", "80"), ("u", "10")]]
        results, _ = appraised([agents, scheme(*own)], people=people, ratings=forms)
        mean, share = results["p"]["sections"][0]["criteria"]
        self.assertEqual(mean, {"id": "c", "points": "34", "raw": "85", "have": 2, "expected": 3})
        self.assertEqual((share["points"], share["raw"]), ("10", "0.5"))

    def test_order(self):
        def naming(name, *others):
            one = measured({"type": "team", "of": "mean", "schemes": list(others)})
            return scheme(*([one] if others else [rating("c", "1")]), id=name)

        found = dependence.order([naming("a", "b"), naming("b", "c"), naming("c")])
        self.assertEqual([min(group) for group in found], ["c", "b", "a"])
        with self.assertRaises(ValueError):
            dependence.order([naming("a", "b"), naming("b", "a")])


class Results(Case):
    @staticmethod
    def closed(period, total, name="x"):
        return {"period": period, "results": [{"subject": "p", "scheme": name, "total": total, "state": "active"}]}

    def found(self, measure, *closings, period="2026"):
        got = score(scheme(measured(dict(measure, type="results"))), otherResults=list(closings),
                    period=period).criteria["c"].raw
        return "waits" if got.waits else (None if got.value is None else written(got.value), got.have, got.expected)

    def test_regular_and_irregular(self):
        """S6: 70 parts of the yearly 80, 30 of the mean of 60 and 90: 56 + 22.5; without irregular ones 80"""
        measure = {"of": "weighted", "sources": [{"scheme": "x", "weight": "70"}, {"scheme": "y", "weight": "30"}]}
        yearly = self.closed("2026", "80.00")
        irregular = [self.closed(period, total, "y")
                     for period, total in [("2026~甲", "60"), ("2026~乙", "90"), ("2025~丙", "1")]]
        self.assertEqual(self.found(measure, yearly, *irregular), ("78.5", 2, 2))
        self.assertEqual(self.found(measure, yearly), ("80", 1, 2))
        self.assertEqual(self.found(measure), (None, 0, 2))

    def test_earlier_and_last(self):
        months = [self.closed(f"2026-{n:02}", str(10 * n)) for n in range(1, 8)]
        source = {"scheme": "x", "within": "earlier"}
        for of, more, expected in [("mean", {}, ("35", 6, 6)), ("mean", {"last": "2"}, ("55", 2, 2)),
                                   ("latest", {}, ("60", 6, 6))]:
            self.assertEqual(self.found({"of": of, "sources": [dict(source, **more)]}, *months, period="2026-07"),
                             expected)

    def test_two_totals_of_one_period(self):
        measure = {"of": "mean", "sources": [{"scheme": "x"}]}
        self.assertEqual(self.found(measure, self.closed("2026-01", "5"), self.closed("2026-01", "5.00")), ("5", 1, 1))
        self.assertEqual(self.found(measure, self.closed("2026-01", "5"), self.closed("2026-01", "6")), "waits")
