//! Files that come in: forms, replies, parts of the workbook, results of others; idempotent and free of order.
//!
//! The same form twice is one form; two different forms by one rater for one subject and period are
//! a conflict shown to a person; a form for another scheme version, period or an unknown subject is
//! set aside with the reason.

use crate::appraise::Answered;
use crate::json::{Document, answer, canonical, without_mark};
use crate::list::{Listed, TakeIn};
use crate::problem::{ArgKind, Code, Problem, refuses};
use crate::scheme::{Measure, ResultsSource};
use crate::workbook::{
    Acknowledgement, Book, ClosedPeriod, Rating, answer_problems, merge, rating_problems, read_form, read_reply,
    says_the_same,
};

answer! {
    /// What became of a file.
    pub enum Merged {
        /// Taken in.
        Accepted = "accepted",
        /// Here already; nothing changed.
        AlreadyHere = "already-here",
        /// Taken in, beside another that says something else.
        Conflict = "conflict",
        /// Not of this workbook; kept out, with the reason.
        SetAside = "set-aside",
        /// Wrong in itself; kept out, with every problem.
        Refused = "refused",
    }
}

answer! {
    /// What became of a file, and what it was.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Outcome {
        /// The file's name.
        pub name: String,
        /// What became of it.
        pub outcome: Merged,
        /// `rating`, `reply`, `results` or `workbook`, once known.
        pub what: Option<&'static str> = default,
        /// Whom it is about.
        pub subject: Option<String> = default,
        /// Whose form it is.
        pub rater: Option<String> = default,
        /// In which role.
        pub role: Option<String> = default,
        /// Why it was kept out, or what a person should know.
        pub problems: Vec<Problem>,
    }
}

impl Outcome {
    fn new(name: &str, outcome: Merged) -> Self {
        Self {
            name: name.to_owned(),
            outcome,
            what: None,
            subject: None,
            rater: None,
            role: None,
            problems: Vec::new(),
        }
    }

    /// A file that is wrong in itself.
    #[must_use]
    pub fn refused(name: &str, problems: Vec<Problem>) -> Self {
        Self { problems, ..Self::new(name, Merged::Refused) }
    }
}

/// Problems that make a good form one of another workbook.
const ELSEWHERE: [Code; 6] = [
    Code::UnknownSubject,
    Code::OtherScheme,
    Code::OtherVersion,
    Code::OtherDigest,
    Code::OtherPeriod,
    Code::EmptyForm,
];

/// Takes a file's text into a book; the book is unchanged unless the outcome says so.
pub fn add(book: &mut Book, name: &str, text: &str) -> Outcome {
    let mut intake = Intake::of(book);
    let outcome = intake.add(name, text);
    intake.settle();
    outcome
}

/// Files on their way into a book, one after the other: what is the same for many of them is worked out once.
#[derive(Debug)]
pub struct Intake<'b> {
    book: &'b mut Book,
    /// The results that replies are to, as soon as there is a reply; nothing again when they may have changed.
    answered: Option<Answered>,
}

impl<'b> Intake<'b> {
    /// Into this book, which is not to be asked for anything before [`Intake::settle`].
    #[must_use]
    pub const fn of(book: &'b mut Book) -> Self {
        Self { book, answered: None }
    }

    /// The book: people, units and schemes; what came in is in no order before [`Intake::settle`].
    #[must_use]
    pub const fn book(&self) -> &Book {
        self.book
    }

    /// Takes a file's text in; the book is unchanged unless the outcome says so.
    pub fn add(&mut self, name: &str, text: &str) -> Outcome {
        let document = Document::unread(without_mark(text));
        let outcome = match crate::format::of(&document) {
            Ok(("kaohe-reply", _)) => return self.add_reply(name, text),
            Ok(("kaohe-form", _)) => add_form(self.book, name, text),
            Ok(("kaohe-workbook", _)) => {
                self.book.settle();
                add_workbook(self.book, name, text)
            }
            Ok((found, _)) => {
                let problem = Problem::new(Code::WrongFormat, "/format").with("found", found);
                let problem = problem.with("expected", ArgKind::Kinds.of("kaohe-form, kaohe-reply, kaohe-workbook"));
                Outcome::refused(name, document.place(vec![problem]))
            }
            Err(problems) => Outcome::refused(name, problems),
        };
        if matches!(outcome.outcome, Merged::Accepted | Merged::Conflict) {
            self.answered = None;
        }
        outcome
    }

    /// Puts what came in into its order.
    pub fn settle(self) {
        self.book.settle();
    }

    fn add_reply(&mut self, name: &str, text: &str) -> Outcome {
        let file = match read_reply(text) {
            Ok((file, _)) => file,
            Err(problems) => return Outcome { what: Some("reply"), ..Outcome::refused(name, problems) },
        };
        let answer = file.acknowledgement;
        let about = Outcome {
            what: Some("reply"),
            subject: Some(answer.subject.to_string()),
            ..Outcome::new(name, Merged::Accepted)
        };
        let workbook = self.book.workbook();
        if file.period != workbook.period {
            let problem = Problem::new(Code::OtherPeriod, "/period").with("period", file.period);
            let problems = vec![problem.with("expected", workbook.period)];
            return Outcome { outcome: Merged::SetAside, problems, ..about };
        }
        let known = workbook.acknowledgements.iter().enumerate().find(|(_, other)| other.id == answer.id);
        if known.is_some_and(|(_, other)| canonical(other) == canonical(&answer)) {
            return Outcome { outcome: Merged::AlreadyHere, ..about };
        }
        const PLACE: &str = "/acknowledgement";
        let scheme = self.book.subject(answer.subject.as_str()).map(|(_, scheme, _)| &scheme.id);
        let mut problems = answer_problems(&PLACE, scheme.is_some(), &answer);
        problems.take_in(scheme.filter(|scheme| **scheme != answer.scheme).map(|scheme| {
            let problem = Problem::new(Code::OtherScheme, format!("{PLACE}/scheme"))
                .with("scheme", ArgKind::Scheme.of(&answer.scheme));
            problem.with("expected", ArgKind::Scheme.of(scheme))
        }));
        problems.take_in(known.map(|(first, other)| {
            let first = format!("/acknowledgements/{first}");
            Problem::new(Code::DuplicateId, format!("{PLACE}/id")).with("id", other.id.as_str()).with("first", first)
        }));
        if refuses(&problems) {
            let problems = Document::unread(without_mark(text)).place(problems);
            let elsewhere = problems.iter().any(|problem| ELSEWHERE.contains(&problem.code));
            let outcome = if elsewhere { Merged::SetAside } else { Merged::Refused };
            return Outcome { outcome, problems, ..about };
        }
        let problems = self.stale_answer(&answer).into_iter().listed();
        self.book.push_answer(answer);
        Outcome { problems, ..about }
    }

    /// A word of warning where an answer is to a result that has changed since.
    fn stale_answer(&mut self, answer: &Acknowledgement) -> Option<Problem> {
        self.book.settle();
        let answered = self.answered.get_or_insert_with(|| Answered::by(self.book));
        let current = answered.digest(self.book, answer.subject.as_str())?;
        (current != answer.about).then(|| {
            Problem::new(Code::AnswersOldResult, "/acknowledgement/about")
                .with("subject", &answer.subject)
                .with("about", &answer.about)
                .with("current", current)
        })
    }
}

fn add_form(book: &mut Book, name: &str, text: &str) -> Outcome {
    let (file, warnings) = match read_form(text) {
        Ok(read) => read,
        Err(problems) => return Outcome { what: Some("rating"), ..Outcome::refused(name, problems) },
    };
    let rating = file.rating;
    let about = Outcome {
        what: Some("rating"),
        subject: Some(rating.subject.to_string()),
        rater: Some(rating.rater.to_string()),
        role: Some(rating.role.to_string()),
        problems: warnings,
        ..Outcome::new(name, Merged::Accepted)
    };
    let mut problems = match book.subject(rating.subject.as_str()) {
        Some((_, scheme, _)) => rating_problems(&"/rating", scheme, book.workbook().period, &rating),
        None => {
            vec![Problem::new(Code::UnknownSubject, "/rating/subject").with("subject", &rating.subject)]
        }
    };
    // A form that was sent out and comes back unfilled is no second opinion beside the filled one.
    if !rating.scores.lines().any(|line| line.is_scored()) {
        let problem = Problem::new(Code::EmptyForm, "/rating/scores").with("rater", &rating.rater);
        problems.push(problem.with("subject", &rating.subject).with("role", ArgKind::Role.of(&rating.role)));
    }
    problems = Document::unread(without_mark(text)).place(problems);
    if refuses(&problems) {
        let elsewhere = problems.iter().any(|problem| ELSEWHERE.contains(&problem.code));
        let outcome = if elsewhere { Merged::SetAside } else { Merged::Refused };
        return Outcome { outcome, problems, ..about };
    }
    keep_rating(book, rating, about)
}

fn keep_rating(book: &mut Book, rating: Rating, about: Outcome) -> Outcome {
    let of_one_rater: Vec<&Rating> = book.forms_like(&rating).listed();
    let same = canonical(&rating);
    if of_one_rater.iter().any(|other| canonical(other) == same) {
        return Outcome { outcome: Merged::AlreadyHere, ..about };
    }
    let outcome = if differ(&rating, &of_one_rater) { Merged::Conflict } else { Merged::Accepted };
    if let Err(problems) = book.must_be_open() {
        return Outcome { outcome: Merged::Refused, problems, ..about };
    }
    book.push_rating(rating);
    Outcome { outcome, ..about }
}

/// Whether one of the other forms of its rater says something else.
fn differ(rating: &Rating, others: &[&Rating]) -> bool {
    others.iter().any(|other| !says_the_same(rating, other))
}

fn add_workbook(book: &mut Book, name: &str, text: &str) -> Outcome {
    let other = match Book::from_text(text) {
        Ok((other, _)) => other,
        Err(problems) => return Outcome { what: Some("workbook"), ..Outcome::refused(name, problems) },
    };
    if let Some(closed) = results_of(book, &other) {
        return add_results(book, closed, Outcome { what: Some("results"), ..Outcome::new(name, Merged::Accepted) });
    }
    let about = Outcome { what: Some("workbook"), ..Outcome::new(name, Merged::Accepted) };
    match merge(book, &other) {
        Ok(merged) if merged.to_text() == book.to_text() => Outcome { outcome: Merged::AlreadyHere, ..about },
        Ok(merged) => {
            let conflict = merged.conflicts().len() > book.conflicts().len();
            *book = merged;
            Outcome { outcome: if conflict { Merged::Conflict } else { Merged::Accepted }, ..about }
        }
        Err(problems) => {
            let elsewhere = problems.iter().any(|problem| problem.code == Code::OtherWorkbook);
            Outcome { outcome: if elsewhere { Merged::SetAside } else { Merged::Refused }, problems, ..about }
        }
    }
}

/// The closing of another workbook whose totals one of the schemes asks for.
fn results_of<'o>(book: &Book, other: &'o Book) -> Option<&'o ClosedPeriod> {
    let (this, that) = (book.workbook(), other.workbook());
    let closed = that.closed.as_ref().filter(|_| this.id != that.id || this.period != that.period)?;
    let measures = book.schemes().iter().flat_map(|scheme| scheme.criteria()).map(|criterion| &criterion.measure);
    let sources = measures.filter_map(|measure| match measure {
        Measure::Results(results) => Some(&results.sources),
        _ => None,
    });
    let asked = |source: &ResultsSource| closed.schemes.iter().any(|scheme| scheme.id == source.scheme);
    sources.flatten().any(asked).then_some(closed)
}

fn add_results(book: &mut Book, closed: &ClosedPeriod, about: Outcome) -> Outcome {
    if book.closings().any(|known| known.digest == closed.digest) {
        return Outcome { outcome: Merged::AlreadyHere, ..about };
    }
    let mut workbook = book.workbook().clone();
    workbook.other_results.push(closed.clone());
    match book.must_be_open().and_then(|()| Book::new(workbook)) {
        Ok((next, _)) => {
            *book = next;
            about
        }
        Err(problems) => Outcome { outcome: Merged::Refused, problems, ..about },
    }
}
