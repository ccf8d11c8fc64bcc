//! Rank within a unit: by the published total, highest first, ties alike (1 2 2 4).
//!
//! Bottom N is every subject with fewer than N strictly below it, so that a tie at the border takes
//! in all tied; `strict` takes in only those with at most N at or below them, itself included. A
//! unit of N or fewer ranked members has no bottom N unless the scheme asks for it.

use crate::json::answer;
use std::cmp::Ordering;

use crate::list::Listed;
use crate::number::{Decimal, Exact};
use crate::order::sorted;
use crate::scheme::Warnings;
use crate::workbook::KeptResult;

/// One who is ranked: the published total, then the points that break a tie.
#[derive(Debug, Clone)]
pub struct Ranked<K> {
    /// Who.
    pub key: K,
    /// The published total.
    pub total: Decimal,
    /// Exact points of the tie-breaking criteria, bonus included, in order.
    pub tie_breakers: Vec<Exact>,
}

answer! {
    /// A place among those ranked.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Place {
        /// From 1.
        pub rank: u32,
        /// How many are ranked.
        pub ranked: u32,
        /// How many stand strictly below.
        pub below: u32,
    }
}

impl Place {
    /// The place in an earlier period, if ranked.
    #[must_use]
    pub fn kept(result: &KeptResult) -> Option<Self> {
        let (rank, ranked, below) = (result.rank?, result.ranked?, result.below?);
        Some(Self { rank: rank.0, ranked: ranked.0, below: below.0 })
    }
}

/// Ranks a unit; the answer is in the order of the ranks, the equal in the order given.
#[must_use]
pub fn rank<K: Clone>(members: &[Ranked<K>]) -> Vec<(K, Place)> {
    let compare = |a: usize, b: usize| match (members.get(a), members.get(b)) {
        (Some(a), Some(b)) => better_first(a, b),
        _ => Ordering::Equal,
    };
    let ranked = places(members.len(), &compare);
    ranked.into_iter().filter_map(|(index, place)| Some((members.get(index)?.key.clone(), place))).listed()
}

/// The place of each member, by its position in the list.
fn places(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<(usize, Place)> {
    let order = sorted(length, &|a, b| compare(a, b) == Ordering::Less);
    let mut placed = Vec::with_capacity(length);
    let mut rest = order.as_slice();
    while let Some(first) = rest.first() {
        let tied = rest.iter().position(|other| compare(*first, *other) != Ordering::Equal).unwrap_or(rest.len());
        let (equal, worse) = rest.split_at_checked(tied).unwrap_or((rest, &[]));
        let above = count(length.saturating_sub(rest.len()));
        let place = Place { rank: above.saturating_add(1), ranked: count(length), below: count(worse.len()) };
        for index in equal {
            placed.push((*index, place));
        }
        rest = worse;
    }
    placed
}

fn better_first<K>(a: &Ranked<K>, b: &Ranked<K>) -> Ordering {
    b.total.cmp(&a.total).then_with(|| b.tie_breakers.cmp(&a.tie_breakers))
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Whether a place is in the bottom N; nothing where the unit has no bottom N.
#[must_use]
pub fn bottom(place: Place, n: u32, rules: &Warnings) -> Option<bool> {
    if place.ranked <= n && !rules.small_units {
        return None;
    }
    if rules.strict {
        // Those at or below: everybody but the ones strictly above.
        let at_or_below = place.ranked.saturating_sub(place.rank.saturating_sub(1));
        return Some(at_or_below <= n);
    }
    Some(place.below < n)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranks(totals: &[&str]) -> Vec<(u32, u32)> {
        let members = totals
            .iter()
            .enumerate()
            .map(|(key, total)| Ranked { key, total: Decimal::parse(total).unwrap(), tie_breakers: Vec::new() })
            .collect::<Vec<_>>();
        let mut ranked = rank(&members);
        ranked.sort_by_key(|(key, _)| *key);
        ranked.into_iter().map(|(_, place)| (place.rank, place.below)).collect()
    }

    #[test]
    fn ties_share_a_rank_and_the_next_one_is_left_out() {
        assert_eq!(ranks(&["90", "80", "80.00", "70"]), [(1, 3), (2, 1), (2, 1), (4, 0)]);
        assert_eq!(ranks(&[]), []);
    }
}
