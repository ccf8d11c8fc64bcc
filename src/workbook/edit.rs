//! Changes to an open period, each checked before it is kept.

use std::sync::Arc;

use super::register::month_full;
use super::{
    Acknowledgement, Assignment, Book, Complaint, ComplaintNumber, Decision, FormFile, IndicatorValue, Person, Rating,
    Record, SchemeRef, Scores, StateEntry, Unit, Workbook, next_number, sealed,
};
use crate::json::shape::shape;
use crate::json::{Document, Extra, Shape};
use crate::number::Count;
use crate::order::{Listed, TakeIn};
use crate::period::Date;
use crate::problem::{Code, Problem};
use crate::text::{Id, Name, PersonId};

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

shape! {
    /// Entries that come many at once, such as a pasted table: all of them are taken, or none.
    pub struct Pieces {
        /// Units.
        pub units: Vec<Unit> = default,
        /// People.
        pub people: Vec<Person> = default,
        /// Who is asked for which form.
        pub assignments: Vec<Assignment> = default,
        /// Numbers.
        pub indicators: Vec<IndicatorValue> = default,
    }
}

impl Book {
    /// Adds many entries at once to an open period, or refuses them and changes nothing. The places in the problems are
    /// those of the pieces.
    ///
    /// # Errors
    /// Every rule that the workbook would break.
    pub fn extended(&self, pieces: Pieces) -> Result<Self, Vec<Problem>> {
        self.must_be_open()?;
        let mut workbook = self.workbook().clone();
        let before = [
            ("/units/", workbook.units.len()),
            ("/people/", workbook.people.len()),
            ("/assignments/", workbook.assignments.len()),
            ("/indicators/", workbook.indicators.len()),
        ];
        workbook.units.take_in(pieces.units);
        workbook.people.take_in(pieces.people);
        workbook.assignments.take_in(pieces.assignments);
        workbook.indicators.take_in(pieces.indicators);
        let told = |problems: Vec<Problem>| problems.into_iter().map(|problem| of_pieces(problem, &before)).listed();
        Self::new(workbook).map(|(book, _)| book).map_err(told)
    }

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

    /// Adds an entry, given as JSON text, to the list of this key; a complaint without a number is given
    /// the next one of its month. The places in the problems are those of the entry.
    ///
    /// # Errors
    /// A list that takes no entries, or every rule that the workbook would break.
    pub fn with_entry(&self, list: &str, draft: &str) -> Result<Self, Vec<Problem>> {
        if !FOLLOWS_A_CLOSING.contains(&list) {
            self.must_be_open()?;
        }
        let mut workbook = self.workbook().clone();
        let place = enter(&mut workbook, list, draft)?;
        let told = |problems: Vec<Problem>| problems.into_iter().map(|problem| of_part(problem, &place)).listed();
        Self::new(workbook).map(|(book, _)| book).map_err(told)
    }

    /// Gives a complaint the next free number of its month, and keeps the one it had as an alias: of two
    /// complaints under one number the one that was registered later, or of one day the later id.
    ///
    /// # Errors
    /// A number that does not stand twice, or a closed period.
    pub fn renumbered(&self, number: ComplaintNumber, author: &Name) -> Result<Self, Vec<Problem>> {
        self.must_be_open()?;
        let mut workbook = self.workbook().clone();
        let latest = |id: &Id| workbook.complaints.iter().filter(|c| c.id == *id).max_by_key(|c| c.revision);
        let mut under: Vec<&Complaint> = Vec::new();
        for complaint in workbook.complaints.iter().filter_map(|complaint| latest(&complaint.id)) {
            if complaint.number == number && !under.iter().any(|other| other.id == complaint.id) {
                under.push(complaint);
            }
        }
        let later = under.iter().max_by(|a, b| (a.registered, &a.id).cmp(&(b.registered, &b.id)));
        let Some(later) = later.filter(|_| under.len() > 1) else {
            return Err(vec![Problem::new(Code::UnknownPart, "").with("what", "complaint").with("found", number)]);
        };
        let mut aliases = later.aliases.clone();
        aliases.push(number);
        let renumbered = Complaint {
            revision: Count(later.revision.0.saturating_add(1)),
            author: author.clone(),
            number: next_number(&workbook, number.month()).ok_or_else(|| vec![month_full(number.month())])?,
            aliases,
            ..(*later).clone()
        };
        workbook.complaints.push(renumbered);
        Self::new(workbook).map(|(book, _)| book)
    }

    /// Takes a person out, with the forms that were asked of and about it.
    ///
    /// # Errors
    /// Nobody of this number, somebody of whom or by whom something was entered, or a closed period.
    pub fn without_person(&self, id: &PersonId) -> Result<Self, Vec<Problem>> {
        self.must_be_open()?;
        let people = &self.workbook().people;
        let Some(at) = people.iter().position(|person| person.id == *id) else {
            let known: Vec<&str> = people.iter().map(|person| person.id.as_str()).listed();
            return Err(vec![crate::scheme::unknown_part(String::new(), "person", id.as_str(), &known)]);
        };
        let mut workbook = self.workbook().clone();
        workbook.people.remove(at);
        workbook.assignments.retain(|asked| asked.subject != *id && asked.rater != *id);
        let rated = workbook.ratings.iter().any(|rating| rating.rater == *id);
        let in_use = |kind: &str| vec![Problem::new(Code::PersonInUse, "").with("person", id).with("kind", kind)];
        match Self::new(workbook) {
            Ok(_) if rated => Err(in_use("rating")),
            Ok((book, _)) => Ok(book),
            // What now is about nobody is what was entered of this person.
            Err(problems) => {
                let list = problems.first().and_then(|problem| problem.pointer.split('/').nth(1));
                Err(in_use(list.map_or("record", kind_of)))
            }
        }
    }

    /// Takes back that somebody was asked for a form; one that was handed in stays.
    ///
    /// # Errors
    /// Nobody was asked for it, or a closed period.
    pub fn without_assignment(&self, asked: &Assignment) -> Result<Self, Vec<Problem>> {
        self.must_be_open()?;
        let mut workbook = self.workbook().clone();
        let same = |other: &Assignment| {
            (&other.subject, &other.role, &other.rater) == (&asked.subject, &asked.role, &asked.rater)
        };
        let before = workbook.assignments.len();
        workbook.assignments.retain(|other| !same(other));
        if workbook.assignments.len() == before {
            return Err(vec![crate::scheme::unknown_part(String::new(), "assignment", asked.rater.as_str(), &[])]);
        }
        Self::new(workbook).map(|(book, _)| book)
    }

    /// Gives the workbook another title, or none. It is no part of what a closing freezes.
    ///
    /// # Errors
    /// None that a title could cause.
    pub fn titled(&self, title: Option<Name>) -> Result<Self, Vec<Problem>> {
        Self::new(Workbook { title, ..self.workbook().clone() }).map(|(book, _)| book)
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
                scheme: Arc::new(SchemeRef {
                    id: scheme.id.clone(),
                    version: scheme.version.clone(),
                    digest: Some(scheme.digest().clone()),
                    extra: Extra::default(),
                }),
                period: self.workbook().period,
                subject: person.id.clone(),
                rater: rater.clone(),
                role: role.clone(),
                date,
                scores: Scores::default(),
                remark: None,
                extra: Extra::default(),
            },
            checksum: None,
            extra: Extra::default(),
        }))
    }
}

/// What an entry of this list is called.
fn kind_of(list: &str) -> &str {
    match list {
        "queries" => "query",
        "summaries" => "summary",
        "feedback" => "feedback",
        _ => list.strip_suffix('s').unwrap_or(list),
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

/// Lists that take entries after a closing: they are about its results, and change none.
const FOLLOWS_A_CLOSING: [&str; 8] =
    ["queries", "answers", "interviews", "summaries", "reports", "rulings", "milestones", "plans"];

/// Reads an entry into the list of this key; gives its place.
fn enter(workbook: &mut Workbook, list: &str, draft: &str) -> Result<String, Vec<Problem>> {
    macro_rules! enter_into {
        ($($key:literal => $field:ident),* $(,)?) => {
            match list {
                $( $key => {
                    workbook.$field.push(read_draft(draft)?);
                    workbook.$field.len()
                } )*
                "complaints" => {
                    workbook.complaints.push(complaint(workbook, draft)?);
                    workbook.complaints.len()
                }
                "programme" => {
                    workbook.programme = Some(read_draft(draft)?);
                    return Ok("/programme".to_owned());
                }
                "workingCalendar" => {
                    workbook.working_calendar = Some(read_draft(draft)?);
                    return Ok("/workingCalendar".to_owned());
                }
                _ => {
                    let known = [$($key,)* "complaints", "programme", "workingCalendar"];
                    return Err(vec![crate::scheme::unknown_part(String::new(), "list", list, &known)]);
                }
            }
        };
    }
    let length = enter_into! {
        "indicators" => indicators,
        "feedback" => feedback,
        "feedbackChecks" => feedback_checks,
        "incidents" => incidents,
        "queries" => queries,
        "answers" => answers,
        "observations" => observations,
        "summaries" => summaries,
        "interviews" => interviews,
        "plans" => plans,
        "reports" => reports,
        "rulings" => rulings,
        "milestones" => milestones,
    };
    Ok(format!("/{list}/{}", length.saturating_sub(1)))
}

/// A complaint as somebody typed it: without a number it is given the next of the month it is registered in.
fn complaint(workbook: &Workbook, draft: &str) -> Result<Complaint, Vec<Problem>> {
    let mut complaint = Complaint { number: ComplaintNumber::UNGIVEN, ..Complaint::default() };
    let read = Document::fill(draft, &mut complaint);
    let only_number = |problem: &Problem| problem.code == Code::MissingKey && problem.pointer.is_empty();
    let lacks_number =
        |problem: &Problem| only_number(problem) && problem.params.get("key").is_some_and(|key| key == "number");
    let broken = read.err().unwrap_or_default().into_iter().filter(|problem| !lacks_number(problem)).listed();
    if !broken.is_empty() {
        return Err(broken);
    }
    if complaint.number == ComplaintNumber::UNGIVEN {
        let month = complaint.registered.month();
        complaint.number = next_number(workbook, month).ok_or_else(|| vec![month_full(month)])?;
    }
    Ok(complaint)
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

/// A problem of an entry that was added behind so many others of its list, by its place among the pieces.
fn of_pieces(mut problem: Problem, before: &[(&str, usize)]) -> Problem {
    for (list, count) in before {
        let Some(rest) = problem.pointer.strip_prefix(list) else { continue };
        let (at, key) = rest.split_once('/').map_or((rest, ""), |(at, _)| (at, rest.get(at.len()..).unwrap_or("")));
        if let Some(at) = at.parse::<usize>().ok().and_then(|at| at.checked_sub(*count)) {
            problem.pointer = format!("{list}{at}{key}");
        }
        break;
    }
    problem
}

fn of_part(mut problem: Problem, place: &str) -> Problem {
    if let Some(rest) = problem.pointer.strip_prefix(place).filter(|rest| rest.is_empty() || rest.starts_with('/')) {
        problem.pointer = rest.to_owned();
    }
    problem
}
