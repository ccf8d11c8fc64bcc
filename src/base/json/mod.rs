//! Documents as text: read strictly into types, in one pass, and back.
//!
//! serde_json stops at the first mistake and has lost places and duplicate keys by then; people who
//! mend a file want all mistakes at once, each with its line. So a [`Reader`] goes through the text token
//! by token and collects every problem; types say what they are made of
//! ([`declare`]). What is found later, by a rule, is placed by a tree of the text ([`tree`]), which is only
//! made then. On the way out each type says its members ([`ToJson`]) and one [`Writer`] puts them down.

pub mod declare;
mod document;
mod extra;
mod key;
mod lexer;
mod limits;
mod parse;
mod reader;
pub mod tree;
mod value;
mod values;
pub(crate) mod write;

pub(crate) use declare::{answer, shape, tagged, words};
pub use document::{Document, decode, decoded, without_mark};
pub use extra::Extra;
#[cfg(feature = "schema")]
pub(crate) use extra::allow_extra;
pub use key::Key;
pub use lexer::Token;
pub use limits::{MAX_DEPTH, MAX_PROBLEMS};
pub use reader::{Reader, Shape};
pub use tree::{Kind, Member, Node};
pub use value::Json;
pub use write::{Beside, ToJson, Writer, canonical, compact, digest_of, digest_without, pretty, pretty_sealed};
