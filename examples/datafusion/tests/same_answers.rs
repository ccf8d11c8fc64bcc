//! Scored through DataFusion, units get the answers of the command line: every byte of the lines, every figure of the
//! rows, and the same lines again from workbooks that were put together from tables.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail by panicking"
)]

mod data;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, Int64Array, RecordBatch, StringArray};
use datafusion::arrow::datatypes::DataType;
use datafusion::arrow::util::display::array_value_to_string;
use datafusion::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use datafusion::prelude::{ParquetReadOptions, SessionContext};
use serde_json::{Value, json};
use tempfile::TempDir;

use data::{samples, stream, unit};

/// Samples of every system, drawn units, enough for several row groups, and by turns lines that are refused.
fn lines() -> Vec<String> {
    let mut lines = samples();
    assert!(lines.len() > 10, "the samples are found");
    for number in 1..=60 {
        lines.push(unit(number).to_string());
        match number {
            10 => lines.push("{}".to_owned()),
            20 => lines.push(String::new()),
            30 => {
                let mut wrong = unit(1000);
                wrong["people"][0]["unit"] = "nowhere".into();
                wrong["ratings"][3]["scores"][0]["score"] = "1000".into();
                lines.push(wrong.to_string());
            }
            40 => lines.push(unit(1001).to_string()[..5000].to_owned()),
            50 => lines.push(r#"{"format":"kaohe-workbook","formatVersion":1,"period":"2026~../../up"}"#.to_owned()),
            _ => {}
        }
    }
    lines
}

/// A data set of those lines, and what the command line answers to them.
fn scene() -> (TempDir, PathBuf, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("units.ndjson");
    let lines = lines();
    fs::write(&file, lines.join("\n") + "\n").unwrap();
    let (status, answers) = stream(&file);
    assert_eq!((status, answers.lines().count()), (Some(1), lines.len()), "some lines are refused, each is answered");
    let dataset = folder.path().join("dataset");
    let reader = std::io::BufReader::new(fs::File::open(&file).unwrap());
    assert_eq!(kaohe_datafusion::write(reader, &dataset).unwrap(), lines.len());
    (folder, dataset, answers)
}

#[tokio::test(flavor = "multi_thread")]
async fn lines_are_those_of_the_command_line_to_the_byte() {
    let (_folder, dataset, answers) = scene();
    let partitions = folders(&dataset);
    for partition in ["period=2026", "period=2026-10", "period=2026~春季推广", "period=none"] {
        assert!(partitions.iter().any(|name| name == partition), "{partition} among {partitions:?}");
    }
    let part = fs::File::open(dataset.join("period=2026-10/part-0.parquet")).unwrap();
    let groups = ParquetRecordBatchReaderBuilder::try_new(part).unwrap().metadata().num_row_groups();
    assert!(groups > 1, "one file has work for several cores");
    let session = kaohe_datafusion::open(&dataset).await.unwrap();
    let mut printed = Vec::new();
    kaohe_datafusion::print_lines(&session, &mut printed).await.unwrap();
    let printed = String::from_utf8(printed).unwrap();
    same(&printed, &answers);
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_have_the_figures_of_the_command_line() {
    let (folder, dataset, answers) = scene();
    let session = kaohe_datafusion::open(&dataset).await.unwrap();
    let results = folder.path().join("results");
    kaohe_datafusion::write_rows(&session, &results).await.unwrap();

    // Read as anybody would who knows nothing of the engine.
    let reader = SessionContext::new();
    let by_period = ParquetReadOptions::default().table_partition_cols(vec![("period".to_owned(), DataType::Utf8)]);
    reader.register_parquet("results", format!("{}/", results.display()), by_period).await.unwrap();
    let periods = "SELECT DISTINCT period FROM results ORDER BY period";
    let before = query(&session, &periods.replace("results", "units")).await;
    assert_eq!(query(&reader, periods).await, before, "partitioned alike");
    let columns = "line, subject, name, unit, scheme, state, status, total, grade, rank, ranked, below, warning, early, \
                   problems";
    let mut rows = query(&reader, &format!("SELECT {columns} FROM results")).await;
    let mut expected: Vec<Vec<String>> =
        (1..).zip(answers.lines()).flat_map(|(line, answer)| expected(line, answer)).collect();
    rows.sort();
    expected.sort();
    assert_eq!(rows.len(), expected.len());
    for (row, expected) in rows.iter().zip(&expected) {
        assert_eq!(row, expected);
    }
    for (column, what) in [(7, "total"), (8, "grade"), (9, "rank"), (12, "warning"), (13, "early"), (14, "problems")] {
        assert!(rows.iter().any(|row| !row[column].is_empty()), "some have a {what}");
    }
    // A total is a decimal: what SQL adds up is what was published.
    let sum: i128 = expected.iter().filter(|row| !row[7].is_empty()).map(|row| millionths(&row[7])).sum();
    let added = query(&reader, "SELECT sum(total) FROM results").await;
    assert_eq!(millionths(&added[0][0]), sum);
}

/// The rows for one line of the command line's answers.
fn expected(line: i64, answer: &str) -> Vec<Vec<String>> {
    let value: Value = serde_json::from_str(answer).unwrap();
    let Some(results) = value["results"].as_array() else {
        let (_, problems) = answer.split_once("\"problems\":").unwrap();
        let mut row = vec![String::new(); 15];
        row[0] = line.to_string();
        row[6] = "refused".to_owned();
        row[14] = problems.strip_suffix('}').unwrap().to_owned();
        return vec![row];
    };
    let row = |result: &Value| {
        let text = |value: &Value| value.as_str().map_or_else(String::new, ToOwned::to_owned);
        let whole = |key: &str| result.get(key).map_or_else(String::new, Value::to_string);
        let places = |total: &str| {
            let (whole, places) = total.split_once('.').unwrap_or((total, ""));
            format!("{whole}.{places:0<6}")
        };
        let mut row = vec![line.to_string()];
        row.extend(["subject", "name", "unit", "scheme", "state", "status"].map(|key| text(&result[key])));
        row.push(result["total"].as_str().map_or_else(String::new, places));
        row.push(text(&result["grade"]));
        row.extend(["rank", "ranked", "below"].map(whole));
        row.extend([text(&result["warning"]["rung"]), text(&result["early"]), String::new()]);
        row
    };
    results.iter().map(row).collect()
}

fn millionths(decimal: &str) -> i128 {
    assert_eq!(decimal.rsplit_once('.').map(|(_, places)| places.len()), Some(6), "{decimal}");
    decimal.replace('.', "").parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn workbooks_put_together_from_tables_get_the_same_lines() {
    let books: Vec<String> = samples().into_iter().filter(|text| !text.contains("\"closed\"")).collect();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("books.ndjson");
    fs::write(&file, books.join("\n")).unwrap();
    let (status, answers) = stream(&file);
    assert_eq!(status, Some(0));

    let session = SessionContext::new();
    kaohe_datafusion::register(&session);
    tables(&session, &books);
    let workbooks = include_str!("../tables.sql");
    let lines = query(&session, &format!("SELECT kaohe_line(book, workbook) FROM ({workbooks}) ORDER BY book")).await;
    same(
        &lines
            .into_iter()
            .map(|line| {
                line[0].clone()
                    + "
"
            })
            .collect::<String>(),
        &answers,
    );
}

/// The tables of `tables.sql`; the rows of each in an order that nobody would choose.
fn tables(session: &SessionContext, books: &[String]) {
    let mut table: std::collections::BTreeMap<&str, Vec<Value>> = std::collections::BTreeMap::new();
    for (book, text) in (1..).zip(books) {
        let mut frame: Value = serde_json::from_str(text).unwrap();
        // The checksum is of the file as it was.
        frame.as_object_mut().unwrap().remove("checksum");
        let mut take = |list: &str| match frame.as_object_mut().unwrap().remove(list) {
            Some(Value::Array(entries)) => entries,
            _ => Vec::new(),
        };
        for list in ["people", "records", "indicators"] {
            for mut entry in take(list) {
                entry["book"] = json!(book);
                table.entry(list).or_default().push(entry);
            }
        }
        for form in take("ratings") {
            for (place, score) in form["scores"].as_array().unwrap().iter().enumerate() {
                let mut row = score.clone();
                row["place"] = json!(place);
                for key in ["period", "subject", "rater", "role", "date", "revision"] {
                    row[key] = form[key].clone();
                }
                row["book"] = json!(book);
                row["form"] = form["id"].clone();
                row["scheme"] = form["scheme"]["id"].clone();
                row["version"] = form["scheme"]["version"].clone();
                table.entry("scores").or_default().push(row);
            }
        }
        table.entry("books").or_default().push(json!({ "book": book, "frame": frame.to_string() }));
    }
    let columns = [
        ("books", "frame"),
        ("people", "id name unit team scheme payBase"),
        ("scores", "form scheme version period subject rater role date criterion score level comment"),
        ("records", "id subject criterion date author points kind channel reason replaces evidence"),
        ("indicators", "id subject indicator date value target author note replaces"),
    ];
    for (name, columns) in columns {
        let rows = table.get_mut(name).unwrap();
        rows.sort_by_key(|row| {
            let text = row.to_string();
            text.bytes().fold(7_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)))
        });
        let whole =
            |key: &str| -> ArrayRef { Arc::new(rows.iter().map(|row| row[key].as_i64()).collect::<Int64Array>()) };
        let mut arrays = vec![("book", whole("book"))];
        if name == "scores" {
            arrays.extend(["revision", "place"].map(|key| (key, whole(key))));
        }
        for column in columns.split(' ') {
            let texts = rows.iter().map(|row| match &row[column] {
                Value::Null => None,
                Value::String(text) => Some(text.clone()),
                other => Some(other.to_string()),
            });
            let column = if column == "payBase" { "pay_base" } else { column };
            arrays.push((column, Arc::new(texts.collect::<StringArray>())));
        }
        let batch =
            RecordBatch::try_from_iter_with_nullable(arrays.into_iter().map(|(name, array)| (name, array, true)));
        session.register_batch(name, batch.unwrap()).unwrap();
    }
}

#[tokio::test]
async fn a_float_is_refused_before_anything_is_read() {
    let session = SessionContext::new();
    kaohe_datafusion::register(&session);
    let sql = "SELECT kaohe_workbook('{}', named_struct('scores', [named_struct('score', CAST(9.5 AS DOUBLE))]))";
    let refused = async { session.sql(sql).await?.collect().await }.await.unwrap_err().to_string();
    assert!(refused.contains("`scores.[].score` is a float"), "{refused}");
}

#[tokio::test]
async fn a_folder_that_holds_something_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("there"), "").unwrap();
    assert!(kaohe_datafusion::write("{}".as_bytes(), folder.path()).unwrap_err().to_string().contains("not empty"));
    assert_eq!(folders(folder.path()), ["there"]);
}

/// The same bytes, or the end of the test at the first line that differs.
fn same(ours: &str, theirs: &str) {
    for (number, (ours, theirs)) in (1..).zip(ours.lines().zip(theirs.lines())) {
        let common = ours.bytes().zip(theirs.bytes()).take_while(|(one, other)| one == other).count();
        let around = |text: &str| {
            let bytes = &text.as_bytes()[common.saturating_sub(80)..text.len().min(common + 80)];
            String::from_utf8_lossy(bytes).into_owned()
        };
        assert!(ours == theirs, "line {number}:\n…{}…\n…{}…", around(ours), around(theirs));
    }
    assert!(ours == theirs, "as many lines, each with its newline");
}

/// The rows of an answer as texts; what is null is empty.
async fn query(session: &SessionContext, sql: &str) -> Vec<Vec<String>> {
    let batches = session.sql(sql).await.unwrap().collect().await.unwrap();
    let row = |batch: &RecordBatch, row: usize| -> Vec<String> {
        batch.columns().iter().map(|column| array_value_to_string(column, row).unwrap()).collect()
    };
    batches.iter().flat_map(|batch| (0..batch.num_rows()).map(|number| row(batch, number))).collect()
}

fn folders(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = entries.collect();
    names.sort();
    names
}
