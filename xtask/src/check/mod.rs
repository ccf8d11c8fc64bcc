//! The checks behind `cargo xtask test`, one function for each stage.

pub mod oracle;
pub mod rust;
pub mod schema;
pub mod texts;
pub mod web;

use crate::Done;

/// All that is written by hand looks as its formatter writes it.
pub fn format() -> Done {
    let rust = rust::format();
    web::format().and(rust)
}
