//! A decimal number as people write it.

use std::cmp::Ordering;
use std::fmt;

use rust_decimal::Decimal as Digits;

use super::decimal::Decimals;
use super::grammar::{offence, whole};
use crate::problem::Code;

/// A decimal number with the digits that were written: `9.50` stays `9.50`.
///
/// ```
/// use kaohe::number::Decimal;
/// assert_eq!(Decimal::parse("9.50").unwrap().to_string(), "9.50");
/// assert!(Decimal::parse("1e3").is_err());
/// assert!(Decimal::parse("79.9999999999999999").is_err()); // too many places; never 80
/// ```
#[derive(Debug, Clone, Copy, Default)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(type = "number | string"))]
pub struct Decimal(Digits);

/// A decimal number in an answer. A file may hold a JSON number or text; what the engine writes is text.
pub type DecimalText = Decimal;

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(typescript_custom_section)]
const DECIMAL_TEXT: &'static str =
    "/** A decimal number as the engine writes it. */\nexport type DecimalText = string;";

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self(Digits::ZERO);
    /// One.
    pub const ONE: Self = Self(Digits::ONE);
    /// One hundredth.
    pub const CENT: Self = Self(Digits::from_parts(1, 0, 0, false, 2));

    /// Reads `-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?` and nothing else.
    ///
    /// # Errors
    /// The code that says what to write instead; `-0` is 0.
    pub fn parse(text: &str) -> Result<Self, Code> {
        let number = whole(text).ok_or_else(|| offence(text))?;
        Ok(Self::of_digits(number.digits, number.places))
    }

    /// `digits` × 10^-`places`, of which there are at most 28.
    #[expect(clippy::cast_possible_truncation, reason = "the lower and the upper 32 of 64 bits")]
    #[inline]
    pub(crate) const fn of_digits(digits: i64, places: u32) -> Self {
        let magnitude = digits.unsigned_abs();
        let places = if places > Digits::MAX_SCALE { Digits::MAX_SCALE } else { places };
        Self(Digits::from_parts(magnitude as u32, (magnitude >> 32) as u32, 0, digits < 0, places))
    }

    /// `mantissa` × 10^-`places`, if it fits 28 digits.
    #[must_use]
    pub fn from_parts(mantissa: i128, places: u32) -> Option<Self> {
        Digits::try_from_i128_with_scale(mantissa, places).ok().map(Self)
    }

    /// The digits without the point, where 64 bits hold them, as they do of every number that was read.
    #[inline]
    pub(crate) fn digits(&self) -> Option<i64> {
        let parts = self.0.unpack();
        let upper = i32::try_from(parts.mid).ok().filter(|_| parts.hi == 0)?;
        let digits = i64::from(upper) << 32 | i64::from(parts.lo);
        Some(if parts.negative { digits.wrapping_neg() } else { digits })
    }

    /// The digits without the point.
    #[must_use]
    pub const fn mantissa(&self) -> i128 {
        self.0.mantissa()
    }

    /// How many digits stand behind the point.
    #[must_use]
    #[inline]
    pub const fn places(&self) -> u32 {
        self.0.scale()
    }

    /// The same number with at least so many digits behind the point; it is never rounded.
    #[must_use]
    pub fn padded(self, places: u32) -> Self {
        let more = places.saturating_sub(self.places());
        let digits = 10_i128.checked_pow(more).and_then(|tens| self.mantissa().checked_mul(tens));
        digits.and_then(|digits| Self::from_parts(digits, places.max(self.places()))).unwrap_or(self)
    }

    /// Whether it is below 0.
    #[must_use]
    pub const fn is_negative(&self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// Whether it is 0.
    #[must_use]
    pub const fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is above 0.
    #[must_use]
    pub const fn is_positive(&self) -> bool {
        self.0.is_sign_positive() && !self.0.is_zero()
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let short = self.digits().zip(usize::try_from(self.places()).ok());
        match short.and_then(|(digits, places)| Decimals::of(digits < 0, digits.unsigned_abs(), places)) {
            Some(decimals) => f.write_str(decimals.as_str()),
            None => fmt::Display::fmt(&self.0, f),
        }
    }
}

crate::problem::arg_of!(Decimal = Figure);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grammar_is_the_models() {
        for good in ["0", "-0", "9", "9.5", "999999999999.999999", "-3", "0.000001"] {
            assert!(Decimal::parse(good).is_ok(), "{good}");
        }
        assert_eq!(Decimal::parse("-0").unwrap().to_string(), "0");
        for (bad, code) in [
            ("NaN", Code::NotANumber),
            ("", Code::NotANumber),
            ("-", Code::NotANumber),
            ("1e3", Code::NumberExponent),
            ("1E400", Code::NumberExponent),
            ("85%", Code::NumberUnit),
            ("85分", Code::NumberUnit),
            ("1,000", Code::NumberGrouped),
            ("1_000", Code::NumberGrouped),
            ("007", Code::NumberForm),
            (".5", Code::NumberForm),
            ("5.", Code::NumberForm),
            ("+5", Code::NumberForm),
            ("0x10", Code::NotANumber),
            ("½", Code::NotANumber),
            ("三", Code::NotANumber),
            ("٥", Code::NotANumber),
            ("８５", Code::NumberNotPlain),
            (" 85 ", Code::NumberNotPlain),
            ("\u{2212}5", Code::NumberNotPlain),
            ("8\u{200b}5", Code::NotANumber),
            ("79.9999999999999999", Code::NumberTooManyPlaces),
            ("8.0000001", Code::NumberTooManyPlaces),
            ("1234567890123", Code::NumberTooManyDigits),
        ] {
            assert_eq!(Decimal::parse(bad), Err(code), "{bad}");
        }
    }

    #[test]
    fn digits_stay_as_written() {
        assert_eq!(Decimal::parse("9.50").unwrap().to_string(), "9.50");
        assert_eq!(Decimal::parse("9.50"), Decimal::parse("9.5"));
    }
}
