//! What was read before, and may well stand there again: ids, lines that begin alike, and whole values. It makes a workbook
//! of many forms quick and small; whatever is written otherwise is read as if it were the first.

use std::any::Any;
use std::sync::Arc;

use super::Reader;
use crate::json::lexer::{Pair, same};
use crate::json::shape::Shape;
use crate::number::Packed;
use crate::text::Id;

/// All that is kept of what was read.
#[derive(Default)]
pub(in crate::base::json) struct Before<'t> {
    shared: Shared,
    /// The lines that were kept last.
    lines: LinesBefore<'t>,
    /// The shared value that was read last.
    value: Option<ValueBefore<'t>>,
}

/// Lines of an id and a number, as a list before held them: the next one may well begin as they do.
#[derive(Default)]
pub(crate) struct LinesBefore<'t> {
    /// The ids.
    pub(crate) ids: Arc<[Id]>,
    /// What each line holds before its number, as it is written; nothing where it holds something else too.
    pub(crate) heads: Vec<&'t str>,
}

/// A value that was read before, and how it was written: the next one is often written alike.
struct ValueBefore<'t> {
    text: &'t str,
    value: Arc<dyn Any + Send + Sync>,
}

/// Texts that were read before, of each rule by themselves, one at each place that a text may have: the same few ids
/// stand in a workbook by the thousand.
#[derive(Default)]
struct Shared(Vec<(&'static str, Vec<Slot>)>);

/// The place of one text; one that was met often is not given up for others that are met once.
#[derive(Default, Clone)]
struct Slot {
    held: Option<Arc<str>>,
    worth: u8,
}

impl Shared {
    const PLACES: usize = 256;
    /// Longer texts are hardly ever the same.
    const LONGEST: usize = 40;

    #[inline]
    fn slot(&mut self, rule: &'static str, text: &str) -> Option<&mut Slot> {
        if text.len() > Self::LONGEST {
            return None;
        }
        let of_rule = self.0.iter().position(|(of, _)| std::ptr::eq(*of, rule));
        let of_rule = of_rule.unwrap_or_else(|| {
            self.0.push((rule, vec![Slot::default(); Self::PLACES]));
            self.0.len().saturating_sub(1)
        });
        let sum = text.bytes().fold(0_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte)));
        self.0.get_mut(of_rule)?.1.get_mut(sum.checked_rem(Self::PLACES)?)
    }
}

impl Slot {
    #[inline]
    fn held(&mut self, text: &str) -> Option<Arc<str>> {
        let held = self.held.as_ref().filter(|held| same(held.as_bytes(), text.as_bytes()))?;
        self.worth = self.worth.saturating_add(1);
        Some(Arc::clone(held))
    }

    #[inline]
    fn keep(&mut self, text: &Arc<str>) {
        if self.held.is_none() || self.worth == 0 {
            self.held = Some(Arc::clone(text));
        } else {
            self.worth = self.worth.saturating_sub(1);
        }
    }
}

impl<'t> Reader<'t> {
    /// Reads an object that holds a plain text and a plain value under these keys and nothing beside them; of anything
    /// else, and where `take` finds the two wanting, nothing is read.
    pub(crate) fn plain_pair(&mut self, keys: [&str; 2], take: impl FnOnce(&mut Self, Pair<'t>) -> Option<()>) -> bool {
        let start = self.lexer.at();
        let taken = self.lexer.plain_pair(keys).and_then(|pair| take(self, pair));
        if taken.is_none() {
            self.lexer.back(start);
        }
        taken.is_some()
    }

    /// The lines that [`Reader::keep_lines`] kept last.
    pub(crate) const fn lines_before(&mut self) -> &mut LinesBefore<'t> {
        &mut self.before.lines
    }

    /// Keeps the lines of a list for those that follow.
    pub(crate) fn keep_lines(&mut self, lines: LinesBefore<'t>) {
        self.before.lines = lines;
    }

    /// Reads a line that begins as the one in this place did in the list that was kept last; of any other nothing is read.
    pub(crate) fn line_as_before(&mut self, at: usize) -> Option<Packed> {
        let head = self.before.lines.heads.get(at).filter(|head| !head.is_empty())?;
        self.lexer.number_behind(head)
    }

    /// Reads a value that many objects hold, and shares the one that was read last where it is written alike.
    pub(crate) fn shared_value<T: Shape + Send + Sync + 'static>(&mut self) -> Arc<T> {
        let same = self.before.value.as_ref().filter(|before| before.value.is::<T>() && self.lexer.skips(before.text));
        if let Some(shared) = same.and_then(|before| Arc::clone(&before.value).downcast().ok()) {
            return shared;
        }
        let (start, told) = (self.lexer.at(), self.told());
        let mut value = T::default();
        value.fill(self);
        let value = Arc::new(value);
        let text = self.lexer.since(start);
        // What something was told of is told of again; and only a bracket says that a value ends here.
        if self.told() == told && text.ends_with(['}', ']']) {
            self.before.value = Some(ValueBefore { text, value: Arc::<T>::clone(&value) });
        }
        value
    }

    /// How many problems were told.
    fn told(&self) -> (usize, bool) {
        (self.problems.len().saturating_add(self.beyond), self.offence.is_some())
    }

    /// Reads a list of just the lines that were kept last, each with a number; of any other nothing is read.
    pub(crate) fn lines_as_before(&mut self, take: impl FnMut(Packed)) -> bool {
        let Self { lexer, before, .. } = self;
        lexer.numbers_behind(&before.lines.heads, take)
    }

    /// A text that was read before under the same rule, to be shared; `make` checks one that was not.
    #[inline]
    pub(crate) fn shared<E>(
        &mut self,
        rule: &'static str,
        text: &str,
        make: impl FnOnce(&str) -> Result<Arc<str>, E>,
    ) -> Result<Arc<str>, E> {
        let Some(slot) = self.before.shared.slot(rule, text) else { return make(text) };
        if let Some(held) = slot.held(text) {
            return Ok(held);
        }
        let made = make(text)?;
        slot.keep(&made);
        Ok(made)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::json::Document;
    use crate::list::Listed;
    use crate::workbook::SchemeRef;

    const A: &str = r#"{"id": "a", "version": "1"}"#;
    const OTHER: &str = r#"{"version": "1", "id": "a", "x-more": [1, {}]}"#;
    const WRONG: &str = r#"{"id": "!", "version": "1"}"#;

    fn read(items: &[&str]) -> Result<Vec<Arc<SchemeRef>>, Vec<String>> {
        let read = Document::unread(&format!("[{}]", items.join(", "))).read::<Vec<Arc<SchemeRef>>>();
        read.map_err(|problems| problems.into_iter().map(|problem| problem.pointer).listed())
    }

    #[test]
    fn what_is_written_alike_is_shared_and_read_as_if_alone() {
        let items = [A, A, OTHER, OTHER, A];
        let read_together = read(&items).unwrap();
        for (shared, item) in read_together.iter().zip(items) {
            assert_eq!(**shared, *read(&[item]).unwrap()[0]);
        }
        let same = |one: usize, other: usize| Arc::ptr_eq(&read_together[one], &read_together[other]);
        assert!(same(0, 1) && same(2, 3) && !same(1, 2) && !same(3, 4));
    }

    #[test]
    fn what_is_wrong_is_told_each_time() {
        assert_eq!(read(&[WRONG, A, WRONG, WRONG]).unwrap_err(), ["/0/id", "/2/id", "/3/id"]);
    }
}
