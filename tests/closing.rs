//! A closed period: what changes it is found, and the next one begins from it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail by panicking"
)]

use std::fs;

use kaohe::json::{Document, digest_of};
use kaohe::problem::Code;
use kaohe::workbook::{Book, Closing, ReopeningDraft, read_draft};
use serde_json::{Value, json};

type Change = fn(&mut Value);

fn sample(name: &str) -> Value {
    let path = format!("{}/samples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let mut workbook: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    workbook.as_object_mut().unwrap().remove("checksum");
    workbook
}

fn book(workbook: &Value) -> Book {
    Book::from_text(&workbook.to_string()).unwrap_or_else(|problems| panic!("{}", kaohe::json::pretty(&problems))).0
}

fn written(book: &Book) -> Value {
    let mut workbook: Value = serde_json::from_str(&book.to_text()).unwrap();
    workbook.as_object_mut().unwrap().remove("checksum");
    workbook
}

fn closing() -> Closing {
    read_draft(r#"{"author":"李","date":"2026-11-03"}"#).unwrap()
}

/// Gives a closing that somebody changed a digest that fits again.
fn sealed_again(workbook: &mut Value) {
    let closed = workbook["closed"].as_object_mut().unwrap();
    closed.remove("digest");
    let text = Value::Object(closed.clone()).to_string();
    let content = kaohe::json::Json::from(Document::parse(&text).unwrap().root());
    closed.insert("digest".to_owned(), json!(digest_of(&content).to_string()));
}

#[test]
fn whatever_is_changed_after_a_closing_is_found() {
    let closed = book(&sample("s9/2026-10")).close(&closing()).unwrap();
    assert!(closed.verify().ok);
    let changes: [(&str, Change); 5] = [
        ("a kept scheme", |workbook| workbook["closed"]["results"][0]["scheme"] = json!("other")),
        ("no scheme kept", |workbook| workbook["closed"]["schemes"] = json!([])),
        ("a kept total", |workbook| workbook["closed"]["results"][0]["total"] = json!("99.00")),
        ("an observation", |workbook| workbook["observations"] = json!([])),
        ("a form", |workbook| workbook["ratings"][0]["scores"][0]["score"] = json!("1")),
    ];
    for (what, change) in changes {
        let mut workbook = written(&closed);
        change(&mut workbook);
        assert_ne!(workbook, written(&closed), "{what} is there to be changed");
        sealed_again(&mut workbook);
        assert!(!book(&workbook).verify().ok, "{what} is not found");
    }
}

#[test]
fn that_a_period_was_reopened_cannot_be_taken_away() {
    let draft: ReopeningDraft = read_draft(r#"{"author":"李","date":"2026-11-04","reason":"漏了一条"}"#).unwrap();
    let closed = book(&sample("s9/2026-10")).close(&closing()).unwrap();
    let again = closed.reopen(draft).unwrap().close(&closing()).unwrap();
    assert!(again.verify().ok);
    let mut workbook = written(&again);
    workbook.as_object_mut().unwrap().remove("reopenings");
    assert!(!book(&workbook).verify().ok);
    let mut workbook = written(&again);
    workbook["reopenings"][0]["reason"] = json!("别的");
    assert!(!book(&workbook).verify().ok);
}

#[test]
fn the_next_period_keeps_a_corrected_number_with_the_one_it_replaces() {
    let mut workbook = sample("s2/2026-09");
    let exam = workbook["indicators"].as_array_mut().unwrap();
    let first = exam.iter().position(|entry| entry["indicator"] == "exam").unwrap();
    let mut corrected = exam[first].clone();
    corrected["id"] = json!("corrected");
    corrected["replaces"] = exam[first]["id"].clone();
    // The one in its place is dated in the quarter of the next period, the one that it replaces is not.
    exam[first]["date"] = json!("2026-07-02");
    corrected["date"] = json!("2026-09-02");
    exam.push(corrected);
    let next = written(&book(&workbook).close(&closing()).unwrap().next_period().unwrap());
    let ids: Vec<&Value> = next["indicators"].as_array().unwrap().iter().map(|entry| &entry["id"]).collect();
    assert!(ids.contains(&&json!("corrected")), "{ids:?}");
}

#[test]
fn a_return_that_begins_in_the_next_period_comes_along() {
    let mut workbook = sample("s7/2026-10");
    let subject = workbook["people"].as_array().unwrap().iter().find(|person| person.get("scheme").is_some()).unwrap();
    let (subject, state) = (
        subject["id"].clone(),
        |id: &str, state: &str, date: &str, subject: &Value| json!({ "id": id, "subject": subject, "state": state, "date": date, "author": "李", "reason": "按规定" }),
    );
    workbook["states"] =
        json!([state("away", "standby", "2026-10-08", &subject), state("back", "active", "2026-11-05", &subject)]);
    let next = written(&book(&workbook).close(&closing()).unwrap().next_period().unwrap());
    let ids: Vec<&Value> = next["states"].as_array().unwrap().iter().map(|entry| &entry["id"]).collect();
    assert_eq!(ids, [&json!("away"), &json!("back")]);
}

#[test]
fn a_month_in_which_nothing_was_entered_yet_says_why_everybody_is_warned() {
    let month = book(&sample("s7/2026-10"));
    let tied = |book: &Book| {
        let notices = kaohe::appraise(book).notices;
        notices.iter().filter(|notice| notice.code == Code::AllTied).count()
    };
    assert_eq!(tied(&month), 0);
    let next = month.close(&closing()).unwrap().next_period().unwrap();
    assert_eq!(tied(&next), 2, "both groups of the card scheme begin with the same total, the third waits for ratings");
}
