//! What nearly all entries of a long list are written alike: it makes a workbook of many forms quick and small; whatever is
//! written otherwise is read as if it were the first.

use std::sync::Arc;

use super::before::{LinesBefore, ValueBefore};
use super::{Reader, Shape};
use crate::json::lexer::alike::Pair;
use crate::number::Packed;

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

    /// What was made of how the lines begin that [`Reader::keep_lines`] kept last.
    pub(crate) fn lines_before<M: Send + Sync + 'static>(&self) -> Option<Arc<M>> {
        self.before.lines.made.clone()?.downcast().ok()
    }

    /// Keeps how the lines of a list begin for those that follow, with what was made of it.
    pub(crate) fn keep_lines<M: Send + Sync + 'static>(&mut self, made: &Arc<M>, heads: Vec<&'t str>) {
        self.before.lines = LinesBefore { made: Some(Arc::<M>::clone(made)), heads };
    }

    /// Keeps anew how a line begins, of those that were kept last.
    pub(crate) fn keep_head(&mut self, at: usize, head: &'t str) {
        if let Some(kept) = self.before.lines.heads.get_mut(at) {
            *kept = head;
        }
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
