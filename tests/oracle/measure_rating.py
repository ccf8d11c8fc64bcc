"""rating: per role one value over its raters, across roles weighted; levels are turned into points form by form."""
from fractions import Fraction

from bounds import full_points
from exact import read
from raw import CONFLICT, NO_DATA, WAITS, Raw, mean

ZERO = Fraction(0)


def raw(criterion, roles, forms, disputed=()):
    """model, Measures: "across roles: weighted by the scheme's role weights". `disputed`: variants of forms in open
    conflict; "open is not missing": they make what they feed wait, "whatever else is there or set", but for "a role of
    weight 0"."""
    asked = asked_roles(criterion, roles)
    scores = {role["id"]: _scores(criterion, role, forms) for role in asked}
    kind = criterion["measure"].get("average", "mean")
    # "A role is present with at least its minimum of raters (default 1)"
    values = {role["id"]: average(scores[role["id"]], kind) if len(scores[role["id"]]) >= int(role.get("atLeast", 1))
              else None for role in asked}
    weighted = [(role, read(role["weight"])) for role in asked if read(role["weight"]) > 0]
    if any(form["role"] == role["id"] for form in disputed for role, _ in weighted):
        return CONFLICT
    # "When every weighted role is missing the criterion has no data and its own setting decides."
    if all(values[role["id"]] is None for role, _ in weighted):
        return NO_DATA
    total = weights = ZERO
    for role, weight in weighted:
        value = values[role["id"]]
        missing = role.get("missing", "wait")
        if value is None and missing == "wait":
            return WAITS
        if value is None and missing == "share":
            continue
        if value is None:
            value = full_points(criterion) if missing == "full" else ZERO
        total, weights = total + weight * value, weights + weight
    value = total / weights  # "a score divides once by their sum"
    # systems, S6: "The self-evaluation is shown beside, with the gaps, and weighs 0"; one rater is enough to show it
    return Raw(value, gaps={role["id"]: average(scores[role["id"]], kind) - value for role in asked
                            if read(role["weight"]) == 0 and scores[role["id"]]})


def asked_roles(criterion, roles):
    asked = criterion["measure"].get("roles")
    return [role for role in roles if asked is None or role["id"] in asked]


def entries(criterion, role, forms):
    """The lines about this criterion in the forms of a role."""
    return [entry for form in forms if form["role"] == role["id"]
            for entry in form["scores"] if entry["criterion"] == criterion["id"]]


def _scores(criterion, role, forms):
    points = _points_of_levels(criterion)
    return [points[line["level"]] if "level" in line else read(line["score"])
            for line in entries(criterion, role, forms) if "level" in line or "score" in line]


def _points_of_levels(criterion):
    """model, Scales: "named levels … turned into points form by form, before any mean"."""
    scale = criterion.get("scale", {})
    return {level["id"]: read(level["points"]) for level in scale.get("levels", [])}


def average(values, kind):
    """"the mean (or median, of an even number the mean of the middle two; or the mean without one highest and one
    lowest score, the plain mean below three …)"."""
    ordered, count = sorted(values), len(values)
    if kind == "median":
        return mean(ordered[(count - 1) // 2:count // 2 + 1])
    if kind == "trimmed" and count >= 3:
        return mean(ordered[1:-1])
    return mean(ordered)
