//! A complaint's number: year, month and a running number that begins anew each month.

use std::fmt;

use crate::json::{Reader, Shape};
use crate::number::MAX_COUNT;
use crate::period::{Calendar, Period};
use crate::problem::Code;
use crate::problem::excerpt;

/// `2026-10-0001`; after 9999 comes 10000.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ComplaintNumber(#[cfg_attr(target_arch = "wasm32", tsify(type = "string"))] Parts);

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Parts {
    month: Period,
    running: u32,
}

impl ComplaintNumber {
    /// Not given yet; no complaint of a workbook has it.
    pub(super) const UNGIVEN: Self = Self(Parts { month: Period::NONE, running: 0 });

    /// The number of a month's complaint.
    #[must_use]
    pub const fn new(month: Period, running: u32) -> Self {
        Self(Parts { month, running })
    }

    /// Reads it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (month, running) = text.rsplit_once('-').filter(|(month, _)| month.len() == 7)?;
        let month = Period::parse(month).ok().filter(|month| month.is_of(Calendar::Month))?;
        let number = Self::new(month, running.parse().ok().filter(|running| (1..=MAX_COUNT).contains(running))?);
        (number.to_string() == text).then_some(number)
    }

    /// The month of registration.
    #[must_use]
    pub const fn month(&self) -> Period {
        self.0.month
    }

    /// The running number within the month.
    #[must_use]
    pub const fn running(&self) -> u32 {
        self.0.running
    }
}

impl fmt::Display for ComplaintNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:04}", self.0.month, self.0.running)
    }
}

impl Shape for ComplaintNumber {
    fn fill(&mut self, reader: &mut Reader<'_>) {
        let Some(text) = reader.text() else { return };
        match Self::parse(&text) {
            Some(number) => *self = number,
            None => {
                reader.problem(Code::BadComplaintNumber).put("found", excerpt(&text));
            }
        }
    }
}

crate::json::write::shown_json!(ComplaintNumber);
crate::problem::arg_of!(ComplaintNumber = Text);

#[cfg(feature = "schema")]
impl schemars::JsonSchema for ComplaintNumber {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ComplaintNumber".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-[0-9]{4,}$",
            "description": "year, month and running number, 2026-10-0001"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for text in ["2026-10-0001", "2026-10-9999", "2026-10-10000"] {
            assert_eq!(ComplaintNumber::parse(text).unwrap().to_string(), text);
        }
        for bad in [
            "",
            "2026-10-0000",
            "2026-10-100001",
            "2026-10-1",
            "2026-10-00001",
            "2026-13-0001",
            "2026-Q4-0001",
            "10-0001",
        ] {
            assert_eq!(ComplaintNumber::parse(bad), None, "{bad}");
        }
    }
}
