//! A figure of a result: exact, or rounded where the scheme says so, then with its step's places.

use std::fmt;

use super::{Decimal, Exact};

/// A figure as a result publishes it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(type = "string"))]
pub enum Figure {
    /// As it was computed.
    Exact(Exact),
    /// Rounded: it counts as it is shown.
    Rounded(Decimal),
}

impl Figure {
    /// What it counts as.
    #[must_use]
    pub fn exact(&self) -> Exact {
        match self {
            Self::Exact(exact) => exact.clone(),
            Self::Rounded(rounded) => Exact::from(*rounded),
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact(exact) => exact.fmt(f),
            Self::Rounded(rounded) => rounded.fmt(f),
        }
    }
}

crate::problem::arg_of!(Figure = Figure);
