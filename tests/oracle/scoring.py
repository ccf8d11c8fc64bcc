"""One subject: criteria into sections, sections into the total, the total into a grade (model, Total and Grades)."""
from fractions import Fraction
from typing import NamedTuple, Optional

import criterion as criteria
from exact import bounded, read, read_optional, rounded

ZERO = Fraction(0)
DEFAULT_ROUNDING = {"step": "0.01", "mode": "half-up"}


class SectionScore(NamedTuple):
    points: Fraction
    base_points: Fraction  # what the section can give, after its weight
    excluded: Fraction  # what of that is excluded, weighted the same way


class Score(NamedTuple):
    criteria: dict
    sections: dict
    base: Optional[Fraction] = None
    bonus: Optional[Fraction] = None
    deductions: Optional[Fraction] = None
    exact_total: Optional[Fraction] = None  # within the scheme's bounds, before its rounding
    total: Optional[Fraction] = None
    grade: Optional[str] = None

    @property
    def final(self):
        return self.total is not None


def score(scheme, forms, records, disputed=()):
    """`forms` and `records` are those of the subject that count, `disputed` those in open conflict."""
    in_dispute = {record["criterion"] for record in disputed}
    by_id = {one["id"]: criteria.score(one, scheme.get("roles", []), forms, records, one["id"] in in_dispute)
             for section in scheme["sections"] for one in section["criteria"]}
    if any(one.waits for one in by_id.values()):
        return Score(by_id, {})
    sections = {section["id"]: _section(section, by_id) for section in scheme["sections"]}
    base = _base(list(sections.values()))
    if base is None:
        return Score(by_id, sections)
    bonus = sum((one.bonus for one in by_id.values() if one.bonus is not None), ZERO)
    deductions = sum((by_id[one["id"]].points or ZERO for section in scheme["sections"]
                      for one in section["criteria"] if "deduction" in one), ZERO)
    # "exclude, bonus and deductions, the scheme's min and max, rounding, critical, grade"
    total_rule = scheme["total"]
    exact_total = bounded(base + bonus + deductions, read_optional(total_rule, "min"), read_optional(total_rule, "max"))
    total = rounded(exact_total, total_rounding(scheme))
    return Score(by_id, sections, base, bonus, deductions, exact_total, total, grade(scheme, total))


def total_rounding(scheme):
    """model, Numbers: "Default: one rounding, of the total, to 0.01, half-up"."""
    return scheme["total"].get("rounding", DEFAULT_ROUNDING)


def section_base_points(section):
    own = sum((criteria.full_points(one) for one in section["criteria"]), ZERO)
    return read(section["weight"]) if "weight" in section else own


def _section(section, by_id):
    """model, Total: "section weight (points × weight ÷ the section's points), section floor (default none) and cap,
    section rounding if named"."""
    counted = [one for one in section["criteria"] if "deduction" not in one]
    own = sum((criteria.full_points(one) for one in counted), ZERO)
    base_points = section_base_points(section)
    factor = base_points / own if own else ZERO
    excluded = factor * sum((criteria.full_points(one) for one in counted if by_id[one["id"]].excluded), ZERO)
    points = factor * sum((by_id[one["id"]].points for one in counted if not by_id[one["id"]].excluded), ZERO)
    cap = read_optional(section, "cap")
    if cap is not None:
        cap = max(cap - excluded, ZERO)  # "A section's cap loses the excluded points."
    points = bounded(points, read_optional(section, "floor"), cap)
    if "rounding" in section:
        points = rounded(points, section["rounding"])
    return SectionScore(points, base_points, excluded)


def _base(sections):
    """model, Measures: "with P the scheme's base points and X the excluded ones, base × P ÷ (P − X), over the whole
    total, after the section bounds … Nothing left: no data"."""
    base = sum((section.points for section in sections), ZERO)
    all_points = sum((section.base_points for section in sections), ZERO)
    excluded = sum((section.excluded for section in sections), ZERO)
    if excluded == 0:
        return base
    if excluded == all_points:
        return None
    return base * all_points / (all_points - excluded)


def grade(scheme, total):
    """model, Grades: "each `from` (inclusive) or `above` (exclusive), highest first; the last has none. Compared with
    the rounded total"."""
    for band in scheme.get("grades", []):
        if "from" in band and total < read(band["from"]):
            continue
        if "above" in band and total <= read(band["above"]):
            continue
        return band["id"]
    return None
