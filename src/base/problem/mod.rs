//! Every refusal and every warning: code, place and parameters.
//!
//! The engine never writes a sentence. A [`Problem`] names what is wrong ([`Code`]), where (a JSON
//! pointer, and line and column once the document is known) and with which words of the user; the
//! sentence and the remedy stand in one table per language (`texts/`), which the page and the
//! command line share.

mod arg;
mod code;
mod parameter;

use std::fmt::Display;

pub(crate) use arg::arg_of;
pub use arg::{Arg, ArgKind};
pub use code::{Code, Severity};
pub use parameter::Parameter;
pub(crate) use parameter::{parameters, takes};

use crate::list::Listed;

/// The parameters of a sentence, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(type = "{ [name: string]: string }"))]
pub struct Params(Vec<(&'static str, Arg)>);

impl Params {
    /// None.
    pub(crate) const NONE: Self = Self(Vec::new());

    /// Puts a parameter under a name, in the place of one that is there; compiled once, whatever the parameter was made of.
    #[inline(never)]
    pub(crate) fn insert(&mut self, name: &'static str, arg: Arg) {
        match self.0.binary_search_by_key(&name, |(name, _)| *name) {
            Ok(at) => {
                if let Some(entry) = self.0.get_mut(at) {
                    entry.1 = arg;
                }
            }
            Err(at) => self.0.insert(at, (name, arg)),
        }
    }

    /// The parameter under a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Arg> {
        self.iter().find(|(other, _)| *other == name).map(|(_, arg)| arg)
    }

    /// Name by name, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Arg)> {
        self.0.iter().map(|(name, arg)| (*name, arg))
    }
}

/// One thing that is wrong, or worth knowing, at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[cfg_attr(target_arch = "wasm32", serde(rename_all = "camelCase"))]
#[cfg_attr(all(target_arch = "wasm32", feature = "workbench"), derive(serde::Serialize))]
pub struct Problem {
    /// What is wrong, kebab-case; the key of its sentence in the text tables.
    pub code: Code,
    /// Whether it refuses the document.
    pub severity: Severity,
    /// Where: a JSON pointer into the document, empty for the document itself.
    pub pointer: String,
    /// Line, from 1, where the document's text is at hand.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"), tsify(optional))]
    pub line: Option<u32>,
    /// Column, from 1, in characters.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing_if = "Option::is_none"), tsify(optional))]
    pub column: Option<u32>,
    /// The words and figures that the sentence needs.
    pub params: Params,
    /// The byte at which it stands, where that is not where the pointer leads (a key, a syntax error).
    #[cfg_attr(target_arch = "wasm32", serde(skip))]
    pub(crate) offset: Option<usize>,
}

impl Problem {
    /// A problem at a place, as yet without parameters.
    pub fn new(code: Code, pointer: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            pointer: pointer.into(),
            line: None,
            column: None,
            params: Params::default(),
            offset: None,
        }
    }

    /// Adds a parameter.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.put(name, arg);
        self
    }

    /// Adds a parameter to a problem that has been told already.
    pub(crate) fn put(&mut self, name: &'static str, arg: impl Into<Arg>) {
        let arg = arg.into();
        debug_assert!(
            takes(self.code.parameters(), name, &arg),
            "`{}` declares no parameter like `{name}`, which is {arg:?}",
            self.code.as_str()
        );
        self.params.insert(name, arg);
    }

    /// Names the byte where it stands.
    #[must_use]
    pub(crate) fn at(mut self, offset: usize) -> Self {
        self.offset = Some(offset);
        self
    }

    /// Whether it refuses the document.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// A place one key further in.
#[must_use]
pub(crate) fn place_in(place: &(impl Display + ?Sized), key: &str) -> String {
    crate::list::joined(&[&place.to_string(), key], "/")
}

/// An entry of a list, as a JSON pointer: put into words only for what is wrong.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry(pub(crate) &'static str, pub(crate) usize);

impl Display for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.0, self.1)
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

/// Whether any of the problems refuses the document.
#[must_use]
pub fn refuses(problems: &[Problem]) -> bool {
    problems.iter().any(Problem::is_error)
}

/// The known word most like the one found, or nothing: for `did you mean`.
#[must_use]
pub(crate) fn nearest<'a>(found: &str, known: &[&'a str]) -> &'a str {
    let length = found.chars().count();
    let limit = length.div_ceil(3);
    known
        .iter()
        .filter(|word| word.chars().count().abs_diff(length) <= limit)
        .map(|word| (distance(found, word), *word))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map_or("", |(_, word)| word)
}

/// Levenshtein distance in characters, without regard to the case of ASCII letters: the table of all
/// others would weigh more than the sentence is worth.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().take(64).map(|letter| letter.to_ascii_lowercase()).listed();
    let mut row: Vec<usize> = (0..=a.len()).listed();
    for (i, right) in b.chars().take(64).map(|letter| letter.to_ascii_lowercase()).enumerate() {
        let mut corner = i;
        let mut left = i.saturating_add(1);
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, letter) in row.iter_mut().skip(1).zip(&a) {
            let substituted = corner.saturating_add(usize::from(*letter != right));
            corner = *cell;
            *cell = substituted.min(corner.saturating_add(1)).min(left.saturating_add(1));
            left = *cell;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_near() {
        assert_eq!(nearest("critera", &["criteria", "sections"]), "criteria");
        assert_eq!(nearest("zzz", &["criteria", "sections"]), "");
        assert_eq!(distance("kitten", "sitting"), 3);
    }

    #[test]
    fn codes_are_kebab_case_and_differ() {
        let mut seen = std::collections::BTreeSet::new();
        for code in Code::ALL {
            assert!(code.as_str().bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
            assert!(seen.insert(code.as_str()));
        }
    }
}
