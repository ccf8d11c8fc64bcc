//! The checks behind `cargo xtask test`, one function for each stage.

pub mod oracle;
pub mod rust;
pub mod schema;
pub mod texts;
pub mod web;
