//! The sample workbooks against `samples/README.md`: every total, place and rung that its tables
//! calculate by hand. The tables themselves are read, so that they cannot drift from the samples.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test may fail by panicking"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kaohe::report::SubjectResult;
use kaohe::workbook::{Book, Merged, add};
use kaohe::{appraise, json};

/// The ladder of S7.
const RUNGS: [&str; 4] = ["talk-manager", "talk-head", "standby", "dismissal"];

/// What the README says beside its tables: early notices of October.
const EARLY_IN_OCTOBER: [(&str, &[&str]); 4] = [
    ("talk-head", &["K07", "K08", "K09"]),
    ("standby", &["K10"]),
    ("standby", &["B06", "B07", "B08"]),
    ("talk-head", &["Z01", "Z05"]),
];

#[test]
fn every_sample_workbook_loads_and_is_as_the_engine_writes_it() {
    let workbooks = ["s7/2026-07", "s7/2026-08", "s7/2026-09", "s7/2026-10", "s9/2026-10"];
    let found = [files("samples/s7"), files("samples/s9")].concat();
    assert_eq!(found, workbooks.map(|name| root().join("samples").join(format!("{name}.json"))));
    for path in found {
        let text = fs::read_to_string(&path).unwrap();
        let book = opened(&text);
        assert!(book.to_text() == text, "{} is not as the engine writes it", path.display());
    }
}

#[test]
fn closed_months_say_what_they_said_when_they_were_closed() {
    let mut digests = Vec::new();
    for month in ["2026-07", "2026-08", "2026-09"] {
        let book = sample(&format!("s7/{month}"));
        let verification = book.verify();
        assert!(verification.ok, "{month}: {}", json::pretty(&verification));
        let history: Vec<_> = book.workbook().history.iter().map(|closed| closed.digest.clone()).collect();
        assert_eq!(history, digests, "{month} rests on the months before it");
        digests.push(book.workbook().closed.as_ref().unwrap().digest.clone());
    }
}

#[test]
fn s7_totals_and_places_are_those_of_the_tables() {
    for (index, month) in ["2026-07", "2026-08", "2026-09", "2026-10"].into_iter().enumerate() {
        let results = results(&format!("s7/{month}"));
        for row in table(&["K", "B"]) {
            same_place(&results, &row[0], &row[1 + 2 * index], Some(&row[2 + 2 * index]));
        }
        for row in table(&["Z"]) {
            same_place(&results, &row[0], &row[1 + index], Some(&row[5]).filter(|_| month == "2026-10"));
        }
    }
}

#[test]
fn s7_october_has_every_rung_where_the_tables_have_it() {
    let results = results("s7/2026-10");
    let rows = table(&["K", "B", "Z"]);
    assert_eq!(rows.len(), 12 + 9 + 5);
    for row in &rows {
        let (subject, rank, holds) = (&row[0], &row[row.len() - 2], &row[row.len() - 1]);
        let result = &results[subject];
        assert_eq!(result.rank.map_or(String::new(), |rank| rank.to_string()), *rank, "rank of {subject}");
        assert_eq!(held(result), rungs_in(holds), "rungs of {subject}");
        assert_eq!(result.early.as_ref().map(|id| id.as_str()), early(subject), "early notice of {subject}");
    }
    let others = results.iter().filter(|(subject, _)| !rows.iter().any(|row| row[0] == **subject));
    for (subject, result) in others {
        assert_eq!(subject, "Z06");
        assert_eq!((result.rank, &result.warning, &result.early), (None, &None, &None));
    }
}

#[test]
fn s7_earlier_talks_with_the_head_are_where_the_readme_has_them() {
    for (month, subject) in [("2026-08", "Z05"), ("2026-09", "Z03")] {
        let results = results(&format!("s7/{month}"));
        let of_group = results.iter().filter(|(subject, _)| subject.starts_with('Z'));
        let talks: Vec<&str> = of_group
            .filter(|(_, result)| held(result).contains(&"talk-head".to_owned()))
            .map(|(subject, _)| subject.as_str())
            .collect();
        assert_eq!(talks, [subject], "{month}");
    }
}

#[test]
fn s9_totals_grades_and_ranks_are_those_of_the_table() {
    let results = results("s9/2026-10");
    let rows = table(&["N"]);
    assert_eq!((rows.len(), results.len()), (12, 12));
    for row in rows {
        let [subject, .., total, grade, rank, _remark] = row.as_slice() else { panic!("{row:?}") };
        let result = &results[subject];
        let shown = result.total.map(|total| total.to_string());
        assert_eq!(shown.as_deref(), total.rsplit(' ').next().filter(|total| !total.is_empty()), "{subject}");
        assert_eq!(result.grade.as_ref().map_or("", |grade| grade.as_str()), grade, "grade of {subject}");
        let rank = rank.split(" of ").next().unwrap();
        assert_eq!(result.rank.map_or(String::new(), |rank| rank.to_string()), rank, "rank of {subject}");
    }
}

#[test]
fn s9_forms_that_are_dropped_are_taken_as_the_readme_says() {
    let mut book = sample("s9/2026-10");
    let outcomes = [
        ("already-here", Merged::AlreadyHere),
        ("other-period", Merged::SetAside),
        ("cut-short", Merged::Refused),
        ("new", Merged::Accepted),
        ("new", Merged::AlreadyHere),
        ("corrected", Merged::Conflict),
    ];
    for (name, expected) in outcomes {
        let text = fs::read_to_string(root().join(format!("samples/s9/forms/{name}.json"))).unwrap();
        let outcome = add(&mut book, name, &text);
        assert_eq!(outcome.outcome, expected, "{name}: {}", json::pretty(&outcome.problems));
        book.settle();
    }
    let results = by_subject(&book);
    // 1.6 + 2.4 + 3.5 = 7.5
    assert_eq!(results["N08"].total.unwrap().to_string(), "75.00");
    assert_eq!(results["N08"].grade.as_ref().unwrap().as_str(), "C");
    assert!(results["N03"].total.is_none(), "two forms of N03's superior differ: neither counts");
}

// ── the README's tables ────────────────────────────────────────────────────────────────────────

/// The rows whose first cell is the number of a person with one of these letters.
fn table(letters: &[&str]) -> Vec<Vec<String>> {
    let readme = fs::read_to_string(root().join("samples/README.md")).unwrap();
    let of_letter = |line: &&str| letters.iter().any(|letter| line.starts_with(&format!("| {letter}")));
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
    readme.lines().filter(of_letter).map(cells).collect()
}

/// `100 + 3 = 103` and how many stand strictly below; words where there is no rank.
fn same_place(results: &BTreeMap<String, SubjectResult>, subject: &str, total: &str, below: Option<&String>) {
    let result = &results[subject];
    let total = total.rsplit("= ").next().unwrap();
    let calculated = total.parse::<u32>().map(|total| format!("{total}.00")).ok();
    let ranked = result.rank.and(result.total).map(|total| total.to_string());
    assert_eq!(ranked, calculated, "total of {subject}");
    if let Some(below) = below {
        assert_eq!(result.below.map_or(String::new(), |below| below.to_string()), *below, "below {subject}");
    }
}

/// `talk-head (09, 10), under it talk-manager`: the gravest first.
fn rungs_in(cell: &str) -> Vec<String> {
    let words = cell.split(|c: char| !c.is_ascii_alphabetic() && c != '-');
    words.filter(|word| RUNGS.contains(word)).map(str::to_owned).collect()
}

/// The gravest rung that holds, then the others.
fn held(result: &SubjectResult) -> Vec<String> {
    result.warning.iter().chain(&result.also_holds).map(|warning| warning.rung.to_string()).collect()
}

fn early(subject: &str) -> Option<&'static str> {
    EARLY_IN_OCTOBER.iter().find(|(_, subjects)| subjects.contains(&subject)).map(|(rung, _)| *rung)
}

// ── workbooks at hand ──────────────────────────────────────────────────────────────────────────

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.is_file()).collect();
    files.sort();
    files
}

fn sample(name: &str) -> Book {
    opened(&fs::read_to_string(root().join(format!("samples/{name}.json"))).unwrap())
}

fn opened(text: &str) -> Book {
    match Book::from_text(text) {
        Ok((book, _warnings)) => book,
        Err(problems) => panic!("{}", json::pretty(&problems)),
    }
}

fn results(name: &str) -> BTreeMap<String, SubjectResult> {
    by_subject(&sample(name))
}

fn by_subject(book: &Book) -> BTreeMap<String, SubjectResult> {
    appraise(book).results.into_iter().map(|result| (result.subject.to_string(), result)).collect()
}
