//! The one rounding that a scheme names: step and mode.

use std::cmp::Ordering;

use super::fraction::{Fraction, signed};
use super::natural::Natural;
use super::{Decimal, Exact};
use crate::words::word_enum;

word_enum! {
    /// Which way a figure between two steps goes.
    pub enum Mode {
        /// 四舍五入: to the nearer step, a tie away from zero (0.005 → 0.01, −0.005 → −0.01).
        HalfUp = "half-up",
        /// To the nearer step, a tie to the even one.
        HalfEven = "half-even",
        /// Away from zero.
        Up = "up",
        /// Toward zero.
        Down = "down",
    }
}

/// A figure rounded to a multiple of a step above 0, with exactly the step's places; nothing if that has more than 28
/// digits.
#[must_use]
pub fn rounded(value: &Exact, step: Decimal, mode: Mode) -> Option<Decimal> {
    let steps = value.divided_by(&Exact::from(step))?;
    let count = match steps.small_parts() {
        Some((n, d)) => nearest(n, d, mode)?.into(),
        None => nearest_big(&steps.big(), mode)?,
    };
    Decimal::from_parts(count.checked_mul(step.mantissa())?, step.places())
}

/// `n / d` as a whole number; `d` is above 0.
fn nearest(n: i64, d: i64, mode: Mode) -> Option<i64> {
    // Toward zero first; the remainder has the sign of n.
    let (toward_zero, remainder) = (n.checked_div(d)?, n.checked_rem(d)?);
    if remainder == 0 {
        return Some(toward_zero);
    }
    // Compared as rest against d − rest, so that nothing is doubled beyond its width.
    let rest = remainder.checked_abs()?;
    let goes_away = away(mode, rest.cmp(&d.checked_sub(rest)?), toward_zero & 1 == 1);
    if goes_away { toward_zero.checked_add(n.signum()) } else { Some(toward_zero) }
}

fn nearest_big(value: &Fraction, mode: Mode) -> Option<i128> {
    let (toward_zero, rest, gap) = value.split();
    let goes_away = !rest.is_zero() && away(mode, rest.cmp(&gap), toward_zero.is_odd());
    let magnitude = if goes_away { toward_zero.plus(&Natural::from(1)) } else { toward_zero };
    signed(value.is_negative(), &magnitude)
}

/// Whether what lies between two steps goes to the one away from zero: by its rest beyond the step
/// toward zero, compared with the gap to the next, and by whether that step is odd.
fn away(mode: Mode, rest_to_gap: Ordering, odd: bool) -> bool {
    match mode {
        Mode::Up => true,
        Mode::Down => false,
        Mode::HalfUp => rest_to_gap != Ordering::Less,
        Mode::HalfEven => rest_to_gap == Ordering::Greater || (rest_to_gap == Ordering::Equal && odd),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(value: &str, step: &str, mode: Mode) -> String {
        let value = Exact::from(Decimal::parse(value).unwrap());
        rounded(&value, Decimal::parse(step).unwrap(), mode).unwrap().to_string()
    }

    #[test]
    fn modes_at_a_tie() {
        for (value, half_up, half_even, up, down) in [
            ("0.005", "0.01", "0.00", "0.01", "0.00"),
            ("-0.005", "-0.01", "0.00", "-0.01", "0.00"),
            ("0.015", "0.02", "0.02", "0.02", "0.01"),
            ("73.775", "73.78", "73.78", "73.78", "73.77"),
            ("73.7749", "73.77", "73.77", "73.78", "73.77"),
            ("-2.001", "-2.00", "-2.00", "-2.01", "-2.00"),
            ("5", "5.00", "5.00", "5.00", "5.00"),
        ] {
            assert_eq!(at(value, "0.01", Mode::HalfUp), half_up);
            assert_eq!(at(value, "0.01", Mode::HalfEven), half_even);
            assert_eq!(at(value, "0.01", Mode::Up), up);
            assert_eq!(at(value, "0.01", Mode::Down), down);
        }
    }

    #[test]
    fn a_step_need_not_be_a_power_of_ten() {
        assert_eq!(at("7.3", "0.5", Mode::HalfUp), "7.5");
        assert_eq!(at("7.24", "0.5", Mode::HalfUp), "7.0");
        assert_eq!(at("87", "5", Mode::HalfUp), "85");
    }
}
