//! Ids in a derivation into the words that people know them by: of the scheme, and of the workbook's people and units.

use kaohe::scheme::{Checked, Measure};
use kaohe::text::{Id, Title};
use kaohe::workbook::Book;

/// The words of one subject's workbook and scheme.
pub(crate) struct Names<'b> {
    book: &'b Book,
    scheme: &'b Checked,
    english: bool,
}

impl<'b> Names<'b> {
    pub(crate) fn of(book: &'b Book, subject: &str, english: bool) -> Option<Self> {
        let (_, scheme, _) = book.subject(subject)?;
        Some(Self { book, scheme, english })
    }

    /// What the id in a parameter of this name is called; the id itself where it is called nothing.
    pub(crate) fn said(&self, parameter: &str, id: &str) -> String {
        match parameter {
            "grades" => self.each("grade", id),
            "rules" => self.each("critical", id),
            _ => self.name(parameter, id).unwrap_or_else(|| id.to_owned()),
        }
    }

    fn each(&self, parameter: &str, ids: &str) -> String {
        ids.split(", ").map(|id| self.said(parameter, id)).collect::<Vec<_>>().join(", ")
    }

    fn name(&self, parameter: &str, id: &str) -> Option<String> {
        let scheme = self.scheme;
        let titled = |title: &Title| self.title(title);
        match parameter {
            "section" => named(&scheme.sections, id, |part| (&part.id, &part.name)).map(titled),
            "criterion" => scheme.criterion(id).map(|criterion| titled(&criterion.name)),
            "role" => scheme.role(id).map(|role| titled(&role.name)),
            "grade" => named(&scheme.grades, id, |part| (&part.id, &part.name)).map(titled),
            "indicator" => named(&scheme.indicators, id, |part| (&part.id, &part.name)).map(titled),
            "channel" => named(&scheme.channels, id, |part| (&part.id, &part.name)).map(titled),
            "consequence" => named(&scheme.consequences, id, |part| (&part.id, &part.name)).map(titled),
            "question" => {
                let questions = scheme.feedback.iter().flat_map(|form| &form.questions);
                questions.into_iter().find(|question| question.id.as_str() == id).map(|question| titled(&question.name))
            }
            "rung" => {
                let rungs = &scheme.warnings.as_ref()?.rungs;
                named(rungs, id, |part| (&part.id, &part.name)).map(titled)
            }
            "factor" => {
                let factors = &scheme.pay.as_ref()?.factors;
                named(factors, id, |part| (&part.id, &part.name)).map(titled)
            }
            "critical" => {
                let mut rules = scheme.criteria().flat_map(|criterion| &criterion.critical);
                rules.find(|rule| rule.id.as_str() == id).map(|rule| titled(&rule.name))
            }
            "level" => self.level(id),
            "unit" => named(&self.book.workbook().units, id, |part| (&part.id, &part.name)).map(titled),
            "scheme" => {
                self.book.schemes().iter().find(|other| other.id.as_str() == id).map(|other| titled(&other.name))
            }
            "rater" | "member" => {
                let person = self.book.workbook().people.iter().find(|person| person.id.as_str() == id)?;
                Some(format!("{} {id}", person.name))
            }
            _ => None,
        }
    }

    /// Levels stand in their criteria; those of one id say the same nearly always, and else the id says less than enough.
    fn level(&self, id: &str) -> Option<String> {
        let rated = self.scheme.criteria().filter(|criterion| matches!(criterion.measure, Measure::Rating(_)));
        let mut levels = rated.flat_map(|criterion| criterion.levels()).filter(|level| level.id.as_str() == id);
        let first = self.title(&levels.next()?.name);
        levels.all(|level| self.title(&level.name) == first).then_some(first)
    }

    fn title(&self, title: &Title) -> String {
        title.en.as_ref().filter(|_| self.english).unwrap_or(&title.zh).to_string()
    }
}

/// The title of the part of this id.
fn named<'p, P>(parts: &'p [P], id: &str, of: impl Fn(&'p P) -> (&'p Id, &'p Title)) -> Option<&'p Title> {
    parts.iter().map(of).find(|(own, _)| own.as_str() == id).map(|(_, title)| title)
}
