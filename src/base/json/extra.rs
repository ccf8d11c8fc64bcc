//! Keys that begin with `x-`: somebody else's, kept through a round trip.

use super::value::Json;
use super::write::{Beside, ToJson, canonical};
use crate::list::Listed;
use crate::order::{arrange, key_of};

/// Keys that begin with `x-`: somebody else's, kept through a round trip. Hardly any object has some, so that they
/// take no more room than a pointer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extra(Option<Box<Members>>);

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Members(Vec<(String, Json)>);

impl Extra {
    /// Where an object can have none.
    pub(crate) const NONE: Self = Self(None);

    /// Keeps a key with its value.
    pub fn push(&mut self, key: String, value: Json) {
        self.0.get_or_insert_default().0.push((key, value));
    }

    /// The keys of both; of one that has two values the first in the order of their texts, whichever side it is on.
    #[must_use]
    pub(crate) fn united(&self, other: &Self) -> Self {
        let mut all: Vec<&(String, Json)> = self.members().iter().chain(other.members()).listed();
        arrange(&mut all, |(key, value)| key_of(&[key.as_str(), &canonical(value)]));
        all.dedup_by(|(later, _), (key, _)| later == key);
        let mut united = Self::NONE;
        for (key, value) in all {
            united.push(key.clone(), value.clone());
        }
        united
    }

    /// The keys with their values, as they were written.
    pub fn members(&self) -> &[(String, Json)] {
        self.0.as_ref().map_or(&[], |members| &members.0)
    }
}

impl Beside for Extra {
    fn members(&self) -> Vec<(&str, &dyn ToJson)> {
        let mut members: Vec<(&str, &dyn ToJson)> = Vec::new();
        for (key, value) in self.members() {
            members.push((key, value));
        }
        members
    }
}

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(typescript_custom_section)]
const EXTRA: &'static str = "/** Keys that begin with `x-` belong to others and survive a round trip. */\nexport interface Extra { [key: `x-${string}`]: unknown; }";

/// Lets a generated JSON Schema know that `x-` keys are welcome.
#[cfg(feature = "schema")]
pub(crate) fn allow_extra(schema: &mut schemars::Schema) {
    schema.insert("patternProperties".to_owned(), serde_json::json!({ "^x-": true }));
}
