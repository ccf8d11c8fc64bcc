//! What is allowed and is probably a mistake: told, and not refused.

use super::Check;
use crate::list::Listed;
use crate::number::Exact;
use crate::problem::{ArgKind, Code, Problem, place_in};
use crate::scheme::{
    Better, ComplaintsOf, Criterion, Grade, IndicatorOf, Linear, Measure, PayOf, RecordsOf, Scale, Scheme, Section,
    TeamOf,
};

impl Check<'_> {
    pub(super) fn lints(&mut self) {
        let scheme = self.scheme;
        self.nearly_a_hundred();
        self.pay_of_every_grade();
        for (s, section) in scheme.sections.iter().enumerate() {
            for (c, criterion) in section.criteria.iter().enumerate() {
                let place = format!("/sections/{s}/criteria/{c}");
                if has_no_effect(section, criterion) {
                    self.tell(
                        Problem::new(Code::NoEffect, &place).with("criterion", ArgKind::Criterion.of(&criterion.id)),
                    );
                }
                if attains_as_is(criterion) {
                    self.tell(
                        Problem::new(Code::AttainmentAsIs, &place)
                            .with("criterion", ArgKind::Criterion.of(&criterion.id)),
                    );
                }
                self.knots_against(&place_in(&place, "scale"), criterion);
            }
        }
    }

    /// Role weights that add up to nearly 100, and nothing says that they should not.
    fn nearly_a_hundred(&mut self) {
        let scheme = self.scheme;
        let sum = scheme.roles.iter().fold(Exact::ZERO, |sum, role| sum.plus(&role.weight.into()));
        let off = Exact::from(100).minus(&sum);
        let near = !off.is_zero() && off < Exact::from(1) && off > Exact::from(-1);
        if scheme.role_weights.is_none() && near {
            let problem = Problem::new(Code::WeightsNearly, "/roles").with("sum", sum);
            self.tell(problem.with("difference", off));
        }
    }

    /// Grades that the table of pay leaves out.
    fn pay_of_every_grade(&mut self) {
        let scheme = self.scheme;
        let Some(pay) = scheme.pay.as_ref().filter(|pay| pay.of == PayOf::Grade) else { return };
        let lacks = |grade: &&Grade| !pay.grades.iter().any(|factor| factor.grade == grade.id);
        let missing = scheme.grades.iter().filter(lacks).map(|grade| grade.id.to_string()).listed();
        if !missing.is_empty() {
            let problem = Problem::new(Code::PayGradeMissing, "/pay/grades");
            self.tell(problem.with("grades", ArgKind::Grade.each(&missing)));
        }
    }

    /// Knots by which a better result earns less.
    fn knots_against(&mut self, place: &str, criterion: &Criterion) {
        let (Some(Scale::Linear(linear)), Some(better)) = (&criterion.scale, better(self.scheme, criterion)) else {
            return;
        };
        if let Some((at, raw)) = against(linear, better) {
            let problem = Problem::new(Code::KnotsAgainst, format!("{place}/knots/{at}"));
            self.tell(problem.with("criterion", ArgKind::Criterion.of(&criterion.id)).with("raw", raw));
        }
    }
}

/// A criterion by which no total can change: it weighs nothing, or its scale gives the same for everything.
fn has_no_effect(section: &Section, criterion: &Criterion) -> bool {
    let weighs_nothing = |weight: Option<crate::number::Decimal>| weight.is_some_and(|weight| weight.is_zero());
    let same = |points: Vec<crate::number::Decimal>| points.windows(2).all(|pair| matches!(pair, [a, b] if a == b));
    let constant = match &criterion.scale {
        Some(Scale::Linear(linear)) => same(linear.knots.iter().map(|knot| knot.points).listed()),
        Some(Scale::Steps(steps)) => same(steps.steps.iter().map(|step| step.points).listed()),
        Some(Scale::Levels(levels)) => same(levels.levels.iter().map(|level| level.points).listed()),
        Some(Scale::Each(each)) => each.each.is_zero(),
        Some(Scale::AsIs(_)) | None => false,
    };
    let decides = criterion.critical.iter().any(|rule| !rule.off);
    let outside = criterion.is_deduction() || criterion.bonus.is_some();
    !decides && (constant || (!outside && (weighs_nothing(section.weight) || weighs_nothing(criterion.weight))))
}

/// Attainment in percent taken as points where full points are not 100: 15 % would earn all of 15.
fn attains_as_is(criterion: &Criterion) -> bool {
    let attains = matches!(&criterion.measure, Measure::Indicator(measure) if measure.of == IndicatorOf::Attainment);
    let as_is = matches!(criterion.scale, None | Some(Scale::AsIs(_)));
    attains && as_is && criterion.own_points() != Exact::from(100)
}

/// Which way of the raw number is better, where the measure says so.
fn better(scheme: &Scheme, criterion: &Criterion) -> Option<Better> {
    match &criterion.measure {
        Measure::Indicator(measure) => scheme.indicator(&measure.indicator).map(|indicator| indicator.better),
        Measure::Complaints(measure) => Some(match measure.of {
            ComplaintsOf::Severity | ComplaintsOf::OnTime => Better::Higher,
            ComplaintsOf::Count | ComplaintsOf::Rate | ComplaintsOf::Overdue => Better::Lower,
        }),
        Measure::Records(records) => (records.of == RecordsOf::Points).then_some(Better::Higher),
        Measure::Team(team) => (team.of == TeamOf::Mean).then_some(Better::Higher),
        Measure::Rating(_) | Measure::Feedback(_) | Measure::Results(_) => Some(Better::Higher),
    }
}

/// The first knot that earns less than a worse one.
fn against(linear: &Linear, better: Better) -> Option<(usize, crate::number::Decimal)> {
    let pairs = linear.knots.iter().zip(linear.knots.iter().skip(1)).enumerate();
    let mut wrong = pairs.filter(|(_, (lower, upper))| match better {
        Better::Higher => upper.points < lower.points,
        Better::Lower => upper.points > lower.points,
    });
    wrong.next().map(|(at, (_, upper))| (at.saturating_add(1), upper.raw))
}
