"""What counts of what was handed in."""
import unittest

import canonical
import evidence
from building import form, record


class Evidence(unittest.TestCase):
    def test_conflict_and_decision(self):
        one, two, three = (form("a", "x", c=score) for score in "678")
        marks = [canonical.entry_digest(variant) for variant in (one, two, three)]

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
        # The same answers under another id are the same form: a decision over one of them is over both.
        again = dict(one, id="z")
        self.assertEqual(counting([again, one]), ["6"])
        self.assertEqual(counting([again, two, one]), [])
        self.assertEqual(counting([again, two, one], (1, marks[0], marks[1])), ["6"])

    def test_chain_of_corrections(self):
        chain = [record("1", "c", "-5"), record("2", "c", "-3", replaces="1"), record("3", "c", "0", replaces="2")]
        self.assertEqual([r["id"] for r in evidence.counting_records({"records": chain})], ["3"])

    def test_latest_state(self):
        self.assertEqual(evidence.states({"period": "2026-10", "states": [
            {"id": "1", "subject": "p", "state": "active", "date": "2026-10-09"},
            {"id": "2", "subject": "p", "state": "standby", "date": "2026-10-02"},
            {"id": "3", "subject": "p", "state": "leave", "date": "2026-11-01"}]}), {"p": "active"})
