"""What counts of what people handed in: documents without an open conflict, records that no correction replaced,
states."""
import canonical
import periods


def counting_forms(workbook):
    """contract: "Two different forms with one (scheme, subject, role, rater) = conflict, both kept, neither counts
    until a Decision names one". model, Workbook rules: "the same form twice is one form"."""
    return _settled(_variants(workbook.get("ratings", []), _form_key), workbook)


def disputed_forms(workbook):
    """The variants of the forms in open conflict."""
    variants = _variants(workbook.get("ratings", []), _form_key)
    settled = {_form_key(form) for form in _settled(variants, workbook)}
    return [form for key, ones in variants.items() if key not in settled for form in ones.values()]


def _form_key(form):
    return form["scheme"]["id"], form["subject"], form["role"], form["rater"]


def counting_records(workbook):
    """model, Workbook rules: "A correction is a new record that names the old one and takes its place: the old one is
    kept and counts no more"."""
    standing = _settled(_variants(workbook.get("records", []), _id), workbook)
    replaced = {record["replaces"] for record in standing if "replaces" in record}
    return [record for record in standing if record["id"] not in replaced]


def disputed_records(workbook):
    """The variants of the records in open conflict, but for those that a correction replaced: none of them counts, and
    what they feed waits ("A missing input is never silently zero")."""
    variants = _variants(workbook.get("records", []), _id)
    settled = _settled(variants, workbook)
    closed = {record["id"] for record in settled} | {record.get("replaces") for record in settled}
    return [record for name, by_digest in variants.items() if name not in closed for record in by_digest.values()]


def feedback(workbook):
    """The customers' forms that stand, and the variants of those in open conflict. "Its number is its identity"; a
    refuted form "is kept and does not count", by the latest check of it."""
    latest = {}
    for check in workbook.get("feedbackChecks", []):
        held = latest.get(check["feedback"])
        if held is None or int(held["sequence"]) < int(check["sequence"]):
            latest[check["feedback"]] = check
    variants = _variants(workbook.get("feedback", []), _id)
    settled = _settled(variants, workbook)
    counted = [form for form in settled if latest.get(form["id"], {}).get("state") != "refuted"]
    decided = {form["id"] for form in settled}
    return counted, [form for name, ones in variants.items() if name not in decided for form in ones.values()]


def highest_revisions(documents, workbook):
    """Of complaints and plans the highest revision counts; two different ones of it are a conflict, and count when a
    decision has chosen."""
    highest = {}
    for one in documents:
        highest[one["id"]] = max(highest.get(one["id"], 0), int(one["revision"]))
    return _settled(_variants([one for one in documents if int(one["revision"]) == highest[one["id"]]], _id), workbook)


def _id(document):
    return document["id"]


def _variants(documents, key):
    variants = {}
    for document in documents:
        variants.setdefault(key(document), {})[canonical.entry_digest(document)] = document
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
    """contract: latest date wins, none = active. One that begins after the period is of the next."""
    latest, last = {}, str(periods.span(workbook["period"])[1])
    begun = [state for state in workbook.get("states", []) if state["date"] <= last]
    for state in begun:
        held = latest.get(state["subject"])
        if held is None or held["date"] < state["date"]:
            latest[state["subject"]] = state
    return {subject: state["state"] for subject, state in latest.items()}
