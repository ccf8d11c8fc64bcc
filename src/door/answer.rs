//! How JavaScript values come in and answers go out.

use wasm_bindgen::prelude::*;

use crate::json::{ToJson, compact};
use crate::problem::{ArgKind, Code, Problem};

#[wasm_bindgen]
extern "C" {
    /// A word that a caller passes. Not a `&str`: those throw before the engine is asked when a
    /// caller passes something else.
    #[wasm_bindgen(typescript_type = "string")]
    pub type Words;

    /// A document that a caller passes: its text or its bytes.
    #[wasm_bindgen(typescript_type = "Doc")]
    pub type Doc;

    /// Numbers of people that a caller passes.
    #[wasm_bindgen(typescript_type = "string[]")]
    pub type Subjects;

    /// A function of the caller's that is told of progress.
    #[wasm_bindgen(typescript_type = "Progress")]
    pub type Telling;
}

impl Words {
    /// The text; what is no text is an empty one, which every question refuses in its own way.
    pub(super) fn text(&self) -> String {
        self.as_string().unwrap_or_default()
    }
}

/// Largest document that is read, in MB; the page refuses earlier on its main thread.
const MAX_MEGABYTES: usize = 200;

/// What is answered: the value's JSON text with warnings, or why there is none.
pub(super) type Told = Result<(String, Vec<Problem>), Vec<Problem>>;

/// An answer as a plain object.
pub(super) fn answer(told: Told) -> JsValue {
    parsed(&answer_text(told))
}

/// An answer as JSON text.
pub(super) fn answer_text(told: Told) -> String {
    match told {
        Ok((value, problems)) => format!("{{\"ok\":true,\"value\":{value},\"problems\":{}}}", compact(&problems)),
        Err(problems) => format!("{{\"ok\":false,\"problems\":{}}}", compact(&problems)),
    }
}

/// A plain object, as JSON would have it.
pub(super) fn object(value: &dyn ToJson) -> JsValue {
    parsed(&compact(value))
}

/// The browser's own parser builds objects faster than calls across the boundary do.
pub(super) fn parsed(text: &str) -> JsValue {
    js_sys::JSON::parse(text).unwrap_or(JsValue::UNDEFINED)
}

/// The text of a document that was passed as text or as bytes.
pub(super) fn text_of(document: &JsValue) -> Result<String, Vec<Problem>> {
    if let Some(text) = document.dyn_ref::<js_sys::JsString>() {
        if usize::try_from(text.length()).unwrap_or(usize::MAX) > MAX_MEGABYTES.saturating_mul(1_000_000) {
            return Err(vec![too_large()]);
        }
        // A lone surrogate is no character, and would silently become another.
        make_room_for(usize::try_from(text.length()).unwrap_or(0));
        return if text.is_valid_utf16() {
            Ok(String::from(text))
        } else {
            Err(vec![Problem::new(Code::LoneSurrogate, "")])
        };
    }
    let Some(bytes) = document.dyn_ref::<js_sys::Uint8Array>() else {
        let problem = Problem::new(Code::WrongType, "").with("expected", ArgKind::Kinds.of("string"));
        let problem = problem.with("found", ArgKind::Kinds.of("null"));
        return Err(vec![problem]);
    };
    if usize::try_from(bytes.length()).unwrap_or(usize::MAX) > MAX_MEGABYTES.saturating_mul(1_000_000) {
        return Err(vec![too_large()]);
    }
    make_room_for(usize::try_from(bytes.length()).unwrap_or(0));
    crate::json::decoded(bytes.to_vec()).map_err(|problem| vec![problem])
}

/// Makes room for reading a document of so many bytes.
fn make_room_for(length: usize) {
    const TIMES: usize = 2;
    make_room(length.saturating_mul(TIMES));
}

/// Takes the memory that something large will need in one piece, and gives it back to the allocator: grown page by
/// page, each growth costs node 20 about a millisecond.
pub(super) fn make_room(bytes: usize) {
    const LARGE: usize = 4 << 20;
    const MOST: usize = 1 << 30;
    if bytes > LARGE {
        let mut room: Vec<u8> = Vec::new();
        // Where there is no room in one piece, it is found page by page as before.
        let _ = room.try_reserve_exact(bytes.min(MOST));
        std::hint::black_box(&room);
    }
}

fn too_large() -> Problem {
    let size = format!("> {MAX_MEGABYTES}");
    Problem::new(Code::TooLarge, "").with("size", ArgKind::Figure.of(size)).with("limit", MAX_MEGABYTES)
}
