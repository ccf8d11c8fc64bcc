//! `kaohe`: the engine for files and batches.
//!
//! Exit status 0, 1 for refused input, 2 for usage. Answers go to standard output as the engine
//! writes them, to the byte what the page exports; problems go to standard error.

mod arguments;

mod input;
mod lines;
mod names;
mod progress;
mod show;
mod stream;
mod table;
mod texts;
mod written;

use std::process::ExitCode;

use clap::Parser as _;
use kaohe::closing::{Closing, ReopeningDraft};
use kaohe::intake::{Intake, Outcome};
use kaohe::output::{explain, result_file};
use kaohe::problem::Problem;
use kaohe::scheme::Checked;
use kaohe::workbook::{Book, read_draft};

use arguments::{Arguments, Command};
use input::{Input, Refusal};
use names::Names;
use texts::Texts;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let texts = Texts::of(arguments.language());
    match run(&arguments, &texts) {
        Ok(code) => code,
        Err(refusal) => {
            show::refusal(&refusal, &texts);
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments, texts: &Texts) -> Result<ExitCode, Refusal> {
    let encoding = arguments.encoding.as_deref();
    let read = |path| Input::read(path, encoding);
    match &arguments.command {
        Command::Check { scheme } => check(&read(scheme)?, texts),
        Command::Appraise { workbook, table, explain } => {
            let input = read(workbook)?;
            let book = open(&input, texts)?;
            match explain {
                Some(subject) => return Ok(explained(&book, subject, texts)),
                None if *table => print(&table::table(&book, texts), texts),
                None => print(&result_file(&book), texts),
            }
            Ok(ExitCode::SUCCESS)
        }
        Command::Stream { files, threads } => stream::stream(files, *threads, encoding, texts),
        Command::Csv { workbook } => {
            let input = read(workbook)?;
            let book = open(&input, texts)?;
            print(&kaohe::output::table(&book, &kaohe::appraise(&book), &texts.headings(), texts.is_english()), texts);
            Ok(ExitCode::SUCCESS)
        }
        Command::Merge { workbook, files } => merge(&read(workbook)?, files, encoding, texts),
        Command::Close { workbook, author, date, leave_open } => {
            let input = read(workbook)?;
            let draft = draft(&[("author", author), ("date", date)]);
            let book = open(&input, texts)?;
            let closing = read_draft::<Closing>(&draft).map(|closing| Closing { leave_open: *leave_open, ..closing });
            let closed = closing.and_then(|closing| book.close(&closing));
            print(&closed.map_err(|problems| input.refuses_of(book, problems))?.to_text(), texts);
            Ok(ExitCode::SUCCESS)
        }
        Command::Reopen { workbook, author, date, reason } => {
            let input = read(workbook)?;
            let draft = draft(&[("author", author), ("date", date), ("reason", reason)]);
            let book = open(&input, texts)?;
            let opened = read_draft::<ReopeningDraft>(&draft).and_then(|draft| book.reopen(draft));
            print(&opened.map_err(|problems| input.refuses_of(book, problems))?.to_text(), texts);
            Ok(ExitCode::SUCCESS)
        }
        Command::Next { workbook } => {
            let input = read(workbook)?;
            let next = open(&input, texts)?.next_period();
            print(&next.map_err(|problems| input.refuses(problems))?.to_text(), texts);
            Ok(ExitCode::SUCCESS)
        }
        Command::Verify { workbook } => {
            let input = read(workbook)?;
            let book = open(&input, texts)?;
            let verification = book.verify();
            if !verification.closed {
                return Err(input.refuses(vec![
                    Problem::new(kaohe::problem::Code::PeriodOpen, "/period").with("period", book.workbook().period),
                ]));
            }
            print(&kaohe::json::pretty(&verification), texts);
            Ok(if verification.ok { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Command::Format { file } => {
            let input = read(file)?;
            print(&written::formatted(&input)?, texts);
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn check(input: &Input, texts: &Texts) -> Result<ExitCode, Refusal> {
    let (scheme, warnings) = Checked::from_text(&input.text).map_err(|problems| input.refuses(problems))?;
    show::problems(input, &warnings, &Names::of_scheme(&scheme, texts));
    let sentence = texts.say(
        "cli",
        "schemeGood",
        &[("scheme", scheme.id.as_str()), ("version", scheme.version.as_str()), ("digest", scheme.digest().as_str())],
    );
    print(&format!("{sentence}\n"), texts);
    Ok(ExitCode::SUCCESS)
}

/// Opens a workbook; tells its warnings.
fn open(input: &Input, texts: &Texts) -> Result<Book, Refusal> {
    let (book, warnings) = Book::from_text(&input.text).map_err(|problems| input.refuses(problems))?;
    show::problems(input, &warnings, &Names::of_book(&book, texts));
    Ok(book)
}

fn explained(book: &Book, subject: &str, texts: &Texts) -> ExitCode {
    let names = Names::of_book(book, texts).about(subject);
    match explain(book, subject) {
        Some(steps) => {
            print(&show::steps(&steps, &names), texts);
            ExitCode::SUCCESS
        }
        None => {
            let problem = Problem::new(kaohe::problem::Code::UnknownSubject, "")
                .with("subject", kaohe::problem::ArgKind::Person.of(subject));
            show::problem("", None, &problem, &names);
            ExitCode::FAILURE
        }
    }
}

/// Takes forms, replies and parts of the workbook in; the merged workbook goes to standard output,
/// a line for each file to standard error.
fn merge(
    input: &Input,
    files: &[std::path::PathBuf],
    encoding: Option<&str>,
    texts: &Texts,
) -> Result<ExitCode, Refusal> {
    let mut book = open(input, texts)?;
    let mut intake = Intake::of(&mut book);
    let mut all_taken = true;
    for path in files {
        let name = path.display().to_string();
        match Input::read(path, encoding) {
            Ok(file) => {
                let outcome: Outcome = intake.add(&name, &file.text);
                all_taken &= show::outcome(&file, &outcome, &Names::of_book(intake.book(), texts));
            }
            Err(refusal) => {
                show::refusal(&refusal, texts);
                all_taken = false;
            }
        }
    }
    intake.settle();
    print(&book.to_text(), texts);
    Ok(if all_taken { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A draft as the engine reads them, from the words of the command line.
fn draft(fields: &[(&str, &String)]) -> String {
    let object: serde_json::Map<String, serde_json::Value> =
        fields.iter().map(|(key, value)| ((*key).to_owned(), serde_json::Value::String((*value).clone()))).collect();
    serde_json::Value::Object(object).to_string()
}

/// Writes an answer; a reader that has gone away is no fault of ours, a full disk ends with status 1.
fn print(text: &str, texts: &Texts) {
    use std::io::Write as _;
    let mut out = std::io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    if let Err(error) = written
        && error.kind() != std::io::ErrorKind::BrokenPipe
    {
        show::tell(&texts.say("cli", "unwritable", &[("why", &error.to_string())]));
        std::process::exit(1);
    }
}
