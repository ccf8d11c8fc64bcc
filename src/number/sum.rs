//! The sum of many numbers, as their digits: scores are summed by the hundred thousand.

use super::exact::{TENS, product};
use super::{Exact, Number};

impl Exact {
    /// The sum of many numbers, and how many there are.
    pub fn sum(numbers: impl Iterator<Item = Number>) -> (Self, usize) {
        let (mut sum, mut beyond, mut count) = (Digits::default(), Self::ZERO, 0_usize);
        for number in numbers {
            match sum.plus(number) {
                Some(both) => sum = both,
                None => beyond = beyond.plus(&number.into()),
            }
            count = count.saturating_add(1);
        }
        let denominator = TENS.get(sum.places).copied().unwrap_or(1);
        (Self::small(sum.digits, denominator).plus(&beyond), count)
    }
}

/// A number as its digits, and how many of them stand behind the point.
#[derive(Default)]
struct Digits {
    digits: i64,
    places: usize,
}

impl Digits {
    /// The sum with a number, with as many places as the longer of the two; nothing where 64 bits do not hold it.
    fn plus(&self, number: Number) -> Option<Self> {
        let digits = number.digits()?;
        let places = usize::try_from(number.places()).ok()?;
        let padded = |digits: i64, by: usize| if by == 0 { Some(digits) } else { product(digits, *TENS.get(by)?) };
        let most = places.max(self.places);
        let ours = padded(self.digits, most.checked_sub(self.places)?)?;
        let theirs = padded(digits, most.checked_sub(places)?)?;
        TENS.get(most)?;
        Some(Self { digits: ours.checked_add(theirs)?, places: most })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_are_summed_as_one_by_one() {
        let most = "999999999999.999999";
        for numbers in [&[][..], &["9.5"], &["10", "9.25", "-0.5", "0"], &[most; 30], &["0.000001", most, "-3"]] {
            let read = || numbers.iter().map(|number| Number::parse(number).unwrap());
            let one_by_one = read().fold(Exact::ZERO, |sum, number| sum.plus(&number.into()));
            assert_eq!(Exact::sum(read()), (one_by_one, numbers.len()));
        }
        let widest = Number::from_parts(i128::from(i64::MAX) * 1_000, 28).unwrap();
        let both = Exact::sum([widest, Number::ONE].into_iter()).0;
        assert_eq!(both.minus(&1.into()), widest.into());
    }
}
