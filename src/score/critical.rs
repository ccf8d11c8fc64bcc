//! Critical criteria (一票否决): an outcome that sets the grade, the total or the section's points.
//!
//! A rule holds when a rater whose role weighs something chose the level, when a record of the kind
//! counts, or when the raw number is beyond the limit. Of several the worst one wins, and none raises
//! what was earned: a serious breach of a vendor with 95 points makes the grade 不合格, and a vendor
//! with that grade keeps it. It holds also while the total is provisional; a total that it sets is then only published where
//! none can be lower. With 60 of 100 points still missing, a total set to 50 may come to be 44, and is a limit till then.

use super::outcome::Standing;
use super::{Context, CriterionScore, CriticalHit, Missing, Step, StepCode, is_open};
use crate::list::{Listed, TakeIn};
use crate::number::{Decimal, Exact, Figure};
use crate::problem::ArgKind;
use crate::scheme::{Criterion, Critical, CriticalEffect, CriticalOutcome, Rounding, Scheme, Section};
use crate::text::Id;
use crate::workbook::RecordEntry;

/// The rules of a criterion that hold.
pub(super) fn holding(
    context: &Context<'_>,
    criterion: &Criterion,
    score: &CriterionScore,
    standing: Standing,
) -> Vec<CriticalHit> {
    // What is waited for has no number yet that could be beyond a limit.
    let raw = score.raw.as_ref().filter(|_| standing != Standing::Waits);
    let rules = criterion.critical.iter().filter(|rule| !rule.off && holds(context, criterion, raw, rule));
    rules
        .map(|rule| CriticalHit {
            rule: rule.id.clone(),
            criterion: criterion.id.clone(),
            counts: false,
            limit: None,
            effect: rule.sets.clone(),
        })
        .listed()
}

fn holds(context: &Context<'_>, criterion: &Criterion, raw: Option<&Exact>, rule: &Critical) -> bool {
    let beyond =
        |is_beyond: fn(&Exact, &Exact) -> bool, limit: Decimal| raw.is_some_and(|raw| is_beyond(raw, &limit.into()));
    match &rule.when {
        CriticalOutcome::Below(limit) => beyond(Exact::lt, limit.limit),
        CriticalOutcome::Above(limit) => beyond(Exact::gt, limit.limit),
        CriticalOutcome::Kind(outcome) => {
            let annulled = |record: &RecordEntry| record.points.is_some_and(|points| points.is_zero());
            let of_kind = |record: &&&RecordEntry| {
                record.criterion == criterion.id && record.kind.as_ref() == Some(&outcome.kind) && !annulled(record)
            };
            context.entries.records.iter().any(|record| of_kind(&record))
        }
        CriticalOutcome::Level(outcome) => {
            let roles = context.scheme.roles.iter().zip(&context.tallies);
            let asked = |id: &Id| context.scheme.asked_roles(criterion).any(|role| role.id == *id);
            let weighted = roles.filter(|(role, _)| role.weight.is_positive() && asked(&role.id));
            weighted.flat_map(|(_, tally)| &tally.forms).any(|form| {
                form.scores.lines().any(|line| *line.criterion == criterion.id && line.level == Some(&outcome.level))
            })
        }
    }
}

/// The section's points after the rules that set them; the rule that did is marked.
pub(super) fn of_section(
    section: &Section,
    hits: &mut [CriticalHit],
    published: Figure,
    context: &Context<'_>,
    steps: &mut Vec<Step>,
) -> Figure {
    let set = |hit: &CriticalHit| match &hit.effect {
        CriticalEffect::Section(set) => Some(set.points),
        _ => None,
    };
    let Some(least) = hits.iter().filter_map(set).min() else { return published };
    let least_exact = Exact::from(least);
    if least_exact >= published.exact() {
        return published;
    }
    mark(hits, |hit| set(hit) == Some(least));
    steps.take_in(context.trace.step(|| named(Step::new(StepCode::CRITICAL_SECTION), hits, set, least).gives(least)));
    // What is set is not rounded again; it is shown with the places of any other figure here.
    match &section.rounding {
        Some(rounding) => Figure::Rounded(least.padded(rounding.step.places())),
        None => Figure::Exact(least_exact),
    }
}

/// The published total after the rules that set it; the rule that did is marked. Without a total what is set is one where
/// none can be lower and nothing is in conflict; else it is told as a limit.
pub(super) fn of_total(
    hits: &mut [CriticalHit],
    total: Option<Decimal>,
    missing: &[Missing],
    context: &Context<'_>,
    steps: &mut Vec<Step>,
) -> Option<Decimal> {
    let set = |hit: &CriticalHit| match &hit.effect {
        CriticalEffect::Total(set) => Some(set.total),
        _ => None,
    };
    let least = hits.iter().filter_map(set).min().filter(|least| total.is_none_or(|total| *least < total));
    let Some(least) = least else { return total };
    // What is set is not rounded again; it is shown with the places of any other total.
    let rounding = context.scheme.total.rounding.clone().unwrap_or_else(Rounding::to_cents);
    let published = least.padded(rounding.step.places());
    let may_be_lower = || least_total(context.scheme, &rounding).is_none_or(|lowest| least > lowest);
    if total.is_none() && (is_open(missing) || may_be_lower()) {
        hits.iter_mut().filter(|hit| set(hit) == Some(least)).for_each(|hit| hit.limit = Some(published));
        return None;
    }
    mark(hits, |hit| set(hit) == Some(least));
    steps.take_in(context.trace.step(|| named(Step::new(StepCode::CRITICAL_TOTAL), hits, set, least).gives(published)));
    Some(published)
}

/// The lowest total that can be earned: the scheme's least, or 0 where nothing is deducted.
fn least_total(scheme: &Scheme, rounding: &Rounding) -> Option<Decimal> {
    let deducts = scheme.criteria().any(Criterion::is_deduction);
    let least = scheme.total.min.map(Exact::from).or((!deducts).then_some(Exact::ZERO))?;
    rounding.round(&least)
}

/// The worse of a grade and those that the rules set; the rule that decided is marked.
pub(crate) fn of_grade(scheme: &Scheme, hits: &mut [CriticalHit], grade: Option<Id>) -> Option<Id> {
    let set = |hit: &CriticalHit| match &hit.effect {
        CriticalEffect::Grade(set) => Some(set.grade.clone()),
        _ => None,
    };
    // A grade by rank comes later than one that was set: what decided is found anew.
    for hit in hits.iter_mut().filter(|hit| set(hit).is_some()) {
        hit.counts = false;
    }
    let worst = hits.iter().filter_map(set).max_by_key(|grade| scheme.grade_order(grade));
    let earned = grade.as_ref().map(|grade| scheme.grade_order(grade));
    let Some(worst) = worst.filter(|worst| earned.is_none_or(|earned| scheme.grade_order(worst) > earned)) else {
        return grade;
    };
    mark(hits, |hit| set(hit).as_ref() == Some(&worst));
    Some(worst)
}

fn mark(hits: &mut [CriticalHit], decided: impl Fn(&CriticalHit) -> bool) {
    for hit in hits {
        if decided(hit) {
            hit.counts = true;
        }
    }
}

/// A step that names the rules which set a figure.
fn named(step: Step, hits: &[CriticalHit], set: impl Fn(&CriticalHit) -> Option<Decimal>, to: Decimal) -> Step {
    let rules = hits.iter().filter(|hit| set(hit) == Some(to)).map(|hit| hit.rule.to_string()).listed();
    step.with("rules", ArgKind::Rule.each(&rules))
}

/// A step that says which rules set the grade.
pub(crate) fn grade_step(hits: &[CriticalHit], grade: &Id) -> Option<Step> {
    let decided =
        |hit: &&CriticalHit| hit.counts && matches!(&hit.effect, CriticalEffect::Grade(set) if set.grade == *grade);
    let rules = hits.iter().filter(decided).map(|hit| hit.rule.to_string()).listed();
    let step = || {
        Step::new(StepCode::CRITICAL_GRADE)
            .with("rules", ArgKind::Rule.each(&rules))
            .with("grade", ArgKind::Grade.of(grade))
    };
    (!rules.is_empty()).then(|| step().gives(ArgKind::Grade.of(grade)))
}
