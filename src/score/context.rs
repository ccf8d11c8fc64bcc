//! What a subject is scored from, and how its score is asked for.

use super::derivation::Trace;
use super::tally::Tally;
use crate::list::Listed;
use crate::scheme::Checked;
use crate::workbook::Entries;
/// Whether unfinished input counts for what is there (a form being filled) or is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfinished {
    /// The result waits, as the scheme says.
    Waits,
    /// What is missing adds nothing yet: the sum runs along as somebody types.
    RunsAlong,
}

/// Whether a score says what each criterion came to, and what each role gave it: a table of totals has no use for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parts {
    /// It does.
    Kept,
    /// It does not.
    LeftOut,
}

/// How a score is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// What unfinished input means.
    pub unfinished: Unfinished,
    /// Whether the derivation is wanted.
    pub trace: Trace,
    /// Whether the parts are wanted.
    pub parts: Parts,
}

impl Asked {
    /// A result without its derivation.
    pub const RESULT: Self = Self { unfinished: Unfinished::Waits, trace: Trace::Off, parts: Parts::Kept };
    /// A total with its grade, for ranking.
    pub const STANDING: Self = Self { parts: Parts::LeftOut, ..Self::RESULT };
    /// A result with its derivation.
    pub const EXPLAINED: Self = Self { trace: Trace::On, ..Self::RESULT };
}

/// What a subject is scored from.
pub(crate) struct Context<'s> {
    pub(crate) scheme: &'s Checked,
    pub(crate) entries: &'s Entries<'s>,
    pub(crate) trace: Trace,
    pub(crate) parts: Parts,
    /// What each role gave, as the roles stand in the scheme.
    pub(super) tallies: Vec<Tally<'s>>,
}

impl<'s> Context<'s> {
    pub(super) fn new(scheme: &'s Checked, entries: &'s Entries<'s>, asked: Asked) -> Self {
        let Asked { trace, parts, .. } = asked;
        // Where points of a criterion decide between equal totals, whoever ranks asks for them.
        let breaks_ties = scheme.ranking.as_ref().is_some_and(|ranking| !ranking.tie_breakers.is_empty());
        let parts = if breaks_ties || trace == Trace::On { Parts::Kept } else { parts };
        let tallies = scheme.roles.iter().enumerate().map(|role| Tally::new(scheme, role, entries)).listed();
        Self { scheme, entries, trace, parts, tallies }
    }
}
