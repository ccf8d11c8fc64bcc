//! JSON text, token by token: RFC 8259 and nothing beside it. The first offence ends it.
//!
//! Whoever reads (the tree, the typed reader) asks for the next key, item or value; nothing is kept of
//! what was passed over.

use std::borrow::Cow;

use super::MAX_DEPTH;
use crate::number::Number;
use crate::problem::{Code, Problem};

/// Where the reading of a text stands.
#[derive(Debug, Clone)]
pub(super) struct Lexer<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    depth: usize,
}

/// An object of a text and a value.
pub(crate) struct Pair<'t> {
    /// Everything before the value, as it is written.
    pub(crate) head: &'t str,
    /// The text.
    pub(crate) text: &'t str,
    /// The value: a number's token, or a text.
    pub(crate) value: &'t str,
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

    /// Reads a key up to its value if it is this one, as most files write it; else nothing is read.
    pub(super) fn key_is(&mut self, name: &str) -> bool {
        let end = self.at.saturating_add(name.len()).saturating_add(1);
        let (quote, colon) = (self.bytes.get(end), self.bytes.get(end.saturating_add(1)));
        let is = quote == Some(&b'"')
            && colon == Some(&b':')
            && self.peek() == Some(b'"')
            && self.bytes.get(self.at.saturating_add(1)..end).is_some_and(|key| same(key, name.as_bytes()));
        if is {
            self.at = end.saturating_add(2);
            self.blanks();
        }
        is
    }

    /// Reads a text in which every character stands for itself; of any other nothing is read.
    pub(super) fn plain_text(&mut self) -> Option<&'t str> {
        let start = self.at.saturating_add(1);
        let end = start.saturating_add(plain(self.bytes.get(start..)?));
        if self.peek() != Some(b'"') || self.bytes.get(end) != Some(&b'"') {
            return None;
        }
        self.at = end.saturating_add(1);
        self.text.get(start..end)
    }

    /// Reads a number's token or a plain text; of anything else nothing is read.
    pub(super) fn plain_value(&mut self) -> Option<&'t str> {
        let start = self.at;
        match self.peek() {
            Some(b'"') => self.plain_text(),
            Some(b'-' | b'0'..=b'9') => {
                let number = self.number().ok();
                if number.is_none() {
                    self.at = start;
                }
                number
            }
            _ => None,
        }
    }

    /// Reads an object that holds a plain text under one key and a plain value under another, and nothing beside them;
    /// of anything else nothing is read.
    pub(super) fn plain_pair(&mut self, keys: [&str; 2]) -> Option<Pair<'t>> {
        let start = self.at;
        let pair = self.pair(keys);
        if pair.is_none() {
            self.at = start;
        }
        pair
    }

    fn pair(&mut self, [one, other]: [&str; 2]) -> Option<Pair<'t>> {
        let start = self.at;
        let text = if self.marks(b'{') && self.key_is(one) { self.plain_text()? } else { return None };
        self.blanks();
        let there = self.marks(b',') && self.key_is(other);
        let head = self.slice(start, self.at);
        let value = if there { self.plain_value()? } else { return None };
        self.blanks();
        self.take(b'}').then_some(Pair { head, text, value })
    }

    /// Reads an object that begins with exactly this text, its one number that is left, and its end; of anything else
    /// nothing is read.
    pub(super) fn number_behind(&mut self, head: &str) -> Option<Number> {
        let start = self.at;
        let end = start.saturating_add(head.len());
        self.bytes.get(start..end).filter(|here| same(here, head.as_bytes()))?;
        let quotes = usize::from(self.bytes.get(end) == Some(&b'"'));
        let from = end.saturating_add(quotes);
        let (number, length) = Number::leading(self.bytes.get(from..)?)?;
        self.at = from.saturating_add(length);
        let good = (quotes == 0 || self.take(b'"')) && {
            self.blanks();
            self.take(b'}')
        };
        if !good {
            self.at = start;
        }
        good.then_some(number)
    }

    /// Takes a mark and what is blank behind it.
    fn marks(&mut self, mark: u8) -> bool {
        let there = self.take(mark);
        self.blanks();
        there
    }

    /// Steps back to where the reading stood.
    pub(super) const fn back(&mut self, to: usize) {
        self.at = to;
    }

    /// Whether a list has another item, before which the reading then stands.
    pub(super) fn item(&mut self, first: bool) -> Read<bool> {
        Ok(!self.closes(first, b']', ", ]")?)
    }

    /// Steps over what stands between two entries, or over the closing bracket.
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
        Problem::new(Code::Syntax, "").with("found", self.token(start)).with("expected", "number").at(start)
    }

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
        Problem::new(Code::Syntax, "").with("found", self.found()).with("expected", expected).at(self.at)
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

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.step();
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        if there {
            self.step();
        }
        there
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    const fn step(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn slice(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or("")
    }
}

/// Whether two short texts are the same, eight bytes at a time: the comparison that wasm comes with takes one by one.
pub(super) fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let ((ones, one_rest), (others, other_rest)) = (one.as_chunks::<8>(), other.as_chunks::<8>());
    let eights = ones.iter().zip(others).all(|(a, b)| u64::from_le_bytes(*a) == u64::from_le_bytes(*b));
    eights && one_rest.iter().zip(other_rest).all(|(a, b)| a == b)
}

/// How many bytes in front of a text stand for themselves: neither quote nor backslash nor control character.
/// Eight at a time: a byte is one of these where taking it away borrows from the bit above it.
pub(super) fn plain(bytes: &[u8]) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const TOP: u64 = 0x8080_8080_8080_8080;
    let below = |word: u64, least: u64| word.wrapping_sub(EACH.wrapping_mul(least)) & !word & TOP;
    let is = |word: u64, byte: u8| below(word ^ EACH.wrapping_mul(u64::from(byte)), 1);
    let (eights, rest) = bytes.as_chunks::<8>();
    for (index, eight) in eights.iter().enumerate() {
        let word = u64::from_le_bytes(*eight);
        let found = is(word, b'"') | is(word, b'\\') | below(word, 0x20);
        if found != 0 {
            let within = usize::try_from(found.trailing_zeros() >> 3).unwrap_or(0);
            return index.saturating_mul(8).saturating_add(within);
        }
    }
    let stops = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1F);
    bytes.len().saturating_sub(rest.len()).saturating_add(rest.iter().position(stops).unwrap_or(rest.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_bytes_at_a_time_find_what_one_by_one_do() {
        let letters = [0, 1, 0x1F, b' ', b'!', b'"', b'#', b'[', b'\\', b']', 0x7F, 0x80, 0xA2, 0xDC, 0xFF];
        for stop in letters {
            for other in letters {
                for length in 0..20 {
                    let mut bytes = vec![b'a'; length];
                    bytes.extend([stop, other]);
                    bytes.resize(length + 9, b'"');
                    let stops = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1F);
                    assert_eq!(Some(plain(&bytes)), bytes.iter().position(stops), "{bytes:?}");
                    let mut changed = bytes.clone();
                    changed[length] = changed[length].wrapping_add(1);
                    assert!(same(&bytes, &bytes.clone()) && !same(&bytes, &changed) && !same(&bytes, &bytes[1..]));
                }
            }
        }
    }
}
