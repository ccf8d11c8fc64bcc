//! Measure `indicator`: a number that was entered, or what it attains of its target, in percent.
//!
//! The latest dated on or before the period's last day counts, no older than the scheme allows: within
//! the period, or so many months back (an exam of the quarter: 3). 118 of a target of 120 attain
//! 118 × 100 ÷ 120 = 98.333…. Two different numbers of one day, neither of which replaces the other,
//! are a conflict.
//!
//! Silent when there is no number, or no target where one is asked for: that is no data. So is a number that is only asked
//! for where there was a complaint (how satisfied customers are with its handling), where there was none.

use super::measured::{Lack, Measured};
use super::outcome::has_complaints;
use super::{Context, MissingReason, Step, StepCode};
use crate::list::Listed;
use crate::number::Exact;
use crate::problem::ArgKind;
use crate::scheme::{IndicatorMeasure, IndicatorOf};
use crate::text::Id;
use crate::workbook::IndicatorValue;

/// Measures a criterion by an indicator.
pub(super) fn measure(context: &Context<'_>, measure: &IndicatorMeasure) -> Measured {
    match has_complaints(context).filter(|_| measure.only_with_complaints) {
        Some(false) => return Measured::no_data(MissingReason::NoComplaint),
        None if measure.only_with_complaints => return Measured::lacks(Lack::Conflict),
        _ => {}
    }
    let months = measure.months.map(|months| months.0);
    let value = match latest(context, &measure.indicator, months) {
        Ok(Some(value)) => value,
        Ok(None) => return Measured::no_data(MissingReason::NoValue),
        Err(lack) => return Measured::lacks(lack),
    };
    let actual = Exact::from(value.value);
    if measure.of == IndicatorOf::Value {
        return Measured::raw(actual, context.trace.step(|| entry(value).gives(value.value)));
    }
    let Some(target) = value.target else { return Measured::no_data(MissingReason::NoTarget) };
    let Some(attained) = actual.times(&Exact::from(100)).divided_by(&target.into()) else {
        return Measured::no_data(MissingReason::NoTarget);
    };
    let step = context.trace.step(|| {
        let figures = format!("{} × 100 ÷ {target}", super::derivation::bracketed(&actual));
        Step::new(StepCode::ATTAINMENT).calculated(figures).gives(&attained).from([entry(value).gives(value.value)])
    });
    Measured::raw(attained, step)
}

/// The number of an indicator that counts; nothing where there is none.
pub(super) fn latest<'c>(
    context: &Context<'c>,
    indicator: &Id,
    months: Option<u32>,
) -> Result<Option<&'c IndicatorValue>, Lack> {
    let period = context.entries.period;
    let last = period.last_day();
    let first = months.map_or_else(|| period.first_day(), |months| last.months_back(months.saturating_sub(1)));
    let counts = |entry: &&IndicatorValue| entry.indicator == *indicator && first <= entry.date && entry.date <= last;
    if context.entries.indicator_conflicts.iter().copied().any(|entry| counts(&entry)) {
        return Err(Lack::Conflict);
    }
    let entries: Vec<&'c IndicatorValue> = context.entries.indicators.iter().copied().filter(counts).listed();
    let Some(day) = entries.iter().map(|entry| entry.date).max() else { return Ok(None) };
    let mut of_day = entries.into_iter().filter(|entry| entry.date == day);
    let found = of_day.next();
    let differs = |other: &IndicatorValue| found.is_some_and(|f| f.value != other.value || f.target != other.target);
    if of_day.any(differs) { Err(Lack::Conflict) } else { Ok(found) }
}

/// One line: the day, who entered it and where it comes from.
pub(super) fn entry(value: &IndicatorValue) -> Step {
    let step = Step::new(StepCode::INDICATOR)
        .with("indicator", ArgKind::Indicator.of(&value.indicator))
        .with("date", value.date);
    let step = step.with("author", ArgKind::Person.of(&value.author)).with("id", ArgKind::Entry.of(&value.id));
    let step = match &value.target {
        Some(target) => step.with("target", target),
        None => step,
    };
    match &value.note {
        Some(note) => step.with("note", note),
        None => step,
    }
}
