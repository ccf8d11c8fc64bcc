//! Measures: every name that they use is there, and every part that they need.

use super::{Check, unknown, unknown_part};
use crate::list::Listed;
use crate::number::Exact;
use crate::problem::{ArgKind, Code, Problem, place_in};
use crate::scheme::{
    ComplaintsMeasure, ComplaintsOf, Criterion, Measure, RatingMeasure, RecordsMeasure, RecordsOf, ResultsMeasure,
    ResultsOf, Scale, TeamMeasure, TeamOf,
};
use crate::text::Id;

impl Check<'_> {
    pub(super) fn measure(&mut self, place: &str, criterion: &Criterion) {
        match &criterion.measure {
            Measure::Rating(rating) => self.rating(place, criterion, rating),
            Measure::Records(records) => self.records(place, records),
            Measure::Indicator(measure) => self.indicator_known(&place_in(place, "indicator"), &measure.indicator),
            Measure::Feedback(measure) => {
                let questions = self.scheme.feedback.iter().flat_map(|form| &form.questions);
                let known = questions.map(|question| &question.id).listed();
                self.known_part(place_in(place, "question"), "question", &measure.question, &known);
            }
            Measure::Complaints(measure) => self.complaints(place, measure),
            Measure::Team(measure) => self.team(place, measure),
            Measure::Results(measure) => self.results(place, measure),
        }
    }

    fn rating(&mut self, place: &str, criterion: &Criterion, rating: &RatingMeasure) {
        let known: Vec<&str> = self.scheme.roles.iter().map(|role| role.id.as_str()).listed();
        for (index, role) in rating.roles.iter().enumerate() {
            if !known.contains(&role.as_str()) {
                self.tell(unknown(
                    Code::UnknownRole,
                    format!("{place}/roles/{index}"),
                    "role",
                    ArgKind::Role.of(role),
                    &known,
                ));
            }
        }
        let weighs = self.scheme.asked_roles(criterion).any(|role| role.weight.is_positive());
        if !weighs {
            self.tell(Problem::new(Code::NoRoleToRate, place).with("criterion", ArgKind::Criterion.of(&criterion.id)));
        }
        self.step(place, rating.step);
        self.range(place, rating.least, rating.most);
        // Taken as it is, a score beyond what the criterion gives would be cut without a word.
        if matches!(criterion.scale, None | Some(Scale::AsIs(_))) {
            let given = criterion.given_range();
            for (name, end) in [("least", rating.least), ("most", rating.most)] {
                if let Some(end) = end.filter(|end| !given.holds(&(*end).into())) {
                    let [least, most] = given.ends();
                    let problem = Problem::new(Code::ScoreOutOfRange, place_in(place, name)).with("score", end);
                    self.tell(problem.with("least", least).with("most", most));
                }
            }
        }
    }

    fn records(&mut self, place: &str, records: &RecordsMeasure) {
        if records.of == RecordsOf::Count && records.step.is_some() {
            let problem = Problem::new(Code::StepNeedsPoints, place_in(place, "step"));
            self.tell(problem.with("of", records.of.as_str()));
        }
        self.step(place, records.step);
        let kinds = records.kinds.iter().enumerate();
        self.unique(kinds.map(|(i, kind)| (&kind.id, format!("{place}/kinds/{i}"))).listed());
    }

    fn complaints(&mut self, place: &str, measure: &ComplaintsMeasure) {
        match &measure.volume {
            Some(volume) => self.indicator_known(&place_in(place, "volume"), volume),
            None if measure.of == ComplaintsOf::Rate => self.lacks(place, "volume", measure.of.as_str()),
            None => {}
        }
        match &measure.points {
            Some(points) => {
                for (name, taken) in [("minor", points.minor), ("normal", points.normal), ("serious", points.serious)] {
                    if taken.is_positive() {
                        let at = format!("{place}/points/{name}");
                        self.tell(Problem::new(Code::FloorAboveZero, at).with("value", taken));
                    }
                }
            }
            None if measure.of == ComplaintsOf::Severity => self.lacks(place, "points", measure.of.as_str()),
            None => {}
        }
    }

    fn team(&mut self, place: &str, measure: &TeamMeasure) {
        if measure.schemes.is_empty() {
            self.lacks(place, "schemes", measure.of.as_str());
        }
        if measure.of == TeamOf::Share && measure.grades.is_empty() {
            self.lacks(place, "grades", measure.of.as_str());
        }
        let own = &self.scheme.id;
        if measure.schemes.contains(own) {
            let path = crate::list::joined(&[own.to_string(), own.to_string()], " → ");
            self.tell(Problem::new(Code::SchemeCycle, place_in(place, "schemes")).with("path", path));
        }
    }

    fn results(&mut self, place: &str, measure: &ResultsMeasure) {
        if measure.sources.is_empty() {
            self.lacks(place, "sources", measure.of.as_str());
        }
        let mut sum = Exact::ZERO;
        for (index, source) in measure.sources.iter().enumerate() {
            if let Some(weight) = source.weight {
                self.not_negative(&format!("{place}/sources/{index}/weight"), weight);
            }
            sum = sum.plus(&source.weight.map_or_else(|| Exact::from(1), Exact::from));
        }
        if measure.of == ResultsOf::Weighted && !measure.sources.is_empty() && sum.is_zero() {
            self.tell(Problem::new(Code::AllWeightsZero, place_in(place, "sources")));
        }
    }

    fn indicator_known(&mut self, place: &str, indicator: &Id) {
        let known = self.scheme.indicators.iter().map(|indicator| &indicator.id).listed();
        self.known_part(place.to_owned(), "indicator", indicator, &known);
    }

    /// A name must be one of those known here.
    pub(super) fn known_part(&mut self, place: String, what: &'static str, found: &Id, known: &[&Id]) {
        if !known.contains(&found) {
            let known: Vec<&str> = known.iter().map(|id| id.as_str()).listed();
            self.tell(unknown_part(place, what, found.as_str(), &known));
        }
    }

    /// A part that is needed is not there.
    pub(super) fn lacks(&mut self, place: &str, part: &'static str, of: &'static str) {
        self.tell(Problem::new(Code::PartMissing, place).with("part", part).with("of", of));
    }
}
