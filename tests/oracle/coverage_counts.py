"""What a run of random workbooks met: a comparison that never sees a border proves nothing about borders."""
import collections
from fractions import Fraction

import canonical
from exact import read
from random_scheme import criteria


def counts(workbook, expected):
    met = collections.Counter()
    schemes = {scheme["id"]: scheme for scheme in workbook["schemes"]}
    for one in expected["results"]:
        scheme = schemes[one["scheme"]]
        met["subjects"] += 1
        met[one["status"]] += 1
        met["away"] += one["state"] in ("leave", "standby")
        met["border totals"] += _on_a_border(scheme, one)
        met["ties"] += "rank" in one and one["rank"] + one["below"] < one["ranked"]
        _count_criteria(met, scheme, one)
        _count_warnings(met, scheme, one)
        _count_what_follows(met, schemes[one["scheme"]], one)
    for unit in expected["units"]:
        met["passed over"] += bool(unit["passedOver"])
        met["undecided complaints"] += len(unit["undecided"])
        _count_quotas(met, unit.get("quotas", []))
    met["decisions"] += len(workbook.get("decisions", []))
    met["corrections"] += sum("replaces" in one for one in workbook.get("records", []) + workbook.get("indicators", []))
    met["corrections decided against"] += _decided_against(workbook)
    met["overdue steps"] += len(expected["overdue"])
    met["irregular periods"] += "~" in workbook["period"]
    return met


def _decided_against(workbook):
    """Variants that would take the place of an entry, and were decided against."""
    against = {digest for decision in workbook.get("decisions", []) for digest in decision["over"]}
    corrections = [one for one in workbook.get("records", []) + workbook.get("indicators", []) if "replaces" in one]
    return sum(canonical.entry_digest(one) in against for one in corrections)


def _on_a_border(scheme, one):
    bounds = [read(band.get("from", band.get("above", "0"))) for band in scheme.get("grades", [])[:-1]]
    return "total" in one and read(one["total"]) in bounds


def _count_criteria(met, scheme, one):
    """How often each measure and scale gave points, and each measure had no data."""
    for criterion, got in zip(criteria(scheme), (c for section in one["sections"] for c in section["criteria"])):
        measure = criterion["measure"]
        name = " ".join([measure["type"], *(measure[key] for key in ("of", "average") if key in measure)])
        if "points" in got and "raw" in got:
            met[f"measure {name}"] += 1
            met[f"scale {criterion.get('scale', {'type': 'as-is'})['type']}"] += 1
            met["bonuses"] += Fraction(got.get("bonus", "0")) != 0
            met["weighted criteria"] += "weight" in criterion
            met["n of m"] += got.get("have") != got.get("expected")
            met["gaps"] += "gap" in got
            met["raw on a knot"] += got["raw"] in _edges(criterion.get("scale", {}))
        elif "noData" in got:
            met[f"no data {name}"] += 1
            met["excluded"] += got["noData"] == "exclude"
        elif measure["type"] == "team":
            met["teams with a member in conflict"] += 1


def _edges(scale):
    return [line.get("raw", line.get("from", line.get("above"))) for line in scale.get("knots", scale.get("steps", []))]


def _count_warnings(met, scheme, one):
    rungs = {rung["id"]: rung for rung in scheme.get("warnings", {}).get("rungs", [])}
    held = [one["warning"]] + one.get("alsoHolds", []) if "warning" in one else []
    met["warnings"] += bool(held)
    met["warnings also held"] += "alsoHolds" in one
    met["warnings over months"] += any(len(warning["months"]) > 1 for warning in held)
    met["warnings across units"] += any(len({m["unit"] for m in warning["months"]}) > 1 for warning in held)
    met["warnings after standby"] += any("after" in rungs[warning["rung"]] for warning in held)
    met["early notices"] += "early" in one


def _count_what_follows(met, scheme, one):
    rules = [rule for criterion in criteria(scheme) for rule in criterion.get("critical", [])]
    sets = {rule["id"]: rule["sets"]["type"] for rule in rules}
    for hit in one.get("critical", []):
        met[f"critical {sets[hit['rule']]} {'counts' if hit['counts'] else 'holds'}"] += 1
    met["set totals that are a limit"] += any("limit" in hit for hit in one.get("critical", []))
    met["set totals without a base"] += one["status"] == "final" and "base" not in one
    met["set grades without a total"] += "grade" in one and "total" not in one
    met["consequences"] += len(one.get("consequences", []))
    met["rulings"] += sum("ruling" in follows for follows in one.get("consequences", []))
    met["pay"] += "pay" in one
    met["pay with a factor"] += bool(one.get("pay", {}).get("factors"))
    met["plans"] += len(one.get("plans", []))
    met["effects"] += sum("effect" in plan for plan in one.get("plans", []))


def _count_quotas(met, quotas):
    met["distributions"] += bool(quotas)
    met["grades widened by ties"] += sum(quota["holders"] > quota["seats"] for quota in quotas)
    met["shares without a seat"] += sum(quota["share"] > 0 and quota["seats"] == 0 for quota in quotas)
