//! JSON text to tree: RFC 8259 and nothing beside it. The first offence ends it.

use std::borrow::Cow;

use super::{Kind, MAX_DEPTH, Member, Node};
use crate::problem::{Code, Problem};

/// Reads exactly one JSON document.
pub(super) fn parse(text: &str) -> Result<Node<'_>, Problem> {
    let mut parser = Parser { text, bytes: text.as_bytes(), at: 0 };
    parser.blanks();
    if parser.peek().is_none() {
        return Err(Problem::new(Code::Empty, ""));
    }
    let root = parser.value(0)?;
    parser.blanks();
    match parser.peek() {
        None => Ok(root),
        Some(_) => Err(Problem::new(Code::AfterEnd, "").with("found", parser.found()).at(parser.at)),
    }
}

struct Parser<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
}

impl<'t> Parser<'t> {
    fn value(&mut self, depth: usize) -> Result<Node<'t>, Problem> {
        let offset = self.at;
        let kind = match self.peek() {
            Some(b'{') => self.object(depth)?,
            Some(b'[') => self.array(depth)?,
            Some(b'"') => Kind::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b't') => self.word("true", Kind::Bool(true))?,
            Some(b'f') => self.word("false", Kind::Bool(false))?,
            Some(b'n') => self.word("null", Kind::Null)?,
            _ => return Err(self.offence("value")),
        };
        Ok(Node { offset, kind })
    }

    fn object(&mut self, depth: usize) -> Result<Kind<'t>, Problem> {
        self.enter(depth)?;
        let mut members = Vec::new();
        self.blanks();
        if self.take(b'}') {
            return Ok(Kind::Object(members));
        }
        loop {
            self.blanks();
            let offset = self.at;
            if self.peek() != Some(b'"') {
                return Err(self.offence("key"));
            }
            let key = self.string()?;
            self.blanks();
            if !self.take(b':') {
                return Err(self.offence(":"));
            }
            self.blanks();
            let value = self.value(depth.saturating_add(1))?;
            members.push(Member { offset, key, value });
            self.blanks();
            if self.take(b'}') {
                return Ok(Kind::Object(members));
            }
            if !self.take(b',') {
                return Err(self.offence(", }"));
            }
        }
    }

    fn array(&mut self, depth: usize) -> Result<Kind<'t>, Problem> {
        self.enter(depth)?;
        let mut items = Vec::new();
        self.blanks();
        if self.take(b']') {
            return Ok(Kind::Array(items));
        }
        loop {
            self.blanks();
            items.push(self.value(depth.saturating_add(1))?);
            self.blanks();
            if self.take(b']') {
                return Ok(Kind::Array(items));
            }
            if !self.take(b',') {
                return Err(self.offence(", ]"));
            }
        }
    }

    /// Steps over the opening bracket, unless the nesting is too deep.
    fn enter(&mut self, depth: usize) -> Result<(), Problem> {
        if depth >= MAX_DEPTH {
            return Err(Problem::new(Code::TooDeep, "").with("limit", MAX_DEPTH).at(self.at));
        }
        self.step();
        Ok(())
    }

    fn string(&mut self) -> Result<Cow<'t, str>, Problem> {
        self.step();
        let start = self.at;
        let mut resolved: Option<String> = None;
        let mut run = start;
        loop {
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
                Some(0..=0x1F) => return Err(self.offence("\\n \\t \\u0000")),
                Some(_) => self.step(),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Problem> {
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
    fn unicode(&mut self, start: usize) -> Result<char, Problem> {
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

    fn four_digits(&mut self) -> Result<u32, Problem> {
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
    fn number(&mut self) -> Result<Kind<'t>, Problem> {
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
        Ok(Kind::Number(self.slice(start, self.at)))
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

    fn word(&mut self, word: &str, kind: Kind<'t>) -> Result<Kind<'t>, Problem> {
        let rest = self.bytes.get(self.at..).unwrap_or(&[]);
        if rest.starts_with(word.as_bytes()) {
            self.at = self.at.saturating_add(word.len());
            return Ok(kind);
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

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    const fn step(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn slice(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or("")
    }
}
