//! Exact fractions: checked 64-bit integers, products of them in 128 bits, and big integers where those do not fit.

mod written;

use std::cmp::Ordering;
use std::num::NonZeroI64;

use super::Decimal;
use super::fraction::Fraction;

/// A fraction without any loss: `1/3 × 3` is 1.
///
/// ```
/// use kaohe::number::{Exact, Decimal};
/// let ninety = Exact::from(Decimal::parse("90").unwrap());
/// let three = ninety.plus(&ninety).plus(&ninety);
/// assert_eq!(three.divided_by(&Exact::from(3)).unwrap().to_string(), "90");
/// assert_eq!(Exact::from(251).divided_by(&Exact::from(3)).unwrap().to_string(), "251/3");
/// ```
#[derive(Debug, Clone)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Exact(#[cfg_attr(target_arch = "wasm32", tsify(type = "string"))] Repr);

/// A small fraction is kept as it fell, not in lowest terms: most sums never need a common divisor.
#[derive(Debug, Clone)]
enum Repr {
    /// Numerator and denominator above 0: that it is never 0 says which of the two this is, so that both take sixteen bytes.
    Small(i64, NonZeroI64),
    Big(Box<Fraction>),
}

const ONE: NonZeroI64 = match NonZeroI64::new(1) {
    Some(one) => one,
    None => NonZeroI64::MAX,
};

impl Exact {
    /// Zero.
    pub const ZERO: Self = Self(Repr::Small(0, ONE));

    /// Reads a figure that was written exactly: `-9.25` or `251/3`; nothing where it was not, or where
    /// 128 bits do not hold it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let whole = |digits: &str| -> Option<i128> {
            let plain = digits.strip_prefix('-').unwrap_or(digits);
            let digits_only = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit());
            if digits_only { digits.parse().ok() } else { None }
        };
        let (numerator, denominator) = match (text.split_once('/'), text.split_once('.')) {
            (Some((above, below)), _) => (whole(above)?, whole(below).filter(|below| *below > 0)?),
            (None, Some((before, after))) => {
                let places = u32::try_from(after.len()).ok()?;
                whole(before)?;
                (whole(&format!("{before}{after}"))?, 10_i128.checked_pow(places)?)
            }
            (None, None) => (whole(text)?, 1),
        };
        let value = Self::of(numerator, denominator);
        // There is one way to write a figure, so that a file has one digest.
        (value.to_string() == text).then_some(value)
    }

    // The four operations are called from everywhere: more copies of them make the wasm larger and nothing faster.

    /// The sum.
    #[must_use]
    #[inline(never)]
    pub fn plus(&self, other: &Self) -> Self {
        self.small_sum(other, false).unwrap_or_else(|| Self::from_big(self.big().plus(&other.big())))
    }

    /// The difference.
    #[must_use]
    #[inline(never)]
    pub fn minus(&self, other: &Self) -> Self {
        self.small_sum(other, true).unwrap_or_else(|| Self::from_big(self.big().plus(&other.big().negated())))
    }

    /// The product.
    #[must_use]
    #[inline(never)]
    pub fn times(&self, other: &Self) -> Self {
        match (self.small_parts(), other.small_parts()) {
            (Some((a, b)), Some((c, d))) => match (product(a, c), product(b, d)) {
                (Some(n), Some(m)) => Self::small(n, m),
                _ => Self::of(wide(a, c), wide(b, d)),
            },
            _ => Self::from_big(self.big().times(&other.big())),
        }
    }

    /// The quotient, or nothing for a division by 0.
    #[must_use]
    #[inline(never)]
    pub fn divided_by(&self, other: &Self) -> Option<Self> {
        if other.is_zero() {
            return None;
        }
        if let (Some((a, b)), Some((c, d))) = (self.small_parts(), other.small_parts())
            && let (Some(n), Some(m)) = (product(a, d), product(b, c))
            && let Some((n, m)) = over_positive(n, m)
        {
            return Some(Self::small(n, m));
        }
        Some(Self::from_big(self.big().times(&other.big().inverted())))
    }

    /// Held within bounds: the floor first, then the cap.
    #[must_use]
    #[inline(never)]
    pub fn within(self, floor: Option<&Self>, cap: Option<&Self>) -> Self {
        let raised = match floor {
            Some(floor) if self < *floor => floor.clone(),
            _ => self,
        };
        match cap {
            Some(cap) if raised > *cap => cap.clone(),
            _ => raised,
        }
    }

    /// Whether it is 0.
    #[must_use]
    #[inline]
    pub fn is_zero(&self) -> bool {
        match &self.0 {
            Repr::Small(n, _) => *n == 0,
            Repr::Big(big) => big.is_zero(),
        }
    }

    /// Whether it is below 0.
    #[must_use]
    #[inline]
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Repr::Small(n, _) => *n < 0,
            Repr::Big(big) => big.is_negative(),
        }
    }

    /// The whole part of a number that is not negative and that a count can hold; 0 of any other.
    #[must_use]
    pub fn floor(&self) -> u32 {
        let whole = match &self.0 {
            Repr::Small(n, d) => n.checked_div(d.get()).map(i128::from),
            Repr::Big(big) => big.floor().filter(|_| !big.is_negative()),
        };
        whole.and_then(|whole| u32::try_from(whole).ok()).unwrap_or(0)
    }

    /// Whether it is a whole number.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        match &self.0 {
            Repr::Small(n, d) => n.checked_rem(d.get()) == Some(0),
            Repr::Big(big) => big.is_whole(),
        }
    }

    /// The figure in millionths, where it is a whole number of them that 64 bits hold.
    pub(crate) fn millionths(&self) -> Option<i64> {
        let (n, d) = self.small_parts()?;
        let millionths = n.checked_mul(1_000_000)?;
        millionths.checked_div(d).filter(|_| millionths.checked_rem(d) == Some(0))
    }

    /// Numerator and denominator above 0, where 64 bits hold them.
    #[inline]
    pub(super) const fn small_parts(&self) -> Option<(i64, i64)> {
        match self.0 {
            Repr::Small(n, d) => Some((n, d.get())),
            Repr::Big(_) => None,
        }
    }

    /// A fraction of 64 bits, the denominator above 0.
    #[inline]
    pub(super) const fn small(numerator: i64, denominator: i64) -> Self {
        match NonZeroI64::new(denominator) {
            Some(denominator) => Self(Repr::Small(numerator, denominator)),
            // Denominators are products of such as are above 0.
            None => Self::ZERO,
        }
    }

    /// The sum or the difference, where both are small.
    #[inline]
    fn small_sum(&self, other: &Self, less: bool) -> Option<Self> {
        let ((a, b), (c, d)) = (self.small_parts()?, other.small_parts()?);
        let operation = if less { i64::checked_sub } else { i64::checked_add };
        if b == d
            && let Some(n) = operation(a, c)
        {
            return Some(Self::small(n, b));
        }
        // A denominator that is a multiple of the other stays as it is: tenths and hundredths are hundredths.
        let times = |multiple: i64, of: i64| match of {
            1 => Some(multiple),
            of => multiple.checked_div(of).filter(|times| times.wrapping_mul(of) == multiple),
        };
        let over_one = if b > d {
            times(b, d).and_then(|times| Some((operation(a, product(c, times)?)?, b)))
        } else {
            times(d, b).and_then(|times| Some((operation(product(a, times)?, c)?, d)))
        };
        if let Some((n, denominator)) = over_one {
            return Some(Self::small(n, denominator));
        }
        let operation = if less { i128::checked_sub } else { i128::checked_add };
        Some(Self::of(operation(wide(a, d), wide(c, b))?, wide(b, d)))
    }

    pub(super) fn big(&self) -> Fraction {
        match &self.0 {
            Repr::Small(n, d) => Fraction::from_small((*n).into(), d.get().into()),
            Repr::Big(big) => (**big).clone(),
        }
    }

    /// A fraction of 128 bits, the denominator above 0: in 64 where they hold it, if need be in lowest terms.
    fn of(numerator: i128, denominator: i128) -> Self {
        match (i64::try_from(numerator), i64::try_from(denominator)) {
            (Ok(n), Ok(d)) => Self::small(n, d),
            _ => Self::from_big(Fraction::from_small(numerator, denominator)),
        }
    }

    /// Back to 64 bits where lowest terms fit.
    fn from_big(big: Fraction) -> Self {
        let small = big.small().and_then(|(n, d)| Some((i64::try_from(n).ok()?, i64::try_from(d).ok()?)));
        match small {
            Some((n, d)) => Self::small(n, d),
            None => Self(Repr::Big(Box::new(big))),
        }
    }
}

/// Powers of ten, by their exponent: as many as a number has places.
pub(super) const TENS: [i64; 7] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

/// A product, if 64 bits hold it; without the 128 bits by which wasm finds out, where 32 hold both.
#[inline]
pub(super) fn product(a: i64, b: i64) -> Option<i64> {
    match (i32::try_from(a), i32::try_from(b)) {
        (Ok(_), Ok(_)) => Some(a.wrapping_mul(b)),
        _ => a.checked_mul(b),
    }
}

/// The same fraction with a denominator above 0.
const fn over_positive(n: i64, m: i64) -> Option<(i64, i64)> {
    if m > 0 {
        return Some((n, m));
    }
    match (n.checked_neg(), m.checked_neg()) {
        (Some(n), Some(m)) => Some((n, m)),
        _ => None,
    }
}

/// The product of 64 bits and 64 bits, which 128 always hold.
#[inline]
fn wide(a: i64, b: i64) -> i128 {
    i128::from(a).saturating_mul(i128::from(b))
}

impl Default for Exact {
    fn default() -> Self {
        Self::ZERO
    }
}

impl From<i64> for Exact {
    fn from(whole: i64) -> Self {
        Self::small(whole, 1)
    }
}

impl From<Decimal> for Exact {
    fn from(number: Decimal) -> Self {
        let places = number.places();
        let known = usize::try_from(places).ok().and_then(|index| TENS.get(index).copied());
        match (known, number.digits()) {
            (Some(denominator), Some(digits)) => Self::small(digits, denominator),
            // At most 28 places: 10^28 fits.
            _ => Self::of(number.mantissa(), 10_i128.saturating_pow(places)),
        }
    }
}

impl PartialEq for Exact {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Exact {}

impl Exact {
    /// Whether it is a whole multiple of a step above 0.
    #[must_use]
    pub fn is_multiple_of(&self, step: &Decimal) -> bool {
        self.divided_by(&Self::from(*step)).is_some_and(|quotient| quotient.is_whole())
    }
}

impl PartialOrd for Exact {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        let (Some((a, b)), Some((c, d))) = (self.small_parts(), other.small_parts()) else {
            return self.big().compare(&other.big());
        };
        if b == d {
            return a.cmp(&c);
        }
        match (product(a, d), product(c, b)) {
            (Some(left), Some(right)) => left.cmp(&right),
            _ => wide(a, d).cmp(&wide(c, b)),
        }
    }
}

crate::problem::arg_of!(Exact = Figure);

#[cfg(test)]
mod tests {
    use num_rational::BigRational;
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;

    fn exact(text: &str) -> Exact {
        Exact::from(Decimal::parse(text).unwrap())
    }

    #[test]
    fn thirds_are_whole_again() {
        let third = exact("1").divided_by(&exact("3")).unwrap();
        assert_eq!(third.plus(&third).plus(&third), exact("1"));
        assert_eq!(third.shown(), "0.333333…");
        assert_eq!(third.to_string(), "1/3");
        assert_eq!(exact("-0.05").to_string(), "-0.05");
        assert_eq!(exact("8.850").to_string(), "8.85");
    }

    #[test]
    fn what_does_not_fit_128_bits_is_as_exact() {
        let mut value = exact("1");
        for _ in 0..60 {
            value = value.divided_by(&exact("7.3")).unwrap();
        }
        for _ in 0..60 {
            value = value.times(&exact("7.3"));
        }
        assert_eq!(value, exact("1"));
    }

    #[test]
    fn what_was_written_is_read() {
        for text in ["0", "-9.25", "251/3", "-1/3", "12"] {
            assert_eq!(Exact::parse(text).map(|value| value.to_string()).as_deref(), Some(text));
        }
        for bad in ["", "-", "1.", ".5", "2/4", "1.50", "1/0", "1/-3", "+1", "01", "1/3/5"] {
            assert_eq!(Exact::parse(bad), None, "{bad}");
        }
    }

    /// Numbers on both sides of what 64 bits hold, and small ones.
    fn edge() -> impl Strategy<Value = i64> {
        prop_oneof![
            -1_000..=1_000_i64,
            any::<i64>(),
            (i64::MIN..=i64::MIN + 2),
            (i64::MAX - 2..=i64::MAX),
            (1_i64 << 31) - 2..=(1_i64 << 31) + 2,
        ]
    }

    fn figure() -> impl Strategy<Value = (Exact, BigRational)> {
        (edge(), edge().prop_map(|d| d.saturating_abs().max(1))).prop_map(|(n, d)| {
            let theirs = BigRational::new(n.into(), d.into());
            (Exact::of(n.into(), d.into()), theirs)
        })
    }

    fn same(ours: &Exact, theirs: &BigRational) -> bool {
        ours.big().quotient() == format!("{}/{}", theirs.numer(), theirs.denom())
    }

    proptest! {
        // The same draws every time.
        #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(64), failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn computes_as_big_rationals_do(a in figure(), b in figure(), c in figure()) {
            let ((a, x), (b, y), (c, z)) = (a, b, c);
            prop_assert!(same(&a.plus(&b), &(&x + &y)));
            prop_assert!(same(&a.minus(&b), &(&x - &y)));
            prop_assert!(same(&a.times(&b), &(&x * &y)));
            prop_assert!(same(&a.times(&b).plus(&c), &(&x * &y + &z)));
            prop_assert_eq!(a.cmp(&b), x.cmp(&y));
            let written = a.to_string();
            match (written.contains('/'), Exact::parse(&written)) {
                (true, _) => prop_assert_eq!(written, format!("{}/{}", x.numer(), x.denom())),
                (false, Some(read)) => prop_assert_eq!(&read, &a),
                // Longer than what is read again.
                (false, None) => prop_assert!(written.len() > 20),
            }
            match a.divided_by(&b) {
                Some(quotient) => prop_assert!(same(&quotient, &(&x / &y))),
                None => prop_assert!(b.is_zero()),
            }
            prop_assert_eq!(a.is_whole(), x.is_integer());
            let floor = x.floor().to_integer();
            let counted = u32::try_from(&floor).unwrap_or(0);
            prop_assert_eq!(a.floor(), counted);
        }
    }

    #[test]
    fn bounds_hold() {
        assert_eq!(exact("-3").within(Some(&Exact::ZERO), Some(&exact("5"))), Exact::ZERO);
        assert_eq!(exact("9").within(None, Some(&exact("5"))), exact("5"));
        assert_eq!(exact("9").divided_by(&Exact::ZERO), None);
    }
}
