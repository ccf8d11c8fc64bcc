"""indicator: "the latest dated on or before the period's last day and no older than the scheme allows"."""
import periods
from exact import read
from raw import CONFLICT, NO_DATA, Raw


def raw(measure, own):
    if measure.get("onlyWithComplaints", False) and not own.book.register.has(own.subject):
        return CONFLICT if own.book.register.has(own.subject) is None else NO_DATA
    months = int(measure["months"]) if "months" in measure else None
    found = figures(own, measure["indicator"], months)
    if found is None or len(found) > 1:
        return CONFLICT
    if not found:
        return NO_DATA
    (value, target), = found
    if measure.get("of", "value") == "value":
        return Raw(value)
    return NO_DATA if target is None else Raw(value * 100 / target)


def figures(own, indicator, months=None):
    """The different (value, target) of the latest day in the window: none, one, or more, which is a conflict. None where a
    number of the window is in open conflict: it is waited for, "whatever else is there"."""
    first, last = periods.window(own.book.period, months)

    def within(entries):
        return [one for one in entries if one["indicator"] == indicator and str(first) <= one["date"] <= str(last)]
    entries = within(own.indicators)
    if within(own.disputed_indicators):
        return None
    latest = max((one["date"] for one in entries), default=None)
    return {(read(one["value"]), read(one["target"]) if "target" in one else None)
            for one in entries if one["date"] == latest}
