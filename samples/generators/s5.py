"""S5: one month of five service technicians: indicators, attainment with a bonus, customers' scores, the supervision unit's findings."""
from .workbook import day, indicators, rating, unit, workbook, write

MONTH = "2026-10"
SCHEME = "s5-after-sales"
NAMES = {"E01": "样例癸一", "E02": "样例癸二", "E03": "样例癸三", "E04": "样例癸四", "E05": "样例癸五"}
COLUMNS = ["satisfaction", "resolution", "timeliness", "orders", "survey"]
VALUES = {
    "E01": ["91.5", "95.2", "92.4", "132 of 120", "88"],
    "E02": ["84.5", "89.6", "91", "150 of 120", "81"],
    "E03": ["77.5", "84", "84", "90 of 120", "74"],
    "E04": ["95", "98", "98", "118 of 120", "93.25"],
    "E05": ["88", "95.2", "89.6", "101", "84.5"],  # no target yet
}
FEEDBACK = {"E01": "54545", "E02": "4435", "E03": "3435", "E04": "554", "E05": "44"}
REFUTED = "E03-4"
CARE = {"E01": "9", "E02": "8", "E03": "7.5", "E04": "9.5", "E05": "8.5"}
FINDINGS = [
    ("E01", "10-14", "抽查：服务单未请客户签字"),
    ("E03", "10-16", "抽查：配件领用未登记"),
    ("E03", "10-23", "电话核实：未按约定时间回访"),
]


def make():
    lines = {subject: dict(zip(COLUMNS, values)) for subject, values in VALUES.items()}
    feedback = [
        {
            "id": f"{subject}-{n}", "subject": subject, "date": f"{MONTH}-{9 + n * 3:02}", "customer": f"样例客户{subject}-{n}",
            "scores": [{"question": "score", "score": score}],
        }
        for subject, scores in FEEDBACK.items()
        for n, score in enumerate(scores, 1)
    ]
    records = [
        {"id": f"finding-{n}", "subject": subject, "criterion": "audit", "date": day(date), "author": "示例监督员", "reason": reason}
        for n, (subject, date, reason) in enumerate(FINDINGS, 1)
    ]
    write("s5/2026-10.json", workbook(
        "s5-sample", MONTH, "售后服务考核", [SCHEME], units=[unit("after-sales", "售后服务部", "after-sales department", "示例售后经理")],
        people=[{"id": "M51", "name": "示例售后主管"}] + [{"id": each, "name": name, "unit": "after-sales", "scheme": SCHEME} for each, name in NAMES.items()],
        assignments=[{"subject": subject, "role": "superior", "rater": "M51"} for subject in NAMES],
        ratings=[rating(SCHEME, MONTH, subject, "superior", "M51", "10-28", {"care": score}) for subject, score in CARE.items()],
        indicators=indicators(MONTH, "10-30", "示例统计员", lines), feedback=feedback, records=records,
        feedbackChecks=[{
            "id": "check-1", "sequence": 1, "feedback": REFUTED, "state": "refuted", "author": "示例监督员", "date": "2026-10-26",
            "note": "客户称当日无人上门，评分不是本人所填",
        }],
    ))
