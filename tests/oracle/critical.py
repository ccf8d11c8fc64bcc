"""一票否决: outcomes that set the grade, the total or the section's points, and never raise what was earned."""
from typing import NamedTuple

import measure_rating
import measure_records
from exact import read


class Hit(NamedTuple):
    """A rule whose outcome holds."""
    rule: dict
    criterion: str
    section: str

    def sets(self, what):
        return self.rule["sets"]["type"] == what


def holding(scheme, by_id, own):
    """Every rule that holds, in the scheme's order; "it holds also while the total is provisional"."""
    return [Hit(rule, one["id"], section["id"])
            for section in scheme["sections"] for one in section["criteria"] for rule in one.get("critical", [])
            if not rule.get("off", False) and _holds(rule["when"], one, scheme.get("roles", []), by_id[one["id"]], own)]


def _holds(outcome, criterion, roles, score, own):
    """"a stated outcome (a level, a record of a kind, a value below a limit)"; the limit itself is none."""
    if outcome["type"] == "kind":
        return any(record.get("kind") == outcome["kind"] for record in measure_records.counting(criterion, own))
    if outcome["type"] == "level":
        asked = [role for role in measure_rating.asked_roles(criterion, roles) if read(role["weight"]) > 0]
        return any(line.get("level") == outcome["level"]
                   for role in asked for line in measure_rating.entries(criterion, role, own.forms))
    raw = score.raw.value
    if raw is None:
        return False
    limit = read(outcome["limit"])
    return raw < limit if outcome["type"] == "below" else raw > limit


def section_limit(hits, section):
    return min((read(hit.rule["sets"]["points"]) for hit in hits if hit.sets("section") and hit.section == section),
               default=None)


def total_limit(hits):
    return min((read(hit.rule["sets"]["total"]) for hit in hits if hit.sets("total")), default=None)


def worst_grade(scheme, hits, earned):
    """"the worst one wins"; also of the one that was earned, which may be none."""
    order = [band["id"] for band in scheme.get("grades", [])]
    named = [hit.rule["sets"]["grade"] for hit in hits if hit.sets("grade")] + ([] if earned is None else [earned])
    return max(named, key=order.index, default=None)


def counts(hit, score, grade, earned_grade):
    """"the result says which did it": what is published is what the rule set, and was not earned anyhow."""
    if hit.sets("grade"):
        return grade == hit.rule["sets"]["grade"] != earned_grade
    if hit.sets("total"):
        return score.total == read(hit.rule["sets"]["total"]) != score.earned_total
    section = score.sections.get(hit.section)
    return section is not None and section.points == read(hit.rule["sets"]["points"]) != section.earned
