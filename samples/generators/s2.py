"""S2: two teams of the hotline with their supervisors and coaches, one month."""
from .csr_form import SCHEME as MEMBER, column
from .workbook import day, rating, unit, workbook, write

MONTH = "2026-09"
SUPERVISOR, COACH = "s2-shift-supervisor", "s2-service-coach"
TEAMS = {"early": "样例早班", "late": "样例晚班"}
NAMES = {
    "C01": "样例己一", "C02": "样例己二", "C03": "样例己三", "C04": "样例己四", "C05": "样例己五", "C06": "样例己六",
    "C07": "样例己七", "C08": "样例己八", "C09": "样例己九", "C10": "样例己十", "C11": "样例己十一",
    "G01": "样例庚一", "G02": "样例庚二", "S01": "样例辛一", "S02": "样例辛二", "M21": "示例热线主管",
}
TEAM = {f"C{n:02}": "early" if n <= 6 else "late" for n in range(1, 12)} | {"G01": "early", "G02": "late", "S01": "early", "S02": "late"}
LEADERS = {"early": "S01", "late": "S02"}
UNITS = [
    unit("early", "早班", "early shift", "样例辛一"),
    unit("late", "晚班", "late shift", "样例辛二"),
    unit("supervisors", "值班长", "shift supervisors", "示例热线主管"),
    unit("coaches", "业务指导", "service coaches", "示例热线主管"),
]
# Subject → self, peers, superior. C11 came in the last week: nobody was asked for a form yet.
COLUMNS = {
    "C01": ("9.5", ["9.5", "9.5"], "9.6"),
    "C02": ("9", ["9", "9"], "9"),
    "C03": ("8", ["8", "9"], "8.5"),
    "C04": ("8", ["8", "8"], "7.6"),
    "C05": ("7", ["7", "7"], "7"),
    "C06": ("9", ["9", "8"], "8.7"),
    "C07": ("9", ["9", "9.5"], "9.2"),
    "C08": ("8", ["8.5", "8.5"], "8.8"),
    "C09": ("7", ["7.5", "7"], "7"),
    "C10": ("6", ["6", "6.5"], "6"),
}
SUPERIOR = {
    "S01": {"culture": "4.5"}, "S02": {"culture": "4"},
    "G01": {"culture": "4", "coaching": "8", "knowledge": "8.5"}, "G02": {"culture": "3.5", "coaching": "7", "knowledge": "7.5"},
}
# The quarter's exam was on 21 August, with a second sitting on 11 September; that of June is too old to count.
EXAMS = [
    ("S01", "08-21", "83"), ("S02", "08-21", "65"), ("S02", "09-11", "92"), ("G01", "08-21", "90"), ("G02", "06-19", "95"), ("G02", "08-21", "69.9"),
]
RECORDS = [
    ("S01", "data-reports", "09-04", {"kind": "late"}, "八月工作总结晚报一天"),
    ("S01", "data-reports", "09-11", {"kind": "wrong"}, "上旬旬报工时合计有误"),
    ("S01", "team-management", "09-15", {}, "组员连续三日示忙超时，未跟进"),
    ("S01", "other-work", "09-18", {"kind": "handover"}, "交接班漏交一件待回电工单"),
    ("S01", "attendance", "09-22", {"points": "-0.5"}, "班前会迟到十分钟"),
    ("S01", "floor", "09-24", {}, "组员离席未置示忙，未及时发现"),
    ("S02", "team-management", "09-08", {}, "组员通话时长异常，未上报"),
    ("S02", "team-management", "09-17", {}, "组员漏登出勤，未核对"),
    ("S02", "production", "09-10", {"kind": "incomplete"}, "接通率监控表缺两个时段"),
    ("S02", "floor", "09-09", {}, "班前会未开"),
    ("S02", "floor", "09-23", {}, "交接班时段现场无人带班"),
]


def records():
    entries = [
        {"id": f"record-{n:02}", "subject": subject, "criterion": criterion, "date": day(date), "author": "示例业务岗", "reason": reason, **other}
        for n, (subject, criterion, date, other, reason) in enumerate(RECORDS, 1)
    ]
    wrong = entries[1]
    annulled = {
        **wrong, "id": "record-02-annulled", "date": day("09-16"), "points": "0", "replaces": wrong["id"],
        "reason": "复核：合计无误，系统导出重复一行，撤销",
    }
    return [*entries, annulled]


def person(number):
    scheme = {"C": MEMBER, "G": COACH, "S": SUPERVISOR}.get(number[0])
    if not scheme:
        return {"id": number, "name": NAMES[number]}
    group = {"C": TEAM.get(number), "G": "coaches", "S": "supervisors"}[number[0]]
    return {"id": number, "name": NAMES[number], "unit": group, "team": TEAMS[TEAM[number]], "scheme": scheme}


def make():
    assignments, ratings = column(MONTH, TEAM, COLUMNS, LEADERS)
    for subject, scores in SUPERIOR.items():
        assignments.append({"subject": subject, "role": "superior", "rater": "M21"})
        ratings.append(rating(SUPERVISOR if subject[0] == "S" else COACH, MONTH, subject, "superior", "M21", "09-28", scores))
    exams = [
        {"id": f"exam-{subject}-{date}", "subject": subject, "indicator": "exam", "date": day(date), "author": "示例培训岗", "value": value}
        for subject, date, value in EXAMS
    ]
    write("s2/2026-09.json", workbook(
        "s2-sample", MONTH, "10086热线值班长、业务指导考核", [MEMBER, SUPERVISOR, COACH], units=UNITS, people=[person(each) for each in NAMES],
        assignments=assignments, ratings=ratings, indicators=exams, records=records(),
        states=[{"id": "state-C05", "subject": "C05", "state": "leave", "date": "2026-09-21", "author": "样例辛一", "reason": "病假"}],
    ))
