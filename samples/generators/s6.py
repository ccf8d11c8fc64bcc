"""S6: six vendors in 2026: the yearly appraisal and two of projects, each closed, and the overall score that takes them in."""
from .workbook import close, complaint, indicators, kaohe, opened, rating, unit, workbook, write

REGULAR, IRREGULAR, OVERALL = "s6-vendor-regular", "s6-vendor-irregular", "s6-vendor-overall"
SPRING, BRANCHES = "2026~春季推广", "2026~网点改造"
NAMES = {
    "V1": "样例服务商甲", "V2": "样例服务商乙", "V3": "样例服务商丙", "V4": "样例服务商丁", "V5": "样例服务商戊", "V6": "样例服务商己",
}
UNITS = [unit("vendors", "服务商", "vendors", "示例采购经理")]
RATED = ["development", "markets", "contract", "maintenance"]
# Vendor → answers of the survey (efficiency, attitude), sales, market share, the appraiser's four scores, the vendor's own.
YEAR = {
    "V1": ("55454 55554", "1050 of 1000", "24 of 25", "90 94 96 95", "95 96 98 90"),
    "V2": ("44444 44544", "900 of 1000", "18 of 20", "80 76 86 84", "85 80 90 90"),
    "V3": ("45454 44454", "800 of 1000", "15 of 20", "70 72 80 78", "75 72 88 80"),
    "V4": ("34343 43443", "600 of 1000", "12 of 20", "60 55 70 66", None),
    "V5": ("23323 33333", "500 of 1000", "8 of 20", "50 40 55 50", "80 75 90 85"),
}
PROJECTS = {
    SPRING: {
        "V1": ("55 54", "200 of 200", None, "88 92 96 90", "90 92 98 92"),
        "V2": ("44 44", "150 of 200", None, "74 70 84 81", "80 75 88 85"),
        "V3": ("54 54", "160 of 200", None, "70 74 84 80", None),
        "V6": ("43 43", "140 of 200", None, "66 62 72 70", "70 70 80 75"),
    },
    BRANCHES: {
        "V1": ("54 55", "95 of 100", None, "90 90 94 93", "92 92 95 95"),
        "V3": ("44 44", "90 of 100", None, "76 70 85 84", "78 74 88 86"),
        "V4": ("33 43", "70 of 100", None, "60 58 66 64", "70 70 75 70"),
        "V6": ("44 43", "78 of 100", None, "64 60 74 72", "72 68 80 76"),
    },
}
# Vendor, received, handed and done, severity. Three working days are allowed.
COMPLAINTS = {
    "2026": [
        ("V1", "03-10", "03-10 03-13", "minor"), ("V1", "08-12", "08-12 08-14", "normal"),
        ("V2", "05-19", "05-19 05-22", "normal"), ("V2", "09-09", "09-09 09-16", "normal"),
        ("V4", "06-10", "06-10 06-11", "normal"),
        ("V5", "04-14", "04-14 04-21", "serious"), ("V5", "11-10", "11-10 11-18", "serious"),
    ],
    SPRING: [("V2", "04-08", "04-08 04-10", "minor"), ("V6", "04-15", "04-15 04-20", "normal")],
    BRANCHES: [("V1", "09-15", "09-15 09-17", "minor"), ("V4", "09-17", "09-17 09-24", "normal")],
}
RECORDS = {
    "2026": [
        ("V2", "07-08", "-10", "breach", "未按约定期限提交服务报告"),
        ("V4", "05-13", "-15", "breach", "现场人员未持证作业，当日整改"),
        ("V5", "10-14", "-40", "serious-breach", "泄露客户联系方式，已书面认错并整改"),
    ],
    SPRING: [],
    BRANCHES: [
        ("V3", "09-10", "-5", "breach", "进场登记漏登两人"),
        ("V4", "09-11", "-10", "breach", "夜间施工未报备"),
    ],
}


def survey(period, date, values):
    """Customers' forms; those of a year's survey are a day apart."""
    return [
        {
            "id": f"{vendor}-{n}", "subject": vendor, "date": f"{date}-{n:02}",
            "scores": [{"question": "efficiency", "score": efficiency}, {"question": "attitude", "score": attitude}],
        }
        for vendor, (answers, *_) in values.items()
        for n, (efficiency, attitude) in enumerate(zip(*answers.split(" ")), 1)
    ]


def numbered(period):
    """Complaints with the running numbers of their months."""
    entries, given = [], {}
    for vendor, received, days, severity in COMPLAINTS[period]:
        month = f"2026-{received[:2]}"
        given[month] = given.get(month, 0) + 1
        entries.append(complaint(f"{month}-{given[month]:04}", received, f"vendor {days}", f"{vendor} {days[6:]}", severity=severity))
    return entries


def appraisal(name, scheme, period, title, date, values):
    """The workbook of a year or of a project; `date` is its month of surveys and forms."""
    ratings, assignments = [], []
    for vendor, (*_, given, own) in values.items():
        for role, rater, scores in (("superior", "M61", given), ("self", vendor, own)):
            assignments.append({"subject": vendor, "role": role, "rater": rater})
            if scores:
                ratings.append(rating(scheme, period, vendor, role, rater, f"{date[5:]}-20", dict(zip(RATED, scores.split(" ")))))
    entered = {vendor: {"sales": sales} | ({"market-share": share} if share else {}) for vendor, (_, sales, share, *_) in values.items()}
    records = [
        {
            "id": f"record-{n}", "subject": vendor, "criterion": "law", "date": f"2026-{on}", "author": "示例合规专员", "points": points, "kind": kind,
            "reason": reason,
        }
        for n, (vendor, on, points, kind, reason) in enumerate(RECORDS[period], 1)
    ]
    return workbook(
        name, period, title, [scheme], units=UNITS,
        people=[{"id": "M61", "name": "示例考核组长"}] + [{"id": vendor, "name": NAMES[vendor], "unit": "vendors", "scheme": scheme} for vendor in values],
        assignments=assignments, ratings=ratings, indicators=indicators(date, f"{date[5:]}-22", "示例采购专员", entered),
        feedback=survey(period, date, values), records=records, complaints=numbered(period),
    )


def rulings():
    given = [
        ("V1", "reward", "confirm", "连续两个项目优秀，列入优先合作名单"),
        ("V5", "fewer-orders", "confirm", "下一年度订单减少三成，半年后复核"),
        ("V5", "end-of-contract", "overrule", "合同尚有一年，先减单并约谈，复核仍不合格再解除"),
    ]
    return [
        {
            "id": f"ruling-{n}", "sequence": 1, "subject": vendor, "consequence": consequence, "answer": answer, "author": "示例总经理",
            "date": "2027-01-15", "reason": reason,
        }
        for n, (vendor, consequence, answer, reason) in enumerate(given, 1)
    ]


def make():
    author = "示例采购经理"
    books = {
        "regular-2026": (appraisal("s6-regular", REGULAR, "2026", "服务商定期考核", "2026-12", YEAR), "2027-01-08"),
        "irregular-2026-spring": (appraisal("s6-spring", IRREGULAR, SPRING, "服务商不定期考核", "2026-05", PROJECTS[SPRING]), "2026-05-29"),
        "irregular-2026-branches": (appraisal("s6-branches", IRREGULAR, BRANCHES, "服务商不定期考核", "2026-10", PROJECTS[BRANCHES]), "2026-10-30"),
    }
    paths = [write(f"s6/{name}.json", close(document, author, date)) for name, (document, date) in books.items()]
    overall = workbook(
        "s6-overall", "2026", "服务商综合评分", [OVERALL], units=UNITS,
        people=[{"id": vendor, "name": name, "unit": "vendors", "scheme": OVERALL} for vendor, name in NAMES.items()], rulings=rulings(),
    )
    write("s6/overall-2026.json", opened(kaohe("merge", overall, *paths)))
