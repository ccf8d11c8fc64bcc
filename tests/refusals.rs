//! The refusals of `tests/refusals/`: hostile documents with one mistake each, and what must be said of it.
//!
//! Each document goes in as its bytes. Every problem of severity `error` is held to those that the
//! case names, in any order, and there may be no other.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test may fail by panicking"
)]

mod refusal_support;

use std::fs;
use std::path::{Path, PathBuf};

use kaohe::json::decode;
use kaohe::problem::Problem;
use kaohe::scheme::Checked;
use kaohe::workbook::{Book, read_form};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use refusal_support::{Case, cases, entries};

/// Fewer than these would mean that a folder was not found.
const LEAST_REFUSED: usize = 600;
const LEAST_ACCEPTED: usize = 100;

#[test]
fn every_mistake_is_named_with_its_place() {
    let cases = of_groups(|group| group != "accepted");
    assert!(cases.len() >= LEAST_REFUSED, "only {} documents were found", cases.len());
    let silent: Vec<&str> =
        cases.iter().filter(|case| case.problems.is_empty()).map(|case| case.name.as_str()).collect();
    assert!(silent.is_empty(), "{silent:?} name no problem: what is accepted belongs to `accepted/`");
    hold_to_expectations(&cases);
}

#[test]
fn what_lies_just_inside_the_borders_is_accepted() {
    let cases = of_groups(|group| group == "accepted");
    assert!(cases.len() >= LEAST_ACCEPTED, "only {} documents were found", cases.len());
    let refused: Vec<&str> =
        cases.iter().filter(|case| !case.problems.is_empty()).map(|case| case.name.as_str()).collect();
    assert!(refused.is_empty(), "{refused:?} name a problem: what is refused belongs to a group of its own");
    hold_to_expectations(&cases);
}

#[test]
fn every_base_is_accepted_before_anything_is_edited() {
    let bases = entries(&folder().join("bases"));
    assert!(bases.len() > 10, "only {} bases were found", bases.len());
    for path in bases {
        let name = path.file_name().unwrap().to_str().unwrap();
        let what = name.split(['-', '.']).next().unwrap();
        let (errors, _) = said(&fs::read(&path).unwrap(), what);
        assert!(errors.is_empty(), "bases/{name}: {errors:?}");
    }
}

#[test]
fn every_case_has_a_name_of_its_own_and_every_expectation_its_document() {
    let names: Vec<String> = cases(&folder()).into_iter().map(|case| case.name).collect();
    let twice: Vec<&String> = names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
    assert!(twice.is_empty(), "{twice:?}");
    let files = entries(&folder()).into_iter().filter(|path| path.is_dir()).flat_map(|group| entries(&group));
    let lone: Vec<PathBuf> = files
        .filter(|path| {
            !path.with_extension("json").is_file()
                || path.extension().is_none_or(|end| end != "json" && end != "expect")
        })
        .collect();
    assert!(lone.is_empty(), "{lone:?}");
}

#[test]
fn node_makes_the_same_documents_of_the_edits() {
    let mut digest = Sha256::new();
    for case in cases(&folder()).iter().filter(|case| case.edited) {
        digest.update(format!("{} {} ", case.name, case.what));
        digest.update(&case.bytes);
    }
    let digest: String = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let held = fs::read_to_string(folder().join("documents.sha256")).unwrap();
    assert_eq!(digest, held.trim(), "if a case was added or changed: write this into tests/refusals/documents.sha256");
}

fn hold_to_expectations(cases: &[Case]) {
    let failures: Vec<String> = cases.iter().filter_map(failure).collect();
    assert!(failures.is_empty(), "{} of {} documents\n\n{}", failures.len(), cases.len(), failures.join("\n\n"));
}

/// Every case of the groups that are asked for.
fn of_groups(group: impl Fn(&str) -> bool) -> Vec<Case> {
    cases(&folder()).into_iter().filter(|case| group(case.name.split('/').next().unwrap())).collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/refusals")
}

/// What was said of a document and should not have been, or the other way round.
fn failure(case: &Case) -> Option<String> {
    let (said, warned) = said(&case.bytes, &case.what);
    // Warnings are compared where the case names any; most are about refusals alone.
    let mut unexpected = said;
    unexpected.extend(warned.into_iter().filter(|_| case.warnings.is_some()));
    let mut unsaid = Vec::new();
    for wanted in case.problems.iter().chain(case.warnings.iter().flatten()) {
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
    Some(format!("{}{}{}", case.name, lines("expected", &unsaid), lines("got", &unexpected)))
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
    let problems = match what {
        "scheme" => all(Checked::from_text(text)),
        "form" => all(read_form(text)),
        "workbook" => all(Book::from_text(text)),
        other => panic!("`{other}` is read in no way that is known here"),
    };
    problems.iter().for_each(lacks_no_parameter);
    problems
}

/// What is put is held to the declaration where it is put; what is left out shows only in the whole.
fn lacks_no_parameter(problem: &Problem) {
    let mut declared = problem.code.parameters().iter().filter(|parameter| !parameter.optional);
    let lacking = declared.find(|parameter| problem.params.get(parameter.name).is_none());
    assert!(lacking.is_none(), "`{}` is told without `{}`", problem.code.as_str(), lacking.unwrap().name);
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
