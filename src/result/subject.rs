//! One subject's result.

use super::Status;
use crate::cohort::Warning;
use crate::consequence::{Judged, Pay, PlanEffect, Proposal};
use crate::json::{Extra, digest_of, to_json, word_json};
use crate::list::Listed;
use crate::number::{Count, Exact, Number};
use crate::score::{CriticalHit, Missing, SectionScore, measured_criteria};
use crate::text::{Digest, Id, Name, PersonId};
use crate::workbook::{Book, KeptResult, KeptValue, State};

/// One subject's result.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", serde(rename_all = "camelCase"))]
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
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "std::ops::Not::not"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub state_open: bool,
    /// Final or provisional.
    pub status: Status,
    /// Base points, exact.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub base: Option<Exact>,
    /// Bonus points.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub bonus: Option<Exact>,
    /// Deductions, 0 or below.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub deductions: Option<Exact>,
    /// The published total, rounded once.
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
    /// Section by section.
    pub sections: Vec<SectionScore>,
    /// What the result waits for.
    pub missing: Vec<Missing>,
    /// Forms that are outstanding, whether waited for or not.
    pub outstanding: Vec<Outstanding>,
    /// The gravest rung of the ladder that holds.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub warning: Option<Warning>,
    /// The other rungs that hold.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub also_holds: Vec<Warning>,
    /// The rung that would be reached if the next period were like this one.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub early: Option<Id>,
    /// Critical rules that hold.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub critical: Vec<CriticalHit>,
    /// What follows: proposals, and what a named person said of them.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub consequences: Vec<Proposal>,
    /// Performance pay.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub pay: Option<Pay>,
    /// What plans of improvement came to.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub plans: Vec<PlanEffect>,
}

to_json!(SubjectResult { subject, name, unit, scheme, state, state_open = default, status, base = default, bonus = default, deductions = default, total = default, grade = default, rank = default, ranked = default, below = default, sections, missing, outstanding, warning = default, also_holds = default, early = default, critical = default, consequences = default, pay = default, plans = default });

/// A form that is outstanding.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", serde(rename_all = "camelCase"))]
pub struct Outstanding {
    /// In which role.
    pub role: Id,
    /// From whom, where somebody was asked.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub rater: Option<PersonId>,
    /// What is wrong with it.
    pub state: OutstandingState,
    /// The criteria without a score, of a form that is there.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub criteria: Vec<Id>,
}

to_json!(Outstanding { role, rater = default, state, criteria = default });

/// Why a form is outstanding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", serde(rename_all = "kebab-case"))]
pub enum OutstandingState {
    /// It has not been handed in.
    None,
    /// It lacks scores.
    Incomplete,
    /// There are two, and nobody has decided.
    Conflict,
}

word_json!(OutstandingState { None = "none", Incomplete = "incomplete", Conflict = "conflict" });

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
