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
use crate::workbook::{Acknowledgement, Agreement, Book, Conflict, OpenItem, OpenKind};

/// Every open item of a workbook, in the order of their kinds.
pub(crate) fn open_items(book: &Book, results: &[SubjectResult], conflicts: &[Conflict]) -> Vec<OpenItem> {
    let mut found: Vec<OpenItem> = conflicts.iter().map(of_conflict).listed();
    for result in results {
        found.take_in(figures(book, result, conflicts));
        found.take_in(forms(result));
        let waits = result.status == Status::Provisional;
        found.take_in(waits.then(|| of_subject(OpenKind::Provisional, result)));
        found.take_in(consequences(result));
        found.take_in(disagreement(book, result));
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

/// A person's answer that disagrees, if it is the one that holds and no query has taken it up.
fn disagreement(book: &Book, result: &SubjectResult) -> Option<OpenItem> {
    let answers = &book.workbook().acknowledgements;
    let given = answers.iter().filter(|answer| answer.subject == result.subject).listed();
    let disagrees = |answer: &&&Acknowledgement| answer.answer == Agreement::Disagree;
    // Nearly nobody disagrees, and a digest costs.
    given.iter().find(disagrees)?;
    let current = result_digest(book, result);
    let to_current = given.iter().copied().filter(|answer| answer.about == current).listed();
    // What answers the result as it stands goes before what answers an earlier one; of those the last day holds.
    let of = if to_current.is_empty() { given } else { to_current };
    let day = of.iter().map(|answer| answer.date).max()?;
    let answer = of.iter().filter(|answer| answer.date == day).find(disagrees)?;
    let taken_up = |query: &crate::workbook::Query| {
        let names = query.acknowledgement.as_ref() == Some(&answer.id);
        // A query that names no answer takes up the one whose words it repeats.
        let repeats = query.acknowledgement.is_none() && answer.text.as_ref() == Some(&query.text);
        query.subject == answer.subject && (names || repeats)
    };
    if book.workbook().queries.iter().any(taken_up) {
        return None;
    }
    Some(OpenItem {
        about: Some(answer.id.clone()),
        since: Some(answer.date),
        ..of_subject(OpenKind::Disagreement, result)
    })
}
