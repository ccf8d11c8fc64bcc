//! Writing: the bytes of a file, and the canonical bytes that a digest is taken over.

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::serialize::value_of;
use super::value::Json;
use crate::text::Digest;

/// A file's text: two spaces, one key a line, a newline at the end. The same document gives the
/// same bytes on every host.
#[must_use]
pub fn pretty<T: Serialize + ?Sized>(document: &T) -> String {
    let mut text = String::new();
    write_pretty(&value_of(document), 0, &mut text);
    text.push('\n');
    text
}

/// A document's text on one line, keys as declared.
#[must_use]
pub fn compact<T: Serialize + ?Sized>(document: &T) -> String {
    let mut text = String::new();
    write_compact(&value_of(document), &mut text);
    text
}

/// Canonical JSON (RFC 8785): no blanks, keys sorted. Our own numbers are strings or whole; the
/// number of an `x-` key keeps the digits it was written with.
#[must_use]
pub fn canonical<T: Serialize + ?Sized>(document: &T) -> String {
    let mut value = value_of(document);
    sort_keys(&mut value);
    let mut text = String::new();
    write_compact(&value, &mut text);
    text
}

/// The SHA-256 of a document's canonical JSON: a fingerprint, not a signature.
#[must_use]
pub fn digest_of<T: Serialize + ?Sized>(document: &T) -> Digest {
    Digest::from_bytes(&Sha256::digest(canonical(document).as_bytes()))
}

/// RFC 8785 sorts keys by UTF-16 units.
fn sort_keys(value: &mut Json) {
    match value {
        Json::Array(items) => items.iter_mut().for_each(sort_keys),
        Json::Object(members) => {
            let plain = members.iter().all(|(key, _)| key.is_ascii());
            crate::order::arrange(members, |(key, _)| if plain { key.to_string() } else { utf16_key(key) });
            members.iter_mut().for_each(|(_, value)| sort_keys(value));
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => {}
    }
}

/// A key that sorts by UTF-16 units as bytes sort.
fn utf16_key(key: &str) -> String {
    key.encode_utf16().map(|unit| format!("{unit:04x}")).collect()
}

fn write_pretty(value: &Json, depth: usize, text: &mut String) {
    let inner = depth.saturating_add(1);
    match value {
        Json::Array(items) if !items.is_empty() => {
            for (index, item) in items.iter().enumerate() {
                text.push_str(if index == 0 { "[" } else { "," });
                new_line(inner, text);
                write_pretty(item, inner, text);
            }
            new_line(depth, text);
            text.push(']');
        }
        Json::Object(members) if !members.is_empty() => {
            for (index, (key, value)) in members.iter().enumerate() {
                text.push_str(if index == 0 { "{" } else { "," });
                new_line(inner, text);
                write_text(key, text);
                text.push_str(": ");
                write_pretty(value, inner, text);
            }
            new_line(depth, text);
            text.push('}');
        }
        flat => write_compact(flat, text),
    }
}

fn new_line(depth: usize, text: &mut String) {
    text.push('\n');
    for _ in 0..depth {
        text.push_str("  ");
    }
}

fn write_compact(value: &Json, text: &mut String) {
    match value {
        Json::Null => text.push_str("null"),
        Json::Bool(true) => text.push_str("true"),
        Json::Bool(false) => text.push_str("false"),
        Json::Number(token) => text.push_str(token),
        Json::Text(content) => write_text(content, text),
        Json::Array(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write_compact(item, text);
            }
            text.push(']');
        }
        Json::Object(members) => {
            text.push('{');
            for (index, (key, value)) in members.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write_text(key, text);
                text.push(':');
                write_compact(value, text);
            }
            text.push('}');
        }
    }
}

/// A JSON string, with the escapes that RFC 8785 asks for and no others.
fn write_text(content: &str, text: &mut String) {
    text.push('"');
    for character in content.chars() {
        match character {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\u{8}' => text.push_str("\\b"),
            '\t' => text.push_str("\\t"),
            '\n' => text.push_str("\\n"),
            '\u{c}' => text.push_str("\\f"),
            '\r' => text.push_str("\\r"),
            '\u{0}'..='\u{1f}' => {
                let code = u32::from(character);
                text.push_str("\\u00");
                for digit in [code >> 4, code & 15] {
                    text.push(char::from_digit(digit, 16).unwrap_or('0'));
                }
            }
            other => text.push(other),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canonical_is_rfc_8785() {
        let value = Json::Object(vec![
            ("b".into(), Json::Text("\u{20ac}$\u{f}\nA'\"\\/".into())),
            ("a".into(), Json::Array(vec![Json::Bool(true), Json::Null, Json::Number("12".into())])),
        ]);
        assert_eq!(canonical(&value), "{\"a\":[true,null,12],\"b\":\"\u{20ac}$\\u000f\\nA'\\\"\\\\/\"}");
        assert_eq!(pretty(&Json::Array(vec![])), "[]\n");
    }
}
