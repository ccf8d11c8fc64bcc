//! The complaint register: what counts for whom, which steps are overdue, and which number is next.
//!
//! A complaint counts in the period of the day it was received, for the unit and the person held
//! responsible; until that is decided it counts for nobody and is listed. Numbers are never reused:
//! the counter of a month keeps the highest that was ever given.

use super::working_days::due;
use super::{Complaint, ComplaintCounter, ComplaintNumber, ComplaintStep, Incident, Workbook};
use crate::json::{Extra, answer};
use crate::list::{Listed, TakeIn};
use crate::number::{Count, MAX_COUNT};
use crate::order::{Index, arrange, key_of, number_key};
use crate::period::{CivilDate, Period};
use crate::problem::{Code, Problem};
use crate::scheme::{Checked, Department};
use crate::text::{Id, PersonId};

/// The complaints of a period, found by whom they concern.
#[derive(Debug)]
pub struct Register<'b> {
    handlings: Vec<Handling<'b>>,
    /// Those carried over from earlier periods: their overdue steps are listed, and they count no more.
    carried: Vec<Handling<'b>>,
    /// Positions by the numbers of those responsible and of those whose steps there are.
    concerned: Index,
    /// Variants of complaints in conflict: which of them counts nobody has decided.
    disputed: Vec<Handling<'b>>,
}

impl<'b> Register<'b> {
    pub(super) fn new(in_force: Vec<Handling<'b>>, mut disputed: Vec<Handling<'b>>, period: Period) -> Self {
        let received = |handling: &Handling<'b>| period.holds(handling.complaint.received);
        let (handlings, carried): (Vec<Handling<'b>>, Vec<Handling<'b>>) = in_force.into_iter().partition(received);
        let mut positions = Vec::new();
        let mut names: Vec<&str> = Vec::new();
        for (at, handling) in handlings.iter().enumerate() {
            for name in handling.concerned() {
                positions.push(at);
                names.push(name);
            }
        }
        let by_name = Index::of(names.into_iter());
        disputed.retain(received);
        Self { concerned: by_name.mapped(&positions), handlings, carried, disputed }
    }

    /// Every overdue step, as of a day, carried over or not.
    #[must_use]
    pub fn overdue(&self, today: CivilDate) -> Vec<OverdueStep> {
        self.handlings.iter().chain(&self.carried).flat_map(|handling| handling.overdue(today)).listed()
    }

    /// Every step of a complaint in force, with the day it is due, and whether it is late as of a day.
    #[must_use]
    pub fn steps(&self, today: CivilDate) -> Vec<StepDue> {
        self.handlings.iter().chain(&self.carried).flat_map(|handling| handling.steps_due(today)).listed()
    }

    /// Every complaint of the period, in the order of the workbook.
    #[must_use]
    pub fn handlings(&self) -> &[Handling<'b>] {
        &self.handlings
    }

    /// The complaints that concern a subject: held responsible, or with a step to take.
    #[must_use]
    pub fn of(&self, subject: &PersonId) -> Vec<&Handling<'b>> {
        let mut found: Vec<usize> = self.concerned.all(subject.as_str()).iter().map(|(_, at)| *at).listed();
        found.dedup();
        found.into_iter().filter_map(|at| self.handlings.get(at)).listed()
    }

    /// The variants, of complaints in conflict, that concern a subject.
    #[must_use]
    pub fn disputed_of(&self, subject: &PersonId) -> Vec<&Handling<'b>> {
        let concerned = |handling: &&Handling<'b>| handling.concerned().contains(&subject.as_str());
        self.disputed.iter().filter(concerned).listed()
    }
}

/// A complaint with the days its steps are due.
#[derive(Debug, Clone)]
pub struct Handling<'b> {
    /// The complaint.
    pub complaint: &'b Complaint,
    /// Each step with the day it is due, where it has one.
    pub steps: Vec<(&'b ComplaintStep, Option<CivilDate>)>,
}

/// How a complaint was handled, as of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handled {
    /// Every step was done on the due day or before.
    OnTime,
    /// A step was or is late.
    Late,
    /// A step is open and not due yet.
    Open,
}

answer! {
    /// A step that is overdue.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct OverdueStep {
        /// The complaint's number.
        pub complaint: ComplaintNumber,
        /// Whose step.
        pub department: Id,
        /// Who does it.
        pub owner: Option<PersonId> = default,
        /// The day it was due.
        pub due: CivilDate,
        /// The day it was done.
        pub done: Option<CivilDate> = default,
    }
}

answer! {
    /// A step of a complaint, with the day it is due.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct StepDue {
        /// The complaint's id.
        pub complaint: Id,
        /// Which of its steps, from 0.
        pub step: u32,
        /// The day it is due: as agreed for it, or by its department's limit; nothing where there is neither.
        pub due: Option<CivilDate> = default,
        /// Whether it was done too late, or is not done and was due before the day that was asked for.
        pub late: bool,
    }
}

impl<'b> Handling<'b> {
    /// A complaint with its due days by the departments' limits and the working calendar.
    pub(super) fn new(complaint: &'b Complaint, workbook: &'b Workbook, schemes: &'b [Checked]) -> Self {
        let steps = complaint.steps.iter().map(|step| (step, due_day(step, workbook, schemes))).listed();
        Self { complaint, steps }
    }

    /// The numbers of those whom it concerns.
    fn concerned(&self) -> Vec<&'b str> {
        let responsible = self.complaint.responsible.iter();
        let mut found =
            responsible.flat_map(|r| std::iter::once(&r.unit).chain(&r.person)).map(PersonId::as_str).listed();
        for (step, _) in &self.steps {
            found.push(step.department.as_str());
            found.take_in(step.owner.as_ref().map(PersonId::as_str));
        }
        found
    }

    /// How it was handled, as of a day.
    #[must_use]
    pub fn handled(&self, today: CivilDate) -> Handled {
        if self.steps.iter().any(|(step, due)| is_late(step, *due, today)) {
            return Handled::Late;
        }
        let open = self.steps.is_empty() || self.steps.iter().any(|(step, _)| step.done.is_none());
        if open { Handled::Open } else { Handled::OnTime }
    }

    /// Its overdue steps, as of a day.
    pub fn overdue(&self, today: CivilDate) -> impl Iterator<Item = OverdueStep> {
        let late = self.steps.iter().filter(move |(step, due)| is_late(step, *due, today));
        late.filter_map(|(step, due)| {
            Some(OverdueStep {
                complaint: self.complaint.number,
                department: step.department.clone(),
                owner: step.owner.clone(),
                due: (*due)?,
                done: step.done,
            })
        })
    }

    fn steps_due(&self, today: CivilDate) -> impl Iterator<Item = StepDue> {
        let complaint = &self.complaint.id;
        (0_u32..).zip(&self.steps).map(move |(step, (written, due))| StepDue {
            complaint: complaint.clone(),
            step,
            due: *due,
            late: is_late(written, *due, today),
        })
    }

    /// Whether something is still to be done: a step, or the decision who is responsible.
    #[must_use]
    pub fn is_unfinished(&self) -> bool {
        let open = self.steps.iter().any(|(step, _)| step.done.is_none());
        self.complaint.withdrawn.is_none() && (open || self.complaint.responsible.is_none())
    }

    /// Whether it counts for this subject.
    #[must_use]
    pub fn is_of(&self, subject: &PersonId) -> bool {
        let responsible = self.complaint.responsible.as_ref();
        responsible.is_some_and(|found| found.unit == *subject || found.person.as_ref() == Some(subject))
    }
}

/// Late is what was done after the due day, or is not done and was due before today.
fn is_late(step: &ComplaintStep, due: Option<CivilDate>, today: CivilDate) -> bool {
    match (due, step.done) {
        (Some(due), Some(done)) => done > due,
        (Some(due), None) => due < today,
        (None, _) => false,
    }
}

fn due_day(step: &ComplaintStep, workbook: &Workbook, schemes: &[Checked]) -> Option<CivilDate> {
    let limit = || department(schemes, &step.department).map(|department| department.days.0);
    let by_limit = || Some(due(workbook.working_calendar.as_ref(), step.handed, limit()?));
    step.due.or_else(by_limit)
}

/// The department of this id, in the register of one of the schemes.
pub(super) fn department<'s>(schemes: &'s [Checked], id: &Id) -> Option<&'s Department> {
    let registers = schemes.iter().filter_map(|scheme| scheme.register.as_ref());
    registers.flat_map(|register| &register.departments).find(|department| department.id == *id)
}

/// The next number of a month: one above the highest that was ever given in it; nothing where the month is full.
#[must_use]
pub fn next_number(workbook: &Workbook, month: Period) -> Option<ComplaintNumber> {
    let counted = workbook.complaint_counters.iter().filter(|counter| counter.month == month).map(|c| c.last.0);
    let given = workbook.complaints.iter().flat_map(Complaint::numbers).filter(|number| number.month() == month);
    let highest = counted.chain(given.map(|number| number.running())).max().unwrap_or(0);
    (highest < MAX_COUNT).then(|| ComplaintNumber::new(month, highest.saturating_add(1)))
}

/// No number is left in a month.
pub(super) fn month_full(month: Period) -> Problem {
    let problem = Problem::new(Code::WholeNumberRange, "/number").with("found", format!("{month}-{MAX_COUNT} + 1"));
    problem.with("least", 1_u32).with("most", MAX_COUNT)
}

impl Incident {
    /// Whether it names somebody, where the number is no unit's.
    pub(super) fn names(&self, person: &PersonId, is_unit: bool) -> bool {
        !is_unit && self.unit.as_ref() == Some(person)
    }
}

impl Complaint {
    /// Whether it names somebody, who may be held responsible or own a step; a number that is a unit's is the unit.
    pub(super) fn names(&self, person: &PersonId, is_unit: bool) -> bool {
        let mut responsible = self.drafted.iter().chain(&self.responsible);
        let mut owners = self.steps.iter().filter_map(|step| step.owner.as_ref());
        responsible.any(|found| (!is_unit && found.unit == *person) || found.person.as_ref() == Some(person))
            || owners.any(|owner| owner == person)
    }

    /// Its number, and those it had before.
    pub fn numbers(&self) -> impl Iterator<Item = ComplaintNumber> {
        std::iter::once(self.number).chain(self.aliases.iter().copied())
    }
}

/// Lets every counter know of the numbers that are there: they never fall.
pub(super) fn count_numbers(workbook: &mut Workbook) {
    let mut numbers = workbook.complaints.iter().flat_map(Complaint::numbers).listed();
    let kept = workbook.complaint_counters.iter().map(|counter| ComplaintNumber::new(counter.month, counter.last.0));
    numbers.take_in(kept);
    arrange(&mut numbers, |number| key_of(&[&number.month().to_string(), &number_key(number.running())]));
    let extra = |month: Period| {
        let of_month = workbook.complaint_counters.iter().filter(|counter| counter.month == month);
        of_month.fold(Extra::default(), |all, counter| all.united(&counter.extra))
    };
    let mut highest: Vec<ComplaintCounter> = Vec::new();
    for number in numbers {
        match highest.last_mut().filter(|counter| counter.month == number.month()) {
            Some(counter) => counter.last = Count(number.running()),
            None => {
                let last = Count(number.running());
                let month = number.month();
                highest.push(ComplaintCounter { month, last, extra: extra(month) });
            }
        }
    }
    workbook.complaint_counters = highest;
}
