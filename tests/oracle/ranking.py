"""Rank within the unit and bottom N (model, Rank and warnings)."""
from typing import NamedTuple


class Standing(NamedTuple):
    """What a ranked period leaves behind: "rank, unit size and how many stood strictly below"."""
    period: str
    unit: str
    rank: int
    ranked: int
    below: int


def groups(schemes):
    """Scheme id → the ids ranked together. "a scheme may name others ranked together with it": naming is mutual."""
    group_of = {scheme["id"]: frozenset([scheme["id"]]) for scheme in schemes}
    for scheme in schemes:
        for other in scheme.get("ranking", {}).get("with", []):
            merged = group_of[scheme["id"]] | group_of[other]
            group_of.update((member, merged) for member in merged)
    return group_of


def key(scheme, score):
    """"by the published total, highest first …; Tie-breakers, if the scheme names any: exact criterion points, bonus
    included, higher first". An excluded criterion gave nothing and took nothing: 0."""
    breakers = (score.criteria[one] for one in scheme.get("ranking", {}).get("tieBreakers", []))
    return (score.total,) + tuple((one.points or 0) + (one.bonus or 0) for one in breakers)


def comparable(keys):
    """Of tie-breakers those decide that all who are ranked together have; "after them equal is equal"."""
    shared = min(map(len, keys.values()), default=0)
    return {subject: own[:shared] for subject, own in keys.items()}


def standings(period, unit, keys):
    """Standard competition ranking (1 2 2 4) of `keys`: subject → what is compared, higher first."""
    return {subject: Standing(period, unit,
                              1 + sum(other > own for other in keys.values()), len(keys),
                              sum(other < own for other in keys.values()))
            for subject, own in keys.items()}


def has_bottom(standing, bottom, warnings):
    """"A unit of N or fewer ranked members has no bottom N unless the scheme asks for it"."""
    return standing.ranked > bottom or warnings.get("smallUnits", False)


def in_bottom(standing, bottom, warnings):
    """"every subject with fewer than N subjects strictly below it in rank …; `strict`: those with at most N ranked
    subjects at or below them (itself included)"."""
    if not has_bottom(standing, bottom, warnings):
        return False
    if warnings.get("strict", False):
        return standing.ranked - (standing.rank - 1) <= bottom
    return standing.below < bottom
