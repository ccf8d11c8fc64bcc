//! The whole pipeline on one screen.

use crate::cohort::{Month, Place, Ranked, Warned, rank, warned};
use crate::number::{Exact, Figure};
use crate::order::{Index, Listed, TakeIn, key_of};
use crate::problem::Problem;
use crate::report::{Appraisal, SubjectResult, UnitReport, conflicts, outstanding, small_units};
use crate::scheme::Checked;
use crate::score::{Asked, Scored, score};
use crate::text::Id;
use crate::workbook::{Book, ClosedPeriod, Entries, Person, State};

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
    let mut subjects: Vec<Subject<'_>> = book.subjects().map(|each| scored(book, each)).listed();
    let mut notices: Vec<Problem> = subjects.iter().flat_map(conflicts).listed();
    // 2. Rank within each unit, among the subjects of one scheme or of those ranked together.
    let groups = Groups::of(book);
    let units = groups.rank(&mut subjects);
    // 3. Climb the ladder: this period and those before it, wherever the person was.
    let past = Past::of_book(book);
    let results: Vec<SubjectResult> = subjects
        .into_iter()
        .map(|subject| {
            let warned = climb(book, &subject, &past);
            let outstanding = outstanding(&subject);
            SubjectResult::new(subject, warned, outstanding)
        })
        .listed();
    // 4. Report what a person must be told beside the numbers.
    notices.take_in(small_units(&units));
    Appraisal { results, units, notices }
}

fn scored<'b>(book: &'b Book, (person, scheme, unit): (&'b Person, &'b Checked, &'b Id)) -> Subject<'b> {
    let entries = book.entries(&person.id);
    let scored = score(scheme, &entries, Asked::RESULT);
    Subject { person, scheme, unit, entries, scored, place: None }
}

/// Schemes that are ranked together: one that names another, directly or by way of a third.
struct Groups<'b> {
    /// Each scheme with the first of its group, in the order of ids.
    first: Vec<(&'b Id, &'b Id)>,
}

impl<'b> Groups<'b> {
    fn of(book: &'b Book) -> Self {
        let first = book.schemes().iter().map(|scheme| (&scheme.id, &scheme.id)).listed();
        let mut groups = Self { first };
        for scheme in book.schemes() {
            for other in scheme.ranking.iter().flat_map(|ranking| &ranking.with) {
                groups.join(&scheme.id, other);
            }
        }
        groups
    }

    /// The first scheme of the group that a scheme is in.
    fn group(&self, scheme: &Id) -> Option<&'b Id> {
        self.first.iter().find(|(id, _)| *id == scheme).map(|(_, group)| *group)
    }

    fn join(&mut self, one: &Id, other: &Id) {
        let (Some(a), Some(b)) = (self.group(one), self.group(other)) else { return };
        for (_, group) in self.first.iter_mut().filter(|(_, group)| *group == a || *group == b) {
            *group = a.min(b);
        }
    }

    /// Ranks every unit, and reports on it.
    fn rank(&self, subjects: &mut [Subject<'b>]) -> Vec<UnitReport> {
        let group = |subject: &Subject<'b>| self.group(&subject.scheme.id).unwrap_or(&subject.scheme.id);
        let key = |subject: &Subject<'b>| key_of(&[subject.unit.as_str(), group(subject).as_str()]);
        let members = Index::of_keys(subjects.iter().map(key));
        for unit in members.groups() {
            let ranked: Vec<Ranked<usize>> = unit.iter().filter_map(|(_, i)| ranked(*i, subjects.get(*i)?)).listed();
            for (index, place) in rank(&ranked) {
                if let Some(subject) = subjects.get_mut(index) {
                    subject.place = Some(place);
                }
            }
        }
        let report = |unit: &[(String, usize)]| {
            let of_unit: Vec<&Subject<'b>> = unit.iter().filter_map(|(_, i)| subjects.get(*i)).listed();
            of_unit.first().map(|first| UnitReport::new(first.unit, group(first), &of_unit))
        };
        members.groups().filter_map(report).listed()
    }
}

/// Who is ranked: those at work with a published total.
fn ranked(key: usize, subject: &Subject<'_>) -> Option<Ranked<usize>> {
    let total = subject.scored.total.filter(|_| subject.entries.state == State::Active)?;
    let tie_breakers = subject.scheme.ranking.iter().flat_map(|ranking| &ranking.tie_breakers);
    let points = |id: &Id| {
        let criteria = subject.scored.sections.iter().flat_map(|section| &section.criteria);
        let found = criteria.into_iter().find(|criterion| criterion.id == *id);
        let part = |value: Option<&Figure>| value.map_or(Exact::ZERO, Figure::exact);
        found.map_or(Exact::ZERO, |c| part(c.points.as_ref()).plus(&part(c.bonus.as_ref())))
    };
    Some(Ranked { key, total, tie_breakers: tie_breakers.map(points).listed() })
}

/// Earlier periods, the latest first, with each one's results by subject.
struct Past<'b> {
    periods: Vec<(&'b ClosedPeriod, Index)>,
}

impl<'b> Past<'b> {
    fn of_book(book: &'b Book) -> Self {
        let latest_first = book.workbook().history.iter().rev();
        let by_subject = |closed: &ClosedPeriod| Index::of(closed.results.iter().map(|kept| kept.subject.as_str()));
        Self { periods: latest_first.map(|closed| (closed, by_subject(closed))).listed() }
    }

    /// Where somebody stood before; a period that somebody is not in is one without a rank.
    fn of(&self, subject: &Subject<'_>) -> impl Iterator<Item = Month> {
        self.periods.iter().map(|(closed, by_subject)| {
            let at = by_subject.get(subject.person.id.as_str());
            match at.and_then(|at| closed.results.get(at)) {
                Some(kept) => {
                    Month { period: closed.period, state: kept.state, unit: kept.unit.clone(), place: kept.place() }
                }
                None => Month { period: closed.period, state: State::Active, unit: subject.unit.clone(), place: None },
            }
        })
    }
}

fn climb(book: &Book, subject: &Subject<'_>, past: &Past<'_>) -> Warned {
    let Some(rules) = &subject.scheme.warnings else { return Warned::default() };
    let now = Month {
        period: book.workbook().period,
        state: subject.entries.state,
        unit: subject.unit.clone(),
        place: subject.place,
    };
    let months: Vec<Month> = std::iter::once(now).chain(past.of(subject)).listed();
    warned(rules, &months)
}
