//! Measure `records`: dated, signed entries → their signed sum, or their count.
//!
//! A register is never missing: no record is a count and a sum of 0. Records −10 and +20 sum to
//! +10; where the criterion has a bonus the two signs are kept apart, and never offset.

use super::{Context, Step, StepCode};
use crate::list::Listed;
use crate::number::Exact;
use crate::problem::ArgKind;
use crate::scheme::{Criterion, RecordsMeasure, RecordsOf};
use crate::workbook::RecordEntry;

/// What the records come to.
pub(super) struct Recorded<'c> {
    /// The sum of the points below 0.
    pub(super) taken: Exact,
    /// The sum of the points above 0.
    pub(super) added: Exact,
    /// The raw number: the signed sum, or the count.
    pub(super) raw: Exact,
    /// The records that count.
    pub(super) counting: Vec<&'c RecordEntry>,
    /// A record of this criterion is in conflict.
    pub(super) in_conflict: bool,
}

/// Measures a criterion by its records.
pub(super) fn measure<'c>(context: &Context<'c>, criterion: &Criterion, measure: &RecordsMeasure) -> Recorded<'c> {
    let of_criterion = |record: &&&RecordEntry| record.criterion == criterion.id;
    let counting: Vec<&RecordEntry> = context.entries.records.iter().filter(of_criterion).copied().listed();
    let in_conflict = context.entries.record_conflicts.iter().any(|record| record.criterion == criterion.id);
    let mut taken = Exact::ZERO;
    let mut added = Exact::ZERO;
    let mut events = 0_i64;
    for record in &counting {
        let points = record.points.map(Exact::from);
        match points {
            Some(points) if points.is_negative() => taken = taken.plus(&points),
            Some(points) => added = added.plus(&points),
            None => events = events.saturating_add(1),
        }
    }
    let raw = match measure.of {
        RecordsOf::Points => taken.plus(&added),
        RecordsOf::Count => Exact::from(events),
    };
    Recorded { taken, added, raw, counting, in_conflict }
}

impl Recorded<'_> {
    /// How many count; one that annuls another is not one itself.
    pub(super) fn count(&self) -> u32 {
        let annuls = |record: &RecordEntry| record.points.is_some_and(|points| points.is_zero());
        u32::try_from(self.counting.iter().filter(|record| !annuls(record)).count()).unwrap_or(u32::MAX)
    }

    /// One line for each record: its number, its day, who wrote it and why.
    pub(super) fn lines(&self) -> impl Iterator<Item = Step> {
        self.counting.iter().map(|record| {
            let step = Step::new(StepCode::RECORD)
                .with("id", ArgKind::Entry.of(&record.id))
                .with("date", record.date)
                .with("author", ArgKind::Person.of(&record.author))
                .with("reason", &record.reason);
            let step = match &record.replaces {
                Some(replaced) => step.with("replaces", ArgKind::Earlier.of(replaced)),
                None => step,
            };
            match record.points {
                Some(points) => step.gives(points),
                None => step,
            }
        })
    }
}
