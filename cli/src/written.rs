//! Files as the engine writes them.

use kaohe::format;
use kaohe::json::{Document, without_mark};
use kaohe::workbook::{Book, read_form, read_reply, sealed};

use crate::input::{Input, Refusal};

/// A form, reply or workbook in its one order, with the digest of its content.
pub(crate) fn formatted(input: &Input) -> Result<String, Refusal> {
    let refuse = |problems| input.refuses(problems);
    let document = Document::parse(without_mark(&input.text)).map_err(refuse)?;
    match format::of(&document).map_err(refuse)?.0 {
        "kaohe-form" => read_form(&input.text).map(|(file, _)| sealed(&file)).map_err(refuse),
        "kaohe-reply" => read_reply(&input.text).map(|(file, _)| sealed(&file)).map_err(refuse),
        _ => Book::from_text(&input.text).map(|(book, _)| book.to_text()).map_err(refuse),
    }
}
