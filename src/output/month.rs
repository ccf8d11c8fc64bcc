//! Where a period's appraisal stands in its calendar: which steps were taken, which are due.

use crate::json::answer;
use crate::list::Listed;
use crate::period::CivilDate;
use crate::scheme::CalendarStep;
use crate::text::{Id, Name};
use crate::workbook::Book;

answer! {
    /// A step of a scheme's calendar in this period.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct MonthStep {
        /// The scheme.
        pub scheme: Id,
        /// The step.
        pub step: Id,
        /// The first day.
        pub from: CivilDate,
        /// The last day.
        pub to: CivilDate,
        /// How it stands.
        pub state: StepState,
        /// Who took it.
        pub author: Option<Name> = default,
        /// When it was taken.
        pub done: Option<CivilDate> = default,
    }
}

answer! {
    /// How a step of the calendar stands.
    pub enum StepState {
        /// It was taken.
        Done = "done",
        /// Its days are these.
        Due = "due",
        /// Its days are over, and it was not taken.
        Late = "late",
        /// Its days are still to come.
        Ahead = "ahead",
    }
}

/// The steps of the calendars of a workbook's schemes, as of a day.
#[must_use]
pub fn month_steps(book: &Book, today: CivilDate) -> Vec<MonthStep> {
    let schemes = book.schemes().iter();
    let steps = schemes.flat_map(|scheme| scheme.calendar.iter().map(move |step| (&scheme.id, step)));
    steps.map(|(scheme, step)| month_step(book, scheme, step, today)).listed()
}

fn month_step(book: &Book, scheme: &Id, step: &CalendarStep, today: CivilDate) -> MonthStep {
    let last = book.workbook().period.last_day();
    let from = last.months_on(step.months_after.0, step.from.0);
    let to = last.months_on(step.months_after.0, step.to.0);
    let taken = book.workbook().milestones.iter().find(|taken| taken.scheme == *scheme && taken.step == step.id);
    let state = match taken {
        Some(_) => StepState::Done,
        None if today < from => StepState::Ahead,
        None if today <= to => StepState::Due,
        None => StepState::Late,
    };
    MonthStep {
        scheme: scheme.clone(),
        step: step.id.clone(),
        from,
        to,
        state,
        author: taken.map(|taken| taken.author.clone()),
        done: taken.map(|taken| taken.date),
    }
}
