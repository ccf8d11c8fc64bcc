//! Every derivation of the cases and of the samples, done again with a calculator of our own: whoever is
//! appraised can redo the sum from what is printed, whatever the measure and the scale.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects,
    dead_code,
    reason = "a test may fail by panicking, and shares its calculator with the properties"
)]

#[path = "case_support/at_hand.rs"]
mod at_hand;
#[path = "case_support/filled.rs"]
mod filled;
#[path = "properties/redone.rs"]
mod redone;

use std::fs;
use std::path::PathBuf;

use kaohe::output::explain;
use kaohe::score::Step;
use kaohe::{appraise, json, workbook::Book};
use serde_json::Value;

use at_hand::{at, list, read_json, text};
use filled::{schemes_of, workbook_of};

/// Fewer would mean that a folder was not found.
const LEAST_DERIVATIONS: usize = 1_000;

#[test]
fn every_derivation_can_be_redone() {
    let redone = cases().chain(samples()).map(|book| redo(&book)).sum::<usize>();
    assert!(redone >= LEAST_DERIVATIONS, "only {redone} derivations were found");
}

/// The workbooks of the cases.
fn cases() -> impl Iterator<Item = String> {
    files("tests/cases").into_iter().flat_map(|path| {
        let file = read_json(&path);
        let cases = list(&file["cases"]).to_vec();
        cases.into_iter().map(move |case| {
            let schemes = schemes_of(case.get("scheme").unwrap_or(&file["scheme"]));
            workbook_of(&case, &schemes).to_string()
        })
    })
}

/// The workbooks of the samples.
fn samples() -> impl Iterator<Item = String> {
    let folders = fs::read_dir(at("samples")).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = folders.filter(|path| path.is_dir()).collect();
    folders.sort();
    let paths = folders.into_iter().flat_map(|folder| files(&folder.to_string_lossy()));
    paths.map(|path| fs::read_to_string(path).unwrap())
}

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(at(folder)).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    files.sort();
    files
}

/// What is put is held to the declaration where it is put; what is left out shows only in the whole.
fn lacks_no_parameter(step: &Step) {
    let mut declared = step.code.parameters().iter().filter(|parameter| !parameter.optional);
    let lacking = declared.find(|parameter| step.params.get(parameter.name).is_none());
    assert!(lacking.is_none(), "`{}` is told without `{}`", step.code.as_str(), lacking.unwrap().name);
    step.steps.iter().for_each(lacks_no_parameter);
}

/// Redoes the derivation of everybody in a workbook; gives how many there were.
fn redo(workbook: &str) -> usize {
    let (book, _) = Book::from_text(workbook).unwrap_or_else(|problems| panic!("{}", json::pretty(&problems)));
    let appraisal = appraise(&book);
    for result in &appraisal.results {
        let steps = explain(&book, result.subject.as_str()).expect("a subject of the workbook");
        steps.iter().for_each(lacks_no_parameter);
        let steps: Value = serde_json::from_str(&json::pretty(&steps)).unwrap();
        list(&steps).iter().for_each(redone::redo);
        let shown: Value = serde_json::from_str(&json::pretty(result)).unwrap();
        let scheme = book.scheme(&result.scheme).expect("the subject's scheme");
        let scheme: Value = serde_json::from_str(&json::pretty(scheme.scheme())).unwrap();
        redone::redo_sums(&shown, &scheme);
        says_what_is_published(list(&steps), &shown);
        assert_eq!(text(&shown["subject"]), result.subject.as_str());
    }
    appraisal.results.len()
}

/// A section that waits has no figure, a grade is explained also where there is no total, and every figure of a criterion or
/// of pay stands in one of its steps.
fn says_what_is_published(steps: &[Value], result: &Value) {
    let all = flat(steps);
    let of = |code: &str| all.iter().copied().filter(move |step| step["code"] == code).collect::<Vec<_>>();
    for step in of("section") {
        let section = list(&result["sections"]).iter().find(|section| section["id"] == step["params"]["section"]);
        let points = section.expect("a section of the result").get("points");
        assert_eq!(step.get("value").map(text), points.map(text), "{step}");
    }
    if let Some(grade) = result.get("grade") {
        let says = |step: &Value| step.get("value") == Some(grade) || step["params"].get("grade") == Some(grade);
        assert!(all.iter().any(|step| says(step)), "nothing says how grade {grade} came about: {result}");
    }
    for (step, figure) in of("criterion").into_iter().map(|step| (step, step["params"].get("bonus"))) {
        let Some(bonus) = figure else { continue };
        let said = flat(list(&step["steps"])).iter().any(|part| part.get("value") == Some(bonus));
        assert!(said || text(bonus) == "0", "a bonus of {bonus} is not explained: {step}");
    }
    for step in of("pay") {
        let exact = list(&step["steps"]).iter().any(|part| part["code"] == "rounded");
        let figures = redone::calculated(text(&step["expression"]));
        let cents = figures.is_none_or(|figures| figures == redone::figure(text(&step["value"])));
        assert!(exact || cents, "the rounding of pay is not said: {step}");
    }
}

fn flat(steps: &[Value]) -> Vec<&Value> {
    steps.iter().flat_map(|step| std::iter::once(step).chain(flat(list(&step["steps"])))).collect()
}
