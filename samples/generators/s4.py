"""S4: one month of the complaint register, and how the four departments keep its time limits."""
from .workbook import CALENDAR, complaint, day, responsibility, step, unit, workbook, write

MONTH = "2026-10"
SCHEME = "s4-complaints"
DEPARTMENTS = {"business": "样例业务部", "manufacturing": "样例制造部", "production-control": "样例生产管理组", "quality": "样例质量管理部"}
STAFF = {"F01": "样例壬一", "F02": "样例壬二", "F03": "样例壬三", "F04": "样例壬四", "F05": "样例壬五"}
OWNERS = {"business": "F01", "manufacturing": "F04", "production-control": "F03", "quality": "F02"}
DRAFTER = "示例质量经理"


def sheet(number, received, steps, responsible=None, *, order, quantity, defects, demand, **other):
    """A complaint with what the business department finds out when it comes in."""
    found = {
        "kind": "quality", "customer": f"样例客户{order}", "order": f"样例订单{order}", "item": f"样例料号{order}", "quantity": quantity,
        "delivered": "2026-09-18", "defects": defects, "demand": demand,
    }
    entry = complaint(f"{MONTH}-{number:04}", received, steps, responsible, **found | other)
    return {**entry, "steps": [{**each, "owner": OWNERS[each["department"]]} for each in entry["steps"]]}


def in_time():
    """Every step on the very day that was due or before, over the holidays and the make-up Saturday."""
    return sheet(
        1, "10-02", "business 10-02 10-08, production-control 10-08 10-09, quality 10-09 10-13, manufacturing 10-13 10-14",
        "manufacturing/F04 10-15", order="甲", quantity="5000", defects="120", demand="换货", registered="2026-10-08", sample="裂口的样例包装箱两只",
        opinion="裂口集中在同一批次，建议换货", cause="压线过深", countermeasure="调整压线刀高度，首检加测耐折", returned="退回120只", result="已换货，客户认可",
        approvedBy="示例总经理", drafted=responsibility("manufacturing/F04 10-13", DRAFTER),
        production={"unit": "样例一车间", "shift": "二号机乙班", "staff": "样例壬四", "date": "2026-09-14"},
    )


def late():
    return [
        sheet(2, "10-08", "business 10-08 10-09, production-control 10-09 10-12, quality 10-12 10-15", "business/F01 10-16",
              order="乙", quantity="300", defects="300", demand="重新送货", cause="送货地址抄错", kind="non-quality"),
        sheet(4, "10-09", "business 10-09 10-10, production-control 10-10 10-12, quality 10-12 10-19, manufacturing 10-19 10-23", "manufacturing 10-26",
              order="丙", quantity="2000", defects="45", demand="折价", aliases=[f"{MONTH}-0002"], cause="油墨未干"),
        sheet(7, "10-19", "business 10-19 10-20, production-control 10-20 10-21, quality 10-21 -", severity="serious",
              order="丁", quantity="1200", defects="1200", demand="退货", drafted=responsibility("manufacturing/F05 10-22", DRAFTER)),
        sheet(10, "10-29", "business 10-29 -", order="戊", quantity="600", defects="12", demand="说明原因"),
    ]


def revised():
    """Registered as normal; a week later serious, decided, and manufacturing is late."""
    common = {"order": "癸", "quantity": "800", "defects": "30", "demand": "补货三十只"}
    steps = "business 10-22 10-23, production-control 10-23 10-26, quality 10-26 10-28, manufacturing 10-28 -"
    registered = sheet(9, "10-22", "business 10-22 10-23", **common)
    decided = sheet(
        9, "10-22", steps, "manufacturing/F05 10-29", **common, revision=2, severity="serious", opinion="同一客户第二次，改为严重",
        drafted=responsibility("manufacturing/F05 10-28", DRAFTER),
    )
    return [registered, decided]


def open_ones():
    agreed = sheet(8, "10-21", "business 10-21 10-28, production-control 10-28 10-29, quality 10-29 -", order="己", quantity="900", defects="9", demand="改进印刷")
    agreed["steps"][0]["due"] = day("10-30")  # as agreed with the customer
    return [
        sheet(3, "10-13", "business 10-13 -", order="庚", quantity="100", defects="1", demand="换货",
              withdrawn={"author": "示例登记员", "date": "2026-10-14", "reason": "客户自行处理，撤回"}),
        sheet(5, "10-14", "business 10-14 10-15, production-control 10-15 10-16, quality 10-16 10-21", order="辛", quantity="1500", defects="60", demand="换货",
              drafted=responsibility("manufacturing/F04 10-21", DRAFTER)),
        agreed,
        sheet(11, "10-30", "business 10-30 -", severity="minor", order="壬", quantity="50", defects="1", demand="说明原因"),
    ]


def same_number():
    """Registered at two desks under one number; nobody has given one of them the next number yet."""
    one = sheet(6, "10-15", "business 10-15 10-16, production-control 10-16 10-19, quality 10-19 10-23", "manufacturing/F04 10-26",
                order="子", quantity="700", defects="20", demand="补货")
    other = sheet(6, "10-15", "business 10-15 10-19, production-control 10-19 10-20, quality 10-20 10-23", "business 10-26", registered="2026-10-16",
                  order="丑", quantity="400", defects="5", demand="道歉并补货", kind="non-quality")
    return [one, {**other, "id": f"{other['id']}-2", "author": "示例登记员二"}]


def from_september():
    """Received in September, so counted there; carried on because a step is open."""
    entry = complaint("2026-09-0014", "09-29", "business 09-29 09-30", "manufacturing 10-13", kind="quality", customer="样例客户寅", order="样例订单寅")
    return {**entry, "steps": entry["steps"] + [step("quality", "10-08", due="10-23")]}


INCIDENTS = [
    ("10-12", "manufacturing", "外箱标签贴歪两只，发货前换好，没有造成损失", "贴标工位加定位线"),
    ("10-20", "business", "送货单联系电话写错一位，司机当场联系上客户", "打印送货单前由另一人核对"),
]


def make():
    incidents = [
        {"id": f"incident-{date}", "date": day(date), "author": "示例业务经理", "unit": department, "text": what, "improvement": better}
        for date, department, what, better in INCIDENTS
    ]
    people = [{"id": department, "name": name, "unit": "departments", "scheme": SCHEME} for department, name in DEPARTMENTS.items()]
    write("s4/2026-10.json", workbook(
        "s4-sample", MONTH, "客诉登记簿", [SCHEME], units=[unit("departments", "处理客诉的部门", "departments that handle complaints", "示例总经理")],
        people=people + [{"id": number, "name": name} for number, name in STAFF.items()], workingCalendar=CALENDAR,
        complaints=[in_time(), *late(), *revised(), *open_ones(), *same_number(), from_september()], incidents=incidents,
        # 0012 was given to a call that was no complaint, and deleted; it is not given again.
        complaintCounters=[{"month": MONTH, "last": 12}],
    ))
