"""Rank, bottom N, the ladder."""
import unittest

import ladder
import periods
import ranking


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
        coming = ladder.early(standing, 12, past, rules)
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
