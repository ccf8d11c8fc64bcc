//! One subject's result.

use super::Status;
use crate::cohort::Warning;
use crate::consequence::{Judged, Pay, PlanEffect, Proposal};
use crate::json::{Extra, answer, digest_of};
use crate::list::Listed;
use crate::number::{Count, DecimalText, Exact};
use crate::score::{CriticalHit, Missing, SectionScore, measured_criteria};
use crate::text::{Digest, Id, Name, PersonId};
use crate::workbook::{Book, KeptResult, KeptValue, State};

answer! {
    /// One subject's result.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct SubjectResult {
        /// Whose.
        pub subject: PersonId,
        /// The name.
        pub name: Name,
        /// The unit.
        pub unit: Id,
        /// The scheme.
        pub scheme: Id,
        /// What the person is in the period.
        pub state: State,
        /// That is open: two different states are under one id. Until somebody decides there is no rank and no pay.
        pub state_open: bool = default,
        /// Final or provisional.
        pub status: Status,
        /// Base points, exact.
        pub base: Option<Exact> = default,
        /// Bonus points.
        pub bonus: Option<Exact> = default,
        /// Deductions, 0 or below.
        pub deductions: Option<Exact> = default,
        /// The published total, rounded once.
        pub total: Option<DecimalText> = default,
        /// The grade.
        pub grade: Option<Id> = default,
        /// Rank within the unit.
        pub rank: Option<u32> = default,
        /// How many are ranked in the unit.
        pub ranked: Option<u32> = default,
        /// How many stand strictly below.
        pub below: Option<u32> = default,
        /// Section by section.
        pub sections: Vec<SectionScore>,
        /// What the result waits for.
        pub missing: Vec<Missing>,
        /// Forms that are outstanding, whether waited for or not.
        pub outstanding: Vec<Outstanding>,
        /// The gravest rung of the ladder that holds.
        pub warning: Option<Warning> = default,
        /// The other rungs that hold.
        pub also_holds: Vec<Warning> = default,
        /// The rung that would be reached if the next period were like this one.
        pub early: Option<Id> = default,
        /// Critical rules that hold.
        pub critical: Vec<CriticalHit> = default,
        /// What follows: proposals, and what a named person said of them.
        pub consequences: Vec<Proposal> = default,
        /// Performance pay.
        pub pay: Option<Pay> = default,
        /// What plans of improvement came to.
        pub plans: Vec<PlanEffect> = default,
    }
}

answer! {
    /// A form that is outstanding.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Outstanding {
        /// In which role.
        pub role: Id,
        /// From whom, where somebody was asked.
        pub rater: Option<PersonId> = default,
        /// What is wrong with it.
        pub state: OutstandingState,
        /// The criteria without a score, of a form that is there.
        pub criteria: Vec<Id> = default,
    }
}

answer! {
    /// Why a form is outstanding.
    pub enum OutstandingState {
        /// It has not been handed in.
        None = "none",
        /// It lacks scores.
        Incomplete = "incomplete",
        /// There are two, and nobody has decided.
        Conflict = "conflict",
    }
}

impl SubjectResult {
    /// What consequences, pay and the effects of plans are judged by.
    #[must_use]
    pub fn judged(&self) -> Judged<'_> {
        Judged {
            subject: &self.subject,
            state: self.state,
            state_open: self.state_open,
            total: self.total,
            grade: self.grade.as_ref(),
            rank: self.rank,
            rung: self.warning.as_ref().map(|warning| &warning.rung),
            critical: &self.critical,
            sections: &self.sections,
        }
    }

    /// The raw numbers of what was measured, for the effect of plans.
    fn values(&self) -> Vec<KeptValue> {
        measured_criteria(&self.sections)
            .filter_map(|score| {
                // What 128 bits do not hold could not be read again.
                let raw = score.raw.clone().filter(|raw| Exact::parse(&raw.to_string()).is_some())?;
                Some(KeptValue { criterion: score.id.clone(), raw, ..KeptValue::default() })
            })
            .listed()
    }

    /// The result as it is kept for later periods.
    #[must_use]
    pub fn kept(&self) -> KeptResult {
        KeptResult {
            subject: self.subject.clone(),
            scheme: self.scheme.clone(),
            unit: self.unit.clone(),
            state: self.state,
            total: self.total,
            grade: self.grade.clone(),
            rank: self.rank.map(Count),
            ranked: self.ranked.map(Count),
            below: self.below.map(Count),
            values: self.values(),
            extra: Extra::default(),
        }
    }
}

/// What an answer to a result names: the result as it would be kept, by which rules, for when.
#[must_use]
pub fn result_digest(book: &Book, result: &SubjectResult) -> Digest {
    let rules = book.scheme_refs().into_iter().find(|scheme| scheme.id == result.scheme);
    digest_of(&(book.workbook().period, rules, result.kept()))
}
