//! Fractions of any size, for the rare one that 128 bits do not hold.

use std::cmp::Ordering;

use super::decimal::with_point;
use super::natural::Natural;

/// A fraction in lowest terms.
#[derive(Debug, Clone)]
pub(super) struct Fraction {
    negative: bool,
    numerator: Natural,
    denominator: Natural,
}

impl Fraction {
    /// From 128 bits; the denominator is above 0.
    pub(super) fn from_small(numerator: i128, denominator: i128) -> Self {
        Self::new(numerator < 0, numerator.unsigned_abs().into(), denominator.unsigned_abs().into())
    }

    fn new(negative: bool, numerator: Natural, denominator: Natural) -> Self {
        let common = numerator.common_divisor(&denominator);
        if common.is_one() {
            return Self { negative, numerator, denominator };
        }
        Self { negative, numerator: numerator.div_rem(&common).0, denominator: denominator.div_rem(&common).0 }
    }

    /// Numerator and denominator, where 128 bits hold them.
    pub(super) fn small(&self) -> Option<(i128, i128)> {
        let numerator = signed(self.negative, &self.numerator)?;
        Some((numerator, signed(false, &self.denominator)?))
    }

    pub(super) const fn is_zero(&self) -> bool {
        self.numerator.is_zero()
    }

    pub(super) const fn is_negative(&self) -> bool {
        self.negative && !self.numerator.is_zero()
    }

    pub(super) fn is_whole(&self) -> bool {
        self.denominator.is_one()
    }

    pub(super) fn plus(&self, other: &Self) -> Self {
        let (left, right) = self.over_one_denominator(other);
        let denominator = self.denominator.times(&other.denominator);
        if self.negative == other.negative {
            return Self::new(self.negative, left.plus(&right), denominator);
        }
        match left.cmp(&right) {
            Ordering::Less => Self::new(other.negative, right.minus(&left), denominator),
            _ => Self::new(self.negative, left.minus(&right), denominator),
        }
    }

    pub(super) fn negated(self) -> Self {
        Self { negative: !self.negative, ..self }
    }

    pub(super) fn times(&self, other: &Self) -> Self {
        let negative = self.negative != other.negative;
        Self::new(negative, self.numerator.times(&other.numerator), self.denominator.times(&other.denominator))
    }

    /// One divided by itself, which is not 0.
    pub(super) fn inverted(self) -> Self {
        Self { negative: self.negative, numerator: self.denominator, denominator: self.numerator }
    }

    /// The whole part, what is left above it, and how much would be missing to the next one, both
    /// in parts of the denominator; without the sign.
    pub(super) fn split(&self) -> (Natural, Natural, Natural) {
        let (whole, rest) = self.numerator.div_rem(&self.denominator);
        let gap = self.denominator.minus(&rest);
        (whole, rest, gap)
    }

    /// The whole part toward zero, without its sign, where 128 bits hold it.
    pub(super) fn floor(&self) -> Option<i128> {
        signed(false, &self.split().0)
    }

    /// How many decimal places it has, if they end.
    pub(super) fn places(&self) -> Option<u32> {
        let (rest, twos) = without_factor(self.denominator.clone(), 2);
        let (rest, fives) = without_factor(rest, 5);
        rest.is_one().then_some(twos.max(fives))
    }

    /// Its digits, cut (never rounded) behind so many places.
    pub(super) fn decimal(&self, places: u32) -> String {
        let scaled = self.numerator.times(&Natural::power_of_ten(places)).div_rem(&self.denominator).0;
        with_point(self.is_negative(), &scaled.digits(), usize::try_from(places).unwrap_or(0))
    }

    /// As numerator and denominator.
    pub(super) fn quotient(&self) -> String {
        let sign = if self.is_negative() { "-" } else { "" };
        format!("{sign}{}/{}", self.numerator.digits(), self.denominator.digits())
    }

    fn over_one_denominator(&self, other: &Self) -> (Natural, Natural) {
        (self.numerator.times(&other.denominator), other.numerator.times(&self.denominator))
    }
}

impl Fraction {
    pub(super) fn compare(&self, other: &Self) -> Ordering {
        let difference = self.plus(&other.clone().negated());
        match (difference.is_zero(), difference.negative) {
            (true, _) => Ordering::Equal,
            (false, true) => Ordering::Less,
            (false, false) => Ordering::Greater,
        }
    }
}

/// As 128 bits with a sign, if they hold it.
pub(super) fn signed(negative: bool, magnitude: &Natural) -> Option<i128> {
    let magnitude = magnitude.small()?;
    if negative { 0_i128.checked_sub_unsigned(magnitude) } else { i128::try_from(magnitude).ok() }
}

/// Divides a factor out as often as it goes, and says how often.
fn without_factor(mut number: Natural, factor: u128) -> (Natural, u32) {
    let factor = Natural::from(factor);
    let mut times = 0_u32;
    loop {
        let (quotient, rest) = number.div_rem(&factor);
        if !rest.is_zero() || number.is_zero() {
            return (number, times);
        }
        number = quotient;
        times = times.saturating_add(1);
    }
}
