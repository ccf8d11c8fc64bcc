//! The workload that `../data.mjs` writes, and whether answers to it are the exact ones.

mod cpu;

use std::path::PathBuf;

use kaohe::json::Document;
use kaohe::number::Number;
use kaohe::report::{Appraisal, SubjectResult};
use kaohe::workbook::Workbook;

pub use cpu::CpuTime;

/// A workbook file with the exact answers to it.
#[derive(Debug)]
pub struct Workload {
    /// The file's text.
    pub text: String,
    answers: String,
}

/// A what-if: one rater's score of one criterion is another one.
#[derive(Debug)]
pub struct Variant {
    rating: String,
    criterion: String,
    score: Number,
    answers: Vec<String>,
}

impl Workload {
    /// The workload of so many people.
    #[must_use]
    pub fn of(people: usize) -> Self {
        Self {
            text: file("drawn", &format!("workbook-{people}.json")),
            answers: file("drawn", &format!("answers-{people}.tsv")),
        }
    }

    /// Stops at an answer that is not the exact one: its speed would mean nothing.
    pub fn check(&self, appraisal: &Appraisal) {
        let expected: Vec<&str> = self.answers.lines().collect();
        same(&expected, appraisal);
    }
}

impl Variant {
    /// All that were drawn for the team of twenty.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let text = file("drawn", "variants.tsv");
        let lines: Vec<&str> = text.lines().collect();
        lines.chunks(21).map(Self::read).collect()
    }

    fn read(lines: &[&str]) -> Self {
        let [change, answers @ ..] = lines else { panic!("a what-if has a line that says what is changed") };
        let words: Vec<&str> = change.split('\t').collect();
        let [rating, criterion, score] = words[..] else { panic!("`{change}` names no form, criterion and score") };
        Self {
            rating: rating.to_owned(),
            criterion: criterion.to_owned(),
            score: Number::parse(score).unwrap_or_else(|code| panic!("`{score}` is no score: {code:?}")),
            answers: answers.iter().map(|line| (*line).to_owned()).collect(),
        }
    }

    /// The workbook with this one score changed.
    #[must_use]
    pub fn of(&self, workbook: &Workbook) -> Workbook {
        let mut changed = workbook.clone();
        let form = changed.ratings.iter_mut().find(|rating| rating.id.as_str() == self.rating);
        let line = form.and_then(|form| form.scores.iter_mut().find(|line| line.criterion.as_str() == self.criterion));
        if let Some(line) = line {
            line.score = Some(self.score);
        }
        changed
    }

    /// Stops at an answer that is not the exact one.
    pub fn check(&self, appraisal: &Appraisal) {
        let expected: Vec<&str> = self.answers.iter().map(String::as_str).collect();
        same(&expected, appraisal);
    }
}

/// The text of the last of twelve months of a thousand people.
#[must_use]
pub fn ladder() -> String {
    file("engine", "ladder-1000.json")
}

/// A text as a tree, or the end of the measurement.
#[must_use]
pub fn tree(text: &str) -> Document<'_> {
    Document::parse(text).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn same(expected: &[&str], appraisal: &Appraisal) {
    assert_eq!(expected.len(), appraisal.results.len(), "how many have a result");
    for (right, result) in expected.iter().zip(&appraisal.results) {
        assert_eq!(*right, told(result), "{}", result.subject);
    }
}

fn told(result: &SubjectResult) -> String {
    let total = result.total.map(|total| total.to_string()).unwrap_or_default();
    let grade = result.grade.as_ref().map_or("", |grade| grade.as_str());
    let rank = result.rank.map(|rank| rank.to_string()).unwrap_or_default();
    [total.as_str(), grade, &rank, if result.warning.is_some() { "warned" } else { "" }].join("\t")
}

fn file(kind: &str, name: &str) -> String {
    let folder = std::env::var_os("KAOHE_BENCH_DATA").map(PathBuf::from);
    let here = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/bench/data");
    let path = folder.unwrap_or_else(here).join(kind).join(name);
    std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}; `cargo xtask bench` writes it", path.display()))
}
