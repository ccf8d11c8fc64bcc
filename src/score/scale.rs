//! Scales: raw number → points, within the criterion's bounds, with the bonus kept apart.
//!
//! - `as-is`: the raw number.
//! - `each`: start + each × raw: −2 for each event from 5, not below 0.
//! - A bonus from records takes only the records above 0, from any other measure what the scale
//!   gives above the points; both up to the bonus cap (model: Scales).

use super::derivation::{Step, Trace, bracketed};
use super::records::Recorded;
use crate::number::{Exact, Number};
use crate::order::{Listed, TakeIn};
use crate::scheme::{Criterion, Each, Scale};

/// A criterion's points and its bonus.
pub(super) struct Points {
    pub(super) base: Exact,
    /// Where the criterion can have one.
    pub(super) bonus: Option<Exact>,
    /// How the points came about, then how the bonus did.
    pub(super) steps: Vec<Step>,
}

/// Points of a raw number.
pub(super) fn of_raw(criterion: &Criterion, raw: &Exact, from: Option<Step>, trace: Trace) -> Points {
    let scaled = scaled(criterion, raw);
    let mut steps: Vec<Step> = trace.step(|| explain(criterion, raw, &scaled).from(from)).into_iter().listed();
    let bounds = criterion.bounds();
    let held = own_bounds(criterion, scaled.clone());
    let base = held.clone().within(bounds.least.as_ref(), bounds.most.as_ref());
    bounded_step(criterion, &scaled, &base, trace, &mut steps);
    let bonus = criterion.bonus.map(|cap| {
        let above = held.minus(&criterion.own_points());
        let bonus = above.within(Some(&Exact::ZERO), Some(&Exact::from(cap)));
        steps.take_in(trace.step(|| bonus_step(cap, &bonus, held.minus(&criterion.own_points()).shown())));
        bonus
    });
    Points { base, bonus, steps }
}

/// Points of records under a bonus: those taken lower the base, those added fill the bonus, and the
/// two never offset.
pub(super) fn of_records(criterion: &Criterion, recorded: &Recorded<'_>, bonus_cap: Number, trace: Trace) -> Points {
    let (taken, added) = (&recorded.taken, &recorded.added);
    let scaled = scaled(criterion, taken);
    let lines: Vec<Step> = if trace == Trace::On { recorded.lines().listed() } else { Vec::new() };
    let negative = |step: &Step| step.value.as_ref().is_some_and(|value| value.starts_with('-'));
    let (below, above): (Vec<Step>, Vec<Step>) = lines.into_iter().partition(negative);
    let sum = |code, value: &Exact, from: Vec<Step>| Step::new(code).gives(value).from(from);
    let mut steps: Vec<Step> = trace
        .step(|| explain(criterion, taken, &scaled).from([sum("records-taken", taken, below)]))
        .into_iter()
        .listed();
    let bounds = criterion.bounds();
    let base = own_bounds(criterion, scaled.clone()).within(bounds.least.as_ref(), bounds.most.as_ref());
    bounded_step(criterion, &scaled, &base, trace, &mut steps);
    let each = each_of(criterion).map_or_else(|| Exact::from(1), |each| Exact::from(each.each));
    let earned = added.times(&each);
    let bonus = earned.clone().within(Some(&Exact::ZERO), Some(&Exact::from(bonus_cap)));
    steps.take_in(trace.step(|| {
        bonus_step(bonus_cap, &bonus, format!("{} × {}", bracketed(added), bracketed(&each))).from([sum(
            "records-added",
            added,
            above,
        )])
    }));
    Points { base, bonus: Some(bonus), steps }
}

const fn each_of(criterion: &Criterion) -> Option<&Each> {
    match &criterion.scale {
        Some(Scale::Each(each)) => Some(each),
        Some(Scale::AsIs(_)) | None => None,
    }
}

/// What the scale gives before any bound.
fn scaled(criterion: &Criterion, raw: &Exact) -> Exact {
    match each_of(criterion) {
        Some(each) => start(each).plus(&raw.times(&each.each.into())),
        None => raw.clone(),
    }
}

fn start(each: &Each) -> Exact {
    each.start.map_or(Exact::ZERO, Exact::from)
}

/// The scale's own floor and cap, where it names them.
fn own_bounds(criterion: &Criterion, scaled: Exact) -> Exact {
    match each_of(criterion) {
        Some(each) => scaled.within(each.floor.map(Exact::from).as_ref(), each.cap.map(Exact::from).as_ref()),
        None => scaled,
    }
}

fn explain(criterion: &Criterion, raw: &Exact, scaled: &Exact) -> Step {
    match each_of(criterion) {
        Some(each) => {
            let figures =
                format!("{} + {} × {}", bracketed(&start(each)), bracketed(&each.each.into()), bracketed(raw));
            Step::new("each").calculated(figures).gives(scaled)
        }
        None => Step::new("as-is").gives(scaled),
    }
}

/// Says so where a bound changed the figure.
fn bounded_step(criterion: &Criterion, scaled: &Exact, base: &Exact, trace: Trace, steps: &mut Vec<Step>) {
    if scaled == base {
        return;
    }
    steps.take_in(trace.step(|| {
        let bounds = criterion.bounds();
        let shown = |end: Option<Exact>| end.map_or_else(|| "−∞".to_owned(), |end| end.shown());
        Step::new("bounded")
            .with("least", shown(bounds.least))
            .with("most", shown(bounds.most))
            .calculated(scaled.shown())
            .gives(base)
    }));
}

fn bonus_step(cap: Number, bonus: &Exact, figures: String) -> Step {
    Step::new("bonus").with("cap", cap).calculated(figures).gives(bonus)
}
