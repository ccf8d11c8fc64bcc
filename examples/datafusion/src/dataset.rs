//! A Parquet data set of units: written from the lines that `kaohe stream` takes, and scored.
//!
//! ```text
//! DATASET/period=2026-10/part-0.parquet      line, unit, workbook: a row for each line
//! ```

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, Int64Array, RecordBatch, StringArray};
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use datafusion::common::cast::as_string_array;
use datafusion::common::exec_datafusion_err;
use datafusion::dataframe::DataFrameWriteOptions;
use datafusion::error::Result;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::basic::{Compression, ZstdLevel};
use datafusion::parquet::file::properties::WriterProperties;
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};
use futures::StreamExt as _;
use kaohe::period::Period;
use serde_json::Value;

/// Text of one row group: what a core takes at a time. It bounds the memory, and small data sets are shared out too.
const ROW_GROUP_BYTES: usize = 2_000_000;
/// Row groups of one file: some 250 MB of text, before it is compressed.
const FILE_ROW_GROUPS: usize = 128;
/// Most units that are appraised in one go, whoever wrote the row groups. So many or fewer are not shared out at all.
const BATCH_UNITS: usize = 16;
/// The period of a line that has none.
const NO_PERIOD: &str = "none";

/// The query for rows: one for each subject, and one for each unit that was refused.
pub const RESULTS: &str = include_str!("results.sql");

// ── write ───────────────────────────────────────────────────────────────────────────────────

/// Writes lines, a workbook each, into a new data set partitioned by period; how many there were.
///
/// # Errors
/// Where a line isn't UTF-8, or the data set cannot be written.
pub fn write(lines: impl BufRead, folder: &Path) -> Result<usize> {
    must_be_new(folder)?;
    let mut parts: BTreeMap<String, Parts> = BTreeMap::new();
    let mut written = 0_usize;
    for line in lines.split(b'\n') {
        written = written.saturating_add(1);
        let workbook = String::from_utf8(line?).map_err(|_| exec_datafusion_err!("line {written} is not UTF-8"))?;
        let (period, unit) = place(&workbook);
        let parts = match parts.entry(period) {
            std::collections::btree_map::Entry::Occupied(there) => there.into_mut(),
            std::collections::btree_map::Entry::Vacant(new) => {
                let folder = folder.join(format!("period={}", new.key()));
                new.insert(Parts::new(folder)?)
            }
        };
        parts.take(Unit { line: i64::try_from(written).unwrap_or(i64::MAX), unit, workbook })?;
    }
    for (_, parts) in parts {
        parts.close()?;
    }
    Ok(written)
}

/// In which partition a workbook belongs, and the ids of its units. What the engine will refuse belongs somewhere too.
fn place(workbook: &str) -> (String, Option<String>) {
    let Ok(value) = serde_json::from_str::<Value>(workbook) else { return (NO_PERIOD.to_owned(), None) };
    // A period may be named; its name goes into a path only where it is plain.
    let plain = |period: &&str| period.chars().all(|one| one.is_alphanumeric() || matches!(one, '-' | '~'));
    let period = value.get("period").and_then(Value::as_str).filter(|period| Period::parse(period).is_ok());
    let period = period.filter(plain);
    let units = value.get("units").and_then(Value::as_array).into_iter().flatten();
    let ids: Vec<&str> = units.filter_map(|unit| unit.get("id")?.as_str()).collect();
    (period.unwrap_or(NO_PERIOD).to_owned(), Some(ids.join(" ")).filter(|ids| !ids.is_empty()))
}

struct Unit {
    line: i64,
    unit: Option<String>,
    workbook: String,
}

/// The files of one period.
struct Parts {
    folder: PathBuf,
    schema: SchemaRef,
    /// Units of the row group to come.
    units: Vec<Unit>,
    bytes: usize,
    /// The file that is being written, with its number of row groups.
    file: Option<(ArrowWriter<File>, usize)>,
    files: usize,
}

impl Parts {
    fn new(folder: PathBuf) -> Result<Self> {
        fs::create_dir_all(&folder)?;
        let schema = Schema::new(vec![
            Field::new("line", DataType::Int64, false),
            Field::new("unit", DataType::Utf8, true),
            Field::new("workbook", DataType::Utf8, false),
        ]);
        Ok(Self { folder, schema: Arc::new(schema), units: Vec::new(), bytes: 0, file: None, files: 0 })
    }

    fn take(&mut self, unit: Unit) -> Result<()> {
        self.bytes = self.bytes.saturating_add(unit.workbook.len());
        self.units.push(unit);
        if self.bytes >= ROW_GROUP_BYTES { self.write_group() } else { Ok(()) }
    }

    /// Writes the units at hand as one row group, in a new file if the last one is full.
    fn write_group(&mut self) -> Result<()> {
        let (mut writer, groups) = match self.file.take() {
            Some(open) => open,
            None => (self.create()?, 0),
        };
        let units = std::mem::take(&mut self.units);
        self.bytes = 0;
        let lines: ArrayRef = Arc::new(units.iter().map(|unit| unit.line).collect::<Int64Array>());
        let ids: ArrayRef = Arc::new(units.iter().map(|unit| unit.unit.as_deref()).collect::<StringArray>());
        let workbooks: ArrayRef = Arc::new(units.iter().map(|unit| Some(&unit.workbook)).collect::<StringArray>());
        writer.write(&RecordBatch::try_new(Arc::clone(&self.schema), vec![lines, ids, workbooks])?)?;
        writer.flush()?;
        let groups = groups.saturating_add(1);
        if groups < FILE_ROW_GROUPS {
            self.file = Some((writer, groups));
        } else {
            writer.close()?;
        }
        Ok(())
    }

    fn create(&mut self) -> Result<ArrowWriter<File>> {
        let file = File::create(self.folder.join(format!("part-{}.parquet", self.files)))?;
        self.files = self.files.saturating_add(1);
        // A scheme stands in every workbook: what repeats itself packs well. A dictionary of whole workbooks would not.
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::try_new(3)?))
            .set_dictionary_enabled(false)
            .build();
        Ok(ArrowWriter::try_new(file, Arc::clone(&self.schema), Some(properties))?)
    }

    fn close(mut self) -> Result<()> {
        if !self.units.is_empty() {
            self.write_group()?;
        }
        if let Some((writer, _)) = self.file {
            writer.close()?;
        }
        Ok(())
    }
}

fn must_be_new(folder: &Path) -> Result<()> {
    let there = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if there { Err(exec_datafusion_err!("{} is there already, and not empty", folder.display())) } else { Ok(()) }
}

// ── score ───────────────────────────────────────────────────────────────────────────────────

/// A session that knows the engine's functions, with the data set as its table `units`.
///
/// # Errors
/// Where the data set cannot be read.
pub async fn open(folder: &Path) -> Result<SessionContext> {
    // Workbooks pack well: a file that is small is much work all the same, and is shared out by its row groups.
    let config = SessionConfig::new().with_batch_size(BATCH_UNITS).with_repartition_file_min_size(0);
    let session = SessionContext::new_with_config(config);
    super::register(&session);
    let by_period = ParquetReadOptions::default().table_partition_cols(vec![("period".to_owned(), DataType::Utf8)]);
    session.register_parquet("units", path(folder)?, by_period).await?;
    Ok(session)
}

/// Appraises every unit and writes what `kaohe stream` writes, in the order of the lines.
///
/// # Errors
/// Where the data set cannot be read, or the lines cannot be written.
pub async fn print_lines(session: &SessionContext, to: &mut impl Write) -> Result<()> {
    let query = session.sql("SELECT kaohe_line(line, workbook) FROM units ORDER BY line").await?;
    let mut batches = query.execute_stream().await?;
    while let Some(batch) = batches.next().await {
        for line in as_string_array(batch?.column(0))?.iter().flatten() {
            writeln!(to, "{line}")?;
        }
    }
    Ok(to.flush()?)
}

/// Appraises every unit and writes the rows into a new data set, partitioned by period like the first.
///
/// # Errors
/// Where the data set cannot be read, or the new one cannot be written.
pub async fn write_rows(session: &SessionContext, folder: &Path) -> Result<()> {
    must_be_new(folder)?;
    let options = DataFrameWriteOptions::new().with_partition_by(vec!["period".to_owned()]);
    session.sql(RESULTS).await?.write_parquet(&path(folder)?, options, None).await?;
    Ok(())
}

/// DataFusion takes a path that ends in `/` for a folder.
fn path(folder: &Path) -> Result<String> {
    let text = folder.to_str().ok_or_else(|| exec_datafusion_err!("{} is not UTF-8", folder.display()))?;
    Ok(if text.ends_with('/') { text.to_owned() } else { format!("{text}/") })
}
