//! Parameters in words: ids by the names that people know them by, words of the engine's in the reader's language, figures
//! as they are shown everywhere. What a parameter is, it says itself.

use kaohe::number::Exact;
use kaohe::problem::{Arg, ArgKind, Params};
use kaohe::scheme::{Measure, Scheme, Title};
use kaohe::text::Id;
use kaohe::workbook::Book;

use crate::texts::Texts;

/// What there is to find names in: a workbook, a scheme, or nothing.
#[derive(Clone, Copy)]
pub(crate) struct Names<'n> {
    texts: &'n Texts,
    book: Option<&'n Book>,
    /// The scheme that is asked first: several may use one id.
    scheme: Option<&'n Scheme>,
}

impl<'n> Names<'n> {
    /// Of a file that is not good enough to find anything in.
    pub(crate) const fn none(texts: &'n Texts) -> Self {
        Self { texts, book: None, scheme: None }
    }

    pub(crate) const fn of_book(book: &'n Book, texts: &'n Texts) -> Self {
        Self { texts, book: Some(book), scheme: None }
    }

    pub(crate) const fn of_scheme(scheme: &'n Scheme, texts: &'n Texts) -> Self {
        Self { texts, book: None, scheme: Some(scheme) }
    }

    /// The same, where somebody's own scheme is asked first.
    pub(crate) fn about(self, subject: &str) -> Self {
        let scheme = self.book.and_then(|book| book.subject(subject)).map(|(_, scheme, _)| scheme.scheme());
        Self { scheme: scheme.or(self.scheme), ..self }
    }

    pub(crate) const fn texts(&self) -> &'n Texts {
        self.texts
    }

    /// Every parameter in words, by its name.
    pub(crate) fn said_of(&self, params: &Params) -> Vec<(&'static str, String)> {
        let names = params.get("subject").map_or(*self, |subject| self.about(subject.as_str()));
        params.iter().map(|(name, arg)| (name, names.said(arg))).collect()
    }

    /// A parameter in words; of a list each of its parts.
    pub(crate) fn said(&self, arg: &Arg) -> String {
        if arg.parts().is_empty() {
            return self.word(arg.kind(), arg.as_str());
        }
        arg.parts().iter().map(|part| self.word(arg.kind(), part)).collect::<Vec<_>>().join(", ")
    }

    fn word(&self, kind: ArgKind, text: &str) -> String {
        let found = match kind {
            ArgKind::Kinds => Some(self.texts.word("kinds", text).to_owned()),
            ArgKind::Words => Some(self.texts.word("words", text).to_owned()),
            ArgKind::Figure => figure(text),
            ArgKind::Date | ArgKind::Period | ArgKind::Entry | ArgKind::Earlier | ArgKind::Text => None,
            ArgKind::Person => self.person(text),
            ArgKind::Unit => self
                .titled(self.book.and_then(|book| named(&book.workbook().units, text, |unit| (&unit.id, &unit.name)))),
            ArgKind::Scheme => {
                self.titled(self.schemes().find(|scheme| scheme.id.as_str() == text).map(|scheme| &scheme.name))
            }
            ArgKind::Plan => self.plan(text),
            ArgKind::Level => self.schemes().find_map(|scheme| self.level(scheme, text)),
            _ => self.titled(self.schemes().find_map(|scheme| part(scheme, kind, text))),
        };
        found.unwrap_or_else(|| text.to_owned())
    }

    /// All schemes at hand, the first one first.
    fn schemes(&self) -> impl Iterator<Item = &'n Scheme> {
        let others = self.book.into_iter().flat_map(Book::schemes).map(|checked| checked.scheme());
        self.scheme.into_iter().chain(others)
    }

    /// By name and number, since several people may have one name.
    fn person(&self, id: &str) -> Option<String> {
        let person = self.book?.workbook().people.iter().find(|person| person.id.as_str() == id)?;
        Some(format!("{} {id}", person.name))
    }

    /// A plan by what it is to do, as its latest revision says.
    fn plan(&self, id: &str) -> Option<String> {
        let plans = self.book?.workbook().plans.iter().filter(|plan| plan.id.as_str() == id);
        plans.max_by_key(|plan| plan.revision).map(|plan| plan.measure.to_string())
    }

    /// Levels stand in their criteria; those of one id say the same nearly always, and else the id says less than enough.
    fn level(&self, scheme: &Scheme, id: &str) -> Option<String> {
        let rated = scheme.criteria().filter(|criterion| matches!(criterion.measure, Measure::Rating(_)));
        let mut levels = rated.flat_map(|criterion| criterion.levels()).filter(|level| level.id.as_str() == id);
        let first = self.title(&levels.next()?.name);
        levels.all(|level| self.title(&level.name) == first).then_some(first)
    }

    fn titled(&self, title: Option<&Title>) -> Option<String> {
        title.map(|title| self.title(title))
    }

    fn title(&self, title: &Title) -> String {
        title.en.as_ref().filter(|_| self.texts.is_english()).unwrap_or(&title.zh).to_string()
    }
}

/// A part of a scheme that has a title.
fn part<'s>(scheme: &'s Scheme, kind: ArgKind, id: &str) -> Option<&'s Title> {
    match kind {
        ArgKind::Section => named(&scheme.sections, id, |part| (&part.id, &part.name)),
        ArgKind::Criterion => scheme.criterion(id).map(|criterion| &criterion.name),
        ArgKind::Role => scheme.role(id).map(|role| &role.name),
        ArgKind::Grade => named(&scheme.grades, id, |part| (&part.id, &part.name)),
        ArgKind::Indicator => named(&scheme.indicators, id, |part| (&part.id, &part.name)),
        ArgKind::Channel => named(&scheme.channels, id, |part| (&part.id, &part.name)),
        ArgKind::Consequence => named(&scheme.consequences, id, |part| (&part.id, &part.name)),
        ArgKind::Question => named(&scheme.feedback.as_ref()?.questions, id, |part| (&part.id, &part.name)),
        ArgKind::Rung => named(&scheme.warnings.as_ref()?.rungs, id, |part| (&part.id, &part.name)),
        ArgKind::Factor => named(&scheme.pay.as_ref()?.factors, id, |part| (&part.id, &part.name)),
        ArgKind::Rule => {
            let mut rules = scheme.criteria().flat_map(|criterion| &criterion.critical);
            rules.find(|rule| rule.id.as_str() == id).map(|rule| &rule.name)
        }
        _ => None,
    }
}

/// The title of the part of this id.
fn named<'p, P>(parts: &'p [P], id: &str, of: impl Fn(&'p P) -> (&'p Id, &'p Title)) -> Option<&'p Title> {
    parts.iter().map(of).find(|(own, _)| own.as_str() == id).map(|(_, title)| title)
}

/// A figure as people are shown it everywhere: with the digits it has, or cut where it does not end.
fn figure(text: &str) -> Option<String> {
    Exact::parse(text).filter(|_| text.contains('/')).map(|exact| exact.shown())
}
