//! Sample files that were damaged: cut at every byte, or with a byte changed. A cut file is refused; a
//! changed one is refused, or says still the very same. Nothing panics and nothing is repaired.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test may fail by panicking"
)]

use std::fs;
use std::path::Path;

use kaohe::json::decode;
use kaohe::problem::{Code, Problem, refuses};
use kaohe::workbook::{Book, FormFile, read_form, sealed};

#[test]
fn a_form_cut_at_every_byte_is_refused() {
    let form = form_without_its_scheme();
    every_cut_is_refused(form.as_bytes(), 1, form_written);
}

#[test]
fn a_form_with_its_scheme_cut_at_every_byte_is_refused() {
    every_cut_is_refused(&sample("s9/forms/new.json"), 1, form_written);
}

#[test]
fn a_workbook_cut_anywhere_is_refused() {
    every_cut_is_refused(&sample("s7/2026-08.json"), 211, workbook_written);
}

#[test]
fn a_form_with_any_bit_of_any_byte_changed_is_refused_or_the_same() {
    let form = form_without_its_scheme();
    for bit in 0..8 {
        every_change_is_seen(form.as_bytes(), 1, 1 << bit, form_written);
    }
}

#[test]
fn a_form_with_its_scheme_with_a_byte_changed_is_refused_or_the_same() {
    every_change_is_seen(&sample("s9/forms/new.json"), 3, 0x01, form_written);
}

#[test]
fn a_workbook_with_a_byte_changed_is_refused_or_the_same() {
    every_change_is_seen(&sample("s7/2026-08.json"), 307, 0x01, workbook_written);
}

#[test]
fn a_digit_changed_into_another_is_found_by_the_checksum() {
    let form = form_without_its_scheme();
    let changed = form.replacen("\"score\": \"8\"", "\"score\": \"9\"", 1);
    assert_ne!(form, changed);
    let problems = read_form(&changed).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!((problems[0].code, problems[0].pointer.as_str()), (Code::ChecksumMismatch, "/checksum"));
}

#[test]
fn the_samples_themselves_are_accepted() {
    assert!(form_written(form_without_its_scheme().as_bytes()).is_ok());
    assert!(form_written(&sample("s9/forms/new.json")).is_ok());
    assert!(workbook_written(&sample("s7/2026-08.json")).is_ok());
}

type Written = Result<String, Vec<Problem>>;

fn every_cut_is_refused(whole: &[u8], stride: usize, written: fn(&[u8]) -> Written) {
    // Without its last line break a file is still whole.
    let end = whole.trim_ascii_end().len();
    for cut in (0..end).step_by(stride).chain([end - 1]) {
        match written(&whole[..cut]) {
            Ok(_) => panic!("accepted when cut at byte {cut} of {end}"),
            Err(problems) => assert!(refuses(&problems), "refused without an error when cut at byte {cut}"),
        }
    }
}

fn every_change_is_seen(whole: &[u8], stride: usize, bits: u8, written: fn(&[u8]) -> Written) {
    let said = written(whole).unwrap();
    for at in (0..whole.len()).step_by(stride) {
        let mut changed = whole.to_vec();
        changed[at] ^= bits;
        match written(&changed) {
            Ok(says) => assert!(says == said, "byte {at} changed by {bits:#04x}: accepted, and says something else"),
            Err(problems) => assert!(refuses(&problems), "byte {at} changed by {bits:#04x}: refused without an error"),
        }
    }
}

/// The form as the engine writes what it read.
fn form_written(bytes: &[u8]) -> Written {
    let text = decode(bytes).map_err(|problem| vec![problem])?;
    read_form(&text).map(|(form, _warnings)| sealed(&form))
}

/// The workbook as the engine writes what it read.
fn workbook_written(bytes: &[u8]) -> Written {
    let text = decode(bytes).map_err(|problem| vec![problem])?;
    Book::from_text(&text).map(|(book, _warnings)| book.to_text())
}

/// A sample form, small enough to try every bit of it.
fn form_without_its_scheme() -> String {
    let text = String::from_utf8(sample("s9/forms/new.json")).unwrap();
    let (form, _warnings) = read_form(&text).unwrap();
    sealed(&FormFile { scheme: None, ..form })
}

fn sample(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)).unwrap()
}
