//! A closed period: what changes it is found, and the next one begins from it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail by panicking"
)]

use std::fs;

use kaohe::closing::{Closing, ReopeningDraft};
use kaohe::json::{Document, digest_of};
use kaohe::output::sheet;
use kaohe::problem::{Code, Problem};
use kaohe::workbook::{Book, read_draft};
use serde_json::{Value, json};

type Change = fn(&mut Value);

fn sample(name: &str) -> Value {
    let path = format!("{}/samples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let mut workbook: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    workbook.as_object_mut().unwrap().remove("checksum");
    workbook
}

/// October of S9, the choice between the two forms of N09's superior made.
fn decided() -> Value {
    let mut workbook = sample("s9/2026-10");
    let ratings = workbook["ratings"].as_array_mut().unwrap();
    let of_n09 = |form: &Value| form["subject"] == "N09" && form["role"] == "superior";
    let second = ratings.iter().rposition(of_n09).unwrap();
    ratings.remove(second);
    workbook
}

/// Somebody with a total, of whom nothing is open.
fn settled() -> Value {
    let text = fs::read_to_string(format!("{}/tests/data/settled.json", env!("CARGO_MANIFEST_DIR"))).unwrap();
    serde_json::from_str(&text).unwrap()
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
    read_draft(r#"{"author":"李","date":"2026-11-03","leaveOpen":true}"#).unwrap()
}

/// The digest of a part of a workbook.
fn digest(part: &Value) -> String {
    let text = part.to_string();
    digest_of(&kaohe::json::Json::from(Document::parse(&text).unwrap().root())).to_string()
}

/// Gives a closing that somebody changed a digest that fits again.
fn sealed_again(workbook: &mut Value) {
    let closed = &mut workbook["closed"];
    closed.as_object_mut().unwrap().remove("digest");
    closed["digest"] = json!(digest(closed));
}

#[test]
fn whatever_is_changed_after_a_closing_is_found() {
    let closed = book(&decided()).close(&closing()).unwrap();
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
    let closed = book(&decided()).close(&closing()).unwrap();
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

/// The exams of somebody that October begins with: one of September as written, and another made of it, which was decided
/// against.
fn exams_of_october(date: &str, other: Change, decided: bool) -> Vec<Value> {
    let mut workbook = sample("s2/2026-09");
    let numbers = workbook["indicators"].as_array_mut().unwrap();
    let first = numbers.iter_mut().find(|entry| entry["indicator"] == "exam").unwrap();
    first["date"] = json!(date);
    let first = first.clone();
    let mut second = first.clone();
    other(&mut second);
    numbers.push(second.clone());
    if decided {
        let (keep, over) = (digest(&first), [digest(&second)]);
        workbook["decisions"] = json!([{ "id": "d1", "sequence": 1, "keep": keep, "over": over, "author": "李",
            "date": "2026-09-30", "reason": "核实" }]);
    }
    let next = written(&book(&workbook).close(&closing()).unwrap().next_period().unwrap());
    let exams = next["indicators"].as_array().unwrap().iter();
    exams.filter(|entry| entry["subject"] == first["subject"] && entry["indicator"] == "exam").cloned().collect()
}

#[test]
fn what_was_decided_against_does_not_come_along_to_count_again() {
    // Both in the quarter of October: without the decision they would be in conflict once more.
    let next = exams_of_october("2026-09-10", |other| other["value"] = json!("1"), true);
    assert_eq!(next.len(), 1);
    assert_ne!(next[0]["value"], "1");
    // Only the rejected one in that quarter: alone it would count.
    assert_eq!(exams_of_october("2026-07-02", |other| other["date"] = json!("2026-09-10"), true), [] as [Value; 0]);
}

#[test]
fn what_another_took_the_place_of_does_not_come_along_without_it() {
    let of_july: Change = |correction| {
        correction["replaces"] = correction["id"].clone();
        correction["id"] = json!("corrected");
        correction["date"] = json!("2026-07-02");
    };
    // The exam was of July, as the correction says: there is none of October's quarter.
    assert_eq!(exams_of_october("2026-09-10", of_july, false), [] as [Value; 0]);
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

#[test]
fn a_team_waits_for_a_member_in_conflict_and_the_conflict_is_told_once() {
    let mut workbook = sample("s2/2026-09");
    let forms = workbook["ratings"].as_array_mut().unwrap();
    let mut second = forms.iter().find(|form| form["subject"] == "C04" && form["role"] == "superior").unwrap().clone();
    second["id"] = json!("second");
    second["scores"][0]["score"] = json!("1");
    forms.push(second);
    let month = book(&workbook);
    let appraisal = kaohe::appraise(&month);
    for subject in ["C04", "S01", "G01"] {
        let result = appraisal.results.iter().find(|result| result.subject.as_str() == subject).unwrap();
        assert_eq!((result.total, result.rank), (None, None), "{subject}");
    }
    assert_eq!(open(&month).iter().filter(|(kind, _)| *kind == "conflict").count(), 1, "{:?}", open(&month));
    let refused = codes(month.close(&closing()));
    assert_eq!(refused.len(), 1, "{refused:?}");
    assert_eq!((refused[0].0, refused[0].1.as_str()), (Code::UndecidedConflict, "rating"));
}

/// What is open, by kind, with whom it concerns.
fn open(book: &Book) -> Vec<(&'static str, String)> {
    let items = kaohe::appraise(book).open;
    items.iter().map(|item| (item.kind.as_str(), item.subject.as_ref().unwrap().to_string())).collect()
}

fn codes(refused: Result<Book, Vec<Problem>>) -> Vec<(Code, String, String)> {
    let param = |problem: &Problem, name| problem.params.get(name).map(ToString::to_string).unwrap_or_default();
    let of = |problem: &Problem| match problem.code {
        Code::StillOpen => (problem.code, param(problem, "open"), param(problem, "count")),
        _ => (
            problem.code,
            param(problem, "kind"),
            ["subject", "role", "rater"].map(|name| param(problem, name)).join("|"),
        ),
    };
    refused.unwrap_err().iter().map(of).collect()
}

#[test]
fn a_period_with_an_undecided_conflict_is_not_closed_whatever_one_says() {
    let refused = codes(book(&sample("s9/2026-10")).close(&closing()));
    assert_eq!(refused, [(Code::UndecidedConflict, "rating".to_owned(), "N09|superior|M12".to_owned())]);
}

/// A personnel number may have a blank in it.
#[test]
fn whom_a_conflict_is_between_is_told_apart_also_where_a_number_has_a_blank() {
    let workbook = sample("s9/2026-10").to_string();
    let workbook = workbook.replace("\"N09\"", "\"张 三\"").replace("\"M12\"", "\"李 四 02\"");
    let book = Book::from_text(&workbook).unwrap().0;
    let between = [(Code::UndecidedConflict, "rating".to_owned(), "张 三|superior|李 四 02".to_owned())];
    assert_eq!(codes(book.close(&closing())), between);
    let notices = kaohe::appraise(&book).notices;
    let told = notices.iter().find(|notice| notice.code == Code::Conflict).unwrap();
    let named = ["subject", "role", "rater"].map(|name| told.params.get(name).unwrap().as_str());
    assert_eq!(named, ["张 三", "superior", "李 四 02"]);
}

#[test]
fn two_numbers_of_one_day_keep_a_period_open_until_one_replaces_the_other() {
    let mut workbook = settled();
    let number = |id: &str, value: &str| {
        let date = "2026-10-31";
        json!({ "id": id, "subject": "P1", "indicator": "late", "value": value, "date": date, "author": "李" })
    };
    let criterion = &mut workbook["schemes"][0]["sections"][0]["criteria"][0];
    criterion["measure"] = json!({ "type": "indicator", "indicator": "late" });
    criterion["scale"] = json!({ "type": "as-is" });
    workbook["schemes"][0]["indicators"] = json!([{ "id": "late", "name": { "zh-CN": "迟到次数" } }]);
    workbook["records"] = json!([]);
    workbook["indicators"] = json!([number("n1", "80"), number("n2", "90")]);
    let month = book(&workbook);
    assert!(month.conflicts().is_empty(), "neither is a variant of the other");
    assert!(open(&month).contains(&("conflict", "P1".to_owned())), "{:?}", open(&month));
    let refused = month.close(&closing()).unwrap_err();
    let param = |name| refused[0].params.get(name).map(ToString::to_string);
    assert_eq!((refused.len(), refused[0].code), (1, Code::UndecidedFigure));
    assert_eq!((param("subject"), param("criterion")), (Some("P1".to_owned()), Some("late".to_owned())));
    workbook["indicators"][1]["replaces"] = json!("n1");
    assert!(book(&workbook).close(&closing()).is_ok());
}

#[test]
fn closing_asks_for_everything_that_is_open_and_records_what_was_left() {
    let month = book(&decided());
    let asking: Closing = read_draft(r#"{"author":"李","date":"2026-11-03"}"#).unwrap();
    let refused = codes(month.close(&asking));
    let open = kaohe::appraise(&month).open;
    let of_kind = |kind: &str| open.iter().filter(|item| item.kind.as_str() == kind).count().to_string();
    for kind in ["form", "provisional"] {
        assert!(refused.contains(&(Code::StillOpen, kind.to_owned(), of_kind(kind))), "{kind}: {refused:?}");
    }
    let closed = month.close(&closing()).unwrap();
    assert_eq!(closed.workbook().closed.as_ref().unwrap().left, open);
    // What was left is under the closing's digest.
    let mut workbook = written(&closed);
    workbook["closed"]["left"].as_array_mut().unwrap().remove(0);
    let problems = Book::from_text(&workbook.to_string()).unwrap_err();
    assert!(problems.iter().any(|problem| problem.code == Code::HistoryBroken));
}

#[test]
fn where_nothing_is_open_nothing_is_asked() {
    let month = book(&settled());
    assert_eq!(open(&month), []);
    let closed = month.close(&read_draft(r#"{"author":"李","date":"2026-11-03"}"#).unwrap()).unwrap();
    assert!(closed.verify().ok);
    assert_eq!(written(&closed)["closed"].get("left"), None);
}

/// The book with what a person said of the result as it stands.
fn answered(book: &Book, id: &str, date: &str, answer: &str) -> Book {
    said(book, id, date, answer, "不认可迟到")
}

fn said(book: &Book, id: &str, date: &str, answer: &str, text: &str) -> Book {
    let about = sheet(book, "P1").unwrap().digest;
    let draft = json!({ "id": id, "subject": "P1", "scheme": "s", "date": date, "answer": answer, "text": text, "about": about.as_str() });
    book.with_entry("acknowledgements", &draft.to_string()).unwrap()
}

/// The book with a query of the person that was answered: the disagreement that it names, its day and its words.
fn asked(book: &Book, named: Option<&str>, date: &str, text: &str) -> Book {
    let mut query = json!({ "id": "q1", "subject": "P1", "date": date, "text": text });
    if let Some(named) = named {
        query["acknowledgement"] = json!(named);
    }
    let answer = json!({ "id": "w1", "query": "q1", "author": "李", "date": "2026-11-20", "text": "核对无误" });
    book.with_entry("queries", &query.to_string()).unwrap().with_entry("answers", &answer.to_string()).unwrap()
}

/// The disagreements that are open, by their ids.
fn disagreements(book: &Book) -> Vec<String> {
    let items = kaohe::appraise(book).open.into_iter().filter(|item| item.kind.as_str() == "disagreement");
    items.map(|item| item.about.unwrap().to_string()).collect()
}

#[test]
fn of_two_disagreements_each_is_open_until_it_is_taken_up_itself() {
    let closed = book(&settled()).close(&closing()).unwrap();
    for second in ["2026-11-05", "2026-11-08"] {
        let first = said(&closed, "a1", "2026-11-05", "disagree", "目标分低");
        let both = said(&first, "a2", second, "disagree", "出勤分错");
        assert_eq!(disagreements(&both), ["a1", "a2"]);
        assert_eq!(disagreements(&asked(&both, Some("a1"), "2026-11-09", "目标分低")), ["a2"]);
        assert_eq!(disagreements(&asked(&both, Some("a2"), "2026-11-09", "出勤分错")), ["a1"]);
        assert_eq!(disagreements(&said(&both, "a3", "2026-11-09", "agree", "同意")), [] as [&str; 0]);
    }
    // The same words twice are one matter, which a query about the later one takes up.
    let twice = answered(&answered(&closed, "a1", "2026-11-05", "disagree"), "a2", "2026-11-08", "disagree");
    assert_eq!(disagreements(&twice), ["a2"]);
    assert_eq!(disagreements(&asked(&twice, Some("a2"), "2026-11-09", "照原话另记")), [] as [&str; 0]);
}

#[test]
fn a_query_takes_up_no_disagreement_that_came_after_it() {
    let closed = book(&settled()).close(&closing()).unwrap();
    let disagreed = answered(&closed, "a1", "2026-11-05", "disagree");
    assert_eq!(disagreements(&asked(&disagreed, None, "2026-10-20", "不认可迟到")), ["a1"]);
    assert_eq!(disagreements(&asked(&disagreed, None, "2026-11-05", "不认可迟到")), [] as [&str; 0]);
    for named in [None, Some("a1")] {
        let taken_up = asked(&disagreed, named, "2026-11-06", "不认可迟到");
        assert_eq!(disagreements(&taken_up), [] as [&str; 0]);
        assert_eq!(
            disagreements(&answered(&taken_up, "a2", "2026-11-25", "disagree")),
            ["a2"],
            "said once more after that"
        );
    }
}

#[test]
fn a_disagreement_is_open_until_it_is_answered() {
    let closed = book(&settled()).close(&closing()).unwrap();
    let disagreed = answered(&closed, "a1", "2026-11-05", "disagree");
    assert_eq!(open(&disagreed), [("disagreement", "P1".to_owned())]);
    let query = r#"{"id":"q1","subject":"P1","acknowledgement":"a1","date":"2026-11-06","text":"照原话另记"}"#;
    let asked = disagreed.with_entry("queries", query).unwrap();
    assert_eq!(open(&asked), [("query", "P1".to_owned())], "taken up, and not answered yet");
    let answer = r#"{"id":"w1","query":"q1","author":"李","date":"2026-11-07","text":"核对无误"}"#;
    assert_eq!(open(&asked.with_entry("answers", answer).unwrap()), []);
    // A query written before queries named the answer they take up repeats its words.
    let repeated = r#"{"id":"q1","subject":"P1","date":"2026-11-06","text":"不认可迟到"}"#;
    assert_eq!(open(&disagreed.with_entry("queries", repeated).unwrap()), [("query", "P1".to_owned())]);
    let other = r#"{"id":"q1","subject":"P1","date":"2026-11-06","text":"另一件事"}"#;
    assert_eq!(open(&disagreed.with_entry("queries", other).unwrap()).len(), 2, "another matter");
    assert_eq!(open(&answered(&disagreed, "a2", "2026-11-08", "agree")), [], "the later day holds");
    assert_eq!(open(&answered(&disagreed, "a2", "2026-11-05", "agree")).len(), 1, "of one day nobody can tell");
    let foreign = query.replace("a1", "a9");
    assert_eq!(codes(disagreed.with_entry("queries", &foreign))[0].0, Code::UnknownPart);
}
