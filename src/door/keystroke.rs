//! What one keystroke changed, straight to a plain object: the one answer that is asked for so often
//! that JSON text on the way would be felt. Its declaration says what is in it, serde-wasm-bindgen builds it.
//!
//! The engine of a form answers with the same object by way of JSON text: everybody waits for that engine, and it is
//! 3 KB smaller so.

use serde::{Serialize, Serializer};
use wasm_bindgen::prelude::*;

use crate::live::FormChange;
use crate::number::{Decimal, Exact, Figure};
use crate::problem::{Code, Params};
use crate::text::Id;

/// A change as an object; every other answer is JSON text.
pub(super) fn object_of(change: &FormChange) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    change.serialize(&serializer).unwrap_or(JsValue::UNDEFINED)
}

/// Words and figures by name: an object.
impl Serialize for Params {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(name, arg)| (name, arg.as_str())))
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Declares that a figure is the text it is shown as.
macro_rules! shown {
    ($($name:ident),*) => {
        $(
            impl Serialize for $name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(&self.to_string())
                }
            }
        )*
    };
}

shown!(Decimal, Exact, Figure);
