//! Measure `team`: the results of the subject's team in this period, without the subject: the mean of
//! their published totals, or the share of them with one of the named grades.
//!
//! Members without a total are left out, counted and named; a member on leave with a total counts. While something that a
//! member's result rests on is in conflict, it is not missing but open, and the team waits for it.
//! Totals 91.25, 88 and 79.5 are a mean of 258.75 ÷ 3 = 86.25; two of them with A or B a share of 2/3.
//!
//! Silent when no member has a total: that is no data.

use super::derivation::sum_of;
use super::measured::{Lack, Measured};
use super::rating::count;
use super::{Context, MissingReason, Step, StepCode};
use crate::list::Listed;
use crate::number::Exact;
use crate::problem::ArgKind;
use crate::scheme::{TeamMeasure, TeamOf};
use crate::workbook::Member;

/// Measures a criterion by the team's results.
pub(super) fn measure(context: &Context<'_>, measure: &TeamMeasure) -> Measured {
    let members: Vec<&Member> =
        context.entries.team.iter().filter(|member| measure.schemes.contains(&member.scheme)).listed();
    let totals: Vec<(&Member, Exact)> =
        members.iter().filter_map(|member| Some((*member, Exact::from(member.total?)))).listed();
    if members.iter().any(|member| member.is_open) {
        return Measured::lacks(Lack::Conflict).of(totals.len(), members.len());
    }
    let graded = |member: &Member| member.grade.as_ref().is_some_and(|grade| measure.grades.contains(grade));
    let named = totals.iter().filter(|(member, _)| graded(member)).count();
    let sum = match measure.of {
        TeamOf::Mean => totals.iter().fold(Exact::ZERO, |sum, (_, total)| sum.plus(total)),
        TeamOf::Share => count(named),
    };
    let Some(raw) = sum.divided_by(&count(totals.len())) else {
        return Measured::no_data(MissingReason::NoTeam).of(0, members.len());
    };
    let step = context.trace.step(|| {
        let lines = members.iter().map(|member| line(member));
        let step = match measure.of {
            TeamOf::Mean => Step::new(StepCode::TEAM_MEAN).calculated(format!(
                "({}) ÷ {}",
                sum_of(totals.iter().map(|(_, total)| total)),
                totals.len()
            )),
            TeamOf::Share => Step::new(StepCode::TEAM_SHARE)
                .with("grades", ArgKind::Grade.each(&measure.grades))
                .calculated(format!("{named} ÷ {}", totals.len())),
        };
        step.with("have", totals.len()).with("members", members.len()).gives(&raw).from(lines)
    });
    Measured::raw(raw, step).of(totals.len(), members.len())
}

fn line(member: &Member) -> Step {
    let step = if member.total.is_some() {
        Step::new(StepCode::TEAM_MEMBER)
    } else {
        Step::new(StepCode::TEAM_MEMBER_WITHOUT)
    };
    let step = step.with("member", &member.id);
    let step = match &member.grade {
        Some(grade) => step.with("grade", ArgKind::Grade.of(grade)),
        None => step,
    };
    match member.total {
        Some(total) => step.gives(total),
        None => step,
    }
}
