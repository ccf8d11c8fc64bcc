//! What a person must be told beside the numbers.

use crate::list::Listed;
use crate::problem::{ArgKind, Code, Problem};
use crate::result::UnitReport;

/// Tells of every grade of a forced distribution whose share gets no seat in a unit.
pub(crate) fn no_seats(units: &[UnitReport]) -> Vec<Problem> {
    let each = units.iter().flat_map(|unit| unit.quotas.iter().map(move |quota| (unit, quota)));
    let without = each.filter(|(_, quota)| quota.seats == 0 && quota.share.is_positive());
    without
        .map(|(unit, quota)| {
            let problem = Problem::new(Code::QuotaWithoutSeat, "/units").with("unit", ArgKind::Unit.of(&unit.unit));
            problem
                .with("grade", ArgKind::Grade.of(&quota.grade))
                .with("share", quota.share)
                .with("ranked", unit.ranked)
        })
        .listed()
}

/// Tells of every unit in which everybody stands at once first and last, as before anything was entered.
pub(crate) fn all_tied(units: &[UnitReport]) -> Vec<Problem> {
    let tied = units.iter().filter(|unit| unit.all_in_bottom);
    let told = |unit: &UnitReport| {
        Problem::new(Code::AllTied, "/units").with("unit", ArgKind::Unit.of(&unit.unit)).with("ranked", unit.ranked)
    };
    tied.map(told).listed()
}

/// Tells of every bottom N that a unit is too small for.
pub(crate) fn small_units(units: &[UnitReport]) -> Vec<Problem> {
    let each = units.iter().flat_map(|unit| unit.passed_over.iter().map(move |bottom| (unit, bottom)));
    each.map(|(unit, bottom)| {
        Problem::new(Code::UnitTooSmall, "/units")
            .with("unit", ArgKind::Unit.of(&unit.unit))
            .with("bottom", bottom)
            .with("ranked", unit.ranked)
    })
    .listed()
}
