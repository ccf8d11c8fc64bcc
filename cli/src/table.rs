//! The results as a table to read in a terminal.

use kaohe::result::SubjectResult;
use kaohe::scheme::Title;
use kaohe::text::{Id, PersonId};
use kaohe::workbook::{Book, OpenItem, OpenKind};

use crate::texts::Texts;

/// Unit by unit, in the order of the ranks; below it what is still open.
pub(crate) fn table(book: &Book, texts: &Texts) -> String {
    let appraisal = kaohe::appraise(book);
    let mut rows: Vec<&SubjectResult> = appraisal.results.iter().collect();
    rows.sort_by_key(|result| (result.unit.clone(), result.rank.unwrap_or(u32::MAX)));
    let title = |key| texts.say("table", key, &[]);
    let columns = ["unit", "rank", "subject", "name", "total", "grade", "state", "status", "warning", "early"];
    let mut cells: Vec<Vec<String>> = vec![columns.iter().map(|column| title(column)).collect()];
    cells.extend(rows.into_iter().map(|result| row(book, result, texts)));
    format!("{}\n{}", aligned(&cells), open(book, &appraisal.open, texts))
}

/// A line for each kind of what is open, with the first of those whom it concerns.
fn open(book: &Book, items: &[OpenItem], texts: &Texts) -> String {
    if items.is_empty() {
        return format!("{}\n", texts.say("open", "none", &[]));
    }
    let mut kinds: Vec<OpenKind> = items.iter().map(|item| item.kind).collect();
    kinds.dedup();
    let lines = kinds.into_iter().map(|kind| {
        let own: Vec<&OpenItem> = items.iter().filter(|item| item.kind == kind).collect();
        let (count, names) = (own.len().to_string(), first_names(book, &own, texts));
        format!("- {}\n", texts.say("open", kind.as_str(), &[("count", &count), ("names", &names)]))
    });
    format!("{}\n{}", texts.say("open", "title", &[]), lines.collect::<String>())
}

fn first_names(book: &Book, items: &[&OpenItem], texts: &Texts) -> String {
    const NAMED: usize = 5;
    let mut subjects: Vec<&PersonId> = items.iter().filter_map(|item| item.subject.as_ref()).collect();
    subjects.dedup();
    let people = &book.workbook().people;
    let name = |id: &&PersonId| {
        people.iter().find(|person| person.id == **id).map_or_else(|| id.to_string(), |person| person.name.to_string())
    };
    let named: Vec<String> = subjects.iter().take(NAMED).map(name).collect();
    let names = named.join(&texts.say("team", "listJoin", &[]));
    if subjects.len() > NAMED { texts.say("team", "andOthers", &[("names", &names)]) } else { names }
}

fn row(book: &Book, result: &SubjectResult, texts: &Texts) -> Vec<String> {
    let status = match result.status {
        kaohe::result::Status::Final => "final",
        kaohe::result::Status::Provisional => "provisional",
    };
    let rank = result.rank.zip(result.ranked).map(|(rank, ranked)| format!("{rank}/{ranked}"));
    let text = |value: Option<String>| value.unwrap_or_default();
    vec![
        unit_name(book, &result.unit, texts),
        text(rank),
        result.subject.to_string(),
        result.name.to_string(),
        text(result.total.map(|total| total.to_string())),
        text(result.grade.as_ref().map(ToString::to_string)),
        texts.say("table", result.state.as_str(), &[]),
        texts.say("table", status, &[]),
        text(result.warning.as_ref().map(|warning| rung_name(book, result, &warning.rung, texts))),
        text(result.early.as_ref().map(|rung| rung_name(book, result, rung, texts))),
    ]
}

fn unit_name(book: &Book, unit: &Id, texts: &Texts) -> String {
    let found = book.workbook().units.iter().find(|other| other.id == *unit);
    found.map_or_else(|| unit.to_string(), |unit| said(&unit.name, texts))
}

fn rung_name(book: &Book, result: &SubjectResult, rung: &Id, texts: &Texts) -> String {
    let warnings = book.scheme(&result.scheme).and_then(|scheme| scheme.warnings.as_ref());
    let found = warnings.and_then(|warnings| warnings.rungs.iter().find(|other| other.id == *rung));
    found.map_or_else(|| rung.to_string(), |rung| said(&rung.name, texts))
}

fn said(title: &Title, texts: &Texts) -> String {
    title.en.as_ref().filter(|_| texts.is_english()).unwrap_or(&title.zh).to_string()
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
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}
