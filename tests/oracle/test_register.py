"""The complaint register: working days, what is late, what is counted."""
import datetime
import unittest

from building import TEXT, appraised, own, rating, scheme
from working_days import WorkingDays

import measure_complaints
from exact import read, written

DEPARTMENTS = {"departments": [{"id": "qa", "days": "3"}, {"id": "sales", "days": "1"}]}


def step(department="qa", handed="2026-10-12", **more):
    return dict({"department": department, "handed": handed}, **more)


def complaint(name, *steps, received="2026-10-12", of="p", **more):
    one = dict({"id": name, "revision": "1", "number": f"2026-10-000{name}", "received": received}, **more)
    if steps:
        one["steps"] = list(steps)
    return one if of is None else dict(one, responsible={"unit": of})


class Days(unittest.TestCase):
    def test_working_days(self):
        """Friday 2026-10-09 and three days: Monday to Wednesday. The holidays are 1 to 7 October; Saturday the 10th
        is worked."""
        year = WorkingDays({"holidays": [f"2026-10-0{n}" for n in range(1, 8)], "workdays": ["2026-10-10"]})
        for calendar, handed, days, expected in [
                (WorkingDays({}), "2026-10-09", 3, "2026-10-14"), (year, "2026-10-09", 1, "2026-10-10"),
                (year, "2026-09-30", 1, "2026-10-08"), (WorkingDays({}), "2026-10-10", 1, "2026-10-12")]:
            self.assertEqual(str(calendar.after(datetime.date.fromisoformat(handed), days)), expected)


class Counts(unittest.TestCase):
    def raw(self, measure, *complaints, **workbook):
        book = own(dict(workbook, schemes=[{"register": DEPARTMENTS}], complaints=list(complaints)))
        got = measure_complaints.raw(measure, book)
        return None if got.value is None else written(got.value)

    def test_count_and_rate(self):
        """Two of 400 are 0.5%; one of another month, one taken back and one undecided do not count"""
        ones = [complaint("1"), complaint("2", of="q", responsible={"unit": "q", "person": "p"}),
                complaint("3", received="2026-09-30"), complaint("4", withdrawn={}), complaint("5", of=None)]
        ones[1]["responsible"] = {"unit": "q", "person": "p"}
        self.assertEqual(self.raw({"of": "count"}, *ones), "2")
        volume = {"id": "i", "subject": "p", "indicator": "v", "date": "2026-10-31", "value": "400"}
        measure = {"of": "rate", "volume": "v"}
        self.assertEqual(self.raw(measure, *ones, indicators=[volume]), "0.5")
        self.assertEqual(self.raw(measure, indicators=[volume]), "0")
        self.assertIsNone(self.raw(measure, *ones, indicators=[dict(volume, value="0")]))
        self.assertIsNone(self.raw(measure, *ones))

    def test_severity(self):
        """S3: −1, −3 and −5; what is not said is normal"""
        measure = {"of": "severity", "points": {"minor": "-1", "normal": "-3", "serious": "-5"}}
        ones = [complaint("1", severity="minor"), complaint("2"), complaint("3", severity="serious")]
        self.assertEqual(self.raw(measure, *ones), "-9")
        self.assertEqual(self.raw(measure), "0")

    def test_highest_revision(self):
        first, second = complaint("1"), dict(complaint("1", of="q"), revision="2")
        self.assertEqual(self.raw({"of": "count"}, second, first), "0")
        # In conflict it is open whom it is of, and what it feeds waits.
        self.assertIsNone(self.raw({"of": "count"}, first, dict(first, severity="minor")))

    def test_overdue(self):
        """qa has three working days from Monday the 12th: the 15th"""
        for steps, expected in [([step(done="2026-10-15")], "0"), ([step(done="2026-10-16")], "1"), ([step()], "1"),
                                ([step(handed="2026-10-28")], "0"), ([step(handed="2026-10-27")], "1"),
                                ([step(due="2026-10-31")], "1"), ([step(due="2026-11-01")], "0"),
                                ([step("sales", owner="qa", done="2026-10-14")], "1"), ([step("none")], "0")]:
            book = own({"schemes": [{"register": DEPARTMENTS}], "complaints": [complaint("1", *steps, of=None)]}, "qa")
            self.assertEqual(measure_complaints.raw({"of": "overdue"}, book).value, read(expected), steps)

    def test_on_time(self):
        """Of five: two were in time, one is late, one is not judged yet, nobody has a step of the last: 2 of 3. A late
        step is late, even beside one that may still be in time."""
        good, late, open_ = step(done="2026-10-15"), step(done="2026-10-16"), step(handed="2026-10-28")
        ones = [complaint("1", good), complaint("2", good, step("sales", done="2026-10-13")),
                complaint("3", late, open_), complaint("4", good, open_), complaint("5")]
        self.assertEqual(self.raw({"of": "on-time"}, *ones), "200/3")
        self.assertIsNone(self.raw({"of": "on-time"}, ones[3]))
        self.assertIsNone(self.raw({"of": "on-time"}))

    def test_undecided(self):
        """Beside the results of the unit, and of the unit of a subject that it names"""
        named = [complaint("1", of=None, drafted={"unit": "u"}), complaint("2", of=None, drafted={"unit": "p"}),
                 complaint("3", of=None, drafted={"unit": "v"}), complaint("4", drafted={"unit": "u"})]
        _, result = appraised([scheme(rating("c", "1"), name=TEXT)], complaints=named)
        self.assertEqual(result["units"][0]["undecided"], ["2026-10-0001", "2026-10-0002"])
