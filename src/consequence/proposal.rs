//! Consequences are proposals: the scheme says what would follow, a named person confirms or overrules
//! it with a reason, and both are kept.

use super::holds;
use crate::json::answer;
use crate::list::Listed;
use crate::period::Date;
use crate::report::SubjectResult;
use crate::scheme::{ConsequenceKind, Scheme};
use crate::score::Step;
use crate::text::{Id, Name, Prose};
use crate::workbook::{Ruling, RulingAnswer};

answer! {
    /// A consequence that the scheme proposes.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Proposal {
        /// The scheme's consequence.
        pub id: Id,
        /// Of what kind it is.
        pub kind: ConsequenceKind,
        /// What a named person said of it.
        pub ruling: Option<Given> = default,
    }
}

answer! {
    /// What a named person said of a proposal.
    #[derive(Debug, Clone, PartialEq, Eq)]
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
}

/// The consequences that follow from a result, in the scheme's order.
#[must_use]
pub fn proposals(scheme: &Scheme, result: &SubjectResult, rulings: &[&Ruling]) -> Vec<Proposal> {
    let follow = scheme.consequences.iter().filter(|consequence| holds(&consequence.when, result));
    follow
        .map(|consequence| Proposal {
            id: consequence.id.clone(),
            kind: consequence.kind,
            ruling: ruling(consequence.id.as_str(), rulings),
        })
        .listed()
}

/// Why a consequence follows: what its condition names.
#[must_use]
pub fn proposal_step(scheme: &Scheme, proposal: &Proposal, result: &SubjectResult) -> Option<Step> {
    let when = &scheme.consequences.iter().find(|consequence| consequence.id == proposal.id)?.when;
    let mut step = Step::new("consequence").with("consequence", &proposal.id);
    let grade = result.grade.as_ref().filter(|_| !when.grades.is_empty());
    let rung = result.warning.as_ref().map(|warning| &warning.rung).filter(|_| !when.rungs.is_empty());
    let rank = result.rank.filter(|_| when.rank_to.is_some());
    let total = result.total.filter(|_| when.from.is_some() || when.below.is_some());
    let state = Some(result.state.as_str()).filter(|_| !when.states.is_empty());
    let hit = result.critical.iter().map(|hit| &hit.rule).find(|rule| when.critical.contains(rule));
    let words: [(&'static str, Option<&dyn std::fmt::Display>); 8] = [
        ("grade", grade.as_ref().map(|grade| *grade as _)),
        ("rung", rung.as_ref().map(|rung| *rung as _)),
        ("rank", rank.as_ref().map(|rank| rank as _)),
        ("total", total.as_ref().map(|total| total as _)),
        ("from", when.from.as_ref().map(|from| from as _)),
        ("below", when.below.as_ref().map(|below| below as _)),
        ("state", state.as_ref().map(|state| state as _)),
        ("critical", hit.as_ref().map(|rule| *rule as _)),
    ];
    for (name, word) in words {
        if let Some(word) = word {
            step = step.with(name, word);
        }
    }
    Some(step)
}

/// The latest ruling on a consequence; of two under one number, which came from different files, none.
pub(super) fn ruling(consequence: &str, rulings: &[&Ruling]) -> Option<Given> {
    let about = |ruling: &&&Ruling| ruling.consequence.as_str() == consequence;
    let highest = rulings.iter().filter(about).map(|ruling| ruling.sequence).max()?;
    let mut latest = rulings.iter().filter(about).filter(|ruling| ruling.sequence == highest);
    let given = latest.next()?;
    if latest.any(|other| other.answer != given.answer) {
        return None;
    }
    Some(Given { answer: given.answer, author: given.author.clone(), date: given.date, reason: given.reason.clone() })
}
