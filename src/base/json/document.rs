//! A document's text: read whole, looked into, and what is wrong with it given its line and column.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::lexer::{Lexer, Token};
use super::limits::MAX_PROBLEMS;
use super::parse::parse;
use super::reader::{Place, Reader, Shape};
use super::tree::{Kind, Node};
use crate::list::Listed;
use crate::problem::{Code, Problem};
use crate::progress::{Progress, Stage};

/// A document's text: whatever is found in it can be given its line and column.
#[derive(Debug)]
pub struct Document<'t> {
    text: &'t str,
    /// Made when it is asked for: most documents are read without.
    tree: OnceCell<Node<'t>>,
}

impl<'t> Document<'t> {
    /// A text that is to be read; as yet nothing of it was.
    #[must_use]
    pub const fn unread(text: &'t str) -> Self {
        Self { text, tree: OnceCell::new() }
    }

    /// Reads the text of one JSON document as a tree.
    ///
    /// # Errors
    /// The first offence against the syntax, with line and column.
    pub fn parse(text: &'t str) -> Result<Self, Vec<Problem>> {
        match parse(text) {
            Ok(root) => Ok(Self { text, tree: OnceCell::from(root) }),
            Err(problem) => Err(vec![placed(text, problem)]),
        }
    }

    /// The document's outermost value; `null` where the syntax is not JSON's, which [`Document::parse`] and
    /// [`Document::read`] tell.
    #[must_use]
    pub fn root(&self) -> &Node<'t> {
        self.tree.get_or_init(|| parse(self.text).unwrap_or(Node { offset: 0, kind: Kind::Null }))
    }

    /// Makes the tree, if it is not there.
    ///
    /// # Errors
    /// The first offence against the syntax.
    pub(crate) fn check_syntax(&self) -> Result<(), Vec<Problem>> {
        if self.tree.get().is_none() {
            let root = parse(self.text).map_err(|problem| vec![placed(self.text, problem)])?;
            // Nobody can have made it in between.
            let _ = self.tree.set(root);
        }
        Ok(())
    }

    /// What stands behind a key of the outermost object, without reading further than there; of a list or an
    /// object only what it is.
    pub(crate) fn peek(&self, wanted: &str) -> Option<Token<'t>> {
        let mut lexer = Lexer::new(self.text);
        lexer.begin().ok()?;
        if lexer.value().ok()? != Token::Object {
            return None;
        }
        let mut first = true;
        while let Some((_, key)) = lexer.key(first).ok()? {
            let value = lexer.pass().ok()?;
            if key == wanted {
                return Some(value);
            }
            first = false;
        }
        None
    }

    /// Reads the whole document as one shape, or gives every problem of shape with its place.
    ///
    /// # Errors
    /// The first offence against the syntax, or every problem of shape.
    pub fn read<T: Shape>(&self) -> Result<T, Vec<Problem>> {
        self.read_telling(&mut Progress::silent())
    }

    /// Reads the whole document as one shape, and tells how far it is.
    ///
    /// # Errors
    /// As [`Document::read`].
    pub fn read_telling<T: Shape>(&self, progress: &mut Progress<'_>) -> Result<T, Vec<Problem>> {
        let mut value = T::default();
        self.read_into(&mut value, progress)?;
        Ok(value)
    }

    /// Not inlined: it would be compiled once more for every shape.
    #[inline(never)]
    fn read_into(&self, place: &mut dyn Place, progress: &mut Progress<'_>) -> Result<(), Vec<Problem>> {
        let of = self.text.len();
        progress.begin(Stage::Read, of);
        let mut tell = |at| progress.at(Stage::Read, at, of);
        let mut reader = Reader::new(self.text, &mut tell);
        place.fill_place(&mut reader);
        reader.finish().map_err(|problems| self.place(problems))
    }

    /// Reads a text into a shape that is there already.
    ///
    /// # Errors
    /// An offence against the syntax, or every problem of shape.
    pub(crate) fn fill(text: &str, place: &mut dyn Place) -> Result<(), Vec<Problem>> {
        Document::unread(without_mark(text)).read_into(place, &mut Progress::silent())
    }

    /// Gives each problem line and column, in the order of the text.
    #[must_use]
    pub fn place(&self, mut problems: Vec<Problem>) -> Vec<Problem> {
        let count = |problem: &Problem| problem.params.get("more").and_then(|more| more.as_str().parse::<usize>().ok());
        let told = problems.iter().filter(|problem| problem.code == Code::MoreProblems).filter_map(count).sum();
        problems.retain(|problem| problem.code != Code::MoreProblems);
        let mut placed: Vec<(usize, Problem)> = problems
            .into_iter()
            .map(|problem| (problem.offset.unwrap_or_else(|| self.root().locate(&problem.pointer).offset), problem))
            .listed();
        crate::order::arrange(&mut placed, |(offset, _)| {
            crate::order::number_key(u64::try_from(*offset).unwrap_or(u64::MAX))
        });
        let more = placed.len().saturating_sub(MAX_PROBLEMS).saturating_add(told);
        placed.truncate(MAX_PROBLEMS);
        let mut lines = Lines::new(self.text);
        let mut listed: Vec<Problem> =
            placed.into_iter().map(|(offset, problem)| lines.place(problem, offset)).listed();
        if more > 0 {
            listed.push(Problem::new(Code::MoreProblems, "").with("more", more));
        }
        listed
    }
}

/// Counts lines and columns onward through a text, so that many problems cost one pass.
struct Lines<'t> {
    text: &'t str,
    offset: usize,
    line: u32,
    column: u32,
}

impl<'t> Lines<'t> {
    const fn new(text: &'t str) -> Self {
        Self { text, offset: 0, line: 1, column: 1 }
    }

    fn place(&mut self, mut problem: Problem, offset: usize) -> Problem {
        for character in self.text.get(self.offset..offset).unwrap_or("").chars() {
            if character == '\n' {
                self.line = self.line.saturating_add(1);
                self.column = 1;
            } else {
                self.column = self.column.saturating_add(1);
            }
        }
        self.offset = offset.max(self.offset);
        problem.line = Some(self.line);
        problem.column = Some(self.column);
        problem
    }
}

fn placed(text: &str, problem: Problem) -> Problem {
    let offset = problem.offset.unwrap_or(0);
    Lines::new(text).place(problem, offset)
}

/// The text of a file's bytes: UTF-8, or UTF-16 with its byte-order mark.
///
/// # Errors
/// [`Code::NotUtf8`]; GBK and the like are decoded by the page and the command line, which can ask.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Problem> {
    let utf16 = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = rest.chunks(2).map(|pair| match pair {
            [a, b] => unit([*a, *b]),
            _ => 0xD800, // half a unit: no character
        });
        char::decode_utf16(units).collect::<Result<String, _>>().ok().map(Cow::Owned)
    };
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => std::str::from_utf8(rest).ok().map(Cow::Borrowed),
        rest => std::str::from_utf8(rest).ok().map(Cow::Borrowed),
    };
    text.ok_or_else(|| {
        let good = std::str::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to());
        let before = bytes.get(..good).and_then(|part| std::str::from_utf8(part).ok()).unwrap_or("");
        placed(before, Problem::new(Code::NotUtf8, "").at(good))
    })
}

/// The text of a file's bytes, which are not copied where they are UTF-8.
///
/// # Errors
/// As [`decode`].
pub fn decoded(bytes: Vec<u8>) -> Result<String, Problem> {
    match String::from_utf8(bytes) {
        Ok(text) if !text.starts_with('\u{feff}') => Ok(text),
        Ok(text) => Ok(without_mark(&text).to_owned()),
        Err(error) => decode(error.as_bytes()).map(Cow::into_owned),
    }
}

/// The text without a byte-order mark that a caller left in it.
#[must_use]
pub fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}
