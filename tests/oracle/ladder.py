"""The ladder of rungs over the periods, and the early notice (model, Rank and warnings)."""
import periods
import ranking


class Past:
    """The kept results of one subject, by period; a run follows the person, whatever the unit or scheme was."""

    def __init__(self, history, subject):
        self.entries = {closed["period"]: None for closed in history}
        for closed in history:
            for kept in closed["results"]:
                if kept["subject"] == subject:
                    self.entries[closed["period"]] = kept

    def knows(self, period):
        return period in self.entries

    def standing(self, period):
        kept = self.entries[period]
        if kept is None or "rank" not in kept:
            return None
        return ranking.Standing(period, kept["unit"], int(kept["rank"]), int(kept["ranked"]), int(kept["below"]))

    def until(self, now):
        """The same past as the next period will know it."""
        later = Past([], None)
        kept = {**now._asdict(), "state": "active"}
        later.entries = {**self.entries, now.period: kept}
        return later

    def first_ranked_after_standby(self):
        """Whether the period now is the first ranked one after the last one in standby. Periods of one calendar sort
        by their names."""
        for period in sorted(self.entries, reverse=True):
            kept = self.entries[period]
            if kept is not None and kept["state"] == "standby":
                return True
            if self.standing(period) is not None:
                return False
        return False


def run(now, past, bottom, warnings):
    """The standings, newest first, of the running periods in the bottom N, from `now` back. "a period in which the
    subject was not ranked, or the unit had no bottom N, breaks the run (default) or is skipped"."""
    if not ranking.in_bottom(now, bottom, warnings):
        return []
    months, period = [now], periods.previous(now.period)
    while past.knows(period):
        standing = past.standing(period)
        if standing is not None and ranking.in_bottom(standing, bottom, warnings):
            months.append(standing)
        elif standing is not None and ranking.has_bottom(standing, bottom, warnings):
            break
        elif warnings.get("unranked", "break") == "break":
            break
        period = periods.previous(period)
    return months


def holding(now, past, warnings):
    """The rungs that hold now, mildest first: (index, months that it rests on)."""
    held = []
    for index, rung in enumerate(warnings["rungs"]):
        months = run(now, past, int(rung["bottom"]), warnings)
        needed = int(rung.get("periods", 1))
        if len(months) < needed:
            continue
        if rung.get("after") == "standby" and not past.first_ranked_after_standby():
            continue
        held.append((index, months[:needed]))
    return held


def early(now, members, past, warnings):
    """"who would reach a higher rung than now if next period puts them in the same bottom N and everybody is ranked".
    Whoever is not ranked now would stand above. The subject is ranked now, so no rung after standby can be a first
    ranked period next time. No period follows an irregular one."""
    period = periods.following(now.period)
    if period is None:
        return None
    more = members - now.ranked
    coming = now._replace(period=period, rank=now.rank + more, ranked=members)
    gravest = max((index for index, _ in holding(now, past, warnings)), default=-1)
    reached = [index for index, rung in enumerate(warnings["rungs"])
               if "after" not in rung and _would_hold(rung, run(coming, past.until(now), int(rung["bottom"]), warnings))]
    return max(reached) if reached and max(reached) > gravest else None


def _would_hold(rung, months):
    return bool(months) and len(months) >= int(rung.get("periods", 1))
