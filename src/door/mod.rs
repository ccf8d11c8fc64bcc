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
#[cfg(feature = "workbench")]
mod view;

use wasm_bindgen::prelude::*;

use self::answer::{Doc, Words, answer, text_of};
use crate::json::{Document, compact, digest_of, to_json, without_mark};
use crate::number::tidy;
use crate::problem::{Code, Problem};
use crate::scheme::Checked;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = r#"
/** A JSON document: its text, or its bytes in UTF-8 or UTF-16 with a byte-order mark. */
export type Doc = string | Uint8Array;
/** What every call answers; nothing throws. */
export type Answer<T> = { ok: true; value: T; problems: Problem[] } | { ok: false; problems: Problem[] };
/** Is told how far a long question is: bytes while reading, people otherwise; a hundred times in a stage at most. */
export type Progress = (stage: "read" | "check" | "score" | "write", done: number, total: number) => void;
/** A number read from a field, and whether the field had to be tidied. */
export interface ReadNumber { value: string; tidied: boolean }
/** A checked scheme and its digest. */
export interface CheckedScheme { scheme: Scheme; digest: string }
/** A document's format and version. */
export interface Format { format: string; formatVersion: number }
/** A sheet as it was read from its file. */
export interface ReadSheet { scheme: Scheme; sheet: Sheet; engine: string; checksum: string }
"#;

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
    struct Read {
        value: String,
        tidied: bool,
    }

    to_json!(Read { value, tidied });
    let text = &text.text();
    let read =
        tidy(text).map(|read| (compact(&Read { value: read.value.to_string(), tidied: read.tidied }), Vec::new()));
    answer(read.map_err(|code| {
        let limit =
            if code == Code::NumberTooManyDigits { crate::number::MAX_DIGITS } else { crate::number::MAX_PLACES };
        vec![Problem::new(code, "").with("found", crate::json::shape::excerpt(text)).with("limit", limit)]
    }))
}

/// A document's format and version.
#[wasm_bindgen(unchecked_return_type = "Answer<Format>")]
#[must_use]
pub fn identify(document: &Doc) -> JsValue {
    struct Found {
        format: &'static str,
        format_version: u32,
    }

    to_json!(Found { format, format_version });
    answer(text_of(document).and_then(|text| {
        let document = Document::parse(without_mark(&text))?;
        let (format, format_version) = crate::format::of(&document)?;
        Ok((compact(&Found { format, format_version }), Vec::new()))
    }))
}

/// Reads a scheme and checks it.
#[wasm_bindgen(js_name = checkScheme, unchecked_return_type = "Answer<CheckedScheme>")]
#[must_use]
pub fn check_scheme(document: &Doc) -> JsValue {
    struct Found {
        scheme: crate::scheme::Scheme,
        digest: String,
    }

    to_json!(Found { scheme, digest });
    answer(text_of(document).and_then(|text| {
        let (checked, warnings) = Checked::from_text(&text)?;
        let digest = checked.digest().to_string();
        Ok((compact(&Found { scheme: checked.into_scheme(), digest }), warnings))
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
