//! Everybody: ranks within units, bottom N, and the warning ladder over periods.

mod early;
mod ladder;
mod rank;

pub use ladder::{Month, Warned, Warning, warned};
pub use rank::{Place, Ranked, bottom, rank};
