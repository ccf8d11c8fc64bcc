//! Where somebody stood in earlier periods.

use super::Subject;
use crate::cohort::{Month, Place};
use crate::list::Listed;
use crate::order::Index;
use crate::workbook::{Book, ClosedPeriod, State};

/// Earlier periods, the latest first, with each one's results by subject.
pub(crate) struct Past<'b> {
    periods: Vec<(&'b ClosedPeriod, Index)>,
}

impl<'b> Past<'b> {
    pub(crate) fn of_book(book: &'b Book) -> Self {
        let latest_first = book.workbook().history.iter().rev();
        let by_subject = |closed: &ClosedPeriod| Index::of(closed.results.iter().map(|kept| kept.subject.as_str()));
        Self { periods: latest_first.map(|closed| (closed, by_subject(closed))).listed() }
    }

    /// Where somebody stands in this period and stood before, the latest first.
    pub(crate) fn months(&self, book: &Book, subject: &Subject<'_>) -> impl Iterator<Item = Month> {
        let now = Month {
            period: book.workbook().period,
            state: subject.entries.state,
            unit: subject.unit.clone(),
            place: subject.place,
            members: subject.members,
        };
        std::iter::once(now).chain(self.of(subject))
    }

    /// Where somebody stood before; a period that somebody is not in is one without a rank.
    fn of(&self, subject: &Subject<'_>) -> impl Iterator<Item = Month> {
        self.periods.iter().map(|(closed, by_subject)| {
            let at = by_subject.get(subject.person.id.as_str());
            match at.and_then(|at| closed.results.get(at)) {
                Some(kept) => {
                    let (state, unit, place) = (kept.state, kept.unit.clone(), Place::kept(kept));
                    Month { period: closed.period, state, unit, place, members: 0 }
                }
                None => {
                    let (state, unit) = (State::Active, subject.unit.clone());
                    Month { period: closed.period, state, unit, place: None, members: 0 }
                }
            }
        })
    }
}
