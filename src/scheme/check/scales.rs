//! Scales: knots that rise, thresholds that fall, levels within the criterion's bounds.

use super::Check;
use crate::list::Listed;
use crate::number::Decimal;
use crate::problem::{ArgKind, Code, Problem, place_in};
use crate::scheme::{Criterion, Level, Linear, Measure, Scale, Steps, Threshold};

impl Check<'_> {
    pub(super) fn scale(&mut self, place: &str, criterion: &Criterion) {
        match &criterion.scale {
            Some(Scale::Each(each)) => self.floor_and_cap(place, each.floor, each.cap),
            Some(Scale::Linear(linear)) => self.linear(place, linear),
            Some(Scale::Steps(steps)) => self.steps(place, steps),
            Some(Scale::Levels(levels)) => self.levels(place, criterion, &levels.levels),
            Some(Scale::AsIs(_)) | None => {}
        }
    }

    fn linear(&mut self, place: &str, linear: &Linear) {
        let knots = &linear.knots;
        if knots.len() < 2 {
            self.tell(Problem::new(Code::TooFewKnots, place_in(place, "knots")).with("found", knots.len()));
        }
        for (index, (lower, upper)) in knots.iter().zip(knots.iter().skip(1)).enumerate() {
            if upper.raw <= lower.raw {
                let at = format!("{place}/knots/{}", index.saturating_add(1));
                self.tell(Problem::new(Code::KnotsOutOfOrder, at).with("raw", upper.raw).with("before", lower.raw));
            }
        }
    }

    /// Thresholds: one bound each, strictly falling, none on the last.
    fn steps(&mut self, place: &str, steps: &Steps) {
        let steps = &steps.steps;
        if steps.is_empty() {
            self.lacks(place, "steps", "steps");
        }
        let last = steps.len().saturating_sub(1);
        for (index, step) in steps.iter().enumerate() {
            let code = match bound(step) {
                _ if step.from.is_some() && step.above.is_some() => Code::StepTwoBounds,
                None if index < last => Code::StepWithoutBound,
                Some(_) if index == last => Code::LastStepBound,
                _ => continue,
            };
            self.tell(Problem::new(code, format!("{place}/steps/{index}")).with("points", step.points));
        }
        for (index, (higher, lower)) in steps.iter().zip(steps.iter().skip(1)).enumerate() {
            let (Some((above, above_inclusive)), Some((limit, inclusive))) = (bound(higher), bound(lower)) else {
                continue;
            };
            let falls = limit < above || (limit == above && !above_inclusive && inclusive);
            if !falls {
                let at = format!("{place}/steps/{}", index.saturating_add(1));
                self.tell(Problem::new(Code::StepsOutOfOrder, at).with("bound", limit).with("above", above));
            }
        }
    }

    fn levels(&mut self, place: &str, criterion: &Criterion, levels: &[Level]) {
        if !matches!(criterion.measure, Measure::Rating(_)) {
            self.tell(
                Problem::new(Code::LevelsNeedRating, place).with("criterion", ArgKind::Criterion.of(&criterion.id)),
            );
        }
        if levels.is_empty() {
            self.lacks(place, "levels", "levels");
        }
        self.unique(levels.iter().enumerate().map(|(i, level)| (&level.id, format!("{place}/levels/{i}"))).listed());
        let range = criterion.given_range();
        for (index, level) in levels.iter().enumerate().filter(|(_, level)| !range.holds(&level.points.into())) {
            let [least, most] = range.ends();
            let problem = Problem::new(Code::ScoreOutOfRange, format!("{place}/levels/{index}/points"));
            self.tell(problem.with("score", level.points).with("least", least).with("most", most));
        }
    }
}

const fn bound(step: &Threshold) -> Option<(Decimal, bool)> {
    match (step.from, step.above) {
        (Some(from), _) => Some((from, true)),
        (None, Some(above)) => Some((above, false)),
        (None, None) => None,
    }
}
