"""S7: three closed months of 95595 and an open one, of three groups."""
from .workbook import NUMERALS, close, following, rating, text, workbook, write

CARD, PLATINUM = "s7-csr-card", "s7-csr-platinum"
TITLE = "95595 客户服务中心 CSR 绩效考核"
CLERK = "示例绩效管理岗"
UNITS = [
    {"id": "card", "name": text("信用卡组", "credit card group"), "office": text("信用卡服务室", "credit card office"), "manager": "示例经理一"},
    {"id": "general", "name": text("综合组", "general group"), "office": text("综合业务服务室", "general business office"), "manager": "示例经理二"},
    {"id": "platinum", "name": text("白金卡组", "platinum card group"), "office": text("信用卡服务室", "credit card office"), "manager": "示例经理一"},
]
GROUPS = [("card", CARD, "K", "甲", 12), ("platinum", PLATINUM, "B", "乙", 9), ("general", CARD, "Z", "丙", 6)]
PAY_BASES = {"K01": "2000", "K10": "2000", "K12": "1800", "B01": "2400", "B09": "2400", "Z04": "2000"}

# Month → person → points added and taken. `a>b` is a record of `a` points that one of `b` points replaces.
RECORDS = {
    "2026-07": {
        "K01": "satisfaction +3", "K02": "business -12", "K03": "quality -10", "K04": "floor -3", "K05": "quality -2",
        "K07": "business -5, quality -3", "K08": "quality -9, floor -5", "K09": "quality -4", "K10": "business -5",
        "K11": "quality -6", "K12": "quality -14, satisfaction -4",
        "B03": "quality -7", "B04": "quality -6", "B05": "business +3", "B06": "quality -1", "B08": "quality +1", "B09": "quality -2",
        "Z02": "quality -1", "Z03": "business +2", "Z04": "floor -2", "Z05": "quality -4",
    },
    "2026-08": {
        "K01": "business +6, quality -2", "K02": "business +2", "K03": "floor -4, quality -5", "K04": "business -8, quality -5",
        "K05": "quality -4", "K06": "business -3", "K07": "quality -2", "K08": "floor -1", "K09": "quality -12, business -3",
        "K10": "quality -5", "K11": "quality -10", "K12": "quality -15, floor -5",
        "B01": "quality -8", "B02": "quality -5", "B03": "quality -6", "B04": "business -4", "B05": "floor -4", "B07": "business +4", "B09": "satisfaction +2",
        "Z01": "quality -5", "Z02": "business +3", "Z03": "quality -4", "Z05": "floor -1",
    },
    "2026-09": {
        "K01": "satisfaction +5", "K02": "business +3", "K03": "business +4, quality -2", "K04": "quality -7", "K05": "quality -11",
        "K06": "quality -9, business -3", "K07": "business -4", "K08": "quality -3", "K10": "quality -10, floor -6", "K11": "floor -5, quality -4",
        "B02": "business +3", "B04": "quality +5", "B05": "quality -6", "B06": "quality -1", "B07": "quality -3", "B08": "quality -10", "B09": "floor -4",
        "Z01": "business +1", "Z02": "quality -3", "Z03": "quality -1", "Z04": "floor -4", "Z05": "satisfaction +2",
    },
    "2026-10": {
        "K01": "business +10, business +8", "K02": "business +6", "K03": "business +5, quality -1", "K04": "satisfaction +3, quality -2",
        "K05": "quality -5>-2", "K06": "quality -3", "K07": "quality -7, floor -3", "K08": "business -6, quality -4", "K09": "quality -12",
        "K10": "quality -8, floor -4, satisfaction -2", "K11": "quality -5, business -3", "K12": "quality -8",
        "B01": "business +7, quality +3", "B02": "satisfaction +4", "B03": "quality +10", "B05": "business +6", "B06": "quality -4",
        "B07": "business -5", "B08": "quality -9, floor -2", "B09": "quality -1",
        "Z01": "quality -2", "Z03": "business +3", "Z04": "quality -5", "Z05": "floor -1",
    },
}
SUPERIOR = {  # month → B01 … B09
    "2026-07": "9 9 7 8 8 8 8 9 7",
    "2026-08": "8 7 9 8 9 9 9 8 9",
    "2026-09": "9 9 8 9 7 8 8 6 7",
    "2026-10": "10 9 9 8 8 7 7 6 -",
}
STATES = {
    "2026-07": [("Z06", "leave", "2026-07-01", "产假")],
    "2026-08": [("Z06", "leave", "2026-08-01", "产假")],
    "2026-09": [
        ("K09", "leave", "2026-09-01", "病假"),
        ("K12", "standby", "2026-09-01", "连续三个月为本组最后五名（6月按纸质记录，7月、8月见考核簿），经谈话和审批，待岗1个月，已报人力资源部"),
        ("Z06", "leave", "2026-09-01", "产假"),
    ],
    "2026-10": [("K12", "active", "2026-10-01", "待岗结束，经考核合格后重新上岗"), ("Z06", "leave", "2026-10-01", "产假")],
}
REASONS = {
    ("business", 1): ["处理疑难业务得当，客户来电致谢", "业务竞赛中成绩突出"],
    ("business", -1): ["业务解答有误，客户再次来电", "工单填写漏项", "未按流程核对身份信息"],
    ("quality", 1): ["录音抽检被评为范例"],
    ("quality", -1): ["录音抽检：服务用语不规范", "录音抽检：未确认客户问题即结束通话", "录音抽检：抢话、打断客户", "录音抽检：信息告知不完整"],
    ("floor", -1): ["班前会迟到", "离席未置示忙状态", "工位未按规定整理"],
    ("satisfaction", 1): ["客户书面表扬"],
    ("satisfaction", -1): ["有责客户投诉"],
}
RECORDERS = {"business": "示例业务岗", "quality": "示例质检岗", "floor": "示例值班岗", "satisfaction": "示例回访岗"}


def person(number, name, group, rules):
    entry = {"id": number, "name": name, "unit": group, "scheme": rules}
    return {**entry, "payBase": PAY_BASES[number]} if number in PAY_BASES else entry


def people():
    managers = [{"id": "M01", "name": "示例经理一"}, {"id": "M02", "name": "示例经理二"}]
    return managers + [
        person(f"{letter}{n:02}", f"样例{stem}{NUMERALS[n - 1]}", group, rules)
        for group, rules, letter, stem, size in GROUPS
        for n in range(1, size + 1)
    ]


def records_of(month):
    entries = []
    for number, line in RECORDS[month].items():
        for part in line.split(", "):
            criterion, points = part.split(" ")
            points, _, corrected = points.partition(">")
            n = len(entries)
            reasons = REASONS[criterion, 1 if points[0] == "+" else -1]
            entry = {
                "id": f"record-{month}-{n + 1:03}", "subject": number, "criterion": criterion, "date": f"{month}-{2 + n * 7 % 27:02}",
                "author": RECORDERS[criterion], "points": points.lstrip("+"), "reason": reasons[n % len(reasons)],
            }
            entries.append(entry)
            if corrected:
                entries.append({
                    **entry, "id": f"record-{month}-{n + 2:03}", "date": f"{month}-29", "points": corrected,
                    "reason": "本人查询后复听录音：只有一处不规范，更正", "replaces": entry["id"],
                })
    return entries


def ratings_of(month):
    scores = [(f"B{n:02}", score) for n, score in enumerate(SUPERIOR[month].split(), 1) if score != "-"]
    return [
        rating(PLATINUM, month, subject, "superior", "M01", f"{month[5:]}-28", {"superior": score}, id=f"form-{month}-{subject}")
        for subject, score in scores
    ]


def month_of(start, month):
    """A month's workbook: what the month before handed on, and what was written down in the month."""
    states = start.get("states", [])
    kept = {state["id"] for state in states}
    entered = [
        {"id": f"state-{month}-{number}", "subject": number, "state": state, "date": date, "author": "示例经理二" if number[0] == "Z" else "示例经理一", "reason": reason}
        for number, state, date, reason in STATES[month]
    ]
    return {
        **start, "title": f"{TITLE} {month}（虚构样例）", "assignments": [{"subject": f"B{n:02}", "role": "superior", "rater": "M01"} for n in range(1, 10)],
        "states": states + [state for state in entered if state["id"] not in kept], "ratings": ratings_of(month), "records": records_of(month),
    }


def october(start):
    """The open month: two asked about a score, and one consequence was overruled."""
    book = month_of(start, "2026-10")
    correction = next(record for record in book["records"] if "replaces" in record)
    queries = [
        {"id": "query-2026-10-K05", "subject": "K05", "criterion": "quality", "date": "2026-10-27", "text": "录音抽检扣5分：请复听，两处不规范中有一处是系统提示音"},
        {"id": "query-2026-10-K09", "subject": "K09", "criterion": "quality", "date": "2026-10-28", "text": "品质监控扣12分，请说明是哪一通录音"},
    ]
    answers = [
        {
            "id": "answer-2026-10-K05", "query": "query-2026-10-K05", "author": "示例质检岗", "date": "2026-10-29", "upheld": True, "record": correction["id"],
            "text": "复听录音，只有一处不规范，另记一笔更正为扣2分",
        },
        {
            "id": "answer-2026-10-K09", "query": "query-2026-10-K09", "author": "示例质检岗", "date": "2026-10-30",
            "text": "已与本人一起复听当日录音，三处信息告知不完整，扣分不变",
        },
    ]
    rulings = [
        {
            "id": "ruling-2026-10-K12", "sequence": 1, "subject": "K12", "consequence": "dismissal", "answer": "overrule", "author": "示例部门负责人", "date": "2026-10-31",
            "reason": "排名靠后本身不等于不能胜任；本月92分，比待岗前提高12分，继续辅导一个月",
        },
    ]
    return {**book, "queries": queries, "answers": answers, "rulings": rulings}


def make():
    start = workbook("s7-sample", "2026-07", TITLE, [CARD, PLATINUM], units=UNITS, people=people())
    for month, next_month in (("2026-07", "2026-08"), ("2026-08", "2026-09"), ("2026-09", "2026-10")):
        closed = close(month_of(start, month), CLERK, f"{next_month}-05")
        write(f"s7/{month}.json", closed)
        start = following(closed)
    write("s7/2026-10.json", october(start))
