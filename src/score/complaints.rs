//! Measure `complaints`: what the register says of the subject: how many complaints, their rate over a
//! volume, what they take by severity, how many steps are overdue, or the share handled on time.
//!
//! A complaint counts for the unit and the person held responsible, in the period of the day it was
//! received. Three complaints on 400 orders are a rate of 3 × 100 ÷ 400 = 0.75 (percent).
//!
//! A register is never missing: no complaint is a count, a sum and (with a volume above 0) a rate of 0.
//! Silent when the volume is absent or 0, or when there is nothing to take a share of. Of a complaint in conflict it is
//! open whom it is of: where one of its variants is the subject's, the result waits.

use super::derivation::sum_of;
use super::indicator::{entry, latest};
use super::measured::{Lack, Measured};
use super::{Context, MissingReason, Step, StepCode};
use crate::list::Listed;
use crate::number::{Decimal, Exact};
use crate::problem::ArgKind;
use crate::scheme::{ComplaintsMeasure, ComplaintsOf, SeverityPoints};
use crate::text::PersonId;
use crate::workbook::{Complaint, ComplaintSeverity, ComplaintStep, Handled, Handling, OverdueStep};

/// Measures a criterion by the complaint register.
pub(super) fn measure(context: &Context<'_>, measure: &ComplaintsMeasure) -> Measured {
    let Some(subject) = context.entries.subject else { return Measured::no_data(MissingReason::NoValue) };
    let of_subject = context.entries.complaints.iter().filter(|handling| handling.is_of(subject));
    let counting: Vec<&Handling<'_>> = of_subject.copied().listed();
    if context.entries.complaint_conflicts.iter().any(|handling| feeds(measure.of, handling, subject)) {
        return Measured::lacks(Lack::Conflict);
    }
    match measure.of {
        ComplaintsOf::Count => count(context, &counting),
        ComplaintsOf::Rate => rate(context, measure, &counting),
        ComplaintsOf::Severity => severity(context, measure.points.as_ref(), &counting),
        ComplaintsOf::Overdue => overdue(context),
        ComplaintsOf::OnTime => on_time(context, &counting),
    }
}

/// Whether a complaint counts here for the subject, or one of its steps does.
fn feeds(of: ComplaintsOf, handling: &Handling<'_>, subject: &PersonId) -> bool {
    let (department, owner) = (subject.as_str(), Some(subject));
    let is_step = |step: &ComplaintStep| step.department.as_str() == department || step.owner.as_ref() == owner;
    match of {
        ComplaintsOf::Overdue => handling.complaint.steps.iter().any(is_step),
        _ => handling.is_of(subject),
    }
}

fn count(context: &Context<'_>, counting: &[&Handling<'_>]) -> Measured {
    let raw = super::rating::count(counting.len());
    let step = context.trace.step(|| Step::new(StepCode::COMPLAINTS_COUNT).gives(&raw).from(lines(counting)));
    Measured::raw(raw, step)
}

fn rate(context: &Context<'_>, measure: &ComplaintsMeasure, counting: &[&Handling<'_>]) -> Measured {
    let volume = match measure.volume.as_ref().map(|volume| latest(context, volume, None)) {
        Some(Ok(Some(volume))) => volume,
        Some(Err(lack)) => return Measured::lacks(lack),
        _ => return Measured::no_data(MissingReason::NoVolume),
    };
    let complaints = super::rating::count(counting.len());
    let Some(rate) = complaints.times(&Exact::from(100)).divided_by(&volume.value.into()) else {
        return Measured::no_data(MissingReason::NoVolume);
    };
    let step = context.trace.step(|| {
        let figures = format!("{} × 100 ÷ {}", counting.len(), volume.value);
        let volume = entry(volume).gives(volume.value);
        Step::new(StepCode::COMPLAINTS_RATE).calculated(figures).gives(&rate).from([volume]).from(lines(counting))
    });
    Measured::raw(rate, step)
}

fn severity(context: &Context<'_>, points: Option<&SeverityPoints>, counting: &[&Handling<'_>]) -> Measured {
    let taken = |complaint: &Complaint| points.map_or(Exact::ZERO, |points| taken_by(points, complaint).into());
    let terms: Vec<Exact> = counting.iter().map(|handling| taken(handling.complaint)).listed();
    let sum = terms.iter().fold(Exact::ZERO, |sum, term| sum.plus(term));
    let step = context.trace.step(|| {
        let lines = counting.iter().zip(&terms).map(|(handling, term)| line(handling.complaint).gives(term));
        Step::new(StepCode::COMPLAINTS_SEVERITY).calculated(sum_of(&terms)).gives(&sum).from(lines)
    });
    Measured::raw(sum, step)
}

const fn taken_by(points: &SeverityPoints, complaint: &Complaint) -> Decimal {
    match complaint.severity {
        ComplaintSeverity::Minor => points.minor,
        ComplaintSeverity::Normal => points.normal,
        ComplaintSeverity::Serious => points.serious,
    }
}

/// Overdue steps of the subject's, whoever is responsible for the complaint.
fn overdue(context: &Context<'_>) -> Measured {
    let Some(subject) = context.entries.subject else { return Measured::no_data(MissingReason::NoValue) };
    let after = context.entries.period.last_day().next();
    let all = context.entries.complaints.iter().flat_map(|handling| handling.overdue(after));
    let steps: Vec<OverdueStep> = all
        .filter(|step| step.department.as_str() == subject.as_str() || step.owner.as_ref() == Some(subject))
        .listed();
    let raw = super::rating::count(steps.len());
    let step = context.trace.step(|| {
        let lines = steps.iter().map(|step| {
            let line = Step::new(StepCode::OVERDUE_STEP).with("complaint", step.complaint).with("due", step.due);
            match step.done {
                Some(done) => line.with("done", done),
                None => line,
            }
        });
        Step::new(StepCode::COMPLAINTS_OVERDUE).gives(&raw).from(lines)
    });
    Measured::raw(raw, step)
}

/// Handled on time × 100 ÷ judged; what is open and not due yet is not judged.
fn on_time(context: &Context<'_>, counting: &[&Handling<'_>]) -> Measured {
    let after = context.entries.period.last_day().next();
    let judged: Vec<(&Handling<'_>, Handled)> = counting
        .iter()
        .map(|handling| (*handling, handling.handled(after)))
        .filter(|(_, h)| *h != Handled::Open)
        .listed();
    let in_time = judged.iter().filter(|(_, handled)| *handled == Handled::OnTime).count();
    let share = super::rating::count(in_time).times(&Exact::from(100)).divided_by(&super::rating::count(judged.len()));
    let Some(share) = share else { return Measured::no_data(MissingReason::NoComplaint) };
    let step = context.trace.step(|| {
        let figures = format!("{in_time} × 100 ÷ {}", judged.len());
        let lines = judged.iter().map(|(handling, handled)| {
            let handled = if *handled == Handled::Late { "late" } else { "on-time" };
            line(handling.complaint).with("handled", ArgKind::Words.of(handled))
        });
        Step::new(StepCode::COMPLAINTS_ON_TIME).calculated(figures).gives(&share).from(lines)
    });
    Measured::raw(share, step).of(judged.len(), counting.len())
}

fn lines(counting: &[&Handling<'_>]) -> Vec<Step> {
    counting.iter().map(|handling| line(handling.complaint)).listed()
}

/// One line: the complaint's number, the day it was received, its severity.
fn line(complaint: &Complaint) -> Step {
    let step = Step::new(StepCode::COMPLAINT).with("number", complaint.number).with("received", complaint.received);
    step.with("severity", ArgKind::Words.of(complaint.severity.as_str()))
}
