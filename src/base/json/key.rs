//! A key of an object.

/// A key of an object, read and written.
#[derive(Debug)]
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// Whether it may be left out.
    pub may_be_absent: bool,
}
