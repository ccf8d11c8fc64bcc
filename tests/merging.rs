//! Files taken into a workbook: replies one by one and many at once, and what two parts of one workbook say of themselves.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail by panicking"
)]

use std::fs;

use kaohe::intake::{Intake, Merged, add};
use kaohe::json;
use kaohe::output::sheet;
use kaohe::problem::Code;
use kaohe::workbook::{Book, Rating, merge};
use serde_json::{Value, json};

fn file(name: &str) -> String {
    fs::read_to_string(format!("{}/samples/{name}.json", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn book() -> Book {
    Book::from_text(&file("s9/2026-10")).unwrap().0
}

/// What somebody answers to the result as it stands in this book.
fn answer(book: &Book, id: &str, subject: &str, words: &str) -> String {
    let about =
        sheet(book, subject).map_or_else(|| format!("sha256:{}", "0".repeat(64)), |sheet| sheet.digest.to_string());
    format!(
        r#"{{"id":"{id}","subject":"{subject}","scheme":"s9-csr-form","date":"2026-11-02","answer":"agree","text":"{words}","about":"{about}"}}"#
    )
}

fn reply(period: &str, answer: &str) -> String {
    format!(r#"{{"format":"kaohe-reply","formatVersion":1,"period":"{period}","acknowledgement":{answer}}}"#)
}

#[test]
fn a_reply_is_taken_once_and_kept_out_with_its_reason() {
    let mut book = book();
    let first = answer(&book, "b", "N01", "知道了");
    let cases = [
        (reply("2026-10", &first), Merged::Accepted, None),
        (reply("2026-10", &first), Merged::AlreadyHere, None),
        (reply("2026-10", &answer(&book, "b", "N01", "另一句")), Merged::Refused, Some(Code::DuplicateId)),
        (reply("2026-10", &answer(&book, "c", "X99", "好")), Merged::SetAside, Some(Code::UnknownSubject)),
        (
            reply("2026-10", &first.replace("s9-csr-form", "another").replace("\"b\"", "\"f\"")),
            Merged::SetAside,
            Some(Code::OtherScheme),
        ),
        (reply("2026-10", &answer(&book, "d", "M11", "好")), Merged::SetAside, Some(Code::UnknownSubject)),
        (reply("2026-09", &answer(&book, "e", "N02", "好")), Merged::SetAside, Some(Code::OtherPeriod)),
    ];
    for (number, (text, expected, code)) in cases.into_iter().enumerate() {
        let outcome = add(&mut book, "reply", &text);
        assert_eq!(outcome.outcome, expected, "{number}: {}", json::pretty(&outcome.problems));
        assert_eq!(outcome.problems.first().map(|problem| problem.code), code, "{number}");
    }
    assert_eq!(book.workbook().acknowledgements.len(), 1);
}

#[test]
fn many_replies_at_once_are_the_same_as_each_one_entered() {
    let start = book();
    let answers = ["N03", "N01", "N02"].map(|subject| answer(&start, &format!("reply-{subject}"), subject, "好"));
    let entered =
        answers.iter().fold(start.clone(), |book, answer| book.with_entry("acknowledgements", answer).unwrap());
    let mut taken = start;
    let mut intake = Intake::of(&mut taken);
    for answer in &answers {
        let outcome = intake.add("reply", &reply("2026-10", answer));
        assert_eq!((outcome.outcome, outcome.problems.len()), (Merged::Accepted, 0));
    }
    intake.settle();
    assert_eq!(taken.to_text(), entered.to_text());
}

#[test]
fn a_reply_is_judged_by_what_came_in_before_it() {
    let mut book = book();
    let (before, other) = (answer(&book, "a", "N08", "好"), answer(&book, "b", "N01", "好"));
    let mut grown = book.clone();
    assert_eq!(add(&mut grown, "form", &file("s9/forms/new")).outcome, Merged::Accepted);
    let after = answer(&grown, "c", "N08", "好");
    let mut intake = Intake::of(&mut book);
    let mut stale = |text: &str| {
        let outcome = intake.add("file", text);
        assert_eq!(outcome.outcome, Merged::Accepted, "{}", json::pretty(&outcome.problems));
        outcome.problems.iter().any(|problem| problem.code == Code::AnswersOldResult)
    };
    assert!(!stale(&reply("2026-10", &other)));
    assert!(!stale(&file("s9/forms/new")));
    assert!(stale(&reply("2026-10", &before)), "the new form has given N08 a total since");
    assert!(!stale(&reply("2026-10", &after)));
    intake.settle();
    assert_eq!(book.workbook().acknowledgements.len(), 3);
}

/// A workbook of S4's sample that says something more of itself.
fn saying(more: &Value) -> Book {
    let mut workbook: Value = serde_json::from_str(&file("s4/2026-10")).unwrap();
    let keys = workbook.as_object_mut().unwrap();
    keys.remove("checksum");
    for (key, value) in more.as_object().unwrap() {
        keys.insert(key.clone(), value.clone());
    }
    Book::from_text(&workbook.to_string()).unwrap().0
}

#[test]
fn what_two_parts_say_of_themselves_is_united_in_any_order() {
    let counters = |kept: &str| json!([{ "month": "2026-10", "last": 12, kept: 1 }]);
    let pairs = [
        (json!({ "title": "一" }), json!({ "title": "二" })),
        (json!({ "x-a": 1 }), json!({ "x-b": 2, "x-a": [2] })),
        (json!({ "$schema": "workbook.schema.json" }), json!({})),
        (json!({ "workingCalendar": { "x-src": "a" } }), json!({ "workingCalendar": { "x-other": "b" } })),
        (json!({ "complaintCounters": counters("x-a") }), json!({ "complaintCounters": counters("x-b") })),
    ];
    for (one, other) in &pairs {
        let (a, b) = (saying(one), saying(other));
        let merged = merge(&a, &b).unwrap().to_text();
        assert_eq!(merged, merge(&b, &a).unwrap().to_text(), "{one} and {other}");
        assert_eq!(merged, Book::from_text(&merged).unwrap().0.to_text());
        for key in ["x-a", "x-b", "$schema", "x-src", "x-other"].map(|key| format!("\"{key}\"")) {
            let said = one.to_string().contains(&key) || other.to_string().contains(&key);
            assert_eq!(merged.contains(&key), said, "{key} of {one} and {other}");
        }
    }
}

/// A form of N01's peer N02, as in the sample but for what is given.
fn form(id: &str, score: &str) -> String {
    let book = book();
    let of_n02 = |form: &&Rating| form.subject.as_str() == "N01" && form.rater.as_str() == "N02";
    let mut rating: Value =
        serde_json::from_str(&json::compact(book.workbook().ratings.iter().find(of_n02).unwrap())).unwrap();
    rating["id"] = json!(id);
    rating["scores"][0]["score"] = json!(score);
    json!({ "format": "kaohe-form", "formatVersion": 1, "rating": rating }).to_string()
}

#[test]
fn the_same_answers_under_another_id_are_no_conflict() {
    let mut book = book();
    let before = book.conflicts().len();
    // N02 gave 9.5 in every line.
    assert_eq!(add(&mut book, "again", &form("again", "9.50")).outcome, Merged::Accepted);
    assert_eq!(book.conflicts().len(), before);
    assert_eq!(add(&mut book, "other", &form("other", "9")).outcome, Merged::Conflict);
    let conflicts = book.conflicts();
    let conflict = conflicts.iter().find(|conflict| conflict.subject == "N01").unwrap();
    assert_eq!(conflict.variants.len(), 2, "what says the same is one variant");
}

#[test]
fn a_decision_that_kept_one_of_two_that_say_the_same_keeps_both() {
    let mut book = book();
    let total = |book: &Book| {
        let results = kaohe::appraise(book).results;
        results.iter().find(|result| result.subject.as_str() == "N01").unwrap().total.map(|total| total.to_string())
    };
    let known = total(&book);
    add(&mut book, "other", &form("other", "9"));
    assert_eq!(total(&book), None, "open, and not missing");
    let conflict = book.conflicts().into_iter().find(|conflict| conflict.subject == "N01").unwrap();
    let kept = conflict.variants.iter().find(|variant| variant.document.contains("form-N01-peer-N02")).unwrap();
    let over = conflict.variants.iter().find(|variant| variant.digest != kept.digest).unwrap();
    let decision = json!({
        "id": "d1", "sequence": book.workbook().decisions.len() + 1, "keep": kept.digest.to_string(),
        "over": [over.digest.to_string()], "author": "李", "date": "2026-11-02", "reason": "先交的为准",
    });
    let mut decided = book.with_entry("decisions", &decision.to_string()).unwrap();
    assert_eq!(total(&decided), known);
    // A third copy says nothing new, wherever its id stands in the order.
    for id in ["aaa", "zzz"] {
        add(&mut decided, id, &form(id, "9.5"));
    }
    assert_eq!(total(&decided), known);
    assert!(!decided.conflicts().iter().any(|conflict| conflict.subject == "N01"));
}
