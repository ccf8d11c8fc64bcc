//! Forms at the door: reading and writing their files, and the live one.

use wasm_bindgen::prelude::*;

#[cfg(not(feature = "workbench"))]
use super::answer::object as object_of;
use super::answer::{Doc, Words, answer, text_of};
#[cfg(feature = "workbench")]
use super::keystroke::object_of;
use crate::json::compact;
use crate::live::{FormChange, LiveForm};
use crate::output::read_sheet;
use crate::problem::{Code, Problem};
use crate::workbook::{FormFile, ReplyFile, read_draft, read_form, read_reply, sealed};

/// Reads a form file; checks it against its own scheme if it carries one.
#[wasm_bindgen(js_name = readForm, unchecked_return_type = "Answer<AsWritten<FormFile>>")]
#[must_use]
pub fn read_form_file(document: &Doc) -> JsValue {
    answer(text_of(document).and_then(|text| read_form(&text)).map(|(form, told)| (compact(&form), told)))
}

/// Reads a reply file.
#[wasm_bindgen(js_name = readReply, unchecked_return_type = "Answer<AsWritten<ReplyFile>>")]
#[must_use]
pub fn read_reply_file(document: &Doc) -> JsValue {
    answer(text_of(document).and_then(|text| read_reply(&text)).map(|(reply, told)| (compact(&reply), told)))
}

/// Reads a sheet file: one subject's own result.
#[wasm_bindgen(js_name = readSheet, unchecked_return_type = "Answer<ReadSheet>")]
#[must_use]
pub fn read_sheet_file(document: &Doc) -> JsValue {
    answer(text_of(document).and_then(|text| read_sheet(&text)).map(|sheet| (compact(&sheet), Vec::new())))
}

/// A form file's text as the engine writes it, with the digest of its content.
#[wasm_bindgen(js_name = writeForm, unchecked_return_type = "Answer<string>")]
#[must_use]
pub fn write_form(document: &Doc) -> JsValue {
    answer(text_of(document).and_then(|text| {
        let unsealed: FormFile = FormFile { checksum: None, ..read_draft(&text)? };
        let text = sealed(&unsealed);
        read_form(&text).map(|(_, warnings)| (compact(&text), warnings))
    }))
}

/// A reply file's text as the engine writes it, with the digest of its content.
#[wasm_bindgen(js_name = writeReply, unchecked_return_type = "Answer<string>")]
#[must_use]
pub fn write_reply(document: &Doc) -> JsValue {
    answer(text_of(document).and_then(|text| {
        let unsealed: ReplyFile = ReplyFile { checksum: None, ..read_draft(&text)? };
        let text = sealed(&unsealed);
        read_reply(&text).map(|(_, warnings)| (compact(&text), warnings))
    }))
}

/// A form while it is being filled. The caller's JSON is the truth, this a cache of it.
#[wasm_bindgen(js_name = LiveForm)]
#[derive(Debug)]
pub struct LiveFormHandle(Result<LiveForm, Vec<Problem>>);

#[wasm_bindgen(js_class = LiveForm)]
impl LiveFormHandle {
    /// Opens a form; whatever is wrong is told by `view`.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(scheme: &Doc, rating: &Doc) -> Self {
        let open = || LiveForm::open(&text_of(scheme)?, &text_of(rating)?);
        Self(open())
    }

    /// Everything that the form shows.
    #[wasm_bindgen(unchecked_return_type = "Answer<FormView>")]
    #[must_use]
    pub fn view(&self) -> JsValue {
        answer(self.0.as_ref().map(|form| (compact(&form.view()), Vec::new())).map_err(Clone::clone))
    }

    /// Enters what stands in a field.
    #[wasm_bindgen(unchecked_return_type = "FormChange")]
    pub fn enter(&mut self, criterion: &Words, text: &Words) -> JsValue {
        let (criterion, text) = (&criterion.text(), &text.text());
        match &mut self.0 {
            Ok(form) => object_of(&form.enter(criterion, text)),
            Err(problems) => object_of(&FormChange {
                criterion: criterion.to_owned(),
                value: None,
                tidied: false,
                problem: problems.first().cloned().or_else(|| Some(Problem::new(Code::Empty, ""))),
                section: None,
                missing: Vec::new(),
                total: None,
                decides: None,
                grade: None,
            }),
        }
    }
}
