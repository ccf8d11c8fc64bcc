//! Where everybody stands: the answer without its parts, for a table and for many.

use super::{Status, SubjectResult};
use crate::cohort::{Place, Warned};
use crate::json::to_json;
use crate::number::Number;
use crate::score::Scored;
use crate::text::{Id, PersonId};

/// Where a subject stands.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", serde(rename_all = "camelCase"))]
pub struct Standing {
    /// Who.
    pub subject: PersonId,
    /// Final or provisional.
    pub status: Status,
    /// The published total; absent while something is waited for.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub total: Option<Number>,
    /// The grade.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub grade: Option<Id>,
    /// Rank within the unit.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub rank: Option<u32>,
    /// How many are ranked in the unit.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub ranked: Option<u32>,
    /// How many stand strictly below.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub below: Option<u32>,
    /// The gravest rung of the ladder that holds.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub warning: Option<Id>,
    /// The rung that would be reached if the next period were like this one.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub early: Option<Id>,
}

to_json!(Standing { subject, status, total = default, grade = default, rank = default, ranked = default, below = default, warning = default, early = default });

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
