//! Every file says its format and version: a newer one is refused by name, an older one upgraded.

use crate::json::{Document, Kind, Node, Token};
use crate::list::Listed;
use crate::problem::{ArgKind, Code, Problem, nearest};

/// The formats there are, and the version of each that this engine writes.
pub const FORMATS: [(&str, u32); 6] = [
    ("kaohe-scheme", 1),
    ("kaohe-workbook", 1),
    ("kaohe-form", 1),
    ("kaohe-reply", 1),
    ("kaohe-sheet", 1),
    ("kaohe-result", 1),
];

/// The version of a format that this engine writes.
#[must_use]
pub fn version_of(format: &str) -> u32 {
    FORMATS.iter().find(|(name, _)| *name == format).map_or(0, |(_, version)| *version)
}

/// A document's format and version.
///
/// # Errors
/// A document that does not say them, or says them in another way.
pub fn of(document: &Document<'_>) -> Result<(&'static str, u32), Vec<Problem>> {
    if let Some(found) = at_a_glance(document) {
        return Ok(found);
    }
    document.check_syntax()?;
    let root = document.root();
    let refuse = |problem: Problem| document.place(vec![problem]);
    if !matches!(root.kind, Kind::Object(_)) {
        let problem = Problem::new(Code::WrongType, "").with("expected", ArgKind::Kinds.of("object"));
        return Err(refuse(problem.with("found", ArgKind::Kinds.of(root.kind_name()))));
    }
    let Some(found) = root.get("format") else {
        return Err(refuse(Problem::new(Code::MissingKey, "").with("key", "format")));
    };
    let known: Vec<&str> = FORMATS.iter().map(|(name, _)| *name).listed();
    let name = found.text().unwrap_or("");
    let Some((format, version)) = FORMATS.iter().find(|(format, _)| *format == name) else {
        let problem = Problem::new(Code::UnknownWord, "/format").with("found", crate::problem::excerpt(name));
        return Err(refuse(problem.with("nearest", nearest(name, &known)).with("known", ArgKind::Text.each(&known))));
    };
    match root.get("formatVersion").map(whole) {
        Some(Some(found)) if found > *version => {
            let problem = Problem::new(Code::NewerVersion, "/formatVersion").with("format", ArgKind::Kinds.of(format));
            Err(refuse(problem.with("found", found).with("known", *version)))
        }
        Some(found) => Ok((format, found.unwrap_or(*version))),
        None => Err(refuse(Problem::new(Code::MissingKey, "").with("key", "formatVersion"))),
    }
}

/// The format and version of a document that says them as it should: nearly always in its first lines, so that
/// the rest need not be read for it.
fn at_a_glance(document: &Document<'_>) -> Option<(&'static str, u32)> {
    let (Token::Text(format), Token::Number(version)) = (document.peek("format")?, document.peek("formatVersion")?)
    else {
        return None;
    };
    let (format, newest) = FORMATS.iter().find(|(name, _)| *name == format)?;
    let version = version.parse().ok().filter(|version| version <= newest)?;
    Some((format, version))
}

/// Refuses a document of another format, or of a newer version, before its shape is looked at.
///
/// # Errors
/// As [`of`], and [`Code::WrongFormat`].
pub fn expect(document: &Document<'_>, expected: &'static str) -> Result<(), Vec<Problem>> {
    let (found, _) = of(document)?;
    if found == expected {
        return Ok(());
    }
    // What is wrong with its syntax comes first, as with any document.
    document.check_syntax()?;
    let problem = Problem::new(Code::WrongFormat, "/format").with("found", ArgKind::Kinds.of(found));
    let problem = problem.with("expected", ArgKind::Kinds.of(expected));
    Err(document.place(vec![problem]))
}

fn whole(node: &Node<'_>) -> Option<u32> {
    match &node.kind {
        Kind::Number(token) => token.parse().ok(),
        _ => None,
    }
}
