//! Which entries count: of several under one key the one that a person chose, of several revisions
//! the highest, and never one whose place another takes that counts or is corrected in its turn. Worked out once, when a
//! book is made.

use super::keyed::{Identified, Revised, at, highest, id_index, latest_checks};
use super::variants::{Standing, standing, standing_of_checks, standing_of_forms};
use super::{Decision, Workbook};
use crate::json::ToJson;
use crate::list::{Listed, TakeIn};
use crate::order::{self, Index};
use crate::scheme::{Measure, Scheme};
use crate::text::{Id, PersonId};

/// Where a subject's entries stand in the workbook's lists.
#[derive(Debug, Clone, Default)]
pub(super) struct Positions {
    pub(super) ratings: Sorted,
    pub(super) records: Sorted,
    pub(super) indicators: Sorted,
    pub(super) feedback: Sorted,
    pub(super) assignments: Vec<usize>,
    pub(super) state: Option<usize>,
    /// Two different states under one id, and nobody has decided.
    pub(super) state_in_conflict: bool,
    /// Plans in force.
    pub(super) plans: Vec<usize>,
    pub(super) rulings: Vec<usize>,
}

/// Entries of one list: those that count, and some of each conflict.
#[derive(Debug, Clone, Default)]
pub(super) struct Sorted {
    pub(super) counting: Vec<usize>,
    pub(super) in_conflict: Vec<usize>,
}

impl Sorted {
    fn take_in(&mut self, other: Self) {
        self.counting.take_in(other.counting);
        self.in_conflict.take_in(other.in_conflict);
    }
}

/// Everything that was worked out of a workbook's lists.
#[derive(Debug, Clone, Default)]
pub(super) struct Standings {
    /// As the people stand in the workbook.
    pub(super) subjects: Vec<Positions>,
    /// Complaints in force, undisputed.
    pub(super) complaints: Vec<usize>,
    /// One of the variants of each complaint that is in conflict.
    pub(super) complaint_conflicts: Vec<usize>,
    /// Every variant of the complaints that are in conflict: they may name different people.
    pub(super) complaint_variants: Vec<usize>,
    /// Numbers of customers' forms that were refuted.
    pub(super) refuted: Index,
    /// Numbers of customers' forms of which nobody has decided whether they were: two checks at one time differ.
    pub(super) check_conflicts: Index,
    /// Kept results by subject, where a scheme measures by them: positions in `places`.
    pub(super) results: Index,
    /// Which closing, and which result of it.
    pub(super) places: Vec<(usize, usize)>,
    /// People by the team they work in.
    pub(super) teams: Index,
}

impl Standings {
    /// Whether there are two different forms of one rater, and nobody has decided which counts.
    pub(super) fn ratings_in_conflict(&self) -> bool {
        self.subjects.iter().any(|subject| !subject.ratings.in_conflict.is_empty())
    }
}

/// Works out what counts.
pub(super) fn standings(workbook: &Workbook, subjects: &Index) -> Standings {
    let complaints = revised(workbook, &workbook.complaints);
    let [refuted, check_conflicts] = checked(workbook);
    let mut found = Standings {
        subjects: workbook.people.iter().map(|_| Positions::default()).listed(),
        complaints: complaints.counting,
        complaint_variants: variants_of(&workbook.complaints, &complaints.in_conflict),
        complaint_conflicts: complaints.in_conflict,
        refuted,
        check_conflicts,
        results: Index::default(),
        places: Vec::new(),
        teams: Index::of(workbook.people.iter().map(|person| person.team.as_ref().map_or("", |team| team.as_str()))),
    };
    keep_results(workbook, &mut found);
    let decisions = &workbook.decisions;
    let mut put = |of: &PersonId, into: fn(&mut Positions) -> &mut Sorted, sorted: Sorted| {
        let Some(positions) = subjects.get(of.as_str()).and_then(|at| found.subjects.get_mut(at)) else { return };
        into(positions).take_in(sorted);
    };
    for_each_id(&workbook.records, decisions, &mut |record, sorted| {
        put(&record.subject, |at| &mut at.records, sorted);
    });
    for_each_id(&workbook.indicators, decisions, &mut |entry, sorted| {
        put(&entry.subject, |at| &mut at.indicators, sorted);
    });
    for_each_id(&workbook.feedback, decisions, &mut |form, sorted| {
        put(&form.subject, |at| &mut at.feedback, sorted);
    });
    forms(workbook, subjects, &mut found.subjects);
    plain_lists(workbook, subjects, &mut found.subjects);
    found
}

/// Which forms of everybody count, by role and rater. They are the most of a workbook: no key is put together for them.
fn forms(workbook: &Workbook, subjects: &Index, entries: &mut [Positions]) {
    let forms = &workbook.ratings;
    // The forms of one subject often follow each other.
    let mut before: Option<(&PersonId, Option<usize>)> = None;
    for (index, form) in forms.iter().enumerate() {
        let known = before.filter(|(subject, _)| **subject == form.subject);
        let at = known.map_or_else(|| subjects.get(form.subject.as_str()), |(_, at)| at);
        before = Some((&form.subject, at));
        if let Some(entry) = at.and_then(|at| entries.get_mut(at)) {
            entry.ratings.counting.push(index);
        }
    }
    for entry in entries {
        let all = std::mem::take(&mut entry.ratings.counting);
        let key = |at: usize| all.get(at).and_then(|at| forms.get(*at)).map(|form| (&form.role, &form.rater));
        let order = order::sorted(all.len(), &|a, b| key(a) < key(b));
        for of_rater in order.chunk_by(|a, b| key(*a) == key(*b)) {
            if let [only] = of_rater {
                entry.ratings.counting.take_in(all.get(*only).copied());
                continue;
            }
            let positions: Vec<usize> = of_rater.iter().filter_map(|at| all.get(*at).copied()).listed();
            let of_rater = positions.iter().filter_map(|at| forms.get(*at)).listed();
            match standing_of_forms(&of_rater, &workbook.decisions) {
                Standing::One(standing) => entry.ratings.counting.take_in(positions.get(standing).copied()),
                Standing::Undecided => entry.ratings.in_conflict.take_in(positions.first().copied()),
            }
        }
    }
}

/// Finds the kept results of everybody, where one of the schemes measures by them.
fn keep_results(workbook: &Workbook, found: &mut Standings) {
    let asks = |scheme: &Scheme| scheme.criteria().any(|criterion| matches!(criterion.measure, Measure::Results(_)));
    if !workbook.schemes.iter().any(asks) {
        return;
    }
    let mut subjects = Vec::new();
    for (closing, closed) in workbook.history.iter().chain(&workbook.other_results).enumerate() {
        for (at, kept) in closed.results.iter().enumerate() {
            subjects.push(kept.subject.as_str());
            found.places.push((closing, at));
        }
    }
    found.results = Index::of(subjects.into_iter());
}

/// Lists that have no conflicts of their own kind: assignments, states, plans.
fn plain_lists(workbook: &Workbook, subjects: &Index, entries: &mut [Positions]) {
    for (index, assignment) in workbook.assignments.iter().enumerate() {
        if let Some(entry) = subjects.get(assignment.subject.as_str()).and_then(|at| entries.get_mut(at)) {
            entry.assignments.push(index);
        }
    }
    for index in revised(workbook, &workbook.plans).counting {
        let of = workbook.plans.get(index).and_then(|plan| subjects.get(plan.subject.as_str()));
        if let Some(entry) = of.and_then(|at| entries.get_mut(at)) {
            entry.plans.push(index);
        }
    }
    for (index, ruling) in workbook.rulings.iter().enumerate() {
        if let Some(entry) = subjects.get(ruling.subject.as_str()).and_then(|at| entries.get_mut(at)) {
            entry.rulings.push(index);
        }
    }
    for group in id_index(&workbook.states).groups() {
        let states = at(&workbook.states, group);
        // One that begins after the period is of the next.
        let begun = |state: &&super::StateEntry| state.date <= workbook.period.last_day();
        let Standing::One(standing) = standing(&states, &workbook.decisions) else {
            for state in group.iter().filter_map(|(_, at)| workbook.states.get(*at)).filter(begun) {
                let of_subject = subjects.get(state.subject.as_str());
                if let Some(entry) = of_subject.and_then(|at| entries.get_mut(at)) {
                    entry.state_in_conflict = true;
                }
            }
            continue;
        };
        let Some((_, index)) = group.get(standing) else { continue };
        let Some(state) = workbook.states.get(*index).filter(begun) else { continue };
        let of_subject = subjects.get(state.subject.as_str());
        let Some(entry) = of_subject.and_then(|at| entries.get_mut(at)) else { continue };
        let latest = entry.state.and_then(|i| workbook.states.get(i)).is_none_or(|held| held.date < state.date);
        if latest {
            entry.state = Some(*index);
        }
    }
}

/// The entries of the highest revision that count, and one of each that is in conflict.
pub(super) fn revised<T: Revised>(workbook: &Workbook, list: &[T]) -> Sorted {
    let mut found = Sorted::default();
    for group in id_index(list).groups() {
        let group = highest(list, group);
        let sorted = sorted(list, &group, &workbook.decisions);
        found.counting.take_in(sorted.counting);
        found.in_conflict.take_in(sorted.in_conflict);
    }
    found
}

/// Tells of each entry that counts, and of every variant of a conflict: of one id two variants may name two subjects. An
/// entry whose place another takes is kept and counts no more; while it is open whether one does, it is open too.
fn for_each_id<T: Identified>(list: &[T], decisions: &[Decision], tell: &mut dyn FnMut(&T, Sorted)) {
    let by_id = id_index(list);
    let Replaced { certain, perhaps } = replaced(list, &by_id, decisions);
    for group in by_id.groups().filter(|group| group.first().is_some_and(|(id, _)| !certain.holds(id))) {
        let Sorted { counting, in_conflict } = sorted(list, group, decisions);
        let is_open = group.first().is_some_and(|(id, _)| perhaps.holds(id));
        for (at, entry) in counting.iter().filter_map(|at| Some((*at, list.get(*at)?))) {
            tell(
                entry,
                match is_open {
                    true => Sorted { counting: Vec::new(), in_conflict: vec![at] },
                    false => Sorted { counting: vec![at], in_conflict: Vec::new() },
                },
            );
        }
        let variants = group.iter().filter(|_| !in_conflict.is_empty());
        for (at, entry) in variants.filter_map(|(_, at)| Some((*at, list.get(*at)?))) {
            tell(entry, Sorted { counting: Vec::new(), in_conflict: vec![at] });
        }
    }
}

/// Ids of entries whose place another takes.
struct Replaced {
    /// One that stands, or each variant of one that is in conflict.
    certain: Index,
    /// Some variant of one that is in conflict: another variant would let it stand.
    perhaps: Index,
}

/// Which entries have lost their place. A variant that somebody decided against takes nobody's.
fn replaced<T: Identified>(list: &[T], by_id: &Index, decisions: &[Decision]) -> Replaced {
    let (mut certain, mut perhaps) = (Vec::new(), Vec::new());
    for group in by_id.groups() {
        let replaces = |at: &usize| list.get(*at).and_then(Identified::replaces).map(Id::as_str);
        if group.iter().all(|(_, at)| replaces(at).is_none()) {
            continue;
        }
        let Sorted { counting, in_conflict } = sorted(list, group, decisions);
        certain.take_in(counting.iter().filter_map(replaces));
        let first = in_conflict.first().and_then(replaces);
        let variants = || group.iter().filter(|_| !in_conflict.is_empty()).map(|(_, at)| replaces(at));
        match first.filter(|_| variants().all(|other| other == first)) {
            Some(all) => certain.push(all),
            None => perhaps.take_in(variants().flatten()),
        }
    }
    let [certain, perhaps] = [certain, perhaps].map(|ids| Index::of(ids.into_iter()));
    Replaced { certain, perhaps }
}

/// For each entry whether it is a variant that somebody decided against: it has no say any more. `variants` finds those of
/// one id that a decision is between.
pub(crate) fn rejected<T: Identified>(
    list: &[T],
    decisions: &[Decision],
    variants: impl Fn(&[T], &[(String, usize)]) -> Vec<(String, usize)>,
) -> Vec<bool> {
    let mut rejected = vec![false; list.len()];
    for group in id_index(list).groups().filter(|group| group.len() > 1) {
        let group = variants(list, group);
        let kept = sorted(list, &group, decisions).counting;
        for (_, at) in group.iter().filter(|(_, at)| !kept.is_empty() && !kept.contains(at)) {
            if let Some(rejected) = rejected.get_mut(*at) {
                *rejected = true;
            }
        }
    }
    rejected
}

/// The list without them.
pub(crate) fn without_rejected<'w, T: Identified>(
    list: &'w [T],
    decisions: &[Decision],
    variants: impl Fn(&[T], &[(String, usize)]) -> Vec<(String, usize)>,
) -> Vec<&'w T> {
    let rejected = rejected(list, decisions, variants);
    list.iter().zip(rejected).filter(|(_, rejected)| !rejected).map(|(entry, _)| entry).listed()
}

/// Of entries without revisions every one is a variant.
pub(crate) fn every<T>(_list: &[T], group: &[(String, usize)]) -> Vec<(String, usize)> {
    group.to_vec()
}

/// The variant that counts, or one of those in conflict.
fn sorted<T: ToJson>(list: &[T], group: &[(String, usize)], decisions: &[Decision]) -> Sorted {
    counting(list, &group.iter().map(|(_, index)| *index).listed(), decisions)
}

/// As [`sorted`], of entries by their positions.
fn counting<T: ToJson>(list: &[T], variants: &[usize], decisions: &[Decision]) -> Sorted {
    let mut found = Sorted::default();
    let entries = variants.iter().filter_map(|index| list.get(*index)).map(|entry| entry as &dyn ToJson);
    match standing(&entries.listed(), decisions) {
        Standing::One(standing) => found.counting.take_in(variants.get(standing).copied()),
        Standing::Undecided => found.in_conflict.take_in(variants.first().copied()),
    }
    found
}

/// Customers' forms that were refuted, and those of which nobody has decided it.
fn checked(workbook: &Workbook) -> [Index; 2] {
    let (mut refuted, mut undecided) = (Vec::new(), Vec::new());
    for (number, checks) in latest_checks(workbook) {
        match standing_of_checks(&checks, &workbook.decisions) {
            Standing::One(at) => {
                let found = checks.get(at).filter(|check| check.state == super::CheckState::Refuted);
                refuted.take_in(found.map(|_| number));
            }
            Standing::Undecided => undecided.push(number),
        }
    }
    [refuted, undecided].map(|numbers| Index::of(numbers.into_iter()))
}

/// All variants of the entries of which these positions each hold one.
fn variants_of<T: Revised>(list: &[T], in_conflict: &[usize]) -> Vec<usize> {
    if in_conflict.is_empty() {
        return Vec::new();
    }
    let index = id_index(list);
    let ids = in_conflict.iter().filter_map(|at| list.get(*at)).map(|entry| entry.id().as_str());
    let mut found = Vec::new();
    for id in ids {
        found.take_in(highest(list, index.all(id)).into_iter().map(|(_, at)| at));
    }
    found
}
