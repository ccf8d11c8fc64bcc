"""Grades: by bands, or by rank where the scheme has a forced distribution (model, Grades)."""
from fractions import Fraction

import critical
from exact import read


def band(scheme, total):
    """"each `from` (inclusive) or `above` (exclusive), highest first; the last has none. Compared with the rounded
    total"."""
    for one in scheme.get("grades", []):
        if "from" in one and total < read(one["from"]):
            continue
        if "above" in one and total <= read(one["above"]):
            continue
        return one["id"]
    return None


def distribution(scheme):
    rule = scheme.get("distribution")
    return None if rule is None or rule.get("off", False) else rule["shares"]


def seats(shares, ranked):
    """"quotas by largest remainder, equal remainders to the better grade"."""
    exact = [ranked * read(one["share"]) / 100 for one in shares]
    held = [int(quota) for quota in exact]
    by_rest = sorted(range(len(shares)), key=lambda index: (held[index] - exact[index], index))
    for index in by_rest[:ranked - sum(held)]:
        held[index] += 1
    return held


def relative(shares, standing):
    """"Borders are cumulative: a subject gets the best grade whose cumulative quota is at least its rank"."""
    reached = 0
    for one, held in zip(shares, seats(shares, standing.ranked)):
        reached += held
        if reached >= standing.rank:
            return one["grade"]
    raise ValueError("the quotas add up to everybody who is ranked")


def earned(scheme, score, standing):
    """Before a critical rule. `standing` is None for those who are not ranked: they have no relative grade."""
    shares = distribution(scheme)
    if shares is not None:
        return None if standing is None else relative(shares, standing)
    return None if score.total is None else band(scheme, score.total)


def grade(scheme, score, standing):
    return critical.worst_grade(scheme, score.hits, earned(scheme, score, standing))


def quotas(shares, ranked, standings):
    """What each grade was given and who holds it by rank: "the report says by how many" a tie widens it."""
    by_rank = [relative(shares, standing) for standing in standings]
    return [{"grade": one["grade"], "share": Fraction(one["share"]), "seats": held,
             "holders": by_rank.count(one["grade"])} for one, held in zip(shares, seats(shares, ranked))]
