"""The calendars of the schemes: 2026-10, 2026-Q4, 2026-H2, 2026."""
import datetime

# kind of period: the mark before its number, how many a year, months in one
_KINDS = {"month": ("", 12, 1), "quarter": ("Q", 4, 3), "half": ("H", 2, 6)}


def kind_of(period):
    if len(period) == 4:
        return "year"
    return {"Q": "quarter", "H": "half"}.get(period[5], "month")


def previous(period):
    """model, Rank and warnings: "Running = consecutive periods of the scheme's calendar"."""
    kind, year = kind_of(period), int(period[:4])
    if kind == "year":
        return f"{year - 1:04}"
    mark, per_year, _ = _KINDS[kind]
    number = int(period[5 + len(mark):]) - 1
    if number == 0:
        year, number = year - 1, per_year
    return f"{year:04}-{mark}{number:02}" if kind == "month" else f"{year:04}-{mark}{number}"


def span(period):
    """First and last day."""
    kind, year = kind_of(period), int(period[:4])
    if kind == "year":
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    mark, _, months = _KINDS[kind]
    first = (int(period[5 + len(mark):]) - 1) * months + 1
    after = datetime.date(year + (first + months > 12), (first + months - 1) % 12 + 1, 1)
    return datetime.date(year, first, 1), after - datetime.timedelta(days=1)
