//! What a scheme says of its inputs and of what follows: every name is there, every range makes sense.

use super::Check;
use crate::list::Listed;
use crate::number::{Decimal, Exact};
use crate::problem::{ArgKind, Code, Problem, place_in};
use crate::scheme::PAY;
use crate::scheme::{
    Consequence, Criterion, CriticalEffect, CriticalOutcome, Distribution, Measure, PayOf, PayRule, Question, Range,
    When,
};
use crate::text::Id;

/// Days that a month can have.
const MOST_DAYS: u32 = 31;

impl Check<'_> {
    pub(super) fn inputs(&mut self) {
        let scheme = self.scheme;
        for (index, indicator) in scheme.indicators.iter().enumerate() {
            self.range(&format!("/indicators/{index}"), indicator.least, indicator.most);
        }
        for (index, question) in scheme.feedback.iter().flat_map(|form| &form.questions).enumerate() {
            self.question(&format!("/feedback/questions/{index}"), question);
        }
        if scheme.feedback.as_ref().is_some_and(|form| form.questions.is_empty()) {
            self.lacks("/feedback", "questions", "feedback");
        }
        if scheme.register.as_ref().is_some_and(|register| register.departments.is_empty()) {
            self.lacks("/register", "departments", "register");
        }
        for (index, step) in scheme.calendar.iter().enumerate() {
            let place = format!("/calendar/{index}");
            for (name, day) in [("from", step.from.0), ("to", step.to.0)] {
                if day > MOST_DAYS {
                    let problem =
                        Problem::new(Code::WholeNumberRange, place_in(&place, name)).with("found", day.to_string());
                    self.tell(problem.with("least", 1_u32).with("most", MOST_DAYS));
                }
            }
            if step.to.0 < step.from.0 {
                let problem = Problem::new(Code::CapBelowFloor, place_in(&place, "to")).with("floor", step.from.0);
                self.tell(problem.with("cap", step.to.0));
            }
        }
    }

    fn question(&mut self, place: &str, question: &Question) {
        self.range(place, Some(question.least), Some(question.most));
        self.step(place, question.step);
    }

    pub(super) fn range(&mut self, place: &str, least: Option<Decimal>, most: Option<Decimal>) {
        if let (Some(least), Some(most)) = (least, most)
            && most < least
        {
            let problem = Problem::new(Code::CapBelowFloor, place_in(place, "most")).with("floor", least);
            self.tell(problem.with("cap", most));
        }
    }

    pub(super) fn critical(&mut self, place: &str, criterion: &Criterion) {
        let scheme = self.scheme;
        for (index, rule) in criterion.critical.iter().enumerate() {
            let place = format!("{place}/critical/{index}");
            match &rule.when {
                CriticalOutcome::Level(outcome) => {
                    let known = criterion.levels().iter().map(|level| &level.id).listed();
                    self.known_part(place_in(&place, "when/level"), "level", &outcome.level, &known);
                }
                CriticalOutcome::Kind(outcome) => {
                    let known: Vec<&Id> = match &criterion.measure {
                        Measure::Records(records) => records.kinds.iter().map(|kind| &kind.id).listed(),
                        _ => Vec::new(),
                    };
                    self.known_part(place_in(&place, "when/kind"), "kind", &outcome.kind, &known);
                }
                CriticalOutcome::Below(_) | CriticalOutcome::Above(_) => {}
            }
            match &rule.sets {
                CriticalEffect::Grade(set) => self.known_grade(place_in(&place, "sets/grade"), &set.grade),
                CriticalEffect::Total(set) => {
                    // A veto may go below what can be earned, down to the scheme's own least or to 0.
                    let reach = scheme.total_range();
                    let least = scheme.total.min.map(Exact::from);
                    let least = least.or_else(|| reach.least.clone().map(|least| least.min(Exact::ZERO)));
                    let range = Range { least, ..reach };
                    if !range.holds(&set.total.into()) {
                        let [least, most] = range.ends();
                        let problem = Problem::new(Code::ScoreOutOfRange, place_in(&place, "sets/total"));
                        self.tell(problem.with("score", set.total).with("least", least).with("most", most));
                    }
                }
                CriticalEffect::Section(set) => self.not_negative(&place_in(&place, "sets/points"), set.points),
            }
        }
    }

    fn known_grade(&mut self, place: String, grade: &Id) {
        let known = self.scheme.grades.iter().map(|grade| &grade.id).listed();
        self.known_part(place, "grade", grade, &known);
    }

    pub(super) fn what_follows(&mut self) {
        let scheme = self.scheme;
        if let Some(distribution) = &scheme.distribution {
            self.distribution(distribution);
        }
        for (index, consequence) in scheme.consequences.iter().enumerate() {
            self.consequence(&format!("/consequences/{index}"), consequence);
        }
        if let Some(pay) = &scheme.pay {
            self.pay(pay);
        }
    }

    /// Every grade has a share, in the order of the bands, and the shares are all of a unit.
    fn distribution(&mut self, distribution: &Distribution) {
        let shares = &distribution.shares;
        for (index, share) in shares.iter().enumerate() {
            self.not_negative(&format!("/distribution/shares/{index}/share"), share.share);
            self.known_grade(format!("/distribution/shares/{index}/grade"), &share.grade);
        }
        let in_order = shares.iter().map(|share| &share.grade).eq(self.scheme.grades.iter().map(|grade| &grade.id));
        if !in_order {
            let grades = self.scheme.grades.iter().map(|grade| grade.id.to_string()).listed();
            let problem = Problem::new(Code::SharesIncomplete, "/distribution/shares");
            self.tell(problem.with("grades", ArgKind::Grade.each(&grades)));
        }
        let sum = shares.iter().fold(Exact::ZERO, |sum, share| sum.plus(&share.share.into()));
        let difference = Exact::from(100).minus(&sum);
        if !difference.is_zero() {
            let problem = Problem::new(Code::SumMismatch, "/distribution/shares").with("declared", 100_u32);
            self.tell(problem.with("sum", sum).with("difference", difference));
        }
    }

    fn consequence(&mut self, place: &str, consequence: &Consequence) {
        self.when(&place_in(place, "when"), &consequence.when);
        // A ruling on the pay line names it so.
        if self.scheme.pay.is_some() && consequence.id.as_str() == PAY {
            let problem = Problem::new(Code::DuplicateId, place_in(place, "id")).with("id", PAY);
            self.tell(problem.with("first", "/pay"));
        }
    }

    fn when(&mut self, place: &str, when: &When) {
        let scheme = self.scheme;
        for (index, grade) in when.grades.iter().enumerate() {
            self.known_grade(format!("{place}/grades/{index}"), grade);
        }
        let rungs = scheme.warnings.iter().flat_map(|warnings| &warnings.rungs).map(|rung| &rung.id).listed();
        for (index, rung) in when.rungs.iter().enumerate() {
            self.known_part(format!("{place}/rungs/{index}"), "rung", rung, &rungs);
        }
        let rules = scheme.criteria().flat_map(|criterion| &criterion.critical).map(|rule| &rule.id).listed();
        for (index, rule) in when.critical.iter().enumerate() {
            self.known_part(format!("{place}/critical/{index}"), "rule", rule, &rules);
        }
        let empty = when.grades.is_empty()
            && when.from.is_none()
            && when.below.is_none()
            && when.rank_to.is_none()
            && when.rungs.is_empty()
            && when.states.is_empty()
            && when.critical.is_empty();
        if empty {
            self.tell(Problem::new(Code::EmptyCondition, place));
        }
    }

    fn pay(&mut self, pay: &PayRule) {
        if pay.of == PayOf::Grade && pay.grades.is_empty() {
            self.lacks("/pay", "grades", "grade");
        }
        for (index, factor) in pay.grades.iter().enumerate() {
            if let Some(first) = pay.grades.iter().take(index).position(|other| other.grade == factor.grade) {
                let problem = Problem::new(Code::DuplicateId, format!("/pay/grades/{index}/grade"));
                self.tell(problem.with("id", factor.grade.as_str()).with("first", format!("/pay/grades/{first}")));
            }
            self.known_grade(format!("/pay/grades/{index}/grade"), &factor.grade);
            self.not_negative(&format!("/pay/grades/{index}/factor"), factor.factor);
        }
        for (index, factor) in pay.factors.iter().enumerate() {
            let place = format!("/pay/factors/{index}");
            self.not_negative(&place_in(&place, "factor"), factor.factor);
            self.when(&place_in(&place, "when"), &factor.when);
        }
    }
}
