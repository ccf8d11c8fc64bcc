//! The edits of a case, in the order in which they are written.

use kaohe::json::Json;

/// Does one edit: `set`, `remove` or `insert`.
pub(crate) fn apply(document: &mut Json, edit: Json, case: &str) {
    for edit in numbered(edit).into_iter().enumerate().map(|(behind, edit)| moved(edit, behind)) {
        let members = super::members(edit, &["set", "remove", "insert", "value", "times"], case);
        let find = |key: &str| super::find(&members, key);
        let value = || times(find("value").expect("a value"), find("times"));
        let (what, pointer) = members.first().expect("an edit says what it does");
        let (parent, key) = parent(document, &super::text(pointer), case);
        match (what.as_str(), parent) {
            ("set", Json::Object(members)) => match members.iter_mut().find(|(name, _)| *name == key) {
                Some((_, old)) => *old = value(),
                None => members.push((key, value())),
            },
            ("set", Json::Array(items)) => items[index(&key)] = value(),
            ("remove", Json::Object(members)) => {
                let at = members.iter().position(|(name, _)| *name == key);
                members.remove(at.unwrap_or_else(|| panic!("{case}: there is no `{key}` to remove")));
            }
            ("remove", Json::Array(items)) => drop(items.remove(index(&key))),
            ("insert", Json::Array(items)) => items.insert(index(&key), value()),
            (what, _) => panic!("{case}: `{what}` cannot be done at {pointer:?}"),
        }
    }
}

/// What is written once `for` every number from the first to the last: each with its number in the place of `#`.
pub(crate) fn numbered(written: Json) -> Vec<Json> {
    let mut members = object(written);
    let Some(at) = members.iter().position(|(key, _)| key == "for") else { return vec![Json::Object(members)] };
    let range = array(members.remove(at).1);
    let [first, last] = [&range[0], &range[1]].map(|bound| match bound {
        Json::Number(digits) => index(digits),
        other => panic!("{other:?} is no number"),
    });
    (first..=last).map(|number| with_number(&Json::Object(members.clone()), number)).collect()
}

/// A text that is `#` alone becomes the number itself.
fn with_number(value: &Json, number: usize) -> Json {
    match value {
        Json::Text(text) if text == "#" => Json::Number(number.to_string()),
        Json::Text(text) => Json::Text(text.replace('#', &number.to_string())),
        Json::Array(items) => Json::Array(items.iter().map(|item| with_number(item, number)).collect()),
        Json::Object(members) => {
            Json::Object(members.iter().map(|(key, value)| (key.clone(), with_number(value, number))).collect())
        }
        other => other.clone(),
    }
}

/// What is inserted many times comes one behind the other.
fn moved(edit: Json, behind: usize) -> Json {
    let mut members = object(edit);
    if let Some((_, Json::Text(pointer))) = members.iter_mut().find(|(key, _)| key == "insert") {
        let (list, first) = pointer.rsplit_once('/').expect("a place in a list");
        *pointer = format!("{list}/{}", index(first) + behind);
    }
    Json::Object(members)
}

/// A text that is written so many `times`.
fn times(value: Json, times: Option<Json>) -> Json {
    match (value, times) {
        (value, None) => value,
        (Json::Text(text), Some(Json::Number(digits))) => Json::Text(text.repeat(index(&digits))),
        (value, times) => panic!("{value:?} cannot be repeated {times:?} times"),
    }
}

/// The object or list that a pointer ends in, and the last step.
fn parent<'d>(document: &'d mut Json, pointer: &str, case: &str) -> (&'d mut Json, String) {
    let mut steps: Vec<String> =
        pointer.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~")).collect();
    let last = steps.pop().unwrap_or_else(|| panic!("{case}: a whole document is not edited"));
    let mut value = document;
    for step in steps {
        value = match value {
            Json::Object(members) => members.iter_mut().find(|(name, _)| *name == step).map(|(_, value)| value),
            Json::Array(items) => items.get_mut(index(&step)),
            _ => None,
        }
        .unwrap_or_else(|| panic!("{case}: `{pointer}` leads to nothing"));
    }
    (value, last)
}

fn index(digits: &str) -> usize {
    digits.parse().unwrap_or_else(|_| panic!("`{digits}` is no place in a list"))
}

pub(crate) fn member(object: &Json, key: &str) -> Json {
    super::find(&self::object(object.clone()), key).unwrap_or_else(|| panic!("there is no `{key}`"))
}

pub(crate) fn object(value: Json) -> Vec<(String, Json)> {
    match value {
        Json::Object(members) => members,
        other => panic!("{other:?} is no object"),
    }
}

pub(crate) fn array(value: Json) -> Vec<Json> {
    match value {
        Json::Array(items) => items,
        other => panic!("{other:?} is no list"),
    }
}
