"""S8: one month of the sales and the after-sales department: performance pay, and where the month stands in its calendar."""
from .workbook import complaint, day, indicators, unit, workbook, write

MONTH = "2026-10"
SALES, AFTER_SALES = "s8-sales", "s8-after-sales"
UNITS = [unit("sales", "销售部", "sales", "示例销售经理"), unit("after-sales", "售后服务部", "after-sales service", "示例售后经理")]
# Number → name, pay base, the two satisfactions, volume, satisfaction with how complaints were handled.
STAFF = {
    "X01": ("样例子一", "2000", "91.5", "95", "200", "85.9"),
    "X02": ("样例子二", "2000", "74", "81", "100", "88"),
    "X03": ("样例子三", "2000", "73.986", "81", "50", "88"),
    "X04": ("样例子四", "3000", "88", "84.5", "120", None),
    "H01": ("样例丑一", "2400", "95", "91.5", "400", "91.5"),
    "H02": ("样例丑二", "1800", "77.5", "81", "200", "74"),
    "H03": ("样例丑三", "2000", "88", None, "180", None),
    "H04": ("样例丑四", None, "84.5", "88", "150", None),
}
COMPLAINTS = ["X01 10-09", "X02 10-12", "X02 10-21", "X03 10-13", "H01 10-14", "H02 10-16", "H02 10-19", "H02 10-27"]
MILESTONES = [
    (SALES, "statistics", "11-11", "示例统计员"), (SALES, "review", "11-13", "示例销售经理"), (AFTER_SALES, "statistics", "11-12", "示例统计员"),
]


def is_sales(number):
    return number[0] == "X"


def person(number, name, base):
    of = ("sales", SALES) if is_sales(number) else ("after-sales", AFTER_SALES)
    entry = {"id": number, "name": name, "unit": of[0], "scheme": of[1]}
    return {**entry, "payBase": base} if base else entry


def entered(number, *values):
    first = ("sales-process", "customer") if is_sales(number) else ("repair", "reception")
    return {indicator: value for indicator, value in zip((*first, "volume", "complaint-satisfaction"), values) if value}


def make():
    complaints = []
    for n, line in enumerate(COMPLAINTS, 1):
        number, date = line.split(" ")
        department = "sales" if is_sales(number) else "after-sales"
        complaints.append(complaint(f"{MONTH}-{n:04}", date, f"business {date} {date}", f"{department}/{number} 10-30"))
    milestones = [
        {"id": f"milestone-{scheme}-{step}", "scheme": scheme, "step": step, "author": author, "date": day(date)} for scheme, step, date, author in MILESTONES
    ]
    ruling = {
        "id": "ruling-1", "sequence": 1, "subject": "X03", "consequence": "pay", "answer": "confirm", "author": "示例总经理", "date": "2026-11-18",
        "reason": "差0.01分，按制度扣除，基本工资不变；下月由主管辅导",
    }
    write("s8/2026-10.json", workbook(
        "s8-sample", MONTH, "客户满意度与绩效考核", [SALES, AFTER_SALES], units=UNITS,
        people=[person(number, name, base) for number, (name, base, *_) in STAFF.items()],
        indicators=indicators(MONTH, "10-31", "示例统计员", {number: entered(number, *values) for number, (_, _, *values) in STAFF.items()}),
        complaints=complaints, milestones=milestones, rulings=[ruling],
    ))
