//! Forms that are outstanding: asked for and not there, lacking scores, or in conflict.

use super::Subject;
use crate::list::{Listed, TakeIn};
use crate::order::{arrange, key_of};
use crate::result::{Outstanding, OutstandingState};
use crate::scheme::Criterion;
use crate::text::{Id, PersonId};
use crate::workbook::Rating;

/// Forms that are outstanding: asked for and not there, lacking scores, or in conflict. Where nobody
/// was asked, a role lacks what its minimum lacks.
pub(crate) fn outstanding(subject: &Subject<'_>) -> Vec<Outstanding> {
    let entries = &subject.entries;
    let mut list = Vec::new();
    for rating in &entries.rating_conflicts {
        list.push(Outstanding {
            role: rating.role.clone(),
            rater: Some(rating.rater.clone()),
            state: OutstandingState::Conflict,
            criteria: Vec::new(),
        });
    }
    let lacking = subject.scheme.roles.iter().map(|role| &role.id).filter(|role| !is_whole(subject, role)).listed();
    for rating in entries.ratings.iter().filter(|form| lacking.contains(&&form.role)) {
        let criteria = unscored(subject, rating);
        if !criteria.is_empty() {
            let (role, rater) = (rating.role.clone(), Some(rating.rater.clone()));
            list.push(Outstanding { role, rater, state: OutstandingState::Incomplete, criteria });
        }
    }
    let there: Vec<&Rating> = entries.ratings.iter().chain(&entries.rating_conflicts).copied().listed();
    for role in &subject.scheme.roles {
        let asked: Vec<&PersonId> = entries.assignments.iter().filter(|a| a.role == role.id).map(|a| &a.rater).listed();
        let of_role = || there.iter().filter(|form| form.role == role.id);
        let there = |rater: &PersonId| of_role().any(|form| form.rater == *rater);
        let none =
            |rater| Outstanding { role: role.id.clone(), rater, state: OutstandingState::None, criteria: Vec::new() };
        list.take_in(asked.iter().filter(|rater| !there(rater)).map(|rater| none(Some((*rater).clone()))));
        if asked.is_empty() && role.weight.is_positive() {
            let have = of_role().count();
            let need = usize::try_from(role.at_least.0).unwrap_or(usize::MAX);
            list.take_in((have..need).map(|_| none(None)));
        }
    }
    arrange(&mut list, |form| {
        let rater = form.rater.as_ref().map_or("", PersonId::as_str);
        key_of(&[form.role.as_str(), rater, if form.state == OutstandingState::None { "0" } else { "1" }])
    });
    list
}

/// Whether every form of a role scores every criterion: each has as many scores as there are forms.
fn is_whole(subject: &Subject<'_>, role: &Id) -> bool {
    let forms = subject.entries.ratings.iter().filter(|form| form.role == *role).count();
    let criteria = subject.scored.sections.iter().flat_map(|section| &section.criteria);
    let raters = criteria.flat_map(|criterion| &criterion.roles).filter(|of| of.role == *role).map(|of| of.raters);
    raters.into_iter().all(|raters| usize::try_from(raters) == Ok(forms))
}

/// The criteria that a form should score and does not.
fn unscored(subject: &Subject<'_>, rating: &Rating) -> Vec<Id> {
    let asked = |criterion: &&Criterion| subject.scheme.asked_roles(criterion).any(|role| role.id == rating.role);
    let scored = |(at, criterion): &(usize, &Criterion)| {
        rating.scores.of(&criterion.id, *at).is_some_and(|line| line.is_scored())
    };
    let unscored = subject.scheme.criteria().enumerate().filter(|entry| !scored(entry)).map(|(_, criterion)| criterion);
    unscored.filter(asked).map(|criterion| criterion.id.clone()).listed()
}
