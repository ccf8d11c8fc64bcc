//! Tree to types: strict, and with every problem at once.
//!
//! A [`Shape`] is filled in place from a [`Node`]. Where something is wrong it tells the [`Reader`],
//! stays as it was, and the reading goes on, so that a person sees all mistakes of a file in one go;
//! a document with a mistake is given to nobody ([`super::Document::read`]). The `shape!` macro (see [`super::declare`])
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

/// How many problems of one document are kept; of these the first are listed.
const MOST_KEPT: usize = 10_000;

/// Collects problems, and knows where in the document the reading stands.
#[derive(Debug, Default)]
pub struct Reader {
    path: Vec<Step>,
    problems: Vec<Problem>,
    /// How many there were beyond those that are kept.
    beyond: usize,
    /// The last of them, to be filled by whoever tells it, and forgotten.
    unkept: Option<Problem>,
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
        // Of a flood only the number is kept: millions of mistakes would not fit the memory.
        if self.problems.len() >= MOST_KEPT {
            self.beyond = self.beyond.saturating_add(1);
            return self.unkept.insert(Problem::new(code, ""));
        }
        let pointer = self.pointer();
        self.push(Problem::new(code, pointer))
    }

    /// Every problem so far.
    #[must_use]
    pub fn into_problems(mut self) -> Vec<Problem> {
        if self.beyond > 0 {
            self.problems.push(Problem::new(Code::MoreProblems, "").with("more", self.beyond));
        }
        self.problems
    }

    /// Every problem of a document that was read.
    pub(super) fn finish(self) -> Result<(), Vec<Problem>> {
        let problems = self.into_problems();
        if problems.is_empty() { Ok(()) } else { Err(problems) }
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

pub(crate) use super::declare::{first, key, shape, tagged, words};

/// Lets a generated JSON Schema know that `x-` keys are welcome.
#[cfg(feature = "schema")]
pub fn allow_extra(schema: &mut schemars::Schema) {
    schema.insert("patternProperties".to_owned(), serde_json::json!({ "^x-": true }));
}
