//! A number in eight bytes: a workbook holds scores by the hundred thousand, and sums them.

use super::grammar::MAX_PLACES;
use super::{Decimal, Exact};
use crate::number::exact::{TENS, product};

/// A number, or none: its digits, and in the last three bits how many of them stand behind the point. Every number of a
/// file fits (model: Numbers).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Packed(i64);

const PLACES_BITS: u32 = 3;
const PLACES: i64 = (1 << PLACES_BITS) - 1;
const MOST_DIGITS: i64 = 1 << (63 - PLACES_BITS);

impl Packed {
    pub(crate) const NONE: Self = Self(i64::MIN);

    /// The number in eight bytes; none where they do not hold it.
    #[inline]
    pub(crate) fn of(number: Option<Decimal>) -> Self {
        let packed = number.and_then(|number| {
            let (digits, places) = (number.digits()?, i64::from(number.places()));
            let fits = (-MOST_DIGITS..MOST_DIGITS).contains(&digits) && places <= PLACES;
            fits.then_some(Self(digits << PLACES_BITS | places))
        });
        packed.unwrap_or(Self::NONE)
    }

    /// The number that a text begins with, if it keeps to the grammar, and how long it is.
    #[cfg(feature = "workbench")]
    #[inline]
    pub(crate) fn leading(text: &[u8]) -> Option<(Self, usize)> {
        let super::grammar::Leading { digits, places, length } = super::grammar::leading(text)?;
        Some((Self(digits << PLACES_BITS | i64::from(places)), length))
    }

    /// The number.
    #[inline]
    pub(crate) fn number(self) -> Option<Decimal> {
        self.is_some().then(|| self.held())
    }

    /// The number of one that is there.
    #[inline]
    pub(super) const fn held(self) -> Decimal {
        Decimal::of_digits(self.digits(), self.places() as u32)
    }

    /// Whether there is one.
    #[inline]
    pub(crate) const fn is_some(self) -> bool {
        self.0 != Self::NONE.0
    }

    #[inline]
    const fn digits(self) -> i64 {
        self.0 >> PLACES_BITS
    }

    #[inline]
    const fn places(self) -> u8 {
        (self.0 & PLACES) as u8
    }

    /// The number in millionths, of which every number of a file is whole; nothing where 32 bits do not hold its digits.
    #[inline]
    pub(crate) fn millionths(self) -> Option<i64> {
        const MILLIONTHS: [i64; MAX_PLACES + 1] = [1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];
        let digits = i32::try_from(self.digits()).ok()?;
        Some(i64::from(digits).wrapping_mul(*MILLIONTHS.get(usize::from(self.places()))?))
    }
}

/// Numbers that are being added up, as their digits.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Addition {
    digits: i64,
    /// How many numbers there are.
    pub(crate) count: u32,
    places: u8,
    /// 64 bits did not hold the sum.
    spilt: bool,
}

impl Addition {
    /// Adds a number, if there is one.
    #[inline]
    pub(crate) fn add(&mut self, number: Packed) {
        if !number.is_some() {
            return;
        }
        let first = self.count == 0;
        self.count = self.count.saturating_add(1);
        if first || number.places() == self.places {
            let sum = self.digits.checked_add(number.digits());
            (self.digits, self.places, self.spilt) = (sum.unwrap_or(0), number.places(), self.spilt || sum.is_none());
        } else {
            self.align(number);
        }
    }

    /// Adds a number with more or fewer places.
    #[inline(never)]
    fn align(&mut self, number: Packed) {
        let most = self.places.max(number.places());
        let padded = |digits: i64, places: u8| product(digits, *TENS.get(usize::from(most.checked_sub(places)?))?);
        let both = padded(self.digits, self.places).zip(padded(number.digits(), number.places()));
        let sum = both.and_then(|(one, other)| one.checked_add(other));
        (self.digits, self.places, self.spilt) = (sum.unwrap_or(0), most, self.spilt || sum.is_none());
    }

    /// The sum; nothing where 64 bits do not hold it.
    #[inline]
    pub(crate) fn sum(&self) -> Option<Exact> {
        let denominator = TENS.get(usize::from(self.places)).filter(|_| !self.spilt)?;
        Some(Exact::small(self.digits, *denominator))
    }

    /// The mean times a weight, in one go; nothing where 64 bits do not hold it, or where there is no number.
    #[inline]
    pub(crate) fn weighted_mean(&self, weight: &Exact) -> Option<Exact> {
        let denominator = TENS.get(usize::from(self.places)).filter(|_| !self.spilt && self.count > 0)?;
        let (above, below) = weight.small_parts()?;
        let below = product(product(*denominator, self.count.into())?, below)?;
        Some(Exact::small(product(self.digits, above)?, below))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_bytes_hold_every_number_of_a_file() {
        let longest = ["999999999999.999999", "-999999999999.999999", "0.000001", "-0.000001", "0", "9.50", "-10"];
        for text in longest {
            let number = Decimal::parse(text).unwrap();
            assert_eq!(Packed::of(Some(number)).number().unwrap().to_string(), text);
        }
        assert_eq!(Packed::of(None).number(), None);
        assert_eq!(Packed::of(Decimal::from_parts(i128::from(i64::MAX), 0)), Packed::NONE);
    }

    #[test]
    fn many_are_summed_as_one_by_one() {
        let most = "999999999999.999999";
        for numbers in
            [&[][..], &["9.5"], &["10", "9.25", "-0.5", "0"], &["0.000001", most, "-3"], &["-2.50", "3", "1.125"]]
        {
            let read = || numbers.iter().map(|number| Decimal::parse(number).unwrap());
            let one_by_one = read().fold(Exact::ZERO, |sum, number| sum.plus(&number.into()));
            let mut addition = Addition::default();
            read().for_each(|number| addition.add(Packed::of(Some(number))));
            addition.add(Packed::NONE);
            let mean = one_by_one.divided_by(&i64::try_from(numbers.len()).unwrap().into());
            let third = Exact::from(1).divided_by(&3.into()).unwrap();
            assert_eq!(addition.weighted_mean(&third), mean.map(|mean| mean.times(&third)));
            assert_eq!((addition.sum(), addition.count), (Some(one_by_one), u32::try_from(numbers.len()).unwrap()));
        }
    }

    #[test]
    fn a_sum_that_does_not_fit_is_none() {
        let most = Packed::of(Decimal::parse("999999999999.999999").ok());
        let mut addition = Addition::default();
        (0..9).for_each(|_| addition.add(most));
        assert!(addition.sum().is_some());
        (0..3).for_each(|_| addition.add(most));
        assert_eq!((addition.sum(), addition.weighted_mean(&1.into()), addition.count), (None, None, 12));
        let mut apart = Addition::default();
        apart.add(Packed::of(Decimal::parse("900000000000").ok()));
        (0..9).for_each(|_| apart.add(most));
        assert_eq!(apart.sum(), None);
    }
}
