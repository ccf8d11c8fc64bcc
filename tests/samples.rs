//! The sample workbooks against `samples/README.md`: every figure that its tables calculate by hand. The tables
//! themselves are read, so that they cannot drift from the samples.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test may fail by panicking"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use kaohe::intake::{Merged, add};
use kaohe::output::month_steps;
use kaohe::period::CivilDate;
use kaohe::result::SubjectResult;
use kaohe::score::CriterionScore;
use kaohe::workbook::{Book, RulingAnswer, next_number};
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

/// Every sample workbook, and whether it is closed.
const WORKBOOKS: [(&str, bool); 16] = [
    ("s1/2026-09", true),
    ("s1/2026-10", false),
    ("s2/2026-09", false),
    ("s3/2026-10", false),
    ("s4/2026-10", false),
    ("s5/2026-10", false),
    ("s6/irregular-2026-branches", true),
    ("s6/irregular-2026-spring", true),
    ("s6/overall-2026", false),
    ("s6/regular-2026", true),
    ("s7/2026-07", true),
    ("s7/2026-08", true),
    ("s7/2026-09", true),
    ("s7/2026-10", false),
    ("s8/2026-10", false),
    ("s9/2026-10", false),
];

/// Nobody waits for a page to load a sample.
const MOST_BYTES: usize = 200_000;

#[test]
fn every_sample_workbook_loads_and_is_as_the_engine_writes_it() {
    let found = (1..=9).flat_map(|system| files(&format!("samples/s{system}"))).collect::<Vec<_>>();
    assert_eq!(found, WORKBOOKS.map(|(name, _)| root().join("samples").join(format!("{name}.json"))));
    for path in found {
        let text = fs::read_to_string(&path).unwrap();
        let (book, warnings) = Book::from_text(&text).unwrap_or_else(|problems| panic!("{}", json::pretty(&problems)));
        assert!(warnings.is_empty(), "{}: {}", path.display(), json::pretty(&warnings));
        assert!(book.to_text() == text, "{} is not as the engine writes it", path.display());
        assert!(text.len() < MOST_BYTES, "{} has {} bytes", path.display(), text.len());
    }
}

#[test]
fn closed_periods_say_what_they_said_when_they_were_closed() {
    for (name, closed) in WORKBOOKS {
        let verification = sample(name).verify();
        assert_eq!((verification.closed, verification.ok), (closed, closed), "{name}: {}", json::pretty(&verification));
    }
}

#[test]
fn open_months_rest_on_the_closed_ones_before_them() {
    for months in [&["s1/2026-09", "s1/2026-10"][..], &["s7/2026-07", "s7/2026-08", "s7/2026-09", "s7/2026-10"]] {
        let mut digests = Vec::new();
        for month in months {
            let book = sample(month);
            let history: Vec<_> = book.workbook().history.iter().map(|closed| closed.digest.clone()).collect();
            assert_eq!(history, digests, "{month} rests on the months before it");
            digests.extend(book.workbook().closed.as_ref().map(|closed| closed.digest.clone()));
        }
    }
}

#[test]
fn figures_are_those_of_the_tables() {
    let mut checked = BTreeMap::new();
    for table in tables().iter().filter(|table| table.header[0] == "subject") {
        let book = table.workbook().unwrap_or_else(|| panic!("{} names no file", table.heading));
        let results = results(book);
        for row in &table.rows {
            for (name, cell) in table.header.iter().zip(row).skip(1) {
                let found = shown(&results[&row[0]], name);
                // A column of words, such as the scores that went into a total.
                let Some(found) = found else { continue };
                assert_eq!(found, expected(name, cell), "{name} of {} in {book}: {cell}", row[0]);
                *checked.entry(book).or_insert(0) += 1;
            }
        }
    }
    let with_tables = WORKBOOKS.iter().filter(|(name, _)| checked.contains_key(name)).count();
    // All but two months of S7 and the month of S9, which have tables of their own.
    assert_eq!(with_tables, WORKBOOKS.len() - 3, "{checked:?}");
}

#[test]
fn s1_plans_rulings_and_the_undecided_complaint_are_as_the_readme_says() {
    let results = results("s1/2026-10");
    let effects = |subject: &str| {
        let text = |value: &Option<kaohe::number::Exact>| value.as_ref().map_or(String::new(), ToString::to_string);
        results[subject]
            .plans
            .iter()
            .map(|plan| [text(&plan.before), text(&plan.after), text(&plan.effect)])
            .collect::<Vec<_>>()
    };
    assert_eq!(effects("D01"), [["88", "91.5", "3.5"]]);
    assert_eq!(effects("P03"), [["2", "", ""]], "what October did shows in November");
    assert_eq!(undecided("s1/2026-10"), [("departments".to_owned(), vec!["2026-10-0005".to_owned()])]);
    let september = sample("s1/2026-09");
    assert_eq!(september.workbook().reports.len(), 3);
    assert_eq!(september.workbook().programme.as_ref().unwrap().agreed.len(), 3);
    let answers = [("D03", RulingAnswer::Confirm), ("P02", RulingAnswer::Overrule), ("P03", RulingAnswer::Confirm)];
    let september = by_subject(&september);
    for (subject, answer) in answers {
        assert_eq!(september[subject].consequences[0].ruling.as_ref().unwrap().answer, answer, "{subject}");
    }
    assert!(september["P05"].consequences[0].ruling.is_none(), "nobody has said yes or no to P05's reward");
}

#[test]
fn s2_supervisors_and_coaches_rest_on_the_members_with_a_result() {
    let results = results("s2/2026-09");
    for (subject, members) in [("S01", (6, 6)), ("S02", (4, 5)), ("G01", (6, 6)), ("G02", (4, 5))] {
        let mean = criterion(&results[subject], "team-mean").unwrap();
        assert_eq!((mean.have.unwrap(), mean.expected.unwrap()), members, "{subject}");
    }
}

#[test]
fn s3_channels_are_counted_as_in_the_table() {
    let appraisal = appraise(&sample("s3/2026-10"));
    let rows = of("s3/2026-10", "channel").rows;
    let counted: Vec<Vec<String>> = appraisal
        .channels
        .iter()
        .map(|count| {
            [count.channel.to_string()]
                .into_iter()
                .chain([count.feedback, count.refuted, count.records].map(|n| n.to_string()))
                .collect()
        })
        .collect();
    assert_eq!(counted, rows);
    assert_eq!(undecided("s3/2026-10"), [("repair".to_owned(), vec!["2026-10-0007".to_owned()])]);
}

#[test]
fn s4_register_stands_as_the_readme_says() {
    let book = sample("s4/2026-10");
    let appraisal = appraise(&book);
    let overdue: BTreeSet<Vec<String>> = appraisal
        .overdue
        .iter()
        .map(|step| {
            let done = step.done.map_or(String::new(), |done| done.to_string());
            vec![step.complaint.to_string(), step.department.to_string(), step.due.to_string(), done]
        })
        .collect();
    assert_eq!(overdue, of("s4/2026-10", "overdue step").rows.into_iter().collect());
    let (register, today) = (book.register(), CivilDate::parse("2026-11-01").unwrap());
    let steps = register.steps(today);
    let late: Vec<_> = steps.iter().filter(|step| step.late).map(|step| step.due.unwrap()).collect();
    assert_eq!(late, register.overdue(today).iter().map(|step| step.due).collect::<Vec<_>>());
    assert!(
        steps.len() > late.len() && steps.iter().all(|step| step.due.is_some()),
        "those done in time have their day"
    );
    let listed = vec!["2026-10-0005".to_owned(), "2026-10-0007".to_owned()];
    assert_eq!(undecided("s4/2026-10"), [("departments".to_owned(), listed)]);
    let conflicts: Vec<_> =
        book.conflicts().iter().map(|conflict| (conflict.kind, conflict.id.clone().unwrap())).collect();
    assert_eq!(conflicts, [("complaint-number", "2026-10-0006".to_owned())]);
    assert_eq!(next_number(book.workbook(), book.workbook().period).unwrap().to_string(), "2026-10-0013");
    assert_eq!(book.workbook().incidents.len(), 2);
    let mut full = book.into_workbook();
    full.complaint_counters.iter_mut().for_each(|counter| counter.last.0 = 100_000);
    assert_eq!(next_number(&full, full.period), None, "what came next could not be read again");
}

#[test]
fn s6_overall_score_took_the_three_closings_in() {
    let mut book = sample("s6/overall-2026");
    let names = ["s6/irregular-2026-branches", "s6/irregular-2026-spring", "s6/regular-2026"];
    let taken: BTreeSet<String> =
        book.workbook().other_results.iter().map(|closed| closed.digest.to_string()).collect();
    assert_eq!(taken, names.map(|name| sample(name).workbook().closed.as_ref().unwrap().digest.to_string()).into());
    for name in names {
        assert_eq!(add(&mut book, name, &content(name)).outcome, Merged::AlreadyHere, "{name}");
    }
    let results = by_subject(&book);
    let given = |subject: &str| {
        results[subject].consequences.iter().map(|each| each.ruling.as_ref().unwrap().answer).collect::<Vec<_>>()
    };
    assert_eq!(given("V1"), [RulingAnswer::Confirm]);
    assert_eq!(given("V5"), [RulingAnswer::Confirm, RulingAnswer::Overrule], "fewer orders, the end of the contract");
}

#[test]
fn s8_calendar_stands_as_the_readme_says() {
    let steps = month_steps(&sample("s8/2026-10"), CivilDate::parse("2026-11-18").unwrap());
    let found: Vec<String> = steps
        .iter()
        .map(|step| format!("{} {} {}", step.scheme, step.step, json::compact(&step.state).trim_matches('"')))
        .collect();
    let states = |scheme: &str, states: [&str; 5]| {
        ["statistics", "review", "check", "approval", "payment"]
            .into_iter()
            .zip(states)
            .map(|(step, state)| format!("{scheme} {step} {state}"))
            .collect::<Vec<_>>()
    };
    let (sales, after) = (["done", "done", "late", "due", "due"], ["done", "late", "late", "due", "due"]);
    assert_eq!(found, [states("s8-after-sales", after), states("s8-sales", sales)].concat());
}

#[test]
fn s7_queries_are_answered_and_the_correction_counts() {
    let book = sample("s7/2026-10");
    let workbook = book.workbook();
    let upheld: Vec<_> = workbook.answers.iter().filter(|answer| answer.upheld).collect();
    assert_eq!((workbook.queries.len(), workbook.answers.len(), upheld.len()), (2, 2, 1));
    let correction = workbook.records.iter().find(|record| Some(&record.id) == upheld[0].record.as_ref()).unwrap();
    let replaced = workbook.records.iter().find(|record| Some(&record.id) == correction.replaces.as_ref()).unwrap();
    assert_eq!(
        (correction.points.unwrap().to_string(), replaced.points.unwrap().to_string()),
        ("-2".into(), "-5".into())
    );
    // 40 − 2
    assert_eq!(criterion(&by_subject(&book)["K05"], "quality").unwrap().points.as_ref().unwrap().to_string(), "38");
    let dismissal = by_subject(&book)["K12"].consequences[0].ruling.clone().unwrap();
    assert_eq!(dismissal.answer, RulingAnswer::Overrule);
}

#[test]
fn s9_goes_round_the_cycle_for_one_person() {
    let book = sample("s9/2026-10");
    let workbook = book.workbook();
    let lists =
        [workbook.observations.len(), workbook.summaries.len(), workbook.interviews.len(), workbook.plans.len()];
    assert_eq!(lists, [2, 1, 1, 1]);
    // The interview told the result of the table.
    assert!(workbook.interviews[0].result_told.as_ref().unwrap().as_str().contains("73.50"));
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
        let outcome = add(&mut book, name, &content(&format!("s9/forms/{name}")));
        assert_eq!(outcome.outcome, expected, "{name}: {}", json::pretty(&outcome.problems));
    }
    let results = by_subject(&book);
    // 1.6 + 2.4 + 3.5 = 7.5
    assert_eq!(results["N08"].total.unwrap().to_string(), "75.00");
    assert_eq!(results["N08"].grade.as_ref().unwrap().as_str(), "C");
    assert!(results["N03"].total.is_none(), "two forms of N03's superior differ: neither counts");
}

// ── the README's tables ────────────────────────────────────────────────────────────────────────

/// A table of the README, with the heading that it stands under.
struct Table {
    heading: String,
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// The sample that the heading names: `### s1/2026-09.json, closed on …`.
    fn workbook(&self) -> Option<&'static str> {
        let names = WORKBOOKS.into_iter().map(|(name, _)| name);
        names.into_iter().find(|name| self.heading.starts_with(&format!("### {name}.json")))
    }
}

fn tables() -> Vec<Table> {
    let readme = fs::read_to_string(root().join("samples/README.md")).unwrap();
    let mut tables: Vec<Table> = Vec::new();
    let (mut heading, mut within) = (String::new(), false);
    for line in readme.lines() {
        let row = line.starts_with('|');
        let cells = || line[1..line.len() - 1].split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
        match (row, within) {
            (true, false) => tables.push(Table { heading: heading.clone(), header: cells(), rows: Vec::new() }),
            (true, true) if !line.starts_with("|---") => tables.last_mut().unwrap().rows.push(cells()),
            _ if line.starts_with('#') => line.clone_into(&mut heading),
            _ => {}
        }
        within = row;
    }
    tables
}

/// The table of a sample whose first column is called so.
fn of(book: &str, first: &str) -> Table {
    let belongs = |table: &Table| table.workbook() == Some(book) && table.header[0] == first;
    tables().into_iter().find(belongs).unwrap()
}

/// The figure that a cell ends in, or its words where the column has words; nothing where there is no figure.
fn expected(column: &str, cell: &str) -> Option<String> {
    if matches!(column, "grade" | "follows" | "rank" | "sources") {
        return Some(cell.to_owned()).filter(|cell| !cell.is_empty());
    }
    let last = cell.rsplit(['=', '→']).next().unwrap().trim().replace('−', "-");
    let figure = !last.is_empty() && last.chars().all(|c| c.is_ascii_digit() || "-./".contains(c));
    figure.then_some(last)
}

/// What a result says in a column of the tables; nothing of a column that is not about the result.
#[expect(clippy::option_option, reason = "a figure that is absent is checked, a column of words is not")]
fn shown(result: &SubjectResult, column: &str) -> Option<Option<String>> {
    let points = |score: &CriterionScore| score.points.as_ref().map(ToString::to_string);
    if let Some(id) = column.strip_prefix('`') {
        return Some(criterion(result, id.trim_matches('`')).and_then(points));
    }
    if let Some(id) = column.strip_prefix("gap of ") {
        let gap =
            |score: &CriterionScore| score.roles.iter().find_map(|role| role.gap.as_ref()).map(ToString::to_string);
        return Some(criterion(result, id).and_then(gap));
    }
    let of = |part: Option<u32>, whole: Option<u32>| Some(format!("{} of {}", part?, whole?));
    let follows = || result.consequences.iter().map(|each| each.id.to_string()).collect::<Vec<_>>().join(", ");
    match column {
        "total" => Some(result.total.map(|total| total.to_string())),
        "grade" => Some(result.grade.as_ref().map(ToString::to_string)),
        "rank" => Some(of(result.rank, result.ranked)),
        "bonus" => Some(result.bonus.as_ref().map(ToString::to_string)),
        "pay" => Some(result.pay.as_ref().map(|pay| pay.amount.to_string())),
        "follows" => Some(Some(follows()).filter(|follows| !follows.is_empty())),
        "sources" => Some(criterion(result, "overall").and_then(|score| of(score.have, score.expected))),
        _ => None,
    }
}

fn criterion<'r>(result: &'r SubjectResult, id: &str) -> Option<&'r CriterionScore> {
    result.sections.iter().flat_map(|section| &section.criteria).find(|score| score.id.as_str() == id)
}

/// The rows of the tables of S7 and S9 that stand under no file, for the people with one of these letters.
fn table(letters: &[&str]) -> Vec<Vec<String>> {
    let rows = tables().into_iter().filter(|table| table.workbook().is_none()).flat_map(|table| table.rows);
    rows.filter(|row| letters.iter().any(|letter| row[0].starts_with(letter) && row[0].len() == 3)).collect()
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

fn content(name: &str) -> String {
    fs::read_to_string(root().join(format!("samples/{name}.json"))).unwrap()
}

fn sample(name: &str) -> Book {
    opened(&content(name))
}

/// The complaints that are listed beside each unit, since nobody has decided on them.
fn undecided(name: &str) -> Vec<(String, Vec<String>)> {
    let units = appraise(&sample(name)).units;
    let listed = units.iter().filter(|unit| !unit.undecided.is_empty());
    listed.map(|unit| (unit.unit.to_string(), unit.undecided.iter().map(ToString::to_string).collect())).collect()
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
