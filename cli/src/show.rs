//! Problems as a good compiler prints them: file, line, column, what, and how to mend it.

use kaohe::intake::{Merged, Outcome};
use kaohe::problem::{Problem, Severity};
use kaohe::score::Step;

use crate::input::{Input, Refusal};
use crate::names::Names;
use crate::texts::Texts;

/// Tells why a file was refused.
pub(crate) fn refusal(refusal: &Refusal, texts: &Texts) {
    if let Some(why) = &refusal.unreadable {
        let sentence = texts.say("cli", "unreadable", &[("file", &refusal.name), ("why", why)]);
        tell(&format!("{}: {sentence}\n", texts.say("cli", "error", &[])));
    }
    let names = refusal.book.as_deref().map_or(Names::none(texts), |book| Names::of_book(book, texts));
    for found in &refusal.problems {
        problem(&refusal.name, refusal.text.as_deref(), found, &names);
    }
}

/// Tells warnings.
pub(crate) fn problems(input: &Input, problems: &[Problem], names: &Names<'_>) {
    for found in problems {
        problem(&input.name, Some(&input.text), found, names);
    }
}

/// Tells one problem.
pub(crate) fn problem(file: &str, text: Option<&str>, problem: &Problem, names: &Names<'_>) {
    tell(&rendered(file, text, problem, names));
}

/// Says something to a person; where nobody listens, that is no fault of ours.
pub(crate) fn tell(text: &str) {
    use std::io::Write as _;
    let _ = std::io::stderr().write_all(text.as_bytes());
}

fn rendered(file: &str, text: Option<&str>, problem: &Problem, names: &Names<'_>) -> String {
    let texts = names.texts();
    let said = names.said_of(&problem.params);
    let words: Vec<(&str, &str)> = said.iter().map(|(name, word)| (*name, word.as_str())).collect();
    let (message, help) = texts.problem(problem.code.as_str(), &words);
    let severity = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let mut lines = vec![format!("{}[{}]: {message}", texts.say("cli", severity, &[]), problem.code.as_str())];
    let pointer = if problem.pointer.is_empty() { String::new() } else { format!(" ({})", problem.pointer) };
    match (problem.line, problem.column) {
        (Some(line), Some(column)) => {
            lines.push(format!("  --> {file}:{line}:{column}{pointer}"));
            lines.extend(text.and_then(|text| excerpt(text, line, column)));
        }
        _ if !file.is_empty() => lines.push(format!("  --> {file}{pointer}")),
        _ => {}
    }
    if !help.is_empty() {
        lines.push(format!("  = {}: {help}", texts.say("cli", "help", &[])));
    }
    lines.join("\n") + "\n"
}

/// The line of the file, with a mark under the column; a long line is cut around it.
fn excerpt(text: &str, line: u32, column: u32) -> Option<String> {
    const WIDTH: usize = 100;
    let index = usize::try_from(line.checked_sub(1)?).ok()?;
    let column = usize::try_from(column.checked_sub(1)?).ok()?;
    let whole = text.trim_start_matches('\u{feff}').lines().nth(index)?;
    let from = column.saturating_sub(WIDTH / 2);
    let shown: String = whole.chars().skip(from).take(WIDTH).map(|c| if c.is_control() { ' ' } else { c }).collect();
    // Chinese characters take two columns of a terminal.
    let before: usize = shown.chars().take(column - from).map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    let number = line.to_string();
    let margin = " ".repeat(number.len());
    Some(format!("{margin} |\n{number} | {shown}\n{margin} | {}^", " ".repeat(before)))
}

/// Tells what became of a file; whether it was taken.
pub(crate) fn outcome(input: &Input, outcome: &Outcome, names: &Names<'_>) -> bool {
    let (key, taken) = match outcome.outcome {
        Merged::Accepted => ("accepted", true),
        Merged::AlreadyHere => ("alreadyHere", true),
        Merged::Conflict => ("conflict", false),
        Merged::SetAside => ("setAside", false),
        Merged::Refused => ("refused", false),
    };
    tell(&format!("{}: {}\n", outcome.name, names.texts().say("cli", key, &[])));
    problems(input, &outcome.problems, names);
    taken
}

/// A derivation, indented step by step, in the words of the scheme.
pub(crate) fn steps(steps: &[Step], names: &Names<'_>) -> String {
    let mut text = String::new();
    for step in steps {
        write_step(step, 0, names, &mut text);
    }
    text
}

fn write_step(step: &Step, depth: usize, names: &Names<'_>, text: &mut String) {
    let said = names.said_of(&step.params);
    let words: Vec<(&str, &str)> = said.iter().map(|(name, word)| (*name, word.as_str())).collect();
    text.push_str(&format!("{}{}", "  ".repeat(depth), names.texts().say("steps", step.code.as_str(), &words)));
    if let Some(expression) = &step.expression {
        text.push_str(&format!(": {expression}"));
    }
    if let Some(value) = &step.value {
        text.push_str(&format!(" = {}", names.said(value)));
    }
    text.push('\n');
    for below in &step.steps {
        write_step(below, depth + 1, names, text);
    }
}
