//! How large a document may be in its own ways.

/// How deep lists and objects may be nested.
pub const MAX_DEPTH: usize = 32;
/// How many problems of one document are listed.
pub const MAX_PROBLEMS: usize = 200;
