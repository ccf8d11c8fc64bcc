"""feedback: "the mean over the period's forms that count" of what they answer to one question."""
import periods
from exact import read
from raw import CONFLICT, NO_DATA, Raw, mean


def raw(measure, own):
    if _answers(measure, own, own.disputed_feedback):
        return CONFLICT
    answers = _answers(measure, own, own.feedback)
    return Raw(mean(answers)) if answers else NO_DATA


def _answers(measure, own, forms):
    first, last = periods.span(own.book.period)
    return [read(line["score"]) for form in forms if str(first) <= form["date"] <= str(last)
            for line in form["scores"] if line["question"] == measure["question"] and "score" in line]
