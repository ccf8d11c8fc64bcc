//! Measure `feedback`: the mean of what customers answered to one question, over the period's forms.
//!
//! A form whose check refuted it is kept and does not count; one that nobody has checked counts.
//! Answers 5, 4 and 4 are a mean of 13 ÷ 3.
//!
//! Silent when no form that counts answers the question: that is no data.

use super::derivation::sum_of;
use super::measured::{Lack, Measured};
use super::{Context, MissingReason, Step, StepCode};
use crate::list::{Listed, TakeIn};
use crate::number::Exact;
use crate::problem::ArgKind;
use crate::scheme::FeedbackMeasure;
use crate::workbook::FeedbackForm;

/// Measures a criterion by what customers answered.
pub(super) fn measure(context: &Context<'_>, measure: &FeedbackMeasure) -> Measured {
    let answer = |form: &FeedbackForm| {
        let line = form.scores.iter().find(|line| line.question == measure.question);
        line.and_then(|line| line.score).map(Exact::from)
    };
    if context.entries.feedback_conflicts.iter().any(|form| answer(form).is_some()) {
        return Measured::lacks(Lack::Conflict);
    }
    let forms = context.entries.feedback.iter();
    let answers: Vec<(&FeedbackForm, Exact)> = forms.filter_map(|form| Some((*form, answer(form)?))).listed();
    let sum = answers.iter().fold(Exact::ZERO, |sum, (_, answer)| sum.plus(answer));
    let Some(mean) = sum.divided_by(&super::rating::count(answers.len())) else {
        return Measured::no_data(MissingReason::NoFeedback);
    };
    let step = context.trace.step(|| {
        let figures = format!("({}) ÷ {}", sum_of(answers.iter().map(|(_, answer)| answer)), answers.len());
        let mut lines: Vec<Step> =
            answers.iter().map(|(form, answer)| line(Step::new(StepCode::FEEDBACK_FORM), form).gives(answer)).listed();
        lines.take_in(context.entries.refuted.iter().map(|form| line(Step::new(StepCode::FEEDBACK_REFUTED), form)));
        let step = Step::new(StepCode::FEEDBACK_MEAN)
            .with("question", ArgKind::Question.of(&measure.question))
            .with("forms", answers.len());
        step.calculated(figures).gives(&mean).from(lines)
    });
    Measured::raw(mean, step)
}

fn line(step: Step, form: &FeedbackForm) -> Step {
    let step = step.with("id", ArgKind::Entry.of(&form.id)).with("date", form.date);
    match &form.channel {
        Some(channel) => step.with("channel", ArgKind::Channel.of(channel)),
        None => step,
    }
}
