//! The refusals of `tests/refusals/`: hostile documents with one mistake each, and what must be said of it.
//!
//! Each document goes in as its bytes. Every problem of severity `error` is held to the `.expect`
//! beside it, in any order, and there may be no other.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test may fail by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};

use kaohe::json::decode;
use kaohe::problem::Problem;
use kaohe::scheme::Checked;
use kaohe::workbook::{Book, read_form};
use serde_json::{Value, json};

/// Fewer than these would mean that a folder was not found.
const LEAST_REFUSED: usize = 200;
const LEAST_ACCEPTED: usize = 30;

#[test]
fn every_mistake_is_named_with_its_place() {
    let files = documents(|group| group != "accepted");
    assert!(files.len() >= LEAST_REFUSED, "only {} documents were found", files.len());
    hold_to_expectations(&files);
}

#[test]
fn what_lies_just_inside_the_borders_is_accepted() {
    let files = documents(|group| group == "accepted");
    assert!(files.len() >= LEAST_ACCEPTED, "only {} documents were found", files.len());
    hold_to_expectations(&files);
}

#[test]
fn every_document_has_its_expectation_and_the_other_way_round() {
    let lone: Vec<PathBuf> = files_of_groups(|_| true)
        .into_iter()
        .filter(|path| {
            let other = if path.extension().is_some_and(|end| end == "json") { "expect" } else { "json" };
            !path.with_extension(other).is_file()
        })
        .collect();
    assert!(lone.is_empty(), "{lone:?}");
}

fn hold_to_expectations(files: &[PathBuf]) {
    let failures: Vec<String> = files.iter().filter_map(|path| failure(path)).collect();
    assert!(failures.is_empty(), "{} of {} documents\n\n{}", failures.len(), files.len(), failures.join("\n\n"));
}

/// Every document of the groups that are asked for.
fn documents(group: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    files_of_groups(group).into_iter().filter(|path| path.extension().is_some_and(|end| end == "json")).collect()
}

fn files_of_groups(group: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let groups = entries(&root().join("tests/refusals")).into_iter().filter(|path| path.is_dir());
    let asked_for = groups.filter(|path| group(&path.file_name().unwrap().to_string_lossy()));
    asked_for.flat_map(|path| entries(&path)).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What was said of a document and should not have been, or the other way round.
fn failure(path: &Path) -> Option<String> {
    let expect: Value = serde_json::from_str(&fs::read_to_string(path.with_extension("expect")).unwrap()).unwrap();
    let (said, warned) = said(&fs::read(path).unwrap(), expect["what"].as_str().unwrap());
    // Warnings are compared where the expectation names any; most files are about refusals alone.
    let warnings = expect.get("warnings").and_then(Value::as_array);
    let mut unexpected = said;
    unexpected.extend(warned.into_iter().filter(|_| warnings.is_some()));
    let mut unsaid = Vec::new();
    for wanted in expect["problems"].as_array().unwrap().iter().chain(warnings.into_iter().flatten()) {
        match unexpected.iter().position(|found| agrees(wanted, found)) {
            Some(index) => drop(unexpected.remove(index)),
            None => unsaid.push(wanted),
        }
    }
    if unexpected.is_empty() && unsaid.is_empty() {
        return None;
    }
    let lines = |title: &str, problems: &[Value]| -> String {
        problems.iter().map(|problem| format!("\n  {title} {problem}")).collect()
    };
    let unsaid: Vec<Value> = unsaid.into_iter().cloned().collect();
    let path = path.strip_prefix(root()).unwrap().display();
    Some(format!("{path}{}{}", lines("expected", &unsaid), lines("got", &unexpected)))
}

/// Every problem as it is written: those of severity `error`, and the warnings.
fn said(bytes: &[u8], what: &str) -> (Vec<Value>, Vec<Value>) {
    let problems = match decode(bytes) {
        Err(problem) => vec![problem],
        Ok(text) => problems(&text, what),
    };
    let written = |problem: &Problem| serde_json::from_str(&kaohe::json::compact(problem)).unwrap();
    let (errors, warnings): (Vec<&Problem>, Vec<&Problem>) = problems.iter().partition(|problem| problem.is_error());
    (errors.into_iter().map(written).collect(), warnings.into_iter().map(written).collect())
}

fn problems(text: &str, what: &str) -> Vec<Problem> {
    match what {
        "scheme" => all(Checked::from_text(text)),
        "form" => all(read_form(text)),
        "workbook" => all(Book::from_text(text)),
        other => panic!("`{other}` is read in no way that is known here"),
    }
}

/// The problems of a refusal, or the warnings beside what was accepted.
fn all<T>(read: Result<(T, Vec<Problem>), Vec<Problem>>) -> Vec<Problem> {
    read.map_or_else(|problems| problems, |(_, warnings)| warnings)
}

/// Code and pointer always; line, column and parameters where they are stated.
fn agrees(wanted: &Value, found: &Value) -> bool {
    let same = |key: &str| wanted.get(key).is_none_or(|value| Some(value) == found.get(key));
    let params = wanted.get("params").cloned().unwrap_or_else(|| json!({}));
    let same_params = params.as_object().unwrap().iter().all(|(name, word)| found["params"].get(name) == Some(word));
    let stated = wanted.get("code").is_some() && wanted.get("pointer").is_some();
    stated && ["code", "pointer", "line", "column"].into_iter().all(same) && same_params
}
