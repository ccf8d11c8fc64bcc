//! The kaohe engine inside Apache DataFusion: three functions for SQL, and a data set to try them on.
//!
//! ```text
//! tables ── kaohe_workbook, GROUP BY unit ──▶ workbook ─┬─ kaohe_line ──────▶ the line that `kaohe stream` writes
//!                      a Parquet data set ──▶ workbook ─┘  kaohe_appraise ──▶ rows: subject, total, grade, rank, …
//! ```
//!
//! A workbook of one unit is one value of one row: ranks are given inside of it, and however a data set is cut into
//! files, row groups and machines, a unit is never cut.

mod appraise;
mod dataset;
mod line;
mod workbook;

use datafusion::logical_expr::ScalarUDF;
use datafusion::prelude::SessionContext;

pub use appraise::Appraise;
pub use dataset::{RESULTS, open, print_lines, write, write_rows};
pub use line::Line;
pub use workbook::Workbook;

/// The engine's functions: whoever runs a part of a query must know them.
#[must_use]
pub fn functions() -> Vec<ScalarUDF> {
    vec![Appraise::default().into(), Line::default().into(), Workbook::default().into()]
}

/// Makes the functions known to the SQL of a session.
pub fn register(session: &SessionContext) {
    for function in functions() {
        session.register_udf(function);
    }
}
