//! Digits with a point, put together without asking for memory: files and answers hold figures by the thousand.

/// The digits of a number, as they are written.
pub(super) struct Decimals {
    bytes: [u8; Self::LONGEST],
    from: usize,
}

impl Decimals {
    /// A sign, a nought, a point, and as many digits as 64 bits have.
    const LONGEST: usize = 24;
    /// Most places: so many digits 64 bits have at least.
    const PLACES: usize = 18;

    /// Whole digits, of which so many stand behind the point; nothing where there is no room for them.
    pub(super) fn of(negative: bool, mut digits: u64, places: usize) -> Option<Self> {
        if places > Self::PLACES {
            return None;
        }
        let mut written = Self { bytes: [b'0'; Self::LONGEST], from: Self::LONGEST };
        let mut count = 0_usize;
        // At least one digit stands before the point.
        while digits > 0 || count <= places {
            let digit = u8::try_from(digits.checked_rem(10)?).ok()?;
            written.put(b'0'.wrapping_add(digit));
            digits = digits.checked_div(10)?;
            count = count.saturating_add(1);
            if count == places {
                written.put(b'.');
            }
        }
        if negative {
            written.put(b'-');
        }
        Some(written)
    }

    fn put(&mut self, byte: u8) {
        self.from = self.from.saturating_sub(1);
        if let Some(place) = self.bytes.get_mut(self.from) {
            *place = byte;
        }
    }

    pub(super) fn as_str(&self) -> &str {
        self.bytes.get(self.from..).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

/// Digits with a point before the last so many of them.
pub(super) fn with_point(negative: bool, digits: &str, places: usize) -> String {
    let sign = if negative { "-" } else { "" };
    if places == 0 {
        return format!("{sign}{digits}");
    }
    let padded = format!("{digits:0>width$}", width = places.saturating_add(1));
    let (whole, part) = padded.split_at_checked(padded.len().saturating_sub(places)).unwrap_or(("", &padded));
    format!("{sign}{whole}.{part}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_where_they_should() {
        for (negative, digits, places, text) in [
            (false, 0, 0, "0"),
            (false, 0, 2, "0.00"),
            (true, 5, 1, "-0.5"),
            (false, 950, 2, "9.50"),
            (false, u64::MAX, 0, "18446744073709551615"),
            (true, u64::MAX, 18, "-18.446744073709551615"),
            (true, 1, 18, "-0.000000000000000001"),
        ] {
            assert_eq!(Decimals::of(negative, digits, places).unwrap().as_str(), text);
        }
        assert!(Decimals::of(false, 1, 19).is_none());
    }
}
