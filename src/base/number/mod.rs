//! Numbers: one grammar on the way in, exact fractions on the way through, one rounding on the way out.
//!
//! - [`Decimal`] is what a person wrote or a file holds: at most twelve digits, a point, six more
//!   (model: Numbers). Anything else is refused with a code that says what to write instead.
//! - [`Exact`] is what the engine computes with: a fraction that is never cut.
//! - [`rounded`] turns one into the other, where a scheme says so and nowhere else.

mod count;
mod decimal;
mod exact;
mod figure;
mod fraction;
mod grammar;
mod natural;
mod packed;
mod plain;
mod rounding;
mod tidy;

pub use count::{Count, MAX_COUNT};
pub use exact::Exact;
pub use figure::Figure;
pub(crate) use grammar::tell_unread;
pub use grammar::{MAX_DIGITS, MAX_PLACES};
pub(crate) use packed::{Addition, Packed};
pub use plain::{Decimal, DecimalText};
pub use rounding::{Mode, rounded};
pub use tidy::{Tidied, tidy};
