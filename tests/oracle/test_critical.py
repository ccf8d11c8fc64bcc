"""一票否决, and the forced distribution."""
import unittest

import grading
import ranking
from building import appraised, form, rating, record, records, role, scheme

ROLES = [role("a", "1")]
GRADES = [{"id": "good", "from": "80"}, {"id": "fair", "from": "60"}, {"id": "bad"}]


def rule(name, when, sets, **more):
    return dict({"id": name, "when": when, "sets": sets}, **more)


def below(limit):
    return {"type": "below", "limit": limit}


class Critical(unittest.TestCase):
    def shown(self, rules, scores, *fields, entries=(), **more):
        whole = scheme(rating("c", "100", critical=rules), roles=ROLES, grades=GRADES, **more)
        forms = [form("a", "x", c=scores)] if scores else []
        one = appraised([whole], ratings=forms, records=list(entries))[0]["p"]
        return tuple(one.get(field) for field in fields)

    def test_veto(self):
        """S6: a serious breach makes the grade 不合格 whatever the total; total and rank stay; off, it does nothing"""
        breach = records("d", of="count", deduction={}, measure={"type": "records", "of": "count",
                                                                 "kinds": [{"id": "breach"}]})
        breach["critical"] = [rule("veto", {"type": "kind", "kind": "breach"}, {"type": "grade", "grade": "bad"})]
        breach["scale"] = {"type": "each", "each": "0"}
        whole = scheme(rating("c", "100"), breach, roles=ROLES, grades=GRADES)

        def grade(*entries):
            one = appraised([whole], ratings=[form("a", "x", c="88")], records=list(entries))[0]["p"]
            return one["grade"], one["total"], one["rank"], "critical" in one

        entry = record("1", "d", kind="breach")
        self.assertEqual(grade(entry), ("bad", "88.00", 1, True))
        self.assertEqual(grade(record("1", "d", kind="late")), ("good", "88.00", 1, False))
        self.assertEqual(grade(entry, record("2", "d", "0", replaces="1", kind="breach")), ("good", "88.00", 1, False))
        breach["critical"][0]["off"] = True
        self.assertEqual(grade(entry), ("good", "88.00", 1, False))

    def test_the_worst_wins_and_nothing_is_raised(self):
        rules = [rule("r", below("70"), {"type": "total", "total": "50"}),
                 rule("s", below("65"), {"type": "total", "total": "30"}),
                 rule("t", below("85"), {"type": "grade", "grade": "fair"})]
        for scores, total, grade, counting in [("85", "85.00", "good", []), ("84", "84.00", "fair", ["t"]),
                                               ("72", "72.00", "fair", []),  # earned anyhow
                                               ("66", "50.00", "bad", ["r"]), ("64", "30.00", "bad", ["s"]),
                                               ("20", "20.00", "bad", [])]:
            got, named, hits = self.shown(rules, scores, "total", "grade", "critical")
            self.assertEqual((got, named), (total, grade))
            self.assertEqual([hit["rule"] for hit in hits or [] if hit["counts"]], counting, scores)

    def test_level(self):
        """One rater of a role that weighs something is enough; a role of weight 0 is not"""
        scale = {"type": "levels", "levels": [{"id": "yes", "points": "100"}, {"id": "no", "points": "0"}]}
        rules = [rule("r", {"type": "level", "level": "no"}, {"type": "grade", "grade": "bad"})]
        whole = scheme(rating("c", "100", critical=rules, scale=scale), roles=[role("self", "0")] + ROLES,
                       grades=GRADES)
        for levels, expected in [((("a", "yes"), ("a", "yes")), "good"), ((("a", "yes"),) * 5 + (("a", "no"),), "bad"),
                                 ((("self", "no"), ("a", "yes")), "good")]:
            forms = [dict(form(name, f"x{n}"), scores=[{"criterion": "c", "level": level}])
                     for n, (name, level) in enumerate(levels)]
            self.assertEqual(appraised([whole], ratings=forms)[0]["p"]["grade"], expected)

    def test_while_provisional(self):
        """A set total that nothing can be below is published, graded and ranked; a set grade is given alone; a section is
        cut. A set total that may still come to less, by the 80 points to come or by a deduction, is a limit"""
        late = records("d", of="count", points="20")
        less = records("e", deduction={})
        for sets, beside, expected in [
                ({"type": "total", "total": "0"}, [], ("final", "0.00", "bad", 1, None)),
                ({"type": "total", "total": "1"}, [], ("provisional", None, None, None, "1.00")),
                ({"type": "total", "total": "0"}, [less], ("provisional", None, None, None, "0.00")),
                ({"type": "grade", "grade": "bad"}, [], ("provisional", None, "bad", None, None)),
                ({"type": "section", "points": "1"}, [], ("provisional", None, None, None, None))]:
            late["critical"] = [rule("r", {"type": "above", "limit": "1"}, sets)]
            whole = scheme(rating("c", "80"), *beside, roles=ROLES, grades=GRADES)
            whole["sections"].append({"id": "b", "criteria": [late]})
            one = appraised([whole], records=[record("1", "d"), record("2", "d")])[0]["p"]
            shown = tuple(one.get(key) for key in ("status", "total", "grade", "rank"))
            self.assertEqual(shown + (one["critical"][0].get("limit"),), expected)
            self.assertEqual(one["sections"][1]["points"], "1" if sets["type"] == "section" else "2")


class Distribution(unittest.TestCase):
    @staticmethod
    def shares(*values):
        return [{"grade": grade, "share": value} for grade, value in zip("ABCDE", values)]

    def test_largest_remainder(self):
        """model: 10/20/50/15/5 of ten: 1, 2, 5, 2, 0. Of seven: 0.7 1.4 3.5 1.05 0.35: 0 1 3 1 0 and two more, to the
        first and the third"""
        shares = self.shares("10", "20", "50", "15", "5")
        for ranked, expected in [(10, [1, 2, 5, 2, 0]), (7, [1, 1, 4, 1, 0]), (0, [0] * 5), (1, [0, 0, 1, 0, 0])]:
            self.assertEqual(grading.seats(shares, ranked), expected)

    def test_ties_widen_the_better_grade(self):
        """25/50/25 of four is 1, 2, 1: three at the top are all A, and the fourth is C"""
        shares = self.shares("25", "50", "25")
        standings = ranking.standings("2026-10", "u", dict(enumerate([9, 9, 9, 8])))
        self.assertEqual([grading.relative(shares, one) for one in standings.values()], ["A", "A", "A", "C"])
        quotas = grading.quotas(shares, 4, standings.values())
        self.assertEqual([(one["seats"], one["holders"]) for one in quotas], [(1, 3), (2, 0), (1, 1)])

    def test_set_grade_frees_no_seat(self):
        """34/33/33 of three is a seat each. The best is set to C: A stays empty, the second is B as before"""
        rules = [rule("r", {"type": "above", "limit": "90"}, {"type": "grade", "grade": "C"})]
        whole = scheme(rating("c", "100", critical=rules), roles=ROLES,
                       grades=[{"id": "A", "from": "80"}, {"id": "B", "from": "60"}, {"id": "C"}],
                       distribution={"shares": self.shares("34", "33", "33")})
        people = [{"id": name} for name in "pqr"]
        forms = [dict(form("a", "x", c=given), subject=name) for name, given in zip("pqr", ("95", "90", "85"))]
        results, _ = appraised([whole], people=people, ratings=forms)
        self.assertEqual([results[name]["grade"] for name in "pqr"], ["C", "B", "C"])
        whole["distribution"]["off"] = True
        self.assertEqual([appraised([whole], people=people, ratings=forms)[0][name]["grade"] for name in "pqr"],
                         ["C", "A", "A"])
