//! Relative grades: a forced distribution over a unit's ranked subjects.
//!
//! Quotas by largest remainder, equal remainders to the better grade: 10, 20, 50, 15 and 5 percent of
//! ten are 1, 2, 5, 2 and 0 seats (the fourth seat of the halves goes to the better grade). Borders are
//! cumulative: a subject gets the best grade whose cumulative quota is at least its rank, so that a tie
//! widens the better grade and the next one gets fewer; the report says how many hold each.

use crate::json::answer;
use crate::list::Listed;
use crate::number::{DecimalText, Exact};
use crate::order::sorted;
use crate::scheme::{Distribution, GradeShare};
use crate::text::Id;

answer! {
    /// A grade's seats in a unit, and how many hold it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Quota {
        /// The grade.
        pub grade: Id,
        /// Its share in percent.
        pub share: DecimalText,
        /// How many seats it has.
        pub seats: u32,
        /// How many got it: more than the seats where a tie widened it.
        pub holders: u32,
    }
}

/// The quotas of a unit of so many ranked subjects.
#[must_use]
pub fn quotas(distribution: &Distribution, ranked: u32) -> Vec<Quota> {
    let exact: Vec<(u32, Exact)> = distribution.shares.iter().map(|share| seats_of(share, ranked)).listed();
    let given = exact.iter().fold(0_u32, |sum, (whole, _)| sum.saturating_add(*whole));
    let left = usize::try_from(ranked.saturating_sub(given)).unwrap_or(0);
    let remainder = |at: usize| exact.get(at).map(|(_, rest)| rest);
    // The sort keeps the order given among equal remainders: the better grade first.
    let order = sorted(exact.len(), &|a, b| remainder(a) > remainder(b));
    let more: Vec<usize> = order.into_iter().take(left).listed();
    let quota = |(at, share): (usize, &GradeShare)| Quota {
        grade: share.grade.clone(),
        share: share.share,
        seats: exact.get(at).map_or(0, |(whole, _)| *whole).saturating_add(u32::from(more.contains(&at))),
        holders: 0,
    };
    distribution.shares.iter().enumerate().map(quota).listed()
}

/// The whole seats of a share of so many, and what is left over.
fn seats_of(share: &GradeShare, ranked: u32) -> (u32, Exact) {
    let exact = Exact::from(i64::from(ranked)).times(&share.share.into());
    let exact = exact.divided_by(&Exact::from(100)).unwrap_or(Exact::ZERO);
    let whole = exact.floor();
    let rest = exact.minus(&Exact::from(i64::from(whole)));
    (whole, rest)
}

/// The grade of a rank: the best one whose cumulative quota is at least the rank.
#[must_use]
pub fn grade_of_rank(quotas: &[Quota], rank: u32) -> Option<usize> {
    let mut seats = 0_u32;
    quotas.iter().position(|quota| {
        seats = seats.saturating_add(quota.seats);
        seats >= rank
    })
}
