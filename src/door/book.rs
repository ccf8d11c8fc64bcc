//! A workbook at the door.

use wasm_bindgen::prelude::*;

use super::answer::{Doc, Subjects, Telling, Words, answer, answer_text, object, parsed, text_of};
use super::everybody::{BYTES_OF_A_RESULT, BYTES_OF_A_STANDING, asked_of_all, teller};
use super::team::LiveTeamHandle;
use super::view::view;
use crate::appraise::{appraise_telling, standings_telling};
use crate::closing::{Closing, ReopeningDraft};
use crate::intake::{Intake, Outcome, add};
use crate::json::{ToJson, compact};
use crate::list::Listed;
use crate::live::LiveTeam;
use crate::number::Count;
use crate::output::{Headings, explain, month_steps, result_file, sheet, sheet_file, sheet_files, table};
use crate::period::CivilDate;
use crate::problem::{ArgKind, Code, Problem, nearest};
use crate::progress::Progress;
use crate::text::{Id, MAX_NAME, Name, PersonId, tell_unread};
use crate::workbook::{Book, ComplaintNumber, Pieces, read_draft};

/// A workbook that is open. Nothing that is asked of it throws.
#[wasm_bindgen(js_name = Workbook)]
#[derive(Debug)]
pub struct WorkbookHandle {
    book: Result<Book, Vec<Problem>>,
    warnings: Vec<Problem>,
}

type Changed = Result<Book, Vec<Problem>>;
/// A value's JSON text, or why there is none.
type Text = Result<String, Vec<Problem>>;

#[wasm_bindgen(js_class = Workbook)]
impl WorkbookHandle {
    /// Reads a workbook; whatever is wrong is told by `open`. `progress` is told how far the reading is.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(document: &Doc, progress: Option<Telling>) -> Self {
        let mut tell = teller(progress);
        let mut progress = Progress::told(&mut tell);
        match text_of(document).and_then(|text| Book::from_text_telling(&text, &mut progress)) {
            Ok((book, warnings)) => Self { book: Ok(book), warnings },
            Err(problems) => Self { book: Err(problems), warnings: Vec::new() },
        }
    }

    /// What the workbook holds, or why it was refused.
    #[wasm_bindgen(unchecked_return_type = "Answer<AsWritten<WorkbookView>>")]
    #[must_use]
    pub fn open(&self) -> JsValue {
        answer(self.book.as_ref().map(|book| (compact(&view(book)), self.warnings.clone())).map_err(Clone::clone))
    }

    /// Takes in a form, a reply or another part of the workbook.
    #[wasm_bindgen(unchecked_return_type = "Outcome")]
    pub fn add(&mut self, name: &Words, document: &Doc) -> JsValue {
        let name = &name.text();
        let outcome = match (&mut self.book, text_of(document)) {
            (Ok(book), Ok(text)) => add(book, name, &text),
            (Err(problems), _) => Outcome::refused(name, problems.clone()),
            (_, Err(problems)) => Outcome::refused(name, problems),
        };
        object(&outcome)
    }

    /// Takes in many files at once: a list of `[name, document]`.
    #[wasm_bindgen(js_name = addAll, unchecked_return_type = "Outcome[]")]
    pub fn add_all(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "[string, Doc][]")] files: &js_sys::Array,
    ) -> JsValue {
        let mut intake = self.book.as_mut().map(Intake::of);
        let mut outcomes = Vec::new();
        for file in files.iter() {
            let pair = js_sys::Array::from(&file);
            let name = pair.get(0).as_string().unwrap_or_default();
            outcomes.push(match (&mut intake, text_of(&pair.get(1))) {
                (Ok(intake), Ok(text)) => intake.add(&name, &text),
                (Err(problems), _) => Outcome::refused(&name, problems.clone()),
                (_, Err(problems)) => Outcome::refused(&name, problems),
            });
        }
        if let Ok(intake) = intake {
            intake.settle();
        }
        object(&outcomes)
    }

    /// Scores, grades, ranks and warnings of everybody, with the parts of every score. `progress` is told how
    /// far it is.
    #[wasm_bindgen(unchecked_return_type = "Answer<Appraisal>")]
    #[must_use]
    pub fn appraise(&self, progress: Option<Telling>) -> JsValue {
        parsed(&self.appraise_text(progress))
    }

    /// What `appraise` answers, as JSON text: what goes to another thread is copied sooner as text than as objects.
    #[wasm_bindgen(js_name = appraiseText)]
    #[must_use]
    pub fn appraise_text(&self, progress: Option<Telling>) -> String {
        let book = self.book.as_ref();
        let asked = &mut |book: &Book, progress: &mut Progress<'_>| -> Box<dyn ToJson> {
            Box::new(appraise_telling(book, progress))
        };
        answer_text(asked_of_all(book, progress, BYTES_OF_A_RESULT, asked))
    }

    /// Where everybody stands: total, grade, rank and warning, without their parts. `progress` is told how far
    /// it is.
    #[wasm_bindgen(unchecked_return_type = "Answer<Standing[]>")]
    #[must_use]
    pub fn standings(&self, progress: Option<Telling>) -> JsValue {
        let book = self.book.as_ref();
        let asked = &mut |book: &Book, progress: &mut Progress<'_>| -> Box<dyn ToJson> {
            Box::new(standings_telling(book, progress))
        };
        answer(asked_of_all(book, progress, BYTES_OF_A_STANDING, asked))
    }

    /// A unit's team, those ranked together with the subjects of a scheme, to try a score of it.
    #[must_use]
    pub fn team(&self, unit: &Words, scheme: &Words) -> LiveTeamHandle {
        let book = self.book.as_ref().map_err(Clone::clone);
        LiveTeamHandle(book.and_then(|book| LiveTeam::open(book, &unit.text(), &scheme.text())))
    }

    /// How a subject's numbers came about.
    #[wasm_bindgen(unchecked_return_type = "Answer<Step[]>")]
    #[must_use]
    pub fn explain(&self, subject: &Words) -> JsValue {
        self.about(subject, &|book, subject| told(explain(book, subject)))
    }

    /// A subject's own sheet.
    #[wasm_bindgen(unchecked_return_type = "Answer<Sheet>")]
    #[must_use]
    pub fn sheet(&self, subject: &Words) -> JsValue {
        self.about(subject, &|book, subject| told(sheet(book, subject)))
    }

    /// A subject's own sheet as a file's text.
    #[wasm_bindgen(js_name = sheetFile, unchecked_return_type = "Answer<string>")]
    #[must_use]
    pub fn sheet_file(&self, subject: &Words) -> JsValue {
        self.about(subject, &|book, subject| told(sheet_file(book, subject)))
    }

    /// The own sheets of several subjects as files' texts, in their order; everybody is appraised once for all of them.
    #[wasm_bindgen(js_name = sheetFiles, unchecked_return_type = "Answer<string[]>")]
    #[must_use]
    pub fn sheet_files(&self, subjects: &Subjects) -> JsValue {
        let list = subjects.dyn_ref::<js_sys::Array>();
        let subjects = list.iter().flat_map(|list| list.iter()).map(|subject| subject.as_string().unwrap_or_default());
        let subjects = subjects.listed();
        self.ask(&|book| {
            let (mut files, mut problems) = (Vec::new(), Vec::new());
            for (subject, file) in subjects.iter().zip(sheet_files(book, &subjects)) {
                match file {
                    Some(file) => files.push(file),
                    None => problems.push(unknown_subject(book, subject)),
                }
            }
            if problems.is_empty() { Ok(compact(&files)) } else { Err(problems) }
        })
    }

    /// An empty form, addressed: `id` is random, `date` today.
    #[wasm_bindgen(unchecked_return_type = "Answer<string>")]
    #[must_use]
    pub fn invitation(&self, id: &Words, subject: &Words, role: &Words, rater: &Words, date: &Words) -> JsValue {
        let (id, subject, role, rater, date) = (&id.text(), &subject.text(), &role.text(), &rater.text(), &date.text());
        self.ask(&|book| {
            let id = Id::parse(id).map_err(|code| refused(code, id))?;
            let asked = Id::parse(role).map_err(|code| refused(code, role))?;
            let rater = PersonId::parse(rater).map_err(|code| refused(code, rater))?;
            let date = CivilDate::parse(date).map_err(|code| refused(code, date))?;
            told(book.invitation(id, &asked, subject, &rater, date)).ok_or_else(|| vec![unknown_subject(book, subject)])
        })
    }

    /// Takes a person out, of whom and by whom nothing was entered, with the forms that were asked for.
    #[wasm_bindgen(js_name = removePerson, unchecked_return_type = "Answer<AsWritten<WorkbookView>>")]
    pub fn remove_person(&mut self, id: &Words) -> JsValue {
        let id = &id.text();
        self.change(&|book| match PersonId::parse(id) {
            Ok(id) => book.without_person(&id),
            Err(code) => Err(refused(code, id)),
        })
    }

    /// Takes back that somebody was asked for a form, given as the assignment's JSON text.
    #[wasm_bindgen(js_name = removeAssignment, unchecked_return_type = "Answer<AsWritten<WorkbookView>>")]
    pub fn remove_assignment(&mut self, draft: &Words) -> JsValue {
        self.change(&|book| book.without_assignment(&read_draft(&draft.text())?))
    }

    /// Gives the workbook another title; an empty one takes it away.
    #[wasm_bindgen(js_name = setTitle, unchecked_return_type = "Answer<AsWritten<WorkbookView>>")]
    pub fn set_title(&mut self, title: &Words) -> JsValue {
        let title = &title.text();
        self.change(&|book| match Name::parse(title) {
            _ if title.trim().is_empty() => book.titled(None),
            Ok(title) => book.titled(Some(title)),
            Err(code) => Err(refused(code, title)),
        })
    }

    /// The sequence number of the next decision.
    #[wasm_bindgen(js_name = nextSequence)]
    #[must_use]
    pub fn next_sequence(&self) -> u32 {
        let decisions = self.book.iter().flat_map(|book| &book.workbook().decisions);
        decisions.map(|decision| decision.sequence).max().map_or(1, |Count(last)| last.saturating_add(1))
    }

    /// Adds an entry, given as JSON text, to one of the workbook's lists, named by its key: `people` (one of the same
    /// number gives way), `records`, `decisions`, `complaints` (which are given their number), `plans`, …
    #[wasm_bindgen(js_name = addEntry, unchecked_return_type = "Answer<AsWritten<WorkbookView>>")]
    pub fn add_entry(&mut self, list: &Words, draft: &Words) -> JsValue {
        self.change(&|book| book.with_entry(&list.text(), &draft.text()))
    }

    /// Adds many entries at once, given as the JSON text of an object with some of the lists `units`, `people`,
    /// `assignments` and `indicators`: all of them, or none.
    #[wasm_bindgen(unchecked_return_type = "Answer<AsWritten<WorkbookView>>")]
    pub fn extend(&mut self, draft: &Words) -> JsValue {
        self.change(&|book| book.extended(read_draft::<Pieces>(&draft.text())?))
    }

    /// Of two complaints under one number gives the later one the next free number.
    #[wasm_bindgen(unchecked_return_type = "Answer<AsWritten<WorkbookView>>")]
    pub fn renumber(&mut self, number: &Words, author: &Words) -> JsValue {
        let (number, author) = (&number.text(), &author.text());
        self.change(&|book| {
            let given = ComplaintNumber::parse(number).ok_or_else(|| refused(Code::BadComplaintNumber, number))?;
            let author = Name::parse(author).map_err(|code| refused(code, author))?;
            book.renumbered(given, &author)
        })
    }

    /// Where the period's appraisal stands in its calendar, as of a day.
    #[wasm_bindgen(js_name = monthSteps, unchecked_return_type = "Answer<MonthStep[]>")]
    #[must_use]
    pub fn month_steps(&self, today: &Words) -> JsValue {
        self.as_of(today, &|book, today| compact(&month_steps(book, today)))
    }

    /// The overdue steps of the period's complaints, as of a day.
    #[wasm_bindgen(unchecked_return_type = "Answer<OverdueStep[]>")]
    #[must_use]
    pub fn overdue(&self, today: &Words) -> JsValue {
        self.as_of(today, &|book, today| compact(&book.register().overdue(today)))
    }

    /// Every step of the complaints in force, with the day it is due, and whether it is late as of a day.
    #[wasm_bindgen(js_name = complaintSteps, unchecked_return_type = "Answer<StepDue[]>")]
    #[must_use]
    pub fn complaint_steps(&self, today: &Words) -> JsValue {
        self.as_of(today, &|book, today| compact(&book.register().steps(today)))
    }

    /// Closes the period.
    #[wasm_bindgen(unchecked_return_type = "Answer<AsWritten<WorkbookView>>")]
    pub fn close(&mut self, draft: &Words) -> JsValue {
        self.change(&|book| book.close(&read_draft::<Closing>(&draft.text())?))
    }

    /// Opens the closed period again.
    #[wasm_bindgen(unchecked_return_type = "Answer<AsWritten<WorkbookView>>")]
    pub fn reopen(&mut self, draft: &Words) -> JsValue {
        self.change(&|book| book.reopen(read_draft::<ReopeningDraft>(&draft.text())?))
    }

    /// The next period's workbook, as a file's text.
    #[wasm_bindgen(unchecked_return_type = "Answer<string>")]
    #[must_use]
    pub fn next(&self) -> JsValue {
        self.ask(&|book| book.next_period().map(|next| compact(&next.to_text())))
    }

    /// Replays a closed period and compares it with what was kept.
    #[wasm_bindgen(unchecked_return_type = "Answer<Verification>")]
    #[must_use]
    pub fn verify(&self) -> JsValue {
        self.ask(&|book| Ok(compact(&book.verify())))
    }

    /// Conflicts that nobody has decided.
    #[wasm_bindgen(unchecked_return_type = "Answer<Conflict[]>")]
    #[must_use]
    pub fn conflicts(&self) -> JsValue {
        self.ask(&|book| Ok(compact(&book.conflicts())))
    }

    /// One rater's form as it counts or conflicts, as JSON text; for looking at what was handed in.
    #[wasm_bindgen(unchecked_return_type = "Answer<AsWritten<Rating[]>>")]
    #[must_use]
    pub fn forms(&self, subject: &Words, role: &Words, rater: &Words) -> JsValue {
        let (subject, role, rater) = (subject.text(), role.text(), rater.text());
        self.ask(&|book| {
            let forms = book.workbook().ratings.iter().filter(|rating| {
                rating.subject.as_str() == subject && rating.role.as_str() == role && rating.rater.as_str() == rater
            });
            Ok(compact(&forms.listed()))
        })
    }

    /// The workbook file, as the engine writes it.
    #[wasm_bindgen(js_name = toJson, unchecked_return_type = "Answer<string>")]
    #[must_use]
    pub fn to_json(&self) -> JsValue {
        self.ask(&|book| Ok(compact(&book.to_text())))
    }

    /// The result file: what `kaohe appraise` prints, to the byte.
    #[wasm_bindgen(unchecked_return_type = "Answer<string>")]
    #[must_use]
    pub fn result(&self) -> JsValue {
        self.ask(&|book| Ok(compact(&result_file(book))))
    }

    /// The results as a table for a spreadsheet; titles and words from the page's text table.
    #[wasm_bindgen(unchecked_return_type = "Answer<string>")]
    #[must_use]
    pub fn csv(&self, language: &Words, headings: &Words) -> JsValue {
        self.ask(&|book| {
            let headings: Headings = read_draft(&headings.text())?;
            Ok(compact(&table(book, &crate::appraise(book), &headings, language.text().starts_with("en"))))
        })
    }

    fn ask(&self, question: &dyn Fn(&Book) -> Text) -> JsValue {
        answer(self.book.as_ref().map_err(Clone::clone).and_then(question).map(|value| (value, Vec::new())))
    }

    fn as_of(&self, today: &Words, question: &dyn Fn(&Book, CivilDate) -> String) -> JsValue {
        let today = &today.text();
        self.ask(&|book| match CivilDate::parse(today) {
            Ok(day) => Ok(question(book, day)),
            Err(code) => Err(refused(code, today)),
        })
    }

    fn about(&self, subject: &Words, question: &dyn Fn(&Book, &str) -> Option<String>) -> JsValue {
        let subject = &subject.text();
        self.ask(&|book| question(book, subject).ok_or_else(|| vec![unknown_subject(book, subject)]))
    }

    /// Keeps the changed book, or tells why not and keeps the one there was.
    fn change(&mut self, change: &dyn Fn(&Book) -> Changed) -> JsValue {
        match self.book.as_ref().map_err(Clone::clone).and_then(change) {
            Ok(book) => {
                let shown = answer(Ok((compact(&view(&book)), Vec::new())));
                self.book = Ok(book);
                shown
            }
            Err(problems) => answer(Err(problems)),
        }
    }
}

/// The JSON text of something that may not be there.
fn told<T: ToJson>(value: Option<T>) -> Option<String> {
    value.map(|value| compact(&value))
}

/// An id, a number, a day or a name that is none.
fn refused(code: Code, text: &str) -> Vec<Problem> {
    let mut problem = Problem::new(code, "");
    tell_unread(&mut problem, text, MAX_NAME);
    vec![problem]
}

fn unknown_subject(book: &Book, subject: &str) -> Problem {
    let known: Vec<&str> = book.subjects().map(|(person, ..)| person.id.as_str()).listed();
    let near = nearest(subject, &known).to_owned();
    Problem::new(Code::UnknownSubject, "").with("subject", ArgKind::Person.of(subject)).with("nearest", near)
}
