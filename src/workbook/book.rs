//! A checked workbook in its one order, with everything of a subject at hand.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;

use super::conflict::{Conflict, Standing, standing, variants};
use super::{Assignment, Person, Rating, Record, State, StateEntry, Workbook, check, form};
use crate::json::{Document, canonical, digest_of, without_mark};
use crate::problem::{Problem, refuses};
use crate::scheme::Checked;
use crate::text::{Digest, Id, PersonId};

/// A workbook that was checked, ready to score.
#[derive(Debug, Clone)]
pub struct Book {
    workbook: Workbook,
    schemes: Vec<Checked>,
    /// By subject; positions in the workbook's lists.
    entries: HashMap<PersonId, Positions>,
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
        schemes.sort_by(|a, b| a.id.cmp(&b.id));
        workbook.checksum = None;
        in_order(&mut workbook);
        let entries = positions(&workbook);
        Ok((Self { workbook, schemes, entries, settled: true }, warnings))
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
        self.subjects().find(|(person, ..)| person.id.as_str() == id)
    }

    /// What counts for a subject.
    #[must_use]
    pub fn entries(&self, subject: &PersonId) -> Entries<'_> {
        let Some(at) = self.entries.get(subject) else { return Entries::default() };
        let workbook = &self.workbook;
        Entries {
            ratings: at.ratings.iter().filter_map(|i| workbook.ratings.get(*i)).collect(),
            rating_conflicts: at.rating_conflicts.iter().filter_map(|i| workbook.ratings.get(*i)).collect(),
            records: at.records.iter().filter_map(|i| workbook.records.get(*i)).collect(),
            record_conflicts: at.record_conflicts.iter().filter_map(|i| workbook.records.get(*i)).collect(),
            assignments: at.assignments.iter().filter_map(|i| workbook.assignments.get(*i)).collect(),
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
            self.entries = positions(&self.workbook);
            self.settled = true;
        }
    }

    /// Conflicts that nobody has decided.
    #[must_use]
    pub fn conflicts(&self) -> Vec<Conflict> {
        let workbook = &self.workbook;
        let mut conflicts = Vec::new();
        for entries in rating_groups(workbook).into_values() {
            let [first, ..] = entries.as_slice() else { continue };
            let rating = first.1;
            let group: Vec<&Rating> = entries.iter().map(|(_, rating)| *rating).collect();
            if standing(&group, &workbook.decisions) == Standing::Undecided {
                conflicts.push(Conflict {
                    kind: "rating",
                    subject: rating.subject.to_string(),
                    role: Some(rating.role.to_string()),
                    rater: Some(rating.rater.to_string()),
                    id: None,
                    variants: variants(&group),
                });
            }
        }
        let by_id = |kind, id: &Id, subject: &PersonId, variants| Conflict {
            kind,
            subject: subject.to_string(),
            role: None,
            rater: None,
            id: Some(id.to_string()),
            variants,
        };
        for (id, group) in groups(&workbook.records, |record| &record.id) {
            let group: Vec<&Record> = group.into_iter().map(|(_, record)| record).collect();
            if let (Standing::Undecided, Some(first)) = (standing(&group, &workbook.decisions), group.first()) {
                conflicts.push(by_id("record", id, &first.subject, variants(&group)));
            }
        }
        for (id, group) in groups(&workbook.states, |entry| &entry.id) {
            let group: Vec<&StateEntry> = group.into_iter().map(|(_, entry)| entry).collect();
            if let (Standing::Undecided, Some(first)) = (standing(&group, &workbook.decisions), group.first()) {
                conflicts.push(by_id("state", id, &first.subject, variants(&group)));
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

/// The one order of a workbook's lists, and each entry once: order of arrival means nothing.
fn in_order(workbook: &mut Workbook) {
    workbook.schemes.sort_by(|a, b| a.id.cmp(&b.id));
    workbook.units.sort_by(|a, b| a.id.cmp(&b.id));
    workbook.people.sort_by(|a, b| a.id.cmp(&b.id));
    workbook.assignments.sort_by(|a, b| (&a.subject, &a.role, &a.rater).cmp(&(&b.subject, &b.role, &b.rater)));
    workbook.assignments.dedup_by(|a, b| (&a.subject, &a.role, &a.rater) == (&b.subject, &b.role, &b.rater));
    once_each(&mut workbook.states, |entry| entry.id.clone());
    once_each(&mut workbook.ratings, |rating| (rating.id.clone(), rating.revision));
    once_each(&mut workbook.records, |record| record.id.clone());
    once_each(&mut workbook.decisions, |decision| (decision.sequence, decision.id.clone()));
    once_each(&mut workbook.acknowledgements, |entry| entry.id.clone());
}

/// Sorts by key; entries of one key by their canonical text, the same text once.
fn once_each<T: Serialize, K: Ord>(entries: &mut Vec<T>, key: impl Fn(&T) -> K) {
    entries.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| canonical(a).cmp(&canonical(b))));
    entries.dedup_by(|a, b| key(a) == key(b) && canonical(a) == canonical(b));
}

type RatingKey<'w> = (&'w PersonId, &'w Id, &'w PersonId);

fn rating_groups(workbook: &Workbook) -> BTreeMap<RatingKey<'_>, Vec<(usize, &Rating)>> {
    groups(&workbook.ratings, |rating| (&rating.subject, &rating.role, &rating.rater))
}

fn groups<'w, T, K: Ord>(entries: &'w [T], key: impl Fn(&'w T) -> K) -> BTreeMap<K, Vec<(usize, &'w T)>> {
    let mut groups: BTreeMap<K, Vec<(usize, &T)>> = BTreeMap::new();
    for (index, entry) in entries.iter().enumerate() {
        groups.entry(key(entry)).or_default().push((index, entry));
    }
    groups
}

fn positions(workbook: &Workbook) -> HashMap<PersonId, Positions> {
    let subjects = workbook.people.iter().filter(|person| person.scheme.is_some());
    let mut entries: HashMap<PersonId, Positions> =
        subjects.map(|person| (person.id.clone(), Positions::default())).collect();
    for ((subject, ..), group) in rating_groups(workbook) {
        let Some(at) = entries.get_mut(subject) else { continue };
        sort_out(&group, workbook, &mut at.ratings, &mut at.rating_conflicts);
    }
    let replaced: BTreeSet<&Id> = workbook.records.iter().filter_map(|record| record.replaces.as_ref()).collect();
    for (id, group) in groups(&workbook.records, |record| &record.id) {
        let Some(at) = group.first().and_then(|(_, record)| entries.get_mut(&record.subject)) else { continue };
        // A record whose place another takes is kept and counts no more.
        if !replaced.contains(id) {
            sort_out(&group, workbook, &mut at.records, &mut at.record_conflicts);
        }
    }
    for (index, assignment) in workbook.assignments.iter().enumerate() {
        if let Some(at) = entries.get_mut(&assignment.subject) {
            at.assignments.push(index);
        }
    }
    for (_, group) in groups(&workbook.states, |entry| &entry.id) {
        let variants: Vec<&StateEntry> = group.iter().map(|(_, entry)| *entry).collect();
        let Standing::One(standing) = standing(&variants, &workbook.decisions) else { continue };
        let Some((index, entry)) = group.get(standing) else { continue };
        let Some(at) = entries.get_mut(&entry.subject) else { continue };
        let earlier = at.state.and_then(|i| workbook.states.get(i)).is_none_or(|held| held.date < entry.date);
        if earlier {
            at.state = Some(*index);
        }
    }
    entries
}

/// The variant that counts, or one of those in conflict.
fn sort_out<T: Serialize>(
    group: &[(usize, &T)],
    workbook: &Workbook,
    counting: &mut Vec<usize>,
    in_conflict: &mut Vec<usize>,
) {
    let variants: Vec<&T> = group.iter().map(|(_, entry)| *entry).collect();
    match standing(&variants, &workbook.decisions) {
        Standing::One(standing) => counting.extend(group.get(standing).map(|(index, _)| *index)),
        Standing::Undecided => in_conflict.extend(group.first().map(|(index, _)| *index)),
    }
}
