//! Earlier periods: a chain of closings, each with the digest of the one before.

use super::{ClosedPeriod, KeptResult, SchemeRef, Workbook};
use crate::json::{Extra, digest_of};
use crate::period::{Date, Period};
use crate::problem::{Code, Problem};
use crate::text::{Digest, Name};

/// The digest of a closing: over everything in it but the digest itself.
#[must_use]
pub(super) fn digest_of_closing(closed: &ClosedPeriod) -> Digest {
    /// Everything that is digested, under the keys it has in the file.
    #[derive(serde::Serialize)]
    struct Content<'c> {
        period: &'c Period,
        author: &'c Name,
        date: &'c Date,
        engine: &'c Name,
        schemes: &'c [SchemeRef],
        content: &'c Digest,
        #[serde(skip_serializing_if = "Option::is_none")]
        previous: Option<&'c Digest>,
        results: &'c [KeptResult],
        #[serde(flatten)]
        extra: &'c Extra,
    }
    let ClosedPeriod { period, author, date, engine, schemes, content, previous, results, digest: _, extra } = closed;
    digest_of(&Content { period, author, date, engine, schemes, content, previous: previous.as_ref(), results, extra })
}

/// Whether the earlier periods stand in order, untouched, and linked.
pub(super) fn check(workbook: &Workbook, problems: &mut Vec<Problem>) {
    let mut previous: Option<&ClosedPeriod> = None;
    for (index, closed) in workbook.history.iter().enumerate() {
        let place = format!("/history/{index}");
        let follows = previous.is_none_or(|earlier| earlier.period < closed.period);
        if !follows || closed.period >= workbook.period {
            problems.push(Problem::new(Code::HistoryOrder, format!("{place}/period")).with("period", closed.period));
        }
        check_closing(&place, closed, previous.map(|earlier| &earlier.digest), problems);
        previous = Some(closed);
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
        problems.push(Problem::new(Code::HistoryBroken, format!("{place}/digest")).with("period", closed.period));
    }
}
