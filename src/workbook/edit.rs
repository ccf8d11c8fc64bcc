//! Changes to an open period, each checked before it is kept.

use super::{
    Acknowledgement, Assignment, Book, Decision, FormFile, Person, Rating, Record, SchemeRef, StateEntry, Unit,
    Workbook, sealed,
};
use crate::json::{Document, Extra, Shape};
use crate::number::Count;
use crate::order::Listed;
use crate::period::Date;
use crate::problem::Problem;
use crate::text::{Id, PersonId};

/// Something that a person adds to a workbook.
#[derive(Debug, Clone)]
pub enum Addition {
    /// A unit.
    Unit(Unit),
    /// A person; one of the same number takes its place.
    Person(Person),
    /// Somebody is asked for a form.
    Assignment(Assignment),
    /// A record.
    Record(Record),
    /// A state.
    State(StateEntry),
    /// Which variant of a conflict counts.
    Decision(Decision),
    /// A subject's answer.
    Acknowledgement(Acknowledgement),
}

impl Book {
    /// Adds something to an open period, or refuses it and changes nothing; a closed one still takes
    /// answers to its results. The places in the problems are those of the addition.
    ///
    /// # Errors
    /// Every rule that the workbook would break.
    pub fn with(&self, addition: Addition) -> Result<Self, Vec<Problem>> {
        if !matches!(addition, Addition::Acknowledgement(_)) {
            self.must_be_open()?;
        }
        let mut workbook = self.workbook().clone();
        let place = put(&mut workbook, addition);
        let told = |problems: Vec<Problem>| problems.into_iter().map(|problem| of_part(problem, &place)).listed();
        Self::new(workbook).map(|(book, _)| book).map_err(told)
    }

    /// An empty form, addressed: what a rater is sent. Nothing if the subject or the role is unknown.
    #[must_use]
    pub fn invitation(&self, id: Id, role: &Id, subject: &str, rater: &PersonId, date: Date) -> Option<String> {
        let (person, scheme, _) = self.subject(subject)?;
        scheme.role(role.as_str())?;
        let rater_name = self.workbook().people.iter().find(|other| other.id == *rater).map(|other| other.name.clone());
        Some(sealed(&FormFile {
            schema: None,
            format: super::form::FormFormat::Form,
            format_version: Count(1),
            scheme: Some(crate::scheme::Scheme { schema: None, ..scheme.scheme().clone() }),
            subject_name: Some(person.name.clone()),
            rater_name,
            rating: Rating {
                id,
                revision: Count(1),
                scheme: SchemeRef {
                    id: scheme.id.clone(),
                    version: scheme.version.clone(),
                    digest: Some(scheme.digest().clone()),
                    extra: Extra::default(),
                },
                period: self.workbook().period,
                subject: person.id.clone(),
                rater: rater.clone(),
                role: role.clone(),
                date,
                scores: Vec::new(),
                remark: None,
                extra: Extra::default(),
            },
            checksum: None,
            extra: Extra::default(),
        }))
    }
}

/// Reads something that is to be added, from its JSON text.
///
/// # Errors
/// Every problem of shape, each with its place.
pub fn read_draft<T: Shape>(text: &str) -> Result<T, Vec<Problem>> {
    let mut draft = T::default();
    Document::fill(text, &mut draft)?;
    Ok(draft)
}

/// Puts the addition into its list; gives its place, by which its problems are told from others'.
fn put(workbook: &mut Workbook, addition: Addition) -> String {
    fn last<T>(name: &str, list: &[T]) -> String {
        format!("/{name}/{}", list.len().saturating_sub(1))
    }
    match addition {
        Addition::Unit(unit) => {
            workbook.units.push(unit);
            last("units", &workbook.units)
        }
        Addition::Person(person) => {
            workbook.people.retain(|other| other.id != person.id);
            workbook.people.push(person);
            last("people", &workbook.people)
        }
        Addition::Assignment(assignment) => {
            workbook.assignments.push(assignment);
            last("assignments", &workbook.assignments)
        }
        Addition::Record(record) => {
            workbook.records.push(record);
            last("records", &workbook.records)
        }
        Addition::State(state) => {
            workbook.states.push(state);
            last("states", &workbook.states)
        }
        Addition::Decision(decision) => {
            workbook.decisions.push(decision);
            last("decisions", &workbook.decisions)
        }
        Addition::Acknowledgement(answer) => {
            workbook.acknowledgements.push(answer);
            last("acknowledgements", &workbook.acknowledgements)
        }
    }
}

fn of_part(mut problem: Problem, place: &str) -> Problem {
    if let Some(rest) = problem.pointer.strip_prefix(place).filter(|rest| rest.is_empty() || rest.starts_with('/')) {
        problem.pointer = rest.to_owned();
    }
    problem
}
