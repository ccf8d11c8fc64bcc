//! Files: their bytes, their text, and why they were refused.

use std::path::Path;

use kaohe::problem::{Code, Problem};
use kaohe::workbook::Book;

/// A file that was read.
#[derive(Debug)]
pub(crate) struct Input {
    /// Its name, as it was given.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// A file that was refused, with every problem.
#[derive(Debug)]
pub(crate) struct Refusal {
    /// Its name, as it was given.
    pub name: String,
    /// Its text, where there is one to show a line of.
    pub text: Option<String>,
    /// Every problem; none where the file could not be read at all.
    pub problems: Vec<Problem>,
    /// Why it could not be read at all.
    pub unreadable: Option<String>,
    /// The workbook that it holds, where that is good and something that was asked of it is not.
    pub book: Option<Box<Book>>,
}

impl Input {
    /// Reads a file: UTF-8, UTF-16 with its mark, or the encoding that is named.
    pub(crate) fn read(path: &Path, encoding: Option<&str>) -> Result<Self, Refusal> {
        let name = path.display().to_string();
        let unreadable = |why: String| Refusal {
            name: name.clone(),
            text: None,
            problems: Vec::new(),
            unreadable: Some(why),
            book: None,
        };
        let bytes = std::fs::read(path).map_err(|error| unreadable(error.to_string()))?;
        let refused =
            |problem| Refusal { name: name.clone(), text: None, problems: vec![problem], unreadable: None, book: None };
        let text = match encoding {
            None => kaohe::json::decode(&bytes).map_err(refused)?.into_owned(),
            Some(label) => {
                let named = encoding_rs::Encoding::for_label(label.as_bytes());
                let named = named.ok_or_else(|| unreadable(format!("unknown encoding `{label}`")))?;
                let (text, _, broken) = named.decode(&bytes);
                if broken {
                    return Err(refused(Problem::new(Code::NotUtf8, "")));
                }
                text.into_owned()
            }
        };
        Ok(Self { name, text })
    }

    /// A refusal of this file.
    pub(crate) fn refuses(&self, problems: Vec<Problem>) -> Refusal {
        Refusal { name: self.name.clone(), text: Some(self.text.clone()), problems, unreadable: None, book: None }
    }

    /// A refusal of something that was asked of its workbook.
    pub(crate) fn refuses_of(&self, book: Book, problems: Vec<Problem>) -> Refusal {
        Refusal { book: Some(Box::new(book)), ..self.refuses(problems) }
    }
}
