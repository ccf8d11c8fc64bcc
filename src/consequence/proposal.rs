//! Consequences are proposals: the scheme says what would follow, a named person confirms or overrules
//! it with a reason, and both are kept.

use super::holds;
use crate::json::to_json;
use crate::order::Listed;
use crate::period::Date;
use crate::report::SubjectResult;
use crate::scheme::{ConsequenceKind, Scheme};
use crate::text::{Id, Name, Prose};
use crate::workbook::{Ruling, RulingAnswer};

/// A consequence that the scheme proposes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", serde(rename_all = "camelCase"))]
pub struct Proposal {
    /// The scheme's consequence.
    pub id: Id,
    /// Of what kind it is.
    pub kind: ConsequenceKind,
    /// What a named person said of it.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub ruling: Option<Given>,
}

to_json!(Proposal { id, kind, ruling = default });

/// What a named person said of a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", serde(rename_all = "camelCase"))]
pub struct Given {
    /// Confirmed or overruled.
    pub answer: RulingAnswer,
    /// By whom.
    pub author: Name,
    /// When.
    pub date: Date,
    /// Why.
    pub reason: Prose,
}

to_json!(Given { answer, author, date, reason });

/// The consequences that follow from a result, in the scheme's order.
#[must_use]
pub fn proposals(scheme: &Scheme, result: &SubjectResult, rulings: &[&Ruling]) -> Vec<Proposal> {
    let follow = scheme.consequences.iter().filter(|consequence| holds(&consequence.when, result));
    follow
        .map(|consequence| Proposal {
            id: consequence.id.clone(),
            kind: consequence.kind,
            ruling: ruling(&consequence.id, rulings),
        })
        .listed()
}

/// The latest ruling on a consequence; of two under one number, which came from different files, none.
fn ruling(consequence: &Id, rulings: &[&Ruling]) -> Option<Given> {
    let about = |ruling: &&&Ruling| ruling.consequence == *consequence;
    let highest = rulings.iter().filter(about).map(|ruling| ruling.sequence).max()?;
    let mut latest = rulings.iter().filter(about).filter(|ruling| ruling.sequence == highest);
    let given = latest.next()?;
    if latest.any(|other| other.answer != given.answer) {
        return None;
    }
    Some(Given { answer: given.answer, author: given.author.clone(), date: given.date, reason: given.reason.clone() })
}
