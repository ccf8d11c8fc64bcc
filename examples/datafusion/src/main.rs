//! Writes a Parquet data set of units, and scores it on all cores: `docs/datafusion.md`.

use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::Path;
use std::process::ExitCode;

use datafusion::error::Result;

const USAGE: &str = "\
kaohe-datafusion write UNITS.ndjson DATASET/    a Parquet data set of units, from the lines that `kaohe stream` takes
kaohe-datafusion score DATASET/                 appraise every unit: the lines that `kaohe stream` writes, in order
kaohe-datafusion score DATASET/ RESULTS/        appraise every unit: a row for each person, as a Parquet data set
";

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match *words {
        ["write", units, dataset] => write(units, dataset),
        ["score", dataset] => print(dataset).await,
        ["score", dataset, results] => score(dataset, results).await,
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write(units: &str, dataset: &str) -> Result<()> {
    let written = kaohe_datafusion::write(BufReader::new(File::open(units)?), Path::new(dataset))?;
    eprintln!("{written} lines");
    Ok(())
}

async fn print(dataset: &str) -> Result<()> {
    let session = kaohe_datafusion::open(Path::new(dataset)).await?;
    kaohe_datafusion::print_lines(&session, &mut BufWriter::new(std::io::stdout())).await
}

async fn score(dataset: &str, results: &str) -> Result<()> {
    let session = kaohe_datafusion::open(Path::new(dataset)).await?;
    kaohe_datafusion::write_rows(&session, Path::new(results)).await
}
