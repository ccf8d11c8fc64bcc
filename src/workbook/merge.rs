//! Two parts of one workbook brought together: what one of them lacks comes from the other.

use super::lists::lists;
use super::{Book, Workbook};
use crate::json::{ToJson, canonical};
use crate::list::{Listed, TakeIn};
use crate::order::Index;
use crate::problem::{Code, Problem};
use crate::text::Name;

/// Two parts of one workbook, as one: the same whichever comes first.
///
/// # Errors
/// Workbooks that are not of one id, period, history and set of rules, or that say different things
/// of one person or unit.
pub fn merge(one: &Book, other: &Book) -> Result<Book, Vec<Problem>> {
    let (a, b) = (one.workbook(), other.workbook());
    let same_rules = one
        .schemes()
        .iter()
        .all(|scheme| other.scheme(&scheme.id).is_none_or(|found| found.digest() == scheme.digest()));
    let same_past = past(a) == past(b);
    let same_programme = a.programme == b.programme || a.programme.is_none() || b.programme.is_none();
    if a.id != b.id || a.period != b.period || !same_rules || !same_past || !same_programme {
        let problem = Problem::new(Code::OtherWorkbook, "");
        let name = |workbook: &Workbook| format!("{} {}", workbook.id, workbook.period);
        return Err(vec![problem.with("workbook", name(b)).with("expected", name(a))]);
    }
    let mut merged = Workbook {
        schema: either(a.schema.as_ref(), b.schema.as_ref()),
        title: either(a.title.as_ref(), b.title.as_ref()),
        extra: a.extra.united(&b.extra),
        ..a.clone()
    };
    macro_rules! bring_together {
        ([$merged:ident, $other:ident] $( $field:ident: $entry:ident {
            $list:ident = $key:literal, one $one:literal, names $names:tt, order $order:tt, rests $rests:ident, entered $entered:ident,
            merged $how:ident, next $next:ident, $($more:tt)*
        } )*) => { $( together!($merged, $other, $field, $how); )* };
    }
    macro_rules! together {
        ($merged:ident, $other:ident, $field:ident, united) => {
            unite(&mut $merged.$field, &$other.$field);
        };
        ($merged:ident, $other:ident, $field:ident, all) => {
            $merged.$field.take_in($other.$field.iter().cloned());
        };
        // Of two parts of one workbook they are the same.
        ($merged:ident, $other:ident, $field:ident, past) => {};
    }
    lists!(bring_together, merged, b);
    merged.programme = merged.programme.or_else(|| b.programme.clone());
    if let Some(calendar) = &b.working_calendar {
        let known = merged.working_calendar.get_or_insert_with(Default::default);
        unite(&mut known.holidays, &calendar.holidays);
        unite(&mut known.workdays, &calendar.workdays);
        known.extra = known.extra.united(&calendar.extra);
    }
    let (merged, _) = Book::new(merged)?;
    if merged.content_digest() != one.content_digest() {
        one.must_be_open()?;
    }
    Ok(merged)
}

/// Everything that closings say of a workbook: a part of it says the same.
fn past(workbook: &Workbook) -> String {
    canonical(&(&workbook.history, &workbook.closed, &workbook.reopenings))
}

/// What one of two says, or what comes first where they say different things: the same whichever is merged into the other.
fn either(one: Option<&Name>, other: Option<&Name>) -> Option<Name> {
    one.into_iter().chain(other).min_by_key(|name| name.as_str()).cloned()
}

/// Adds what is not there yet.
fn unite<T: Clone + ToJson>(list: &mut Vec<T>, others: &[T]) {
    let text = |list: &[T], at: usize| list.get(at).map(|entry| canonical(entry));
    for at in unknown(&|at| text(list, at), &|at| text(others, at)) {
        list.take_in(others.get(at).cloned());
    }
}

/// The positions of those that are not among others, all by their texts.
fn unknown(known: &dyn Fn(usize) -> Option<String>, others: &dyn Fn(usize) -> Option<String>) -> Vec<usize> {
    let known = Index::of_keys((0..).map_while(known));
    let others = (0..).map_while(others).enumerate();
    others.filter(|(_, text)| !known.holds(text)).map(|(at, _)| at).listed()
}
