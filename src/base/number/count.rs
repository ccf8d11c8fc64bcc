//! Whole numbers within a range, as counts and versions are.

/// A whole number within a range, as counts and versions are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", serde(transparent))]
pub struct Count<const LEAST: u32, const ABSENT: u32>(pub u32);

/// Most that a count may be.
pub const MAX_COUNT: u32 = 100_000;

impl<const LEAST: u32, const ABSENT: u32> Default for Count<LEAST, ABSENT> {
    fn default() -> Self {
        Self(ABSENT)
    }
}
