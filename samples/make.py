#!/usr/bin/env python3
"""Writes the sample workbooks: the months of S7, each closed by the command line, and one month of S9.

    python3 samples/make.py            (needs target/release/kaohe, or KAOHE=path)

Everything is invented. Same input, same bytes: no clock, no randomness. The totals and ranks that must come out are
calculated by hand in README.md.
"""
import json
import os
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
KAOHE = os.environ.get("KAOHE", str(ROOT / "target/release/kaohe"))


def scheme(name):
    """A scheme as it goes into a workbook."""
    document = json.loads((ROOT / "schemes" / f"{name}.json").read_text("utf-8"))
    document.pop("$schema", None)
    return document


def write(path, document):
    """A file as the engine writes it: sorted, with its checksum."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(kaohe("format", document))


def kaohe(command, document, *options):
    """What the command line prints for a document."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.json"
        path.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
        done = subprocess.run([KAOHE, command, str(path), *options], capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(f"kaohe {command}: {done.stderr.decode()}{done.stdout.decode()}")
    return done.stdout


def text(zh, en):
    return {"zh-CN": zh, "en": en}


# ── S7: three closed months and an open one ────────────────────────────────────────────────────

NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
CARD, PLATINUM = "s7-csr-card", "s7-csr-platinum"
UNITS = [
    {"id": "card", "name": text("信用卡组", "credit card group"), "office": text("信用卡服务室", "credit card office"), "manager": "示例经理一"},
    {"id": "general", "name": text("综合组", "general group"), "office": text("综合业务服务室", "general business office"), "manager": "示例经理二"},
    {"id": "platinum", "name": text("白金卡组", "platinum card group"), "office": text("信用卡服务室", "credit card office"), "manager": "示例经理一"},
]
GROUPS = [("card", CARD, "K", "甲", 12), ("platinum", PLATINUM, "B", "乙", 9), ("general", CARD, "Z", "丙", 6)]
PEOPLE = [{"id": "M01", "name": "示例经理一"}, {"id": "M02", "name": "示例经理二"}] + [
    {"id": f"{letter}{n:02}", "name": f"样例{stem}{NUMERALS[n - 1]}", "unit": unit, "scheme": rules}
    for unit, rules, letter, stem, size in GROUPS
    for n in range(1, size + 1)
]

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


def records_of(month):
    entries = []
    for person, line in RECORDS[month].items():
        for part in line.split(", "):
            criterion, points = part.split(" ")
            points, _, corrected = points.partition(">")
            n = len(entries)
            reasons = REASONS[criterion, 1 if points[0] == "+" else -1]
            entry = {
                "id": f"record-{month}-{n + 1:03}", "subject": person, "criterion": criterion, "date": f"{month}-{2 + n * 7 % 27:02}",
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
    return [
        {
            "id": f"form-{month}-B{n:02}", "revision": 1, "scheme": {"id": PLATINUM, "version": "1"}, "period": month, "subject": f"B{n:02}",
            "rater": "M01", "role": "superior", "date": f"{month}-28", "scores": [{"criterion": "superior", "score": score}],
        }
        for n, score in enumerate(SUPERIOR[month].split(), 1)
        if score != "-"
    ]


def month_of(start, month):
    """A month's workbook: what the month before handed on, and what was written down in the month."""
    workbook = {**start, "title": f"95595 客户服务中心 CSR 绩效考核 {month}（虚构样例）"}
    workbook.pop("checksum", None)  # that of the file before
    workbook["assignments"] = [{"subject": f"B{n:02}", "role": "superior", "rater": "M01"} for n in range(1, 10)]
    kept = {state["id"] for state in workbook.get("states", [])}
    workbook["states"] = workbook.get("states", []) + [
        {"id": f"state-{month}-{person}", "subject": person, "state": state, "date": date, "author": "示例经理二" if person[0] == "Z" else "示例经理一", "reason": reason}
        for person, state, date, reason in STATES[month]
        if f"state-{month}-{person}" not in kept
    ]
    workbook["ratings"] = ratings_of(month)
    workbook["records"] = records_of(month)
    return workbook


def s7():
    start = {
        "format": "kaohe-workbook", "formatVersion": 1, "id": "s7-sample", "period": "2026-07",
        "schemes": [scheme(CARD), scheme(PLATINUM)], "units": UNITS, "people": PEOPLE,
    }
    for month, following in (("2026-07", "2026-08"), ("2026-08", "2026-09"), ("2026-09", "2026-10")):
        closed = kaohe("close", month_of(start, month), "--author", "示例绩效管理岗", "--date", f"{following}-05")
        (HERE / "s7" / f"{month}.json").write_bytes(closed)
        start = json.loads(kaohe("next", json.loads(closed)))
    write(HERE / "s7" / "2026-10.json", month_of(start, "2026-10"))


# ── S9: one month, some forms still out ────────────────────────────────────────────────────────

MONTH = "2026-10"
FORM = "s9-csr-form"
TENS = ["goal", "efficiency", "quality", "progress", "persuasion", "expression", "operation", "learning", "attendance"]
FIVES = ["responsibility", "initiative"]
# Subject → self, peers, superior: the score of each ten-point criterion; the five-point ones get half of it. None: not handed in.
COLUMNS = {
    "N01": ("9.5", ["9.5", "10"], "9.8"),
    "N02": ("9.5", ["9.5", "9.5"], "9.5"),
    "N03": ("9", ["8.5", "8.5"], "8.3"),
    "N04": ("8", ["7", "8"], "7"),
    "N05": ("9", ["8", None], "8"),
    "N06": ("9", ["8", "8", "9"], "9"),
    "N07": ("8", ["8", "8"], "8"),
    "N08": ("8", [None, None], "7"),
    "N09": ("9", ["8", "9"], "8"),
    "N10": ("7", ["6", "6"], "6"),
    "N11": ("8", ["8", "8"], "7.6"),
    "N12": ("9", ["9", "9"], "9"),
}


def half(score):
    """Half of a score of at most one place, in digits."""
    tenths = round(float(score) * 10) * 5
    return f"{tenths // 100}.{tenths % 100:02}".rstrip("0").rstrip(".")


def rating(subject, role, rater, score, without=(), **other):
    scores = [{"criterion": c, "score": score} for c in TENS if c not in without] + [{"criterion": c, "score": half(score)} for c in FIVES]
    return {
        "id": f"form-{subject}-{role}-{rater}", "revision": 1, "scheme": {"id": FORM, "version": "1"}, "period": MONTH,
        "subject": subject, "rater": rater, "role": role, "date": f"{MONTH}-27", "scores": scores, **other,
    }


def s9():
    subjects = list(COLUMNS)
    team = {s: "inbound" if n < 6 else "support" for n, s in enumerate(subjects)}
    leader = {"inbound": "M11", "support": "M12"}
    names = {s: f"样例丁{NUMERALS[n]}" for n, s in enumerate(subjects)} | {"M11": "示例组长一", "M12": "示例组长二"}
    assignments, ratings = [], []

    def ask(subject, role, rater, score, **other):
        assignments.append({"subject": subject, "role": role, "rater": rater})
        if score is not None:
            ratings.append(rating(subject, role, rater, score, **other))

    for subject, (own, peers, superior) in COLUMNS.items():
        mates = [s for s in subjects if team[s] == team[subject] and s != subject]
        ask(subject, "self", subject, own)
        for mate, score in zip(mates, peers):
            ask(subject, "peer", mate, score)
        ask(subject, "superior", leader[team[subject]], superior, without=["learning"] if subject == "N07" else [])
    ratings.append({**rating("N09", "superior", "M12", "9"), "id": "form-N09-superior-M12-again", "date": f"{MONTH}-28"})
    workbook = {
        "format": "kaohe-workbook", "formatVersion": 1, "id": "s9-sample", "title": "客户服务代表绩效评估 2026-10（虚构样例）", "period": MONTH,
        "schemes": [scheme(FORM)],
        "units": [
            {"id": "inbound", "name": text("热线组", "hotline group"), "manager": "示例组长一"},
            {"id": "support", "name": text("后援组", "support group"), "manager": "示例组长二"},
        ],
        "people": [{"id": "M11", "name": names["M11"]}, {"id": "M12", "name": names["M12"]}]
        + [{"id": s, "name": names[s], "unit": team[s], "scheme": FORM} for s in subjects],
        "assignments": assignments,
        "states": [{"id": "state-N12", "subject": "N12", "state": "leave", "date": "2026-10-12", "author": "示例组长二", "reason": "病假"}],
        "ratings": ratings,
    }
    write(HERE / "s9" / f"{MONTH}.json", workbook)

    def form(name, entry):
        document = {
            "format": "kaohe-form", "formatVersion": 1, "scheme": scheme(FORM),
            "subjectName": names[entry["subject"]], "raterName": names[entry["rater"]], "rating": entry,
        }
        write(HERE / "s9" / "forms" / f"{name}.json", document)

    form("new", rating("N08", "peer", "N07", "8"))
    form("already-here", rating("N01", "superior", "M11", "9.8"))
    form("corrected", rating("N03", "superior", "M11", "8.6", revision=2, date=f"{MONTH}-29", remark="漏看了九月的表扬记录，更正"))
    form("other-period", rating("N04", "self", "N04", "8", id="form-2026-09-N04-self-N04", period="2026-09", date="2026-09-27"))
    form("cut-short", rating("N05", "peer", "N02", "8"))
    whole = (HERE / "s9" / "forms" / "cut-short.json").read_bytes()
    (HERE / "s9" / "forms" / "cut-short.json").write_bytes(whole[: len(whole) * 2 // 3].decode("utf-8", "ignore").encode())


if __name__ == "__main__":
    s9()
    s7()
