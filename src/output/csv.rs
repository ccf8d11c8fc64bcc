//! The results as a table for a spreadsheet: comma-separated, with a byte-order mark, so that Excel
//! shows Chinese, and with every cell that a spreadsheet would take for a formula guarded.

use crate::json::shape;
use crate::list::{Listed, TakeIn};
use crate::result::{Appraisal, Status, SubjectResult};
use crate::scheme::Scheme;
use crate::scheme::Title;
use crate::text::{Id, Prose};
use crate::workbook::{Book, RulingAnswer, State};

shape! {
    /// Column titles and words of the table, from the text table of the language that is shown.
    pub struct Headings {
        /// Personnel number.
        pub subject: Prose,
        /// Name.
        pub name: Prose,
        /// Unit.
        pub unit: Prose,
        /// Scheme.
        pub scheme: Prose,
        /// State.
        pub state: Prose,
        /// Final or provisional.
        pub status: Prose,
        /// Base points.
        pub base: Prose,
        /// Bonus.
        pub bonus: Prose,
        /// Deductions.
        pub deductions: Prose,
        /// Total.
        pub total: Prose,
        /// Grade.
        pub grade: Prose,
        /// Rank.
        pub rank: Prose,
        /// How many are ranked.
        pub ranked: Prose,
        /// Warning.
        pub warning: Prose,
        /// The months it rests on.
        pub months: Prose,
        /// Early notice.
        pub early: Prose,
        /// Critical rules that hold.
        pub critical: Prose,
        /// What follows.
        pub consequences: Prose,
        /// Performance pay.
        pub pay: Prose,
        /// The word for a consequence that was confirmed.
        pub confirmed: Prose,
        /// The word for one that was overruled.
        pub overruled: Prose,
        /// The word for `active`.
        pub active: Prose,
        /// The word for `leave`.
        pub leave: Prose,
        /// The word for `standby`.
        pub standby: Prose,
        /// The word for `final`.
        pub is_final as "final": Prose,
        /// The word for `provisional`.
        pub provisional: Prose,
    }
}

/// The table; names of units, grades and rungs in English where `english` asks for it and there is any.
#[must_use]
pub fn table(book: &Book, appraisal: &Appraisal, headings: &Headings, english: bool) -> String {
    let columns = More::of(book);
    let mut lines = vec![title_row(headings, &columns)];
    lines.take_in(appraisal.results.iter().map(|result| row(book, result, headings, &columns, english)));
    let mut text = String::from("\u{feff}");
    for line in lines {
        let cells: Vec<String> = line.iter().map(|cell| guarded(cell)).listed();
        text.push_str(&crate::list::joined(&cells, ","));
        text.push_str("\r\n");
    }
    text
}

/// Columns that a table has only where one of the schemes can fill them.
struct More {
    critical: bool,
    consequences: bool,
    pay: bool,
}

impl More {
    fn of(book: &Book) -> Self {
        let schemes = book.schemes();
        let is_on = |criterion: &crate::scheme::Criterion| criterion.critical.iter().any(|rule| !rule.off);
        Self {
            critical: schemes.iter().any(|scheme| scheme.criteria().any(is_on)),
            consequences: schemes.iter().any(|scheme| !scheme.consequences.is_empty()),
            pay: schemes.iter().any(|scheme| scheme.pay.is_some()),
        }
    }
}

fn title_row(headings: &Headings, columns: &More) -> Vec<String> {
    let titles = [
        &headings.subject,
        &headings.name,
        &headings.unit,
        &headings.scheme,
        &headings.state,
        &headings.status,
        &headings.base,
        &headings.bonus,
        &headings.deductions,
        &headings.total,
        &headings.grade,
        &headings.rank,
        &headings.ranked,
        &headings.warning,
        &headings.months,
        &headings.early,
    ];
    let mut row = titles.map(ToString::to_string).to_vec();
    row.take_in(columns.critical.then(|| headings.critical.to_string()));
    row.take_in(columns.consequences.then(|| headings.consequences.to_string()));
    row.take_in(columns.pay.then(|| headings.pay.to_string()));
    row
}

fn row(book: &Book, result: &SubjectResult, headings: &Headings, columns: &More, english: bool) -> Vec<String> {
    let scheme = book.scheme(&result.scheme);
    let unit = book.workbook().units.iter().find(|unit| unit.id == result.unit);
    let grade = result.grade.as_ref().and_then(|id| scheme?.grades.iter().find(|grade| grade.id == *id));
    let state = match result.state {
        State::Active => &headings.active,
        State::Leave => &headings.leave,
        State::Standby => &headings.standby,
    };
    let status = if result.status == Status::Final { &headings.is_final } else { &headings.provisional };
    let months = result.warning.iter().flat_map(|warning| &warning.months);
    let months: Vec<String> = months.map(|month| format!("{} {}/{}", month.period, month.rank, month.ranked)).listed();
    let mut row = vec![
        result.subject.to_string(),
        result.name.to_string(),
        unit.map_or_else(String::new, |unit| said(&unit.name, english)),
        scheme.map_or_else(String::new, |scheme| said(&scheme.name, english)),
        state.to_string(),
        status.to_string(),
        figure(result.base.as_ref().map(crate::number::Exact::shown)),
        figure(result.bonus.as_ref().map(crate::number::Exact::shown)),
        figure(result.deductions.as_ref().map(crate::number::Exact::shown)),
        figure(result.total.map(|total| total.to_string())),
        grade.map_or_else(String::new, |grade| said(&grade.name, english)),
        figure(result.rank.map(|rank| rank.to_string())),
        figure(result.ranked.map(|ranked| ranked.to_string())),
        result.warning.as_ref().map_or_else(String::new, |warning| rung(scheme, &warning.rung, english)),
        crate::list::joined(&months, "; "),
        result.early.as_ref().map_or_else(String::new, |early| rung(scheme, early, english)),
    ];
    row.take_in(columns.critical.then(|| critical(scheme, result, english)));
    row.take_in(columns.consequences.then(|| consequences(scheme, result, headings, english)));
    row.take_in(columns.pay.then(|| figure(result.pay.as_ref().map(|pay| pay.amount.to_string()))));
    row
}

/// The critical rules that hold, by name.
fn critical(scheme: Option<&crate::scheme::Checked>, result: &SubjectResult, english: bool) -> String {
    let rules = || scheme.into_iter().flat_map(|scheme| scheme.criteria()).flat_map(|criterion| &criterion.critical);
    let name =
        |hit: &crate::score::CriticalHit| rules().find(|rule| rule.id == hit.rule).map(|r| said(&r.name, english));
    crate::list::joined(&result.critical.iter().filter_map(name).listed(), "; ")
}

/// What follows, by name, and what was said of it.
fn consequences(
    scheme: Option<&crate::scheme::Checked>,
    result: &SubjectResult,
    headings: &Headings,
    english: bool,
) -> String {
    let named = |proposal: &crate::consequence::Proposal| {
        let rule = scheme?.consequences.iter().find(|consequence| consequence.id == proposal.id)?;
        let name = said(&rule.name, english);
        Some(match proposal.ruling.as_ref().map(|ruling| ruling.answer) {
            Some(RulingAnswer::Confirm) => format!("{name} ({})", headings.confirmed),
            Some(RulingAnswer::Overrule) => format!("{name} ({})", headings.overruled),
            None => name,
        })
    };
    crate::list::joined(&result.consequences.iter().filter_map(named).listed(), "; ")
}

fn figure(value: Option<String>) -> String {
    value.unwrap_or_default()
}

fn rung(scheme: Option<&crate::scheme::Checked>, id: &Id, english: bool) -> String {
    let warnings = scheme.map(|scheme| scheme.scheme()).and_then(|scheme: &Scheme| scheme.warnings.as_ref());
    let rung = warnings.and_then(|warnings| warnings.rungs.iter().find(|rung| rung.id == *id));
    rung.map_or_else(String::new, |rung| said(&rung.name, english))
}

fn said(text: &Title, english: bool) -> String {
    let chosen = text.en.as_ref().filter(|_| english).unwrap_or(&text.zh);
    chosen.to_string()
}

/// A cell: quoted where it must be, and with an apostrophe before what a spreadsheet would run.
/// A plain negative number is a number and stays one.
fn guarded(cell: &str) -> String {
    let dangerous = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let number = crate::number::Decimal::parse(cell).is_ok();
    let guard = if dangerous && !number { "'" } else { "" };
    let text = format!("{guard}{cell}");
    if text.contains([',', '"', '\n', '\r', ';', '\t']) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn formulas_are_text() {
        assert_eq!(guarded("=1+1"), "'=1+1");
        assert_eq!(guarded("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(guarded("-5.5"), "-5.5");
        assert_eq!(guarded("-cmd"), "'-cmd");
        assert_eq!(guarded("a,\"b\""), "\"a,\"\"b\"\"\"");
        assert_eq!(guarded("0012"), "0012");
    }
}
