//! `kaohe_appraise(workbook)`: the results of a workbook as a list of rows, for `unnest`.
//!
//! A workbook that the engine refuses is one row: its status is `refused`, and its problems are there as JSON. It stops
//! no query, and whoever counts rows cannot overlook it.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, Decimal128Array, ListArray, StringArray, StructArray, UInt32Array};
use datafusion::arrow::buffer::OffsetBuffer;
use datafusion::arrow::datatypes::{DataType, Field, Fields};
use datafusion::common::cast::as_string_view_array;
use datafusion::common::exec_datafusion_err;
use datafusion::error::Result;
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDFImpl, Signature, Volatility};
use kaohe::json::compact;
use kaohe::number::{MAX_DIGITS, MAX_PLACES, Decimal};
use kaohe::result::{Status, SubjectResult};
use kaohe::workbook::Book;

/// `kaohe_appraise(workbook) -> List<Struct<…>>`.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Appraise {
    signature: Signature,
}

impl Default for Appraise {
    fn default() -> Self {
        Self { signature: Signature::exact(vec![DataType::Utf8View], Volatility::Immutable) }
    }
}

impl ScalarUDFImpl for Appraise {
    fn name(&self) -> &'static str {
        "kaohe_appraise"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::List(Arc::new(item(fields(&columns(&[])?)))))
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let [workbooks] = super::line::arrays(&args)?;
        let (mut rows, mut lengths) = (Vec::new(), Vec::new());
        for text in as_string_view_array(&workbooks)? {
            let before = rows.len();
            // What is not there is refused like an empty line.
            appraise(text.unwrap_or_default(), &mut rows)?;
            lengths.push(rows.len().saturating_sub(before));
        }
        let columns = columns(&rows)?;
        let fields = fields(&columns);
        let arrays = columns.into_iter().map(|(_, array)| array).collect();
        let values = StructArray::try_new(fields.clone(), arrays, None)?;
        let offsets = OffsetBuffer::from_lengths(lengths);
        let lists = ListArray::try_new(Arc::new(item(fields)), offsets, Arc::new(values), None)?;
        Ok(ColumnarValue::Array(Arc::new(lists)))
    }
}

/// What the rows say of one subject, or of a workbook that was refused.
#[derive(Debug, Default)]
struct Row {
    subject: Option<String>,
    name: Option<String>,
    unit: Option<String>,
    scheme: Option<String>,
    state: Option<&'static str>,
    status: &'static str,
    /// In millionths.
    total: Option<i128>,
    grade: Option<String>,
    rank: Option<u32>,
    ranked: Option<u32>,
    below: Option<u32>,
    warning: Option<String>,
    early: Option<String>,
    problems: Option<String>,
}

/// Appends the rows of one workbook.
fn appraise(text: &str, rows: &mut Vec<Row>) -> Result<()> {
    match Book::from_text(text) {
        Ok((book, _)) => {
            for result in kaohe::appraise(&book).results {
                rows.push(row(result)?);
            }
        }
        Err(problems) => {
            rows.push(Row { status: "refused", problems: Some(compact(&problems)), ..Row::default() });
        }
    }
    Ok(())
}

fn row(result: SubjectResult) -> Result<Row> {
    Ok(Row {
        subject: Some(result.subject.to_string()),
        name: Some(result.name.to_string()),
        unit: Some(result.unit.to_string()),
        scheme: Some(result.scheme.to_string()),
        state: Some(result.state.as_str()),
        status: match result.status {
            Status::Final => "final",
            Status::Provisional => "provisional",
        },
        total: result.total.map(millionths).transpose()?,
        grade: result.grade.map(|grade| grade.to_string()),
        rank: result.rank,
        ranked: result.ranked,
        below: result.below,
        warning: result.warning.map(|warning| warning.rung.to_string()),
        early: result.early.map(|rung| rung.to_string()),
        problems: None,
    })
}

/// A total as a decimal of `MAX_PLACES` places: it is widened and never rounded.
fn millionths(total: Decimal) -> Result<i128> {
    let places = u32::try_from(MAX_PLACES).unwrap_or(u32::MAX);
    let widened = total.padded(places);
    if widened.places() == places {
        Ok(widened.mantissa())
    } else {
        Err(exec_datafusion_err!("the total `{total}` does not fit {MAX_DIGITS} digits and {MAX_PLACES} places"))
    }
}

/// The columns of the rows, named; of no rows at all, their names and types.
fn columns(rows: &[Row]) -> Result<Vec<(&'static str, ArrayRef)>> {
    let text = |of: fn(&Row) -> Option<&str>| -> ArrayRef { Arc::new(rows.iter().map(of).collect::<StringArray>()) };
    let whole = |of: fn(&Row) -> Option<u32>| -> ArrayRef { Arc::new(rows.iter().map(of).collect::<UInt32Array>()) };
    let totals = rows.iter().map(|row| row.total).collect::<Decimal128Array>();
    let (precision, scale) = (u8::try_from(MAX_DIGITS.saturating_add(MAX_PLACES)), i8::try_from(MAX_PLACES));
    let totals = totals.with_precision_and_scale(precision.unwrap_or(u8::MAX), scale.unwrap_or(i8::MAX))?;
    Ok(vec![
        ("subject", text(|row| row.subject.as_deref())),
        ("name", text(|row| row.name.as_deref())),
        ("unit", text(|row| row.unit.as_deref())),
        ("scheme", text(|row| row.scheme.as_deref())),
        ("state", text(|row| row.state)),
        ("status", text(|row| Some(row.status))),
        ("total", Arc::new(totals)),
        ("grade", text(|row| row.grade.as_deref())),
        ("rank", whole(|row| row.rank)),
        ("ranked", whole(|row| row.ranked)),
        ("below", whole(|row| row.below)),
        ("warning", text(|row| row.warning.as_deref())),
        ("early", text(|row| row.early.as_deref())),
        ("problems", text(|row| row.problems.as_deref())),
    ])
}

fn fields(columns: &[(&'static str, ArrayRef)]) -> Fields {
    columns.iter().map(|(name, array)| Field::new(*name, array.data_type().clone(), true)).collect()
}

fn item(fields: Fields) -> Field {
    Field::new_list_field(DataType::Struct(fields), true)
}
