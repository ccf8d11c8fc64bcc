//! Natural numbers of any size, for the rare fraction that 128 bits do not hold.
//!
//! A library for big integers weighs thirty kilobytes in the page, most of it for numbers of
//! thousands of digits; ours have a few dozen. So this is schoolbook arithmetic, held to
//! `num-bigint` by a property test.

use std::cmp::Ordering;

/// A whole number, 0 or above: digits of 32 bits, the lowest first, none of them a leading 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Natural(Vec<u32>);

/// The low 32 bits.
#[expect(clippy::cast_possible_truncation, reason = "the high half is carried on by the caller")]
const fn low(value: u64) -> u32 {
    value as u32
}

impl Natural {
    /// 10 to the power of so many places.
    pub(super) fn power_of_ten(places: u32) -> Self {
        let ten = Self::from(10);
        (0..places).fold(Self::from(1), |power, _| power.times(&ten))
    }

    /// As 128 bits, if they hold it.
    pub(super) fn small(&self) -> Option<u128> {
        if self.0.len() > 4 {
            return None;
        }
        Some(self.0.iter().rev().fold(0, |sum, digit| sum << 32 | u128::from(*digit)))
    }

    pub(super) const fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn is_one(&self) -> bool {
        self.0 == [1]
    }

    pub(super) fn is_odd(&self) -> bool {
        self.0.first().is_some_and(|digit| digit & 1 == 1)
    }

    pub(super) fn plus(&self, other: &Self) -> Self {
        let (long, short) = if self.0.len() < other.0.len() { (other, self) } else { (self, other) };
        let mut sum = long.clone();
        let mut carry = 0;
        let shorter = short.0.iter().copied().chain(std::iter::repeat(0));
        for (digit, other) in sum.0.iter_mut().zip(shorter) {
            carry = u64::from(*digit).wrapping_add(u64::from(other)).wrapping_add(carry);
            *digit = low(carry);
            carry >>= 32;
        }
        sum.0.push(low(carry));
        sum.trimmed()
    }

    /// The difference to a number that is not greater.
    pub(super) fn minus(&self, other: &Self) -> Self {
        let mut rest = self.clone();
        rest.take(other);
        rest
    }

    pub(super) fn times(&self, other: &Self) -> Self {
        let mut product = vec![0; self.0.len().saturating_add(other.0.len())];
        for (place, factor) in self.0.iter().enumerate() {
            let mut carry = 0;
            let padded = other.0.iter().copied().chain([0]);
            for (digit, other) in product.iter_mut().skip(place).zip(padded) {
                carry = u64::from(*factor)
                    .wrapping_mul(u64::from(other))
                    .wrapping_add(u64::from(*digit))
                    .wrapping_add(carry);
                *digit = low(carry);
                carry >>= 32;
            }
        }
        Self(product).trimmed()
    }

    /// Quotient and rest, bit by bit; the divisor is above 0.
    pub(super) fn div_rem(&self, divisor: &Self) -> (Self, Self) {
        let mut quotient = self.clone();
        let mut rest = Self::default();
        for digit in quotient.0.iter_mut().rev() {
            let bits = *digit;
            *digit = 0;
            for bit in (0..32).rev() {
                rest.double(bits >> bit & 1);
                if rest >= *divisor {
                    rest.take(divisor);
                    *digit |= 1 << bit;
                }
            }
        }
        (quotient.trimmed(), rest)
    }

    /// The greatest common divisor of two numbers above 0.
    pub(super) fn common_divisor(&self, other: &Self) -> Self {
        let (mut a, mut b) = (self.clone(), other.clone());
        let mut twos = 0_u32;
        while !a.is_zero() && !b.is_zero() {
            match (a.is_odd(), b.is_odd()) {
                (false, false) => {
                    a.halve();
                    b.halve();
                    twos = twos.saturating_add(1);
                }
                (false, true) => a.halve(),
                (true, false) => b.halve(),
                (true, true) if a >= b => a.take(&b),
                (true, true) => b.take(&a),
            }
        }
        let mut common = if a.is_zero() { b } else { a };
        for _ in 0..twos {
            common.double(0);
        }
        common
    }

    /// Its decimal digits.
    pub(super) fn digits(&self) -> String {
        const GROUP: u64 = 1_000_000_000;
        let mut groups = Vec::new();
        let mut rest = self.clone();
        while !rest.is_zero() {
            let mut remainder = 0;
            for digit in rest.0.iter_mut().rev() {
                let value = remainder << 32 | u64::from(*digit);
                *digit = low(value.wrapping_div(GROUP));
                remainder = value.wrapping_rem(GROUP);
            }
            rest = rest.trimmed();
            groups.push(remainder);
        }
        let mut text = groups.pop().unwrap_or(0).to_string();
        for group in groups.iter().rev() {
            text.push_str(&format!("{group:09}"));
        }
        text
    }

    /// Twice itself and a bit.
    fn double(&mut self, bit: u32) {
        let mut carry = bit;
        for digit in &mut self.0 {
            let next = *digit >> 31;
            *digit = *digit << 1 | carry;
            carry = next;
        }
        if carry > 0 {
            self.0.push(carry);
        }
    }

    fn halve(&mut self) {
        let mut carry = 0;
        for digit in self.0.iter_mut().rev() {
            let next = *digit << 31;
            *digit = *digit >> 1 | carry;
            carry = next;
        }
        self.trim();
    }

    /// Takes away a number that is not greater.
    fn take(&mut self, other: &Self) {
        let mut borrowed = false;
        let padded = other.0.iter().copied().chain(std::iter::repeat(0));
        for (digit, other) in self.0.iter_mut().zip(padded) {
            let (rest, once) = digit.overflowing_sub(other);
            let (rest, twice) = rest.overflowing_sub(u32::from(borrowed));
            *digit = rest;
            borrowed = once || twice;
        }
        self.trim();
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    fn trimmed(mut self) -> Self {
        self.trim();
        self
    }
}

impl From<u128> for Natural {
    fn from(value: u128) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "each digit is its own 32 bits")]
        let digits = [0, 32, 64, 96].map(|shift| (value >> shift) as u32);
        Self(digits.to_vec()).trimmed()
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Self) -> Ordering {
        let longer = self.0.len().cmp(&other.0.len());
        longer.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigUint;
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    fn both() -> impl Strategy<Value = (Natural, BigUint)> {
        prop::collection::vec(prop_oneof![Just(0), Just(1), Just(u32::MAX), any::<u32>()], 0..9)
            .prop_map(|digits| (Natural(digits.clone()).trimmed(), BigUint::new(digits)))
    }

    fn same(ours: &Natural, theirs: &BigUint) -> bool {
        ours.0 == theirs.to_u32_digits() && ours.digits() == theirs.to_string()
    }

    proptest! {
        // The same draws every time.
        #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(64), failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn computes_as_num_bigint_does((a, x) in both(), (b, y) in both()) {
            prop_assert!(same(&a.plus(&b), &(&x + &y)));
            prop_assert!(same(&a.times(&b), &(&x * &y)));
            prop_assert_eq!(a.cmp(&b), x.cmp(&y));
            if a >= b {
                prop_assert!(same(&a.minus(&b), &(&x - &y)));
            }
            if !b.is_zero() {
                let (quotient, rest) = a.div_rem(&b);
                prop_assert!(same(&quotient, &(&x / &y)));
                prop_assert!(same(&rest, &(&x % &y)));
                prop_assert!(same(&a.common_divisor(&b), &num_integer::Integer::gcd(&x, &y)));
            }
        }

        #[test]
        fn small_numbers_come_back(value in any::<u128>()) {
            prop_assert_eq!(Natural::from(value).small(), Some(value));
        }
    }
}
