//! Changes to an open period, each checked before it is kept.

use std::sync::Arc;

use super::lists::{List, lists};
use super::register::month_full;
use super::{
    Assignment, Book, Complaint, ComplaintNumber, FormFile, IndicatorValue, Person, Rating, SchemeRef, Scores, Unit,
    Workbook, next_number, sealed,
};
use crate::json::shape;
use crate::json::{Document, Extra, Shape};
use crate::list::{Listed, TakeIn};
use crate::number::Count;
use crate::period::CivilDate;
use crate::problem::{ArgKind, Code, Problem};
use crate::text::{Id, Name, PersonId};

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

    /// Adds an entry, given as JSON text, to the list of this key: a person takes the place of one of the same number, a
    /// complaint without a number is given the next one of its month. Or the programme or the working calendar, in the
    /// place of the one there was. A closed period still takes what follows its results. The places in the problems are
    /// those of the entry.
    ///
    /// # Errors
    /// A list that takes no entries, or every rule that the workbook would break.
    pub fn with_entry(&self, list: &str, draft: &str) -> Result<Self, Vec<Problem>> {
        if !List::of_key(list).is_some_and(List::follows_results) {
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
            return Err(vec![
                Problem::new(Code::UnknownPart, "").with("what", ArgKind::Kinds.of("complaint")).with("found", number),
            ]);
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
        if let Some(list) = self.use_of(id) {
            return Err(vec![
                Problem::new(Code::PersonInUse, "").with("person", id).with("kind", ArgKind::Words.of(list.one())),
            ]);
        }
        let mut workbook = self.workbook().clone();
        workbook.people.remove(at);
        workbook.assignments.retain(|asked| asked.subject != *id && asked.rater != *id);
        Self::new(workbook).map(|(book, _)| book)
    }

    /// In which list, the first of them, something is entered of a person or by it; being asked for a form is nothing yet.
    #[must_use]
    pub fn use_of(&self, person: &PersonId) -> Option<List> {
        let workbook = self.workbook();
        // A unit of that number is itself, and nobody.
        let is_unit = workbook.units.iter().any(|unit| unit.id.as_str() == person.as_str());
        macro_rules! first_that_names {
            ([$workbook:ident, $person:ident, $is_unit:ident] $( $field:ident: $entry:ident {
                $list:ident = $key:literal, one $one:literal, names $names:tt, $($more:tt)*
            } )*) => {
                $( if $workbook.$field.iter().any(|entry| names!(entry, $person, $is_unit, $names)) {
                    return Some(List::$list);
                } )*
            };
        }
        macro_rules! names {
            ($entry:ident, $person:ident, $is_unit:ident, []) => {{
                let _ = $entry;
                false
            }};
            ($entry:ident, $person:ident, $is_unit:ident, [itself]) => { $entry.names($person, $is_unit) };
            ($entry:ident, $person:ident, $is_unit:ident, [$($by:ident)+]) => { $( $entry.$by == *$person )||+ };
        }
        lists!(first_that_names, workbook, person, is_unit);
        None
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
    pub fn invitation(&self, id: Id, role: &Id, subject: &str, rater: &PersonId, date: CivilDate) -> Option<String> {
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

/// Reads something that is to be added, from its JSON text.
///
/// # Errors
/// Every problem of shape, each with its place.
pub fn read_draft<T: Shape>(text: &str) -> Result<T, Vec<Problem>> {
    let mut draft = T::default();
    Document::fill(text, &mut draft)?;
    Ok(draft)
}

/// Reads an entry into the list of this key; gives its place.
fn enter(workbook: &mut Workbook, key: &str, draft: &str) -> Result<String, Vec<Problem>> {
    const SINGLE: [&str; 2] = ["programme", "workingCalendar"];
    match (key, List::of_key(key).filter(|list| list.is_entered())) {
        ("programme", _) => workbook.programme = Some(read_draft(draft)?),
        ("workingCalendar", _) => workbook.working_calendar = Some(read_draft(draft)?),
        (_, Some(list)) => {
            let length = enter_into(workbook, list, draft)?;
            return Ok(format!("/{key}/{}", length.saturating_sub(1)));
        }
        (_, None) => {
            let lists = List::ALL.iter().filter(|list| list.is_entered()).map(|list| list.key());
            let known: Vec<&str> = lists.chain(SINGLE).listed();
            return Err(vec![crate::scheme::unknown_part(String::new(), "list", key, &known)]);
        }
    }
    Ok(format!("/{key}"))
}

/// Reads an entry into a list; gives how many there are with it.
fn enter_into(workbook: &mut Workbook, list: List, draft: &str) -> Result<usize, Vec<Problem>> {
    macro_rules! enter_by_list {
        ([$workbook:ident, $wanted:ident, $draft:ident] $( $field:ident: $entry:ident {
            $list:ident = $key:literal, one $one:literal, names $names:tt, order $order:tt, rests $rests:ident, entered $entered:ident,
            $($more:tt)*
        } )*) => {
            match $wanted {
                $( List::$list => {
                    entered!($workbook, $field, $entered, $draft);
                    $workbook.$field.len()
                } )*
            }
        };
    }
    macro_rules! entered {
        // Nobody enters them: `List::is_entered`.
        ($workbook:ident, $field:ident, derived, $draft:ident) => {};
        ($workbook:ident, $field:ident, added, $draft:ident) => {
            $workbook.$field.push(read_draft($draft)?)
        };
        ($workbook:ident, $field:ident, numbered, $draft:ident) => {
            $workbook.$field.push(complaint($workbook, $draft)?)
        };
        ($workbook:ident, $field:ident, replaced, $draft:ident) => {
            let entry: Person = read_draft($draft)?;
            $workbook.$field.retain(|other| other.id != entry.id);
            $workbook.$field.push(entry);
        };
    }
    Ok(lists!(enter_by_list, workbook, list, draft))
}

/// A complaint as somebody typed it: without a number it is given the next of the month it is registered in.
fn complaint(workbook: &Workbook, draft: &str) -> Result<Complaint, Vec<Problem>> {
    let mut complaint = Complaint { number: ComplaintNumber::UNGIVEN, ..Complaint::default() };
    let read = Document::fill(draft, &mut complaint);
    let only_number = |problem: &Problem| problem.code == Code::MissingKey && problem.pointer.is_empty();
    let lacks_number = |problem: &Problem| {
        only_number(problem) && problem.params.get("key").is_some_and(|key| key.as_str() == "number")
    };
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
