//! What an appraisal comes to: types only. `appraise` makes them, `output` writes them down.

mod standing;
mod subject;
mod unit;

use crate::json::{to_json, word_json};
use crate::number::Number;
use crate::problem::Problem;
use crate::workbook::{OpenItem, OverdueStep};

pub use standing::Standing;
pub use subject::{Outstanding, OutstandingState, SubjectResult, result_digest};
pub use unit::{ChannelCount, DepartmentCount, UnitReport};

/// What a workbook comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", serde(rename_all = "camelCase"))]
pub struct Appraisal {
    /// Subject by subject, by id.
    pub results: Vec<SubjectResult>,
    /// Unit by unit.
    pub units: Vec<UnitReport>,
    /// What a person must be told beside the numbers.
    pub notices: Vec<Problem>,
    /// What is still to be done or to be decided.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub open: Vec<OpenItem>,
    /// How much came in by each channel.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub channels: Vec<ChannelCount>,
    /// How many steps of each department are overdue, as of the period's end.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub departments: Vec<DepartmentCount>,
    /// The overdue steps, as of the period's end.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub overdue: Vec<OverdueStep>,
}

to_json!(Appraisal { results, units, notices, open = default, channels = default, departments = default, overdue = default });

/// Whether a result is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", serde(rename_all = "kebab-case"))]
pub enum Status {
    /// Nothing is waited for: there is a total.
    Final,
    /// Something is missing: total, grade and rank are absent.
    Provisional,
}

word_json!(Status { Final = "final", Provisional = "provisional" });

impl Status {
    /// A result is final as soon as it has a published total.
    #[must_use]
    pub(crate) const fn of(total: Option<Number>) -> Self {
        if total.is_some() { Self::Final } else { Self::Provisional }
    }
}
