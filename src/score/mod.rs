//! One subject: measures, scales, total and grade, each number with its derivation.
//!
//! ```text
//! entries ─▶ measure ─▶ scale ─▶ criterion ─▶ section ─▶ total ─▶ grade
//! ```

#[cfg(feature = "workbench")]
mod complaints;
mod context;
mod criterion;
mod critical;
mod derivation;
#[cfg(feature = "workbench")]
mod evidence;
#[cfg(feature = "workbench")]
mod feedback;
#[cfg(feature = "workbench")]
mod indicator;
#[cfg(feature = "workbench")]
mod measured;
mod outcome;
mod rating;
#[cfg(feature = "workbench")]
mod records;
#[cfg(feature = "workbench")]
mod results;
mod scale;
mod scored;
mod step_code;
mod tally;
#[cfg(feature = "workbench")]
mod team;
mod total;

pub(crate) use context::Context;
pub use context::{Asked, Parts, Unfinished};
pub(crate) use critical::{grade_step, of_grade};
pub(crate) use derivation::bracketed;
pub use derivation::{Step, Trace};
pub(crate) use outcome::rounded_step;
pub use scored::{CriterionScore, CriticalHit, Missing, MissingReason, RoleScore, Scored, SectionScore};
pub(crate) use scored::{is_open, measured_criteria};
pub use step_code::StepCode;
pub use total::score;
