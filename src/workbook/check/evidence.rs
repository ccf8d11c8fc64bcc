//! Numbers that were entered, customers' forms and what calling back found of them.

use super::{Check, unknown_id};
use crate::list::Listed;
use crate::number::Exact;
use crate::order::Index;
use crate::problem::{ArgKind, Code, Problem, place_in};
use crate::scheme::{Checked, Indicator, IndicatorOf, Measure, Question};
use crate::text::Id;
use crate::workbook::{FeedbackForm, IndicatorValue};

impl<'w> Check<'w> {
    pub(super) fn indicators(&mut self) {
        let entries = &self.workbook.indicators;
        for (index, entry) in entries.iter().enumerate() {
            let place = format!("/indicators/{index}");
            let Some(scheme) = self.scheme_of(&place, &entry.subject) else { continue };
            match scheme.indicator(&entry.indicator) {
                Some(indicator) => self.indicator_value(&place, scheme, indicator, entry),
                None => {
                    let known: Vec<&Id> = scheme.indicators.iter().map(|indicator| &indicator.id).listed();
                    self.tell(unknown_id(place_in(&place, "indicator"), "indicator", &entry.indicator, &known));
                }
            }
            let last = self.workbook.period.last_day();
            if entry.date > last {
                let problem = Problem::new(Code::DateOutsidePeriod, place_in(&place, "date")).with("date", entry.date);
                self.tell(problem.with("period", self.workbook.period));
            }
        }
        self.replaced("/indicators", entries, &|at, old| match (entries.get(at), entries.get(old)) {
            (Some(new), Some(old)) => new.subject == old.subject && new.indicator == old.indicator,
            _ => false,
        });
    }

    fn indicator_value(&mut self, place: &str, scheme: &Checked, indicator: &Indicator, entry: &IndicatorValue) {
        let value = Exact::from(entry.value);
        let below = indicator.least.is_some_and(|least| value < least.into());
        let above = indicator.most.is_some_and(|most| value > most.into());
        if below || above {
            let shown = |end: Option<crate::number::Decimal>| end.map_or_else(String::new, |end| end.to_string());
            let problem = Problem::new(Code::ValueOutOfRange, place_in(place, "value")).with("value", entry.value);
            self.tell(
                problem
                    .with("least", ArgKind::Figure.of(shown(indicator.least)))
                    .with("most", ArgKind::Figure.of(shown(indicator.most))),
            );
        }
        let is_volume =
            |measure: &Measure| matches!(measure, Measure::Complaints(m) if m.volume.as_ref() == Some(&indicator.id));
        if value.is_negative() && scheme.criteria().any(|criterion| is_volume(&criterion.measure)) {
            self.tell(Problem::new(Code::Negative, place_in(place, "value")).with("value", entry.value));
        }
        let Some(target) = entry.target else { return };
        if !target.is_positive() {
            self.tell(Problem::new(Code::NotPositive, place_in(place, "target")).with("value", target));
        }
        let divides = |measure: &Measure| matches!(measure, Measure::Indicator(m) if m.indicator == indicator.id && m.of == IndicatorOf::Attainment);
        if !scheme.criteria().any(|criterion| divides(&criterion.measure)) {
            let problem = Problem::new(Code::TargetUnused, place_in(place, "target")).with("subject", &entry.subject);
            self.tell(problem.with("indicator", ArgKind::Indicator.of(&indicator.id)));
        }
    }

    pub(super) fn feedback(&mut self) {
        let workbook = self.workbook;
        for (index, form) in workbook.feedback.iter().enumerate() {
            let place = format!("/feedback/{index}");
            let Some(scheme) = self.scheme_of(&place, &form.subject) else { continue };
            self.in_period(&place, form.date);
            self.channel(&place, scheme, form.channel.as_ref());
            self.answers_to_questions(&place, scheme, form);
        }
        let forms = Index::of(workbook.feedback.iter().map(|form| form.id.as_str()));
        for (index, check) in workbook.feedback_checks.iter().enumerate() {
            if !forms.holds(check.feedback.as_str()) {
                let at = format!("/feedbackChecks/{index}/feedback");
                self.tell(unknown_id(at, "feedback", &check.feedback, &[]));
            }
        }
        self.unique("/feedbackChecks", &Index::of(workbook.feedback_checks.iter().map(|check| check.id.as_str())));
    }

    fn answers_to_questions(&mut self, place: &str, scheme: &Checked, form: &FeedbackForm) {
        for (index, line) in form.scores.iter().enumerate() {
            let at = format!("{place}/scores/{index}");
            let Some(question) = scheme.question(&line.question) else {
                let questions = scheme.feedback.iter().flat_map(|feedback| &feedback.questions);
                let known: Vec<&Id> = questions.map(|question| &question.id).listed();
                self.tell(unknown_id(place_in(&at, "question"), "question", &line.question, &known));
                continue;
            };
            if let Some(first) = form.scores.iter().take(index).position(|other| other.question == line.question) {
                let problem =
                    Problem::new(Code::DuplicateId, place_in(&at, "question")).with("id", line.question.as_str());
                self.tell(problem.with("first", format!("{place}/scores/{first}")));
            }
            if let Some(score) = line.score {
                self.answer(&place_in(&at, "score"), question, score);
            }
        }
    }

    fn answer(&mut self, place: &str, question: &Question, score: crate::number::Decimal) {
        if score < question.least || score > question.most {
            let problem = Problem::new(Code::ScoreOutOfRange, place).with("score", score);
            self.tell(problem.with("least", question.least).with("most", question.most));
        } else if let Some(step) = question.step.filter(|step| !Exact::from(score).is_multiple_of(step)) {
            self.tell(Problem::new(Code::NotAMultiple, place).with("value", score).with("step", step));
        }
    }
}
