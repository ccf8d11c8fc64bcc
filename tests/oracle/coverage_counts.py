"""What a run of random workbooks met: a comparison that never sees a border proves nothing about borders."""
import collections

from exact import read


def counts(workbook, expected):
    met = collections.Counter()
    schemes = {scheme["id"]: scheme for scheme in workbook["schemes"]}
    for one in expected["results"]:
        met["subjects"] += 1
        met[one["status"]] += 1
        met["away"] += one["state"] in ("leave", "standby")
        met["border totals"] += _on_a_border(schemes[one["scheme"]], one)
        met["excluded"] += any(c.get("noData") == "exclude" for s in one["sections"] for c in s["criteria"])
        met["ties"] += "rank" in one and one["rank"] + one["below"] < one["ranked"]
        _count_warnings(met, schemes[one["scheme"]], one)
    met["passed over"] += sum(bool(unit["passedOver"]) for unit in expected["units"])
    met["decisions"] += len(workbook.get("decisions", []))
    met["corrections"] += sum("replaces" in record for record in workbook.get("records", []))
    return met


def _on_a_border(scheme, one):
    bounds = [read(band.get("from", band.get("above", "0"))) for band in scheme.get("grades", [])[:-1]]
    return "total" in one and read(one["total"]) in bounds


def _count_warnings(met, scheme, one):
    rungs = {rung["id"]: rung for rung in scheme.get("warnings", {}).get("rungs", [])}
    held = [one["warning"]] + one.get("alsoHolds", []) if "warning" in one else []
    met["warnings"] += bool(held)
    met["warnings also held"] += "alsoHolds" in one
    met["warnings over months"] += any(len(warning["months"]) > 1 for warning in held)
    met["warnings across units"] += any(len({m["unit"] for m in warning["months"]}) > 1 for warning in held)
    met["warnings after standby"] += any("after" in rungs[warning["rung"]] for warning in held)
    met["early notices"] += "early" in one
