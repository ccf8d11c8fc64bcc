//! Scales: raw number → points, within the criterion's bounds, with the bonus kept apart.
//!
//! - `as-is`: the raw number.
//! - `each`: start + each × raw: −2 for each event from 5, not below 0.
//! - `linear`: straight lines between knots, flat beyond the ends: 70 → 0 and 90 → 5 give 83 → 3.25.
//! - `steps`: the first threshold from the top that holds.
//! - `levels`: the points of the level that was chosen, taken before any mean, so that the raw number is points.
//! - A bonus from records takes only the records above 0, from any other measure what the scale
//!   gives above the points; both up to the bonus cap (model: Scales).

use super::derivation::{Step, Trace, bracketed};
#[cfg(feature = "workbench")]
use super::records::Recorded;
use super::step_code::StepCode;
use crate::list::{Listed, TakeIn};
use crate::number::{Decimal, Exact};
use crate::problem::ArgKind;
use crate::scheme::{Criterion, Each, Knot, Range, Scale, Threshold};

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
        steps
            .take_in(trace.step(|| {
                bonus_step(cap, &bonus, format!("{} − {}", bracketed(&held), criterion.own_points().shown()))
            }));
        bonus
    });
    Points { base, bonus, steps }
}

/// Points of records under a bonus: those taken lower the base, those added fill the bonus, and the
/// two never offset.
#[cfg(feature = "workbench")]
pub(super) fn of_records(criterion: &Criterion, recorded: &Recorded<'_>, bonus_cap: Decimal, trace: Trace) -> Points {
    let (taken, added) = (&recorded.taken, &recorded.added);
    let scaled = scaled(criterion, taken);
    let lines: Vec<Step> = if trace == Trace::On { recorded.lines().listed() } else { Vec::new() };
    let negative = |step: &Step| step.value.as_ref().is_some_and(|value| value.as_str().starts_with('-'));
    let (below, above): (Vec<Step>, Vec<Step>) = lines.into_iter().partition(negative);
    let sum = |code, value: &Exact, from: Vec<Step>| Step::new(code).gives(value).from(from);
    let mut steps: Vec<Step> = trace
        .step(|| explain(criterion, taken, &scaled).from([sum(StepCode::RECORDS_TAKEN, taken, below)]))
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
            StepCode::RECORDS_ADDED,
            added,
            above,
        )])
    }));
    Points { base, bonus: Some(bonus), steps }
}

const fn each_of(criterion: &Criterion) -> Option<&Each> {
    match &criterion.scale {
        Some(Scale::Each(each)) => Some(each),
        _ => None,
    }
}

/// What the scale gives before any bound.
fn scaled(criterion: &Criterion, raw: &Exact) -> Exact {
    match &criterion.scale {
        Some(Scale::Each(each)) => start(each).plus(&raw.times(&each.each.into())),
        Some(Scale::Linear(linear)) => Between::of(&linear.knots, raw).points(raw),
        Some(Scale::Steps(steps)) => threshold(&steps.steps, raw).map_or(Exact::ZERO, |step| step.points.into()),
        Some(Scale::AsIs(_) | Scale::Levels(_)) | None => raw.clone(),
    }
}

/// The knots that a raw number lies between; beyond the ends the last one alone.
enum Between<'k> {
    Knots(&'k Knot, &'k Knot),
    Flat(Option<&'k Knot>),
}

impl<'k> Between<'k> {
    fn of(knots: &'k [Knot], raw: &Exact) -> Self {
        let below = knots.iter().take_while(|knot| Exact::from(knot.raw) <= *raw).last();
        let above = knots.iter().find(|knot| Exact::from(knot.raw) > *raw);
        match (below, above) {
            (Some(below), Some(above)) => Self::Knots(below, above),
            (below, above) => Self::Flat(below.or(above)),
        }
    }

    fn points(&self, raw: &Exact) -> Exact {
        let number = Exact::from;
        match self {
            Self::Flat(knot) => knot.map_or(Exact::ZERO, |knot| number(knot.points)),
            Self::Knots(below, above) => {
                let rise = number(above.points).minus(&number(below.points));
                let part = raw.minus(&number(below.raw)).times(&rise);
                // The checker refuses knots that do not rise.
                let width = number(above.raw).minus(&number(below.raw));
                part.divided_by(&width).map_or_else(|| number(below.points), |part| part.plus(&number(below.points)))
            }
        }
    }

    /// Points below + (raw − knot below) × rise ÷ width.
    fn figures(&self, raw: &Exact) -> String {
        let shown = |number: Decimal| bracketed(&Exact::from(number));
        match self {
            Self::Flat(knot) => knot.map_or_else(String::new, |knot| shown(knot.points)),
            Self::Knots(below, above) => {
                let (x, y) = (shown(below.raw), shown(below.points));
                let (right, up) = (shown(above.raw), shown(above.points));
                format!("{y} + ({} − {x}) × ({up} − {y}) ÷ ({right} − {x})", bracketed(raw))
            }
        }
    }
}

/// The first threshold from the top that holds.
fn threshold<'s>(steps: &'s [Threshold], raw: &Exact) -> Option<&'s Threshold> {
    steps.iter().find(|step| match (step.from, step.above) {
        (Some(from), _) => *raw >= from.into(),
        (None, Some(above)) => *raw > above.into(),
        (None, None) => true,
    })
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
    match &criterion.scale {
        Some(Scale::Each(each)) => {
            let figures =
                format!("{} + {} × {}", bracketed(&start(each)), bracketed(&each.each.into()), bracketed(raw));
            Step::new(StepCode::EACH).calculated(figures)
        }
        Some(Scale::Linear(linear)) => {
            let between = Between::of(&linear.knots, raw);
            let step = match between {
                Between::Knots(..) => Step::new(StepCode::LINEAR),
                Between::Flat(_) => Step::new(StepCode::LINEAR_END),
            };
            step.with("raw", ArgKind::Figure.of(raw.shown())).calculated(between.figures(raw))
        }
        Some(Scale::Steps(steps)) => explain_steps(&steps.steps, raw),
        Some(Scale::AsIs(_) | Scale::Levels(_)) | None => Step::new(StepCode::AS_IS),
    }
    .gives(scaled)
}

fn explain_steps(steps: &[Threshold], raw: &Exact) -> Step {
    let step = Step::new(StepCode::STEPS).with("raw", ArgKind::Figure.of(raw.shown()));
    match threshold(steps, raw).map(|step| (step.from, step.above)) {
        Some((Some(from), _)) => step.with("from", from),
        Some((None, Some(above))) => step.with("above", above),
        _ => step,
    }
}

/// Says so where a bound changed the figure.
fn bounded_step(criterion: &Criterion, scaled: &Exact, base: &Exact, trace: Trace, steps: &mut Vec<Step>) {
    if trace == Trace::Off || scaled == base {
        return;
    }
    steps.take_in(trace.step(|| {
        let bounds = criterion.bounds();
        // The scale's own floor and cap hold first, and then within the criterion's.
        let inner = |end: Option<Decimal>, outer: &Option<Exact>| match end {
            Some(end) => Some(Exact::from(end).within(bounds.least.as_ref(), bounds.most.as_ref())),
            None => outer.clone(),
        };
        let own = each_of(criterion);
        let bounds = Range {
            least: inner(own.and_then(|each| each.floor), &bounds.least),
            most: inner(own.and_then(|each| each.cap), &bounds.most),
        };
        let shown = |end: Option<Exact>| end.map_or_else(|| "−∞".to_owned(), |end| end.shown());
        Step::new(StepCode::BOUNDED)
            .with("least", ArgKind::Figure.of(shown(bounds.least)))
            .with("most", ArgKind::Figure.of(shown(bounds.most)))
            .calculated(scaled.shown())
            .gives(base)
    }));
}

fn bonus_step(cap: Decimal, bonus: &Exact, figures: String) -> Step {
    Step::new(StepCode::BONUS).with("cap", cap).calculated(figures).gives(bonus)
}
