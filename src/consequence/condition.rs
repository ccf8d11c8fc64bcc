//! Whether a condition holds of a result: everything that it names must, of a list one entry. Of a state that is open
//! nothing holds.

use super::Judged;
use crate::scheme::When;

/// Whether a condition holds. One that asks for a total does not hold without one.
#[must_use]
pub fn holds(when: &When, result: &Judged<'_>) -> bool {
    let grade = || result.grade.is_some_and(|grade| when.grades.contains(grade));
    let rung = || result.rung.is_some_and(|rung| when.rungs.contains(rung));
    let critical = || result.critical.iter().any(|hit| when.critical.contains(&hit.rule));
    (when.grades.is_empty() || grade())
        && when.from.is_none_or(|from| result.total.is_some_and(|total| total >= from))
        && when.below.is_none_or(|below| result.total.is_some_and(|total| total < below))
        && when.rank_to.is_none_or(|last| result.rank.is_some_and(|rank| rank <= last.0))
        && (when.rungs.is_empty() || rung())
        && (when.states.is_empty() || (!result.state_open && when.states.contains(&result.state)))
        && (when.critical.is_empty() || critical())
}
