//! Early notice: who would reach a graver rung than now if the next period puts them in the same
//! bottom N and everybody is ranked. A notice is for help in time, not a warning.

use super::ladder::{Month, Warning, held_rung};
use super::rank::Place;
use crate::scheme::Warnings;
use crate::text::Id;
use crate::workbook::State;

/// The rung that the next period would reach, if it is graver than the one given now. No period follows an irregular one.
pub(super) fn notice(rules: &Warnings, months: &[Month], given: Option<&Warning>) -> Option<Id> {
    let now = months.first().filter(|now| !now.period.is_irregular())?;
    let place = Some(with_everybody(now.place?, now.members));
    let next = Month { period: now.period.next(), state: State::Active, place, ..now.clone() };
    let mut onward = Vec::with_capacity(months.len().saturating_add(1));
    onward.push(next);
    onward.extend_from_slice(months);
    let gravity = |id: &Id| rules.rungs.iter().position(|rung| rung.id == *id);
    let reached = rules.rungs.iter().rev().find_map(|rung| held_rung(rules, rung, &onward))?;
    let graver = given.is_none_or(|given| gravity(&reached.rung) > gravity(&given.rung));
    graver.then_some(reached.rung)
}

/// The same place from below, where those who are not ranked now stand above.
fn with_everybody(place: Place, members: u32) -> Place {
    let more = members.saturating_sub(place.ranked);
    Place { rank: place.rank.saturating_add(more), ranked: place.ranked.saturating_add(more), ..place }
}
