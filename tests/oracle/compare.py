"""Engine against oracle on random workbooks: every figure, exactly.

    python3 compare.py --count 2000 [--seed N|random] --binary ../../target/release/kaohe [--keep DIR]
"""
import argparse
import collections
import multiprocessing
import os
import secrets
import subprocess
import sys
import tempfile

import canonical
import evidence
import generate
import oracle
import periods
import ranking
from coverage_counts import counts
from draw import Draw
from shown import kept, shown

FIXED_SEED = 20261031
CLOSED_EACH = 10  # one of so many workbooks is closed too: a start of the engine takes as long as the rest
SHOWN_WORKBOOKS, SHOWN_DIFFERENCES = 3, 12


def differences(workbook, expected, answer):
    """`answer` is the engine's Result file, or the complaint it made instead."""
    if isinstance(answer, str):
        return [f"the engine refused: {answer}"]
    group_of = ranking.groups(workbook["schemes"])
    return _apart(shown(expected, group_of, workbook), shown(answer, group_of, workbook))


def kept_differences(workbook, expected, answer):
    """`answer` is the closed workbook. model, Workbook rules: closing "is refused while something is open"."""
    undecided = evidence.is_open(workbook) or expected["undecided"]
    refused = isinstance(answer, str) and any(code in answer for code in ("[undecided-conflict]", "[undecided-figure]"))
    if refused or undecided:
        return [] if refused and undecided else [f"closing a workbook with something open: {answer}"]
    if isinstance(answer, str):
        return [f"the engine refused to close: {answer}"]
    return _apart(kept(expected["results"]), kept(answer["closed"]["results"]))


def _apart(ours, theirs):
    return [f"{path}: oracle {ours.get(path, 'nothing')}, engine {theirs.get(path, 'nothing')}"
            for path in sorted(ours.keys() | theirs.keys()) if ours.get(path) != theirs.get(path)]


def ask_engine(binary, *arguments):
    run = subprocess.run([binary, *arguments], capture_output=True, timeout=60)
    if run.returncode != 0:
        said = (run.stderr or run.stdout).decode("utf-8", "replace").strip() or f"exit {run.returncode}"
        return said[max(said.find("错误["), said.find("error["), 0):]  # not the warnings before it
    return canonical.load(run.stdout.decode("utf-8"))


def compare_one(job):
    seed, index, binary, folder = job
    name = f"{seed}-{index}"
    path = os.path.join(folder, f"{name}.json")
    with open(path, "w", encoding="utf-8") as file:
        file.write(generate.write(generate.workbook(name), Draw(name + ":text")))
    with open(path, encoding="utf-8") as file:
        workbook = canonical.load(file.read())
    expected = oracle.appraise(workbook)
    found = differences(workbook, expected, ask_engine(binary, "appraise", path))
    if index % CLOSED_EACH == 0:
        last_day = str(periods.span(workbook["period"])[1])
        closing = ("close", "--author", "hr-1", "--date", last_day, "--leave-open", path)
        found += kept_differences(workbook, expected, ask_engine(binary, *closing))
    size = os.path.getsize(path)
    if not found:
        os.remove(path)
    return found, size, path, counts(workbook, expected)


def main():
    options = _options()
    seed = secrets.randbelow(10**9) if options.seed == "random" else int(options.seed)
    print(f"seed {seed}", flush=True)
    folder = options.keep or tempfile.mkdtemp(prefix="kaohe-oracle-")
    os.makedirs(folder, exist_ok=True)
    jobs = [(seed, index, os.path.abspath(options.binary), folder) for index in range(options.count)]
    failed, met = [], collections.Counter()
    with multiprocessing.Pool() as pool:
        for found, size, path, seen in pool.imap_unordered(compare_one, jobs, chunksize=8):
            met.update(seen)
            if found:
                failed.append((size, path, found))
    print("met: " + ", ".join(f"{what} {met[what]}" for what in sorted(met)))
    if failed:
        _report(sorted(failed), options.count, seed)
        sys.exit(1)
    if not options.keep:
        os.rmdir(folder)
    print(f"{options.count} workbooks agree (seed {seed})")


def _report(failed, count, seed):
    """The smallest files first: the easiest to read."""
    for _, path, found in failed[:SHOWN_WORKBOOKS]:
        print(f"\n{path}")
        for line in found[:SHOWN_DIFFERENCES]:
            print(f"  {line}")
        if len(found) > SHOWN_DIFFERENCES:
            print(f"  … and {len(found) - SHOWN_DIFFERENCES} more")
    print(f"\n{len(failed)} of {count} workbooks differ (seed {seed})")


def _options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", default=str(FIXED_SEED), help="a number, or `random` to draw one")
    parser.add_argument("--binary", required=True)
    parser.add_argument("--keep", help="where the differing workbooks are kept")
    return parser.parse_args()


if __name__ == "__main__":
    main()
