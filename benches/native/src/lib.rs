//! The workload that `../data.mjs` writes, and whether answers to it are the exact ones.

mod cpu;

use std::path::PathBuf;

use kaohe::live::{FormOf, LiveTeam};
use kaohe::result::Standing;
use kaohe::workbook::{Rating, Workbook};

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
    unit: String,
    form: Rating,
    criterion: String,
    score: String,
    before: String,
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
    pub fn check(&self, standings: &[Standing]) {
        let expected: Vec<&str> = self.answers.lines().collect();
        same(&expected, standings);
    }
}

impl Variant {
    /// All that were drawn for the team of twenty, the workbook.
    #[must_use]
    pub fn all(team: &Workbook) -> Vec<Self> {
        let text = file("drawn", "variants.tsv");
        let lines: Vec<&str> = text.lines().collect();
        lines.chunks(21).map(|lines| Self::read(lines, team)).collect()
    }

    fn read(lines: &[&str], team: &Workbook) -> Self {
        let [change, answers @ ..] = lines else { panic!("a what-if has a line that says what is changed") };
        let words: Vec<&str> = change.split('\t').collect();
        let [rating, criterion, score] = words[..] else { panic!("`{change}` names no form, criterion and score") };
        let form = team.ratings.iter().find(|form| form.id.as_str() == rating);
        let form = form.unwrap_or_else(|| panic!("there is no form `{rating}`")).clone();
        let before = form.scores.lines().find(|line| line.criterion.as_str() == criterion).and_then(|line| line.score);
        Self {
            unit: team.units[0].id.to_string(),
            form,
            criterion: criterion.to_owned(),
            score: score.to_owned(),
            before: before.map(|score| score.to_string()).unwrap_or_default(),
            answers: answers.iter().map(|line| (*line).to_owned()).collect(),
        }
    }

    /// The team's unit.
    #[must_use]
    pub fn unit(&self) -> &str {
        &self.unit
    }

    /// The scheme that the team is appraised by.
    #[must_use]
    pub fn scheme(&self) -> &str {
        self.form.scheme.id.as_str()
    }

    /// Tries the other score.
    pub fn enter(&self, team: &mut LiveTeam) {
        self.try_score(team, &self.score);
    }

    /// Puts back the score that there was.
    pub fn take_back(&self, team: &mut LiveTeam) {
        self.try_score(team, &self.before);
    }

    fn try_score(&self, team: &mut LiveTeam, score: &str) {
        let form = &self.form;
        let of = FormOf { subject: form.subject.as_str(), role: form.role.as_str(), rater: form.rater.as_str() };
        team.enter(&of, &self.criterion, score).unwrap_or_else(|problem| panic!("{problem:?}"));
    }

    /// Stops at an answer that is not the exact one.
    pub fn check(&self, standings: &[Standing]) {
        let expected: Vec<&str> = self.answers.iter().map(String::as_str).collect();
        same(&expected, standings);
    }
}

/// The text of the last of twelve months of a thousand people.
#[must_use]
pub fn ladder() -> String {
    file("engine", "ladder-1000.json")
}

fn same(expected: &[&str], standings: &[Standing]) {
    assert_eq!(expected.len(), standings.len(), "how many have a result");
    for (right, standing) in expected.iter().zip(standings) {
        assert_eq!(*right, told(standing), "{}", standing.subject);
    }
}

fn told(standing: &Standing) -> String {
    let total = standing.total.map(|total| total.to_string()).unwrap_or_default();
    let grade = standing.grade.as_ref().map_or("", |grade| grade.as_str());
    let rank = standing.rank.map(|rank| rank.to_string()).unwrap_or_default();
    [total.as_str(), grade, &rank, if standing.warning.is_some() { "warned" } else { "" }].join("\t")
}

fn file(kind: &str, name: &str) -> String {
    let folder = std::env::var_os("KAOHE_BENCH_DATA").map(PathBuf::from);
    let here = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/bench/data");
    let path = folder.unwrap_or_else(here).join(kind).join(name);
    std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}; `cargo xtask bench` writes it", path.display()))
}
