"""team: "over the team as the workbook lists it for the period, without the subject: mean of published totals, or
share of members with one of the named grades. Members without a total are left out, counted and named"; what is open
"makes what it feeds wait, whatever else is there"."""
from fractions import Fraction

from raw import Raw, mean


def raw(measure, own):
    members = _members(measure, own)
    published = [own.book.published[one] for one in members if own.book.published[one].total is not None]
    counted = Raw(have=len(published), expected=len(members))
    if any(own.book.published[one].is_open for one in members):
        return counted._replace(waits=True, conflict=True)
    if not published:
        return counted
    if measure["of"] == "mean":
        return counted._replace(value=mean([one.total for one in published]))
    with_one = sum(one.grade in measure["grades"] for one in published)
    return counted._replace(value=Fraction(with_one, len(published)))


def _members(measure, own):
    team = own.book.people[own.subject].get("team")
    return [] if team is None else [
        person["id"] for person in own.book.people.values()
        if person["id"] != own.subject and person.get("team") == team and person.get("scheme") in measure["schemes"]]
