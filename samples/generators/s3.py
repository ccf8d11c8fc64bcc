"""S3: one month of three repair groups: what customers answered by several channels, complaints by severity, findings."""
from .workbook import complaint, day, responsibility, unit, workbook, write

MONTH = "2026-10"
SCHEME = "s3-after-sales-supervision"
CHECKER = "示例监察员"
NAMES = {"W01": "样例维修一组", "W02": "样例维修二组", "W03": "样例维修三组"}
QUESTIONS = ["timeliness", "quality", "attitude"]
SERVICES = ["空调上门维修", "洗衣机更换排水泵", "热水器检修", "冰箱更换温控器", "电视机主板维修"]
# Subject → channel, and what was answered to timeliness, quality and attitude; "-": nothing.
FORMS = {
    "W01": ["form 5 5 5", "form 4 5 5", "call-back 5 4 5", "visit 4 4 4", "suggestion-box 4 5 5", "form 5 5 5"],
    "W02": ["form 4 4 4", "form 3 4 4", "visit 4 5 5", "call-back 5 4 4"],
    "W03": ["form 3 3 4", "forum 2 3 3", "form 4 4 3", "call-back 3 - -"],
}
CHECKS = [
    ("W01-1", 1, "verified", "10-20", "客户确认本人填写"),
    ("W01-6", 1, "refuted", "10-21", "客户称没有填过这张表，当日也没有报修"),
    ("W02-1", 1, "verified", "10-21", "客户确认"),
    ("W03-1", 1, "refuted", "10-21", "按单号查无此次服务"),
    ("W03-1", 2, "verified", "10-23", "单号抄错一位，更正后回访，客户确认"),
    ("W03-2", 1, "verified", "10-26", "座谈会签到表有本人签名，客户确认"),
]
FINDINGS = [
    ("W01", "10-13", "-1", "undercover", "啄木鸟报修：上门前未按约定提前一小时联系"),
    ("W01", "10-22", "-0.5", "visit", "拜访客户：维修后未清理现场"),
    ("W02", "10-16", "-2", "suggestion-box", "建议表格：两次改约没有说明原因，核实属实"),
    ("W03", "10-19", "-2", "forum", "座谈会：收费未出示价目表，核实属实"),
    ("W03", "10-27", "-1", "undercover", "啄木鸟报修：未带工牌"),
]
COMPLAINTS = [
    complaint("2026-10-0001", "10-12", "business 10-12 10-13", "W02 10-14", severity="minor", demand="说明改约原因"),
    complaint("2026-10-0002", "10-20", "business 10-20 10-21, quality 10-21 10-23", "W02 10-26", demand="重新维修"),
    complaint("2026-10-0003", "10-14", "business 10-14 10-15, quality 10-15 10-19", "W03 10-20", severity="serious", kind="quality", demand="更换并赔偿"),
    complaint("2026-10-0004", "10-19", "business 10-19 10-20", "W03 10-22", demand="退还多收的费用"),
    complaint("2026-10-0005", "10-22", "business 10-22 10-23, quality 10-23 10-27", "W03 10-28", demand="重新维修"),
    complaint(
        "2026-10-0006", "10-23", "business 10-23 10-26", severity="serious", demand="赔偿",
        withdrawn={"author": "示例登记员", "date": "2026-10-26", "reason": "客户打错电话，不是本公司产品"},
    ),
    complaint(
        "2026-10-0007", "10-28", "business 10-28 10-29, quality 10-29 -", demand="说明故障原因",
        drafted=responsibility("W03 10-30", "示例质量经理"),
    ),
]


def feedback():
    entries = []
    for subject, lines in FORMS.items():
        for n, line in enumerate(lines, 1):
            channel, *answers = line.split(" ")
            entries.append({
                "id": f"{subject}-{n}", "subject": subject, "date": f"{MONTH}-{8 + n * 3:02}", "channel": channel,
                "customer": f"样例客户{subject}-{n}", "service": SERVICES[n % len(SERVICES)],
                "scores": [{"question": question, "score": score} for question, score in zip(QUESTIONS, answers) if score != "-"],
            })
    return entries


def make():
    checks = [
        {"id": f"check-{form}-{sequence}", "sequence": sequence, "feedback": form, "state": state, "author": CHECKER, "date": day(date), "note": note}
        for form, sequence, state, date, note in CHECKS
    ]
    records = [
        {
            "id": f"record-{n}", "subject": subject, "criterion": "findings", "date": day(date), "author": CHECKER, "points": points,
            "channel": channel, "reason": reason,
        }
        for n, (subject, date, points, channel, reason) in enumerate(FINDINGS, 1)
    ]
    write("s3/2026-10.json", workbook(
        "s3-sample", MONTH, "售后服务的监督和考核", [SCHEME], units=[unit("repair", "售后维修", "repair groups", "示例售后经理")],
        people=[{"id": subject, "name": name, "unit": "repair", "scheme": SCHEME} for subject, name in NAMES.items()],
        feedback=feedback(), feedbackChecks=checks, records=records, complaints=COMPLAINTS,
    ))
