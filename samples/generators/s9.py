"""S9: one month, some forms still out; single forms to drop onto it; what went on beside the forms of one person."""
from .csr_form import SCHEME, column, form
from .workbook import NUMERALS, scheme, text, workbook, write

MONTH = "2026-10"
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
TEAMS = {subject: "inbound" if n < 6 else "support" for n, subject in enumerate(COLUMNS)}
LEADERS = {"inbound": "M11", "support": "M12"}
NAMES = {subject: f"样例丁{NUMERALS[n]}" for n, subject in enumerate(COLUMNS)} | {"M11": "示例组长一", "M12": "示例组长二"}
UNITS = [
    {"id": "inbound", "name": text("热线组", "hotline group"), "manager": "示例组长一"},
    {"id": "support", "name": text("后援组", "support group"), "manager": "示例组长二"},
]
BESIDE = {  # N04's month: observed, summed up, talked over, planned
    "observations": [
        {
            "id": "observation-1", "subject": "N04", "date": "2026-10-09", "author": "示例组长一", "fact": "一通来电处理26分钟，三次转接后由组长接手",
            "source": "录音及工单", "judgement": "bad", "cause": "ability",
        },
        {
            "id": "observation-2", "subject": "N04", "date": "2026-10-16", "author": "示例组长一", "fact": "系统故障期间耐心安抚客户，事后主动回电四户",
            "source": "现场", "judgement": "good", "cause": "attitude",
        },
    ],
    "summaries": [{
        "id": "summary-N04", "subject": "N04", "date": "2026-10-28",
        "text": "目标：日均受理60通，实际52通。\n不足：新业务不熟，查资料时间长。\n做得好的：没有投诉。\n打算：每周学两个新业务，请组长抽问。",
    }],
    "interviews": [{
        "id": "interview-N04", "revision": 1, "subject": "N04", "author": "示例组长一", "date": "2026-10-30",
        "opening": "这次面谈告诉你十月的评估结果，一起定下月的改进办法。", "strengths": "态度耐心，没有投诉；故障当天主动回电。",
        "improvements": "新业务不熟，平均处理时间偏长。", "resultTold": "总分73.50，D等，热线组6人中第6名。", "expectations": "十一月平均处理时间降到6分钟以内。",
        "subjectView": "同意；希望安排一位同事带教新业务。", "plan": "由样例丁一带教两周，每周五抽问。", "signed": "2026-10-30",
    }],
    "plans": [{
        "id": "plan-N04", "revision": 1, "subject": "N04", "author": "示例组长一", "date": "2026-10-30", "prompted": MONTH, "problem": "新业务不熟，处理时间长",
        "measure": "样例丁一带教两周，每周五抽问两项新业务", "owner": "示例组长一", "due": "2026-11-20",
    }],
}


def month():
    assignments, ratings = column(MONTH, TEAMS, COLUMNS, LEADERS, without=[("N07", "learning")])
    again = {**form(MONTH, "N09", "superior", "M12", "9"), "id": "form-N09-superior-M12-again", "date": f"{MONTH}-28"}
    leave = {"id": "state-N12", "subject": "N12", "state": "leave", "date": "2026-10-12", "author": "示例组长二", "reason": "病假"}
    leaders = [{"id": leader, "name": NAMES[leader]} for leader in LEADERS.values()]
    return workbook(
        "s9-sample", MONTH, "客户服务代表绩效评估", [SCHEME], units=UNITS,
        people=leaders + [{"id": subject, "name": NAMES[subject], "unit": TEAMS[subject], "scheme": SCHEME} for subject in COLUMNS],
        assignments=assignments, states=[leave], ratings=[*ratings, again], **BESIDE,
    )


def form_file(name, entry):
    return write(f"s9/forms/{name}.json", {
        "format": "kaohe-form", "formatVersion": 1, "scheme": scheme(SCHEME), "subjectName": NAMES[entry["subject"]], "raterName": NAMES[entry["rater"]],
        "rating": entry,
    })


def make():
    write(f"s9/{MONTH}.json", month())
    form_file("new", form(MONTH, "N08", "peer", "N07", "8"))
    form_file("already-here", form(MONTH, "N01", "superior", "M11", "9.8"))
    form_file("corrected", {
        **form(MONTH, "N03", "superior", "M11", "8.6", revision=2, remark="漏看了九月的表扬记录，更正"), "date": f"{MONTH}-29",
    })
    form_file("other-period", form("2026-09", "N04", "self", "N04", "8", id="form-2026-09-N04-self-N04"))
    path = form_file("cut-short", form(MONTH, "N05", "peer", "N02", "8"))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 3].decode("utf-8", "ignore").encode())
