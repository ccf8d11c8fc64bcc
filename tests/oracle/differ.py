"""One engine against another, as before and after a change that is to change nothing: bytes and problems.

    python3 differ.py --before OLD/kaohe --after NEW/kaohe [--count 200000] [--damaged 20000] [--seed N]

Random workbooks go through `kaohe stream`, many to a start of the engine; the first of them is also merged, closed, carried
on and verified. Damaged documents are the same workbooks with a few bytes lost, doubled or changed: a reader is to say the
same of each. Of what is said on the way out the codes and the places are compared, of a derivation the figures: words may be mended.
"""
import argparse
import multiprocessing
import os
import re
import subprocess
import sys
import tempfile

import generate
import periods
from draw import Draw

FIXED_SEED = 20261201
TOGETHER = 50  # documents to a start of the engine; of these the first is also acted on
SHOWN = 12
FIGURE = re.compile(rb" = ([^\n]*)$", re.MULTILINE)
SAID = re.compile(rb"^(?:\S.*?\[([a-z-]+)\]|\s+--> (.*))", re.MULTILINE)


def run(binary, *arguments, text=None):
    """What is written, where and of what it complains, and how it ends."""
    ended = subprocess.run([binary, *arguments], input=text, capture_output=True, timeout=600)
    return ended.stdout, SAID.findall(ended.stderr), ended.returncode


def on_one_line(text):
    """A JSON text may hold a line's end between values only."""
    return text.replace("\r", " ").replace("\n", " ").encode("utf-8")


def drawn(name):
    book = generate.workbook(name)
    return book, generate.write(book, Draw(name + ":text"))


def damaged(draw, text):
    """The bytes of a document after a few accidents."""
    found = text
    for _ in range(draw.pick([1, 1, 1, 2, 3])):
        at = draw.below(len(found))
        length = draw.pick([1, 1, 2, 8, 40])
        found = draw.pick([
            lambda: found[:at],
            lambda: found[:at] + found[at + length:],
            lambda: found[:at] + found[at:at + length] * 2 + found[at + length:],
            lambda: found[:at] + draw.pick([b'"', b"}", b"]", b",", b"0", b"9", b"-", b"x", b"null", b"1e3", b"\xff"])
            + found[at + 1:],
        ])() or b"{"
    return found


def compare(job):
    seed, kind, first, count, before, after = job
    names = [f"{seed}-{index}" for index in range(first, first + count)]
    books = [drawn(name) for name in names]
    lines = [on_one_line(text) for _, text in books]
    if kind == "damaged":
        lines = [damaged(Draw(name + ":damage"), line) for name, line in zip(names, lines)]
    found = []
    stream = b"\n".join(lines) + b"\n"
    if run(before, "stream", text=stream) != run(after, "stream", text=stream):
        for name, line in zip(names, lines):
            one, other = (run(binary, "stream", text=line + b"\n") for binary in (before, after))
            if one != other:
                found.append((f"{kind} {name}", "stream", told(one, other)))
    if kind == "whole":
        found += acted_on(names[0], *books[0], before, after)
    return count, found


def acted_on(name, book, text, before, after):
    """Every act on a workbook, with what the engine before wrote as the next one's input."""
    last_day = str(periods.span(book["period"])[1])
    half = dict(book, ratings=book.get("ratings", [])[::2], records=[])
    found = []
    with tempfile.TemporaryDirectory(prefix="kaohe-differ-") as folder:
        def path(part, content):
            where = os.path.join(folder, part)
            with open(where, "wb") as file:
                file.write(content)
            return where

        def act(*arguments, figures=False):
            one, other = run(before, *arguments), run(after, *arguments)
            if figures:
                one, other = ((FIGURE.findall(written), said, ended) for written, said, ended in (one, other))
            if one != other:
                found.append((f"whole {name}", arguments[0], told(one, other)))
            return one[0] if one[2] == 0 else None

        whole = path("whole.json", text.encode("utf-8"))
        part = path("half.json", generate.write(half, Draw(name + ":half")).encode("utf-8"))
        act("format", whole)
        act("appraise", "--table", whole)
        act("csv", whole)
        act("merge", part, whole)
        act("merge", whole, part)
        for subject in [one["id"] for one in book["people"] if "scheme" in one][:2]:
            act("appraise", "--explain", subject, whole, figures=True)
        closed = act("close", "--author", "hr-1", "--date", last_day, "--leave-open", whole)
        if closed:
            closed = path("closed.json", closed)
            act("verify", closed)
            act("next", closed)
    return found


def told(one, other):
    for what, before, after in zip(("written", "said", "ended"), one, other):
        if before != after:
            return f"{what}: {_apart(before, after)}"
    return ""


def _apart(before, after):
    if isinstance(before, bytes):
        at = next((at for at, (a, b) in enumerate(zip(before, after)) if a != b), min(len(before), len(after)))
        return f"at byte {at}: …{before[max(at - 60, 0):at + 60]!r} … {after[max(at - 60, 0):at + 60]!r}"
    if isinstance(before, list):
        pairs = [(a, b) for a, b in zip(before, after) if a != b]
        return f"{pairs[0] if pairs else (len(before), len(after))}"
    return f"{before} … {after}"


def jobs(options):
    for kind, total in (("whole", options.count), ("damaged", options.damaged)):
        for first in range(0, total, TOGETHER):
            yield options.seed, kind, first, min(TOGETHER, total - first), options.before, options.after


def main():
    options = _options()
    done, found = 0, []
    with multiprocessing.Pool() as pool:
        for count, apart in pool.imap_unordered(compare, jobs(options)):
            done += count
            found += apart
            if done % 5000 < TOGETHER:
                print(f"{done} documents, {len(found)} differences", flush=True)
    for name, act, what in sorted(found)[:SHOWN]:
        print(f"  {name}, {act}: {what}")
    print(f"{options.count} workbooks and {options.damaged} damaged documents: {len(found)} differences (seed {options.seed})")
    sys.exit(1 if found else 0)


def _options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--before", required=True, type=os.path.abspath)
    parser.add_argument("--after", required=True, type=os.path.abspath)
    parser.add_argument("--count", type=int, default=200000)
    parser.add_argument("--damaged", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=FIXED_SEED)
    return parser.parse_args()


if __name__ == "__main__":
    main()
