"""Records, ratings, no data."""
import unittest

from building import each, form, rating, record, records, role, scheme, score
from exact import read, written


class Criteria(unittest.TestCase):
    def points(self, one, roles=(), forms=(), entries=()):
        got = score(scheme(one, roles=roles), forms, entries).criteria[one["id"]]
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
