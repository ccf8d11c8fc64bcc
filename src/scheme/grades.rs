//! Grade bands: highest first, by lower bound, compared with the rounded total (model: Grades).

use super::{Grade, Scheme};
use crate::number::Decimal;

impl Grade {
    /// The lower bound and whether the bound itself belongs to the band; none for the last.
    #[must_use]
    pub const fn bound(&self) -> Option<(Decimal, bool)> {
        match (self.from, self.above) {
            (Some(from), _) => Some((from, true)),
            (None, Some(above)) => Some((above, false)),
            (None, None) => None,
        }
    }

    /// Whether a rounded total reaches this band's lower bound.
    #[must_use]
    pub fn is_reached_by(&self, total: Decimal) -> bool {
        match self.bound() {
            Some((bound, true)) => total >= bound,
            Some((bound, false)) => total > bound,
            None => true,
        }
    }
}

impl Scheme {
    /// Whether grades come from the rank in the unit, by a forced distribution.
    #[must_use]
    pub fn is_forced(&self) -> bool {
        self.distribution.as_ref().is_some_and(|distribution| !distribution.off)
    }

    /// The band of a rounded total: the first, from the top, whose bound it reaches.
    #[must_use]
    pub fn grade_of(&self, total: Decimal) -> Option<&Grade> {
        self.grades.iter().find(|grade| grade.is_reached_by(total))
    }
}
