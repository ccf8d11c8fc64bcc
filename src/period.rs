//! Civil dates and periods. The engine has no clock: `today` is an argument wherever it matters.

use std::fmt;

use crate::json::{Node, Reader, Shape, shape::excerpt, shape::words};
use crate::problem::Code;

words! {
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
        }
    }
}

/// One period: `2026-10`, `2026-Q4`, `2026-H2` or `2026`.
///
/// ```
/// use kaohe::period::Period;
/// assert_eq!(Period::parse("2026-12").unwrap().next().to_string(), "2027-01");
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Period(#[cfg_attr(target_arch = "wasm32", tsify(type = "string"))] Parts);

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Parts {
    year: u32,
    /// Periods in a year: 12, 4, 2 or 1.
    per_year: u32,
    /// From 1.
    number: u32,
}

impl Period {
    /// Reads it; irregular periods come with the schemes that use them.
    ///
    /// # Errors
    /// [`Code::BadPeriod`].
    pub fn parse(text: &str) -> Result<Self, Code> {
        let (year, rest) = match text.split_once('-') {
            Some((year, rest)) => (year, Some(rest)),
            None => (text, None),
        };
        let year = digits(year, 4).ok_or(Code::BadPeriod)?;
        let (per_year, number) = match rest {
            None => (1, Some(1)),
            Some(rest) => match rest.split_at_checked(1) {
                Some(("Q", number)) => (4, digits(number, 1)),
                Some(("H", number)) => (2, digits(number, 1)),
                _ => (12, digits(rest, 2)),
            },
        };
        match number {
            Some(number) if (1..=per_year).contains(&number) => Ok(Self(Parts { year, per_year, number })),
            _ => Err(Code::BadPeriod),
        }
    }

    /// Whether it is a period of this calendar.
    #[must_use]
    pub const fn is_of(&self, calendar: Calendar) -> bool {
        self.0.per_year == calendar.per_year()
    }

    /// The period that follows.
    #[must_use]
    pub const fn next(&self) -> Self {
        let Parts { year, per_year, number } = self.0;
        if number >= per_year {
            Self(Parts { year: year.saturating_add(1), per_year, number: 1 })
        } else {
            Self(Parts { year, per_year, number: number.saturating_add(1) })
        }
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn holds(&self, date: Date) -> bool {
        let Parts { year, per_year, number } = self.0;
        let months = 12_u32.checked_div(per_year).unwrap_or(12);
        let month = date.0.month.saturating_sub(1).checked_div(months).unwrap_or(0).saturating_add(1);
        date.0.year == year && month == number
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Parts { year, per_year, number } = self.0;
        match per_year {
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
pub struct Date(#[cfg_attr(target_arch = "wasm32", tsify(type = "string"))] Civil);

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Civil {
    year: u32,
    month: u32,
    day: u32,
}

impl Date {
    /// Reads it, in the Gregorian calendar.
    ///
    /// # Errors
    /// [`Code::BadDate`].
    pub fn parse(text: &str) -> Result<Self, Code> {
        let mut parts = text.split('-');
        let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(Code::BadDate);
        };
        let (Some(year), Some(month), Some(day)) = (digits(year, 4), digits(month, 2), digits(day, 2)) else {
            return Err(Code::BadDate);
        };
        if (1..=days_of(year, month)).contains(&day) {
            Ok(Self(Civil { year, month, day }))
        } else {
            Err(Code::BadDate)
        }
    }
}

impl fmt::Display for Date {
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

fn digits(text: &str, length: usize) -> Option<u32> {
    if text.len() == length && text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok() } else { None }
}

/// Reads and writes a date or a period as a JSON string.
macro_rules! calendar_shape {
    ($name:ident, $pattern:literal, $description:literal) => {
        impl Shape for $name {
            fn fill(&mut self, node: &Node<'_>, reader: &mut Reader) {
                let Some(text) = node.text() else {
                    return reader.wrong_type("string", node);
                };
                match Self::parse(text) {
                    Ok(value) => *self = value,
                    Err(code) => {
                        reader.problem(code).params.insert("found", excerpt(text));
                    }
                }
            }
        }

        crate::json::shown_json!($name);

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern, "description": $description })
            }
        }
    };
}

calendar_shape!(Period, "^[0-9]{4}(-((0[1-9]|1[0-2])|Q[1-4]|H[12]))?$", "2026-10, 2026-Q4, 2026-H2 or 2026");
calendar_shape!(Date, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a civil date, 2026-10-31");

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
        ] {
            let period = Period::parse(text).unwrap();
            assert_eq!(period.to_string(), text);
            assert_eq!(period.next().to_string(), next);
        }
        for bad in ["", "2026-13", "2026-00", "2026-1", "2026-Q5", "26-10", "2026-10-01", "2026-é"] {
            assert_eq!(Period::parse(bad), Err(Code::BadPeriod), "{bad}");
        }
    }

    #[test]
    fn days_lie_in_their_period() {
        let day = Date::parse("2026-10-31").unwrap();
        for period in ["2026-10", "2026-Q4", "2026-H2", "2026"] {
            assert!(Period::parse(period).unwrap().holds(day), "{period}");
        }
        assert!(!Period::parse("2026-09").unwrap().holds(day));
        assert!(Date::parse("2024-02-29").is_ok());
        for bad in ["2026-02-29", "2026-1-1", "2026-13-01", "2026-00-01", "31.10.2026"] {
            assert_eq!(Date::parse(bad), Err(Code::BadDate), "{bad}");
        }
    }
}
