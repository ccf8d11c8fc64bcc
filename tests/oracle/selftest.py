"""The oracle against figures worked out by hand; each case names its source. Run: python3 selftest.py"""
import unittest
from fractions import Fraction

import canonical
import evidence
import ladder
import periods
import ranking
import scoring
from exact import read, rounded, written

TEXT = {"zh-CN": "一"}


def rating(name, points, **more):
    return dict({"id": name, "name": TEXT, "points": points, "measure": {"type": "rating"}}, **more)


def records(name, of="points", **more):
    return dict({"id": name, "name": TEXT, "measure": {"type": "records", "of": of}}, **more)


def each(value, **more):
    return dict({"type": "each", "each": value}, **more)


def scheme(*criteria, section=None, roles=(), **more):
    whole = {"id": "s", "total": {"points": "100"}, "roles": list(roles),
             "sections": [dict({"id": "a", "name": TEXT, "criteria": list(criteria)}, **(section or {}))]}
    return dict(whole, **more)


def role(name, weight, **more):
    return dict({"id": name, "name": TEXT, "weight": weight}, **more)


def form(role_id, rater, **scores):
    return {"id": f"{role_id}-{rater}", "revision": "1", "scheme": {"id": "s", "version": "1"}, "subject": "p",
            "rater": rater, "role": role_id, "scores": [{"criterion": k, "score": v} for k, v in scores.items()]}


def record(name, criterion, points=None, **more):
    entry = dict({"id": name, "subject": "p", "criterion": criterion, "reason": "r"}, **more)
    return entry if points is None else dict(entry, points=points)


class Numbers(unittest.TestCase):
    def test_ties(self):
        """model, Numbers: 73.775, 0.005 → 0.01, −0.005 → −0.01"""
        for value, mode, expected in [
                ("73.775", "half-up", "73.78"), ("0.005", "half-up", "0.01"), ("-0.005", "half-up", "-0.01"),
                ("0.005", "half-even", "0.00"), ("0.015", "half-even", "0.02"), ("-0.015", "half-even", "-0.02"),
                ("0.001", "up", "0.01"), ("-0.001", "up", "-0.01"), ("0.009", "down", "0.00"),
                ("-0.009", "down", "0.00"), ("-0.004", "half-up", "0.00")]:
            rounding = {"step": "0.01", "mode": mode}
            self.assertEqual(written(rounded(read(value), rounding), rounding), expected, (value, mode))

    def test_other_steps(self):
        """83.75 is 167.5 steps of a half: up to 84.0, even 168; 10 is 3⅓ steps of three: 9"""
        for value, step, mode, expected in [("83.75", "0.5", "half-up", "84.0"), ("83.25", "0.5", "half-even", "83.0"),
                                            ("10", "3", "half-up", "9"), ("62.5", "5", "down", "60")]:
            rounding = {"step": step, "mode": mode}
            self.assertEqual(written(rounded(read(value), rounding), rounding), expected)

    def test_written(self):
        """model, Numbers: digits if it ends, else a fraction in lowest terms"""
        for value, expected in [(Fraction(502, 6), "251/3"), (Fraction(177, 20), "8.85"), (Fraction(-1, 8), "-0.125"),
                                (Fraction(90), "90"), (Fraction(0), "0")]:
            self.assertEqual(written(value), expected)

    def test_grammar(self):
        for text in ["1e3", ".5", "5.", "+5", "007", "1_000", "85%", "79.9999999999999999", "NaN", "５", "5\n"]:
            with self.assertRaises(ValueError, msg=text):
                read(text)
        self.assertEqual(read("-0"), 0)
        self.assertEqual(canonical.load("[9.50, 12, -0]"), ["9.50", "12", "-0"])


class Criteria(unittest.TestCase):
    def points(self, one, roles=(), forms=(), entries=()):
        got = scoring.score(scheme(one, roles=roles), forms, entries).criteria[one["id"]]
        return (got.points, got.bonus, got.no_data, got.waits)

    def test_records_never_offset(self):
        """model, Scales: 40 points, cap 15, records −10 and +20: 30 + 15"""
        one = records("c", points="40", bonus="15", scale=each("1", start="40"))
        self.assertEqual(self.points(one, entries=[record("1", "c", "-10"), record("2", "c", "20")]),
                         (30, 15, None, False))

    def test_count_to_a_floor(self):
        """model, Scales: −2 each from 5, floor 0: three records would be −1"""
        one = records("c", of="count", points="5", scale=each("-2", start="5", floor="0"))
        for count, expected in [(0, 5), (2, 1), (3, 0)]:
            entries = [record(str(n), "c") for n in range(count)] + [record("annulled", "c", "0", replaces="9")]
            self.assertEqual(self.points(one, entries=entries)[0], expected)

    def test_deduction_has_no_floor_by_default(self):
        one = records("c", of="count", deduction={}, scale=each("-3"))
        self.assertEqual(self.points(one, entries=[record(str(n), "c") for n in range(40)])[0], -120)
        one = records("c", deduction={"floor": "-5"})
        self.assertEqual(self.points(one, entries=[record("1", "c", "-8")])[0], -5)

    def test_thirds(self):
        """model, Numbers: 1, 1, 1 are exact thirds and three 90s give exactly 90"""
        roles = [role("a", "1"), role("b", "1"), role("d", "1")]
        forms = [form("a", "x", c="90"), form("b", "y", c="90"), form("d", "z", c="90")]
        self.assertEqual(self.points(rating("c", "100"), roles, forms)[0], 90)
        forms[2] = form("d", "z", c="71")
        self.assertEqual(written(self.points(rating("c", "100"), roles, forms)[0]), "251/3")

    def test_missing_role(self):
        """S9's weights 20, 30, 50, points 10: self 8 (20), peers 7 and 8 (30), superior missing (50).
        zero: (160 + 225) ÷ 100; full: (160 + 225 + 500) ÷ 100; share: 385 ÷ 50"""
        forms = [form("self", "p", c="8"), form("peer", "x", c="7"), form("peer", "y", c="8")]
        for missing, expected in [("zero", "3.85"), ("full", "8.85"), ("share", "7.7"), ("wait", None)]:
            roles = [role("self", "20"), role("peer", "30", atLeast="2"), role("superior", "50", missing=missing)]
            got = self.points(rating("c", "10"), roles, forms)
            self.assertEqual(got, (None, None, None, True) if expected is None else (read(expected), None, None, False))

    def test_too_few_raters_are_a_missing_role(self):
        roles = [role("peer", "1", atLeast="2", missing="full"), role("superior", "1")]
        forms = [form("peer", "x", c="2"), form("superior", "y", c="6")]
        self.assertEqual(self.points(rating("c", "10"), roles, forms)[0], 8)

    def test_no_data_overrides_the_roles(self):
        """model, Measures: "When every weighted role is missing the criterion has no data and its own setting decides."
        The role of weight 0 is in, and does not count."""
        roles = [role("self", "0"), role("peer", "1", missing="full"), role("superior", "1", missing="wait")]
        for setting, expected in [("wait", (None, None, "wait", True)), ("zero", (0, None, "zero", False)),
                                  ("full", (10, None, "full", False)), ("exclude", (None, None, "exclude", False))]:
            got = self.points(rating("c", "10", noData=setting), roles, [form("self", "p", c="9")])
            self.assertEqual(got, expected)

    def test_restricted_roles(self):
        """A role that the measure does not ask is neither waited for nor in the weights."""
        one = rating("c", "10", measure={"type": "rating", "roles": ["superior"]})
        roles = [role("peer", "70"), role("superior", "30")]
        self.assertEqual(self.points(one, roles, [form("superior", "x", c="6")])[0], 6)

    def test_rating_bonus(self):
        """15 points, up to 3 of bonus: 17 gives 15 + 2"""
        one, roles = rating("c", "15", bonus="3"), [role("a", "1")]
        self.assertEqual(self.points(one, roles, [form("a", "x", c="17")])[:2], (15, 2))
        self.assertEqual(self.points(one, roles, [form("a", "x", c="12")])[:2], (12, 0))


class Totals(unittest.TestCase):
    ROLES = [role("a", "1")]

    def test_section_weight_cap_and_rounding(self):
        """8 + 5 of 20 points at weight 50: 13 × 50 ÷ 20 = 32.5, capped at 31.4, rounded down to 31"""
        whole = scheme(rating("c", "10"), rating("d", "10"), roles=self.ROLES,
                       section={"weight": "50", "cap": "31.4", "rounding": {"step": "1", "mode": "down"}})
        got = scoring.score(whole, [form("a", "x", c="8", d="5")], [])
        self.assertEqual((got.base, got.total), (31, 31))

    def test_exclude_scales_the_base_only(self):
        """P 100, X 20: 60 × 100 ÷ 80 = 75, then + 4 of bonus − 2; capped at 76"""
        whole = scheme(rating("c", "80"), rating("d", "20", noData="exclude"),
                       records("e", deduction={}), roles=self.ROLES)
        whole["sections"][0]["criteria"][0]["bonus"] = "5"
        entries = [record("1", "e", "-2")]
        got = scoring.score(whole, [form("a", "x", c="60")], entries)
        self.assertEqual((got.base, got.bonus, got.deductions, got.total), (75, 0, -2, 73))
        got = scoring.score(whole, [form("a", "x", c="84")], entries)
        self.assertEqual((got.base, got.bonus, got.total), (100, 4, 102))
        whole["total"]["max"] = "76"
        self.assertEqual(scoring.score(whole, [form("a", "x", c="84")], entries).total, 76)

    def test_exclude_lowers_the_cap(self):
        """The cap 90 loses the excluded 20: 80 of 80 is 70 of base, × 100 ÷ 80 = 87.5"""
        whole = scheme(rating("c", "80"), rating("d", "20", noData="exclude"), roles=self.ROLES, section={"cap": "90"})
        self.assertEqual(scoring.score(whole, [form("a", "x", c="80")], []).base, Fraction(175, 2))

    def test_nothing_left_is_provisional(self):
        whole = scheme(rating("c", "100", noData="exclude"), roles=self.ROLES)
        self.assertFalse(scoring.score(whole, [], []).final)

    def test_s7_total(self):
        """S7 信用卡组: 40 + 15 of bonus, 40, 15, 5 + 5; one −3 each on the first two, +2 on 满意度: 94 + 2"""
        whole = scheme(records("c", points="40", bonus="15", scale=each("1", start="40")),
                       records("d", points="40", scale=each("1", start="40")),
                       records("e", points="15", scale=each("1", start="15")),
                       records("f", points="5", bonus="5", scale=each("1", start="5")))
        got = scoring.score(whole, [], [record("1", "c", "-3"), record("2", "d", "-3"), record("3", "f", "2")])
        self.assertEqual((got.base, got.bonus, got.total), (94, 2, 96))

    def test_borders(self):
        """S9's grades: exactly 95 is B, 85 B, 75 C, 65 D, 64.99 E"""
        whole = {"grades": [{"id": "A", "above": "95"}, {"id": "B", "from": "85"}, {"id": "C", "from": "75"},
                            {"id": "D", "from": "65"}, {"id": "E"}]}
        for total, expected in [("95.01", "A"), ("95", "B"), ("85", "B"), ("84.99", "C"), ("75", "C"), ("65", "D"),
                                ("64.99", "E"), ("-3", "E")]:
            self.assertEqual(scoring.grade(whole, read(total)), expected)

    def test_grade_of_the_rounded_total(self):
        """model, Grades: "nobody sees 80 beside the band of 79.995\""""
        whole = scheme(rating("c", "100"), roles=self.ROLES, grades=[{"id": "A", "from": "80"}, {"id": "B"}])
        self.assertEqual(scoring.score(whole, [form("a", "x", c="79.995")], []).grade, "A")


class Evidence(unittest.TestCase):
    def test_conflict_and_decision(self):
        one, two, three = (form("a", "x", c=score) for score in "678")
        marks = [canonical.rating_digest(variant) for variant in (one, two, three)]

        def counting(forms, *decided):
            made = [{"sequence": str(number), "keep": keep, "over": over} for number, keep, *over in decided]
            counted = evidence.counting_forms({"ratings": forms, "decisions": made})
            return [one["scores"][0]["score"] for one in counted]

        self.assertEqual(counting([one, dict(one)]), ["6"])
        self.assertEqual(counting([one, two]), [])
        self.assertEqual(counting([one, two], (1, marks[1], marks[0])), ["7"])
        self.assertEqual(counting([one, two, three], (1, marks[1], marks[0])), [])
        self.assertEqual(counting([one, two, three], (2, marks[1], marks[0]), (1, marks[2], *marks[:2])), ["8"])
        self.assertEqual(counting([one, two], (3, marks[0], marks[1]), (2, marks[1], marks[0])), ["6"])

    def test_chain_of_corrections(self):
        chain = [record("1", "c", "-5"), record("2", "c", "-3", replaces="1"), record("3", "c", "0", replaces="2")]
        self.assertEqual([r["id"] for r in evidence.counting_records({"records": chain})], ["3"])

    def test_latest_state(self):
        self.assertEqual(evidence.states({"states": [
            {"subject": "p", "state": "active", "date": "2026-10-09"},
            {"subject": "p", "state": "standby", "date": "2026-10-02"}]}), {"p": "active"})


class Ranks(unittest.TestCase):
    standings = staticmethod(lambda *totals: ranking.standings("2026-10", "u", dict(enumerate(totals))))

    def test_competition_ranking(self):
        """model: 1 2 2 4"""
        self.assertEqual([s.rank for s in self.standings(9, 8, 8, 7).values()], [1, 2, 2, 4])

    def test_bottom_three_with_ties(self):
        """9 8 7 7 7 6 5: below 7 stand two, so bottom 3 holds five; strictly only 6 and 5 (at or below 7: five)"""
        got = self.standings(9, 8, 7, 7, 7, 6, 5).values()
        self.assertEqual([ranking.in_bottom(s, 3, {}) for s in got], [False, False] + [True] * 5)
        self.assertEqual([ranking.in_bottom(s, 3, {"strict": True}) for s in got], [False] * 5 + [True, True])

    def test_small_units(self):
        for bottom, rules, expected in [(3, {}, False), (3, {"smallUnits": True}, True), (2, {}, True)]:
            self.assertEqual(ranking.in_bottom(self.standings(3, 2, 1)[2], bottom, rules), expected)

    def test_periods(self):
        """Running periods cross the year in every calendar."""
        for now, before in [("2026-01", "2025-12"), ("2026-10", "2026-09"), ("2026-Q1", "2025-Q4"),
                            ("2026-H2", "2026-H1"), ("2026", "2025")]:
            self.assertEqual(periods.previous(now), before)
        self.assertEqual([str(day) for day in periods.span("2026-Q4")], ["2026-10-01", "2026-12-31"])
        self.assertEqual([str(day) for day in periods.span("2028-02")], ["2028-02-01", "2028-02-29"])


class Ladder(unittest.TestCase):
    """S7's ladder: talk, department talk, 待岗, dismissal."""
    RUNGS = [{"id": "talk", "bottom": "3"}, {"id": "head", "bottom": "3", "periods": "2"},
             {"id": "standby", "bottom": "5", "periods": "3"}, {"id": "leave", "bottom": "5", "after": "standby"}]

    def answers(self, now, *before, **warnings):
        """`now` and `before` (newest first): how many stood below of 12, a state, or "gap": no such period."""
        history, period = [], "2026-10"
        for one in before:
            period = periods.previous(period)
            if one != "gap":
                history.insert(0, {"period": period, "results": [self.kept(one)]})
        past = ladder.Past(history, "p")
        standing = ranking.Standing("2026-10", "u", 12 - now, 12, now)
        rules = dict({"rungs": self.RUNGS}, **warnings)
        coming = ladder.early(standing, past, rules)
        return ([self.RUNGS[index]["id"] for index, _ in ladder.holding(standing, past, rules)],
                None if coming is None else self.RUNGS[coming]["id"])

    @staticmethod
    def kept(one):
        if isinstance(one, str):
            return {"subject": "p", "unit": "v", "state": one}
        figures = {"rank": str(12 - one), "ranked": "12", "below": str(one)}
        return dict(figures, subject="p", unit="v", state="active")

    def test_rungs(self):
        for months, expected in [
                ((0,), (["talk"], "head")), ((6,), ([], None)), ((4,), ([], None)),
                ((1, 2), (["talk", "head"], "standby")),  # bottom 5 twice: a third would be 待岗
                ((4, 3), ([], "standby")),  # bottom 5 twice, bottom 3 never
                ((1, 4, 3), (["talk", "standby"], None)), ((1, 1, 1), (["talk", "head", "standby"], None)),
                ((1, "gap", 1), (["talk"], "head")), ((1, "leave", 1), (["talk"], "head")),
                ((4, "standby"), (["leave"], None)), ((4, 6, "standby"), ([], None)),
                ((0, "leave", "standby"), (["talk", "leave"], None))]:
            self.assertEqual(self.answers(*months), expected, months)

    def test_skipped_periods(self):
        self.assertEqual(self.answers(1, "leave", 1, unranked="skip"), (["talk", "head"], "standby"))
        self.assertEqual(self.answers(1, "leave", "gap", 1, unranked="skip"), (["talk"], "head"))
        self.assertEqual(self.answers(1, "leave", 7, 1, unranked="skip"), (["talk"], "head"))


if __name__ == "__main__":
    unittest.main()
