//! `kaohe_workbook(frame, lists)`: a workbook put together from the columns of tables.
//!
//! The frame is the text of a workbook without its entries (format, id, period, schemes, units); the lists are a
//! struct whose members stand beside it: `named_struct('people', array_agg(…), 'ratings', array_agg(…))`. What is
//! null is left out. The engine puts every list into one order, so that the order in which rows arrive from many
//! machines changes no byte of a result.

use std::sync::Arc;

use datafusion::arrow::array::{RecordBatch, StringArray};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{DataType, Field, Schema};
use datafusion::arrow::json::LineDelimitedWriter;
use datafusion::common::cast::as_string_view_array;
use datafusion::common::{exec_datafusion_err, plan_err};
use datafusion::error::Result;
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDFImpl, Signature, Volatility};

/// `kaohe_workbook(frame, lists) -> text`.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Workbook {
    signature: Signature,
}

impl Default for Workbook {
    fn default() -> Self {
        Self { signature: Signature::user_defined(Volatility::Immutable) }
    }
}

impl ScalarUDFImpl for Workbook {
    fn name(&self) -> &'static str {
        "kaohe_workbook"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        let [frame, lists @ DataType::Struct(_)] = types else {
            return plan_err!("kaohe_workbook takes a text and a struct of lists, not {types:?}");
        };
        if !frame.is_string() && !frame.is_null() {
            return plan_err!("the frame is a text, not {frame}");
        }
        if let Some(place) = float("", lists) {
            return plan_err!("`{place}` is a float, and a score is exact: cast it to DECIMAL, or keep it as text");
        }
        Ok(vec![DataType::Utf8View, lists.clone()])
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::Utf8)
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let [frames, lists] = super::line::arrays(&args)?;
        let frames = cast(&frames, &DataType::Utf8View)?;
        let field = Field::new(KEY, lists.data_type().clone(), true);
        let batch = RecordBatch::try_new(Arc::new(Schema::new(vec![field])), vec![lists])?;
        let mut written = Vec::new();
        let mut writer = LineDelimitedWriter::new(&mut written);
        writer.write(&batch)?;
        writer.finish()?;
        let written = String::from_utf8(written).map_err(|error| exec_datafusion_err!("{error}"))?;
        let rows = as_string_view_array(&frames)?.iter().zip(written.lines());
        let workbooks: StringArray = rows.map(|(frame, lists)| Some(joined(frame?, lists))).collect();
        Ok(ColumnarValue::Array(Arc::new(workbooks)))
    }
}

/// The name under which the lists are written, one object a line: `{"lists":{…}}`.
const KEY: &str = "lists";

/// The members of the lists behind those of the frame. A frame that is no object stays what it is, and is refused by
/// the engine; so is a key that stands in both.
fn joined(frame: &str, line: &str) -> String {
    let members = line.strip_prefix("{\"lists\":{").and_then(|rest| rest.strip_suffix("}}")).unwrap_or_default();
    match frame.trim_end().strip_suffix('}') {
        Some(open) if !members.is_empty() => {
            let comma = if open.trim_end().ends_with('{') { "" } else { "," };
            format!("{open}{comma}{members}}}")
        }
        _ => frame.to_owned(),
    }
}

/// Where in a type a binary float stands.
fn float(place: &str, data_type: &DataType) -> Option<String> {
    let under = |field: &Field| {
        let name = if matches!(data_type, DataType::Struct(_)) { field.name() } else { "[]" };
        let dot = if place.is_empty() { "" } else { "." };
        float(&format!("{place}{dot}{name}"), field.data_type())
    };
    match data_type {
        DataType::Float16 | DataType::Float32 | DataType::Float64 => Some(place.to_owned()),
        DataType::Struct(fields) => fields.iter().find_map(|field| under(field)),
        DataType::List(item) | DataType::LargeList(item) | DataType::FixedSizeList(item, _) => under(item),
        DataType::Map(entries, _) => under(entries),
        DataType::Dictionary(_, values) => float(place, values),
        _ => None,
    }
}
