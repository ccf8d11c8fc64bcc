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

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kaohe::report::Appraisal;
use kaohe::scheme::Checked;
use kaohe::{appraise, json, workbook::Book};
use serde_json::{Map, Value, json};

/// Fewer than these would mean that a file was not found.
const LEAST_CASES: usize = 120;

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
    if kaohe::problem::refuses(&appraisal.notices) {
        return Err(json::pretty(&appraisal.notices));
    }
    Ok(serde_json::from_str(&json::pretty(&appraisal)).unwrap())
}

// ── what the runner fills in ───────────────────────────────────────────────────────────────────

/// The case's schemes, whole; the first is *the case's scheme*.
fn schemes_of(named: &Value) -> Vec<Value> {
    match named {
        Value::Array(several) => several.iter().map(whole_scheme).collect(),
        one => vec![whole_scheme(one)],
    }
}

fn whole_scheme(named: &Value) -> Value {
    if let Value::String(path) = named {
        return read_json(&at(path));
    }
    let mut scheme = named.clone();
    fill(&mut scheme, "format", "kaohe-scheme");
    fill(&mut scheme, "formatVersion", 1);
    fill(&mut scheme, "id", "case");
    fill(&mut scheme, "version", "1");
    fill(&mut scheme, "period", "month");
    name_by_id(&mut scheme);
    for key in ["roles", "sections", "grades"] {
        items(&mut scheme, key).for_each(name_by_id);
    }
    for section in items(&mut scheme, "sections") {
        items(section, "criteria").for_each(name_by_id);
    }
    if let Some(warnings) = scheme.get_mut("warnings") {
        items(warnings, "rungs").for_each(name_by_id);
    }
    scheme
}

fn name_by_id(part: &mut Value) {
    let name = json!({ "zh-CN": part["id"] });
    fill(part, "name", name);
}

/// The workbook of a case: what is written stands, what is absent is filled in.
fn workbook_of(case: &Value, schemes: &[Value]) -> Value {
    let mut book = case["workbook"].clone();
    fill(&mut book, "format", "kaohe-workbook");
    fill(&mut book, "formatVersion", 1);
    fill(&mut book, "id", "case");
    fill(&mut book, "period", "2026-10");
    fill(&mut book, "schemes", schemes.to_vec());
    expand_totals(&mut book, &schemes[0]);
    fill_people(&mut book, &schemes[0]);
    fill_units(&mut book);
    expand_forms(&mut book, schemes);
    fill_entries(&mut book);
    fill_history(&mut book, schemes);
    book
}

/// `totals`: a person for each subject that is not there yet, and a form for each score.
fn expand_totals(book: &mut Value, scheme: &Value) {
    let Some(Value::Object(totals)) = book.as_object_mut().unwrap().remove("totals") else { return };
    for (subject, score) in totals {
        if !list(&book["people"]).iter().any(|person| person["id"] == subject) {
            push(book, "people", json!({ "id": subject }));
        }
        if !score.is_null() {
            let role = &scheme["roles"][0]["id"];
            push(book, "forms", json!({ "subject": subject, "role": role, "rater": "r", "all": score }));
        }
    }
}

fn fill_people(book: &mut Value, scheme: &Value) {
    if list(&book["people"]).is_empty() {
        book["people"] = json!([{ "id": "s" }]);
    }
    for person in items(book, "people") {
        let id = person["id"].clone();
        fill(person, "name", id);
        fill(person, "unit", "u");
        fill(person, "scheme", scheme["id"].clone());
    }
}

fn fill_units(book: &mut Value) {
    let mut units: Vec<String> = list(&book["people"]).iter().map(|person| text(&person["unit"]).to_owned()).collect();
    units.sort();
    units.dedup();
    let units: Vec<Value> = units.iter().map(|id| json!({ "id": id, "name": { "zh-CN": id } })).collect();
    fill(book, "units", units);
}

/// `forms`: each becomes a rating.
fn expand_forms(book: &mut Value, schemes: &[Value]) {
    let Some(Value::Array(forms)) = book.as_object_mut().unwrap().remove("forms") else { return };
    for (index, form) in forms.iter().enumerate() {
        let rating = rating_of(book, schemes, form, index + 1);
        push(book, "ratings", rating);
    }
}

fn rating_of(book: &Value, schemes: &[Value], form: &Value, n: usize) -> Value {
    let subject = form.get("subject").map_or("s", text);
    let person = list(&book["people"]).iter().find(|person| person["id"] == subject).expect("the form's subject");
    let scheme = schemes.iter().find(|scheme| scheme["id"] == person["scheme"]).expect("the subject's scheme");
    let role = list(&scheme["roles"]).iter().find(|role| role["id"] == form["role"]).expect("the form's role");
    let own = role.get("by").is_some_and(|by| by == "subject");
    let rater = form.get("rater").map_or(if own { subject } else { "r" }, text);
    json!({
        "id": format!("form-{n}"), "revision": 1, "scheme": { "id": scheme["id"], "version": scheme["version"] },
        "period": book["period"], "subject": subject, "rater": rater, "role": form["role"], "date": day(book),
        "scores": scores_of(scheme, form),
    })
}

/// `all` for every rating criterion that the role is asked for, `scores` over it; null leaves unscored.
fn scores_of(scheme: &Value, form: &Value) -> Vec<Value> {
    let mut scores: BTreeMap<&str, &Value> = BTreeMap::new();
    if let Some(all) = form.get("all") {
        let criteria = list(&scheme["sections"]).iter().flat_map(|section| list(&section["criteria"]));
        scores.extend(criteria.filter(|each| asks(each, &form["role"])).map(|each| (text(&each["id"]), all)));
    }
    if let Some(Value::Object(named)) = form.get("scores") {
        scores.extend(named.iter().map(|(id, score)| (id.as_str(), score)));
    }
    let given = scores.into_iter().filter(|(_, score)| !score.is_null());
    given.map(|(criterion, score)| json!({ "criterion": criterion, "score": score })).collect()
}

fn asks(criterion: &Value, role: &Value) -> bool {
    let measure = &criterion["measure"];
    measure["type"] == "rating" && measure.get("roles").is_none_or(|roles| list(roles).contains(role))
}

/// `<period>-15` for a month, else `<year>-12-15`.
fn day(book: &Value) -> String {
    let period = text(&book["period"]);
    let month = period.split_once('-').is_some_and(|(_, rest)| rest.bytes().all(|byte| byte.is_ascii_digit()));
    if month { format!("{period}-15") } else { format!("{}-12-15", &period[..4]) }
}

fn fill_entries(book: &mut Value) {
    let (day, first) = (day(book), format!("{}-01", text(&book["period"])));
    for (key, stem, date) in [("records", "record", day), ("states", "state", first)] {
        for (index, entry) in items(book, key).enumerate() {
            fill(entry, "subject", "s");
            fill(entry, "id", format!("{stem}-{}", index + 1));
            fill(entry, "date", date.as_str());
            fill(entry, "author", "author");
            fill(entry, "reason", "reason");
        }
    }
}

/// Earlier periods: what is kept, sealed and chained as the engine would have.
fn fill_history(book: &mut Value, schemes: &[Value]) {
    let named: Vec<Value> = schemes.iter().map(named_by_digest).collect();
    let mut previous: Option<Value> = None;
    for closed in items(book, "history") {
        fill(closed, "date", "2026-12-31");
        fill(closed, "author", "author");
        fill(closed, "engine", "0");
        fill(closed, "schemes", named.clone());
        fill(closed, "content", format!("sha256:{}", "0".repeat(64)));
        items(closed, "results").for_each(|kept| fill_kept(kept, &schemes[0]));
        if let Some(digest) = previous {
            fill(closed, "previous", digest);
        }
        let text = closed.to_string();
        let digest = json::digest_of(&json::Json::from(json::Document::parse(&text).unwrap().root()));
        fill(closed, "digest", digest.as_str());
        previous = Some(closed["digest"].clone());
    }
}

fn named_by_digest(scheme: &Value) -> Value {
    let (checked, _) = Checked::from_text(&scheme.to_string()).expect("a good scheme");
    json!({ "id": scheme["id"], "version": scheme["version"], "digest": checked.digest().as_str() })
}

fn fill_kept(kept: &mut Value, scheme: &Value) {
    fill(kept, "subject", "s");
    fill(kept, "scheme", scheme["id"].clone());
    fill(kept, "unit", "u");
    fill(kept, "state", "active");
    if kept.get("rank").is_some() {
        fill(kept, "total", "80.00");
    }
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
        ("missing" | "alsoHolds", _) => (sorted(expected), sorted(&got)),
        ("months", _) => (or_empty(expected), or_empty(&got)),
        (_, Value::Object(stated)) => {
            let of_stated: Map<String, Value> = stated.keys().map(|key| (key.clone(), value_at(&got, key))).collect();
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
        "raw" | "noData" => by_id(&criteria(result), field),
        "missing" | "early" => direct(field),
        "warning" => result["warning"]["rung"].clone(),
        "months" => each(&result["warning"]["months"], "period"),
        "alsoHolds" => each(&direct("alsoHolds"), "rung"),
        _ => return None,
    })
}

/// A field of `expectUnits` in a unit's report.
fn of_unit(report: &Value, field: &str) -> Option<Value> {
    let known = ["members", "ranked", "provisional", "away", "passedOver"].contains(&field);
    known.then(|| report.get(field).cloned().unwrap_or_default())
}

fn criteria(result: &Value) -> Vec<Value> {
    list(&result["sections"]).iter().flat_map(|section| list(&section["criteria"])).cloned().collect()
}

fn by_id(parts: &[Value], field: &str) -> Value {
    let pair = |part: &Value| (text(&part["id"]).to_owned(), part.get(field).cloned().unwrap_or_default());
    Value::Object(parts.iter().map(pair).collect())
}

fn each(entries: &Value, field: &str) -> Value {
    list(entries).iter().map(|entry| entry[field].clone()).collect()
}

// ── JSON at hand ───────────────────────────────────────────────────────────────────────────────

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read_json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// Writes a key that is absent.
fn fill(part: &mut Value, key: &str, value: impl Into<Value>) {
    part.as_object_mut().unwrap().entry(key).or_insert_with(|| value.into());
}

fn push(part: &mut Value, key: &str, entry: Value) {
    fill(part, key, json!([]));
    part[key].as_array_mut().unwrap().push(entry);
}

fn items<'v>(part: &'v mut Value, key: &str) -> impl Iterator<Item = &'v mut Value> {
    part.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten()
}

/// A list; an absent one is empty.
fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn object(value: &Value) -> &Map<String, Value> {
    value.as_object().expect("an object")
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
