//! The results as a table to read in a terminal.

use kaohe::report::SubjectResult;
use kaohe::workbook::Book;

use crate::texts::Texts;

/// Unit by unit, in the order of the ranks.
pub(crate) fn table(book: &Book, texts: &Texts) -> String {
    let appraisal = kaohe::appraise(book);
    let mut rows: Vec<&SubjectResult> = appraisal.results.iter().collect();
    rows.sort_by_key(|result| (result.unit.clone(), result.rank.unwrap_or(u32::MAX)));
    let title = |key| texts.say("table", key, &[]);
    let columns = ["unit", "rank", "subject", "name", "total", "grade", "state", "status", "warning", "early"];
    let mut cells: Vec<Vec<String>> = vec![columns.iter().map(|column| title(column)).collect()];
    cells.extend(rows.into_iter().map(|result| row(result, texts)));
    aligned(&cells)
}

fn row(result: &SubjectResult, texts: &Texts) -> Vec<String> {
    let status = match result.status {
        kaohe::report::Status::Final => "final",
        kaohe::report::Status::Provisional => "provisional",
    };
    let rank = result.rank.zip(result.ranked).map(|(rank, ranked)| format!("{rank}/{ranked}"));
    let text = |value: Option<String>| value.unwrap_or_default();
    vec![
        result.unit.to_string(),
        text(rank),
        result.subject.to_string(),
        result.name.to_string(),
        text(result.total.map(|total| total.to_string())),
        text(result.grade.as_ref().map(ToString::to_string)),
        texts.say("table", result.state.as_str(), &[]),
        texts.say("table", status, &[]),
        text(result.warning.as_ref().map(|warning| warning.rung.to_string())),
        text(result.early.as_ref().map(ToString::to_string)),
    ]
}

fn aligned(rows: &[Vec<String>]) -> String {
    let count = rows.first().map_or(0, Vec::len);
    let widths: Vec<usize> = (0..count)
        .map(|c| rows.iter().filter_map(|row| row.get(c)).map(|cell| width(cell)).max().unwrap_or(0))
        .collect();
    let mut text = String::new();
    for row in rows {
        let cells: Vec<String> =
            row.iter().zip(&widths).map(|(cell, w)| format!("{cell}{}", " ".repeat(w - width(cell)))).collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
    }
    text
}

/// Columns of a terminal: a Chinese character takes two.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}
