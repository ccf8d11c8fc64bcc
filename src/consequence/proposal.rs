//! Consequences are proposals: the scheme says what would follow, a named person confirms or overrules
//! it with a reason, and both are kept.

use super::{Judged, holds};
use crate::json::answer;
use crate::list::Listed;
use crate::period::CivilDate;
use crate::problem::{Arg, ArgKind};
use crate::scheme::{ConsequenceKind, Scheme};
use crate::score::{Step, StepCode};
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
        pub date: CivilDate,
        /// Why.
        pub reason: Prose,
    }
}

/// The consequences that follow from a result, in the scheme's order.
#[must_use]
pub fn proposals(scheme: &Scheme, result: &Judged<'_>, rulings: &[&Ruling]) -> Vec<Proposal> {
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
pub fn proposal_step(scheme: &Scheme, proposal: &Proposal, result: &Judged<'_>) -> Option<Step> {
    let when = &scheme.consequences.iter().find(|consequence| consequence.id == proposal.id)?.when;
    let mut step = Step::new(StepCode::CONSEQUENCE).with("consequence", ArgKind::Consequence.of(&proposal.id));
    let grade = result.grade.filter(|_| !when.grades.is_empty());
    let rung = result.rung.filter(|_| !when.rungs.is_empty());
    let rank = result.rank.filter(|_| when.rank_to.is_some());
    let total = result.total.filter(|_| when.from.is_some() || when.below.is_some());
    let state = Some(result.state.as_str()).filter(|_| !when.states.is_empty());
    let hit = result.critical.iter().map(|hit| &hit.rule).find(|rule| when.critical.contains(rule));
    let named: [(&'static str, Option<Arg>); 8] = [
        ("grade", grade.map(|grade| ArgKind::Grade.of(grade))),
        ("rung", rung.map(|rung| ArgKind::Rung.of(rung))),
        ("rank", rank.map(Arg::from)),
        ("total", total.map(Arg::from)),
        ("from", when.from.map(Arg::from)),
        ("below", when.below.map(Arg::from)),
        ("state", state.map(|state| ArgKind::Words.of(state))),
        ("critical", hit.map(|rule| ArgKind::Rule.of(rule))),
    ];
    for (name, arg) in named {
        if let Some(arg) = arg {
            step = step.with(name, arg);
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
