"""The calendars of the schemes: 2026-10, 2026-Q4, 2026-H2, 2026, and irregular ones, 2026~name."""
import datetime

# kind of period: the mark before its number, how many a year, months in one
_KINDS = {"month": ("", 12, 1), "quarter": ("Q", 4, 3), "half": ("H", 2, 6)}
_ORDER = ("month", "quarter", "half", "year", "irregular")


def kind_of(period):
    if "~" in period:
        return "irregular"
    if len(period) == 4:
        return "year"
    return {"Q": "quarter", "H": "half"}.get(period[5], "month")


def previous(period):
    """model, Rank and warnings: "Running = consecutive periods of the scheme's calendar"; None: there is none, as
    before an irregular period."""
    kind, year = kind_of(period), int(period[:4])
    if kind == "irregular":
        return None
    if kind == "year":
        return f"{year - 1:04}"
    mark, per_year, _ = _KINDS[kind]
    number = int(period[5 + len(mark):]) - 1
    if number == 0:
        year, number = year - 1, per_year
    return _name(kind, year, number)


def following(period):
    """The period after it; None after an irregular one."""
    kind = kind_of(period)
    return None if kind == "irregular" else holding(kind, span(period)[1] + datetime.timedelta(days=1))


def holding(kind, day):
    """The period of this kind that holds a day; None for irregular ones, of which any may."""
    if kind == "irregular":
        return None
    if kind == "year":
        return f"{day.year:04}"
    return _name(kind, day.year, (day.month - 1) // _KINDS[kind][2] + 1)


def _name(kind, year, number):
    return f"{year:04}-{number:02}" if kind == "month" else f"{year:04}-{_KINDS[kind][0]}{number}"


def span(period):
    """First and last day; an irregular period holds every day of its year."""
    kind, year = kind_of(period), int(period[:4])
    if kind in ("year", "irregular"):
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    mark, _, months = _KINDS[kind]
    first = (int(period[5 + len(mark):]) - 1) * months + 1
    after = datetime.date(year + (first + months > 12), (first + months - 1) % 12 + 1, 1)
    return datetime.date(year, first, 1), after - datetime.timedelta(days=1)


def window(period, months):
    """The days that an indicator may be of: the period, or so many months back, the period's last one included."""
    first, last = span(period)
    if months is None:
        return first, last
    year, month = divmod(last.year * 12 + last.month - months, 12)
    return datetime.date(year, month + 1, 1), last


def within(period, outer):
    first, last = span(period)
    low, high = span(outer)
    return low <= first and last <= high


def order(period):
    """The one that ends last comes last; of equal ends the longer kind, then the later name."""
    return span(period)[1], _ORDER.index(kind_of(period)), period
