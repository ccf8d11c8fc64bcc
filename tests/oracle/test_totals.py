"""Sections, exclude, totals and bands."""
import unittest
from fractions import Fraction

import grading
from building import each, form, rating, record, records, role, scheme, score
from exact import read


class Totals(unittest.TestCase):
    ROLES = [role("a", "1")]

    def test_section_weight_cap_and_rounding(self):
        """8 + 5 of 20 points at weight 50: 13 × 50 ÷ 20 = 32.5, capped at 31.4, rounded down to 31"""
        whole = scheme(rating("c", "10"), rating("d", "10"), roles=self.ROLES,
                       section={"weight": "50", "cap": "31.4", "rounding": {"step": "1", "mode": "down"}})
        got = score(whole, [form("a", "x", c="8", d="5")])
        self.assertEqual((got.base, got.total), (31, 31))

    def test_section_rounding_of_base_bonus_and_deductions_each(self):
        """By whole points 90.4 + 10.4 − 0.5 is 90 + 10 − 1"""
        whole = scheme(rating("c", "100"), records("b", points="10", bonus="20"), records("e", deduction={}),
                       roles=self.ROLES, section={"rounding": {"step": "1"}})
        got = score(whole, [form("a", "x", c="90.4")], [record("1", "e", "-0.5"), record("2", "b", "10.4")])
        self.assertEqual((got.base, got.bonus, got.deductions, got.total), (90, 10, -1, 99))

    def test_exclude_scales_the_base_only(self):
        """P 100, X 20: 60 × 100 ÷ 80 = 75, then + 4 of bonus − 2; capped at 76"""
        whole = scheme(rating("c", "80"), rating("d", "20", noData="exclude"),
                       records("e", deduction={}), roles=self.ROLES)
        whole["sections"][0]["criteria"][0]["bonus"] = "5"
        entries = [record("1", "e", "-2")]
        got = score(whole, [form("a", "x", c="60")], entries)
        self.assertEqual((got.base, got.bonus, got.deductions, got.total), (75, 0, -2, 73))
        got = score(whole, [form("a", "x", c="84")], entries)
        self.assertEqual((got.base, got.bonus, got.total), (100, 4, 102))
        whole["total"]["max"] = "76"
        self.assertEqual(score(whole, [form("a", "x", c="84")], entries).total, 76)

    def test_exclude_lowers_the_cap(self):
        """The cap 90 loses the excluded 20: 80 of 80 is 70 of base, × 100 ÷ 80 = 87.5"""
        whole = scheme(rating("c", "80"), rating("d", "20", noData="exclude"), roles=self.ROLES, section={"cap": "90"})
        self.assertEqual(score(whole, [form("a", "x", c="80")]).base, Fraction(175, 2))

    def test_nothing_left_is_provisional(self):
        whole = scheme(rating("c", "100", noData="exclude"), roles=self.ROLES)
        self.assertFalse(score(whole, []).final)

    def test_s7_total(self):
        """S7 信用卡组: 40 + 15 of bonus, 40, 15, 5 + 5; one −3 each on the first two, +2 on 满意度: 94 + 2"""
        whole = scheme(records("c", points="40", bonus="15", scale=each("1", start="40")),
                       records("d", points="40", scale=each("1", start="40")),
                       records("e", points="15", scale=each("1", start="15")),
                       records("f", points="5", bonus="5", scale=each("1", start="5")))
        got = score(whole, [], [record("1", "c", "-3"), record("2", "d", "-3"), record("3", "f", "2")])
        self.assertEqual((got.base, got.bonus, got.total), (94, 2, 96))

    def test_borders(self):
        """S9's grades: exactly 95 is B, 85 B, 75 C, 65 D, 64.99 E"""
        whole = {"grades": [{"id": "A", "above": "95"}, {"id": "B", "from": "85"}, {"id": "C", "from": "75"},
                            {"id": "D", "from": "65"}, {"id": "E"}]}
        for total, expected in [("95.01", "A"), ("95", "B"), ("85", "B"), ("84.99", "C"), ("75", "C"), ("65", "D"),
                                ("64.99", "E"), ("-3", "E")]:
            self.assertEqual(grading.band(whole, read(total)), expected)

    def test_grade_of_the_rounded_total(self):
        """model, Grades: "nobody sees 80 beside the band of 79.995\""""
        whole = scheme(rating("c", "100"), roles=self.ROLES, grades=[{"id": "A", "from": "80"}, {"id": "B"}])
        self.assertEqual(grading.grade(whole, score(whole, [form("a", "x", c="79.995")]), None), "A")

    def test_criterion_weights(self):
        """S6: sub-criteria of 100 points each that weigh the same; 80 and 90 are 85 of 100, at section weight 30: 25.5.
        With 1 and 3 they are (80 + 3 × 90) ÷ 400 = 0.875 of 4"""
        for weights, section, expected in [(("50", "50"), {"weight": "30"}, "25.5"), (("1", "3"), {}, "3.5")]:
            parts = [rating(name, "100", weight=weight) for name, weight in zip("cd", weights)]
            whole = scheme(*parts, roles=self.ROLES, section=section)
            self.assertEqual(score(whole, [form("a", "x", c="80", d="90")]).base, read(expected))

    def test_excluded_weight(self):
        """Weights 60 and 40 of 100 points each, the second excluded: 80 × 0.6 = 48, × 100 ÷ (100 − 40) = 80"""
        whole = scheme(rating("c", "100", weight="60"), rating("d", "100", weight="40", noData="exclude"),
                       roles=self.ROLES)
        self.assertEqual(score(whole, [form("a", "x", c="80")]).base, 80)

    def test_rounding_before_the_criterion_weight(self):
        """7.5 of 10 rounds to 8, and 8 × 1 ÷ 10 is 0.8; the criterion itself shows 8"""
        whole = scheme(rating("c", "10", weight="1", rounding={"step": "1"}), roles=self.ROLES)
        got = score(whole, [form("a", "x", c="7.5")])
        self.assertEqual((got.criteria["c"].points, got.base), (8, read("0.8")))
