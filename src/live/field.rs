//! What stands in a field: nothing, a number, or a level.

use crate::list::Listed;
use crate::number::{Decimal, tell_unread, tidy};
use crate::problem::{ArgKind, Code, Problem, nearest};
use crate::scheme::{Scheme, unknown_part};
use crate::text::Id;
use crate::workbook::{Rating, entry_problem};

/// What stands in a field.
pub(super) enum Entered {
    Nothing,
    /// A number, and whether it had to be tidied.
    Number(Decimal, bool),
    /// A level of the criterion.
    Level(Id),
}

/// Reads what somebody typed for a criterion.
pub(super) fn read_field(scheme: &Scheme, criterion: &str, text: &str) -> Result<Entered, Problem> {
    let place = || format!("/scores/{criterion}");
    let Some(rule) = scheme.criterion(criterion) else {
        let known: Vec<&str> = scheme.criteria().map(|criterion| criterion.id.as_str()).listed();
        let problem = Problem::new(Code::UnknownCriterion, place()).with("criterion", ArgKind::Criterion.of(criterion));
        let near = nearest(criterion, &known);
        return Err(problem.with("nearest", near).with("known", ArgKind::Text.each(&known)));
    };
    if text.trim().is_empty() {
        return Ok(Entered::Nothing);
    }
    if !rule.levels().is_empty() {
        let chosen = rule.levels().iter().find(|level| level.id.as_str() == text.trim());
        let known: Vec<&str> = rule.levels().iter().map(|level| level.id.as_str()).listed();
        let refused = || unknown_part(place(), "level", text, &known);
        return chosen.map(|level| Entered::Level(level.id.clone())).ok_or_else(refused);
    }
    let read = tidy(text).map_err(|code| {
        let mut problem = Problem::new(code, place());
        tell_unread(&mut problem, text);
        problem
    })?;
    match entry_problem(rule, &rule.entry_range(), read.value, &place) {
        Some(problem) => Err(problem),
        None => Ok(Entered::Number(read.value, read.tidied)),
    }
}

/// Puts what was read into a form's line of the criterion.
pub(super) fn keep(form: &mut Rating, criterion: &str, value: Option<Decimal>, level: Option<Id>) {
    if let Ok(criterion) = Id::parse(criterion) {
        form.scores.set(&criterion, value, level);
    }
}
