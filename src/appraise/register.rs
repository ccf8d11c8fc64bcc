//! What the register and the channels come to, for the whole workbook.

use super::Subject;
use crate::list::{Listed, TakeIn};
use crate::order::{Index, arrange, key_of, number_key};
use crate::result::{ChannelCount, DepartmentCount, UnitReport};
use crate::text::Id;
use crate::workbook::{Book, Handling, OverdueStep};

/// Counts what came in by each channel that the schemes name.
pub(crate) fn channels(book: &Book, subjects: &[Subject<'_>]) -> Vec<ChannelCount> {
    let mut counts: Vec<ChannelCount> = Vec::new();
    for channel in book.schemes().iter().flat_map(|scheme| &scheme.channels) {
        if !counts.iter().any(|count| count.channel == channel.id) {
            counts.push(ChannelCount { channel: channel.id.clone(), feedback: 0, refuted: 0, records: 0 });
        }
    }
    if counts.is_empty() {
        return counts;
    }
    let mut add = |channel: Option<&Id>, of: fn(&mut ChannelCount) -> &mut u32| {
        if let Some(count) = counts.iter_mut().find(|count| Some(&count.channel) == channel) {
            let counter = of(count);
            *counter = counter.saturating_add(1);
        }
    };
    for entries in subjects.iter().map(|subject| &subject.entries) {
        entries.feedback.iter().for_each(|form| add(form.channel.as_ref(), |count| &mut count.feedback));
        entries.refuted.iter().for_each(|form| add(form.channel.as_ref(), |count| &mut count.refuted));
        entries.records.iter().for_each(|record| add(record.channel.as_ref(), |count| &mut count.records));
    }
    counts
}

/// The overdue steps of each department of the schemes' registers.
pub(crate) fn departments(book: &Book, overdue: &[OverdueStep]) -> Vec<DepartmentCount> {
    let registers = book.schemes().iter().filter_map(|scheme| scheme.register.as_ref());
    let mut counts: Vec<DepartmentCount> = Vec::new();
    for department in registers.flat_map(|register| &register.departments) {
        // Schemes of one company may carry the same register.
        if !counts.iter().any(|known| known.department == department.id) {
            let overdue = count(overdue.iter().filter(|step| step.department == department.id).count());
            counts.push(DepartmentCount { department: department.id.clone(), overdue });
        }
    }
    counts
}

/// Lists beside each unit the complaints that name it and that nobody has decided yet.
pub(crate) fn undecided(book: &Book, handlings: &[Handling<'_>], units: &mut [UnitReport]) {
    let open = handlings.iter().map(|handling| handling.complaint).filter(|complaint| complaint.responsible.is_none());
    let mut drafted = open.filter_map(|complaint| Some((complaint.drafted.as_ref()?, complaint.number))).listed();
    if drafted.is_empty() {
        return;
    }
    arrange(&mut drafted, |(_, number)| key_of(&[&number.month().to_string(), &number_key(number.running())]));
    let people = &book.workbook().people;
    let by_id = Index::of(people.iter().map(|person| person.id.as_str()));
    for unit in units {
        let named = drafted.iter().filter(|(draft, _)| {
            let of_subject = by_id.get(draft.unit.as_str()).and_then(|at| people.get(at));
            draft.unit.as_str() == unit.unit.as_str()
                || of_subject.is_some_and(|person| person.unit.as_ref() == Some(&unit.unit) && person.scheme.is_some())
        });
        unit.undecided.take_in(named.map(|(_, number)| *number));
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
