//! Which of several variants counts: the only one, or the one that the latest decision over all of them keeps.

use super::{CheckState, Decision, FeedbackCheck, Rating};
use crate::json::{ToJson, digest_of};
use crate::list::Listed;
use crate::text::Digest;

/// Which of several variants counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// This one, by its index.
    One(usize),
    /// None, until a person chooses.
    Undecided,
}

/// Which variant counts: the only one, or the one that the latest decision over all of them keeps.
pub(super) fn standing(variants: &[&dyn ToJson], decisions: &[Decision]) -> Standing {
    standing_of(&variants.iter().copied().enumerate().map(|variant| vec![variant]).listed(), decisions)
}

/// The same of the forms of one rater, of which those that say the same are one.
pub(super) fn standing_of_forms(forms: &[&Rating], decisions: &[Decision]) -> Standing {
    standing_of(&together(forms, &says_the_same), decisions)
}

/// The same of the latest checks of a customer's form, of which those that let it count are one.
pub(super) fn standing_of_checks(checks: &[&FeedbackCheck], decisions: &[Decision]) -> Standing {
    standing_of(&together(checks, &finds_the_same), decisions)
}

/// Whether two forms give the same answers, with the same comments and the same remark.
pub(crate) fn says_the_same(one: &Rating, other: &Rating) -> bool {
    one.remark == other.remark && one.scores.says_the_same(&other.scores)
}

/// Whether the customer's form counts after both checks or after neither.
pub(super) fn finds_the_same(one: &FeedbackCheck, other: &FeedbackCheck) -> bool {
    (one.state == CheckState::Refuted) == (other.state == CheckState::Refuted)
}

/// A variant as often as it is there, each with its position among all.
pub(super) type OfOne<'w> = Vec<(usize, &'w dyn ToJson)>;

/// Entries by what they say, in the order of the first of each.
pub(super) fn together<'w, T: ToJson>(entries: &[&'w T], same: &dyn Fn(&T, &T) -> bool) -> Vec<OfOne<'w>> {
    let mut found: Vec<(&T, OfOne<'w>)> = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let shown: (usize, &dyn ToJson) = (at, *entry);
        match found.iter_mut().find(|(first, _)| same(first, entry)) {
            Some((_, of_one)) => of_one.push(shown),
            None => found.push((entry, vec![shown])),
        }
    }
    found.into_iter().map(|(_, of_one)| of_one).listed()
}

/// One entry of each variant.
pub(super) fn firsts<'w>(variants: &[OfOne<'w>]) -> Vec<&'w dyn ToJson> {
    variants.iter().filter_map(|of_one| of_one.first()).map(|(_, entry)| *entry).listed()
}

/// Which of several variants counts, by the position of its first.
fn standing_of(variants: &[OfOne<'_>], decisions: &[Decision]) -> Standing {
    let first = |at: usize| variants.get(at).and_then(|of_one| of_one.first()).map(|(first, _)| *first);
    if variants.len() < 2 {
        return Standing::One(first(0).unwrap_or(0));
    }
    let digests = |of_one: &OfOne<'_>| of_one.iter().map(|(_, entry)| digest_of(*entry)).listed();
    let digests: Vec<Vec<Digest>> = variants.iter().map(digests).listed();
    let seen = |decision: &&Decision| {
        digests.iter().all(|of_one| of_one.iter().any(|one| *one == decision.keep || decision.over.contains(one)))
    };
    let kept = |decision: &Decision| digests.iter().position(|of_one| of_one.contains(&decision.keep));
    let found =
        decisions.iter().filter(seen).filter_map(|decision| Some((decision.sequence, kept(decision)?))).listed();
    let latest = found.iter().map(|(sequence, _)| *sequence).max();
    let mut latest = found.iter().filter(|(sequence, _)| Some(*sequence) == latest).map(|(_, kept)| *kept);
    let Some(kept) = latest.next() else { return Standing::Undecided };
    // Two people who decided differently at one time in different files: nobody has decided.
    if latest.any(|other| other != kept) {
        return Standing::Undecided;
    }
    first(kept).map_or(Standing::Undecided, Standing::One)
}
