//! A document as it is laid out for the engine, and where everything came to stand.
//!
//! The layout is `JSON.stringify(document, null, 2)` with a line break at the end. Line and column are counted here,
//! while it is written, and not by anything of the engine.

use std::collections::BTreeMap;

use kaohe::json::Json;

/// Line and column, both from 1; the column in characters.
type LineAndColumn = (usize, usize);

/// Where a value begins, and its key; in a list a value is its own key.
pub(crate) struct Place {
    pub(crate) key: LineAndColumn,
    pub(crate) value: LineAndColumn,
}

/// A document laid out.
pub(crate) struct Laid {
    pub(crate) text: String,
    /// By JSON pointer.
    pub(crate) places: BTreeMap<String, Place>,
    at: LineAndColumn,
}

impl Laid {
    pub(crate) fn out(document: &Json) -> Self {
        let mut laid = Self { text: String::new(), places: BTreeMap::new(), at: (1, 1) };
        laid.value(document, "", None, 1);
        laid.put("\n");
        laid
    }

    fn put(&mut self, text: &str) {
        for character in text.chars() {
            self.at = if character == '\n' { (self.at.0 + 1, 1) } else { (self.at.0, self.at.1 + 1) };
        }
        self.text.push_str(text);
    }

    fn value(&mut self, value: &Json, pointer: &str, key: Option<LineAndColumn>, depth: usize) {
        let place = Place { key: key.unwrap_or(self.at), value: self.at };
        self.places.insert(pointer.to_owned(), place);
        match value {
            Json::Null => self.put("null"),
            Json::Bool(value) => self.put(&value.to_string()),
            Json::Number(token) => self.put(token),
            Json::Text(text) => self.put(&quoted(text)),
            Json::Array(items) if items.is_empty() => self.put("[]"),
            Json::Object(members) if members.is_empty() => self.put("{}"),
            Json::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.line(if index == 0 { "[" } else { "," }, depth);
                    self.value(item, &format!("{pointer}/{index}"), None, depth + 1);
                }
                self.line("", depth - 1);
                self.put("]");
            }
            Json::Object(members) => {
                for (index, (key, value)) in members.iter().enumerate() {
                    self.line(if index == 0 { "{" } else { "," }, depth);
                    let stands = self.at;
                    self.put(&format!("{}: ", quoted(key)));
                    let step = key.replace('~', "~0").replace('/', "~1");
                    self.value(value, &format!("{pointer}/{step}"), Some(stands), depth + 1);
                }
                self.line("", depth - 1);
                self.put("}");
            }
        }
    }

    /// A new line behind what ends the last.
    fn line(&mut self, end: &str, depth: usize) {
        self.put(&format!("{end}\n{}", "  ".repeat(depth)));
    }
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}
