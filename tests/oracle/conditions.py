"""When something follows: "Rules over grade, total, rank, warnings, states and critical events"."""
from fractions import Fraction
from typing import NamedTuple, Optional

from exact import read


class Facts(NamedTuple):
    """What a result says, as far as it says it."""
    total: Optional[Fraction]
    grade: Optional[str]
    rank: Optional[int]
    rung: Optional[str]
    state: Optional[str]  # None: open, so that nothing holds of it
    critical: set


def hold(when, facts):
    """Everything that is named must hold; of a list, one entry. What is absent holds for nobody."""
    total = facts.total
    return all((
        "grades" not in when or facts.grade in when["grades"],
        "from" not in when or total is not None and total >= read(when["from"]),
        "below" not in when or total is not None and total < read(when["below"]),
        "rankTo" not in when or facts.rank is not None and facts.rank <= int(when["rankTo"]),
        "rungs" not in when or facts.rung in when["rungs"],
        "states" not in when or facts.state in when["states"],
        "critical" not in when or bool(facts.critical & set(when["critical"]))))
