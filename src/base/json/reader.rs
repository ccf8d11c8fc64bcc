//! Text to types: strict, in one pass, and with every problem at once.
//!
//! A [`Reader`] goes through a text once and keeps nothing of it: each value is read straight into the
//! place that waits for it. Where something is wrong it notes the problem, the place stays as it was, and
//! the reading goes on, so that a person sees all mistakes of a file in one go; a document with a mistake
//! is given to nobody ([`super::Document::read`]). An offence against the syntax ends it.

#[cfg(feature = "workbench")]
mod alike;
#[cfg(feature = "workbench")]
mod before;
#[cfg(not(feature = "workbench"))]
mod once;

use std::borrow::Cow;

use super::extra::Extra;
use super::key::Key;
use super::lexer::{Lexer, Token};
use super::limits::MAX_PROBLEMS;
use super::value::Json;
use crate::list::Listed;
use crate::order::Index;
use crate::problem::{ArgKind, Code, Problem, excerpt, nearest};
#[cfg(feature = "workbench")]
use before::Before;

/// How many problems of one document are kept; of these the first are listed.
const MOST_KEPT: usize = 10_000;

/// A type that can be read from a document; what it is by default is what an absent key means.
pub trait Shape: Default {
    /// Reads the value before which the reader stands, whole, or tells it what is wrong.
    fn fill(&mut self, reader: &mut Reader<'_>);
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

/// Reads a document's values, collects problems, and knows where in the document the reading stands.
pub struct Reader<'t> {
    lexer: Lexer<'t>,
    /// Told at which byte the reading stands, item by item of the outermost lists.
    tell: &'t mut dyn FnMut(usize),
    path: Vec<Step>,
    /// The byte at which the value that is spoken of begins.
    here: usize,
    problems: Vec<Problem>,
    /// How many there were beyond those that are kept.
    beyond: usize,
    /// The last of them, to be filled by whoever tells it, and forgotten.
    unkept: Option<Problem>,
    /// The offence against the syntax that ended the reading.
    offence: Option<Problem>,
    /// The next object is one of a tagged union: its `type` was read already.
    tagged: bool,
    #[cfg(feature = "workbench")]
    before: Before<'t>,
}

impl std::fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader").field("at", &self.lexer.at()).finish_non_exhaustive()
    }
}

enum Step {
    Key(&'static str),
    Index(usize),
}

impl<'t> Reader<'t> {
    /// Stands before a text's one value.
    pub(super) fn new(text: &'t str, tell: &'t mut dyn FnMut(usize)) -> Self {
        let mut reader = Self {
            lexer: Lexer::new(text),
            tell,
            path: Vec::new(),
            here: 0,
            problems: Vec::new(),
            beyond: 0,
            unkept: None,
            offence: None,
            tagged: false,
            #[cfg(feature = "workbench")]
            before: Before::default(),
        };
        let begun = reader.lexer.begin();
        reader.good(begun);
        reader.here = reader.lexer.at();
        reader
    }

    /// What is wrong with a document that was read: its syntax, or all problems of shape.
    pub(super) fn finish(mut self) -> Result<(), Vec<Problem>> {
        let ended = self.lexer.end();
        self.good(ended);
        if let Some(offence) = self.offence {
            return Err(vec![offence]);
        }
        if self.beyond > 0 {
            self.problems.push(Problem::new(Code::MoreProblems, "").with("more", self.beyond));
        }
        if self.problems.is_empty() { Ok(()) } else { Err(self.problems) }
    }

    /// Tells a problem of the value that was read last.
    pub fn problem(&mut self, code: Code) -> &mut Problem {
        // Of a flood only the number is kept: millions of mistakes would not fit the memory.
        let kept = self.problems.len() < MOST_KEPT;
        let pointer = if kept { self.pointer() } else { String::new() };
        self.push(Problem::new(code, pointer).at(self.here))
    }

    /// Reads a value; of a list or an object only what it is.
    pub fn token(&mut self) -> Option<Token<'t>> {
        self.here = self.lexer.at();
        let token = self.lexer.pass();
        self.good(token)
    }

    /// Reads a number's token, or a text without escapes; of anything else nothing is read.
    pub fn plain_value(&mut self) -> Option<&'t str> {
        self.here = self.lexer.at();
        self.lexer.plain_value()
    }

    /// Reads a text.
    #[inline]
    pub fn text(&mut self) -> Option<Cow<'t, str>> {
        self.here = self.lexer.at();
        if let Some(text) = self.lexer.plain_text() {
            return Some(Cow::Borrowed(text));
        }
        match self.token()? {
            Token::Text(text) => Some(text),
            other => {
                self.wrong_type("string", &other);
                None
            }
        }
    }

    /// Reads a text that is one of the words known.
    pub fn word(&mut self, known: &[&'static str]) -> Option<&'static str> {
        let text = self.text()?;
        let found = known.iter().find(|word| **word == text);
        if found.is_none() {
            self.unknown_word(&text, known);
        }
        found.copied()
    }

    /// Reads the word of a tagged union's `type`, the reading staying before the object; nothing, behind it,
    /// where there is none.
    pub fn tag(&mut self, known: &[&'static str]) -> Option<&'static str> {
        let object = self.lexer.clone();
        let found = self.find_tag();
        self.tagged = false;
        let word = match found {
            Some(true) => self.under("type", |reader| reader.word(known)),
            Some(false) => {
                self.here = object.at();
                self.problem(Code::MissingKey).put("key", "type");
                None
            }
            None => None,
        };
        if self.offence.is_none() {
            self.lexer = object;
        }
        self.tagged = word.is_some();
        if word.is_none() {
            self.pass();
        }
        word
    }

    /// Goes to the value of `type`; tells whether an object has one.
    fn find_tag(&mut self) -> Option<bool> {
        if self.lexer.peek() != Some(b'{') {
            let token = self.token()?;
            self.wrong_type("object", &token);
            return None;
        }
        let entered = self.lexer.value();
        self.good(entered)?;
        let mut first = true;
        while self.entry(first) {
            if self.key()? == "type" {
                return Some(true);
            }
            self.pass();
            first = false;
        }
        Some(false)
    }

    /// Reads the items of a list, one after the other, each into a place that `next` makes.
    pub(crate) fn items(&mut self, next: &mut dyn FnMut(&mut Self)) {
        if !self.enters(b'[', "array") {
            return;
        }
        let mut index = 0_usize;
        while self.item(index == 0) {
            self.path.push(Step::Index(index));
            next(self);
            self.path.pop();
            if self.path.len() == 1 {
                (self.tell)(self.lexer.at());
            }
            index = index.saturating_add(1);
        }
    }

    /// Reads the values of an object's keys into their places, and keeps the keys that are somebody
    /// else's.
    pub fn fields(&mut self, keys: &[Key], places: &mut [&mut dyn Place], extra: &mut Extra) {
        let tagged = std::mem::take(&mut self.tagged);
        let object = self.lexer.at();
        if !self.enters(b'{', "object") {
            return;
        }
        let mut seen = Seen::default();
        let mut others = Vec::new();
        let (mut first, mut expected) = (true, 0);
        while self.entry(first) {
            first = false;
            let offset = self.lexer.at();
            // Most objects hold their keys in this order.
            let next = keys.get(expected).zip(places.get_mut(expected)).filter(|_| !seen.has(expected));
            if let Some((known, place)) = next.filter(|(known, _)| self.lexer.key_is(known.name)) {
                seen.add(expected);
                expected = expected.saturating_add(1);
                self.under(known.name, |reader| place.fill_place(reader));
                continue;
            }
            let Some((at, key)) = self.known_key(keys, expected) else { break };
            match at.and_then(|at| Some((at, keys.get(at)?, places.get_mut(at)?))) {
                None => {
                    let theirs = key.starts_with("x-");
                    self.keep_or_pass(&key, theirs, extra);
                    let known = theirs || (tagged && key == "type");
                    others.push(Other { offset, key, known });
                }
                Some((at, known, _)) if seen.has(at) => self.repeated(offset, known.name),
                Some((at, known, place)) => {
                    seen.add(at);
                    expected = at.saturating_add(1);
                    self.under(known.name, |reader| place.fill_place(reader));
                }
            }
        }
        self.tell_others(&others, keys);
        self.here = object;
        for (at, key) in keys.iter().enumerate() {
            if !seen.has(at) && !key.may_be_absent {
                self.problem(Code::MissingKey).put("key", key.name);
            }
        }
    }

    /// Reads a key: which of those known it is, or as it is written. Most objects hold them in their order.
    fn known_key(&mut self, keys: &[Key], expected: usize) -> Option<(Option<usize>, Cow<'t, str>)> {
        let lexer = &mut self.lexer;
        if let Some(at) = position(keys, expected, |name| lexer.key_is(name)) {
            return Some((Some(at), Cow::Borrowed("")));
        }
        let key = self.key()?;
        Some((position(keys, expected, |name| name == key), key))
    }

    /// Reads the value behind a key that the shape does not know: kept if it is somebody else's.
    fn keep_or_pass(&mut self, key: &str, theirs: bool, extra: &mut Extra) {
        if theirs {
            let value = Json::read(&mut self.lexer);
            if let Some(value) = self.good(value) {
                extra.push(key.to_owned(), value);
            }
        } else {
            self.pass();
        }
    }

    /// Tells of keys that the shape does not know, or that stand there twice.
    fn tell_others(&mut self, others: &[Other<'_>], keys: &[Key]) {
        let by_key = Index::of_many(others.len(), || others.iter().map(|other| other.key.as_ref()));
        for (index, other) in others.iter().enumerate() {
            let repeated = match &by_key {
                Some(by_key) => by_key.get(&other.key) != Some(index),
                None => others.iter().take(index).any(|earlier| earlier.key == other.key),
            };
            if repeated {
                self.key_problem(Code::DuplicateKey, other.offset, &other.key);
            } else if !other.known {
                self.unknown_key(other.offset, &other.key, keys);
            }
        }
    }

    /// Tells of a key that stands in the object already, and passes over its value.
    fn repeated(&mut self, offset: usize, key: &str) {
        self.key_problem(Code::DuplicateKey, offset, key);
        self.pass();
    }

    fn unknown_key(&mut self, offset: usize, key: &str, keys: &[Key]) {
        // Of a flood of unknown keys the first are told with a hint; no more are listed.
        let hinted = self.problems.len() < MAX_PROBLEMS;
        let problem = self.key_problem(Code::UnknownKey, offset, key);
        if hinted {
            let known: Vec<&str> = keys.iter().map(|key| key.name).listed();
            problem.put("nearest", nearest(key, &known));
            problem.put("known", ArgKind::Text.each(&known));
        }
    }

    /// Reads or tells something of the value behind a key.
    #[inline]
    fn under<T>(&mut self, key: &'static str, tell: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(Step::Key(key));
        let value = tell(self);
        self.path.pop();
        value
    }

    /// Tells that another kind of value was expected.
    pub fn wrong_type(&mut self, expected: &'static str, found: &Token<'_>) {
        let problem = self.problem(Code::WrongType);
        problem.put("expected", ArgKind::Kinds.of(expected));
        problem.put("found", ArgKind::Kinds.of(found.kind_name()));
    }

    /// Tells that a word is not one of those known.
    fn unknown_word(&mut self, found: &str, known: &[&str]) {
        let near = nearest(found, known).to_owned();
        let problem = self.problem(Code::UnknownWord);
        problem.put("found", excerpt(found));
        problem.put("nearest", near);
        problem.put("known", ArgKind::Text.each(known));
    }

    fn key_problem(&mut self, code: Code, offset: usize, key: &str) -> &mut Problem {
        let mut pointer = self.pointer();
        pointer.push('/');
        push_escaped(key, &mut pointer);
        self.push(Problem::new(code, pointer).with("key", excerpt(key)).at(offset))
    }

    fn push(&mut self, problem: Problem) -> &mut Problem {
        if self.problems.len() >= MOST_KEPT {
            self.beyond = self.beyond.saturating_add(1);
            return self.unkept.insert(problem);
        }
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

    /// Steps into a list or an object; tells of any other value.
    #[inline]
    fn enters(&mut self, bracket: u8, expected: &'static str) -> bool {
        if self.lexer.peek() == Some(bracket) {
            let entered = self.lexer.value();
            return self.good(entered).is_some();
        }
        if let Some(other) = self.token() {
            self.wrong_type(expected, &other);
        }
        false
    }

    /// Passes over a value.
    fn pass(&mut self) {
        let passed = self.lexer.pass();
        self.good(passed);
    }

    #[inline]
    fn key(&mut self) -> Option<Cow<'t, str>> {
        let key = self.lexer.key_text();
        self.good(key)
    }

    #[inline]
    fn entry(&mut self, first: bool) -> bool {
        let entry = self.lexer.entry(first);
        self.good(entry).unwrap_or(false)
    }

    #[inline]
    fn item(&mut self, first: bool) -> bool {
        let item = self.lexer.item(first);
        self.good(item).unwrap_or(false)
    }

    /// What was read, or nothing after an offence: then nothing more is.
    #[inline]
    fn good<T>(&mut self, read: Result<T, Problem>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(offence) => {
                self.offence.get_or_insert(offence);
                self.lexer.give_up();
                None
            }
        }
    }
}

/// A key that a shape does not know.
struct Other<'t> {
    offset: usize,
    key: Cow<'t, str>,
    /// Somebody else's, or the `type` that chose this shape.
    known: bool,
}

/// Which keys of an object were read: a shape has at most 64.
#[derive(Default)]
struct Seen(u64);

impl Seen {
    #[inline]
    fn bit(at: usize) -> u64 {
        u32::try_from(at).ok().and_then(|at| 1_u64.checked_shl(at)).unwrap_or(0)
    }

    #[inline]
    fn has(&self, at: usize) -> bool {
        self.0 & Self::bit(at) != 0
    }

    #[inline]
    fn add(&mut self, at: usize) {
        self.0 |= Self::bit(at);
    }
}

/// Which of the keys it is, those from the expected one on being asked first.
#[inline]
fn position(keys: &[Key], expected: usize, mut is: impl FnMut(&str) -> bool) -> Option<usize> {
    let mut is = |at: &usize| keys.get(*at).is_some_and(|known| is(known.name));
    (expected..keys.len()).find(&mut is).or_else(|| (0..expected.min(keys.len())).find(&mut is))
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
