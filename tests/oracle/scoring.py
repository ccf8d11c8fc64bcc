"""One subject: criteria into sections, sections into the total (model, Total)."""
from fractions import Fraction
from typing import NamedTuple, Optional

import criterion as criteria
import critical
from bounds import worth
from exact import bounded, read, read_optional, rounded

ZERO = Fraction(0)
DEFAULT_ROUNDING = {"step": "0.01", "mode": "half-up"}


class SectionScore(NamedTuple):
    points: Fraction  # the published ones
    earned: Fraction  # before a critical rule
    base_points: Fraction  # what the section can give, after its weight
    excluded: Fraction  # what of that is excluded, weighted the same way
    bonus: Fraction
    deductions: Fraction


class Score(NamedTuple):
    criteria: dict
    sections: dict  # those for which nothing is waited for
    hits: list  # the critical rules that hold
    base: Optional[Fraction] = None
    bonus: Optional[Fraction] = None
    deductions: Optional[Fraction] = None
    exact_total: Optional[Fraction] = None  # within the scheme's bounds, before its rounding
    earned_total: Optional[Fraction] = None
    total: Optional[Fraction] = None  # the published one: a critical rule may set it, also when none was earned
    limit: Optional[Fraction] = None  # what a critical rule sets while the total may still be lower

    @property
    def is_open(self):
        return any(one.raw.conflict for one in self.criteria.values())

    @property
    def final(self):
        return self.total is not None


def score(scheme, own):
    """`own`: what the book holds of the subject."""
    by_id = {one["id"]: criteria.score(one, scheme.get("roles", []), own)
             for section in scheme["sections"] for one in section["criteria"]}
    hits = critical.holding(scheme, by_id, own)
    sections = {section["id"]: _section(section, by_id, critical.section_limit(hits, section["id"]))
                for section in scheme["sections"] if not any(by_id[one["id"]].waits for one in section["criteria"])}
    earned = _with_total(scheme, Score(by_id, sections, hits))
    limit, total = critical.total_limit(hits), earned.earned_total
    if limit is None or total is not None:
        return earned._replace(total=total if limit is None else min(total, limit))
    # "A set total … final at once if none can be lower …, else once nothing is missing, till then provisional with the
    # limit told"; what is open "makes what it feeds wait, whatever else is there or set"
    least = _least_total(scheme)
    if earned.is_open or least is None or limit > least:
        return earned._replace(limit=limit)
    return earned._replace(total=limit)


def _with_total(scheme, got):
    base = _base(list(got.sections.values())) if len(got.sections) == len(scheme["sections"]) else None
    if base is None:
        return got
    bonus = sum((section.bonus for section in got.sections.values()), ZERO)
    deductions = sum((section.deductions for section in got.sections.values()), ZERO)
    # "exclude, bonus and deductions, the scheme's min and max, rounding, critical, grade"
    rule = scheme["total"]
    exact_total = bounded(base + bonus + deductions, read_optional(rule, "min"), read_optional(rule, "max"))
    return got._replace(base=base, bonus=bonus, deductions=deductions, exact_total=exact_total,
                        earned_total=rounded(exact_total, total_rounding(scheme)))


def _least_total(scheme):
    """"the scheme's min; without one 0, where nothing is deducted"."""
    deducts = any("deduction" in one for section in scheme["sections"] for one in section["criteria"])
    least = read_optional(scheme["total"], "min")
    if least is None and not deducts:
        least = ZERO
    return None if least is None else rounded(least, total_rounding(scheme))


def total_rounding(scheme):
    """model, Numbers: "Default: one rounding, of the total, to 0.01, half-up"."""
    return scheme["total"].get("rounding", DEFAULT_ROUNDING)


def section_base_points(section):
    own = sum((worth(one) for one in section["criteria"]), ZERO)
    return read(section["weight"]) if "weight" in section else own


def _section(section, by_id, limit):
    """model, Total: "section weight (points × weight ÷ the section's points), section floor (default none) and cap,
    section rounding if named (base, bonus, deductions each)"; a criterion with a weight of its own is scaled to it before that."""
    counted = [one for one in section["criteria"] if "deduction" not in one]
    own = sum((worth(one) for one in counted), ZERO)
    base_points = section_base_points(section)
    factor = base_points / own if own else ZERO
    excluded = factor * sum((worth(one) for one in counted if by_id[one["id"]].excluded), ZERO)
    points = factor * sum((by_id[one["id"]].points * worth(one) / read(one["points"])
                           for one in counted if not by_id[one["id"]].excluded), ZERO)
    cap = read_optional(section, "cap")
    if cap is not None:
        cap = max(cap - excluded, ZERO)  # "A section's cap loses the excluded points."
    points = bounded(points, read_optional(section, "floor"), cap)
    bonus = sum((by_id[one["id"]].bonus or ZERO for one in counted), ZERO)
    deductions = sum((by_id[one["id"]].points or ZERO for one in section["criteria"] if "deduction" in one), ZERO)
    if "rounding" in section:
        points, bonus, deductions = (rounded(one, section["rounding"]) for one in (points, bonus, deductions))
    return SectionScore(points if limit is None else min(points, limit), points, base_points, excluded, bonus, deductions)


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
