//! The warning ladder: bottom N for M periods running → a consequence.
//!
//! A rung holds in a period when the subject is in the bottom N in it and in at least M − 1 running
//! before it. A warning does not use the run up, and the run follows the person into another unit:
//! each period counts by the place in the unit of that period. Of several rungs that hold the
//! gravest is given and the others are listed under it (model: Rank and warnings).

use super::rank::{Place, bottom};
use crate::json::answer;
use crate::list::Listed;
use crate::period::Period;
use crate::scheme::{AfterState, Rung, Unranked, Warnings};
use crate::text::Id;
use crate::workbook::State;

/// Where a subject stood in one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Month {
    /// The period.
    pub period: Period,
    /// What the person was in it.
    pub state: State,
    /// The unit in it.
    pub unit: Id,
    /// The place, if ranked.
    pub place: Option<Place>,
    /// How many are appraised in the unit, ranked or not: known of this period, 0 of those before it.
    pub members: u32,
}

answer! {
    /// A rung that holds, and the periods that it rests on.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Warning {
        /// The rung.
        pub rung: Id,
        /// The periods, the latest first.
        pub months: Vec<WarningMonth>,
    }
}

answer! {
    /// One period that a warning rests on.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct WarningMonth {
        /// The period.
        pub period: Period,
        /// The unit in it.
        pub unit: Id,
        /// The rank in it.
        pub rank: u32,
        /// How many were ranked.
        pub ranked: u32,
        /// How many stood strictly below.
        pub below: u32,
    }
}

/// The rung, if it holds in the first of the months, with the months it rests on.
pub(super) fn held_rung(rules: &Warnings, rung: &Rung, months: &[Month]) -> Option<Warning> {
    if rung.after == Some(AfterState::Standby) && !is_first_back(months) {
        return None;
    }
    let run = run_of(rules, rung.bottom.0, months);
    let needed = usize::try_from(rung.periods.0).unwrap_or(usize::MAX);
    (run.len() >= needed).then(|| Warning { rung: rung.id.clone(), months: run.into_iter().take(needed).listed() })
}

/// The periods running in the bottom N, from the first of the months backwards.
fn run_of(rules: &Warnings, n: u32, months: &[Month]) -> Vec<WarningMonth> {
    let mut run = Vec::new();
    let mut later: Option<Period> = None;
    for (index, month) in months.iter().enumerate() {
        let consecutive = later.is_none_or(|later| month.period.next() == later);
        if !consecutive {
            break;
        }
        later = Some(month.period);
        let place = month.place.and_then(|place| bottom(place, n, rules).map(|within| (place, within)));
        match place {
            Some((place, true)) => run.push(WarningMonth {
                period: month.period,
                unit: month.unit.clone(),
                rank: place.rank,
                ranked: place.ranked,
                below: place.below,
            }),
            Some((_, false)) => break,
            // Not ranked, or no bottom N: never in the period itself, and before it as the scheme says.
            None if index == 0 || rules.unranked == Unranked::Break => break,
            None => {}
        }
    }
    run
}

/// Whether the first of the months is the first ranked one after the last in 待岗.
fn is_first_back(months: &[Month]) -> bool {
    let Some((now, before)) = months.split_first() else { return false };
    let back = before.iter().find(|month| month.state == State::Standby || month.place.is_some());
    now.place.is_some() && back.is_some_and(|month| month.state == State::Standby)
}
