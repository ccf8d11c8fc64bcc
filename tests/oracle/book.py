"""A workbook as its subjects are scored from it: what counts, by subject; what is published grows, scheme by scheme."""
from typing import NamedTuple, Optional

import evidence
from register import Register


class Published(NamedTuple):
    """What a result shows, and what those who depend on it read."""
    total: Optional[object] = None
    grade: Optional[str] = None
    is_open: bool = False  # something that it rests on is in conflict


class Book:
    def __init__(self, workbook):
        self.workbook = workbook
        self.period = workbook["period"]
        self.people = {person["id"]: person for person in workbook.get("people", [])}
        self.states = evidence.states(workbook)
        self.open_states = evidence.open_states(workbook)
        self.register = Register(workbook)
        self.published = {}
        self._forms = _by_subject(evidence.counting_forms(workbook))
        self._disputed_forms = _by_subject(evidence.disputed_forms(workbook))
        self._records = _by_subject(evidence.counting_records(workbook))
        self._disputed = _by_subject(evidence.disputed_records(workbook))
        feedback, disputed_feedback = evidence.feedback(workbook)
        self._feedback, self._disputed_feedback = _by_subject(feedback), _by_subject(disputed_feedback)
        self._indicators = _by_subject(evidence.counting_indicators(workbook))
        self._disputed_indicators = _by_subject(evidence.disputed_indicators(workbook))

    def state(self, subject):
        return self.states.get(subject, "active")

    def of(self, subject):
        return Own(self, subject, *(one.get(subject, []) for one in (
            self._forms, self._records, self._disputed, self._feedback, self._disputed_feedback, self._indicators,
            self._disputed_forms, self._disputed_indicators)))


class Own(NamedTuple):
    """What a book holds of one subject: the documents that count, and the variants of those in open conflict."""
    book: Book
    subject: str
    forms: list
    records: list
    disputed_records: list
    feedback: list
    disputed_feedback: list
    indicators: list
    disputed_forms: list = ()
    disputed_indicators: list = ()


def _by_subject(documents):
    found = {}
    for document in documents:
        found.setdefault(document["subject"], []).append(document)
    return found
