//! What is judged: of a result what conditions, pay and plans rest on, before anything follows from it.

use crate::number::Decimal;
use crate::score::{CriticalHit, SectionScore};
use crate::text::{Id, PersonId};
use crate::workbook::State;

/// A subject's result as far as it is judged.
#[derive(Debug, Clone, Copy)]
pub struct Judged<'r> {
    /// Whose.
    pub subject: &'r PersonId,
    /// What the person is in the period.
    pub state: State,
    /// That is open: two different states are under one id.
    pub state_open: bool,
    /// The published total.
    pub total: Option<Decimal>,
    /// The grade.
    pub grade: Option<&'r Id>,
    /// Rank within the unit.
    pub rank: Option<u32>,
    /// The gravest rung of the ladder that holds.
    pub rung: Option<&'r Id>,
    /// Critical rules that hold.
    pub critical: &'r [CriticalHit],
    /// Section by section.
    pub sections: &'r [SectionScore],
}
