//! What the rest stands on. Nothing here knows of appraisal, and there is no circle: below, each line knows only those
//! above it.
//!
//! - [`list`], [`progress`]: lists and texts put together; how far a long question is
//! - [`order`]: one sort and one index for every list
//! - [`problem`]: codes of refusals, with place and parameters
//! - [`words`]: enums of words that people write
//! - [`number`], [`period`], [`text`]: exact figures, of which `number/plain.rs` alone names rust_decimal; calendars; ids,
//!   names and reasons
//! - [`json`]: documents as text, and how each of the above is read and written
//! - [`format`]: the six file formats and their versions

pub mod format;
pub mod json;
pub(crate) mod list;
pub mod number;
pub(crate) mod order;
pub mod period;
pub mod problem;
pub mod progress;
pub mod text;
pub(crate) mod words;
