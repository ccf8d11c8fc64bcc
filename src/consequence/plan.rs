//! The effect of a plan: the value in the period after the measure was done, minus the value in the
//! period that prompted it, in the indicator's own unit. 82 % before and 88.5 % after are +6.5.

use super::Judged;
use crate::json::answer;
use crate::list::Listed;
use crate::number::Exact;
use crate::period::Period;
use crate::problem::ArgKind;
use crate::score::{Step, StepCode, bracketed, measured_criteria};
use crate::text::Id;
use crate::workbook::{Book, Plan};

answer! {
    /// What a plan came to.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct PlanEffect {
        /// The plan.
        pub plan: Id,
        /// The value in the period that prompted it.
        pub before: Option<Exact> = default,
        /// The value in the period after it was done.
        pub after: Option<Exact> = default,
        /// After minus before.
        pub effect: Option<Exact> = default,
    }
}

/// The effects of a subject's plans that name a criterion.
#[must_use]
pub fn effects(book: &Book, plans: &[&Plan], result: &Judged<'_>) -> Vec<PlanEffect> {
    plans.iter().filter(|plan| plan.criterion.is_some()).map(|plan| effect(book, plan, result)).listed()
}

fn effect(book: &Book, plan: &Plan, result: &Judged<'_>) -> PlanEffect {
    let value = |period: Period| value(book, plan.criterion.as_ref()?, period, result);
    let before = value(plan.prompted);
    let done_in = plan.done.and_then(|done| book.workbook().period.of_its_kind(done));
    let after = done_in.and_then(|period| value(period.next()));
    let effect = after.as_ref().zip(before.as_ref()).map(|(after, before)| after.minus(before));
    PlanEffect { plan: plan.id.clone(), before, after, effect }
}

/// After minus before, in figures; nothing where one of them is not there.
#[must_use]
pub fn effect_step(effect: &PlanEffect) -> Option<Step> {
    let (before, after, effect_of) = (effect.before.as_ref()?, effect.after.as_ref()?, effect.effect.as_ref()?);
    let figures = format!("{} − {}", bracketed(after), bracketed(before));
    Some(
        Step::new(StepCode::PLAN_EFFECT)
            .with("plan", ArgKind::Plan.of(&effect.plan))
            .calculated(figures)
            .gives(effect_of),
    )
}

/// The raw number of a criterion in this period or in one that was closed.
fn value(book: &Book, criterion: &Id, period: Period, result: &Judged<'_>) -> Option<Exact> {
    if period == book.workbook().period {
        // As it would be kept: of what is rated no number stands by itself.
        return measured_criteria(result.sections).find(|score| score.id == *criterion)?.raw.clone();
    }
    let closed = book.workbook().history.iter().find(|closed| closed.period == period)?;
    let kept = closed.results.iter().find(|kept| kept.subject == *result.subject)?;
    kept.values.iter().find(|value| value.criterion == *criterion).map(|value| value.raw.clone())
}
