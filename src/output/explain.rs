//! How one subject's total, grade, rank, warning and pay came about.

use crate::appraise::{appraise, measures_team};
use crate::cohort::{Warning, bottom, grade_of_rank, quotas};
use crate::consequence::{effect_step, pay_step, proposal_step};
use crate::list::{Listed, TakeIn};
use crate::problem::ArgKind;
use crate::result::{Appraisal, SubjectResult, UnitReport};
use crate::scheme::Checked;
use crate::score::{Asked, Step, StepCode, grade_step, is_open, score};
use crate::workbook::{Book, Entries, Member, Person};

/// The derivation of everything a subject's result says; nothing if nobody has this number.
#[must_use]
pub fn explain(book: &Book, subject: &str) -> Option<Vec<Step>> {
    explained(book, &appraise(book), subject)
}

/// The same, of a workbook that was appraised.
pub(super) fn explained(book: &Book, appraisal: &Appraisal, subject: &str) -> Option<Vec<Step>> {
    let result = appraisal.results.iter().find(|result| result.subject.as_str() == subject)?;
    let (person, scheme, _) = book.subject(subject)?;
    let register = book.register();
    let team = team(book, person, scheme, &appraisal.results);
    let entries = Entries { team, ..book.entries_with(&register, &person.id) };
    let scored = score(scheme, &entries, Asked::EXPLAINED);
    let mut steps: Vec<Step> = match scored.steps {
        Some(total) => vec![total],
        None => scored
            .sections
            .into_iter()
            .flat_map(|section| section.criteria)
            .filter_map(|c| c.step)
            .map(|step| *step)
            .listed(),
    };
    steps.take_in(rank_step(result));
    steps.take_in(distribution_step(scheme, &appraisal.units, result));
    // Beside a total the grade is explained with it.
    let apart = result.grade.as_ref().filter(|_| scheme.is_forced() || result.total.is_none());
    steps.take_in(apart.and_then(|grade| grade_step(&result.critical, grade)));
    let judged = result.judged();
    let warnings = result.warning.iter().chain(&result.also_holds);
    steps.take_in(warnings.map(|warning| rung_step(book, result, warning)));
    steps.take_in(result.consequences.iter().filter_map(|proposal| proposal_step(scheme, proposal, &judged)));
    steps.take_in(result.pay.as_ref().and_then(|pay| pay_step(scheme, &judged, pay)));
    steps.take_in(result.plans.iter().filter_map(effect_step));
    Some(steps)
}

/// The results of the subject's team, as they are published.
fn team(book: &Book, person: &Person, scheme: &Checked, results: &[SubjectResult]) -> Vec<Member> {
    if !measures_team(scheme) {
        return Vec::new();
    }
    let result = |member: &Person| results.iter().find(|result| result.subject == member.id);
    let member = |result: &SubjectResult| Member {
        id: result.subject.clone(),
        scheme: result.scheme.clone(),
        total: result.total,
        grade: result.grade.clone(),
        is_open: is_open(&result.missing),
    };
    book.team_of(person).filter_map(result).map(member).listed()
}

/// The grade by rank: the unit's seats, added up to the rank.
fn distribution_step(scheme: &Checked, units: &[UnitReport], result: &SubjectResult) -> Option<Step> {
    let distribution = scheme.distribution.as_ref().filter(|distribution| !distribution.off)?;
    let (rank, ranked) = (result.rank?, result.ranked?);
    let quotas = quotas(distribution, ranked);
    let at = grade_of_rank(&quotas, rank)?;
    let grade = &quotas.get(at)?.grade;
    let seats = quotas.iter().take(at.saturating_add(1)).map(|quota| quota.seats.to_string()).listed();
    let ranked_in = |unit: &&UnitReport| {
        unit.unit == result.unit && (unit.scheme == result.scheme || unit.schemes.contains(&result.scheme))
    };
    let holders = units.iter().filter(ranked_in).flat_map(|unit| &unit.quotas);
    let holders = holders.into_iter().find(|quota| quota.grade == *grade).map_or(0, |quota| quota.holders);
    let step = Step::new(StepCode::DISTRIBUTION)
        .with("grade", ArgKind::Grade.of(grade))
        .with("rank", rank)
        .with("ranked", ranked);
    let step = step.with("holders", holders).calculated(crate::list::joined(&seats, " + "));
    Some(step.gives(ArgKind::Grade.of(grade)))
}

fn rank_step(result: &SubjectResult) -> Option<Step> {
    let (rank, ranked, below) = (result.rank?, result.ranked?, result.below?);
    let above = rank.saturating_sub(1);
    let step = Step::new(StepCode::RANK)
        .with("unit", ArgKind::Unit.of(&result.unit))
        .with("ranked", ranked)
        .with("below", below);
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
        Step::new(StepCode::BOTTOM)
            .with("period", month.period)
            .with("unit", ArgKind::Unit.of(&month.unit))
            .with("rank", month.rank)
            .with("ranked", month.ranked)
            .with("below", month.below)
            .with("bottom", n)
            .calculated(format!("{} < {n}", month.below))
            .gives(held)
    });
    let step = Step::new(StepCode::RUNG).with("rung", ArgKind::Rung.of(&warning.rung)).with("bottom", n);
    let periods = rung.map_or(0, |rung| rung.periods.0);
    let after = rung.and_then(|rung| rung.after).map_or("", crate::scheme::AfterState::as_str);
    step.with("periods", periods).with("after", ArgKind::Words.of(after)).from(months)
}
