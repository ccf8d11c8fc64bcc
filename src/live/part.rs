//! A form that covers but a part of the total: what its sections decide of it.
//!
//! A section of weight 15 with four criteria of equal weight, of which the form rates one with 100 of 100 points: the mean of
//! what it rates is 100 of 100, and it decides 1 × 15 ÷ 4 = 3.75 of 3.75 points of the total.

use crate::list::Listed;
use crate::number::Exact;
use crate::problem::ArgKind;
use crate::scheme::Section;
use crate::score::{Scored, Step, StepCode, bracketed};
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
}

impl Share {
    /// The share of a section that these of its criteria make.
    pub(super) fn of(whole: &Section, part: &Section) -> Self {
        let weighted = part.criteria.iter().any(|criterion| criterion.weight.is_some());
        let mut points = part.criteria.iter().filter(|criterion| !criterion.is_deduction()).map(|one| one.own_points());
        let first = points.next().unwrap_or(Exact::ZERO);
        let of = if points.all(|other| other == first) { first } else { Exact::from(100) };
        Self {
            section: part.id.clone(),
            worth: whole.worth(),
            together: whole.criteria_points(),
            rated: part.criteria_points(),
            of: weighted.then_some(of),
        }
    }

    /// These points of the form as points of the total.
    fn in_total(&self, points: &Exact) -> Exact {
        // A section of deductions counts nothing together, and its points are those of the total.
        points.times(&self.worth).divided_by(&self.together).unwrap_or_else(|| points.clone())
    }

    /// The most that the form decides of the total.
    pub(super) fn most(&self) -> Exact {
        self.in_total(&self.rated)
    }

    /// The mean of the criteria with weights, and the most that it can be.
    pub(super) fn mean(&self, points: &Exact) -> Option<(Exact, Exact)> {
        let of = self.of.as_ref()?;
        Some((points.times(of).divided_by(&self.rated)?, of.clone()))
    }
}

/// The points of the total that the form decides so far.
pub(super) fn decided(shares: &[Share], scored: &Scored) -> Exact {
    shares.iter().fold(Exact::ZERO, |sum, share| sum.plus(&share.in_total(&points_of(share, scored))))
}

fn points_of(share: &Share, scored: &Scored) -> Exact {
    let section = scored.sections.iter().find(|section| section.id == share.section);
    section.and_then(|section| section.points.as_ref()).map_or(Exact::ZERO, crate::number::Figure::exact)
}

/// How what it decides came about: section by section, with the mean and the share of each. What stands beside counts
/// nothing and decides nothing.
pub(super) fn steps(shares: &[Share], counts: bool, scored: Scored) -> Vec<Step> {
    let whole = decided(shares, &scored);
    let points = shares.iter().map(|share| points_of(share, &scored)).listed();
    let sections = scored.steps.into_iter().flat_map(|total| total.steps).filter(|step| step.code == StepCode::SECTION);
    let told = sections.zip(shares.iter().zip(&points)).map(|(section, (share, points))| {
        section.from(mean_step(share, points)).from(share_step(share, points).filter(|_| counts))
    });
    let told = told.listed();
    if !counts {
        return told;
    }
    let terms = shares.iter().zip(&points).map(|(share, points)| bracketed(&share.in_total(points))).listed();
    let step = Step::new(StepCode::FORM_PART).calculated(crate::list::joined(&terms, " + ")).gives(whole);
    vec![step.from(told)]
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

fn share_step(share: &Share, points: &Exact) -> Option<Step> {
    if share.worth == share.together {
        return None;
    }
    let figures = format!("{} × {} ÷ {}", bracketed(points), share.worth.shown(), share.together.shown());
    let step = Step::new(StepCode::SECTION_SHARE)
        .with("section", ArgKind::Section.of(&share.section))
        .with("weight", ArgKind::Figure.of(share.worth.shown()));
    Some(step.calculated(figures).gives(share.in_total(points)))
}
