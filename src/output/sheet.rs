//! A subject's own sheet: what the person it is about may see.
//!
//! Role columns are shown only when every role has as many raters as it asks for before its column
//! is shown; below that only total and grade, since self, superior and total together would give
//! the peers away. Who gave which score is never shown.

use super::explain::explained;
use crate::appraise::appraise;
use crate::json::{Document, Json, Kind, answer, digest_of, pretty, without_mark};
use crate::list::Listed;
use crate::period::Period;
use crate::problem::{Code, Problem};
use crate::result::{Appraisal, Outstanding, SubjectResult, result_digest};
use crate::scheme::{Checked, Scheme};
use crate::score::{Step, StepCode};
use crate::text::Digest;
use crate::workbook::Book;

answer! {
    /// What the person it is about may see.
    #[derive(Debug, Clone)]
    pub struct Sheet {
        /// The period.
        pub period: Period,
        /// Too few raters for their columns to be shown: total and grade only.
        pub anonymous: bool,
        /// The result, without what may not be seen.
        pub result: SubjectResult,
        /// How it came about, without what may not be seen.
        pub steps: Vec<Step>,
        /// Digest of the whole result: what an answer to it names.
        pub digest: Digest,
    }
}

answer! {
    /// A sheet as a file, with the scheme it was made by.
    #[derive(Debug, Clone)]
    pub struct SheetFile {
        /// `kaohe-sheet`.
        pub format: &'static str,
        /// Version of the format.
        pub format_version: u32,
        /// Version of the engine.
        pub engine: &'static str,
        /// The scheme.
        pub scheme: Scheme,
        /// The sheet.
        pub sheet: Sheet,
        /// Digest of everything above.
        pub checksum: Option<Digest> = default,
    }
}

/// A subject's own sheet; nothing if nobody has this number.
#[must_use]
pub fn sheet(book: &Book, subject: &str) -> Option<Sheet> {
    sheet_of(book, &appraise(book), subject)
}

fn sheet_of(book: &Book, appraisal: &Appraisal, subject: &str) -> Option<Sheet> {
    let result = appraisal.results.iter().find(|result| result.subject.as_str() == subject)?.clone();
    let (_, scheme, _) = book.subject(subject)?;
    let digest = result_digest(book, &result);
    let anonymous = too_few(scheme, &result);
    let steps = if anonymous {
        Vec::new()
    } else {
        explained(book, appraisal, subject)?.into_iter().map(without_raters).listed()
    };
    let result = if anonymous { total_and_grade(result) } else { without_names(result) };
    Some(Sheet { period: book.workbook().period, anonymous, result, steps, digest })
}

/// A subject's own sheet as a file.
#[must_use]
pub fn sheet_file(book: &Book, subject: &str) -> Option<String> {
    file_of(book, &appraise(book), subject)
}

/// The own sheets of several subjects as files, in their order; everybody is appraised once for all of them.
#[must_use]
pub fn sheet_files(book: &Book, subjects: &[String]) -> Vec<Option<String>> {
    let appraisal = appraise(book);
    subjects.iter().map(|subject| file_of(book, &appraisal, subject)).listed()
}

fn file_of(book: &Book, appraisal: &Appraisal, subject: &str) -> Option<String> {
    let (_, scheme, _) = book.subject(subject)?;
    let mut file = SheetFile {
        format: "kaohe-sheet",
        format_version: crate::format::version_of("kaohe-sheet"),
        engine: crate::ENGINE,
        scheme: scheme.scheme().clone(),
        sheet: sheet_of(book, appraisal, subject)?,
        checksum: None,
    };
    file.checksum = Some(digest_of(&file));
    Some(pretty(&file))
}

/// Reads a sheet file. It is only shown, so nothing but its form of address and its digest is
/// looked at; a sheet without one is refused.
///
/// # Errors
/// Not a sheet, or one that was changed.
pub fn read_sheet(text: &str) -> Result<Json, Vec<Problem>> {
    let document = Document::parse(without_mark(text))?;
    crate::format::expect(&document, "kaohe-sheet")?;
    let Kind::Object(members) = &document.root().kind else { return Ok(Json::Null) };
    let content = members.iter().filter(|member| member.key != "checksum");
    let content = Json::Object(content.map(|m| (m.key.clone().into_owned(), Json::from(&m.value))).listed());
    let computed = digest_of(&content);
    let found = document.root().get("checksum").and_then(|node| node.text()).unwrap_or("");
    if found == computed.as_str() {
        return Ok(Json::from(document.root()));
    }
    let problem = Problem::new(Code::ChecksumMismatch, "/checksum").with("file", found).with("computed", computed);
    Err(document.place(vec![problem]))
}

/// Whether a role that hides its raters has too few, for the whole form or for one criterion.
fn too_few(scheme: &Checked, result: &SubjectResult) -> bool {
    let columns = result.sections.iter().flat_map(|section| &section.criteria).flat_map(|criterion| &criterion.roles);
    columns.into_iter().any(|column| {
        let from = scheme.role(column.role.as_str()).map_or(1, |role| role.anonymous_from.0);
        from > 1 && column.raters < from
    })
}

fn total_and_grade(result: SubjectResult) -> SubjectResult {
    SubjectResult {
        base: None,
        bonus: None,
        deductions: None,
        rank: None,
        ranked: None,
        below: None,
        sections: Vec::new(),
        missing: Vec::new(),
        warning: None,
        also_holds: Vec::new(),
        early: None,
        // Which level somebody chose would tell who.
        critical: Vec::new(),
        consequences: Vec::new(),
        pay: None,
        plans: Vec::new(),
        ..without_names(result)
    }
}

/// Outstanding forms are listed by role; who has not handed in is not the subject's business.
fn without_names(mut result: SubjectResult) -> SubjectResult {
    for form in &mut result.outstanding {
        *form = Outstanding { rater: None, ..form.clone() };
    }
    result
}

/// A role's mean without the scores it was made from.
fn without_raters(step: Step) -> Step {
    let steps: Vec<Step> = step.steps.into_iter().map(without_raters).listed();
    let means = [StepCode::ROLE_MEAN, StepCode::ROLE_MEDIAN, StepCode::ROLE_TRIMMED, StepCode::ROLE_UNTRIMMED];
    if means.contains(&step.code) {
        return Step { expression: None, steps: Vec::new(), ..step };
    }
    Step { steps, ..step }
}
