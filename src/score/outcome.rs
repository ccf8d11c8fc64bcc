//! What a criterion comes to, whatever it is measured by: points, their rounding, and what no data means.

use super::scale::Points;
use super::{Context, CriterionScore, Missing, MissingReason, Step, StepCode};
use crate::list::TakeIn;
use crate::number::{Exact, Figure};
use crate::problem::ArgKind;
use crate::scheme::{Criterion, NoData, Rounding, figure_of};
use crate::workbook::Handling;

/// A criterion's points, and whether they count.
pub(super) struct Outcome {
    pub(super) score: CriterionScore,
    pub(super) standing: Standing,
    /// What its points wait for.
    pub(super) missing: Vec<Missing>,
}

impl Outcome {
    /// Of a criterion that nothing is known of yet.
    pub(super) fn empty(criterion: &Criterion) -> Self {
        Self { score: empty(criterion), standing: Standing::Counts, missing: Vec::new() }
    }

    /// It is waited for.
    pub(super) fn waits(self, missing: Vec<Missing>) -> Self {
        Self { standing: Standing::Waits, missing, ..self }
    }
}

/// Whether a criterion's points count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// They do.
    Counts,
    /// They are waited for.
    Waits,
    /// N/A: the criterion leaves the denominator.
    Excluded,
}

/// What no data means here: a criterion may say something else where there are complaints.
fn no_data_rule(context: &Context<'_>, criterion: &Criterion) -> NoData {
    let Some(with_complaints) = criterion.no_data_with_complaints else { return criterion.no_data };
    match has_complaints(context) {
        Some(true) => with_complaints,
        Some(false) => criterion.no_data,
        None => NoData::Wait,
    }
}

/// Whether a complaint of the period counts for the subject; nothing while that hangs on a conflict.
pub(super) fn has_complaints(context: &Context<'_>) -> Option<bool> {
    let Some(subject) = context.entries.subject else { return Some(false) };
    let any = |complaints: &[&Handling<'_>]| complaints.iter().any(|handling| handling.is_of(subject));
    let [certain, disputed] = [any(&context.entries.complaints), any(&context.entries.complaint_conflicts)];
    (certain || !disputed).then_some(certain)
}

/// No data, by the criterion's own rule, with the derivation that says so.
#[inline(never)]
pub(super) fn explained_without_data(
    context: &Context<'_>,
    criterion: &Criterion,
    score: CriterionScore,
    mut missing: Vec<Missing>,
) -> Outcome {
    let rule = no_data_rule(context, criterion);
    if criterion.no_data_with_complaints.is_some() && has_complaints(context).is_none() {
        missing.iter_mut().for_each(|lack| lack.reason = MissingReason::Conflict);
    }
    let mut outcome = without_data(criterion, score, rule, missing);
    let step = context.trace.step(|| {
        let step = Step::new(StepCode::NO_DATA)
            .with("criterion", ArgKind::Criterion.of(&criterion.id))
            .with("rule", ArgKind::Words.of(rule.as_str()));
        outcome.score.points.as_ref().map_or(step.clone(), |points| step.gives(points))
    });
    outcome.score.step = step.map(Box::new);
    outcome
}

/// The criterion's own rounding, if it names one, and the derivation.
pub(super) fn finish(context: &Context<'_>, criterion: &Criterion, score: &mut CriterionScore, points: Points) {
    let Points { base, bonus, mut steps } = points;
    let rounded = round(criterion.rounding.as_ref(), base, &mut steps, context);
    let bonus = bonus.map(|bonus| round(criterion.rounding.as_ref(), bonus, &mut steps, context));
    let step = context.trace.step(|| {
        let step = Step::new(StepCode::CRITERION)
            .with("criterion", ArgKind::Criterion.of(&criterion.id))
            .gives(&rounded)
            .from(steps);
        match &bonus {
            Some(bonus) => step.with("bonus", bonus),
            None => step,
        }
    });
    score.step = step.map(Box::new);
    score.points = Some(rounded);
    score.bonus = bonus;
}

/// A rounding that a criterion or a section names.
pub(super) fn round(rounding: Option<&Rounding>, value: Exact, steps: &mut Vec<Step>, context: &Context<'_>) -> Figure {
    let Some(rounding) = rounding else { return Figure::Exact(value) };
    let figure = figure_of(value.clone(), Some(rounding));
    if let Figure::Rounded(rounded) = &figure {
        steps.take_in(context.trace.step(|| rounded_step(rounding, &value).gives(rounded)));
    }
    figure
}

/// A rounding, named with its step and mode.
pub(crate) fn rounded_step(rounding: &Rounding, value: &Exact) -> Step {
    Step::new(StepCode::ROUNDED)
        .with("step", rounding.step)
        .with("mode", ArgKind::Words.of(rounding.mode.as_str()))
        .calculated(value.shown())
}

/// A criterion of which nothing is known yet.
pub(super) fn empty(criterion: &Criterion) -> CriterionScore {
    CriterionScore {
        id: criterion.id.clone(),
        points: None,
        bonus: None,
        raw: None,
        no_data: None,
        roles: Vec::new(),
        records: None,
        have: None,
        expected: None,
        step: None,
    }
}

/// What a criterion without any data comes to.
pub(super) fn without_data(
    criterion: &Criterion,
    mut score: CriterionScore,
    rule: NoData,
    missing: Vec<Missing>,
) -> Outcome {
    let (points, standing) = match rule {
        NoData::Wait => (None, Standing::Waits),
        NoData::Zero => (Some(Exact::ZERO), Standing::Counts),
        NoData::Full => (Some(criterion.own_points()), Standing::Counts),
        NoData::Exclude => (None, Standing::Excluded),
    };
    let figure = |points| figure_of(points, criterion.rounding.as_ref());
    score.no_data = Some(rule);
    score.bonus = points.as_ref().and(criterion.bonus).map(|_| figure(Exact::ZERO));
    score.points = points.map(figure);
    // What runs along is listed too; what the scheme makes do without is not waited for.
    let missing = if standing == Standing::Excluded { Vec::new() } else { missing };
    Outcome { score, standing, missing }
}
