//! Questions about everybody: they take long, so that a caller may be told how far one is.

use wasm_bindgen::prelude::*;

use super::answer::{Telling, Told, make_room};
use crate::json::{ToJson, compact};
use crate::problem::Problem;
use crate::progress::{Progress, Stage};
use crate::workbook::Book;

/// What a person's result takes in memory and as text, with the parts of eleven scores.
pub(super) const BYTES_OF_A_RESULT: usize = 4_000;
/// The same of where a person stands.
pub(super) const BYTES_OF_A_STANDING: usize = 800;

/// Asks for something of everybody, for which a person takes so many bytes; tells how far it is, and writes it.
pub(super) fn asked_of_all(
    book: Result<&Book, &Vec<Problem>>,
    progress: Option<Telling>,
    bytes_each: usize,
    ask: &mut dyn FnMut(&Book, &mut Progress<'_>) -> Box<dyn ToJson>,
) -> Told {
    let book = book.map_err(Clone::clone)?;
    let people = book.workbook().people.len();
    make_room(people.saturating_mul(bytes_each));
    let mut tell = teller(progress);
    let mut progress = Progress::told(&mut tell);
    let found = ask(book, &mut progress);
    progress.begin(Stage::Write, people);
    Ok((compact(&*found), Vec::new()))
}

/// Tells a caller's function how far it is; one that throws, or is none, changes nothing.
pub(super) fn teller(progress: Option<Telling>) -> impl FnMut(Stage, usize, usize) {
    move |stage, done, of| {
        let number = |count: usize| JsValue::from(u32::try_from(count).unwrap_or(u32::MAX));
        if let Some(function) = progress.as_ref().and_then(|told| told.dyn_ref::<js_sys::Function>()) {
            let _ = function.call3(&JsValue::UNDEFINED, &stage.as_str().into(), &number(done), &number(of));
        }
    }
}
