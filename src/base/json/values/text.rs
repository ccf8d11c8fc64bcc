//! Ids, names and reasons: JSON strings with rules of their own, of which those that stand there again and again are shared.

use std::sync::Arc;

use crate::json::{Reader, Shape, ToJson, Writer};
use crate::text::{Digest, Id, Name, PersonId, Prose, Rule, tell_unread};

/// Declares that types are texts in JSON.
macro_rules! text_shape {
    ($($name:ident),*) => { $(
        impl ToJson for $name {
            fn write(&self, to: &mut Writer) {
                to.text(self.as_str());
            }
        }

        impl Shape for $name {
            fn fill(&mut self, reader: &mut Reader<'_>) {
                if let Some(text) = read(reader, &Self::RULE) {
                    *self = Self::of_shared(text);
                }
            }
        }
    )* };
}

text_shape!(Id, PersonId, Name, Prose, Digest);

#[cfg(feature = "workbench")]
impl Id {
    /// Reads it, sharing the text of one that was read before.
    pub(crate) fn shared(reader: &mut Reader<'_>, text: &str) -> Option<Self> {
        reader.shared(Self::RULE.of, text, |text| Self::RULE.checked(text)).ok().map(Self::of_shared)
    }
}

/// Reads a text, or tells which rule it breaks.
fn read(reader: &mut Reader<'_>, rule: &Rule) -> Option<Arc<str>> {
    let text: &str = &reader.text()?;
    match reader.shared(rule.of, text, |text| rule.checked(text)) {
        Ok(shared) => Some(shared),
        Err(code) => {
            tell_unread(reader.problem(code), text, rule.limit);
            None
        }
    }
}
