//! How one subject's total, grade, rank and warning came about.

use super::SubjectResult;
use crate::appraise::appraise;
use crate::cohort::{Warning, bottom};
use crate::order::{Listed, TakeIn};
use crate::score::{Asked, Step, score};
use crate::workbook::Book;

/// The derivation of everything a subject's result says; nothing if nobody has this number.
#[must_use]
pub fn explain(book: &Book, subject: &str) -> Option<Vec<Step>> {
    let appraisal = appraise(book);
    let result = appraisal.results.iter().find(|result| result.subject.as_str() == subject)?;
    let (person, scheme, _) = book.subject(subject)?;
    let scored = score(scheme, &book.entries(&person.id), Asked::EXPLAINED);
    let mut steps: Vec<Step> = match scored.steps {
        Some(total) => vec![total],
        None => scored.sections.into_iter().flat_map(|section| section.criteria).filter_map(|c| c.step).listed(),
    };
    steps.take_in(rank_step(result));
    let warnings = result.warning.iter().chain(&result.also_holds);
    steps.take_in(warnings.map(|warning| rung_step(book, result, warning)));
    Some(steps)
}

fn rank_step(result: &SubjectResult) -> Option<Step> {
    let (rank, ranked, below) = (result.rank?, result.ranked?, result.below?);
    let above = rank.saturating_sub(1);
    let step = Step::new("rank").with("unit", &result.unit).with("ranked", ranked).with("below", below);
    Some(step.with("above", above).calculated(format!("{above} + 1")).gives(rank))
}

fn rung_step(book: &Book, result: &SubjectResult, warning: &Warning) -> Step {
    let scheme = book.schemes().iter().find(|scheme| scheme.id == result.scheme);
    let rules = scheme.and_then(|scheme| scheme.warnings.as_ref());
    let rung = rules.and_then(|rules| rules.rungs.iter().find(|rung| rung.id == warning.rung));
    let n = rung.map_or(0, |rung| rung.bottom.0);
    let months = warning.months.iter().map(|month| {
        let place = crate::cohort::Place { rank: month.rank, ranked: month.ranked, below: month.below };
        let held = rules.and_then(|rules| bottom(place, n, rules)).unwrap_or(false);
        Step::new("bottom")
            .with("period", month.period)
            .with("unit", &month.unit)
            .with("rank", month.rank)
            .with("ranked", month.ranked)
            .with("below", month.below)
            .with("bottom", n)
            .calculated(format!("{} < {n}", month.below))
            .gives(held)
    });
    let step = Step::new("rung").with("rung", &warning.rung).with("bottom", n);
    let periods = rung.map_or(0, |rung| rung.periods.0);
    let after = rung.and_then(|rung| rung.after).map_or("", crate::scheme::AfterState::as_str);
    step.with("periods", periods).with("after", after).from(months)
}
