//! Whether a result is published.

use crate::json::answer;
use crate::number::Decimal;

answer! {
    /// Whether a result is published.
    pub enum Status {
        /// Nothing is waited for: there is a total.
        Final = "final",
        /// Something is missing: total, grade and rank are absent.
        Provisional = "provisional",
    }
}

impl Status {
    /// A result is final as soon as it has a published total.
    #[must_use]
    pub(crate) const fn of(total: Option<Decimal>) -> Self {
        if total.is_some() { Self::Final } else { Self::Provisional }
    }
}
