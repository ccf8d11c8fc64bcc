//! Types of the door itself: what it takes and answers that no other folder of the engine has.

use wasm_bindgen::prelude::*;

use crate::json::answer;
use crate::number::DecimalText;
use crate::scheme::Scheme;
use crate::text::Digest;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = r#"
/** A JSON document: its text, or its bytes in UTF-8 or UTF-16 with a byte-order mark. */
export type Doc = string | Uint8Array;
/** What every call answers; nothing throws. */
export type Answer<T> = { ok: true; value: T; problems: Problem[] } | { ok: false; problems: Problem[] };
/** Is told how far a long question is: bytes while reading, people otherwise; a hundred times in a stage at most. */
export type Progress = (stage: "read" | "check" | "score" | "write", done: number, total: number) => void;
/** A document as the engine writes it: a number that a file may hold as a JSON number or as text is text. */
export type AsWritten<T> = unknown extends T ? T
  : [number | string] extends [T] ? Exclude<T, number>
  : T extends object ? { [Key in keyof T]: AsWritten<T[Key]> }
  : T;
/**
 * A sheet as it was read from its file. Only the checksum was looked at: of a file that was made by hand anything else
 * may be missing, or be something else. One that the engine wrote is a `SheetFile`.
 */
export interface ReadSheet { format: "kaohe-sheet"; checksum: string; [key: string]: unknown }
"#;

answer! {
    /// A number read from a field.
    pub(super) struct ReadNumber {
        /// The number that was understood.
        pub(super) value: DecimalText,
        /// The field had to be tidied.
        pub(super) tidied: bool,
    }
}

answer! {
    /// A document's format and version.
    pub(super) struct Format {
        /// Such as `kaohe-workbook`.
        pub(super) format: &'static str,
        /// Its version.
        pub(super) format_version: u32,
    }
}

answer! {
    /// A scheme without a mistake.
    pub(super) struct CheckedScheme {
        /// The scheme.
        pub(super) scheme: Scheme,
        /// By which workbooks and forms name it.
        pub(super) digest: Digest,
    }
}
