//! What can be read from a document, and the places that wait for values.
//!
//! The `shape!` macro (see [`super::declare`]) declares a struct together with its reader, so that the
//! list of known keys is the list of fields.

use std::sync::Arc;

use super::lexer::Token;
use super::{Json, Reader, canonical};
use crate::list::Listed;
use crate::order::{arrange, key_of};

/// A type that can be read from a document; what it is by default is what an absent key means.
pub trait Shape: Default {
    /// Reads the value before which the reader stands, whole, or tells it what is wrong.
    fn fill(&mut self, reader: &mut Reader<'_>);
}

/// Keys that begin with `x-`: somebody else's, kept through a round trip. Hardly any object has some, so that they
/// take no more room than a pointer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extra(Option<Box<Members>>);

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Members(Vec<(String, Json)>);

impl Extra {
    /// Where an object can have none.
    pub(crate) const NONE: Self = Self(None);

    /// Keeps a key with its value.
    pub fn push(&mut self, key: String, value: Json) {
        self.0.get_or_insert_default().0.push((key, value));
    }

    /// The keys of both; of one that has two values the first in the order of their texts, whichever side it is on.
    #[must_use]
    pub(crate) fn united(&self, other: &Self) -> Self {
        let mut all: Vec<&(String, Json)> = self.members().iter().chain(other.members()).listed();
        arrange(&mut all, |(key, value)| key_of(&[key.as_str(), &canonical(value)]));
        all.dedup_by(|(later, _), (key, _)| later == key);
        let mut united = Self::NONE;
        for (key, value) in all {
            united.push(key.clone(), value.clone());
        }
        united
    }

    /// The keys with their values, as they were written.
    pub fn members(&self) -> &[(String, Json)] {
        self.0.as_ref().map_or(&[], |members| &members.0)
    }
}

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(typescript_custom_section)]
const EXTRA: &'static str = "/** Keys that begin with `x-` belong to others and survive a round trip. */\nexport interface Extra { [key: `x-${string}`]: unknown; }";

/// A key of an object, read and written.
#[derive(Debug)]
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// Whether it may be left out.
    pub may_be_absent: bool,
}

/// A place for a value, whatever its type: the loop over an object's keys is compiled once.
pub trait Place {
    /// Reads the value.
    fn fill_place(&mut self, reader: &mut Reader<'_>);
}

impl<T: Shape> Place for T {
    fn fill_place(&mut self, reader: &mut Reader<'_>) {
        self.fill(reader);
    }
}

/// The beginning of a text, for a sentence.
#[must_use]
pub fn excerpt(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or("")),
    }
}

impl<T: Shape> Shape for Option<T> {
    fn fill(&mut self, reader: &mut Reader<'_>) {
        self.insert(T::default()).fill(reader);
    }
}

impl<T: Shape> Shape for Vec<T> {
    fn fill(&mut self, reader: &mut Reader<'_>) {
        reader.items(&mut |reader| {
            self.push(T::default());
            if let Some(value) = self.last_mut() {
                value.fill(reader);
            }
        });
    }
}

impl<T: Shape> Shape for Box<T> {
    fn fill(&mut self, reader: &mut Reader<'_>) {
        T::fill(self, reader);
    }
}

/// Of what many objects hold: written alike it is read once.
impl<T: Shape + Send + Sync + 'static> Shape for Arc<T> {
    fn fill(&mut self, reader: &mut Reader<'_>) {
        *self = reader.shared_value();
    }
}

impl Shape for bool {
    fn fill(&mut self, reader: &mut Reader<'_>) {
        match reader.token() {
            Some(Token::Bool(value)) => *self = value,
            Some(other) => reader.wrong_type("boolean", &other),
            None => {}
        }
    }
}

pub(crate) use super::declare::{first, key, shape, tagged, words};

/// Lets a generated JSON Schema know that `x-` keys are welcome.
#[cfg(feature = "schema")]
pub fn allow_extra(schema: &mut schemars::Schema) {
    schema.insert("patternProperties".to_owned(), serde_json::json!({ "^x-": true }));
}
