//! Two different entries under one key: derived, shown, and resolved by a person's decision.
//!
//! Every variant is kept. While nobody has decided, none of them counts, and what they feed waits; a decision names
//! the variant that counts and those it has seen, so that one that arrives later is a new conflict. Two forms of one
//! rater with the same answers and comments are one, whatever their ids: the first counts.

use super::Workbook;
use super::keyed::{Identified, Revised, at, first_at, highest, id_index, latest_checks, rating_index};
use super::lists::{List, lists};
use super::positions::{Sorted, revised};
use super::variants::{
    Standing, finds_the_same, firsts, says_the_same, standing, standing_of_checks, standing_of_forms, together,
};
use crate::json::{ToJson, answer, digest_of};
use crate::list::{Listed, TakeIn};
use crate::order::{Index, arrange, number_key};
use crate::problem::{ArgKind, Code, Problem};
use crate::text::{Digest, PersonId};

answer! {
    /// Entries under one key that are not the same, undecided.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Conflict {
        /// In which list.
        list: List = skip,
        /// `rating`, `record`, `state`, `indicator`, `feedback`, `feedback-check`, `complaint`, `complaint-number`,
        /// `interview`, `plan` or `report`.
        pub kind: &'static str,
        /// Whom it is about.
        pub subject: String,
        /// The role, for a form.
        pub role: Option<String> = default,
        /// The rater, for a form.
        pub rater: Option<String> = default,
        /// The id; of two complaints with one number, that number; of two checks, the number of the customer's form.
        pub id: Option<String> = default,
        /// The variants.
        pub variants: Vec<Variant>,
    }
}

answer! {
    /// One of the entries.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Variant {
        /// By which a decision names it.
        pub digest: Digest,
        /// The entry, as JSON text.
        pub document: String,
    }
}

/// The variants of a conflict, for a person to look at.
pub(super) fn variants(entries: &[&dyn ToJson]) -> Vec<Variant> {
    entries.iter().map(|entry| Variant { digest: digest_of(*entry), document: crate::json::pretty(*entry) }).listed()
}

/// Every conflict of a workbook that nobody has decided; forms are only compared where some are known to differ.
pub(super) fn undecided(workbook: &Workbook, forms_differ: bool) -> Vec<Conflict> {
    macro_rules! differing {
        ([$workbook:ident, $forms_differ:ident, $told:ident] $( $field:ident: $entry:ident {
            $list:ident = $key:literal, one $one:literal, names $names:tt, order $order:tt, rests $rests:ident,
            entered $entered:ident, merged $merged:ident, next $next:ident, differ [$($how:tt)+], $($more:tt)*
        } )*) => { $( differing_by!($workbook, $forms_differ, $told, $list, $field, $names, $($how)+); )* };
    }
    macro_rules! differing_by {
        ($workbook:ident, $forms_differ:ident, $told:ident, $list:ident, $field:ident, $names:tt, never) => {};
        ($workbook:ident, $forms_differ:ident, $told:ident, $list:ident, $field:ident, $names:tt, $at:literal forms) => {
            $told.take_in([($at, of_raters($workbook, $forms_differ))])
        };
        ($workbook:ident, $forms_differ:ident, $told:ident, $list:ident, $field:ident, $names:tt, $at:literal checks) => {
            $told.take_in([($at, of_checks($workbook))])
        };
        (
            $workbook:ident, $forms_differ:ident, $told:ident, $list:ident, $field:ident, [subject],
            $at:literal variants $($replaces:ident)?
        ) => {
            $told.take_in([($at, of_one_id($workbook, List::$list, &$workbook.$field, |entry| &entry.subject))])
        };
        (
            $workbook:ident, $forms_differ:ident, $told:ident, $list:ident, $field:ident, [subject], $at:literal revisions
        ) => {
            $told
                .take_in([($at, of_revisions($workbook, List::$list, &$workbook.$field, |entry| Some(&entry.subject)))])
        };
        // Nobody in particular is named, or several.
        (
            $workbook:ident, $forms_differ:ident, $told:ident, $list:ident, $field:ident, $names:tt, $at:literal revisions
        ) => {
            $told.take_in([($at, of_revisions($workbook, List::$list, &$workbook.$field, |_| None))])
        };
    }
    let mut told: Vec<(u32, Vec<Conflict>)> = Vec::new();
    lists!(differing, workbook, forms_differ, told);
    arrange(&mut told, |(at, _)| number_key(*at));
    let mut found: Vec<Conflict> = told.into_iter().flat_map(|(_, conflicts)| conflicts).listed();
    found.take_in(numbers(workbook));
    found
}

/// Forms of one rater that give different answers.
fn of_raters(workbook: &Workbook, some_differ: bool) -> Vec<Conflict> {
    let mut found = Vec::new();
    let forms = if some_differ { rating_index(workbook) } else { Index::default() };
    for group in forms.groups() {
        let of_rater = group.iter().filter_map(|(_, at)| workbook.ratings.get(*at)).listed();
        let undecided = || standing_of_forms(&of_rater, &workbook.decisions) == Standing::Undecided;
        if let Some(form) = of_rater.first().filter(|_| undecided()) {
            found.push(Conflict {
                role: Some(form.role.to_string()),
                rater: Some(form.rater.to_string()),
                ..Conflict::new(List::Ratings, &form.subject, None, &firsts(&together(&of_rater, &says_the_same)))
            });
        }
    }
    found
}

impl Conflict {
    /// A problem about the conflict, with the list it is in and what it is between.
    pub(crate) fn problem(&self, code: Code) -> Problem {
        let list = format!("/{}", self.list.key());
        let mut problem = Problem::new(code, list).with("kind", ArgKind::Words.of(self.kind));
        let subject = Some(&self.subject).filter(|subject| !subject.is_empty());
        let between = [
            ("subject", ArgKind::Person, subject),
            ("role", ArgKind::Role, self.role.as_ref()),
            ("rater", ArgKind::Person, self.rater.as_ref()),
            ("id", ArgKind::Entry, self.id.as_ref()),
        ];
        for (name, kind, found) in between {
            if let Some(found) = found {
                problem.put(name, kind.of(found));
            }
        }
        problem
    }
}

fn is_undecided(entries: &[&dyn ToJson], workbook: &Workbook) -> bool {
    standing(entries, &workbook.decisions) == Standing::Undecided
}

impl Conflict {
    fn new(list: List, subject: &PersonId, id: Option<String>, entries: &[&dyn ToJson]) -> Self {
        Self {
            list,
            kind: list.one(),
            subject: subject.to_string(),
            role: None,
            rater: None,
            id,
            variants: variants(entries),
        }
    }
}

/// Entries of one id that say different things.
fn of_one_id<T: Identified>(
    workbook: &Workbook,
    of: List,
    list: &[T],
    subject: impl Fn(&T) -> &PersonId,
) -> Vec<Conflict> {
    let index = id_index(list);
    let conflict = |group: &[(String, usize)]| {
        let (entries, first) = (at(list, group), first_at(list, group)?);
        is_undecided(&entries, workbook)
            .then(|| Conflict::new(of, subject(first), Some(first.id().to_string()), &entries))
    };
    index.groups().filter_map(conflict).listed()
}

/// Customers' forms of which two checks at one time say differently whether they count.
fn of_checks(workbook: &Workbook) -> Vec<Conflict> {
    let mut found = Vec::new();
    for (number, checks) in latest_checks(workbook) {
        if standing_of_checks(&checks, &workbook.decisions) == Standing::Undecided {
            let form = workbook.feedback.iter().find(|form| form.id.as_str() == number);
            let nobody = PersonId::default();
            let subject = form.map_or(&nobody, |form| &form.subject);
            let variants = firsts(&together(&checks, &finds_the_same));
            found.push(Conflict::new(List::FeedbackChecks, subject, Some(number.to_owned()), &variants));
        }
    }
    found
}

/// Entries of one id and of one revision, the highest, that say different things.
fn of_revisions<T: Revised>(
    workbook: &Workbook,
    of: List,
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
            Conflict::new(of, subject, Some(first.id().to_string()), &entries)
        })
    };
    index.groups().filter_map(conflict).listed()
}

/// Two complaints under one number; giving one of them the next number decides.
fn numbers(workbook: &Workbook) -> Vec<Conflict> {
    let complaints = &workbook.complaints;
    // Of one with several variants the one that was chosen: its number is the one in force.
    let Sorted { counting: mut in_force, in_conflict } = revised(workbook, complaints);
    in_force.take_in(in_conflict);
    let number = |at: usize| complaints.get(at).map(|complaint| complaint.number).unwrap_or_default();
    let index = Index::of_keys(in_force.iter().map(|at| number(*at).to_string()));
    let conflict = |group: &[(String, usize)]| {
        let positions = group.iter().filter_map(|(_, at)| in_force.get(*at));
        let entries: Vec<&dyn ToJson> =
            positions.filter_map(|at| complaints.get(*at)).map(|entry| entry as &dyn ToJson).listed();
        let number: &str = group.first().map_or("", |(number, _)| number.as_str());
        (entries.len() > 1).then(|| Conflict {
            kind: "complaint-number",
            ..Conflict::new(List::Complaints, &PersonId::default(), Some(number.to_owned()), &entries)
        })
    };
    index.groups().filter_map(conflict).listed()
}
