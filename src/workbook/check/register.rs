//! The complaint register: numbers of their month, known departments and people, dates in order.

use super::{Check, unknown_id};
use crate::list::Listed;
use crate::order::Index;
use crate::period::{Calendar, CivilDate};
use crate::problem::{ArgKind, Code, Problem, place_in};
use crate::scheme::unknown_part;
use crate::text::{Id, PersonId};
use crate::workbook::{Complaint, Responsibility};

impl Check<'_> {
    pub(super) fn complaints(&mut self) {
        let workbook = self.workbook;
        let units = Index::of(workbook.units.iter().map(|unit| unit.id.as_str()));
        for (index, complaint) in workbook.complaints.iter().enumerate() {
            self.complaint(&format!("/complaints/{index}"), complaint, &units);
        }
        for (index, incident) in workbook.incidents.iter().enumerate() {
            if let Some(unit) = &incident.unit {
                self.unit_or_subject(format!("/incidents/{index}/unit"), unit, &units);
            }
        }
        for (index, counter) in workbook.complaint_counters.iter().enumerate() {
            if !counter.month.is_of(Calendar::Month) {
                let at = format!("/complaintCounters/{index}/month");
                let problem = Problem::new(Code::PeriodKind, at).with("period", counter.month);
                self.tell(problem.with("expected", ArgKind::Kinds.of(Calendar::Month.as_str())));
            }
        }
        self.unique("/incidents", &Index::of(workbook.incidents.iter().map(|incident| incident.id.as_str())));
        if let Some(calendar) = &workbook.working_calendar {
            let workdays = Index::of_keys(calendar.workdays.iter().map(ToString::to_string));
            for (index, day) in calendar.holidays.iter().enumerate() {
                if workdays.holds(&day.to_string()) {
                    let at = format!("/workingCalendar/holidays/{index}");
                    self.tell(Problem::new(Code::DayTwice, at).with("date", day));
                }
            }
        }
    }

    fn complaint(&mut self, place: &str, complaint: &Complaint, units: &Index) {
        let month = complaint.registered.month();
        if complaint.number.month() != month {
            let problem = Problem::new(Code::ComplaintNumberMonth, place_in(place, "number"));
            self.tell(problem.with("number", complaint.number).with("month", month));
        }
        self.dates(&place_in(place, "registered"), Some(complaint.received), Some(complaint.registered));
        for (name, found) in [("drafted", &complaint.drafted), ("responsible", &complaint.responsible)] {
            if let Some(found) = found {
                self.responsibility(&place_in(place, name), found, units);
            }
        }
        for (index, step) in complaint.steps.iter().enumerate() {
            let at = format!("{place}/steps/{index}");
            let registers = self.schemes.iter().filter_map(|scheme| scheme.register.as_ref());
            let known: Vec<&Id> = registers.flat_map(|register| &register.departments).map(|part| &part.id).listed();
            // Without a register in the workbook a complaint still feeds the results; its steps have no limits.
            if !known.is_empty() && !known.contains(&&step.department) {
                self.tell(unknown_id(place_in(&at, "department"), "department", &step.department, &known));
            }
            if let Some(owner) = &step.owner {
                self.person(place_in(&at, "owner"), owner);
            }
            self.dates(&place_in(&at, "done"), Some(step.handed), step.done);
            self.dates(&place_in(&at, "due"), Some(step.handed), step.due);
        }
    }

    fn responsibility(&mut self, place: &str, found: &Responsibility, units: &Index) {
        self.unit_or_subject(place_in(place, "unit"), &found.unit, units);
        if let Some(person) = &found.person {
            self.person(place_in(place, "person"), person);
        }
    }

    fn unit_or_subject(&mut self, place: String, unit: &PersonId, units: &Index) {
        if !units.holds(unit.as_str()) && !self.people.holds(unit.as_str()) {
            let known = [units.some_keys(), self.people.some_keys()].concat();
            self.tell(unknown_part(place, "responsible", unit.as_str(), &known));
        }
    }

    fn person(&mut self, place: String, person: &PersonId) {
        if !self.people.holds(person.as_str()) {
            self.tell(unknown_part(place, "person", person.as_str(), &self.people.some_keys()));
        }
    }

    /// Two dates of which the second is not before the first.
    fn dates(&mut self, place: &str, earlier: Option<CivilDate>, later: Option<CivilDate>) {
        if let (Some(earlier), Some(later)) = (earlier, later)
            && later < earlier
        {
            let problem = Problem::new(Code::DatesOutOfOrder, place).with("earlier", later);
            self.tell(problem.with("later", earlier));
        }
    }
}
