//! What many objects are written alike: a line of two plain values, lines that differ only in their numbers, a value that
//! stands there again. As in [`super::quick`], each reads one or nothing.

use super::Lexer;
use super::bytes::same;
use crate::number::Packed;

/// An object of a text and a value.
pub(crate) struct Pair<'t> {
    /// Everything before the value, as it is written.
    pub(crate) head: &'t str,
    /// The text.
    pub(crate) text: &'t str,
    /// The value: a number's token, or a text.
    pub(crate) value: &'t str,
}

impl<'t> Lexer<'t> {
    /// Steps back to where the reading stood.
    #[inline]
    pub(in crate::base::json) const fn back(&mut self, to: usize) {
        self.at = to;
    }

    /// Reads an object that holds a plain text under one key and a plain value under another, and nothing beside them;
    /// of anything else nothing is read.
    pub(in crate::base::json) fn plain_pair(&mut self, keys: [&str; 2]) -> Option<Pair<'t>> {
        let start = self.at;
        let pair = self.pair(keys);
        if pair.is_none() {
            self.at = start;
        }
        pair
    }

    #[inline]
    fn pair(&mut self, [one, other]: [&str; 2]) -> Option<Pair<'t>> {
        let start = self.at;
        let text = if self.marks(b'{') && self.key_is(one) { self.plain_text()? } else { return None };
        self.blanks();
        let there = self.marks(b',') && self.key_is(other);
        let head = self.slice(start, self.at);
        let value = if there { self.plain_value()? } else { return None };
        self.blanks();
        self.take(b'}').then_some(Pair { head, text, value })
    }

    /// Reads a list of objects that begin with exactly these texts, one after the other, each with one number that is left;
    /// of anything else nothing is read.
    pub(in crate::base::json) fn numbers_behind(&mut self, heads: &[&str], mut take: impl FnMut(Packed)) -> bool {
        let start = self.at;
        let mut mark = b'[';
        for head in heads {
            let number = if !head.is_empty() && self.marks(mark) { self.number_behind(head) } else { None };
            let Some(number) = number else {
                self.at = start;
                return false;
            };
            take(number);
            self.blanks();
            mark = b',';
        }
        let whole = mark == b',' && self.take(b']');
        if !whole {
            self.at = start;
        }
        whole
    }

    /// Reads an object that begins with exactly this text, its one number that is left, and its end; of anything else
    /// nothing is read.
    #[inline]
    pub(in crate::base::json) fn number_behind(&mut self, head: &str) -> Option<Packed> {
        let start = self.at;
        let end = start.saturating_add(head.len());
        self.bytes.get(start..end).filter(|here| same(here, head.as_bytes()))?;
        let quotes = usize::from(self.bytes.get(end) == Some(&b'"'));
        let from = end.saturating_add(quotes);
        let (number, length) = Packed::leading(self.bytes.get(from..)?)?;
        self.at = from.saturating_add(length);
        let good = (quotes == 0 || self.take(b'"')) && {
            self.blanks();
            self.take(b'}')
        };
        if !good {
            self.at = start;
        }
        good.then_some(number)
    }

    /// Steps over a list or an object that is written exactly so; over anything else it does not.
    #[inline]
    pub(in crate::base::json) fn skips(&mut self, value: &str) -> bool {
        let end = self.at.saturating_add(value.len());
        let there = self.bytes.get(self.at..end).is_some_and(|here| same(here, value.as_bytes()));
        if there {
            self.at = end;
        }
        there
    }

    /// What was read since, as it is written.
    pub(in crate::base::json) fn since(&self, start: usize) -> &'t str {
        self.slice(start, self.at)
    }

    /// Takes a mark and what is blank behind it.
    #[inline]
    fn marks(&mut self, mark: u8) -> bool {
        let there = self.take(mark);
        self.blanks();
        there
    }
}
