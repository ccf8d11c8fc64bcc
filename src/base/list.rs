//! Lists put together. The loops stand here and nowhere else because the library's own weigh more: `collect` and `extend`
//! in their places cost the form engine 3.0 and 11.3 KB gzipped.

/// `collect` into a list, in a third of the code: the library's own is three functions for each kind
/// of iterator, made for speed that a few dozen entries do not show.
pub(crate) trait Listed: Iterator + Sized {
    /// Everything that is left, as a list.
    fn listed(self) -> Vec<Self::Item> {
        // A form's lists are short, and its engine small before fast.
        let length = if cfg!(feature = "workbench") { self.size_hint().0 } else { 0 };
        let mut list = Vec::with_capacity(length);
        list.take_in(self);
        list
    }
}

impl<I: Iterator> Listed for I {}

/// `extend`, in a third of the code.
pub(crate) trait TakeIn<T> {
    /// Puts everything behind what is there.
    fn take_in(&mut self, entries: impl IntoIterator<Item = T>);
}

impl<T> TakeIn<T> for Vec<T> {
    fn take_in(&mut self, entries: impl IntoIterator<Item = T>) {
        for entry in entries {
            self.push(entry);
        }
    }
}

/// Texts in a row, with something between each two.
pub(crate) fn joined<T: AsRef<str>>(parts: &[T], between: &str) -> String {
    let mut text = String::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            text.push_str(between);
        }
        text.push_str(part.as_ref());
    }
    text
}
