//! What the runner fills in of a case (`tests/cases/README.md`).

use std::collections::BTreeMap;

use kaohe::json;
use kaohe::scheme::Checked;
use serde_json::{Value, json};

use crate::at_hand::{at, fill, items, list, push, read_json, text};

/// The case's schemes, whole; the first is *the case's scheme*.
pub(crate) fn schemes_of(named: &Value) -> Vec<Value> {
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
    for key in ["roles", "sections", "grades", "indicators", "channels", "consequences", "calendar"] {
        items(&mut scheme, key).for_each(name_by_id);
    }
    for section in items(&mut scheme, "sections") {
        items(section, "criteria").for_each(name_criterion);
    }
    for (part, key) in
        [("warnings", "rungs"), ("feedback", "questions"), ("register", "departments"), ("pay", "factors")]
    {
        if let Some(part) = scheme.get_mut(part) {
            items(part, key).for_each(name_by_id);
        }
    }
    for part in ["feedback", "register"] {
        if let Some(found) = scheme.get_mut(part) {
            fill(found, "name", json!({ "zh-CN": part }));
        }
    }
    scheme
}

fn name_criterion(criterion: &mut Value) {
    name_by_id(criterion);
    items(criterion, "critical").for_each(name_by_id);
    items(&mut criterion["measure"], "kinds").for_each(name_by_id);
    if let Some(scale) = criterion.get_mut("scale") {
        items(scale, "levels").for_each(name_by_id);
    }
}

fn name_by_id(part: &mut Value) {
    let name = json!({ "zh-CN": part["id"] });
    fill(part, "name", name);
}

/// The workbook of a case: what is written stands, what is absent is filled in.
pub(crate) fn workbook_of(case: &Value, schemes: &[Value]) -> Value {
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
    fill_evidence(&mut book);
    fill_decisions(&mut book);
    fill_history(&mut book, "history", schemes);
    fill_history(&mut book, "otherResults", schemes);
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
    given.map(|(criterion, score)| json!({ "criterion": criterion, (key_of(score)): score })).collect()
}

/// What is no number is the id of a level.
fn key_of(score: &Value) -> &'static str {
    let number = score.as_str().is_none_or(|text| text.starts_with(|c: char| c == '-' || c.is_ascii_digit()));
    if number { "score" } else { "level" }
}

fn asks(criterion: &Value, role: &Value) -> bool {
    let measure = &criterion["measure"];
    measure["type"] == "rating" && measure.get("roles").is_none_or(|roles| list(roles).contains(role))
}

/// The 15th of the period's last month.
fn day(book: &Value) -> String {
    let period = kaohe::period::Period::parse(text(&book["period"])).expect("a period");
    format!("{}-15", period.last_day().month())
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

/// The lists of everything that is measured and not rated.
fn fill_evidence(book: &mut Value) {
    let day = day(book);
    for (key, stem) in [("indicators", "indicator"), ("feedback", "feedback"), ("plans", "plan"), ("rulings", "ruling")]
    {
        for (index, entry) in items(book, key).enumerate() {
            fill(entry, "id", format!("{stem}-{}", index + 1));
            fill(entry, "subject", "s");
            fill(entry, "date", day.as_str());
            match key {
                "feedback" => expand_answers(entry),
                _ => fill(entry, "author", "author"),
            }
            if key == "rulings" {
                fill(entry, "sequence", index + 1);
                fill(entry, "reason", "reason");
            }
            if key == "plans" {
                fill(entry, "revision", 1);
                fill(entry, "measure", "measure");
                fill(entry, "owner", "owner");
                fill(entry, "due", day.as_str());
            }
        }
    }
    for (index, check) in items(book, "feedbackChecks").enumerate() {
        fill(check, "id", format!("check-{}", index + 1));
        fill(check, "sequence", index + 1);
        fill(check, "author", "author");
        fill(check, "date", day.as_str());
    }
    for (index, complaint) in items(book, "complaints").enumerate() {
        fill_complaint(complaint, index + 1, &day);
    }
}

/// `answers`: a score for each question.
fn expand_answers(form: &mut Value) {
    let Some(Value::Object(answers)) = form.as_object_mut().unwrap().remove("answers") else { return };
    let scores: Vec<Value> =
        answers.iter().map(|(question, score)| json!({ "question": question, "score": score })).collect();
    fill(form, "scores", scores);
}

/// `of`: who is responsible.
fn fill_complaint(complaint: &mut Value, n: usize, day: &str) {
    fill(complaint, "id", format!("complaint-{n}"));
    fill(complaint, "revision", 1);
    fill(complaint, "author", "author");
    fill(complaint, "registered", day);
    fill(complaint, "received", day);
    let number = format!("{}-{n:04}", &text(&complaint["registered"])[..7]);
    fill(complaint, "number", number);
    fill(complaint, "kind", "non-quality");
    if let Some(unit) = complaint.as_object_mut().unwrap().remove("of") {
        fill(complaint, "responsible", json!({ "unit": unit, "author": "author", "date": day }));
    }
}

/// `list/n` is the nth entry of that list, by its digest.
fn fill_decisions(book: &mut Value) {
    let day = day(book);
    let (named, lists): (Vec<Value>, &Value) = (list(&book["decisions"]).to_vec(), book);
    let by_digest = |named: &Value| {
        let (key, n) = text(named).split_once('/').expect("`list/n`");
        digest(&lists[key][n.parse::<usize>().expect("a number") - 1])
    };
    let of = |decision: &Value| {
        let over: Vec<String> = list(&decision["over"]).iter().map(by_digest).collect();
        json!({ "keep": by_digest(&decision["keep"]), "over": over })
    };
    let mut decisions: Vec<Value> = named.iter().map(of).collect();
    for (index, decision) in decisions.iter_mut().enumerate() {
        fill(decision, "id", format!("decision-{}", index + 1));
        fill(decision, "sequence", index + 1);
        fill(decision, "author", "author");
        fill(decision, "date", day.as_str());
        fill(decision, "reason", "reason");
    }
    if !decisions.is_empty() {
        book["decisions"] = json!(decisions);
    }
}

/// The digest of a document as the engine would write it.
fn digest(document: &Value) -> String {
    let text = document.to_string();
    json::digest_of(&json::Json::from(json::Document::parse(&text).unwrap().root())).to_string()
}

/// Earlier periods, and those of other workbooks: what is kept, sealed and chained as the engine would have.
fn fill_history(book: &mut Value, key: &str, schemes: &[Value]) {
    let named: Vec<Value> = schemes.iter().map(named_by_digest).collect();
    let mut previous: Option<Value> = None;
    for closed in items(book, key) {
        fill(closed, "date", "2026-12-31");
        fill(closed, "author", "author");
        fill(closed, "engine", "0");
        fill(closed, "schemes", named.clone());
        fill(closed, "content", format!("sha256:{}", "0".repeat(64)));
        items(closed, "results").for_each(|kept| fill_kept(kept, &schemes[0]));
        if let Some(digest) = previous.take().filter(|_| key == "history") {
            fill(closed, "previous", digest);
        }
        let digest = digest(closed);
        fill(closed, "digest", digest);
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
