//! The hand-calculated cases of `tests/cases/`: rules, inputs, and the numbers that must come out.
//!
//! What a case leaves out is filled in as `tests/cases/README.md` says; the whole goes through the
//! public API as a workbook's text, and every stated field of the result is compared.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test may fail by panicking"
)]

#[path = "case_support/at_hand.rs"]
mod at_hand;
#[path = "case_support/filled.rs"]
mod filled;

use std::fs;
use std::path::{Path, PathBuf};

use kaohe::result::{Appraisal, Standing, SubjectResult};
use kaohe::{appraise, json, standings, workbook::Book};
use serde_json::{Map, Value, json};

use at_hand::{at, list, object, read_json, text};
use filled::{schemes_of, workbook_of};

/// Fewer than these would mean that a file was not found.
const LEAST_CASES: usize = 700;

#[test]
fn every_case_gives_the_number_calculated_by_hand() {
    let mut run = 0;
    let mut failures = Vec::new();
    for path in case_files() {
        let file = read_json(&path);
        for case in list(&file["cases"]) {
            run += 1;
            failures.extend(failure(&path, &file, case));
        }
    }
    assert!(failures.is_empty(), "{} of {run} cases fail\n\n{}", failures.len(), failures.join("\n\n"));
    assert!(run >= LEAST_CASES, "only {run} cases were found");
}

fn case_files() -> Vec<PathBuf> {
    let entries = fs::read_dir(at("tests/cases")).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    files.sort();
    files
}

/// What a person needs to find and redo the case, if it fails.
fn failure(path: &Path, file: &Value, case: &Value) -> Option<String> {
    let schemes = schemes_of(case.get("scheme").unwrap_or(&file["scheme"]));
    let differences = match appraisal_of(&workbook_of(case, &schemes)) {
        Ok(appraisal) => differences(case, &appraisal, text(&schemes[0]["id"])),
        Err(problems) => vec![format!("refused: {problems}")],
    };
    if differences.is_empty() {
        return None;
    }
    let place = path.file_name().unwrap().to_string_lossy();
    let (clause, name, calculation) = (text(&file["clause"]), text(&case["name"]), text(&case["calculation"]));
    let differences = differences.join("\n  ");
    Some(format!("{place}: {clause}: {name}\n  calculation: {calculation}\n  {differences}"))
}

/// The appraisal as it is written, or every problem of severity `error`.
fn appraisal_of(workbook: &Value) -> Result<Value, String> {
    let book = match Book::from_text(&workbook.to_string()) {
        Ok((book, _warnings)) => book,
        Err(problems) => return Err(json::pretty(&problems)),
    };
    let appraisal: Appraisal = appraise(&book);
    // Who asks where everybody stands is told the same.
    let standing: Vec<Standing> = appraisal.results.iter().map(SubjectResult::standing).collect();
    assert_eq!(standings(&book), standing);
    if kaohe::problem::refuses(&appraisal.notices) {
        return Err(json::pretty(&appraisal.notices));
    }
    Ok(serde_json::from_str(&json::pretty(&appraisal)).unwrap())
}

// ── what is compared ───────────────────────────────────────────────────────────────────────────

fn differences(case: &Value, appraisal: &Value, scheme: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (subject, fields) in object(&case["expect"]) {
        let result = list(&appraisal["results"]).iter().find(|result| result["subject"] == *subject);
        match result {
            Some(result) => compare(subject, fields, |field| of_result(result, field), &mut found),
            None => found.push(format!("{subject}: no result")),
        }
    }
    for (unit, fields) in case.get("expectUnits").into_iter().flat_map(object) {
        match unit_report(appraisal, unit, scheme) {
            Some(report) => compare(unit, fields, |field| of_unit(report, field), &mut found),
            None => found.push(format!("{unit}: no unit report")),
        }
    }
    found
}

fn unit_report<'v>(appraisal: &'v Value, unit: &str, scheme: &str) -> Option<&'v Value> {
    let reports: Vec<&Value> = list(&appraisal["units"]).iter().filter(|report| report["unit"] == unit).collect();
    let of_scheme = reports.iter().find(|report| report["scheme"] == scheme);
    of_scheme.or(reports.first().filter(|_| reports.len() == 1)).copied()
}

fn compare(about: &str, fields: &Value, shown: impl Fn(&str) -> Option<Value>, found: &mut Vec<String>) {
    for (field, expected) in object(fields) {
        match shown(field) {
            None => found.push(format!("{about}: `{field}` is no field that is compared")),
            Some(got) => {
                let (expected, got) = comparable(field, expected, got);
                if expected != got {
                    found.push(format!("{about} {field}: expected {expected}, got {got}"));
                }
            }
        }
    }
}

/// Both sides in one shape: of a map only the keys that are stated, a set in one order, no list as an empty one.
fn comparable(field: &str, expected: &Value, got: Value) -> (Value, Value) {
    match (field, expected) {
        ("missing" | "alsoHolds" | "critical" | "consequences" | "undecided", _) => (sorted(expected), sorted(&got)),
        ("months", _) => (or_empty(expected), or_empty(&got)),
        (_, Value::Object(stated)) => {
            let part = |key: &String| match (field, &stated[key]) {
                ("gap", inner) => comparable("", inner, value_at(&got, key)).1,
                _ => value_at(&got, key),
            };
            let of_stated: Map<String, Value> = stated.keys().map(|key| (key.clone(), part(key))).collect();
            (expected.clone(), Value::Object(of_stated))
        }
        _ => (expected.clone(), got),
    }
}

/// A part that is not there at all is no part without the field.
fn value_at(parts: &Value, key: &str) -> Value {
    parts.get(key).cloned().unwrap_or_else(|| json!("no such part"))
}

fn or_empty(found: &Value) -> Value {
    if found.is_null() { json!([]) } else { found.clone() }
}

fn sorted(found: &Value) -> Value {
    let mut entries = list(found).to_vec();
    entries.sort_by_key(Value::to_string);
    Value::Array(entries)
}

/// A field of `expect` in a subject's result; nothing if there is no such field.
fn of_result(result: &Value, field: &str) -> Option<Value> {
    let direct = |key: &str| result.get(key).cloned().unwrap_or_default();
    Some(match field {
        "status" | "state" | "total" | "grade" | "rank" | "ranked" | "below" | "base" | "bonus" | "deductions" => {
            direct(field)
        }
        "sections" => by_id(list(&result["sections"]), "points"),
        "criteria" => by_id(&criteria(result), "points"),
        "criterionBonus" => by_id(&criteria(result), "bonus"),
        "raw" | "noData" | "have" | "expected" => by_id(&criteria(result), field),
        "gap" => gaps(result),
        "critical" => list(&direct("critical"))
            .iter()
            .filter(|hit| hit["counts"] == true)
            .map(|hit| hit["rule"].clone())
            .collect(),
        "limit" => by_key(list(&direct("critical")), "rule", "limit"),
        "consequences" => each(&direct("consequences"), "id"),
        "pay" => result["pay"]["amount"].clone(),
        "plans" => effects(result),
        "missing" | "early" => direct(field),
        "warning" => result["warning"]["rung"].clone(),
        "months" => each(&result["warning"]["months"], "period"),
        "alsoHolds" => each(&direct("alsoHolds"), "rung"),
        _ => return None,
    })
}

/// A field of `expectUnits` in a unit's report.
fn of_unit(report: &Value, field: &str) -> Option<Value> {
    match field {
        "members" | "ranked" | "provisional" | "away" | "passedOver" | "undecided" => {
            Some(report.get(field).cloned().unwrap_or_default())
        }
        "seats" | "holders" => Some(by_key(list(&report["quotas"]), "grade", field)),
        _ => None,
    }
}

/// Criterion → role → how far it lies above what counts.
fn gaps(result: &Value) -> Value {
    let of_roles = |criterion: &Value| by_key(list(&criterion["roles"]), "role", "gap");
    Value::Object(criteria(result).iter().map(|part| (text(&part["id"]).to_owned(), of_roles(part))).collect())
}

/// Plan → its effect.
fn effects(result: &Value) -> Value {
    by_key(list(&result["plans"]), "plan", "effect")
}

fn criteria(result: &Value) -> Vec<Value> {
    list(&result["sections"]).iter().flat_map(|section| list(&section["criteria"])).cloned().collect()
}

fn by_id(parts: &[Value], field: &str) -> Value {
    by_key(parts, "id", field)
}

fn by_key(parts: &[Value], key: &str, field: &str) -> Value {
    let pair = |part: &Value| (text(&part[key]).to_owned(), part.get(field).cloned().unwrap_or_default());
    Value::Object(parts.iter().map(pair).collect())
}

fn each(entries: &Value, field: &str) -> Value {
    list(entries).iter().map(|entry| entry[field].clone()).collect()
}
