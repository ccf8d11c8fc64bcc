"""Forms of 客户服务代表绩效评估表, of which every sample gives one score to the nine criteria of 10 and half of it to the two of 5."""
from .workbook import rating

SCHEME = "s9-csr-form"
TENS = ["goal", "efficiency", "quality", "progress", "persuasion", "expression", "operation", "learning", "attendance"]
FIVES = ["responsibility", "initiative"]


def half(score):
    """Half of a score of at most one place, in digits."""
    tenths = round(float(score) * 10) * 5
    return f"{tenths // 100}.{tenths % 100:02}".rstrip("0").rstrip(".")


def form(period, subject, role, rater, score, without=(), **other):
    scores = {criterion: score for criterion in TENS if criterion not in without} | {criterion: half(score) for criterion in FIVES}
    return rating(SCHEME, period, subject, role, rater, f"{period[5:]}-27", scores, **other)


def column(period, teams, columns, leaders, without=()):
    """Who was asked for which form, and the forms that came in. Columns by subject: self, peers, superior; None is not handed in.
    The peers are the subject's mates in the order of their numbers. `without`: pairs of subject and criterion that the superior left out."""
    asked, forms = [], []
    for subject, (own, peers, superior) in columns.items():
        mates = [other for other in columns if teams[other] == teams[subject] and other != subject]
        lines = [("self", subject, own), *(("peer", mate, score) for mate, score in zip(mates, peers))]
        for role, rater, score in [*lines, ("superior", leaders[teams[subject]], superior)]:
            asked.append({"subject": subject, "role": role, "rater": rater})
            left_out = [criterion for whose, criterion in without if whose == subject and role == "superior"]
            if score is not None:
                forms.append(form(period, subject, role, rater, score, left_out))
    return asked, forms
