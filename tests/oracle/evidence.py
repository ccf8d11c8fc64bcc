"""What counts of what people handed in: documents without an open conflict, records that no correction replaced,
states."""
import canonical
import periods
from exact import read


def counting_forms(workbook):
    """contract: "Two different forms with one (scheme, subject, role, rater) = conflict, both kept, neither counts
    until a Decision names one". model, Workbook rules: "the same form twice is one form"."""
    return [form for _, form in _settled_forms(workbook) if form is not None]


def disputed_forms(workbook):
    """The variants of the forms in open conflict."""
    return [form for ones, chosen in _settled_forms(workbook) if chosen is None for form in ones]


def _settled_forms(workbook):
    """All forms of one rater, and the one of them that counts. model: "Two forms of one rater with the same answers and
    comments are one (the first id)"."""
    for by_digest in _variants(workbook.get("ratings", []), _form_key).values():
        ones = sorted(by_digest.values(), key=lambda form: (form["id"], int(form["revision"])))
        yield ones, _chosen_of_alike(ones, _said, workbook)


def _said(form):
    lines = [(line["criterion"], read(line["score"]) if "score" in line else None, line.get("level"),
              line.get("comment")) for line in form["scores"]]
    return sorted((line for line in lines if line[1:] != (None, None, None)), key=repr), form.get("remark")


def _chosen_of_alike(ones, said, workbook):
    """Of variants of which several may say the same: the first that says what is chosen; None while that is open."""
    alike = []
    for one in ones:
        same = next((group for group in alike if said(group[0]) == said(one)), None)
        same.append(one) if same else alike.append([one])
    if len(alike) == 1:
        return ones[0]
    digests = [{canonical.entry_digest(one) for one in group} for group in alike]
    best, found = 0, set()
    for decision in workbook.get("decisions", []):
        seen = {decision["keep"], *decision["over"]}
        kept = [at for at, group in enumerate(digests) if decision["keep"] in group]
        if kept and all(group & seen for group in digests):
            number = int(decision["sequence"])
            if number > best:
                best, found = number, set()
            if number == best:
                found |= set(kept)
    return alike[found.pop()][0] if len(found) == 1 else None


def _form_key(form):
    return form["scheme"]["id"], form["subject"], form["role"], form["rater"]


def counting_records(workbook):
    return _in_their_places(workbook, "records")[0]


def disputed_records(workbook):
    return _in_their_places(workbook, "records")[1]


def counting_indicators(workbook):
    return _in_their_places(workbook, "indicators")[0]


def disputed_indicators(workbook):
    return _in_their_places(workbook, "indicators")[1]


def _in_their_places(workbook, name):
    """The entries that count, and those that are open: the variants in open conflict, and an entry of which it hangs on
    such a conflict whether it keeps its place. model, Workbook rules: "A correction is a new record that names the old one
    and takes its place: the old one is kept and counts no more". What was decided against is no correction."""
    variants = _variants(workbook.get(name, []), _id)
    settled = {one["id"]: one for one in _settled(variants, workbook)}
    held = [[settled[key]] if key in settled else list(ones.values()) for key, ones in variants.items()]
    gone, unsure = set(), set()
    for ones in held:
        named = {one.get("replaces") for one in ones}
        (gone if len(named) == 1 else unsure).update(named - {None})
    there = [ones for ones in held if ones[0]["id"] not in gone]
    is_open = [len(ones) > 1 or ones[0]["id"] in unsure for ones in there]
    return ([ones[0] for ones, unclear in zip(there, is_open) if not unclear],
            [one for ones, unclear in zip(there, is_open) if unclear for one in ones])


def feedback(workbook):
    """The customers' forms that stand, and those that are open: the variants of one that differs, and one of which two
    checks at one time say differently whether it counts. "Its number is its identity"; a refuted form "is kept and does
    not count", by the latest check of it."""
    found = _found_by_checks(workbook)
    variants = _variants(workbook.get("feedback", []), _id)
    settled = _settled(variants, workbook)
    unsure = [form for form in settled if form["id"] in found and found[form["id"]] is None]
    counted = [form for form in settled if (found.get(form["id"]) or {}).get("state") != "refuted" and form not in unsure]
    decided = {form["id"] for form in settled}
    return counted, unsure + [form for name, ones in variants.items() if name not in decided for form in ones.values()]


def _found_by_checks(workbook):
    """By form the check that holds, of those of the highest sequence; None where two say differently whether it counts."""
    latest = {}
    for check in workbook.get("feedbackChecks", []):
        held = latest.setdefault(check["feedback"], [])
        if held and int(held[0]["sequence"]) < int(check["sequence"]):
            held.clear()
        if not held or int(held[0]["sequence"]) == int(check["sequence"]):
            held.append(check)
    return {number: _chosen_of_alike(checks, lambda check: check["state"] == "refuted", workbook)
            for number, checks in latest.items()}


def highest_revisions(documents, workbook):
    """Of complaints and plans the highest revision counts; two different ones of it are a conflict, and count when a
    decision has chosen."""
    return _settled(_highest(documents), workbook)


def disputed_revisions(documents, workbook):
    """The variants of the highest revision of which nobody has chosen one."""
    decided = {one["id"] for one in highest_revisions(documents, workbook)}
    return [one for name, ones in _highest(documents).items() if name not in decided for one in ones.values()]


def _highest(documents):
    highest = {}
    for one in documents:
        highest[one["id"]] = max(highest.get(one["id"], 0), int(one["revision"]))
    return _variants([one for one in documents if int(one["revision"]) == highest[one["id"]]], _id)


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
    latest = {}
    for state in _settled(_variants(workbook.get("states", []), _id), workbook):
        held = latest.get(state["subject"])
        if _begun(state, workbook) and (held is None or held["date"] < state["date"]):
            latest[state["subject"]] = state
    return {subject: state["state"] for subject, state in latest.items()}


def open_states(workbook):
    """Of whom two different states stand under one id, and nobody has decided."""
    variants = _variants(workbook.get("states", []), _id)
    decided = {state["id"] for state in _settled(variants, workbook)}
    return {state["subject"] for name, ones in variants.items() if name not in decided
            for state in ones.values() if _begun(state, workbook)}


def _begun(state, workbook):
    return state["date"] <= str(periods.span(workbook["period"])[1])


def is_open(workbook):
    """Whether something came in twice and differs, and nobody has decided: such a period is not closed."""
    lists = {key: workbook.get(key, []) for key in ("records", "states", "indicators", "feedback")}
    revised = {key: workbook.get(key, []) for key in ("complaints", "plans", "interviews", "reports")}
    one_of_each = (len(_settled(variants, workbook)) < len(variants) for variants in
                   [_variants(ones, _id) for ones in lists.values()] + [_highest(ones) for ones in revised.values()])
    numbers = [one["number"] for one in _one_of_each(workbook.get("complaints", []), workbook)]
    return (any(one_of_each) or bool(disputed_forms(workbook)) or len(numbers) > len(set(numbers))
            or any(one is None for one in _found_by_checks(workbook).values()))


def _one_of_each(complaints, workbook):
    """Of each the variant that counts, or some one while that is open."""
    return [_chosen(ones, workbook.get("decisions", [])) or next(iter(ones.values()))
            for ones in _highest(complaints).values()]
