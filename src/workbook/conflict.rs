//! Two different entries under one key: derived, shown, and resolved by a person's decision.
//!
//! Every variant is kept. While nobody has decided, none of them counts; a decision names the
//! variant that counts and those it has seen, so that one that arrives later is a new conflict.

use super::positions::{Identified, Revised, at, first_at, highest, id_index, rating_index};
use super::{Decision, Workbook};
use crate::json::{ToJson, digest_of, to_json};
use crate::order::{Index, Listed, TakeIn};
use crate::text::{Digest, PersonId};

/// Entries under one key that are not the same, undecided.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", serde(rename_all = "camelCase"))]
pub struct Conflict {
    /// `rating`, `record`, `state`, `indicator`, `feedback`, `complaint`, `complaint-number`, `interview`,
    /// `plan` or `report`.
    pub kind: &'static str,
    /// Whom it is about.
    pub subject: String,
    /// The role, for a form.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub role: Option<String>,
    /// The rater, for a form.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"))]
    pub rater: Option<String>,
    /// The id; of two complaints with one number, that number.
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

/// Every conflict of a workbook that nobody has decided; forms are only compared where some are known to differ.
pub(super) fn undecided(workbook: &Workbook, of_forms: bool) -> Vec<Conflict> {
    let mut found = Vec::new();
    let forms = if of_forms { rating_index(workbook) } else { Index::default() };
    for group in forms.groups() {
        let entries = at(&workbook.ratings, group);
        if let Some(form) = first_at(&workbook.ratings, group).filter(|_| is_undecided(&entries, workbook)) {
            found.push(Conflict {
                role: Some(form.role.to_string()),
                rater: Some(form.rater.to_string()),
                ..Conflict::new("rating", &form.subject, None, &entries)
            });
        }
    }
    found.take_in(of_one_id(workbook, "record", &workbook.records, |record| &record.subject));
    found.take_in(of_one_id(workbook, "state", &workbook.states, |entry| &entry.subject));
    found.take_in(of_one_id(workbook, "indicator", &workbook.indicators, |entry| &entry.subject));
    found.take_in(of_one_id(workbook, "feedback", &workbook.feedback, |form| &form.subject));
    found.take_in(of_revisions(workbook, "interview", &workbook.interviews, |entry| Some(&entry.subject)));
    found.take_in(of_revisions(workbook, "plan", &workbook.plans, |entry| Some(&entry.subject)));
    found.take_in(of_revisions(workbook, "report", &workbook.reports, |entry| Some(&entry.subject)));
    found.take_in(of_revisions(workbook, "complaint", &workbook.complaints, |_| None));
    found.take_in(numbers(workbook));
    found
}

fn is_undecided(entries: &[&dyn ToJson], workbook: &Workbook) -> bool {
    standing(entries, &workbook.decisions) == Standing::Undecided
}

impl Conflict {
    fn new(kind: &'static str, subject: &PersonId, id: Option<String>, entries: &[&dyn ToJson]) -> Self {
        Self { kind, subject: subject.to_string(), role: None, rater: None, id, variants: variants(entries) }
    }
}

/// Entries of one id that say different things.
fn of_one_id<T: Identified>(
    workbook: &Workbook,
    kind: &'static str,
    list: &[T],
    subject: impl Fn(&T) -> &PersonId,
) -> Vec<Conflict> {
    let index = id_index(list);
    let conflict = |group: &[(String, usize)]| {
        let (entries, first) = (at(list, group), first_at(list, group)?);
        is_undecided(&entries, workbook)
            .then(|| Conflict::new(kind, subject(first), Some(first.id().to_string()), &entries))
    };
    index.groups().filter_map(conflict).listed()
}

/// Entries of one id and of one revision, the highest, that say different things.
fn of_revisions<T: Revised>(
    workbook: &Workbook,
    kind: &'static str,
    list: &[T],
    subject: impl Fn(&T) -> Option<&PersonId>,
) -> Vec<Conflict> {
    let index = id_index(list);
    let nobody = PersonId::default();
    let conflict = |group: &[(String, usize)]| {
        let group = highest(list, group);
        let (entries, first) = (at(list, &group), first_at(list, &group)?);
        is_undecided(&entries, workbook).then(|| {
            let subject = subject(first).unwrap_or(&nobody);
            Conflict::new(kind, subject, Some(first.id().to_string()), &entries)
        })
    };
    index.groups().filter_map(conflict).listed()
}

/// Two complaints under one number; giving one of them the next number decides.
fn numbers(workbook: &Workbook) -> Vec<Conflict> {
    let complaints = &workbook.complaints;
    let mut in_force: Vec<usize> = Vec::new();
    for group in id_index(complaints).groups() {
        in_force.take_in(highest(complaints, group).first().map(|(_, at)| *at));
    }
    let number = |at: usize| complaints.get(at).map(|complaint| complaint.number).unwrap_or_default();
    let index = Index::of_keys(in_force.iter().map(|at| number(*at).to_string()));
    let conflict = |group: &[(String, usize)]| {
        let positions = group.iter().filter_map(|(_, at)| in_force.get(*at));
        let entries: Vec<&dyn ToJson> =
            positions.filter_map(|at| complaints.get(*at)).map(|entry| entry as &dyn ToJson).listed();
        let number: &str = group.first().map_or("", |(number, _)| number.as_str());
        (entries.len() > 1)
            .then(|| Conflict::new("complaint-number", &PersonId::default(), Some(number.to_owned()), &entries))
    };
    index.groups().filter_map(conflict).listed()
}
