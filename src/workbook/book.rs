//! A checked workbook in its one order, with everything of a subject at hand.

use super::conflict::{Conflict, Standing, Variant, standing, variants};
use super::{Assignment, Decision, Person, Rating, Record, State, Workbook, check, form};
use crate::json::{Document, ToJson, canonical, digest_of, without_mark};
use crate::order::{Index, Listed, TakeIn, arrange, key_of, number_key, reorder, sorted, swaps};
use crate::problem::{Problem, refuses};
use crate::scheme::Checked;
use crate::text::{Digest, Id, PersonId};

/// A workbook that was checked, ready to score.
#[derive(Debug, Clone)]
pub struct Book {
    workbook: Workbook,
    schemes: Vec<Checked>,
    /// Subjects by number.
    subjects: Index,
    /// Where the entries of each stand in the workbook's lists, as the people stand in theirs.
    entries: Vec<Positions>,
    /// Nothing was added since lists and positions were put in order.
    settled: bool,
}

/// Where a subject's entries stand in the workbook's lists.
#[derive(Debug, Clone, Default)]
struct Positions {
    ratings: Vec<usize>,
    rating_conflicts: Vec<usize>,
    records: Vec<usize>,
    record_conflicts: Vec<usize>,
    assignments: Vec<usize>,
    state: Option<usize>,
}

/// What counts for one subject.
#[derive(Debug, Clone, Default)]
pub struct Entries<'b> {
    /// One form for each role and rater.
    pub ratings: Vec<&'b Rating>,
    /// One of the variants of each form that is in conflict and does not count.
    pub rating_conflicts: Vec<&'b Rating>,
    /// Records that count: neither replaced nor in conflict.
    pub records: Vec<&'b Record>,
    /// One of the variants of each record that is in conflict.
    pub record_conflicts: Vec<&'b Record>,
    /// Forms that were asked for.
    pub assignments: Vec<&'b Assignment>,
    /// What the person is in the period.
    pub state: State,
}

impl Book {
    /// Reads a workbook from its JSON text and checks it.
    ///
    /// # Errors
    /// Every problem of shape, or every broken rule, each with its place.
    pub fn from_text(text: &str) -> Result<(Self, Vec<Problem>), Vec<Problem>> {
        let document = Document::parse(without_mark(text))?;
        crate::format::expect(&document, "kaohe-workbook")?;
        let workbook = document.read::<Workbook>()?;
        let broken = form::check_seal(&workbook);
        if refuses(&broken) {
            return Err(document.place(broken));
        }
        match Self::new(workbook) {
            Ok((book, warnings)) => Ok((book, document.place(warnings))),
            Err(problems) => Err(document.place(problems)),
        }
    }

    /// Checks a workbook that was put together in memory.
    ///
    /// # Errors
    /// Every broken rule, with its JSON pointer.
    pub fn new(mut workbook: Workbook) -> Result<(Self, Vec<Problem>), Vec<Problem>> {
        let (mut schemes, warnings) = check::check(&workbook)?;
        arrange(&mut schemes, |scheme| scheme.id.to_string());
        workbook.checksum = None;
        in_order(&mut workbook);
        let subjects = Index::of(workbook.people.iter().map(|person| person.id.as_str()));
        let entries = positions(&workbook, &subjects);
        Ok((Self { workbook, schemes, subjects, entries, settled: true }, warnings))
    }

    /// What the file holds.
    #[must_use]
    pub const fn workbook(&self) -> &Workbook {
        &self.workbook
    }

    /// The workbook, to be changed and checked anew.
    #[must_use]
    pub fn into_workbook(self) -> Workbook {
        self.workbook
    }

    /// The checked schemes, by id.
    #[must_use]
    pub fn schemes(&self) -> &[Checked] {
        &self.schemes
    }

    /// The checked scheme of this id.
    #[must_use]
    pub fn scheme(&self, id: &Id) -> Option<&Checked> {
        self.schemes.iter().find(|scheme| scheme.id == *id)
    }

    /// Everybody who is appraised, with the scheme and the unit.
    pub fn subjects(&self) -> impl Iterator<Item = (&Person, &Checked, &Id)> {
        self.workbook.people.iter().filter_map(|person| {
            let scheme = self.scheme(person.scheme.as_ref()?)?;
            Some((person, scheme, person.unit.as_ref()?))
        })
    }

    /// The subject of this number.
    #[must_use]
    pub fn subject(&self, id: &str) -> Option<(&Person, &Checked, &Id)> {
        let person = self.workbook.people.get(self.subjects.get(id)?)?;
        Some((person, self.scheme(person.scheme.as_ref()?)?, person.unit.as_ref()?))
    }

    /// What counts for a subject.
    #[must_use]
    pub fn entries(&self, subject: &PersonId) -> Entries<'_> {
        let found = self.subjects.get(subject.as_str()).and_then(|at| self.entries.get(at));
        let Some(at) = found else { return Entries::default() };
        let workbook = &self.workbook;
        Entries {
            ratings: at.ratings.iter().filter_map(|i| workbook.ratings.get(*i)).listed(),
            rating_conflicts: at.rating_conflicts.iter().filter_map(|i| workbook.ratings.get(*i)).listed(),
            records: at.records.iter().filter_map(|i| workbook.records.get(*i)).listed(),
            record_conflicts: at.record_conflicts.iter().filter_map(|i| workbook.records.get(*i)).listed(),
            assignments: at.assignments.iter().filter_map(|i| workbook.assignments.get(*i)).listed(),
            state: at.state.and_then(|i| workbook.states.get(i)).map_or(State::Active, |entry| entry.state),
        }
    }

    /// The forms of the same rater, role and subject.
    pub(super) fn forms_like<'b>(&'b self, rating: &'b Rating) -> impl Iterator<Item = &'b Rating> {
        let like = |other: &&Rating| {
            other.rater == rating.rater && other.subject == rating.subject && other.role == rating.role
        };
        self.workbook.ratings.iter().filter(like)
    }

    /// Adds a form that was checked; [`Book::settle`] must follow before anything is read.
    pub(super) fn push_rating(&mut self, rating: Rating) {
        self.workbook.ratings.push(rating);
        self.settled = false;
    }

    /// Puts forms that were added into their order, once for many.
    pub fn settle(&mut self) {
        if !self.settled {
            in_order(&mut self.workbook);
            self.entries = positions(&self.workbook, &self.subjects);
            self.settled = true;
        }
    }

    /// Conflicts that nobody has decided.
    #[must_use]
    pub fn conflicts(&self) -> Vec<Conflict> {
        let workbook = &self.workbook;
        let decisions = &workbook.decisions;
        let mut conflicts = Vec::new();
        let undecided = |entries: &[&dyn ToJson]| standing(entries, decisions) == Standing::Undecided;
        for group in rating_index(workbook).groups() {
            let (entries, rating) = (at(&workbook.ratings, group), first_at(&workbook.ratings, group));
            if let Some(rating) = rating.filter(|_| undecided(&entries)) {
                let about = About { subject: &rating.subject, form: Some((&rating.role, &rating.rater)), id: None };
                conflicts.push(about.conflict("rating", variants(&entries)));
            }
        }
        for group in record_index(workbook).groups() {
            let (entries, record) = (at(&workbook.records, group), first_at(&workbook.records, group));
            if let Some(record) = record.filter(|_| undecided(&entries)) {
                let about = About { subject: &record.subject, form: None, id: Some(&record.id) };
                conflicts.push(about.conflict("record", variants(&entries)));
            }
        }
        for group in state_index(workbook).groups() {
            let (entries, entry) = (at(&workbook.states, group), first_at(&workbook.states, group));
            if let Some(entry) = entry.filter(|_| undecided(&entries)) {
                let about = About { subject: &entry.subject, form: None, id: Some(&entry.id) };
                conflicts.push(about.conflict("state", variants(&entries)));
            }
        }
        conflicts
    }

    /// The workbook file, as the engine writes it.
    #[must_use]
    pub fn to_text(&self) -> String {
        form::sealed(&self.workbook)
    }

    /// Digest of what results are computed from: everything but titles, answers and closings.
    #[must_use]
    pub fn content_digest(&self) -> Digest {
        digest_of(&Workbook {
            schema: None,
            title: None,
            acknowledgements: Vec::new(),
            closed: None,
            reopenings: Vec::new(),
            checksum: None,
            ..self.workbook.clone()
        })
    }
}

/// What a conflict is about.
struct About<'b> {
    subject: &'b PersonId,
    form: Option<(&'b Id, &'b PersonId)>,
    id: Option<&'b Id>,
}

impl About<'_> {
    fn conflict(&self, kind: &'static str, variants: Vec<Variant>) -> Conflict {
        Conflict {
            kind,
            subject: self.subject.to_string(),
            role: self.form.map(|(role, _)| role.to_string()),
            rater: self.form.map(|(_, rater)| rater.to_string()),
            id: self.id.map(ToString::to_string),
            variants,
        }
    }
}

/// The one order of a workbook's lists, and each entry once: order of arrival means nothing.
fn in_order(workbook: &mut Workbook) {
    arrange(&mut workbook.schemes, |scheme| scheme.id.to_string());
    arrange(&mut workbook.units, |unit| unit.id.to_string());
    arrange(&mut workbook.people, |person| person.id.to_string());
    let form = |asked: &Assignment| key_of(&[asked.subject.as_str(), asked.role.as_str(), asked.rater.as_str()]);
    once_each(&mut workbook.assignments, form);
    once_each(&mut workbook.states, |entry| entry.id.to_string());
    once_each(&mut workbook.ratings, |form| key_of(&[form.id.as_str(), &number_key(form.revision.0)]));
    once_each(&mut workbook.records, |record| record.id.to_string());
    once_each(&mut workbook.decisions, |decision| key_of(&[&number_key(decision.sequence.0), decision.id.as_str()]));
    once_each(&mut workbook.acknowledgements, |entry| entry.id.to_string());
}

/// Sorts by key; entries of one key by their canonical text, the same text once.
fn once_each<T: ToJson>(entries: &mut Vec<T>, key: impl Fn(&T) -> String) {
    arrange(entries, &key);
    let twice = repeated(&|at| entries.get(at).map(&key), &|at| {
        entries.get(at).map(|entry| canonical(entry)).unwrap_or_default()
    });
    let Some((order, twice)) = twice else { return };
    reorder(entries, &order);
    let mut twice = twice.into_iter();
    entries.retain(|_| !twice.next().unwrap_or(false));
}

/// Of entries in the order of their keys: the swaps that put those of one key into the order of
/// their texts, and which of them are there already. Nothing where every key is there but once.
fn repeated(key: &dyn Fn(usize) -> Option<String>, text: &dyn Fn(usize) -> String) -> Option<(Vec<usize>, Vec<bool>)> {
    let keys = (0..).map_while(key).listed();
    if keys.windows(2).all(|pair| matches!(pair, [a, b] if a != b)) {
        return None;
    }
    let full = keys.iter().enumerate().map(|(at, key)| key_of(&[key, &text(at)])).listed();
    let order = sorted(full.len(), &|a, b| full.get(a) < full.get(b));
    let mut before: Option<&String> = None;
    let mut twice = Vec::with_capacity(full.len());
    for at in &order {
        let here = full.get(*at);
        twice.push(here == before);
        before = here;
    }
    Some((swaps(order), twice))
}

/// Forms by subject, role and rater.
fn rating_index(workbook: &Workbook) -> Index {
    let key = |form: &Rating| key_of(&[form.subject.as_str(), form.role.as_str(), form.rater.as_str()]);
    Index::of_keys(workbook.ratings.iter().map(key))
}

fn record_index(workbook: &Workbook) -> Index {
    Index::of(workbook.records.iter().map(|record| record.id.as_str()))
}

fn state_index(workbook: &Workbook) -> Index {
    Index::of(workbook.states.iter().map(|entry| entry.id.as_str()))
}

/// The entries at the positions of one key.
fn at<'w, T: ToJson>(list: &'w [T], group: &[(String, usize)]) -> Vec<&'w dyn ToJson> {
    group.iter().filter_map(|(_, position)| list.get(*position)).map(|entry| entry as &dyn ToJson).listed()
}

/// The first entry at the positions of one key.
fn first_at<'w, T>(list: &'w [T], group: &[(String, usize)]) -> Option<&'w T> {
    group.first().and_then(|(_, position)| list.get(*position))
}

fn positions(workbook: &Workbook, subjects: &Index) -> Vec<Positions> {
    let mut entries: Vec<Positions> = workbook.people.iter().map(|_| Positions::default()).listed();
    let decisions = &workbook.decisions;
    for group in rating_index(workbook).groups() {
        let forms = at(&workbook.ratings, group);
        let of_subject = first_at(&workbook.ratings, group).and_then(|form| subjects.get(form.subject.as_str()));
        if let Some(entry) = of_subject.and_then(|at| entries.get_mut(at)) {
            sort_out(&forms, group, decisions, &mut entry.ratings, &mut entry.rating_conflicts);
        }
    }
    let replaced = workbook.records.iter().filter_map(|record| record.replaces.as_ref());
    let replaced = Index::of(replaced.map(Id::as_str));
    for group in record_index(workbook).groups() {
        let records = at(&workbook.records, group);
        // A record whose place another takes is kept and counts no more.
        let counts = first_at(&workbook.records, group).filter(|record| !replaced.holds(record.id.as_str()));
        let of_subject = counts.and_then(|record| subjects.get(record.subject.as_str()));
        if let Some(entry) = of_subject.and_then(|at| entries.get_mut(at)) {
            sort_out(&records, group, decisions, &mut entry.records, &mut entry.record_conflicts);
        }
    }
    for (index, assignment) in workbook.assignments.iter().enumerate() {
        if let Some(entry) = subjects.get(assignment.subject.as_str()).and_then(|at| entries.get_mut(at)) {
            entry.assignments.push(index);
        }
    }
    for group in state_index(workbook).groups() {
        let states = at(&workbook.states, group);
        let Standing::One(standing) = standing(&states, decisions) else { continue };
        let Some((_, index)) = group.get(standing) else { continue };
        let Some(state) = workbook.states.get(*index) else { continue };
        let of_subject = subjects.get(state.subject.as_str());
        let Some(entry) = of_subject.and_then(|at| entries.get_mut(at)) else { continue };
        let latest = entry.state.and_then(|i| workbook.states.get(i)).is_none_or(|held| held.date < state.date);
        if latest {
            entry.state = Some(*index);
        }
    }
    entries
}

/// The variant that counts, or one of those in conflict.
fn sort_out(
    variants: &[&dyn ToJson],
    group: &[(String, usize)],
    decisions: &[Decision],
    counting: &mut Vec<usize>,
    in_conflict: &mut Vec<usize>,
) {
    match standing(variants, decisions) {
        Standing::One(standing) => counting.take_in(group.get(standing).map(|(_, index)| *index)),
        Standing::Undecided => in_conflict.take_in(group.first().map(|(_, index)| *index)),
    }
}
