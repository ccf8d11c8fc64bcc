//! What the ladder says of one subject: the gravest rung that holds, the others, and an early notice.

use super::early::notice;
use super::ladder::{Month, Warning, held_rung};
use crate::list::Listed;
use crate::scheme::Warnings;
use crate::text::Id;

/// What the ladder says of one subject.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Warned {
    /// The gravest rung that holds.
    pub given: Option<Warning>,
    /// The others that hold, gravest first.
    pub also: Vec<Warning>,
    /// The rung that would be reached if the next period were like this one.
    pub early: Option<Id>,
}

/// Climbs the ladder for a subject; `months` from this period backwards.
#[must_use]
pub fn warned(rules: &Warnings, months: &[Month]) -> Warned {
    let mut held: Vec<Warning> = rules.rungs.iter().filter_map(|rung| held_rung(rules, rung, months)).listed();
    held.reverse(); // the scheme lists the mildest first
    let early = notice(rules, months, held.first());
    let mut held = held.into_iter();
    Warned { given: held.next(), also: held.listed(), early }
}
