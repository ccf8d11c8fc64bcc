//! Entries by their keys: ids with revisions, forms by rater, checks by the form that they check.

use super::lists::lists;
use super::{FeedbackCheck, Rating, Workbook};
use crate::json::ToJson;
use crate::list::{Listed, TakeIn};
use crate::order::{Index, key_of};
use crate::text::Id;

/// An entry with an id of its own.
pub(crate) trait Identified: ToJson {
    /// The id.
    fn id(&self) -> &Id;

    /// The entry whose place it takes.
    fn replaces(&self) -> Option<&Id> {
        None
    }
}

/// An entry of which every revision is kept and the highest counts.
pub(crate) trait Revised: Identified {
    /// The revision.
    fn revision(&self) -> u32;
}

/// What the table says of lists whose entries have ids.
macro_rules! keyed {
    ([] $( $field:ident: $entry:ident {
        $list:ident = $key:literal, one $one:literal, names $names:tt, order $order:tt, rests $rests:ident, entered $entered:ident,
        merged $merged:ident, next $next:ident, differ [$($how:tt)+], $($more:tt)*
    } )*) => { $( keyed_by!($entry, $($how)+); )* };
}

macro_rules! keyed_by {
    ($entry:ident, never) => {};
    ($entry:ident, $told:literal forms) => {};
    ($entry:ident, $told:literal checks) => {};
    ($entry:ident, $told:literal variants $($replaces:ident)?) => {
        impl Identified for super::$entry {
            fn id(&self) -> &Id {
                &self.id
            }
            $(
                fn replaces(&self) -> Option<&Id> {
                    self.$replaces.as_ref()
                }
            )?
        }
    };
    ($entry:ident, $told:literal revisions) => {
        keyed_by!($entry, $told variants);

        impl Revised for super::$entry {
            fn revision(&self) -> u32 {
                self.revision.0
            }
        }
    };
}

lists!(keyed);

/// Of the entries of one id those of the highest revision.
pub(crate) fn highest<T: Revised>(list: &[T], group: &[(String, usize)]) -> Vec<(String, usize)> {
    let revision = |at: &usize| list.get(*at).map(Revised::revision);
    let highest = group.iter().filter_map(|(_, at)| revision(at)).max();
    group.iter().filter(|(_, at)| revision(at) == highest).cloned().listed()
}

/// Of each customer's form, by its number, the checks of the highest sequence: several where two people called at one
/// time in different files.
pub(super) fn latest_checks(workbook: &Workbook) -> Vec<(&str, Vec<&FeedbackCheck>)> {
    let checks = &workbook.feedback_checks;
    let by_form = Index::of(checks.iter().map(|check| check.feedback.as_str()));
    let mut found = Vec::new();
    for group in by_form.groups() {
        let of_form = group.iter().filter_map(|(_, at)| checks.get(*at)).listed();
        let latest = of_form.iter().map(|check| check.sequence).max();
        let latest = of_form.into_iter().filter(|check| Some(check.sequence) == latest).listed();
        found.take_in(latest.first().map(|check| check.feedback.as_str()).map(|number| (number, latest.clone())));
    }
    found
}

/// Forms by subject, role and rater.
pub(super) fn rating_index(workbook: &Workbook) -> Index {
    let key = |form: &Rating| key_of(&[form.subject.as_str(), form.role.as_str(), form.rater.as_str()]);
    Index::of_keys(workbook.ratings.iter().map(key))
}

/// Entries by their ids.
pub(super) fn id_index<T: Identified>(list: &[T]) -> Index {
    Index::of(list.iter().map(|entry| entry.id().as_str()))
}

/// The entries at the positions of one key.
pub(super) fn at<'w, T: ToJson>(list: &'w [T], group: &[(String, usize)]) -> Vec<&'w dyn ToJson> {
    group.iter().filter_map(|(_, position)| list.get(*position)).map(|entry| entry as &dyn ToJson).listed()
}

/// The first entry at the positions of one key.
pub(super) fn first_at<'w, T>(list: &'w [T], group: &[(String, usize)]) -> Option<&'w T> {
    group.first().and_then(|(_, position)| list.get(*position))
}
