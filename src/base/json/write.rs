//! Writing: the bytes of a file, and the canonical bytes that a digest is taken over.
//!
//! A type says its members ([`ToJson`], mostly by way of `shape!` or `answer!`), and one
//! [`Writer`] puts them down, whatever the types: code that is compiled once for each type is what
//! makes a wasm large.

use std::fmt::{Display, Write as _};

use sha2::{Digest as _, Sha256};

use super::key::Key;
use super::lexer::bytes::plain;
use crate::text::Digest;

/// A type that can be written into a document.
pub trait ToJson {
    /// Writes itself.
    fn write(&self, to: &mut Writer);

    /// Whether it is what an absent key means, so that the key need not be written.
    fn is_absent(&self) -> bool {
        false
    }
}

/// What an object holds beside its own keys.
pub trait Beside {
    /// Each key with its value.
    fn members(&self) -> Vec<(&str, &dyn ToJson)>;
}

/// Nothing beside them.
impl Beside for () {
    fn members(&self) -> Vec<(&str, &dyn ToJson)> {
        Vec::new()
    }
}

/// A file's text: two spaces, one key a line, a newline at the end. The same document gives the
/// same bytes on every host.
#[must_use]
pub fn pretty(document: &dyn ToJson) -> String {
    let mut text = Writer::written(Layout::Pretty, document);
    text.push('\n');
    text
}

/// A document's text on one line, keys as declared.
#[must_use]
pub fn compact(document: &dyn ToJson) -> String {
    Writer::written(Layout::Compact, document)
}

/// Canonical JSON (RFC 8785): no blanks, keys sorted. Our own numbers are strings or whole; the
/// number of an `x-` key keeps the digits it was written with.
#[must_use]
pub fn canonical(document: &dyn ToJson) -> String {
    Writer::written(Layout::Canonical, document)
}

/// The SHA-256 of a document's canonical JSON: a fingerprint, not a signature.
#[must_use]
pub fn digest_of(document: &dyn ToJson) -> Digest {
    Digest::from_bytes(&Sha256::digest(canonical(document).as_bytes()))
}

/// The digest of a document as if it had none of some of its outermost keys.
#[must_use]
pub fn digest_without(document: &dyn ToJson, keys: &'static [&'static str]) -> Digest {
    let mut writer = Writer::new(Layout::Canonical);
    writer.left_out = keys;
    document.write(&mut writer);
    Digest::from_bytes(&Sha256::digest(writer.text.as_bytes()))
}

/// A file's text with this checksum, whichever the document holds.
#[must_use]
pub fn pretty_sealed(document: &dyn ToJson, checksum: Digest) -> String {
    let mut writer = Writer::new(Layout::Pretty);
    writer.checksum = Some(checksum);
    document.write(&mut writer);
    writer.text.push('\n');
    writer.text
}

/// How a document's text is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// One line, keys as declared.
    Compact,
    /// One key a line.
    Pretty,
    /// One line, keys sorted.
    Canonical,
}

/// Puts values down as JSON text.
#[derive(Debug)]
pub struct Writer {
    text: String,
    layout: Layout,
    depth: usize,
    /// The list or object that stands open has nothing in it yet.
    empty: bool,
    /// The word of a tagged union, which the object that follows begins with.
    tag: Option<&'static str>,
    /// Keys of the outermost object that are not written.
    left_out: &'static [&'static str],
    /// Written in the place of the outermost object's own.
    checksum: Option<Digest>,
}

impl Writer {
    const fn new(layout: Layout) -> Self {
        Self { text: String::new(), layout, depth: 0, empty: true, tag: None, left_out: &[], checksum: None }
    }

    fn written(layout: Layout, document: &dyn ToJson) -> String {
        let mut writer = Self::new(layout);
        document.write(&mut writer);
        writer.text
    }

    /// A text.
    pub fn text(&mut self, content: &str) {
        write_text(content, &mut self.text);
    }

    /// A figure or a date, as the text it is shown as.
    pub fn shown(&mut self, value: &dyn Display) {
        self.text.push('"');
        let from = self.text.len();
        // Writing to a String cannot fail.
        let _ = write!(self.text, "{value}");
        let shown = self.text.get(from..).unwrap_or("");
        if plain(shown.as_bytes()) < shown.len() {
            let shown = shown.to_owned();
            self.text.truncate(from.saturating_sub(1));
            return self.text(&shown);
        }
        self.text.push('"');
    }

    /// A whole number.
    pub fn whole(&mut self, value: u32) {
        // Writing to a String cannot fail.
        let _ = write!(self.text, "{value}");
    }

    /// `null`, `true`, `false`, or a number by its token.
    pub fn token(&mut self, token: &str) {
        self.text.push_str(token);
    }

    /// Opens a list.
    pub fn open_list(&mut self) {
        self.open('[');
    }

    /// Goes to the next item of the list; its value must follow.
    pub fn item(&mut self) {
        if !self.empty {
            self.text.push(',');
        }
        self.empty = false;
        self.new_line();
    }

    /// Closes the list.
    pub fn close_list(&mut self) {
        self.close(']');
    }

    /// Says the word of a tagged union; its object must follow.
    pub const fn tag(&mut self, word: &'static str) {
        self.tag = Some(word);
    }

    /// An object: each key with its value, then the keys that are somebody else's.
    pub fn object(&mut self, keys: &[Key], values: &[&dyn ToJson], beside: &dyn Beside) {
        if self.layout != Layout::Canonical && self.left_out.is_empty() && self.checksum.is_none() {
            return self.as_declared(keys, values, beside);
        }
        let tag = self.tag.take();
        let mut members: Vec<(&str, &dyn ToJson)> = Vec::with_capacity(keys.len());
        if let Some(tag) = &tag {
            members.push(("type", tag));
        }
        // Only the outermost object, which is the first, is written differently from what it holds.
        let (left_out, checksum) = (std::mem::take(&mut self.left_out), self.checksum.take());
        for (key, value) in keys.iter().zip(values) {
            match &checksum {
                Some(checksum) if key.name == "checksum" => members.push((key.name, checksum)),
                _ if left_out.contains(&key.name) || (key.may_be_absent && value.is_absent()) => {}
                _ => members.push((key.name, *value)),
            }
        }
        for member in beside.members() {
            members.push(member);
        }
        self.members(members);
    }

    /// An object with its keys as they are declared.
    fn as_declared(&mut self, keys: &[Key], values: &[&dyn ToJson], beside: &dyn Beside) {
        let tag = self.tag.take();
        self.open('{');
        if let Some(tag) = &tag {
            self.member("type", tag);
        }
        for (key, value) in keys.iter().zip(values) {
            if !key.may_be_absent || !value.is_absent() {
                self.member(key.name, *value);
            }
        }
        for (key, value) in beside.members() {
            self.member(key, value);
        }
        self.close('}');
    }

    /// An object by its members.
    pub fn members(&mut self, mut members: Vec<(&str, &dyn ToJson)>) {
        if self.layout == Layout::Canonical {
            sort(&mut members);
        }
        self.sorted_members(&members);
    }

    /// An object by its members, whose keys are declared in the order in which they sort.
    pub(crate) fn sorted_members(&mut self, members: &[(&str, &dyn ToJson)]) {
        self.open('{');
        for (key, value) in members {
            self.member(key, *value);
        }
        self.close('}');
    }

    fn member(&mut self, key: &str, value: &dyn ToJson) {
        self.item();
        self.text(key);
        self.text.push_str(if self.layout == Layout::Pretty { ": " } else { ":" });
        value.write(self);
    }

    fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.depth = self.depth.saturating_add(1);
        self.empty = true;
    }

    fn close(&mut self, bracket: char) {
        self.depth = self.depth.saturating_sub(1);
        if !self.empty {
            self.new_line();
        }
        self.empty = false;
        self.text.push(bracket);
    }

    fn new_line(&mut self) {
        if self.layout == Layout::Pretty {
            self.text.push('\n');
            for _ in 0..self.depth {
                self.text.push_str("  ");
            }
        }
    }
}

/// RFC 8785 sorts keys by UTF-16 units.
fn sort(members: &mut [(&str, &dyn ToJson)]) {
    if members.iter().all(|(key, _)| key.is_ascii()) {
        // By insertion: a dozen keys, mostly in order, are sorted without a copy of any.
        for end in 1..members.len() {
            let mut at = end;
            while let Some(before) = at.checked_sub(1) {
                if !matches!((members.get(before), members.get(at)), (Some((a, _)), Some((b, _))) if a > b) {
                    break;
                }
                members.swap(before, at);
                at = before;
            }
        }
        return;
    }
    crate::order::arrange(members, |(key, _)| utf16_key(key));
}

/// A key that sorts by UTF-16 units as bytes sort.
fn utf16_key(key: &str) -> String {
    key.encode_utf16().map(|unit| format!("{unit:04x}")).collect()
}

/// A JSON string, with the escapes that RFC 8785 asks for and no others.
fn write_text(content: &str, text: &mut String) {
    text.push('"');
    let mut rest = content;
    // What needs no escape goes over in one piece.
    while let Some((as_it_is, from)) = rest.split_at_checked(plain(rest.as_bytes())) {
        text.push_str(as_it_is);
        let mut characters = from.chars();
        let Some(character) = characters.next() else { break };
        write_escape(character, text);
        rest = characters.as_str();
    }
    text.push('"');
}

fn write_escape(character: char, text: &mut String) {
    let letter = match character {
        '\u{8}' => 'b',
        '\t' => 't',
        '\n' => 'n',
        '\u{c}' => 'f',
        '\r' => 'r',
        '"' | '\\' => character,
        control => {
            // Writing to a String cannot fail.
            let _ = write!(text, "\\u{:04x}", u32::from(control));
            return;
        }
    };
    text.push('\\');
    text.push(letter);
}

/// Declares that a type is written as the text it is shown as.
macro_rules! shown_json {
    ($name:ty) => {
        impl crate::json::ToJson for $name {
            fn write(&self, to: &mut crate::json::Writer) {
                to.shown(self);
            }
        }
    };
}

pub(crate) use shown_json;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Json;

    #[test]
    fn canonical_is_rfc_8785() {
        let value = Json::Object(vec![
            ("b".into(), Json::Text("\u{20ac}$\u{f}\nA'\"\\/".into())),
            ("a".into(), Json::Array(vec![Json::Bool(true), Json::Null, Json::Number("12".into())])),
        ]);
        assert_eq!(canonical(&value), "{\"a\":[true,null,12],\"b\":\"\u{20ac}$\\u000f\\nA'\\\"\\\\/\"}");
        assert_eq!(pretty(&Json::Array(vec![])), "[]\n");
        assert_eq!(
            pretty(&value),
            "{\n  \"b\": \"\u{20ac}$\\u000f\\nA'\\\"\\\\/\",\n  \"a\": [\n    true,\n    null,\n    12\n  ]\n}\n"
        );
    }
}
