//! Two different entries under one key: derived, shown, and resolved by a person's decision.
//!
//! Every variant is kept. While nobody has decided, none of them counts; a decision names the
//! variant that counts and those it has seen, so that one that arrives later is a new conflict.

use super::Decision;
use crate::json::{ToJson, digest_of, to_json};
use crate::order::Listed;
use crate::text::Digest;

/// Entries under one key that are not the same, undecided.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", serde(rename_all = "camelCase"))]
pub struct Conflict {
    /// `rating`, `record` or `state`.
    pub kind: &'static str,
    /// Whom it is about.
    pub subject: String,
    /// The role, for a form.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub role: Option<String>,
    /// The rater, for a form.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub rater: Option<String>,
    /// The id, for a record or a state.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub id: Option<String>,
    /// The variants.
    pub variants: Vec<Variant>,
}

to_json!(Conflict { kind, subject, role = default, rater = default, id = default, variants });

/// One of the entries.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", serde(rename_all = "camelCase"))]
pub struct Variant {
    /// By which a decision names it.
    pub digest: Digest,
    /// The entry, as JSON text.
    pub document: String,
}

to_json!(Variant { digest, document });

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
    if variants.len() < 2 {
        return Standing::One(0);
    }
    let digests: Vec<Digest> = variants.iter().map(|variant| digest_of(*variant)).listed();
    let covers = |decision: &&Decision| {
        digests.iter().all(|digest| *digest == decision.keep || decision.over.contains(digest))
            && digests.contains(&decision.keep)
    };
    let Some(highest) = decisions.iter().filter(covers).map(|decision| decision.sequence).max() else {
        return Standing::Undecided;
    };
    let mut kept = decisions.iter().filter(covers).filter(|decision| decision.sequence == highest);
    let Some(keep) = kept.next().map(|decision| &decision.keep) else { return Standing::Undecided };
    // Two people who decided at one time in different files: nobody has decided.
    if kept.any(|decision| decision.keep != *keep) {
        return Standing::Undecided;
    }
    digests.iter().position(|digest| digest == keep).map_or(Standing::Undecided, Standing::One)
}

/// The variants of a conflict, for a person to look at.
pub(super) fn variants(entries: &[&dyn ToJson]) -> Vec<Variant> {
    entries.iter().map(|entry| Variant { digest: digest_of(*entry), document: crate::json::pretty(*entry) }).listed()
}
