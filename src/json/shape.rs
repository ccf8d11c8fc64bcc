//! Tree to types: strict, and with every problem at once.
//!
//! A [`Shape`] is filled in place from a [`Node`]. Where something is wrong it tells the [`Reader`],
//! stays as it was, and the reading goes on, so that a person sees all mistakes of a file in one go;
//! a document with a mistake is given to nobody ([`super::Document::read`]). The `shape!` macro
//! declares a struct together with its reader, so that the list of known keys is the list of fields.

use super::{Json, Kind, Member, Node};
use crate::order::Index;
use crate::order::Listed;
use crate::problem::{Code, Problem, nearest};

/// A type that can be read from a document; what it is by default is what an absent key means.
pub trait Shape: Default {
    /// Reads itself, or tells the reader what is wrong.
    fn fill(&mut self, node: &Node<'_>, reader: &mut Reader);
}

/// Keys that begin with `x-`: somebody else's, kept through a round trip.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extra(pub Vec<(String, Json)>);

impl Extra {
    /// Where an object can have none.
    pub(crate) const NONE: Self = Self(Vec::new());
}

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(typescript_custom_section)]
const EXTRA: &'static str = "/** Keys that begin with `x-` belong to others and survive a round trip. */\nexport interface Extra { [key: `x-${string}`]: unknown; }";

/// Collects problems, and knows where in the document the reading stands.
#[derive(Debug, Default)]
pub struct Reader {
    path: Vec<Step>,
    problems: Vec<Problem>,
    /// The next object is one of a tagged union: its `type` was read already.
    tagged: bool,
}

#[derive(Debug)]
enum Step {
    Key(String),
    Index(usize),
}

impl Reader {
    /// Tells a problem at the place where the reading stands.
    pub fn problem(&mut self, code: Code) -> &mut Problem {
        let pointer = self.pointer();
        self.push(Problem::new(code, pointer))
    }

    /// Every problem so far.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// Every problem of a document that was read.
    pub(super) fn finish(self) -> Result<(), Vec<Problem>> {
        if self.problems.is_empty() { Ok(()) } else { Err(self.problems) }
    }

    /// An object whose keys are all known or begin with `x-`.
    fn object<'n, 't>(&mut self, node: &'n Node<'t>, known: &[&str]) -> Option<Object<'n, 't>> {
        let Kind::Object(members) = &node.kind else {
            self.wrong_type("object", node);
            return None;
        };
        let tagged = std::mem::take(&mut self.tagged);
        let mut extra = Vec::new();
        let by_key = Index::of_many(members.len(), || members.iter().map(|member| member.key.as_ref()));
        for (index, member) in members.iter().enumerate() {
            let repeated = match &by_key {
                Some(by_key) => by_key.get(&member.key) != Some(index),
                None => members.iter().take(index).any(|earlier| earlier.key == member.key),
            };
            if repeated {
                self.key_problem(Code::DuplicateKey, member);
            } else if member.key.starts_with("x-") && member.key.is_ascii() {
                extra.push((member.key.clone().into_owned(), Json::from(&member.value)));
            } else if tagged && member.key == "type" {
                // Read already: it is what chose this shape.
            } else if !known.iter().any(|key| *key == member.key) {
                // Of a flood of unknown keys the first are told with a hint; no more are listed.
                let hinted = self.problems.len() < super::MAX_PROBLEMS;
                let problem = self.key_problem(Code::UnknownKey, member);
                if hinted {
                    problem.params.insert("nearest", nearest(&member.key, known).to_owned());
                    problem.params.insert("known", crate::text::joined(known, ", "));
                }
            }
        }
        Some(Object { members, extra: Extra(extra) })
    }

    /// Reads the values of an object's keys into their places, and keeps the keys that are somebody
    /// else's.
    pub fn fields(&mut self, node: &Node<'_>, keys: &[Key], places: &mut [&mut dyn Place], extra: &mut Extra) {
        let known: Vec<&str> = keys.iter().map(|key| key.name).listed();
        let Some(object) = self.object(node, &known) else { return };
        for (key, place) in keys.iter().zip(places) {
            match object.members.iter().find(|member| member.key == key.name) {
                Some(member) => self.under(key.name, |reader| place.fill_place(&member.value, reader)),
                None if key.may_be_absent => {}
                None => {
                    self.problem(Code::MissingKey).params.insert("key", key.name.to_owned());
                }
            }
        }
        *extra = object.extra;
    }

    /// Reads the items of a list, one after the other, each into a place that `next` makes.
    fn items(&mut self, node: &Node<'_>, next: &mut dyn FnMut(&Node<'_>, &mut Self)) {
        let Kind::Array(items) = &node.kind else {
            self.wrong_type("array", node);
            return;
        };
        for (index, item) in items.iter().enumerate() {
            self.path.push(Step::Index(index));
            next(item, self);
            self.path.pop();
        }
    }

    /// A text that is one of the words known.
    pub fn word<'n>(&mut self, node: &'n Node<'_>, known: &[&str]) -> Option<&'n str> {
        let Some(text) = node.text() else {
            self.wrong_type("string", node);
            return None;
        };
        if known.contains(&text) {
            return Some(text);
        }
        self.unknown_word(text, known);
        None
    }

    /// The word of a tagged union's `type`; the object that follows may hold that key.
    pub fn tag<'n>(&mut self, node: &'n Node<'_>, known: &[&str]) -> Option<&'n str> {
        let Kind::Object(_) = &node.kind else {
            self.wrong_type("object", node);
            return None;
        };
        let Some(tag) = node.get("type") else {
            self.problem(Code::MissingKey).params.insert("key", "type".to_owned());
            return None;
        };
        let word = self.under("type", |reader| reader.word(tag, known));
        self.tagged = word.is_some();
        word
    }

    /// Tells something of the value behind a key.
    pub fn under<T>(&mut self, key: &str, tell: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(Step::Key(key.to_owned()));
        let value = tell(self);
        self.path.pop();
        value
    }

    /// Tells that another kind of value was expected.
    pub fn wrong_type(&mut self, expected: &'static str, node: &Node<'_>) {
        let problem = self.problem(Code::WrongType);
        problem.params.insert("expected", expected.to_owned());
        problem.params.insert("found", node.kind_name().to_owned());
    }

    /// Tells that a word is not one of those known.
    fn unknown_word(&mut self, found: &str, known: &[&str]) {
        let near = nearest(found, known).to_owned();
        let problem = self.problem(Code::UnknownWord);
        problem.params.insert("found", excerpt(found));
        problem.params.insert("nearest", near);
        problem.params.insert("known", crate::text::joined(known, ", "));
    }

    fn key_problem(&mut self, code: Code, member: &Member<'_>) -> &mut Problem {
        self.path.push(Step::Key(member.key.clone().into_owned()));
        let problem = Problem::new(code, self.pointer()).with("key", excerpt(&member.key)).at(member.offset);
        self.path.pop();
        self.push(problem)
    }

    fn push(&mut self, problem: Problem) -> &mut Problem {
        let index = self.problems.len();
        self.problems.push(problem);
        // The element was pushed on the line above.
        #[expect(clippy::indexing_slicing, reason = "the index is that of the element just pushed")]
        &mut self.problems[index]
    }

    fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.path {
            pointer.push('/');
            match step {
                Step::Key(key) => push_escaped(key, &mut pointer),
                Step::Index(index) => pointer.push_str(&index.to_string()),
            }
        }
        pointer
    }
}

/// A key as a step of a JSON pointer.
fn push_escaped(key: &str, pointer: &mut String) {
    for character in key.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// An object being read: its members, and the keys that are somebody else's.
struct Object<'n, 't> {
    members: &'n [Member<'t>],
    extra: Extra,
}

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
    fn fill_place(&mut self, node: &Node<'_>, reader: &mut Reader);
}

impl<T: Shape> Place for T {
    fn fill_place(&mut self, node: &Node<'_>, reader: &mut Reader) {
        self.fill(node, reader);
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
    fn fill(&mut self, node: &Node<'_>, reader: &mut Reader) {
        self.insert(T::default()).fill(node, reader);
    }
}

impl<T: Shape> Shape for Vec<T> {
    fn fill(&mut self, node: &Node<'_>, reader: &mut Reader) {
        reader.items(node, &mut |item, reader| {
            self.push(T::default());
            if let Some(value) = self.last_mut() {
                value.fill(item, reader);
            }
        });
    }
}

impl<T: Shape> Shape for Box<T> {
    fn fill(&mut self, node: &Node<'_>, reader: &mut Reader) {
        T::fill(self, node, reader);
    }
}

impl Shape for bool {
    fn fill(&mut self, node: &Node<'_>, reader: &mut Reader) {
        match node.kind {
            Kind::Bool(value) => *self = value,
            _ => reader.wrong_type("boolean", node),
        }
    }
}

/// The JSON key of a field: its name in camelCase, or the one named with `as`.
macro_rules! key {
    ($field:ident) => {{
        const NAME: &str = stringify!($field);
        const BYTES: [u8; crate::json::shape::camel_length(NAME)] = crate::json::shape::camel_case(NAME);
        const KEY: &str = crate::json::shape::ascii(&BYTES);
        KEY
    }};
    ($field:ident as $key:literal) => {
        $key
    };
}

/// How long a snake_case name is in camelCase.
#[must_use]
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "runs when the engine is compiled, where an overrun is a compile error"
)]
pub const fn camel_length(snake: &str) -> usize {
    let source = snake.as_bytes();
    let (mut from, mut length) = (0, 0);
    while from < source.len() {
        if source[from] != b'_' {
            length += 1;
        }
        from += 1;
    }
    length
}

/// A snake_case name in camelCase, worked out when the engine is compiled.
#[must_use]
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "runs when the engine is compiled, where an overrun is a compile error"
)]
pub const fn camel_case<const LENGTH: usize>(snake: &str) -> [u8; LENGTH] {
    let source = snake.as_bytes();
    let mut bytes = [0; LENGTH];
    let (mut from, mut length) = (0, 0);
    while from < source.len() {
        if source[from] == b'_' {
            from += 1;
            bytes[length] = source[from].to_ascii_uppercase();
        } else {
            bytes[length] = source[from];
        }
        from += 1;
        length += 1;
    }
    bytes
}

/// A name's letters as a text.
#[must_use]
pub const fn ascii(bytes: &'static [u8]) -> &'static str {
    match std::str::from_utf8(bytes) {
        Ok(name) => name,
        Err(_) => "",
    }
}

/// Declares a struct that people write as a JSON object, and its reader.
///
/// `= default` behind a type marks a key that may be absent: an `Option` is then `None`, a list
/// empty, and any other type its [`Shape::absent`]. `as "key"` names a key that is not the field's
/// own name. Every object also keeps its `x-` keys, in `extra`.
macro_rules! shape {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( $(#[$field_meta:meta])* pub $field:ident $(as $key:literal)? : $type:ty $(= $optional:ident)? ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(feature = "schema", schemars(deny_unknown_fields, transform = crate::json::shape::allow_extra))]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[cfg_attr(any(target_arch = "wasm32", feature = "schema"), serde(rename_all = "camelCase"))]
        pub struct $name {
            $(
                $(#[$field_meta])*
                $(#[cfg_attr(any(target_arch = "wasm32", feature = "schema"), serde(rename = $key))])?
                $(#[cfg_attr(
                    any(target_arch = "wasm32", feature = "schema"),
                    serde($optional, skip_serializing_if = "crate::json::ToJson::is_absent")
                )])?
                pub $field: $type,
            )*
            /// Keys that begin with `x-`.
            #[cfg_attr(any(target_arch = "wasm32", feature = "schema"), serde(flatten))]
            #[cfg_attr(feature = "schema", schemars(skip))]
            pub extra: crate::json::Extra,
        }

        impl crate::json::Shape for $name {
            fn fill(&mut self, node: &crate::json::Node<'_>, reader: &mut crate::json::Reader) {
                let keys = Self::KEYS;
                reader.fields(node, keys, &mut [$( &mut self.$field ),*], &mut self.extra);
            }
        }

        impl crate::json::ToJson for $name {
            fn write(&self, to: &mut crate::json::Writer) {
                to.object(Self::KEYS, &[$( &self.$field ),*], &self.extra);
            }
        }

        impl Default for $name {
            /// Not inlined: every place that reads one would hold it once more.
            #[inline(never)]
            fn default() -> Self {
                Self { $( $field: Default::default(), )* extra: Default::default() }
            }
        }

        impl $name {
            const KEYS: &[crate::json::shape::Key] = &[$( crate::json::shape::Key {
                name: crate::json::shape::key!($field $(as $key)?),
                may_be_absent: false $( || matches!(stringify!($optional).as_bytes(), b"default") )?,
            } ),*];
        }
    };
}

/// Declares an enum of words that people write, kebab-case, and its reader. The first word is the default.
macro_rules! words {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $(#[$first_meta:meta])* $first:ident = $first_word:literal $(, $(#[$word_meta:meta])* $word:ident = $text:literal)* $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        pub enum $name {
            $(#[$first_meta])*
            #[default]
            #[cfg_attr(any(target_arch = "wasm32", feature = "schema"), serde(rename = $first_word))]
            $first,
            $( $(#[$word_meta])* #[cfg_attr(any(target_arch = "wasm32", feature = "schema"), serde(rename = $text))] $word, )*
        }

        impl $name {
            /// The word as it is written.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { Self::$first => $first_word, $( Self::$word => $text, )* }
            }
        }

        impl crate::json::Shape for $name {
            fn fill(&mut self, node: &crate::json::Node<'_>, reader: &mut crate::json::Reader) {
                match reader.word(node, &[$first_word $(, $text)*]) {
                    $( Some($text) => *self = Self::$word, )*
                    _ => *self = Self::$first,
                }
            }
        }

        impl crate::json::ToJson for $name {
            fn write(&self, to: &mut crate::json::Writer) {
                to.text(self.as_str());
            }

            fn is_absent(&self) -> bool {
                *self == Self::default()
            }
        }
    };
}

/// Declares a tagged union that people write as an object with a `type`, and its reader.
macro_rules! tagged {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $( $(#[$variant_meta:meta])* $variant:ident($body:ident) = $tag:literal ),* $(,)? }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[cfg_attr(any(target_arch = "wasm32", feature = "schema"), serde(tag = "type"))]
        pub enum $name {
            $( $(#[$variant_meta])* #[cfg_attr(any(target_arch = "wasm32", feature = "schema"), serde(rename = $tag))] $variant($body), )*
        }

        impl crate::json::Shape for $name {
            fn fill(&mut self, node: &crate::json::Node<'_>, reader: &mut crate::json::Reader) {
                match reader.tag(node, &[$($tag),*]) {
                    $( Some($tag) => {
                        let mut body = $body::default();
                        body.fill(node, reader);
                        *self = Self::$variant(body);
                    } )*
                    _ => {}
                }
            }
        }

        impl crate::json::ToJson for $name {
            fn write(&self, to: &mut crate::json::Writer) {
                match self {
                    $( Self::$variant(body) => {
                        to.tag($tag);
                        body.write(to);
                    } )*
                }
            }
        }

        impl Default for $name {
            fn default() -> Self {
                crate::json::shape::first!($(Self::$variant($body::default())),*)
            }
        }
    };
}

/// The first of several expressions.
macro_rules! first {
    ($first:expr $(, $rest:expr)*) => {
        $first
    };
}

pub(crate) use {first, key, shape, tagged, words};

/// Lets a generated JSON Schema know that `x-` keys are welcome.
#[cfg(feature = "schema")]
pub fn allow_extra(schema: &mut schemars::Schema) {
    schema.insert("patternProperties".to_owned(), serde_json::json!({ "^x-": true }));
}
