//! How a fraction is written: its digits where they end, or its quotient.

use std::fmt;

use super::Exact;
use crate::number::decimal::Decimals;

/// How many places of a fraction without end are printed before the `…`.
const SHOWN_PLACES: u32 = 6;

/// A fraction in lowest terms, as it is written.
enum Written {
    /// By its digits, which end.
    Ends(Decimals),
    /// By its sign, numerator and denominator.
    Quotient(&'static str, u64, u64),
}

impl Exact {
    /// As it is printed in a derivation: its digits, cut with `…` if they do not end.
    #[must_use]
    pub fn shown(&self) -> String {
        if let Some(digits) = self.small_digits() {
            return digits.as_str().to_owned();
        }
        let big = self.big();
        match big.places() {
            Some(places) => big.decimal(places),
            None => big.decimal(SHOWN_PLACES) + "…",
        }
    }

    /// The digits of a fraction that ends, where 64 bits hold it: nearly every figure that is written.
    fn small_digits(&self) -> Option<Decimals> {
        match self.small_written()? {
            Written::Ends(decimals) => Some(decimals),
            Written::Quotient(..) => None,
        }
    }

    /// How a fraction is written, where 64 bits hold it.
    fn small_written(&self) -> Option<Written> {
        let (n, d) = self.small_parts()?;
        let (numerator, denominator) = (n.unsigned_abs(), u64::try_from(d).ok()?);
        let common = common_divisor(numerator, denominator);
        let (numerator, denominator) = (numerator.checked_div(common)?, denominator.checked_div(common)?);
        let mut rest = denominator;
        let mut scale = 1_u64;
        let mut places = 0_usize;
        // Each place behind the point takes a factor of ten, so at least one of two or five, away.
        while rest > 1 {
            let ten = common_divisor(rest, 10);
            if ten == 1 {
                return Some(Written::Quotient(if n < 0 { "-" } else { "" }, numerator, denominator));
            }
            rest = rest.checked_div(ten)?;
            scale = scale.checked_mul(10_u64.checked_div(ten)?)?;
            places = places.saturating_add(1);
        }
        Decimals::of(n < 0, numerator.checked_mul(scale)?, places).map(Written::Ends)
    }
}

impl fmt::Display for Exact {
    /// Its digits if they end, else a fraction in lowest terms.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.small_written() {
            Some(Written::Ends(digits)) => return f.write_str(digits.as_str()),
            Some(Written::Quotient(sign, above, below)) => return write!(f, "{sign}{above}/{below}"),
            None => {}
        }
        let big = self.big();
        f.write_str(&match big.places() {
            Some(places) => big.decimal(places),
            None => big.quotient(),
        })
    }
}

/// The greatest common divisor.
fn common_divisor(mut a: u64, mut b: u64) -> u64 {
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    a
}
