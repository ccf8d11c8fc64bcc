//! A unit, a channel and a department in figures.

use crate::cohort::Quota;
use crate::json::answer;
use crate::text::Id;
use crate::workbook::ComplaintNumber;

answer! {
    /// A unit in figures.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct UnitReport {
        /// The unit.
        pub unit: Id,
        /// The scheme, or the first of those ranked together.
        pub scheme: Id,
        /// All that are ranked together, where there are several.
        pub schemes: Vec<Id> = default,
        /// How many are appraised.
        pub members: u32,
        /// How many are ranked.
        pub ranked: u32,
        /// How many at work have no total yet.
        pub provisional: u32,
        /// How many are on leave or 待岗.
        pub away: u32,
        /// Each N of which the unit has no bottom N, being too small.
        pub passed_over: Vec<u32>,
        /// Everybody who is ranked has the same total, so that a bottom N takes in all of them.
        pub(crate) all_in_bottom: bool = skip,
        /// The seats of a forced distribution.
        pub quotas: Vec<Quota> = default,
        /// Complaints that name the unit or one of its subjects, and count for nobody until it is decided
        /// who is responsible.
        pub undecided: Vec<ComplaintNumber> = default,
    }
}

answer! {
    /// How much came in by one channel.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct ChannelCount {
        /// The channel.
        pub channel: Id,
        /// Customers' forms that count.
        pub feedback: u32,
        /// Customers' forms that were refuted.
        pub refuted: u32,
        /// Records that count.
        pub records: u32,
    }
}

answer! {
    /// How many steps of a department are overdue.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct DepartmentCount {
        /// The department.
        pub department: Id,
        /// How many of its steps are overdue.
        pub overdue: u32,
    }
}
