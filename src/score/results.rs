//! Measure `results`: the subject's published totals of other periods or schemes: their mean, the
//! weighted mean of the sources, or the latest.
//!
//! What is absent is left out, a source with its weight, and the result says n of m: 70 parts of a yearly
//! 88 and 30 of the mean of 80 and 85 are (88 × 70 + 82.5 × 30) ÷ 100 = 86.35; without the irregular
//! ones the yearly 88 alone.
//!
//! Silent when there is no total at all: that is no data. Two different totals of one period and scheme
//! are a conflict, and so is a total where another closing of it says that there is none.

use super::derivation::sum_of;
use super::measured::{Lack, Measured};
use super::rating::count;
use super::{Context, MissingReason, Step, StepCode};
use crate::list::{Listed, TakeIn};
use crate::number::Exact;
use crate::period::Period;
use crate::problem::ArgKind;
use crate::scheme::{ResultsMeasure, ResultsOf, ResultsSource, Within};
use crate::workbook::KeptTotal;

/// Measures a criterion by totals of other periods or schemes.
pub(super) fn measure(context: &Context<'_>, measure: &ResultsMeasure) -> Measured {
    let taken = |source| latest_periods(source, totals(context, source));
    let found: Vec<Vec<KeptTotal<'_>>> = measure.sources.iter().map(taken).listed();
    if found.iter().flatten().any(|total| without(context, total)) || found.iter().any(|totals| twice(totals)) {
        return Measured::lacks(Lack::Conflict);
    }
    let all = || found.iter().flatten();
    let raw = match measure.of {
        ResultsOf::Mean => mean(all()),
        ResultsOf::Weighted => weighted(&measure.sources, &found),
        ResultsOf::Latest => latest(all()).map(|total| Exact::from(total.total)),
    };
    // A weighted mean says how many of its sources are there; the others how many of the results that they rest on.
    let (have, of) = match measure.of {
        ResultsOf::Weighted => (found.iter().filter(|totals| !totals.is_empty()).count(), measure.sources.len()),
        ResultsOf::Mean | ResultsOf::Latest => {
            let asked = measure.sources.iter().zip(&found).map(|(source, totals)| asked(context, source, totals));
            (all().count(), asked.fold(0_usize, usize::saturating_add))
        }
    };
    let Some(raw) = raw else { return Measured::no_data(MissingReason::NoResult).of(0, measure.sources.len()) };
    let step = context.trace.step(|| explain(measure, &found, (have, of), &raw));
    Measured::raw(raw, step).of(have, of)
}

/// The totals of one source, the earliest first.
fn totals<'c>(context: &Context<'c>, source: &ResultsSource) -> Vec<KeptTotal<'c>> {
    let is_taken = |total: &&KeptTotal<'c>| *total.scheme == source.scheme && takes(context, source, total.period);
    context.entries.totals.iter().filter(is_taken).copied().listed()
}

/// Whether a source takes results of a period.
fn takes(context: &Context<'_>, source: &ResultsSource, other: Period) -> bool {
    let period = context.entries.period;
    match source.within {
        Within::Period => period.encloses(&other),
        Within::Earlier => other.last_day() < period.first_day(),
    }
}

/// How many results a source asks for: as many as it says, or all that were kept, also those without a total; one where
/// there is none.
fn asked(context: &Context<'_>, source: &ResultsSource, totals: &[KeptTotal<'_>]) -> usize {
    if let Some(last) = source.last.and_then(|last| usize::try_from(last.0).ok()) {
        return last;
    }
    let there = |period: &Period| totals.iter().any(|total| total.period == *period);
    let without = context.entries.without_total.iter();
    let lacking = without
        .filter(|(period, scheme)| **scheme == source.scheme && takes(context, source, *period) && !there(period));
    totals.len().saturating_add(lacking.count()).max(1)
}

/// Only the totals of as many periods as the source asks for, the latest ones.
fn latest_periods<'c>(source: &ResultsSource, totals: Vec<KeptTotal<'c>>) -> Vec<KeptTotal<'c>> {
    let Some(last) = source.last.and_then(|last| usize::try_from(last.0).ok()) else { return totals };
    let mut periods: Vec<Period> = Vec::new();
    for total in totals.iter().rev() {
        if !periods.contains(&total.period) && periods.len() < last {
            periods.push(total.period);
        }
    }
    totals.into_iter().filter(|total| periods.contains(&total.period)).listed()
}

/// Another closing of the same period says that there is no total.
fn without(context: &Context<'_>, total: &KeptTotal<'_>) -> bool {
    context.entries.without_total.iter().any(|(period, scheme)| *period == total.period && *scheme == total.scheme)
}

/// Two different totals of one period; the same total twice is there but once.
fn twice(totals: &[KeptTotal<'_>]) -> bool {
    totals.windows(2).any(|pair| matches!(pair, [a, b] if a.period == b.period))
}

fn mean<'t, 'c: 't>(totals: impl Iterator<Item = &'t KeptTotal<'c>>) -> Option<Exact> {
    let mut sum = Exact::ZERO;
    let mut found = 0_usize;
    for total in totals {
        sum = sum.plus(&total.total.into());
        found = found.saturating_add(1);
    }
    sum.divided_by(&count(found))
}

fn weight(source: &ResultsSource) -> Exact {
    source.weight.map_or_else(|| Exact::from(1), Exact::from)
}

/// Each source's mean by its weight, over the weights of the sources that have any.
fn weighted(sources: &[ResultsSource], found: &[Vec<KeptTotal<'_>>]) -> Option<Exact> {
    let mut sum = Exact::ZERO;
    let mut weights = Exact::ZERO;
    for (source, totals) in sources.iter().zip(found) {
        if let Some(mean) = mean(totals.iter()) {
            sum = sum.plus(&mean.times(&weight(source)));
            weights = weights.plus(&weight(source));
        }
    }
    sum.divided_by(&weights)
}

/// The total of the period that ends last; of those that end together the last in the order of periods.
fn latest<'t, 'c: 't>(totals: impl Iterator<Item = &'t KeptTotal<'c>>) -> Option<&'t KeptTotal<'c>> {
    totals.max_by_key(|total| (total.period.last_day(), total.period))
}

fn explain(measure: &ResultsMeasure, found: &[Vec<KeptTotal<'_>>], parts: (usize, usize), raw: &Exact) -> Step {
    let line = |total: &KeptTotal<'_>| {
        Step::new(StepCode::RESULT_OF)
            .with("period", total.period)
            .with("scheme", ArgKind::Scheme.of(total.scheme))
            .gives(total.total)
    };
    let exact = |totals: &[KeptTotal<'_>]| totals.iter().map(|total| Exact::from(total.total)).listed();
    let figures = |totals: &[KeptTotal<'_>]| format!("({}) ÷ {}", sum_of(&exact(totals)), totals.len());
    let all = found.iter().flatten().copied().listed();
    let step = match measure.of {
        ResultsOf::Latest => Step::new(StepCode::RESULTS_LATEST).from(latest(all.iter()).map(line)),
        ResultsOf::Mean => Step::new(StepCode::RESULTS_MEAN).calculated(figures(&all)).from(all.iter().map(line)),
        ResultsOf::Weighted => {
            let mut products: Vec<String> = Vec::new();
            let mut weights = Exact::ZERO;
            let mut sources: Vec<Step> = Vec::new();
            for (source, totals) in measure.sources.iter().zip(found) {
                let Some(mean) = mean(totals.iter()) else { continue };
                products.push(format!("{} × {}", mean.shown(), weight(source).shown()));
                weights = weights.plus(&weight(source));
                let step = Step::new(StepCode::RESULTS_SOURCE)
                    .with("scheme", ArgKind::Scheme.of(&source.scheme))
                    .with("weight", weight(source));
                sources.push(step.calculated(figures(totals)).gives(&mean).from(totals.iter().map(line)));
            }
            let figures = format!("({}) ÷ {}", crate::list::joined(&products, " + "), weights.shown());
            let mut step = Step::new(StepCode::RESULTS_WEIGHTED).calculated(figures);
            step.steps.take_in(sources);
            step
        }
    };
    step.with("have", parts.0).with("sources", parts.1).gives(raw)
}
