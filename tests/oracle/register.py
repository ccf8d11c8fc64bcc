"""The complaint register: which complaints count for whom, and which of their steps are overdue (systems, S4)."""
import datetime

import evidence
import periods
from working_days import WorkingDays

ON_TIME, LATE, NOT_DUE_YET = "on time", "late", "not due yet"


class Register:
    def __init__(self, workbook):
        first, self.last = periods.span(workbook["period"])
        # "A complaint counts in the period of the day it was received"; one taken back counts no more.
        self.received, self.disputed = (
            [one for one in found(workbook.get("complaints", []), workbook) if "withdrawn" not in one
             and str(first) <= one["received"] <= str(self.last)]
            for found in (evidence.highest_revisions, evidence.disputed_revisions))
        self.working_days = WorkingDays(workbook.get("workingCalendar", {}))
        self.limits = {}
        for scheme in workbook.get("schemes", []):
            for department in scheme.get("register", {}).get("departments", []):
                self.limits.setdefault(department["id"], int(department["days"]))

    def of(self, subject):
        """"for the unit and, if named, the person held responsible …; until that is decided it counts for nobody"."""
        return [one for one in self.received if _answers_for(one, subject)]

    def is_open(self, subject, of="count"):
        """Whether a complaint in conflict feeds this of the subject: one of its variants is the subject's, or for what
        is overdue has a step of it."""
        if of == "overdue":
            return any(subject in (step["department"], step.get("owner")) for one in self.disputed
                       for step in one.get("steps", []))
        return any(_answers_for(one, subject) for one in self.disputed)

    def has(self, subject):
        """Whether there is a complaint of the subject; None while that hangs on a conflict."""
        return True if self.of(subject) else None if self.is_open(subject) else False

    def undecided(self, unit, subjects):
        """"listed beside the results of the units it names"."""
        return sorted(one["number"] for one in self.received if "responsible" not in one
                      and one.get("drafted", {}).get("unit") in {unit, *subjects})

    def overdue(self):
        """(complaint, step, due day) of every step that is late, done by now or not."""
        return [(one, step, str(self.due(step))) for one in self.received for step in one.get("steps", [])
                if self.state(step) == LATE]

    def overdue_of(self, subject):
        """A department answers for its steps and a person for those that name it as the owner."""
        return [step for _, step, _ in self.overdue() if subject in (step["department"], step.get("owner"))]

    def due(self, step):
        """The day that the step names, else so many working days after it was handed over; None: no limit."""
        if "due" in step:
            return datetime.date.fromisoformat(step["due"])
        if step["department"] not in self.limits:
            return None
        return self.working_days.after(datetime.date.fromisoformat(step["handed"]), self.limits[step["department"]])

    def state(self, step):
        """"done on the due day is on time"; a step that is not done is late when its day has gone by."""
        due = self.due(step)
        if "done" in step:
            return LATE if due is not None and step["done"] > str(due) else ON_TIME
        return LATE if due is not None and due <= self.last else NOT_DUE_YET

    def handled(self, complaint):
        """On time when every step was; not judged while a step may still be in time and none is late, or while there
        is no step at all."""
        states = [self.state(step) for step in complaint.get("steps", [])] or [NOT_DUE_YET]
        return next((one for one in (LATE, NOT_DUE_YET) if one in states), ON_TIME)


def _answers_for(complaint, subject):
    responsible = complaint.get("responsible")
    return responsible is not None and subject in (responsible["unit"], responsible.get("person"))
