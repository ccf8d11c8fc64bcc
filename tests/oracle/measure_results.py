"""results: "published totals of other periods or schemes of the same subject: mean, weighted mean, latest …. Absent
ones are left out with their weight, and the result says n of m"."""
from fractions import Fraction

import periods
from exact import read, read_optional
from raw import CONFLICT, Raw, mean


def raw(measure, own):
    sources = [(read(source.get("weight", "1")), _taken(source, own)) for source in measure["sources"]]
    found = [totals for _, by_period in sources for totals in by_period.values()]
    if any(len(totals) > 1 for totals in found):
        return CONFLICT  # one period with two different totals, or with one and without: a conflict
    if measure["of"] == "weighted":
        return _weighted([(weight, [total for one in by_period.values() for total in one])
                          for weight, by_period in sources])
    counted = Raw(have=len(found), expected=sum(_asked(source, own) for source in measure["sources"]))
    if not found:
        return counted
    if measure["of"] == "mean":
        return counted._replace(value=mean([total for totals in found for total in totals]))
    latest = max((by_period for _, by_period in sources if by_period), key=lambda one: periods.order(max(
        one, key=periods.order)))
    return counted._replace(value=next(iter(latest[max(latest, key=periods.order)])))


def _weighted(sources):
    present = [(weight, mean(totals)) for weight, totals in sources if totals]
    counted = Raw(have=len(present), expected=len(sources))
    if not present:
        return counted
    weights = sum((weight for weight, _ in present), Fraction(0))
    return counted._replace(value=sum(weight * value for weight, value in present) / weights)


def _asked(source, own):
    """The m of "n of m": as many periods as the source says, else those in which the subject was appraised; a source
    without any lacks one."""
    return int(source["last"]) if "last" in source else max(1, len(_by_period(source, own)))


def _taken(source, own):
    """Period → its different totals, of the periods that the source takes, the latest ones if it takes only some."""
    found = {period: totals for period, totals in _by_period(source, own).items() if totals != {None}}
    latest = sorted(found, key=periods.order, reverse=True)[:int(source["last"]) if "last" in source else None]
    return {period: found[period] for period in latest}


def _by_period(source, own):
    """Period → the different totals that were kept of it, None where a result had none."""
    found = {}
    workbook = own.book.workbook
    for closed in workbook.get("history", []) + workbook.get("otherResults", []):
        if not _is_taken(closed["period"], source.get("within", "period"), own.book.period):
            continue
        for kept in closed["results"]:
            if kept["subject"] == own.subject and kept["scheme"] == source["scheme"]:
                found.setdefault(closed["period"], set()).add(read_optional(kept, "total"))
    return found


def _is_taken(period, within, now):
    if within == "period":
        return periods.within(period, now)
    return periods.span(period)[1] < periods.span(now)[0]
