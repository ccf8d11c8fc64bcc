//! What an appraisal comes to: types only. `appraise` makes them, `output` writes them down.

mod standing;
mod subject;
mod unit;

use crate::json::answer;
use crate::number::Number;
use crate::problem::Problem;
use crate::workbook::{OpenItem, OverdueStep};

pub use standing::Standing;
pub use subject::{Outstanding, OutstandingState, SubjectResult, result_digest};
pub use unit::{ChannelCount, DepartmentCount, UnitReport};

answer! {
    /// What a workbook comes to.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Appraisal {
        /// Subject by subject, by id.
        pub results: Vec<SubjectResult>,
        /// Unit by unit.
        pub units: Vec<UnitReport>,
        /// What a person must be told beside the numbers.
        pub notices: Vec<Problem>,
        /// What is still to be done or to be decided.
        pub open: Vec<OpenItem> = default,
        /// How much came in by each channel.
        pub channels: Vec<ChannelCount> = default,
        /// How many steps of each department are overdue, as of the period's end.
        pub departments: Vec<DepartmentCount> = default,
        /// The overdue steps, as of the period's end.
        pub overdue: Vec<OverdueStep> = default,
    }
}

answer! {
    /// Whether a result is published.
    pub enum Status {
        /// Nothing is waited for: there is a total.
        Final = "final",
        /// Something is missing: total, grade and rank are absent.
        Provisional = "provisional",
    }
}

impl Status {
    /// A result is final as soon as it has a published total.
    #[must_use]
    pub(crate) const fn of(total: Option<Number>) -> Self {
        if total.is_some() { Self::Final } else { Self::Provisional }
    }
}
