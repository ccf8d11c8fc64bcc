//! What was read before, and may well stand there again: texts, lines that begin alike, and whole values.

use std::any::Any;
use std::sync::Arc;

use crate::json::lexer::bytes::same;

/// All that is kept of what was read.
#[derive(Default)]
pub(super) struct Before<'t> {
    pub(super) shared: Shared,
    /// The lines that were kept last.
    pub(super) lines: LinesBefore<'t>,
    /// The shared value that was read last.
    pub(super) value: Option<ValueBefore<'t>>,
}

/// Lines that a list before held: the next one may well begin as they do.
#[derive(Default)]
pub(super) struct LinesBefore<'t> {
    /// What the reader of the list made of how they begin.
    pub(super) made: Option<Arc<dyn Any + Send + Sync>>,
    /// What each line holds before its number, as it is written; nothing where it holds something else too.
    pub(super) heads: Vec<&'t str>,
}

/// A value that was read before, and how it was written: the next one is often written alike.
pub(super) struct ValueBefore<'t> {
    pub(super) text: &'t str,
    pub(super) value: Arc<dyn Any + Send + Sync>,
}

/// Texts that were read before, of each rule by themselves, one at each place that a text may have: the same few ids
/// stand in a workbook by the thousand.
#[derive(Default)]
pub(super) struct Shared(Vec<(&'static str, Vec<Slot>)>);

/// The place of one text; one that was met often is not given up for others that are met once.
#[derive(Default, Clone)]
pub(super) struct Slot {
    held: Option<Arc<str>>,
    worth: u8,
}

impl Shared {
    const PLACES: usize = 256;
    /// Longer texts are hardly ever the same.
    const LONGEST: usize = 40;

    #[inline]
    pub(super) fn slot(&mut self, rule: &'static str, text: &str) -> Option<&mut Slot> {
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
    pub(super) fn held(&mut self, text: &str) -> Option<Arc<str>> {
        let held = self.held.as_ref().filter(|held| same(held.as_bytes(), text.as_bytes()))?;
        self.worth = self.worth.saturating_add(1);
        Some(Arc::clone(held))
    }

    #[inline]
    pub(super) fn keep(&mut self, text: &Arc<str>) {
        if self.held.is_none() || self.worth == 0 {
            self.held = Some(Arc::clone(text));
        } else {
            self.worth = self.worth.saturating_sub(1);
        }
    }
}
