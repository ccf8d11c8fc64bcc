//! Earlier periods: a chain of closings, each with the digest of the one before.

use super::{ClosedPeriod, Workbook};
use crate::json::{Key, ToJson, Writer, declare::keys, digest_of};
use crate::problem::{Code, Problem, place_in};
use crate::text::Digest;

/// The digest of a closing: over everything in it but the digest itself.
#[must_use]
pub(crate) fn digest_of_closing(closed: &ClosedPeriod) -> Digest {
    digest_of(&Content(closed))
}

/// Everything that is digested of a closing, under the keys it has in the file.
struct Content<'c>(&'c ClosedPeriod);

impl ToJson for Content<'_> {
    fn write(&self, to: &mut Writer) {
        const KEYS: &[Key] =
            &keys!([] period, author, date, engine, schemes, content, previous = default, results, left = default,);
        let Self(closed) = self;
        let ClosedPeriod { period, author, date, engine, schemes, content, previous, results, left, digest: _, extra } =
            closed;
        to.object(KEYS, &[period, author, date, engine, schemes, content, previous, results, left], extra);
    }
}

/// Whether the earlier periods stand in order, untouched, and linked.
pub(super) fn check(workbook: &Workbook, problems: &mut Vec<Problem>) {
    let mut previous: Option<&ClosedPeriod> = None;
    for (index, closed) in workbook.history.iter().enumerate() {
        let place = format!("/history/{index}");
        let follows = previous.is_none_or(|earlier| earlier.period < closed.period);
        if !follows || closed.period >= workbook.period || !closed.period.is_alike(&workbook.period) {
            problems.push(Problem::new(Code::HistoryOrder, place_in(&place, "period")).with("period", closed.period));
        }
        check_closing(&place, closed, previous.map(|earlier| &earlier.digest), problems);
        previous = Some(closed);
    }
    for (index, closed) in workbook.other_results.iter().enumerate() {
        if digest_of_closing(closed) != closed.digest {
            let place = format!("/otherResults/{index}/digest");
            problems.push(Problem::new(Code::HistoryBroken, place).with("period", closed.period));
        }
    }
    for (index, reopening) in workbook.reopenings.iter().enumerate() {
        if digest_of_closing(&reopening.closed) != reopening.closed.digest {
            let place = format!("/reopenings/{index}/closed/digest");
            problems.push(Problem::new(Code::HistoryBroken, place).with("period", reopening.closed.period));
        }
    }
    if let Some(closed) = &workbook.closed {
        if closed.period != workbook.period {
            problems.push(Problem::new(Code::HistoryOrder, "/closed/period").with("period", closed.period));
        }
        check_closing("/closed", closed, previous.map(|earlier| &earlier.digest), problems);
    }
}

fn check_closing(place: &str, closed: &ClosedPeriod, previous: Option<&Digest>, problems: &mut Vec<Problem>) {
    let linked = closed.previous.as_ref() == previous;
    if !linked || digest_of_closing(closed) != closed.digest {
        problems.push(Problem::new(Code::HistoryBroken, place_in(place, "digest")).with("period", closed.period));
    }
}
