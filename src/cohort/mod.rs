//! Everybody: who is appraised before whom, ranks within units, grades by rank, bottom N, and the warning
//! ladder over periods.

mod distribution;
mod early;
mod ladder;
mod rank;
mod warned;

pub use distribution::{Quota, grade_of_rank, quotas};
pub use ladder::{Month, Warning};
pub use rank::{Place, Ranked, bottom, rank};
pub use warned::{Warned, warned};
