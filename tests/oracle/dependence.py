"""In which order schemes are appraised: "The members are appraised first, on their own scheme"."""
import ranking


def order(schemes):
    """The groups of schemes that are ranked together, each after those that its team measures name."""
    group_of = ranking.groups(schemes)
    needs = {group: set() for group in group_of.values()}
    for scheme in schemes:
        needs[group_of[scheme["id"]]].update(group_of[one] for one in _named(scheme) if one in group_of)
    ordered = []
    while len(ordered) < len(needs):
        ready = [group for group in needs if group not in ordered and needs[group] <= set(ordered)]
        if not ready:
            raise ValueError("a cycle between schemes: " + ", ".join(sorted(min(one) for one in needs)))
        ordered += sorted(ready, key=min)
    return ordered


def _named(scheme):
    return [other for section in scheme["sections"] for one in section["criteria"]
            if one["measure"]["type"] == "team" for other in one["measure"]["schemes"]]
