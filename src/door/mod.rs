//! The single door to JavaScript: text in, objects out, no logic.
//!
//! Documents come in as text or bytes and are read strictly by the engine; small answers go out as
//! plain objects, files as text. Every answer is `{ ok: true, value, problems }` or
//! `{ ok: false, problems }`: nothing that a caller passes throws or traps.

#![expect(unreachable_pub, reason = "wasm-bindgen exports what is pub, and nothing else in Rust needs it")]

mod answer;
#[cfg(feature = "workbench")]
mod book;
#[cfg(feature = "workbench")]
mod everybody;
mod form;
#[cfg(feature = "workbench")]
mod keystroke;
#[cfg(feature = "workbench")]
mod team;
mod types;
#[cfg(feature = "workbench")]
mod view;

use wasm_bindgen::prelude::*;

use self::answer::{Doc, Words, answer, text_of};
use self::types::{CheckedScheme, Format, ReadNumber};
use crate::json::{Document, compact, digest_of, without_mark};
use crate::number::{Tidied, tell_unread, tidy};
use crate::problem::Problem;
use crate::scheme::Checked;

/// The engine's version.
#[wasm_bindgen(js_name = engineVersion)]
#[must_use]
pub fn engine_version() -> String {
    crate::ENGINE.to_owned()
}

/// Reads a number from a field: blanks, full-width digits and a typographic minus are tidied, visibly.
#[wasm_bindgen(js_name = readNumber, unchecked_return_type = "Answer<ReadNumber>")]
#[must_use]
pub fn read_number(text: &Words) -> JsValue {
    let text = &text.text();
    let read = tidy(text).map(|Tidied { value, tidied }| (compact(&ReadNumber { value, tidied }), Vec::new()));
    answer(read.map_err(|code| {
        let mut problem = Problem::new(code, "");
        tell_unread(&mut problem, text);
        vec![problem]
    }))
}

/// A document's format and version.
#[wasm_bindgen(unchecked_return_type = "Answer<Format>")]
#[must_use]
pub fn identify(document: &Doc) -> JsValue {
    answer(text_of(document).and_then(|text| {
        let document = Document::parse(without_mark(&text))?;
        let (format, format_version) = crate::format::of(&document)?;
        Ok((compact(&Format { format, format_version }), Vec::new()))
    }))
}

/// Reads a scheme and checks it.
#[wasm_bindgen(js_name = checkScheme, unchecked_return_type = "Answer<AsWritten<CheckedScheme>>")]
#[must_use]
pub fn check_scheme(document: &Doc) -> JsValue {
    answer(text_of(document).and_then(|text| {
        let (checked, warnings) = Checked::from_text(&text)?;
        let digest = checked.digest().clone();
        Ok((compact(&CheckedScheme { scheme: checked.into_scheme(), digest }), warnings))
    }))
}

/// The fingerprint of a document: SHA-256 over its canonical JSON. Not a signature.
#[wasm_bindgen(unchecked_return_type = "Answer<string>")]
#[must_use]
pub fn fingerprint(document: &Doc) -> JsValue {
    answer(text_of(document).and_then(|text| {
        let document = Document::parse(without_mark(&text))?;
        Ok((compact(&digest_of(&crate::json::Json::from(document.root()))), Vec::new()))
    }))
}
