"""What every sample is made with: the shipped schemes, the command line, and entries in few words.

Everything is invented. Same input, same bytes: no clock, no randomness.
"""
import json
import os
import subprocess
import tempfile
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent
ROOT = SAMPLES.parent
KAOHE = os.environ.get("KAOHE", str(ROOT / "target/release/kaohe"))
NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]

# An example of a calendar, to be replaced by the one that the State Council publishes for the year.
CALENDAR = {
    "holidays": ["2026-09-25"] + [f"2026-10-{day:02}" for day in range(1, 8)],
    "workdays": ["2026-09-20", "2026-10-10"],
}


def scheme(name):
    """A scheme as it goes into a workbook."""
    document = json.loads((ROOT / "schemes" / f"{name}.json").read_text("utf-8"))
    document.pop("$schema", None)
    return document


def workbook(name, period, title, schemes, **lists):
    """A workbook by its lists."""
    return {
        "format": "kaohe-workbook", "formatVersion": 1, "id": name, "title": f"{title} {period}（虚构样例）", "period": period,
        "schemes": [scheme(each) for each in schemes], **lists,
    }


def kaohe(command, document, *options):
    """What the command line prints for a document."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.json"
        path.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
        done = subprocess.run([KAOHE, command, str(path), *map(str, options)], capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(f"kaohe {command}: {done.stderr.decode()}{done.stdout.decode()}")
    return done.stdout


def write(name, document):
    """A file as the engine writes it: sorted, with its checksum; gives its path."""
    path = SAMPLES / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(kaohe("format", document))
    return path


def close(document, author, date):
    """The closed workbook."""
    return opened(kaohe("close", document, "--author", author, "--date", date))


def following(document):
    """The workbook of the period after a closed one."""
    return opened(kaohe("next", document))


def opened(content):
    """A file to go on with: without the checksum of what it was."""
    document = json.loads(content)
    document.pop("checksum", None)
    return document


def text(zh, en):
    return {"zh-CN": zh, "en": en}


def unit(name, zh, en, manager):
    return {"id": name, "name": text(zh, en), "manager": manager}


def day(date):
    """`10-08` of 2026."""
    return f"2026-{date}"


def indicators(month, date, author, values):
    """Numbers by subject, then by indicator: `"91.5"`, or `"132 of 120"` with a target."""
    entries = []
    for subject, line in values.items():
        for indicator, written in line.items():
            value, _, target = written.partition(" of ")
            entry = {
                "id": f"indicator-{month}-{subject}-{indicator}", "subject": subject, "indicator": indicator, "date": day(date),
                "author": author, "value": value,
            }
            entries.append({**entry, "target": target} if target else entry)
    return entries


def rating(scheme_id, period, subject, role, rater, date, scores, **other):
    """A form; `scores` by criterion."""
    return {
        "id": f"form-{subject}-{role}-{rater}", "revision": 1, "scheme": {"id": scheme_id, "version": "1"}, "period": period,
        "subject": subject, "rater": rater, "role": role, "date": day(date),
        "scores": [{"criterion": criterion, "score": score} for criterion, score in scores.items()], **other,
    }


def complaint(number, received, steps, responsible=None, **other):
    """A sheet of the register. Steps, `business 10-08 10-09, quality 10-09 -`: handed over, and done or not.
    Responsible, `D02/P03 10-12`: which unit and, after the stroke, which person, as decided on that day."""
    entry = {
        "id": f"complaint-{number}", "revision": 1, "author": "示例登记员", "number": number, "registered": day(received),
        "received": day(received), "kind": "non-quality", "severity": "normal", **other,
        "steps": [step(*line.split(" ")) for line in steps.split(", ")],
    }
    if responsible:
        entry["responsible"] = responsibility(responsible, "示例总经理")
    return entry


def step(department, handed, done="-", due=None):
    entry = {"department": department, "handed": day(handed)}
    if due:
        entry["due"] = day(due)
    return entry if done == "-" else {**entry, "done": day(done)}


def responsibility(written, author):
    who, date = written.split(" ")
    of_unit, _, person = who.partition("/")
    entry = {"unit": of_unit, "author": author, "date": day(date)}
    return {**entry, "person": person} if person else entry
