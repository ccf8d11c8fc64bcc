//! JSON at hand: reading files, and looking into values.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

pub(crate) fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

pub(crate) fn read_json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// Writes a key that is absent.
pub(crate) fn fill(part: &mut Value, key: &str, value: impl Into<Value>) {
    part.as_object_mut().unwrap().entry(key).or_insert_with(|| value.into());
}

pub(crate) fn push(part: &mut Value, key: &str, entry: Value) {
    fill(part, key, json!([]));
    part[key].as_array_mut().unwrap().push(entry);
}

pub(crate) fn items<'v>(part: &'v mut Value, key: &str) -> impl Iterator<Item = &'v mut Value> {
    part.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten()
}

/// A list; an absent one is empty.
pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

pub(crate) fn object(value: &Value) -> &Map<String, Value> {
    value.as_object().expect("an object")
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
