//! Sentences, from the one table per language that the page shares.

use kaohe::json::Document;
use kaohe::output::Headings;
use serde_json::Value;

/// One language's table.
#[derive(Debug)]
pub(crate) struct Texts {
    table: Value,
    english: bool,
}

impl Texts {
    /// The table of a language.
    pub(crate) fn of(language: &str) -> Self {
        let text = match language {
            "en" => include_str!("../../texts/en.json"),
            _ => include_str!("../../texts/zh-CN.json"),
        };
        // The tables are part of the binary; a test reads both.
        Self { table: serde_json::from_str(text).unwrap_or_default(), english: language == "en" }
    }

    /// Whether names are said in English where there are English ones.
    pub(crate) fn is_english(&self) -> bool {
        self.english
    }

    /// A sentence with its words filled in; the key itself where there is none.
    pub(crate) fn say(&self, group: &str, key: &str, words: &[(&str, &str)]) -> String {
        let sentence = self.table.get(group).and_then(|group| group.get(key)).and_then(Value::as_str).unwrap_or(key);
        fill(sentence, words)
    }

    /// A problem's sentence and its remedy.
    pub(crate) fn problem(&self, code: &str, words: &[(&str, &str)]) -> (String, String) {
        let entry = self.table.get("problems").and_then(|problems| problems.get(code));
        let part = |name: &str| entry.and_then(|entry| entry.get(name)).and_then(Value::as_str);
        (fill(part("message").unwrap_or(code), words), fill(part("help").unwrap_or(""), words))
    }

    /// A word of the engine's own, in the reader's language; a word of the user's own stays.
    pub(crate) fn word<'a>(&'a self, group: &str, word: &'a str) -> &'a str {
        self.table.get(group).and_then(|group| group.get(word)).and_then(Value::as_str).unwrap_or(word)
    }

    /// Titles and words of the results table.
    pub(crate) fn headings(&self) -> Headings {
        let table = self.table.get("table").cloned().unwrap_or_default().to_string();
        match Document::parse(&table).and_then(|document| document.read::<Headings>()) {
            Ok(headings) => headings,
            #[expect(clippy::panic, reason = "the text table is part of the binary, and a test reads it")]
            Err(problems) => panic!("the text table lacks a title: {problems:?}"),
        }
    }
}

/// A sentence with its words. A part in square brackets is said only if every word in it is there.
fn fill(sentence: &str, words: &[(&str, &str)]) -> String {
    let mut text = shortened(sentence, words);
    for (name, word) in words {
        text = text.replace(&format!("{{{name}}}"), word);
    }
    text
}

fn shortened(sentence: &str, words: &[(&str, &str)]) -> String {
    let there = |name: &str| words.iter().any(|(key, word)| *key == name && !matches!(word.trim(), "" | "∞" | "−∞"));
    let mut text = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('[') {
        let Some((part, behind)) = after.split_once(']') else { break };
        text.push_str(before);
        let mut names = part.split('{').skip(1).filter_map(|piece| piece.split_once('}'));
        if names.all(|(name, _)| there(name)) {
            text.push_str(part);
        }
        rest = behind;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::Texts;

    /// One of an entry is told in conflicts, refusals and open items.
    #[test]
    fn both_tables_have_a_word_for_one_of_each_list() {
        for language in ["zh-CN", "en"] {
            let texts = Texts::of(language);
            for list in kaohe::workbook::List::ALL.iter().filter(|list| list.is_entered()) {
                let words = texts.table.get("words").and_then(|words| words.get(list.one()));
                assert!(words.is_some(), "{language} lacks a word for one of `{}`: `{}`", list.key(), list.one());
            }
        }
    }

    #[test]
    fn both_tables_say_every_problem() {
        for language in ["zh-CN", "en"] {
            let texts = Texts::of(language);
            for code in kaohe::problem::Code::ALL {
                let (message, _) = texts.problem(code.as_str(), &[]);
                assert_ne!(message, code.as_str(), "{language} lacks a sentence for `{}`", code.as_str());
            }
            let _ = texts.headings();
        }
    }
}
