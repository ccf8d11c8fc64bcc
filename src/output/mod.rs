//! What was appraised, written down: as files, as a table, as sheets, and how it came about.

mod csv;
mod explain;
mod file;
mod month;
mod sheet;

pub use csv::{Headings, table};
pub use explain::explain;
pub use file::{ResultFile, result_file, result_line};
pub use month::{MonthStep, StepState, month_steps};
pub use sheet::{Sheet, SheetFile, read_sheet, sheet, sheet_file, sheet_files};
