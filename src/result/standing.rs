//! Where everybody stands: the answer without its parts, for a table and for many.

use super::{Status, SubjectResult};
use crate::cohort::{Place, Warned};
use crate::json::answer;
use crate::number::DecimalText;
use crate::score::Scored;
use crate::text::{Id, PersonId};

answer! {
    /// Where a subject stands.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Standing {
        /// Who.
        pub subject: PersonId,
        /// Final or provisional.
        pub status: Status,
        /// The published total; absent while something is waited for.
        pub total: Option<DecimalText> = default,
        /// The grade.
        pub grade: Option<Id> = default,
        /// Rank within the unit.
        pub rank: Option<u32> = default,
        /// How many are ranked in the unit.
        pub ranked: Option<u32> = default,
        /// How many stand strictly below.
        pub below: Option<u32> = default,
        /// The gravest rung of the ladder that holds.
        pub warning: Option<Id> = default,
        /// The rung that would be reached if the next period were like this one.
        pub early: Option<Id> = default,
    }
}

impl Standing {
    /// Of what a subject was scored, ranked and warned.
    pub(crate) fn new(subject: &PersonId, scored: &Scored, place: Option<Place>, warned: &Warned) -> Self {
        Self {
            subject: subject.clone(),
            status: Status::of(scored.total),
            total: scored.total,
            grade: scored.grade.clone(),
            rank: place.map(|place| place.rank),
            ranked: place.map(|place| place.ranked),
            below: place.map(|place| place.below),
            warning: warned.given.as_ref().map(|warning| warning.rung.clone()),
            early: warned.early.clone(),
        }
    }
}

impl SubjectResult {
    /// Where the subject stands, without how that came about.
    #[must_use]
    pub fn standing(&self) -> Standing {
        Standing {
            subject: self.subject.clone(),
            status: self.status,
            total: self.total,
            grade: self.grade.clone(),
            rank: self.rank,
            ranked: self.ranked,
            below: self.below,
            warning: self.warning.as_ref().map(|warning| warning.rung.clone()),
            early: self.early.clone(),
        }
    }
}
