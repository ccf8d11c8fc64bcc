//! The result file: what `kaohe appraise` prints and the page exports, to the byte.

use crate::appraise::appraise;
use crate::json::{answer, compact, pretty};
use crate::period::Period;
use crate::problem::Problem;
use crate::result::{Appraisal, ChannelCount, DepartmentCount, SubjectResult, UnitReport};
use crate::text::{Digest, Id};
use crate::workbook::{Book, OpenItem, OverdueStep, SchemeRef};

answer! {
    /// A result file. It names the engine and the digests it rests on; no clock.
    #[derive(Debug, Clone)]
    pub struct ResultFile {
        /// `kaohe-result`.
        pub format: &'static str,
        /// Version of the format.
        pub format_version: u32,
        /// Version of the engine.
        pub engine: &'static str,
        /// The workbook's id.
        pub workbook: Id,
        /// The period.
        pub period: Period,
        /// Digest of what the results were computed from.
        pub source: Digest,
        /// The schemes they were computed by.
        pub schemes: Vec<SchemeRef>,
        /// Subject by subject.
        pub results: Vec<SubjectResult>,
        /// Unit by unit.
        pub units: Vec<UnitReport>,
        /// What a person must be told beside the numbers.
        pub notices: Vec<Problem>,
        /// What is still to be done or to be decided.
        pub open: Vec<OpenItem> = default,
        /// How much came in by each channel.
        pub channels: Vec<ChannelCount> = default,
        /// How many steps of each department are overdue, as of the period's end.
        pub departments: Vec<DepartmentCount> = default,
        /// The overdue steps, as of the period's end.
        pub overdue: Vec<OverdueStep> = default,
    }
}

/// Appraises a workbook into a result file.
#[must_use]
pub fn result_file(book: &Book) -> String {
    pretty(&ResultFile::of(book))
}

/// The result file on one line, without a newline: the same keys in the same order, the same texts, and no blanks
/// between them.
#[must_use]
pub fn result_line(book: &Book) -> String {
    compact(&ResultFile::of(book))
}

impl ResultFile {
    fn of(book: &Book) -> Self {
        let Appraisal { results, units, notices, open, channels, departments, overdue } = appraise(book);
        Self {
            format: "kaohe-result",
            format_version: crate::format::version_of("kaohe-result"),
            engine: crate::ENGINE,
            workbook: book.workbook().id.clone(),
            period: book.workbook().period,
            source: book.content_digest(),
            schemes: book.scheme_refs(),
            results,
            units,
            notices,
            open,
            channels,
            departments,
            overdue,
        }
    }
}
