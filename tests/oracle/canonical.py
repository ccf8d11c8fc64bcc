"""Documents as text: canonical JSON (RFC 8785) and its digest, and reading without a float in sight."""
import hashlib
import json


def load(text):
    """Parses a document; every number token stays the string of its own digits (model, Numbers)."""
    return json.loads(text, parse_float=str, parse_int=str, parse_constant=_refuse)


def _refuse(token):
    raise ValueError(f"not a number of the grammar: {token}")


def digest(document):
    """contract: "sha256:<64 hex>" over canonical JSON. Keys are ASCII here, so code points sort as RFC 8785 asks."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(text.encode("utf-8")).hexdigest()


def entry_digest(document):
    """The digest that a decision names: figures are decimal strings, the revision is the one whole number."""
    return digest(dict(document, revision=int(document["revision"])) if "revision" in document else document)


def closing_digest(closed):
    """A closed period's digest covers everything but itself."""
    return digest({key: value for key, value in closed.items() if key != "digest"})
