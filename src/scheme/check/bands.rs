//! Grade bands: one bound each, strictly falling, none on the last, and a published total in every one.

use super::Check;
use crate::list::Listed;
use crate::number::{Decimal, Exact, Mode};
use crate::problem::{ArgKind, Code, Problem};
use crate::scheme::Rounding;
use crate::scheme::{CriticalEffect, Grade, Range, Scheme};

impl Check<'_> {
    pub(super) fn grades(&mut self) {
        let grades = &self.scheme.grades;
        let last = grades.len().saturating_sub(1);
        for (index, grade) in grades.iter().enumerate() {
            let place = format!("/grades/{index}");
            let about = |code| Problem::new(code, &place).with("grade", ArgKind::Grade.of(&grade.id));
            if grade.from.is_some() && grade.above.is_some() {
                self.tell(about(Code::BandTwoBounds));
            }
            match grade.bound() {
                None if index < last => self.tell(about(Code::BandWithoutBound)),
                Some((bound, _)) if index == last => self.tell(about(Code::LastBandBound).with("bound", bound)),
                _ => {}
            }
        }
        for (index, (higher, lower)) in grades.iter().zip(grades.iter().skip(1)).enumerate() {
            self.band_order(index.saturating_add(1), higher, lower);
        }
        // A forced distribution gives grades by rank, whatever the bands are.
        if self.problems.is_empty() && !self.scheme.is_forced() {
            self.bands_reached();
        }
    }

    fn band_order(&mut self, index: usize, higher: &Grade, lower: &Grade) {
        let (Some((above, above_inclusive)), Some((bound, inclusive))) = (higher.bound(), lower.bound()) else {
            return;
        };
        // `above 95` and `from 95` under it are two bands: 95 itself is the second.
        let falls = bound < above || (bound == above && !above_inclusive && inclusive);
        if !falls {
            let problem = Problem::new(Code::BandsOutOfOrder, format!("/grades/{index}"))
                .with("grade", ArgKind::Grade.of(&lower.id))
                .with("bound", bound)
                .with("above", ArgKind::Grade.of(&higher.id))
                .with("aboveBound", above);
            self.tell(problem);
        }
    }

    fn bands_reached(&mut self) {
        let scheme = self.scheme;
        let published = Published::of(scheme);
        for (index, grade) in scheme.grades.iter().enumerate() {
            let higher = index.checked_sub(1).and_then(|above| scheme.grades.get(above));
            if !published.reach(higher, grade) && !is_set(scheme, grade) {
                let [least, most] = published.range.ends();
                let problem = Problem::new(Code::BandUnreachable, format!("/grades/{index}"))
                    .with("grade", ArgKind::Grade.of(&grade.id))
                    .with("bound", grade.bound().map_or_else(|| ArgKind::Figure.of(""), |(bound, _)| bound.into()))
                    .with("least", least)
                    .with("most", most);
                self.tell(problem);
            }
        }
    }
}

/// Whether a critical rule sets this grade, whatever the total.
fn is_set(scheme: &Scheme, grade: &Grade) -> bool {
    let mut rules = scheme.criteria().flat_map(|criterion| &criterion.critical);
    rules.any(|rule| matches!(&rule.sets, CriticalEffect::Grade(set) if set.grade == grade.id))
}

/// The totals that can be published: rounded ones within a range, and those that critical rules set.
struct Published {
    rounding: Rounding,
    range: Range,
    set: Vec<Decimal>,
}

impl Published {
    fn of(scheme: &Scheme) -> Self {
        let rounding = scheme.total.rounding.clone().unwrap_or_else(Rounding::to_cents);
        let rounded = |end: Option<Exact>| end.and_then(|end| rounding.round(&end)).map(Exact::from);
        let Range { least, most } = scheme.total_range();
        let range = Range { least: rounded(least), most: rounded(most) };
        let rules = scheme.criteria().flat_map(|criterion| &criterion.critical);
        let set = rules.filter_map(|rule| match &rule.sets {
            CriticalEffect::Total(set) => Some(set.total),
            _ => None,
        });
        let set = set.listed();
        Self { rounding, range, set }
    }

    /// Whether one of them has this grade, the next higher one being that.
    fn reach(&self, higher: Option<&Grade>, grade: &Grade) -> bool {
        let is_of = |total: Decimal| grade.is_reached_by(total) && higher.is_none_or(|band| !band.is_reached_by(total));
        let rounded = self.least_of(grade).is_none_or(|total| self.range.holds(&total.into()) && is_of(total));
        rounded || self.set.iter().any(|total| is_of(*total))
    }

    /// The least rounded total with this grade or a better one; nothing where totals have no least, or are too large.
    fn least_of(&self, grade: &Grade) -> Option<Decimal> {
        let bound = grade.bound().map(|(bound, _)| Exact::from(bound));
        let least = bound.into_iter().chain(self.range.least.clone()).max()?;
        let down = Rounding { mode: Mode::Down, ..self.rounding.clone() };
        let mut total = down.round(&least)?;
        // A step above it at most, or two where the bound itself is not in the band.
        while Exact::from(total) < least || !grade.is_reached_by(total) {
            total = down.round(&Exact::from(total).plus(&self.rounding.step.into()))?;
        }
        Some(total)
    }
}
