//! Everybody: who is appraised before whom, ranks within units, grades by rank, bottom N, and the warning
//! ladder over periods.

mod distribution;
mod early;
mod group;
mod ladder;
mod rank;

pub use distribution::{Quota, grade_of_rank, quotas};
pub(crate) use group::Groups;
pub use ladder::{Month, Warned, Warning, warned};
pub use rank::{Place, Ranked, bottom, rank};
