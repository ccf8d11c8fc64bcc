//! What an appraisal comes to: types only. `appraise` makes them, `output` writes them down.

mod appraisal;
mod standing;
mod status;
mod subject;
mod unit;

pub use appraisal::Appraisal;
pub use standing::Standing;
pub use status::Status;
pub use subject::{Outstanding, OutstandingState, SubjectResult, result_digest};
pub use unit::{ChannelCount, DepartmentCount, UnitReport};
