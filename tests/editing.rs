//! Changes to an open workbook: people and what was asked of them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test may fail by panicking"
)]

use std::fs;

use kaohe::closing::Closing;
use kaohe::problem::{Code, Problem};
use kaohe::text::{Name, PersonId};
use kaohe::workbook::{Assignment, Book, read_draft};

fn book() -> Book {
    let path = format!("{}/samples/s9/2026-10.json", env!("CARGO_MANIFEST_DIR"));
    Book::from_text(&fs::read_to_string(path).unwrap()).unwrap().0
}

fn person(id: &str) -> PersonId {
    PersonId::parse(id).unwrap()
}

fn codes(refused: Result<Book, Vec<Problem>>) -> Vec<(Code, String)> {
    let kind = |problem: &Problem| problem.params.get("kind").map(ToString::to_string).unwrap_or_default();
    refused.unwrap_err().iter().map(|problem| (problem.code, kind(problem))).collect()
}

/// The choice between the two forms of N09's superior is made: a conflict keeps a period open.
fn decided() -> Book {
    let mut workbook = book().into_workbook();
    let of_n09 = |form: &kaohe::workbook::Rating| form.subject.as_str() == "N09" && form.role.as_str() == "superior";
    let second = workbook.ratings.iter().rposition(of_n09).unwrap();
    workbook.ratings.remove(second);
    Book::new(workbook).unwrap().0
}

fn closed() -> Book {
    decided().close(&read_draft::<Closing>(r#"{"author":"李","date":"2026-11-03","leaveOpen":true}"#).unwrap()).unwrap()
}

#[test]
fn whoever_is_in_nothing_can_be_taken_out() {
    let draft = r#"{"id":"X1","name":"录错的人","unit":"inbound","scheme":"s9-csr-form"}"#;
    let asked = r#"{"subject":"X1","role":"peer","rater":"N01"}"#;
    let with = book().with_entry("people", draft).unwrap();
    let with = with.with_entry("assignments", asked).unwrap();
    assert_eq!(with.without_person(&person("X1")).unwrap().to_text(), book().to_text());
}

#[test]
fn whoever_is_in_something_stays() {
    let kind = |id: &str| codes(book().without_person(&person(id)));
    assert_eq!(kind("N01"), [(Code::PersonInUse, "rating".to_owned())]);
    assert_eq!(kind("M11"), [(Code::PersonInUse, "rating".to_owned())], "a rater, appraised by nobody");
    assert_eq!(kind("X9"), [(Code::UnknownPart, String::new())]);
    assert_eq!(codes(closed().without_person(&person("N01"))), [(Code::PeriodClosed, String::new())]);
}

#[test]
fn what_was_asked_can_be_taken_back() {
    let asked = book().workbook().assignments.first().unwrap().clone();
    let without = book().without_assignment(&asked).unwrap();
    assert_eq!(without.workbook().assignments.len() + 1, book().workbook().assignments.len());
    assert!(!without.workbook().assignments.contains(&asked));
    assert_eq!(without.workbook().ratings, book().workbook().ratings, "what was handed in stays");
    let nobody = Assignment { rater: person("N99"), ..asked };
    assert_eq!(codes(book().without_assignment(&nobody)), [(Code::UnknownPart, String::new())]);
}

#[test]
fn a_title_can_be_changed_also_of_a_closed_month() {
    let title = Name::parse("客服部2026年10月").unwrap();
    let named = closed().titled(Some(title.clone())).unwrap();
    assert_eq!(named.workbook().title, Some(title));
    assert!(named.verify().ok);
    assert_eq!(named.titled(None).unwrap().workbook().title, None);
}

/// What other programs wrote beside a person keeps its digits, and refuses nothing (a number read as JavaScript's would
/// come back as 1.5).
#[test]
fn many_entries_at_once_leave_what_is_there_as_it_was_written() {
    let text = book().to_text();
    let mut written: serde_json::Value = serde_json::from_str(&text).unwrap();
    written.as_object_mut().unwrap().remove("checksum");
    let marked = written.to_string().replacen("\"id\":\"N01\"", "\"id\":\"N01\",\"x-rate\":1.50", 1);
    let marked = Book::from_text(&marked).unwrap().0;
    let pieces = r#"{"people":[{"id":"X1","name":"新人","unit":"inbound","scheme":"s9-csr-form"},{"id":"X2","name":"另一人","unit":"new","scheme":"s9-csr-form"}],
        "units":[{"id":"new","name":{"zh-CN":"新组"}}],"assignments":[{"subject":"X1","role":"peer","rater":"N01"}]}"#;
    let grown = marked.extended(read_draft(pieces).unwrap()).unwrap();
    assert!(grown.to_text().contains("\"x-rate\": 1.50"));
    assert_eq!(grown.workbook().people.len(), marked.workbook().people.len() + 2);
    assert_eq!(grown.workbook().assignments.len(), marked.workbook().assignments.len() + 1);
    assert_eq!(codes(closed().extended(read_draft(pieces).unwrap()))[0].0, Code::PeriodClosed);
}

#[test]
fn a_refused_entry_is_named_by_its_place_among_those_given() {
    let pieces = r#"{"people":[{"id":"X1","name":"新人","unit":"inbound","scheme":"s9-csr-form"},{"id":"N01","name":"样例丁一","unit":"inbound","scheme":"s9-csr-form"}],
        "assignments":[{"subject":"X1","role":"nobody","rater":"N01"}]}"#;
    let places: Vec<String> =
        book().extended(read_draft(pieces).unwrap()).unwrap_err().into_iter().map(|problem| problem.pointer).collect();
    assert!(
        places.contains(&"/people/1/id".to_owned()) && places.contains(&"/assignments/0/role".to_owned()),
        "{places:?}"
    );
}
