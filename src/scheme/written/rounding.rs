//! The one rounding that a scheme names: step and mode.

use crate::json::{Extra, shape};
use crate::number::{Decimal, Exact, Figure, Mode, rounded};

shape! {
    /// To which step, and which way.
    pub struct Rounding {
        /// Above 0; the result has exactly its places.
        pub step: Decimal,
        /// What happens between two steps.
        pub mode: Mode = default,
    }
}

impl Rounding {
    /// To 0.01, half-up: what holds where a scheme says nothing of its total.
    #[must_use]
    pub fn to_cents() -> Self {
        Self { step: Decimal::CENT, mode: Mode::HalfUp, extra: Extra::default() }
    }

    /// Rounds to a multiple of the step, with exactly the step's places; nothing if that has more
    /// than 28 digits.
    ///
    /// ```
    /// use kaohe::{number::{Exact, Decimal}, scheme::Rounding};
    /// let cent = Rounding::to_cents();
    /// let total = Exact::from(Decimal::parse("73.775").unwrap());
    /// assert_eq!(cent.round(&total).unwrap().to_string(), "73.78");
    /// ```
    #[must_use]
    pub fn round(&self, value: &Exact) -> Option<Decimal> {
        rounded(value, self.step, self.mode)
    }
}

/// A figure, rounded if a rounding is named.
#[must_use]
pub fn figure_of(value: Exact, rounding: Option<&Rounding>) -> Figure {
    match rounding.and_then(|rounding| rounding.round(&value)) {
        Some(rounded) => Figure::Rounded(rounded),
        None => Figure::Exact(value),
    }
}
