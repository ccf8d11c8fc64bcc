//! What stands in `tests/refusals/`, each case as the document's bytes with what must be said of it.
//!
//! `tests/refusals/README.md` says how the files are written; `tests/web/refused.mjs` reads them by the same rules.

mod edits;
mod layout;

use std::fs;
use std::path::{Path, PathBuf};

use kaohe::json::{Document, Json};
use serde_json::{Value, json};

use layout::Laid;

/// A document and what must be said of it.
#[derive(Debug)]
pub(crate) struct Case {
    /// Folder and name: `scheme/weights-over`.
    pub(crate) name: String,
    /// `scheme`, `form` or `workbook`.
    pub(crate) what: String,
    pub(crate) bytes: Vec<u8>,
    /// Whether it came from a base by edits; otherwise it is a file, byte for byte.
    pub(crate) edited: bool,
    pub(crate) problems: Vec<Value>,
    /// Compared where they are stated.
    pub(crate) warnings: Option<Vec<Value>>,
}

/// Every case of a folder like `tests/refusals`, by name.
pub(crate) fn cases(folder: &Path) -> Vec<Case> {
    let groups = entries(folder).into_iter().filter(|path| path.is_dir() && !path.ends_with("bases"));
    let files =
        groups.flat_map(|group| entries(&group)).filter(|path| path.extension().is_some_and(|end| end == "json"));
    let mut cases: Vec<Case> = files
        .flat_map(
            |path| {
                if path.with_extension("expect").is_file() { vec![whole(&path)] } else { topic(folder, &path) }
            },
        )
        .collect();
    cases.sort_by(|one, other| one.name.cmp(&other.name));
    cases
}

pub(crate) fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
}

/// A document that is a file of its own, with its `.expect` beside it.
fn whole(path: &Path) -> Case {
    let expect: Value = serde_json::from_str(&fs::read_to_string(path.with_extension("expect")).unwrap()).unwrap();
    let list = |key: &str| expect.get(key).map(|list| list.as_array().unwrap().clone());
    Case {
        name: named(path, path.file_stem().unwrap().to_str().unwrap()),
        what: expect["what"].as_str().unwrap().to_owned(),
        bytes: fs::read(path).unwrap(),
        edited: false,
        problems: list("problems").unwrap(),
        warnings: list("warnings"),
    }
}

/// The cases of a topic.
fn topic(folder: &Path, path: &Path) -> Vec<Case> {
    let topic = members(read(path), &["base", "cases"], path.display());
    let cases = edits::object(find(&topic, "cases").expect("a topic has cases"));
    let case = |(name, case): (String, Json)| {
        let name = named(path, &name);
        let case = members(case, &["base", "edits", "problems", "warnings"], &name);
        let base = find(&case, "base").or_else(|| find(&topic, "base")).expect("a base");
        let mut document = read(&folder.join(format!("bases/{}.json", text(&base))));
        let what = text(&edits::member(&document, "format")).replace("kaohe-", "");
        for edit in find(&case, "edits").into_iter().flat_map(edits::array) {
            edits::apply(&mut document, edit, &name);
        }
        let laid = Laid::out(&document);
        let list = |key: &str| find(&case, key).map(|list| expected(&list, &laid, &name));
        let (problems, warnings) = (list("problems").unwrap_or_default(), list("warnings"));
        Case { name, what, bytes: laid.text.into_bytes(), edited: true, problems, warnings }
    };
    cases.into_iter().map(case).collect()
}

/// The problems of a list, each with line and column of what its pointer names.
fn expected(list: &Json, laid: &Laid, case: &str) -> Vec<Value> {
    let each = edits::array(list.clone()).into_iter().flat_map(edits::numbered);
    let place = |problem: Json| {
        let mut problem: Value = serde_json::from_str(&kaohe::json::compact(&problem)).unwrap();
        // What tells that there are more is about no place.
        if problem["code"] == "more-problems" {
            return problem;
        }
        let pointer = problem["pointer"].as_str().unwrap_or_else(|| panic!("{case}: a problem without a pointer"));
        let Some(place) = laid.places.get(pointer) else { panic!("{case}: nothing stands at `{pointer}`") };
        // What is wrong with a key stands at the key.
        let (line, column) = if problem["code"] == "unknown-key" { place.key } else { place.value };
        problem["line"] = json!(line);
        problem["column"] = json!(column);
        problem
    };
    each.map(place).collect()
}

fn named(path: &Path, name: &str) -> String {
    let group = path.parent().unwrap().file_name().unwrap();
    format!("{}/{name}", group.to_str().unwrap())
}

fn read(path: &Path) -> Json {
    let text = fs::read_to_string(path).unwrap();
    let document = Document::parse(&text).unwrap_or_else(|problems| panic!("{}: {problems:?}", path.display()));
    Json::from(document.root())
}

/// The members of an object that has no other keys: a key that was mistyped would be passed over.
fn members(object: Json, keys: &[&str], place: impl std::fmt::Display) -> Vec<(String, Json)> {
    let members = edits::object(object);
    for (key, _) in &members {
        assert!(keys.contains(&key.as_str()), "{place}: `{key}` means nothing here");
    }
    members
}

fn find(members: &[(String, Json)], key: &str) -> Option<Json> {
    members.iter().find(|(name, _)| name == key).map(|(_, value)| value.clone())
}

fn text(value: &Json) -> String {
    match value {
        Json::Text(text) => text.clone(),
        other => panic!("{other:?} is no text"),
    }
}
