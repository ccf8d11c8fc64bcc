//! What a measure comes to that nobody rates: a raw number, or what it lacks.

use super::{MissingReason, Step};
use crate::number::Exact;

/// A raw number with all that explains it.
pub(super) struct Measured {
    pub(super) raw: Result<Exact, Lack>,
    pub(super) step: Option<Step>,
    /// How many parts there are, of how many: members with a total, sources with a result.
    pub(super) parts: Option<(u32, u32)>,
}

/// Why there is no raw number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lack {
    /// No data: the criterion says what that means.
    NoData(MissingReason),
    /// Two different entries, and nobody has decided which counts: the result waits.
    Conflict,
}

impl Measured {
    /// A raw number.
    pub(super) const fn raw(raw: Exact, step: Option<Step>) -> Self {
        Self { raw: Ok(raw), step, parts: None }
    }

    /// No raw number.
    pub(super) const fn lacks(lack: Lack) -> Self {
        Self { raw: Err(lack), step: None, parts: None }
    }

    /// No data.
    pub(super) const fn no_data(reason: MissingReason) -> Self {
        Self::lacks(Lack::NoData(reason))
    }

    /// Says how many parts there are, of how many.
    pub(super) fn of(self, have: usize, expected: usize) -> Self {
        let count = |length| u32::try_from(length).unwrap_or(u32::MAX);
        Self { parts: Some((count(have), count(expected))), ..self }
    }
}
