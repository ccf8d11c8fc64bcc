//! A criterion that nobody rates: its measure, and what its raw number or its lack comes to.

use super::measured::{Lack, Measured};
use super::outcome::{Outcome, empty, explained_without_data, finish};
use super::{Context, Missing, MissingReason, Step, StepCode, scale};
use super::{complaints, feedback, indicator, records, results, team};
use crate::scheme::{Criterion, Measure, RecordsMeasure, RecordsOf};

/// Scores one criterion by its records, numbers, forms, complaints, team or other results.
#[inline(never)]
pub(super) fn score(context: &Context<'_>, criterion: &Criterion, measure: &Measure) -> Outcome {
    match measure {
        Measure::Records(measure) => by_records(context, criterion, measure),
        Measure::Indicator(measure) => measured(context, criterion, indicator::measure(context, measure)),
        Measure::Feedback(measure) => measured(context, criterion, feedback::measure(context, measure)),
        Measure::Complaints(measure) => measured(context, criterion, complaints::measure(context, measure)),
        Measure::Team(measure) => measured(context, criterion, team::measure(context, measure)),
        Measure::Results(measure) => measured(context, criterion, results::measure(context, measure)),
        // Rated criteria never come here.
        Measure::Rating(_) => explained_without_data(context, criterion, empty(criterion), Vec::new()),
    }
}

/// A raw number for the scale, no data, or a conflict that is waited for.
fn measured(context: &Context<'_>, criterion: &Criterion, measured: Measured) -> Outcome {
    let mut outcome = Outcome::empty(criterion);
    let score = &mut outcome.score;
    (score.have, score.expected) = measured.parts.map_or((None, None), |(have, of)| (Some(have), Some(of)));
    let (have, need) = (score.have.unwrap_or(0), score.expected.unwrap_or(1).max(1));
    let missing = |reason| Missing { criterion: criterion.id.clone(), role: None, reason, have, need };
    match measured.raw {
        Ok(raw) => {
            let points = scale::of_raw(criterion, &raw, measured.step, context.trace);
            score.raw = Some(raw);
            finish(context, criterion, score, points);
            outcome
        }
        Err(Lack::Conflict) => outcome.waits(vec![missing(MissingReason::Conflict)]),
        Err(Lack::NoData(reason)) => explained_without_data(context, criterion, outcome.score, vec![missing(reason)]),
    }
}

fn by_records(context: &Context<'_>, criterion: &Criterion, measure: &RecordsMeasure) -> Outcome {
    let recorded = records::measure(context, criterion, measure);
    let mut outcome = Outcome::empty(criterion);
    let score = &mut outcome.score;
    score.records = Some(recorded.count());
    score.raw = Some(recorded.raw.clone());
    if recorded.in_conflict {
        let missing =
            Missing { criterion: criterion.id.clone(), role: None, reason: MissingReason::Conflict, have: 0, need: 1 };
        return outcome.waits(vec![missing]);
    }
    // Only points have two signs to be kept apart; a count under a bonus is like any other measure.
    let points = match criterion.bonus.filter(|_| measure.of == RecordsOf::Points) {
        Some(cap) => scale::of_records(criterion, &recorded, cap, context.trace),
        None => {
            let sum =
                context.trace.step(|| Step::new(StepCode::RECORDS_SUM).gives(&recorded.raw).from(recorded.lines()));
            scale::of_raw(criterion, &recorded.raw, sum, context.trace)
        }
    };
    finish(context, criterion, score, points);
    outcome
}
