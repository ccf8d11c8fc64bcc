//! Input 1, the rules: as written ([`Scheme`]), as read (strictly, see [`crate::json`]), as checked ([`Checked`]).

mod bounds;
mod check;
mod grades;
mod groups;
mod outline;
mod written;

pub use bounds::Range;
pub use check::Checked;
pub(crate) use check::{unknown, unknown_part};
pub(crate) use groups::Groups;
pub(crate) use outline::{AskedLines, Line};
pub use written::*;
