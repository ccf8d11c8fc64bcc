//! A form that covers but a part of the total: what its sections decide of it.
//!
//! A section of weight 15 with four criteria of equal weight, of which the form rates one with 100 of 100 points: the mean of
//! what it rates is 100 of 100, and it decides 1 × 15 ÷ 4 = 3.75 of 3.75 points of the total. Of a criterion that other roles
//! rate as well it decides its role's part: full marks of 10 points are 6 where the role weighs 60 and the other one 40.
//! Bonus and deductions are points of the total as they are, and are no points to reach.

use crate::list::{Listed, TakeIn};
use crate::number::{Exact, Figure};
use crate::problem::ArgKind;
use crate::scheme::{Criterion, Role, Scheme, Section};
use crate::score::{CriterionScore, Scored, SectionScore, Step, StepCode, bracketed};
use crate::text::Id;

/// What a section of the form is of the whole one.
#[derive(Debug, Clone)]
pub(super) struct Share {
    pub(super) section: Id,
    /// What the whole section is worth in the total, and what its criteria count together: points × worth ÷ together.
    worth: Exact,
    together: Exact,
    /// What the criteria of the form count of that.
    rated: Exact,
    /// What the mean is taken of, beside criteria with weights: the points of each, or 100 where they differ.
    of: Option<Exact>,
    /// The criteria of the form.
    parts: Vec<Part>,
}

/// A criterion of the form, and what its role is among those that rate it.
#[derive(Debug, Clone)]
struct Part {
    criterion: Id,
    points: Exact,
    worth: Exact,
    is_deduction: bool,
    has_bonus: bool,
    /// What the role weighs, and what all roles weigh that rate it.
    weight: Exact,
    weights: Exact,
}

/// What one criterion of the form decides.
struct Decided {
    /// In points of its section.
    base: Exact,
    /// Bonus and deduction.
    beside: Exact,
}

impl Part {
    fn of(scheme: &Scheme, role: &Role, rule: &Criterion) -> Self {
        Self {
            criterion: rule.id.clone(),
            points: rule.own_points(),
            worth: rule.worth(),
            is_deduction: rule.is_deduction(),
            has_bonus: rule.bonus.is_some(),
            weight: role.weight.into(),
            weights: scheme.asked_roles(rule).fold(Exact::ZERO, |sum, role| sum.plus(&role.weight.into())),
        }
    }

    /// The role's part of a figure.
    fn of_role(&self, figure: &Exact) -> Exact {
        figure.times(&self.weight).divided_by(&self.weights).unwrap_or(Exact::ZERO)
    }

    /// Base, and bonus and deduction, as if only this role were asked.
    fn alone(&self, scored: &SectionScore) -> Decided {
        let score = scored.criteria.iter().find(|score| score.id == self.criterion);
        let figure = |of: fn(&CriterionScore) -> Option<&Figure>| score.and_then(of).map_or(Exact::ZERO, Figure::exact);
        let (points, bonus) = (figure(|score| score.points.as_ref()), figure(|score| score.bonus.as_ref()));
        if self.is_deduction {
            return Decided { base: Exact::ZERO, beside: points };
        }
        Decided { base: points.times(&self.worth).divided_by(&self.points).unwrap_or(Exact::ZERO), beside: bonus }
    }

    fn decides(&self, scored: &SectionScore) -> Decided {
        let Decided { base, beside } = self.alone(scored);
        Decided { base: self.of_role(&base), beside: self.of_role(&beside) }
    }

    /// What it comes to by the weights of the roles, where other roles rate it too.
    fn step(&self, scored: &SectionScore) -> Option<Step> {
        if self.weight == self.weights {
            return None;
        }
        let Decided { base, beside } = self.alone(scored);
        let alone = base.plus(&beside);
        let figures = format!("{} × {} ÷ {}", bracketed(&alone), self.weight.shown(), self.weights.shown());
        let step = Step::new(StepCode::ROLE_SHARE).with("criterion", ArgKind::Criterion.of(&self.criterion));
        Some(step.calculated(figures).gives(self.of_role(&alone)))
    }
}

impl Share {
    /// The share of a section that its criteria make which a role rates; nothing where there is none.
    pub(super) fn of(scheme: &Scheme, role: &Role, section: &Section, rated: &[Id]) -> Option<Self> {
        let rated = section.criteria.iter().filter(|criterion| rated.contains(&criterion.id)).listed();
        let weighted = rated.iter().any(|criterion| criterion.weight.is_some());
        let mut points = rated.iter().filter(|criterion| !criterion.is_deduction()).map(|one| one.own_points());
        let first = points.next().unwrap_or(Exact::ZERO);
        let of = if points.all(|other| other == first) { first } else { Exact::from(100) };
        (!rated.is_empty()).then(|| Self {
            section: section.id.clone(),
            worth: section.worth(),
            together: section.criteria_points(),
            rated: rated.iter().fold(Exact::ZERO, |sum, criterion| sum.plus(&criterion.worth())),
            of: weighted.then_some(of),
            parts: rated.iter().map(|rule| Part::of(scheme, role, rule)).listed(),
        })
    }

    /// These points of the section as points of the total.
    fn in_total(&self, points: &Exact) -> Exact {
        points.times(&self.worth).divided_by(&self.together).unwrap_or(Exact::ZERO)
    }

    /// The most that the form decides of the total, bonus aside.
    pub(super) fn most(&self) -> Exact {
        let most = |sum: Exact, part: &Part| sum.plus(&part.of_role(&part.worth));
        self.in_total(&self.parts.iter().fold(Exact::ZERO, most))
    }

    /// The mean of the criteria with weights, and the most that it can be.
    pub(super) fn mean(&self, points: &Exact) -> Option<(Exact, Exact)> {
        let of = self.of.as_ref()?;
        Some((points.times(of).divided_by(&self.rated)?, of.clone()))
    }

    /// What the form decides: in points of the section, and beside them.
    fn decides(&self, scored: &Scored) -> Decided {
        let nothing = Decided { base: Exact::ZERO, beside: Exact::ZERO };
        let Some(section) = scored.sections.iter().find(|section| section.id == self.section) else { return nothing };
        let parts = self.parts.iter().map(|part| part.decides(section));
        parts.fold(nothing, |sum, part| Decided {
            base: sum.base.plus(&part.base),
            beside: sum.beside.plus(&part.beside),
        })
    }

    /// What it decides in points of the total: of the base, and of what stands beside it, where there is such.
    fn terms(&self, scored: &Scored) -> Vec<Exact> {
        let Decided { base, beside } = self.decides(scored);
        let has_base = self.parts.iter().any(|part| !part.is_deduction);
        let has_beside = self.parts.iter().any(|part| part.is_deduction || part.has_bonus);
        let terms = [has_base.then(|| self.in_total(&base)), has_beside.then_some(beside)];
        terms.into_iter().flatten().listed()
    }
}

/// The points of the total that the form decides so far.
pub(super) fn decided(shares: &[Share], scored: &Scored) -> Exact {
    let terms = shares.iter().flat_map(|share| share.terms(scored));
    terms.fold(Exact::ZERO, |sum, term| sum.plus(&term))
}

fn points_of(share: &Share, scored: &Scored) -> Exact {
    let section = scored.sections.iter().find(|section| section.id == share.section);
    section.and_then(|section| section.points.as_ref()).map_or(Exact::ZERO, Figure::exact)
}

/// How what it decides came about: section by section, with the mean and the share of each. What stands beside counts
/// nothing and decides nothing.
pub(super) fn steps(shares: &[Share], counts: bool, mut scored: Scored) -> Vec<Step> {
    let steps = scored.steps.take().into_iter().flat_map(|total| total.steps);
    let sections = steps.filter(|step| step.code == StepCode::SECTION).zip(shares);
    let told = sections.map(|(section, share)| {
        let section = section.from(mean_step(share, &points_of(share, &scored)));
        if counts { section.from(share_steps(share, &scored)) } else { section }
    });
    let told = told.listed();
    if !counts {
        return told;
    }
    let terms = shares.iter().flat_map(|share| share.terms(&scored)).map(|term| bracketed(&term)).listed();
    let step = Step::new(StepCode::FORM_PART).calculated(crate::list::joined(&terms, " + "));
    vec![step.gives(decided(shares, &scored)).from(told)]
}

fn mean_step(share: &Share, points: &Exact) -> Option<Step> {
    let (of, (mean, _)) = (share.of.as_ref()?, share.mean(points)?);
    let figures = format!("{} × {} ÷ {}", bracketed(points), of.shown(), share.rated.shown());
    Some(
        Step::new(StepCode::SECTION_MEAN)
            .with("section", ArgKind::Section.of(&share.section))
            .calculated(figures)
            .gives(mean),
    )
}

/// The role's part of each criterion, and the section's part of the total.
fn share_steps(share: &Share, scored: &Scored) -> Vec<Step> {
    let section = scored.sections.iter().filter(|section| section.id == share.section);
    let mut steps = section.flat_map(|section| share.parts.iter().filter_map(|part| part.step(section))).listed();
    if share.worth == share.together {
        return steps;
    }
    let points = share.decides(scored).base;
    let figures = format!("{} × {} ÷ {}", bracketed(&points), share.worth.shown(), share.together.shown());
    let step = Step::new(StepCode::SECTION_SHARE)
        .with("section", ArgKind::Section.of(&share.section))
        .with("weight", ArgKind::Figure.of(share.worth.shown()));
    steps.take_in([step.calculated(figures).gives(share.in_total(&points))]);
    steps
}
