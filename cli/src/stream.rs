//! Workbooks without end: one a line in, one result a line out, in the same order, on every core.
//!
//! ```text
//!          ┌─ jobs ─────────────▶ workers, one a core
//! reader ──┤                          │ answers
//!          └─ turns, in order ──▶ writer
//! ```
//!
//! For each line the reader makes a channel for one answer. One end goes to the writer, in the order of the lines,
//! the other with the line to whichever worker is free: the writer waits for the answers in turn, so that order
//! needs no sorting and nothing is held beyond the turns, of which there is a fixed number.

use std::borrow::Cow;
use std::io::{ErrorKind, Write as _};
use std::num::NonZero;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use encoding_rs::Encoding;
use kaohe::json::compact;
use kaohe::output::result_line;
use kaohe::problem::{ArgKind, Code, Problem};
use kaohe::workbook::Book;

use crate::input::Refusal;
use crate::lines::{Line, Lines, MAX_MEGABYTES};
use crate::names::Names;
use crate::progress::Progress;
use crate::show;
use crate::texts::Texts;

/// How many lines may be read and not yet written, for each worker.
const TURNS_PER_WORKER: usize = 4;

/// A line that somebody must appraise.
struct Job {
    line: Line,
    answer: Sender<Answer>,
}

/// What a line comes to, or every problem for which it was refused.
type Answer = Result<Taken, Vec<Problem>>;

/// A line that was appraised.
struct Taken {
    /// The result file on one line.
    result: String,
    warnings: Vec<Problem>,
    /// How many people it appraised.
    people: usize,
    /// Where there are warnings, which name its people.
    book: Option<Box<Book>>,
}

/// What the writer has to do next.
enum Turn {
    /// Write the answer to a line.
    Line { file: Arc<str>, number: usize, answer: Receiver<Answer> },
    /// Tell that a file, or the rest of it, could not be read.
    Unreadable { file: Arc<str>, why: String },
}

/// Appraises line by line, from files or from standard input, to standard output.
pub(crate) fn stream(
    files: &[PathBuf],
    threads: Option<u16>,
    encoding: Option<&str>,
    texts: &Texts,
) -> Result<ExitCode, Refusal> {
    let files = if files.is_empty() { vec![PathBuf::from("-")] } else { files.to_vec() };
    let several = files.len() > 1;
    let refused = |why| Refusal {
        name: files.iter().map(|file| file.display().to_string()).collect::<Vec<String>>().join(" "),
        text: None,
        problems: Vec::new(),
        unreadable: Some(why),
        book: None,
    };
    let encoding = encoding.map(by_lines).transpose().map_err(refused)?;
    let workers = threads.map_or_else(|| thread::available_parallelism().map_or(1, NonZero::get), usize::from);

    let (job_to, jobs) = channel();
    let (turn_to, turns) = sync_channel(workers.saturating_mul(TURNS_PER_WORKER));
    employ(workers, jobs, encoding).map_err(|error| refused(error.to_string()))?;
    let reading = files.clone();
    let reader = thread::Builder::new().spawn(move || read(&reading, &job_to, &turn_to));
    let reader = reader.map_err(|error| refused(error.to_string()))?;

    let mut writer = Writer { texts, several, progress: Progress::on_terminal(texts), lines: 0, people: 0, refused: 0 };
    let ended = writer.write_all(&turns);
    let all_read = match &ended {
        // The reader has gone through everything, unless it broke down.
        Ok(Ended::AllWritten { files_read }) => *files_read && reader.join().is_ok(),
        Ok(Ended::NobodyReads) => true,
        Ok(Ended::WorkerLost) | Err(_) => false,
    };
    writer.sum_up();
    if let Err(error) = ended {
        let sentence = texts.say("cli", "unwritable", &[("why", &error.to_string())]);
        show::tell(&format!("{}: {sentence}\n", texts.say("cli", "error", &[])));
    }
    Ok(if all_read && writer.refused == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// An encoding in which the byte of a newline is always a newline.
fn by_lines(label: &str) -> Result<&'static Encoding, String> {
    let named = Encoding::for_label(label.as_bytes()).ok_or_else(|| format!("unknown encoding `{label}`"))?;
    if named.is_ascii_compatible() { Ok(named) } else { Err(format!("encoding `{label}` has no lines of bytes")) }
}

// ── reader ──────────────────────────────────────────────────────────────────────────────────

/// Reads every file to its end; stops when nobody takes lines any more.
fn read(files: &[PathBuf], jobs: &Sender<Job>, turns: &SyncSender<Turn>) {
    for path in files {
        let file: Arc<str> = path.display().to_string().into();
        let unreadable = |error: std::io::Error| Turn::Unreadable { file: Arc::clone(&file), why: error.to_string() };
        let lines = match Lines::open(path) {
            Ok(lines) => lines,
            Err(error) => {
                let _ = turns.send(unreadable(error));
                continue;
            }
        };
        for (index, line) in lines.enumerate() {
            let line = match line {
                Ok(line) => line,
                Err(error) => {
                    let _ = turns.send(unreadable(error));
                    break;
                }
            };
            let (answer_to, answer) = channel();
            // The turn comes first: it is what waits when too many lines are in flight.
            let turn = Turn::Line { file: Arc::clone(&file), number: index.saturating_add(1), answer };
            if turns.send(turn).is_err() || jobs.send(Job { line, answer: answer_to }).is_err() {
                return;
            }
        }
    }
}

// ── workers ─────────────────────────────────────────────────────────────────────────────────

/// Starts so many workers, or as many as the system grants; at least one.
fn employ(workers: usize, jobs: Receiver<Job>, encoding: Option<&'static Encoding>) -> std::io::Result<()> {
    let jobs = Arc::new(Mutex::new(jobs));
    for started in 0..workers {
        let jobs = Arc::clone(&jobs);
        match thread::Builder::new().spawn(move || work(&jobs, encoding)) {
            Err(error) if started == 0 => return Err(error),
            Err(_) => break,
            Ok(_) => {}
        }
    }
    Ok(())
}

fn work(jobs: &Mutex<Receiver<Job>>, encoding: Option<&'static Encoding>) {
    loop {
        let next = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job { line, answer }) = next else { return };
        // Where the writer has gone, nobody wants the answer.
        let _ = answer.send(appraised(line, encoding));
    }
}

fn appraised(line: Line, encoding: Option<&'static Encoding>) -> Answer {
    let Line::Bytes(bytes) = line else {
        let too_large = Problem::new(Code::TooLarge, "").with("size", ArgKind::Figure.of(format!("> {MAX_MEGABYTES}")));
        return Err(vec![too_large.with("limit", MAX_MEGABYTES)]);
    };
    let text = decoded(&bytes, encoding).map_err(|problem| vec![problem])?;
    let (book, warnings) = Book::from_text(&text)?;
    let (result, people) = (result_line(&book), book.subjects().count());
    let book = (!warnings.is_empty()).then(|| Box::new(book));
    Ok(Taken { result, warnings, people, book })
}

fn decoded<'b>(bytes: &'b [u8], encoding: Option<&'static Encoding>) -> Result<Cow<'b, str>, Problem> {
    let Some(encoding) = encoding else { return kaohe::json::decode(bytes) };
    let (text, _, broken) = encoding.decode(bytes);
    if broken { Err(Problem::new(Code::NotUtf8, "")) } else { Ok(text) }
}

// ── writer ──────────────────────────────────────────────────────────────────────────────────

/// How writing ended, where it could write.
enum Ended {
    /// After the last turn; whether every file could be read.
    AllWritten { files_read: bool },
    /// Who read the results has gone away.
    NobodyReads,
    /// A worker broke down, and has said so.
    WorkerLost,
}

struct Writer<'t> {
    texts: &'t Texts,
    /// More than one file was named, so that a line's number alone does not say where it stands.
    several: bool,
    progress: Option<Progress<'t>>,
    lines: usize,
    people: usize,
    refused: usize,
}

impl Writer<'_> {
    /// Writes answer by answer, each as soon as its turn has come.
    fn write_all(&mut self, turns: &Receiver<Turn>) -> std::io::Result<Ended> {
        let mut out = std::io::stdout().lock();
        let mut files_read = true;
        for turn in turns {
            let written = match turn {
                Turn::Line { file, number, answer } => match answer.recv() {
                    Ok(answer) => self.answer(&file, number, answer),
                    Err(_) => return Ok(Ended::WorkerLost),
                },
                Turn::Unreadable { file, why } => {
                    files_read = false;
                    self.unreadable(&file, why);
                    continue;
                }
            };
            match out.write_all(written.as_bytes()).and_then(|()| out.flush()) {
                Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(Ended::NobodyReads),
                done => done?,
            }
            if let Some(progress) = &mut self.progress {
                progress.show(self.lines, self.people);
            }
        }
        Ok(Ended::AllWritten { files_read })
    }

    /// The line that answers a line; warnings go to standard error.
    fn answer(&mut self, file: &str, number: usize, answer: Answer) -> String {
        self.lines = self.lines.saturating_add(1);
        match answer {
            Ok(Taken { result, warnings, people, book }) => {
                self.people = self.people.saturating_add(people);
                self.make_room(!warnings.is_empty());
                let names = book.as_deref().map_or(Names::none(self.texts), |book| Names::of_book(book, self.texts));
                for warning in &warnings {
                    show::problem(&format!("{file}:{number}"), None, warning, &names);
                }
                result + "\n"
            }
            Err(problems) => {
                self.refused = self.refused.saturating_add(1);
                let file = if self.several { format!("\"file\":{},", compact(&file)) } else { String::new() };
                format!("{{{file}\"line\":{number},\"problems\":{}}}\n", compact(&problems))
            }
        }
    }

    fn unreadable(&mut self, file: &str, why: String) {
        self.make_room(true);
        let refusal =
            Refusal { name: file.to_owned(), text: None, problems: Vec::new(), unreadable: Some(why), book: None };
        show::refusal(&refusal, self.texts);
    }

    fn make_room(&mut self, needed: bool) {
        if let Some(progress) = self.progress.as_mut().filter(|_| needed) {
            progress.clear();
        }
    }

    /// Tells how much was done, on a terminal, and how much was refused.
    fn sum_up(&mut self) {
        if let Some(progress) = &mut self.progress {
            progress.end(self.lines, self.people);
        }
        if self.refused > 0 {
            let (refused, lines) = (self.refused.to_string(), self.lines.to_string());
            let sentence = self.texts.say("cli", "linesRefused", &[("refused", &refused), ("lines", &lines)]);
            show::tell(&format!("{sentence}\n"));
        }
    }
}
