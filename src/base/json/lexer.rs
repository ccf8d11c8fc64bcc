//! JSON text, token by token: RFC 8259 and nothing beside it. The first offence ends it.
//!
//! Whoever reads (the tree, the typed reader) asks for the next key, item or value; nothing is kept of
//! what was passed over.

#[cfg(feature = "workbench")]
pub(super) mod alike;
pub(super) mod bytes;
mod quick;

use std::borrow::Cow;

use super::limits::MAX_DEPTH;
use crate::problem::{ArgKind, Code, Problem};
use bytes::plain;

/// Where the reading of a text stands.
#[derive(Debug, Clone)]
pub(super) struct Lexer<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    depth: usize,
}

/// A value without what is in it: a list or an object is only named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token<'t> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// The number's token: no digit is lost to a float.
    Number(&'t str),
    /// A text, escapes resolved.
    Text(Cow<'t, str>),
    /// A list.
    Array,
    /// An object.
    Object,
}

impl Token<'_> {
    /// The kind of value, as problems name it.
    #[must_use]
    pub const fn kind_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Number(_) => "number",
            Self::Text(_) => "string",
            Self::Array => "array",
            Self::Object => "object",
        }
    }
}

type Read<T> = Result<T, Problem>;

impl<'t> Lexer<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self { text, bytes: text.as_bytes(), at: 0, depth: 0 }
    }

    /// The byte at which the reading stands.
    #[inline]
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// Steps to the document's one value.
    pub(super) fn begin(&mut self) -> Read<()> {
        self.blanks();
        if self.peek().is_none() { Err(Problem::new(Code::Empty, "")) } else { Ok(()) }
    }

    /// Nothing may follow the document's value.
    pub(super) fn end(&mut self) -> Read<()> {
        self.blanks();
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(Problem::new(Code::AfterEnd, "").with("found", self.found()).at(self.at)),
        }
    }

    /// Leaves the rest unread.
    pub(super) const fn give_up(&mut self) {
        self.at = self.bytes.len();
    }

    /// Reads a value that has nothing in it, or steps into a list or an object: [`Lexer::item`] and
    /// [`Lexer::key`] go through it.
    pub(super) fn value(&mut self) -> Read<Token<'t>> {
        match self.peek() {
            Some(b'"') => self.string().map(Token::Text),
            Some(b'-' | b'0'..=b'9') => self.number().map(Token::Number),
            Some(b'{') => self.enter(Token::Object),
            Some(b'[') => self.enter(Token::Array),
            Some(b't') => self.word("true", Token::Bool(true)),
            Some(b'f') => self.word("false", Token::Bool(false)),
            Some(b'n') => self.word("null", Token::Null),
            _ => Err(self.offence("value")),
        }
    }

    /// Steps over the opening bracket, unless the nesting is too deep.
    fn enter(&mut self, inside: Token<'t>) -> Read<Token<'t>> {
        if self.depth >= MAX_DEPTH {
            return Err(Problem::new(Code::TooDeep, "").with("limit", MAX_DEPTH).at(self.at));
        }
        self.depth = self.depth.saturating_add(1);
        self.step();
        Ok(inside)
    }

    /// The next key of an object with its place, the reading before its value; nothing at the object's end.
    pub(super) fn key(&mut self, first: bool) -> Read<Option<(usize, Cow<'t, str>)>> {
        if !self.entry(first)? {
            return Ok(None);
        }
        let offset = self.at;
        Ok(Some((offset, self.key_text()?)))
    }

    /// Whether an object has another entry, before which the reading then stands.
    #[inline]
    pub(super) fn entry(&mut self, first: bool) -> Read<bool> {
        Ok(!self.closes(first, b'}', ", }")?)
    }

    /// Reads a key, up to its value.
    pub(super) fn key_text(&mut self) -> Read<Cow<'t, str>> {
        if self.peek() != Some(b'"') {
            return Err(self.offence("key"));
        }
        let key = self.string()?;
        self.blanks();
        if !self.take(b':') {
            return Err(self.offence(":"));
        }
        self.blanks();
        Ok(key)
    }

    /// Whether a list has another item, before which the reading then stands.
    #[inline]
    pub(super) fn item(&mut self, first: bool) -> Read<bool> {
        Ok(!self.closes(first, b']', ", ]")?)
    }

    /// Steps over what stands between two entries, or over the closing bracket.
    #[inline]
    fn closes(&mut self, first: bool, bracket: u8, expected: &'static str) -> Read<bool> {
        self.blanks();
        if self.take(bracket) {
            self.depth = self.depth.saturating_sub(1);
            return Ok(true);
        }
        if !first {
            if !self.take(b',') {
                return Err(self.offence(expected));
            }
            self.blanks();
        }
        Ok(false)
    }

    /// Passes over a value, whatever it holds.
    pub(super) fn pass(&mut self) -> Read<Token<'t>> {
        let token = self.value()?;
        let mut first = true;
        match token {
            Token::Object => {
                while self.key(first)?.is_some() {
                    self.pass()?;
                    first = false;
                }
            }
            Token::Array => {
                while self.item(first)? {
                    self.pass()?;
                    first = false;
                }
            }
            _ => {}
        }
        Ok(token)
    }

    fn string(&mut self) -> Read<Cow<'t, str>> {
        self.step();
        let mut resolved: Option<String> = None;
        let mut run = self.at;
        loop {
            self.pass_plain();
            match self.peek() {
                None => return Err(self.offence("\"")),
                Some(b'"') => {
                    let rest = self.slice(run, self.at);
                    self.step();
                    return Ok(match resolved {
                        None => Cow::Borrowed(rest),
                        Some(text) => Cow::Owned(text + rest),
                    });
                }
                Some(b'\\') => {
                    let before = self.slice(run, self.at);
                    let character = self.escape()?;
                    let text = resolved.get_or_insert_default();
                    text.push_str(before);
                    text.push(character);
                    run = self.at;
                }
                Some(_) => return Err(self.offence("\\n \\t \\u0000")),
            }
        }
    }

    /// Steps over characters that stand for themselves.
    fn pass_plain(&mut self) {
        self.at = self.at.saturating_add(plain(self.bytes.get(self.at..).unwrap_or(&[])));
    }

    fn escape(&mut self) -> Read<char> {
        let start = self.at;
        self.step();
        let letter = self.peek().ok_or_else(|| self.offence("\""))?;
        let character = match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.step();
                return self.unicode(start);
            }
            _ => return Err(self.offence("\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")),
        };
        self.step();
        Ok(character)
    }

    /// The four digits behind `\u`, and the second half of a pair where the first asks for it.
    fn unicode(&mut self, start: usize) -> Read<char> {
        let first = self.four_digits()?;
        if let Some(character) = char::from_u32(first) {
            return Ok(character);
        }
        let lone = || Problem::new(Code::LoneSurrogate, "").at(start);
        if first >= 0xDC00 || self.peek() != Some(b'\\') || self.bytes.get(self.at.saturating_add(1)) != Some(&b'u') {
            return Err(lone());
        }
        self.step();
        self.step();
        let second = self.four_digits()?;
        if !(0xDC00..0xE000).contains(&second) {
            return Err(lone());
        }
        let high = first.saturating_sub(0xD800).saturating_mul(0x400);
        let low = second.saturating_sub(0xDC00);
        char::from_u32(high.saturating_add(low).saturating_add(0x1_0000)).ok_or_else(lone)
    }

    fn four_digits(&mut self) -> Read<u32> {
        let mut value = 0_u32;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            let digit = digit.ok_or_else(|| self.offence("0-9 a-f"))?;
            value = value.saturating_mul(16).saturating_add(digit);
            self.step();
        }
        Ok(value)
    }

    /// A number's token by JSON's grammar; ours, which is narrower, is asked where a number is expected.
    #[inline]
    fn number(&mut self) -> Read<&'t str> {
        let start = self.at;
        self.take(b'-');
        if self.take(b'0') {
            if matches!(self.peek(), Some(b'0'..=b'9')) {
                return Err(self.malformed_number(start));
            }
        } else if self.digits() == 0 {
            return Err(self.malformed_number(start));
        }
        if self.take(b'.') && self.digits() == 0 {
            return Err(self.malformed_number(start));
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.step();
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.step();
            }
            if self.digits() == 0 {
                return Err(self.malformed_number(start));
            }
        }
        Ok(self.slice(start, self.at))
    }

    fn malformed_number(&self, start: usize) -> Problem {
        if self.peek().is_none() {
            return Problem::new(Code::CutShort, "").at(self.at);
        }
        Problem::new(Code::Syntax, "")
            .with("found", self.token(start))
            .with("expected", ArgKind::Kinds.of("number"))
            .at(start)
    }

    #[inline]
    fn digits(&mut self) -> usize {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.step();
        }
        self.at.saturating_sub(start)
    }

    fn word(&mut self, word: &str, token: Token<'t>) -> Read<Token<'t>> {
        let rest = self.bytes.get(self.at..).unwrap_or(&[]);
        if rest.starts_with(word.as_bytes()) {
            self.at = self.at.saturating_add(word.len());
            return Ok(token);
        }
        if word.as_bytes().starts_with(rest) {
            self.at = self.bytes.len();
        }
        Err(self.offence("value"))
    }

    fn offence(&self, expected: &'static str) -> Problem {
        if self.peek().is_none() {
            return Problem::new(Code::CutShort, "").at(self.at);
        }
        Problem::new(Code::Syntax, "")
            .with("found", self.found())
            .with("expected", ArgKind::Kinds.of(expected))
            .at(self.at)
    }

    /// What stands here, for the sentence: a word, or one character.
    fn found(&self) -> String {
        self.token(self.at)
    }

    fn token(&self, start: usize) -> String {
        let rest = self.text.get(start..).unwrap_or("");
        let word: String = rest
            .chars()
            .take_while(|c| c.is_alphanumeric() || matches!(c, '+' | '-' | '.' | '_' | '\''))
            .take(24)
            .collect();
        if word.is_empty() { rest.chars().take(1).collect() } else { word }
    }

    #[inline]
    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.step();
        }
    }

    #[inline]
    fn take(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        if there {
            self.step();
        }
        there
    }

    #[inline]
    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    #[inline]
    const fn step(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    #[inline]
    fn slice(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or("")
    }
}
