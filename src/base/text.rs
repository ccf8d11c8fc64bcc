//! Words that people write: names, ids, reasons.

use std::sync::Arc;

use crate::order::compare;
use crate::problem::{Code, Problem, excerpt};

/// Longest name, in characters.
pub const MAX_NAME: usize = 200;
/// Longest reason, remark or comment, in characters.
pub const MAX_PROSE: usize = 4_000;
/// Longest id or personnel number, in characters.
pub const MAX_ID: usize = 64;

/// Declares a text with rules of its own, written as a JSON string. Results repeat ids and names by the
/// thousand, so the text is shared and not copied.
macro_rules! texts {
    ($(#[$meta:meta])* $name:ident, $limit:expr, $check:expr) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default, Eq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[cfg_attr(any(target_arch = "wasm32", feature = "schema"), serde(transparent))]
        pub struct $name(#[cfg_attr(target_arch = "wasm32", tsify(type = "string"))] Arc<str>);

        impl $name {
            /// Reads it.
            ///
            /// # Errors
            /// The code of the rule that the text breaks.
            pub fn parse(text: &str) -> Result<Self, Code> {
                let check: fn(&str) -> Result<(), Code> = $check;
                check(text).map(|()| Self(Arc::from(text)))
            }

            /// Of a text that keeps to its rule.
            pub(crate) const fn of_shared(text: Arc<str>) -> Self {
                Self(text)
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            pub(crate) const RULE: Rule = Rule { of: stringify!($name), limit: $limit, check: $check };
        }

        impl PartialEq for $name {
            /// Of two that are shared the texts need not be looked at.
            fn eq(&self, other: &Self) -> bool {
                Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                compare(&self.0, &other.0)
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    };
}

texts!(
    /// The id of a scheme, section, criterion, role, unit, form or record:
    /// `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`.
    Id,
    MAX_ID,
    check_id
);

texts!(
    /// A personnel number: any printable text of up to 64 characters, `0012` as well as `3-4`.
    PersonId,
    MAX_ID,
    check_person_id
);

texts!(
    /// A name: one line, not blank.
    Name,
    MAX_NAME,
    |text| check_line(text, MAX_NAME)
);

texts!(
    /// A reason, remark or comment: must say something; several lines are welcome.
    Prose,
    MAX_PROSE,
    |text| check_prose(text, MAX_PROSE)
);

texts!(
    /// `sha256:` and 64 hexadecimal digits.
    Digest,
    MAX_NAME,
    check_digest
);

crate::problem::arg_of!(PersonId = Person, Name = Text, Prose = Text, Digest = Text);

impl Name {
    /// The engine's version, by which a closing names it.
    #[must_use]
    pub fn engine() -> Self {
        Self(Arc::from(crate::ENGINE))
    }
}

impl Digest {
    /// From the bytes of a SHA-256.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Self {
        use std::fmt::Write as _;
        let mut text = String::from("sha256:");
        for byte in bytes {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        Self(Arc::from(text))
    }
}

/// What a kind of text must be.
pub(crate) struct Rule {
    /// The kind: what was read as one may not be good enough for another.
    pub(crate) of: &'static str,
    /// The most characters.
    pub(crate) limit: usize,
    check: fn(&str) -> Result<(), Code>,
}

impl Rule {
    /// The text, if it keeps to the rule.
    pub(crate) fn checked(&self, text: &str) -> Result<Arc<str>, Code> {
        (self.check)(text).map(|()| Arc::from(text))
    }
}

/// Says of a text that is refused what about it is wrong.
pub(crate) fn tell_unread(problem: &mut Problem, text: &str, limit: usize) {
    match problem.code {
        Code::TextTooLong => {
            problem.put("length", text.chars().count());
            problem.put("limit", limit);
        }
        Code::ControlCharacter => {
            // In a name a line end is refused too; in prose it is not what was found.
            let worst = text.chars().find(|c| is_refused(*c)).or_else(|| text.chars().find(|c| c.is_control()));
            let found = worst.map_or(0, u32::from);
            problem.put("character", format!("U+{found:04X}"));
        }
        Code::BlankText => {}
        _ => problem.put("found", excerpt(text)),
    }
}

fn check_id(text: &str) -> Result<(), Code> {
    if ["__proto__", "constructor", "prototype"].contains(&text) {
        return Err(Code::ReservedId);
    }
    let rest_fits = text.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b));
    let first_fits = text.starts_with(|c: char| c.is_ascii_alphanumeric());
    if rest_fits && first_fits && text.len() <= MAX_ID { Ok(()) } else { Err(Code::BadId) }
}

fn check_person_id(text: &str) -> Result<(), Code> {
    if ["__proto__", "constructor", "prototype"].contains(&text) {
        return Err(Code::ReservedId);
    }
    let printable = text.chars().all(|c| !c.is_control() && !is_invisible(c));
    let trimmed = text.trim() == text && !text.is_empty();
    if printable && trimmed && text.chars().count() <= MAX_ID { Ok(()) } else { Err(Code::BadPersonId) }
}

/// What ends a line, or leaves a gap in one: a name has neither.
const LINE_ENDS: [char; 5] = ['\n', '\r', '\t', '\u{2028}', '\u{2029}'];

fn check_line(text: &str, limit: usize) -> Result<(), Code> {
    if text.contains(LINE_ENDS) {
        return Err(Code::ControlCharacter);
    }
    check_prose(text, limit)
}

fn check_prose(text: &str, limit: usize) -> Result<(), Code> {
    if text.chars().any(is_refused) {
        return Err(Code::ControlCharacter);
    }
    if text.chars().all(|c| c.is_whitespace() || is_invisible(c)) {
        return Err(Code::BlankText);
    }
    if text.chars().count() > limit { Err(Code::TextTooLong) } else { Ok(()) }
}

fn check_digest(text: &str) -> Result<(), Code> {
    let hex = text.strip_prefix("sha256:").unwrap_or("");
    let fits = hex.len() == 64 && hex.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    if fits { Ok(()) } else { Err(Code::BadDigest) }
}

/// Control characters that no text of ours may hold; line ends and tabs are welcome in prose.
fn is_refused(character: char) -> bool {
    character.is_control() && !matches!(character, '\n' | '\t' | '\r')
}

/// Characters that print nothing, so that a text made of them says nothing.
const fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_plain() {
        for good in ["a", "0012", "s9-csr-form", "A.b_c-9"] {
            assert!(Id::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "-a", "a b", "组", &"x".repeat(65)] {
            assert_eq!(Id::parse(bad), Err(Code::BadId), "{bad}");
        }
        assert_eq!(Id::parse("constructor"), Err(Code::ReservedId));
    }

    #[test]
    fn personnel_numbers_stay_as_they_are() {
        for good in ["0012", "3-4", "1E5", "9007199254740993", "张三"] {
            assert_eq!(PersonId::parse(good).unwrap().as_str(), good);
        }
        for bad in ["", " 1", "1\u{200b}", "a\u{0}b"] {
            assert_eq!(PersonId::parse(bad), Err(Code::BadPersonId));
        }
    }

    #[test]
    fn a_reason_says_something() {
        assert!(Prose::parse("迟到\n两次").is_ok());
        assert_eq!(Prose::parse(" \u{3000}\u{200b}"), Err(Code::BlankText));
        assert_eq!(Prose::parse(&"长".repeat(4001)), Err(Code::TextTooLong));
        assert_eq!(Prose::parse("a\u{0}b"), Err(Code::ControlCharacter));
        for end in LINE_ENDS {
            assert_eq!(Name::parse(&format!("a{end}b")), Err(Code::ControlCharacter));
        }
    }
}
