//! Civil dates and periods. The engine has no clock: `today` is an argument wherever it matters.

use std::fmt;

use crate::problem::Code;
use crate::words::word_enum;

word_enum! {
    /// How long one period of a scheme's calendar is.
    pub enum Calendar {
        /// A calendar month: `2026-10`.
        Month = "month",
        /// A quarter: `2026-Q4`.
        Quarter = "quarter",
        /// Half a year: `2026-H2`.
        Half = "half",
        /// A year: `2026`.
        Year = "year",
        /// For one project or event, with a name: `2026~spring`.
        Irregular = "irregular",
    }
}

impl Calendar {
    /// How many of its periods make a year.
    const fn per_year(self) -> u32 {
        match self {
            Self::Month => 12,
            Self::Quarter => 4,
            Self::Half => 2,
            Self::Year => 1,
            Self::Irregular => 0,
        }
    }
}

/// One period: `2026-10`, `2026-Q4`, `2026-H2`, `2026`, or an irregular one with a name, `2026~spring`.
///
/// ```
/// use kaohe::period::Period;
/// assert_eq!(Period::parse("2026-12").unwrap().next().to_string(), "2027-01");
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Period(#[cfg_attr(target_arch = "wasm32", tsify(type = "string"))] Parts);

#[derive(Debug, Clone, Copy, Eq, PartialOrd, Ord)]
struct Parts {
    year: u32,
    /// Periods in a year: 12, 4, 2 or 1; 0 for an irregular one.
    per_year: u32,
    /// From 1.
    number: u32,
    /// The name of an irregular period in UTF-8, filled up with zeros.
    name: [u8; MAX_PERIOD_NAME],
}

/// Longest name of an irregular period, in bytes of UTF-8: sixteen Chinese characters.
pub const MAX_PERIOD_NAME: usize = 48;
const NO_NAME: [u8; MAX_PERIOD_NAME] = [0; MAX_PERIOD_NAME];

impl PartialEq for Parts {
    /// Only irregular periods have names to be compared.
    fn eq(&self, other: &Self) -> bool {
        let same = (self.year, self.per_year, self.number) == (other.year, other.per_year, other.number);
        same && (self.per_year != 0 || self.name == other.name)
    }
}

impl Default for Parts {
    fn default() -> Self {
        Period::NONE.0
    }
}

impl Period {
    /// No period: what a document leaves out.
    pub(crate) const NONE: Self = Self(Parts { year: 0, per_year: 0, number: 0, name: NO_NAME });

    /// Reads it.
    ///
    /// # Errors
    /// [`Code::BadPeriod`].
    pub fn parse(text: &str) -> Result<Self, Code> {
        if let Some((year, name)) = text.split_once('~') {
            return Self::irregular(year, name).ok_or(Code::BadPeriod);
        }
        let (year, per_year, number) = match text.as_bytes() {
            [y, e, a, r] => (digits([*y, *e, *a, *r]), 1, Some(1)),
            [y, e, a, r, b'-', b'Q', number] => (digits([*y, *e, *a, *r]), 4, digits([*number])),
            [y, e, a, r, b'-', b'H', number] => (digits([*y, *e, *a, *r]), 2, digits([*number])),
            [y, e, a, r, b'-', m, n] => (digits([*y, *e, *a, *r]), 12, digits([*m, *n])),
            _ => return Err(Code::BadPeriod),
        };
        match (year, number) {
            (Some(year), Some(number)) if (1..=per_year).contains(&number) => {
                Ok(Self(Parts { year, per_year, number, name: NO_NAME }))
            }
            _ => Err(Code::BadPeriod),
        }
    }

    /// An irregular one: its name has neither blanks at its ends nor characters that cannot be seen.
    fn irregular(year: &str, name: &str) -> Option<Self> {
        let mut bytes = NO_NAME;
        bytes.get_mut(..name.len())?.copy_from_slice(name.as_bytes());
        // As the number of a person: printable, without blanks at its ends.
        let plain = crate::text::PersonId::parse(name).is_ok() && !name.contains('~');
        let year = digits::<4>(year.as_bytes().try_into().ok()?);
        Some(Self(Parts { year: year?, per_year: 0, number: 1, name: bytes })).filter(|_| plain)
    }

    /// The name of an irregular period; empty for others.
    fn name(&self) -> &str {
        let bytes = self.0.name.split(|byte| *byte == 0).next().unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    /// Whether it is an irregular one, which no other follows.
    #[must_use]
    pub const fn is_irregular(&self) -> bool {
        self.0.per_year == 0
    }

    /// The year.
    #[must_use]
    pub const fn year(&self) -> u32 {
        self.0.year
    }

    /// The first day.
    #[must_use]
    pub fn first_day(&self) -> CivilDate {
        let months = self.months();
        let month = self.0.number.saturating_sub(1).saturating_mul(months).saturating_add(1);
        CivilDate(Civil { year: self.0.year, month, day: 1 })
    }

    /// The last day; an irregular one ends with its year.
    #[must_use]
    pub fn last_day(&self) -> CivilDate {
        let month = self.0.number.saturating_mul(self.months());
        CivilDate(Civil { year: self.0.year, month, day: days_of(self.0.year, month) })
    }

    /// How many months it has.
    fn months(&self) -> u32 {
        12_u32.checked_div(self.0.per_year).unwrap_or(12)
    }

    /// The period of the same kind that holds a day; an irregular one has no others of its kind.
    #[must_use]
    pub fn of_its_kind(&self, date: CivilDate) -> Option<Self> {
        let months = self.months();
        let number = date.0.month.saturating_sub(1).checked_div(months)?.saturating_add(1);
        let per_year = self.0.per_year;
        (!self.is_irregular()).then_some(Self(Parts { year: date.0.year, per_year, number, name: NO_NAME }))
    }

    /// Whether another period is of the same kind.
    #[must_use]
    pub const fn is_alike(&self, other: &Self) -> bool {
        self.0.per_year == other.0.per_year
    }

    /// Whether another period lies in it.
    #[must_use]
    pub fn encloses(&self, other: &Self) -> bool {
        self.first_day() <= other.first_day() && other.last_day() <= self.last_day()
    }

    /// Whether it is a period of this calendar.
    #[must_use]
    pub const fn is_of(&self, calendar: Calendar) -> bool {
        self.0.per_year == calendar.per_year()
    }

    /// The period that follows; an irregular one is followed by none, and stays itself.
    #[must_use]
    pub const fn next(&self) -> Self {
        let Parts { year, per_year, number, name } = self.0;
        if per_year == 0 {
            return *self;
        }
        if number >= per_year {
            Self(Parts { year: year.saturating_add(1), per_year, number: 1, name })
        } else {
            Self(Parts { year, per_year, number: number.saturating_add(1), name })
        }
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn holds(&self, date: CivilDate) -> bool {
        self.first_day() <= date && date <= self.last_day()
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Parts { year, per_year, number, .. } = self.0;
        match per_year {
            0 => write!(f, "{year:04}~{}", self.name()),
            1 => write!(f, "{year:04}"),
            2 => write!(f, "{year:04}-H{number}"),
            4 => write!(f, "{year:04}-Q{number}"),
            _ => write!(f, "{year:04}-{number:02}"),
        }
    }
}

/// A civil date: `2026-10-31`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct CivilDate(#[cfg_attr(target_arch = "wasm32", tsify(type = "string"))] Civil);

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Civil {
    year: u32,
    month: u32,
    day: u32,
}

impl CivilDate {
    /// Reads it, in the Gregorian calendar.
    ///
    /// # Errors
    /// [`Code::BadDate`].
    pub fn parse(text: &str) -> Result<Self, Code> {
        let [y, e, a, r, b'-', m, n, b'-', d, f] = text.as_bytes() else { return Err(Code::BadDate) };
        let parts = (digits([*y, *e, *a, *r]), digits([*m, *n]), digits([*d, *f]));
        let (Some(year), Some(month), Some(day)) = parts else { return Err(Code::BadDate) };
        if (1..=days_of(year, month)).contains(&day) {
            Ok(Self(Civil { year, month, day }))
        } else {
            Err(Code::BadDate)
        }
    }

    /// The day that follows.
    #[must_use]
    pub const fn next(self) -> Self {
        let Civil { year, month, day } = self.0;
        if day < days_of(year, month) {
            return Self(Civil { year, month, day: day.saturating_add(1) });
        }
        if month < 12 {
            return Self(Civil { year, month: month.saturating_add(1), day: 1 });
        }
        Self(Civil { year: year.saturating_add(1), month: 1, day: 1 })
    }

    /// The month that it lies in.
    #[must_use]
    pub const fn month(self) -> Period {
        Period(Parts { year: self.0.year, per_year: 12, number: self.0.month, name: NO_NAME })
    }

    /// The first day of the month so many months before its own.
    #[must_use]
    pub fn months_back(self, months: u32) -> Self {
        let month = self.month_number().saturating_sub(months);
        Self::first_of(month)
    }

    /// The day of the month so many months after its own; the month's last where it has no such day.
    #[must_use]
    pub fn months_on(self, months: u32, day: u32) -> Self {
        let Civil { year, month, .. } = Self::first_of(self.month_number().saturating_add(months)).0;
        Self(Civil { year, month, day: day.clamp(1, days_of(year, month).max(1)) })
    }

    /// Months since the year 0.
    const fn month_number(self) -> u32 {
        self.0.year.saturating_mul(12).saturating_add(self.0.month.saturating_sub(1))
    }

    fn first_of(month_number: u32) -> Self {
        let year = month_number.checked_div(12).unwrap_or(0);
        let month = month_number.saturating_sub(year.saturating_mul(12)).saturating_add(1);
        Self(Civil { year, month, day: 1 })
    }

    /// Whether it is a Monday to Friday.
    #[must_use]
    pub fn is_weekday(self) -> bool {
        // Zeller's congruence; in it 0 is a Saturday and 1 a Sunday.
        let Civil { year, month, day } = self.0;
        let (year, month) = if month < 3 { (year.saturating_sub(1), month.saturating_add(12)) } else { (year, month) };
        let over = |value: u32, by: u32| value.checked_div(by).unwrap_or(0);
        let terms = [day, over(month.saturating_add(1).saturating_mul(13), 5), year, over(year, 4), over(year, 400)];
        let sum = terms.into_iter().fold(0_u32, u32::saturating_add);
        // One hundredth of the year is taken away: five more than a multiple of seven keep it above 0.
        let sum = sum.saturating_add(over(year, 100).saturating_mul(6));
        sum.checked_rem(7).is_some_and(|weekday| weekday > 1)
    }
}

impl fmt::Display for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year, self.0.month, self.0.day)
    }
}

const fn days_of(year: u32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

/// A few digits as a number.
fn digits<const LENGTH: usize>(text: [u8; LENGTH]) -> Option<u32> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| u32::from(byte.wrapping_sub(b'0')));
    text.into_iter().try_fold(0_u32, |number, byte| Some(number.saturating_mul(10).saturating_add(digit(byte)?)))
}

crate::problem::arg_of!(Period = Period, CivilDate = Date);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_read_and_follow() {
        for (text, next) in [
            ("2026-09", "2026-10"),
            ("2026-12", "2027-01"),
            ("2026-Q4", "2027-Q1"),
            ("2026-H1", "2026-H2"),
            ("2026", "2027"),
            ("2026~双十一", "2026~双十一"),
        ] {
            let period = Period::parse(text).unwrap();
            assert_eq!(period.to_string(), text);
            assert_eq!(period.next().to_string(), next);
        }
        for bad in [
            "",
            "2026-13",
            "2026-00",
            "2026-1",
            "2026-Q5",
            "26-10",
            "2026-10-01",
            "2026-é",
            "2026~",
            "2026~ a",
            "2026~a~b",
        ] {
            assert_eq!(Period::parse(bad), Err(Code::BadPeriod), "{bad}");
        }
    }

    #[test]
    fn periods_enclose_each_other() {
        let period = |text| Period::parse(text).unwrap();
        assert!(period("2026").encloses(&period("2026~x")) && period("2026-Q4").encloses(&period("2026-10")));
        assert!(!period("2026-Q4").encloses(&period("2026-09")) && !period("2026-10").encloses(&period("2026")));
        assert_eq!(period("2024-02").last_day().to_string(), "2024-02-29");
        assert_eq!(period("2026-H2").first_day().to_string(), "2026-07-01");
        let day = CivilDate::parse("2025-12-01").unwrap();
        assert_eq!(period("2026-Q1").of_its_kind(day), Some(period("2025-Q4")));
        assert_eq!(period("2026-01").of_its_kind(day), Some(period("2025-12")));
        assert_eq!(period("2026~x").of_its_kind(day), None);
    }

    #[test]
    fn days_are_counted() {
        let day = |text| CivilDate::parse(text).unwrap();
        // Looked up in a printed calendar: 2026-10-01 is a Thursday, 2000-02-29 a Tuesday, 2100-03-01 a Monday.
        for (text, weekday) in [
            ("2026-10-01", true),
            ("2026-10-02", true),
            ("2026-10-03", false),
            ("2026-10-04", false),
            ("2026-10-05", true),
            ("2000-02-29", true),
            ("2100-02-28", false),
            ("2100-03-01", true),
            ("2027-01-01", true),
            ("2027-01-02", false),
        ] {
            assert_eq!(day(text).is_weekday(), weekday, "{text}");
        }
        assert_eq!(day("2026-12-31").next(), day("2027-01-01"));
        assert_eq!(day("2026-10-31").months_back(2), day("2026-08-01"));
        assert_eq!(day("2026-12-31").months_on(2, 30), day("2027-02-28"));
    }

    #[test]
    fn days_lie_in_their_period() {
        let day = CivilDate::parse("2026-10-31").unwrap();
        for period in ["2026-10", "2026-Q4", "2026-H2", "2026"] {
            assert!(Period::parse(period).unwrap().holds(day), "{period}");
        }
        assert!(!Period::parse("2026-09").unwrap().holds(day));
        assert!(CivilDate::parse("2024-02-29").is_ok());
        for bad in ["2026-02-29", "2026-1-1", "2026-13-01", "2026-00-01", "31.10.2026"] {
            assert_eq!(CivilDate::parse(bad), Err(Code::BadDate), "{bad}");
        }
    }
}
