//! The whole pipeline on one screen.

use std::collections::BTreeMap;

use crate::cohort::{Month, Place, Ranked, Warned, rank, warned};
use crate::number::Exact;
use crate::problem::Problem;
use crate::report::{Appraisal, SubjectResult, UnitReport, outstanding, small_units};
use crate::scheme::Checked;
use crate::score::{Asked, Scored, score};
use crate::text::{Id, PersonId};
use crate::workbook::{Book, Entries, Person, State};

/// One subject on its way through the pipeline.
pub(crate) struct Subject<'b> {
    pub(crate) person: &'b Person,
    pub(crate) scheme: &'b Checked,
    pub(crate) unit: &'b Id,
    pub(crate) entries: Entries<'b>,
    pub(crate) scored: Scored,
    pub(crate) place: Option<Place>,
}

/// Appraises everybody in a workbook: scores, grades, ranks and warnings.
#[must_use]
pub fn appraise(book: &Book) -> Appraisal {
    // 1. Score each subject by its own scheme: measures, scales, total, grade.
    let mut subjects: Vec<Subject<'_>> = book.subjects().map(|each| scored(book, each)).collect();
    // 2. Rank within each unit, among the subjects of one scheme or of those ranked together.
    let groups = Groups::of(book);
    let units = groups.rank(&mut subjects);
    // 3. Climb the ladder: this period and those before it, wherever the person was.
    let past = past_months(book);
    let results: Vec<SubjectResult> = subjects
        .iter()
        .map(|subject| {
            let warned = climb(book, subject, past.get(&subject.person.id));
            SubjectResult::new(subject, warned, outstanding(subject))
        })
        .collect();
    // 4. Report what a person must be told beside the numbers.
    let notices: Vec<Problem> = small_units(&units);
    Appraisal { results, units, notices }
}

fn scored<'b>(book: &'b Book, (person, scheme, unit): (&'b Person, &'b Checked, &'b Id)) -> Subject<'b> {
    let entries = book.entries(&person.id);
    let scored = score(scheme, &entries, Asked::RESULT);
    Subject { person, scheme, unit, entries, scored, place: None }
}

/// Schemes that are ranked together: one that names another, directly or by way of a third.
struct Groups<'b> {
    /// The first scheme of each one's group, in the order of ids.
    first: BTreeMap<&'b Id, &'b Id>,
}

impl<'b> Groups<'b> {
    fn of(book: &'b Book) -> Self {
        let mut first: BTreeMap<&Id, &Id> = book.schemes().iter().map(|scheme| (&scheme.id, &scheme.id)).collect();
        for scheme in book.schemes() {
            for other in scheme.ranking.iter().flat_map(|ranking| &ranking.with) {
                let (Some(a), Some(b)) = (first.get(&scheme.id).copied(), first.get(other).copied()) else { continue };
                let joined = a.min(b);
                for group in first.values_mut().filter(|group| **group == a || **group == b) {
                    *group = joined;
                }
            }
        }
        Self { first }
    }

    /// Ranks every unit, and reports on it.
    fn rank(&self, subjects: &mut [Subject<'b>]) -> Vec<UnitReport> {
        let mut members: BTreeMap<(&Id, &Id), Vec<usize>> = BTreeMap::new();
        for (index, subject) in subjects.iter().enumerate() {
            if let Some(group) = self.first.get(&subject.scheme.id) {
                members.entry((subject.unit, group)).or_default().push(index);
            }
        }
        members
            .into_iter()
            .map(|((unit, group), indexes)| {
                let ranked = indexes.iter().filter_map(|i| ranked(*i, subjects.get(*i)?)).collect();
                for (index, place) in rank(ranked) {
                    if let Some(subject) = subjects.get_mut(index) {
                        subject.place = Some(place);
                    }
                }
                UnitReport::new(unit, group, indexes.iter().filter_map(|i| subjects.get(*i)))
            })
            .collect()
    }
}

/// Who is ranked: those at work with a published total.
fn ranked(key: usize, subject: &Subject<'_>) -> Option<Ranked<usize>> {
    let total = subject.scored.total.filter(|_| subject.entries.state == State::Active)?;
    let tie_breakers = subject.scheme.ranking.iter().flat_map(|ranking| &ranking.tie_breakers);
    let points = |id: &Id| {
        let criteria = subject.scored.sections.iter().flat_map(|section| &section.criteria);
        let found = criteria.into_iter().find(|criterion| criterion.id == *id);
        let part = |value: Option<&Exact>| value.cloned().unwrap_or(Exact::ZERO);
        found.map_or(Exact::ZERO, |c| part(c.points.as_ref()).plus(&part(c.bonus.as_ref())))
    };
    Some(Ranked { key, total, tie_breakers: tie_breakers.map(points).collect() })
}

/// Earlier periods by subject, the latest first; one that somebody is not in is one without a rank.
fn past_months(book: &Book) -> BTreeMap<&PersonId, Vec<Month>> {
    let mut past: BTreeMap<&PersonId, Vec<Month>> = BTreeMap::new();
    for (person, _, unit) in book.subjects() {
        past.insert(&person.id, Vec::new());
        for closed in book.workbook().history.iter().rev() {
            let absent = Month { period: closed.period, state: State::Active, unit: unit.clone(), place: None };
            past.entry(&person.id).or_default().push(absent);
        }
    }
    for (index, closed) in book.workbook().history.iter().rev().enumerate() {
        for kept in &closed.results {
            if let Some(month) = past.get_mut(&kept.subject).and_then(|months| months.get_mut(index)) {
                *month = Month {
                    period: closed.period,
                    state: kept.state,
                    unit: kept.unit.clone(),
                    place: kept.place(),
                };
            }
        }
    }
    past
}

fn climb(book: &Book, subject: &Subject<'_>, past: Option<&Vec<Month>>) -> Warned {
    let Some(rules) = &subject.scheme.warnings else { return Warned::default() };
    let now = Month {
        period: book.workbook().period,
        state: subject.entries.state,
        unit: subject.unit.clone(),
        place: subject.place,
    };
    let months: Vec<Month> = std::iter::once(now).chain(past.into_iter().flatten().cloned()).collect();
    warned(rules, &months)
}
