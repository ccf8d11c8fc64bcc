"""What counts of what people handed in: forms without an open conflict, records that no correction replaced, states."""
import canonical


def counting_forms(workbook):
    """contract: "Two different forms with one (scheme, subject, role, rater) = conflict, both kept, neither counts
    until a Decision names one". model, Workbook rules: "the same form twice is one form"."""
    variants = {}
    for form in workbook.get("ratings", []):
        key = (form["scheme"]["id"], form["subject"], form["role"], form["rater"])
        variants.setdefault(key, {})[canonical.rating_digest(form)] = form
    return _settled(variants, workbook)


def counting_records(workbook):
    """model, Workbook rules: "A correction is a new record that names the old one and takes its place: the old one is
    kept and counts no more"."""
    standing = _settled(_record_variants(workbook), workbook)
    replaced = {record["replaces"] for record in standing if "replaces" in record}
    return [record for record in standing if record["id"] not in replaced]


def disputed_records(workbook):
    """The variants of the records in open conflict, but for those that a correction replaced: none of them counts, and
    what they feed waits ("A missing input is never silently zero")."""
    variants = _record_variants(workbook)
    settled = _settled(variants, workbook)
    closed = {record["id"] for record in settled} | {record.get("replaces") for record in settled}
    return [record for name, by_digest in variants.items() if name not in closed for record in by_digest.values()]


def _record_variants(workbook):
    variants = {}
    for record in workbook.get("records", []):
        variants.setdefault(record["id"], {})[canonical.record_digest(record)] = record
    return variants


def _settled(variants, workbook):
    chosen = (_chosen(by_digest, workbook.get("decisions", [])) for by_digest in variants.values())
    return [document for document in chosen if document is not None]


def _chosen(by_digest, decisions):
    """The only variant; else the one kept by the latest decision that has seen every variant; else none."""
    if len(by_digest) == 1:
        return next(iter(by_digest.values()))
    seen_all = [d for d in decisions if d["keep"] in by_digest and set(by_digest) <= {d["keep"], *d["over"]}]
    if not seen_all:
        return None
    return by_digest[max(seen_all, key=lambda d: int(d["sequence"]))["keep"]]


def states(workbook):
    """contract: latest date wins, none = active."""
    latest = {}
    for state in workbook.get("states", []):
        held = latest.get(state["subject"])
        if held is None or held["date"] < state["date"]:
            latest[state["subject"]] = state
    return {subject: state["state"] for subject, state in latest.items()}
