//! What is still to be done or to be decided in a workbook: one list for the page, the closing and the command line.
//!
//! What has two versions is open and not missing: while it is undecided a period is not closed. Of everything else
//! whoever closes says that it stays open, and the closing keeps the list.

use crate::list::{Listed, TakeIn};
use crate::order::{arrange, key_of};
use crate::result::{OutstandingState, Status, SubjectResult, result_digest};
use crate::scheme::Measure;
use crate::score::{Missing, MissingReason};
use crate::text::Id;
use crate::workbook::{Acknowledgement, Agreement, Book, Conflict, OpenItem, OpenKind, Query};

/// Every open item of a workbook, in the order of their kinds.
pub(crate) fn open_items(book: &Book, results: &[SubjectResult], conflicts: &[Conflict]) -> Vec<OpenItem> {
    let mut found: Vec<OpenItem> = conflicts.iter().map(of_conflict).listed();
    for result in results {
        found.take_in(figures(book, result, conflicts));
        found.take_in(forms(result));
        let waits = result.status == Status::Provisional;
        found.take_in(waits.then(|| of_subject(OpenKind::Provisional, result)));
        found.take_in(consequences(result));
        found.take_in(disagreements(book, result));
    }
    found.take_in(queries(book));
    arrange(&mut found, |item| {
        let text = |word: &Option<Id>| word.as_ref().map(ToString::to_string).unwrap_or_default();
        let subject = item.subject.as_ref().map(ToString::to_string).unwrap_or_default();
        let rater = item.rater.as_ref().map(ToString::to_string).unwrap_or_default();
        key_of(&[
            rank_of(item.kind),
            subject.as_str(),
            text(&item.role).as_str(),
            rater.as_str(),
            text(&item.between).as_str(),
            text(&item.about).as_str(),
        ])
    });
    found
}

/// In which order kinds are told: what keeps a period from being closed comes first.
const fn rank_of(kind: OpenKind) -> &'static str {
    match kind {
        OpenKind::Conflict => "0",
        OpenKind::Form => "1",
        OpenKind::Provisional => "2",
        OpenKind::Query => "3",
        OpenKind::Disagreement => "4",
        OpenKind::Consequence => "5",
    }
}

fn of_subject(kind: OpenKind, result: &SubjectResult) -> OpenItem {
    OpenItem { kind, subject: Some(result.subject.clone()), ..OpenItem::default() }
}

fn of_conflict(conflict: &Conflict) -> OpenItem {
    let id = |text: &String| Id::parse(text).ok();
    OpenItem {
        kind: OpenKind::Conflict,
        subject: crate::text::PersonId::parse(&conflict.subject).ok(),
        role: conflict.role.as_ref().and_then(id),
        rater: conflict.rater.as_ref().and_then(|rater| crate::text::PersonId::parse(rater).ok()),
        between: Id::parse(conflict.kind).ok(),
        about: conflict.id.as_ref().and_then(id),
        ..OpenItem::default()
    }
}

/// Criteria that wait because two figures differ of which neither is the other's variant: two numbers of one day, two
/// totals of one period. What an entry in conflict holds up is told with that conflict, and shows here once it is decided
/// if that was not all; a team that waits is told with its member.
fn figures(book: &Book, result: &SubjectResult, conflicts: &[Conflict]) -> impl Iterator<Item = OpenItem> {
    let scheme = book.subject(result.subject.as_str()).map(|(_, scheme, _)| scheme);
    let of_team = move |lack: &Missing| {
        let criterion = scheme.and_then(|scheme| scheme.criterion(lack.criterion.as_str()));
        criterion.is_some_and(|criterion| matches!(criterion.measure, Measure::Team(_)))
    };
    // A complaint in conflict may be of another subject.
    let told = |conflict: &Conflict| conflict.subject == result.subject.as_str() || conflict.kind == "complaint";
    let untold = !conflicts.iter().any(told);
    let differ = result
        .missing
        .iter()
        .filter(move |lack| untold && lack.reason == MissingReason::Conflict && lack.role.is_none() && !of_team(lack));
    differ.map(|lack| OpenItem {
        between: Id::parse("figure").ok(),
        about: Some(lack.criterion.clone()),
        ..of_subject(OpenKind::Conflict, result)
    })
}

/// Forms that somebody in particular still owes; those in conflict are told as conflicts.
fn forms(result: &SubjectResult) -> impl Iterator<Item = OpenItem> {
    let owed =
        result.outstanding.iter().filter(|form| form.rater.is_some() && form.state != OutstandingState::Conflict);
    owed.map(|form| OpenItem {
        role: Some(form.role.clone()),
        rater: form.rater.clone(),
        ..of_subject(OpenKind::Form, result)
    })
}

fn consequences(result: &SubjectResult) -> impl Iterator<Item = OpenItem> {
    let undecided = result.consequences.iter().filter(|proposal| proposal.ruling.is_none());
    undecided.map(|proposal| OpenItem { about: Some(proposal.id.clone()), ..of_subject(OpenKind::Consequence, result) })
}

fn queries(book: &Book) -> impl Iterator<Item = OpenItem> {
    let workbook = book.workbook();
    let unanswered = workbook.queries.iter().filter(|query| !workbook.answers.iter().any(|one| one.query == query.id));
    unanswered.map(|query| OpenItem {
        kind: OpenKind::Query,
        subject: Some(query.subject.clone()),
        about: Some(query.id.clone()),
        since: Some(query.date),
        ..OpenItem::default()
    })
}

/// A person's answers that disagree, each until a query takes it up or the person agrees after all. Another disagreement
/// does not take its place: it may be about another matter.
fn disagreements(book: &Book, result: &SubjectResult) -> Vec<OpenItem> {
    let answers = &book.workbook().acknowledgements;
    let given = answers.iter().filter(|answer| answer.subject == result.subject).listed();
    let disagreeing = given.iter().copied().filter(|answer| answer.answer == Agreement::Disagree).listed();
    // Nearly nobody disagrees, and a digest costs.
    if disagreeing.is_empty() {
        return Vec::new();
    }
    let current = result_digest(book, result);
    let agrees_later = |answer: &Acknowledgement| {
        let to_current = answer.about == current;
        // What answers the result as it stands goes before what answers an earlier one. Of one day nobody can tell.
        let goes_before = |other: &Acknowledgement| match (other.about == current, to_current) {
            (true, false) => true,
            (false, true) => false,
            _ => other.date > answer.date,
        };
        given.iter().any(|other| other.answer == Agreement::Agree && goes_before(other))
    };
    let is_open = |answer: &&Acknowledgement| !agrees_later(answer) && !is_taken_up(book, &disagreeing, answer);
    let open = disagreeing.iter().copied().filter(is_open).listed();
    // The same words once more are the same matter.
    let said_again = |answer: &Acknowledgement| {
        let later = |other: &Acknowledgement| (other.date, &other.id) > (answer.date, &answer.id);
        open.iter().any(|other| other.text == answer.text && later(other))
    };
    let told = open.iter().filter(|answer| !said_again(answer));
    told.map(|answer| OpenItem {
        about: Some(answer.id.clone()),
        since: Some(answer.date),
        ..of_subject(OpenKind::Disagreement, result)
    })
    .listed()
}

/// Whether a query names the disagreement, or a later one of the same words. One that names no answer takes up those whose
/// words it repeats, and none that came after it.
fn is_taken_up(book: &Book, disagreeing: &[&Acknowledgement], answer: &Acknowledgement) -> bool {
    let says_it = |other: &Acknowledgement| other.text == answer.text && other.date >= answer.date;
    let takes_up = |query: &Query| match &query.acknowledgement {
        Some(named) => disagreeing.iter().any(|other| other.id == *named && (other.id == answer.id || says_it(other))),
        None => answer.text.as_ref() == Some(&query.text) && query.date >= answer.date,
    };
    book.workbook().queries.iter().any(|query| query.subject == answer.subject && takes_up(query))
}
