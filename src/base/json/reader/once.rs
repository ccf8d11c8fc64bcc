//! An engine for forms reads one form and its scheme: what makes many quick is left out.

use std::sync::Arc;

use super::{Reader, Shape};

impl Reader<'_> {
    /// Reads a value that many objects may hold.
    pub(crate) fn shared_value<T: Shape>(&mut self) -> Arc<T> {
        let mut value = T::default();
        value.fill(self);
        Arc::new(value)
    }

    /// A text, checked by its rule.
    #[expect(clippy::unused_self, reason = "an engine for workbooks shares texts that were read before")]
    pub(crate) fn shared<E>(
        &mut self,
        _rule: &'static str,
        text: &str,
        make: impl FnOnce(&str) -> Result<Arc<str>, E>,
    ) -> Result<Arc<str>, E> {
        make(text)
    }
}
