"""Rounding, writing, the grammar, and calendars."""
import unittest
from fractions import Fraction

import canonical
from exact import read, rounded, written


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
