//! `kaohe_line(line, workbook)`: the line that `kaohe stream` writes in answer to this one.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, StringArray};
use datafusion::arrow::datatypes::DataType;
use datafusion::common::cast::{as_int64_array, as_string_view_array};
use datafusion::common::exec_datafusion_err;
use datafusion::error::Result;
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDFImpl, Signature, Volatility};
use kaohe::json::compact;
use kaohe::output::result_line;
use kaohe::workbook::Book;

/// `kaohe_line(line, workbook) -> text`: a result file on one line, or the line's number and its problems.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Line {
    signature: Signature,
}

impl Default for Line {
    fn default() -> Self {
        Self { signature: Signature::exact(vec![DataType::Int64, DataType::Utf8View], Volatility::Immutable) }
    }
}

impl ScalarUDFImpl for Line {
    fn name(&self) -> &'static str {
        "kaohe_line"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::Utf8)
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let [numbers, workbooks] = arrays(&args)?;
        let numbered = as_int64_array(&numbers)?.iter().zip(as_string_view_array(&workbooks)?);
        let lines: StringArray =
            numbered.map(|(number, text)| Some(line(number.unwrap_or_default(), text.unwrap_or_default()))).collect();
        Ok(ColumnarValue::Array(Arc::new(lines)))
    }
}

fn line(number: i64, text: &str) -> String {
    match Book::from_text(text) {
        Ok((book, _)) => result_line(&book),
        Err(problems) => format!("{{\"line\":{number},\"problems\":{}}}", compact(&problems)),
    }
}

/// The arguments as columns of one length.
pub(crate) fn arrays<const N: usize>(args: &ScalarFunctionArgs) -> Result<[ArrayRef; N]> {
    let arrays = args.args.iter().map(|argument| argument.to_array(args.number_rows)).collect::<Result<Vec<_>>>()?;
    arrays.try_into().map_err(|_| exec_datafusion_err!("{N} arguments expected"))
}
