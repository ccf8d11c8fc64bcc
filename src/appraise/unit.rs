//! A unit's report, of its members once they are ranked.

use super::Subject;
use crate::cohort::Quota;
use crate::order::{arrange, number_key};
use crate::result::UnitReport;
use crate::text::Id;
use crate::workbook::State;

impl UnitReport {
    pub(crate) fn new(unit: &Id, schemes: Vec<Id>, members: &[&Subject<'_>], quotas: Vec<Quota>) -> Self {
        let mut report = Self {
            unit: unit.clone(),
            scheme: schemes.first().cloned().unwrap_or_default(),
            schemes: if schemes.len() > 1 { schemes } else { Vec::new() },
            members: 0,
            ranked: 0,
            provisional: 0,
            away: 0,
            passed_over: Vec::new(),
            all_in_bottom: false,
            quotas,
            undecided: Vec::new(),
        };
        let mut bottoms: Vec<u32> = Vec::new();
        for subject in members {
            report.members = report.members.saturating_add(1);
            let counter = match (subject.place, subject.entries.state) {
                (Some(_), _) => &mut report.ranked,
                (None, State::Active) => &mut report.provisional,
                (None, _) => &mut report.away,
            };
            *counter = counter.saturating_add(1);
            let rules = subject.scheme.warnings.iter().filter(|rules| !rules.small_units);
            for bottom in rules.flat_map(|rules| &rules.rungs).map(|rung| rung.bottom.0) {
                if !bottoms.contains(&bottom) {
                    bottoms.push(bottom);
                }
            }
        }
        let first = members.iter().filter(|subject| subject.place.is_some_and(|place| place.rank == 1));
        let all_first = first.filter(|subject| subject.scheme.warnings.is_some()).count();
        report.all_in_bottom = u32::try_from(all_first) == Ok(report.ranked) && report.ranked > 1;
        bottoms.retain(|bottom| report.ranked <= *bottom);
        arrange(&mut bottoms, |bottom| number_key(*bottom));
        report.passed_over = bottoms;
        report
    }
}
