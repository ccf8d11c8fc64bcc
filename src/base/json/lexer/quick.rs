//! What nearly everything is written like, read without a token around it: a key in its place, a text without escapes.
//! Each of these reads one or nothing: whatever is written otherwise goes the general way.

use super::Lexer;
use super::bytes::{plain, same};

impl<'t> Lexer<'t> {
    /// Reads a key up to its value if it is this one, as most files write it; else nothing is read.
    #[inline]
    pub(in crate::base::json) fn key_is(&mut self, name: &str) -> bool {
        let end = self.at.saturating_add(name.len()).saturating_add(1);
        let (quote, colon) = (self.bytes.get(end), self.bytes.get(end.saturating_add(1)));
        let is = quote == Some(&b'"')
            && colon == Some(&b':')
            && self.peek() == Some(b'"')
            && self.bytes.get(self.at.saturating_add(1)..end).is_some_and(|key| same(key, name.as_bytes()));
        if is {
            self.at = end.saturating_add(2);
            self.blanks();
        }
        is
    }

    /// Reads a text in which every character stands for itself; of any other nothing is read.
    #[inline]
    pub(in crate::base::json) fn plain_text(&mut self) -> Option<&'t str> {
        let start = self.at.saturating_add(1);
        let end = start.saturating_add(plain(self.bytes.get(start..)?));
        if self.peek() != Some(b'"') || self.bytes.get(end) != Some(&b'"') {
            return None;
        }
        self.at = end.saturating_add(1);
        self.text.get(start..end)
    }

    /// Reads a number's token or a plain text; of anything else nothing is read.
    #[inline]
    pub(in crate::base::json) fn plain_value(&mut self) -> Option<&'t str> {
        let start = self.at;
        match self.peek() {
            Some(b'"') => self.plain_text(),
            Some(b'-' | b'0'..=b'9') => {
                let number = self.number().ok();
                if number.is_none() {
                    self.at = start;
                }
                number
            }
            _ => None,
        }
    }
}
