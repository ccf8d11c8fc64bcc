//! Subjects' answers beside the results that they are to.

use super::appraise;
use crate::list::Listed;
use crate::order::Index;
use crate::result::{SubjectResult, result_digest};
use crate::text::Digest;
use crate::workbook::{Acknowledgement, Book};

/// For each answer that was entered, whether it is to the result as it stands now, or to nobody's.
#[must_use]
pub fn current_answers(book: &Book) -> Vec<bool> {
    let answers = &book.workbook().acknowledgements;
    if answers.is_empty() {
        return Vec::new();
    }
    let results = Answered::by(book);
    let is_current = |answer: &Acknowledgement| {
        results.digest(book, answer.subject.as_str()).is_none_or(|current| current == answer.about)
    };
    answers.iter().map(is_current).listed()
}

/// Everybody's result as it stands now, for many answers to be compared with.
#[derive(Debug)]
pub(crate) struct Answered {
    results: Vec<SubjectResult>,
    by_subject: Index,
}

impl Answered {
    pub(crate) fn by(book: &Book) -> Self {
        let results = appraise(book).results;
        let by_subject = Index::of(results.iter().map(|result| result.subject.as_str()));
        Self { results, by_subject }
    }

    /// What an answer to somebody's result must name.
    pub(crate) fn digest(&self, book: &Book, subject: &str) -> Option<Digest> {
        let result = self.by_subject.get(subject).and_then(|at| self.results.get(at))?;
        Some(result_digest(book, result))
    }
}
