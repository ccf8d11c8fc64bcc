//! Settings that would do nothing, or the wrong thing, to bonus and deductions: these enter the total as they are or as
//! their section rounds them, beside the base, and no section's bounds or weight reaches them. Whoever writes such a setting means
//! something by it, so it is refused with a way to write what is meant.

use super::Check;
use crate::problem::{ArgKind, Code, Problem, place_in};
use crate::scheme::{Criterion, Section};

impl Check<'_> {
    /// Floor and cap of a section bound its base alone.
    pub(super) fn bounds_of_deductions(&mut self, place: &str, section: &Section) {
        let (any, all) = (holds_deductions(section), is_of_deductions(section));
        let settings = [("floor", section.floor.is_some() && any), ("cap", section.cap.is_some() && all)];
        for (key, _) in settings.into_iter().filter(|(_, idle)| *idle) {
            let problem = Problem::new(Code::DeductionsUnbounded, place_in(place, key))
                .with("section", ArgKind::Section.of(&section.id));
            self.tell(problem.with("key", key));
        }
    }

    /// A weight scales the points of its criterion or section, and neither bonus nor deduction.
    pub(super) fn beside_weights(&mut self, place: &str, section: &Section) {
        let weighs = |other: &Criterion| other.weight.is_some() && !other.is_deduction();
        let scaled = section.weight.is_some() || section.criteria.iter().any(weighs);
        let sections = self.scheme.sections.iter().any(|other| other.weight.is_some());
        for (index, criterion) in section.criteria.iter().enumerate() {
            let own = section.weight.is_some() || criterion.weight.is_some();
            let part = match criterion {
                Criterion { bonus: Some(_), .. } if own => "bonus",
                Criterion { deduction: Some(_), .. } if scaled || (sections && is_of_deductions(section)) => {
                    "deduction"
                }
                _ => continue,
            };
            let at = place_in(&format!("{place}/criteria/{index}"), part);
            self.tell(
                Problem::new(Code::UnscaledBesideWeights, at)
                    .with("criterion", ArgKind::Criterion.of(&criterion.id))
                    .with("part", part),
            );
        }
    }
}

fn holds_deductions(section: &Section) -> bool {
    section.criteria.iter().any(Criterion::is_deduction)
}

fn is_of_deductions(section: &Section) -> bool {
    holds_deductions(section) && section.criteria.iter().all(Criterion::is_deduction)
}
