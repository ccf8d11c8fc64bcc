"""S1: two months of three departments and five people; what was done in September shows in October."""
from .workbook import CALENDAR, close, complaint, following, indicators, responsibility, unit, workbook, write

SCHEME = "s1-service-quality"
TITLE = "客户服务质量考核"
CLERK = "示例统计员"
UNITS = [
    unit("departments", "部门", "departments", "示例分管领导"),
    unit("individuals", "个人", "individuals", "示例人事经理"),
]
NAMES = {
    "D01": "样例客服部", "D02": "样例销售部", "D03": "样例售后部",
    "P01": "样例戊一", "P02": "样例戊二", "P03": "样例戊三", "P04": "样例戊四", "P05": "样例戊五",
}
PEOPLE = [
    {"id": subject, "name": name, "unit": "departments" if subject[0] == "D" else "individuals", "scheme": SCHEME}
    for subject, name in NAMES.items()
]
PROGRAMME = {
    "text": "考核周期：自然月。\n对象：客服部、销售部、售后部及其受理人员。\n内容：客户满意度、申诉处理、投诉率、留存率、重复购买率，权重和计分线见方案。\n"
    "数据：满意度取自月度回访，投诉取自客诉登记簿，其余取自业务系统，次月8日前汇总。\n考核数据不得泄露、篡改或违规利用。",
    "agreed": [
        {"department": "样例客服部", "author": "示例客服经理", "date": "2026-08-27"},
        {"department": "样例销售部", "author": "示例销售经理", "date": "2026-08-27"},
        {"department": "样例售后部", "author": "示例售后经理", "date": "2026-08-28"},
    ],
}
COLUMNS = ["satisfaction", "volume", "retention", "repurchase"]
VALUES = {
    "2026-09": {
        "D01": "88 400 82 28", "D02": "81 500 74 32", "D03": "95 300 90 38",
        "P01": "95 120 86 24", "P02": "77.5 100 70 20", "P03": "74 150 66 24", "P04": "84.5 200 78 36", "P05": "91.5 90 88 32",
    },
    "2026-10": {
        "D01": "91.5 420 84 30", "D02": "84.5 500 78 34", "D03": "93.25 310 88 36",
        "P01": "95 125 88 26", "P02": "84.5 110 74 24", "P03": "81 160 70 28", "P04": "88 200 82 38", "P05": "88 95 86",
    },
}
COMPLAINTS = {
    "2026-09": [
        complaint("2026-09-0001", "09-03", "business 09-03 09-04, quality 09-04 09-08, production-control 09-08 09-09", "D01/P01 09-09", severity="minor"),
        complaint("2026-09-0002", "09-07", "business 09-07 09-08, quality 09-08 09-11, production-control 09-11 09-14", "D02/P03 09-14"),
        complaint("2026-09-0003", "09-10", "business 09-10 09-14, production-control 09-14 09-15", "D01/P02 09-15"),
        complaint("2026-09-0004", "09-14", "business 09-14 09-15, quality 09-15 09-21", "D02/P03 09-22"),
        complaint("2026-09-0005", "09-16", "business 09-16 09-17, quality 09-17 09-21", "D02/P04 09-22"),
        complaint("2026-09-0006", "09-21", "business 09-21 09-22, quality 09-22 09-28", "D02/P03 09-29", severity="serious"),
        complaint("2026-09-0007", "09-28", "business 09-28 09-29, quality 09-29 -", "D02 09-30"),
    ],
    "2026-10": [
        complaint("2026-10-0001", "10-09", "business 10-09 10-10, quality 10-10 10-13", "D01/P02 10-14", severity="minor"),
        complaint("2026-10-0002", "10-12", "business 10-12 10-13, quality 10-13 10-16", "D02/P03 10-19"),
        complaint("2026-10-0003", "10-14", "business 10-14 10-15, quality 10-15 10-22", "D02/P03 10-23"),
        complaint("2026-10-0004", "10-19", "business 10-19 10-20, quality 10-20 10-22", "D02/P04 10-23"),
        complaint(
            "2026-10-0005", "10-27", "business 10-27 10-28, quality 10-28 -",
            drafted=responsibility("D02/P03 10-29", "示例质量经理"),
        ),
    ],
}
MENDED = {
    "id": "plan-satisfaction", "revision": 1, "subject": "D01", "author": "示例客服经理", "date": "2026-09-18", "prompted": "2026-09",
    "criterion": "satisfaction", "problem": "九月前三周回访：客户等待回电时间过长", "measure": "来电两小时内回电，班长每日抽查十单",
    "owner": "示例客服班长", "due": "2026-09-30",
}
BEGUN = {
    "id": "plan-complaints", "revision": 1, "subject": "P03", "author": "示例销售经理", "date": "2026-10-12", "prompted": "2026-09",
    "criterion": "complaint-rate", "problem": "九月三件投诉都因交货期说明不清", "measure": "报价单上写明交货期并由客户签字",
    "owner": "示例销售经理", "due": "2026-10-31",
}
PLANS = {
    "2026-09": [MENDED, {**MENDED, "revision": 2, "date": "2026-09-29", "state": "done", "done": "2026-09-29"}],
    "2026-10": [BEGUN, {**BEGUN, "revision": 2, "date": "2026-10-21", "state": "done", "done": "2026-10-21"}],
}


def month_of(start, month):
    """A month's workbook: what the month before handed on, and what was written down in the month."""
    lines = {subject: dict(zip(COLUMNS, line.split(" "))) for subject, line in VALUES[month].items()}
    entered = indicators(month, f"{month[5:]}-28", CLERK, lines)
    if month == "2026-09":
        wrong = next(entry for entry in entered if entry["subject"] == "D02" and entry["indicator"] == "satisfaction")
        right = {**wrong, "id": f"{wrong['id']}-2", "replaces": wrong["id"], "note": "录入时颠倒数字，更正"}
        wrong["value"] = "18"
        entered.append(right)
    # What September left open was settled in October; it stays a complaint of September.
    settled = [
        {**old, "revision": 2, "steps": [{**step, "done": step.get("done", "2026-10-09")} for step in old["steps"]]}
        for old in start.get("complaints", [])
    ]
    return {
        **start, "title": f"{TITLE} {month}（虚构样例）", "indicators": entered,
        "complaints": start.get("complaints", []) + settled + COMPLAINTS[month], "plans": start.get("plans", []) + PLANS[month],
    }


def reports():
    found = {
        "D01": ("一件投诉逾期答复；回访中等待回电的意见集中", "两小时内回电（已实施）；业务步骤到期前一日提醒"),
        "D02": ("投诉五件，多为交货期说明不清；质量步骤一件逾期", "报价写明交货期；请质量管理部到期前一日反馈进度"),
        "D03": ("没有投诉；个别客户反映预约时间不便", "保持；试行周六预约"),
    }
    return [
        {
            "id": f"report-2026-09-{subject}", "revision": 1, "subject": subject, "author": "示例绩效管理岗", "date": "2026-10-12",
            "problems": problems, "direction": direction, "told": "2026-10-14",
        }
        for subject, (problems, direction) in found.items()
    ]


def rulings():
    given = [
        ("D03", "reward", "confirm", "总分第一，全月无投诉，通报表扬"),
        ("P02", "downgrade", "overrule", "入职第二个月，先安排业务培训，十月复核"),
        ("P03", "penalty", "confirm", "三件投诉同一原因，书面提醒；不影响基本工资"),
    ]
    return [
        {
            "id": f"ruling-2026-09-{subject}", "sequence": 1, "subject": subject, "consequence": consequence, "answer": answer,
            "author": "示例总经理", "date": "2026-10-15", "reason": reason,
        }
        for subject, consequence, answer, reason in given
    ]


def make():
    september = workbook("s1-sample", "2026-09", TITLE, [SCHEME], units=UNITS, people=PEOPLE, programme=PROGRAMME, workingCalendar=CALENDAR)
    closed = close(month_of(september, "2026-09"), "示例绩效管理岗", "2026-10-08")
    # Reports and rulings follow the closing: they are no part of what the totals were computed from.
    write("s1/2026-09.json", {**closed, "reports": reports(), "rulings": rulings()})
    write("s1/2026-10.json", month_of(following(closed), "2026-10"))
