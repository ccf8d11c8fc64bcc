//! What a workbook comes to.

use super::{ChannelCount, DepartmentCount, SubjectResult, UnitReport};
use crate::json::answer;
use crate::problem::Problem;
use crate::workbook::{OpenItem, OverdueStep};

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
