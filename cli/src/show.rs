//! Problems as a good compiler prints them: file, line, column, what, and how to mend it.

use kaohe::intake::{Merged, Outcome};
use kaohe::number::Exact;
use kaohe::problem::{Arg, Problem, Severity};
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
    for found in &refusal.problems {
        problem(&refusal.name, refusal.text.as_deref(), found, texts);
    }
}

/// Tells warnings.
pub(crate) fn problems(input: &Input, problems: &[Problem], texts: &Texts) {
    for found in problems {
        problem(&input.name, Some(&input.text), found, texts);
    }
}

/// Tells one problem.
pub(crate) fn problem(file: &str, text: Option<&str>, problem: &Problem, texts: &Texts) {
    tell(&rendered(file, text, problem, texts));
}

/// Says something to a person; where nobody listens, that is no fault of ours.
pub(crate) fn tell(text: &str) {
    use std::io::Write as _;
    let _ = std::io::stderr().write_all(text.as_bytes());
}

fn rendered(file: &str, text: Option<&str>, problem: &Problem, texts: &Texts) -> String {
    let words: Vec<(&str, &str)> = problem.params.iter().map(|(name, arg)| (name, arg.as_str())).collect();
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
pub(crate) fn outcome(input: &Input, outcome: &Outcome, texts: &Texts) -> bool {
    let (key, taken) = match outcome.outcome {
        Merged::Accepted => ("accepted", true),
        Merged::AlreadyHere => ("alreadyHere", true),
        Merged::Conflict => ("conflict", false),
        Merged::SetAside => ("setAside", false),
        Merged::Refused => ("refused", false),
    };
    tell(&format!("{}: {}\n", outcome.name, texts.say("cli", key, &[])));
    problems(input, &outcome.problems, texts);
    taken
}

/// A figure as people are shown it everywhere: with the digits it has, or cut where it does not end.
fn figure_of(written: &str, exact: &Exact) -> String {
    if written.contains('/') { exact.shown() } else { written.to_owned() }
}

/// A derivation, indented step by step, in the words of the scheme.
pub(crate) fn steps(steps: &[Step], names: &Names<'_>, texts: &Texts) -> String {
    let mut text = String::new();
    for step in steps {
        write_step(step, 0, names, texts, &mut text);
    }
    text
}

fn write_step(step: &Step, depth: usize, names: &Names<'_>, texts: &Texts, text: &mut String) {
    let said: Vec<(&str, String)> =
        step.params.iter().map(|(name, arg)| (name, names.said(name, arg.as_str()))).collect();
    let words: Vec<(&str, &str)> = said.iter().map(|(name, word)| (*name, word.as_str())).collect();
    let mut line = format!("{}{}", "  ".repeat(depth), texts.step(step.code.as_str(), &words));
    if let Some(expression) = &step.expression {
        line = format!("{line}: {expression}");
    }
    if let Some(value) = step.value.as_ref().map(Arg::as_str) {
        let value = match step.code.as_str() {
            "grade" | "critical-grade" | "distribution" => names.said("grade", value),
            _ => Exact::parse(value)
                .map_or_else(|| texts.word("words", value).to_owned(), |figure| figure_of(value, &figure)),
        };
        line = format!("{line} = {value}");
    }
    text.push_str(&line);
    text.push('\n');
    for below in &step.steps {
        write_step(below, depth + 1, names, texts, text);
    }
}
