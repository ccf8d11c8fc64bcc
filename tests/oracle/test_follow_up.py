"""Consequences, pay and the effect of plans."""
import unittest

from building import TEXT, appraised, form, rating, role, scheme

ROLES = [role("a", "1")]
GRADES = [{"id": "good", "from": "80"}, {"id": "fair", "from": "60"}, {"id": "bad"}]


def result(total, person=None, **more):
    workbook = {key: more.pop(key) for key in ("states", "rulings") if key in more}
    whole = scheme(rating("c", "100"), roles=ROLES, grades=GRADES, **more)
    return appraised([whole], people=[dict({"id": "p"}, **(person or {}))],
                     ratings=[form("a", "x", c=total)] if total else [], **workbook)[0]["p"]


class Pay(unittest.TestCase):
    RULE = {"factors": [{"id": "low", "factor": "0.7", "when": {"below": "60"}},
                        {"id": "off", "factor": "0", "when": {"states": ["standby"]}}]}

    def test_by_total(self):
        """S8, base 2000: 88.5 → 1770.00; 60 → 1200.00; 59.99 → 839.86; 0 → 0.00"""
        for total, amount, factors in [("88.5", "1770.00", []), ("60", "1200.00", []), ("59.99", "839.86", ["low"]),
                                       ("0", "0.00", ["low"])]:
            got = result(total, {"payBase": "2000"}, pay=self.RULE)["pay"]
            self.assertEqual(got, {"base": "2000", "factors": factors, "amount": amount})

    def test_none(self):
        self.assertNotIn("pay", result("80", pay=self.RULE))
        self.assertNotIn("pay", result(None, {"payBase": "2000"}, pay=self.RULE))

    def test_standby_and_the_cent(self):
        """33.33 × 0.505 is 16.83165; in standby nothing"""
        self.assertEqual(result("50.5", {"payBase": "33.33"}, pay={})["pay"]["amount"], "16.83")
        got = result("88", {"payBase": "2000"}, pay=self.RULE,
                     states=[{"id": "1", "subject": "p", "state": "standby", "date": "2026-10-02"}])["pay"]
        self.assertEqual((got["factors"], got["amount"]), (["off"], "0.00"))

    def test_by_grade(self):
        rule = {"of": "grade", "grades": [{"grade": "good", "factor": "1.2"}, {"grade": "fair", "factor": "1"}]}
        self.assertEqual(result("80", {"payBase": "1000.5"}, pay=rule)["pay"]["amount"], "1200.60")
        self.assertNotIn("pay", result("10", {"payBase": "1000.5"}, pay=rule))


class Consequences(unittest.TestCase):
    RULES = [{"id": "reward", "kind": "reward", "when": {"grades": ["good"]}},
             {"id": "talk", "kind": "talk", "when": {"from": "50", "below": "60"}},
             {"id": "first", "kind": "reward", "when": {"rankTo": "1", "grades": ["good", "fair"]}},
             {"id": "help", "kind": "guidance", "when": {"rungs": ["last"]}},
             {"id": "train", "kind": "training", "when": {"states": ["leave", "active"], "below": "50"}}]
    LADDER = {"rungs": [{"id": "last", "bottom": "1"}], "smallUnits": True}

    def test_conditions(self):
        for total, expected in [("80", ["reward", "first", "help"]), ("60", ["first", "help"]),
                                ("59.99", ["talk", "help"]), ("50", ["talk", "help"]),
                                ("49", ["help", "train"]), (None, [])]:
            got = result(total, consequences=self.RULES, warnings=self.LADDER).get("consequences", [])
            self.assertEqual([one["id"] for one in got], expected, total)

    def test_the_highest_ruling_holds(self):
        made = [{"subject": "p", "consequence": "reward", "sequence": str(number), "answer": answer, "author": "h",
                 "date": "2026-11-02", "reason": "r"} for number, answer in [(10, "overrule"), (9, "confirm")]]
        got = result("90", consequences=self.RULES[:1], rulings=made)["consequences"]
        self.assertEqual(got, [{"id": "reward", "kind": "reward", "ruling": {
            "answer": "overrule", "author": "h", "date": "2026-11-02", "reason": "r"}}])


class Plans(unittest.TestCase):
    def effect(self, **plan):
        """The indicator was 70 in 2026-08, 75.5 in 2026-09, and is 72 now."""
        one = {"id": "c", "name": TEXT, "points": "100", "measure": {"type": "indicator", "indicator": "i"}}
        history = [{"period": period, "results": [{"subject": "p", "scheme": "s", "state": "active",
                                                   "values": [{"criterion": "c", "raw": raw}]}]}
                   for period, raw in [("2026-08", "70"), ("2026-09", "151/2")]]
        plan = dict({"id": "plan", "revision": "1", "subject": "p", "criterion": "c"}, **plan)
        entry = {"id": "1", "subject": "p", "indicator": "i", "date": "2026-10-31", "value": "72"}
        got = appraised([scheme(one)], history=history, plans=[dict(plan, revision="0", prompted="2026-10"), plan],
                        indicators=[entry])[0]["p"]["plans"]
        return [tuple(one.get(key) for key in ("before", "after", "effect")) for one in got]

    def test_effect(self):
        """S1: the value in the period after it was done minus the value in the period that prompted it"""
        for prompted, done, expected in [("2026-08", "2026-08-31", ("70", "75.5", "5.5")),
                                         ("2026-09", "2026-09-01", ("75.5", "72", "-3.5")),
                                         ("2026-08", "2026-10-01", ("70", None, None)),
                                         ("2026-07", "2026-09-30", (None, "72", None)),
                                         ("2026-10", None, ("72", None, None))]:
            more = {} if done is None else {"done": done}
            self.assertEqual(self.effect(prompted=prompted, **more), [expected])
