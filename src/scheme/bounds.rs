//! What a scheme's parts can reach: the range of a score, a criterion, a section and the total.

use super::{Criterion, Level, Measure, NoData, Role, Scale, Scheme, Section};
use crate::number::{Decimal, Exact};
use crate::problem::{Arg, ArgKind};
use crate::text::Id;

/// From the least to the most that something can be; nothing means without end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    /// Least.
    pub least: Option<Exact>,
    /// Most.
    pub most: Option<Exact>,
}

impl Range {
    /// Both ends, for a sentence; one that is not there is empty.
    pub(crate) fn ends(&self) -> [Arg; 2] {
        let figure = |end: &Option<Exact>| end.as_ref().map_or_else(|| ArgKind::Figure.of(""), Arg::from);
        [figure(&self.least), figure(&self.most)]
    }

    /// Whether a value lies in it.
    #[must_use]
    pub fn holds(&self, value: &Exact) -> bool {
        self.least.as_ref().is_none_or(|least| value >= least) && self.most.as_ref().is_none_or(|most| value <= most)
    }
}

/// A number as an exact one; absent is 0.
fn exact(number: Option<Decimal>) -> Exact {
    number.map_or(Exact::ZERO, Exact::from)
}

impl Criterion {
    /// The points it can earn apart from its bonus; none for a deduction.
    #[must_use]
    pub fn own_points(&self) -> Exact {
        exact(self.points)
    }

    /// What it is worth in its section: its weight, or its points.
    #[must_use]
    pub fn worth(&self) -> Exact {
        self.weight.map_or_else(|| self.own_points(), Exact::from)
    }

    /// The levels that raters choose from, in the place of numbers.
    #[must_use]
    pub fn levels(&self) -> &[Level] {
        match (&self.measure, &self.scale) {
            (Measure::Rating(_), Some(Scale::Levels(levels))) => &levels.levels,
            _ => &[],
        }
    }

    /// The level of this id.
    #[must_use]
    pub fn level(&self, id: &Id) -> Option<&Level> {
        self.levels().iter().find(|level| level.id == *id)
    }

    /// Whether it leaves the denominator where it has no data.
    #[must_use]
    pub fn may_be_excluded(&self) -> bool {
        let excludes = self.no_data == NoData::Exclude || self.no_data_with_complaints == Some(NoData::Exclude);
        excludes && !self.is_deduction()
    }

    /// Whether it only takes points.
    #[must_use]
    pub const fn is_deduction(&self) -> bool {
        self.deduction.is_some()
    }

    /// Bounds of its points, the bonus left aside: 0 and its points, or a deduction's floor and 0.
    #[must_use]
    pub fn bounds(&self) -> Range {
        match &self.deduction {
            Some(deduction) => Range { least: deduction.floor.map(Exact::from), most: Some(Exact::ZERO) },
            None => Range { least: Some(Exact::ZERO), most: Some(self.own_points()) },
        }
    }

    /// From the least to the most that can be given for it, the bonus included.
    #[must_use]
    pub fn given_range(&self) -> Range {
        let bounds = self.bounds();
        Range { most: bounds.most.map(|most| most.plus(&exact(self.bonus))), ..bounds }
    }

    /// What a rater may enter. A score that a scale turns into points first has no range but the one that the measure
    /// says.
    #[must_use]
    pub fn entry_range(&self) -> Range {
        let Measure::Rating(rating) = &self.measure else { return Range { least: None, most: None } };
        let own = match &self.scale {
            None | Some(Scale::AsIs(_)) => self.given_range(),
            _ => Range { least: None, most: None },
        };
        Range { least: rating.least.map(Exact::from).or(own.least), most: rating.most.map(Exact::from).or(own.most) }
    }
}

impl Section {
    /// What its criteria are worth together, each by its weight or its points.
    #[must_use]
    pub fn criteria_points(&self) -> Exact {
        self.criteria.iter().fold(Exact::ZERO, |sum, criterion| sum.plus(&criterion.worth()))
    }

    /// What it is worth in the total: its weight, or its criteria's points.
    #[must_use]
    pub fn worth(&self) -> Exact {
        self.weight.map_or_else(|| self.criteria_points(), Exact::from)
    }
}

impl Scheme {
    /// Every criterion, in the order of the form.
    pub fn criteria(&self) -> impl Iterator<Item = &Criterion> {
        self.sections.iter().flat_map(|section| &section.criteria)
    }

    /// The criterion of this id.
    #[must_use]
    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria().find(|criterion| criterion.id.as_str() == id)
    }

    /// The roles that a criterion asks for a score: those it names, or all; none where nobody rates.
    pub fn asked_roles<'s>(&'s self, criterion: &'s Criterion) -> impl Iterator<Item = &'s Role> {
        self.roles.iter().filter(|role| match &criterion.measure {
            Measure::Rating(rating) => rating.roles.is_empty() || rating.roles.contains(&role.id),
            _ => false,
        })
    }

    /// The indicator of this id.
    #[must_use]
    pub fn indicator(&self, id: &Id) -> Option<&super::Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == *id)
    }

    /// The question of this id of the customers' form.
    #[must_use]
    pub fn question(&self, id: &Id) -> Option<&super::Question> {
        self.feedback.iter().flat_map(|form| &form.questions).find(|question| question.id == *id)
    }

    /// How good a grade is: 0 is the best; one that the scheme does not name is the worst.
    #[must_use]
    pub fn grade_order(&self, grade: &Id) -> usize {
        self.grades.iter().position(|band| band.id == *grade).unwrap_or(usize::MAX)
    }

    /// The role of this id.
    #[must_use]
    pub fn role(&self, id: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.id.as_str() == id)
    }

    /// From the least to the most that a total can be, before it is rounded.
    #[must_use]
    pub fn total_range(&self) -> Range {
        let mut least = Some(Exact::ZERO);
        let mut most = Some(Exact::ZERO);
        for section in &self.sections {
            let floor = section.floor.map(Exact::from);
            let cap = section.cap.map(Exact::from);
            most = most.map(|sum| sum.plus(&section.worth().within(floor.as_ref(), cap.as_ref())));
            least = least.map(|sum| sum.plus(&Exact::ZERO.within(floor.as_ref(), cap.as_ref())));
        }
        // base × P ÷ (P − X): what is left after an exclusion may come to more than the sections' caps let through.
        if self.criteria().any(Criterion::may_be_excluded) {
            most = None;
            least = least.filter(|least| !least.is_negative());
        }
        for criterion in self.criteria() {
            most = most.map(|sum| sum.plus(&exact(criterion.bonus)));
            if let Some(deduction) = &criterion.deduction {
                least = least.zip(deduction.floor).map(|(sum, floor)| sum.plus(&Exact::from(floor)));
            }
        }
        let min = self.total.min.map(Exact::from);
        let max = self.total.max.map(Exact::from);
        Range {
            least: least.map(|least| least.within(min.as_ref(), max.as_ref())).or_else(|| min.clone()),
            most: most.map(|most| most.within(min.as_ref(), max.as_ref())).or_else(|| max.clone()),
        }
    }
}
